// The sheet beside its rows: pointing at or choosing one side marks the other; a link to a row opens it marked.
"use strict";
(() => {
  const { version, row, fields } = window.factsheets;
  const sections = [...document.querySelectorAll(".version")];
  const inspector = document.createElement("aside");
  inspector.className = "inspector";
  inspector.setAttribute("aria-label", "The chosen row");
  let chosen = null;

  function show(section) {
    for (const one of sections) one.hidden = one !== section;
    for (const link of document.querySelectorAll(".versions a")) {
      if (link.dataset.version === section.dataset.name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function both(section, name) {
    return [row(section, name), ...(version(section).pieces.get(name) ?? [])].filter(Boolean);
  }

  function clear(mark) {
    for (const one of document.querySelectorAll(`.${mark}`)) one.classList.remove(mark);
  }

  function into(pane, element) {
    if (!pane || !element) return;
    const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
    const isSeen = inner.top >= outer.top + 40 && inner.bottom <= outer.bottom - (pane.contains(inspector) ? inspector.offsetHeight : 0);
    if (!isSeen) pane.scrollTop += inner.top - outer.top - outer.height / 4;
  }

  // Mark a row and its text; `name` is the row's number within its sheet, as in `visit-0001`.
  function choose(section, name) {
    show(section);
    clear("on");
    chosen = { section, name };
    const found = both(section, name);
    for (const one of found) one.classList.add("on");
    const line = row(section, name);
    if (line?.hidden) line.hidden = false;
    inspect(section, name);
    into(section.querySelector(".pane.rows"), line);
    into(section.querySelector(".pane.text"), version(section).pieces.get(name)?.[0]);
    section.querySelector(".bench").scrollIntoView({ block: "nearest" });
  }

  function button(text, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  function step(by) {
    const lines = [...chosen.section.querySelectorAll(".rows tbody tr:not([hidden])")];
    const at = lines.indexOf(row(chosen.section, chosen.name));
    const next = lines[(at + by + lines.length) % lines.length];
    if (next) location.hash = next.id;
  }

  function close() {
    inspector.remove();
    clear("on");
    const line = chosen && row(chosen.section, chosen.name);
    chosen = null;
    history.replaceState(null, "", location.pathname + location.search);
    line?.querySelector("a")?.focus({ preventScroll: true });
  }

  function inspect(section, name) {
    const head = document.createElement("header");
    const title = document.createElement("h3");
    title.textContent = name.replace("-", " ");
    head.append(title, button("↑", "Row before", () => step(-1)), button("↓", "Next row", () => step(1)), button("Close", "Close", close));
    const list = document.createElement("dl");
    const isPlace = ([column]) => /_(id|group|key)$|^(section|line|char_|quote)/.test(column);
    const all = fields(section, name).filter(([, value]) => value !== "");
    for (const [column, value] of [...all.filter((one) => !isPlace(one)), ...all.filter(isPlace)]) {
      const [box, term, told] = ["div", "dt", "dd"].map((one) => document.createElement(one));
      term.textContent = column;
      told.textContent = value;
      if (value.length > 36) box.className = "long";
      box.append(term, told);
      list.append(box);
    }
    inspector.replaceChildren(head, list);
    section.querySelector(".pane.rows").append(inspector);
  }

  // `#2014-09-01.visit-0001` is a row, `#2014-09-01` a version, `#visit-0001` a row of the newest version.
  function follow() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const cut = hash.lastIndexOf(".");
    const section = sections.find((one) => one.dataset.name === (cut < 0 ? hash : hash.slice(0, cut)));
    const name = hash.slice(cut + 1);
    if (section && cut >= 0 && row(section, name)) choose(section, name);
    else if (section) show(section);
    else if (sections[0] && row(sections[0], hash)) choose(sections[0], hash);
  }

  function names(target) {
    const marked = target.closest?.("[data-r]");
    return marked ? [marked.closest(".version"), marked.dataset.r.split(" ")] : [null, []];
  }

  function point(event) {
    clear("hot");
    const [section, found] = names(event.target);
    if (section) for (const one of both(section, found[0])) one.classList.add("hot");
  }

  // Choosing a piece again goes on to the next fact that stands there.
  function press(event) {
    const [section, found] = names(event.target);
    const link = event.target.closest("a, button, input, summary");
    if (!section || (link && !link.matches(".m")) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!link && String(getSelection())) return;
    event.preventDefault();
    const at = chosen?.section === section ? found.indexOf(chosen.name) : -1;
    location.hash = `${section.dataset.name}.${found[(at + 1) % found.length]}`;
  }

  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");

  function explain(event) {
    const link = event.target.closest?.(".picture a");
    if (!link) return tip.remove();
    const [place, box] = [link.getAttribute("href").split("#")[1], link.getBoundingClientRect()];
    const who = document.getElementById(place)?.querySelector("td b")?.textContent;
    tip.textContent = [link.getAttribute("aria-label"), place.includes("visit") ? who : ""].filter(Boolean).join(": ");
    document.body.append(tip);
    tip.style.left = `${Math.max(4, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${box.top > 60 ? box.top - tip.offsetHeight - 6 : box.bottom + 6}px`;
  }

  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, point);
    document.addEventListener(kind, explain);
  }
  document.addEventListener("click", press);
  document.addEventListener("change", (event) => {
    const box = event.target.closest(".kind input");
    if (!box) return;
    const section = box.closest(".version");
    section.classList.toggle(`no-${box.value}`, !box.checked);
    const tables = { visit: "visits", observation: "observations", event: "events", finding: "findings" };
    const table = section.querySelector(`table[data-table="${tables[box.value]}"]`);
    if (table) table.hidden = !box.checked;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) close();
  });
  addEventListener("hashchange", follow);
  if (sections[0]) show(sections[0]);
  follow();
})();
