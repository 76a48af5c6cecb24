"""Years in a column of their own, in the middle of the rows of all their months or on top of them → the year of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.read.converted.dated_tables.date_lines import DateLine
from pipeline.read.converted.dated_tables.rows import Span

PAD, NEAR = 0.25, 0.35
"""The room above and below the words of a row, and how far from the middle a year may stand, both in heights of a line."""


class Year(NamedTuple):
    """A year, and between which heights of the table it stands."""

    words: str
    above: float
    below: float


class Height(NamedTuple):
    """Where a row begins and ends."""

    top: float
    bottom: float


def without_years(lines: Sequence[DateLine]) -> list[DateLine]:
    """The lines without those of a year alone; words beside it stay."""
    return [
        DateLine("", "", "", line.words) if line.kind == "year" else line
        for line in lines
        if line.kind != "year" or line.words
    ]


def with_years(lines: Sequence[DateLine], spans: Sequence[Span], dates: Sequence[str]) -> list[str]:
    """The dates of rows, each with its year; none if they are not sure. The spans leave out lines with a year alone.

    >>> from pipeline.read.converted.dated_tables.date_lines import date_line
    >>> lines = [date_line(line) for line in ("May Mr. Ito", "2003", "July Ms. Doi", "2005 June Mr. Oe")]
    >>> with_years(lines, [Span(0, 1, 1), Span(1, 2, 2), Span(2, 3, 3)], ["May", "July", "2005 June"])
    ['2003 May', '2003 July', '2005 June']
    """
    if not any(line.year for line in lines):
        return list(dates)
    rest = without_years(lines)
    rows = _heights([sum(bool(line.words) for line in rest[a:b]) for a, b, _ in spans])
    found = {
        tuple(some)
        for some in (_centred(rows, list(_years(lines, rest, spans, rows))), _on_top(lines, rest, spans))
        if some
    }
    if len(found) != 1:
        return []
    years = found.pop()
    return [date if year in date else f"{year} {date}" for year, date in zip(years, dates, strict=True)]


def _heights(rows: Sequence[int]) -> list[Height]:
    """Where rows with so many lines of words begin and end."""
    found = [Height(0.0, 0.0)]
    for count in rows:
        found.append(Height(found[-1].bottom, found[-1].bottom + count + 2 * PAD))
    return found[1:]


def _years(
    lines: Sequence[DateLine], rest: Sequence[DateLine], spans: Sequence[Span], rows: Sequence[Height]
) -> Iterator[Year]:
    """The years, and where they stand: at the height of their line, or between those around it."""
    places = [
        place for span, row in zip(spans, rows, strict=True) for place in _places(rest[span.begin : span.end], row)
    ]
    edges = [0.0, *places, rows[-1].bottom]
    at = 0
    for line in lines:
        is_alone = line.kind == "year" and not line.words
        if line.year:
            yield Year(line.year, edges[at + (not is_alone)], edges[at + 1])
        at += not is_alone


def _places(lines: Sequence[DateLine], row: Height) -> Iterator[float]:
    """How high in the table each line of a row stands."""
    count = sum(bool(line.words) for line in lines)
    at = 0
    for line in lines:
        yield (row.top + row.bottom) / 2 + (at - (count - 1) / 2 if line.words else 0)
        at += bool(line.words)


def _centred(rows: Sequence[Height], years: Sequence[Year]) -> list[str]:
    """The year of each row, if there is one choice of rows for each of the years in whose middle it stands."""
    ways: dict[int, list[list[str]]] = {0: [[]]}
    for year in years:
        found: dict[int, list[list[str]]] = {}
        for begin, some in ways.items():
            for end in range(begin + 1, len(rows) + 1):
                middle = (rows[begin].top + rows[end - 1].bottom) / 2
                if middle > year.below + NEAR:
                    break
                if middle >= year.above - NEAR:
                    found.setdefault(end, []).extend([*one, *[year.words] * (end - begin)] for one in some[:2])
        ways = found
    chosen = ways.get(len(rows), [])
    return chosen[0] if len(chosen) == 1 else []


def _on_top(lines: Sequence[DateLine], rest: Sequence[DateLine], spans: Sequence[Span]) -> list[str]:
    """The year of each row where each stands beside the first of its months; none where one stands elsewhere."""
    years: list[str] = []
    for begin, end, _ in spans:
        own = [line.year for line in rest[begin:end] if line.date]
        years.append(own[0] or (years[-1] if years else ""))
    return years if years and years[0] and all(line.kind != "year" for line in lines) else []
