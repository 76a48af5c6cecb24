"""Reads a cell visitor by visitor: office and name, name and office, couples, groups with their heads, spouses."""

from __future__ import annotations

from pipeline.normalize.names import PersonName
from pipeline.normalize.offices import NO_OFFICE
from pipeline.normalize.spelling import NUMERALS
from pipeline.normalize.visit.goals import destination, goal_end, prefixed_goal, visit_prefix
from pipeline.normalize.visit.group_phrases import bare_name_end, group_end
from pipeline.normalize.visit.inverted import inverted_name
from pipeline.normalize.visit.marks import AREA_END, ARTICLE, DOMAIN, FORM, HAPPENING, STATUS, THING
from pipeline.normalize.visit.name_extent import is_thing, name_place, name_stop, past_seat, past_territory
from pipeline.normalize.visit.office_class import classify_office, is_regal
from pipeline.normalize.visit.openings import Openings
from pipeline.normalize.visit.title import Title
from pipeline.normalize.visit.title_lexicon import ADDRESS, GROUPS, TITLES
from pipeline.normalize.visit.titles import scan_titles
from pipeline.normalize.visit.visitor import Visitor
from pipeline.normalize.visit.words import BRACKET, LOWER, NUMBER, OF_NAMES, TITLE, Word


class Party(Openings):
    """Reads the visitors of one cell; `numbered` says that a number stands before each visitor, `inverted` that the
    surname stands first."""

    numbered = inverted = False

    def read(self, opening: Title | None) -> list[Visitor]:
        self.opening = opening
        self.inverted = "," in self.cell.text and inverted_name(self.cell, 0) is not None
        status = goal = None
        if self.cell.tokens[0].marks & STATUS:
            self.place, status, goal = visit_prefix(self.cell)
            self.prefixed = self.place > 0
        count = self.cell.count
        while self.place < count:
            begin = self.place
            self._separators()
            if self.place >= count or not self._visitor(self.place) or self.place <= begin:
                break
        if self.prefixed and self.found and not goal:
            goal = prefixed_goal(self.cell, self.place)
        if status or goal:
            self.found = [
                who._replace(guest_status=who.guest_status or status, destination=who.destination or goal)
                for who in self.found
            ]
        return self.found

    def _surname_first(self, at: int) -> bool:
        """One of a list of people whose surnames stand first."""
        found = inverted_name(self.cell, at)
        if found is None:
            return False
        comma, begin, end, name = found
        who = self._built(comma, self._printed_honorific(comma, begin), NO_OFFICE, None, name, end)._replace(
            start=self._start(at)
        )
        return self._finish(who, end, None)

    def _visitor(self, at: int) -> bool:
        """Read the visitor that begins at token `at`; false where none does."""
        tokens = self.cell.tokens
        if tokens[at].kind in (BRACKET, NUMBER) and (self.numbered or not self.found):
            begin, at = at, self._past_numbering(at)
            self.numbered = at > begin
        if self.inverted and self._surname_first(at):
            return True
        if self.found and self._spouse(at):
            return True
        if tokens[at].marks & FORM and tokens[at].fold in ADDRESS.plural and self._addressed(at):
            return True
        title, begin = self._title(at)
        if title is not None:
            return self._office_first(at, begin, title)
        if begin > at or tokens[at].fold in TITLES.names_before_post:
            return self._name_first(at, begin)
        if self._plural(at) or self._group(at):
            return True
        end = bare_name_end(self.cell, at)
        return end > at and self._name_first(at, at, end)

    def _office_first(self, at: int, begin: int, title: Title) -> bool:
        tokens = self.cell.tokens
        behind = tokens[title.end].fold
        if behind in ("and", "&") and self._couple(at, begin, title):
            return True
        if behind == ":" and self._is_label_of(title):
            return self._visitor(self.cell.skip(title.end, ":"))
        end, honorific_at = name_place(self.cell, title)
        first, last = tokens[title.end], tokens[end - 1 if end > title.end else end]
        if (first.marks | last.marks) & THING and honorific_at == title.end and is_thing(first, last, title):
            return False
        if end == honorific_at or (honorific_at == title.end and self.cell.tokens[title.end - 1].owner):
            return self._nameless(at, begin, title)
        who = self._person(at, begin, title, honorific_at, end) or self._by_numeral(at, begin, title, end)
        if who is None:
            may_be_land = tokens[end - 1].marks & AREA_END
            return not may_be_land and self._nameless(at, begin, title)
        if tokens[end].fold == "of":
            end = past_territory(self.cell, title, end)
        return self._finish(who, end, title)

    def _by_numeral(self, at: int, begin: int, title: Title, end: int) -> Visitor | None:
        """`Aga Khan IV`: a title that is no office of a state is with its numeral the name of who bears it."""
        if self.cell.tokens[end - 1].printed not in NUMERALS or classify_office(title.head) != "other":
            return None
        name = self.cell.on_one_line(title.core, end)
        return self._built(at, self._printed_honorific(at, begin), NO_OFFICE, None, PersonName(name, None, name), end)

    def _is_label_of(self, title: Title) -> bool:
        """`Chief of State: President X` names one office twice."""
        second = scan_titles(self.cell, self.cell.skip(title.end, ":"))
        return second is not None and classify_office(title.head) == classify_office(second.head)

    def _nameless(self, at: int, begin: int, title: Title) -> bool:
        """An office without a name: one may come in a bracket or with `and Mrs.`; a meeting of ministers is nobody."""
        tokens, behind = self.cell.tokens, self.cell.tokens[title.end]
        if begin == at and self._may_be_of_the_last(at, title):
            return False
        goal = destination(self.cell, title.end)
        goes_on = behind.kind == LOWER and behind.fold not in TITLES.following
        if goal is None and (goes_on or tokens[title.end - 1].owner):
            return False
        if goal is None and behind.kind == TITLE and self._is_part_of_name(title, behind):
            return False
        who = self._base(at, begin, title)
        shared = self._shared_name(title.end)
        if shared:
            return self._with_mrs(who, *shared)
        return self._finish(who, title.end, title)

    def _is_part_of_name(self, title: Title, behind: Word) -> bool:
        """A happening, a group or a firm is named after an office: `Prime Minister Cup`, `Premier League`, `Premier Oil`."""
        if behind.fold in GROUPS.heads:
            return True
        if behind.marks & HAPPENING:
            return True
        return behind.marks & DOMAIN != 0 and title.head in TITLES.plain_heads and not scan_titles(self.cell, title.end)

    def _may_be_of_the_last(self, at: int, title: Title) -> bool:
        """`President X, Chairman of the OAU`: an office behind a comma, of X or of somebody whose name is missing."""
        tokens, last = self.cell.tokens, self.found[-1] if self.found else None
        if last is None or last.visitor_kind != "person" or last.office is None or tokens[at - 1].fold != ",":
            return False
        if tokens[at - 2].kind == BRACKET or tokens[self.cell.skip(title.end, ",")].kind == BRACKET:
            return False
        return not (is_regal(last.office) or is_regal(title.head) or self._shared_name(title.end))

    def _is_body_of_the_last(self, at: int, end: int) -> bool:
        """`Commissioner X, European Commission`: behind a comma and an office stands where it is held."""
        tokens, last = self.cell.tokens, self.found[-1] if self.found else None
        if last is None or last.office is None or self.linked or tokens[at - 1].fold != ",":
            return False
        return any(token.fold in GROUPS.seats for token in tokens[at:end])

    def _name_first(self, at: int, begin: int, end: int | None = None) -> bool:
        stop = name_stop(self.cell, begin) if end is None else end
        shared = self._shared_name(begin) if stop == begin and begin > at else None
        if shared:
            return self._with_mrs(self._base(at, begin, None), *shared)
        if stop == begin or (begin > at and is_thing(self.cell.tokens[begin], self.cell.tokens[stop - 1])):
            return False
        who = self._person(at, begin, None, begin, stop)
        return who is not None and self._finish(who, past_seat(self.cell, begin, stop), None)

    def _group(self, at: int) -> bool:
        end = group_end(self.cell, at)
        if end == at:
            return False
        tokens = self.cell.tokens
        if tokens[end].kind in OF_NAMES and self._tells_not_who(at):
            return False
        start = at + (tokens[at].marks & ARTICLE != 0)
        title = self._post_in_group(start, end)
        if title is not None:
            return self._office_first(at, at, title)
        if self._is_body_of_the_last(at, end):
            return False
        name = self.cell.on_one_line(start, end)
        role = "accompanying" if self.found and self.linked and self.role == "principal" else self.role
        goal = goal_end(self.cell, end) if tokens[end].fold == "to" else end
        land = self.cell.on_one_line(end + 1, goal) if goal > end else None
        who = tuple.__new__(Visitor, (
            "group", role, None, None, None, "group", None, None, name, None, None, None, land, (), self._start(start), 0,
        ))  # fmt: skip
        if not self._finish(who, goal, None):
            return False
        behind = self.cell.skip(self.place, ",:")
        if behind > self.place and self.cell.is_honorific(behind):
            self.role = "member"
        return True
