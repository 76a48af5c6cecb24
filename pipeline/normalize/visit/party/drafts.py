"""Who begins at a token: somebody by office or by name, a couple, several of one office, a group with its head."""

from __future__ import annotations

from pipeline.normalize.spelling import NUMERALS
from pipeline.normalize.visit.lexicon import ADDRESS, GROUPS, TITLES
from pipeline.normalize.visit.name.names import PersonName
from pipeline.normalize.visit.office.classes import classify_office, is_regal
from pipeline.normalize.visit.office.heads import JOINTS
from pipeline.normalize.visit.office.offices import NO_OFFICE
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.behind import post_in_group
from pipeline.normalize.visit.party.couples import couple, shared_name, spouse, with_mrs
from pipeline.normalize.visit.party.goals import destination, goal_end
from pipeline.normalize.visit.party.groups import bare_name_end, group_end
from pipeline.normalize.visit.party.inverted import inverted_name
from pipeline.normalize.visit.party.name_extent import (
    is_firm,
    is_thing,
    name_place,
    name_stop,
    names_body,
    past_seat,
    past_territory,
)
from pipeline.normalize.visit.party.openings import opening_title, past_numbering
from pipeline.normalize.visit.party.person import built, holder, person, printed_honorific
from pipeline.normalize.visit.party.plurals import several_addressed, several_of_office, tells_not_who
from pipeline.normalize.visit.party.reading import OPEN, Draft, Reading
from pipeline.normalize.visit.party.suffixes import with_given
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import AREA_END, ARTICLE, DOMAIN, FORM, HAPPENING, THING
from pipeline.normalize.visit.text.words import BRACKET, LOWER, NUMBER, OF_NAMES, TITLE, Word
from pipeline.normalize.visit.visitor import Visitor


def drafts_at(reading: Reading, at: int) -> list[Draft]:
    """The visitors that one phrase from token `at` on tells; none where no visitor begins."""
    cell, tokens = reading.cell, reading.cell.tokens
    if tokens[at].kind in (BRACKET, NUMBER) and (reading.numbered or not reading.found):
        begin, at = at, past_numbering(cell, at)
        reading.numbered = at > begin
    if reading.inverted and (drafts := _surname_first(reading, at)):
        return drafts
    if reading.found and (drafts := spouse(reading, at)):
        return drafts
    if tokens[at].marks & FORM and tokens[at].fold in ADDRESS.plural and (drafts := several_addressed(reading, at)):
        return drafts
    title, begin = opening_title(reading, at)
    if title is not None:
        return _office_first(reading, at, begin, title)
    if begin > at or tokens[at].fold in TITLES.names_before_post:
        return _name_first(reading, at, begin)
    if drafts := several_of_office(reading, at) or _group(reading, at):
        return drafts
    end = bare_name_end(reading.cell, at)
    return _name_first(reading, at, at, end) if end > at else []


def _surname_first(reading: Reading, at: int) -> list[Draft]:
    """One of a list of people whose surnames stand first."""
    found = inverted_name(reading.cell, at)
    if found is None:
        return []
    comma, begin, end, name = found
    who = built(reading, comma, printed_honorific(reading.cell, comma, begin), NO_OFFICE, None, name, end)
    return [(who._replace(start=reading.start(at)), end, None, OPEN)]


def _office_first(reading: Reading, at: int, begin: int, title: Title) -> list[Draft]:
    cell, tokens = reading.cell, reading.cell.tokens
    behind = tokens[title.end]
    if behind.fold in ("and", "&") and (drafts := couple(reading, at, begin, title)):
        return drafts
    if behind.fold == ":" and _is_label_of(cell, title):
        return drafts_at(reading, cell.skip(title.end, ":"))
    end, honorific_at = name_place(cell, title)
    first, last, behind = tokens[title.end], tokens[end - 1 if end > title.end else end], tokens[end]
    if honorific_at == title.end:
        if (first.marks | last.marks) & THING and is_thing(first, last, title):
            return []
        if names_body(cell, title.end, end):
            return []
        if behind.kind == LOWER and end + 1 == cell.count and _is_noun(behind, title):
            return []  # `Queen Anne furniture`
        if (behind.kind == NUMBER and _is_ship(cell, title, end)) or (
            behind.fold in JOINTS and is_firm(cell, end, title)
        ):
            return []
    if end == honorific_at or (honorific_at == title.end and tokens[title.end - 1].owner):
        return _nameless(reading, at, begin, title)
    who = person(reading, at, begin, title, honorific_at, end) or _by_numeral(reading, at, begin, title, end)
    if who is None:
        may_be_land = tokens[end - 1].marks & AREA_END
        return [] if may_be_land else _nameless(reading, at, begin, title)
    if behind.fold == "of":
        end = past_territory(cell, title, end)
    elif behind.fold == "," and not is_regal(title.head):
        who, end = with_given(reading, who, end)
    return [(who, end, title, OPEN)]


def _is_noun(word: Word, title: Title) -> bool:
    """What a name of those who have no surname makes the name of a thing, behind it and at the end: `Earl Grey tea`."""
    is_verb = word.fold.endswith(("ed", "s", "ing")) or word.fold in GROUPS.behind_group | TITLES.following
    return word.fold in GROUPS.things or (is_regal(title.head) and not is_verb)


def _is_ship(cell: Cell, title: Title, at: int) -> bool:
    """`Queen Mary 2`: who reigns has a Roman numeral; a year, a day, or the number of a next item, is none of a name."""
    number, behind = cell.tokens[at : at + 2]
    is_lone = behind.fold not in (".", ")", ":") and behind.fold not in GROUPS.months
    return is_regal(title.head) and len(number.fold) == 1 and is_lone


def _by_numeral(reading: Reading, at: int, begin: int, title: Title, end: int) -> Visitor | None:
    """`Aga Khan IV`: a title that is no office of a state is with its numeral the name of who bears it."""
    cell = reading.cell
    if cell.tokens[end - 1].printed not in NUMERALS or classify_office(title.head) != "other":
        return None
    name = cell.on_one_line(title.core, end)
    honorific = printed_honorific(cell, at, begin)
    return built(reading, at, honorific, NO_OFFICE, None, PersonName(name, None, name), end)


_OF_STATES = frozenset(["head_of_state", "head_of_government"])
"""A president may be both."""


def _is_label_of(cell: Cell, title: Title) -> bool:
    """`Chief of State: President X` names one office twice."""
    second = scan_titles(cell, cell.skip(title.end, ":"))
    if second is None:
        return False
    label, office = classify_office(title.head), classify_office(second.head)
    return label == office or _OF_STATES.issuperset((label, office))


def _nameless(reading: Reading, at: int, begin: int, title: Title) -> list[Draft]:
    """An office without a name: one may come in a bracket or with `and Mrs.`; a meeting of ministers is nobody."""
    cell, tokens, behind = reading.cell, reading.cell.tokens, reading.cell.tokens[title.end]
    if begin == at and _may_be_of_the_last(reading, at, title):
        return []
    goal = destination(cell, title.end)
    goes_on = behind.kind == LOWER and behind.fold not in TITLES.following
    if goal is None and (goes_on or tokens[title.end - 1].owner):
        return []
    if goal is None and behind.kind == TITLE and _is_part_of_name(cell, title):
        return []
    who = holder(reading, at, begin, title)
    shared = shared_name(cell, title.end)
    return with_mrs(reading, who, *shared) if shared else [(who, title.end, title, OPEN)]


def _is_part_of_name(cell: Cell, title: Title) -> bool:
    """A happening, a group or a firm is named after an office: `Prime Minister Cup`, `Premier League`, `Premier Oil`."""
    behind = cell.tokens[title.end]
    if behind.fold in GROUPS.heads or behind.marks & HAPPENING:
        return True
    return behind.marks & DOMAIN != 0 and title.head in TITLES.plain_heads and not scan_titles(cell, title.end)


def _may_be_of_the_last(reading: Reading, at: int, title: Title) -> bool:
    """`President X, Chairman of the OAU`: an office behind a comma, of X or of somebody whose name is missing."""
    cell, tokens, last = reading.cell, reading.cell.tokens, reading.found[-1] if reading.found else None
    if last is None or last.visitor_kind != "person" or last.office is None or tokens[at - 1].fold != ",":
        return False
    if tokens[at - 2].kind == BRACKET or tokens[cell.skip(title.end, ",")].kind == BRACKET:
        return False
    return not (is_regal(last.office) or is_regal(title.head) or shared_name(cell, title.end))


def _name_first(reading: Reading, at: int, begin: int, end: int | None = None) -> list[Draft]:
    cell, tokens = reading.cell, reading.cell.tokens
    stop = name_stop(cell, begin) if end is None else end
    shared = shared_name(cell, begin) if stop == begin and begin > at else None
    if shared:
        return with_mrs(reading, holder(reading, at, begin, None), *shared)
    first, last, behind = tokens[begin], tokens[stop - 1], tokens[stop]
    if stop == begin or ((first.marks | last.marks) & THING and is_thing(first, last)):
        return []
    if behind.fold in JOINTS and is_firm(cell, stop):
        return []
    who = person(reading, at, begin, None, begin, stop)
    if who is None:
        return []
    who, stop = with_given(reading, who, stop) if behind.fold == "," else (who, past_seat(cell, begin, stop))
    return [(who, stop, None, OPEN)]


def _group(reading: Reading, at: int) -> list[Draft]:
    cell, tokens = reading.cell, reading.cell.tokens
    end = group_end(cell, at)
    if end == at:
        return []
    if tokens[end].kind in OF_NAMES and tells_not_who(cell, at):
        return []
    start = at + (tokens[at].marks & ARTICLE != 0)
    title = post_in_group(cell, start, end)
    if title is not None:
        return _office_first(reading, at, at, title)
    if _is_body_of_the_last(reading, at, end):
        return []
    is_along = reading.found and reading.linked and reading.role == "principal"
    goal = goal_end(cell, end) if tokens[end].fold == "to" else end
    who = tuple.__new__(Visitor, (
        "group", "accompanying" if is_along else reading.role, None, None, None, "group", None, None,
        cell.on_one_line(start, end), None, None, None, cell.on_one_line(end + 1, goal) if goal > end else None, (),
        reading.start(start), 0,
    ))  # fmt: skip
    return [(who, goal, None, OPEN)]


def _is_body_of_the_last(reading: Reading, at: int, end: int) -> bool:
    """`Commissioner X, European Commission`: behind a comma and an office stands where it is held."""
    tokens, last = reading.cell.tokens, reading.found[-1] if reading.found else None
    if last is None or last.office is None or reading.linked or tokens[at - 1].fold != ",":
        return False
    return any(token.fold in GROUPS.seats for token in tokens[at:end])
