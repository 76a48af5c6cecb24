"""What a comma parts from a name: the letters behind it (`Jr.`, `M.P.`, and those of orders), or the given name."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import ADDRESS, NAME_ORDER
from pipeline.normalize.visit.name.east_asian import east_asian
from pipeline.normalize.visit.office.lookahead import is_given
from pipeline.normalize.visit.office.titles import scan_office
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import CAPITALS, INITIAL, SIGN, STOPS, TITLE, Word, fold
from pipeline.normalize.visit.visitor import Visitor

_LONGEST_LETTERS = 4
_MOST_GIVEN = 2


def with_suffix(cell: Cell, who: Visitor, end: int) -> tuple[Visitor, int]:
    """The visitor with the letters behind the name that a comma parts from it (`Remengesau, Jr.`)."""
    behind = _past_suffix(cell, end, whole=who.other_names is not None)
    if behind == end or not who.name_printed:
        return who, end
    letters = cell.text[cell.end(end - 1) : cell.end(behind - 1)]
    return who._replace(name_printed=" ".join(f"{who.name_printed}{letters}".split())), behind


def with_given(reading: Reading, who: Visitor, end: int) -> tuple[Visitor, int]:
    """The visitor with the given name that ends a cell, where the surname stands alone before a comma (`Dr. Berg, Anna`).

    Behind a surname of East Asia a word that is one too may be somebody else (`Mr. Park, Lee`).
    """
    cell, words = reading.cell, reading.cell.tokens[end + 1 : reading.cell.count]
    if who.other_names or not who.main_name or not 0 < len(words) <= _MOST_GIVEN:
        return who, end
    if any(word.kind != TITLE for word in words):
        return who, end
    surname = cell.tokens[end - 1]
    is_sure = surname.fold == fold(who.main_name) and east_asian([surname, *words]) == (0, 1)
    is_known = len(words) == 1 and is_given(words[0]) and not _may_be_another(words[0], surname, reading.area)
    if not (is_sure or is_known):
        return who, end
    given = cell.on_one_line(end + 1, cell.count)
    return who._replace(other_names=given, name_printed=f"{who.name_printed}, {given}"), cell.count


def _may_be_another(word: Word, surname: Word, area: str | None) -> bool:
    """Whether a word is a surname of Korea or China and stands behind another one, or is said of people from there."""
    listed = NAME_ORDER.surnames["korean"] | NAME_ORDER.surnames["chinese"]
    custom = NAME_ORDER.areas.get(area or "", {})
    is_there = custom.get("custom") == "family_first" and custom.get("surnames") in ("korean", "chinese")
    return word.fold in listed and (is_there or surname.fold in listed)


def _past_suffix(cell: Cell, end: int, whole: bool) -> int:
    """`whole` says that a given name stands before, so that letters nobody knows are no initials of one."""
    place = end
    while cell.tokens[place].fold == "," and (behind := _suffix_end(cell, place + 1, whole)) > place + 1:
        end = place = behind
        while (behind := _suffix_end(cell, place, whole=False)) > place:
            end = place = behind
    return end


def _suffix_end(cell: Cell, at: int, whole: bool) -> int:
    """Behind the letters at `at` that follow names, with or without points (`MP`, `M.P.`); else `at`."""
    one, two = cell.tokens[at : at + 2]
    if one.kind == SIGN:
        return at
    if one.dot and two.dot and f"{one.fold} {two.fold}" in ADDRESS.suffixes:
        return at + 2
    if one.fold in ADDRESS.suffixes:
        return at + 1
    return _order_end(cell, at) if whole and one.kind in (INITIAL, CAPITALS) else at


def _are_letters(cell: Cell, at: int) -> bool:
    """Capitals between commas before further letters or an office (`Raila A. Odinga, EGH, MP, Prime Minister`)."""
    token = cell.tokens[at]
    if not cell.stands_out(at) or len(token.fold) > _LONGEST_LETTERS or cell.tokens[at + 1].fold != ",":
        return False
    is_name = any(cell.stands_out(place) for place in range(at))
    follows = cell.tokens[at + 2]
    return not is_name and (follows.fold in ADDRESS.suffixes or scan_office(cell, at + 2) is not None)


def _order_end(cell: Cell, at: int) -> int:
    """Behind the letters of an order up to a sign (`GCSK`, `E.G.H.`); else `at`."""
    tokens, end = cell.tokens, at
    while tokens[end].kind == INITIAL and tokens[end].dot:
        end += 1
    if cell.is_initialism(at) and not tokens[at].marks:
        end = at + 1
    elif _are_letters(cell, at):
        return at + 1
    elif end < at + 2:
        return at
    return end if tokens[end].kind in STOPS else at
