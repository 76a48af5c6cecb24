"""Builds one visitor out of the tokens of its office, forms of address and name."""

from __future__ import annotations

from pipeline.normalize.names import PersonName, name_from, name_of
from pipeline.normalize.offices import NO_OFFICE, Office, Title, office_of, scan_office
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.group_phrases import group_end
from pipeline.normalize.visit.honorifics import honorific_end, name_end, rank_end
from pipeline.normalize.visit.marks import ARTICLE, DOMAIN, FORM, HAPPENING, START, STRONG
from pipeline.normalize.visit.office_class import is_regal
from pipeline.normalize.visit.title_lexicon import ADDRESS, GROUPS, NAME_ORDER, TITLES
from pipeline.normalize.visit.visitor import Visitor
from pipeline.normalize.visit.words import BRACKET, INITIAL, OF_NAMES, SIGN, TITLE, fold

_LONGEST_LETTERS = 4


class Reader:
    """The state of reading one cell: `found` so far, `heads` their titles' heads, `place` the next token, `role` the
    role of whoever is read next, `linked` that `and` or `&` stood before it. `offset` is where the cell begins."""

    def __init__(
        self, cell: Cell, area: str | None, family_first: bool | None, *, offset: int = 0, role: str = "principal",
        depth: int = 0,
    ) -> None:  # fmt: skip
        self.cell, self.area, self.family_first = cell, area, family_first
        self.offset, self.role, self.depth = offset, role, depth
        self.found: list[Visitor] = []
        self.heads: list[str] = []
        self.linked = False
        self.place = 0
        self.prefixed = False

    def read(self) -> list[Visitor]:
        """The visitors from the beginning on, until words come that are none."""
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

    def _separators(self) -> None:
        """Go past what parts visitors."""
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
        return who if who.end == behind else who._replace(end=behind)

    def _base(self, at: int, begin: int, title: Title | None) -> Visitor:
        """An office holder, or nobody known yet, whose forms of address stand at `at` up to `begin`."""
        office, end = (office_of(self.cell, title), title.end) if title else (NO_OFFICE, begin)
        return self._built(at, begin, office, None, None, end)

    def _built(
        self, at: int, begin: int, office: Office, more: str | None, name: PersonName | None, end: int
    ) -> Visitor:
        """The visitor up to token `end`; `more` are the forms of address between office and name."""
        honorific = self._printed_honorific(at, begin) if begin > at else None
        fixed = ADDRESS.corrections.get(honorific.lower()) if honorific else None
        typos = ((fixed[0], fixed[1]), *office.typos) if fixed else office.typos
        main, others, printed = name if name else (None, None, None)
        start, behind = self._start(at), self.cell.end(end - 1) + self.offset
        return tuple.__new__(Visitor, (
            "person" if name else "office_holder", self.role, joined(honorific, more, " ") if more else honorific,
            office.office or None,
            office.printed or None, office.office_class or None, main, others, printed, None, None, None, None, typos,
            start, behind,
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
        more = None
        if behind > name_at:
            behind = self._before_given(name_at, behind)
            if title and not royal and self._is_initials(name_at, behind):
                behind = name_at
            more = self._printed_honorific(name_at, behind)
        forms = more or (self._printed_honorific(at, begin) if title is None else None)
        royal = royal or (forms is not None and self._has_no_surname(forms))
        area = self.area or (ADDRESS.custom_of.get(fold(forms.rpartition(" ")[2])) if forms else None)
        name = name_from(self.cell, behind, end, area, self.family_first, self.cell.capitals_tell, royal)
        if isinstance(name, Refusal):
            return None
        return self._built(at, begin, office, more, name, end)

    def _has_no_surname(self, honorific: str) -> bool:
        """A Burmese, or a prince, unless his area's go by the title that stands last (`Prince Fatafehi Tu'ipelehake`)."""
        custom, last = NAME_ORDER.areas.get(self.area or "", {}), fold(honorific.rpartition(" ")[2])
        if last in ADDRESS.burmese:
            return True
        return last in ADDRESS.royal and custom.get("princes") != "title_last"

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
        """`Mr. Prince Johnson` is no prince."""
        tokens, lexicon = self.cell.tokens, ADDRESS
        return at > 0 and tokens[at - 1].fold in lexicon.civil and tokens[at].fold in lexicon.royal

    def _name_place(self, title: Title) -> tuple[int, int]:
        """Where the name behind a title ends and where the forms of address before it begin."""
        cell, start = self.cell, title.end
        if cell.tokens[start].kind not in OF_NAMES or cell.tokens[start].fold == "at":
            start = cell.skip(self._past_time(start), ",\n:")
        behind = honorific_end(cell.tokens, start) if cell.tokens[start].marks & FORM else start
        if behind == start and start > title.end and not self._may_be_name(start):
            return start, start
        token = cell.tokens[behind]
        if token.fold == "the" or (token.marks & HAPPENING and not cell.stands_out(behind)):
            return start, start
        end = self._name_stop(behind)
        if behind == start > title.end and self._is_division(start, end):
            return start, start
        return (end, start) if end > behind else (start, start)

    def _is_division(self, at: int, end: int) -> bool:
        """`Director General, Asia-Pacific Department`: words behind a comma that name what is directed."""
        cell, first = self.cell, self.cell.tokens[at]
        if end < at + 2 or not cell.tokens[end - 1].marks & DOMAIN or cell.stands_out(end - 1):
            return False
        return first.kind == TITLE and first.fold not in NAME_ORDER.given_names

    def _past_time(self, at: int) -> int:
        """Behind `at that time`, `at the time`, which say no more than `then`."""
        if self.cell.tokens[at].fold != "at":
            return at
        behind = [token.fold for token in self.cell.tokens[at + 1 : at + 3]]
        return at + 3 if behind in (["that", "time"], ["the", "time"]) else at

    def _may_be_name(self, at: int) -> bool:
        """Behind a comma: a capitalised word that begins neither a title, a group nor the name of a land."""
        if not self.cell.is_name_word(at) or self.cell.tokens[at].fold in GROUPS.events:
            return False
        return group_end(self.cell, at) == at

    def _name_stop(self, at: int) -> int:
        """Behind the name at `at`: a title or a strong form of address inside ends it."""
        cell = self.cell
        end = name_end(cell.tokens, at, cell.count)
        place = at - 1
        while (place := place + 1) < end:
            token = cell.tokens[place]
            if not token.marks & (START | STRONG):
                continue
            if place > at and cell.is_honorific(place):
                return place
            if not token.marks & START or (place > at and token.fold in ADDRESS.suffixes):
                continue
            title = scan_office(cell, place)
            if title is not None and not (title.head in TITLES.name_like_heads and title.end == place + 1):
                return place
            is_noun = token.marks & DOMAIN and token.fold not in TITLES.adjectives
            if place == at and is_noun and not cell.stands_out(at):
                return at
        return end

    def _past_second_title(self, who: Visitor, end: int) -> int:
        """A royal person's further title behind the name (`Prince William, Duke of Cambridge`)."""
        if not is_regal(who.office or "") or who.main_name is None or self.cell.tokens[end].fold != ",":
            return end
        title = scan_office(self.cell, end + 1)
        if title is None or not office_of(self.cell, title).is_regal:
            return end
        behind = self.cell.tokens[title.end]
        return title.end if behind.kind in (SIGN, BRACKET) else end

    def _past_territory(self, title: Title, end: int) -> int:
        """Royal names may go on with a land or house: `Princess Mako of Akishino`."""
        tokens = self.cell.tokens
        if tokens[end].fold == "of" and title.head in TITLES.plain_heads:
            place = end + 1 + (tokens[end + 1].fold == "the")
            behind = name_end(tokens, place, self.cell.count)
            return behind if behind > place else end
        return end

    def _past_seat(self, begin: int, end: int) -> int:
        """Behind the place that a peer's title names (`Lord Ahmad of Wimbledon`)."""
        tokens = self.cell.tokens
        if begin == 0 or tokens[end].fold != "of" or tokens[begin - 1].fold not in ADDRESS.peers:
            return end
        return name_end(tokens, end + 1, self.cell.count)

    def _with_suffix(self, who: Visitor, end: int) -> tuple[Visitor, int]:
        """The visitor with the letters behind the name that a comma parts from it (`Remengesau, Jr.`)."""
        behind = self._past_suffix(end, whole=who.other_names is not None)
        if behind == end or not who.name_printed:
            return who, end
        letters = self.cell.text[self.cell.end(end - 1) : self.cell.end(behind - 1)]
        return who._replace(name_printed=" ".join(f"{who.name_printed}{letters}".split())), behind

    def _past_suffix(self, end: int, whole: bool) -> int:
        """`whole` says that a given name stands before, so that letters nobody knows are no initials of one."""
        place = end
        while self.cell.tokens[place].fold == "," and (behind := self._suffix_end(place + 1, whole)) > place + 1:
            end = place = behind
            while (behind := self._suffix_end(place, whole=False)) > place:
                end = place = behind
        return end

    def _suffix_end(self, at: int, whole: bool) -> int:
        """Behind the letters at `at` that follow names, with or without points (`MP`, `M.P.`); else `at`."""
        one, two = self.cell.tokens[at : at + 2]
        if one.kind == SIGN:
            return at
        if one.dot and two.dot and f"{one.fold} {two.fold}" in ADDRESS.suffixes:
            return at + 2
        return at + 1 if one.fold in ADDRESS.suffixes else self._order_end(at) if whole else at

    def _are_letters(self, at: int) -> bool:
        """Capitals between commas before further letters or an office (`Raila A. Odinga, EGH, MP, Prime Minister`)."""
        cell, token = self.cell, self.cell.tokens[at]
        if not cell.stands_out(at) or len(token.fold) > _LONGEST_LETTERS or cell.tokens[at + 1].fold != ",":
            return False
        is_name = any(cell.stands_out(place) for place in range(at))
        follows = cell.tokens[at + 2]
        return not is_name and (follows.fold in ADDRESS.suffixes or scan_office(cell, at + 2) is not None)

    def _order_end(self, at: int) -> int:
        """Behind the letters of an order up to a sign (`GCSK`, `E.G.H.`); else `at`."""
        tokens, end = self.cell.tokens, at
        while tokens[end].kind == INITIAL and tokens[end].dot:
            end += 1
        if self.cell.is_initialism(at) and not tokens[at].marks:
            end = at + 1
        elif self._are_letters(at):
            return at + 1
        elif end < at + 2:
            return at
        return end if tokens[end].kind in (SIGN, BRACKET) else at


def holding(who: Visitor, office: Office) -> Visitor:
    """A visitor with an office that stands behind the name; a royal one says that no part of the name is a surname."""
    if office.is_regal and who.name_printed:
        name = name_of(who.name_printed, None, None, royal=True)
        who = who if isinstance(name, Refusal) else named(who, name)
    return who._replace(
        office=office.office, office_printed=office.printed, office_class=office.office_class, typos=office.typos
    )


def named(who: Visitor, name: PersonName) -> Visitor:
    return who._replace(
        visitor_kind="person", main_name=name.main_name, other_names=name.other_names, name_printed=name.printed
    )


def joined(first: str | None, second: str | None, between: str = ", ") -> str | None:
    return f"{first}{between}{second}" if first and second else first or second
