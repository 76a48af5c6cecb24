"""Names of countries and other areas → codes: ISO 3166-1 alpha-3, and a few codes of our own.

Codes that ISO 3166-1 does not list stand in `data/areas.csv`. States that ended keep the alpha-3 code that ISO gave
them (ISO 3166-3: `SUN`, `CSK`, `YUG`, `DDR`, `SCG`, `ZAR`, `YMD`, `HVO`, `RHO`, `ANT`); what ISO never listed has a
user-assigned code that begins with X (`XKX` Kosovo, `XEU` European Union, `XAS` ASEAN, `XAH` Austria-Hungary).
A former name of a country that goes on under another is that country's (`Burma` → `MMR`, `Swaziland` → `SWZ`).

Nothing is guessed: a misspelt name, a city, a region or a language is refused, and so is a name that several areas
share (`Korea`, `Congolese`). Everything about single areas is data; how names are kept is told in `area_lexicon`,
what two names in one text mean (`Burma (Myanmar)`) in `area_pairs`.

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

from pipeline.normalize.area_lexicon import (
    ADDRESS,
    GLUED,
    LETTER,
    TOKEN,
    Reading,
    Token,
    fold,
    lexicon,
    separator,
    token_at,
)
from pipeline.normalize.area_pairs import AFTER_NAME, agreed, as_past, halves
from pipeline.normalize.refusal import Refusal

MAX_NAME = 200
AROUND = " .,;:()[]\"'“”"
LEAD = re.compile(r"[\s\"'“”(\[{<「『【*•・]*+(?:[Tt][Hh][Ee]\s++)?")
TAIL = re.compile(r"人?(?:'s?)?+[\s\"'“”)\]}>」』】.,;:!?。、*]*+\Z")
WORD_FOLLOWS = re.compile(rf"\s*+[{LETTER}]")
HONORIFICS = ("Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Prof.", "Hon.", " Mr", " Mrs", " Ms", " Dr", " Sir")
HONORIFIC_ENDS = frozenset(honorific[-1] for honorific in HONORIFICS)
INITIAL_BEFORE = re.compile(r"\S [A-Z][a-z]?\. ?\Z")
CURRENCY_AFTER = re.compile(r"\$|[\s-]?(?i:dollars?|yen|pounds?|euros?|francs?|yuan|rupees?|pesos?|baht|kron[aeo]r?)\b")
CURRENCY_STARTS = frozenset("$dypefrbkDYPEFRBK")
DOLLAR_AFTER = re.compile(r"\s?\$")
KATAKANA = frozenset(map(chr, range(0x30A1, 0x3100))) - {"・"}
DIGITS = frozenset("0123456789〇一二三四五六七八九十")


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


class _Match(NamedTuple):
    """A name found: what it means, its span, and where its last word ends."""

    reading: Reading
    start: int
    end: int
    last: int = 0


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
    known = _as_printed()
    answer = known.get(text)
    if answer is None and len(text) <= MAX_NAME:
        answer = known.get(_bare(text)) or _parse(text)
    return answer or Refusal("too long")


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
    found = _find_words(folded)
    if not text.isascii():
        found = [match for match in found if text[match.start : match.end] not in lexicon().others]
        found = sorted([*found, *_find_japanese(folded)], key=lambda match: match.start)
    return tuple([AreaMention(m.reading.areas[0], m.reading.kind, m.start, m.end) for m in found])


def area_name(code: str) -> str:
    """The short English name of a code, for messages; a code that is not ours is given back as it is.

    >>> area_name("VNM")
    'Viet Nam'
    """
    return lexicon().titles.get(code, code)


def areas() -> Mapping[str, str]:
    """Code → short English name, for every area known."""
    return MappingProxyType(lexicon().titles)


@cache
def _as_printed() -> dict[str, Area | Refusal]:
    """The answers for names printed just as the data have them, or in capitals, which most are."""
    known = {name: _parse(name) for name in lexicon().names}
    return {name.upper(): answer for name, answer in known.items()} | known


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
    parts = halves(name)
    first = _reading(parts.first) if parts else None
    if parts is None or first is None:
        return None
    needed = AFTER_NAME.get(parts.second.casefold())
    if needed is not None:
        return first if first.kind in needed else None
    second = _reading(parts.second)
    return agreed(first, second, narrows=parts.in_brackets) if second else None


def _whole_match(folded: str) -> _Match | None:
    """The name with which the text begins, if nothing but punctuation comes after it."""
    match = _longest(folded, 0, whole=True) or _longest_japanese(folded, 0, whole=True)
    return match if match and TAIL.match(folded, match.end) else None


def _find_words(folded: str) -> list[_Match]:
    if "://" in folded or "www." in folded:
        folded = ADDRESS.sub(lambda address: "x" * len(address[0]), folded)
    names = lexicon()
    found, last = [], 0
    for beginning in names.beginning.finditer(folded):
        word, (start, end) = beginning[0], beginning.span()
        if start < last or not (word in names.first_keys or _is_unusual(word, folded[end : end + 1])):
            continue
        match = _longest(folded, start, whole=False)
        if match is None:
            continue
        last = match.last
        if len(match.reading.areas) == 1 and not _is_something_else(folded, match):
            found.append(match)
    return found


def _is_unusual(word: str, following: str) -> bool:
    """Whether a word may begin a name although it is not printed as one: `U.S.`, `Japanin`, decomposed letters."""
    return following == "." or word.endswith(GLUED) or not word.isascii()


def _longest(folded: str, start: int, *, whole: bool) -> _Match | None:
    """The longest name that begins at a place and is printed as it must be."""
    names = lexicon()
    first = token_at(folded, start, names.first_keys)
    if first is None:
        return None
    node, words, best = names.words.next[first.key], [first], None
    while True:
        reading, end = node.reading, words[-1].end
        if reading and _is_printed_so(folded, words[-len(reading.words) :], reading, whole):
            best = _Match(reading, start, end + (reading.tail == ")"), end)
        following = TOKEN.search(folded, end) if node.next else None
        word = token_at(folded, following.start(), names.keys) if following else None
        sign = separator(folded[end : word.start]) if word else None
        if word is None or sign is None:
            return best
        further = node.next.get(sign + word.key) or (node.next.get("-" + word.key) if sign == " " else None)
        if further is None:
            return best
        node = further
        words.append(word)


def _is_printed_so(folded: str, words: list[Token], reading: Reading, whole: bool) -> bool:
    """Whether capitals and what comes after are as the name needs them."""
    if reading.is_whole and not whole:
        return False
    end = words[-1].end
    if not reading.tail and folded[words[0].start : end] in reading.printed:
        return True
    if reading.tail == "of":
        if WORD_FOLLOWS.match(folded, end):
            return False
    elif reading.tail == "-":
        if folded[end : end + 1] != "-" or not folded[end + 1 : end + 2].isalpha():
            return False
    elif reading.tail and folded[end : end + 1] != reading.tail:
        return False
    return all(_is_cased_so(folded[w.start : w.end], own, whole) for w, own in zip(words, reading.words, strict=True))


def _is_cased_so(printed: str, own: str, whole: bool) -> bool:
    if own.islower() or printed.isupper() or printed == own:
        return True
    if len(own) > 1 and own.isupper():
        return False
    return printed[1:].islower() and (whole or printed[0].isupper())


def _is_something_else(folded: str, match: _Match) -> bool:
    """Whether a name in running text is a person's, a currency's, or the second half of a word (`O'Chad`)."""
    start, end = match.start, match.end
    before = folded[max(0, start - 8) : start]
    if before[-1:] == "'" and before[-2:-1].isalpha():
        return True
    bare = before.rstrip()
    if bare[-1:] in HONORIFIC_ENDS and f" {bare}".endswith(HONORIFICS):
        return True
    is_code = match.reading.kind == "code"
    if bare[-1:] == "." and not is_code and folded[start:end].isupper() and INITIAL_BEFORE.search(before):
        return True
    if CURRENCY_STARTS.isdisjoint(folded[end : end + 2]):
        return False
    return bool(CURRENCY_AFTER.match(folded, end) or (is_code and DOLLAR_AFTER.match(folded, end)))


def _find_japanese(folded: str) -> list[_Match]:
    first, found, at = lexicon().first_character, [], 0
    while character := first.search(folded, at):
        match = _longest_japanese(folded, character.start(), whole=False)
        at = match.end if match else character.end()
        if match:
            found.append(match)
    starts, ends = {match.start for match in found}, {match.end for match in found}
    return [m for m in found if len(m.reading.areas) == 1 and not _is_part_of_a_name(folded, m, starts, ends)]


def _longest_japanese(folded: str, start: int, *, whole: bool) -> _Match | None:
    """The longest Japanese name that begins at `start`; katakana names are whole words, kanji follow no digit."""
    node = lexicon().characters.next.get(folded[start])
    end, best = start + 1, None
    while node is not None:
        following = folded[end : end + 1]
        reading = node.reading
        if reading and (whole or not reading.is_whole) and not (following in KATAKANA and folded[end - 1] in KATAKANA):
            best = end, reading
        node = node.next.get(following)
        end += 1
    if best is None or folded[max(0, start - 1) : start] in (KATAKANA if folded[start] in KATAKANA else DIGITS):
        return None
    return _Match(best[1], start, best[0])


def _is_part_of_a_name(folded: str, match: _Match, starts: set[int], ends: set[int]) -> bool:
    """Whether a middle dot joins the name to katakana that name no area: `チャド・スミス` is a person."""
    left, right = folded[max(0, match.start - 2) : match.start], folded[match.end : match.end + 2]
    joined_left = left[-1:] == "・" and left[:1] in KATAKANA and match.start - 1 not in ends
    joined_right = right[:1] == "・" and right[1:] in KATAKANA and match.end + 1 not in starts
    return joined_left or joined_right
