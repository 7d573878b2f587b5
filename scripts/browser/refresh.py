"""Edits a site while pages of it are open, and sees that they refresh themselves."""
import argparse
import contextlib
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time

import playwright.sync_api

import chromium

ROOT = pathlib.Path(__file__).resolve().parents[2]
# More than the connections that a browser has to one server.
TABS = 8
PATIENCE = 30
STYLE = "themes/default/styles/99-edited.css"
TEMPLATE = "themes/default/pages/home.html"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", nargs="?", default=ROOT / ".build/release/jishi",
                        type=pathlib.Path)
    program = parser.parse_args().program.resolve()
    with tempfile.TemporaryDirectory() as place, chromium.browser() as browser:
        folder = pathlib.Path(place)
        for name in ["themes", "locales", "content"]:
            shutil.copytree(ROOT / name, folder / name)
        subprocess.run([program, "init"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with watching(program, folder, "127.0.0.1:0") as site:
            context = chromium.context(browser, 390)
            tabs = [Tab(context, f"{site}/en") for _ in range(TABS)]
            tabs[0].page.evaluate("scrollTo({ top: 300, behavior: 'instant' })")
            edit_style(folder, tabs)
            break_and_mend(folder, tabs)
        with watching(program, folder, site.removeprefix("http://")):
            for tab in tabs:
                tab.wait_until_refreshed()
            expect([], [fault for tab in tabs for fault in tab.faults], "nothing is refused")
    print(f"{TABS} pages refreshed themselves after each edit, and when the program was started again.")


def edit_style(folder, tabs):
    # It moves nothing, so the page must be where it was.
    (folder / STYLE).write_text("h1 { outline: 7px solid }\n", encoding="utf-8")
    for tab in tabs:
        tab.wait_until_refreshed()
        width = tab.page.evaluate("getComputedStyle(document.querySelector('h1')).outlineWidth")
        expect("7px", width, "the page has the new style")
    expect(300, tabs[0].page.evaluate("scrollY"), "a page stays where it was scrolled to")


def break_and_mend(folder, tabs):
    file = folder / TEMPLATE
    text = file.read_text(encoding="utf-8")
    file.write_text("{{ nmae }}" + text, encoding="utf-8")
    tabs[0].page.wait_for_timeout(1500)
    expect([True] * TABS, [tab.is_as_it_was() for tab in tabs], "a fault changes no page")
    file.write_text(text.replace("<h1", "<h1 id=\"mended\"", 1), encoding="utf-8")
    for tab in tabs:
        tab.wait_until_refreshed()
        expect(1, tab.page.locator("#mended").count(), "the page is the mended one")


class Tab:
    """A page that knows whether it has been loaded again."""

    def __init__(self, context, address):
        self.page = context.new_page()
        self.faults = []
        self.page.on("console", self.note)
        self.page.goto(address)
        self.mark()

    def note(self, message):
        # While nobody listens each question fails, as it should.
        if message.type == "error" and "ERR_CONNECTION" not in message.text:
            self.faults.append(message.text)

    def mark(self):
        self.page.evaluate("window.isOld = true")

    def is_as_it_was(self):
        return self.page.evaluate("window.isOld === true")

    def wait_until_refreshed(self):
        """Asks from here: pages may not wait for an expression, which their policy forbids."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            # A page that is just leaving cannot be asked.
            with contextlib.suppress(playwright.sync_api.Error):
                if self.page.evaluate("!window.isOld && document.readyState === 'complete'"):
                    return self.mark()
            self.page.wait_for_timeout(20)
        raise SystemExit("Not so: a page refreshes itself.")


@contextlib.contextmanager
def watching(program, folder, place):
    with subprocess.Popen([program, "watch", "--listen", place], cwd=folder, text=True,
                          stdout=subprocess.PIPE) as process:
        try:
            lines = iter(process.stdout.readline, "")
            yield next(found[1] for line in lines if (found := re.search(r"(http://.*)/$", line)))
        finally:
            process.send_signal(signal.SIGTERM)
            process.stdout.read()
    expect(0, process.returncode, "it ends as asked")


def expect(wanted, found, what):
    if wanted != found:
        raise SystemExit(f"Not so: {what}: {found!r} instead of {wanted!r}.")


main()
