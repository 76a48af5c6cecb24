"""What follows the name of a visitor: letters, where the visit went, the office, a name behind a bracket."""

from __future__ import annotations

from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.lexicon import GROUPS
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.name.names import name_of
from pipeline.normalize.visit.office.classes import is_regal
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.party.behind import better_office, is_address, office_behind
from pipeline.normalize.visit.party.goals import destination
from pipeline.normalize.visit.party.name_extent import name_stop, past_second_title
from pipeline.normalize.visit.party.person import joined, named, printed_honorific
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.party.suffixes import with_suffix
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import LOWER, SIGN, TITLE
from pipeline.normalize.visit.visitor import Visitor


def with_remarks(reading: Reading, who: Visitor, end: int, title: Title | None) -> tuple[Visitor, int] | None:
    """The visitor with suffix, goal and office that follow the name, and where they end; None for one who only owns what
    follows."""
    cell, tokens = reading.cell, reading.cell.tokens
    if tokens[end].fold == ",":
        who, end = with_suffix(cell, who, end)
        end = past_second_title(cell, who, end)
    goal = destination(cell, end) if tokens[end].kind != SIGN else None
    if goal is not None:
        end, land, status = goal
        who = who._replace(destination=land, guest_status=status)
    elif tokens[end - 1].owner and who.visitor_kind != "group":
        return None
    if who.office is None and who.visitor_kind != "group":
        return office_behind(cell, who, end)
    if title and tokens[end].fold == "," and is_address(title):
        return better_office(cell, who, end, who.start - reading.offset)
    return who, end


def with_name_behind(reading: Reading, who: Visitor, end: int) -> tuple[Visitor, int]:
    """`Minister of State (Foreign Office) Hugo Swire`: the name of an office holder directly behind a bracket."""
    cell = reading.cell
    if who.visitor_kind != "office_holder" or who.office is None or is_regal(who.office):
        return who, end
    begin = honorific_end(cell.tokens, end)
    stop = name_stop(cell, begin) if cell.is_name_word(begin) else begin
    if stop == begin or cell.tokens[begin].kind == SIGN:
        return who, end
    name = name_of(cell.printed(begin, stop), reading.area)
    if isinstance(name, Refusal):
        return who, end
    honorific = joined(who.honorific, printed_honorific(cell, end, begin), " ")
    occasion = None if _may_be_place(who.occasion or "") else who.occasion
    return named(who, name)._replace(honorific=honorific, occasion=occasion), stop


def _may_be_place(text: str) -> bool:
    """What a bracket before the name says may belong to the office (`the Republic of Sakha (Yakutia)`)."""
    cell, happenings = Cell(text), GROUPS.events | GROUPS.happenings
    tokens = cell.tokens[: cell.count]
    return all(token.kind in (TITLE, LOWER) and token.fold not in happenings for token in tokens)
