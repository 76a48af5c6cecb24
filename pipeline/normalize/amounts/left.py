"""The words before a number: approximator, sign, currency, scale."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.normalize.amounts.currencies import is_glued_sign, is_money_before
from pipeline.normalize.amounts.lexicon import Lexicon
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORD, Word

_ENDS = frozenset("()[]:;|")
_SIGNS = frozenset("-+△▲▽▼)")
_COMPARING = ("as ", "more ", "less ", "fewer ", "greater ", "larger ", "higher ", "lower ", "smaller ")
_MULTIPLES = ("twice", "thrice", "times", "half", "double", "%", "percent", "per cent")
"""`twice as many as 300`, `30% more than 300`"""
_SIGN = re.compile(r"[-+](?![\w)%-])|[ \xa0]?(?:[△▲▽▼]|\)[-+]\()")
"""A minus, on reversed text; two of them are a dash."""


@dataclass(slots=True)
class Left:
    """What stands before a number, from `start` on; `None` where nothing does."""

    start: int | None = None
    negative: bool = False
    bound: str | None = None
    currency: str | None = None
    scale: int | None = None
    is_spoilt: bool = False


NOTHING_LEFT = Left()


def read_left(page: Page, start: int, floor: int) -> Left:
    """The words that end at `start` and begin at `floor` or later, read backwards from the number."""
    if floor == start - 1 and _joins_numbers(page.folded, floor):
        return NOTHING_LEFT
    match = page.lexicon.left.match
    back = page.folded[floor:start][::-1]
    sign = place = _sign_end(back, 0)
    word, _, end = match(back, place)
    if word is NO_WORD and not sign:
        return NOTHING_LEFT
    scale = money = far_scale = NO_WORD
    if word.kind == "scale":
        scale, place = word, end
        word, _, end = match(back, place)
    if word.kind == "currency":
        money, place = word, end
        money_end = end
        word, _, end = match(back, place)
        if word.kind == "scale" and word.phrase.isascii():
            far_scale, place = word, end
            word, _, end = match(back, place)
    outer = _sign_end(back, place)
    if outer == place and word.kind == "sign":
        outer = end
    if outer > place:
        word, _, end = match(back, outer)
    bound, far, last = _read_bound(page.lexicon, back, word, end) if word.kind == "bound" else (None, NO_WORD, outer)
    if not last:
        return NOTHING_LEFT
    if money.kind and (
        is_glued_sign(page, money.phrase, start - money_end, floor)
        or (back[money_end : money_end + 1] == "/" and match(back, money_end + 1)[0].kind == "currency")
    ):  # `JPY/USD 110.5`
        return Left(start, is_spoilt=True)
    first = start - len(back[:last].rstrip(" \xa0\n"))
    if bound and first and page.folded.startswith(_COMPARING, first) and _is_multiple(page.folded, first):
        return Left(start, is_spoilt=True)
    if floor and _ties_to_previous(page.folded, first, floor):
        return read_left(page, start, first + 1)
    if money.kind and not is_money_before(page, money.phrase, start - money_end, start, has_scale=bool(scale.kind)):
        return Left(start - sign, _is_minus(back, 0, sign)) if sign else NOTHING_LEFT
    return Left(
        first,
        _is_minus(back, 0, sign) or _is_minus(back, place, outer),
        bound,
        money.code or far.code or None,
        scale.power or money.power or None,
        bool((scale.power and money.power) or far_scale.kind or (sign and outer > place)),
    )


def _sign_end(back: str, place: int) -> int:
    """Where a sign ends that is printed before a number; `place` where none is."""
    near = back[place : place + 1]
    if near in _SIGNS or (near in (" ", "\xa0") and back[place + 1 : place + 2] in _SIGNS):
        found = _SIGN.match(back, place)
        return found.end() if found else place
    return place


def _read_bound(words: Lexicon, back: str, near: Word, place: int) -> tuple[str, Word, int]:
    """What one approximator says, or two together (`about more than 100`): the bound, which says more. Also a
    currency before it, and where all of that ends."""
    far, _, end = words.left.match(back, place)
    if far.kind == "bound":
        return near.code if far.code == "approximate" else far.code, NO_WORD, end
    if far.kind == "currency" and far.phrase in words.far_currencies:
        return near.code, far, end
    return near.code, NO_WORD, place


def _is_multiple(folded: str, first: int) -> bool:
    """Whether the words that begin at a place compare something with the number, of which it is no bound."""
    return folded[max(0, first - 9) : first - 1].endswith(_MULTIPLES)


def _is_minus(back: str, place: int, end: int) -> bool:
    return end > place and "+" not in back[place:end]


def _ties_to_previous(folded: str, first: int, floor: int) -> bool:
    """Whether a sign that begins the words is what joins them to the number before: `25-30`, `100 ~ 200`."""
    if folded[first] in "-+":
        return first == floor and _joins_numbers(folded, floor)
    return folded[first] == "~" and not folded[floor:first].strip(" \xa0")


def _joins_numbers(folded: str, place: int) -> bool:
    """Whether a sign stands right behind the words of the number before."""
    return folded[place] in "-+" and place > 0 and not (folded[place - 1].isspace() or folded[place - 1] in _ENDS)
