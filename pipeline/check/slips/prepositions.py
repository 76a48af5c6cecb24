"""Prepositions that slip: `in` before a day, and one glued to the word before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.check.slips.page import Page, Slip, like
from pipeline.check.slips.vocabulary import Vocabulary, english, is_word, kept
from pipeline.normalize.areas import Area, parse_area
from pipeline.normalize.dates import find_dates

IN_DAY = re.compile(r"in\s++((?:the\s++)?[0-9]{1,2}(?:st|nd|rd|th)?\s|[a-z]{3,9}\.?\s++[0-9]{1,2}(?![0-9]))")
DATE_LENGTH, NOUN_REACH = 60, 80
DAY_LENGTH = len("2000-01-01")
SHORTEST_AREA, LONG_WORD = 4, 8


def before_days(page: Page) -> Iterator[Slip]:
    """`in` before a day: `Established in October 10, 1991`, but not `in October 1991`.

    A day that says which paper or meeting is meant takes another preposition's place: `in October 10, 1991 Statement`.
    """
    for match in IN_DAY.finditer(page.lowered):
        start, at = match.start(), match.start(1)
        if page.text[max(0, start - 1) : start].isalnum():
            continue
        dates = find_dates(page.text[at : at + DATE_LENGTH])
        if dates and dates[0].start <= len("the ") and _is_day(dates[0].value.edtf):
            end = at + dates[0].end
            if not _documents().match(page.text, end, end + NOUN_REACH):
                printed = page.text[start : start + 2]
                yield Slip(start, start + 2, like(printed, "on"), f"{page.text[at:end]} is a day")


def _is_day(edtf: str) -> bool:
    return all(len(one) == DAY_LENGTH for one in edtf.split("/"))


@cache
def _documents() -> re.Pattern[str]:
    nouns = "|".join(kept()["documents"])
    return re.compile(rf"\s+(?:[A-Z][\w-]{{0,30}}\s+){{0,4}}(?:(?i:{nouns}))\b")


def glued_words(page: Page, vocabulary: Vocabulary) -> Iterator[Slip]:
    """A word with the preposition behind it glued on: `Japanin October` is `Japan in October`."""
    for word in page.words:
        parts = _parts(vocabulary, word)
        if parts is None:
            continue
        base, preposition, is_area = parts
        for start, end in page.places(word):
            printed, following = page.text[start : start + len(base)], page.text[end : end + 2]
            is_cased = printed[0].isupper() if is_area else printed.islower() or len(base) >= LONG_WORD
            if is_cased and following[:1].isspace() and following[1:].isalnum():
                yield Slip(start, end, f"{printed} {preposition}", "two words are printed as one")


@lru_cache(16384)
def _parts(vocabulary: Vocabulary, word: str) -> tuple[str, str, bool] | None:
    """The word and the preposition that a printed word is made of, and whether the first is an area's name.

    `None` for an ordinary word, and for one that may only lack its last letter (`exportin`).
    """
    for preposition in kept()["prepositions"]:
        base = word.removesuffix(preposition)
        if base == word or len(base) < SHORTEST_AREA:
            continue
        is_area = _is_area(base)
        if (is_area or base in vocabulary.words) and not is_word(vocabulary, word) and word + "g" not in english():
            return base, preposition, is_area
    return None


def _is_area(word: str) -> bool:
    area = parse_area(word.capitalize())
    return isinstance(area, Area) and area.kind in ("name", "common")
