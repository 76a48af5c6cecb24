"""Points that lead the eye from a label to its figure, as tables of contents have them → as much room.

They belong to the layout and to no word: columns stay where they are, and what parts the cells of a table is its room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from pipeline.read.converted.wide import widened

_FIGURE = r"(?=[(（]?(?:(?:US|A|NZ)?[$¥€£] ?|[A-Z]{3} ?)?[-−–△▲+]?[0-9]|(?:[Nn]one|[Nn]il|N/A|-|–|—)(?:[ \t]|\Z))"
LEADER = re.compile(
    rf"(?:(?<=[^\W_]|[)）%'’]) ?(?:\. ){{2,}}+\.?"
    rf"|(?<=[^\W_]|[)）%.'’])(?<!\.\.) ?(?:\.{{2,}}+|…++|[・･·]{{3,}}+)) *+{_FIGURE}"
)
LONGEST = 4
"""From here on points lead to a figure wherever they stand; fewer do so beside lines with as many, where a label leaves no room."""


def read_leaders(text: str) -> str:
    r"""A text with room in the place of points that lead to a figure.

    >>> read_leaders("Wood ....... 97,625\nIron and steel .. 3\n\nIn 2003 ... 5 came.")
    'Wood         97,625\nIron and steel    3\n\nIn 2003 ... 5 came.'
    """
    if ".." not in text and "…" not in text and ". ." not in text and "・・" not in text:
        return text
    return "\n".join(line for _, run in groupby(text.split("\n"), key=_is_led) for line in _led(list(run)))


def _is_led(line: str) -> bool:
    return LEADER.search(line) is not None


def _led(lines: list[str]) -> Iterator[str]:
    """Lines beside each other that all have such points, or none."""
    is_long = any(_signs(found[0]) >= LONGEST for line in lines for found in LEADER.finditer(line))
    return (LEADER.sub(_room, line) if is_long else line for line in lines)


def _room(leader: re.Match[str]) -> str:
    return " " * len(widened(leader[0]))


def _signs(leader: str) -> int:
    return sum(3 if sign == "…" else 1 for sign in leader if sign != " ")
