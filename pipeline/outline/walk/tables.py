"""Tables that have cells: headers of years with the figures below them, labels of rows, and dates that stand above their rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from pipeline.normalize.amounts import find_amounts
from pipeline.outline.cells import (
    LABELS,
    TABLES_OF_THEIR_OWN,
    are_values,
    dated_columns,
    has_remarks,
    is_date_alone,
    is_label,
    labels_a_list,
)
from pipeline.outline.headings import likely_topic, read_head
from pipeline.outline.ranks import OF_RANKS
from pipeline.outline.sections import Section
from pipeline.outline.series import FIGURE, series_cells, year_cells
from pipeline.outline.walk.state import Walk
from pipeline.records import Block, Span

FEWEST_CELLS = 3
"""A label of several rows, and the label and the value of each."""
FEWEST_YEARS = 2
FOUR_DIGITS = re.compile("[0-9０-９]{4}")
"""A year, or a slip for one: `2103`."""


def take_years(walk: Walk, block: Block) -> bool:
    """Tables whose columns are years: the header, and the lines of figures below it. Returns whether the block is any."""
    block, lower = _with_upper(walk, block), block
    years = year_columns(walk, block) if walk.section.group != "donors" else []  # there they head names
    if years and not _is_below_row(walk, block):
        if walk.lines and walk.lines[-1].role == "item":  # the label above has its value: the years head another table
            leave_row_label(walk)
        walk.open_table()
        walk.in_table, walk.columns, walk.has_remarks = False, len(years), has_remarks(walk.text, block)
        walk.columns_in = walk.section
        walk.add(block._replace(kind="header", cells=tuple(years)), "header")
        return True
    block = lower
    if walk.columns and not any(section is walk.columns_in for section in walk.section.around()):
        walk.columns = 0
    is_whole = walk.columns and are_values(walk.text, block, walk.columns, has_more=walk.has_remarks)
    cells = block.cells if is_whole else series_cells(walk.text, block.body, block.end, walk.columns)
    if not cells and walk.columns and len(block.cells) == walk.columns and _are_figures(walk.text, block.cells):
        cells = (Span(block.body, block.body), *block.cells)  # the caption says of what they are
    if not cells:
        walk.columns = 0 if block.kind in ("heading", "caption") else walk.columns
        return False
    walk.add(block._replace(kind="row", cells=cells), "series")
    return True


def _with_upper(walk: Walk, block: Block) -> Block:
    """A header on two lines with the cells of both, where each of its cells stands in one of them alone, but for what stands over
    several: `Type | Fiscal year | | Cumulative total` over `| 2013 | 2014 |`."""
    above = next((line for line in reversed(walk.lines) if line.role != "furniture"), None)
    if block.kind != "header" or above is None or above.role != "header" or above.section is not walk.section:
        return block
    upper, cells = above.block.cells, block.cells
    if len(upper) != len(cells) or not cells or cells[-1].start < cells[-1].end:
        return block
    if walk.text[above.block.end : block.start].strip(" |\n"):
        return block
    return block._replace(cells=tuple(low if low.start < low.end else up for up, low in zip(upper, cells, strict=True)))


def _are_figures(text: str, cells: Sequence[Span]) -> bool:
    """Whether each cell holds a figure and nothing else, maybe with its unit."""
    return all(FIGURE.fullmatch(text[a:b].strip()) or _is_amount(text[a:b].strip()) for a, b in cells)


def _is_amount(words: str) -> bool:
    """Whether words are an amount with its unit: `4億円`."""
    return any((one.start, one.end) == (0, len(words)) for one in find_amounts(words))


def _is_below_row(walk: Walk, block: Block) -> bool:
    """Whether a row stands right below one, or a header, of as many cells, and so heads nothing itwalk."""
    above = next((line for line in reversed(walk.lines) if line.role != "furniture"), None)
    if (
        block.kind != "row"
        or above is None
        or above.role not in ("row", "header")
        or "\n\n" in walk.text[above.block.end : block.start]
    ):
        return False
    return bool(block.cells) and len(above.block.cells) == len(block.cells)


def year_columns(walk: Walk, block: Block) -> list[Span]:
    """The cells of a header whose columns are years or other periods; empty for any other line."""
    is_within = not block.cells or block.cells[-1].start >= block.start  # else some stand in the line above
    cells = year_cells(walk.text, block.body, block.end) if is_within else []
    cells = cells or dated_columns(walk.text, block)
    return cells or (list(block.cells[1:]) if _counts_years(walk, block) else [])


def _counts_years(walk: Walk, block: Block) -> bool:
    """Whether a row that nothing marks as a header holds years one after the other behind a word, above a row of as many cells
    that are figures and no years: `Arrivals | 2004 | 2005`."""
    below = walk.following
    if block.kind != "row" or below is None or len(below.cells) != len(block.cells):
        return False
    label, *years = [walk.text[a:b].strip() for a, b in block.cells]
    if len(years) < FEWEST_YEARS or any(map(str.isdigit, label)) or not all(map(FOUR_DIGITS.fullmatch, years)):
        return False
    steps = {int(b) - int(a) for a, b in pairwise(years)}
    return steps in ({1}, {-1}) and not any(FOUR_DIGITS.fullmatch(walk.text[a:b].strip()) for a, b in below.cells[1:])


def label_and_row(walk: Walk, block: Block) -> tuple[Block, Block]:
    """The first cell of a row, which labels rows, and the row without it."""
    label, body = block.cells[0], block.cells[1].start
    start = body - len(walk.text[label.end : body].lstrip())
    line = block.line + walk.text.count("\n", block.start, start)
    first = Block("term", 0, block.start, label.end, block.line, label.start)
    return first, Block("row", 0, start, block.end, line, body, block.cells[1:])


def labels_rows(walk: Walk, block: Block) -> bool:
    """Whether the first cell of a row is the label of this row and of those below, where it is empty."""
    below, cells = walk.following, block.cells
    if below is None or below.kind != "row" or not FEWEST_CELLS <= len(cells) == len(below.cells):
        return False
    is_beside = cells[0].start < cells[0].end and below.cells[0].start == below.cells[0].end
    return is_beside and is_label(walk.text[slice(*cells[0])], around_row(walk).nearest_topic, walk.publisher)


def heads_labels(walk: Walk, block: Block, filled: Sequence[Span]) -> bool:
    """Whether a row that nothing marks as a header heads those below it: its corner is empty, and each other cell is a label
    in Japanese of figures: `| 有償 | 無償 | 技協` over `2009 | 0 | 0.17 | 4.94`."""
    below = walk.following
    is_cornered = not walk.in_table and len(filled) > 1 and block.cells[0].start == block.cells[0].end
    if not is_cornered or len(filled) != len(block.cells) - 1 or below is None or len(below.cells) != len(block.cells):
        return False
    words = [walk.text[a:b] for a, b in filled]
    if words[0].isascii() or any(map(str.isdigit, "".join(words))):
        return False
    topics = [likely_topic(read_head(label), walk.publisher) for label in words]
    return all(topic is not None and topic.indicator is not None for topic in topics)


def heads_list(walk: Walk, block: Block, filled: Sequence[Span]) -> bool:
    """Whether a row is the label of a list and the list beside it, in a table without a header whose rows are nothing else."""
    if len(block.cells) != len(filled) or not labels_a_list(walk.text, filled):
        return False
    around = _outside_row_label(walk)
    return around.group not in TABLES_OF_THEIR_OWN and around.start not in walk.headed


def leave_row_label(walk: Walk) -> None:
    """Leave the section that the label of a row above opened, and what stands in it."""
    walk.section = _outside_row_label(walk)


def _outside_row_label(walk: Walk) -> Section:
    label = next((at for at in walk.section.around() if at is walk.row_label), None)
    return label.parent if label and label.parent else walk.section


def around_row(walk: Walk) -> Section:
    """The section of a row with a label: that around the label of the row above it, where they stand side by side."""
    topic = walk.section.topic
    is_beside = topic is not None and topic.group in LABELS
    return _outside_row_label(walk) if is_beside else walk.section


def take_date_above(walk: Walk, block: Block, cell: Span) -> bool:
    """A row, or a heading among visits, that is nothing but the date of the rows below it. Returns whether it is one."""
    words, group = walk.text[cell.start : cell.end], walk.section.group
    is_told = group == "visits" or (group == "narrative" and block.kind != "heading")
    if not is_told or not (is_date_alone(words) or FOUR_DIGITS.fullmatch(words)):
        return False
    walk.in_table = True
    walk.add(block._replace(kind="row", cells=(cell, Span(cell.end, cell.end))), "row")
    return True


def heads_donors(walk: Walk, block: Block) -> bool:
    """Whether a row of a ranking that nothing marks as a header holds nothing but the years of the rows below it, maybe behind
    the word for ranks: `Rank | 2002 | | 2003 |` over `1 | Italy | 435.21 | United States | 136.27`."""
    filled = [walk.text[a:b] for a, b in block.cells if a < b]
    below = walk.following
    is_over = below is not None and below.kind == "row" and len(below.cells) > len(filled)
    if filled and OF_RANKS.fullmatch(filled[0].strip()):
        filled = filled[1:]
    return walk.section.group == "donors" and len(filled) > 1 and is_over and all(map(is_date_alone, filled))


def is_below_cells(walk: Walk) -> bool:
    """Whether rows are above of which one has cells parted by tabs, as browsers copy them: no blank line is behind a table
    there, and no cell is broken for want of room."""
    rows = takewhile(lambda line: line.role == "row", reversed(walk.lines))
    return any("\t" in walk.text[line.block.start : line.block.end] for line in rows)
