// Counts what is ticked to be compared, and lets nobody tick more than there is room for. Without it, the page that
// compares says what was left out.
function count() {
  const form = document.getElementById("compare");
  if (!form) return;
  const boxes = [...document.querySelectorAll("input[type=checkbox][form=compare]")];
  const laidAside = form.querySelectorAll("input[name=tiltak]").length;
  const chosen = laidAside + boxes.filter((box) => box.checked).length;
  const isFull = chosen >= Number(form.dataset.most);
  form.querySelector("[data-tally]").hidden = false;
  form.querySelector("[data-chosen]").textContent = chosen;
  form.querySelector("[data-full]").hidden = !isFull;
  for (const box of boxes) box.disabled = isFull && !box.checked;
}

document.addEventListener("change", ({ target }) => {
  if (target.form?.id === "compare") count();
});
document.addEventListener("htmx:after:swap", count);
// Also when the reader comes back: browsers keep what was ticked.
addEventListener("pageshow", count);
