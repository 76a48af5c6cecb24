"""Numbers that are years and days: beside months, with a month behind a point, where no noun says what they count."""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import NO_WORD_AFTER, Atom
from pipeline.normalize.amounts.numbers import FIRST_MODERN_YEAR, FIRST_YEAR, LABELLED, LAST_YEAR
from pipeline.normalize.amounts.page import CJK, Page
from pipeline.normalize.amounts.phrases import GAP

_FIRST_DOTTED_YEAR = 1800
_LAST_DAY = 31
_RIGHT_WORD = re.compile(GAP + r"(?:of[ \xa0])?([^\W0-9_]{1,12}+)")
_CURRENCY_WORD = re.compile(r"(?<![A-Za-z])(?:[A-Z]?[a-z]{3,}|EURO|YEN)(?![A-Za-z])")
_LEFT_WORDS = re.compile(GAP + r"([^\W0-9_]{0,16}+(?:\.[a-z]{0,4})?|\.[^\W0-9_]{1,16}+)(?:[ \xa0]{1,2}([a-z]{1,12}+))?")
_NO_WORD = frozenset("0123456789([|:,;")
_NOTHING_BEFORE = " \xa0\n\t\r|•*-"
_NOTHING_AFTER = re.compile(r"[ \xa0\n\t\r|•*-]*+\Z")


def is_dated(page: Page, atom: Atom) -> bool:
    """Days beside months, years, and years with a month behind a point."""
    number = atom.number
    if number.decimals:
        return _is_dotted_year(page, atom)
    value = int(number.digits) if number.is_bare else 0
    if _LAST_DAY < value < FIRST_YEAR or value > LAST_YEAR or not number.is_bare:
        return False
    left = left_word(page, atom)
    if value <= _LAST_DAY:
        return (is_month(page, left, atom.start, before=True) and atom.unit is None) or _month_follows(page, atom)
    if _month_follows(page, atom) or is_month(page, left, atom.start, before=True):
        return True
    if atom.unit is not None:
        return (not atom.bound and left in page.lexicon.before_year) or not _counts_at_once(page, atom)
    return not _stands_as_value(page, atom)


def is_bare_year(page: Page, atom: Atom) -> bool:
    """A number like a year of which no word says that it is something else, and which is no value of a label."""
    if atom.unit is not None or atom.currency is not None or atom.scale is not None or not atom.number.is_like_a_year:
        return False
    return not _stands_as_value(page, atom)


def left_words(page: Page, start: int) -> tuple[str, str]:
    """The folded word before a place, and the two words before it; empty where none stands there.

    Of many figures in a row none has a word before it: that is seen from one character.
    """
    folded = page.folded
    if not start or folded[start - 1] in _NO_WORD or (folded[start - 1] == " " and folded[start - 2] in _NO_WORD):
        return "", ""
    found = _LEFT_WORDS.match(folded[max(0, start - 40) : start][::-1])
    if found is None:
        return "", ""
    one = found[1][::-1]
    return one, f"{found[2][::-1]} {one}" if found[2] else one


def left_word(page: Page, atom: Atom) -> str:
    """The folded word before an atom, without a final point; empty where none stands there."""
    return left_words(page, atom.start)[0].strip(".")


def is_month(page: Page, word: str, place: int, *, before: bool) -> bool:
    """Whether a word is a month in capitals (`may` is none)."""
    if word not in page.lexicon.months:
        return False
    around = page.text[max(0, place - 16) : place] if before else page.text[place : place + 16]
    return word.capitalize() in around or word.upper() in around


def _month_follows(page: Page, atom: Atom) -> bool:
    after = page.folded[atom.digits_end : atom.digits_end + 2]
    if not after or after[0] in NO_WORD_AFTER or (after[0] == " " and after[-1] in NO_WORD_AFTER):
        return False
    found = _RIGHT_WORD.match(page.folded, atom.digits_end)
    return found is not None and is_month(page, found[1], atom.digits_end, before=False)


def _is_dotted_year(page: Page, atom: Atom) -> bool:
    """`2018.8` and `1981,82`; `2018.8` is an amount only as a value whose unit the context gives."""
    number = atom.number
    whole = int(number.digits[: -number.decimals])
    if atom.unit is not None or number.decimals > 2 or not _FIRST_DOTTED_YEAR <= whole <= LAST_YEAR:
        return False
    return number.is_grouped is False and not (page.context.unit and _stands_as_value(page, atom))


def _counts_at_once(page: Page, atom: Atom) -> bool:
    """A small-letter noun right behind a number like a year: `1988 students`, not `2008 Members of Parliament`."""
    if atom.noun is None or atom.bound or int(atom.number.digits) < FIRST_MODERN_YEAR or _stands_as_value(page, atom):
        return True
    return atom.noun[:1].islower() or not atom.noun[:1].isalpha() or ord(atom.noun[0]) >= CJK


def _stands_as_value(page: Page, atom: Atom) -> bool:
    """Right behind a colon or a bar, or the whole text; `(1)2010:` labels what follows and is no value."""
    if page.folded.startswith(":", atom.end):
        return False
    if LABELLED.search(page.text[max(0, atom.start - 6) : atom.start]):
        return True
    return _NOTHING_AFTER.match(page.text, atom.end) is not None and not page.text[: atom.start].strip(_NOTHING_BEFORE)


def is_year_beside_currency(page: Page, atom: Atom) -> bool:
    """`Euro 2012` and `in 2013 yen …`: a modern year beside a word that might as well not be its currency."""
    if not atom.number.is_bare or not FIRST_MODERN_YEAR <= int(atom.number.digits) <= LAST_YEAR:
        return False
    word = _CURRENCY_WORD.search(page.text, atom.start, atom.end)
    if word is None:
        return False
    return word[0][0].isupper() or (
        word.start() >= atom.digits_end and left_word(page, atom) in page.lexicon.before_year
    )
