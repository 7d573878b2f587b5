"""What a page does in Chromium: nothing moves, nothing complains, nothing stands out at the side,
and without scripts it says the same."""
import chromium

WIDTHS = [360, 390, 768, 1280]
QUICK_WIDTHS = [360, 1280]
# Of the words of a page, this share must be there without scripts.
SHARE_MIN = 0.98
LOADS_MAX = 3

WATCH = """
window.seen = { shift: 0, moved: [], largest: null };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    seen.shift += entry.value;
    for (const { node } of entry.sources) seen.moved.push(name(node));
  }
}).observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => {
  for (const { element } of list.getEntries()) if (element) seen.largest = path(element);
}).observe({ type: "largest-contentful-paint", buffered: true });
function name(node) {
  const element = node?.nodeType === 1 ? node : node?.parentElement;
  return element ? `<${element.localName} class="${element.className.baseVal ?? element.className}">` : "";
}
function path(element) {
  const steps = [];
  for (let each = element; each.parentElement; each = each.parentElement) {
    const place = [...each.parentElement.children].indexOf(each) + 1;
    steps.unshift(`${each.localName}:nth-child(${place})`);
  }
  return steps.join(" > ");
}
"""
# But for clocks: no page that was built can say what time it is.
WORDS = """() => {
  const clocks = [...document.querySelectorAll("[data-clock]:not([hidden])")];
  for (const each of clocks) each.hidden = true;
  const words = (document.querySelector("main") ?? document.body).innerText.replace(/\\s+/g, "");
  for (const each of clocks) each.hidden = false;
  return words;
}"""
WIDE = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return null;
  const isScrolled = (element) => {
    for (let each = element.parentElement; each; each = each.parentElement) {
      if (getComputedStyle(each).overflowX !== "visible" && each !== document.body) return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter(
    (element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !isScrolled(element));
  return `${document.documentElement.scrollWidth}: ` + wide.slice(-3).map(
    (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`).join(" ");
}"""


def faults(browser, server, pages, is_quick):
    found = []
    for width in QUICK_WIDTHS if is_quick else WIDTHS:
        context = chromium.context(browser, width)
        context.add_init_script(WATCH)
        plain = chromium.context(browser, width, java_script_enabled=False)
        for page in pages:
            look = Look(page, server, width)
            look.watch(context)
            if width in QUICK_WIDTHS:
                look.compare(plain)
            found += look.faults
        context.close()
        plain.close()
    return found


class Look:
    """One page at one width."""

    def __init__(self, page, server, width):
        self.page, self.url, self.width = page, server.site + page.address, width
        self.faults, self.words, self.largest = [], "", None

    def fault(self, check, what, at=""):
        new = {"page": self.page.address, "check": check, "what": what, "at": f"({self.width}) {at}"}
        if new not in self.faults:
            self.faults.append(new)

    def watch(self, context):
        seen = [self.load(context)]
        # A busy machine paints a page before all of it is read: a fault is what shifts each time.
        while seen[-1]["shift"] > 0 and len(seen) < LOADS_MAX:
            seen.append(self.load(context))
        least = min(seen, key=lambda each: each["shift"])
        if least["shift"] > 0:
            moved = " ".join(least["moved"][:3])
            self.fault("shift", f"the layout shifts by {least['shift']:.4f}", moved)
        if least["wide"]:
            self.fault("overflow", "the page is wider than the window", least["wide"])
        # A page that sends its visitor on, such as the choice of languages, is seen as it stands.
        if least["isElsewhere"]:
            return
        self.largest, self.words = least["largest"], least["words"]
        if not self.largest:
            self.fault("shift", "no largest element was painted")

    def load(self, context):
        tab = context.new_page()
        broken_off = []
        tab.on("console", lambda message: self.complain(message.type, message.text))
        tab.on("pageerror", lambda error: self.complain("error", str(error)))
        tab.on("requestfailed", lambda request: (
            broken_off.append(request.url) if request.failure == "net::ERR_ABORTED"
            else self.complain("error", f"failed: {request.url}")))
        tab.goto(self.url, wait_until="load")
        words = tab.evaluate(WORDS)
        chromium.settle(tab)
        seen = tab.evaluate("seen") | {
            "words": words, "wide": tab.evaluate(WIDE), "isElsewhere": tab.url != self.url}
        # Who sends his visitor on leaves behind what he was still reading.
        for url in [] if seen["isElsewhere"] else broken_off:
            self.complain("error", f"broken off: {url}")
        tab.close()
        return seen

    def complain(self, kind, text):
        if kind in ("error", "warning"):
            self.fault("console", text.replace(self.url, self.page.address))

    def compare(self, plain):
        """The same page where no script runs."""
        tab = plain.new_page()
        tab.goto(self.url, wait_until="load")
        if self.largest and not tab.evaluate("(path) => !!document.querySelector(path)", self.largest):
            self.fault("script", "the largest element is not in the HTML", self.largest)
        words = tab.evaluate(WORDS)
        if not tab.evaluate("() => !!document.querySelector('h1')?.checkVisibility()"):
            self.fault("script", "without scripts no <h1> is seen")
        if len(words) < SHARE_MIN * len(self.words):
            self.fault("script", f"without scripts {len(words)} of {len(self.words)} letters are seen")
        tab.close()
