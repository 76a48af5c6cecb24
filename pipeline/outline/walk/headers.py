"""Headers in running text: in a line of their own, stacked one cell a line, or stuck to the caption above or the row below."""

from __future__ import annotations

from pipeline.outline.pieces import trimmed
from pipeline.outline.rows import header_at, header_tail
from pipeline.outline.sections import BELOW_CAPTION, CAPTION
from pipeline.outline.series import ranked_years
from pipeline.outline.walk.opening import open_section
from pipeline.outline.walk.signs import caption_of
from pipeline.outline.walk.state import Walk
from pipeline.outline.walk.tables import FOUR_DIGITS, take_date_above
from pipeline.outline.walk.text_rows import add_rows, take_text_row
from pipeline.records import Block, Span


def take_table(walk: Walk, block: Block) -> bool:
    """Headers and rows in running text. Returns whether the block was any."""
    if _is_year_over(walk, block):
        open_section(walk, block, "heading", walk.words(block), BELOW_CAPTION)
        return True
    below = walk.following.kind if walk.following else ""
    is_above = block.kind == "caption" or (block.kind == "heading" and below in ("row", "item", "paragraph"))
    if block.kind == "paragraph" and walk.in_table:
        is_above = FOUR_DIGITS.fullmatch(walk.text, block.body, block.end) is not None
    if is_above and take_date_above(walk, block, Span(block.body, block.end)):
        return True
    if block.kind not in ("paragraph", "item"):
        return False
    return _take_header(walk, block) or take_text_row(walk, block)


def _is_year_over(walk: Walk, block: Block) -> bool:
    """Whether a line is the year that heads a table of visits, whose header stands right below it."""
    below = walk.following
    if below is None or block.kind != "paragraph" or not FOUR_DIGITS.fullmatch(walk.text, block.body, block.end):
        return False
    is_header = below.kind == "header" or header_at(walk.text, below.body, below.end) is not None
    return is_header and walk.among_visits()


def _take_header(walk: Walk, block: Block) -> bool:
    """A header, and what stands behind it in its block. Returns whether the block begins with one."""
    end = header_at(walk.text, block.body, block.end)
    if end is not None:
        walk.open_table()
        walk.add(block._replace(kind="header", end=end), "header")
        rest = trimmed(walk.text, end, block.end).start
        if rest < block.end:
            add_rows(walk, walk.rest(block, rest, "row"))
        return True
    return _take_ranked_years(walk, block) or _take_stacked_header(walk, block) or _take_captioned_header(walk, block)


def _take_ranked_years(walk: Walk, block: Block) -> bool:
    """A header of the ranks of donors by years, the lines below which are no rows with a date. Returns whether it is one."""
    cells = ranked_years(walk.text, block.body, block.end) if walk.section.group == "donors" else []
    if cells:
        walk.add(block._replace(kind="header", cells=tuple(cells)), "header")
    return bool(cells)


def _take_stacked_header(walk: Walk, block: Block) -> bool:
    """A header with one cell a line: `Year` above `Name`. Returns whether the block is one of its cells."""
    below, above = walk.following, walk.lines[-1] if walk.lines else None
    if above and above.role == "header" and _are_stacked(walk, above.block, block):
        walk.add(block._replace(kind="header"), "header")
    elif below and below.kind == "paragraph" and _are_stacked(walk, block, below):
        walk.open_table()
        walk.add(block._replace(kind="header"), "header")
    else:
        return False
    return True


def _are_stacked(walk: Walk, block: Block, below: Block) -> bool:
    """Whether two lines are a header together."""
    return not block.cells and header_at(walk.text, block.body, below.end) == below.end


def _take_captioned_header(walk: Walk, block: Block) -> bool:
    """A caption and the header below it in one line: `From Kenya to JapanYearName`. Returns whether the block is that."""
    cut = header_tail(walk.text, block.body, block.end) if block.kind == "paragraph" else None
    words = walk.text[block.body : cut] if cut else ""
    if cut is None or not caption_of(walk, words):
        return False
    open_section(walk, block._replace(end=cut), "caption", words, CAPTION)
    walk.open_table()
    walk.add(walk.rest(block, trimmed(walk.text, cut, block.end).start, "header"), "header")
    return True
