"""A number with its words where all of them are phrases of the lexicon: `about 300`, `loans: 5 billion yen (total)`.

A short cut, no grammar of its own: the words beside the number are looked up as they stand. Whatever is not a phrase of
the lexicon, a scale before one, a label in front or a bracket behind is left to `read_atom` and the exclusions, which
read all this in the same way.
"""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.currencies import is_currency
from pipeline.normalize.amounts.far_words import has_far_words
from pipeline.normalize.amounts.numbers import Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORD, Word
from pipeline.normalize.amounts.right import is_printed_so
from pipeline.normalize.amounts.spelled import may_be_spelled
from pipeline.normalize.amounts.unit_brackets import read_unit_bracket
from pipeline.normalize.amounts.unread import unread_spans

_BRACKET = re.compile(r" [(][^():|\n]{1,80}[)]\.?\Z")
_ELSEWHERE = re.compile(r"[:|\n]")
_BEFORE, _COUNTED = frozenset(("currency", "bound")), frozenset(("currency", "unit"))
_MINUS = Word("sign", "-")


def read_known(page: Page, number: Number, before: str, behind: str, start: int, end: int) -> Atom | None:
    """The number with its words where all of them are phrases of the lexicon."""
    left, first = _read_before(page, before) if before else (NO_WORD, 0)
    scale, right, length = _read_behind(page, behind) if behind else (NO_WORD, NO_WORD, 0)
    last = end + length
    if left is None or right is None or not _fit_together(page, left, scale, right, first, last):
        return None
    sort, kind, power = left.kind, right.kind, scale.power or left.power or right.power or None
    if power is None and (
        number.has_unclear_point or (_is_like_year(number) and (before or behind or number.decimals))
    ):
        return None
    is_stated = sort == "currency" or kind or power is not None
    if (first or last < len(page.folded) - 1) and not (is_stated and _is_clear_around(page, first, last)):
        return None
    currency = left.code if sort == "currency" else right.code if kind == "currency" else None
    bound, unit, noun = left.code if sort == "bound" else None, None, None
    if kind == "unit":
        unit = right.code
        noun = page.text[last - len(right.phrase) : last] if unit in page.lexicon.nouns.countable else None
    atom = Atom(number, first, last, start, end, sort == "sign", bound, currency, power, unit, noun, number.note)
    may_be_scaled = power is None and unit is None and last < len(page.folded) - 1
    return None if may_be_scaled and has_far_words(page, atom) else atom


def _fit_together(page: Page, left: Word, scale: Word, right: Word, first: int, last: int) -> bool:
    """Whether what stands before a number and behind it is one currency or unit, printed as one."""
    if scale.kind and (left.power or right.power):
        return False
    has_scale = scale.kind == "scale"
    if left.kind == "currency":
        return not right.kind and is_currency(page, left.phrase, first, has_scale)
    if right.kind == "currency":
        return is_currency(page, right.phrase, last - len(right.phrase), has_scale)
    if right.kind == "unit":
        return is_printed_so(page, right.phrase, last - len(right.phrase))
    return scale.kind != "letter"


def _read_before(page: Page, printed: str) -> tuple[Word | None, int]:
    """What is printed before a number, behind its label, and where it begins."""
    word, first = page.lexicon.left.word(printed[::-1]), 0
    if word is None and ":" in printed:
        first = printed.rindex(":") + 1
        first += printed[first : first + 1] == " "
        printed = printed[first:]
        if not printed:
            return NO_WORD, first
        word = page.lexicon.left.word(printed[::-1])
    if printed == "-":
        return _MINUS, first
    return (word, first) if word and word.kind in _BEFORE else (None, 0)


def _read_behind(page: Page, printed: str) -> tuple[Word, Word | None, int]:
    """The scale, the currency or unit, and the length of what is printed behind a number, up to a bracket or a point."""
    look_up = page.lexicon.right.word
    bracket = printed.find(" (")
    if bracket >= 0:
        printed = printed[:bracket]
    elif printed[-1] == "." and not look_up(printed):
        printed = printed[:-1]
    if not printed:
        return NO_WORD, NO_WORD, 0
    if word := look_up(printed):
        if word.kind in _COUNTED:
            return NO_WORD, word, len(printed)
        return word, NO_WORD if word.kind != "bound" else None, len(printed)
    space = printed.find(" ", 1) if printed.isascii() else 1 + (printed[0] == " ")
    scale, word = look_up(printed[:space]) or NO_WORD, look_up(printed[space:])
    return scale, word if scale.kind == "scale" and word and word.kind in _COUNTED else None, len(printed)


def _is_like_year(number: Number) -> bool:
    return len(number.digits) - number.decimals == 4 and number.digits[0] in "12" and not number.is_grouped


def _is_clear_around(page: Page, first: int, last: int) -> bool:
    """Whether nothing in the label or in the brackets behind is an amount, or says what the number is."""
    folded, words = page.folded, page.lexicon
    label = folded[: folded.rfind(":", 0, first)] if first else ""
    if label and (_ELSEWHERE.search(label) or words.status_first.match(folded) or may_be_spelled(label)):
        return False
    if last < len(folded) - 1:
        found = _BRACKET.match(folded, last)
        if not found or words.right.match(folded, last)[0].kind or may_be_spelled(found[0]):
            return False
        if read_unit_bracket(page, last):
            return False
    return not unread_spans(folded)
