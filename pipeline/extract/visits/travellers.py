"""Whose people the visitors of a row are, by their names, titles and forms of address.

A name speaks for Japan by a list of Japanese names, and against it by a spelling that Japanese does not have; a title by
what the publisher's data file says that only one side has. Each is a hint and no more: tables are decided by all rows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.normalize.areas import find_areas
from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.text.words import fold
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.publishers import Publisher

WORD = re.compile(r"[^\W\d_\u3000-\U0010ffff]{2,}")
"""A word of a name; letters that Japanese is written with say nothing, for names of all lands are printed in them."""
SYLLABLES = re.compile(r"(?:(?:[bghkmnpr]y|s?sh|t?ch|t?ts|kk?|ss?|tt?|pp?|[bdfghjmnrwyz])?+[aiueo]h?|n|m(?=[bp]))++\Z")
STRONGEST = 3


def leaning(words: str, publisher: Publisher, partner: str | None, area: str | None = None) -> int:
    """How much the visitors of a row speak for the publisher's country (above 0) or for the partner (below). `area` is the
    country that they are said to be of.

    >>> from pipeline.publishers import load
    >>> leaning("Prime Minister Shinzo Abe", load(), "OMN"), leaning("President Jorge Sampaio", load(), "PRT")
    (2, -3)
    """
    visitors = parse_visitors(words, area=area).visitors
    score = sum(_votes(visitor, publisher, partner) for visitor in visitors)
    return max(-STRONGEST, min(STRONGEST, score))


def _votes(visitor: Visitor, publisher: Publisher, partner: str | None) -> int:
    title = f"{visitor.honorific or ''} {visitor.office or ''}".strip()
    printed = visitor.name_printed or ""
    if visitor.visitor_kind == "group":
        return _side(printed, publisher) + _named(printed, publisher.area, partner)
    name = name_votes(printed, publisher.area)
    return _side(title, publisher) + _named(visitor.office_printed or "", publisher.area, partner) + name


def _side(title: str, publisher: Publisher) -> int:
    """What the publisher's data file says of a title."""
    own, foreign = publisher.own_titles.search(title), publisher.partner_titles.search(title)
    return 2 * (own is not None) - 2 * (foreign is not None and own is None)


def _named(words: str, home: str, partner: str | None) -> int:
    """The first land that a title names is its holder's: `Governor of the Bank of Japan`, `Japan-Oman League`."""
    first = next((mention.area for mention in find_areas(words) if mention.area in (home, partner)), None)
    return 0 if first is None else 2 if first == home else -2


@lru_cache(maxsize=4096)
def name_votes(name: str, home: str) -> int:
    """How much a name's spelling speaks for people of `home` or against it: 0 where their names show nothing by it.

    >>> [name_votes(name, "JPN") for name in ("Yoriko Kawaguchi", "Kawaguchi", "Amata Kabua", "Jorge Sampaio")]
    [2, 1, 0, -1]
    """
    if NAME_ORDER.areas.get(home, {}).get("custom") != "japanese":
        return 0
    words, lexicon = [fold(word) for word in WORD.findall(name)], NAME_ORDER
    known = sum(word in lexicon.japanese_surnames or word in lexicon.japanese_given for word in words)
    spelt = all(SYLLABLES.match(word) for word in words)
    if not words or (known and not spelt):
        return 0
    return min(known, 2) if known else 0 if spelt else -1
