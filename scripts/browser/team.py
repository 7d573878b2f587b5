"""An organisation: founded, joined by a letter, acted for, and left."""
from journey import PASSWORD
from member import sign_in


def go(journey):
    names = journey.in_chinese(("沈嘉禾", "江野设计", "陆望舒"), ("Ada Marsh", "Oak & Tin", "Ben Ley"))
    host, organisation, guest = names
    journey.market.create(host, journey.email, PASSWORD, journey.variant.language)
    one, two = journey.visitor(), journey.visitor()
    page = found(journey, one, organisation)
    invite(journey, one, two, organisation, guest)
    give_role(journey, one, two, page, guest)
    act(journey, one, page)
    part(journey, one, two, page, guest)


def found(journey, one, organisation):
    journey.step("founding an organisation")
    one.open("/settings/organisations")
    sign_in(one, journey.email)
    one.must_be_at("/settings/organisations")
    one.send(name="")
    one.sees("#field-name[aria-invalid]", "a name is wanted")
    one.send(name=organisation)
    one.must_be_in("/organisations")
    journey.expect(organisation, one.text("h1"), "the name of the organisation")
    return one.tab.url


def invite(journey, one, two, organisation, guest):
    journey.step("inviting somebody by mistake")
    one.send(contact="mistaken-" + journey.email, role="owner")
    one.press("form[action$='/withdraw'] button")
    journey.expect(0, one.tab.locator("form[action$='/withdraw']").count(), "open invitations")
    journey.step("inviting somebody")
    email = "guest-" + journey.email
    one.send(contact=email, role="member")
    link = journey.link(email, "/invitations/")
    journey.step("the link of the letter, by somebody who has no account")
    two.open(link)
    two.must_be_at("/sign-in")
    two.press("main a[href*='/sign-up']")
    two.send(name=guest, contact=email, password=PASSWORD, terms=True)
    two.send(code=journey.code(email))
    two.must_be_in("/invitations")
    journey.step("the invitation among the organisations of the guest")
    two.open("/settings/organisations")
    two.sees(two.tab.get_by_role("link", name=organisation), "the invitation is there")
    journey.step("accepting")
    two.open(link)
    two.must_be_in("/invitations")
    two.press("button[value=accept]")
    journey.expect(one.tab.url, two.tab.url, "where one is who has accepted")
    journey.expect(2, two.tab.locator(".members > li").count(), "how many belong to it")
    journey.expect(0, two.tab.locator("main form[action$='/invitations']").count(),
                   "forms to invite for who may not")
    two.open(link)
    journey.expect(0, two.tab.locator("button[value=accept]").count(), "an answer counts once")


def give_role(journey, one, two, page, guest):
    journey.step("another role for the guest")
    one.open(page)
    row = one.tab.locator(".members > li").filter(has_text=guest)
    row.locator("select").select_option("manager")
    one.press(row.locator("form:has(select) button"))
    row = one.tab.locator(".members > li").filter(has_text=guest)
    journey.expect("manager", row.locator("select").input_value(), "the role of the guest")
    two.open("/settings")
    role = journey.in_chinese("管理员", "Manager")
    journey.expect(role, two.text("dl.lines dt:has(+ dd a[href*='/organisations/'])"),
                   "what the guest sees of the role")


def act(journey, one, page):
    journey.step("acting for the organisation")
    one.open("/settings/organisations")
    number = page.rsplit("/", 1)[1]
    one.press("form[action$='/settings/acting'] button")
    acting = me(one)["acting"] or {}
    journey.expect(int(number), acting.get("id"), "for whom the member acts")
    if journey.variant.has_scripts:
        greeting = one.tab.locator("header.top .me a").first
        journey.expect(acting["name"], greeting.text_content(), "the name in the header")
    one.sees(".tag.held", "that the member acts for it")
    one.press("form[action$='/settings/acting'] button")
    journey.expect(None, me(one)["acting"], "for whom the member acts afterwards")


def me(one):
    return one.tab.request.get(f"{one.site}/api/v1/me").json()


def part(journey, one, two, page, guest):
    journey.step("leaving as the last owner")
    one.open(page)
    leave(one)
    one.sees("main .note.red", "that an organisation needs an owner")
    journey.step("leaving as a guest")
    two.open(page)
    leave(two)
    two.must_be_at("/settings/organisations")
    one.open(page)
    row = one.tab.locator(".members > li").filter(has_text=guest)
    journey.expect(0, row.count(), "how often the guest is among the members")


def leave(someone):
    own = someone.tab.locator(".members > li:has(.tag)")
    own.locator("details.sure summary").click()
    someone.press(own.locator("details.sure form button"))
