"""The unit in brackets behind a number: `64.22 (million euros)`."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.amounts.numbers import Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.units import read_piece

_MORE = r"(?:[,;][^()\[\]\n]{1,40})?"
_BRACKET = re.compile(rf"[ \xa0]{{0,2}}(?:[(]([^()\n1-9]{{1,40}}{_MORE})[)]|\[([^\[\]\n1-9]{{1,40}}{_MORE})\])")
_TENS_BRACKET = re.compile(r"[ \xa0]{0,2}[(]((?:10*|1[0,]{3,16})[ \xa0][^()\n1-9]{1,40})[)]")
"""`(100 million yen)` behind a figure with decimals is its unit; behind another one it may be an amount of its own."""
_UNIT_PART = re.compile(r"[^,;]*+(?=[,;])")


class UnitBracket(NamedTuple):
    """A bracket up to `end`, its unit or currency and its power of ten, either of which may be all that it says."""

    end: int
    code: str | None
    power: int


def read_unit_bracket(page: Page, place: int, *, tens: bool = False) -> UnitBracket | None:
    """The unit in brackets after a number, alone or before what else they say: `64.22 (million euros, E/N basis)`. `tens`:
    also one that begins with a power of ten."""
    found = _BRACKET.match(page.folded, place) or (_TENS_BRACKET.match(page.folded, place) if tens else None)
    if found is None:
        return None
    start, end = found.span(found.lastindex or 0)
    unit = read_piece(page.text[start:end], page.folded[start:end], page.context)
    if unit is None and (part := _UNIT_PART.match(page.folded, start, end)):
        unit = read_piece(page.text[start : part.end()], part[0], page.context)
    return UnitBracket(found.end(), *unit) if unit else None


def is_plain_ten(page: Page, number: Number, place: int) -> bool:
    """A thousand without a comma behind a figure that has one is no figure of its own: `1,234 (1000 t)`."""
    return number.is_grouped and page.folded.startswith(("(1000 ", " (1000 "), place)
