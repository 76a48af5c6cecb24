"""A text that holds one amount in a plain form, read at once: most cells of tables and most lines of figures are that.

A short cut, no grammar of its own: the words beside the number are looked up as they stand. Whatever is not a phrase of
the lexicon, a scale before one, a label in front or a bracket behind is left to `read_atom` and the exclusions, which
read all this in the same way: at once where the number begins the text, in the round of all numbers otherwise.
"""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom, read_atom
from pipeline.normalize.amounts.exclusions import exclusion
from pipeline.normalize.amounts.left import is_currency
from pipeline.normalize.amounts.numbers import MAX_DIGITS, ORDINAL, Number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORD, Word
from pipeline.normalize.amounts.right import is_printed_so
from pipeline.normalize.amounts.spelled import may_be_spelled
from pipeline.normalize.amounts.units import read_piece
from pipeline.normalize.amounts.unread import unread_spans

LONGEST = 160
_PLAIN = re.compile(r"([^0-9]*+)([1-9][0-9]{0,2}(?:,[0-9]{3})++|[1-9][0-9]*+|0)(?:\.([0-9]++))?+([^0-9]*+)")
_BRACKET = re.compile(r" [(]([^():|\n]{1,80})[)]\.?\Z")
_ELSEWHERE = re.compile(r"[:|\n]")
_BEFORE, _COUNTED = frozenset(("currency", "bound")), frozenset(("currency", "unit"))
_MINUS = Word("sign", "-")


def read_plain(page: Page) -> Atom | None:
    """The one amount of a text, `None` where it may be anything else.

    >>> from pipeline.normalize.amounts.lexicon import lexicon
    >>> from pipeline.normalize.amounts.model import UnitContext
    >>> texts = ["around 300", "loans: 5 billion yen (total)", "in 2012", "5 to 6"]
    >>> [read_plain(Page(text, text, UnitContext(), lexicon())) is not None for text in texts]
    [True, True, False, False]
    """
    found = _PLAIN.fullmatch(page.folded)
    if found is None:
        return None
    before, whole, fraction, behind = found.groups("")
    left, first = _read_before(page, before) if before else (NO_WORD, 0)
    scale, right, length = _read_behind(page, behind) if behind and left else (NO_WORD, NO_WORD, 0)
    number = _number(whole, fraction) if left else None
    if left is None or number is None:
        return None
    if right is None:
        return None if before else _read_at_start(page, number, found.start(4))
    start, end = found.start(2), found.start(4)
    last = end + length
    is_money = left.kind == "currency"
    if is_money:
        if right.kind or not is_currency(page, left.phrase, first, scale.kind == "scale"):
            return None
    elif scale.kind == "letter" or (right.kind and not _is_own(page, right, last, scale)):
        return None
    if not scale.kind and (number.has_unclear_point or (_is_year(whole) and (before or behind or fraction))):
        return None
    has_more = first > 0 or last < len(page.folded) - 1
    if has_more and not ((is_money or scale.kind or right.kind) and _is_clear_around(page, first, last)):
        return None if before else _read_at_start(page, number, end)
    money, unit, noun = left if is_money else right, None, None
    if right.kind == "unit":
        unit = right.code
        noun = page.text[last - len(right.phrase) : last] if unit in page.lexicon.nouns.countable else None
    bound = left.code if left.kind == "bound" else None
    currency, power = money.code if money.kind == "currency" else None, scale.power if scale.kind else None
    return Atom(number, first, last, start, end, left.kind == "sign", bound, currency, power, unit, noun)


def _read_at_start(page: Page, number: Number, end: int) -> Atom | None:
    """The number that begins a text, with the words behind it where they hold nothing else: `362 investments`."""
    folded = page.folded
    if _ELSEWHERE.search(folded, end) or ORDINAL.match(folded, end) or may_be_spelled(folded) or unread_spans(folded):
        return None
    atom = read_atom(page, number, 0, end, 0)
    return None if exclusion(page, atom) else atom


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


def _is_own(page: Page, word: Word, end: int, scale: Word) -> bool:
    """Whether a currency or unit behind a number is printed as one."""
    start = end - len(word.phrase)
    if word.kind == "unit":
        return is_printed_so(page, word.phrase, start)
    return is_currency(page, word.phrase, start, scale.kind == "scale")


def _number(whole: str, fraction: str) -> Number | None:
    """What `parse_number` makes of figures in such a form."""
    digits, decimals = whole.replace(",", "") + fraction, len(fraction)
    return Number(digits, decimals, "," in whole) if len(digits) <= MAX_DIGITS else None


def _is_year(whole: str) -> bool:
    return len(whole) == 4 and whole[0] in "12"


def _is_clear_around(page: Page, first: int, last: int) -> bool:
    """Whether nothing in the label or in the brackets behind is an amount, or says what the number is."""
    folded, words = page.folded, page.lexicon
    label = folded[: folded.rfind(":", 0, first)] if first else ""
    if label and (_ELSEWHERE.search(label) or words.status_first.match(folded) or may_be_spelled(label)):
        return False
    if last < len(folded) - 1:
        found = _BRACKET.match(folded, last)
        if not found or words.right.match(folded, last)[0].kind or may_be_spelled(found[1]):
            return False
        if read_piece(page.text[slice(*found.span(1))], found[1], page.context):
            return False
    return not unread_spans(folded)
