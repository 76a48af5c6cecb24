"""Two numbers that are the ends of one range: `25 to 30 million`, `between 3 and 5`."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.numbers import Number, scaled
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.years import left_word

_HYPHENS = frozenset(("-", "--", "~", "—"))
_SPREAD = 10
"""Bare numbers further apart than this are no range: `100-8919` is a postal code."""
_RANGING = re.compile(r"rang(?:e|es|ed|ing)[ \xa0]from[ \xa0]{1,2}\Z")


class Phrase(NamedTuple):
    """One amount to be: a number, or the two ends of a range."""

    first: Atom
    last: Atom | None = None


def join_ranges(page: Page, atoms: list[Atom | None]) -> list[Phrase | None]:
    """Ends of ranges as one phrase. What `-` joins and does not rise is no range and no amount either, and
    nor is what may have left out its zeros."""
    phrases: list[Phrase | None] = []
    i = 0
    while i < len(atoms):
        first, second = atoms[i], atoms[i + 1] if i + 1 < len(atoms) else None
        if first is None or second is None or not _is_range_gap(page, first, second):
            phrases.append(Phrase(first) if first else None)
            i += 1
        elif _is_bare(first) and may_lack_zeros(first.number, second.number):
            phrases += [None, None]
            i += 2
        elif _rises(first, second):
            phrases.append(Phrase(first, second))
            i += 2
        elif page.folded[first.end : second.start].strip(" \xa0") in _HYPHENS and not _are_years(first, second):
            phrases += [None, None]
            i += 2
        else:
            phrases.append(Phrase(first))
            i += 1
    return phrases


def _is_range_gap(page: Page, first: Atom, second: Atom) -> bool:
    gap = page.folded[first.end : second.start]
    if gap.strip(" \xa0\n") == "and":
        return left_word(page, first) == "between"
    if parts(gap) or page.lexicon.range_join.fullmatch(gap) is None:
        return False
    return gap.strip() != "to" or left_word(page, first) != "from" or _ranges_from(page, first)


def parts(gap: str) -> bool:
    """Whether a gap joins nothing for certain, without a closer look: a bracket or a colon is in it."""
    return "(" in gap or ")" in gap or ":" in gap


def _ranges_from(page: Page, first: Atom) -> bool:
    """Whether `from 200 to 300` is a range: at the beginning or after `ranging`, while what rose from one has two."""
    begin = max(0, first.start - 24)
    before = page.folded[begin : first.start]
    head = before.rstrip(" \xa0").removesuffix("from").rstrip(" \xa0•*")
    return _RANGING.search(before) is not None or (head[-1] in "\n:(" if head else begin == 0)


def _rises(first: Atom, second: Atom) -> bool:
    if first.currency != second.currency or first.unit != second.unit or (first.bound and second.bound):
        return False
    low = scaled(first.number, first.scale or 0, negative=first.negative)
    high = scaled(second.number, second.scale or 0, negative=second.negative)
    return low < high and (first.is_stated or second.is_stated or high <= low * _SPREAD)


def _is_bare(atom: Atom) -> bool:
    return (atom.start, atom.end) == (atom.digits_start, atom.digits_end)


def may_lack_zeros(low: Number, high: Number) -> bool:
    """Whether the zeros of the second figure may be the first one's, too: `3-400 people`, `3 to 4,000`."""
    size = len(low.digits)
    if size + 1 >= len(high.digits) or high.decimals or not low.is_bare:
        return False
    return "0" < low.digits < high.digits[:size] and not high.digits[size:].strip("0")


def _are_years(first: Atom, second: Atom) -> bool:
    return first.number.is_like_a_year and second.number.is_bare and not second.is_stated
