"""Personal names: which part a person goes by, and what stands before it. Forms of address are taken off first.

The print decides where it can: capitals mark the main name, initials never are it. Where it does not, the custom of the
area does (`data/name_order.toml`), and for Japanese names lists of surnames and given names; the last word otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.normalize.casing import title_case
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.spelling import NUMERALS
from pipeline.normalize.visit.lexicon import ADDRESS, NAME_ORDER, TITLES, match
from pipeline.normalize.visit.name.custom import FATHERS
from pipeline.normalize.visit.name.extent import NICKNAMES
from pipeline.normalize.visit.name.surnames import capitals_of, main_name
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import AREA, AREA_END
from pipeline.normalize.visit.text.words import BRACKET, CAPITALS, END, INITIAL, LOWER, SIGN, TITLE, Word

_GIVEN_AND_LAND = 2
_WITH_LETTERS = 3
"""Words of a given name, a surname and letters."""
_INNER_SIGNS = frozenset("-‐‑–.'’")
"""They may stand within a name: `J.-P. Bemba`."""
_BEHIND_OWN_NAME = FATHERS | {"al", "ben"}
"""What follows the own name of those who reign."""


class PersonName(NamedTuple):
    """`main_name` in title case is what a person goes by; `other_names` the rest as printed; `printed` all of it."""

    main_name: str | None
    other_names: str | None
    printed: str


@lru_cache(maxsize=8192)
def name_of(text: str, area: str | None, capitals_tell: bool = True, royal: bool = False) -> PersonName | Refusal:
    """The name that all words of a text are, behind any form of address.

    `area` is the ISO alpha-3 code of the person's country; with `capitals_tell` false a text all in capitals marks
    nothing. `royal` names have no surname, nicknames in quotation marks no part in it.

    >>> name_of("Nguyen Tan Dung", "VNM")[:2], name_of("Yamazaki Masaaki", "JPN")[:2]
    (('Nguyen', 'Tan Dung'), ('Yamazaki', 'Masaaki'))
    >>> name_of('Joseph "Erap" Estrada', None)
    PersonName(main_name='Estrada', other_names='Joseph', printed='Joseph "Erap" Estrada')
    """
    # Cells leave an apostrophe at the end of a word where a name follows; alone it would be a sign.
    cell = Cell(f"{text} A") if text[-1:] in ("'", "’") else Cell(text)
    end = cell.count - (cell.text is not text)
    name = name_from(cell, 0, end, area, capitals_tell, royal)
    return name if isinstance(name, Refusal) else PersonName(*name)


def name_from(
    cell: Cell, begin: int, end: int, area: str | None, capitals_tell: bool = True, royal: bool = False
) -> tuple[str, str | None, str] | Refusal:
    """The fields of the same for the tokens of a cell from `begin` up to `end`."""
    places: Sequence[int] = ()
    words: Sequence[Word] = cell.tokens[begin:end]
    kinds = [word.kind for word in words]
    if SIGN in kinds or BRACKET in kinds:
        places = _without_nickname(cell, range(begin, end))
        words = [cell.tokens[place] for place in places]
        kinds = [word.kind for word in words]
        if any(word.kind == SIGN and word.fold not in _INNER_SIGNS for word in words):
            return Refusal("a sign within a name")
    count, ending = len(words), words[-1]
    if ending.dot or ending.fold in ADDRESS.suffixes:
        if area and (last := end - _in_letters(words, area)) < end and not places:
            return cell.on_one_line(last, end), cell.on_one_line(begin, last), cell.on_one_line(begin, end)
        count = _without_suffix(words)
        words, kinds = words[:count], kinds[:count]
    if TITLE not in kinds and CAPITALS not in kinds:
        return Refusal("initials without a name")
    if count == 1 and words[0].printed in NUMERALS and words[0].fold not in NAME_ORDER.telling:
        return Refusal("a numeral without a name")
    if words[count - 1].marks & AREA_END and count > 1 and _ends_in_land(words[:count], royal, capitals_tell, area):
        return Refusal("the last word may be a land")
    if royal and not (capitals_tell and TITLE in kinds and capitals_of(words, 0)):
        first, last = _royal(words)
    elif count == 1:
        first, last = 0, 1
    else:
        first, last = main_name(words, kinds, area, capitals_tell)
    # A numeral is never the first word of a name: `XI Jinping`.
    main = title_case(words[first].printed, not first)
    if main[-1].isdigit():  # a footnote's
        main = main.rstrip("0123456789") or main
    if last > first + 1:
        within = [_within(word) for word in words[first + 1 : last - 1]]
        main = " ".join([main, *within, title_case(words[last - 1].printed)])
    before = behind = ""
    if first:
        before = words[0].printed if first == 1 else _apart(cell, places[:first] or range(begin, begin + first))
    if last < count and words[last].printed not in NUMERALS:
        behind = _apart(cell, places[last:count] or range(begin + last, begin + count))
    others = f"{before} {behind}" if before and behind else before or behind
    return main, others or None, cell.on_one_line(begin, end)


def _in_letters(words: Sequence[Word], area: str) -> int:
    """How many of the last words are a surname that an area's people print in letters (`K.C.`, `KC`)."""
    letters = NAME_ORDER.areas.get(area, {}).get("letters", "").split()
    if len(words) > 2 and words[-1].kind == words[-2].kind == INITIAL and words[-2].fold + words[-1].fold in letters:
        return 2
    return int(len(words) > 1 and words[-1].fold in letters)


def _within(word: Word) -> str:
    """A word within a main name: `Martínez y Martínez` of `MARTÍNEZ Y MARTÍNEZ`."""
    return word.fold if word.kind == INITIAL and word.fold in NAME_ORDER.surname_links else title_case(word.printed)


def _without_nickname(cell: Cell, places: Sequence[int]) -> Sequence[int]:
    for opening in places:
        if cell.tokens[opening].kind == BRACKET:
            return [place for place in places if place != opening]
        closing = NICKNAMES.get(cell.tokens[opening].fold)
        for behind in range(opening + 1, places[-1] + 1) if closing else ():
            if cell.tokens[behind].fold == closing and cell.tokens[behind].kind == SIGN:
                return [place for place in places if place < opening or place > behind]
    return places


def _apart(cell: Cell, places: Sequence[int]) -> str:
    """Words as printed, without what stood between them and was taken out."""
    if places[-1] - places[0] < len(places):
        return cell.on_one_line(places[0], places[-1] + 1)
    return " ".join(cell.tokens[place].printed for place in places)


def _without_suffix(words: Sequence[Word]) -> int:
    """How many words there are without the letters behind a name (`MP`, `Jr.`); one printed like a name is one (`Paul Md`)."""
    end = len(words)
    if end > 2 and words[end - 1].dot:
        if f"{words[end - 2].fold} {words[end - 1].fold}" in ADDRESS.suffixes:
            return end - 2
        if end > 3 and "".join(word.fold for word in words[end - 3 :]) in ADDRESS.suffixes:  # `D.D.S.`
            return end - 3
        if words[end - 1].fold in ADDRESS.civil or words[end - 1].fold in ADDRESS.learned:  # `Max Muster Prof.`
            end -= 1
    while end > 1 and words[end - 1].fold in ADDRESS.suffixes and words[end - 1].printed not in NUMERALS:
        word = words[end - 1]
        if word.kind == TITLE and word.printed[1:].islower() and word.fold not in ADDRESS.suffix_words:
            break
        end -= 1 + (end > _WITH_LETTERS and _are_letters(words[end - 2], words[end - 3]))
    return end


def _are_letters(word: Word, before: Word) -> bool:
    """Capitals before the letters behind a name, with a surname before them: `MA` of `John Smith MA MP`."""
    is_surname = before.kind == TITLE and before.fold not in NAME_ORDER.given_names
    return word.kind == CAPITALS and word.fold in ADDRESS.surnames_too and is_surname


def _ends_in_land(words: Sequence[Word], royal: bool, capitals_tell: bool, area: str | None) -> bool:
    """A land's name ends a name (`Yasir Arafat Palestine`) and is no surname for certain.

    One that is a surname elsewhere is it behind a given name or an initial (`John Ireland`), of more words than two
    only there: `Pierre Mendès France` has two surnames.
    """
    last, before = words[-1], words[-2]
    if capitals_tell and last.kind == CAPITALS and last.marks & AREA:
        return False
    if last.fold == NAME_ORDER.areas.get(area or "", {}).get("land_is_surname"):
        return False
    begin = next((place for place in range(1, len(words)) if _is_land(words[place:])), 0)
    if begin and words[begin - 1].fold in NAME_ORDER.particles and words[begin - 1].kind == LOWER:
        return False  # `Prince Hans-Adam von und zu Liechtenstein`
    if not begin or royal or begin < len(words) - 1:
        return begin > 0
    if before.fold in NAME_ORDER.particles or before.kind == INITIAL:
        return False
    listed = (TITLES.weak_domain, NAME_ORDER.japanese_surnames, NAME_ORDER.given_names, *NAME_ORDER.surnames.values())
    is_surname, is_given = any(last.fold in names for names in listed), before.fold in NAME_ORDER.given_names
    return not is_given if len(words) > _GIVEN_AND_LAND and is_surname else not (is_surname or is_given)


def _is_land(words: Sequence[Word]) -> bool:
    found = match(TITLES.areas, [*words, END], 0) if words[0].marks & AREA else None
    return found is not None and found[0] == len(words) and found[1] not in TITLES.demonyms


def _royal(words: Sequence[Word]) -> tuple[int, int]:
    """A royal name up to the father's (`Abdullah` of `Abdullah bin Abdulaziz`)."""
    for place, word in enumerate(words):
        if place and (word.fold in _BEHIND_OWN_NAME or word.fold.startswith(("al-", "bin-"))):
            return 0, place
    return 0, len(words)
