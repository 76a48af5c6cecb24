"""Tables printed with pipes: a row on one line, or one cell a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.read.page.layout import heads_dates
from pipeline.read.text.cell_rows import MOST_COLUMNS, Cell, CellRows, is_head
from pipeline.records import Block, Span

RANK = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th|位)")
MOST_LINES = 30
"""Lines that a cell with breaks inside may have."""


class TextLine(NamedTuple):
    """A line that is not blank: its stripped words' span, its 1-based number, its indent."""

    start: int
    end: int
    number: int
    indent: int
    after_blank: bool


Frames = dict[int, bool]
"""By the start of each row read so far, whether a leading pipe is the frame of its table."""


def read_pipes(text: str, lines: list[TextLine], i: int, blocks: list[Block], frames: Frames) -> int:
    """A table row printed with pipes, on one line or one cell a line. Returns the index after it."""
    words = text[lines[i].start : lines[i].end]
    if words.count("|") == 1 and words.endswith("|"):
        return _read_cell_lines(text, lines, i, blocks)
    first = lines[i]
    last, i = first, i + 1
    if not words.endswith("|"):
        closing = _framed_end(text, lines, i) if words.startswith("|") else _closing_line(text, lines, i)
        last, i = (lines[closing], closing + 1) if closing is not None else (last, i)
    has_frame = frames[first.start] = _has_frame(text, blocks, first, frames)
    cells = _cells(text, first.start, last.end, has_frame=has_frame)
    add_row(text, Span(first.start, last.end), first.number, cells, blocks)
    return i


def _has_frame(text: str, blocks: list[Block], line: TextLine, frames: Frames) -> bool:
    """Whether a leading pipe is the table's frame: the first row of the table has it too, as is known of the row above. Else
    it closes an empty cell."""
    opening = text[line.start] == "|"
    for block in reversed(blocks):
        if block.kind == "furniture":
            continue
        if block.kind not in ("row", "header"):
            break
        if block.start in frames:
            return frames[block.start]
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
    table = CellRows.headed_by([text[line.start : line.end] for line in lines[i : i + 2 * MOST_COLUMNS]])
    first: TextLine | None = None
    while i < len(lines):
        line = lines[i]
        words = text[line.start : line.end]
        if words.count("|") > 1 or "|" in words[:-1]:
            break
        closing = i if words.endswith("|") else None if table.is_between else _closing_line(text, lines, i)
        if closing is None or (
            first is None
            and table.has_head
            and heads_dates(text[lines[closing].start : lines[closing].end - 1].rstrip())
        ):
            break
        first = first or line
        if closing == i:
            cell = _strip(text, first.start, line.end - 1)
            table.add(Cell(cell, first.start, first.number), text[cell.start : cell.end])
            first = None
        i += 1
    for row in table.rows():
        pipe = text.index("|", row[-1].span.end)
        add_row(text, Span(row[0].start, pipe + 1), row[0].number, tuple(cell.span for cell in row), blocks)
    return i


def add_row(text: str, span: Span, number: int, cells: tuple[Span, ...], blocks: list[Block]) -> None:
    """Add a row, or the header that its words tell it to be."""
    printed = [text[cell.start : cell.end] for cell in cells if cell.start < cell.end]
    header = bool(printed) and all(is_head(words) and len(words) < 40 for words in printed)
    if len(printed) > 1 and heads_dates(printed[0]) and (not blocks or blocks[-1].kind != "row"):
        header = header or not any(sign.isdigit() for words in printed for sign in RANK.sub("", words))
    body = next((cell.start for cell in cells if cell.start < cell.end), span.start)
    blocks.append(Block("header" if header else "row", 0, span.start, span.end, number, body, cells))
