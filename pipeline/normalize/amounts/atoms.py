"""One number with the words that belong to it: approximator, sign, currency, scale, unit, and the thing counted."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.normalize.amounts.left import NOTHING_LEFT, Left, read_left
from pipeline.normalize.amounts.lexicon import Lexicon
from pipeline.normalize.amounts.money_words import SHARED
from pipeline.normalize.amounts.numbers import Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.right import NOTHING_RIGHT, Right, read_right

REACH = 48
"""How many characters before a number its words may begin."""

_NO_WORD_BEFORE = frozenset("0123456789(:|,;/[")
_JOINTS = frozenset(" -")
NO_WORD_AFTER = frozenset("0123456789.,;:)]|")
_NO_CENTS = frozenset((",-", ".-"))
"""`100,- €` has none."""


@dataclass(slots=True)
class Atom:
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
    folded = page.folded
    left, right = NOTHING_LEFT, NOTHING_RIGHT
    if start > floor and (folded[start - 1] != " " or (start - 1 > floor and folded[start - 2] not in _NO_WORD_BEFORE)):
        left = read_left(page, start, max(floor, start - REACH))
    after = folded[end : end + 2]
    if after and after[0] not in NO_WORD_AFTER and (after[0] not in _JOINTS or after[-1] not in NO_WORD_AFTER):
        right = read_right(page, number, end, left)
    elif after in _NO_CENTS:
        right = _read_price(page, number, end + len(after), left)
    if left is NOTHING_LEFT and right is NOTHING_RIGHT and number.above is None:
        return Atom(number, start, end, start, end, note=number.note)
    currency, note = left.currency or right.currency, number.note
    if left.currency and right.currency:
        currency, doubt = _agree(page.lexicon, left.currency, right.currency)
        note = note or doubt
    is_unsure = left.scale is not None and left.currency is None  # the `million` of `several million 34`
    is_spoilt = left.is_spoilt or right.is_spoilt or is_unsure or _contradicts(number, left.scale, right.scale)
    return Atom(
        number,
        start if left.start is None else left.start,
        right.end or end,
        start,
        end,
        left.negative,
        left.bound or right.bound,
        currency,
        left.scale if right.scale is None else right.scale,
        right.unit,
        right.noun,
        note,
        is_spoilt,
    )


def _read_price(page: Page, number: Number, place: int, left: Left) -> Right:
    """The currency behind the sign that a price has no cents."""
    right = read_right(page, number, place, left) if place < len(page.folded) else NOTHING_RIGHT
    return right if right.currency else NOTHING_RIGHT


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
