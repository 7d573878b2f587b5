"""Somebody at a browser, who reads, types and presses."""
import dataclasses
import re
import urllib.parse

import chromium

PATIENCE = 15_000
# What a page is answered with that says what is wrong; browsers write it down.
REFUSED = re.compile(r"status of (409|422)")
FORM = "main form[novalidate]"


@dataclasses.dataclass(frozen=True)
class Variant:
    """In which language somebody goes, on how wide a screen, and whether scripts run."""
    language: str
    width: int
    has_scripts: bool

    def __str__(self):
        return f"{self.language} {self.width} {'with' if self.has_scripts else 'without'} scripts"


class Visitor:
    """One browser with nothing in it. Each asks from an address of its own, as the machine in front
    of a market would say: what one address may ask in a minute is less than all of them do."""

    def __init__(self, journey, address, **options):
        self.journey, self.variant, self.site = journey, journey.variant, journey.market.site
        self.complaints, self.document = [], None
        self.context = chromium.context(
            journey.browser, self.variant.width, locale=self.variant.language,
            java_script_enabled=self.variant.has_scripts,
            extra_http_headers={"X-Forwarded-For": address}, **options)
        self.context.set_default_timeout(PATIENCE)
        self.tab = self.context.new_page()
        self.tab.on("console", self.note)
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on("response", self.notice)

    def note(self, message):
        if message.type in ("error", "warning") and not REFUSED.search(message.text):
            self.complaints.append(message.text)

    def notice(self, response):
        if response.request.is_navigation_request() and not 300 <= response.status < 400:
            self.document = response

    def sent(self):
        return self.document.body()

    @property
    def path(self):
        return urllib.parse.urlsplit(self.tab.url).path

    @property
    def language(self):
        """Of the page, as its address says."""
        return self.path.split("/")[1]

    @property
    def is_private(self):
        """It is made for one person. All others are looked at as a site that was built."""
        return self.tab.locator("meta[name=robots][content=noindex]").count() > 0

    @property
    def is_in(self):
        return any(each["name"] == "hello" for each in self.context.cookies())

    def here(self, path):
        return f"/{self.variant.language}{path}"

    # What people do.

    def open(self, address):
        """A path in the language of the visitor, or a whole address."""
        whole = address if address.startswith("http") else self.site + self.here(address)
        self.tab.goto(whole, wait_until="load")
        self.arrive()

    def press(self, target):
        """A link or a button that leads to a page."""
        target = self.find(target)
        with self.tab.expect_navigation(wait_until="load"):
            target.click()
        self.arrive()

    def choose(self, target):
        """From the header: on a narrow screen its menu is opened first."""
        menu = self.tab.locator("details.menu > summary")
        if menu.is_visible():
            menu.click()
        self.press(self.tab.locator(f"header.top {target}").locator("visible=true").first)

    def fill(self, **fields):
        """In the form of a page that has most fields; others are buttons with a choice at most."""
        for name, value in fields.items():
            field = self.tab.locator(f"{FORM} [name='{name}']:not([type=hidden])").first
            kind = field.evaluate("(each) => each.type")
            if kind == "checkbox":
                field.set_checked(value)
            elif kind == "radio":
                self.tab.locator(f"{FORM} [name='{name}'][value='{value}']").check()
            elif kind == "select-one":
                field.select_option(value)
            else:
                field.fill(value)

    def fill_in(self, target, text):
        self.find(target).first.fill(text)

    def send(self, **fields):
        """Fills in the form of a page, and sends it."""
        self.fill(**fields)
        self.press(f"{FORM} .btn:is(button) >> nth=0")

    def arrive(self):
        # A script greets who is in, on every page.
        if self.variant.has_scripts and self.is_in:
            self.tab.locator("header.top .me").first.wait_for(state="attached")
        self.journey.inspector.look(self)

    def find(self, target):
        return self.tab.locator(target) if isinstance(target, str) else target

    # What they see.

    def text(self, target):
        return self.tab.locator(target).first.inner_text().strip()

    def sees(self, target, what):
        self.journey.expect_that(self.find(target).first.is_visible(), what)

    def must_be_at(self, path):
        self.journey.expect(self.here(path), self.path, "where the visitor is now")

    def must_be_in(self, place):
        """Below a path that goes on with a key."""
        expected = self.here(place) + "/"
        if not self.path.startswith(expected):
            self.journey.expect(f"{expected}…", self.path, "where the visitor is now")

    def close(self):
        self.context.close()
