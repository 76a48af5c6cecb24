"""What neighbouring numbers are to each other: ends of a range, items of a list with one unit, parts of a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.exclusions import exclusion
from pipeline.normalize.amounts.numbers import FIRST_YEAR
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.pieces import drop_pieces
from pipeline.normalize.amounts.ranges import Phrase, join_ranges
from pipeline.normalize.amounts.shared_units import share_units
from pipeline.normalize.amounts.sums import join_sums

_STUCK = frozenset(("-", "/", ":", ".", "+", "±", " ± ", "+/-", " +/- "))
"""What makes figures pieces of something else; behind `±` stands a margin, and the words behind it are of both."""
_OUT_OF = frozenset((" in ", " out of "))
_DATE_JOIN = re.compile(r"[ \xa0]{0,2}(?:-|~|/|,|&|and|to|or|, and)[ \xa0]{0,2}")


def join_atoms(page: Page, atoms: Sequence[Atom | None]) -> list[Phrase]:
    """The phrases that are amounts: ranges joined, units shared, parts of dates and of longer figures left out."""
    if len(atoms) == 1:
        (only,) = atoms
        return [] if only is None or exclusion(page, only) else [Phrase(only)]
    kept = join_sums(page, _drop_chains(page, drop_pieces(page, atoms)))
    return _drop_dates(page, join_ranges(page, share_units(page, kept)))


def _drop_chains(page: Page, atoms: Sequence[Atom | None]) -> list[Atom | None]:
    """Takes away figures stuck together (`2018-08-12`, `10:30`, `1/3`, `24/7`) and shares (`3 in 10`, `2 out of 5`)."""
    dropped: set[int] = set()
    run = 1
    for i in range(1, len(atoms)):
        first, second = atoms[i - 1], atoms[i]
        glue = page.folded[first.digits_end : second.digits_start] if first and second else ""
        if glue not in _STUCK:
            run = 1
            if (glue in _OUT_OF and _is_share(first, second)) or (
                glue[-1:] == "に" and _is_japanese_share(first, second)
            ):
                dropped.update((i - 1, i))
            continue
        run += 1
        if glue == "-" and run == 2:
            continue
        if glue == ":" and not (_is_clock(first, second) or _is_ratio(first, second)):
            continue
        dropped.update((i,) if i - 1 in dropped else range(i - run + 1, i + 1))
    return [None if i in dropped else atom for i, atom in enumerate(atoms)]


def _is_clock(first: Atom | None, second: Atom | None) -> bool:
    return first is not None and second is not None and max(len(first.number.digits), len(second.number.digits)) <= 2


def _is_ratio(first: Atom | None, second: Atom | None) -> bool:
    """`1:500,000`, while `2012:34.2` is the figure of a year."""
    return first is not None and second is not None and len(first.number.digits) <= 2 and not second.is_stated


def _is_share(first: Atom | None, second: Atom | None) -> bool:
    if first is None or second is None or first.is_stated or not (first.number.is_bare and second.number.is_bare):
        return False
    return int(first.number.digits) < int(second.number.digits) < FIRST_YEAR


def _is_japanese_share(first: Atom | None, second: Atom | None) -> bool:
    """`3人に1人`"""
    if first is None or second is None or first.unit is None or first.unit != second.unit:
        return False
    return first.number.is_bare and second.number.is_bare and int(first.number.digits) > int(second.number.digits)


def _drop_dates(page: Page, phrases: list[Phrase | None]) -> list[Phrase]:
    """Leaves out what is no amount, and what a joining word ties to such a day or year: `May 3 and 4`, `1998-99`."""
    kept: list[Phrase] = []
    dropped: Atom | None = None
    for phrase in phrases:
        if phrase is None:
            dropped = None
            continue
        last = phrase.last or phrase.first
        if _follows_date(page, dropped, phrase) or _is_dropped(page, phrase):
            dropped = last
            continue
        dropped = None
        kept.append(phrase)
    return kept


def _is_dropped(page: Page, phrase: Phrase) -> bool:
    if phrase.last is None:
        return exclusion(page, phrase.first) is not None
    first, last = phrase.first, phrase.last
    if not last.is_stated and first.number.is_like_a_year and last.number.is_like_a_year:
        return True
    ends = replace(first, end=last.end), replace(last, start=first.start)
    return any(exclusion(page, end) for end in ends)


def _follows_date(page: Page, dropped: Atom | None, phrase: Phrase) -> bool:
    first = phrase.first
    if dropped is None or first.is_stated or not first.number.is_bare or len(first.number.digits) > 4:
        return False
    if len(first.number.digits) > 2 and not first.number.is_like_a_year:
        return False
    return _DATE_JOIN.fullmatch(page.folded, dropped.digits_end, first.start) is not None
