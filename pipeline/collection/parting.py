"""The areas of a run in parts: as many first letters of names as are not too much together (`normalize.people.parts`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from pipeline.collection import Collection, Seen
from pipeline.collection.settling import Area, Visiting
from pipeline.engine.packing import pack
from pipeline.engine.spool import Spool

VISITORS: Final = 2 << 20
"""How many bytes of packed visitors make a part of an area, unless one letter has more."""
SHEETS: Final = 1 << 10
"""How many sheets' visitors are put on disk together."""
Ends = tuple[int, int]
"""The first and the last letter of a part."""
Parts = dict[str, dict[Ends, int]]
"""The parts of areas by name, with a measure of how much is in each."""


def parted(collection: Collection) -> Parts:
    """The parts in which persons of each area are told apart: runs of first letters of main names, with how many visitors they
    have. As many letters go together as have `VISITORS` at most; one letter with more is a part of its own.
    """
    made: Parts = defaultdict(dict)
    for area, letter, size in collection.initials():
        parts = made[area]
        first, last = next(reversed(parts), (letter, letter))
        if 0 < parts.get((first, last), 0) <= VISITORS - size:
            size += parts.pop((first, last))
        else:
            first = letter
        parts[first, letter] = size
    return made


def visiting(collection: Collection, areas: Iterable[Area], parts: Parts, spool: Spool) -> Iterator[Visiting]:
    """All parts of all areas, the largest first, with their visitors on disk: the largest are more than a run may hold."""
    numbered = [
        (-size, area, part, ends) for area in areas for part, (ends, size) in enumerate(parts[area.name].items())
    ]
    for _, area, part, ends in sorted(numbered, key=lambda one: (one[0], one[1].place, one[2])):
        yield Visiting(area, part, spool.put_all(_packed(collection.mentions(area.name, *ends))))


def _packed(sheets: Iterator[Seen]) -> Iterator[bytes]:
    while some := list(islice(sheets, SHEETS)):
        yield pack(list(map(tuple, some)))
