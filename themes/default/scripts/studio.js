// What is written in the studio is kept as one goes: the form is sent as its button would send it, and what
// the page then says of it takes the place of what this one said. The fields are left alone.
const form = document.querySelector("[data-autosave]");
const words = document.querySelector(".studio")?.dataset;
const pause = 1500;
let timer;
let isSending = false;
let isDirty = false;

const said = document.getElementById("studio-saving");
const parts = ["studio-steps", "studio-state", "studio-advice"];

function show(page, reply) {
  for (const id of parts) {
    const part = page.getElementById(id);
    if (part) document.getElementById(id).replaceWith(part);
  }
  // That it was kept is said beside the button; only what is wrong is said above.
  const notice = page.getElementById("studio-notice");
  if (reply.ok) notice?.replaceChildren();
  if (notice) document.getElementById("studio-notice").replaceWith(notice);
  const revision = page.querySelector("[name=revision]");
  if (!reply.ok) return;
  if (revision) form.elements.revision.value = revision.value;
  form.dispatchEvent(new CustomEvent("kept", { detail: page }));
}

async function keep() {
  if (isSending) return;
  isSending = true;
  isDirty = false;
  said.value = words.saving;
  try {
    const body = new URLSearchParams(new FormData(form));
    body.set("go", "stay");
    body.delete("upload");
    const reply = await fetch(form.action, { method: "POST", body });
    show(new DOMParser().parseFromString(await reply.text(), "text/html"), reply);
    said.value = reply.ok ? words.saved : words.unsaved;
  } catch {
    isDirty = true;
    said.value = words.offline;
  }
  isSending = false;
  if (isDirty) later();
}

function later() {
  isDirty = true;
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
}

form?.addEventListener("input", later);
form?.addEventListener("submit", () => {
  clearTimeout(timer);
  isDirty = false;
});
addEventListener("beforeunload", (event) => {
  if (isDirty) event.preventDefault();
});
