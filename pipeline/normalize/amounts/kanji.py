"""Whole numbers in kanji: `三千万円`, `千五百億`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.normalize.amounts.atoms import Atom, read_atom
from pipeline.normalize.amounts.numbers import MYRIADS, Number
from pipeline.normalize.amounts.page import Page

_JAPANESE = re.compile(r"[〇一二三四五六七八九十百千万億兆]{2,24}+")
_BEFORE_JAPANESE = frozenset("第数何幾余零.,、・~-")
_KANJI = {kanji: i for i, kanji in enumerate("一二三四五六七八九", 1)}
_SMALL = {"十": 10, "百": 100, "千": 1000}


def japanese_atoms(page: Page) -> Iterator[Atom]:
    """The kanji numbers of a page that stand before a currency."""
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
    """The whole number that kanji print, every power once and falling; `None` for anything else.

    >>> parse_kanji("三千万"), parse_kanji("千五百億"), parse_kanji("十百")
    (30000000, 150000000000, None)
    """
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
