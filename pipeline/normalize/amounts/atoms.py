"""One number with the words that belong to it: approximator, sign, currency, scale, unit, and the thing counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.amounts.lexicon import SHARED, Lexicon
from pipeline.normalize.amounts.nouns import read_demonym_money, read_noun
from pipeline.normalize.amounts.numbers import NUMBER, Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.units import read_piece

REACH = 48
"""How many characters before a number its words may begin."""

_BRACKET = re.compile(r"[ \xa0]{0,2}(?:[(]([^()\n0-9]{1,40})[)]|\[([^\[\]\n0-9]{1,40})\])")
_PLURAL_NEXT = re.compile(r"[ \xa0]{1,2}[a-z]{3,20}s(?![a-z])")
_ENDS = frozenset("()[]:;|")
_DIGIT_NEXT = re.compile(r"[ \xa0]{0,2}[0-9]")
_NO_WORD_BEFORE = frozenset("0123456789(:|,;/[")
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


class _Left(NamedTuple):
    start: int
    negative: bool = False
    bound: str | None = None
    currency: str | None = None
    scale: int | None = None
    is_spoilt: bool = False


class _Right(NamedTuple):
    end: int
    bound: str | None = None
    currency: str | None = None
    scale: int | None = None
    unit: str | None = None
    noun: str | None = None
    is_spoilt: bool = False


def read_atom(page: Page, number: Number, start: int, end: int, floor: int) -> Atom:
    """The atom around the number at `start:end`; its words begin at `floor` or later."""
    folded, note = page.folded, number.note
    left = _Left(start)
    if start > floor and (folded[start - 1] != " " or (start - 1 > floor and folded[start - 2] not in _NO_WORD_BEFORE)):
        left = _read_left(page, start, max(floor, start - REACH))
    after = folded[end : end + 2]
    if not after or after[0] in _NO_WORD_AFTER or (after[0] == " " and after[-1] in _NO_WORD_AFTER):
        if left.start == start:
            return Atom(number, start, end, start, end, is_spoilt=left.is_spoilt, note=note)
        right = _Right(end)
    else:
        right = _read_right(page, number, end, left)
    first, negative, bound, currency, scale, is_spoilt = left
    last, late_bound, own_currency, own_scale, unit, noun, is_spoilt_too = right
    if currency is None:
        currency = own_currency
    elif own_currency is not None:
        currency, doubt = _agree(page.lexicon, currency, own_currency)
        note = note or doubt
    is_unsure = scale is not None and left.currency is None  # the `million` of `several million 34`
    is_spoilt = is_spoilt or is_spoilt_too or is_unsure or _contradicts(number, scale, own_scale)
    scale, bound = scale if own_scale is None else own_scale, bound or late_bound
    return Atom(number, first, last, start, end, negative, bound, currency, scale, unit, noun, note, is_spoilt)


def _contradicts(number: Number, left: int | None, right: int | None) -> bool:
    """Two scales, or a Japanese number whose last part is not below the one before it (`1億2兆`)."""
    if left is not None and right is not None:
        return True
    return number.above is not None and len(number.digits) + (left or right or 0) > number.above_power


def _read_left(page: Page, start: int, floor: int) -> _Left:
    words = page.lexicon
    found = words.before.match(page.folded[floor:start][::-1])
    if found is None or not found.end():
        return _Left(start)
    sign, scale, near, far_scale, outer, bound, bound2, far = found.groups()
    place = start - found.end("currency") if near else 0
    if near and _is_glued_sign(page, near, place, floor):
        return _Left(start, is_spoilt=True)
    first = start - len(found[0].rstrip(" \xa0\n"))
    if floor and _ties_to_previous(page.folded, first, floor):
        return _read_left(page, start, first + 1)
    currency = _phrase(near or far)
    if near and not (
        is_currency(page, currency, place, scale is not None) or _is_before_scale(page, currency, place, start)
    ):
        return _Left(start - len(sign or ""), _is_minus(sign))
    return _Left(
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


def _is_between(page: Page, found: re.Match[str], left: _Left) -> bool:
    """The same, seen from the number before."""
    is_glued = len(found["currency"]) == 1 and page.folded[found.start("currency") - 1].isdigit()
    return is_glued and left.currency is None and _DIGIT_NEXT.match(page.folded, found.end("currency")) is not None


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


def _read_right(page: Page, number: Number, end: int, left: _Left) -> _Right:
    found = page.lexicon.after.match(page.folded, end)
    if found is None or found.end() == end:
        return _read_further(page, number, _Right(end), left)
    words = page.lexicon
    plus, printed_scale, more_scale, letter, late, printed_currency, printed_unit, last_late = found.groups()
    scale = words.letters[letter] if letter else words.scales[_words(printed_scale)] if printed_scale else None
    currency = unit = None
    if printed_currency:
        currency = _own_currency(page, found, scale, left)
    elif printed_unit:
        unit = _own_unit(page, found)
    if printed_currency and not currency and _is_between(page, found, left):
        return _Right(end, is_spoilt=True)
    if letter == "m" and not currency and left.currency is None and not printed_unit and _is_measure(page, found):
        return _Right(found.end("letter"), unit="metres")
    if more_scale is not None or (letter and not currency and left.currency is None):
        return _Right(end, is_spoilt=True)
    stop = found.end()
    if currency and not (late or last_late or plus):
        return _Right(stop, None, currency, scale)
    if (printed_currency or printed_unit) and not (currency or unit):
        stop, last_late = max(end, *(found.end(part) for part in ("plus", "scale", "letter", "late1"))), None
    late = last_late or late
    bound = words.late_bounds[_words(late)] if late else "at_least" if plus else None
    if unit and left.currency is None:
        noun = page.text[found.start("unit") : found.end("unit")] if unit in words.nouns.countable else None
        return _Right(stop, bound, None, scale, unit, noun)
    return _read_further(page, number, _Right(stop, bound, currency, scale), left)


def _read_further(page: Page, number: Number, right: _Right, left: _Left) -> _Right:
    """What stands behind the words right behind a number: its unit in brackets, or the noun that it counts."""
    if right.currency is not None or right.end == len(page.folded):
        return right
    if left.currency is not None:
        return (_read_bracket(page, right) if left.currency.startswith("@") else None) or right
    bracketed = _read_bracket(page, right)
    if bracketed or (number.decimals and right.scale is None):
        return bracketed or right
    if money := read_demonym_money(page, right.end):
        return right._replace(end=money[0], currency=money[1])
    counted = read_noun(page, right.end, is_one=number.digits == "1")
    return _Right(counted.end, right.bound, None, right.scale, counted.unit, counted.noun) if counted else right


def _is_measure(page: Page, found: re.Match[str]) -> bool:
    """Whether the `m` behind a number is metres: in small letters, in a line that speaks of heights and lengths."""
    if page.text[found.end("letter") - 1] != "m" or page.context.unit or page.context.unit_mult:
        return False
    first = max(page.folded.rfind("\n", 0, found.start()) + 1, found.start() - REACH)
    last = page.folded.find("\n", found.end())
    last = min(found.end() + REACH, len(page.folded) if last < 0 else last)
    return page.lexicon.measures.search(page.folded, first, last) is not None


def _words(printed: str) -> str:
    return printed if printed.isalpha() else " ".join(printed.strip("-").split())


def _own_currency(page: Page, found: re.Match[str], scale: int | None, left: _Left) -> str | None:
    """The currency behind a number, where it is this number's."""
    phrase = _words(found["currency"])
    is_own = _belongs(page, phrase, *found.span("currency"), scale, left)
    return page.lexicon.currencies[phrase] if is_own else None


def _own_unit(page: Page, found: re.Match[str]) -> str | None:
    """The unit behind a number, where it is printed as that unit is."""
    phrase, nouns = _words(found["unit"]), page.lexicon.nouns
    if phrase in nouns.small_letters and page.text[found.start("unit")].isupper():
        return None
    return nouns.direct[phrase]


def _belongs(page: Page, phrase: str, start: int, end: int, scale: int | None, left: _Left) -> bool:
    """Whether a currency after a number is this number's, not the next one's or a loan's."""
    has_scale = scale is not None or left.scale is not None
    if not is_currency(page, phrase, start, has_scale):
        return False
    if end == len(page.text):
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


def _read_bracket(page: Page, right: _Right) -> _Right | None:
    """The unit in brackets after a number: `64.22 (million euros)`."""
    found = _BRACKET.match(page.folded, right.end)
    if found is None:
        return None
    piece = slice(*found.span(found.lastindex or 0))
    unit = read_piece(page.text[piece], page.folded[piece], page.context)
    if unit is None or (right.scale is not None and unit[1]):
        return None
    code, power = unit
    scale = power or right.scale
    if code is not None and code.isupper():
        return right._replace(end=found.end(), currency=code, scale=scale)
    return right._replace(end=found.end(), unit=code, scale=scale)


def _agree(words: Lexicon, left: str, right: str) -> tuple[str | None, str | None]:
    """One currency of what stands before and after a number: a code says more than a bare sign."""
    if left == right:
        return left, None
    for vague, clear in ((left, right), (right, left)):
        if (vague == SHARED and not clear.startswith("@")) or clear in words.may_be.get(vague, ()):
            return clear, None
    return SHARED, f"two currencies at one number: {left} and {right}"
