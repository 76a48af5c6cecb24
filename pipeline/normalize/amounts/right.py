"""The words behind a number: scale, currency or unit, a late approximator, and the thing counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.normalize.amounts.left import Left, is_currency
from pipeline.normalize.amounts.nouns import read_demonym_money, read_noun
from pipeline.normalize.amounts.numbers import FIRST_MODERN_YEAR, LABELLED, NUMBER, Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORD, SPACES, Word
from pipeline.normalize.amounts.units import read_piece

_AROUND = 48
"""How far from a number it is looked for words of height and length."""

_MORE = r"(?:[,;][^()\[\]\n]{1,40})?"
_BRACKET = re.compile(rf"[ \xa0]{{0,2}}(?:[(]([^()\n1-9]{{1,40}}{_MORE})[)]|\[([^\[\]\n1-9]{{1,40}}{_MORE})\])")
_TENS_BRACKET = re.compile(r"[ \xa0]{0,2}[(]((?:10*|1[0,]{3,16})[ \xa0][^()\n1-9]{1,40})[)]")
"""`(100 million yen)` behind a figure with decimals is its unit; behind another one it may be an amount of its own."""
_UNIT_PART = re.compile(r"[^,;]*+(?=[,;])")
_PLURAL_NEXT = re.compile(r"[ \xa0]{1,2}[a-z]{3,20}s(?![a-z])")
_ONE_SPACE = frozenset(("", " ", "\xa0"))
_DIGITS = frozenset("0123456789")
_ALONE = frozenset(("", ".", ":", ": "))
_RATE = re.compile(r"/[a-z]|[ \xa0](?:squared|cubed|per[ \xa0](?:hour|minute|second))(?![a-z])")
"""`60 km/h` is no distance, `4 km squared` no length."""
_FIGURES = re.compile(r"[^a-z]{0,30}(?:to[^a-z]{1,30})?")
_LABEL_ENDS = frozenset(":|")
_NO_WORDS = frozenset(("", *".,;:)|"))
_BEGIN_FURTHER = frozenset(" \xa0\n([")
_DIGIT_NEXT = re.compile(r"[ \xa0]{0,2}[0-9]")


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
        if _belongs(page, word.phrase, start, stop, power, left):
            return _read_late(page, _with_scale(page, Right(stop, bound, word.code, power), word.power))
        if _is_between(page, start, stop, left):
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
    if page.folded[right.end : right.end + 1] in _NO_WORDS:
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
    tens = number.decimals > 0 or _is_plain_ten(page, number, place)
    bracketed = read_bracket(page, place, right, tens=tens) if has_bracket else None
    if bracketed and number.is_like_a_year and page.folded[bracketed.end : bracketed.end + 1] in _LABEL_ENDS:
        return right
    if bracketed or (number.decimals and right.scale is None):
        return bracketed or right
    if money := read_demonym_money(page, place):
        return replace(right, end=money[0], currency=money[1])
    counted = read_noun(page, place, is_one=number.digits == "1")
    return Right(counted.end, right.bound, None, right.scale, counted.unit, counted.noun) if counted else right


def _is_plain_ten(page: Page, number: Number, place: int) -> bool:
    """A thousand without a comma behind a figure that has one is no figure of its own: `1,234 (1000 t)`."""
    return number.is_grouped and page.folded.startswith(("(1000 ", " (1000 "), place)


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


def _belongs(page: Page, phrase: str, start: int, end: int, scale: int | None, left: Left) -> bool:
    """Whether a currency after a number is this number's, not the next one's or a loan's."""
    has_scale = scale is not None or left.scale is not None
    if not is_currency(page, phrase, start, has_scale):
        return False
    if page.text[end : end + 1] in _NO_WORDS:
        return True
    if phrase == "$" and page.text[end].isalpha():
        return False
    if not has_scale and page.lexicon.lends_to.match(page.folded, end):
        return False
    if not has_scale and phrase in page.lexicon.codes and _PLURAL_NEXT.match(page.text, end):
        return False
    after = _DIGIT_NEXT.match(page.folded, end)
    if not after:
        return True
    printed = page.text[start:end]
    next_number = NUMBER.match(page.folded, after.end() - 1) if left.currency is None else None
    if next_number and page.folded.startswith((printed.lower(), f" {printed.lower()}"), next_number.end()):
        return True  # every number has it behind: `59,90 EUR 599,00 EUR`
    return phrase[-1].isalpha() and (printed.islower() or (has_scale and left.currency is None))


def _read_bracket_of(page: Page, place: int, right: Right, currency: str) -> Right | None:
    """The bracket where the currency stands before the number: a sign it makes clear, any other it may scale only."""
    found = read_bracket(page, place, right)
    if found is None or currency.startswith("@"):
        return found
    return replace(found, currency=None) if found.unit is None and found.currency in (None, currency) else None


def read_bracket(page: Page, place: int, right: Right, *, tens: bool = False) -> Right | None:
    """The unit in brackets after a number, alone or before what else they say: `64.22 (million euros, E/N basis)`."""
    found = _BRACKET.match(page.folded, place) or (_TENS_BRACKET.match(page.folded, place) if tens else None)
    if found is None:
        return None
    start, end = found.span(found.lastindex or 0)
    unit = read_piece(page.text[start:end], page.folded[start:end], page.context)
    if unit is None and (part := _UNIT_PART.match(page.folded, start, end)):
        unit = read_piece(page.text[start : part.end()], part[0], page.context)
    if unit is None or (right.scale is not None and unit[1]):
        return None
    code, power = unit
    is_money = code is not None and code.isupper()
    currency, counted = (code, None) if is_money else (None, code)
    return Right(found.end(), right.bound, currency, power or right.scale, counted)


def _is_between(page: Page, start: int, end: int, left: Left) -> bool:
    """Whether the sign behind a number may be the next one's, to which it is as near: `35€ 99`."""
    is_glued = end - start == 1 and page.folded[start - 1].isdigit()
    return is_glued and left.currency is None and _DIGIT_NEXT.match(page.folded, end) is not None
