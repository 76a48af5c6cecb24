"""Numbers that are pieces: item numbers in a row (`1. USA 2. Japan`), figures that a stray space parts (`$119. 95`), factors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.page import Page

_MARKS = frozenset(".)）．")
_AFTER_ITEM = re.compile(r"[.)）．][ \xa0]{0,3}[^\W0-9_]")
_PARTED = re.compile(r"[.,][ \xa0]")
_TIMES = re.compile(r"[ \xa0]?[x×*][ \xa0]?")
_LONGEST_GAP = 3
_ABBREVIATION = re.compile(r"[ \xa0]?[A-Z]{2,3}(?![A-Za-z])")
_NOTHING_BEFORE = re.compile(r"(?:\A|\n)[ \xa0•*(-]{0,8}\Z")


def drop_pieces(page: Page, atoms: Sequence[Atom | None]) -> list[Atom | None]:
    """The atoms without item numbers, and without both halves of what may be one figure or two."""
    dropped = set(_items(page, atoms))
    for i in range(1, len(atoms)):
        first, second = atoms[i - 1], atoms[i]
        if first is None or second is None or i - 1 in dropped:
            continue
        gap = page.folded[first.digits_end : second.start]
        if len(gap) > _LONGEST_GAP or gap == "-":
            continue
        if _TIMES.fullmatch(gap) or (gap == " " and _may_be_hyphen(first, second)):
            dropped |= {i - 1, i}
        if _PARTED.fullmatch(gap):
            if _begins_line(page, first) and second.is_stated:
                is_item = second.number.decimals or second.number.is_grouped or second.noun
                dropped |= {i - 1} if is_item else {i - 1, i}
            elif _may_be_cents(page, first, second):
                dropped |= {i - 1, i}
    return [None if i in dropped else atom for i, atom in enumerate(atoms)]


def _items(page: Page, atoms: Sequence[Atom | None]) -> Iterator[int]:
    """Where small numbers before a point or a bracket and a word count up from one."""
    marks = [i for i, atom in enumerate(atoms) if atom and may_be_item(page, atom)]
    for k in range(len(marks) - 1):
        if [_digits(atoms, mark) for mark in marks[k : k + 2]] == ["1", "2"]:
            for number, mark in enumerate(marks[k:], 1):
                if _digits(atoms, mark) != str(number):
                    return
                yield mark


def may_be_item(page: Page, atom: Atom) -> bool:
    """Whether a small number stands before a point or a bracket and a word."""
    is_marked = page.text[atom.end : atom.end + 1] in _MARKS
    return is_marked and _is_small(atom) and _AFTER_ITEM.match(page.text, atom.end) is not None


def _digits(atoms: Sequence[Atom | None], i: int) -> str:
    atom = atoms[i]
    return atom.number.digits if atom else ""


def _is_small(atom: Atom) -> bool:
    return atom.number.is_bare and len(atom.number.digits) < 3 and not atom.is_stated


def _begins_line(page: Page, atom: Atom) -> bool:
    before = page.folded[max(0, atom.start - 10) : atom.start]
    return _is_small(atom) and (not before or _NOTHING_BEFORE.search(before) is not None)


def _may_be_cents(page: Page, first: Atom, second: Atom) -> bool:
    """Whether two digits behind a price may be its cents: `$119. 95`, `118, 99 TL`; behind a point no price is needed, for
    hardly a sentence begins with figures (`36. 24`)."""
    if first.number.decimals and not first.number.has_unclear_point:
        return False
    if not second.number.is_bare or len(second.number.digits) != 2:
        return False
    if second.unit or second.noun or second.scale is not None:
        return False
    is_price = first.currency or second.currency or _ABBREVIATION.match(page.text, second.end)
    return (
        bool(is_price or page.text[first.digits_end] == ".")
        and not page.text[second.end : second.end + 2].strip(" \xa0").islower()
    )


def _may_be_hyphen(first: Atom, second: Atom) -> bool:
    """Whether a minus may join two ends of a range: `$ 5 -10 million`."""
    is_second_bare = second.negative and second.currency is None and second.scale is not None
    return first.currency is not None and first.scale is None and is_second_bare
