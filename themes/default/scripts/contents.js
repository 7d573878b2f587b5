// Marks the part of a long text that is being read in the list of its parts.
const links = [...document.querySelectorAll(".read-side a[href^='#']")];
const parts = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

let waits = false;
const mark = () => {
  waits = false;
  // The last one that has come into the upper third of the window.
  const here = parts.findLastIndex((part) => part && part.getBoundingClientRect().top < innerHeight / 3);
  links.forEach((link, at) => {
    if (at === here) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
};

if (links.length > 1) {
  addEventListener("scroll", () => {
    if (!waits) requestAnimationFrame(mark);
    waits = true;
  }, { passive: true });
  mark();
}
