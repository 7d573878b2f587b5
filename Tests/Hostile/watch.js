// The first thing that runs in a page under test: whatever runs after it that should not says so.
const root = document.documentElement;
const tell = (what) => root.setAttribute("data-ran", `${root.getAttribute("data-ran") ?? ""}${what}; `);
for (const name of ["alert", "prompt", "confirm", "print", "open"]) {
  window[name] = () => tell(name);
}
addEventListener("error", (event) => { if (event.message) tell(event.message); });
addEventListener("unhandledrejection", (event) => tell(`${event.reason}`));
