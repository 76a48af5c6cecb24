"""What the lexicons know of one word, as bits: asked for once a word, so that reading a cell is a matter of integers.

A bit for a set of words says that the word is in it; one for phrases, that one begins with the word: where it is
missing `match` finds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, TITLES, phrases_of
from pipeline.normalize.visit.text.words import NO_WORDS

ARTICLE, DROPPED, START, ACRONYM, QUALIFIER, DOMAIN, WEAK_DOMAIN, HAPPENING, STATUS = (1 << bit for bit in range(9))
HEAD, LINK, BODY, AREA, STRONG, WEAK, COMPANY, LED, TAKEN = (1 << bit for bit in range(9, 18))
THING, AREA_END = (1 << bit for bit in range(18, 20))

# No name has a word that is TAKEN.
OFFICE = START | ACRONYM
"""A title may begin with the word."""
FORM = STRONG | WEAK | ARTICLE
"""A form of address may begin with the word."""
BEFORE_CORE = ARTICLE | DROPPED | AREA
"""What may stand before the title proper."""
BEFORE_OFFICE = OFFICE | BEFORE_CORE
"""A title may begin with the word, or with one behind it."""


@cache
def _words() -> tuple[dict[str, int], dict[str, int]]:
    """The bits of all words of sets, and the same with those of all first words of phrases."""
    land_ends = (phrase.rpartition(" ")[2] for phrase in phrases_of(TITLES.areas))
    sets = (
        (ARTICLE, TITLES.articles), (DROPPED, TITLES.dropped_qualifiers), (START, TITLES.starts), (ACRONYM, TITLES.acronyms),
        (QUALIFIER, TITLES.qualifiers), (DOMAIN, TITLES.domain), (WEAK_DOMAIN, TITLES.weak_domain),
        (HAPPENING, GROUPS.happenings), (STATUS, GROUPS.status_words),
        (TAKEN, TITLES.domain | TITLES.acronyms | TITLES.demonyms | GROUPS.happenings | GROUPS.heads),
        (TAKEN, GROUPS.events | GROUPS.no_names), (THING, GROUPS.things | GROUPS.royal_things | GROUPS.heads | GROUPS.firms),
        (AREA_END, frozenset(word for word in land_ends if len(word) > 1)),
    )  # fmt: skip
    tries = (
        (HEAD, TITLES.heads), (LINK, TITLES.connectors), (BODY, TITLES.institutions), (AREA, TITLES.areas),
        (STRONG, ADDRESS.strong), (WEAK, ADDRESS.weak), (COMPANY, GROUPS.accompanied_by), (LED, GROUPS.led_by),
    )  # fmt: skip
    return _bits(sets), _bits((*sets, *tries))


def _bits(sources: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    bits: dict[str, int] = {}
    for bit, words in sources:
        for word in words:
            bits[word] = bits.get(word, 0) | bit
    return bits


def marked_words() -> Iterable[tuple[str, int]]:
    """All words that have bits, with them."""
    return _words()[1].items()


def marks_of(kind: str, folded: str, owner: bool) -> int:
    """The bits of a word; phrases begin with no sign, number or bracket, and with `people's` as with `people`.

    A hyphen parts or joins portfolio words as the printer likes: `Agro-Industry` is as good a one as `Agroindustry`.

    >>> [bool(marks_of("T", "minister", False) & bit) for bit in (HEAD, START, DOMAIN)]
    [True, True, False]
    >>> bool(marks_of("T", "agro-industry", False) & DOMAIN)
    True
    """
    of_sets, of_words = _words()
    if kind in NO_WORDS:
        return of_sets.get(folded, 0)
    marks = of_words.get(folded, 0)
    if "-" in folded and not marks & DOMAIN and _is_compound(folded, of_words):
        marks |= DOMAIN
    return marks | of_words.get(folded + "'s", 0) if owner else marks


def _is_compound(folded: str, of_words: dict[str, int]) -> bool:
    """Whether a word is one of portfolios without its hyphens, or each of its parts is."""
    if of_words.get(folded.replace("-", ""), 0) & DOMAIN:
        return True
    first, *others = folded.split("-")
    return bool(of_words.get(first, 0) & DOMAIN) and all(of_words.get(part, 0) & DOMAIN for part in others)
