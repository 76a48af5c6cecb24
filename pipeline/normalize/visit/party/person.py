"""Builds one visitor out of the tokens of its office, forms of address and name."""

from __future__ import annotations

from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.lexicon import ADDRESS, NAME_ORDER, TITLES
from pipeline.normalize.visit.name.honorifics import honorific_end, rank_end
from pipeline.normalize.visit.name.names import PersonName, name_from, name_of
from pipeline.normalize.visit.office.offices import NO_OFFICE, Office, office_of
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import ARTICLE, FORM
from pipeline.normalize.visit.text.words import INITIAL, fold
from pipeline.normalize.visit.visitor import Visitor


def holder(reading: Reading, at: int, begin: int, title: Title | None) -> Visitor:
    """An office holder, or nobody known yet, whose forms of address stand at `at` up to `begin`."""
    office, end = (office_of(reading.cell, title), title.end) if title else (NO_OFFICE, begin)
    return built(reading, at, printed_honorific(reading.cell, at, begin), office, None, None, end)


def person(reading: Reading, at: int, begin: int, title: Title | None, name_at: int, end: int) -> Visitor | None:
    """A person whose forms of address and name stand at `name_at` up to `end`."""
    cell, area = reading.cell, reading.area
    office = office_of(cell, title) if title else NO_OFFICE
    royal = office.is_regal
    tokens, behind = cell.tokens, name_at
    if tokens[name_at].marks & FORM:
        behind = honorific_end(tokens, name_at)
    if behind == name_at:
        behind = rank_end(tokens, name_at, area) if area else name_at
    elif _is_named_prince(cell, name_at):
        behind = name_at
    if title is None and begin == name_at > at:
        begin = name_at = behind = _before_given(cell, at, behind, area)
    honorific, more = printed_honorific(cell, at, begin) if begin > at else None, None
    if behind > name_at:
        behind = _before_given(cell, name_at, behind, area)
        if title and not royal and _is_initials(cell, name_at, behind):
            behind = name_at
        more = printed_honorific(cell, name_at, behind)
    if forms := more or (honorific if title is None else None):
        last = fold(forms.rpartition(" ")[2])
        royal = royal or _has_no_surname(last, area)
        area = area or ADDRESS.custom_of.get(last)
    name = name_from(cell, behind, end, area, cell.capitals_tell, royal)
    if isinstance(name, Refusal):
        return None
    return built(reading, at, honorific, office, more, name, end)


def built(
    reading: Reading, at: int, honorific: str | None, office: Office, more: str | None,
    name: tuple[str | None, str | None, str] | None, end: int,
) -> Visitor:  # fmt: skip
    """The visitor from token `at` up to `end`; `more` are the forms of address between office and name."""
    fixed = ADDRESS.corrections.get(honorific.lower()) if honorific else None
    office_printed, title, office_class, typos, _ = office
    typos = ((fixed[0], fixed[1]), *typos) if fixed else typos
    main, others, printed = name if name else (None, None, None)
    cell, offset = reading.cell, reading.offset
    return tuple.__new__(Visitor, (
        "person" if name else "office_holder", reading.role, joined(honorific, more, " ") if more else honorific,
        title or None, office_printed or None, office_class or None, main, others, printed, None, None, None, None, typos,
        cell.starts[at] + offset, cell.end(end - 1) + offset,
    ))  # fmt: skip


def printed_honorific(cell: Cell, at: int, end: int) -> str | None:
    """The forms of address from `at` up to `end` as printed, without the article."""
    if end <= at:
        return None
    tokens = cell.tokens
    if tokens[at].fold == "the" and end > at + 1:
        at += 1
    if end == at + 1 and tokens[at].marks & ARTICLE:
        return None
    return cell.on_one_line(at, end)


def _has_no_surname(form: str, area: str | None) -> bool:
    """A Burmese, or a prince, unless his area's go by the title that stands last (`Prince Fatafehi Tu'ipelehake`)."""
    if form not in ADDRESS.royal:
        return form in ADDRESS.burmese
    return NAME_ORDER.areas.get(area or "", {}).get("princes") != "title_last"


def _before_given(cell: Cell, at: int, behind: int, area: str | None) -> int:
    """`behind`, or before the last form of address, where it is a given name of the area (`Sheikh Hasina`)."""
    known = NAME_ORDER.names_not_titles.get(area or "")
    return behind - 1 if known and behind > at and cell.tokens[behind - 1].fold in known else behind


def _is_initials(cell: Cell, at: int, behind: int) -> bool:
    """`H.M.` directly before the name: of one who does not reign they are initials (`President H.M. Soeharto`)."""
    one, two, name = cell.tokens[at : at + 3]
    is_form = behind == at + 2 and one.kind == two.kind == INITIAL and (one.fold, two.fold) == ("h", "m")
    return is_form and name.fold not in TITLES.name_like_heads


def _is_named_prince(cell: Cell, at: int) -> bool:
    """`Mr. Prince Johnson` is no prince, nor `Mr. Baron Waqa` a baron."""
    tokens = cell.tokens
    is_either = tokens[at].fold in ADDRESS.royal or tokens[at].fold in ADDRESS.given_too
    return is_either and at > 0 and tokens[at - 1].fold in ADDRESS.civil


def holding(who: Visitor, office: Office) -> Visitor:
    """A visitor with an office that stands behind the name; a royal one says that no part of the name is a surname."""
    if office.is_regal and who.name_printed:
        name = name_of(who.name_printed, None, royal=True)
        who = who if isinstance(name, Refusal) else named(who, name)
    before, between, behind = who[:3], who[6:13], who[14:]
    fields = (*before, office.office, office.printed, office.office_class, *between, office.typos, *behind)
    return tuple.__new__(Visitor, fields)


def named(who: Visitor, name: PersonName) -> Visitor:
    """A visitor with a name that is found apart from the office."""
    return who._replace(
        visitor_kind="person", main_name=name.main_name, other_names=name.other_names, name_printed=name.printed
    )


def joined(first: str | None, second: str | None, between: str = ", ") -> str | None:
    """Two printed texts as one; either may be missing."""
    return f"{first}{between}{second}" if first and second else first or second
