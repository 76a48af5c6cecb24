"""Columns that stand side by side in a text, as `pdftotext -layout` prints them → rows of cells between pipes.

A cell that was broken goes on below itself, beside another one; only whole can it be read. Two columns of which the first
holds dates stay as they are, since later stages tell what belongs to a date. A table may go on on the next page, where its
columns stand elsewhere and its head is printed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from pipeline.read.converted.cells import Row
from pipeline.read.converted.gap_tables.centred import Lined, centred_rows, is_centred
from pipeline.read.converted.gap_tables.columns import Table, tables
from pipeline.read.converted.rows import print_rows
from pipeline.read.page.layout import heads_dates
from pipeline.read.text.dates import DATE

FAR_DATE = re.compile(r"(?<=\S) {8,}((?:[A-Z][a-z]{2,8}\.? )?(?:[0-3]?[0-9], )?(?:19|20)[0-9]{2})\Z")

BRACKETED = re.compile(r"[(（][^()（）]{1,40}[)）]")


def read_columns(text: str) -> str:
    r"""A text with its columns as rows; what were several lines in a cell are several lines there.

    >>> print(read_columns("Nationals   397 (as of\nresiding    October\nin Chad     2012)\nCompanies   110\n"))
    | Nationals residing in Chad | 397 (as of October 2012) |
    | Companies | 110 |
    <BLANKLINE>
    """
    if "   " not in text:
        return text
    found = list(tables(text.split("\n")))
    shared = {start for one in found if isinstance(one, Table) and one.is_one(set()) for start in one.beside}
    real = {one for one in found if isinstance(one, Table) and one.is_one(shared)}
    room: dict[tuple[int, int], int] = {}
    for one in real:
        lines = one.parted()
        for n, place in enumerate(one.places):
            room[place] = max([room.get(place, 0), *(line[n].reach for line in lines if n in line)])
    printed: list[str] = []
    pages: list[Table] = []
    for each, below in pairwise([*found, ""]):
        if isinstance(each, str):
            printed.append(each)
        elif each not in real:
            printed += _as_printed(each)
        else:
            pages.append(each)
            if isinstance(below, str) or not (below.goes_on and below in real):
                printed += _rows(list(_lines(pages, room)))
                pages = []
    return "\n".join(printed)


def _lines(pages: Sequence[Table], room: dict[tuple[int, int], int]) -> Iterator[Lined]:
    """The lines of a table on all its pages."""
    for n, page in enumerate(pages):
        is_headed_again = n and page.first == pages[0].first
        for line in page.parted()[1 if is_headed_again else 0 :]:
            yield Lined(line, [room[place] for place in page.places], n)


def _as_printed(table: Table) -> Iterator[str]:
    """The lines of what is no table; the date that stands alone at the other end of one, as on top of a page, below it."""
    for parts in table.lines:
        line = ""
        for part in parts:
            line = line.ljust(part.start) + part.words
        apart = FAR_DATE.search(line) if len(table.lines) == 1 else None
        yield from (line[: apart.start()], apart[1]) if apart else (line,)


def _rows(lines: Sequence[Lined]) -> Iterator[str]:
    """The rows of a table from its lines, each with the room of its columns."""
    return print_rows(_centred(lines) or [row.printed() for row in _top_rows(lines)])


def _top_rows(lines: Sequence[Lined]) -> list[Row]:
    """The rows of a table whose cells begin on top of their row."""
    rows = [Row(lines[0].room)]
    for line, room, _ in lines:
        if rows[-1].cells and not rows[-1].takes(line):
            rows.append(Row(room))
        rows[-1].add(line)
    return rows


def _centred(lines: Sequence[Lined]) -> list[list[str]]:
    """The cells of a table with dates that are set in the middle of their rows; none of any other one.

    Where it is not sure which cells make a row, none has a date: the dates stand below them, the last column above.
    """
    top = 1 + sum(1 for _ in takewhile(_goes_on_head, lines[1:]))
    head, body = lines[0], lines[top:]
    dates = [each.line[0].words for each in body if 0 in each.line]
    is_headed = 0 in head.line and heads_dates(head.line[0].words) and all(map(DATE.match, dates))
    if not (is_headed and dates and is_centred([each.line for each in body])):
        return []
    first = _top_rows(lines[:top])[0].printed()
    if rows := centred_rows(body):
        return [first, *(row.printed() for row in rows)]
    width, loose = len(first), list[list[str]]()
    for column in range(width - 1, 0, -1):
        some = [each._replace(line={column: each.line[column]}) for each in body if column in each.line]
        loose += [row.printed() for row in _top_rows(some)] if some else []
    return [first, *loose, *([date, *[""] * (width - 1)] for date in dates)]


def _goes_on_head(each: Lined) -> bool:
    """Whether a line below a head holds nothing but what stands in brackets, as the units of the columns do."""
    return 0 not in each.line and all(BRACKETED.fullmatch(part.words) for part in each.line.values())
