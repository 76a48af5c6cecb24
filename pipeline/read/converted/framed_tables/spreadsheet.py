"""Cells as a spreadsheet leaves them on the clipboard → a page: lines of their own, and rows of cells between pipes.

Every row has all the columns, full or empty, with tabs between; a cell of several lines stands in signs of quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.read.converted.cells import Part, whole
from pipeline.read.converted.rows import print_rows

CELL = re.compile(r'(?:"((?:[^"]|"")*+)"|([^\t\n]*+))(\t|\n|\Z)')
MONTH = re.compile(r"((?:[0-9]{1,2}-)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-)(?=[0-9]{2}\Z)")
"""A month before its year, as a spreadsheet shows dates; of one that has no year it shows the day before the month."""
YEAR = re.compile(r"[12][0-9]{3}")
FEWEST = 3
"""Rows that make a sheet."""
ENDLESS = 1 << 30
"""The room of a cell, whose lines end where their writer wanted."""
Cells = list[str]


def read_spreadsheet(text: str) -> str:
    r"""A text as a page, if it is what a spreadsheet leaves on the clipboard. The year behind a month gets its sign.

    >>> print(read_spreadsheet('Visits\t\nYear\tName\nJan-10\t"Head of\nthe Bank"\n\t\nBack to top\t\n'))
    Visits
    <BLANKLINE>
    | Year | Name |
    |---|
    | Jan-'10 | Head of the Bank |
    <BLANKLINE>
    Back to top
    <BLANKLINE>
    """
    rows = list(_rows(text.rstrip("\n"))) if "\t" in text else []
    if len(rows) < FEWEST or len({len(row) for row in rows}) > 1 or all(row[-1] for row in rows):
        return text
    groups = [(is_line, list(group)) for is_line, group in groupby(rows, _is_line)]
    parts = [part for is_line, group in groups for part in (_lines(group) if is_line else _table(group))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _rows(text: str) -> Iterator[Cells]:
    """The rows of a sheet."""
    row: Cells = []
    for quoted, bare, sign in CELL.findall(text):
        lines = (quoted.replace('""', '"') or bare).split("\n")
        words = whole([Part(0, line.strip()) for line in lines if line.strip()], ENDLESS, is_label=False)
        row.append(MONTH.sub(r"\1'", words))
        if sign != "\t":
            yield row
            row = []


def _is_line(row: Cells) -> bool:
    """Whether a row is none of a table: nothing stands in it but in its first cell, and that is no year of those below."""
    return not any(row[1:]) and YEAR.fullmatch(row[0]) is None


def _lines(rows: Sequence[Cells]) -> Iterator[str]:
    """Each row as a line of its own."""
    return (row[0] for row in rows)


def _table(rows: Sequence[Cells]) -> Iterator[str]:
    """The rows of a table as one part of the page; a row above all others with words at both ends alone, which they fill
    between them, is two lines of it."""
    columns = [n for n, column in enumerate(zip(*rows, strict=True)) if any(column)]
    cells = [[row[n] for n in columns] for row in rows]
    ends = [n for n, words in enumerate(rows[0]) if words]
    is_apart = ends == [0, len(rows[0]) - 1] != [0, 1]
    if is_apart and (len(rows) == 1 or all(cells[1])):
        yield from (rows[0][n] for n in ends)
        cells = cells[1:]
    yield "\n".join(print_rows(cells))
