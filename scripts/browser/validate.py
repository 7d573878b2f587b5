"""Holds pages of a built site against the standards: HTML, accessibility, layout, no script needed."""
import argparse
import json
import sys

import axe
import built
import chromium
import looks
import markup

CHECKS = ["html", "axe", "console", "shift", "overflow", "script"]
QUICK = {"/", "/*", "/*/c/*", "/*/g/*", "/*/s/*", "/*/help/*"}


def main():
    parser = argparse.ArgumentParser(prog="validate-pages", description=__doc__)
    parser.add_argument("folder", nargs="?", default="output/site")
    parser.add_argument("--all", action="store_true", help="every page")
    parser.add_argument("--quick", action="store_true", help="a few pages, each looked at twice")
    parser.add_argument("--json", metavar="FILE", help="write all that was found")
    options = parser.parse_args()
    pages = built.pages(options.folder)
    if not options.all:
        pages = built.sample(pages)
    if options.quick:
        pages = [page for page in pages if without_language(page.kind) in QUICK]
    found = markup.faults(pages) + in_browser(options.folder, pages, options.quick)
    show(pages, found)
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump(found, file, ensure_ascii=False, indent=1)
    sys.exit(1 if found else 0)


def without_language(kind):
    steps = kind.split("/")
    return "/".join(["", "*" if steps[1] else "", *steps[2:]])


def in_browser(folder, pages, is_quick):
    seen = [page for page in pages if not page.moves]
    with built.Server(folder) as server, chromium.browser() as browser:
        return [fault for look in (looks, axe)
                for fault in look.faults(browser, server, seen, is_quick)]


def show(pages, found):
    """A line a page with the number of faults of each check, then the faults, the most frequent first."""
    counts = {}
    for fault in found:
        counts.setdefault(fault["page"], {}).setdefault(fault["check"], []).append(fault)
    width = max(len(page.address) for page in pages)
    print(" ".join(["page".ljust(width)] + [check.rjust(8) for check in CHECKS]))
    for page in pages:
        cells = [len(counts.get(page.address, {}).get(check, [])) for check in CHECKS]
        print(" ".join([page.address.ljust(width)] + [str(n or "·").rjust(8) for n in cells]))
    alike = {}
    for fault in found:
        alike.setdefault((fault["check"], fault["what"]), []).append(fault)
    for (check, what), faults in sorted(alike.items(), key=lambda item: -len(item[1])):
        where = faults[0]
        print(f"\n{len(faults)} × {check}: {what}\n  {where['page']} {where['at']}")
    print(f"\n{len(pages)} pages, {len(found)} faults")


main()
