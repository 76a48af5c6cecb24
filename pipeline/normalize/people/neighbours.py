"""Names that are an edit or two apart, found without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz.distance import DamerauLevenshtein

LONGEST = 40
# What is left after deletions and shared by more names than this is hostile text, not a name.
CROWD = 50


def near_pairs(names: Iterable[str], edits: int) -> Iterator[tuple[str, str]]:
    """Pairs of names at most so many edits apart, sorted; found by the letters that remain after deletions.

    >>> list(near_pairs(["erdnechuluun", "erdenechuluun", "bold"], 1))
    [('erdenechuluun', 'erdnechuluun')]
    """
    kept = sorted({name for name in names if len(name) <= LONGEST})
    if len(kept) < 2:
        return
    first: dict[str, str] = {}
    others: dict[str, list[str]] = defaultdict(list)
    for name in kept:
        for rest in _deletions(name, edits):
            if first.setdefault(rest, name) is not name:
                others[rest].append(name)
    groups = ([first[rest], *more] for rest, more in others.items() if len(more) < CROWD)
    seen = {pair for group in groups for pair in combinations(group, 2)}
    for one, other in sorted(seen):
        if is_near(one, other, edits):
            yield one, other


def is_near(one: str, other: str, edits: int) -> bool:
    """Whether at most so many letters are added, left out, changed or swapped.

    >>> is_near("batbold", "badbold", 1), is_near("yasutosi", "yasunori", 1)
    (True, False)
    """
    return DamerauLevenshtein.distance(one, other, score_cutoff=edits) <= edits


def _deletions(name: str, edits: int) -> set[str]:
    found = {name}
    for _ in range(edits):
        found |= {rest[:at] + rest[at + 1 :] for rest in found for at in range(len(rest))}
    return found
