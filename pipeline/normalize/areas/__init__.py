"""Names of countries and other areas → codes: ISO 3166-1 alpha-3, and a few codes of our own.

Codes that ISO 3166-1 does not list stand in `data/areas.csv`. States that ended keep the alpha-3 code that ISO gave
them (ISO 3166-3: `SUN`, `CSK`, `YUG`, `DDR`, `SCG`, `ZAR`, `YMD`, `HVO`, `RHO`, `ANT`); what ISO never listed has a
user-assigned code that begins with X (`XKX` Kosovo, `XEU` European Union, `XAS` ASEAN, `XAH` Austria-Hungary).
A former name of a country that goes on under another is that country's (`Burma` → `MMR`, `Swaziland` → `SWZ`).

Nothing is guessed: a misspelt name, a city, a region or a language is refused, and so is a name that several areas
share (`Korea`, `Congolese`). Everything about single areas is data, which `lexicon` loads; what a word is, is told
in `tokens`, how names are kept in `trie`, which of them stands at a place in `matches`, what means no area
in running text in `mentions`, and what two names in one text mean (`Burma (Myanmar)`) in `pairs`.

`kind` says by what an area is named: `name` its short name, `formal` its full one (`Kingdom of Belgium`), `common` any
other in use (`Holland`), `demonym` its people or adjective (`Dutch`), `historic` the name of a state that ended or
a name given up (`Burma`), `japanese` any Japanese name, `code` an ISO code or abbreviation (`UAE`), `organisation`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from pipeline.normalize.areas.lexicon import lexicon, titles
from pipeline.normalize.areas.matches import Match, longest, longest_japanese
from pipeline.normalize.areas.mentions import find_japanese, find_words
from pipeline.normalize.areas.pairs import AFTER_NAME, agreed, as_past, halves
from pipeline.normalize.areas.tokens import fold
from pipeline.normalize.areas.trie import Reading
from pipeline.normalize.refusal import Refusal

MAX_NAME = 200
AROUND = " .,;:()[]\"'“”"
LEAD = re.compile(r"[\s\"'“”(\[{<「『【*•・]*+(?:[Tt][Hh][Ee]\s++)?")
TAIL = re.compile(r"人?(?:'s?)?+[\s\"'“”)\]}>」』】.,;:!?。、*]*+\Z")


class Area(NamedTuple):
    """An area that a text names, and by what: `name formal common demonym historic japanese code organisation`."""

    area: str
    kind: str


class AreaMention(NamedTuple):
    """A mention of an area in running text: `text[start:end]`, `end` exclusive."""

    area: str
    kind: str
    start: int
    end: int


def parse_area(text: str) -> Area | Refusal:
    """The one area that the whole text names, bar `the`, brackets, quotes, a possessive and last punctuation.

    First letters may be of either case, a whole word may be in capitals; abbreviations and codes must be in capitals.
    Refused: `empty`, `too long`, `ambiguous` (several areas bear the name), `no area` (all else).

    >>> parse_area("the Republic of Korea")
    Area(area='KOR', kind='name')
    >>> parse_area("Mongolians"), parse_area("U.S.S.R.")
    (Area(area='MNG', kind='demonym'), Area(area='SUN', kind='historic'))
    >>> parse_area("Burma (Myanmar)"), parse_area("Soviet Union (former)")
    (Area(area='MMR', kind='historic'), Area(area='SUN', kind='historic'))
    >>> parse_area("Congo"), parse_area("Mongolai")
    (Refusal(reason='ambiguous'), Refusal(reason='no area'))
    """
    if len(text) > MAX_NAME:
        return Refusal("too long")
    return _as_printed(text) or _as_printed(_bare(text)) or _parse(text)


def find_areas(text: str) -> list[AreaMention]:
    """All mentions of areas in running text, the longest first, in order, never overlapping.

    Names must be capitalised as names are, and stand as words of their own or joined by hyphens. Left out: ambiguous
    names, ISO codes other than common abbreviations (`UK`, `UAE`), currencies (`US$`, `Japanese yen`), surnames after
    an honorific (`Mr. Jordan`) or, in capitals, after an initial (`T. JORDAN`), and names inside longer ones that
    name no area (`Indian Ocean`). A given name that is also an area's cannot be told (`Kenya`).

    >>> [(m.area, text[m.start : m.end]) for text in ["Japan-U.S.-Mongolia, Guinea-Bissau"] for m in find_areas(text)]
    [('JPN', 'Japan'), ('USA', 'U.S.'), ('MNG', 'Mongolia'), ('GNB', 'Guinea-Bissau')]
    """
    return list(_mentions(text))


@lru_cache(4096)
def _mentions(text: str) -> tuple[AreaMention, ...]:
    """The mentions of a text; a sheet's lines are asked for theirs by many."""
    folded = fold(text)
    found = find_words(folded)
    if not text.isascii():
        found = [match for match in found if text[match.start : match.end] not in lexicon().others]
        found = sorted([*found, *find_japanese(folded)], key=lambda match: match.start)
    return tuple([AreaMention(m.reading.areas[0], m.reading.kind, m.start, m.end) for m in found])


def area_name(code: str) -> str:
    """The short English name of a code, for messages; a code that is not ours is given back as it is.

    >>> area_name("VNM")
    'Viet Nam'
    """
    return titles().get(code, code)


def areas() -> Mapping[str, str]:
    """Code → short English name, for every area known."""
    return MappingProxyType(titles())


def _as_printed(text: str) -> Area | Refusal | None:
    """The answer for a name printed just as the data have it, or in capitals, which most are; None for any other text."""
    name = lexicon().as_printed.get(text)
    return _answer(name) if name else None


@cache
def _answer(name: str) -> Area | Refusal:
    """The answer for a name of the data, of which there are so many and no more."""
    return _parse(name)


def _bare(text: str) -> str:
    """The text without what mostly stands around a name; codes, which are short, have no possessive."""
    bare = text.strip(AROUND).removeprefix("the ").removeprefix("The ")
    return bare.removesuffix("'s").removesuffix("’s") if len(bare) > 5 else bare


@lru_cache(4096)
def _parse(text: str) -> Area | Refusal:
    folded = fold(text)
    lead = LEAD.match(folded)
    name = folded[lead.end() :] if lead else folded
    if not name:
        return Refusal("empty")
    reading = _reading(name)
    if reading is None or not reading.areas or _bare(text) in lexicon().others:
        return Refusal("no area")
    return Area(reading.areas[0], reading.kind) if len(reading.areas) == 1 else Refusal("ambiguous")


def _reading(name: str) -> Reading | None:
    """What a folded text means: a name, a code, a name called past, or two names of one area."""
    match = _whole_match(name)
    if match:
        return match.reading
    code = lexicon().codes.get(name.rstrip(" )]."))
    if code:
        return Reading((code,), "code")
    return _past(name) or _two_names(name)


def _past(name: str) -> Reading | None:
    """`former Soviet Union`, `ex-Yugoslavia`: only of what is past."""
    called = as_past(name)
    reading = _reading(called) if called else None
    return reading if reading and reading.kind == "historic" else None


def _two_names(name: str) -> Reading | None:
    """`Burma (Myanmar)`, `Türkiye (formerly Turkey)`: what is called past beside another name needs not have ended."""
    parts = halves(name)
    first = _reading(parts.first) if parts else None
    if parts is None or first is None:
        return None
    needed = AFTER_NAME.get(parts.second.casefold())
    if needed is not None:
        return first if first.kind in needed else None
    second = _reading(parts.second)
    if second is None and (called := as_past(parts.second)):
        second = _reading(called)
    return agreed(first, second, narrows=parts.in_brackets) if second else None


def _whole_match(folded: str) -> Match | None:
    """The name with which the text begins, if nothing but punctuation comes after it."""
    match = longest(folded, 0, whole=True) or longest_japanese(folded, 0, whole=True)
    return match if match and TAIL.match(folded, match.end) else None
