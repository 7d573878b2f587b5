"""A seller from the first draft to the public page, and what happens to it there."""
import io
import time

import PIL.Image

from journey import PASSWORD
from member import sign_in

SOON = 20


def go(journey):
    name = journey.in_chinese("沈青禾", "Ivy Marlow")
    journey.market.create(name, journey.email, PASSWORD, journey.variant.language)
    one = journey.visitor()
    begin_at_home(journey, one)
    present(journey, one)
    gig = begin(journey, one)
    write(journey, one, gig)
    address = publish(journey, one, gig)
    two_at_once(journey, one, gig)
    edit(journey, one, gig, address)
    pause(journey, one, gig, address)
    start_from_template(journey, one)


def begin_at_home(journey, one):
    journey.step("from the header to the seller's own services")
    one.open("")
    one.choose("a[href$='/studio']")
    sign_in(one, journey.email)
    one.must_be_at("/studio")


def present(journey, one):
    journey.step("a profile in both languages")
    one.press("main a[href$='/studio/profile']")
    one.press("main a[href$='/profile/about'].btn >> nth=0")
    one.send(**{
        "name-zh-CN": "沈青禾", "headline-zh-CN": "给小店画标志", "about-zh-CN": "画了**八年**。",
        "place-zh-CN": "成都", "name-en": "Ivy Marlow", "headline-en": "Logos for small shops",
        "about-en": "For **eight** years.", "place-en": "Chengdu"})
    one.sees("main .note.done", "that it is saved")
    journey.step("where she learned")
    one.open("/studio/profile/background/add/education")
    one.send(**{"title-zh-CN": "视觉传达", "title-en": "Visual communication", "from": "2012",
                "to": "2016"})
    journey.step("a work")
    one.open("/studio/profile/portfolio/add")
    one.send(**{"title-zh-CN": "茶馆招牌", "title-en": "A teahouse sign", "year": "2024"})
    journey.step("its pictures")
    one.sees("main details summary", "how it can be taken away")
    one.press("main a[href$='/files']")
    send_files(journey, one, [picture("sign.jpg", "#484"), picture("door.jpg", "#a62")])
    path = one.path.removeprefix(one.here(""))
    if journey.variant.has_scripts:
        one.tab.wait_for_function("() => document.querySelectorAll('.own-files li').length === 2")
    see_pictures(journey, one, path, 2)
    journey.step("how complete it is")
    one.open("/studio/profile")
    one.sees("main .panel .bar", "how complete it is")
    public = one.tab.locator("main a[href*='/s/']").first.get_attribute("href")
    journey.step("her public page")
    wait_for(journey, one, public, lambda reply: "/media/" in reply.text(), "the pictures")
    one.open(one.site + public)
    journey.expect(2, one.tab.locator(".works img").count(), "pictures of her work")
    one.open("/studio")


def see_pictures(journey, one, path, count):
    """They are made a moment later."""
    end = time.monotonic() + SOON
    while one.tab.locator(".own-files img").count() < count and time.monotonic() < end:
        time.sleep(0.2)
        one.open(path)
    journey.expect(count, one.tab.locator(".own-files img").count(), "pictures that were made")


def begin(journey, one):
    one.press("main .panel a.btn.main")
    journey.step("a service without a category")
    one.press("main form:has(.kinds) button")
    one.sees("main .faults", "that a category is wanted")
    journey.step("a service in a category")
    one.tab.locator("main .kinds input").nth(3).check()
    one.press("main form:has(.kinds) button")
    one.must_be_in("/studio/gigs")
    return one.path.split("/")[4]


def step(journey, one, gig, name, **fields):
    one.open(f"/studio/gigs/{gig}/{name}")
    # Such names are no words of Python.
    one.send(**fields)


def write(journey, one, gig):
    journey.step("the words in both languages")
    step(journey, one, gig, "words", **{
        "title-zh-CN": f"为小店画一枚会说话的标志{gig}", "summary-zh-CN": "三个方向，一周定稿。",
        "description-zh-CN": "先聊店，再画草图。\n\n- 三个方向\n- 一套矢量文件",
        "title-en": f"A logo that speaks for a small shop {gig}",
        "summary-en": "Three directions, settled in a week.",
        "description-en": "First your shop, then sketches.\n\n- three directions\n- vector files"})
    one.must_be_at(f"/studio/gigs/{gig}/packages")
    journey.step("what keeps it from being published")
    one.open(f"/studio/gigs/{gig}/preview")
    journey.expect(0, one.tab.locator("form[action$='/publish']").count(), "ways to publish")
    one.press("#missing a >> nth=0")
    one.must_be_at(f"/studio/gigs/{gig}/packages")
    journey.step("a price that is none")
    one.send(**{"package-0-price": "cheap"})
    one.sees("#field-package-0-price[aria-invalid]", "that a price is wanted")
    journey.step("packages, with a price as people write it")
    package = {"name-zh-CN": "起步", "name-en": "Start", "summary-zh-CN": "一个方向",
               "summary-en": "One direction", "price": "1,200", "days": "5", "revisions": "2"}
    fields = {f"package-0-{key}": value for key, value in package.items()}
    step(journey, one, gig, "packages", **fields)
    show_pictures(journey, one, gig)
    journey.step("a question for the buyer")
    step(journey, one, gig, "asks", **{"requirement-0-question-zh-CN": "店名是什么？",
                                       "requirement-0-question-en": "What is the shop called?"})
    journey.step("tags")
    step(journey, one, gig, "details", tags=journey.in_chinese("手绘、小店", "hand-drawn, small shop"))
    one.must_be_at(f"/studio/gigs/{gig}/preview")


def picture(name, colour):
    """With a place in it where it was taken, of which nobody shall learn."""
    image = PIL.Image.new("RGB", (1800, 1200), colour)
    exif = PIL.Image.Exif()
    exif.get_ifd(0x8825)[2] = (30.0, 15.0, 0.0)
    file = io.BytesIO()
    image.save(file, "JPEG", exif=exif)
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


def show_pictures(journey, one, gig):
    path = f"/studio/gigs/{gig}/media"
    pictures = [picture("招牌.jpg", "#a33"), picture("menu.jpg", "#345"), picture("bag.jpg", "#7a5")]
    journey.step("no pictures yet")
    one.open(path)
    journey.step("what only says that it is a picture")
    fake = {"name": "fake.png", "mimeType": "image/png", "buffer": b"<svg onload='alert(1)'/>"}
    send_files(journey, one, [fake])
    said = ".sending output" if journey.variant.has_scripts else "#studio-notice"
    one.tab.wait_for_function("(at) => document.querySelector(at)?.textContent", arg=said)
    journey.expect(0, one.tab.locator(".own-files li").count(), "files that are shown")
    journey.step("three pictures")
    one.open(path)
    send_files(journey, one, pictures)
    if journey.variant.has_scripts:
        one.tab.wait_for_function("() => document.querySelectorAll('.own-files li').length === 3")
    see_pictures(journey, one, path, 3)
    journey.step("what they show, and another one first")
    one.fill(**{"file-0-caption-zh-CN": "做好的招牌", "file-0-caption-en": "The finished sign"})
    one.press("[name=move][value='2']")
    names = one.tab.locator(".own-files b").all_inner_texts()
    journey.expect(["招牌.jpg", "bag.jpg", "menu.jpg"], names, "their order")
    one.sees("[name='file-0-caption-en'][value='The finished sign']", "what one of them shows")


def send_files(journey, one, files):
    one.tab.locator("#field-upload").set_input_files(files)
    if not journey.variant.has_scripts:
        one.press(".upload button[name=go]")


def must_show(journey, one):
    """The public page has the pictures, in formats that browsers like, and nothing of the camera."""
    journey.expect(3, one.tab.locator(".shots ol img").count(), "pictures of the public page")
    journey.expect(3, one.tab.locator(".shots ol source[type='image/webp']").count(), "as WebP")
    said = journey.in_chinese("做好的招牌", "The finished sign")
    journey.expect(said, one.text(".shots figcaption"), "what the first one shows")
    whole = one.tab.locator(".shots figure a").first.get_attribute("href")
    journey.expect(200, one.tab.request.get(one.site + whole).status, "it alone, uncut")
    sources = one.tab.locator(".shots ol source, .shots ol img").evaluate_all(
        "(all) => all.flatMap((it) => it.srcset.split(', ')).map((it) => it.split(' ')[0])")
    journey.expect_that(len(sources) >= 12, "each in several widths")
    for source in set(sources):
        reply = one.tab.request.get(one.site + source)
        journey.expect(200, reply.status, source)
        journey.expect_that("immutable" in reply.headers["cache-control"], "it can be kept")
        file = PIL.Image.open(io.BytesIO(reply.body()))
        journey.expect_that(not file.getexif(), "nothing of the camera is in it")


def publish(journey, one, gig):
    journey.step("the page as it will be")
    one.open(f"/studio/gigs/{gig}/page")
    title = one.text("h1")
    one.open(f"/studio/gigs/{gig}/preview")
    journey.expect(2, one.tab.locator(".snippet").count(), "languages in which it is looked at")
    printed = one.tab.locator("main .list").first.locator("li").all_inner_texts()
    journey.expect_that(len(printed) > 3, "pages that will be printed")
    journey.expect(len(set(printed)), len(printed), "lines, each page in one")
    journey.step("publishing")
    one.press("form[action$='/publish'] button")
    one.sees("main .note.done", "that it is published")
    page = one.tab.locator(f"main a[href*='/g/'][href$='-{gig}']").first.get_attribute("href")
    journey.step("the public page")
    wait_for(journey, one, page, lambda reply: title in reply.text(), "the new page")
    one.open(one.site + page)
    journey.expect(title, one.text("h1"), "what the public page offers")
    must_show(journey, one)
    return page


def wait_for(journey, one, page, is_so, what):
    """The page follows the database by itself, a moment later."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if is_so(one.tab.request.get(one.site + page)):
            return
        time.sleep(0.05)
    journey.expect_that(False, what)


def two_at_once(journey, one, gig):
    journey.step("two who write at once")
    two = journey.visitor()
    path = f"/studio/gigs/{gig}/words"
    two.open(path)
    sign_in(two, journey.email)
    two.must_be_at(path)
    field = journey.in_chinese("summary-zh-CN", "summary-en")
    step(journey, one, gig, "words", **{field: journey.in_chinese("先到的人写的。", "The first one's.")})
    late = journey.in_chinese("后到的人写的。", "The second one's.")
    # A script would send it by itself, and be told the same.
    two.fill(**{field: late})
    if journey.variant.has_scripts:
        two.tab.locator("#studio-notice .note.red").wait_for()
    else:
        two.press("main form[novalidate] .btn:is(button) >> nth=0")
        two.sees("#studio-notice .note.red", "that somebody else was faster")
    journey.expect(late, two.tab.locator(f"[name='{field}']").input_value(), "what was typed")


def edit(journey, one, gig, page):
    journey.step("writing on")
    said = journey.in_chinese("改过的一句话。", "Another sentence.")
    field = journey.in_chinese("summary-zh-CN", "summary-en")
    one.open(f"/studio/gigs/{gig}/words")
    if journey.variant.has_scripts:
        revision = one.tab.locator("[name=revision]").input_value()
        one.fill(**{field: said})
        one.tab.wait_for_function(
            "(seen) => document.querySelector('[name=revision]').value !== seen", arg=revision)
        journey.expect_that(one.text("#studio-saving"), "that it was kept")
    else:
        one.send(**{field: said})
    journey.step("what visitors see before it is published")
    journey.expect_that(said not in one.tab.request.get(one.site + page).text(),
                        "a draft is nobody's business")
    one.open(f"/studio/gigs/{gig}/preview")
    one.press("form[action$='/publish'] button")
    wait_for(journey, one, page, lambda reply: said in reply.text(),
             "the page with the new sentence")
    journey.step("what has changed")
    one.open(f"/studio/gigs/{gig}/versions")
    one.press("main a[href*='/versions/'] >> nth=0")
    journey.expect_that(said in one.tab.locator("ins").all_inner_texts()[0], "the new sentence")


def pause(journey, one, gig, page):
    journey.step("pausing")
    one.open("/studio")
    cover = one.tab.locator(".own-gig img").first.get_attribute("src")
    journey.expect_that("/studio/media/" in cover, "the service by its first picture")
    one.tab.locator(".own-gig details.sure summary").first.click()
    one.press("form[action$='/pause'] button")
    one.sees("main .note.done", "that it is paused")
    wait_for(journey, one, page, lambda reply: reply.status == 404, "the page is gone")


def start_from_template(journey, one):
    journey.step("a template")
    one.open("/studio/gigs/new")
    one.press(".starters button >> nth=0")
    one.must_be_in("/studio/gigs")
    journey.expect_that(one.tab.locator("main textarea").first.input_value(), "what it says already")
    one.open(one.path.removeprefix(one.here("")).replace("/words", "/preview"))
    one.sees("#missing a[href*='#field-description']", "that it does not say yet who sells")
    journey.expect(0, one.tab.locator("form[action$='/publish']").count(), "ways to publish it so")
