"""Tables of three columns and more in English whose cells are parted by tabs, as browsers copy them.

A line break in a cell breaks the row, and what a cell spans from above is left out: so the header tells how many cells make
a row, and the dates where one begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.read.page.layout import heads_dates
from pipeline.read.text.dates import DATE
from pipeline.read.text.pipes import TextLine, add_row
from pipeline.records import Block, Span

FEWEST, MOST_LINES, LONGEST_DATE = 3, 4, 20
Row = tuple[tuple[Span, ...], int]
"""The cells of a row, and the place behind its lines."""


def read_tab_rows(text: str, lines: Sequence[TextLine], i: int, blocks: list[Block]) -> int:
    """Add the rows of a table whose header is a line. Returns the index after them, or that of the header where not one row
    is whole."""
    head = _cells(text, lines[i])
    if len(head) < FEWEST:
        return i
    is_dated = heads_dates(text[head[0].start : head[0].end])
    rows = list(_rows(text, lines, i + 1, len(head), is_dated))
    if not rows:
        return i
    at = i
    for n, (cells, end) in enumerate([(head, i + 1), *rows]):
        line = lines[at]
        add_row(text, Span(line.start, lines[end - 1].end), line.number, cells, blocks)
        blocks[-1] = blocks[-1]._replace(kind="row" if n else "header")
        at = end
    return at


def _rows(text: str, lines: Sequence[TextLine], at: int, width: int, is_dated: bool) -> Iterator[Row]:
    """The rows from a line on; the lines that follow the last of them may be no part of the table."""
    while row := _row(text, lines, at, width, is_dated):
        cells, at = row
        below = at
        while below < min(at + MOST_LINES, len(lines)) and _is_broken(text, lines[below]):
            below += 1
            if text[lines[below - 1].start].islower():
                cells, at = (*cells[:-1], Span(cells[-1].start, lines[below - 1].end)), below
        if below > at and _row(text, lines, below, width, is_dated):  # so these lines stand within the table
            cells, at = (*cells[:-1], Span(cells[-1].start, lines[below - 1].end)), below
        yield cells, at


def _row(text: str, lines: Sequence[TextLine], at: int, width: int, is_dated: bool) -> Row | None:
    """The row that begins with a line, if it is sure: without dates only one that is whole."""
    if at >= len(lines) or lines[at].after_blank:
        return None
    cells = _cells(text, lines[at])
    first = text[cells[0].start : cells[0].end]
    if len(cells) == width and not heads_dates(first):
        return cells, at + 1
    if not is_dated or not 1 < len(cells) < width:
        return None
    whole = cells
    for end in range(at + 1, min(at + MOST_LINES, len(lines))) if _is_date(first) else ():
        more = _cells(text, lines[end])
        if lines[end].after_blank or _is_date(text[more[0].start : more[0].end]):
            break
        whole = (*whole[:-1], Span(whole[-1].start, more[0].end), *more[1:])
        if len(whole) == width:
            return whole, end + 1
    return (
        None
        if first[:1].isdigit()
        else ((Span(cells[0].start, cells[0].start),) * (width - len(cells)) + cells, at + 1)
    )


def _is_broken(text: str, line: TextLine) -> bool:
    """Whether a line may go on with a cell above."""
    return not line.after_blank and "\t" not in text[line.start - line.indent : line.end + 1]


def _cells(text: str, line: TextLine) -> tuple[Span, ...]:
    """The cells of a line, with the empty ones at its beginning and end."""
    start = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.end)
    cells = []
    for part in text[start : end if end >= 0 else len(text)].split("\t"):
        lead = min(start + len(part) - len(part.lstrip()), line.end)
        cells.append(Span(max(lead, line.start), max(lead, line.start) + len(part.strip())))
        start += len(part) + 1
    return tuple(cells)


def _is_date(words: str) -> bool:
    return len(words) <= LONGEST_DATE and DATE.match(words) is not None
