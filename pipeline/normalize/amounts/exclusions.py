"""Numbers that are no amounts: years, dates, ordinals, item numbers, parts of names, telephone codes, ages."""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.far_words import has_far_words
from pipeline.normalize.amounts.glued import is_glued_after, is_glued_before
from pipeline.normalize.amounts.named import is_named
from pipeline.normalize.amounts.numbers import COMMA_SLIP
from pipeline.normalize.amounts.page import CJK, Page
from pipeline.normalize.amounts.years import is_bare_year, is_dated, is_year_beside_currency

_ITEM_ENDS = frozenset(".)）．] \xa0")
_WIDE_POINT = re.compile("．(?=[ぁ-ヿ一-鿿])")
"""Behind the number of an item wherever it stands, since no sentence in Japanese ends so: `420名 6．在日邦人`."""
_AGES = re.compile(r"(?:[ \xa0](?:and|or)[ \xa0](?:older|over|above|under|younger|more))?[ \xa0]?:")
_CLASS = re.compile(r"(?:[-–~][0-9]{1,3}|\+)?(?:[ \xa0]?:[ \xa0]{1,3}[0-9]|[ \xa0]years?[ \xa0-]olds?(?![a-z]))")
_SHILLINGS = re.compile(r"[ \xa0]?[0-9]{1,2}s(?![^\W_])")
_CRORES = re.compile(r"[ \xa0]?cr\.?(?![^\W_])")
_MILLIONS = re.compile(r"[ \xa0]?MM(?![^\W_])")
_POINTED_UNIT = re.compile(r"[ \xa0]?(?:[A-Z][a-z]{1,3}\.?(?![A-Za-z])|[^\W\d_]{1,3}\.?\Z)")
_WORD = re.compile(r"\w")
_ITEM = re.compile(r"[ \xa0]{0,8}(?:[.)）．](?=[ \xa0]{0,4}[^\W0-9_(（「'\"])|[)）．](?=[ \xa0]{0,4}[0-9]))")
_SECTION = re.compile(r"\.?[ \xa0]{1,3}[A-Z](?:[a-z]{2}|[A-Z]{3}|[ \xa0.])")
_LOSS, _LOSS_REACH = re.compile(r"(?::|(?<![a-z])(?:is|was|of))[ \xa0]?[(]\Z"), 8
_ALONE = (("", ""), ("(", ")"))
_EQUALS = re.compile(r"[=＝]\s?\Z")


def exclusion(page: Page, atom: Atom) -> str | None:
    """Why the number's own looks or its neighbours make it something else than an amount; `None` where they do not."""
    if atom.is_spoilt:
        return "words that contradict each other"
    if is_bare_year(page, atom):
        return "a year"
    if (atom.start and is_glued_before(page, atom)) or is_glued_after(page, atom):
        return "part of a word, a date, a rank or a longer figure"
    if atom.currency is not None and _SHILLINGS.match(page.text, atom.end):
        return "shillings stand behind the pounds"
    if atom.scale is None and atom.currency is not None and _CRORES.match(page.folded, atom.end):
        return "cr is a crore, or a credit"
    if atom.scale is None and atom.currency is None and _MILLIONS.match(page.text, atom.end):
        return "MM is a million, or a thousandth of a metre"
    if atom.scale is None and atom.unit is None and has_far_words(page, atom):
        return "a scale or a currency stands behind a bracket, a sign or letters"
    if atom.number.note == COMMA_SLIP and "、" in page.text[atom.digits_start : atom.digits_end]:
        return "two figures, of which the first may have the second one's words"
    if atom.number.has_unclear_point and _may_be_thousands(page, atom):
        return "a point before three figures may part thousands or decimals"
    if _is_class(page, atom):
        return "an age or a class that labels what follows"
    if atom.currency is not None or atom.scale is not None:
        if page.text[atom.start - 1 : atom.start] == "(" and _may_be_loss(page, atom):
            return "brackets that may be a minus"
        return "a year" if atom.scale is None and is_year_beside_currency(page, atom) else None
    if is_named(page, atom):
        return "a rank, or the number of something"
    if is_dated(page, atom):
        return "a date"
    if atom.unit is None and _is_item(page, atom):
        return "an item number"
    return "a telephone code" if atom.unit is None and _is_telephone_code(page, atom) else None


def _may_be_loss(page: Page, atom: Atom) -> bool:
    """A value that stands in brackets where nothing stands that they could be said beside: `Balance: (US$ 5 million)`."""
    first = max(0, atom.start - _LOSS_REACH)
    return page.text[atom.end : atom.end + 1] == ")" and _LOSS.search(page.folded, first, atom.start) is not None


def _is_class(page: Page, atom: Atom) -> bool:
    """Whom a figure behind the colon is for: `65 years and over: 4.4%`, `15-64: 54.9%`, `65+: 3.0%`, `18-24 year olds`."""
    if atom.unit == "years":
        return _AGES.match(page.folded, atom.end) is not None
    is_plain = atom.unit is None and atom.scale is None and len(atom.number.digits) < 4
    return is_plain and _CLASS.match(page.folded, atom.end) is not None


def _is_telephone_code(page: Page, atom: Atom) -> bool:
    """`+976` alone or in brackets, where no heading says that numbers are changes."""
    if page.folded[atom.start] != "+" or page.context.unit or page.context.unit_mult:
        return False
    around = page.folded[max(0, atom.start - 1) : atom.start], page.folded[atom.end : atom.end + 1]
    return atom.number.is_bare and 1 < len(atom.number.digits) < 4 and around in _ALONE


def _may_be_thousands(page: Page, atom: Atom) -> bool:
    """Whether `1.234` may be a thousand and more: money, things counted, or a number alone, where no scale says
    that it has a fraction."""
    words, text = page.lexicon, page.text
    if text.startswith(",-", atom.digits_end):
        return True
    if atom.scale is not None or page.context.unit_mult:
        return False
    if atom.currency is not None:
        return atom.currency not in words.mills and not _is_rate(page, atom)
    if (atom.unit or page.context.unit) in words.nouns.countable:
        return True
    if atom.unit is None and _POINTED_UNIT.match(text, atom.end):
        return True
    return not (_WORD.search(text, 0, atom.start) or _WORD.search(text, atom.end))


def _is_rate(page: Page, atom: Atom) -> bool:
    """A rate of exchange in Japanese, which parts thousands by commas alone: `1ユーロ=655.957CFAフラン`; `15.000` stays unclear."""
    is_japanese = atom.end > atom.digits_end and ord(page.text[atom.end - 1]) >= CJK
    return (
        is_japanese and _EQUALS.search(page.text, 0, atom.start) is not None and not atom.number.digits.endswith("000")
    )


def _is_item(page: Page, atom: Atom) -> bool:
    """Item and section numbers: `(1)`, `2. Economic Ties`, `3)`, `1.1 Trade`, and labels such as `1:`."""
    text, number = page.text, atom.number
    after = text[atom.end : atom.end + 2]
    if len(number.digits) > 3 or number.is_grouped or not after or after[0] not in _ITEM_ENDS:
        return False
    if after[0] == " " and after[-1].isalnum() and not number.decimals:
        return False
    is_first = not text[max(0, atom.start - 12) : atom.start].rsplit("\n", 1)[-1].strip(" \xa0\t•*-(（[")
    if number.decimals:
        return (
            is_first
            and number.digits[0] != "0"
            and len(number.digits) == 2
            and _SECTION.match(text, atom.end) is not None
        )
    in_brackets = text[atom.start - 1 : atom.start] in ("(", "（", "[") and text[atom.end : atom.end + 1] in (
        ")",
        "）",
        "]",
    )
    if in_brackets and len(number.digits) <= 2:
        return True
    if _WIDE_POINT.match(text, atom.end) and len(number.digits) <= 2:
        return True
    if not is_first or len(number.digits) > 2:
        return False
    return after == ")" or _ITEM.match(text, atom.end) is not None
