"""Numbers that name or rank something: `No. 5`, `Phase 2`, `TICAD 7`, `Windows 95`, `45th out of 180`."""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.nouns import is_area
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.years import left_words

_LABEL_REACH = 200
"""How far before a number the label of its line is looked for."""
_ACRONYM = re.compile(r"(?<![A-Za-z.])([A-Z]{3,}|[A-Z]{2,}(?:-[A-Z]{2,})+|(?:[A-Z]\.){2,})[ \xa0]\Z")
_SEATS_BEFORE = re.compile(r"(?<![a-z])seats[ \xa0](?:by[ \xa0][a-z/]+(?::|[ \xa0]-)|[(][^()]*\Z)")
_OTHER_VALUE = re.compile(r"[0-9:：|]")
_CAPITALISED = re.compile(r"(?:\A|[^\w.])([a-z]?[A-Z][^\W0-9_]+)\.?[ \xa0]\Z")
_PLACE_AFTER = re.compile(r",[ \xa0][A-Z][^0-9:：|\n]{1,60}\Z")
_NAME_BEFORE = re.compile(r"[a-z,][ \xa0][A-Z][a-z]+[ \xa0]\Z")
_SENTENCE_AFTER = re.compile(r"[ \xa0](?:in|of|to|at|on|and|was|is|from|for|by|with|were|has)(?![A-Za-z])")
_QUOTED_BEFORE = re.compile(r"[\"“][A-Z][a-z]+[ \xa0]\Z")
_FIELD_REACH = 40
_FIELD_ENDS = frozenset("fgnle/")
"""The last letters of what leads to a field."""
_FIELD = re.compile(
    r"(?:[0-9](?:st|nd|rd|th)|(?<![a-z])(?:no\.|page|p\.|part|volume|rank(?:s|ed|ing)?:?)[ \xa0]{0,2}[0-9]{1,4})[ \xa0][(]?"
    r"(?:out[ \xa0]of|of|among|in|/)[ \xa0](?:a[ \xa0]total[ \xa0]of[ \xa0])?(?:all[ \xa0])?(?:the[ \xa0])?\Z"
)
_ADDRESS = re.compile(
    r"[ \xa0](?:[A-Z][^\W0-9_]+\.?[ \xa0]){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Square|Drive)(?![^\W0-9_])"
)
_PARTED = "分の"
"""Before the second number of a fraction: `4分の1`."""


def is_named(page: Page, atom: Atom) -> bool:
    """Whether a number is that of something, says among how many a rank is one, or how many parts of a whole."""
    if atom.start > 1 and page.text.startswith(_PARTED, atom.start - len(_PARTED)):
        return True
    return _is_number_of(page, atom) or _is_field(page, atom) or _is_house(page, atom)


def _is_house(page: Page, atom: Atom) -> bool:
    """The number of a house in its street: `10 Downing Street`."""
    if atom.unit is not None or not atom.number.is_bare or len(atom.number.digits) > 4:
        return False
    return page.text[atom.end + 1 : atom.end + 2].isupper() and _ADDRESS.match(page.text, atom.end) is not None


def _is_number_of(page: Page, atom: Atom) -> bool:
    """A name and its number: `No. 5`, `Phase 2`, `Expo 2025`, `TICAD 7`."""
    if not atom.start or page.folded[atom.start - 1] in "([|":
        return False
    one, two = left_words(page, atom.start)
    if not one:
        return atom.unit is None and _is_labelled(page, atom.start)
    names, fiscal = page.lexicon.names, page.lexicon.fiscal
    if one in names or two in names or one.rstrip(".") in fiscal or two in fiscal:
        return True
    if atom.unit is not None:
        return False
    if not atom.number.is_grouped and _is_acronym_before(page, atom):
        return True
    return _is_name_and_number(page, atom)


def _is_field(page: Page, atom: Atom) -> bool:
    """Among how many a rank is one: `45th out of 180 countries`, `No. 3 of 12`."""
    if page.folded[max(0, atom.start - 2) : atom.start - 1] not in _FIELD_ENDS:
        return False
    return _FIELD.search(page.folded[max(0, atom.start - _FIELD_REACH) : atom.start]) is not None


def _is_acronym_before(page: Page, atom: Atom) -> bool:
    """Capitals that make a name with the number (`TICAD 7`, `H.M.S. 3`, `SEA-ME-WE 5`), unless they are an area's
    (`USA 25.73`) or a party's (`seats by party: MPP 62`, `76 seats (MPP 62)`)."""
    found = _ACRONYM.search(page.text[max(0, atom.start - 12) : atom.start])
    return found is not None and not is_area(found[1]) and not _is_share_of_seats(page, atom)


def _is_share_of_seats(page: Page, atom: Atom) -> bool:
    first = max(0, atom.start - _LABEL_REACH)
    line = max(first, page.folded.rfind("\n", first, atom.start))
    return _SEATS_BEFORE.search(page.folded, line, atom.start) is not None


def _is_labelled(page: Page, start: int) -> bool:
    """A label that a rank or a code follows: `country comparison to the world: 141`."""
    before = page.folded[max(0, start - 40) : start].rstrip(" \xa0")
    words = before[:-1].rstrip(" \xa0")
    if before[-1:] not in (":", "-") or not words.endswith(page.lexicon.labels):
        return False
    return any(not words.removesuffix(label)[-1:].isalpha() for label in page.lexicon.labels if words.endswith(label))


def _is_name_and_number(page: Page, atom: Atom) -> bool:
    """A capitalised word and a bare number that end a text: `Windows 95`, not `Total 95` or `Seats: Party 95`.

    A place may stand behind them (`Pier 54, New York`), if the word is one thing and no area (`Doctors 12, Japan`).
    """
    if not atom.number.is_bare or page.context.unit or atom.bound:
        return False
    is_last = page.is_over(atom.end)
    if not is_last and (len(atom.number.digits) > 3 or not _PLACE_AFTER.match(page.text, atom.end)):
        return _is_name_in_sentence(page, atom)
    if _OTHER_VALUE.search(page.text, 0, atom.start):
        return False
    found = _CAPITALISED.search(page.text[max(0, atom.start - 24) : atom.start])
    word = found[1].lower() if found else ""
    if not is_last and (word.endswith("s") or is_area(word)):
        return False
    nouns = page.lexicon.nouns
    labels = (page.lexicon.counts, nouns.things, nouns.nationalities, page.lexicon.currencies)
    return bool(word) and not any(word in known for known in labels)


def _is_name_in_sentence(page: Page, atom: Atom) -> bool:
    """A name with its number among small words: `the flight of Voyager 2 in 1979`."""
    if len(atom.number.digits) > 3 or atom.noun:
        return False
    before = page.text[max(0, atom.start - 24) : atom.start]
    if _SENTENCE_AFTER.match(page.text, atom.end):
        return _NAME_BEFORE.search(before) is not None
    return page.text[atom.end] in '"”' and _QUOTED_BEFORE.search(before) is not None
