"""Chromium, as Debian has it."""
import contextlib
import os
import shutil

from playwright.sync_api import sync_playwright

HEIGHT = 900


@contextlib.contextmanager
def browser():
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=arguments)
        try:
            yield chromium
        finally:
            chromium.close()


def context(chromium, width, scheme="light", **options):
    return chromium.new_context(
        viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, **options)


def settle(page):
    """Scrolls to the end and back, so that lazy pictures come, and waits a moment for them. Those
    that are not shown never come."""
    page.evaluate("""async () => {
      const wait = (time) => new Promise((done) => setTimeout(done, time));
      for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo({ top: y, behavior: "instant" });
        await wait(20);
      }
      const all = [...document.images].map((image) => image.complete || new Promise((done) => {
        image.onload = image.onerror = done;
      }));
      await Promise.race([Promise.all(all), wait(1000)]);
      scrollTo({ top: 0, behavior: "instant" });
      await wait(20);
    }""")
