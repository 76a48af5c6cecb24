"""Two names of one area in one text: `Burma (Myanmar)`, `Congo (DRC)`, `Eswatini/Swaziland`, `Soviet Union (former)`.

What belongs here: where such a text is parted, and when two readings are of one area. What each half means is the
business of `areas`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from pipeline.normalize.areas.trie import Reading

BRACKETS = {")": "(", "]": "["}
PAST = re.compile(r"(?:former(?:ly)?+(?:\s++the)?+\s|fmr\.?+\s|ex-|旧)\s*+", re.IGNORECASE)
SIGNS = frozenset(")]/,")
KINDS = frozenset({"name", "formal", "common", "historic", "code", "organisation"})
AFTER_NAME: Mapping[str, frozenset[str]] = {
    "the": KINDS, "former": frozenset({"historic"}), "historical": frozenset({"historic"}),
}  # fmt: skip
"""What may stand after a name though it is none, and the kinds of names it may follow (`Netherlands (the)`)."""


class Halves(NamedTuple):
    """A text parted in two, and whether the second stood in brackets."""

    first: str
    second: str
    in_brackets: bool


def halves(text: str) -> Halves | None:
    """The two parts of a text: what stands in its last brackets, after its only slash, or after its first comma.

    The same name twice is a city and its country (`Panama, Panama`).

    >>> halves("Burma (Myanmar)")
    Halves(first='Burma', second='Myanmar', in_brackets=True)
    >>> halves("Gambia, The"), halves("Mongolia")
    (Halves(first='Gambia', second='The', in_brackets=False), None)
    """
    text = text.rstrip(" .,;:*")
    if not SIGNS.intersection(text):
        return None
    opening = BRACKETS.get(text[-1:])
    if opening:
        first, sign, second = text[:-1].rpartition(opening)
    else:
        first, sign, second = text.partition("/" if text.count("/") == 1 else ",")
    first, second = first.strip(), second.strip()
    is_pair = sign and first and second and first.casefold() != second.casefold()
    return Halves(first, second, bool(opening)) if is_pair else None


def as_past(text: str) -> str | None:
    """The name that a text calls past, or None when it calls none so.

    >>> as_past("former Soviet Union"), as_past("Soviet Union")
    ('Soviet Union', None)
    """
    called = PAST.match(text)
    return text[called.end() :] if called else None


def agreed(first: Reading, second: Reading, *, narrows: bool) -> Reading | None:
    """The reading of the one area that both names have. What `narrows` tells which of several the first is (`Congo (DRC)`).

    Refused are a demonym, which is no second name (`Japan, Japanese`), and a second name that several areas bear
    (`China (Republic of China)`).
    """
    if not {first.kind, second.kind} <= KINDS | {"japanese"}:
        return None
    shared = [area for area in first.areas if area in second.areas]
    is_clear = len(first.areas) == 1
    if shared != list(second.areas) or len(shared) != 1 or not (is_clear or narrows):
        return None
    return first if is_clear else second
