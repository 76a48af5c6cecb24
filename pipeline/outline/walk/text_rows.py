"""Rows in running text: where they begin, which lines go on with them, and where a print lost the breaks between them."""

from __future__ import annotations

import re

from pipeline.normalize.visitors import parse_visitors
from pipeline.outline.cells import is_date_alone, is_visit_list
from pipeline.outline.headings import known_topic, read_head
from pipeline.outline.pieces import line_at
from pipeline.outline.rows import RowStart, inner_rows, month_row_at, row_at, slipped_row_at
from pipeline.outline.walk.neighbours import heads_table
from pipeline.outline.walk.signs import caption_of
from pipeline.outline.walk.state import Walk
from pipeline.outline.walk.tables import is_below_cells
from pipeline.outline.walk.told import labels_a_figure
from pipeline.outline.wraps import DANGLING, goes_on, is_bare, is_groups_end, is_source
from pipeline.records import Block, Span

DATED_SENTENCE = re.compile("[0-9０-９]{4}年[^ \t\u3000]*[、に].*。\\Z", re.S)
"""A date that begins a sentence in Japanese begins no row: `2014年11月、国王が訪日し、…`."""
LONGEST_JOINED = 60
OPEN, CLOSE = "(（", ")）"
"""Of a line that says something of the figures above it: `（単位：億円）`."""


def take_text_row(walk: Walk, block: Block) -> bool:
    """A row, or a line that goes on with one, in an open table or among visits. Returns whether the block is any."""
    is_open = walk.in_table and block.kind == "paragraph"
    if not (is_open or walk.among_visits()):
        return False
    words = walk.words(block)
    is_date = not is_open and is_date_alone(words)
    if is_date and heads_items(walk, block) and is_visit_list(walk.section):
        return False
    if is_date and _take_date_below(walk, block):
        return True
    is_sentence = (not is_open and words.endswith(".") and not is_date) or DATED_SENTENCE.match(words) is not None
    is_dated = not is_sentence and row_at(walk.text, block.body, block.end) is not None
    if is_dated or (is_open and not is_sentence and row_start(walk, block.body, block.end)):
        walk.in_table = True
        add_rows(walk, block)
    elif is_open and not is_sentence and _goes_on(walk, block):
        if not _join(walk, block):
            add_rows(walk, block)
    else:
        walk.in_table = False
    return walk.in_table


def heads_items(walk: Walk, block: Block) -> bool:
    """Whether an item is followed by one that lies deeper: a year, and the visits of that year."""
    below = walk.following
    return block.kind == "item" and below is not None and below.kind == "item" and below.level > block.level


def heading_apart(walk: Walk, block: Block) -> tuple[Block, Block] | None:
    """The rows of a paragraph, and the heading on its last line that a print joined to them: no blank line stood between, and the
    row above it ends with no sign. `None` where its last line is no known heading."""
    start = walk.text.rfind("\n", block.body, block.end) + 1
    if not start or block.end - start > LONGEST_JOINED or not walk.among_visits():
        return None
    words = walk.text[start : block.end].strip()
    above = walk.text[block.body : start].rstrip()
    if not words[:1].isupper() or walk.text[start].isspace() or DANGLING.search(above):
        return None
    topic = known_topic(read_head(words), walk.publisher)
    if topic is None or row_at(walk.text, start, block.end) or is_groups_end(above, words):
        return None
    below = Block(
        "paragraph", 0, block.end - len(words), block.end, line_at(walk.text, block, start), block.end - len(words)
    )
    return block._replace(end=block.body + len(above)), below


def _take_date_below(walk: Walk, block: Block) -> bool:
    """A date right below a visitor whose row has none: in such tables the date comes last. Returns whether it is one."""
    above = walk.lines[-1]
    is_next = above.section is walk.section and walk.text[above.block.end : block.start] == "\n"
    if above.role != "prose" or not is_next or not parse_visitors(walk.words(above.block)).visitors:
        return False
    row = next((line for line in reversed(walk.lines) if line.role == "row"), None)
    if row and row.section is walk.section and row.block.cells and row.block.cells[0] < row.block.cells[-1]:
        return False  # the dates of this table come first
    cells = (Span(block.body, block.end), Span(above.block.body, above.block.end))
    walk.lines[-1] = above._replace(block=above.block._replace(kind="row", end=block.end, cells=cells), role="row")
    return True


def _join(walk: Walk, block: Block) -> bool:
    """Take a line into the row above where it only goes on with its words. Returns whether it does."""
    line = walk.lines[-1]
    above = line.block.cells[-1] if line.block.cells else Span(line.block.body, line.block.end)
    if not walk.among_visits() or "|" in walk.text[line.block.start : line.block.end]:
        return False
    if not goes_on(walk.text[above.start : above.end], walk.words(block)):
        return False
    cells = (*line.block.cells[:-1], Span(above.start, block.end)) if line.block.cells else ()
    walk.lines[-1] = line._replace(block=line.block._replace(end=block.end, cells=cells))
    return True


def row_start(walk: Walk, start: int, end: int) -> RowStart | None:
    """The date that begins a row here; with a slip in it only in an open table."""
    found = row_at(walk.text, start, end) or month_row_at(walk.text, start, end)
    return found or (slipped_row_at(walk.text, start, end) if walk.in_table else None)


def _goes_on(walk: Walk, block: Block) -> bool:
    """Whether a line without a date continues the rows above: no blank line, no heading, and rows there are."""
    words, above = walk.words(block), walk.lines[-1].block
    # a row whose last cell is empty is so far nothing but a date
    is_awaited = bool(above.cells) and above.cells[-1].start == above.cells[-1].end
    if walk.lines[-1].role != "row" or ("\n\n" in walk.text[walk.last_end : block.start] and not is_awaited):
        return False
    if is_source(words) or (words[0] in OPEN and words[-1] in CLOSE and not walk.among_visits()):
        return False
    if not walk.among_visits() and (labels_a_figure(walk, words) or is_below_cells(walk)):
        return False
    head = read_head(words)
    if known_topic(head, walk.publisher):  # the end of a league's name is no heading
        return is_groups_end(walk.text[above.cells[-1].start if above.cells else above.body : above.end], words)
    if is_below_cells(walk) and _heads_a_sentence(walk, block) and is_bare(words):
        return False
    is_counted = head.number is not None and not words.isascii()  # `（2）直接投資` below the rows of `（1）貿易`
    return caption_of(walk, words) is None and not (head.colon or is_counted or heads_table(walk, head))


def _heads_a_sentence(walk: Walk, block: Block) -> bool:
    """Whether a blank line is below a line, and a sentence below that."""
    below = walk.following
    return (
        below is not None
        and walk.text[block.end : below.start].strip(" ") == "\n\n"
        and walk.words(below).endswith(".")
    )


def add_rows(walk: Walk, block: Block) -> None:
    """Cut a stretch of text into its rows, each with a cell for the date (empty when it has none) and one for the rest."""
    first = row_start(walk, block.body, block.end)
    if first and first.style >= 0 and walk.style is None:
        walk.style = first.style
    starts = inner_rows(walk.text, block.body, block.end, walk.style)
    bounds = [block.body, *(row.date.start for row in starts), block.end]
    heads: list[RowStart | None] = [first, *starts]
    for head, start, stop in zip(heads, bounds, bounds[1:], strict=False):
        end = start + len(walk.text[start:stop].rstrip())
        date = head.date if head else Span(start, start)
        cells = (date, Span(head.words if head else start, end))
        line = line_at(walk.text, block, start)
        walk.add(Block("row", 0, start if start > block.body else block.start, end, line, start, cells), "row")
