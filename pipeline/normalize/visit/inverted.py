"""A surname, a comma and the given names (`DOE, JOHN P.`), as lists of names print them: one person, not two."""

from __future__ import annotations

from pipeline.normalize.names import PersonName
from pipeline.normalize.visit.casing import title_case
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.group_phrases import is_free
from pipeline.normalize.visit.honorifics import honorific_end, name_end
from pipeline.normalize.visit.lookahead import is_given
from pipeline.normalize.visit.marks import OFFICE
from pipeline.normalize.visit.title_lexicon import ADDRESS, NAME_ORDER
from pipeline.normalize.visit.words import CAPITALS, INITIAL, SIGN

_MOST_GIVEN = 4


def inverted_name(cell: Cell) -> tuple[int, int, PersonName] | None:
    """The name that fills a cell surname first: where forms of address begin and end, and the name; else None.

    >>> found = inverted_name(Cell("Doe Jr., Jane Q."))
    >>> found and found[2]
    PersonName(main_name='Doe', other_names='Jane Q.', printed='Doe Jr., Jane Q.')
    >>> inverted_name(Cell("Bill Clinton, George Bush")), inverted_name(Cell("Paris, France"))
    (None, None)
    """
    tokens = cell.tokens
    if (tokens[0].marks & OFFICE and tokens[0].kind != INITIAL) or cell.is_honorific(0):
        return None
    comma = name_end(tokens, 0, cell.count)
    if not comma or tokens[comma].kind != SIGN or tokens[comma].fold != "," or comma + 1 >= cell.count:
        return None
    surname = _without_suffix(cell, 0, comma)
    begin = honorific_end(tokens, comma + 1)
    behind = name_end(tokens, begin, cell.count)
    given = _without_suffix(cell, begin, behind)
    if not surname or given == begin or given - begin > _MOST_GIVEN or not _is_end(cell, behind):
        return None
    if not all(is_free(cell, place) for place in (*range(surname), *range(begin, given))):
        return None
    if not _are_given(cell, begin, given, surname, titled=begin > comma + 1):
        return None
    main = " ".join(title_case(cell.printed(place, place + 1), True) for place in range(surname))
    return comma + 1, begin, PersonName(main, cell.printed(begin, given), cell.printed(0, cell.count))


def _without_suffix(cell: Cell, begin: int, end: int) -> int:
    while end > begin and cell.tokens[end - 1].fold in ADDRESS.suffixes:
        end -= 1
    return end


def _is_end(cell: Cell, at: int) -> bool:
    """Nothing but letters behind a name up to the end of the cell."""
    known = ADDRESS.suffixes
    return all(token.fold in known or token.fold in (",", ".") for token in cell.tokens[at : cell.count])


def _are_given(cell: Cell, begin: int, end: int, surname: int, titled: bool) -> bool:
    """The words behind the comma are given names: known ones, or with an initial, or all is printed in capitals.

    Two words before the comma may be a whole name; then an initial must end the doubt, or what shows that both are the
    surname: a particle, a link, or capitals where no given name stands first (`VAN ROMPUY, Herman`, `Ortega y Gasset`).
    """
    order, tokens = NAME_ORDER, cell.tokens
    first = tokens[begin].fold
    ends_in_initial = end - begin > 1 and tokens[end - 1].kind == INITIAL
    if all(token.kind == INITIAL for token in tokens[begin:end]):
        return False
    if first in order.japanese_surnames and first not in order.japanese_given:
        return False
    opens = tokens[0].fold in order.surname_openers
    is_linked = surname > 2 and tokens[1].fold in order.surname_links
    is_marked = surname > 1 and all(token.kind == CAPITALS for token in tokens[:surname])
    if surname > 1 and not opens and (is_given(tokens[0]) or not (is_linked or is_marked)):
        return ends_in_initial
    is_sure = opens and is_marked
    return is_given(tokens[begin]) or is_sure or ends_in_initial or titled or not cell.capitals_tell
