"""A text with one number beside its dates, read at once: most cells of tables and most lines of figures are that.

A short cut, no grammar of its own: the words beside the number are looked up as they stand. Whatever is not a phrase of
the lexicon, a scale before one, a label in front or a bracket behind is left to `read_atom` and the exclusions, which
read all this in the same way, as they do in the round of all numbers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.normalize.amounts.atoms import Atom, read_atom
from pipeline.normalize.amounts.exclusions import exclusion
from pipeline.normalize.amounts.far_words import are_close
from pipeline.normalize.amounts.left import is_currency
from pipeline.normalize.amounts.numbers import ORDINAL, Number, parse_number, scaled
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import NO_WORD, Word
from pipeline.normalize.amounts.right import NOTHING_RIGHT, is_printed_so, read_bracket
from pipeline.normalize.amounts.spelled import may_be_spelled
from pipeline.normalize.amounts.statuses import find_words
from pipeline.normalize.amounts.unread import has_number, unread_spans

LONGEST = 160
_NUMBER = r"([0-9]++(?:[.,'][0-9]++)*+)"
_PLAIN = re.compile(rf"([^0-9]*+){_NUMBER}(?:-{_NUMBER})?+([^0-9]*+)")
_DATED = re.compile(r"\((?:(?:as of|in) )?(?:([a-z]{3,9}) )?(?:1[89]|20)[0-9]{2}\)\.?\Z")
_BRACKET = re.compile(r" [(][^():|\n]{1,80}[)]\.?\Z")
_ELSEWHERE = re.compile(r"[:|\n]")
_BEFORE, _COUNTED = frozenset(("currency", "bound")), frozenset(("currency", "unit"))
_MINUS = Word("sign", "-")


def read_plain(page: Page, dates: Sequence[tuple[int, int]] = ()) -> tuple[Atom, ...] | None:
    """The one amount of a text, a number or the two ends of a range; none where the number is no amount, and `None` where
    the text may hold anything else.

    >>> from pipeline.normalize.amounts.lexicon import lexicon
    >>> from pipeline.normalize.amounts.model import UnitContext
    >>> texts = ["around 300", "loans: 5-6 billion yen (total)", "in 2012", "5 to 6"]
    >>> found = [read_plain(Page(text, text, UnitContext(), lexicon())) for text in texts]
    >>> [atoms and [atom.number.digits for atom in atoms] for atoms in found]
    [['300'], ['5', '6'], (), None]
    """
    found = _PLAIN.match(page.folded)
    if found is None:
        return None
    before, printed, upper, behind = found.groups()
    start, end = found.span(3 if upper else 2)
    if dates:
        if dates[0][0] < end or has_number(page.folded, end, dates):
            return None
    elif found.end() < len(page.folded) and not _ends_with_year(page, found.end()):
        return None
    number = parse_number(upper or printed)
    atom = _read_known(page, number, before, behind, start, end) if number else None
    if upper:
        return _range(parse_number(printed), atom) if atom and ")" not in before else None
    return (atom,) if atom else _read_alone(page, number, start, end)


def _range(number: Number | None, last: Atom) -> tuple[Atom, Atom] | None:
    """Both ends of `5-6 billion yen`: the second one's words are said of both."""
    if number is None or last.negative or not last.is_stated or number.has_unclear_point or number.is_like_a_year:
        return None
    first = replace(last, number=number)
    return (first, last) if are_close(first, last) and scaled(number, 0) < scaled(last.number, 0) else None


def _ends_with_year(page: Page, place: int) -> bool:
    """Whether the figures at a place are the year of a date in brackets, which ends the text."""
    found = _DATED.match(page.folded, page.folded.rfind("(", 0, place))
    return found is not None and (found[1] is None or found[1] in page.lexicon.months)


def _read_known(page: Page, number: Number, before: str, behind: str, start: int, end: int) -> Atom | None:
    """The number with its words where all of them are phrases of the lexicon."""
    left, first = _read_before(page, before) if before else (NO_WORD, 0)
    scale, right, length = _read_behind(page, behind) if behind else (NO_WORD, NO_WORD, 0)
    if left is None or right is None:
        return None
    last, before_kind, scale_kind, kind = end + length, left.kind, scale.kind, right.kind
    currency = unit = noun = None
    if before_kind == "currency":
        if kind or not is_currency(page, left.phrase, first, scale_kind == "scale"):
            return None
        currency = left.code
    elif scale_kind == "letter":
        return None
    elif kind:
        begin = last - len(right.phrase)
        if kind == "unit":
            if not is_printed_so(page, right.phrase, begin):
                return None
            unit = right.code
            noun = page.text[begin:last] if unit in page.lexicon.nouns.countable else None
        elif is_currency(page, right.phrase, begin, scale_kind == "scale"):
            currency = right.code
        else:
            return None
    if not scale_kind and (
        number.has_unclear_point or (_is_like_year(number) and (before or behind or number.decimals))
    ):
        return None
    if (first or last < len(page.folded) - 1) and not (
        (currency or scale_kind or unit) and _is_clear_around(page, first, last)
    ):
        return None
    bound = left.code if before_kind == "bound" else None
    power = scale.power if scale_kind else None
    return Atom(number, first, last, start, end, before_kind == "sign", bound, currency, power, unit, noun, number.note)


def _read_alone(page: Page, number: Number | None, start: int, end: int) -> tuple[Atom, ...] | None:
    """The number with whatever words it has, as among other numbers, where nothing else in the text may be an amount."""
    folded = page.folded
    if folded[start - 1 : start] == "." or ")" in folded[:start] or find_words(page):
        return None
    if may_be_spelled(folded) or unread_spans(folded):
        return None
    if number is None or ORDINAL.match(folded, end):
        return ()
    atom = read_atom(page, number, start, end, 0)
    return () if exclusion(page, atom) else (atom,)


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
        if read_bracket(page, last, NOTHING_RIGHT):
            return False
    return not unread_spans(folded)
