"""Pairs rows of two versions: the sure ones first, each row at most once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.process import extract

Row = Any
REACH = 40
"""How far from its own place among the rows of its key a row is compared with others: in small groups each with each."""


class Step(NamedTuple):
    """One way to pair rows: those of one key, the most alike first. `key` gives `None` for a row that this step does not
    take; alike are rows by their `text`, letter by letter, or by a `likeness` from 0 to 1. Pairs below `least` are none."""

    key: Callable[[Row], Hashable | None]
    likeness: Callable[[Row, Row], float] | None = None
    least: float = 0.0
    text: Callable[[Row], str] | None = None


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
    ours, theirs = list(map(step.key, left.values())), list(map(step.key, right.values()))
    common = set(ours).intersection(theirs) - {None}
    if not common:
        return []
    groups, meeting = _places(ours, left, common), _places(theirs, right, common)
    return [found for key, places in meeting.items() for found in _within(groups[key], places, left, right, step)]


def _places(keys: Sequence[Hashable], rows: Iterable[int], common: set[Hashable]) -> dict[Hashable, list[int]]:
    """The places of rows by those of their keys that either side has."""
    found: dict[Hashable, list[int]] = {}
    for key, place in zip(keys, rows, strict=True):
        if key in common:
            found.setdefault(key, []).append(place)
    return found


def _within(
    ours: list[int], theirs: list[int], left: dict[int, Row], right: dict[int, Row], step: Step
) -> list[tuple[int, int]]:
    if step.text is not None:
        alike = _by_text([step.text(left[one]) for one in ours], [step.text(right[one]) for one in theirs], step.least)
    elif step.likeness is not None:
        alike = _by_row([left[one] for one in ours], [right[one] for one in theirs], step.likeness, step.least)
    else:
        return list(zip(ours, theirs, strict=False))
    ranked = sorted((-much, abs(ours[one] - theirs[other]), ours[one], theirs[other]) for much, one, other in alike)
    taken, given = set[int](), set[int]()
    found = []
    for _, _, one, other in ranked:
        if one not in taken and other not in given:
            taken.add(one)
            given.add(other)
            found.append((one, other))
    return found


def _near(place: int) -> slice:
    return slice(max(0, place - REACH), place + REACH)


def _by_text(ours: list[str], theirs: list[str], least: float) -> Iterator[tuple[float, int, int]]:
    """How alike texts are, and which: the places of both in their lists."""
    for place, one in enumerate(ours):
        reach = _near(place)
        near = extract(one, theirs[reach], scorer=fuzz.ratio, score_cutoff=100 * least, limit=None)
        yield from ((much, place, reach.start + other) for _, much, other in near)


def _by_row(
    ours: list[Row], theirs: list[Row], likeness: Callable[[Row, Row], float], least: float
) -> Iterator[tuple[float, int, int]]:
    """How alike rows are, and which: the places of both in their lists."""
    for place, one in enumerate(ours):
        for other, row in enumerate(theirs[_near(place)], _near(place).start):
            if (much := likeness(one, row)) >= least:
                yield much, place, other
