"""Rows in running text: where they begin, which lines go on with them, and where a print lost the breaks between them."""

from __future__ import annotations

import re
from itertools import takewhile

from pipeline.normalize.visitors import parse_visitors
from pipeline.outline.cells import is_date_alone
from pipeline.outline.headings import known_topic, read_head
from pipeline.outline.pieces import line_at
from pipeline.outline.rows import RowStart, inner_rows, month_row_at, row_at, slipped_row_at
from pipeline.outline.table_walk import TableWalker
from pipeline.outline.wraps import goes_on, is_bare, is_groups_end, is_source
from pipeline.records import Block, Span

OPEN, CLOSE = "(（", ")）"
"""Of a line that says something of the figures above it: `（単位：億円）`."""
SENTENCE = re.compile("[0-9０-９]{4}年[^ \t\u3000]*[、に].*。\\Z", re.S)
"""A date that begins a sentence in Japanese begins no row: `2014年11月、国王が訪日し、…`."""


class RowWalker(TableWalker):
    """The walk's knowledge of rows that have no cells of their own; `_take_text_row` is the door."""

    def _take_text_row(self, block: Block) -> bool:
        """A row, or a line that goes on with one, in an open table or among visits. Returns whether the block is any."""
        is_open = self.in_table and block.kind == "paragraph"
        if not (is_open or self._among_visits()):
            return False
        words = self._words(block)
        is_date = not is_open and is_date_alone(words)
        if is_date and self._take_date_below(block):
            return True
        is_sentence = (not is_open and words.endswith(".") and not is_date) or SENTENCE.match(words) is not None
        is_dated = not is_sentence and row_at(self.text, block.body, block.end) is not None
        if is_dated or (is_open and not is_sentence and self._row_start(block.body, block.end)):
            self.in_table = True
            self._add_rows(block)
        elif is_open and not is_sentence and self._goes_on(block):
            if not self._join(block):
                self._add_rows(block)
        else:
            self.in_table = False
        return self.in_table

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
        # a row whose last cell is empty is so far nothing but a date
        is_awaited = bool(above.cells) and above.cells[-1].start == above.cells[-1].end
        if self.lines[-1].role != "row" or ("\n\n" in self.text[self.last_end : block.start] and not is_awaited):
            return False
        if is_source(words) or (words[0] in OPEN and words[-1] in CLOSE and not self._among_visits()):
            return False
        head = read_head(words)
        if known_topic(head, self.publisher):  # the end of a league's name is no heading
            return is_groups_end(self.text[above.cells[-1].start if above.cells else above.body : above.end], words)
        if self._is_below_cells() and self._heads_a_sentence(block) and is_bare(words):
            return False
        is_counted = head.number is not None and not words.isascii()  # `（2）直接投資` below the rows of `（1）貿易`
        return self._caption(words) is None and not head.colon and not is_counted

    def _is_below_cells(self) -> bool:
        """Whether rows are above of which one has cells parted by tabs, as browsers copy them: no blank line is behind a table
        there, and no cell is broken for want of room."""
        rows = takewhile(lambda line: line.role == "row", reversed(self.lines))
        return any("\t" in self.text[line.block.start : line.block.end] for line in rows)

    def _heads_a_sentence(self, block: Block) -> bool:
        """Whether a blank line is below a line, and a sentence below that."""
        below = self.following
        return (
            below is not None
            and self.text[block.end : below.start].strip(" ") == "\n\n"
            and self._words(below)[-1] == "."
        )

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
            line = line_at(self.text, block, start)
            self._add(Block("row", 0, start if start > block.body else block.start, end, line, start, cells), "row")
