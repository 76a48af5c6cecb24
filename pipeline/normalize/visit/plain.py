"""Most cells: a title and the name of its holder, and no word more. `party` reads them as well, but not as fast."""

from __future__ import annotations

from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.name.extent import LONGEST_NAME
from pipeline.normalize.visit.name.honorifics import rank_end
from pipeline.normalize.visit.name.names import name_from
from pipeline.normalize.visit.office.offices import office_of
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import CAPITALISED, INITIAL, OF_NAMES
from pipeline.normalize.visit.visitor import Visitor


def plain_visitor(cell: Cell, title: Title, area: str | None) -> Visitor | None:
    """Who holds the title that a cell begins with, where nothing but a name is behind it; None where more may be."""
    end, count = title.end, cell.count
    if not _is_nothing_but_name(cell, end) or (area and rank_end(cell.tokens, end, area) > end):
        return None
    office = office_of(cell, title)
    name = name_from(cell, end, count, area, cell.capitals_tell, office.is_regal)
    if isinstance(name, Refusal):
        return None
    main, others, printed = name
    return tuple.__new__(Visitor, (
        "person", "principal", None, office.office, office.printed, office.office_class, main, others, printed,
        None, None, None, None, office.typos, cell.starts[0], cell.end(count - 1),
    ))  # fmt: skip


def _is_nothing_but_name(cell: Cell, at: int) -> bool:
    """From `at` on stand words that no lexicon knows, up to the end of the cell, with a title before them.

    One initial is no form of address, though several are (`H. E.`).
    """
    tokens, count = cell.tokens, cell.count
    if not at < count <= at + LONGEST_NAME or tokens[at - 1].owner:
        return False
    while at < count:
        token = tokens[at]
        at += 1
        if token.marks and not (token.dot and token.kind == INITIAL and tokens[at].kind in CAPITALISED):
            return False
        if token.owner or token.kind not in OF_NAMES:
            return False
    return True
