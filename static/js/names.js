// Names to choose from while the reader writes, fetched when such a field is first entered. Without them it is a
// field like any other.
let names;

async function offer({ target: field }) {
  if (!field.dataset?.names || field.list) return;
  names ??= fetch(field.dataset.names)
    .then((answer) => answer.json())
    .catch(() => ({}));
  const found = (await names)[field.name];
  if (!found) return;
  const id = `names-${field.name}`;
  if (!document.getElementById(id)) {
    const list = Object.assign(document.createElement("datalist"), { id });
    list.append(...found.map((name) => new Option(name)));
    document.body.append(list);
  }
  field.setAttribute("list", id);
}

for (const event of ["focusin", "input"]) document.addEventListener(event, offer);
