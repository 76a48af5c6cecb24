"""The words behind a number: scale, currency or unit, a late approximator, and the thing counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.normalize.amounts.currencies import belongs, is_between
from pipeline.normalize.amounts.left import Left
from pipeline.normalize.amounts.nouns import read_demonym_money, read_noun
from pipeline.normalize.amounts.numbers import FIRST_MODERN_YEAR, LABELLED, Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORD, NO_WORDS, SPACES, Word
from pipeline.normalize.amounts.unit_brackets import is_plain_ten, read_unit_bracket
from pipeline.normalize.amounts.units import parted

_AROUND = 48
"""How far from a number it is looked for words of height and length."""

_ONE_SPACE = frozenset(("", " ", "\xa0"))
_DIGITS = frozenset("0123456789")
_ALONE = frozenset(("", ".", ":", ": "))
_RATE = re.compile(r"/[a-z]|[ \xa0](?:squared|cubed|per[ \xa0](?:hour|minute|second))(?![a-z])")
"""`60 km/h` is no distance, `4 km squared` no length."""
_FIGURES = re.compile(r"[^a-z]{0,30}(?:to[^a-z]{1,30})?")
_LABEL_ENDS = frozenset(":|")
_BEGIN_FURTHER = frozenset(" \xa0\n([")


@dataclass(slots=True)
class Right:
    """What stands behind a number, up to `end`; 0 where nothing does."""

    end: int = 0
    bound: str | None = None
    currency: str | None = None
    scale: int | None = None
    unit: str | None = None
    noun: str | None = None
    is_spoilt: bool = False


NOTHING_RIGHT = Right()


def read_right(page: Page, number: Number, end: int, left: Left) -> Right:
    """The words that follow each other from `end` on, right behind the number."""
    folded, match = page.folded, page.lexicon.right.match
    scale, bound, place = NO_WORD, None, end
    word, start, stop = match(folded, end)
    if word is NO_WORD and folded[end] == "+" and folded[end + 1 : end + 2] not in _DIGITS:
        bound, place = "at_least", end + 1
        word, start, stop = match(folded, place)
    if word.kind == "scale" or _is_scale_letter(word, folded[place:start], left):
        scale, place = word, stop
        word, start, stop = match(folded, place)
        if word.kind == "scale":
            return Right(end, is_spoilt=True)
        if word is NO_WORD and folded[place : place + 1] == "+" and folded[place + 1 : place + 2] not in _DIGITS:
            bound, place = "at_least", place + 1
            word, start, stop = match(folded, place)
    if word.kind == "bound":
        bound, place = word.code, stop
        word, start, stop = match(folded, place)
        if word.kind == "scale" and scale is NO_WORD:  # `200-odd thousand`
            scale, place = word, stop
            word, start, stop = match(folded, place)
    elif word is NO_WORD and folded.startswith("of", place + 1):
        word, start, stop = _read_of(page, place)
    power = scale.power if scale.kind else None
    if word.kind == "currency":
        has_scale = power is not None or left.scale is not None
        if belongs(page, word.phrase, start, stop, has_scale=has_scale, is_told=left.currency is not None):
            return _read_late(page, _with_scale(page, Right(stop, bound, word.code, power), word.power))
        if left.currency is None and is_between(page, start, stop):
            return Right(end, is_spoilt=True)
    if scale.kind == "letter" and left.currency is None:
        is_metres = scale.phrase == "m" and not word.kind and _is_measure(page, number, end, place, left)
        return Right(place, unit="metres") if is_metres else Right(end, is_spoilt=True)
    if word.kind == "unit" and (
        (left.currency and (start == end or len(word.phrase) == 1))
        or _RATE.match(page.folded, stop)
        or (word.power and (scale.kind or page.folded[stop : stop + 1] in _DIGITS))
    ):  # `3割5分` is one share
        return Right(end, is_spoilt=True)
    if word.kind == "unit" and left.currency is None and is_printed_so(page, word.phrase, start):
        noun = page.text[start:stop] if word.code in page.lexicon.nouns.countable else None
        return _read_late(page, Right(stop, bound, None, power or word.power or None, word.code, noun))
    if word.kind == "bound":
        bound, place = word.code, stop
    right = Right(place, bound, None, power) if place > end else NOTHING_RIGHT
    return _read_further(page, number, place, right, left)


def _read_of(page: Page, place: int) -> tuple[Word, int, int]:
    """The currency of `5 million of yen`."""
    found = page.lexicon.right.match(page.folded, place + len(" of"))
    return found if found[0].kind == "currency" and page.folded[place] in SPACES else (NO_WORD, place, place)


def _is_scale_letter(word: Word, gap: str, left: Left) -> bool:
    """Whether a letter may be a scale: `$5 m`; `mm` behind no currency are millimetres."""
    return word.kind == "letter" and gap in _ONE_SPACE and bool(left.currency or len(word.phrase) == 1)


def _with_scale(page: Page, right: Right, own: int) -> Right:
    """The same with the scale of the currency, or the one behind it: `45 US$m`, `45 US$ million`."""
    behind, _, stop = page.lexicon.right.match(page.folded, right.end)
    power, end = (behind.power, stop) if behind.kind == "scale" else (own or None, right.end)
    if power is None:
        return right
    is_twice = right.scale is not None or (own and end > right.end)
    return replace(right, end=end, scale=power, is_spoilt=bool(is_twice))


def _read_late(page: Page, right: Right) -> Right:
    """The same with the approximator behind the currency or the unit: `5 million yen or more`."""
    if page.folded[right.end : right.end + 1] in NO_WORDS:
        return right
    if page.folded[right.end] == "+" and page.folded[right.end + 1 : right.end + 2] not in _DIGITS:
        return replace(right, end=right.end + 1, bound="at_least")
    word, _, stop = page.lexicon.right.match(page.folded, right.end)
    return replace(right, end=stop, bound=word.code) if word.kind == "bound" else right


def _read_further(page: Page, number: Number, place: int, right: Right, left: Left) -> Right:
    """What stands at `place` behind the words right behind a number: its unit in brackets, or the noun that it counts."""
    if page.folded[place : place + 1] not in _BEGIN_FURTHER:
        return right
    if (
        len(number.digits) == 4
        and right is NOTHING_RIGHT
        and left.bound is None
        and _is_year_before_name(page, number, place)
    ):
        return right
    if left.currency is not None:
        return _read_bracket_of(page, place, right, left.currency) or right
    has_bracket = page.folded[place] in "([" or page.folded[place + 1 : place + 2] in ("(", "[", " ", "\xa0")
    tens = number.decimals > 0 or is_plain_ten(page, number, place)
    bracketed = _read_bracket(page, place, right, tens=tens) if has_bracket else None
    if bracketed and number.is_like_a_year and page.folded[bracketed.end : bracketed.end + 1] in _LABEL_ENDS:
        return right
    if bracketed or (number.decimals and right.scale is None):
        return bracketed or right
    if money := read_demonym_money(page, place):
        return replace(right, end=money[0], currency=money[1])
    counted = read_noun(page, place, is_one=number.digits == "1")
    return Right(counted.end, right.bound, None, right.scale, counted.unit, counted.noun) if counted else right


def _is_year_before_name(page: Page, number: Number, end: int) -> bool:
    """A modern year and a capitalised word (`2010 Foreign Minister`), which counts nothing behind no label."""
    text = page.text
    if not (text[end + 1 : end + 2].isupper() and text[end + 2 : end + 3].islower() and number.is_like_a_year):
        return False
    return int(number.digits) >= FIRST_MODERN_YEAR and not LABELLED.search(text[max(0, end - 10) : end - 4])


def _is_measure(page: Page, number: Number, start: int, end: int, left: Left) -> bool:
    """Whether the `m` behind a number is metres: in small letters, in a line that speaks of heights and lengths, or
    behind thousands that stand alone (`8,848 m`, `over 1,524 to 2,437 m`), which nobody counts in millions."""
    if page.text[end - 1] != "m" or page.context.unit or page.context.unit_mult:
        return False
    begin, is_lone = start if left.start is None else left.start, page.folded[end : end + 2] in _ALONE
    if number.is_grouped and end - start == 2 and is_lone:
        head = page.folded[:begin].partition(" ")[0]
        if _FIGURES.fullmatch(page.folded, len(head) if head in page.lexicon.bounds else 0, begin):
            return True
    first = max(page.folded.rfind("\n", 0, start) + 1, start - _AROUND)
    last = page.folded.find("\n", end)
    last = min(end + _AROUND, len(page.folded) if last < 0 else last)
    return page.lexicon.measures.search(page.folded, first, last) is not None


def is_printed_so(page: Page, phrase: str, start: int) -> bool:
    """Whether a unit is printed as that unit is: some in small letters only, and no part of `t-shirts`."""
    if phrase not in page.lexicon.nouns.small_letters:
        return True
    return not (page.text[start].isupper() or page.text.startswith("-", start + len(phrase)))


def _read_bracket_of(page: Page, place: int, right: Right, currency: str) -> Right | None:
    """The bracket where the currency stands before the number: a sign it makes clear, any other it may scale only."""
    found = _read_bracket(page, place, right)
    if found is None or currency.startswith("@"):
        return found
    return replace(found, currency=None) if found.unit is None and found.currency in (None, currency) else None


def _read_bracket(page: Page, place: int, right: Right, *, tens: bool = False) -> Right | None:
    """The same with the unit in brackets behind it; `None` where there is none, or it says a scale for the second time."""
    found = read_unit_bracket(page, place, tens=tens)
    if found is None or (right.scale is not None and found.power):
        return None
    currency, unit = parted(found.code)
    return Right(found.end, right.bound, currency, found.power or right.scale, unit)
