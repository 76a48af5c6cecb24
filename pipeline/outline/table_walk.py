"""Tables that have cells: headers of years with the figures below them, rows, and dates that stand above their rows."""

from __future__ import annotations

import re

from pipeline.outline.cells import (
    LABELS,
    are_values,
    dated_columns,
    first_line_apart,
    has_remarks,
    is_date_alone,
    is_labelled,
    label_and_values,
)
from pipeline.outline.rows import series_cells, year_cells
from pipeline.outline.sections import Section
from pipeline.outline.walker import CAPTION, Walker
from pipeline.records import Block, Span

FOUR_DIGITS = re.compile("[0-9]{4}")
"""A year, or a slip for one: `2103`."""


class TableWalker(Walker):
    """The walk's knowledge of cells."""

    def _take_years(self, block: Block) -> bool:
        """Tables whose columns are years: the header, and the lines of figures below it. Returns whether the block is any."""
        years = self._year_columns(block)
        if years and not self._is_below_row(block):
            self._open_table()
            self.in_table, self.columns, self.has_remarks = False, len(years), has_remarks(self.text, block)
            self._add(block._replace(kind="header", cells=tuple(years)), "header")
            return True
        cells = series_cells(self.text, block.body, block.end, self.columns)
        if not cells and self.columns and are_values(self.text, block, self.columns, has_more=self.has_remarks):
            cells = block.cells
        if not cells:
            self.columns = 0 if block.kind in ("heading", "caption") else self.columns
            return False
        self._add(block._replace(kind="row", cells=cells), "series")
        return True

    def _is_below_row(self, block: Block) -> bool:
        """Whether a row stands right below one, or a header, of as many cells, and so heads nothing itself."""
        above = next((line for line in reversed(self.lines) if line.role != "furniture"), None)
        if (
            block.kind != "row"
            or above is None
            or above.role not in ("row", "header")
            or "\n\n" in self.text[above.block.end : block.start]
        ):
            return False
        return bool(block.cells) and len(above.block.cells) == len(block.cells)

    def _year_columns(self, block: Block) -> list[Span]:
        """The cells of a header whose columns are years or other periods; empty for any other line."""
        return year_cells(self.text, block.body, block.end) or dated_columns(self.text, block)

    def _take_row(self, block: Block) -> None:
        """A row with cells: a heading or caption where it holds but one, else a row."""
        filled = [cell for cell in block.cells if cell.start < cell.end]
        parts = filled if is_labelled(self.text, filled, self._around_row(), self.publisher) else []
        if len(filled) == 1 and not self.in_table:
            parts = first_line_apart(self.text, filled[0], self.section, self.publisher)
        if parts:
            for part in label_and_values(self.text, block, parts):
                self.take(part)
            self.row_label = self.section
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

    def _around_row(self) -> Section:
        """The section of a row with a label: that around the label of the row above it, where they stand side by side."""
        topic, parent = self.section.topic, self.section.parent
        is_beside = self.section is self.row_label and topic is not None and topic.group in LABELS
        return parent if is_beside and parent else self.section

    def _take_date_above(self, block: Block, cell: Span) -> bool:
        """A row, or a heading among visits, that is nothing but the date of the rows below it. Returns whether it is one."""
        words, group = self.text[cell.start : cell.end], self.section.group
        is_told = group == "visits" or (group == "narrative" and block.kind != "heading")
        if not is_told or not (is_date_alone(words) or FOUR_DIGITS.fullmatch(words)):
            return False
        self.in_table = True
        self._add(block._replace(kind="row", cells=(cell, Span(cell.end, cell.end))), "row")
        return True
