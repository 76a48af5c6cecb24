"""Two people in one phrase: `Prince and Princess X`, `President and Mrs. Ronald Reagan`, `X and his wife`."""

from __future__ import annotations

from pipeline.normalize.casing import is_reign
from pipeline.normalize.refusal import Refusal
from pipeline.normalize.visit.lexicon import ADDRESS, TITLES
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.name.names import name_of
from pipeline.normalize.visit.office.classes import is_regal
from pipeline.normalize.visit.office.lookahead import is_given
from pipeline.normalize.visit.office.offices import office_of
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import is_couple, scan_office, scan_titles
from pipeline.normalize.visit.party.name_extent import name_place, name_stop, past_territory
from pipeline.normalize.visit.party.person import holder, joined, named, person, printed_honorific
from pipeline.normalize.visit.party.reading import OPEN, WHOLE, Draft, Reading
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.words import SIGN
from pipeline.normalize.visit.visitor import NOBODY, Visitor


def couple(reading: Reading, at: int, begin: int, title: Title) -> list[Draft]:
    """`Prince and Princess X`, `the Emperor and Empress`: two visitors of one name, or of none.

    `and` stands behind the title.
    """
    cell, tokens = reading.cell, reading.cell.tokens
    start = honorific_end(tokens, title.end + 1, weak=False)
    known = title.spouse
    second = known[1] if known and known[0] == start else scan_office(cell, start)
    if second is None or not is_couple(title.head, second.head):
        return []
    end, name_at = name_place(cell, second)
    is_named = end > name_at and tokens[second.end].fold != "and"
    if is_named and any(token.fold == "of" for token in tokens[title.core : title.end]):
        return []  # `the Prince of Wales and Princess Anne`: the name is hers alone
    first = person(reading, at, begin, title, name_at, end) if is_named else holder(reading, at, begin, title)
    if first is None:
        return []
    office = office_of(cell, second)
    spouse = tuple.__new__(Visitor, (
        first.visitor_kind, "spouse", printed_honorific(cell, title.end + 1, start) or first.honorific,
        office.office, office.printed, office.office_class, *first[6:13], office.typos,
        reading.start(title.end + 1), first.end,
    ))  # fmt: skip
    behind = past_territory(cell, second, end) if is_named else second.end
    return [(first, title.end, None, WHOLE), (spouse, behind, second, OPEN)]


def shared_name(cell: Cell, at: int) -> tuple[int, int, int] | None:
    """`and Mrs. Ronald Reagan`: where the honorific begins, and where the name begins and ends."""
    tokens = cell.tokens
    if tokens[at].fold not in ("and", "&") or tokens[at + 1].fold not in ADDRESS.spouse:
        return None
    begin = honorific_end(tokens, at + 1)
    end = name_stop(cell, begin) if begin > at + 1 else begin
    if end == begin + 1 and is_given(tokens[begin]) and tokens[end].fold in ("and", "&") and is_given(tokens[end + 1]):
        return None  # `Mr. and Mrs. John and Jane Smith`
    return (at + 1, begin, end) if end > begin else None


def with_mrs(reading: Reading, who: Visitor, honorific_at: int, begin: int, end: int) -> list[Draft]:
    """The husband's name stands behind `Mrs.`; she gets the main name only."""
    cell = reading.cell
    name = name_of(cell.printed(begin, end), reading.area, cell.capitals_tell)
    if isinstance(name, Refusal):
        return []
    # Of the forms of address only the first is hers: `and Mrs. Tunku Abdul Rahman`.
    own = printed_honorific(cell, honorific_at + 1, begin)
    husband = named(who, name)._replace(honorific=joined(who.honorific, own, " "))
    wife = NOBODY._replace(
        visitor_kind="person", party_role="spouse", honorific=printed_honorific(cell, honorific_at, honorific_at + 1),
        main_name=name.main_name, name_printed=name.printed, start=reading.start(honorific_at),
    )  # fmt: skip
    return [(husband, honorific_at - 1, None, WHOLE), (wife, end, None, OPEN)]


def spouse(reading: Reading, at: int) -> list[Draft]:
    """`his wife (Akie)`, `her son Leo`, `Mrs. Abe` behind the one they came with."""
    cell, tokens, last = reading.cell, reading.cell.tokens, reading.found[-1]
    place = at + (tokens[at].fold in ADDRESS.possessives and tokens[at].kind != SIGN)
    is_his = place > at
    if (reading.linked or is_his) and tokens[place].fold in ADDRESS.spouse_nouns:
        return _by_noun(reading, at, cell.skip(place + 1, ","), "spouse")
    with_kin = reading.linked and last.party_role != "principal"
    if (is_his or with_kin) and tokens[place].fold in ADDRESS.kin_nouns:
        return _by_noun(reading, at, cell.skip(place + 1, ","), "accompanying")
    if last.visitor_kind == "group" or tokens[at].fold not in ADDRESS.spouse:
        return []
    begin = honorific_end(tokens, at)
    end = name_stop(cell, begin) if begin > at else begin
    behind = cell.skip(end, ",\n")
    if end == begin or (behind > end and scan_titles(cell, behind)):
        return []
    who = person(reading, at, begin, None, begin, end)
    if who is None or _is_stranger(who, last) or not (reading.linked or who.main_name == last.main_name):
        return []
    return [(who._replace(party_role="spouse"), end, None, OPEN)]


def _is_stranger(who: Visitor, first: Visitor) -> bool:
    """`Dr. Henry Ford and Mrs. Helen Clark`: neither has an office, and each a name of their own."""
    own = bool(who.other_names and first.honorific and first.other_names)
    return own and first.office is None and who.main_name != first.main_name


def _by_noun(reading: Reading, at: int, place: int, role: str) -> list[Draft]:
    """Who is told by a word for the family, with the name at `place` if there is one."""
    tokens = reading.cell.tokens
    behind = honorific_end(tokens, place)
    end = name_stop(reading.cell, behind)
    who: Visitor | None = holder(reading, at, at, None)
    noun_end = place if tokens[place - 1].fold != "," else place - 1
    if end > behind:
        who, noun_end = person(reading, at, at, None, place, end), end
    if who is None:
        return []
    return [(who._replace(party_role=role, start=reading.start(at)), noun_end, None, WHOLE)]


def married(reading: Reading, who: Visitor) -> Visitor:
    """The second of a couple whose first has a name of its own (`King Carl XVI Gustaf and Queen Silvia`)."""
    if len(reading.heads) < 2:
        return who
    first, pair = reading.found[-1], (reading.heads[-2], reading.heads[-1])
    if not is_couple(*pair) or first.visitor_kind == "group":
        return who
    shared = bool(first.honorific) and _is_shared(first.honorific or "")
    same_name = first.main_name is not None and first.main_name == who.main_name
    # A prince with a numeral reigns as a king does: `Prince Albert II and Princess Charlene`.
    reigns = is_reign(first.main_name or "") and not is_reign(who.main_name or "")
    if shared or same_name or reigns or pair in TITLES.couples_always:
        return who._replace(party_role="spouse", honorific=who.honorific or (first.honorific if shared else None))
    return who


def _is_shared(honorific: str) -> bool:
    word = honorific.replace(".", "").split()[0].lower()
    return word in ADDRESS.shared


def beside_monarch(reading: Reading, who: Visitor) -> Visitor:
    """A queen who comes with a king, or as a spouse, does not reign."""
    head, pairs = reading.heads[-1], TITLES.couples_always
    if not is_regal(head) or not any(head == second for _, second in pairs):
        return who
    with_monarch = any((first, head) in pairs for first in reading.heads[:-1])
    if with_monarch or who.party_role in ("spouse", "accompanying"):
        return who._replace(office_class="royal")
    return who
