"""The words behind a number: scale, currency or unit, a late approximator, and the thing counted."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.amounts.left import Left, is_currency
from pipeline.normalize.amounts.nouns import read_demonym_money, read_noun
from pipeline.normalize.amounts.numbers import NUMBER, Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.units import read_piece

_AROUND = 48
"""How far from a number it is looked for words of height and length."""

_BRACKET = re.compile(r"[ \xa0]{0,2}(?:[(]([^()\n0-9]{1,40})[)]|\[([^\[\]\n0-9]{1,40})\])")
_PLURAL_NEXT = re.compile(r"[ \xa0]{1,2}[a-z]{3,20}s(?![a-z])")
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


def read_right(page: Page, number: Number, end: int, left: Left) -> Right:
    found = page.lexicon.after.match(page.folded, end)
    if found is None or found.end() == end:
        return _read_further(page, number, Right(end), left)
    words = page.lexicon
    plus, printed_scale, more_scale, letter, late, printed_currency, printed_unit, last_late = found.groups()
    scale = words.letters[letter] if letter else words.scales[_words(printed_scale)] if printed_scale else None
    currency = unit = None
    if printed_currency:
        currency = _own_currency(page, found, scale, left)
    elif printed_unit:
        unit = _own_unit(page, found)
    if printed_currency and not currency and _is_between(page, found, left):
        return Right(end, is_spoilt=True)
    if letter == "m" and not currency and left.currency is None and not printed_unit and _is_measure(page, found):
        return Right(found.end("letter"), unit="metres")
    if more_scale is not None or (letter and not currency and left.currency is None):
        return Right(end, is_spoilt=True)
    stop = found.end()
    if currency and not (late or last_late or plus):
        return Right(stop, None, currency, scale)
    if (printed_currency or printed_unit) and not (currency or unit):
        stop, last_late = max(end, *(found.end(part) for part in ("plus", "scale", "letter", "late1"))), None
    late = last_late or late
    bound = words.late_bounds[_words(late)] if late else "at_least" if plus else None
    if unit and left.currency is None:
        noun = page.text[found.start("unit") : found.end("unit")] if unit in words.nouns.countable else None
        return Right(stop, bound, None, scale, unit, noun)
    return _read_further(page, number, Right(stop, bound, currency, scale), left)


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


def _is_measure(page: Page, found: re.Match[str]) -> bool:
    """Whether the `m` behind a number is metres: in small letters, in a line that speaks of heights and lengths."""
    if page.text[found.end("letter") - 1] != "m" or page.context.unit or page.context.unit_mult:
        return False
    first = max(page.folded.rfind("\n", 0, found.start()) + 1, found.start() - _AROUND)
    last = page.folded.find("\n", found.end())
    last = min(found.end() + _AROUND, len(page.folded) if last < 0 else last)
    return page.lexicon.measures.search(page.folded, first, last) is not None


def _words(printed: str) -> str:
    return printed if printed.isalpha() else " ".join(printed.strip("-").split())


def _own_currency(page: Page, found: re.Match[str], scale: int | None, left: Left) -> str | None:
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


def _is_between(page: Page, found: re.Match[str], left: Left) -> bool:
    """The same, seen from the number before."""
    is_glued = len(found["currency"]) == 1 and page.folded[found.start("currency") - 1].isdigit()
    return is_glued and left.currency is None and _DIGIT_NEXT.match(page.folded, found.end("currency")) is not None
