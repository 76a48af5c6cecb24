"""The words behind a number: scale, currency or unit, a late approximator, and the thing counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.amounts.left import Left, is_currency
from pipeline.normalize.amounts.nouns import read_demonym_money, read_noun
from pipeline.normalize.amounts.numbers import NUMBER, Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import Found, behind_gap, behind_link
from pipeline.normalize.amounts.units import read_piece

_AROUND = 48
"""How far from a number it is looked for words of height and length."""

_BRACKET = re.compile(r"[ \xa0]{0,2}(?:[(]([^()\n0-9]{1,40})[)]|\[([^\[\]\n0-9]{1,40})\])")
_PLURAL_NEXT = re.compile(r"[ \xa0]{1,2}[a-z]{3,20}s(?![a-z])")
_OF = re.compile(r"[ \xa0]of")
_DIGITS = frozenset("0123456789")
_DIGIT_NEXT = re.compile(r"[ \xa0]{0,2}[0-9]")


class Right(NamedTuple):
    """What stands behind a number, up to `end`."""

    end: int
    bound: str | None = None
    currency: str | None = None
    scale: int | None = None
    unit: str | None = None
    noun: str | None = None
    is_spoilt: bool = False


class _Scale(NamedTuple):
    """The scale right behind a number, up to `end`; `letter` where it is one (`5m`)."""

    power: int
    end: int
    letter: str = ""


def read_right(page: Page, number: Number, end: int, left: Left) -> Right:
    """The words that follow each other from `end` on, right behind the number."""
    folded, words = page.folded, page.lexicon
    has_plus = folded[end : end + 1] == "+" and folded[end + 1 : end + 2] not in _DIGITS
    place = end + has_plus
    found = words.right.match(folded, behind_link(folded, place))
    scale = _read_scale(page, place, found)
    if scale:
        place = scale.end
        found = words.right.match(folded, behind_link(folded, place))
        if found and found.kind == "scale":
            return Right(end, is_spoilt=True)
    late = found if found and found.kind == "bound" else None
    if late:
        place = late.end
        found = words.right.match(folded, behind_link(folded, place))
    word = _unless_scale(found) if found else _read_of(page, place)
    if not (scale or word or late or has_plus):
        return _read_further(page, number, Right(end), left)
    power = scale.power if scale else None
    currency = _own_currency(page, word, power, left) if word and word.kind == "currency" else None
    unit = _own_unit(page, word) if word and word.kind == "unit" else None
    if word and word.kind == "currency" and not currency and _is_between(page, word, left):
        return Right(end, is_spoilt=True)
    if scale and scale.letter and not currency and left.currency is None:
        is_metres = scale.letter == "m" and word is None and _is_measure(page, end, scale.end)
        return Right(scale.end, unit="metres") if is_metres else Right(end, is_spoilt=True)
    if word and (currency or unit):
        place = word.end
    if not word or currency or unit:
        last = words.right.match(folded, behind_gap(folded, place))
        if last and last.kind == "bound":
            late, place = last, last.end
    bound = words.late_bounds[late.phrase] if late else "at_least" if has_plus else None
    if word and unit and left.currency is None:
        noun = page.text[word.start : word.end] if unit in words.nouns.countable else None
        return Right(place, bound, None, power, unit, noun)
    return _read_further(page, number, Right(place, bound, currency, power), left)


def _read_scale(page: Page, place: int, found: Found | None) -> _Scale | None:
    if found is None:
        letter = page.lexicon.letter.match(page.folded, place)
        return _Scale(page.lexicon.letters[letter[1]], letter.end(), letter[1]) if letter else None
    return _Scale(page.lexicon.scales[found.phrase], found.end) if found.kind == "scale" else None


def _unless_scale(found: Found) -> Found | None:
    """No scale stands behind a bound (`5 or more million`)."""
    return None if found.kind in ("scale", "bound") else found


def _read_of(page: Page, place: int) -> Found | None:
    """The currency of `5 million of yen`."""
    if not page.folded.startswith("of", place + 1) or not (of := _OF.match(page.folded, place)):
        return None
    found = page.lexicon.right.match(page.folded, behind_link(page.folded, of.end()))
    return found if found and found.kind == "currency" else None


def _read_further(page: Page, number: Number, right: Right, left: Left) -> Right:
    """What stands behind the words right behind a number: its unit in brackets, or the noun that it counts."""
    if right.currency is not None or right.end == len(page.folded):
        return right
    if left.currency is not None:
        return _read_bracket_of(page, right, left.currency) or right
    bracketed = _read_bracket(page, right)
    if bracketed or (number.decimals and right.scale is None):
        return bracketed or right
    if money := read_demonym_money(page, right.end):
        return right._replace(end=money[0], currency=money[1])
    counted = read_noun(page, right.end, is_one=number.digits == "1")
    return Right(counted.end, right.bound, None, right.scale, counted.unit, counted.noun) if counted else right


def _is_measure(page: Page, start: int, end: int) -> bool:
    """Whether the `m` behind a number is metres: in small letters, in a line that speaks of heights and lengths."""
    if page.text[end - 1] != "m" or page.context.unit or page.context.unit_mult:
        return False
    first = max(page.folded.rfind("\n", 0, start) + 1, start - _AROUND)
    last = page.folded.find("\n", end)
    last = min(end + _AROUND, len(page.folded) if last < 0 else last)
    return page.lexicon.measures.search(page.folded, first, last) is not None


def _own_currency(page: Page, found: Found, scale: int | None, left: Left) -> str | None:
    """The currency behind a number, where it is this number's."""
    is_own = _belongs(page, found.phrase, found.start, found.end, scale, left)
    return page.lexicon.currencies[found.phrase] if is_own else None


def _own_unit(page: Page, found: Found) -> str | None:
    """The unit behind a number, where it is printed as that unit is."""
    nouns = page.lexicon.nouns
    if found.phrase in nouns.small_letters and page.text[found.start].isupper():
        return None
    return nouns.direct[found.phrase]


def _belongs(page: Page, phrase: str, start: int, end: int, scale: int | None, left: Left) -> bool:
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


def _read_bracket_of(page: Page, right: Right, currency: str) -> Right | None:
    """The bracket where the currency stands before the number: a sign it makes clear, any other it may scale only."""
    found = _read_bracket(page, right)
    if found is None or currency.startswith("@"):
        return found
    return found._replace(currency=None) if found.unit is None and found.currency in (None, currency) else None


def _read_bracket(page: Page, right: Right) -> Right | None:
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


def _is_between(page: Page, found: Found, left: Left) -> bool:
    """The same, seen from the number before."""
    is_glued = len(found.phrase) == 1 and page.folded[found.start - 1].isdigit()
    return is_glued and left.currency is None and _DIGIT_NEXT.match(page.folded, found.end) is not None
