// Files are sent as soon as they are chosen. Without this they come with the form.
import { send } from "./pieces.js";
import "./kept.js";

const box = document.querySelector("[data-upload]");
const input = box?.querySelector("[type=file]");
const form = box?.closest("form");
const words = box?.dataset;
const parts = box?.querySelector("template").content;

function list(file) {
  const line = parts.children[0].cloneNode(true);
  line.children[0].textContent = file.name;
  line.lastElementChild.onclick = () => line.remove();
  box.querySelector("ul").append(line);
  return line;
}

async function take(file, line) {
  const [, bar, said, button] = line.children;
  const tell = (share, isStalled) => {
    bar.value = share;
    said.value = isStalled ? words.again : share < 1 ? "" : words.waiting;
    return line.isConnected;
  };
  try {
    const it = await send(file, words.upload, form.elements.token.value, tell);
    if (it.fault || !it.media) throw it;
    if (!line.isConnected) return;
    line.remove();
    form.elements.add.value += " " + it.media;
    form.dispatchEvent(new Event("input"));
  } catch (it) {
    bar.remove();
    said.className = "small red";
    said.value = parts.querySelector(`[data-fault="${it.fault}"]`)?.textContent ?? words.failed;
    button.textContent = words.dismiss;
  }
}

async function takeAll([...files]) {
  input.value = "";
  for (const old of box.querySelectorAll("li:not(:has(progress))")) old.remove();
  const lines = files.map(list);
  for (const [place, file] of files.entries())
    if (lines[place].isConnected) await take(file, lines[place]);
  if (!("autosave" in form.dataset) && form.elements.add.value) form.requestSubmit();
}

// Choosing is enough, and the list says what was chosen.
input?.nextElementSibling.remove();
if (input) [input.labels[0].className, input.className] = ["btn", "hide"];
input?.addEventListener("change", () => takeAll(input.files));
