"""Visitors of a row in Japanese: the row is cut at its signs and words for `and`, and each part read for itself.

A row is read only as a whole; anything else is left alone and told. Names are kept as they are printed.
"""

from __future__ import annotations

import re
from itertools import islice

from pipeline.normalize.japanese import is_ditto
from pipeline.normalize.japanese.names import is_office
from pipeline.normalize.japanese.people import consort_of, read_people, read_spouse, read_turned
from pipeline.normalize.japanese.remarks import GUEST, LEAD
from pipeline.normalize.japanese.surnames import with_both_surnames, with_given_apart
from pipeline.normalize.japanese.titles import CONSORTS
from pipeline.normalize.visit.visitor import Visitor
from pipeline.records import Span

__all__ = ["GUEST", "japanese_visitors", "named_above", "without_japanese"]

PARTS = re.compile(
    rf"(?:(?<![^\S\n])[^\S\n]++)?+(?P<sign>[、，;；\n|,]|(?:及び|並びに)(?!(?:{CONSORTS})両))\s*+|[（(][^（）()]*+[)）]"
)
JOINTS = re.compile(r"[・／/]|と|[ \t\u3000]*+[|,][ \t\u3000]*+|[ \t\u3000]++")
"""What may part two visitors, or stand within the words of one."""
BULLET = re.compile(r"[・●○]\s*")
LIST_END = re.compile("[、，。．]\\Z")
MOST_JOINTS = 8
THE_SAME = "同"
SAME = frozenset({"同月", "同日"})
"""The date of somebody before, in this row or in one above."""
WIVES = ("妃", "皇后")


def japanese_visitors(words: str, area: str | None = None) -> tuple[Visitor, ...]:
    """The visitors of a row in Japanese; none unless the whole row is understood, but for the sign that ends it in a list. `area`:
    where they come from, whose custom tells the main name.

    >>> [(v.main_name, v.office, v.office_class) for v in japanese_visitors("岸田外務大臣、ハーロネン大統領（国賓）")]
    [('岸田', '外務大臣', 'minister_foreign_affairs'), ('ハーロネン', '大統領', 'head_of_state')]
    >>> [(v.main_name, v.date_printed) for v in japanese_visitors("8月　橋本総理大臣、池田外務大臣")]
    [('橋本', '8月'), ('池田', '8月')]
    """
    words = LIST_END.sub("", words)
    found: list[Visitor] = []
    date: str | None = None
    at = 0
    for part in [*(one for one in PARTS.finditer(words) if one["sign"]), None]:
        end = part.start() if part else len(words)
        start = bullet.end() if (bullet := BULLET.match(words, at, end)) else at
        lead = LEAD.match(words, start, end)
        told = lead["when"] or lead["inside"] if lead else None
        begin = lead.end() if lead else start
        if part and part["sign"] in ("|", ",") and is_office(words[begin:end].strip()):
            continue  # a cell of its own, before that of the name
        read = _read(words, begin, end) or read_spouse(words, begin, end, found)
        if not read and part and part["sign"] in ("及び", "並びに", "|", ","):
            continue  # it joins what an office is for, or a name and its office: `外務・国際協力及び移民大臣`
        if not read and not (part and at == end):
            return ()
        read = _couple(found, read)
        date = (date or told) if told in SAME else told.removeprefix("同年").strip() if told else date
        found += [one._replace(start=at, date_printed=one.date_printed or date) if date else one for one in read]
        at = part.end() if part else end
    return tuple(with_given_apart(with_both_surnames(one, area), area) for one in found)


def named_above(words: str, above: tuple[Visitor, ...]) -> tuple[Visitor, ...]:
    """Those of the row above whom a row means: all of them by a ditto mark, the holder of an office by `同大統領`.

    >>> [(v.main_name, v.guest_status) for v in named_above("同大統領（国賓）", japanese_visitors("ピニェラ大統領夫妻"))]
    [('ピニェラ', '国賓')]
    """
    if is_ditto(words):
        whole = [one._replace(start=0, end=len(words), typos=()) for one in above]
        return tuple(one._replace(date_printed=None, occasion=None, guest_status=None) for one in whole)
    told = japanese_visitors(words.removeprefix(THE_SAME)) if words.startswith(THE_SAME) else ()
    meant = [one for one in above if told and one.main_name and one.office == told[0].office]
    if len(meant) != 1 or told[0].main_name:
        return ()
    [one] = meant
    named = told[0]._replace(
        visitor_kind=one.visitor_kind,
        main_name=one.main_name,
        other_names=one.other_names,
        name_printed=one.name_printed,
    )
    return tuple(other._replace(end=other.end + len(THE_SAME)) for other in (named, *told[1:]))


def _read(words: str, at: int, end: int) -> list[Visitor]:
    """Whoever a part of a row tells, in one piece or as two who are joined by `・`, `と` or a space."""
    if whole := read_people(words, at, end):
        return whole
    for joint in islice(JOINTS.finditer(words, at + 1, end), MOST_JOINTS):
        is_apart = joint[0].strip() in ("", "|", ",")
        if is_apart and (told := read_turned(words, Span(at, joint.start()), Span(joint.end(), end))):
            return told
        if (first := read_people(words, at, joint.start())) and all(map(_is_told, first)):
            rest = _read(words, joint.end(), end)
            if rest and all(map(_is_told, rest)):
                return [*first, *rest]
    return []


def _is_told(visitor: Visitor) -> bool:
    """Whether a visitor is more than an office, which may be the second one of the man before: `外務大臣・経済大臣`."""
    return visitor.visitor_kind != "office_holder" or visitor.honorific is not None or visitor.party_role == "spouse"


def _couple(found: list[Visitor], read: list[Visitor]) -> list[Visitor]:
    """The second of a couple both of whom are named: `フレデリック皇太子及びメアリー皇太子妃両殿下`, where one form of address
    is that of both, or `アブドッラー2世国王陛下及びラーニア王妃陛下`."""
    one, other = read[0] if len(read) == 1 else None, found[-1] if found else None
    if one is None or other is None or other.party_role != "principal":
        return read
    if (one.honorific or "").startswith("両") and (one.office or "").endswith(WIVES) and other.honorific is None:
        found[-1] = other._replace(honorific=one.honorific)
    elif other.office is None or one.office != consort_of(other.office):
        return read
    return [one._replace(party_role="spouse", office_class="royal")]


def without_japanese(visitor: Visitor) -> Visitor:
    """A visitor told in English, without the part of his occasion that only tells him in Japanese again.

    >>> from pipeline.normalize.visit.visitor import NOBODY
    >>> row = without_japanese(NOBODY._replace(occasion="ラフモン大統領、公式実務訪問賓客"))
    >>> row.occasion, row.guest_status
    (None, '公式実務訪問賓客')
    """
    said = [part for part in re.split(r"[、，\n|]\s*", visitor.occasion or "") if not japanese_visitors(part)]
    guest = next((part for part in said if GUEST.match(part)), None)
    occasion = "、".join(part for part in said if part is not guest) or None
    return visitor._replace(occasion=occasion, guest_status=guest or visitor.guest_status)
