"""Where a page has two columns of running text side by side, as `pdftotext -layout` prints them.

Unlike the rows of a table their lines have nothing to do with each other: each side has facts of its own, and things begin
on one side beside a gap or in the middle of something on the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.patterns import has_japanese
from pipeline.read.converted.cells import GOES_ON
from pipeline.read.converted.gap_tables.broken_dates import MONTH_LINE
from pipeline.read.page.layout import heads_dates
from pipeline.read.text.dates import MONTH, YEAR
from pipeline.read.text.line_breaks import COUNTED
from pipeline.read.text.line_ends import is_ended

GAP = 2
"""The least room between columns."""
PART = re.compile(r"(?:(?<=  )|\A)\S")
BRACKET = re.compile(r"\([^()]{0,80}\)?")
FACT = re.compile(r"[^\W\d_]{3}[^\d]{0,80}?(?<![\w.,-])(?!(?:1[6-9]|20)[0-9]{2}(?![0-9,.]))[0-9]")
"""A label with its own figure, which is no year."""
DATED = re.compile(rf"(?:{MONTH.pattern} )?{YEAR.pattern}(?:\.[0-9]{{1,2}}| {MONTH.pattern})?(?:  .*)?")
"""A date in a column of its own: what stands beside it belongs to it."""
DATES = re.compile(rf"(?:as of |since |until |FY ?)?(?:{MONTH.pattern} )?{YEAR.pattern}")
NUMBERED = re.compile(r"[0-9]{1,2}\. ?[A-Z]")
MOST_TRIED, FEWEST, UNLEVEL, OWN = 12, 6, 2, 3
"""So many places are tried, those where most words begin; so many lines has the right column; so many things begin on either
side beside nothing or in the middle of something; there are so many of the latter and of facts in the left column."""


class Line(NamedTuple):
    """A line of both columns, either of which may have nothing in it."""

    left: str
    right: str


class Region(NamedTuple):
    """Lines of a page with two columns, and where in them the right one starts."""

    begin: int
    end: int
    start: int

    def columns(self, lines: Sequence[str]) -> list[Line]:
        """The lines, parted."""
        return [Line(line[: self.start].rstrip(), line[self.start :].rstrip()) for line in lines[self.begin : self.end]]


def text_regions(lines: Sequence[str]) -> list[Region]:
    """The columns of text of a page: those of the place where the most lines have them."""
    starts = Counter(
        found.start() for line in lines if _is_words(line) for found in PART.finditer(line) if found.start()
    )
    headings = sum(COUNTED.match(line.lstrip()) is not None for line in lines)
    regions: list[Region] = []
    for start, count in starts.most_common(MOST_TRIED):
        if count > 1:
            for of_page in (False, True)[: 1 + (headings >= OWN)]:
                runs = _runs(lines, start, of_page=of_page)
                found = [Region(begin, _with_tail(lines, begin, end, start), start) for begin, end in runs]
                found = [one for one in found if _are_texts(one.columns(lines), of_page=of_page)]
                regions = max(regions, found, key=lambda some: sum(one.end - one.begin for one in some))
    return regions


def _runs(lines: Sequence[str], start: int, *, of_page: bool) -> Iterator[tuple[int, int]]:
    """Runs of lines none of which has words in the gap, from the first to the last with words at its right end; only columns
    `of_page` have tables within."""
    begin = end = None
    for n, line in enumerate([*lines, "|"]):
        is_apart = _is_words(line) and not line[start - GAP : start].strip()
        if is_apart and (of_page or not _is_row(line[:start].strip(), line[start:].strip())):
            if line[start : start + 1].strip():
                begin, end = n if begin is None else begin, n + 1
            elif line[start:].strip() and begin is not None:
                end = n + 1
        elif begin is not None and end is not None:
            yield begin, end
            begin = end = None


def _is_row(left: str, right: str) -> bool:
    """Whether a line is that of a table with a column of dates."""
    return bool(right) and (DATED.fullmatch(left) is not None or heads_dates(left.split("  ", 1)[0]))


def _with_tail(lines: Sequence[str], begin: int, end: int, start: int) -> int:
    """The end of the columns with the lines that the left one has more; no column ends with a heading."""
    tail = end
    while tail < len(lines) and lines[tail].strip() and len(lines[tail].rstrip()) <= start - GAP:
        if COUNTED.match(lines[tail].lstrip()):
            return tail
        tail += 1
    if tail > end and tail < len(lines) and not is_ended(lines[tail - 1]) and not re.search("[0-9]", lines[tail - 1]):
        tail -= 1
    return tail


def _are_texts(columns: Sequence[Line], *, of_page: bool) -> bool:
    """Whether columns are two texts and not the cells of rows: both have numbered headings, facts of their own, or lines that
    are not level with those of the other. Those of a page have headings in the left one beside words in the right one."""
    if of_page and sum(map(_is_level, ["", *(line.right for line in columns)], columns)) < OWN:
        return False
    if any(NUMBERED.match(line.left.strip()) and NUMBERED.match(line.right.strip()) for line in columns):
        return True
    facts = sum(any(map(FACT.search, BRACKET.sub("", line.left).strip().split("  "))) for line in columns)
    alone = [sum(_begins(line[side]) and not line[1 - side] for line in columns) for side in (0, 1)]
    amid = [sum(_begins(line[side]) and _goes_on(line[1 - side]) for line in columns) for side in (0, 1)]
    is_unlevel = all(a + b >= UNLEVEL for a, b in zip(alone, amid, strict=True))
    if is_unlevel and facts + sum(amid) >= OWN and sum(bool(line.right) for line in columns) >= FEWEST:
        return True
    return facts >= OWN and sum(_is_own(line.right.strip()) for line in columns) >= OWN


def _is_level(above: str, line: Line) -> bool:
    """Whether a heading stands in the left column beside words of the right one that are no figure or date of its own; a year
    may be the rest of the date `above`."""
    words = line.right.strip()
    is_own = not words[:1].isdigit() or MONTH_LINE.match(above) is not None
    return bool(words) and is_own and COUNTED.match(line.left.strip()) is not None


def _is_own(words: str) -> bool:
    """Whether words of the right column are no date or remark on what stands in the left one."""
    return _begins(words) and re.search("[A-Za-z]{4}", DATES.sub("", words)) is not None


def _begins(words: str) -> bool:
    return bool(words.strip()) and not _goes_on(words)


def _goes_on(words: str) -> bool:
    return GOES_ON.match(words.strip()) is not None


def _is_words(line: str) -> bool:
    return not ("|" in line or "\t" in line or has_japanese(line))
