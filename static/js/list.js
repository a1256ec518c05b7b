// The list changes in place when a filter is chosen. The attributes of its form say how; the rest is here.
import "htmx.org";

// What is written is searched for at a pause and with Enter, which tells of the change as well. Once is enough.
let asked;
document.addEventListener("change", (event) => event.target.id === "search" && event.stopPropagation(), true);

// Fields that say nothing would only cost a redirect to the address without them.
document.addEventListener("htmx:config:request", (event) => {
  const { ctx } = event.detail;
  const said = [...ctx.request.body].filter(([, value]) => value !== "");
  const before = asked;
  asked = String(new URLSearchParams(said.filter(([name]) => name !== "tiltak")));
  if (asked === before && ctx.sourceEvent?.type === "input") event.preventDefault();
  ctx.request.body = new FormData();
  for (const [name, value] of said) ctx.request.body.append(name, value);
});

// What the head says of the list as it is now: who shares or saves the page, or reads it by a feed, goes by that.
const OF_THIS_LIST =
  "link:is([rel=canonical], [rel=alternate]), meta:is([name=description], [name=robots], [property]), script[type]";

function follow(text) {
  const { head } = new DOMParser().parseFromString(text.slice(0, text.indexOf("</head>")), "text/html");
  for (const old of document.head.querySelectorAll(OF_THIS_LIST)) old.remove();
  document.head.append(...head.querySelectorAll(OF_THIS_LIST));
}

document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
  follow(ctx.text);
  // A name that was written is a ticked box from now on, or told of as unknown.
  for (const field of document.querySelectorAll(".facet-more input")) field.value = "";
  // Who asked with the button wants to see what came of it; who ticked a box goes on ticking.
  if (ctx.sourceEvent?.type === "submit") document.getElementById("hits")?.focus();
});

// What goes wrong here may go right as an ordinary page, which else can say what is wrong.
for (const failure of ["htmx:error", "htmx:response:error"]) {
  document.addEventListener(failure, ({ detail: { ctx } }) => {
    if (ctx) location.assign(ctx.request.action);
  });
}
