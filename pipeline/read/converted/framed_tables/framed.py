"""Tables in frames of lines, as browsers of text and converters draw them → rows of cells between pipes.

A frame is drawn with signs of its own (`┌─┬─┐`) or with those that every keyboard has (`+--+--+`). A cell may reach over
several rows or columns: it is printed where it begins and leaves the others empty. What is drawn otherwise stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.read.converted.cells import Part, whole
from pipeline.read.converted.framed_tables.captions import close_caption
from pipeline.read.converted.marks.restructured import whole_links
from pipeline.read.converted.rows import print_rows
from pipeline.read.converted.wide import narrowed, widened

DRAWN = re.compile("[\u2500-\u257f]")
_HIDDEN = {ord(sign): 0xE000 + ord(sign) for sign in "|+-=:"}
"""Where a frame has signs of its own, those that else draw one are words, and wait among the code points of private use."""
_SHOWN = {hidden: sign for sign, hidden in _HIDDEN.items()}
_PLAIN = str.maketrans(
    dict.fromkeys(map(chr, range(0x2500, 0x2580)), "+")
    | dict.fromkeys("─┄┈╌", "-")
    | dict.fromkeys("━═┅┉╍", "=")
    | dict.fromkeys("│┃║┆┇┊┋╎╏", "|")
)
TOP = re.compile(r" *\+[-=:+]+\+")
RULE = re.compile(r"[-=:+]+")
LOOSE = re.compile(r"(?<![-=:+|])\||\|(?![-=:+|])")
"""A line down that no rule ends: a sign among words."""


class Cell(NamedTuple):
    """A cell: the row and the columns that it begins and ends in, and its lines."""

    row: int
    first: int
    last: int
    lines: list[Part]


class Segment(NamedTuple):
    """What a line has between two lines down: the columns, where it begins, its words, and whether a rule is drawn there."""

    first: int
    last: int
    start: int
    words: str
    is_rule: bool


def read_framed(text: str) -> str:
    r"""A text with its framed tables as rows of cells between pipes, apart from what stands around them.

    >>> print(read_framed("Visits\n┌────┬────┐\n│2001│Mr. │\n│    │Ito │\n│    ├────┤\n│    │Abe │\n└────┴────┘"))
    Visits
    <BLANKLINE>
    | 2001 | Mr. Ito |
    |  | Abe |
    >>> print(read_framed("+-----------+\n| Visits    |\n| +----+--+ |\n| |2001|A | |\n| +----+--+ |\n+-----------+"))
    Visits
    <BLANKLINE>
    | 2001 | A |
    >>> print(read_framed("+----+----+\n|Year|Name|\n+====+====+\n|2001|Ito |\n+----+----+"))
    | Year | Name |
    |---|
    | 2001 | Ito |
    """
    if "+-" not in text and DRAWN.search(text) is None:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    drawn = [_drawn(line) for line in lines]
    while at < len(lines):
        end = _end(drawn, at)
        rows = list(_rows(drawn[at:end])) if end > at else []
        end = max(end, at + 1)
        if rows and printed and printed[-1].strip():
            close_caption(printed)
            printed.append("")
        printed += rows or lines[at:end]
        if rows and end < len(lines) and lines[end].strip():
            printed.append("")
        at = end
    return "\n".join(printed)


def _drawn(line: str) -> str:
    """A line with the signs of a keyboard for those of a frame."""
    if DRAWN.search(line):
        line = line.translate(_HIDDEN).translate(_PLAIN)
    return widened(line.expandtabs().rstrip())


def _end(drawn: Sequence[str], at: int) -> int:
    """The place behind the table whose frame begins at a line; that line where none does."""
    top = drawn[at]
    if not TOP.fullmatch(top):
        return at
    left, end = top.index("+"), at + 1
    while end < len(drawn) and len(line := drawn[end]) == len(top) and line[left] in "+|" and line[-1] in "+|":
        end += 1
        if TOP.fullmatch(line) and TOP.fullmatch("".join(drawn[end : end + 1])):
            break
    return end


def _rows(lines: Sequence[str]) -> Iterator[str]:
    """The rows of a table; none where its lines make no cells."""
    # what has no line between its sides is no table: `pandoc` draws such a frame around a page that was laid out in one
    bounds = [n for n in range(len(lines[0])) if _runs_down("".join(line[n] for line in lines))]
    if all(_begins_inside(lines, n) for n in bounds[1:-1][:1]):
        yield from _inside(lines)
        return
    cells = _cells(lines, bounds)
    padding = all(
        line[n - side] in " -=:+"
        for line in lines
        for pair in pairwise(bounds)
        for n, side in zip(pair, (-1, 1), strict=True)
    )
    rows: dict[int, list[str]] = {}
    for cell in cells:
        room = bounds[cell.last + 1] - padding
        words = whole(whole_links(cell.lines, room), room, is_label=cell.first == 0).translate(_SHOWN)
        if "|" in words:
            return
        rows.setdefault(cell.row, [""] * (len(bounds) - 1))[cell.first] = words
    filled = [n for n in sorted(rows) if any(rows[n])]
    yield from print_rows([rows[n] for n in filled], storeys=_storeys(lines, cells, filled))


def _begins_inside(lines: Sequence[str], n: int) -> bool:
    """Whether a line down is the left side of another frame, and no line between columns."""
    top = next(at for at, line in enumerate(lines) if line[n] == "|")
    return lines[top - 1][n - 1] == " "


def _inside(lines: Sequence[str]) -> Iterator[str]:
    """The lines within a frame around a page, or a part of one, with what is framed in there as rows."""
    words = (line.strip()[1:-1] for line in lines[1:-1])
    inside = "\n".join("" if RULE.fullmatch(line) else narrowed(line).removeprefix(" ").rstrip() for line in words)
    yield from read_framed(inside).translate(_SHOWN).split("\n")


def _runs_down(signs: str) -> bool:
    """Whether what lines have at one place are lines down, each between two rules."""
    return "|" in signs and LOOSE.search(signs) is None


def _storeys(lines: Sequence[str], cells: Sequence[Cell], rows: Sequence[int]) -> int:
    """How many of the rows surely are the head: those above the one rule that is drawn otherwise than others, or two where
    one of several cells in the first reaches over columns that the second parts; 0 where nothing tells."""
    double = [n for n, line in enumerate(lines[1:-1], 1) if "=" in line and TOP.fullmatch(line)]
    if len(double) == 1 and any("=" not in line and TOP.fullmatch(line) for line in lines):
        return sum(n < double[0] for n in rows)
    first = [cell for cell in cells if cell.row in rows[:1] and cell.lines]
    return 2 if len(first) > 1 and any(cell.first < cell.last for cell in first) else 0


def _segments(line: str, bounds: Sequence[int]) -> Iterator[Segment]:
    """The segments of a line; words go on over a line down that is not drawn there."""
    above: Segment | None = None
    for n, (left, right) in enumerate(pairwise(bounds)):
        words = line[left + 1 : right]
        is_rule = RULE.fullmatch(words) is not None and (len(words) > 1 or line[left] + line[right] != "||")
        if above and not (above.is_rule or is_rule) and line[left] not in "|+":
            above = above._replace(last=n, words=above.words + line[left] + words)
            continue
        if above:
            yield above
        above = Segment(n, n, left + 1, words, is_rule)
    if above:
        yield above


def _cells(lines: Sequence[str], bounds: Sequence[int]) -> list[Cell]:
    """The cells of a table; none where one changes its width without a rule."""
    cells: list[Cell] = []
    open_cells: dict[int, Cell] = {}
    for row, line in enumerate(lines):
        for first, last, start, words, is_rule in _segments(line, bounds):
            if is_rule:
                open_cells.pop(first, None)
                continue
            cell = open_cells.get(first)
            if cell is None:
                cell = Cell(row, first, last, [])
                cells.append(cell)
                open_cells |= dict.fromkeys(range(first, last + 1), cell)
            if (cell.first, cell.last) != (first, last):
                return []
            if words.strip():
                cell.lines.append(Part(start + len(words) - len(words.lstrip()), words.strip()))
    return cells
