"""What the lexicons know of one word, as bits: asked for once a word, so that reading a cell is a matter of integers.

A bit for a set of words says that the word is in it; one for phrases, that one begins with the word: where it is
missing `match` finds nothing.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pipeline.normalize.visit.title_lexicon import Trie, address, groups, titles
from pipeline.normalize.visit.words import BRACKET, NUMBER, SIGN

ARTICLE, DROPPED, START, ACRONYM, QUALIFIER, DOMAIN, WEAK_DOMAIN, HAPPENING, STATUS = (1 << bit for bit in range(9))
HEAD, LINK, BODY, AREA, STRONG, WEAK, COMPANY, LED = (1 << bit for bit in range(9, 17))

OFFICE = START | ACRONYM
"""A title may begin with the word."""
BEFORE_OFFICE = OFFICE | ARTICLE | DROPPED | AREA
"""A title may begin with the word, or with one behind it."""


class _Sources(NamedTuple):
    sets: tuple[tuple[int, frozenset[str]], ...]
    tries: tuple[tuple[int, Trie], ...]


@cache
def _sources() -> _Sources:
    lexicon, forms, bodies = titles(), address(), groups()
    return _Sources(
        (
            (ARTICLE, lexicon.articles), (DROPPED, lexicon.dropped), (START, lexicon.starts),
            (ACRONYM, lexicon.acronyms), (QUALIFIER, lexicon.qualifiers), (DOMAIN, lexicon.domain),
            (WEAK_DOMAIN, lexicon.weak_domain), (HAPPENING, bodies.happenings), (STATUS, bodies.status_words),
        ),
        (
            (HEAD, lexicon.heads), (LINK, lexicon.connectors), (BODY, lexicon.institutions), (AREA, lexicon.areas),
            (STRONG, forms.strong), (WEAK, forms.weak), (COMPANY, bodies.accompanied_by), (LED, bodies.led_by),
        ),
    )  # fmt: skip


def marks_of(kind: str, folded: str, owner: bool) -> int:
    """The bits of a word; phrases begin with no sign, number or bracket, and with `people's` as with `people`.

    >>> [bool(marks_of("T", "minister", False) & bit) for bit in (HEAD, START, DOMAIN)]
    [True, True, False]
    """
    sources = _sources()
    marks = sum(bit for bit, words in sources.sets if folded in words)
    if kind in (SIGN, NUMBER, BRACKET):
        return marks | sum(bit for bit, root in sources.tries if owner and folded + "'s" in root)
    return marks | sum(bit for bit, root in sources.tries if folded in root or (owner and folded + "'s" in root))
