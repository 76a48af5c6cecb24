"""One number with the words that belong to it: approximator, sign, currency, scale, unit, and the thing counted."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.normalize.amounts.left import NOTHING_LEFT, read_left
from pipeline.normalize.amounts.lexicon import SHARED, Lexicon
from pipeline.normalize.amounts.numbers import Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.right import NOTHING_RIGHT, read_right

REACH = 48
"""How many characters before a number its words may begin."""

_NO_WORD_BEFORE = frozenset("0123456789(:|,;/[")
_JOINTS = frozenset(" -")
_NO_WORD_AFTER = frozenset("0123456789.,;:)]|")


class Atom(NamedTuple):
    """A number and its words. `start`/`end` cover all of them, `digits_start`/`digits_end` the number alone.

    `currency` is an ISO 4217 code or what the lexicon says of a bare sign or shared word; `unit` a code of the closed
    list; `scale` a power of ten, `None` where none is printed. `is_spoilt`: its words contradict each other.
    """

    number: Number
    start: int
    end: int
    digits_start: int
    digits_end: int
    negative: bool = False
    bound: str | None = None
    currency: str | None = None
    scale: int | None = None
    unit: str | None = None
    noun: str | None = None
    note: str | None = None
    is_spoilt: bool = False

    @property
    def is_stated(self) -> bool:
        """Some word or sign says what kind of number it is."""
        return self.currency is not None or self.scale is not None or self.unit is not None


def read_atom(page: Page, number: Number, start: int, end: int, floor: int) -> Atom:
    """The atom around the number at `start:end`; its words begin at `floor` or later."""
    folded, note = page.folded, number.note
    left, right = NOTHING_LEFT, NOTHING_RIGHT
    if start > floor and (folded[start - 1] != " " or (start - 1 > floor and folded[start - 2] not in _NO_WORD_BEFORE)):
        left = read_left(page, start, max(floor, start - REACH))
    after = folded[end : end + 2]
    if after and after[0] not in _NO_WORD_AFTER and (after[0] not in _JOINTS or after[-1] not in _NO_WORD_AFTER):
        right = read_right(page, number, end, left)
    if left is NOTHING_LEFT and right is NOTHING_RIGHT and number.above is None:
        return Atom(number, start, end, start, end, note=note)
    first, negative, bound, currency, scale, is_spoilt = left
    last, late_bound, own_currency, own_scale, unit, noun, is_spoilt_too = right
    if first is None:
        first = start
    if currency is None:
        currency = own_currency
    elif own_currency is not None:
        currency, doubt = _agree(page.lexicon, currency, own_currency)
        note = note or doubt
    is_unsure = scale is not None and left.currency is None  # the `million` of `several million 34`
    is_spoilt = is_spoilt or is_spoilt_too or is_unsure or _contradicts(number, scale, own_scale)
    scale, bound = scale if own_scale is None else own_scale, bound or late_bound
    return Atom(number, first, last or end, start, end, negative, bound, currency, scale, unit, noun, note, is_spoilt)


def _contradicts(number: Number, left: int | None, right: int | None) -> bool:
    """Two scales, or a Japanese number whose last part is not below the one before it (`1億2兆`)."""
    if left is not None and right is not None:
        return True
    return number.above is not None and len(number.digits) - number.decimals + (left or right or 0) > number.above_power


def _agree(words: Lexicon, left: str, right: str) -> tuple[str | None, str | None]:
    """One currency of what stands before and after a number: a code says more than a bare sign."""
    if left == right:
        return left, None
    for vague, clear in ((left, right), (right, left)):
        if (vague == SHARED and not clear.startswith("@")) or clear in words.may_be.get(vague, ()):
            return clear, None
    return SHARED, f"two currencies at one number: {left} and {right}"
