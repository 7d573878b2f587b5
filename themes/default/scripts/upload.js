// Files are sent as soon as they are chosen. Without this they come with the form.
import { send } from "./pieces.js";

const box = document.querySelector("[data-upload]");
const input = box?.querySelector("[type=file]");
const form = box?.closest("form");
const words = box?.dataset;
const parts = box?.querySelector("template").content;

async function take(file) {
  const line = parts.children[0].cloneNode(true);
  const [name, bar, said, cancel] = line.children;
  name.textContent = file.name;
  cancel.onclick = () => line.remove();
  box.querySelector("ul").append(line);
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
    said.value = parts.querySelector(`[data-fault="${it.fault}"]`)?.textContent ?? words.failed;
  }
}

async function takeAll([...files]) {
  input.value = "";
  for (const file of files) await take(file);
  if (!("autosave" in form.dataset) && form.elements.add.value) form.requestSubmit();
}

input?.addEventListener("change", () => takeAll(input.files));

// What was typed meanwhile stays.
form?.addEventListener("kept", ({ detail }) => {
  const { add } = form.elements;
  const part = detail.getElementById("own-files");
  if (!add.value.trim() || !part) return;
  for (const field of form.querySelectorAll("#own-files .box"))
    part.querySelector("#" + field.id).value = field.value;
  const isLeft = (key) => key && !part.querySelector(`[value="${key}"]`);
  part.querySelector("[name=add]").value = add.value.split(" ").filter(isLeft).join(" ");
  document.getElementById("own-files").replaceWith(part);
});
