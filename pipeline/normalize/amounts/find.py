"""Finds the amounts of a text: reads every number with its words, joins what belongs together, leaves out the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter

from pipeline.normalize.amounts.atoms import Atom, read_atom
from pipeline.normalize.amounts.joins import join_atoms
from pipeline.normalize.amounts.labels import label
from pipeline.normalize.amounts.lexicon import lexicon
from pipeline.normalize.amounts.model import Amount, UnitContext
from pipeline.normalize.amounts.numbers import (
    FIRST_MODERN_YEAR,
    MAX_DIGITS,
    NUMBER,
    ORDINAL,
    Number,
    fold,
    parse_number,
    scaled,
)
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.plain import LONGEST, read_plain
from pipeline.normalize.amounts.spelled import may_be_spelled, spelled_atoms
from pipeline.normalize.amounts.statuses import find_words
from pipeline.normalize.amounts.units import resolve
from pipeline.normalize.amounts.unread import has_number, unread_spans

_NO_CONTEXT = UnitContext()
SHORT = 200
"""Lines up to this length are remembered: extraction and checks ask for the same ones again."""
_PLAIN_LIMIT = 10**6
_BROKEN = re.compile(r"[.,']{2,}+[0-9][0-9.,']*+")
_SEPARATORS = frozenset(".,'")
_NO_POINT = re.compile(r"[^\s(:$€£¥<>=~+-]")
_ORDINAL_STARTS = frozenset("snrt \xa0")
_ENDS = frozenset(".,;:()|\n")


def find_amounts(
    text: str, *, context: UnitContext = _NO_CONTEXT, skip: Sequence[tuple[int, int]] = ()
) -> list[Amount]:
    """The amounts of a text in order, none overlapping another; `skip` are spans of dates in it.

    Left out are years, dates, ordinals, item numbers, numbers of names and telephones, and numbers that print no
    single value. Words such as `none` or `N/A` are amounts without a value where they are all that a line or the
    part after a colon says.

    >>> [(str(a.value), a.unit, a.status, a.printed) for a in find_amounts("around US$ 34.24 million (12th in 2013)")]
    [('34240000', 'USD', 'approximate', 'around US$ 34.24 million')]
    """
    read = _read_again if len(text) <= SHORT else _read
    return list(read(text, context, tuple(skip) if skip else ()))


def _read(text: str, context: UnitContext, skip: tuple[tuple[int, int], ...]) -> Sequence[Amount]:
    folded = fold(text)
    page = Page(text, folded, context, lexicon())
    has_figures = has_number(folded, 0, skip)
    if has_figures and len(text) <= LONGEST and (plain := read_plain(page, skip)) is not None:
        return [_amount(page, *plain)] if plain else []
    words = find_words(page)
    is_spelled = may_be_spelled(folded)
    if not is_spelled and not has_figures:
        return words
    spans = [*skip, *unread_spans(folded)]
    atoms = _read_atoms(page, spans)
    if is_spelled:
        atoms = _merge(atoms, spelled_atoms(page), spans)
    amounts = [_amount(page, *phrase) for phrase in join_atoms(page, atoms)] if atoms else []
    return sorted(words + amounts, key=_start) if words else amounts


_start = attrgetter("start")


_read_again = lru_cache(maxsize=4096)(_read)


def _read_atoms(page: Page, skip: Sequence[tuple[int, int]]) -> list[Atom | None]:
    """Every number outside `skip` with its words; `None` where digits print no number, so that none joins over it."""
    atoms: list[Atom | None] = []
    labelled: Atom | None = None
    folded, floor = page.folded, 0
    barriers = sorted(skip, reverse=True) if skip else []
    for match in NUMBER.finditer(folded):
        start, end = match.span()
        if start < floor:
            continue
        after = folded[end : end + 1]
        if after in _ORDINAL_STARTS and ORDINAL.match(folded, end):
            atoms.append(None)
            floor = end
            continue
        while barriers and barriers[-1][1] <= start:
            floor = max(floor, barriers.pop()[1])
        is_skipped = bool(barriers) and barriers[-1][0] < end
        if is_skipped and (
            barriers[-1] != (start, end) or not match[0].isdigit() or int(match[0]) >= FIRST_MODERN_YEAR
        ):
            continue
        if after in _SEPARATORS and (broken := _BROKEN.match(folded, end)):
            atoms.append(None)
            floor = broken.end()
            continue
        number = parse_number(match[0])
        if start > floor and folded[start - 1] == ".":
            atom = _read_led_by_point(page, match[0], start, end, floor)
        else:
            atom = read_atom(page, number, start, end, floor) if number else None
        if atom and start > floor and not atom.number.is_like_a_year:
            labelled = label(page, atoms, atom, floor, labelled)
            atom = labelled or atom
        if is_skipped and (atom is None or atom.currency is None):
            continue  # `1100` is a year, but `1100 US dollars` is none
        if atom and match[1] and not _is_one_number(page, atom):
            atom = None
        atoms.append(atom)
        floor = atom.end if atom else end
    return atoms


def _read_led_by_point(page: Page, digits: str, start: int, end: int, floor: int) -> Atom | None:
    """`.5%` and `.5 million` as `0.5`, where words say what they are; otherwise the digits as they stand."""
    if digits.isdigit() and len(digits) < MAX_DIGITS and not (start > 1 and _NO_POINT.match(page.folded, start - 2)):
        atom = read_atom(page, Number(f"0{digits}", len(digits)), start - 1, end, floor)
        if atom.is_stated:
            return atom
    number = parse_number(digits)
    return read_atom(page, number, start, end, floor) if number else None


def _merge(atoms: list[Atom | None], spelled: Iterable[Atom], skip: Sequence[tuple[int, int]]) -> list[Atom | None]:
    """The atoms with spelled numbers in their places, which join with none and overlap none and nothing skipped."""
    merged: list[Atom | None] = []
    taken = sorted([*skip, *((atom.start, atom.end) for atom in atoms if atom)], reverse=True)
    i = last = 0
    for one in spelled:
        while taken and taken[-1][0] < one.end:
            last = max(last, taken.pop()[1])
        if one.start < last:
            continue
        while i < len(atoms) and ((atom := atoms[i]) is None or atom.start < one.start):
            merged.append(atoms[i])
            i += 1
        merged += [None, one, None]
        last = one.end
    return merged + atoms[i:]


def _is_one_number(page: Page, atom: Atom) -> bool:
    """Whether digits parted by plain spaces are one number: `1 234 persons` is, `420 530 610` may be three cells."""
    printed = page.folded[atom.digits_start : atom.digits_end]
    if " " not in printed or atom.is_stated:
        return True
    after = page.folded[atom.end : atom.end + 2].lstrip(" \xa0")
    before = page.folded[max(0, atom.start - 3) : atom.start].rstrip(" \xa0")
    return len(printed.split(" ")[0]) < 3 and (not after or after[0] in _ENDS) and (not before or before[-1] in ":|(")


def _amount(page: Page, atom: Atom, last: Atom | None = None) -> Amount:
    """The amount of one number, or of the two ends of a range, in base units."""
    if last is not None:
        return _range(page, atom, last)
    number, start, end = atom.number, atom.start, atom.end
    unit, power, basis, note = _unit(page.context, atom)
    value = scaled(number, power, negative=atom.negative)
    status = atom.bound or ("exact" if value else "zero")
    mult = power if number.above is None else min(power, number.above_power)
    printed, note = page.text[start:end], atom.note or note
    return Amount(value, None, None, unit, mult, number.decimals, status, printed, start, end, basis, atom.noun, note)


def _range(page: Page, first: Atom, last: Atom) -> Amount:
    """The amount of the two ends of a range."""
    number, start, end = first.number, first.start, last.end
    unit, power, basis, note = _unit(page.context, last)
    low = scaled(number, power if last.scale is None else first.scale or 0, negative=first.negative)
    high = scaled(last.number, power, negative=last.negative)
    note = number.note or last.number.note or note
    decimals = max(number.decimals, last.number.decimals)
    mult = power if number.above is None else min(power, number.above_power)
    printed = page.text[start:end]
    return Amount(None, low, high, unit, mult, decimals, "approximate", printed, start, end, basis, last.noun, note)


def _unit(context: UnitContext, atom: Atom) -> tuple[str | None, int, str, str | None]:
    """Unit, power of ten, basis and note. What the number's own words say comes before what the heading says."""
    power = atom.scale or 0
    if atom.currency is not None:
        unit, note = resolve(atom.currency, context)
        if unit and unit == context.unit and atom.scale is None and context.unit_mult and _is_small(atom):
            return unit, context.unit_mult, "stated", "scale taken from the heading"
        return unit, power, "stated" if unit else "unknown", note
    if atom.unit is not None:
        return atom.unit, power, "stated", None
    if context.unit is not None:
        return context.unit, context.unit_mult if atom.scale is None else power, "inherited", None
    if atom.scale is None:
        power = context.unit_mult
    return None, power, "unknown", None


def _is_small(atom: Atom) -> bool:
    """A number that nobody would print under a heading of millions if it were in single units."""
    return scaled(atom.number, 0) < _PLAIN_LIMIT
