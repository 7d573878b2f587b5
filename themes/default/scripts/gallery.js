// The small pictures turn the gallery without a new entry in the history, and say which is shown.
// Without this they are plain links to the pictures.
for (const gallery of document.querySelectorAll(".shots")) {
  const strip = gallery.querySelector(".strip");
  const links = [...gallery.querySelectorAll("nav a")];
  if (!strip || !links.length) continue;

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const place = links.indexOf(link) * strip.clientWidth;
      const side = getComputedStyle(strip).direction === "rtl" ? -1 : 1;
      strip.scrollTo({ left: side * place, behavior: calm.matches ? "instant" : "smooth" });
    });
  }

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.find((link) => link.hash === "#" + target.id);
        if (isIntersecting) link?.setAttribute("aria-current", "true");
        else link?.removeAttribute("aria-current");
      }
    },
    { root: strip, threshold: 0.6 },
  );
  for (const picture of strip.querySelectorAll("li")) seen.observe(picture);
}
