// Goes on to the language that was chosen last, or else to the first of the browser's that is here.
// Who came to choose stays: by a link of this site, or at #choose.
import { chosen } from "./language.js";

const links = [...document.querySelectorAll(".choose a")];
const cameToChoose =
  location.hash === "#choose" || document.referrer.startsWith(location.origin + "/");

const main = (tag) => tag.toLowerCase().split("-")[0];

function link(tag) {
  return (
    links.find((link) => link.hreflang.toLowerCase() === tag.toLowerCase()) ??
    links.find((link) => main(link.hreflang) === main(tag))
  );
}

if (!cameToChoose) {
  const tags = [chosen(), ...navigator.languages].filter(Boolean);
  const first = tags.map(link).find(Boolean);
  if (first) location.replace(first.href);
}
