
"use strict";
// The page works without this. With it, a link opens what hides its target (and so it does when it is followed again), a key point under the pointer or the
// keyboard lights the sentences that support it, and what is folded away is printed.
const linked = (link) => document.getElementById(link.hash.slice(1));

function reveal() {
  const target = location.hash.length > 1 ? linked(location) : null;
  for (let box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  if (target && target.closest("details")) {
    target.scrollIntoView();
    target.tabIndex = -1; // so that the keyboard goes on from there
    target.focus({ preventScroll: true });
  }
}
addEventListener("hashchange", reveal);
addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) reveal();
});
reveal();

function light(event) {
  const point = event.target.closest(".points li");
  if (!point) return;
  const on = event.type === "mouseover" || event.type === "focusin";
  for (const link of point.querySelectorAll(".support")) linked(link)?.classList.toggle("lit", on);
}
for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, light);

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.timeline:not([open]), [open] > .text > details.notes:not([open])")];
  for (const box of opened) box.open = true;
});
addEventListener("afterprint", () => { for (const box of opened) box.open = false; });
