"""What axe says of how a page can be used without eyes, a mouse or good light."""
import pathlib

import axe_playwright_python

import chromium

# WCAG 2.2 AA and what axe holds for good practice besides.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIGHTS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
QUICK_SIGHTS = [(390, "light"), (1280, "dark")]
# What differs between a page by day and by night.
COLOURS = ["color-contrast", "link-in-text-block"]
PLACES_MAX = 3
SCRIPT = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


def faults(browser, server, pages, is_quick):
    found = []
    for width, scheme in QUICK_SIGHTS if is_quick else SIGHTS:
        context = chromium.context(browser, width, scheme, reduced_motion="reduce")
        plain = chromium.context(browser, width, scheme, reduced_motion="reduce")
        plain.route("**/*.js", lambda route: route.abort())
        for page in pages:
            tab = context.new_page()
            tab.goto(server.site + page.address, wait_until="load")
            if tab.url != server.site + page.address:
                # A script sent the visitor on: the page is looked at without scripts.
                tab.close()
                tab = plain.new_page()
                tab.goto(server.site + page.address, wait_until="load")
            found += examine(tab, page.address, f"{width} {scheme}")
            tab.close()
        context.close()
        plain.close()
    return found


def examine(tab, address, sight, rules=TAGS):
    """What is wrong with the page that is open."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(SCRIPT)
    result = tab.evaluate(
        """(rules) => axe.run(document, { runOnly: rules, resultTypes: ["violations"] })""", rules)
    return [fault(address, violation, sight) for violation in result["violations"]]


def fault(address, violation, sight):
    nodes = violation["nodes"]
    places = "; ".join(" ".join(map(str, node["target"])) for node in nodes[:PLACES_MAX])
    reason = nodes[0]["failureSummary"].split("\n")[1].strip() if nodes else ""
    return {
        "page": address, "check": "axe", "what": f"{violation['id']}: {violation['help']}",
        "at": f"({sight}) {len(nodes)} × {places}: {reason}",
    }
