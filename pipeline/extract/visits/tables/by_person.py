"""Names and offices that stand in two cells side by side → one person after the other."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.visitors import parse_visitors
from pipeline.outline.wraps import goes_on
from pipeline.records import Span

LINE = re.compile(r"[^\s|](?:[^\n|]*[^\s|])?")


class ByPerson(NamedTuple):
    """The words of two cells, person by person, and where each character, and the end, stood. Where nobody knows whose the
    offices are, they are left out."""

    words: str
    places: list[int]
    is_known: bool


def by_person(printed: str) -> ByPerson | None:
    r"""The names of a cell, each with its office in the next one; `None` where both hold one line and one person.

    Line goes with line where both cells have as many, else one person with one office; all offices are those of one name.

    >>> by_person("Mr. Ito\nMs. Abe | Premier\nMinister of Trade").words
    'Mr. Ito, Premier\nMs. Abe, Minister of Trade'
    >>> by_person("Mr. Ito\nMs. Abe\nMs. Oda | Premier\nMinister of Trade").words
    'Mr. Ito\nMs. Abe\nMs. Oda'
    """
    pipe = printed.find("|")
    cells = (Span(0, pipe), Span(pipe + 1, len(printed)))
    names, offices = ([m.span() for m in LINE.finditer(printed, *cell)] for cell in cells)
    if pipe < 0 or not offices:
        return None
    if len(names) != len(offices) or len(names) == 1:
        people, held = (_people(printed, cell) for cell in cells)
        if len(people) > 1 and len(held) > 1:
            names, offices = people, held
        elif len(names) > 1 or len(offices) == 1:
            return None
    is_known = len(names) in (1, len(offices))
    words, places = "", list[int]()
    for n in range(max(len(names), len(offices) * is_known)):
        for start, end in (*names[n : n + 1], *offices[n : n + is_known]):
            below = printed[start:end].replace("\n", " ")
            sign = "\n" if (start, end) in names else " " if goes_on(words, below) else ", "
            words += (sign if words else "") + below
            places += [start] * (len(words) - len(places) - len(below)) + [*range(start, end)]
    return ByPerson(words, [*places, len(printed)], is_known)


def _people(printed: str, cell: Span) -> list[tuple[int, int]]:
    """Where the visitors stand in a cell."""
    words = printed[cell.start : cell.end].replace("\n", " ")
    return [(cell.start + one.start, cell.start + one.end) for one in parse_visitors(words).visitors]
