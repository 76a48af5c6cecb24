"""Tables without frames as w3m dumps them, a head centred above columns with one space between → rows of cells between pipes.

Only places where each word of the head stands in the very middle of its column can part the columns. What is beside a date
is told twice, for cells that begin on top of their row and for cells that stand in its middle: what the two date otherwise
stands on top, without a date, unless the dates of the text are seen to stand in the middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.patterns import has_japanese
from pipeline.read.converted.column_rows import GOES_ON, Part, hangs, is_broken, whole
from pipeline.read.converted.print_rows import PERIOD, print_rows
from pipeline.read.layout import heads_a_column, heads_dates

WORDS = re.compile(r"\S+(?: \S+)*")
MONTH = re.compile(r"[A-Z][a-z]{2,8}\.?")
DATE = re.compile(
    r"(?:(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)[0-9]{2}(?:\.[0-9]{1,2}| [A-Z][a-z]{2,8}\.?)?|[A-Z][a-z]{2,8}\.?)\Z"
)
FEWEST, MOST_LINES, HIGHEST, WIDEST = 2, 120, 12, 400
Line = dict[int, Part]


class Dated(NamedTuple):
    """A date: its words, the line it begins in and the one behind it."""

    words: str
    start: int
    end: int


def read_unframed(text: str) -> str:
    r"""A text with such tables as rows between pipes; what is not sure stays as it is.

    >>> print(read_unframed("            2007          2008\nExports US$ 4 million US$ 9 million\nImports none          none"))
    |  | 2007 | 2008 |
    |---|
    | Exports | US$ 4 million | US$ 9 million |
    | Imports | none | none |
    """
    if "  " not in text:
        return text
    lines, printed, at = text.split("\n"), list[str](), 0
    while at < len(lines):
        head = _head(lines[at])
        end = next((n for n in range(at + 1, len(lines)) if not lines[n].strip()), len(lines)) if head else at
        rows = _rows(head, lines[at + 1 : end]) if FEWEST <= end - at <= MOST_LINES else []
        printed += print_rows(rows, is_headed=True) if rows else [lines[at]]
        at = end if rows else at + 1
    return "\n".join(printed)


def _head(line: str) -> list[Part]:
    """The words of a line that heads columns, years among them; the first column may have none."""
    if "  " not in line or "|" in line or "\t" in line:
        return []
    parts = [Part(found.start(), found[0]) for found in WORDS.finditer(line)]
    if len(parts) < FEWEST:
        return []
    known = [heads_a_column(part.words) or PERIOD.fullmatch(part.words) is not None for part in parts]
    return parts if all(known[1:]) and (known[0] or len(parts) > FEWEST) else []


def _rows(head: Sequence[Part], lines: Sequence[str]) -> list[list[str]]:
    """The rows of a table, its head among them."""
    if not lines or any("|" in line or "\t" in line or len(line) > WIDEST or has_japanese(line) for line in lines):
        return []
    starts = _starts(head, lines)
    if not starts:
        return []
    cells = [_cells(line, starts) for line in lines]
    first = [""] * (len(starts) - len(head)) + [part.words for part in head]
    if heads_dates(first[0]):
        body = _dated_rows(cells, len(first))
    else:
        is_plain = all(0 in line and 1 in line for line in cells)
        body = [[line[n].words if n in line else "" for n in range(len(first))] for line in cells if is_plain]
    return [first, *body] if body else []


def _starts(head: Sequence[Part], lines: Sequence[str]) -> list[int]:
    """Where the columns begin; nowhere, where not one choice alone has each word of the head in the middle."""
    width = max(map(len, lines))
    blank = [all(line[n : n + 1] in ("", " ") for line in lines) for n in range(width)]
    left = blank.index(False)
    found = [n for n in range(left + 1, width) if blank[n - 1] and not blank[n]]
    ways = [[left], *([left, n] for n in found if n <= head[0].start and not heads_dates(head[0].words))]
    for part, below in pairwise(head):
        ways = [
            [*way, n]
            for way in ways
            for n in found
            if part.end < n <= below.start and _is_middle(part, way[-1], n - 1 - way[-1])
        ]
    last = head[-1]
    ways = [way for way in ways if width - way[-1] <= 2 * (last.start - way[-1]) + len(last.words) + 1]
    return ways[0] if len(ways) == 1 else []


def _is_middle(part: Part, start: int, width: int) -> bool:
    """Whether words stand in the middle of a column; there may be more than one space behind it."""
    return width >= len(part.words) and part.start - start in {(n - len(part.words)) // 2 for n in (width, width - 1)}


def _cells(line: str, starts: Sequence[int]) -> Line:
    bounds = pairwise([*starts, len(line) + 1])
    parts = ((n, start, line[start:end]) for n, (start, end) in enumerate(bounds))
    return {
        n: Part(start + len(words) - len(words.lstrip()), words.strip()) for n, start, words in parts if words.strip()
    }


def _dated_rows(lines: Sequence[Line], width: int) -> list[list[str]]:
    """The rows of a table with dates in its first column; those that nobody can date for sure stand first."""
    dates = list(_dates(lines))
    if not dates or any(not DATE.match(date.words) for date in dates):
        return []
    room = [max((line[n].end for line in lines if n in line), default=0) for n in range(width)]
    top = [sum(date.start <= n for date in dates) - 1 for n in range(len(lines))]
    owners = _middle(lines, dates, room)
    if owners is None:
        return []
    if _is_on_top(lines, dates):
        owners = [a if a == b else -1 for a, b in zip(top, owners, strict=True)]
    rows = []
    for owner in range(-1, len(dates)):
        own = [line for line, one in zip(lines, owners, strict=True) if one == owner]
        cells = [[line[n] for line in own if n in line] for n in range(1, width)]
        if any(cells):
            words = [whole(parts, room[n], is_label=False) if parts else "" for n, parts in enumerate(cells, 1)]
            rows.append([dates[owner].words if owner >= 0 else "", *words])
    return rows


def _dates(lines: Sequence[Line]) -> Iterator[Dated]:
    """The dates of the first column; a month may stand above its year."""
    n = 0
    while n < len(lines):
        if 0 in lines[n]:
            words, end = lines[n][0].words, n + 1
            if MONTH.fullmatch(words) and end < len(lines) and 0 in lines[end] and lines[end][0].words.isdigit():
                words, end = f"{words} {lines[end][0].words}", end + 1
            yield Dated(words, n, end)
            n = end
        else:
            n += 1


def _middle(lines: Sequence[Line], dates: Sequence[Dated], room: Sequence[int]) -> list[int] | None:
    """The date of each line where dates stand in the middle of their rows: -1 where more than one choice dates it, and
    none where there is no choice."""
    edges: list[list[tuple[int, int]]] = []
    starts = {0}
    for date in dates:
        spans = [
            (start, end) for start in starts for end in _ends(start, date) if _is_row(lines, start, end, date, room)
        ]
        edges.append(spans)
        starts = {end for _, end in spans}
    owners: list[set[int]] = [set() for _ in lines]
    ends = {len(lines)}
    for n in range(len(dates) - 1, -1, -1):
        spans = [span for span in edges[n] if span[1] in ends]
        for start, end in spans:
            for line in range(start, end):
                owners[line].add(n)
        ends = {start for start, _ in spans}
    if not all(owners):
        return None
    return [max(some) if len(some) == 1 else -1 for some in owners]


def _ends(start: int, date: Dated) -> list[int]:
    """Where a row may end whose middle a date is."""
    least = start + 2 * (date.start - start) + date.end - date.start
    return [end for end in (least, least + 1) if end - start <= HIGHEST]


def _is_row(lines: Sequence[Line], start: int, end: int, date: Dated, room: Sequence[int]) -> bool:
    """Whether lines may be a row: it has one date, its other cells stand in the middle and begin in no phrase, and one of
    them fills it."""
    if end > len(lines):
        return False
    heights = set()
    for column in {n for line in lines[start:end] for n in line}:
        places = [n for n in range(start, end) if column in lines[n]]
        height = places[-1] - places[0] + 1
        heights.add(height)
        is_middle = places[0] - start == (end - start - height) // 2
        if column == 0 and (places[0], places[-1] + 1) != (date.start, date.end):
            return False
        if not is_middle or (column and _goes_on(lines, places[0], column, room)):
            return False
    return end - start in heights


def _goes_on(lines: Sequence[Line], n: int, column: int, room: Sequence[int]) -> bool:
    """Whether a line of a cell cannot be its first one; beside a date it may begin below a full line."""
    part, above = lines[n][column], lines[n - 1].get(column) if n else None
    if above is None or 0 in lines[n]:
        return hangs([above] if above else [], part)
    return is_broken([above], part, room[column])


def _is_on_top(lines: Sequence[Line], dates: Sequence[Dated]) -> bool:
    """Whether each cell begins beside its date, as where cells stand on top of their rows."""
    if dates[0].start:
        return False
    for date, below in pairwise([*dates, Dated("", len(lines), len(lines))]):
        first, *rest = lines[date.start : below.start]
        begun = {n for line in rest for n in line} - {0}
        if not begun <= first.keys() or any(GOES_ON.match(part.words) for n, part in first.items() if n):
            return False
    return True
