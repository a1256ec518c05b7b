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
// Also when the reader comes back: browsers keep what was ticked.
addEventListener("pageshow", count);

const ticked = () => [...document.querySelectorAll(`${BOXES}:checked`)];

// Another list goes on with what is ticked on this one: by a link, in the other form too, and by the filters.
document.addEventListener("click", ({ target }) => {
  const link = target.closest(".list-page a, a[data-form]");
  if (!link || !document.getElementById("compare")) return;
  const address = new URL((link.dataset.plain ??= link.href));
  if (!address.pathname.endsWith("/tiltak/")) return;
  for (const box of ticked()) address.searchParams.append(box.name, box.value);
  link.href = address;
});

// In the order of the canonical address, which spares a redirect.
document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  const { body } = ctx.request;
  const chosen = [...body.getAll("tiltak"), ...ticked().map((box) => box.value)].sort();
  const orders = body.getAll("sorter");
  body.delete("tiltak");
  body.delete("sorter");
  for (const slug of chosen) body.append("tiltak", slug);
  for (const order of orders) body.append("sorter", order);
});

// The cards of the new list may have got the boxes of the old ones.
let kept = [];
document.addEventListener("htmx:before:swap", () => {
  kept = ticked().map((box) => box.value);
});
document.addEventListener("htmx:after:swap", () => {
  for (const box of document.querySelectorAll(BOXES)) box.checked = kept.includes(box.value);
  count();
});
