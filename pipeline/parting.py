"""The areas of a run in parts: as many first letters of names as are not too much together (`normalize.people.parts`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.collection import Collection
from pipeline.settling import Area, Visiting

VISITORS: Final = 2 << 20
"""How many bytes of packed visitors make a part of an area, unless one letter has more."""
Ends = tuple[int, int]
"""The first and the last letter of a part."""
Parts = dict[str, dict[Ends, int]]
"""The parts of areas by name, with a measure of how much is in each."""


def parted(collection: Collection) -> Parts:
    """The parts of all areas."""
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


def visiting(collection: Collection, areas: Iterable[Area], parts: Parts) -> Iterator[Visiting]:
    """All parts of all areas, the largest first."""
    numbered = [
        (-size, area, part, ends) for area in areas for part, (ends, size) in enumerate(parts[area.name].items())
    ]
    for _, area, part, ends in sorted(numbered, key=lambda one: (one[0], one[1].place, one[2])):
        yield Visiting(area, part, tuple(collection.mentions(area.name, *ends)))
