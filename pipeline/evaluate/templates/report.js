"use strict";
// Sorting of tables: press a heading, press again for the other way round.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.querySelector("button")?.addEventListener("click", () => {
    const down = head.getAttribute("aria-sort") !== "descending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const value = (row) => Number(row.cells[column].dataset.value);
    const rows = [...table.tBodies[0].rows].sort((one, other) => (down ? -1 : 1) * (value(one) - value(other)));
    table.tBodies[0].append(...rows);
  }));
}
// Search, filter and order of the examples of one task.
for (const form of document.querySelectorAll("form.tools")) {
  const list = form.nextElementSibling;
  const examples = [...list.children];
  const field = (name) => form.elements[name]?.value ?? "";
  const shown = (example, words) => {
    const { kind, system, findings, text } = example.dataset;
    const show = field("show");
    return (!show || show === kind || (show === "findings" && findings !== "0"))
      && (!field("system") || field("system") === system)
      && words.every((word) => text.includes(word));
  };
  const filter = () => {
    const words = field("search").toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const example of examples) {
      const keep = shown(example, words);
      example.classList.toggle("hidden", !keep);
      count += keep;
    }
    form.querySelector("output").value = `${count} of ${examples.length}`;
  };
  const order = () => {
    const key = field("order").replace("-", "");
    const sign = field("order") === "gain" ? -1 : 1;
    list.append(...examples.sort((one, other) => sign * (one.dataset[key] - other.dataset[key])));
  };
  form.addEventListener("input", (event) => { if (event.target.name === "order") order(); filter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
}
