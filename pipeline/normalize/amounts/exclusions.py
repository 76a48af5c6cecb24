"""Numbers that are no amounts: years, dates, ordinals, item numbers, parts of names, telephone numbers, times."""

from __future__ import annotations

import re

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.far_words import has_far_words
from pipeline.normalize.amounts.glued import is_glued_after, is_glued_before
from pipeline.normalize.amounts.nouns import is_area
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.years import is_bare_year, is_dated, is_year_beside_currency, left_words

_LABEL_REACH = 200
"""How far before a number the label of its line is looked for."""
_ITEM_ENDS = frozenset(".)）．] \xa0")
_PHONE = re.compile(
    r"(?:(?<![a-z])(?:tel|fax|phone|telephone)(?![a-z])[.:)]{0,2}[ \xa0]{0,3}[+(]?[0-9][0-9 ()/.-]{4,40}"
    r"|\+[0-9]{1,3}[ -][(]?[0-9][0-9 ()-]{5,30}[0-9])"
)
_COORDINATES = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:[ \xa0][0-9]{1,2}){1,2}[ \xa0][nsew](?![a-z])")
_CHAIN = re.compile(r"(?<![0-9.,])[0-9]{1,9}(?:[-/][0-9]{1,9}){3,}+(?![0-9.,])")
_FEET = re.compile(r"(?<![0-9.,])[0-9]{1,3}'[ \xa0]?[0-9]{1,2}(?:\"|'')")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^ \xa0\n<>\"]{1,500}+|[a-z0-9._-]{1,64}+@[a-z0-9.-]{1,100}+")
_ACRONYM = re.compile(r"(?<![A-Za-z.])([A-Z]{3,}|[A-Z]{2,}(?:-[A-Z]{2,})+|(?:[A-Z]\.){2,})[ \xa0]\Z")
_SEATS_BEFORE = re.compile(r"(?<![a-z])seats[ \xa0](?:by[ \xa0][a-z/]+(?::|[ \xa0]-)|[(][^()]*\Z)")
_AGES = re.compile(r"(?:[ \xa0](?:and|or)[ \xa0](?:older|over|above|under|younger|more))?[ \xa0]?:")
_POINTED_UNIT = re.compile(r"[ \xa0]?[A-Z][a-z]{1,3}\.?(?![A-Za-z])")
_ITEM = re.compile(r"[ \xa0]{0,8}(?:[.)）．](?=[ \xa0]{0,4}[^\W0-9_(（「'\"])|[)）．](?=[ \xa0]{0,4}[0-9]))")
_SECTION = re.compile(r"\.?[ \xa0]{1,3}[A-Z](?:[a-z]{2}|[A-Z]{3}|[ \xa0.])")
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
    r"(?:[0-9](?:st|nd|rd|th)|(?<![a-z])(?:no\.|rank(?:s|ed|ing)?:?)[ \xa0]{0,2}[0-9]{1,4})[ \xa0][(]?"
    r"(?:out[ \xa0]of|of|among|in|/)[ \xa0](?:a[ \xa0]total[ \xa0]of[ \xa0])?(?:all[ \xa0])?(?:the[ \xa0])?\Z"
)
_ALONE = (("", ""), ("(", ")"))
_REST = re.compile(r"[ \xa0\n\t\r.,]*+\Z")


def unread_spans(folded: str) -> list[tuple[int, int]]:
    """Stretches in which no number is an amount: telephone numbers, addresses, coordinates, feet with their inches, and
    long chains of figures."""
    spans = []
    if folded.count("-") > 3 or folded.count("/") > 3:
        spans += [found.span() for found in _CHAIN.finditer(folded)]
    if " n," in folded or " s," in folded:
        spans += [found.span() for found in _COORDINATES.finditer(folded)]
    if "tel" in folded or "fax" in folded or "phone" in folded or "+" in folded:
        spans += [found.span() for found in _PHONE.finditer(folded)]
    if "'" in folded and ('"' in folded or "''" in folded):
        spans += [found.span() for found in _FEET.finditer(folded)]
    if "://" in folded or "www." in folded or "@" in folded:
        spans += [found.span() for found in _ADDRESS.finditer(folded)]
    return spans


def exclusion(page: Page, atom: Atom) -> str | None:
    """Why the number's own looks or its neighbours make it something else than an amount; `None` where they do not."""
    if atom.is_spoilt:
        return "words that contradict each other"
    if is_bare_year(page, atom):
        return "a year"
    if (atom.start and is_glued_before(page, atom)) or is_glued_after(page, atom):
        return "part of a word, a date, a rank or a longer figure"
    if atom.scale is None and atom.unit is None and has_far_words(page, atom):
        return "a scale or a currency stands behind a bracket or a sign"
    if atom.number.has_unclear_point and _may_be_thousands(page, atom):
        return "a point before three figures may part thousands or decimals"
    if atom.unit == "years" and _AGES.match(page.folded, atom.end):
        return "an age that labels what follows"
    if atom.currency is not None or atom.scale is not None:
        return "a year" if atom.scale is None and is_year_beside_currency(page, atom) else None
    if _is_named(page, atom) or _is_field(page, atom):
        return "a rank, or the number of something"
    if is_dated(page, atom):
        return "a date"
    if atom.unit is None and _is_item(page, atom):
        return "an item number"
    return "a telephone code" if atom.unit is None and _is_telephone_code(page, atom) else None


def _is_telephone_code(page: Page, atom: Atom) -> bool:
    """`+976` alone or in brackets, where no heading says that numbers are changes."""
    if page.folded[atom.start] != "+" or page.context.unit or page.context.unit_mult:
        return False
    around = page.folded[max(0, atom.start - 1) : atom.start], page.folded[atom.end : atom.end + 1]
    return atom.number.is_bare and 1 < len(atom.number.digits) < 4 and around in _ALONE


def _may_be_thousands(page: Page, atom: Atom) -> bool:
    """Whether `1.234` may be a thousand and more: money, things counted, or a number alone, where no scale says
    that it has a fraction."""
    if atom.scale is not None or page.context.unit_mult:
        return False
    words, text = page.lexicon, page.text
    if atom.currency is not None:
        return atom.currency not in words.mills
    if (atom.unit or page.context.unit) in words.nouns.countable or text.startswith(",-", atom.end):
        return True
    if atom.unit is None and _POINTED_UNIT.match(text, atom.end):
        return True
    return _REST.match(text, atom.end) is not None and not text[: atom.start].strip()


def _is_named(page: Page, atom: Atom) -> bool:
    """The number of something: `No. 5`, `Phase 2`, `Expo 2025`, `TICAD 7`."""
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
    return before[-1:] in (":", "-") and before[:-1].rstrip(" \xa0").endswith(page.lexicon.labels)


def _is_name_and_number(page: Page, atom: Atom) -> bool:
    """A capitalised word and a bare number that end a text: `Windows 95`, not `Total 95` or `Seats: Party 95`.

    A place may stand behind them (`Pier 54, New York`), if the word is one thing and no area (`Doctors 12, Japan`).
    """
    if not atom.number.is_bare or page.context.unit or atom.bound:
        return False
    is_last = _REST.match(page.text, atom.end) is not None
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


def _is_item(page: Page, atom: Atom) -> bool:
    """Item and section numbers: `(1)`, `2. Economic Ties`, `3)`, `1.1 Trade`, and labels such as `1:`."""
    text, number = page.text, atom.number
    after = text[atom.end : atom.end + 2]
    if len(number.digits) > 3 or number.is_grouped or not after or after[0] not in _ITEM_ENDS:
        return False
    if after[0] == " " and after[-1].isalnum() and not number.decimals:
        return False
    is_first = not text[max(0, atom.start - 12) : atom.start].rsplit("\n", 1)[-1].strip(" \xa0\t•*-(（[")
    if number.decimals:
        return (
            is_first
            and number.digits[0] != "0"
            and len(number.digits) == 2
            and _SECTION.match(text, atom.end) is not None
        )
    in_brackets = text[atom.start - 1 : atom.start] in ("(", "（", "[") and text[atom.end : atom.end + 1] in (
        ")",
        "）",
        "]",
    )
    if in_brackets and len(number.digits) <= 2:
        return True
    if not is_first or len(number.digits) > 2:
        return False
    return after == ")" or _ITEM.match(text, atom.end) is not None
