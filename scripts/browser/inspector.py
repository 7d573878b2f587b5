"""What must hold of every page that is met on a journey."""
import re
import threading
import types

import axe
import looks
import markup

SCHEMES = ["light", "dark"]
# A number, or a key of letters and digits drawn at random.
OWN = re.compile(r"/(?:\d+|[0-9a-z]{20,})(?=/|$)")
HEADINGS = "() => [...document.querySelectorAll('h1')].map((each) => each.innerText.trim())"


class Inspector:
    """Looks closely at a page of each kind, once for each language, width, and with scripts or
    without; at all others it looks briefly."""

    def __init__(self, folder, pictures):
        self.folder, self.pictures = folder, pictures
        self.faults, self.files, self.pages, self.seen = [], [], 0, set()
        self.lock = threading.Lock()

    def look(self, visitor):
        kind = self.kind(visitor)
        with self.lock:
            self.pages += 1
            is_new = (kind, visitor.language, visitor.variant) not in self.seen
            self.seen.add((kind, visitor.language, visitor.variant))
        self.check(visitor)
        if not is_new:
            return
        self.keep(visitor, kind)
        if visitor.variant.has_scripts and visitor.is_private:
            self.examine(visitor, kind)

    @staticmethod
    def kind(visitor):
        """/settings/contact/N of /en/settings/contact/42. With faults in it a page is another."""
        path = OWN.sub("/N", visitor.path).removeprefix(f"/{visitor.language}")
        marks = [name for name in ("faults", "note") if visitor.tab.locator(f".{name}").count()]
        return " ".join([path, *marks])

    def check(self, visitor):
        tab = visitor.tab
        headings = tab.evaluate(HEADINGS)
        if len(headings) != 1 or not headings[0]:
            self.fault(visitor, "headings", f"instead of one h1 there are {headings}")
        language = tab.evaluate("document.documentElement.lang")
        if language != visitor.language:
            self.fault(visitor, "language", f"the page says that it is in {language!r}")
        if wide := tab.evaluate(looks.WIDE):
            self.fault(visitor, "overflow", f"the page is wider than the window: {wide}")
        for text in visitor.complaints:
            self.fault(visitor, "console", text)
        visitor.complaints.clear()

    def examine(self, visitor, kind):
        tab, variant = visitor.tab, visitor.variant
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            rules = axe.TAGS if scheme == "light" else axe.COLOURS
            found = axe.examine(tab, visitor.path, f"{variant.width} {scheme}", rules)
            with self.lock:
                self.faults += found
            if self.pictures:
                name = kind.strip("/").replace("/", ".").replace(" ", "+")
                tab.screenshot(full_page=True, path=self.pictures / (
                    f"{name}.{visitor.language}.{variant.width}.{scheme}.png"))
        tab.emulate_media(color_scheme="light")

    def keep(self, visitor, kind):
        """As it was sent, for the checker of HTML."""
        with self.lock:
            file = self.folder / f"{len(self.files)}.html"
            self.files.append(types.SimpleNamespace(file=file, address=f"{visitor.variant} {kind}"))
        file.write_bytes(visitor.sent())

    def fault(self, visitor, check, what):
        with self.lock:
            self.faults.append(
                {"page": visitor.path, "check": check, "what": what, "at": str(visitor.variant)})

    def all_faults(self):
        return self.faults + markup.faults(self.files)
