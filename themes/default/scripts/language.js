// Remembers the language that a visitor chose, for the next time at the front door. Browsers may
// keep nothing, and then nothing is remembered.
const name = "language";

export function chosen() {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[hreflang]");
  try {
    if (link) localStorage.setItem(name, link.hreflang);
  } catch {
    // Then the visitor chooses again.
  }
});
