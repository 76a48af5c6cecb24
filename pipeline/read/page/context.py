"""What the words of an element become: the context that every element of a page hands to its children."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from pipeline.read.page.area import Zone
from pipeline.read.page.lines import Line, joined
from pipeline.read.page.tables import Cell, Row, is_layout, new_cell
from pipeline.read.page.tree import Element

_BIG_FONT = re.compile(r"\s*(?:\+[1-9]|[4-7])")


class Context(NamedTuple):
    """What the words of an element become.

    `kind` and `level` are those of the block; `cell` is the kind within a data table's cell. `link` is 1 within a link
    and 2 within one to a place on the page. `mark` holds, for an item, whether its bullet is yet to be printed; every
    line of a definition (`is_definition`) gets one.
    """

    kind: str = "paragraph"
    level: int = 0
    depth: int = 0
    is_bold: bool = False
    link: int = 0
    is_pre: bool = False
    zone: Zone = Zone.CONTENT
    table: Table | None = None
    mark: list[bool] | None = None
    is_definition: bool = False


class Table:
    """A data table being read: its rows so far, and the lines of the cell that stands open."""

    __slots__ = ("cell_context", "group", "lines", "rows")

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.lines: list[Line] = []
        self.group = 0
        self.cell_context: Context | None = None

    def open_row(self, in_head: bool) -> None:
        self.rows.append(Row([], self.group, in_head))

    def open_cell(self, around: Context) -> Context:
        """Begins a cell, which needs a row; what its words become, in the first cell as in all others."""
        if not self.rows:
            self.open_row(in_head=False)
        self.lines = []
        if self.cell_context is None:
            self.cell_context = around._replace(kind="cell", level=0, depth=0, mark=None)
        return self.cell_context

    def close_cell(self, element: Element) -> None:
        """Adds the cell of a `td` or `th` that has ended."""
        whole = joined(self.lines, "\n")
        cell: Cell = new_cell(element, whole.text, whole.is_bold, whole.linked)
        self.rows[-1].cells.append(cell)


def _heading(element: Element, tag: str, context: Context) -> Context:
    return context._replace(kind="heading", level=int(tag[1]))


def _list(element: Element, tag: str, context: Context) -> Context:
    is_below = context.is_definition and context.mark is not None and not context.mark[0]
    return context._replace(depth=context.depth + (2 if is_below else 1))


def _item(element: Element, tag: str, context: Context) -> Context:
    return context._replace(kind="item", level=max(context.depth, 1), mark=[True], is_definition=False)


def _terms(element: Element, tag: str, context: Context) -> Context:
    """Terms within the definition of another one stand a level below that one."""
    return context._replace(depth=context.depth + 1) if context.is_definition else context


def _term(element: Element, tag: str, context: Context) -> Context:
    level = context.depth if context.is_definition else 0
    return context._replace(kind="term", level=level, mark=None)


def _definition(element: Element, tag: str, context: Context) -> Context:
    return context._replace(kind="item", level=context.depth + 1, mark=[True], is_definition=True)


def _caption(element: Element, tag: str, context: Context) -> Context:
    return context._replace(kind="caption", level=0, mark=None)


def _table(element: Element, tag: str, context: Context) -> Context:
    table = None if context.zone == Zone.FURNITURE or is_layout(element) else Table()
    return Context(link=context.link, zone=context.zone, table=table)


def _rows_group(element: Element, tag: str, context: Context) -> Context:
    if context.table is not None:
        context.table.group += 1
    return context


def _row(element: Element, tag: str, context: Context) -> Context:
    if context.table is not None:
        parent = element.getparent()
        context.table.open_row(parent is not None and parent.tag == "thead")
    return context


def _cell(element: Element, tag: str, context: Context) -> Context:
    table = context.table
    if table is None:
        return Context(is_bold=tag == "th", link=context.link, zone=context.zone)
    return table.open_cell(context)


def _bold(element: Element, tag: str, context: Context) -> Context:
    return context if context.is_bold else context._replace(is_bold=True)


def _font(element: Element, tag: str, context: Context) -> Context:
    is_big = not context.is_bold and _BIG_FONT.match(element.get("size") or "") is not None
    return context._replace(is_bold=True) if is_big else context


def _link(element: Element, tag: str, context: Context) -> Context:
    target = element.get("href")
    return context if target is None else context._replace(link=2 if "#" in target else 1)


def _pre(element: Element, tag: str, context: Context) -> Context:
    return context._replace(is_pre=True)


_Change = Callable[[Element, str, Context], Context]
INLINE_CHANGES: Mapping[str, _Change] = {
    **dict.fromkeys(("b", "strong", "big"), _bold),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _pre),
    "a": _link,
    "font": _font,
}
"""What a tag changes, even within the cell of a data table."""
CHANGES: Mapping[str, _Change] = {
    **INLINE_CHANGES,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _rows_group),
    **dict.fromkeys(("td", "th"), _cell),
    "li": _item,
    "dl": _terms,
    "dt": _term,
    "dd": _definition,
    "caption": _caption,
    "table": _table,
    "tr": _row,
}
"""What a tag changes elsewhere. Tags that are not here change nothing."""
