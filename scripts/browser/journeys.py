"""Goes through a market as people do, in Chromium: with scripts and without, in each language, on a
telephone and on a desk. Each page on the way is held against what must hold of all."""
import argparse
import collections
import concurrent.futures
import itertools
import pathlib
import sys
import tempfile
import time

import account
import chromium
import door
import market
import member
import seller
import staff
import team
from inspector import Inspector
from journey import Journey
from visitor import Variant

LANGUAGES = ["zh-CN", "en"]
WIDTHS = [390, 1280]
# There are pauses in which one waits for a letter, or for the market.
WORKERS = 3

ALL = [Variant(*each) for each in itertools.product(LANGUAGES, WIDTHS, [True, False])]
WITH_SCRIPTS = [each for each in ALL if each.has_scripts]
CROSSED = [Variant("zh-CN", 1280, False), Variant("en", 390, False)]
JOURNEYS = [
    ("member", member, ALL),
    ("account", account, WITH_SCRIPTS + CROSSED),
    ("door", door, WITH_SCRIPTS + CROSSED),
    ("team", team, WITH_SCRIPTS + CROSSED),
    ("seller", seller, ALL),
    ("staff", staff, [Variant("zh-CN", 390, True), Variant("en", 1280, False)]),
]


def main():
    parser = argparse.ArgumentParser(prog="journeys", description=__doc__)
    parser.add_argument("program", nargs="?", default=market.ROOT / ".build/release/jishi",
                        type=pathlib.Path)
    parser.add_argument("--only", metavar="TEXT", default="",
                        help="only what has it in its name, such as “member en 390”")
    parser.add_argument("--pictures", metavar="FOLDER", type=pathlib.Path,
                        help="keep pictures of all pages, to look at")
    options = parser.parse_args()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    planned = [(name, way, variant) for name, way, variants in JOURNEYS for variant in variants
               if options.only in f"{name} {variant}"]
    if not planned:
        parser.error(f"no journey is called “{options.only}”")
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as place, market.demo(options.program.resolve()) as demo:
        inspector = Inspector(pathlib.Path(place), options.pictures)
        todo = collections.deque(planned)
        with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
            work = [pool.submit(travel, todo, demo, inspector) for _ in range(WORKERS)]
            failures = [failure for each in work for failure in each.result()]
        faults = inspector.all_faults()
    show(failures, faults)
    print(f"{len(planned)} journeys over {inspector.pages} pages, {len(inspector.seen)} of them seen "
          f"closely: {len(failures)} failed, {len(faults)} faults, "
          f"{time.monotonic() - begin:.0f} s.")
    sys.exit(1 if failures or faults else 0)


def travel(todo, demo, inspector):
    """One journey after the other, with one browser; what went wrong."""
    failures = []
    with chromium.browser() as browser:
        while True:
            try:
                name, way, variant = todo.popleft()
            except IndexError:
                return failures
            journey = Journey(name, variant, demo, browser, inspector)
            try:
                way.go(journey)
            except Exception as error:
                failures.append(journey.failure(error))
            journey.end()


def show(failures, faults):
    for failure in failures:
        print(failure)
    alike = {}
    for fault in faults:
        alike.setdefault((fault["check"], fault["what"]), []).append(fault)
    for (check, what), some in alike.items():
        print(f"{len(some)} × {check}: {what}\n  {some[0]['page']} {some[0]['at']}")


main()
