"""The cells of a row whose lines come one by one → whole cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.patterns import JAPANESE
from pipeline.read.converted.pages.broken_words import joined
from pipeline.read.converted.wide import narrowed
from pipeline.read.text.line_ends import is_ended, is_open

GOES_ON = re.compile(r"[a-z(&/]|（(?![0-9０-９])")
NOTHING = re.compile(r"[-–—\s]+")
"""What stands for no figure, and opens nothing."""
LABELLED = re.compile(r"[A-Z]\S*(?: [^\s:()]+){1,6}: ")
"""How a line begins that has a label of its own."""
PERSON = re.compile(r"(?:Mr|Mrs|Ms|Dr|Hon|H\.\s?E)\b\.?")
"""A form of address, with which somebody else begins."""
WIDE = 2
"""The room that the first sign of Japanese takes, which may be broken between any two."""
SURELY = 0.8
"""A line that fills less of the width surely had room for the next word, whatever the widths of its letters."""
MOST_PARTS = 60
"""No row has more broken lines."""


class Part(NamedTuple):
    """Words of a line between gaps, and where in the line they begin."""

    start: int
    words: str

    @property
    def end(self) -> int:
        """Where in the line they end."""
        return self.start + len(self.words)

    @property
    def reach(self) -> int:
        """Where they end without the hyphen of a broken word, for which there is room beyond the width."""
        return self.end - self.words.endswith("-")


Line = Mapping[int, Part]
"""The parts of a line by their columns."""


class Row:
    """A row as its lines come: the parts of its cells by their columns. `room` tells where each column ends."""

    def __init__(self, room: Sequence[int]) -> None:
        self.room = room
        self.cells: dict[int, list[Part]] = {}

    def add(self, line: Line) -> None:
        """Add the parts of a line to the cells."""
        for column, part in line.items():
            self.cells.setdefault(column, []).append(part)

    def takes(self, line: Line) -> bool:
        """Whether a line belongs to the row: it has words in one column but the first, or it goes on in those where it has
        any, for which the label shows it, or a cell that is open."""
        if sum(map(len, self.cells.values())) >= MOST_PARTS:
            return False
        if 0 not in line and len(line) == 1:
            return True
        above = {column: (self.cells[column], part) for column, part in line.items() if column in self.cells}
        if 0 not in line or 0 not in self.cells:
            is_broken = all(self._is_broken(n, *each) for n, each in above.items())
            if above and not (0 in line or 0 in self.cells) and all(hangs(*each) for each in above.values()):
                return True  # a head, other columns of which have words in its last line alone
            return len(above) == len(line) and (
                is_broken or (0 not in line and any(hangs(*each) for each in above.values()))
            )
        label = above.pop(0)
        if not above:
            return len(line) == 1 and self._is_broken(0, *label)
        return hangs(*label) or (self._is_broken(0, *label) and any(_is_open(cell) for cell, _ in above.values()))

    def _is_broken(self, column: int, above: Sequence[Part], part: Part) -> bool:
        return is_broken(above, part, self.room[column])

    def printed(self) -> list[str]:
        """The words of the cells; a label is one line."""
        return [whole(self.cells.get(n, []), room, is_label=n == 0) for n, room in enumerate(self.room)]


def whole(lines: Sequence[Part], room: int, *, is_label: bool) -> str:
    """The words of a cell: lines that only go on are one, and so are all of a label. `room` tells where they end at most.

    Where a line ends although the next one had room, lines are set apart: then one behind a figure is none that goes on.
    """
    goes_on = [is_label or is_broken(lines[:n], lines[n], room) for n in range(1, len(lines))]
    is_list, cell = not all(goes_on), narrowed("".join(part.words for part in lines[:1]))
    for is_one, (above, part) in zip(goes_on, pairwise(lines), strict=True):
        is_apart = is_list and above.words[-1].isdigit() and part.words[0].isupper()
        words = narrowed(part.words)
        cell = joined(cell, words) if is_one and not is_apart else f"{cell}\n{words}"
    return cell


def is_broken(above: Sequence[Part], part: Part, room: int) -> bool:
    """Whether a line of a cell only goes on with those above it; `room` is where the cell ends.

    >>> is_broken([Part(0, "Second Japan-Arab")], Part(0, "Economic Forum"), 20)
    True
    >>> is_broken([Part(0, "Second Japan-Arab")], Part(0, "Economic Forum"), 40)
    False
    """
    needed = WIDE if JAPANESE.match(part.words) else 1 + len(part.words.split(" ", 1)[0])
    has_no_room = above[-1].end + needed > room
    begins = LABELLED.match(part.words) or PERSON.match(part.words)
    is_one = begins is None and not is_ended(narrowed(above[-1].words))
    return hangs(above, part) or (has_no_room and is_one)


def _is_open(above: Sequence[Part]) -> bool:
    """Whether the lines of a cell end within a bracket, signs of quotation, a list or a phrase."""
    words = narrowed(" ".join(part.words for part in above))
    return (is_open(words) and not NOTHING.fullmatch(words)) or words.count('"') % 2 > 0


def hangs(above: Sequence[Part], part: Part) -> bool:
    """Whether a line of a cell is no beginning of one."""
    return _is_open(above) or GOES_ON.match(part.words) is not None
