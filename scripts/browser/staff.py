"""Somebody of the staff, whose powers come with the second step."""
import app
from journey import PASSWORD
from member import sign_in
from team import me


def go(journey):
    one = journey.visitor()
    journey.step("an account that an operator has made")
    name = journey.in_chinese("周闻笛", "Iris Holt")
    journey.market.create(name, journey.email, PASSWORD, journey.variant.language,
                          "--role", "moderator")
    one.open("/sign-in")
    sign_in(one, journey.email)
    one.must_be_at("/settings")
    journey.step("no power without the second step")
    journey.expect([], me(one)["roles"], "the powers of who has no second step")
    one.press("main .note a[href$='/settings/factor']")
    journey.step("turning on the second step")
    phone = app.App(one.text(".secret code"))
    one.send(code=phone.before(), current=PASSWORD)
    one.press("main a.btn.main")
    one.open("/settings")
    journey.expect(0, one.tab.locator("main a[href$='/settings/factor']").count(),
                   "how often the second step is asked for still")
    journey.step("the powers of the staff")
    journey.expect(["moderator"], me(one)["roles"], "the powers of who has a second step")
