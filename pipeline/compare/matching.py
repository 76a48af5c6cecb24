"""Pairs rows of two versions: the sure ones first, each row at most once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

Row = Any
REACH = 40
"""How far from its own place among the rows of its key a row is compared with others: in small groups each with each."""


class Step(NamedTuple):
    """One way to pair rows: those of one key, the most alike first. `key` gives `None` for a row that this step does not
    take; `likeness` is from 0 to 1, and pairs below `least` are none."""

    key: Callable[[Row], Hashable | None]
    likeness: Callable[[Row, Row], float] | None = None
    least: float = 0.0


def pair(
    old: Sequence[Row], new: Sequence[Row], steps: Sequence[Step]
) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """The pairs, and the rows of either side that have no partner, all in the order of the rows.

    >>> step = Step(key=lambda row: row[0])
    >>> pair(["a1", "b1"], ["b2", "c2"], [step])
    ([('b1', 'b2')], ['a1'], ['c2'])
    """
    left, right = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[tuple[int, int]] = []
    for step in steps:
        if not left or not right:
            break
        found = _pairs(left, right, step)
        pairs += found
        for one, other in found:
            del left[one], right[other]
    return [(old[one], new[other]) for one, other in sorted(pairs)], list(left.values()), list(right.values())


def _pairs(left: dict[int, Row], right: dict[int, Row], step: Step) -> list[tuple[int, int]]:
    groups: dict[Hashable, list[int]] = {}
    for place, row in left.items():
        groups.setdefault(step.key(row), []).append(place)
    groups.pop(None, None)
    meeting: dict[Hashable, list[int]] = {}
    for place, row in right.items():
        if (key := step.key(row)) in groups:
            meeting.setdefault(key, []).append(place)
    return [found for key, theirs in meeting.items() for found in _within(groups[key], theirs, left, right, step)]


def _within(
    ours: list[int], theirs: list[int], left: dict[int, Row], right: dict[int, Row], step: Step
) -> list[tuple[int, int]]:
    if step.likeness is None:
        return list(zip(ours, theirs, strict=False))
    ranked = sorted(
        (-likeness, abs(one - other), one, other)
        for place, one in enumerate(ours)
        for other in theirs[max(0, place - REACH) : place + REACH]
        if (likeness := step.likeness(left[one], right[other])) >= step.least
    )
    taken: set[tuple[str, int]] = set()
    found = []
    for _, _, one, other in ranked:
        if ("old", one) not in taken and ("new", other) not in taken:
            taken |= {("old", one), ("new", other)}
            found.append((one, other))
    return found
