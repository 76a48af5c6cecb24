"""One office or form of address in the plural over several names: `Presidents Bill Clinton and George Bush`."""

from __future__ import annotations

from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.name.names import name_of
from pipeline.normalize.visit.office.offices import office_of
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.name_extent import name_stop
from pipeline.normalize.visit.party.person import built, person, printed_honorific
from pipeline.normalize.visit.party.reading import OPEN, Draft, Reading
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import BRACKET

_AND = ("and", "&")


def several_of_office(reading: Reading, at: int) -> list[Draft]:
    """Each of two names or more directly behind a plural office holds it in the singular.

    `Ministers of Finance and Trade A and B` tells not who holds what.
    """
    cell = reading.cell.in_singular(at)
    title = scan_titles(cell, at) if cell else None
    if cell is None or title is None or _joins_portfolios(cell, title):
        return []
    spans = _names(reading.cell, title.end)
    if len(spans) < 2:
        return []
    office = office_of(cell, title)._replace(typos=())
    drafts: list[Draft] = []
    for start, begin, end in spans:
        name = name_of(cell.printed(begin, end), reading.area, cell.capitals_tell, office.is_regal)
        if isinstance(name, Refusal):
            break
        who = built(reading, start, printed_honorific(reading.cell, start, begin), office, None, name, end)
        drafts.append((who if drafts else who._replace(start=reading.start(at)), end, None, OPEN))
    return drafts


def tells_not_who(cell: Cell, at: int) -> bool:
    """Two portfolios and two names: nobody knows whose which is."""
    single = cell.in_singular(at)
    title = scan_titles(single, at) if single else None
    return bool(single and title and _joins_portfolios(single, title) and len(_names(cell, title.end)) > 1)


def several_addressed(reading: Reading, at: int) -> list[Draft]:
    """`Messrs. A and B`: each of the names has the form of address."""
    cell = reading.cell
    begin = honorific_end(cell.tokens, at)
    spans = _names(cell, begin) if begin > at else []
    if len(spans) < 2:
        return []
    shared = printed_honorific(cell, at, begin)
    drafts: list[Draft] = []
    for start, first, end in spans:
        who = person(reading, start, start, None, start, end)
        if who is None:
            break
        who = who._replace(honorific=shared if first == start else who.honorific)
        drafts.append((who if drafts else who._replace(start=reading.start(at)), end, None, OPEN))
    return drafts


def _names(cell: Cell, at: int) -> list[tuple[int, int, int]]:
    """The names in a list: where the forms of address and the name begin, and where it ends."""
    spans: list[tuple[int, int, int]] = []
    tokens, place = cell.tokens, at
    while cell.is_name_word(place) or cell.is_honorific(place):
        begin = honorific_end(tokens, place)
        end = name_stop(cell, begin)
        if end == begin:
            break
        spans.append((place, begin, end))
        behind = end
        while tokens[behind].kind == BRACKET:
            behind += 1
        place = cell.skip(behind, ",")
        place += tokens[place].fold in _AND
        if place == behind:
            break
    return spans


def _joins_portfolios(cell: Cell, title: Title) -> bool:
    return any(token.fold in (*_AND, ",", "/") for token in cell.tokens[title.core : title.end])
