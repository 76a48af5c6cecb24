"""Builds one visitor out of the tokens of its office, forms of address and name."""

from __future__ import annotations

from pipeline.normalize.names import PersonName, name_from, name_of
from pipeline.normalize.offices import NO_OFFICE, Office, office_of
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.honorifics import honorific_end, rank_end
from pipeline.normalize.visit.marks import ARTICLE, FORM
from pipeline.normalize.visit.title import Title
from pipeline.normalize.visit.title_lexicon import ADDRESS, NAME_ORDER, TITLES
from pipeline.normalize.visit.visitor import Visitor
from pipeline.normalize.visit.words import INITIAL, fold


class Reader:
    """The state of reading one cell: `found` so far, `heads` their titles' heads, `place` the next token, `role` the
    role of whoever is read next, `linked` that `and` or `&` stood before it. `offset` is where the cell begins."""

    def __init__(
        self, cell: Cell, area: str | None, *, offset: int = 0, role: str = "principal",
        depth: int = 0,
    ) -> None:  # fmt: skip
        self.cell, self.area = cell, area
        self.offset, self.role, self.depth = offset, role, depth
        self.found: list[Visitor] = []
        self.heads: list[str] = []
        self.linked = self.prefixed = False
        self.place = 0

    def read(self, opening: Title | None) -> list[Visitor]:
        """The visitors from the beginning on, where the title `opening` stands, until words come that are none."""
        raise NotImplementedError

    def _visitor(self, at: int) -> bool:
        """Read the visitor that begins at token `at`; false where none does."""
        raise NotImplementedError

    def _married(self, who: Visitor) -> Visitor:
        """The visitor as the spouse of the one before, where the two are a couple."""
        raise NotImplementedError

    def _beside_monarch(self, who: Visitor) -> Visitor:
        """The visitor as royal, where a monarch's queen."""
        raise NotImplementedError

    def _add(self, who: Visitor, head: str, end: int) -> None:
        """A visitor that ends before token `end`, whose title's head is `head`."""
        self.found.append(self._at(who, end))
        self.heads.append(head)

    def _start(self, at: int) -> int:
        """Where token `at` begins in the whole text."""
        return self.cell.starts[at] + self.offset

    def _at(self, who: Visitor, end: int) -> Visitor:
        """A visitor that ends before token `end`."""
        behind = self.cell.end(end - 1) + self.offset
        return who if who.end == behind else tuple.__new__(Visitor, (*who[:-1], behind))

    def _base(self, at: int, begin: int, title: Title | None) -> Visitor:
        """An office holder, or nobody known yet, whose forms of address stand at `at` up to `begin`."""
        office, end = (office_of(self.cell, title), title.end) if title else (NO_OFFICE, begin)
        return self._built(at, self._printed_honorific(at, begin), office, None, None, end)

    def _built(
        self, at: int, honorific: str | None, office: Office, more: str | None,
        name: tuple[str | None, str | None, str] | None, end: int,
    ) -> Visitor:  # fmt: skip
        """The visitor from token `at` up to `end`; `more` are the forms of address between office and name."""
        fixed = ADDRESS.corrections.get(honorific.lower()) if honorific else None
        office_printed, title, office_class, typos, _ = office
        typos = ((fixed[0], fixed[1]), *typos) if fixed else typos
        main, others, printed = name if name else (None, None, None)
        cell, offset = self.cell, self.offset
        return tuple.__new__(Visitor, (
            "person" if name else "office_holder", self.role, joined(honorific, more, " ") if more else honorific,
            title or None, office_printed or None, office_class or None, main, others, printed, None, None, None, None, typos,
            cell.starts[at] + offset, cell.end(end - 1) + offset,
        ))  # fmt: skip

    def _with_office(self, who: Visitor, title: Title) -> Visitor:
        return holding(who, office_of(self.cell, title))

    def _printed_honorific(self, at: int, end: int) -> str | None:
        if end <= at:
            return None
        tokens = self.cell.tokens
        if tokens[at].fold == "the" and end > at + 1:
            at += 1
        if end == at + 1 and tokens[at].marks & ARTICLE:
            return None
        return self.cell.on_one_line(at, end)

    def _person(self, at: int, begin: int, title: Title | None, name_at: int, end: int) -> Visitor | None:
        """A person whose forms of address and name stand at `name_at` up to `end`."""
        office = office_of(self.cell, title) if title else NO_OFFICE
        royal = office.is_regal
        tokens, behind = self.cell.tokens, name_at
        if tokens[name_at].marks & FORM:
            behind = honorific_end(tokens, name_at)
        if behind == name_at:
            behind = rank_end(tokens, name_at, self.area) if self.area else name_at
        elif self._is_named_prince(name_at):
            behind = name_at
        if title is None and begin == name_at > at:
            begin = name_at = behind = self._before_given(at, behind)
        honorific, more, area = self._printed_honorific(at, begin) if begin > at else None, None, self.area
        if behind > name_at:
            behind = self._before_given(name_at, behind)
            if title and not royal and self._is_initials(name_at, behind):
                behind = name_at
            more = self._printed_honorific(name_at, behind)
        if forms := more or (honorific if title is None else None):
            last = fold(forms.rpartition(" ")[2])
            royal = royal or self._has_no_surname(last)
            area = area or ADDRESS.custom_of.get(last)
        name = name_from(self.cell, behind, end, area, self.cell.capitals_tell, royal)
        if isinstance(name, Refusal):
            return None
        return self._built(at, honorific, office, more, name, end)

    def _has_no_surname(self, form: str) -> bool:
        """A Burmese, or a prince, unless his area's go by the title that stands last (`Prince Fatafehi Tu'ipelehake`)."""
        if form not in ADDRESS.royal:
            return form in ADDRESS.burmese
        return NAME_ORDER.areas.get(self.area or "", {}).get("princes") != "title_last"

    def _before_given(self, at: int, behind: int) -> int:
        """`behind`, or before the last form of address, where it is a given name of the area (`Sheikh Hasina`)."""
        known = NAME_ORDER.names_not_titles.get(self.area or "")
        return behind - 1 if known and behind > at and self.cell.tokens[behind - 1].fold in known else behind

    def _is_initials(self, at: int, behind: int) -> bool:
        """`H.M.` directly before the name: of one who does not reign they are initials (`President H.M. Soeharto`)."""
        one, two, name = self.cell.tokens[at : at + 3]
        is_form = behind == at + 2 and one.kind == two.kind == INITIAL and (one.fold, two.fold) == ("h", "m")
        return is_form and name.fold not in TITLES.name_like_heads

    def _is_named_prince(self, at: int) -> bool:
        """`Mr. Prince Johnson` is no prince, nor `Mr. Baron Waqa` a baron."""
        tokens = self.cell.tokens
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
    return who._replace(
        visitor_kind="person", main_name=name.main_name, other_names=name.other_names, name_printed=name.printed
    )


def joined(first: str | None, second: str | None, between: str = ", ") -> str | None:
    return f"{first}{between}{second}" if first and second else first or second
