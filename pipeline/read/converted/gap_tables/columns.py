"""Lines of a text that stand in columns, as `pdftotext -layout` prints them, and the tables that they make."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import has_japanese
from pipeline.read.converted.cells import Part
from pipeline.read.converted.gap_tables.centred import is_centred
from pipeline.read.converted.placed import NEW_PAGE, SEGMENT
from pipeline.read.converted.rows import PAIR
from pipeline.read.page.layout import heads_dates
from pipeline.read.text.cell_rows import MOST_COLUMNS
from pipeline.read.text.dates import DATE
from pipeline.read.text.line_breaks import BULLET, COUNTED, PAGE_MARK

GAP = 2
"""The least room between columns."""
LISTED = re.compile(r"[(（]?[0-9A-Za-z]{1,3}[.)）]")
"""The number of an item, in front of its words."""
RULE = re.compile(r" *+[-=_—─━]{4}[-=_—─━ ]*+")
Parts = list[Part]


class Table:
    """Lines of a text that stand in the same columns, which are where some of them have words and none between."""

    def __init__(self, above: Table | None = None) -> None:
        self.lines: list[Parts] = []
        self.columns: list[tuple[int, int]] = []
        self.above = above
        """The table at the end of the page before."""

    def takes(self, line: Parts) -> bool:
        """Add a line, unless its words stand in the room between columns, or the first of them are no date below others."""
        if self.is_dated and line[0].start < self.columns[0][1] and _is_no_date(line[0].words):
            return False
        spans = sorted([*self.columns, *((part.start, part.end) for part in line)])
        columns: list[tuple[int, int]] = []
        for start, end in spans:
            if columns and start < columns[-1][1] + GAP:
                columns[-1] = (columns[-1][0], max(end, columns[-1][1]))
            else:
                columns.append((start, end))
        ends, parts = [end for _, end in columns], [part.end for part in line]
        if not (_are_apart([end for _, end in self.columns], ends) and _are_apart(parts, ends)):
            return False
        self.columns = columns
        self.lines.append(line)
        return True

    def parted(self) -> list[dict[int, Part]]:
        """The lines by columns."""
        starts = [start for start, _ in self.columns]
        return [{sum(start <= part.start for start in starts) - 1: part for part in line} for line in self.lines]

    @property
    def first(self) -> list[str]:
        """The words of the first line; a head is printed again on the next page."""
        return [part.words for part in self.lines[0]]

    @property
    def is_dated(self) -> bool:
        """Whether a head says that the first column holds dates."""
        return bool(self.lines) and heads_dates(self.lines[0][0].words)

    @property
    def goes_on(self) -> bool:
        """Whether it is the rest of the table above it, on the next page, where its columns may stand elsewhere."""
        return self.above is not None and len(self.above.columns) == len(self.columns)

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
        is_counted = any(BULLET.match(words) or (LISTED.fullmatch(words) and not DATE.match(words)) for words in first)
        is_pair = any(map(DATE.match, first)) and len(self.columns) == PAIR
        is_pair = is_pair and not (self.is_dated and is_centred(self.parted()[1:]))
        return not is_counted and not is_pair and (len(several) > 1 or below or self.beside <= shared)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where the columns begin, each with the place of the next one."""
        return list(pairwise([*(start for start, _ in self.columns), 1 << 30]))


def _are_apart(parts: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether parts that end there fall into different columns."""
    return len({bisect_left(columns, end) for end in parts}) == len(parts)


def _is_no_date(words: str) -> bool:
    return DATE.match(words) is None and (COUNTED.match(words) is not None or not any(map(str.isdigit, words)))


def tables(lines: Sequence[str]) -> Iterator[Table | str]:
    """The lines of a text, those that may stand in columns together; a rule parts a head from what it heads and is left out."""
    table: Table | None = None
    for printed, below in pairwise([*lines, ""]):
        if (
            table
            and len(table.lines) == 1
            and len(table.lines[0]) > 1
            and RULE.fullmatch(printed)
            and GAP * " " in below.strip()
        ):
            continue
        line = printed.removeprefix(NEW_PAGE)
        parts = [Part(found.start(), found[0]) for found in SEGMENT.finditer(line)]
        is_words = (
            0 < len(parts) <= MOST_COLUMNS
            and not PAGE_MARK.fullmatch(line.strip())
            and not ("|" in line or "\t" in line or has_japanese(line))
        )
        above = table if printed is not line else None
        if table and is_words and not above and table.takes(parts):
            continue
        if table:
            yield table
        table = Table(above) if is_words and (above or len(parts) > 1) else None
        if table is None or not table.takes(parts):
            table = None
            yield printed
    if table:
        yield table
