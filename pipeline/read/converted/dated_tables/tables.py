"""Tables of dates and words as `pdftotext` prints them, with `-layout` or without, line by line from top to bottom → rows of
cells between pipes.

A date may stand beside its words, above them, between two of their lines or, broken, on both sides of one; or some dates come
first and their words below. What is not sure has no date: such words stand on top of the table, and the dates below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.patterns import has_japanese
from pipeline.read.converted.cells import Part, whole
from pipeline.read.converted.dated_tables.bodies import Body, bodies
from pipeline.read.converted.dated_tables.counted_cells import cells_of, sure_cells
from pipeline.read.converted.dated_tables.date_lines import DateLine
from pipeline.read.converted.dated_tables.heads import HEAD
from pipeline.read.converted.dated_tables.rows import Rows, Span, pieces, rows_of
from pipeline.read.converted.dated_tables.years import with_years, without_years
from pipeline.read.converted.placed import NEW_PAGE
from pipeline.read.converted.rows import HEADED, print_row
from pipeline.read.text.dates import YEAR

Cells = Sequence[str]


class Segment(NamedTuple):
    """Lines of a table that come from top to bottom, with the rows they make, or, where there are `dates`, the words that
    stand below those."""

    dates: list[str]
    lines: list[DateLine]
    rows: Rows


def read_dated_tables(text: str) -> str:
    r"""A text with such tables as rows, their captions apart.

    >>> print(read_dated_tables("Year\nName\n1993\nMr. Ito\nMay\n1995 Jan Ms. Doi\nMr. Abe (Funeral of the\n2005 Jul\nKing)\f"))
    | Year | Name |
    |---|
    | 1993 May | Mr. Ito |
    | 1995 Jan | Ms. Doi |
    | 2005 Jul | Mr. Abe (Funeral of the King) |
    """
    if not HEAD.search(text):
        return text
    lines = text.split("\n")
    tables = [(body, list(_segments(body))) for body in bodies(lines)]
    ways = [segment.rows for _, segments in tables for segment in segments]
    is_centred = any(rows.on_top is None and rows.centred is not None for rows in ways)
    is_on_top = any(rows.on_top is not None and rows.lacks_dates for rows in ways)
    printed, at = list[str](), 0
    for body, segments in tables:
        above = lines[at : body.begin]
        if above and above[-1].strip() and above[-1][:1] in (" ", NEW_PAGE):
            above[-1:] = ["", above[-1], ""]
        printed += [*above, print_row(body.heads), HEADED]
        caption = next(filter(None, map(str.strip, reversed(above))), "")
        year = caption if YEAR.fullmatch(caption) else ""
        printed += _printed(body, segments, year, is_centred=is_centred, is_on_top=is_on_top)
        printed += [""] if "".join(lines[body.end : body.end + 1]).strip() else []
        at = body.end
    return "\n".join([*printed, *lines[at:]]) if tables else text


def _segments(body: Body) -> Iterator[Segment]:
    """The segments of a table; only where a text does not keep its layout may words stand below several dates."""
    stream: list[DateLine] = []
    dates: list[DateLine] = []
    for lines in body.blocks:
        below = [] if body.keeps_layout else _dates_below(lines)
        if dates and not any(line.date for line in lines):
            yield from _streams(body, stream)
            yield Segment(whole_dates(dates), lines, Rows(None, None))
            stream, dates = [], []
        elif dates and all(line.date and not line.words for line in lines):
            dates += lines
        else:
            stream += [*dates, *lines[: len(lines) - len(below)]]
            dates = []
            while len(below) == len(lines) and stream and stream[-1].date and not stream[-1].words:
                dates.insert(0, stream.pop())
            dates += below
    yield from _streams(body, [*stream, *dates])


def _streams(body: Body, stream: Sequence[DateLine]) -> Iterator[Segment]:
    for lines in pieces(stream):
        segment = Segment([], lines, Rows(None, None))
        yield segment._replace(rows=rows_of(_lines(body, segment), has_months=body.has_months))


def _dates_below(block: Sequence[DateLine]) -> list[DateLine]:
    """The whole dates without words that a block ends with: several, or all of it."""
    begin = next((n + 1 for n in range(len(block) - 1, -1, -1) if not block[n].date or block[n].words), 0)
    found = list(block[begin:])
    is_column = not begin or len(whole_dates(found)) > 1
    return found if is_column and [line.kind for line in found] != ["month"] else []


def whole_dates(lines: Sequence[DateLine]) -> list[str]:
    """Dates, a month that is broken from its year whole again."""
    dates: list[str] = []
    above = ""
    for line in lines:
        if {above, line.kind} == {"month", "year"}:
            dates[-1] = f"{dates[-1]} {line.date}"
            above = ""
        else:
            dates.append(line.date)
            above = line.kind
    return dates


def _printed(body: Body, segments: Sequence[Segment], year: str, *, is_centred: bool, is_on_top: bool) -> Iterator[str]:
    """The rows of a table, below those that have words without a date."""
    rows: list[Cells] = []
    unsure: list[Cells] = []
    undated: list[Cells] = []
    tail: list[str] = []
    if all(segment.dates for segment in segments) and not all(_column_rows(body, [one]) for one in segments):
        rows += _column_rows(body, segments)
    for segment in segments if not rows else ():
        spans = segment.rows.chosen(is_centred=is_centred, is_on_top=is_on_top)
        if spans and segment is segments[-1] and spans != segment.rows.on_top and spans[-1].own < spans[-1].end:
            tail = [line.words for line in _lines(body, segment)[spans[-1].own :]]
            spans = [*spans[:-1], spans[-1]._replace(end=spans[-1].own)]
        if segment.dates:
            found = _column_rows(body, [segment])
        else:
            found = _rows(body, segment, spans, year) if spans else []
        if found:
            rows += found
        else:
            words = [line.words for line in segment.lines if line.words]
            unsure += [("", cell) for cell in sure_cells(words)]
            undated += [(date, "") for date in segment.dates or whole_dates([one for one in segment.lines if one.date])]
    yield from map(print_row, [*unsure, *rows, *undated])
    yield from ["", *tail] if tail else []


def _column_rows(body: Body, segments: Sequence[Segment]) -> list[Cells]:
    """The rows of dates with their words below them; none where they are not sure: only one choice has as many cells as dates,
    none of them above the dates before its own, or below the next ones."""
    if len(segments) == 1 == len(segments[0].dates):
        return [(segments[0].dates[0], _cell([line.words for line in segments[0].lines], body.room))]
    dates, ways = list[str](), [list[str]()]
    for segment in segments:
        words = [line.words for line in segment.lines]
        if any(map(has_japanese, words)):
            return []
        choices = [cells_of(words, is_parted=is_parted) for is_parted in (True, False)[: len(segments)]]
        choices = choices[:1] if choices[0] == choices[-1] else choices
        above, dates = len(dates), [*dates, *segment.dates]
        ways = [[*way, *cells] for way in ways if above <= len(way) <= len(dates) for cells in choices]
        ways = [way for n, way in enumerate(ways) if sum(len(one) == len(way) for one in ways[:n]) < 2]
    found = [way for way in ways if len(way) == len(dates)]
    return list(zip(dates, found[0], strict=True)) if len(found) == 1 else []


def _rows(body: Body, segment: Segment, spans: Sequence[Span], year: str) -> list[Cells]:
    """The rows of a segment, where there is a `year` above the table all of that; none where their years are not sure."""
    lines = _lines(body, segment)
    cells = [_cell([line.words for line in lines[a:b] if line.words], body.room) for a, b, _ in spans]
    dates = [" ".join(line.date for line in lines[a:b] if line.date) for a, b, _ in spans]
    if body.has_months:
        dates = with_years(segment.lines, spans, [f"{year} {date}".strip() for date in dates])
    return list(zip(dates, cells, strict=True)) if dates else []


def _lines(body: Body, segment: Segment) -> list[DateLine]:
    """The lines of a segment that rows are made of."""
    return without_years(segment.lines) if body.has_months else segment.lines


def _cell(words: Sequence[str], room: int) -> str:
    return whole([Part(0, line) for line in words], room, is_label=False)
