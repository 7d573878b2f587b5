"""What goes wrong where people come in, and how far one gets by the keyboard alone."""
from journey import PASSWORD
from member import sign_in

FOCUS = "() => document.activeElement?.matches(':focus-visible') ? OUTLINE : ''".replace(
    "OUTLINE", "getComputedStyle(document.activeElement).outlineStyle")
NAME = "() => document.activeElement?.name || document.activeElement?.className || ''"
TABS_MAX = 40


def go(journey):
    name = journey.in_chinese("叶知秋", "Nora Quill")
    journey.market.create(name, journey.email, PASSWORD, journey.variant.language)
    one = journey.visitor()
    mistype(journey, one, name)
    join_again(journey, one, name)
    guess(journey, one)
    use_keyboard(journey, one)


def mistype(journey, one, name):
    journey.step("joining with a password that is too short")
    one.open("/sign-up")
    email = "other-" + journey.email
    one.send(name=name, contact=email, password="short")
    one.must_be_at("/sign-up")
    kept = [one.tab.locator(f"#field-{each}").input_value() for each in ("name", "contact")]
    journey.expect([name, email], kept, "what was typed")
    password = one.tab.locator("#field-password").input_value()
    journey.expect("", password, "what is kept of a password")
    invalid = one.tab.locator("main form [aria-invalid]").evaluate_all(
        "(all) => all.map((each) => each.name)")
    journey.expect(["password", "terms"], invalid, "which fields are said to be wrong")
    journey.step("from the list of faults to the first field")
    journey.expect_that(one.tab.evaluate("!!document.activeElement.closest('.faults')"),
                        "the focus is on the list of faults")
    one.tab.locator(".faults a").first.click()
    journey.expect("password", one.tab.evaluate(NAME), "where the link of a fault leads")
    journey.step("joining, and a wrong code")
    one.send(password=PASSWORD, terms=True)
    code = journey.code(email)
    one.send(code="000000" if code != "000000" else "111111")
    one.sees("#field-code[aria-invalid]", "that the code is wrong")
    journey.step("another code before a minute has passed")
    one.press("main form[action$='/again'] button")
    one.must_be_in("/sign-up")
    journey.expect(0, one.tab.locator("main .note.done").count(), "words that it was sent")


def join_again(journey, one, name):
    journey.step("joining with an address that has an account")
    one.open("/sign-up")
    one.send(name=name, contact=journey.email, password=PASSWORD, terms=True)
    one.must_be_in("/sign-up")
    journey.step("the letter that says so")
    link = journey.link(journey.email, "/sign-in")
    one.open(link)
    one.must_be_at("/sign-in")


def guess(journey, one):
    journey.step("a wrong password")
    one.send(contact=journey.email, password="wrong in any case")
    one.must_be_at("/sign-in")
    one.sees("main .note.red", "that something is wrong")
    journey.expect(journey.email, one.tab.locator("#field-contact").input_value(), "what was typed")
    journey.step("a link that leads elsewhere after the sign-in")
    one.open("/sign-in?next=//example.com/")
    sign_in(one, journey.email)
    one.must_be_at("/settings")
    one.press("main form[action$='/sign-out'] button")


def use_keyboard(journey, one):
    journey.step("signing in by the keyboard alone")
    one.open("/sign-in")
    keys = one.tab.keyboard
    keys.press("Tab")
    journey.expect("skip", one.tab.evaluate(NAME), "what the first press of Tab reaches")
    keys.press("Enter")
    for wanted, text in [("contact", journey.email), ("password", PASSWORD)]:
        for _ in range(TABS_MAX):
            keys.press("Tab")
            journey.expect_that(one.tab.evaluate(FOCUS) not in ("", "none"),
                                "what has the focus is seen to have it")
            if one.tab.evaluate(NAME) == wanted:
                break
        keys.type(text)
    with one.tab.expect_navigation(wait_until="load"):
        keys.press("Enter")
    one.arrive()
    one.must_be_at("/settings")
