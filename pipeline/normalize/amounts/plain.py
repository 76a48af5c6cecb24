"""A text that holds one amount in a plain form, read at once: most cells of tables and most lines of figures are that.

A short cut, no grammar of its own: the words beside the number are looked up as they stand. Whatever is not a phrase of
the lexicon, a scale before one, a label in front or a bracket behind is left to `read_atom` and the exclusions, which
read all this in the same way.
"""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.exclusions import unread_spans
from pipeline.normalize.amounts.left import is_currency
from pipeline.normalize.amounts.numbers import parse_number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORD, Word
from pipeline.normalize.amounts.right import is_printed_so
from pipeline.normalize.amounts.spelled import may_be_spelled
from pipeline.normalize.amounts.units import read_piece

LONGEST, _LONGEST_BESIDE = 160, 32
_DIGIT = re.compile("[0-9]")
_NUMBER = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})++|[1-9][0-9]*+|0)(?:\.[0-9]++)?+(?![^0-9]*[0-9])")
_YEAR = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])")
_BRACKET = re.compile(r" [(]([^():|\n]{1,80})[)]\.?\Z")
_ELSEWHERE = re.compile(r"[:|\n]")
_COUNTED = frozenset(("currency", "unit"))


def read_plain(page: Page) -> Atom | None:
    """The one amount of a text, `None` where it may be anything else.

    >>> from pipeline.normalize.amounts.lexicon import lexicon
    >>> from pipeline.normalize.amounts.model import UnitContext
    >>> texts = ["around 300", "loans: 5 billion yen (total)", "2012", "5 to 6"]
    >>> [read_plain(Page(text, text, UnitContext(), lexicon())) is not None for text in texts]
    [True, True, False, False]
    """
    folded = page.folded
    digit = _DIGIT.search(folded)
    found = _NUMBER.match(folded, digit.start()) if digit else None
    number = parse_number(found[0]) if found else None
    if found is None or number is None:
        return None
    start, end = found.span()
    label, bracket = folded.rfind(":", 0, start) + 1, folded.find(" (", end)
    first, last = label + (folded[label] == " "), bracket if bracket > 0 else len(folded)
    if start - first > _LONGEST_BESIDE or last - end > _LONGEST_BESIDE:
        return None
    left, is_negative = NO_WORD, False
    if first < start:
        left = page.lexicon.left.word(folded[first:start].removesuffix(" ")[::-1])
        is_negative = folded[first:start] == "-"
        if not (is_negative or left.kind in ("currency", "bound")):
            return None
    behind = _behind(page, folded[end:last]) if end < last else (NO_WORD, NO_WORD, 0)
    if behind is None:
        return None
    scale, right, length = behind
    if not scale.kind and (number.has_unclear_point or (_YEAR.match(found[0]) and (found[0] != folded or number.decimals))):
        return None
    stop = end + length
    money, place = (left, first) if left.kind == "currency" else (right, stop - len(right.phrase))
    if (left.kind == "currency" and right.kind) or (scale.kind == "letter" and left.kind != "currency"):
        return None
    if money.kind == "currency" and not is_currency(page, money.phrase, place, scale.kind == "scale"):
        return None
    if money.kind == "unit" and not is_printed_so(page, money.phrase, place):
        return None
    if (label or bracket > 0) and not ((money.kind or scale.kind) and _is_clear_around(page, label, bracket)):
        return None
    unit = money.code if money.kind == "unit" else None
    return Atom(
        number,
        first,
        stop,
        start,
        end,
        is_negative,
        left.code if left.kind == "bound" else None,
        None if unit else money.code or None,
        scale.power if scale.kind else None,
        unit,
        page.text[place:stop] if unit in page.lexicon.nouns.countable else None,
    )


def _behind(page: Page, printed: str) -> tuple[Word, Word, int]  | None:
    """The scale, the currency or unit, and the length of what is printed behind a number, a last point apart."""
    look_up = page.lexicon.right.word
    for end in (printed, printed[:-1]) if printed[-1] == "." else (printed,):
        words = end.removeprefix(" ")
        if not end:
            return NO_WORD, NO_WORD, 0
        word = look_up(words)
        if word.kind in _COUNTED:
            return NO_WORD, word, len(end)
        if word.kind:
            return (word, NO_WORD, len(end)) if word.kind != "bound" else None
        head, _, rest = words.partition(" ") if " " in words else (words[:1], "", words[1:])
        scale, word = look_up(head), look_up(rest)
        if scale.kind == "scale" and word.kind in _COUNTED:
            return scale, word, len(end)
    return None


def _is_clear_around(page: Page, label: int, bracket: int) -> bool:
    """Whether nothing in the label or in the brackets behind is an amount, or says what the number is."""
    folded, words = page.folded, page.lexicon
    if label and (
        _ELSEWHERE.search(folded, 0, label - 1) or words.status_first.match(folded) or may_be_spelled(folded[:label])
    ):
        return False
    if bracket > 0:
        found = _BRACKET.match(folded, bracket)
        if not found or words.right.match(folded, bracket)[0].kind or may_be_spelled(found[1]):
            return False
        if read_piece(page.text[slice(*found.span(1))], found[1], page.context):
            return False
    return not unread_spans(folded)
