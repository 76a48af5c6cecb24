// Tables that sort, filter and are handed out as they stand. Without this script they are plain tables.
"use strict";
(() => {
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  function key(row, at) {
    const cell = row.cells[at];
    return cell.dataset.sort ?? cell.textContent.trim();
  }

  function compare(a, b) {
    if (a === "" || b === "") return (a === "") - (b === "");
    const [x, y] = [Number(a.replaceAll(",", "")), Number(b.replaceAll(",", ""))];
    return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
  }

  function sort(table, head) {
    const at = head.cellIndex;
    const isDown = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => [key(row, at), row]);
    rows.sort(([a], [b]) => (isDown && a !== "" && b !== "" ? compare(b, a) : compare(a, b)));
    body.append(...rows.map(([, row]) => row));
  }

  function filter(table, words, status) {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !wanted.every((word) => text.includes(word));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = wanted.length ? `${shown} of ${rows.length} rows` : `${rows.length} rows`;
  }

  // What a cell says, parts of it a space apart, and what only stands there to be pointed at left out.
  function said(cell) {
    const clone = cell.cloneNode(true);
    for (const one of clone.querySelectorAll("br")) one.replaceWith(" ");
    for (const one of clone.querySelectorAll("svg, details")) one.remove();
    return clone.textContent.replace(/\s+/g, " ").trim();
  }

  function csv(lines) {
    const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    return lines.map((cells) => cells.map(quoted).join(",")).join("\n") + "\n";
  }

  // The rows that are shown, in the order in which they are shown; of facts, all their columns.
  function lines(table) {
    const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
    const data = window.factsheets?.data(table);
    if (data) return [data.columns, ...rows.map((row) => data.byName.get(row.dataset.r))];
    return [table.tHead.rows[0], ...rows].map((row) => [...row.cells].map(said));
  }

  function download(table) {
    const link = document.createElement("a");
    const version = table.closest(".version");
    const parts = version ? [version.dataset.series.replace("/", "-"), version.dataset.name] : [];
    link.download = [...parts, table.dataset.table ?? table.dataset.name].join("-") + ".csv";
    link.href = URL.createObjectURL(new Blob([csv(lines(table))], { type: "text/csv" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function element(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  function tools(table) {
    const name = table.caption.textContent.trim();
    table.setAttribute("aria-label", name);
    const box = element("span", { className: "tools" });
    const field = element("input", { type: "search", placeholder: "Filter by text" });
    field.setAttribute("aria-label", `Filter: ${name}`);
    const status = element("span");
    status.setAttribute("role", "status");
    const button = element("button", { type: "button", textContent: "Download CSV" });
    button.setAttribute("aria-label", `Download as shown: ${name}`);
    field.addEventListener("input", () => filter(table, field.value, status));
    button.addEventListener("click", () => download(table));
    box.append(field, button, status);
    table.caption.append(box);
    filter(table, "", status);
  }

  for (const table of document.querySelectorAll("table.data")) {
    tools(table);
    table.tHead.addEventListener("click", (event) => {
      const head = event.target.closest("button")?.closest("th");
      if (head) sort(table, head);
    });
  }
})();
