"""What is said of a visitor behind its name: where the visit went, its office, and what a bracket adds."""

from __future__ import annotations

from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, NAME_ORDER, match
from pipeline.normalize.visit.name.extent import name_end
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.name.names import name_of
from pipeline.normalize.visit.office.classes import is_regal
from pipeline.normalize.visit.office.offices import office_of
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.behind import better_office, is_address, office_behind
from pipeline.normalize.visit.party.goals import destination
from pipeline.normalize.visit.party.groups import bare_name_end, group_end
from pipeline.normalize.visit.party.name_extent import name_stop, past_second_title
from pipeline.normalize.visit.party.person import holding, joined, named, printed_honorific
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.party.short_forms import is_affiliation, is_short_for
from pipeline.normalize.visit.party.suffixes import with_suffix
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import LOWER, SIGN, TITLE, fold
from pipeline.normalize.visit.visitor import Visitor

_PAST = ("former", "ex")
_TITLES = ("former", "ex", "special envoy", "head", "leader", "then")
_CAPACITIES = ("as", "in the capacity of", "representing")


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


def says_nothing(inner: Cell) -> bool:
    """A bracket that says no more than that somebody is retired, or that is a remark in running words."""
    if inner.tokens[0].fold in ADDRESS.retired and inner.count == 1:
        return True
    lower = [token.fold for token in inner.tokens if token.kind == LOWER]
    is_opened = inner.tokens[0].kind == LOWER and lower[0] in GROUPS.remark_openers
    return is_opened or not GROUPS.remark_verbs.isdisjoint(lower)


def with_bracket(who: Visitor, rest: str, inner: Cell, area: str | None) -> Visitor:
    """The visitor with what a bracket says beside date, status and people: a role, the name, or else the occasion."""
    in_role = _in_role(who, inner)
    if in_role:
        return in_role
    if who.main_name and who.other_names is None and fold(rest) in NAME_ORDER.japanese_given:
        return who._replace(other_names=rest)
    body = who.name_printed if who.visitor_kind == "group" else who.office
    if inner.count == 1 and is_short_for(inner.tokens[0], body or ""):
        return who
    if who.main_name is None and who.visitor_kind == "office_holder":
        by_name = _with_name_inside(who, rest, inner, area)
        if by_name:
            return by_name
    if who.visitor_kind == "group" or not is_affiliation(inner):
        return who._replace(occasion=joined(who.occasion, rest))
    return who


def _in_role(who: Visitor, inner: Cell) -> Visitor | None:
    """A title that fills the bracket, or `as ...`: no occasion; it is the office of a visitor without one."""
    opener = match(GROUPS.role_openers, inner.tokens, 0)
    start = opener[0] if opener and opener[1] not in _TITLES else 0
    title = scan_titles(inner, inner.skip(start, ","), name_first=True)
    whole = title is not None and inner.skip(title.end, ",.") >= inner.count
    if title is not None and whole and who.office is None and who.visitor_kind != "group":
        who = holding(who, office_of(inner, title))
    if opener and opener[0] >= inner.count and opener[1] in _PAST and who.office:
        who = who._replace(office_class="other")
    if opener and (opener[0] >= inner.count or _of_a_group(inner, opener[0])):
        return who
    is_role = whole or (opener and start and (start >= inner.count or opener[1] in _CAPACITIES))
    return who if is_role else None


def _with_name_inside(who: Visitor, rest: str, inner: Cell, area: str | None) -> Visitor | None:
    """An office holder whose name fills the bracket."""
    title = scan_titles(inner, 0)
    begin = honorific_end(inner.tokens, title.end if title else 0)
    if begin or title:
        end = name_end(inner.tokens, begin)
    elif not is_regal(who.office or ""):
        end = bare_name_end(inner, 0, in_bracket=True)
        if end == 0 and inner.count == 1 and inner.tokens[0].fold in NAME_ORDER.japanese_surnames:
            end = 1
    else:
        return None
    if end <= begin or end < inner.count:
        return None
    name = name_of(inner.printed(begin, end), area)
    if isinstance(name, Refusal):
        return None
    start = title.end if title else 0
    more = " ".join(rest[inner.starts[start] : inner.starts[begin]].split()) or None
    return named(who, name)._replace(honorific=joined(who.honorific, more, " "))


def _may_be_place(text: str) -> bool:
    """What a bracket before the name says may belong to the office (`the Republic of Sakha (Yakutia)`)."""
    cell, happenings = Cell(text), GROUPS.events | GROUPS.happenings
    tokens = cell.tokens[: cell.count]
    return all(token.kind in (TITLE, LOWER) and token.fold not in happenings for token in tokens)


def _of_a_group(inner: Cell, at: int) -> bool:
    """`(Head of the Friendship League)`: what stands behind the role is a group up to the end."""
    if inner.tokens[at].fold != "of":
        return False
    start = at + 1 + (inner.tokens[at + 1].fold == "the")
    return group_end(inner, start) >= inner.count
