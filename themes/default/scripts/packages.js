// A button under the table of packages chooses its package in the box to buy, which it leads to
// anyway. The bar at the bottom of a phone steps aside while that box is in sight.
const box = document.querySelector(".buy");
const bar = document.querySelector(".buy-bar");

for (const link of document.querySelectorAll('.plans a[href^="#plan-"]')) {
  link.addEventListener("click", () => {
    const radio = document.querySelector(link.hash);
    if (radio instanceof HTMLInputElement) radio.checked = true;
  });
}

if (box && bar) {
  new IntersectionObserver(([entry]) => {
    bar.classList.toggle("aside", entry.isIntersecting);
  }).observe(box);
}
