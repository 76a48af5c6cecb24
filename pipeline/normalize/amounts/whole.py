"""A text that is one amount in a plain form and nothing else, read at once: most cells of tables are that.

A short cut, no grammar of its own: what it reads `read_atom` and the exclusions read in the same way, and all that
needs a second look is left to them.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.left import is_currency
from pipeline.normalize.amounts.lexicon import lexicon, trie_pattern, words_after
from pipeline.normalize.amounts.numbers import parse_number
from pipeline.normalize.amounts.page import Page

LONGEST = 48
_YEAR = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])")


def read_whole(page: Page) -> Atom | None:
    """The one amount that a whole text is, `None` where it may be anything else.

    >>> from pipeline.normalize.amounts.model import UnitContext
    >>> [read_whole(Page(t, t, UnitContext(), lexicon())) is not None for t in ("around 31.1 billion yen", "2012", "5 to 6")]
    [True, False, False]
    """
    found = _pattern().match(page.folded)
    if found is None:
        return None
    minus, bound, before, digits, scale, after, unit = found.groups()
    number = parse_number(digits)
    if number is None or (before and (after or unit)):
        return None
    if scale is None and (number.has_unclear_point or _YEAR.match(digits)):
        return None
    words, money, noun = page.lexicon, _phrase(before or after), None
    if money in words.after_scale:
        return None
    if money in words.codes and not is_currency(page, money, found.start(3 if before else 6), scale is not None):
        return None
    if unit:
        if _phrase(unit) in words.nouns.small_letters:
            return None
        unit, noun = words.nouns.direct[_phrase(unit)], page.text[slice(*found.span(7))]
    start, end = found.span(4)
    return Atom(
        number,
        0,
        found.end(found.lastindex or 0),
        start,
        end,
        minus is not None,
        words.bounds[_phrase(bound)] if bound else None,
        words.currencies[money] if money else None,
        words.scales[_phrase(scale)] if scale else None,
        unit,
        noun if unit in words.nouns.countable else None,
    )


def _phrase(printed: str | None) -> str:
    if not printed:
        return ""
    return printed if printed.isalpha() else " ".join(printed.split())


@cache
def _pattern() -> re.Pattern[str]:
    words, gap = lexicon(), r"[ \xa0]?"
    # The groups are told by their numbers, 1 to 7.
    number = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})++|[1-9][0-9]*+|0)(?:\.[0-9]++)?"
    before = rf"(?:({trie_pattern(words.bounds)}){gap})?(?:(?<![a-z])({trie_pattern(words.currencies)}){gap})?"
    after = rf"({words_after(words.currencies)})|({words_after(words.nouns.direct)})"
    return re.compile(
        rf"(?:(-)|{before})({number})(?:{gap}({words_after(words.scales)}))?"
        rf"(?:{gap}(?:{after}))?[.]?\Z"
    )
