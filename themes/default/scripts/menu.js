import "./language.js";

// An open menu closes when the visitor turns to something else.
const menu = document.querySelector(".menu");

function close(goesBack) {
  if (!menu.open) return;
  menu.open = false;
  if (goesBack) menu.querySelector("summary").focus();
}

if (menu) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) close(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(false);
  });
}
