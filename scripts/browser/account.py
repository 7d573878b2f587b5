"""What members change about their own accounts, up to the end of them."""
import app
from journey import NEW_PASSWORD, PASSWORD
from member import sign_in

KEPT = {"currency": "EUR", "timezone": "Europe/Berlin"}


def go(journey):
    name = journey.in_chinese("何清越", "Cara Finch")
    journey.market.create(name, journey.email, PASSWORD, journey.variant.language)
    journey.step("signing in on two machines, on the way to a page")
    one, two = journey.visitor(), journey.visitor()
    for someone in (one, two):
        someone.open("/settings/preferences")
        sign_in(someone, journey.email)
        someone.must_be_at("/settings/preferences")
    rename(journey, one, name)
    prefer(journey, one)
    change_password(journey, one, two)
    change_contact(journey, one)
    turn_factor_on_and_off(journey, one)
    close(journey, one)


def rename(journey, one, name):
    journey.step("another name")
    one.open("/settings")
    one.press("a[href$='/settings/name']")
    one.send(name=" ")
    one.sees("#field-name[aria-invalid]", "that a name is needed")
    one.send(name=name + "2")
    one.must_be_at("/settings")
    journey.expect(name + "2", one.text("h1"), "the name on the page")
    if journey.variant.has_scripts:
        greeting = one.tab.locator("header.top .me a").first
        journey.expect(name + "2", greeting.text_content(), "the name in the header")


def prefer(journey, one):
    journey.step("other preferences")
    one.open("/settings/preferences")
    other = journey.in_chinese("en", "zh-CN")
    one.send(language=other, **KEPT)
    journey.expect(f"/{other}/settings/preferences", one.path, "the page in the other language")
    journey.step("the first language again")
    one.send(language=journey.variant.language)
    one.must_be_at("/settings/preferences")
    one.open("/settings/preferences")
    found = {name: one.tab.locator(f"[name={name}]").input_value() for name in KEPT}
    journey.expect(KEPT, found, "what was chosen before")
    if journey.variant.has_scripts:
        journey.step("a price, and what it is worth in the chosen currency")
        one.open("")
        one.press("main a[href*='/g/']:visible >> nth=0")
        worth = one.tab.locator(".buy .worth").first
        worth.wait_for()
        journey.expect_that("€" in worth.text_content(), "the price in euro")


def change_password(journey, one, two):
    journey.step("a new password that is too short")
    one.open("/settings/password")
    one.send(current=PASSWORD, password="short")
    one.sees("#field-password[aria-invalid]", "that it is too short")
    journey.step("a new password with a wrong one of now")
    one.send(current="wrong in any case", password=NEW_PASSWORD)
    one.sees("#field-current[aria-invalid]", "that the password is wrong")
    journey.step("a new password")
    one.send(current=PASSWORD, password=NEW_PASSWORD)
    one.must_be_at("/settings/security")
    one.sees(".note.done", "that the password is changed")
    journey.step("the other machine, after the password was changed")
    two.open("/settings")
    two.must_be_at("/sign-in")


def change_contact(journey, one):
    journey.step("another e-mail address")
    one.open("/settings/contact")
    email = "new-" + journey.email
    one.send(contact="nowhere", current=NEW_PASSWORD)
    one.sees("#field-contact[aria-invalid]", "that this is no address")
    journey.expect("nowhere", one.tab.locator("#field-contact").input_value(), "what was typed")
    one.send(contact=email, current=NEW_PASSWORD)
    one.must_be_in("/settings/contact")
    code = journey.code(email)
    journey.step("a wrong code for it")
    one.send(code="000000" if code != "000000" else "111111")
    one.sees("#field-code[aria-invalid]", "that the code is wrong")
    journey.step("the code for it")
    one.send(code=code)
    one.must_be_at("/settings/contact")
    one.sees(one.tab.get_by_text(email, exact=True), "the new address")
    journey.letter(journey.email)


def turn_factor_on_and_off(journey, one):
    journey.step("turning on the second step")
    one.open("/settings/factor")
    secret = one.text(".secret code")
    one.send(code="12", current=NEW_PASSWORD)
    one.sees("#field-code[aria-invalid]", "that this is no code")
    journey.expect(secret, one.text(".secret code"), "the secret, after a wrong code")
    phone = app.App(secret)
    one.send(code=phone.before(), current=NEW_PASSWORD)
    codes = recovery_codes(one)
    journey.step("other recovery codes")
    one.open("/settings/codes")
    one.send(current=NEW_PASSWORD, code=codes[0])
    journey.expect_that(not set(codes) & set(recovery_codes(one)), "all recovery codes are new")
    journey.step("an old recovery code")
    one.open("/settings/factor/off")
    one.send(current=NEW_PASSWORD, code=codes[1])
    one.sees("#field-code[aria-invalid]", "that it counts no more")
    journey.step("turning off the second step")
    one.send(current=NEW_PASSWORD, code=phone.now())
    one.must_be_at("/settings/security")


def recovery_codes(one):
    return one.tab.locator("#codes code").all_inner_texts()


def close(journey, one):
    journey.step("closing the account without having ticked the box")
    one.open("/settings/security")
    one.press("main a[href$='/settings/close']")
    one.send(current=NEW_PASSWORD)
    one.sees("#field-sure[aria-invalid]", "that the box has to be ticked")
    journey.step("closing the account")
    one.send(current=NEW_PASSWORD, sure=True)
    one.must_be_at("/sign-in")
    journey.step("signing in to a closed account")
    sign_in(one, "new-" + journey.email, NEW_PASSWORD)
    one.must_be_at("/sign-in")
    one.sees("main .note.red", "that nobody can come in")
