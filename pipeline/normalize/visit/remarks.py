"""What is said of a visitor behind its name: where the visit went, an office behind the name, brackets."""

from __future__ import annotations

from dataclasses import replace

from pipeline.normalize.names import name_of
from pipeline.normalize.offices import Title, office_of, scan_office, scan_titles
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.brackets import read_bracket
from pipeline.normalize.visit.cell import Cell
from pipeline.normalize.visit.group_phrases import bare_name_end, destination, group_end
from pipeline.normalize.visit.heads import direct_head
from pipeline.normalize.visit.honorifics import honorific_end, name_end
from pipeline.normalize.visit.lookahead import awaits_name
from pipeline.normalize.visit.marks import COMPANY, LED
from pipeline.normalize.visit.name_extent import name_stop, past_second_title
from pipeline.normalize.visit.office_class import is_regal
from pipeline.normalize.visit.reader import Reader, holding, joined, named
from pipeline.normalize.visit.short_forms import is_affiliation, is_short_for
from pipeline.normalize.visit.suffixes import with_suffix
from pipeline.normalize.visit.title_lexicon import ADDRESS, GROUPS, NAME_ORDER, TITLES, match
from pipeline.normalize.visit.visitor import Visitor
from pipeline.normalize.visit.words import BRACKET, CAPITALISED, INITIAL, LOWER, SIGN, TITLE, fold

SEPARATORS = ",;\n&/•·*-–—、.:|+"
_TITLES = ("former", "ex", "special envoy", "head", "leader", "then")
_CAPACITIES = ("as", "in the capacity of", "representing")
_DEEPEST = 3
"""Brackets within brackets that are looked into for people."""


class Remarks(Reader):
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
        name = name_of(self.cell.printed(begin, stop), self.area, self.family_first)
        if isinstance(name, Refusal):
            return end
        honorific = joined(who.honorific, self._printed_honorific(end, begin), " ")
        occasion = None if _may_be_place(who.occasion or "") else who.occasion
        self.found[index] = named(who, name)._replace(honorific=honorific, occasion=occasion)
        return stop

    def _office_behind(self, who: Visitor, end: int, has_title: bool = False) -> tuple[Visitor, int]:
        """The office behind a name, unless a further name shows that it is the next visitor's."""
        cell = self.cell
        start = cell.skip(end, ",\n-–—")
        if start == end and cell.tokens[end].kind in (BRACKET, SIGN):
            return who, end
        title = scan_titles(cell, start, name_first=True)
        if title is None and start > end:
            title = self._plain_post(start) or self._post_in_group(start, group_end(cell, start))
        is_apart = start > end and all(part.fold != "\n" for part in cell.tokens[end:start])
        if title is not None and is_apart:
            title = self._own_title(start, title, has_title)
        if title is None or self._belongs_to_next(title.end, start, end):
            return who, end
        return self._with_office(who, title), title.end

    def _own_title(self, at: int, title: Title, has_title: bool) -> Title:
        """Of two titles behind a name the second is that of the next one, whose name follows (`Mr. X, Minister of Trade
        and Prime Minister Y`); alone, a title goes on with the unknown words that end it."""
        cell, end = self.cell, title.end
        first, stop = scan_office(cell, at), name_stop(cell, end)
        is_guess = (title.guessed or awaits_name(cell, end)) and not self._is_marked(end, stop)
        follows = cell.tokens[end].kind != SIGN and (cell.is_honorific(end) or stop > end + is_guess)
        if first and first.end < end and follows and not has_title:
            return first
        return replace(title, end=stop) if is_guess else title

    def _is_marked(self, at: int, end: int) -> bool:
        """Whether one of these words is an initial, or stands out in capitals: then they are a name."""
        return any(self.cell.tokens[place].kind == INITIAL or self.cell.stands_out(place) for place in range(at, end))

    def _post_in_group(self, start: int, end: int) -> Title | None:
        """`Quartet Mission President Habib Thiam`: what stands directly behind the group is an office in it."""
        head = direct_head(self.cell, end) if self.cell.tokens[end].kind in CAPITALISED else None
        title = Title(start, start, head[1], head[2], ()) if head else None
        return title if title and office_of(self.cell, title).office_class == "official" else None

    def _plain_post(self, at: int) -> Title | None:
        """A post that is one only behind a name: `Mr. X, Director, Southwest Asia Division`."""
        tokens, lexicon = self.cell.tokens, TITLES
        head = match(lexicon.heads, tokens, at) if tokens[at].kind != SIGN else None
        if head is None or head[1] not in lexicon.weak_heads or tokens[head[0]].kind not in (SIGN, BRACKET):
            return None
        end = head[0]
        if tokens[end].fold == "," and tokens[end + 1].fold in lexicon.domain:
            end = name_end(tokens, end + 1, self.cell.count)
        return Title(at, at, end, head[1], ())

    def _better_office(self, who: Visitor, end: int) -> tuple[Visitor, int]:
        """The office behind the name of one whose title before it is a form of address, if there is one."""
        holder, behind = self._office_behind(who._replace(office=None), end, has_title=not is_regal(who.office or ""))
        if holder.office is None:
            return who, end
        name = self.cell.text.find((who.name_printed or " ").split(" ")[0], who.start - self.offset)
        honorific = " ".join(self.cell.text[who.start - self.offset : name].split())
        return holder._replace(honorific=honorific or None), behind

    def _is_address(self, title: Title) -> bool:
        """A senator's or ambassador's title, or that of a prince of no land, may stand before a name with an office."""
        return title.head in TITLES.heads_as_address or (title.head in ADDRESS.royal and title.end == title.core + 1)

    def _belongs_to_next(self, behind: int, start: int, end: int) -> bool:
        cell = self.cell
        token = cell.tokens[behind]
        if any(part.fold == "\n" for part in cell.tokens[end:start]) and cell.is_name_word(cell.skip(behind, ",")):
            return True
        return token.kind != SIGN and cell.is_name_word(behind) and not cell.is_honorific(behind)

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
        if inner.tokens[0].kind == LOWER and inner.tokens[0].fold in GROUPS.remark_openers:
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

    def _people(self, index: int, rest: str, inner: Cell, place: int) -> bool:
        """`(Head: Mr. X, Chairman)`, `(led by Minister X)`, `(with his wife)`, `(Mr. X and Mr. Y)` of a group."""
        who, lexicon = self.found[index], GROUPS
        if self.depth >= _DEEPEST:
            return False
        marks = inner.tokens[0].marks
        led = match(lexicon.led_by, inner.tokens, 0) if marks & LED else None
        with_ = match(lexicon.accompanied_by, inner.tokens, 0) if marks & COMPANY else None
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
        start_of_bracket, first = self.cell.starts[place], inner.starts[start]
        verbatim = self.cell.tokens[place].fold.find(rest)
        offset = self.offset + start_of_bracket + max(verbatim, 0)
        text = " " * first + rest[first:]
        party = type(self)(
            Cell(text), self.area, self.family_first, offset=offset, role=role, depth=self.depth + 1
        )  # fmt: skip
        if role == "accompanying":
            party.found, party.heads = list(self.found[-1:]), [""]
            party.linked = True
            people = party.read_company()
        else:
            people = party.read()
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
        self.place = self.cell.skip(0, SEPARATORS)
        while self.place < self.cell.count:
            begin, self.linked = self.place, True
            if not self._visitor(self.place) or self.place <= begin:
                break
            self._separators()
        return self.found[known:]

    def _role(self, index: int, inner: Cell) -> bool:
        """A title that fills the bracket, or `as ...`: no occasion; it is the office of a visitor without one."""
        who, opener = self.found[index], match(GROUPS.role_openers, inner.tokens, 0)
        start = opener[0] if opener and opener[1] not in _TITLES else 0
        title = scan_titles(inner, inner.skip(start, ","), name_first=True)
        whole = title is not None and inner.skip(title.end, ",.") >= inner.count
        if title is not None and whole and who.office is None and who.visitor_kind != "group":
            self.found[index] = holding(who, office_of(inner, title))
        if opener and (opener[0] >= inner.count or _of_a_group(inner, opener[0])):
            return True
        return whole or bool(opener and start and (start >= inner.count or opener[1] in _CAPACITIES))

    def _name_in_bracket(self, index: int, rest: str, inner: Cell) -> bool:
        who = self.found[index]
        title = scan_titles(inner, 0)
        begin = honorific_end(inner.tokens, title.end if title else 0)
        if begin or title:
            end = name_end(inner.tokens, begin, inner.count)
        elif not is_regal(who.office or ""):
            end = bare_name_end(inner, 0, self.area, in_bracket=True)
            if end == 0 and inner.count == 1 and inner.tokens[0].fold in NAME_ORDER.japanese_surnames:
                end = 1
        else:
            return False
        if end <= begin or end < inner.count:
            return False
        name = name_of(inner.printed(begin, end), self.area, self.family_first)
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


def _of_group(who: Visitor, alone: bool) -> Visitor:
    """A person named in a group's bracket: its president is no head of state, and one who is named alone leads it."""
    role = "head" if alone and who.party_role == "member" and who.office else who.party_role
    office_class = "official" if who.office in ("President", "Chairman", "Chairperson") else who.office_class
    return who._replace(party_role=role, office_class=office_class)
