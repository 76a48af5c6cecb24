"""What is said of a visitor behind its name: where the visit went, brackets, a name behind a bracket."""

from __future__ import annotations

from pipeline.normalize.names import name_of
from pipeline.normalize.offices import office_of
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.brackets import read_bracket
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.company import Company
from pipeline.normalize.visit.goals import destination
from pipeline.normalize.visit.group_phrases import bare_name_end, group_end
from pipeline.normalize.visit.honorifics import honorific_end
from pipeline.normalize.visit.name_extent import name_stop, past_second_title
from pipeline.normalize.visit.name_words import name_end
from pipeline.normalize.visit.office_class import is_regal
from pipeline.normalize.visit.reader import holding, joined, named
from pipeline.normalize.visit.short_forms import is_affiliation, is_short_for
from pipeline.normalize.visit.suffixes import with_suffix
from pipeline.normalize.visit.title import Title
from pipeline.normalize.visit.title_lexicon import ADDRESS, GROUPS, NAME_ORDER, match
from pipeline.normalize.visit.titles import scan_titles
from pipeline.normalize.visit.visitor import Visitor
from pipeline.normalize.visit.words import BRACKET, LOWER, SIGN, TITLE, fold

_PAST = ("former", "ex")
_TITLES = ("former", "ex", "special envoy", "head", "leader", "then")
_CAPACITIES = ("as", "in the capacity of", "representing")


class Remarks(Company):
    """Finishes visitors with what stands behind them."""

    def _finish(self, who: Visitor, end: int, title: Title | None) -> bool:
        """Read what is said of a visitor behind its words: goal, office behind the name, brackets."""
        tokens = self.cell.tokens
        self.heads.append(title.head if title else "")
        if end == self.cell.count and len(self.heads) == 1 and not tokens[end - 1].owner:  # alone, and nothing is said
            self.found.append(self._at(who, end))
            self.place = end
            return True
        if tokens[end].fold == ",":
            who, end = with_suffix(self.cell, who, end)
            end = past_second_title(self.cell, who, end)
        goal = destination(self.cell, end) if tokens[end].kind != SIGN else None
        if goal is not None:
            end, land, status = goal
            who = who._replace(destination=land, guest_status=status)
        elif tokens[end - 1].owner and who.visitor_kind != "group":
            return False
        if who.office is None and who.visitor_kind != "group":
            who, end = self._office_behind(who, end)
        elif title and tokens[end].fold == "," and self._is_address(title):
            who, end = self._better_office(who, end)
        if self.linked and self.found:
            who = self._married(who)
        if who.office_class == "head_of_state":
            who = self._beside_monarch(who)
        index = len(self.found)
        self.found.append(who)
        behind = self._brackets(index, end) if end < self.cell.count else end
        if behind > end:
            behind = self._name_behind_bracket(index, behind)
            who = self.found[index]
            if who.office is None and who.visitor_kind != "group":
                who, behind = self._office_behind(who, behind)
        self.found[index] = self._at(who, behind)
        self.place = behind
        return True

    def _name_behind_bracket(self, index: int, end: int) -> int:
        """`Minister of State (Foreign Office) Hugo Swire`: the name of an office holder directly behind a bracket."""
        who = self.found[index]
        if who.visitor_kind != "office_holder" or who.office is None or is_regal(who.office):
            return end
        begin = honorific_end(self.cell.tokens, end)
        stop = name_stop(self.cell, begin) if self.cell.is_name_word(begin) else begin
        if stop == begin or self.cell.tokens[begin].kind == SIGN:
            return end
        name = name_of(self.cell.printed(begin, stop), self.area)
        if isinstance(name, Refusal):
            return end
        honorific = joined(who.honorific, self._printed_honorific(end, begin), " ")
        occasion = None if _may_be_place(who.occasion or "") else who.occasion
        self.found[index] = named(who, name)._replace(honorific=honorific, occasion=occasion)
        return stop

    def _brackets(self, index: int, end: int) -> int:
        """Read the brackets behind a visitor; the token behind the last."""
        while True:
            place = self.cell.skip(end, "\n*†‡")
            if self.cell.tokens[place].fold == "," and self.cell.tokens[place + 1].kind == BRACKET:
                place += 1
            if self.cell.tokens[place].kind != BRACKET:
                return end
            token = self.cell.tokens[place]
            read = read_bracket(token.fold)
            who = self.found[index]
            if read.date_printed or read.guest_status:
                self.found[index] = who._replace(
                    date_printed=joined(who.date_printed, read.date_printed),
                    guest_status=joined(who.guest_status, read.guest_status),
                )
            if read.rest:
                self._rest(index, read.rest, place)
            end = place + 1

    def _rest(self, index: int, rest: str, place: int) -> None:
        """What a bracket says beside date and status: people, a role, the visitor's name, or else the occasion."""
        who, inner = self.found[index], Cell(rest)
        if inner.tokens[0].fold in ADDRESS.retired and inner.count == 1:
            return
        lower = [token.fold for token in inner.tokens if token.kind == LOWER]
        if (inner.tokens[0].kind == LOWER and lower[0] in GROUPS.remark_openers) or GROUPS.remark_verbs.intersection(
            lower
        ):
            return
        if self._people(index, rest, inner, place) or self._role(index, inner):
            return
        if who.main_name and who.other_names is None and fold(rest) in NAME_ORDER.japanese_given:
            self.found[index] = who._replace(other_names=rest)
            return
        body = who.name_printed if who.visitor_kind == "group" else who.office
        if inner.count == 1 and is_short_for(inner.tokens[0], body or ""):
            return
        if who.main_name is None and who.visitor_kind == "office_holder" and self._name_in_bracket(index, rest, inner):
            return
        if who.visitor_kind == "group" or not is_affiliation(inner):
            self.found[index] = who._replace(occasion=joined(who.occasion, rest))

    def _role(self, index: int, inner: Cell) -> bool:
        """A title that fills the bracket, or `as ...`: no occasion; it is the office of a visitor without one."""
        who, opener = self.found[index], match(GROUPS.role_openers, inner.tokens, 0)
        start = opener[0] if opener and opener[1] not in _TITLES else 0
        title = scan_titles(inner, inner.skip(start, ","), name_first=True)
        whole = title is not None and inner.skip(title.end, ",.") >= inner.count
        if title is not None and whole and who.office is None and who.visitor_kind != "group":
            self.found[index] = holding(who, office_of(inner, title))
        if opener and opener[0] >= inner.count and opener[1] in _PAST and who.office:
            self.found[index] = who._replace(office_class="other")
        if opener and (opener[0] >= inner.count or _of_a_group(inner, opener[0])):
            return True
        return whole or bool(opener and start and (start >= inner.count or opener[1] in _CAPACITIES))

    def _name_in_bracket(self, index: int, rest: str, inner: Cell) -> bool:
        who = self.found[index]
        title = scan_titles(inner, 0)
        begin = honorific_end(inner.tokens, title.end if title else 0)
        if begin or title:
            end = name_end(inner.tokens, begin)
        elif not is_regal(who.office or ""):
            end = bare_name_end(inner, 0, in_bracket=True)
            if end == 0 and inner.count == 1 and inner.tokens[0].fold in NAME_ORDER.japanese_surnames:
                end = 1
        else:
            return False
        if end <= begin or end < inner.count:
            return False
        name = name_of(inner.printed(begin, end), self.area)
        if isinstance(name, Refusal):
            return False
        start = title.end if title else 0
        more = " ".join(rest[inner.starts[start] : inner.starts[begin]].split()) or None
        honorific = joined(who.honorific, more, " ")
        self.found[index] = named(who, name)._replace(honorific=honorific)
        return True


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
