"""Numbers in words, read only before a currency or unit: `two billion dollars`, `seventeen companies`, `三千万円`.

One number below a thousand with one scale, which is read as behind figures, or a cardinal of several parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.normalize.amounts.atoms import Atom, read_atom
from pipeline.normalize.amounts.cardinals import CARDINAL, ONES, TEENS, TENS, VALUES, parse_cardinal
from pipeline.normalize.amounts.kanji import japanese_atoms
from pipeline.normalize.amounts.numbers import Number
from pipeline.normalize.amounts.page import Page

_SCALE = r"(?:thousand|hundred|[a-z]{1,6}illion)"
_ENGLISH = re.compile(
    rf"(?<![\w'-])(?:(half)[ \xa0-]an?|({'|'.join(TENS)})(?:[ \xa0-]({'|'.join(ONES)}))?|({'|'.join([*TEENS, *ONES])}))"
    r"([ \xa0]and[ \xa0]a[ \xa0]half)?"
    rf"(?=[ \xa0\n-]{_SCALE})"
)
_TEN_OR_MORE = re.compile(rf"(?:{'|'.join([*TEENS, *TENS])})(?![a-z])")
_TEN_ENDS = ("ty ", "ty-", "ten ", "een ", "elve ", "eleven ")
_TIME = frozenset(("years", "months", "weeks", "days", "hours", "times"))
"""Of these fewer are counted than told: `in the ten years since`, `twelve rounds of talks`."""
_REFERS = re.compile(r"(?<![a-z])(?:the|these|those|all|its|their|other)[ \xa0]\Z")
"""`the ten countries` are known already: how many there are is no news."""
# The literal stands first, so that the search is as quick as a search for it.
_MAYBE = re.compile(
    r"illion(?:(?<=[a-z][ \xa0\n-].illion)|(?<=[a-z][ \xa0\n-]trillion)|(?<=[a-z][ \xa0\n-]qu(?:ad|in)[rt]illion))"
)
_RIGHT_SCALE = re.compile(rf"(?:[ \xa0\n-]{{1,3}}{_SCALE}(?![a-z])){{1,2}}")
_NUMERAL = rf"(?:{'|'.join([*TEENS, *TENS, *ONES])}|half|quarter|{_SCALE}s?)"
_MORE_BEFORE = re.compile(
    rf"(?:(?<![a-z])(?:{_NUMERAL}|point)|[0-9])(?:[ \xa0\n,-]{{1,20}}(?:and|or|to|point)(?![a-z]))?[ \xa0\n,-]{{1,20}}\Z"
)
_MORE_AFTER = re.compile(rf"[ \xa0\n,-]{{1,3}}(?:(?:and|or|to)[ \xa0]{{1,2}}(?:an?[ \xa0])?)?{_NUMERAL}(?![a-z])")
_WINDOW = 32


def may_be_spelled(folded: str) -> bool:
    """Whether it is worth looking for spelled numbers: a scale behind a letter, or a currency that kanji may precede."""
    if not folded.isascii() and ("円" in folded or "ドル" in folded or "ユーロ" in folded):
        return True
    if "illion" in folded and _MAYBE.search(folded):
        return True
    if "thousand" in folded or "hundred" in folded:
        return True
    for end in _TEN_ENDS:
        if end in folded:
            return _TEN_OR_MORE.search(folded) is not None
    return False


def spelled_atoms(page: Page) -> Iterator[Atom]:
    """The spelled numbers of a page with their words, in order."""
    english = (*_english_atoms(page), *_cardinal_atoms(page))
    yield from sorted(english, key=lambda atom: atom.start)
    if not page.folded.isascii():
        yield from japanese_atoms(page)


def _english_atoms(page: Page) -> Iterator[Atom]:
    for found in _ENGLISH.finditer(page.folded):
        start, end = found.span()
        half, tens, ones, small, more = found.groups()
        value = VALUES.get(tens, 0) + VALUES.get(ones, 0) + VALUES.get(small, 0)
        number = Number(f"{value}5", 1) if half or more else Number(str(value), 0)
        atom = read_atom(page, number, start, end, 0)
        if _is_whole(page, atom) and atom.scale and not atom.is_spoilt and _is_counted(atom):
            yield atom


def _cardinal_atoms(page: Page) -> Iterator[Atom]:
    """Cardinals right before what they count: below ten they are as often words of a sentence (`one of`, `both two`)."""
    for found in CARDINAL.finditer(page.folded):
        value = parse_cardinal(found[0])
        if value is None or value < VALUES["ten"] or _REFERS.search(page.folded[: found.start()][-_WINDOW:]):
            continue
        atom = read_atom(page, Number(str(value), 0), *found.span(), 0)
        is_counted = (atom.currency or atom.unit) and atom.unit not in _TIME
        # `five million` is read above, `two hundred and five million` is not
        is_one = atom.scale is None or (value < 1000 and atom.scale > 2 and "hundred" in found[0])
        if is_one and not atom.is_spoilt and is_counted and _is_whole(page, atom):
            yield atom


def _is_whole(page: Page, atom: Atom) -> bool:
    """Whether no other number word stands before the number or behind its scale."""
    before = page.folded[max(0, atom.digits_start - _WINDOW) : atom.digits_start]
    last = atom.digits_end + len(_scale_of(page, atom))
    return _MORE_BEFORE.search(before) is None and _MORE_AFTER.match(page.folded, last) is None


def _scale_of(page: Page, atom: Atom) -> str:
    found = _RIGHT_SCALE.match(page.folded, atom.digits_end)
    return found[0] if found else ""


def _is_counted(atom: Atom) -> bool:
    """Hundreds count as money only: `one hundred years` is as often a name."""
    return atom.currency is not None or (atom.unit is not None and (atom.scale or 0) > 2)
