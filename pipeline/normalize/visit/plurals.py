"""One office in the plural over several names: `Presidents Bill Clinton and George Bush`."""

from __future__ import annotations

from pipeline.normalize.names import name_of
from pipeline.normalize.offices import office_of
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.couples import Couples
from pipeline.normalize.visit.honorifics import honorific_end
from pipeline.normalize.visit.name_extent import name_stop
from pipeline.normalize.visit.title import Title
from pipeline.normalize.visit.titles import scan_titles
from pipeline.normalize.visit.words import BRACKET

_AND = ("and", "&")


class Plurals(Couples):
    """Reads several persons of one office."""

    def _plural(self, at: int) -> bool:
        """Each of two names or more directly behind a plural office holds it in the singular.

        `Ministers of Finance and Trade A and B` tells not who holds what.
        """
        cell = self.cell.in_singular(at)
        title = scan_titles(cell, at) if cell else None
        if cell is None or title is None or _joins_portfolios(cell, title):
            return False
        spans = self._names(title.end)
        if len(spans) < 2:
            return False
        office = office_of(cell, title)._replace(typos=())
        for start, begin, end in spans:
            name = name_of(cell.printed(begin, end), self.area, cell.capitals_tell, office.is_regal)
            if isinstance(name, Refusal):
                return start != spans[0][0]
            who = self._built(start, self._printed_honorific(start, begin), office, None, name, end)
            if start == spans[0][0]:
                who = who._replace(start=self._start(at))
            self._finish(who, end, None)
        return True

    def _tells_not_who(self, at: int) -> bool:
        """Two portfolios and two names: nobody knows whose which is."""
        cell = self.cell.in_singular(at)
        title = scan_titles(cell, at) if cell else None
        return bool(cell and title and _joins_portfolios(cell, title) and len(self._names(title.end)) > 1)

    def _addressed(self, at: int) -> bool:
        """`Messrs. A and B`: each of the names has the form of address."""
        begin = honorific_end(self.cell.tokens, at)
        spans = self._names(begin) if begin > at else []
        if len(spans) < 2:
            return False
        shared = self._printed_honorific(at, begin)
        for start, first, end in spans:
            who = self._person(start, start, None, start, end)
            if who is None:
                return start != spans[0][0]
            who = who._replace(honorific=shared if first == start else who.honorific)
            self._finish(who._replace(start=self._start(at)) if start == begin else who, end, None)
        return True

    def _names(self, at: int) -> list[tuple[int, int, int]]:
        """The names in a list: where the forms of address and the name begin, and where it ends."""
        spans: list[tuple[int, int, int]] = []
        tokens, place = self.cell.tokens, at
        while self.cell.is_name_word(place) or self.cell.is_honorific(place):
            begin = honorific_end(tokens, place)
            end = name_stop(self.cell, begin)
            if end == begin:
                break
            spans.append((place, begin, end))
            behind = end
            while tokens[behind].kind == BRACKET:
                behind += 1
            place = self.cell.skip(behind, ",")
            place += tokens[place].fold in _AND
            if place == behind:
                break
        return spans


def _joins_portfolios(cell: Cell, title: Title) -> bool:
    return any(token.fold in (*_AND, ",", "/") for token in cell.tokens[title.core : title.end])
