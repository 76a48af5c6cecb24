"""Two people in one phrase: `Prince and Princess X`, `President and Mrs. Ronald Reagan`, `X and his wife`."""

from __future__ import annotations

from pipeline.normalize.casing import is_reign
from pipeline.normalize.names import name_of
from pipeline.normalize.offices import office_of
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.honorifics import honorific_end
from pipeline.normalize.visit.name_extent import name_place, name_stop, past_territory
from pipeline.normalize.visit.office_class import is_regal
from pipeline.normalize.visit.reader import joined, named
from pipeline.normalize.visit.remarks import Remarks
from pipeline.normalize.visit.title import Title
from pipeline.normalize.visit.title_lexicon import ADDRESS, TITLES
from pipeline.normalize.visit.titles import is_couple, scan_office, scan_titles
from pipeline.normalize.visit.visitor import NOBODY, Visitor
from pipeline.normalize.visit.words import SIGN


class Couples(Remarks):
    """Reads husbands and wives."""

    def _couple(self, at: int, begin: int, title: Title) -> bool:
        """`Prince and Princess X`, `the Emperor and Empress`: two visitors of one name, or of none.

        `and` stands behind the title.
        """
        tokens = self.cell.tokens
        start = honorific_end(tokens, title.end + 1, weak=False)
        known = title.spouse
        second = known[1] if known and known[0] == start else scan_office(self.cell, start)
        if second is None or not is_couple(title.head, second.head):
            return False
        end, name_at = name_place(self.cell, second)
        named = end > name_at and tokens[second.end].fold != "and"
        if named and any(token.fold == "of" for token in tokens[title.core : title.end]):
            return False  # `the Prince of Wales and Princess Anne`: the name is hers alone
        first = self._person(at, begin, title, name_at, end) if named else self._base(at, begin, title)
        if first is None:
            return False
        office = office_of(self.cell, second)
        spouse = tuple.__new__(Visitor, (
            first.visitor_kind, "spouse", self._printed_honorific(title.end + 1, start) or first.honorific,
            office.office, office.printed, office.office_class, *first[6:13], office.typos,
            self._start(title.end + 1), first.end,
        ))  # fmt: skip
        self._add(first, "", title.end)
        return self._finish(spouse, past_territory(self.cell, second, end) if named else second.end, second)

    def _shared_name(self, at: int) -> tuple[int, int, int] | None:
        """`and Mrs. Ronald Reagan`: where the honorific begins, and where the name begins and ends."""
        tokens = self.cell.tokens
        if tokens[at].fold not in ("and", "&") or tokens[at + 1].fold not in ADDRESS.spouse:
            return None
        begin = honorific_end(tokens, at + 1)
        end = name_stop(self.cell, begin) if begin > at + 1 else begin
        return (at + 1, begin, end) if end > begin else None

    def _with_mrs(self, who: Visitor, honorific_at: int, begin: int, end: int) -> bool:
        """The husband's name stands behind `Mrs.`; she gets the main name only."""
        cell = self.cell
        name = name_of(cell.printed(begin, end), self.area, cell.capitals_tell)
        if isinstance(name, Refusal):
            return False
        # Of the forms of address only the first is hers: `and Mrs. Tunku Abdul Rahman`.
        own = self._printed_honorific(honorific_at + 1, begin)
        first = named(who, name)._replace(honorific=joined(who.honorific, own, " "))
        self._add(first, "", honorific_at - 1)
        wife = NOBODY._replace(
            visitor_kind="person", party_role="spouse", honorific=self._printed_honorific(honorific_at, honorific_at + 1),
            main_name=name.main_name, name_printed=name.printed, start=self._start(honorific_at),
        )  # fmt: skip
        return self._finish(wife, end, None)

    def _married(self, who: Visitor) -> Visitor:
        """The second of a couple whose first has a name of its own (`King Carl XVI Gustaf and Queen Silvia`)."""
        if len(self.heads) < 2:
            return who
        first, pair = self.found[-1], (self.heads[-2], self.heads[-1])
        if not is_couple(*pair) or first.visitor_kind == "group":
            return who
        shared = bool(first.honorific) and self._is_shared(first.honorific or "")
        same_name = first.main_name is not None and first.main_name == who.main_name
        # A prince with a numeral reigns as a king does: `Prince Albert II and Princess Charlene`.
        reigns = is_reign(first.main_name or "") and not is_reign(who.main_name or "")
        if shared or same_name or reigns or pair in TITLES.couples_always:
            return who._replace(party_role="spouse", honorific=who.honorific or (first.honorific if shared else None))
        return who

    def _beside_monarch(self, who: Visitor) -> Visitor:
        """A queen who comes with a king, or as a spouse, does not reign."""
        head, pairs = self.heads[-1], TITLES.couples_always
        if not is_regal(head) or not any(head == second for _, second in pairs):
            return who
        with_monarch = any((first, head) in pairs for first in self.heads[:-1])
        if with_monarch or who.party_role in ("spouse", "accompanying"):
            return who._replace(office_class="royal")
        return who

    def _is_shared(self, honorific: str) -> bool:
        word = honorific.replace(".", "").split()[0].lower()
        return word in ADDRESS.shared

    def _spouse(self, at: int) -> bool:
        """`his wife (Akie)`, `her son Leo`, `Mrs. Abe` behind the one they came with."""
        tokens = self.cell.tokens
        place = at + (tokens[at].fold in ADDRESS.possessives and tokens[at].kind != SIGN)
        is_his = place > at
        if (self.linked or is_his) and tokens[place].fold in ADDRESS.spouse_nouns:
            return self._by_noun(at, self.cell.skip(place + 1, ","), "spouse")
        with_kin = self.linked and self.found[-1].party_role != "principal"
        if (is_his or with_kin) and tokens[place].fold in ADDRESS.kin_nouns:
            return self._by_noun(at, self.cell.skip(place + 1, ","), "accompanying")
        if self.found[-1].visitor_kind == "group" or tokens[at].fold not in ADDRESS.spouse:
            return False
        begin = honorific_end(tokens, at)
        end = name_stop(self.cell, begin) if begin > at else begin
        behind = self.cell.skip(end, ",\n")
        if end == begin or (behind > end and scan_titles(self.cell, behind)):
            return False
        who = self._person(at, begin, None, begin, end)
        if who is None or self._is_stranger(who) or not (self.linked or who.main_name == self.found[-1].main_name):
            return False
        return self._finish(who._replace(party_role="spouse"), end, None)

    def _is_stranger(self, who: Visitor) -> bool:
        """`Dr. Henry Ford and Mrs. Helen Clark`: neither has an office, and each a name of their own."""
        first = self.found[-1]
        own = bool(who.other_names and first.honorific and first.other_names)
        return own and first.office is None and who.main_name != first.main_name

    def _by_noun(self, at: int, place: int, role: str) -> bool:
        tokens = self.cell.tokens
        behind = honorific_end(tokens, place)
        end = name_stop(self.cell, behind)
        who: Visitor | None = self._base(at, at, None)
        noun_end = place if tokens[place - 1].fold != "," else place - 1
        if end > behind:
            who, noun_end = self._person(at, at, None, place, end), end
        if who is None:
            return False
        self._add(who._replace(party_role=role, start=self._start(at)), "", noun_end)
        self.place = noun_end
        return True
