// Looks at every page when all of them are there, and writes down what it sees.
const open = (node) => `${node.localName} ${names(node).join(" ")}`;

// Scripts mark the picture and the part that are in sight, each when its browser gets to it.
const names = (node) => [...node.attributes].map((each) => each.name)
  .filter((name) => name !== "aria-current" || !node.matches("a[href^='#']"));

const skeleton = (page) => [...page.querySelectorAll("*")]
  .filter((node) => !node.parentNode.closest?.(".prose")).map(open);

const different = (page, model) => {
  const [lines, others] = [skeleton(page), skeleton(model)];
  const at = lines.findIndex((line, index) => line !== others[index]);
  if (at >= 0) return `${at}: ${lines[at]} instead of ${others[at]}`;
  return lines.length === others.length ? "" : `${lines.length} instead of ${others.length}`;
};

// The innermost of what is wider than the window, for whoever mends it.
const wide = (page, room) => [...page.querySelectorAll("body *")]
  .filter((node) => node.getBoundingClientRect().right > room + 1)
  .filter((node, _, all) => !all.some((other) => other !== node && node.contains(other)))
  .map((node) => `${node.parentNode.className}>${node.localName}.${node.className}`).slice(0, 5);

const addresses = (page) => [...page.querySelectorAll("*")]
  .flatMap((node) => [node.href, node.src, node.action, node.data])
  .map((each) => each?.baseVal ?? each).filter((each) => typeof each === "string" && each)
  // What no browser can read leads nowhere.
  .filter((each) => URL.canParse(each, page.baseURI))
  .map((each) => new URL(each, page.baseURI).protocol);

addEventListener("load", () => {
  const frames = [...document.querySelectorAll("iframe")];
  const models = new Map(frames.map((frame) => [frame.name, frame.contentDocument]));
  const result = frames.map((frame) => {
    const page = frame.contentDocument;
    return {
      name: frame.name,
      ran: page.documentElement.getAttribute("data-ran") ?? "",
      different: different(page, models.get(frame.dataset.model) ?? page),
      elements: page.querySelectorAll("*").length,
      width: page.documentElement.scrollWidth,
      room: frame.contentWindow.innerWidth,
      wide: page.documentElement.scrollWidth > frame.contentWindow.innerWidth
        ? wide(page, frame.contentWindow.innerWidth) : [],
      schemes: [...new Set(addresses(page))].sort(),
      requests: frame.contentWindow.performance.getEntriesByType("resource")
        .map((entry) => entry.name).filter((name) => !name.startsWith("file:")),
      prose: [...new Set([...page.querySelectorAll(".prose *")].map(open))],
    };
  });
  document.documentElement.setAttribute("data-result", JSON.stringify(result));
});
