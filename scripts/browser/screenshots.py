"""Pictures of a built site, to look at."""
import argparse
import pathlib

import chromium
import built

WIDTHS = [390, 1280]
SCHEMES = ["light", "dark"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default="output/site")
    parser.add_argument("out", nargs="?", default=".build/screenshots", type=pathlib.Path)
    options = parser.parse_args()
    pages = [page for page in built.sample(built.pages(options.folder)) if not page.moves]
    options.out.mkdir(parents=True, exist_ok=True)
    with built.Server(options.folder) as server, chromium.browser() as browser:
        for width in WIDTHS:
            for scheme in SCHEMES:
                shoot(browser, server, pages, width, scheme, options.out)
    print(f"{len(pages) * len(WIDTHS) * len(SCHEMES)} pictures in {options.out}")


def shoot(browser, server, pages, width, scheme, out):
    context = chromium.context(browser, width, scheme)
    page = context.new_page()
    for each in pages:
        page.goto(server.site + each.address, wait_until="load")
        chromium.settle(page)
        name = each.address.strip("/").replace("/", ".") or "index"
        page.screenshot(path=out / f"{name}.{width}.{scheme}.png", full_page=True)
    context.close()


main()
