// Shows the topics that have every word of the search, wherever in them it stands, so that it finds
// Chinese too. When none has, those that share two characters in a row with it. Without this all
// topics stand here.
const box = document.querySelector("#q");
const says = [...document.querySelectorAll("[data-found]")];
const sections = [...document.querySelectorAll(".topics section")];

const fold = (text) => text.normalize("NFKC").toLowerCase();
const topics = sections.flatMap((section) => {
  const group = section.classList.contains("all") ? "" : section.querySelector("h2").textContent;
  return [...section.querySelectorAll("li")].map((item) => {
    const name = item.querySelector("a").textContent;
    const own = fold([name, ...Object.values(item.dataset)].join(" "));
    return { item, own, text: own + " " + fold(group) };
  });
});

function near(text, words) {
  return words.some((word) => {
    const signs = [...word];
    return signs.some((sign, at) => {
      const pair = sign + (signs[at + 1] ?? "");
      return /^\p{Script=Han}{2}$/u.test(pair) && text.includes(pair);
    });
  });
}

function search() {
  const words = fold(box.value).split(/\s+/u).filter(Boolean);
  let found = topics.filter(({ text }) => words.every((word) => text.includes(word)));
  let say = words.length ? "some" : "all";
  if (!found.length) {
    found = topics.filter(({ own }) => near(own, words));
    say = found.length ? "near" : "none";
  }
  const shown = new Set(found.map(({ item }) => item));
  for (const { item } of topics) item.hidden = !shown.has(item);
  for (const section of sections) section.hidden = !section.querySelector("li:not([hidden])");
  for (const each of says) {
    each.hidden = each.dataset.found !== say;
    const count = each.querySelector("b");
    if (count) count.textContent = found.length.toLocaleString(document.documentElement.lang);
  }
}

if (box) {
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  box.addEventListener("input", search);
  search();
}
