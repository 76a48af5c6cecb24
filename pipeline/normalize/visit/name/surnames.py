"""Which words of a name are the main name: those that the print marks, that custom says, or the last with its particles."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalize.spelling import NUMERALS
from pipeline.normalize.visit.lexicon import NAME_ORDER
from pipeline.normalize.visit.name.custom import by_custom, has_last_surname
from pipeline.normalize.visit.text.words import CAPITALS, INITIAL, TITLE, Word

_IDEOGRAPHS = "\u3400"
"""No name with a letter from here on is in another script than that of China."""
_INITIALS_TOO = ("V", "X")
_GIVEN_AND_SURNAME = [TITLE, CAPITALS]
_TWO_WORDS = [TITLE, TITLE]


def main_name(words: Sequence[Word], kinds: list[str], area: str | None, capitals_tell: bool) -> tuple[int, int]:
    """Which words are the main name: the range of their positions."""
    if words[0].printed > _IDEOGRAPHS:
        return 0, 1  # the family's name stands first in it: `高村 正彦`
    last = len(words) - 1
    begin = 0
    while begin < last and kinds[begin] == INITIAL and not _is_letter(words[begin]):
        begin += 1
    if begin == last:
        return begin, len(words)
    if capitals_tell and kinds == _GIVEN_AND_SURNAME and words[last].printed not in NUMERALS:
        return _marked(words, [last])
    if kinds == _TWO_WORDS and area is None and _tells_nothing(words):
        return last, last + 1
    capitals = capitals_of(words, begin) if capitals_tell and CAPITALS in kinds else []
    if capitals and TITLE in kinds[begin:]:
        return _marked(words, capitals)
    counted = words[begin:-1] if words[-1].printed in NUMERALS and last > begin + 1 else words[begin:]
    known = by_custom(counted, area)
    if known is not None:
        is_whole = known == (0, len(counted))
        return begin + known[0], len(words) if is_whole else begin + known[1]
    is_given = words[begin].fold in NAME_ORDER.given_names
    if capitals and not is_given and kinds[-1] != INITIAL and INITIAL not in kinds[begin:]:
        return begin, len(words)
    return _last(words, kinds, area)


def _tells_nothing(words: Sequence[Word]) -> bool:
    """The first of two words is in no list of surnames or particles, and no particle is part of the second."""
    return words[0].fold not in NAME_ORDER.telling and words[1].printed[0] != "d"


def capitals_of(words: Sequence[Word], begin: int) -> list[int]:
    """The places from `begin` on of the words in capitals that are no numerals."""
    return [
        place
        for place, word in enumerate(words)
        if place >= begin and word.kind == CAPITALS and (not place or word.printed not in NUMERALS)
    ]


def _marked(words: Sequence[Word], capitals: list[int]) -> tuple[int, int]:
    """The run of words in capitals with the particles before it; what links two of them stands in either dress."""
    first = last = capitals[0]
    links = NAME_ORDER.surname_links
    while last + 1 in capitals or (
        last + 2 in capitals and (words[last + 1].printed.islower() or words[last + 1].fold in links)
    ):
        last += 1
    while first > 0 and (_is_particle(words[first - 1]) or _is_letter(words[first - 1])):
        first -= 1
    return first, last + 1


def _last(words: Sequence[Word], kinds: list[str], area: str | None) -> tuple[int, int]:
    """The last word that is no initial, with the particles before it; a surname that a particle begins goes on."""
    end = len(words)
    while end > 1 and kinds[end - 1] == INITIAL:
        end -= 1
    if end == 2 < len(words) and words[2].printed not in NUMERALS and _is_given(words[1]) and not _is_given(words[0]):
        return 0, 1  # `Muster Max A.`
    if words[end - 1].printed in NUMERALS and end > 1:
        end -= 1
    in_capitals = TITLE not in kinds
    by_last = area is not None and has_last_surname(area)
    second = words[1].printed
    if end == 1 and len(words) == 2 and second in NUMERALS and second not in _INITIALS_TOO:  # `Karekin II`
        return 0, 2
    first = _before_particles(words, end - 1 if by_last else _particle_place(words, end, in_capitals), in_capitals)
    linked = _before_link(words, first, in_capitals)
    if linked != first:
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
    printed = word.printed if word.kind == INITIAL else word.printed.removesuffix(".")
    return (printed.title() if in_capitals else printed) in NAME_ORDER.capital_particles or _is_particle(word)


def _before_link(words: Sequence[Word], first: int, in_capitals: bool) -> int:
    """Where a surname begins that the one at `first` is but a part of (`Ortega y Gasset`, `Giscard d'Estaing`)."""
    part, folded = words[first].printed, words[first].fold
    if first > 1 and part == "di" and words[first - 1].fold not in NAME_ORDER.given_names:
        return first - 1  # `Giulio Terzi di Sant'Agata`
    if first and folded in NAME_ORDER.surname_links and (part.islower() or in_capitals) and part not in NUMERALS:
        if first == 1 and folded != "y" and _is_given(words[0]):
            return first + 1  # it links nothing, like an initial: `John e Smith`
        return _before_particles(words, first - 1, in_capitals)
    # A noble predicate follows the family's name, or else a given name (`Massimo d'Alema`).
    if (
        first
        and (part[0] == "d" or in_capitals)
        and folded.startswith("d'")
        and words[first - 1].fold not in NAME_ORDER.given_names
    ):
        return first - 1 if "-" not in words[first - 1].printed else first
    return first


def _particle_place(words: Sequence[Word], end: int, in_capitals: bool) -> int:
    """Where a particle within the name begins the surname (`de` of `Jaap de Hoop Scheffer`), else the last word."""
    for place in range(1, end - 1):
        word = words[place]
        if (in_capitals or word.printed.islower()) and word.fold in NAME_ORDER.leading_particles:
            return place if place == end - 2 or words[place - 1].fold not in NAME_ORDER.particle_follows else end - 1
    return end - 1


def _is_given(word: Word) -> bool:
    return word.fold in NAME_ORDER.given_names


def _is_letter(word: Word) -> bool:
    """A particle of one letter, which has no dot as an initial has (`Éamon Ó Cuív`)."""
    return word.kind == INITIAL and word.printed in NAME_ORDER.capital_particles


def _is_particle(word: Word) -> bool:
    return word.printed.islower() and word.fold in NAME_ORDER.particles


def _opens_surname(words: Sequence[Word], in_capitals: bool, area: str | None) -> bool:
    """Nothing but particles before the last word, with which a name that is all surname begins (`De Gaulle`, `De La Cruz`)."""
    if len(words) > 2 and not all(_leans(word, in_capitals) for word in words[:-1]):
        return False
    first = words[0].fold
    if len(words) == 2 and words[1].fold in NAME_ORDER.clear_surnames:  # `Van Nguyen`
        return False
    return (
        first in NAME_ORDER.surname_openers or first in NAME_ORDER.areas.get(area or "", {}).get("openers", "").split()
    )
