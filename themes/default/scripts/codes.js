// Buttons that print or copy the codes; without them, the browser can do both as well.
const row = document.querySelector("[data-codes]");
const codes = document.getElementById("codes");
if (row && codes) {
  row.hidden = false;
  row.querySelector("[data-print]").addEventListener("click", () => print());
  const copy = row.querySelector("[data-copy]");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    const lines = [...codes.children].map((line) => line.textContent.trim());
    await navigator.clipboard.writeText(lines.join("\n"));
    row.querySelector("[data-copied]").hidden = false;
  });
}
