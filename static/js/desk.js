// The form of an entry, and that of its translation, keeps what is not saved in this browser, offers it again, and warns before it is left.
// It also tells the desk that it is open, and the person who else is at work.

const form = document.querySelector("#initiative_form, #translation-form");
const panel = document.querySelector("#desk-unsaved");
const WEEK = 7 * 24 * 60 * 60 * 1000;
const PREFIX = "unsaved:";
const SUBMITTED = "desk-submitted";

// Kept texts: of this form, and of one that has just been sent.

function forgetOld() {
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const kept = read(key);
    if (!kept || Date.now() - kept.at > WEEK) localStorage.removeItem(key);
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

// A form that was sent and answered with a success is saved. Any other answer, such as signing in, is not.
function forgetSaved() {
  const sent = sessionStorage.getItem(SUBMITTED);
  if (!sent || document.querySelector("#login-form")) return;
  sessionStorage.removeItem(SUBMITTED);
  if (document.querySelector(".messagelist .success")) localStorage.removeItem(sent);
}

// What stands in the form: name, value, and what a select shows of it.

const NOT_KEPT = /^(csrfmiddlewaretoken|over|over_entry|take)$|^settle-|__prefix__/;

function fields() {
  return [...form.elements].filter((field) => field.name && !NOT_KEPT.test(field.name) && field.type !== "submit");
}

function valueOf(field) {
  if (field.type === "checkbox") return [field.checked];
  if (field.tagName === "SELECT") return [field.value, field.selectedOptions[0]?.text ?? ""];
  return [field.value];
}

function contents() {
  return Object.fromEntries(fields().map((field) => [field.name, valueOf(field)]));
}

function putIn(field, [value, text]) {
  if (field.type === "checkbox") {
    field.checked = value;
  } else if (field.tagName === "SELECT" && value && ![...field.options].some((option) => option.value === value)) {
    field.append(new Option(text, value, true, true));
  } else {
    field.value = value;
  }
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// Rows that were added are added again first, with Django's own link.
function addRows(values) {
  for (const [name, [total]] of Object.entries(values)) {
    const list = name.match(/^(.+)-TOTAL_FORMS$/)?.[1];
    const now = list && form.elements[name];
    const link = list && document.querySelector(`#${list}-group .add-row a`);
    for (let missing = now && link ? Math.min(total - now.value, 200) : 0; missing > 0; missing -= 1) link.click();
  }
}

function putBack(values) {
  addRows(values);
  for (const [name, value] of Object.entries(values)) {
    if (name.endsWith("_FORMS")) continue;
    const field = form.elements[name];
    if (field?.tagName) putIn(field, value);
  }
}

function sameText(one, other) {
  const text = (values) => JSON.stringify(Object.entries(values).filter(([name]) => name !== "opened").sort());
  return text(one) === text(other);
}

function watch() {
  const key = `${PREFIX}${panel.dataset.user}:${location.pathname}`;
  const opened = contents();
  const isBounded = Boolean(document.querySelector(".errornote"));
  let isLeaving = false;
  let timer;

  const isDirty = () => isBounded || !sameText(contents(), opened);
  const keep = () => {
    if (isDirty()) localStorage.setItem(key, JSON.stringify({ at: Date.now(), values: contents() }));
    else localStorage.removeItem(key);
  };

  offer(key, opened, keep);
  for (const event of ["input", "change", "click"]) {
    form.addEventListener(event, () => {
      if (!panel.hidden) return; // what is offered is not overwritten before it is answered
      clearTimeout(timer);
      timer = setTimeout(keep, 400);
    });
  }
  form.addEventListener("submit", ({ submitter }) => {
    if (panel.hidden) keep();
    if (submitter?.formTarget === "_blank") return;
    isLeaving = !submitter?.hasAttribute("formaction");
    if (isLeaving) sessionStorage.setItem(SUBMITTED, key);
  });
  window.addEventListener("pageshow", () => {
    isLeaving = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (isLeaving || !isDirty()) return;
    if (panel.hidden) keep();
    event.preventDefault();
  });
}

function offer(key, opened, keep) {
  const kept = read(key);
  if (!kept || document.querySelector(".errornote")) return;
  if (sameText(kept.values, opened)) {
    localStorage.removeItem(key);
    return;
  }
  const time = panel.querySelector("time");
  time.dateTime = new Date(kept.at).toISOString();
  time.textContent = new Date(kept.at).toLocaleString(document.documentElement.lang);
  panel.hidden = false;
  panel.querySelector("[data-put-back]").addEventListener("click", () => {
    panel.hidden = true;
    putBack(kept.values);
    keep();
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
  });
  panel.querySelector("[data-throw-away]").addEventListener("click", () => {
    panel.hidden = true;
    keep();
  });
}

// Who else is at work, asked once a minute while the page is looked at.

async function tellPresence() {
  if (document.hidden) return;
  const body = new URLSearchParams({
    csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value,
    opened: form.elements.opened?.value ?? "",
  });
  try {
    const answer = await fetch(panel.dataset.presence, { method: "POST", body, redirect: "error" });
    if (!answer.ok) return;
    const { notice } = await answer.json();
    const place = document.querySelector("#desk-presence");
    if (place.textContent !== notice) place.textContent = notice;
  } catch {
    // Signed out or without a network: the page says nothing, and what is typed is kept here.
  }
}

forgetOld();
forgetSaved();
if (form && panel) {
  // Django's own scripts fill the lists in when the page is loaded.
  window.addEventListener("load", () => {
    watch();
    if (panel.dataset.presence) setInterval(tellPresence, 60_000);
  });
}
