"""Tables printed with pipes: a row on one line, or one cell a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pipeline.read.layout import heads_a_column, heads_dates
from pipeline.records import Block, Span

HEADER_WORD = re.compile(
    r"(?:Year|Date|Month|Period|Name|Names|Visitor|Visitors|History|Event|Events|Main events"
    r"|Title|Position|Remarks?|Purpose|Occasion|Place|Venue)\b",
    re.I,
)
YEAR_CELL = re.compile(r"(?:FY\s?)?(?:19|20)[0-9]{2}(?:\s?/\s?[0-9]{2,4})?\s*\|\Z", re.I)
RANK = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th|位)")
MOST_COLUMNS = 20
"""Cells that a header is looked for in."""
MOST_LINES = 30
"""Lines that a cell with breaks inside may have."""


class TextLine(NamedTuple):
    """A line that is not blank: its stripped words' span, its 1-based number, its indent."""

    start: int
    end: int
    number: int
    indent: int
    after_blank: bool


def read_pipes(text: str, lines: list[TextLine], i: int, blocks: list[Block]) -> int:
    """A table row printed with pipes, on one line or one cell a line. Returns the index after it."""
    words = text[lines[i].start : lines[i].end]
    if words.count("|") == 1 and words.endswith("|"):
        return _read_cell_lines(text, lines, i, blocks)
    first = lines[i]
    last, i = first, i + 1
    if not words.endswith("|"):
        closing = _framed_end(text, lines, i) if words.startswith("|") else _closing_line(text, lines, i)
        last, i = (lines[closing], closing + 1) if closing is not None else (last, i)
    cells = _cells(text, first.start, last.end, has_frame=_has_frame(text, blocks, first))
    add_row(text, Span(first.start, last.end), first.number, cells, blocks)
    return i


def _has_frame(text: str, blocks: list[Block], line: TextLine) -> bool:
    """Whether a leading pipe is the table's frame: the first row of the table has it too. Else it closes an empty cell."""
    opening = text[line.start] == "|"
    for block in reversed(blocks):
        if block.kind == "furniture":
            continue
        if block.kind not in ("row", "header"):
            break
        opening = text[block.start] == "|"
    return opening


def _closing_line(text: str, lines: list[TextLine], i: int) -> int | None:
    """The index of the line that ends a cell with breaks inside: the first one with a pipe, if that is its last sign."""
    for j in range(i, min(i + MOST_LINES, len(lines))):
        words = text[lines[j].start : lines[j].end]
        if "|" in words:
            return j if words.count("|") == 1 and words.endswith("|") else None
        if lines[j].after_blank:
            return None
    return None


def _framed_end(text: str, lines: list[TextLine], i: int) -> int | None:
    """The index of the line that ends a row which begins with a pipe and has breaks inside several cells: the first one
    that ends with a pipe, before another row begins."""
    for j in range(i, min(i + MOST_LINES, len(lines))):
        if lines[j].after_blank or text[lines[j].start] == "|":
            return None
        if text[lines[j].end - 1] == "|":
            return j
    return None


def _cells(text: str, start: int, end: int, *, has_frame: bool) -> tuple[Span, ...]:
    """The spans between the pipes of `text[start:end]`, without the white space around; a frame's pipes part nothing."""
    if text[start] == "|" and has_frame:
        start += 1
    if text[end - 1] == "|" and end - 1 >= start:
        end -= 1
    cells, at = [], start
    while True:
        stop = text.find("|", at, end)
        cells.append(_strip(text, at, end if stop < 0 else stop))
        if stop < 0:
            return tuple(cells)
        at = stop + 1


def _strip(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    return Span(start + lead, start + lead + len(words.strip()))


def _read_cell_lines(text: str, lines: list[TextLine], i: int, blocks: list[Block]) -> int:
    """A run of lines that hold one cell each; the header words at its top tell how many make a row."""
    width = _header_width(text, lines, i)
    cells: list[tuple[Span, TextLine]] = []
    first: TextLine | None = None
    while i < len(lines):
        line = lines[i]
        words = text[line.start : line.end]
        if words.count("|") > 1 or "|" in words[:-1]:
            break
        if not words.endswith("|") and (len(cells) % width == 0 or _closing_line(text, lines, i) is None):
            break
        first = first or line
        if words.endswith("|"):
            cells.append((_strip(text, first.start, line.end - 1), first))
            first = None
        i += 1
    for row in (cells[k : k + width] for k in range(0, len(cells), width)):
        pipe = text.index("|", row[-1][0].end)
        spans = tuple(span for span, _ in row)
        add_row(text, Span(row[0][1].start, pipe + 1), row[0][1].number, spans, blocks)
    return i


def _header_width(text: str, lines: list[TextLine], i: int) -> int:
    """How many cells the header at the top of a run has: its words, the labels up to the first year below `Year`, or the
    years that head columns beside one more cell."""
    cells = [text[line.start : line.end] for line in lines[i : i + 2 * MOST_COLUMNS]]
    years = _run(cells[1:], _is_year)
    if years > 1:
        return 1 + years
    words = _run(cells, _is_head)
    width = words + _run(cells[words:], _is_label)
    is_labelled = words > 0 and all(_begins_row(cells, at) for at in (width, 2 * width))
    return width if is_labelled else words or 2


def _run(cells: list[str], is_one: Callable[[str], object]) -> int:
    """How many cells from the first on are of a kind."""
    return next((n for n, words in enumerate(cells) if not is_one(words)), len(cells))


def _is_head(words: str) -> bool:
    return HEADER_WORD.match(words) is not None or heads_a_column(words.rstrip(" |"))


def _is_year(words: str) -> bool:
    return YEAR_CELL.match(words) is not None


def _is_label(words: str) -> bool:
    return words.endswith("|") and not any(sign.isdigit() for sign in words)


def _begins_row(cells: list[str], at: int) -> bool:
    """Whether a cell is the year that a row begins with, or the run of cells has ended above it."""
    return at >= len(cells) or _is_year(cells[at]) or not cells[at].endswith("|")


def add_row(text: str, span: Span, number: int, cells: tuple[Span, ...], blocks: list[Block]) -> None:
    """Add a row, or the header that its words tell it to be."""
    printed = [text[cell.start : cell.end] for cell in cells if cell.start < cell.end]
    header = bool(printed) and all(_is_head(words) and len(words) < 40 for words in printed)
    if len(printed) > 1 and heads_dates(printed[0]) and (not blocks or blocks[-1].kind != "row"):
        header = header or not any(sign.isdigit() for words in printed for sign in RANK.sub("", words))
    body = next((cell.start for cell in cells if cell.start < cell.end), span.start)
    blocks.append(Block("header" if header else "row", 0, span.start, span.end, number, body, cells))
