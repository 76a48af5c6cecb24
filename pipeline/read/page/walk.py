"""A page's tree → its pieces, in one walk from top to bottom.

Every word that a browser would show is collected, once, into the run of words that ends where the next block begins
or ends. What a run becomes depends on where it stands: its `Context`. lxml keeps the walk's stack, so that no depth of
nesting can stop it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import lxml.etree

from pipeline.read.clean import collapse
from pipeline.read.limits import LIMITS, Limits
from pipeline.read.page.area import Area, Zone
from pipeline.read.page.context import CHANGES, INLINE_CHANGES, Context
from pipeline.read.page.frame import is_frame
from pipeline.read.page.layout import layout
from pipeline.read.page.pieces import Piece
from pipeline.read.page.runs import Collector
from pipeline.read.page.styles import is_hidden, styled
from pipeline.read.page.tables import new_cell
from pipeline.read.page.tree import Element

CELLS = frozenset(("td", "th"))
RAISED, FIGURE = "^", re.compile(r"[(\[]?[0-9０-９]")
"""The sign before raised figures, without which `10<sup>6</sup>` would be 106."""
_TOOLBAR = re.compile(r"\s*(BEGIN|END)\b[A-Z\s]*TOOLBAR", re.I)


def walk(root: Element, area: Area, *, by_name: bool = True, limits: Limits = LIMITS) -> list[Piece]:
    """The pieces of a page in its order. Raises `Exceeded` for a table that passes a limit.

    `by_name` false reads parts of the site's frame as such by their tags only, for pages that name their sheet `menu`.
    """
    walker = _Walker(area, by_name, limits)
    walker.walk(root)
    return walker.pieces


class _Walker(Collector):
    def __init__(self, area: Area, by_name: bool, limits: Limits) -> None:
        super().__init__(area, limits)
        self.by_name = by_name
        names = layout()
        self.hidden, self.blocks, self.framed = names.hidden_tags, names.blocks, names.framed
        self.holders = area.holders
        self.has_toolbar_end = False

    def walk(self, root: Element) -> None:
        comments = (_TOOLBAR.match(comment.text or "") for comment in root.iter(lxml.etree.Comment))
        self.has_toolbar_end = any(match[1].upper() == "END" for match in comments if match)
        for comment in reversed(list(root.itersiblings(lxml.etree.Comment, preceding=True))):
            self._mark_toolbar(comment)
        events = lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        around: list[Context | None] = []
        for event, element in events:
            if event == "start":
                around.append(self._enter(element))
                if around[-1] is None:
                    events.skip_subtree()
                continue
            if event != "end":
                self._mark_toolbar(element)
            elif (before := around.pop()) is not None:
                self._leave(element, before)
            if tail := element.tail:
                self.collect(tail)
        self.flush()

    def _enter(self, element: Element) -> Context | None:
        """Begins an element's words; the context around them, `None` where nothing in the element is left to be walked."""
        tag, attributes, around = element.tag, element.keys(), self.context
        if not isinstance(tag, str) or tag in self.hidden or (attributes and is_hidden(element, attributes)):
            return None
        if tag == "br":
            self.end_line()
        elif tag in self.blocks and (self.parts or self.lines):
            self.flush()
        if tag in CELLS and len(element) == 0 and self._take_bare_cell(element, attributes):
            return None
        self.context = self._inner_context(element, tag, attributes)
        if tag == "sup" and self._is_raised(element):
            self.collect(RAISED)
        if text := element.text:
            self.collect(text)
        return around

    def _take_bare_cell(self, element: Element, attributes: Sequence[str]) -> bool:
        """Takes a cell of a data table at once, where it holds words and no element, as most do. Returns whether it did."""
        context, table = self.context, self.context.table
        if table is None or context.kind == "cell" or "style" in attributes or element in self.holders:
            return False
        cell = table.open_cell(context)
        if cell.link or cell.is_pre:
            return False
        text = collapse(element.text or "")
        table.rows[-1].cells.append(new_cell(element, text, cell.is_bold or not text, 0))
        return True

    def _is_raised(self, element: Element) -> bool:
        """Whether figures stand above those in front of them, as an exponent or the mark of a footnote: `420<sup>1</sup>`."""
        figures = next((words.strip() for words in element.itertext() if words.strip()), "")
        return FIGURE.match(figures) is not None and bool(self.parts) and self.parts[-1][-1:].isdigit()

    def _leave(self, element: Element, before: Context) -> None:
        if element.tag in self.blocks:
            if self.parts or self.lines:
                self.flush()
            table = self.context.table
            if table is not before.table and table is not None:
                self.print_table(table)
            elif table is not None and self.context.kind == "cell" and before.kind != "cell":
                table.close_cell(element)
        self.context = before

    def _inner_context(self, element: Element, tag: str, attributes: Sequence[str]) -> Context:
        context = self.context
        if self.in_toolbar and tag == "table":
            context = context._replace(zone=Zone.FURNITURE)
        if element in self.holders:
            context = context._replace(zone=Zone.CONTENT)
        elif (
            tag in self.framed
            and context.zone is not Zone.FURNITURE
            and is_frame(element, tag, attributes, context.zone, by_name=self.by_name)
        ):
            context = context._replace(zone=Zone.FURNITURE)
        change = (INLINE_CHANGES if context.kind == "cell" else CHANGES).get(tag)
        if change:
            context = change(element, tag, context)
        return styled(element, context) if "style" in attributes else context

    def _mark_toolbar(self, comment: Element) -> None:
        if match := _TOOLBAR.match(comment.text or ""):
            self.flush()
            self.in_toolbar = match[1].upper() == "BEGIN" and self.has_toolbar_end
