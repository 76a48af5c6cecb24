"""Headers in running text: in a line of their own, stacked one cell a line, or stuck to the caption above or the row below."""

from __future__ import annotations

from pipeline.outline.pieces import trimmed
from pipeline.outline.row_walk import RowWalker
from pipeline.outline.rows import header_at, header_tail
from pipeline.outline.table_walk import FOUR_DIGITS
from pipeline.outline.walker import BELOW_CAPTION, CAPTION
from pipeline.records import Block, Span


class HeaderWalker(RowWalker):
    """The walk's knowledge of tables without cells; `_take_table` is the door."""

    def _take_table(self, block: Block) -> bool:
        """Headers and rows in running text. Returns whether the block was any."""
        if self._is_year_over(block):
            self._open(block, "heading", self._words(block), BELOW_CAPTION)
            return True
        below = self.following.kind if self.following else ""
        is_above = block.kind == "caption" or (block.kind == "heading" and below in ("row", "item", "paragraph"))
        if block.kind == "paragraph" and self.in_table:
            is_above = FOUR_DIGITS.fullmatch(self.text, block.body, block.end) is not None
        if is_above and self._take_date_above(block, Span(block.body, block.end)):
            return True
        if block.kind not in ("paragraph", "item"):
            return False
        return self._take_header(block) or self._take_text_row(block)

    def _is_year_over(self, block: Block) -> bool:
        """Whether a line is the year that heads a table of visits, whose header stands right below it."""
        below = self.following
        if below is None or block.kind != "paragraph" or not FOUR_DIGITS.fullmatch(self.text, block.body, block.end):
            return False
        is_header = below.kind == "header" or header_at(self.text, below.body, below.end) is not None
        return is_header and self._among_visits()

    def _take_header(self, block: Block) -> bool:
        """A header, and what stands behind it in its block. Returns whether the block begins with one."""
        end = header_at(self.text, block.body, block.end)
        if end is not None:
            self._open_table()
            self._add(block._replace(kind="header", end=end), "header")
            rest = trimmed(self.text, end, block.end).start
            if rest < block.end:
                self._add_rows(self._rest(block, rest, "row"))
            return True
        return self._take_stacked_header(block) or self._take_captioned_header(block)

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

    def _take_captioned_header(self, block: Block) -> bool:
        """A caption and the header below it in one line: `From Kenya to JapanYearName`. Returns whether the block is that."""
        cut = header_tail(self.text, block.body, block.end) if block.kind == "paragraph" else None
        words = self.text[block.body : cut] if cut else ""
        if cut is None or not self._caption(words):
            return False
        self._open(block._replace(end=cut), "caption", words, CAPTION)
        self._open_table()
        self._add(self._rest(block, trimmed(self.text, cut, block.end).start, "header"), "header")
        return True
