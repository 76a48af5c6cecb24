"""Personal names: which part a person goes by, and what stands before it. Forms of address are taken off first.

The print decides where it can: capitals mark the main name, initials never are it. Where it does not, the custom of the
area does (`data/name_order.toml`), and for Japanese names lists of surnames and given names; the last word otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.custom import by_custom, has_last_surname
from pipeline.normalize.visit.honorifics import NICKNAMES, honorific_end, name_end, rank_end, strip_honorific
from pipeline.normalize.visit.title_lexicon import ADDRESS, NAME_ORDER
from pipeline.normalize.visit.words import CAPITALS, INITIAL, SIGN, TITLE, Word

__all__ = ["PersonName", "name_from", "name_of", "parse_name", "strip_honorific", "title_case"]

_NUMERALS = frozenset([
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVIII",
])  # fmt: skip
_INITIALS_TOO = ("V", "X")
_KIND = attrgetter("kind")
_PIECE = re.compile(r"[^\W\d_]+")
_GIVEN_AND_SURNAME = [TITLE, CAPITALS]
_SONS = frozenset(["bin", "ibn", "bint", "binti"])
_FATHERS = frozenset(["bin", "ibn", "bint", "al", "ben", "binti"])


class PersonName(NamedTuple):
    """`main_name` in title case is what a person goes by; `other_names` the rest as printed; `printed` all of it."""

    main_name: str | None
    other_names: str | None
    printed: str


def parse_name(
    text: str, *, area: str | None = None, family_first: bool | None = None, capitals_tell: bool = True
) -> PersonName | Refusal:
    """A name without office, with or without a form of address before it.

    `area` is the ISO alpha-3 code of the person's country, `family_first` overrules its custom; with `capitals_tell`
    false a text all in capitals marks nothing. Refused: no capitalised word, more than nine words, digits or signs.

    >>> parse_name("Ts. ELBEGDORJ")
    PersonName(main_name='Elbegdorj', other_names='Ts.', printed='Ts. ELBEGDORJ')
    >>> parse_name("Nguyen Tan Dung", area="VNM")[:2], parse_name("Yamazaki Masaaki", area="JPN")[:2]
    (('Nguyen', 'Tan Dung'), ('Yamazaki', 'Masaaki'))
    """
    cell = Cell(text)
    tokens = cell.tokens
    start = honorific_end(tokens, 0) or rank_end(tokens, 0, area)
    end = name_end(tokens, start, cell.count)
    if end == start:
        return Refusal("no capitalised name in the text")
    if any(token.fold not in (".", ",") for token in tokens[end : cell.count]):
        return Refusal("more than a name in the text")
    return name_of(cell.printed(start, end), area, family_first, capitals_tell)


@lru_cache(maxsize=8192)
def name_of(
    text: str, area: str | None, family_first: bool | None, capitals_tell: bool = True, royal: bool = False
) -> PersonName | Refusal:
    """The name that all words of a text are; `royal` names have no surname, nicknames in quotation marks no part in it.

    >>> name_of('Joseph "Erap" Estrada', None, None)
    PersonName(main_name='Estrada', other_names='Joseph', printed='Joseph "Erap" Estrada')
    """
    # Cells leave an apostrophe at the end of a word where a name follows; alone it would be a sign.
    cell = Cell(f"{text} A") if text[-1:] in ("'", "’") else Cell(text)
    end = cell.count - (cell.text is not text)
    return name_from(cell, 0, end, area, family_first, capitals_tell, royal)


def name_from(
    cell: Cell, begin: int, end: int, area: str | None, family_first: bool | None, capitals_tell: bool = True,
    royal: bool = False,
) -> PersonName | Refusal:  # fmt: skip
    """The same for the tokens of a cell from `begin` up to `end`."""
    places: Sequence[int] = range(begin, end)
    words: Sequence[Word] = cell.tokens[begin:end]
    kinds = [*map(_KIND, words)]
    if SIGN in kinds:
        places = _without_nickname(cell, places)
        words = [cell.tokens[place] for place in places]
        kinds = [*map(_KIND, words)]
    count = _without_suffix(words)
    if count < len(words):
        words = words[:count]
        del kinds[count:]
    if TITLE not in kinds and CAPITALS not in kinds:
        return Refusal("initials without a name")
    if royal and not (capitals_tell and TITLE in kinds and _capitals(words, 0)):
        first, last = _royal(words)
    elif count == 1:
        first, last = 0, 1
    else:
        first, last = _main(words, kinds, area, family_first, capitals_tell)
    # A numeral is never the first word of a name: `XI Jinping`.
    main = title_case(words[first].printed, not first)
    if last > first + 1:
        within = [_within(word) for word in words[first + 1 : last - 1]]
        main = " ".join([main, *within, title_case(words[last - 1].printed)])
    before = words[0].printed if first == 1 else _apart(cell, places[:first]) if first else ""
    behind = _apart(cell, places[last:count]) if last < count and words[last].printed not in _NUMERALS else ""
    others = f"{before} {behind}" if before and behind else before or behind
    return tuple.__new__(PersonName, (main, others or None, cell.on_one_line(begin, end)))


def _within(word: Word) -> str:
    """A word within a main name: `Martínez y Martínez` of `MARTÍNEZ Y MARTÍNEZ`."""
    return word.fold if word.kind == INITIAL and word.fold in NAME_ORDER.surname_links else title_case(word.printed)


def _without_nickname(cell: Cell, places: Sequence[int]) -> Sequence[int]:
    for opening in places:
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
    known, end = ADDRESS, len(words)
    if end > 2 and words[end - 1].dot and f"{words[end - 2].fold} {words[end - 1].fold}" in known.suffixes:
        return end - 2
    while end > 1 and words[end - 1].fold in known.suffixes and words[end - 1].printed not in _NUMERALS:
        word = words[end - 1]
        if word.kind == TITLE and word.printed[1:].islower() and word.fold not in known.words:
            break
        end -= 1
    return end


def _royal(words: Sequence[Word]) -> tuple[int, int]:
    """A royal name up to the father's (`Abdullah` of `Abdullah bin Abdulaziz`)."""
    for place, word in enumerate(words):
        if place and (word.fold in _FATHERS or word.fold.startswith(("al-", "bin-"))):
            return 0, place
    return 0, len(words)


def _main(
    words: Sequence[Word], kinds: list[str], area: str | None, family_first: bool | None, capitals_tell: bool
) -> tuple[int, int]:
    """Which words are the main name: the range of their positions."""
    last = len(words) - 1
    begin = 0
    while begin < last and kinds[begin] == INITIAL:
        begin += 1
    if begin == last:
        return begin, len(words)
    if capitals_tell and kinds == _GIVEN_AND_SURNAME and words[last].printed not in _NUMERALS:
        return _marked(words, [last])
    capitals = _capitals(words, begin) if capitals_tell and CAPITALS in kinds else []
    if capitals and TITLE in kinds[begin:]:
        return _marked(words, capitals)
    known = by_custom(words[begin:], area, family_first)
    if known is not None:
        return begin + known[0], begin + known[1]
    is_given = words[begin].fold in NAME_ORDER.given_names
    if capitals and not is_given and kinds[-1] != INITIAL and INITIAL not in kinds[begin:]:
        return begin, len(words)
    return _last(words, kinds, area)


def _capitals(words: Sequence[Word], begin: int) -> list[int]:
    return [
        place
        for place, word in enumerate(words)
        if place >= begin and word.kind == CAPITALS and (not place or word.printed not in _NUMERALS)
    ]


def _marked(words: Sequence[Word], capitals: list[int]) -> tuple[int, int]:
    """The run of words in capitals with the particles before it; what links two of them stands in either dress."""
    first = last = capitals[0]
    links = NAME_ORDER.surname_links
    while last + 1 in capitals or (
        last + 2 in capitals and (words[last + 1].printed.islower() or words[last + 1].fold in links)
    ):
        last += 1
    while first > 0 and _is_particle(words[first - 1]):
        first -= 1
    return first, last + 1


def _last(words: Sequence[Word], kinds: list[str], area: str | None) -> tuple[int, int]:
    """The last word that is no initial, with the particles before it; a surname that a particle begins goes on."""
    end = len(words)
    while end > 1 and kinds[end - 1] == INITIAL:
        end -= 1
    if words[end - 1].printed in _NUMERALS and end > 1:
        end -= 1
    in_capitals = TITLE not in kinds
    sons = [place for place in range(1, end - 1) if words[place].fold in _SONS]
    if len(sons) > 1 and sons[-1] == end - 2:  # the father before the grandfather: `Yusuf bin Alawi bin Abdullah`
        return sons[0], sons[1]
    by_last = area is not None and has_last_surname(area)
    second = words[1].printed
    if end == 1 and len(words) == 2 and second in _NUMERALS and second not in _INITIALS_TOO:  # `Karekin II`
        return 0, 2
    first = _before_particles(words, end - 1 if by_last else _particle_place(words, end), in_capitals)
    linked = _before_link(words, first, in_capitals)
    if linked < first:
        return linked, end
    if first or end == 1 or words[0].printed.islower() or _opens_surname(words[:end], in_capitals, area):
        return first, end
    return 1, end


def _before_particles(words: Sequence[Word], first: int, in_capitals: bool) -> int:
    while first > 0 and _leans(words[first - 1], in_capitals):
        first -= 1
    return first


def _leans(word: Word, in_capitals: bool) -> bool:
    """A particle that belongs to the surname behind it; in a text all in capitals it is printed like any word."""
    printed = word.printed.removesuffix(".")
    return (printed.title() if in_capitals else printed) in NAME_ORDER.capital_particles or _is_particle(word)


def _before_link(words: Sequence[Word], first: int, in_capitals: bool) -> int:
    """Where a surname begins that the one at `first` is but a part of (`Ortega y Gasset`, `Giscard d'Estaing`)."""
    order, part, folded = NAME_ORDER, words[first].printed, words[first].fold
    if first > 1 and part == "di" and words[first - 1].fold not in order.given_names:
        return first - 1  # `Giulio Terzi di Sant'Agata`
    if first and folded in order.surname_links and (part.islower() or in_capitals) and part not in _NUMERALS:
        return _before_particles(words, first - 1, in_capitals) if first > 1 or folded == "y" else first
    # A noble predicate follows the family's name, or else a given name (`Massimo d'Alema`).
    if first and part[0] == "d" and folded.startswith("d'") and words[first - 1].fold not in order.given_names:
        return first - 1 if "-" not in words[first - 1].printed else first
    return first


def _particle_place(words: Sequence[Word], end: int) -> int:
    """Where a particle within the name begins the surname (`de` of `Jaap de Hoop Scheffer`), else the last word."""
    order = NAME_ORDER
    for place in range(1, end - 1):
        word = words[place]
        if word.printed.islower() and word.fold in order.leading_particles:
            return place if place == end - 2 or words[place - 1].fold not in order.particle_follows else end - 1
    return end - 1


def _is_particle(word: Word) -> bool:
    return word.printed.islower() and word.fold in NAME_ORDER.particles


def _opens_surname(words: Sequence[Word], in_capitals: bool, area: str | None) -> bool:
    """Nothing but particles before the last word, with which a name that is all surname begins (`De Gaulle`, `De La Cruz`)."""
    if len(words) > 2 and not all(_leans(word, in_capitals) for word in words[:-1]):
        return False
    order, first = NAME_ORDER, words[0].fold
    if len(words) == 2 and words[1].fold in order.clear_surnames:  # `Van Nguyen`
        return False
    return first in order.surname_openers or first in order.areas.get(area or "", {}).get("openers", "").split()


def title_case(part: str, starts: bool = False) -> str:
    """A name printed in capitals as it is written otherwise; a name not in capitals stays.

    >>> [title_case(name) for name in ("TUMUR-OCHIR", "O'KEEFFE", "ULUFA'ALU", "McKAY", "II", "al-SABAH", "Koike")]
    ['Tumur-Ochir', "O'Keeffe", "Ulufa'alu", 'McKay', 'II', 'al-Sabah', 'Koike']
    """
    if (part in _NUMERALS and not starts) or len(part) == 1 or part.islower():
        return part
    if part.isalpha() and not part.startswith(("Mc", "MC")):
        if part[1:].islower():
            return part
        if part.isascii() and part.isupper():
            return part.capitalize()
    pieces, position = [], 0
    for piece in _PIECE.finditer(part):
        before = part[position : piece.start()]
        pieces += [before, _cased(piece.group(), part[: piece.start()])]
        position = piece.end()
    return "".join(pieces) + part[position:]


def _cased(piece: str, before: str) -> str:
    if not (len(piece) > 1 and (piece.isupper() or piece.startswith("Mc"))):
        return piece.lower() if len(piece) == 1 and len(before) > 2 and before[-1] in "'’" else piece
    if piece.startswith("Mc") and len(piece) > 2:
        return "Mc" + piece[2].upper() + piece[3:].lower()
    if piece.startswith("MC") and len(piece) > 4:
        return "Mc" + piece[2] + piece[3:].lower()
    follows_apostrophe = before[-1:] in tuple("'’ʼ‘`´ʻ′") and before != ""
    starts_word = not follows_apostrophe or len(before) == 2 or before[-3:-2] == "-"
    return piece[0] + piece[1:].lower() if starts_word else piece.lower()
