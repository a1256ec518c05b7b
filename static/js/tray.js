// Counts what is ticked to be compared, and lets nobody tick more than there is room for. Without it, the page that
// compares says what was left out.
const BOXES = "input[type=checkbox][form=compare]";

function count() {
  const form = document.getElementById("compare");
  if (!form) return;
  const boxes = [...document.querySelectorAll(BOXES)];
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

// Another page of the list goes on with what is ticked on this one.
document.addEventListener("click", ({ target }) => {
  const link = target.closest(".ds-pagination a");
  if (!link) return;
  link.dataset.plain ??= link.href;
  const address = new URL(link.dataset.plain);
  for (const box of document.querySelectorAll(`${BOXES}:checked`)) address.searchParams.append(box.name, box.value);
  link.href = address;
});
