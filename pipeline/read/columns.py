"""Columns that stand side by side in a text, as `pdftotext -layout` prints them → rows of cells between pipes.

A cell that was broken goes on below itself, beside another one; only whole can it be read. Columns whose rows begin with
a date stay as they are, since later stages tell what belongs to a date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, groupby, pairwise
from typing import NamedTuple

from pipeline.read.broken_words import joined
from pipeline.read.layout import heads_a_column
from pipeline.read.line_breaks import BULLET, DANGLING, is_ended
from pipeline.read.tabs import is_japanese

SEGMENT = re.compile(r"\S+(?: \S+)*")
GAP, FEWEST = 2, 2
"""The least room between columns; so many lines with words in two of them show that a text has them."""
DATE = re.compile(r"(?:1[6-9]|20)[0-9]{2}\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
FAR_DATE = re.compile(r"(?<=\S) {8,}((?:[A-Z][a-z]{2,8}\.? )?(?:[0-3]?[0-9], )?(?:19|20)[0-9]{2})\Z")
LISTED = re.compile(r"[(（]?[0-9A-Za-z]{1,3}[.)）]")
"""The number of an item, in front of its words."""
GOES_ON = re.compile(r"[a-z(&/]")


class Part(NamedTuple):
    """Words of a line between gaps, and where in the line they begin."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """Where in the line they end."""
        return self.start + len(self.words)


Line = dict[int, Part]
"""The parts of a line by the columns' places."""
Room = dict[tuple[int, int], int]
"""Where the longest words of a column end, by its place and that of the next one."""
FAR = 1 << 30
MOST_PARTS = 60
"""No row has more broken lines."""
HEADED = "|---|"
"""The rule below a row that heads the others."""


def read_columns(text: str) -> str:
    r"""A text with its columns as rows; what were several lines in a cell are several lines there.

    >>> print(read_columns("Nationals   397 (as of\nresiding    October\nin Chad     2012)\nCompanies   110\n"))
    | Nationals residing in Chad | 397 (as of October 2012) |
    | Companies | 110 |
    <BLANKLINE>
    """
    if "   " not in text:
        return text
    runs = [list(run) for _, run in groupby(text.split("\n"), key=lambda line: not line.strip())]
    parted = [_parted(run) for run in runs]
    beside = Counter(start for run in parted for line in run for start in sorted(line)[1:])
    shared = {start for start, lines in beside.items() if lines >= FEWEST}
    is_table = [any(shared.issuperset(sorted(line)[1:]) for line in run if len(line) > 1) for run in parted]
    room: Room = {}
    for run in compress(parted, is_table):
        for start, after in _columns(run):
            ends = [line[start].end - line[start].words.endswith("-") for line in run if start in line]
            room[start, after] = max(room.get((start, after), 0), *ends)
    printed: list[str] = []
    for run, lines, is_one in zip(runs, parted, is_table, strict=True):
        printed += _rows(lines, room) if is_one else _dated_apart(run)
    return "\n".join(printed)


def _dated_apart(run: Sequence[str]) -> Iterator[str]:
    """The lines of a run; the date that stands alone at the other end of one, as in the head of a page, below it."""
    for line in run:
        apart = FAR_DATE.search(line) if len(run) == 1 else None
        yield from (line[: apart.start()], apart[1]) if apart else (line,)


def _columns(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where the columns of a run begin, each with the place of the next one."""
    starts = sorted({start for line in lines for start in line})
    return list(pairwise([*starts, FAR]))


def _parted(run: Sequence[str]) -> list[Line]:
    """The lines of a run in columns; empty where its words do not stand in such, or with a date before them."""
    lines = [[Part(found.start(), found[0]) for found in SEGMENT.finditer(line)] for line in run]
    found = [{part.start: part for part in line} for line in lines]
    columns = dict(_columns(found))
    is_free = all(part.end + GAP <= columns[part.start] for line in lines for part in line)
    first = [line[0].words for line in lines if line and line[0].start == min(columns)]
    is_dated = any(DATE.match(words) or BULLET.match(words) or LISTED.fullmatch(words) for words in first)
    if (
        is_japanese("".join(run))
        or not is_free
        or is_dated
        or len(columns) < 2
        or "|" in "".join(run)
        or "\t" in "".join(run)
    ):
        return []
    return found


def _rows(lines: Sequence[Line], room: Room) -> Iterator[str]:
    """The rows of a run, printed: the first is marked if it heads the others, and a label beside several rows stands above."""
    columns = {start: room[start, after] for start, after in _columns(lines)}
    rows = [Row(columns)]
    for line in lines:
        if rows[-1].cells and not rows[-1].takes(line):
            rows.append(Row(columns))
        rows[-1].add(line)
    cells = [row.printed() for row in rows]
    is_headed = len(cells) > 1 and _heads(cells[0])
    if is_headed and cells[0][0] and not heads_a_column(cells[0][0]):
        yield cells[0][0]
        cells[0][0] = ""
    is_below = False
    for n, (row, below) in enumerate(pairwise([*cells, [" "]])):
        is_below = not row[0] and is_below
        if row[0] and not below[0] and len(row) > 2:
            yield row[0]
            is_below = True
        yield print_row(row[1:] if is_below else row)
        if is_headed and n == 0:
            yield HEADED


def _heads(cells: Sequence[str]) -> bool:
    """Whether a first row heads the others: its corner is empty, or all behind it are words that head columns."""
    return not cells[0] or (len(cells) > 2 and all(map(heads_a_column, cells[1:])))


def print_row(cells: Sequence[str]) -> str:
    """A row of cells between pipes."""
    return f"| {' | '.join(cells)} |"


class Row:
    """A row as its lines come: the parts of its cells by the columns' places. `room` tells where columns end."""

    def __init__(self, room: Mapping[int, int]) -> None:
        self.room = room
        self.first = min(room)
        self.cells: dict[int, list[Part]] = {}

    def add(self, line: Line) -> None:
        """Add the parts of a line to the cells."""
        for start, part in line.items():
            self.cells.setdefault(start, []).append(part)

    def takes(self, line: Line) -> bool:
        """Whether a line belongs to the row: it has words in one column but the first, or goes on in all columns and, if it
        has words in several, ends nowhere before."""
        if sum(map(len, self.cells.values())) >= MOST_PARTS:
            return False
        if self.first not in line and len(line) == 1:
            return True
        if self.first not in line or self.first not in self.cells:
            told = [(self.cells[start], part) for start, part in line.items() if start in self.cells]
            return bool(told) and len(told) == len(line) and all(self._is_broken(*each) for each in told)
        label, *others = [(self.cells[start], part) for start, part in sorted(line.items()) if start in self.cells]
        if not others:
            return len(line) == 1 and self._is_broken(*label)
        return (self._is_broken(*label) and any(_is_open(above) for above, _ in others)) or (
            _hangs(*label) and any(self._is_broken(*each) for each in others)
        )

    def _is_broken(self, above: Sequence[Part], part: Part) -> bool:
        """Whether a line of a cell only goes on with the one above it."""
        has_no_room = above[-1].end + 1 + len(part.words.split(" ", 1)[0]) > self.room[part.start]
        return _hangs(above, part) or (has_no_room and not is_ended(above[-1].words))

    def printed(self) -> list[str]:
        """The words of the cells; a label is one line."""
        printed = []
        for start in self.room:
            cell = ""
            for n, part in enumerate(parts := self.cells.get(start, [])):
                is_one = n and (start == self.first or self._is_broken(parts[:n], part))
                cell = joined(cell, part.words) if is_one else f"{cell}\n{part.words}".lstrip()
            printed.append(cell)
        return printed


def _is_open(above: Sequence[Part]) -> bool:
    """Whether the lines of a cell end within a bracket, a list or a phrase."""
    words = " ".join(part.words for part in above)
    return words.count("(") > words.count(")") or DANGLING.search(words) is not None


def _hangs(above: Sequence[Part], part: Part) -> bool:
    """Whether a line of a cell is no beginning of one."""
    return _is_open(above) or GOES_ON.match(part.words) is not None
