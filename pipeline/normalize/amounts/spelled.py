"""Numbers in words, read only before a currency or unit: `two billion dollars`, `seventeen companies`, `三千万円`.

An exact grammar: one number with one scale, or a cardinal from ten to 9,999 that no round hundred or thousand ends.
What is longer (`two million three hundred thousand yen`) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.normalize.amounts.atoms import Atom, read_atom
from pipeline.normalize.amounts.numbers import MYRIADS, Number
from pipeline.normalize.amounts.page import Page

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: i for i, word in enumerate([*_ONES, *_TEENS], 1)} | {word: 10 * i for i, word in enumerate(_TENS, 2)}
_SCALE = r"(?:thousand|million|billion|trillion|hundred)"
_ENGLISH = re.compile(
    rf"(?<![\w'-])(?:(half)[ \xa0-]an?|({'|'.join(_TENS)})(?:[ \xa0-]({'|'.join(_ONES)}))?|({'|'.join([*_TEENS, *_ONES])}))"
    r"([ \xa0]and[ \xa0]a[ \xa0]half)?"
    rf"(?=[ \xa0\n-]{_SCALE})"
)
_GAP = r"[ \xa0-]"
_UNDER_100 = rf"(?:(?:{'|'.join(_TENS)})(?:{_GAP}(?:{'|'.join(_ONES)}))?|{'|'.join([*_TEENS, *_ONES])})"
_UNDER_1000 = rf"(?:(?:{'|'.join(_ONES)}){_GAP}hundred{_GAP}(?:and{_GAP})?{_UNDER_100}|{_UNDER_100})"
_CARDINAL = re.compile(
    rf"(?<![\w'-])(?:(?:{'|'.join(_ONES)}){_GAP}thousand,?{_GAP}(?:and{_GAP})?)?{_UNDER_1000}(?![\w'])"
)
_TEN_OR_MORE = re.compile(rf"(?:{'|'.join([*_TEENS, *_TENS])})(?![a-z])")
_TEN_ENDS = re.compile(r"t(?:y[ -]|en )|e(?:en|lve|leven) ")
_TIME = frozenset(("years", "months", "weeks", "days", "hours", "times"))
"""Of these fewer are counted than told: `in the ten years since`, `twelve rounds of talks`."""
_REFERS = re.compile(r"(?<![a-z])(?:the|these|those|all|its|their|other)[ \xa0]\Z")
"""`the ten countries` are known already: how many there are is no news."""
# The literal stands first, so that the search is as quick as a search for it.
_MAYBE = re.compile(r"illion(?:(?<=[a-z][ \xa0\n-].illion)|(?<=[a-z][ \xa0\n-]trillion))")
_RIGHT_SCALE = re.compile(rf"(?:[ \xa0\n-]{{1,3}}{_SCALE}(?![a-z])){{1,2}}")
_NUMERAL = rf"(?:{'|'.join([*_TEENS, *_TENS, *_ONES])}|half|quarter|{_SCALE}s?)"
_MORE_BEFORE = re.compile(
    rf"(?:(?<![a-z])(?:{_NUMERAL}|point)|[0-9])(?:[ \xa0\n,-]{{1,3}}(?:and|or|to|point)(?![a-z]))?[ \xa0\n,-]{{1,3}}\Z"
)
_MORE_AFTER = re.compile(rf"[ \xa0\n,-]{{1,3}}(?:(?:and|or|to)[ \xa0]{{1,2}}(?:an?[ \xa0])?)?{_NUMERAL}(?![a-z])")
_JAPANESE = re.compile(r"[〇一二三四五六七八九十百千万億兆]{2,24}+")
_BEFORE_JAPANESE = frozenset("第数何幾余零.,、・~-")
_KANJI = {kanji: i for i, kanji in enumerate("一二三四五六七八九", 1)}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_WINDOW = 24


def may_be_spelled(folded: str) -> bool:
    """Whether it is worth looking for spelled numbers: a scale behind a letter, or a currency that kanji may precede."""
    if not folded.isascii() and ("円" in folded or "ドル" in folded or "ユーロ" in folded):
        return True
    if "illion" in folded and _MAYBE.search(folded):
        return True
    if "thousand" in folded or "hundred" in folded:
        return True
    return _TEN_ENDS.search(folded) is not None and _TEN_OR_MORE.search(folded) is not None


def spelled_atoms(page: Page) -> Iterator[Atom]:
    """The spelled numbers of a page with their words.

    >>> parse_kanji("三千万"), parse_kanji("千五百億"), parse_kanji("十百")
    (30000000, 150000000000, None)
    """
    yield from sorted((*_english_atoms(page), *_cardinal_atoms(page)), key=lambda atom: atom.start)
    if not page.folded.isascii():
        yield from _japanese_atoms(page)


def _english_atoms(page: Page) -> Iterator[Atom]:
    for found in _ENGLISH.finditer(page.folded):
        start, end = found.span()
        half, tens, ones, small, more = found.groups()
        value = _VALUES.get(tens, 0) + _VALUES.get(ones, 0) + _VALUES.get(small, 0)
        number = Number(f"{value}5", 1) if half or more else Number(str(value), 0)
        atom = read_atom(page, number, start, end, 0)
        if _is_whole(page, atom) and atom.scale and not atom.is_spoilt and _is_counted(atom):
            yield atom


def _cardinal_atoms(page: Page) -> Iterator[Atom]:
    """Cardinals right before what they count: below ten they are as often words of a sentence (`one of`, `both two`)."""
    for found in _CARDINAL.finditer(page.folded):
        value = parse_cardinal(found[0])
        if value < _VALUES["ten"] or _REFERS.search(page.folded[max(0, found.start() - _WINDOW) : found.start()]):
            continue
        atom = read_atom(page, Number(str(value), 0), *found.span(), 0)
        is_counted = (atom.currency or atom.unit) and atom.unit not in _TIME
        if atom.scale is None and not atom.is_spoilt and is_counted and _is_whole(page, atom):
            yield atom


def parse_cardinal(printed: str) -> int:
    """The number that a cardinal below ten thousand prints.

    >>> parse_cardinal("two thousand, three hundred and forty-five"), parse_cardinal("seventeen")
    (2345, 17)
    """
    total, part = 0, 0
    for word in re.findall("[a-z]+", printed):
        if word == "thousand":
            total, part = part * 1000, 0
        elif word == "hundred":
            part *= 100
        elif word != "and":
            part += _VALUES[word]
    return total + part


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


def _japanese_atoms(page: Page) -> Iterator[Atom]:
    for found in _JAPANESE.finditer(page.folded):
        start, end = found.span()
        before = page.folded[start - 1 : start]
        is_part = (before.isascii() and before.isalnum()) or before in _BEFORE_JAPANESE
        value = None if is_part else parse_kanji(found[0])
        if not value or not any(char in _KANJI for char in found[0]):
            continue
        atom = read_atom(page, Number(str(value), 0), start, end, 0)
        if atom.currency is None or atom.scale is not None:
            continue
        digits = str(value).rstrip("0")
        yield replace(atom, number=Number(digits, 0), scale=len(str(value)) - len(digits))


def parse_kanji(printed: str) -> int | None:
    """The whole number that kanji print, every power once and falling; `None` for anything else."""
    total, part, digit, small, power = 0, 0, 0, 10_000, 99
    for kanji in printed:
        if kanji in _KANJI:
            if digit:
                return None
            digit = _KANJI[kanji]
        elif kanji in _SMALL:
            if _SMALL[kanji] >= small:
                return None
            small = _SMALL[kanji]
            part, digit = part + (digit or 1) * small, 0
        elif kanji in MYRIADS and MYRIADS[kanji] < power and part + digit:
            power = MYRIADS[kanji]
            total, part, digit, small = total + (part + digit) * 10**power, 0, 0, 10_000
        else:
            return None
    return total + part + digit
