"""Columns that stand side by side in a text, as `pdftotext -layout` prints them → rows of cells between pipes.

A cell that was broken goes on below itself, beside another one; only whole can it be read. Two columns of which the first
holds dates stay as they are, since later stages tell what belongs to a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import has_japanese
from pipeline.read.column_rows import Part, Row
from pipeline.read.line_breaks import BULLET, PAGE_MARK
from pipeline.read.pipes import MOST_COLUMNS
from pipeline.read.print_rows import DATE, PAIR, print_rows

SEGMENT = re.compile(r"\S+(?: \S+)*")
GAP = 2
"""The least room between columns."""
LISTED = re.compile(r"[(（]?[0-9A-Za-z]{1,3}[.)）]")
"""The number of an item, in front of its words."""
FAR_DATE = re.compile(r"(?<=\S) {8,}((?:[A-Z][a-z]{2,8}\.? )?(?:[0-3]?[0-9], )?(?:19|20)[0-9]{2})\Z")
Parts = list[Part]


class Table:
    """Lines of a text that stand in the same columns, which are where some of them have words and none between."""

    def __init__(self) -> None:
        self.lines: list[Parts] = []
        self.columns: list[tuple[int, int]] = []

    def takes(self, line: Parts) -> bool:
        """Add a line, unless its words stand in the room between columns."""
        spans = sorted([*self.columns, *((part.start, part.end) for part in line)])
        columns: list[tuple[int, int]] = []
        for start, end in spans:
            if columns and start < columns[-1][1] + GAP:
                columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
            else:
                columns.append((start, end))
        if len(columns) < max(len(self.columns), len(line)):
            return False
        self.columns = columns
        self.lines.append(line)
        return True

    def parted(self) -> list[dict[int, Part]]:
        """The lines by columns."""
        starts = [start for start, _ in self.columns]
        return [{sum(start <= part.start for start in starts) - 1: part for part in line} for line in self.lines]

    @property
    def beside(self) -> set[int]:
        """Where the columns but the first begin."""
        return {start for start, _ in self.columns[1:]}

    def is_one(self, shared: set[int]) -> bool:
        """Whether the columns are no chance: two lines have words in several, a line stands right below a cell, or other
        tables have the same ones."""
        several = [line for line in self.lines if len(line) > 1]
        below = any(len(line) == 1 and line[0].start in self.beside for line in self.lines[1:])
        first = [line[0].words for line in self.lines if line[0].start < self.columns[0][1]]
        is_counted = any(BULLET.match(words) or LISTED.fullmatch(words) for words in first)
        is_dated = any(map(DATE.match, first)) and len(self.columns) == PAIR
        return not is_counted and not is_dated and (len(several) > 1 or below or self.beside <= shared)


def read_columns(text: str) -> str:
    r"""A text with its columns as rows; what were several lines in a cell are several lines there.

    >>> print(read_columns("Nationals   397 (as of\nresiding    October\nin Chad     2012)\nCompanies   110\n"))
    | Nationals residing in Chad | 397 (as of October 2012) |
    | Companies | 110 |
    <BLANKLINE>
    """
    if "   " not in text:
        return text
    found = list(_tables(text.split("\n")))
    tables = [one for one in found if isinstance(one, Table)]
    shared = {start for one in tables if one.is_one(set()) for start in one.beside}
    room: dict[tuple[int, int], int] = {}
    for one in tables:
        lines = one.parted() if one.is_one(shared) else []
        for n, place in enumerate(_places(one)):
            room[place] = max([room.get(place, 0), *(line[n].reach for line in lines if n in line)])
    printed: list[str] = []
    for each in found:
        if isinstance(each, str):
            printed.append(each)
        elif each.is_one(shared):
            printed += _rows(each, [room[place] for place in _places(each)])
        else:
            printed += _as_printed(each)
    return "\n".join(printed)


def _tables(lines: Sequence[str]) -> Iterator[Table | str]:
    """The lines of a text, those that may stand in columns together."""
    table: Table | None = None
    for line in lines:
        parts = [Part(found.start(), found[0]) for found in SEGMENT.finditer(line)]
        is_words = (
            0 < len(parts) <= MOST_COLUMNS
            and not PAGE_MARK.fullmatch(line.strip())
            and not ("|" in line or "\t" in line or has_japanese(line))
        )
        if table and is_words and table.takes(parts):
            continue
        if table:
            yield table
        table = Table() if is_words and len(parts) > 1 else None
        if table is None or not table.takes(parts):
            table = None
            yield line
    if table:
        yield table


def _places(table: Table) -> Iterator[tuple[int, int]]:
    """Where the columns of a table begin, each with the place of the next one."""
    return pairwise([*(start for start, _ in table.columns), 1 << 30])


def _as_printed(table: Table) -> Iterator[str]:
    """The lines of what is no table; the date that stands alone at the other end of one, as on top of a page, below it."""
    for parts in table.lines:
        line = ""
        for part in parts:
            line = line.ljust(part.start) + part.words
        apart = FAR_DATE.search(line) if len(table.lines) == 1 else None
        yield from (line[: apart.start()], apart[1]) if apart else (line,)


def _rows(table: Table, room: Sequence[int]) -> Iterator[str]:
    """The rows of a table, each from its lines."""
    rows = [Row(room)]
    for line in table.parted():
        if rows[-1].cells and not rows[-1].takes(line):
            rows.append(Row(room))
        rows[-1].add(line)
    return print_rows([row.printed() for row in rows])
