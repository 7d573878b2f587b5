"""A member from the first click to a new password, with and without the second step."""
import re

import app
from journey import NEW_PASSWORD, PASSWORD

SPENT = ".faults, main .note.red"


def go(journey):
    one = journey.visitor()
    gig = sign_up(journey, one)
    phone, codes = turn_factor_on(journey, one)
    leave(journey, one)
    come_in_by_app(journey, one, phone, gig)
    leave(journey, one)
    come_in_by_code(journey, one, codes.pop())
    end_another(journey, one, codes.pop())
    leave(journey, one)
    reset(journey, one, codes)


def sign_up(journey, one):
    journey.step("from the page of a service to the form to join")
    one.open("")
    one.press("main a[href*='/g/']:visible >> nth=0")
    gig = one.path
    one.choose("a[href*='/sign-up']")
    one.must_be_at("/sign-up")
    journey.step("joining by e-mail")
    name = journey.in_chinese("林知远", "Robin Alder")
    one.send(name=name, contact=journey.email, password=PASSWORD, terms=True)
    one.must_be_in("/sign-up")
    journey.step("the code that was sent")
    one.send(code=journey.code(journey.email))
    # A static page knows where one is by its script alone.
    there = gig if journey.variant.has_scripts else one.here("/settings")
    journey.expect(there, one.path, "where one is who has joined")
    one.open("/settings")
    journey.expect(name, one.text("h1"), "whose account it is")
    return gig


def turn_factor_on(journey, one):
    journey.step("turning on the second step")
    one.open("/settings/security")
    one.press("a[href$='/settings/factor']")
    secret = one.text(".secret code")
    if journey.variant.has_scripts:
        scan(journey, one, secret)
    phone = app.App(secret)
    one.send(code=phone.before(), current=PASSWORD)
    codes = one.tab.locator("#codes code").all_inner_texts()
    journey.expect(10, len(set(codes)), "how many recovery codes there are")
    one.press("main a.btn.main")
    return phone, codes


def scan(journey, one, secret):
    journey.step("reading the QR code as a telephone does")
    for scheme in ["dark", "light"]:
        one.tab.emulate_media(color_scheme=scheme)
        said = app.scan(one.tab.locator("svg.qr").screenshot()) or ""
        journey.expect_that(said.startswith("otpauth://totp/"),
                            f"the code can be read when it is {scheme}")
        journey.expect(secret.replace(" ", ""), re.search("secret=([A-Z2-7]+)", said)[1],
                       "the secret in the QR code")


def leave(journey, one):
    journey.step("signing out")
    one.open("/settings")
    one.press("form[action$='/sign-out']:visible button >> nth=0")
    one.must_be_at("/sign-in")
    journey.step("nobody is in any more")
    one.open("/help")
    journey.expect_that(one.tab.locator("header.top [data-join]").count() > 0,
                        "the header offers to join")
    journey.expect(0, one.tab.locator("header.top .me").count(), "who is greeted")


def sign_in(one, email, password=PASSWORD):
    one.send(contact=email, password=password)


def come_in_by_app(journey, one, phone, gig):
    journey.step("signing in with the app, from the page of a service")
    one.open(one.site + gig)
    one.choose("a[href*='/sign-in']")
    sign_in(one, journey.email)
    one.must_be_in("/sign-in")
    code = phone.now()
    one.send(code=code)
    if journey.variant.has_scripts:
        journey.expect(gig, one.path, "where the sign-in leads back to")
        name = one.tab.locator("header.top .me a").first.get_attribute("title")
        journey.expect(journey.in_chinese("林知远", "Robin Alder"), name, "who is greeted there")
    else:
        one.must_be_at("/settings")
    journey.step("the code of the app that was used already")
    two = journey.visitor()
    two.open("/settings/security")
    two.must_be_at("/sign-in")
    sign_in(two, journey.email)
    two.send(code=code)
    two.must_be_in("/sign-in")
    journey.expect_that(two.tab.locator(SPENT).count(), "a code is taken once")


def come_in_by_code(journey, one, code):
    journey.step("signing in with a recovery code, on the way to a page for members")
    one.open("/settings/security")
    one.must_be_at("/sign-in")
    sign_in(one, journey.email)
    use_code(one, code)
    one.must_be_at("/settings/security")


def use_code(one, code):
    one.tab.locator("main details summary").click()
    one.fill_in("main details [name=code]", code)
    one.press("main details button")


def end_another(journey, one, code):
    journey.step("signing in on a second machine")
    two = journey.visitor(user_agent="Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0")
    two.open("/sign-in")
    sign_in(two, journey.email)
    use_code(two, code)
    two.must_be_at("/settings")
    journey.step("signing the second machine out")
    one.open("/settings/security")
    journey.expect(2, one.tab.locator(".devices > li").count(), "how many machines are signed in")
    one.press(".devices form button")
    journey.expect(1, one.tab.locator(".devices > li").count(), "how many are left")
    two.open("/settings")
    two.must_be_at("/sign-in")


def reset(journey, one, codes):
    journey.step("asking for a new password")
    one.open("/sign-in")
    one.press("main a[href$='/reset']")
    one.send(contact=journey.email)
    one.must_be_in("/reset")
    journey.step("a new password without the second step")
    code = journey.code(journey.email)
    one.send(code=code, password=NEW_PASSWORD)
    one.sees("#field-second[aria-invalid]", "that the second step is wanted")
    journey.step("a new password with it")
    one.send(code=code, password=NEW_PASSWORD, second=codes.pop())
    one.must_be_at("/sign-in")
    journey.step("the old password")
    sign_in(one, journey.email)
    one.must_be_at("/sign-in")
    journey.step("the new password")
    sign_in(one, journey.email, NEW_PASSWORD)
    use_code(one, codes.pop())
    one.must_be_at("/settings")
