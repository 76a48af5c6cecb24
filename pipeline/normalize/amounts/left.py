"""The words before a number: approximator, sign, currency, scale."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.normalize.amounts.lexicon import Lexicon
from pipeline.normalize.amounts.numbers import NUMBER
from pipeline.normalize.amounts.page import Page

_ENDS = frozenset("()[]:;|")


class Left(NamedTuple):
    """What stands before a number, from `start` on."""

    start: int
    negative: bool = False
    bound: str | None = None
    currency: str | None = None
    scale: int | None = None
    is_spoilt: bool = False


def read_left(page: Page, start: int, floor: int) -> Left:
    words = page.lexicon
    found = words.before.match(page.folded[floor:start][::-1])
    if found is None or not found.end():
        return Left(start)
    sign, scale, near, far_scale, outer, bound, bound2, far = found.groups()
    place = start - found.end("currency") if near else 0
    if near and _is_glued_sign(page, near, place, floor):
        return Left(start, is_spoilt=True)
    first = start - len(found[0].rstrip(" \xa0\n"))
    if floor and _ties_to_previous(page.folded, first, floor):
        return read_left(page, start, first + 1)
    currency = _phrase(near or far)
    if near and not (
        is_currency(page, currency, place, scale is not None) or _is_before_scale(page, currency, place, start)
    ):
        return Left(start - len(sign or ""), _is_minus(sign))
    return Left(
        first,
        _is_minus(sign) or _is_minus(outer),
        _bound(words, bound, bound2) if bound else None,
        words.currencies[currency] if currency else None,
        words.scales[_phrase(scale)] if scale else None,
        bool((sign and outer) or far_scale),
    )


def _is_glued_sign(page: Page, currency: str, place: int, floor: int) -> bool:
    """Whether the sign before a number is stuck to the number before: `35€ 99` may be one price, `1250€600` two."""
    return len(currency) == 1 and place == floor and place > 0 and page.folded[place - 1].isdigit()


def _is_before_scale(page: Page, phrase: str, place: int, start: int) -> bool:
    """Capitals of other meanings, before a number with a scale: `RM 2.5 million`."""
    number = NUMBER.match(page.folded, start)
    if number is None or not page.text[place : place + len(phrase)].isupper():
        return False
    found = page.lexicon.after.match(page.folded, number.end())
    return found is not None and found["scale"] is not None and is_currency(page, phrase, place, has_scale=True)


def _is_minus(sign: str | None) -> bool:
    return sign is not None and "+" not in sign


def _bound(words: Lexicon, near: str, far: str | None) -> str:
    """What two approximators say together (`about more than 100`): the bound, which says more."""
    status = words.bounds[_phrase(far or near)]
    return words.bounds[_phrase(near)] if status == "approximate" else status


def _ties_to_previous(folded: str, first: int, floor: int) -> bool:
    """Whether a sign that begins the words is what joins them to the number before: `25-30`, `100 ~ 200`."""
    if folded[first] in "-+":
        return first == floor and not (folded[floor - 1].isspace() or folded[floor - 1] in _ENDS)
    return folded[first] == "~" and not folded[floor:first].strip(" \xa0")


def _phrase(reversed_words: str | None) -> str:
    if not reversed_words:
        return ""
    words = reversed_words[::-1]
    return words if words.isalpha() or len(words) == 1 else " ".join(words.split())


def is_currency(page: Page, phrase: str, start: int, has_scale: bool) -> bool:
    """Codes count in capitals only, and words of other meanings only beside a scale."""
    words = page.lexicon
    if phrase in words.after_scale:
        return has_scale
    if phrase not in words.codes:
        return True
    printed = page.text[start : start + len(phrase)]
    return printed.isupper() and (has_scale or printed not in words.word_codes)
