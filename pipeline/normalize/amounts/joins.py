"""What neighbouring numbers are to each other: ends of a range, items of a list with one unit, parts of a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.exclusions import exclusion
from pipeline.normalize.amounts.far_words import are_close, may_go_on, may_share
from pipeline.normalize.amounts.numbers import FIRST_YEAR, scaled
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.pieces import drop_pieces
from pipeline.normalize.amounts.sums import join_sums
from pipeline.normalize.amounts.years import left_word

SHARED_UNIT = "unit taken from the number it is joined with"
_SPREAD = 10
"""Bare numbers further apart than this are no range: `100-8919` is a postal code."""
_STUCK = frozenset(("-", "/", ":", ".", "+", "±", " ± ", "+/-", " +/- "))
"""What makes figures pieces of something else; behind `±` stands a margin, and the words behind it are of both."""
_OUT_OF = frozenset((" in ", " out of "))
_DATE_JOIN = re.compile(r"[ \xa0]{0,2}(?:-|~|/|,|&|and|to|or|, and)[ \xa0]{0,2}")
_RANGING = re.compile(r"rang(?:e|es|ed|ing)[ \xa0]from[ \xa0]{1,2}\Z")


class Phrase(NamedTuple):
    """One amount to be: a number, or the two ends of a range."""

    first: Atom
    last: Atom | None = None


def join_atoms(page: Page, atoms: Sequence[Atom | None]) -> list[Phrase]:
    """The phrases that are amounts: ranges joined, units shared, parts of dates and of longer figures left out."""
    if len(atoms) == 1:
        (only,) = atoms
        return [] if only is None or exclusion(page, only) else [Phrase(only)]
    kept = join_sums(page, _drop_chains(page, drop_pieces(page, atoms)))
    return _drop_dates(page, _join_ranges(page, _share_units(page, kept)))


def _drop_chains(page: Page, atoms: Sequence[Atom | None]) -> list[Atom | None]:
    """Takes away figures stuck together (`2018-08-12`, `10:30`, `1/3`, `24/7`) and shares (`3 in 10`, `2 out of 5`)."""
    dropped: set[int] = set()
    run = 1
    for i in range(1, len(atoms)):
        first, second = atoms[i - 1], atoms[i]
        glue = page.folded[first.digits_end : second.digits_start] if first and second else ""
        if glue not in _STUCK:
            run = 1
            if glue in _OUT_OF and _is_share(first, second):
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


def _share_units(page: Page, atoms: list[Atom | None]) -> list[Atom | None]:
    """Gives a bare number the unit of the one it is joined with: `29.3 and 1.8 billion yen`, `US$ 25 to 30 million`."""
    shared = _share_caption(page, atoms)
    in_list = False
    for i in range(len(shared) - 2, -1, -1):
        first, second = shared[i], shared[i + 1]
        if first is None or second is None:
            in_list = False
            continue
        gap = page.folded[first.end : second.start]
        joint = _joint(page, gap)
        if joint or (in_list and gap.strip(" \xa0\n") == ","):
            in_list = in_list or joint == "list"
            shared[i], shared[i + 1] = _share(first, second)
        else:
            in_list = False
            if not (gap.isspace() or first.is_stated or first.noun) and may_share(page, gap, first, second):
                shared[i] = first._replace(is_spoilt=True)
            elif first.scale is not None and not (second.is_stated or second.noun) and may_go_on(gap, first, second):
                shared[i + 1] = second._replace(is_spoilt=True)
    return shared


def _share_caption(page: Page, atoms: list[Atom | None]) -> list[Atom | None]:
    """A scale in brackets behind the last figure of a line is said of all: `Exports 3.4, Imports 2.1 (billion yen)`.

    Figures without decimals before it may count something else; nobody knows what, so they are left out.
    """
    last = atoms[-1]
    if last is None or last.scale is None or page.text[last.end - 1] != ")" or "(" in page.text[: last.digits_start]:
        return list(atoms)
    if not last.number.decimals or any(atom and (atom.is_stated or atom.noun) for atom in atoms[:-1]):
        return list(atoms)
    caption: dict[str, Any] = {"currency": last.currency, "unit": last.unit, "scale": last.scale, "note": SHARED_UNIT}
    return [
        atom._replace(**caption) if atom and atom.number.decimals and not atom.is_spoilt else None
        for atom in atoms[:-1]
    ] + [last]


def _joint(page: Page, gap: str) -> str:
    """What a gap joins, a `list` or a `range`; empty where it joins nothing."""
    if _parts(gap):
        return ""
    return (
        "list" if page.lexicon.list_join.fullmatch(gap) else "range" if page.lexicon.range_join.fullmatch(gap) else ""
    )


def _parts(gap: str) -> bool:
    """Whether a gap joins nothing for certain, without a closer look: a bracket or a colon is in it."""
    return "(" in gap or ")" in gap or ":" in gap


def _share(first: Atom, second: Atom) -> tuple[Atom, Atom]:
    takes_unit = first.currency is None and first.unit is None and first.noun is None
    if second.currency is None and second.unit is None and first.currency is not None:
        second = second._replace(currency=first.currency)
    if not takes_unit and first.currency is None:
        return first, second
    taken: dict[str, Any] = {}
    if first.scale is None and second.scale is not None and are_close(first, second):
        taken["scale"] = second.scale
    if takes_unit and (second.currency or second.unit):
        taken |= {"currency": second.currency, "unit": second.unit, "noun": second.noun}
    return (first._replace(**taken, note=first.note or SHARED_UNIT) if taken else first), second


def _join_ranges(page: Page, atoms: list[Atom | None]) -> list[Phrase | None]:
    """Ends of ranges as one phrase. What `-` joins and does not rise is no range and no amount either."""
    phrases: list[Phrase | None] = []
    i = 0
    while i < len(atoms):
        first, second = atoms[i], atoms[i + 1] if i + 1 < len(atoms) else None
        if first is None or second is None or not _is_range_gap(page, first, second):
            phrases.append(Phrase(first) if first else None)
            i += 1
        elif _rises(first, second):
            phrases.append(Phrase(first, second))
            i += 2
        elif page.folded[first.end : second.start].strip(" \xa0") in ("-", "~") and not _are_years(first, second):
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
    if _parts(gap) or page.lexicon.range_join.fullmatch(gap) is None:
        return False
    return gap.strip() != "to" or left_word(page, first) != "from" or _ranges_from(page, first)


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


def _are_years(first: Atom, second: Atom) -> bool:
    return first.number.is_like_a_year and second.number.is_bare and not second.is_stated


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
    ends = first._replace(end=last.end), last._replace(start=first.start)
    return any(exclusion(page, end) for end in ends)


def _follows_date(page: Page, dropped: Atom | None, phrase: Phrase) -> bool:
    first = phrase.first
    if dropped is None or first.is_stated or not first.number.is_bare or len(first.number.digits) > 4:
        return False
    if len(first.number.digits) > 2 and not first.number.is_like_a_year:
        return False
    return _DATE_JOIN.fullmatch(page.folded, dropped.digits_end, first.start) is not None
