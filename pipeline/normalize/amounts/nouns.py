"""What a number counts: the noun some words after it, and the unit it gives."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.amounts.money_words import DOLLAR_SIGN, SHARED
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import GAP, SPACES

MAX_WORDS = 5
MIN_NATIONALITY = 5
"""`Kenyans` are people; `Loans` and `Plans` are no longer than this."""

_UNCLEAR = frozenset((SHARED, DOLLAR_SIGN))
_WORD = GAP + r"([^\W0-9_]++(?:['-][^\W0-9_]++)*+)"
_WORDS = re.compile(_WORD + f"(?:{_WORD}" * (MAX_WORDS - 1) + ")?" * (MAX_WORDS - 1))
_DEMONYM = re.compile(
    r"[ \xa0\n]{1,3}((?:[A-Z][A-Za-z]{2,20}[ \xa0]){1,2})([A-Za-z]{3,12})(?![\w-])(?! (?:[Ll]oan|[Cc]redit|[Bb]ond))"
)
_OF_WORD = re.compile(r"[ \xa0]{1,2}of[ \xa0]{1,2}[^\W0-9_]++")
_PLURAL = re.compile(r"[ \xa0]{1,3}((?:[a-z-]{2,20}[ \xa0]{1,3}){0,2}[a-z-]{2,20}[^suia\W]s)(?![\w:])")


class Counted(NamedTuple):
    """A counted noun as printed, its unit, and where the printed amount ends: after a unit word right behind the
    number (`16 projects`), before any other noun (`300 Mongolian youths`)."""

    end: int
    unit: str | None
    noun: str


def read_noun(page: Page, place: int, *, is_one: bool) -> Counted | None:
    """The noun of the phrase at `place`, right behind a number and its scale.

    The last noun of an unbroken run counts; a nationality counts for people where no other word follows; a plural
    that the lexicon does not know is kept without a unit, unless the context gives one.
    """
    if page.folded[place : place + 1] not in SPACES:
        return None
    found = _WORDS.match(page.folded, place)
    if found is None:
        return None
    nouns, strong, weak = page.lexicon.nouns, None, None
    for i, word in enumerate(found.groups(), 1):
        unit = nouns.things.get(word) or (nouns.singular.get(word) if is_one else None)
        if word is None or word in nouns.stop or (strong and unit is None):
            break
        if unit:
            strong = (unit, i)
        elif word in nouns.nationalities or _is_nationality(page, word, found.start(i)):
            weak = ("persons", i)
        else:
            weak = None
    chosen = strong or weak
    if chosen is None:
        return None if page.context.unit else _read_unknown(page, place)
    unit, i = chosen
    first, word, end = found.start(1), found[i], found.end(i)
    is_named = page.folded.startswith(":", end)  # `(1 project: Dry Port)` counts, `Lot 1 project: Dry Port` does not
    is_alone = word in nouns.singular and end - first == len(word) and page.folded[place - 2 : place - 1] in ("(", "[")
    if is_named and not is_alone:
        return None
    if word in nouns.with_of and (of := _OF_WORD.match(page.folded, end)):
        end = of.end()
    is_unit_word = (word in nouns.direct or word in nouns.singular) and end - first == len(word)
    return Counted(end if is_unit_word else place, unit, page.text[first:end])


def read_demonym_money(page: Page, place: int) -> tuple[int, str] | None:
    """Where a currency ends that is printed with its country, and its code: `5 million French francs`. What several
    countries share stays so where the country is not known to have it."""
    found = _DEMONYM.match(page.text, place) if not page.text[place + 1 : place + 2].islower() else None
    if found is None:
        return None
    words = page.lexicon
    noun = found[2].lower()
    name = words.money_names.get(noun)
    code = words.money_of.get((_country(found[1].strip()), name)) if name else None
    if code is None and (noun in words.codes or words.currencies.get(noun) not in _UNCLEAR):
        return None
    return found.end(), code or SHARED


def _country(printed: str) -> str:
    from pipeline.normalize.areas import Area, parse_area

    area = parse_area(printed)
    return area.area if isinstance(area, Area) else ""


def is_area(printed: str) -> bool:
    """Whether a printed name or abbreviation is an area's."""
    return bool(_country(printed))


def _is_nationality(page: Page, word: str, start: int) -> bool:
    nouns = page.lexicon.nouns
    return len(word) > MIN_NATIONALITY and page.text[start].isupper() and word.endswith(nouns.nationality_endings)


def _read_unknown(page: Page, place: int) -> Counted | None:
    found = _PLURAL.match(page.text, place)
    if found is None or not page.lexicon.nouns.stop.isdisjoint(found[1].split()):
        return None
    return Counted(place, None, found[1])
