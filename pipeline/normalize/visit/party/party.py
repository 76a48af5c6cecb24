"""Reads a cell visitor by visitor: past what parts them, who comes next, what is said behind, who stands in brackets."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import GROUPS, match
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.behind import office_behind
from pipeline.normalize.visit.party.bracketed import says_nothing, with_bracket
from pipeline.normalize.visit.party.brackets import read_bracket
from pipeline.normalize.visit.party.couples import beside_monarch, married
from pipeline.normalize.visit.party.drafts import drafts_at
from pipeline.normalize.visit.party.goals import prefixed_goal, visit_prefix
from pipeline.normalize.visit.party.inverted import inverted_name
from pipeline.normalize.visit.party.person import joined
from pipeline.normalize.visit.party.reading import Draft, Reading
from pipeline.normalize.visit.party.remarks import with_name_behind, with_remarks
from pipeline.normalize.visit.party.separators import SEPARATORS, pass_separators
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import COMPANY, LED, STATUS
from pipeline.normalize.visit.text.words import BRACKET
from pipeline.normalize.visit.visitor import Visitor

_DEEPEST = 3
"""Brackets within brackets that are looked into for people."""


def read_party(reading: Reading, opening: Title | None) -> list[Visitor]:
    """The visitors from the beginning on, where the title `opening` stands, until words come that are none."""
    cell = reading.cell
    reading.opening = opening
    reading.inverted = "," in cell.text and inverted_name(cell, 0) is not None
    status = goal = None
    if cell.tokens[0].marks & STATUS:
        reading.place, status, goal = visit_prefix(cell)
    is_prefixed, count = reading.place > 0, cell.count
    while reading.place < count:
        begin = reading.place
        pass_separators(reading)
        if reading.place >= count or not _read_next(reading) or reading.place <= begin:
            break
    if is_prefixed and reading.found and not goal:
        goal = prefixed_goal(reading.cell, reading.place)
    if status or goal:
        return [
            who._replace(guest_status=who.guest_status or status, destination=who.destination or goal)
            for who in reading.found
        ]
    return reading.found


def _read_company(reading: Reading) -> list[Visitor]:
    """The visitors of a bracket that begins with `with`, a spouse perhaps; who is found already is none of them."""
    known = len(reading.found)
    reading.place = reading.cell.skip(0, SEPARATORS)
    while reading.place < reading.cell.count:
        begin, reading.linked = reading.place, True
        if not _read_next(reading) or reading.place <= begin:
            break
        pass_separators(reading)
    return reading.found[known:]


def _read_next(reading: Reading) -> bool:
    """Find the visitors that the next phrase tells, with what is said of each; false where none begins."""
    is_read = False
    for draft in drafts_at(reading, reading.place):
        is_read = _finish(reading, draft)
    return is_read


def _finish(reading: Reading, draft: Draft) -> bool:
    """Read what is said of a visitor behind its words; false for one who only owns what follows."""
    who, end, title, whole = draft
    cell, found, heads = reading.cell, reading.found, reading.heads
    heads.append(title.head if title else "")
    is_alone = end == cell.count and len(heads) == 1 and not cell.tokens[end - 1].owner
    if whole or is_alone:
        found.append(reading.up_to(who, end))
        reading.place = end
        return True
    remarked = with_remarks(reading, who, end, title)
    if remarked is None:
        return False
    who, end = remarked
    if reading.linked and found:
        who = married(reading, who)
    if who.office_class == "head_of_state":
        who = beside_monarch(reading, who)
    index = len(found)
    found.append(who)
    behind = _brackets(reading, index, end) if end < cell.count else end
    if behind > end:
        who, behind = with_name_behind(reading, found[index], behind)
        if who.office is None and who.visitor_kind != "group":
            who, behind = office_behind(cell, who, behind)
    found[index] = reading.up_to(who, behind)
    reading.place = behind
    if who.visitor_kind == "group" and cell.skip(behind, ",:") > behind and cell.is_honorific(cell.skip(behind, ",:")):
        reading.role = "member"
    return True


def _brackets(reading: Reading, index: int, end: int) -> int:
    """Read the brackets behind a visitor; the token behind the last."""
    cell, found = reading.cell, reading.found
    while True:
        place = cell.skip(end, "\n*†‡")
        if cell.tokens[place].fold == "," and cell.tokens[place + 1].kind == BRACKET:
            place += 1
        if cell.tokens[place].kind != BRACKET:
            return end
        read = read_bracket(cell.tokens[place].fold)
        who = found[index]
        if read.date_printed or read.guest_status:
            found[index] = who = who._replace(
                date_printed=joined(who.date_printed, read.date_printed),
                guest_status=joined(who.guest_status, read.guest_status),
            )
        if read.rest:
            inner = Cell(read.rest)
            if not says_nothing(inner) and not _people(reading, who, read.rest, inner, place):
                found[index] = with_bracket(who, read.rest, inner, reading.area)
        end = place + 1


def _people(reading: Reading, who: Visitor, rest: str, inner: Cell, place: int) -> bool:
    """`(Head: Mr. X, Chairman)`, `(led by Minister X)`, `(with his wife)`, `(Mr. X and Mr. Y)` of a group."""
    if reading.depth >= _DEEPEST:
        return False
    marks = inner.tokens[0].marks
    led = match(GROUPS.led_by, inner.tokens, 0) if marks & LED else None
    with_ = match(GROUPS.accompanied_by, inner.tokens, 0) if marks & COMPANY else None
    start, role = 0, ""
    if led and _names_a_head(who, inner, led):
        start, role = inner.skip(led[0], ":"), "head"
    elif with_ or inner.tokens[0].fold == "and":
        start, role = (with_[0] if with_ else 1), "accompanying"
    elif who.visitor_kind == "group":
        role = "member" if inner.is_honorific(0) else "head"
    return bool(role) and (_inner_party(reading, rest, inner.behind(start), role, place) or bool(with_))


def _names_a_head(who: Visitor, inner: Cell, label: tuple[int, str]) -> bool:
    at, phrase = label
    if inner.tokens[at].fold == ":" or phrase.endswith("by"):
        return True
    return who.visitor_kind == "group" and inner.is_honorific(at)


def _inner_party(reading: Reading, rest: str, cell: Cell, role: str, place: int) -> bool:
    """Add the persons whom the cell `rest` of the bracket at `place` names; false where it names none."""
    begin, end = reading.start(place), reading.cell.end(place) + reading.offset
    verbatim = reading.cell.tokens[place].fold.find(rest)
    inner = Reading(cell, reading.area, begin + max(verbatim, 0), role, reading.depth + 1)
    if role == "accompanying":
        inner.found, inner.heads = reading.found[-1:], [""]
        people = _read_company(inner)
    else:
        people = read_party(inner, scan_titles(cell, 0))
    persons = [who for who in people if who.visitor_kind == "person" or who.party_role == "spouse"]
    if verbatim < 0:
        persons = [who._replace(start=begin, end=end) for who in persons]
    if reading.found[-1].visitor_kind == "group":
        persons = [_of_group(who, len(persons) == 1) for who in persons]
    reading.found += persons
    reading.heads += [""] * len(persons)
    return bool(persons)


def _of_group(who: Visitor, alone: bool) -> Visitor:
    """A person named in a group's bracket: its president is no head of state, and one who is named alone leads it."""
    role = "head" if alone and who.party_role == "member" and who.office else who.party_role
    office_class = "official" if who.office in ("President", "Chairman", "Chairperson") else who.office_class
    return who._replace(party_role=role, office_class=office_class)
