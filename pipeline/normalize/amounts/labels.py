"""The unit in brackets right before a number: `Exports (US$ million): 34.2`, `Area (sq. km) (thousands) 1,564`."""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.units import read_piece

REACH = 100
_BRACKETS = re.compile(r"[(][^()\n]{1,60}[)][ \xa0]{0,2}(?:[(][^()\n]{1,60}[)][ \xa0]{0,2})?:?[ \xa0]{0,3}\Z")
_YEAR = r",?[ \xa0]{0,3}(?:1[89]|20)[0-9]{2}:?[ \xa0]{1,3}"
_BETWEEN = re.compile(rf"[ \xa0]*+|{_YEAR}")
_YEAR_BEFORE = re.compile(rf"(?<![0-9]){_YEAR}\Z")
_PARTS = re.compile(r"[^()\n,;]+")


def label(page: Page, atoms: list[Atom | None], atom: Atom, floor: int, last: Atom | None) -> Atom | None:
    """The atom with what the brackets before it say, or what they said of the number right before it, the `last` that
    had such brackets; `None` where they say nothing. Figures in the brackets (`100 million yen`) are no amounts."""
    if last and _BETWEEN.fullmatch(page.folded, last.end, atom.start):
        if atom.is_stated or atom.noun:
            return None
        return atom._replace(currency=last.currency, unit=last.unit, scale=last.scale, is_spoilt=last.is_spoilt)
    labelled = read_label(page, atom, floor)
    if labelled is atom:
        return None
    bracket = page.folded.rfind("(", 0, atom.start)
    for i in range(len(atoms) - 1, -1, -1):
        inside = atoms[i]
        if inside is None or inside.start < bracket:
            break
        atoms[i] = None
    return labelled


def read_label(page: Page, atom: Atom, floor: int) -> Atom:
    """The atom with the unit and scale of the brackets before it, where nothing else says what it is.

    The brackets end at `floor` or later and are no other number's, but a year may stand behind them. What they say has
    to agree.
    """
    place, year = atom.start, _YEAR_BEFORE.search(page.folded, max(0, atom.start - 10), atom.start)
    if year:
        place, floor = year.start(), max(0, year.start() - REACH)
    if page.folded.rfind(")", floor, place) < place - 6 or atom.is_stated or atom.noun:
        return atom
    before = page.folded[max(0, place - REACH) : place]
    found = _BRACKETS.search(before)
    if (
        found is None
        or before[: found.start()].rstrip(" \xa0")[-1:].isdigit()
        or page.context.unit
        or page.context.unit_mult
    ):
        return atom
    first, codes, powers = place - len(before), set(), set()
    for part in _PARTS.finditer(before, found.start()):
        start, end = first + part.start(), first + part.end()
        code, power = read_piece(page.text[start:end], page.folded[start:end], page.context) or (None, 0)
        codes |= {code} - {None}
        powers |= {power} - {0}
    if len(codes) > 1 or len(powers) > 1:
        return atom._replace(is_spoilt=True)
    if not codes and not powers:
        return atom
    code, scale = next(iter(codes), None), next(iter(powers), None)
    is_money = code is not None and code.isupper()
    return atom._replace(currency=code if is_money else None, unit=None if is_money else code, scale=scale)
