"""A page's tree → its pieces, in one walk from top to bottom.

Every word that a browser would show is collected, once, into the run of words that ends where the next block begins
or ends. What a run becomes depends on where it stands: that is the `_Context`, which every element hands to its
children. The walk keeps its own stack, so that no depth of nesting can stop it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import lxml.etree

from pipeline.read.clean import collapse
from pipeline.read.content import Area, Line, Zone, is_date, is_furniture, is_link_list
from pipeline.read.layout import layout
from pipeline.read.pieces import Piece
from pipeline.read.tables import Cell, Row, is_layout, new_cell, print_rows
from pipeline.read.tree import Element

MAX_BOLD_HEADING = 120
_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"]
)
_BOLD = frozenset({"b", "strong", "big"})
_FRAMED = frozenset(["div", "ul", "ol", "dl", "nav", "section", "p", "table", "td", "tr", "header", "footer", "aside", "form", "span", "menu", "center", "main"])
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_BIG_FONT = re.compile(r"\s*(?:\+[1-9]|[4-7])")
_TOOLBAR = re.compile(r"\s*(BEGIN|END)\b[A-Z\s]*TOOLBAR", re.I)
_GOES_ON = re.compile(r"[a-z,;)\]]|\((?![0-9ivxa-hA-H]{1,4}[)）])")
_DANGLING = re.compile(r"(?:[,\-–—]|\b(?:and|or|the|an?|of|for|in|to|on|by|with|from|at|as))\Z")


class _Context(NamedTuple):
    """What the words of an element become.

    `link` is 1 within a link and 2 within one to a place on the page. `mark` holds, for an item, whether its bullet is
    yet to be printed; every line of a definition (`is_definition`) gets one.
    """

    kind: str = "paragraph"
    level: int = 0
    depth: int = 0
    is_bold: bool = False
    link: int = 0
    is_pre: bool = False
    zone: Zone = Zone.CONTENT
    table: _Table | None = None
    mark: list[bool] | None = None
    is_definition: bool = False


class _Table:
    """A data table being read: rows so far, words of the cell that stands open."""

    __slots__ = ("group", "lines", "rows")

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.lines: list[Line] = []
        self.group = 0


_Leave = tuple[_Context, Element, bool, str | None]


def walk(root: Element, area: Area, *, by_name: bool = True) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces of a page in its order, and notes on what could not be read as it stands.

    `by_name` false reads parts of the site's frame as such by their tags only, for pages that name their sheet `menu`.
    """
    walker = _Walker(area, by_name)
    walker.walk(root)
    return walker.pieces, tuple(dict.fromkeys(walker.notes))


class _Walker:
    def __init__(self, area: Area, by_name: bool) -> None:
        self.area = area
        self.by_name = by_name
        self.pieces: list[Piece] = []
        self.notes: list[str] = []
        self.context = _Context(zone=area.rest)
        self.has_toolbar_end = False
        self.in_toolbar = False
        self.lines: list[Line] = []
        self._new_line()

    def walk(self, root: Element) -> None:
        comments = (_TOOLBAR.match(comment.text or "") for comment in root.iter(lxml.etree.Comment))
        self.has_toolbar_end = any(match[1].upper() == "END" for match in comments if match)
        stack: list[Element | _Leave] = [root]
        while stack:
            item = stack.pop()
            if isinstance(item, tuple):
                self._leave(*item)
            else:
                self._enter(item, stack)
        self._flush()

    def _enter(self, element: Element, stack: list[Element | _Leave]) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            self._mark_toolbar(element)
            self._read(element.tail)
        elif tag in layout().hidden_tags or _is_hidden(element):
            self._read(element.tail)
        elif tag == "br":
            self._end_line()
            self._read(element.tail)
        else:
            is_block = tag in _BLOCKS
            if is_block:
                self._flush()
            stack.append((self.context, element, is_block, element.tail))
            self._change_context(element, tag)
            self._read(element.text)
            stack.extend(reversed(element))

    def _leave(self, before: _Context, element: Element, is_block: bool, tail: str | None) -> None:
        if is_block:
            self._flush()
            table = self.context.table
            if table is not before.table and table is not None:
                self._print_table(table)
            elif table is not None and self.context.kind == "cell" and before.kind != "cell":
                table.rows[-1].cells.append(_cell(element, table.lines))
        self.context = before
        self._read(tail)

    def _change_context(self, element: Element, tag: str) -> None:
        context = self.context._replace(zone=Zone.FURNITURE) if self.in_toolbar else self.context
        if element in self.area.holders:
            context = context._replace(zone=Zone.CONTENT)
        elif tag in _FRAMED or tag in layout().chrome_tags:
            context = self._in_frame(element, tag, context)
        if tag == "a" and (target := element.get("href")) is not None:
            context = context._replace(link=2 if "#" in target else 1)
            self.links += 1
            self.anchors += "#" in target
        change = _CHANGES.get(tag, _styled)
        self.context = change(element, context)

    def _in_frame(self, element: Element, tag: str, context: _Context) -> _Context:
        if context.zone != Zone.FURNITURE and (
            tag in layout().chrome_tags
            or (tag in layout().chrome_outer_tags and context.zone != Zone.CONTENT)
            or (self.by_name and _is_named_frame(element))
            or (tag in ("ul", "ol") and context.zone != Zone.CONTENT and is_link_list(element))
        ):
            return context._replace(zone=Zone.FURNITURE)
        return context

    def _mark_toolbar(self, comment: Element) -> None:
        if match := _TOOLBAR.match(comment.text or ""):
            self._flush()
            self.in_toolbar = match[1].upper() == "BEGIN" and self.has_toolbar_end

    def _read(self, words: str | None) -> None:
        if not words:
            return
        if self.context.is_pre and "\n" in words:
            first, *others = words.split("\n")
            self._collect(first)
            for line in others:
                self._end_line()
                self._collect(line)
        else:
            self._collect(words)

    def _collect(self, words: str) -> None:
        self.parts.append(words)
        context = self.context
        if context.is_bold and not context.link:
            return
        words = words.strip()
        if words and not context.is_bold:
            self.plain += len(words)
        if words and context.link:
            self.linked += len(words) - words.count(" ")
            if not self.links:
                self.links, self.anchors = 1, context.link - 1

    def _new_line(self) -> None:
        self.parts: list[str] = []
        self.plain = self.linked = self.links = self.anchors = 0

    def _end_line(self) -> None:
        if self.parts:
            text = collapse("".join(self.parts))
            if text:
                self.lines.append(Line(text, self.plain == 0, self.linked, self.links, self.anchors))
            self._new_line()

    def _flush(self) -> None:
        """Ends the run of words, and makes of it what it is."""
        self._end_line()
        if not self.lines:
            return
        lines, self.lines = self.lines, []
        context = self.context
        if context.kind == "cell" and context.table is not None:
            context.table.lines += lines
            return
        zone = Zone.FURNITURE if self.in_toolbar else context.zone
        for run in _runs(lines, context):
            self._add(run, zone, joined=run[0] is not lines[0])

    def _add(self, run: list[Line], zone: Zone, *, joined: bool) -> None:
        context, first = self.context, run[0]
        whole = first if len(run) == 1 else _whole(run, "\n" if context.kind in ("paragraph", "item") else " ")
        kind, level = context.kind, context.level
        if kind == "paragraph" and whole.is_bold and len(whole.text) < MAX_BOLD_HEADING and not is_date(whole.text):
            kind = "heading"
        if is_furniture(whole, zone, self.area.is_latin, kind):
            self.pieces += (Piece("furniture", 0, (line.text,)) for line in run)
            return
        bulleted = True
        if context.mark and kind == "item":
            bulleted, context.mark[0] = context.mark[0] or context.is_definition, False
        self.pieces.append(Piece(kind, level, (whole.text,), joined and kind == "paragraph", bulleted))

    def _print_table(self, table: _Table) -> None:
        linked = sum(cell.linked for row in table.rows for cell in row.cells)
        words = sum(len(cell.text) for row in table.rows for cell in row.cells)
        pieces, has_lost_spans = print_rows(table.rows)
        if linked * 10 > words * 8 and self.context.zone != Zone.CONTENT:
            pieces = [Piece("furniture", 0, (text,)) for piece in pieces for text in piece.cells if text]
        if has_lost_spans:
            self.notes.append("html: a table has too many cells; its rows and columns are read without spans")
        self.pieces += pieces


def _is_hidden(element: Element) -> bool:
    if not len(element.attrib):
        return False
    return element.get("hidden") is not None or _HIDING.search(element.get("style") or "") is not None


def _is_named_frame(element: Element) -> bool:
    if not len(element.attrib):
        return False
    names = f"{element.get('id') or ''} {element.get('class') or ''}".split()
    is_frame = layout().chrome_names.fullmatch
    return any(map(is_frame, names)) or (element.get("role") or "").lower() in layout().chrome_roles


def _styled(element: Element, context: _Context) -> _Context:
    if context.is_bold or not len(element.attrib) or not _BOLD_STYLE.search(element.get("style") or ""):
        return context
    return context._replace(is_bold=True)


def _cell(element: Element, lines: list[Line]) -> Cell:
    text = "\n".join(line.text for line in lines)
    return new_cell(element, text, all(line.is_bold for line in lines), sum(line.linked for line in lines))


def _whole(run: list[Line], joint: str) -> Line:
    texts, bold, linked, links, anchors = zip(*run, strict=True)
    return Line(joint.join(texts), all(bold), sum(linked), sum(links), sum(anchors))


def _runs(lines: list[Line], context: _Context) -> list[list[Line]]:
    """The lines of one run of words, together where they are one sentence or one item, else each by itself."""
    if len(lines) == 1 or context.kind in ("heading", "term", "caption") or _is_listed(context):
        return [lines]
    runs = [[lines[0]]]
    for before, line in zip(lines, lines[1:], strict=False):
        goes_on = _GOES_ON.match(line.text) or _DANGLING.search(before.text) or _is_open(before.text)
        if goes_on and before.is_bold == line.is_bold:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _is_listed(context: _Context) -> bool:
    return context.kind == "item" and not context.is_definition


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _heading(element: Element, context: _Context) -> _Context:
    return context if context.kind == "cell" else context._replace(kind="heading", level=int(element.tag[1]))


def _list(element: Element, context: _Context) -> _Context:
    is_below = context.is_definition and context.mark is not None and not context.mark[0]
    return context._replace(depth=context.depth + (2 if is_below else 1))


def _item(element: Element, context: _Context) -> _Context:
    if context.kind == "cell":
        return context
    return context._replace(kind="item", level=max(context.depth, 1), mark=[True], is_definition=False)


def _term(element: Element, context: _Context) -> _Context:
    return context if context.kind == "cell" else context._replace(kind="term", level=0, mark=None)


def _definition(element: Element, context: _Context) -> _Context:
    return (
        context
        if context.kind == "cell"
        else context._replace(kind="item", level=context.depth + 1, mark=[True], is_definition=True)
    )


def _caption(element: Element, context: _Context) -> _Context:
    return context if context.kind == "cell" else context._replace(kind="caption", level=0, mark=None)


def _new_table(element: Element, context: _Context) -> _Context:
    fresh = context._replace(kind="paragraph", level=0, depth=0, mark=None, is_definition=False, is_bold=False)
    if context.zone == Zone.FURNITURE or is_layout(element):
        return fresh._replace(table=None)
    return fresh._replace(table=_Table())


def _rows_group(element: Element, context: _Context) -> _Context:
    if context.table is not None and context.kind != "cell":
        context.table.group += 1
    return context


def _row(element: Element, context: _Context) -> _Context:
    if context.table is not None and context.kind != "cell":
        parent = element.getparent()
        context.table.rows.append(Row([], context.table.group, parent is not None and parent.tag == "thead"))
    return context


def _table_cell(element: Element, context: _Context) -> _Context:
    if context.kind == "cell":
        return context
    if context.table is None:
        bold = context.is_bold or element.tag == "th"
        return context._replace(kind="paragraph", level=0, depth=0, mark=None, is_definition=False, is_bold=bold)
    if not context.table.rows:
        context.table.rows.append(Row([]))
    context.table.lines = []
    return context._replace(kind="cell")


def _bold(element: Element, context: _Context) -> _Context:
    return context if context.is_bold else context._replace(is_bold=True)


def _font(element: Element, context: _Context) -> _Context:
    is_big = _BIG_FONT.match(element.get("size") or "") is not None
    return context._replace(is_bold=True) if is_big and not context.is_bold else _styled(element, context)


def _pre(element: Element, context: _Context) -> _Context:
    return context._replace(is_pre=True)


_CHANGES: Mapping[str, Callable[[Element, _Context], _Context]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(_BOLD, _bold),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _rows_group),
    **dict.fromkeys(("td", "th"), _table_cell),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _pre),
    "li": _item,
    "dt": _term,
    "dd": _definition,
    "caption": _caption,
    "table": _new_table,
    "tr": _row,
    "font": _font,
}
