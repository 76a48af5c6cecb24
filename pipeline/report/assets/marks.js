// Which pieces of text and which rows belong together, and all columns of a row: shared by sheet.js and tables.js.
"use strict";
window.factsheets = (() => {
  const known = new Map();

  // Of one version: the tables of its facts, their rows by name, and the pieces of text that bear each row's mark.
  function version(section) {
    if (known.has(section)) return known.get(section);
    const stored = JSON.parse(section.querySelector("script.rows").textContent);
    const tables = {};
    for (const [name, { columns, rows }] of Object.entries(stored)) {
      const at = columns.findIndex((column) => column.endsWith("_id"));
      tables[name] = { columns, byName: new Map(rows.map((row) => [row[at].split("#")[1], row])) };
    }
    const pieces = new Map();
    for (const piece of section.querySelectorAll(".m")) {
      for (const name of piece.dataset.r.split(" ")) {
        if (!pieces.has(name)) pieces.set(name, []);
        pieces.get(name).push(piece);
      }
    }
    const made = { tables, pieces };
    known.set(section, made);
    return made;
  }

  function row(section, name) {
    return document.getElementById(`${section.dataset.name}.${name}`);
  }

  function data(table) {
    const section = table.closest(".version");
    return section && table.dataset.table ? version(section).tables[table.dataset.table] : null;
  }

  // Columns of a row with what stands in them.
  function fields(section, name) {
    for (const { columns, byName } of Object.values(version(section).tables)) {
      const found = byName.get(name);
      if (found) return columns.map((column, at) => [column, found[at]]);
    }
    return [];
  }

  return { version, row, data, fields };
})();
