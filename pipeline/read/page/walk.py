"""A page's tree → its pieces, in one walk from top to bottom.

Every word that a browser would show is collected, once, into the run of words that ends where the next block begins
or ends. What a run becomes depends on where it stands: its `Context`. lxml keeps the walk's stack, so that no depth of
nesting can stop it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import lxml.etree

from pipeline.read.clean import collapse
from pipeline.read.limits import LIMITS, Limits
from pipeline.read.page.content import Area, Line, Zone, is_date, is_furniture, is_link_list, is_menu, joined
from pipeline.read.page.context import CHANGES, INLINE_CHANGES, Context, Table, is_bullet, styled
from pipeline.read.page.layout import layout, names_frame
from pipeline.read.page.pieces import Piece
from pipeline.read.page.tables import new_cell, print_rows
from pipeline.read.page.tree import Element
from pipeline.read.text.line_ends import is_open

MAX_BOLD_HEADING = 120
"""A paragraph all in bold is a heading if it is shorter."""
LISTS = frozenset(("ul", "ol", "dl"))
CELLS = frozenset(("td", "th"))
_HIDING = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|text-decoration[a-z-]*\s*:[^;]*line-through)", re.I
)
"""Words that a browser does not show, or strikes out."""
RAISED, FIGURE = "^", re.compile(r"[(\[]?[0-9０-９]")
"""The sign before raised figures, without which `10<sup>6</sup>` would be 106."""
_TOOLBAR = re.compile(r"\s*(BEGIN|END)\b[A-Z\s]*TOOLBAR", re.I)
_GOES_ON = re.compile(r"[a-z,;)\]]|\((?!(?:[0-9ivxa-hA-H]{1,4}|[ァ-ヶ一二三四五六七八九十])[)）])")


def walk(root: Element, area: Area, *, by_name: bool = True, limits: Limits = LIMITS) -> list[Piece]:
    """The pieces of a page in its order. Raises `Exceeded` for a table that passes a limit.

    `by_name` false reads parts of the site's frame as such by their tags only, for pages that name their sheet `menu`.
    """
    walker = _Walker(area, by_name, limits)
    walker.walk(root)
    return walker.pieces


class _Walker:
    def __init__(self, area: Area, by_name: bool, limits: Limits) -> None:
        self.area = area
        self.by_name = by_name
        self.limits = limits
        self.names = names = layout()
        self.hidden, self.blocks, self.framed, self.holders = (
            names.hidden_tags,
            names.blocks,
            names.framed,
            area.holders,
        )
        self.pieces: list[Piece] = []
        self.context = Context(zone=area.rest)
        self.has_toolbar_end = self.in_toolbar = False
        self.lines: list[Line] = []
        self.parts: list[str] = []
        self.plain = self.linked = self.links = self.anchors = 0

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
                self._collect(tail)
        self._flush()

    def _enter(self, element: Element) -> Context | None:
        """Begins an element's words; the context around them, `None` where nothing in the element is left to be walked."""
        tag, attributes, around = element.tag, element.keys(), self.context
        if not isinstance(tag, str) or tag in self.hidden or (attributes and _is_hidden(element, attributes)):
            return None
        if tag == "br":
            self._end_line()
        elif tag in self.blocks and (self.parts or self.lines):
            self._flush()
        if tag in CELLS and len(element) == 0 and self._take_bare_cell(element, attributes):
            return None
        self.context = self._inner_context(element, tag, attributes)
        if tag == "sup" and self._is_raised(element):
            self._collect(RAISED)
        if text := element.text:
            self._collect(text)
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
                self._flush()
            table = self.context.table
            if table is not before.table and table is not None:
                self._print_table(table)
            elif table is not None and self.context.kind == "cell" and before.kind != "cell":
                table.close_cell(element)
        self.context = before

    def _inner_context(self, element: Element, tag: str, attributes: Sequence[str]) -> Context:
        context = self.context
        if self.in_toolbar and tag == "table":
            context = context._replace(zone=Zone.FURNITURE)
        if element in self.holders:
            context = context._replace(zone=Zone.CONTENT)
        elif tag in self.framed and context.zone is not Zone.FURNITURE and self._is_frame(element, tag, attributes):
            context = context._replace(zone=Zone.FURNITURE)
        change = (INLINE_CHANGES if context.kind == "cell" else CHANGES).get(tag)
        if change:
            context = change(element, tag, context)
        return styled(element, context) if "style" in attributes else context

    def _is_frame(self, element: Element, tag: str, attributes: Sequence[str]) -> bool:
        names, outside = self.names, self.context.zone is not Zone.CONTENT
        if tag in names.chrome_tags or (outside and tag in names.chrome_outer_tags):
            return True
        if attributes and self.by_name and _is_named_frame(element):
            return tag not in LISTS or self.context.zone > Zone.OPEN or is_menu(element)
        return outside and tag in ("ul", "ol") and is_link_list(element)

    def _mark_toolbar(self, comment: Element) -> None:
        if match := _TOOLBAR.match(comment.text or ""):
            self._flush()
            self.in_toolbar = match[1].upper() == "BEGIN" and self.has_toolbar_end

    def _collect(self, words: str) -> None:
        if self.context.is_pre:
            first, *others = words.split("\n")
            self._add_part(first)
            for other in others:
                self._end_line()
                self._add_part(other)
        elif self.parts or not words.isspace():
            self._add_part(words)

    def _add_part(self, part: str) -> None:
        self.parts.append(part)
        context, words = self.context, part.strip()
        if not context.is_bold:
            self.plain += len(words)
        if context.link and words:
            self.linked += len(words) - words.count(" ")
            self.links += 1
            self.anchors += context.link - 1

    def _end_line(self) -> None:
        if self.parts:
            text = collapse("".join(self.parts))
            if text:
                self.lines.append(Line(text, self.plain == 0, self.linked, self.links, self.anchors))
            self.parts = []
            self.plain = self.linked = self.links = self.anchors = 0

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
            self._add(run, zone, goes_on=run[0] is not lines[0])

    def _add(self, run: list[Line], zone: Zone, *, goes_on: bool) -> None:
        context = self.context
        kind, level = context.kind, context.level
        whole = joined(run, "\n" if kind in ("paragraph", "item") else " ")
        if kind == "paragraph" and whole.is_bold and len(whole.text) < MAX_BOLD_HEADING and not is_date(whole.text):
            kind = "heading"
        if is_furniture(whole, zone, self.area.is_latin, kind):
            self.pieces += (Piece("furniture", 0, (line.text,)) for line in run)
            return
        bulleted = True
        if context.mark and kind == "item":
            bulleted, context.mark[0] = context.mark[0] or context.is_definition, False
        self.pieces.append(Piece(kind, level, (whole.text,), goes_on and kind == "paragraph", bulleted))

    def _print_table(self, table: Table) -> None:
        linked = sum(cell.linked for row in table.rows for cell in row.cells)
        pieces = print_rows(table.rows, self.limits.cells)
        if linked and self.context.zone != Zone.CONTENT:
            words = sum(len(cell.text) for row in table.rows for cell in row.cells)
            if linked * 10 > words * 8:
                pieces = [Piece("furniture", 0, (text,)) for piece in pieces for text in piece.cells if text]
        self.pieces += pieces
        table.cell_context = None  # which holds the table, so that all cells would wait for a collection of garbage


def _is_hidden(element: Element, attributes: Sequence[str]) -> bool:
    if "hidden" in attributes:
        return True
    if "style" not in attributes:
        return False
    return _HIDING.search(element.get("style") or "") is not None or is_bullet(element)


def _is_named_frame(element: Element) -> bool:
    if names_frame(element.get("id") or "") or names_frame(element.get("class") or ""):
        return True
    role = element.get("role")
    return role is not None and role.lower() in layout().chrome_roles


def _runs(lines: list[Line], context: Context) -> list[list[Line]]:
    """The lines of one run of words, together where they are one sentence or one item, else each by itself."""
    is_whole = context.kind in ("heading", "term", "caption") or (context.kind == "item" and not context.is_definition)
    if len(lines) == 1 or is_whole:
        return [lines]
    runs = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        if before.is_bold == line.is_bold and _goes_on(before.text, line.text):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _goes_on(text: str, following: str) -> bool:
    """Whether a line break stands within a sentence or a bracket."""
    return is_open(text) or _GOES_ON.match(following) is not None
