// The list of files becomes what was kept; what was typed meanwhile stays.
const form = document.querySelector("[data-upload]")?.closest("form");

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
