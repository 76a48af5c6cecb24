"""Tables without frames as browsers of text dump them, columns below a head with one space between → rows of cells between pipes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from pipeline.read.converted.cells import Line, Part
from pipeline.read.converted.grid_tables.dated_lines import DatedLines, Style
from pipeline.read.converted.grid_tables.heads import FEWEST, Columns, centred_columns, filled_columns, may_head
from pipeline.read.converted.placed import NEW_PAGE, indent
from pipeline.read.converted.rows import print_rows
from pipeline.read.converted.wide import narrowed, widened
from pipeline.read.page.layout import heads_dates

"""Printed pages have other grids than a text that a browser dumps."""
MOST_LINES, WIDEST, DEEPEST = 120, 400, 2
"""No table has more lines or longer ones, and no head more lines."""
FEW, MARGIN = 3, 4
"""So many lines of a text may be wider than the page, and none of the others was broken with so much more room."""


Below = str | DatedLines | list[list[str]]


class Table:
    """A table: its columns, and the parts below its head, each a caption, lines below dates or rows of cells."""

    def __init__(self, columns: Columns, parts: Sequence[Below]) -> None:
        self.columns, self.parts = columns, parts

    def printed(self, style: Style | None) -> Iterator[str]:
        """Its rows, the head on top of them and below each caption."""
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                rows = part.rows(style) if isinstance(part, DatedLines) else part
                yield from print_rows([self.columns.head, *rows], storeys=1)


def read_unframed(text: str) -> str:
    r"""A text with such tables as rows between pipes; what is not sure stays as it is.

    >>> print(read_unframed("            2007          2008\nExports US$ 4 million US$ 9 million\nImports none          none"))
    |  | 2007 | 2008 |
    |---|
    | Exports | US$ 4 million | US$ 9 million |
    | Imports | none | none |
    """
    if "  " not in text or NEW_PAGE in text:
        return text
    lines, found, at = text.split("\n"), list[Table | str](), 0
    while at < len(lines):
        table, end = _table(lines, at) if "  " in lines[at] else (None, at + 1)
        found += [table] if table else lines[at:end]
        at = end
    styles = [
        set(part.owners)
        for one in found
        if isinstance(one, Table)
        for part in one.parts
        if isinstance(part, DatedLines)
    ]
    style = (
        next(iter(only), None)
        if len(only := set[Style](("top", "middle")).intersection(*filter(None, styles))) == 1
        else None
    )
    return "\n".join(line for one in found for line in ([one] if isinstance(one, str) else one.printed(style)))


def _table(lines: Sequence[str], at: int) -> tuple[Table | None, int]:
    """The table that a line heads, and the line behind it; none where none begins there."""
    head = lines[at]
    is_filled = head[-1] == " " and len(lines[min(at + 1, len(lines) - 1)]) == len(head)
    if not is_filled and not may_head(head):
        return None, at + 1
    block = list(takewhile(str.strip, lines[at : at + 1 + MOST_LINES]))
    if not 1 < len(block) <= MOST_LINES or any("|" in line or "\t" in line or len(line) > WIDEST for line in block):
        return None, at + 1
    block = block if is_filled else list(map(widened, block))
    for depth in range(1, 1 if is_filled else min(DEEPEST, len(block) - 1) + 1):
        captions = [line for line in block[depth:] if _is_centred(line, block[depth:])]
        columns = centred_columns(
            block[:depth], [line for line in block[depth:] if line not in captions] or block[depth:]
        )
        if columns and (parts := _parts(columns, block[depth:], _width(lines))):
            return Table(columns, parts), at + len(block)
    columns = filled_columns(head, block[1:]) if is_filled else None
    if columns and (parts := _parts(columns, block[1:], _width(lines))):
        return Table(columns, parts), at + len(block)
    return None, at + 1


def _is_centred(line: str, table: Sequence[str]) -> bool:
    """Whether the words of a line stand in the middle of a table, as a caption over several columns does."""
    before, behind = indent(line) - min(map(indent, table)), max(map(len, table)) - len(line)
    return before > FEWEST and abs(before - behind) <= FEWEST


def _parts(columns: Columns, body: Sequence[str], width: int) -> list[Below]:
    """The parts of a table, parted by captions; none where some are not sure."""
    parts: list[Below] = []
    for is_caption, lines in groupby(body, lambda line: _is_centred(line, body) and indent(line) not in columns.starts):
        if is_caption:
            parts += [narrowed(line.strip()) for line in lines]
        elif rows := _rows(columns, list(lines), width):
            parts.append(rows)
        else:
            return []
    return parts


def _width(lines: Sequence[str]) -> int:
    """The width at which a text was broken, or a little less."""
    return sorted(map(len, lines))[-FEW] - MARGIN if len(lines) >= FEW else 0


def _rows(columns: Columns, lines: Sequence[str], width: int) -> DatedLines | list[list[str]] | None:
    """The rows of a table without its head, if they are sure; no cell of it was broken where it could have been as wide as the
    text."""
    first, starts = columns
    if any(line[start - 1 : start].strip() for line in lines for start in starts[1:]):
        return None
    cells = [_cells(line, starts) for line in lines]
    room = [max((line[n].end for line in cells if n in line), default=0) for n in range(len(starts))]
    room[-1] = max(room[-1], width)
    levels = len(list(takewhile(heads_dates, first)))
    if levels:
        room[:levels] = [start - 1 for start in starts[1 : levels + 1]]
        dated = DatedLines(cells, room, levels) if levels < len(first) else None
        is_close = any(line[start - 2 : start - 1].strip() for line in lines for start in starts[1:])
        return dated if dated and dated.are_dates and (dated.owners or is_close) else None
    if not all(0 in line and 1 in line for line in cells):
        return None
    return [[narrowed(line[n].words) if n in line else "" for n in range(len(first))] for line in cells]


def _cells(line: str, starts: Sequence[int]) -> Line:
    """The cells of a line by their columns."""
    parts = ((n, start, line[start:end]) for n, (start, end) in enumerate(pairwise([*starts, len(line) + 1])))
    return {
        n: Part(start + len(words) - len(words.lstrip()), words.strip()) for n, start, words in parts if words.strip()
    }
