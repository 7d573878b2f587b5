// A page is the same for everybody, so who is signed in is greeted here: a name and a way out take
// the room of “sign in” and “join”. Those lead others back to where they were.
import { forget, whoIsHere } from "./me.js";

const make = (name, values) => Object.assign(document.createElement(name), values);

// In the language of this page, whichever the account speaks.
const here = (path) => "/" + document.documentElement.lang + path.slice(path.indexOf("/", 1));

function greet(link, me) {
  const item = link.parentElement;
  const other = item.nextElementSibling;
  const width = other.getBoundingClientRect().right - item.getBoundingClientRect().left;
  const form = make("form", { method: "post", action: here(me.signOut.action) });
  const button = make("button", { title: link.dataset.leave });
  const icon = document.querySelector(".menu .icon").cloneNode(true);
  const use = icon.firstElementChild;
  use.setAttribute("href", use.getAttribute("href").replace(/#.*/, "#leave"));
  button.append(icon, make("span", { textContent: button.title }));
  form.append(make("input", { type: "hidden", name: "token", value: me.signOut.token }), button);
  form.addEventListener("submit", forget);
  item.className = "me";
  const names = me.acting ? [me.acting.name, me.name] : [me.name];
  const who = { href: here(me.link), textContent: names[0], title: names.join(" · ") };
  item.replaceChildren(make("a", who), form);
  other.remove();
  // What stands beside it stays where it is.
  if (width > 0) item.style.width = width + "px";
}

const links = document.querySelectorAll("[data-leave]");
const gate = document.querySelector(".gate");
const next = gate ? gate.querySelector("[name=next]")?.value : location.pathname + location.search;
if (next) {
  for (const link of document.querySelectorAll("[data-leave], [data-join]")) {
    link.search = "?next=" + encodeURIComponent(next);
  }
}

const me = await whoIsHere();
if (me) for (const link of links) greet(link, me);
