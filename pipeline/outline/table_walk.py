"""The walk through tables: headers, rows with cells, rows in running text, and figures below years."""

from __future__ import annotations

import re

from pipeline.normalize.dates import DateValue
from pipeline.normalize.visitors import parse_visitors
from pipeline.outline.cells import (
    are_values,
    dated_columns,
    first_line_apart,
    is_date_alone,
    is_labelled,
    label_and_values,
)
from pipeline.outline.headings import known_topic, read_head
from pipeline.outline.identity import Partner
from pipeline.outline.rows import (
    RowStart,
    header_at,
    header_tail,
    inner_rows,
    month_row_at,
    row_at,
    series_cells,
    slipped_row_at,
    year_cells,
)
from pipeline.outline.sections import Line, Section
from pipeline.outline.wraps import goes_on, is_groups_end
from pipeline.publishers import Publisher
from pipeline.records import Block, Document, Span

CAPTION = 9
"""The level of a table's caption, below all headings."""

SOURCE = re.compile(r"[(（※*]?\s*(?:(?:Sources?|Data from|出典)\s*[:：]|Notes?(?: [0-9]{1,2})?\s*[:：)）])", re.I)
"""How a line begins that says something of the figures above it."""

FOUR_DIGITS = re.compile("[0-9]{4}")
"""A year, or a slip for one: `2103`."""


def is_source(words: str) -> bool:
    """Whether a line says something of the figures above it, and so goes on with no row.

    >>> is_source("(Note 1) Ships are not included."), is_source("Notes on Trade")
    (True, False)
    """
    return SOURCE.match(words) is not None


class TableWalker:
    """The state of a walk: the lines so far, the open section, and the open table if rows are expected."""

    def __init__(self, document: Document, publisher: Publisher, partner: Partner) -> None:
        self.text = document.text
        self.publisher = publisher
        self.partner = partner
        self.lines: list[Line] = []
        self.section = Section("sheet", 0, None, 0, 0, None, None, None)
        self.numbered: dict[int, tuple[str, Section]] = {}
        self.following: Block | None = None
        self.in_table = False
        self.columns = 0
        self.caption_level = 0
        self.style: int | None = None
        self.term: Span | None = None
        self.last_end = 0
        self.has_blanks = "\n\n" in document.text
        self.published: DateValue | None = None
        self.title: str | None = None

    def take(self, block: Block) -> None:
        """Hand a block to whatever knows its kind."""
        raise NotImplementedError

    def _take_words(self, block: Block, span: Span | None = None) -> None:
        """Take a block that is no row."""
        raise NotImplementedError

    def _caption(self, words: str) -> tuple[str | None, str | None] | None:
        """The direction that a caption of visits gives."""
        raise NotImplementedError

    def _open(self, block: Block, kind: str, words: str, level: int) -> None:
        """Open a section."""
        raise NotImplementedError

    def _open_table(self) -> None:
        self.in_table, self.style, self.columns = True, None, 0

    def _take_years(self, block: Block) -> bool:
        """Tables whose columns are years: the header, and the lines of figures below it. Returns whether the block is any."""
        years = year_cells(self.text, block.body, block.end) or dated_columns(self.text, block)
        if years:
            self._open_table()
            self.in_table, self.columns = False, len(years)
            self._add(block._replace(kind="header", cells=tuple(years)), "header")
            return True
        cells = series_cells(self.text, block.body, block.end, self.columns)
        if not cells and self.columns and are_values(self.text, block, self.columns):
            cells = block.cells
        if not cells:
            self.columns = 0 if block.kind in ("heading", "caption") else self.columns
            return False
        self._add(block._replace(kind="row", cells=cells), "series")
        return True

    def _take_row(self, block: Block) -> None:
        """A row with cells: a heading or caption where it holds but one, else a row."""
        filled = [cell for cell in block.cells if cell.start < cell.end]
        parts = filled if is_labelled(self.text, filled, self.section, self.publisher) else []
        if len(filled) == 1 and not self.in_table:
            parts = first_line_apart(self.text, filled[0], self.section, self.publisher)
        if parts:
            for part in label_and_values(self.text, block, parts):
                self.take(part)
            return
        if len(filled) == 1 and self._take_date_above(block, filled[0]):
            return
        if len(filled) == 1 and not self.in_table:
            cell = filled[0]
            self._take_words(block._replace(kind="paragraph", body=cell.start), Span(cell.start, cell.end))
            return
        if len(filled) == 1 and self._caption(self.text[filled[0].start : filled[0].end]):
            self._open(block, "caption", self.text[filled[0].start : filled[0].end], CAPTION)
            return
        self.in_table = True
        self._add(block, "row")

    def _take_date_above(self, block: Block, cell: Span) -> bool:
        """A row, or a heading among visits, that is nothing but the date of the rows below it. Returns whether it is one."""
        words, topic = self.text[cell.start : cell.end], self.section.nearest_topic()
        is_told = topic is not None and (
            topic.group == "visits" or (topic.group == "narrative" and block.kind != "heading")
        )
        if not is_told or not (is_date_alone(words) or FOUR_DIGITS.fullmatch(words)):
            return False
        self.in_table = True
        self._add(block._replace(kind="row", cells=(cell, Span(cell.end, cell.end))), "row")
        return True

    def _take_table(self, block: Block) -> bool:
        """Headers and rows in running text. Returns whether the block was any."""
        below = self.following.kind if self.following else ""
        is_above = block.kind == "caption" or (block.kind == "heading" and below in ("row", "item", "paragraph"))
        if block.kind == "paragraph" and self.in_table:
            is_above = FOUR_DIGITS.fullmatch(self.text, block.body, block.end) is not None
        if is_above and self._take_date_above(block, Span(block.body, block.end)):
            return True
        if block.kind not in ("paragraph", "item"):
            return False
        end = header_at(self.text, block.body, block.end)
        if end is not None:
            self._open_table()
            self._add(block._replace(kind="header", end=end), "header")
            rest = len(self.text[end : block.end]) - len(self.text[end : block.end].lstrip()) + end
            if rest < block.end:
                self._add_rows(self._rest(block, rest, "row"))
            return True
        if self._take_stacked_header(block) or self._take_captioned_header(block):
            return True
        is_open = self.in_table and block.kind == "paragraph"
        if not (is_open or self._among_visits()):
            return False
        words = self._words(block)
        is_date = not is_open and is_date_alone(words)
        if is_date and self._take_date_below(block):
            return True
        is_sentence = not is_open and words.endswith(".") and not is_date
        is_dated = not is_sentence and row_at(self.text, block.body, block.end) is not None
        if is_dated or (is_open and self._row_start(block.body, block.end)):
            self.in_table = True
            self._add_rows(block)
        elif is_open and self._goes_on(block):
            if not self._join(block):
                self._add_rows(block)
        else:
            self.in_table = False
        return self.in_table

    def _take_stacked_header(self, block: Block) -> bool:
        """A header with one cell a line: `Year` above `Name`. Returns whether the block is one of its cells."""
        below, above = self.following, self.lines[-1] if self.lines else None
        if above and above.role == "header" and self._are_stacked(above.block, block):
            self._add(block._replace(kind="header"), "header")
        elif below and below.kind == "paragraph" and self._are_stacked(block, below):
            self._open_table()
            self._add(block._replace(kind="header"), "header")
        else:
            return False
        return True

    def _are_stacked(self, block: Block, below: Block) -> bool:
        """Whether two lines are a header together."""
        return not block.cells and header_at(self.text, block.body, below.end) == below.end

    def _take_date_below(self, block: Block) -> bool:
        """A date right below a visitor whose row has none: in such tables the date comes last. Returns whether it is one."""
        above = self.lines[-1]
        is_next = above.section is self.section and self.text[above.block.end : block.start] == "\n"
        if above.role != "prose" or not is_next or not parse_visitors(self._words(above.block)).visitors:
            return False
        row = next((line for line in reversed(self.lines) if line.role == "row"), None)
        if row and row.section is self.section and row.block.cells and row.block.cells[0] < row.block.cells[-1]:
            return False  # the dates of this table come first
        cells = (Span(block.body, block.end), Span(above.block.body, above.block.end))
        self.lines[-1] = above._replace(block=above.block._replace(kind="row", end=block.end, cells=cells), role="row")
        return True

    def _take_captioned_header(self, block: Block) -> bool:
        """A caption and the header below it in one line: `From Kenya to JapanYearName`. Returns whether the block is that."""
        cut = header_tail(self.text, block.body, block.end) if block.kind == "paragraph" else None
        words = self.text[block.body : cut] if cut else ""
        if cut is None or not self._caption(words):
            return False
        self._open(block._replace(end=cut), "caption", words, CAPTION)
        self._open_table()
        start = cut + len(self.text[cut : block.end]) - len(self.text[cut : block.end].lstrip())
        self._add(self._rest(block, start, "header"), "header")
        return True

    def _among_visits(self) -> bool:
        topic = self.section.nearest_topic()
        return topic is not None and topic.group == "visits"

    def _join(self, block: Block) -> bool:
        """Take a line into the row above where it only goes on with its words. Returns whether it does."""
        line = self.lines[-1]
        above = line.block.cells[-1] if line.block.cells else Span(line.block.body, line.block.end)
        if not self._among_visits() or "|" in self.text[line.block.start : line.block.end]:
            return False
        if not goes_on(self.text[above.start : above.end], self._words(block)):
            return False
        cells = (*line.block.cells[:-1], Span(above.start, block.end)) if line.block.cells else ()
        self.lines[-1] = line._replace(block=line.block._replace(end=block.end, cells=cells))
        return True

    def _row_start(self, start: int, end: int) -> RowStart | None:
        found = row_at(self.text, start, end) or month_row_at(self.text, start, end)
        return found or (slipped_row_at(self.text, start, end) if self.in_table else None)

    def _goes_on(self, block: Block) -> bool:
        """Whether a line without a date continues the rows above: no blank line, no heading, and rows there are."""
        words, above = self._words(block), self.lines[-1].block
        is_awaited = (
            bool(above.cells) and above.cells[-1].start == above.cells[-1].end
        )  # so far it is nothing but a date
        if self.lines[-1].role != "row" or ("\n\n" in self.text[self.last_end : block.start] and not is_awaited):
            return False
        if is_source(words):
            return False
        head = read_head(words)
        if known_topic(head, self.publisher):  # the end of a league's name is no heading
            return is_groups_end(self.text[above.cells[-1].start if above.cells else above.body : above.end], words)
        return self._caption(words) is None and not head.colon

    def _add_rows(self, block: Block) -> None:
        """Cut a stretch of text into its rows, each with a cell for the date (empty when it has none) and one for the rest."""
        first = self._row_start(block.body, block.end)
        if first and first.style >= 0 and self.style is None:
            self.style = first.style
        starts = inner_rows(self.text, block.body, block.end, self.style)
        bounds = [block.body, *(row.date.start for row in starts), block.end]
        heads: list[RowStart | None] = [first, *starts]
        for head, start, stop in zip(heads, bounds, bounds[1:], strict=False):
            end = start + len(self.text[start:stop].rstrip())
            date = head.date if head else Span(start, start)
            cells = (date, Span(head.words if head else start, end))
            line = block.line + self.text.count("\n", block.body, start)
            self._add(Block("row", 0, start if start > block.body else block.start, end, line, start, cells), "row")

    def _add(self, block: Block, role: str) -> None:
        self.lines.append(Line(block, role, self.section))

    def _rest(self, block: Block, start: int, kind: str) -> Block:
        """What stands in a block from a place on."""
        line = block.line + self.text.count("\n", block.start, start)
        return block._replace(kind=kind, start=start, body=start, line=line)

    def _words(self, block: Block) -> str:
        return self.text[block.body : block.end]
