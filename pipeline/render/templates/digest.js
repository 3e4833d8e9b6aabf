
"use strict";
// The page works without this. With it, a link opens what hides its target (and so it does when it is followed again),
// a key point under the pointer or the keyboard lights the sentences that support it, and on paper, where no link leads
// anywhere, what the checks doubt in a story is explained in footnotes.
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

// The notes are copied from below the articles: a sentence of a brief leads to the one that they are about.
function footnotes(story) {
  const list = document.createElement("ol");
  list.className = "footnotes";
  const numbers = new Map();
  for (const mark of story.querySelectorAll("a.doubted")) {
    const line = linked(mark), reference = document.createElement("sup");
    for (const back of line?.closest(".article").querySelectorAll(`.notes li:not(.note) > a[href="${mark.hash}"]`) ?? []) {
      const note = back.parentElement;
      if (!numbers.has(note)) {
        numbers.set(note, list.children.length + 1);
        list.append(note.cloneNode(true));
        list.lastChild.removeAttribute("id");
        list.lastChild.lastElementChild.remove();
      }
      reference.append(`${reference.hasChildNodes() ? ", " : ""}${numbers.get(note)}`);
    }
    mark.after(reference);
    added.push(reference);
  }
  if (!list.hasChildNodes()) return;
  story.querySelector(".text").append(list);
  added.push(list);
}

let opened = [], added = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.timeline:not([open]), [open] > .text > details.notes:not([open])")];
  for (const box of opened) box.open = true;
  document.querySelectorAll(".story").forEach(footnotes);
});
addEventListener("afterprint", () => {
  for (const box of opened) box.open = false;
  for (const piece of added) piece.remove();
  opened = added = [];
});
