"""A surname, a comma and the given names (`DOE, JOHN P.`), as lists of names print them: one person, not two."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalize.casing import title_case
from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, NAME_ORDER
from pipeline.normalize.visit.name.east_asian import east_asian
from pipeline.normalize.visit.name.extent import name_end
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.name.names import PersonName
from pipeline.normalize.visit.office.lookahead import is_given
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.groups import is_free
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import AREA, OFFICE, WEAK_DOMAIN
from pipeline.normalize.visit.text.words import BRACKET, CAPITALS, INITIAL, SIGN, Word

_MOST_GIVEN = 4


def inverted_name(cell: Cell, at: int) -> tuple[int, int, int, PersonName] | None:
    """The name at `at` with the surname first: where forms of address begin and end, where it ends, and the name.

    Behind it stands nothing, a bracket, a semicolon, a line break, or a comma and an office; else it is none.

    >>> found = inverted_name(Cell("Doe Jr., Jane Q."), 0)
    >>> found and found[3]
    PersonName(main_name='Doe', other_names='Jane Q.', printed='Doe Jr., Jane Q.')
    >>> inverted_name(Cell("Bill Clinton, George Bush"), 0), inverted_name(Cell("Paris, France"), 0)
    (None, None)
    """
    tokens = cell.tokens
    may_be_office = tokens[at].marks & OFFICE and tokens[at].kind != INITIAL and not _is_surname_too(tokens[at])
    if may_be_office or cell.is_honorific(at):
        return None
    comma = name_end(tokens, at)
    if comma == at or tokens[comma].kind != SIGN or tokens[comma].fold != "," or comma + 1 >= cell.count:
        return None
    surname = _without_suffix(cell, at, comma)
    begin = honorific_end(tokens, comma + 1)
    behind = name_end(tokens, begin)
    given = _without_suffix(cell, begin, behind)
    end = _past_letters(cell, behind)
    if tokens[begin].fold in ADDRESS.suffixes and given > begin + 1:
        return None  # `Max Muster, Jr. Ph. D.`
    if surname == at or given == begin or given - begin > _MOST_GIVEN or not _is_end(cell, end):
        return None
    if not all(is_free(cell, place) or _is_surname_too(tokens[place]) for place in range(at, surname)):
        return None
    if not all(
        is_free(cell, place) or is_given(tokens[place]) for place in range(begin, given)
    ):  # `Jan` is a month too
        return None
    if not _are_given(cell, begin, given, tokens[at:surname], titled=begin > comma + 1):
        return None
    main = " ".join(title_case(cell.printed(place, place + 1), True) for place in range(at, surname))
    return comma + 1, begin, end, PersonName(main, cell.printed(begin, given), cell.printed(at, end))


def _is_surname_too(word: Word) -> bool:
    """A word of portfolios that is a surname as well, and no land or month (`Bush`)."""
    return word.marks & (WEAK_DOMAIN | AREA) == WEAK_DOMAIN and word.fold not in GROUPS.months


def _without_suffix(cell: Cell, begin: int, end: int) -> int:
    while end > begin and (cell.tokens[end - 1].fold in ADDRESS.suffixes or _are_letters(cell, begin, end - 1)):
        end -= 1
    return end


def _are_letters(cell: Cell, begin: int, at: int) -> bool:
    """Capitals behind a word that is not printed so, which are letters as often as a name: `Doe, John MA`."""
    word = cell.tokens[at]
    return word.fold in ADDRESS.surnames_too and word.kind == CAPITALS and begin < at and cell.stands_out(at)


def _past_letters(cell: Cell, at: int) -> int:
    """Behind the letters that follow a name (`, Jr.`), with the signs between and behind them."""
    tokens, end, place = cell.tokens, at, at
    while place < cell.count and (tokens[place].fold in ADDRESS.suffixes or tokens[place].fold in (",", ".")):
        place += 1
        end = place if tokens[place - 1].fold != "," else end
    return end if place < cell.count else place


def _is_end(cell: Cell, at: int) -> bool:
    token = cell.tokens[at]
    if at >= cell.count or token.kind == BRACKET or token.fold in (";", "\n"):
        return True
    return token.fold == "," and scan_titles(cell, at + 1, name_first=True) is not None


def _are_given(cell: Cell, begin: int, end: int, surname: Sequence[Word], titled: bool) -> bool:
    """The words behind the comma are given names: known ones, or with an initial, or all is printed in capitals.

    Two words before the comma may be a whole name; then an initial must end the doubt, or what shows that both are the
    surname: a particle, a link, or capitals where no given name stands first (`VAN ROMPUY, Herman`, `Ortega y Gasset`).
    """
    tokens = cell.tokens
    first = tokens[begin].fold
    ends_in_initial = end - begin > 1 and tokens[end - 1].kind == INITIAL
    if all(token.kind == INITIAL for token in tokens[begin:end]):
        return False
    if first in NAME_ORDER.japanese_surnames and first not in NAME_ORDER.japanese_given:
        return False
    opens, count = surname[0].fold in NAME_ORDER.surname_openers, len(surname)
    is_linked = count > 2 and surname[1].fold in NAME_ORDER.surname_links
    is_marked = count > 1 and all(token.kind == CAPITALS for token in surname)
    if count > 1 and not opens and (is_given(surname[0]) or not (is_linked or is_marked)):
        return ends_in_initial
    is_sure = (opens and is_marked) or (count == 1 == end - begin and east_asian([*surname, tokens[begin]]) == (0, 1))
    return is_given(tokens[begin]) or is_sure or ends_in_initial or titled or not cell.capitals_tell
