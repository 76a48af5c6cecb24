"""The unit that a label states for the number behind it, in brackets or as its last words: `Exports (US$ million): 34.2`,
`Area (sq. km) (thousands) 1,564`, `Exports in US$ million: 34.2`."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.last_words import last_words
from pipeline.normalize.amounts.numbers import YEAR
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.pieces import may_be_item
from pipeline.normalize.amounts.units import parted, read_piece

REACH = 100
_BRACKETS = re.compile(
    r"(?:[(][^()\n]{1,60}[)]|\[[^\[\]\n]{1,60}\])[ \xa0]{0,2}(?:[(][^()\n]{1,60}[)][ \xa0]{0,2})?[:|]?[ \xa0]{0,3}\Z"
)
_YEAR = rf",?[ \xa0]{{0,3}}{YEAR}:?[ \xa0]{{1,3}}"
_BETWEEN = re.compile(rf"[ \xa0]*+|{_YEAR}")
_OF_YEARS = re.compile(
    rf"[ \xa0]{{0,2}}(?:[(][^()\n]{{0,16}}[0-9]{{2}}[)]|in (?:fy[ \xa0]?)?{YEAR})[,;、]?(?: and)?[ \xa0]{{1,2}}"
)
"""The year behind a number, before the next one of a list: `14.3 ('06), 16.8 ('07)`."""
_YEAR_BEFORE = re.compile(rf"(?<![0-9]){_YEAR}\Z")
_YEAR_LAST = re.compile(rf"(?<![0-9.,]){YEAR}\Z")
_CAPTION = re.compile(r"[(][^()\n]{1,60}[)]")
_OWN_LINE = re.compile(r"[ \xa0]*\n")
_FIGURE = re.compile(rf"(?<![0-9])(?!{YEAR}(?![0-9])|[0-9]{{1,2}}[.)])[0-9]")
_POWER = re.compile(r"[(\[]1(?P<zeros>[0,]{2,16})[)\]][ \xa0]{0,2}[:|]?[ \xa0]{0,3}\Z")
_USUAL = frozenset((3, 6, 9))
_PARTS = re.compile(r"(?:[^()\n,;]|,(?=[0-9]{3}(?![0-9])))++")


def label(page: Page, atoms: list[Atom | None], atom: Atom, floor: int, last: Atom | None) -> Atom | None:
    """The atom with what the brackets before it say, or what they said of the number right before it, the `last` that
    had such brackets; `None` where they say nothing. Figures in the brackets (`100 million yen`) are no amounts."""
    if last and any(form.fullmatch(page.folded, last.end, atom.start) for form in (_BETWEEN, _OF_YEARS)):
        if atom.is_stated or atom.noun:
            return None
        return replace(atom, currency=last.currency, unit=last.unit, scale=last.scale, is_spoilt=last.is_spoilt)
    if atom.is_stated or atom.noun or page.context.unit or page.context.unit_mult or may_be_item(page, atom):
        return None
    labelled = read_label(page, atom, floor)
    if labelled is not atom:
        _drop_inside(atoms, page.folded.rfind("(", 0, atom.start), atom.start)
        return labelled
    if named := last_words(page, atom.start):
        _drop_inside(atoms, named.start, named.end)
        is_next = named.is_clear and _BETWEEN.fullmatch(page.folded, named.end, atom.start)
        return _with_unit(atom, named.code, named.power) if is_next else replace(atom, is_spoilt=True)
    caption = _caption(page, atom)
    if caption is None:
        return None
    _drop_inside(atoms, *caption)
    return replace(atom, is_spoilt=True)


def _drop_inside(atoms: list[Atom | None], start: int, end: int) -> None:
    """Takes away the figures of brackets that say the unit of other numbers."""
    for i in range(len(atoms) - 1, -1, -1):
        inside = atoms[i]
        if inside is not None and inside.start < start:
            break
        if inside is None or inside.start < end:
            atoms[i] = None


def read_label(page: Page, atom: Atom, floor: int) -> Atom:
    """The atom with the unit and scale of the brackets before it, where nothing else says what it is.

    The brackets end at `floor` or later and are no other number's, but a year may stand behind them. What they say has
    to agree.
    """
    place, year = atom.start, _YEAR_BEFORE.search(page.folded, max(0, atom.start - 10), atom.start)
    if year:
        place, floor = year.start(), max(0, year.start() - REACH)
    if page.folded.rfind(")", floor, place) < place - 6:
        return atom
    first = max(0, place - REACH)
    before = page.folded[first:place]
    found = _BRACKETS.search(before)
    if found is None:
        return atom
    head = before[: found.start()].rstrip(" \xa0")
    if head[-1:].isdigit() and not _YEAR_LAST.search(head):
        return atom
    codes, powers = _read_parts(page, first + found.start(), place)
    if head and not codes and not powers and (power := _POWER.match(found[0])):
        # `Population (1000): 45.3` counts thousands; nobody counts tens of thousands so.
        powers = {power["zeros"].count("0")}
        codes = set() if powers <= _USUAL else {"", "?"}
    if len(codes) > 1 or len(powers) > 1:
        return replace(atom, is_spoilt=True)
    if not codes and not powers:
        return atom
    return _with_unit(atom, next(iter(codes), None), next(iter(powers), None))


def _with_unit(atom: Atom, code: str | None, scale: int | None) -> Atom:
    currency, unit = parted(code)
    return replace(atom, currency=currency, unit=unit, scale=scale)


def _read_parts(page: Page, first: int, last: int) -> tuple[set[str], set[int]]:
    """The units and the scales that the parts of brackets state."""
    codes: set[str] = set()
    powers: set[int] = set()
    for part in _PARTS.finditer(page.folded, first, last):
        code, power = read_piece(page.text[slice(*part.span())], part[0], page.context) or (None, 0)
        codes |= {code} if code else set()
        powers |= {power} if power else set()
    return codes, powers


def _caption(page: Page, atom: Atom) -> tuple[int, int] | None:
    """Where brackets behind words alone state a scale that may be the number's, too: `Trade (billion yen) Exports: 34.7`.
    They stand earlier in its line, or end a line above it."""
    folded, first = page.folded, max(0, atom.start - REACH)
    for found in _CAPTION.finditer(folded, first, atom.start):
        start, end = found.span()
        is_above = "\n" in folded[end : atom.start]
        if (is_above and not _OWN_LINE.match(folded, end)) or not _read_parts(page, start, end)[1]:
            continue
        if not _FIGURE.search(folded, max(first, folded.rfind("\n", first, start)), start):
            return start, end
    return None
