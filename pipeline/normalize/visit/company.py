"""Who comes along: what parts visitors from each other, and the people that a bracket names."""

from __future__ import annotations

from pipeline.normalize.visit.behind import Behind
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.marks import COMPANY, LED
from pipeline.normalize.visit.title_lexicon import GROUPS, match
from pipeline.normalize.visit.titles import scan_titles
from pipeline.normalize.visit.visitor import Visitor
from pipeline.normalize.visit.words import SIGN

_SEPARATORS = ",;\n&/•·*-–—、.:|+"
_DEEPEST = 3
"""Brackets within brackets that are looked into for people."""


class Company(Behind):
    """Reads those who come with a visitor already found."""

    def _separators(self) -> None:
        """Go past signs, `and` and `accompanied by`; the latter changes the role of all who follow."""
        tokens, self.linked = self.cell.tokens, False
        while self.place < self.cell.count:
            token = tokens[self.place]
            if token.kind == SIGN and token.fold in _SEPARATORS:
                self.linked |= token.fold in "&+"
                if token.fold == "\n" and self.role == "member":
                    self.role = "principal"
                self.place += 1
            elif token.fold == "and":
                self.place, self.linked = self.place + 1, True
            elif not token.marks & (COMPANY | LED if self.found else COMPANY) or not self._company():
                break

    def _company(self) -> bool:
        tokens = self.cell.tokens
        label = match(GROUPS.accompanied_by, tokens, self.place)
        if label and (self.found or label[1].startswith("accompan")):
            self.place, self.role, self.linked = label[0], "accompanying", True
            return True
        label = match(GROUPS.led_by, tokens, self.place)
        if label and self.found and self.found[-1].visitor_kind == "group" and self._is_label(label):
            self.place, self.role = self.cell.skip(label[0], ":"), "head"
            return True
        return False

    def _is_label(self, label: tuple[int, str]) -> bool:
        behind = self.cell.tokens[label[0]]
        return label[1].endswith("by") or (behind.kind == SIGN and behind.fold == ":") or label[1] == "including"

    def _people(self, index: int, rest: str, inner: Cell, place: int) -> bool:
        """`(Head: Mr. X, Chairman)`, `(led by Minister X)`, `(with his wife)`, `(Mr. X and Mr. Y)` of a group."""
        who = self.found[index]
        if self.depth >= _DEEPEST:
            return False
        marks = inner.tokens[0].marks
        led = match(GROUPS.led_by, inner.tokens, 0) if marks & LED else None
        with_ = match(GROUPS.accompanied_by, inner.tokens, 0) if marks & COMPANY else None
        start, role = 0, ""
        if led and self._names_a_head(who, inner, led):
            start, role = inner.skip(led[0], ":"), "head"
        elif with_ or inner.tokens[0].fold == "and":
            start, role = (with_[0] if with_ else 1), "accompanying"
        elif who.visitor_kind == "group":
            role = "member" if inner.is_honorific(0) else "head"
        if not role:
            return False
        return self._inner_party(rest, inner, start, role, place) or bool(with_)

    def _names_a_head(self, who: Visitor, inner: Cell, label: tuple[int, str]) -> bool:
        at, phrase = label
        if inner.tokens[at].fold == ":" or phrase.endswith("by"):
            return True
        return who.visitor_kind == "group" and inner.is_honorific(at)

    def _inner_party(self, rest: str, inner: Cell, start: int, role: str, place: int) -> bool:
        start_of_bracket = self.cell.starts[place]
        verbatim = self.cell.tokens[place].fold.find(rest)
        offset = self.offset + start_of_bracket + max(verbatim, 0)
        cell = inner.behind(start)
        party = type(self)(cell, self.area, offset=offset, role=role, depth=self.depth + 1)
        if role == "accompanying":
            party.found, party.heads = list(self.found[-1:]), [""]
            party.linked = True
            people = party.read_company()
        else:
            people = party.read(scan_titles(cell, 0))
        persons = [who for who in people if who.visitor_kind == "person" or who.party_role == "spouse"]
        if verbatim < 0:
            begin, end = self.offset + start_of_bracket, self.offset + self.cell.end(place)
            persons = [who._replace(start=begin, end=end) for who in persons]
        if self.found[-1].visitor_kind == "group":
            persons = [_of_group(who, len(persons) == 1) for who in persons]
        self.found += persons
        self.heads += [""] * len(persons)
        return bool(persons)

    def read_company(self) -> list[Visitor]:
        """The visitors of a bracket that begins with `with`, a spouse perhaps; who is found already is none of them."""
        known = len(self.found)
        self.place = self.cell.skip(0, _SEPARATORS)
        while self.place < self.cell.count:
            begin, self.linked = self.place, True
            if not self._visitor(self.place) or self.place <= begin:
                break
            self._separators()
        return self.found[known:]


def _of_group(who: Visitor, alone: bool) -> Visitor:
    """A person named in a group's bracket: its president is no head of state, and one who is named alone leads it."""
    role = "head" if alone and who.party_role == "member" and who.office else who.party_role
    office_class = "official" if who.office in ("President", "Chairman", "Chairperson") else who.office_class
    return who._replace(party_role=role, office_class=office_class)
