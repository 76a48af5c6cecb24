"""Visitors of a row in Japanese: who they are by what stands right behind a name.

A row is read only as a whole; anything else is left alone and told. Names are kept as they are printed.
"""

from __future__ import annotations

import re
from typing import Any

from pipeline.extract.japanese_titles import KATAKANA, REMARK, class_of, titles
from pipeline.normalize.areas import find_areas
from pipeline.normalize.visit.visitor import NOBODY, Visitor

GUEST = re.compile("(?:国賓|公賓|.{0,8}賓客|非公式.{0,4}|.{0,4}訪問)\\Z")
GROUP = re.compile(
    r"\s{0,20}+(?P<name>[^\s（(、，\n|]{0,40}?(?:議員連盟|友好連盟|友好議連|議員団|代表団|使節団|調査団|訪問団))\s*"
    r"(?:[（(](?P<role>団長|会長|代表|首席)[:：・\s]?\s*(?P<head>[^（）()]{2,60})[)）])?\s*"
)
HOUSE = re.compile(
    r"\s{0,20}+(?P<house>[一-鿿々]{1,3}宮)(?P<office>皇嗣|皇太子)?(?P<own>妃)?(?P<given>(?!同妃)[一-鿿々]{1,3}?)??(?P<title>親王|内親王|女王)?"
    rf"(?P<consort>・?同妃(?=両))?(?P<address>両?殿下){REMARK}"
)
SPOUSE = re.compile(rf"\s{{0,20}}+(?P<title>同妃|[同令]夫人)(?P<address>殿下|陛下)?{REMARK}")
PARTS = re.compile(r"(?:(?<![^\S\n])[^\S\n]++)?+(?P<sign>[、，\n|]|及び|並びに)\s*+|[（(][^（）()]*+[)）]")
LONGEST = 200
SEPARATOR = re.compile(r"[、，]\s*+")


def japanese_visitors(words: str) -> tuple[Visitor, ...]:
    """The visitors of a row in Japanese; none unless the whole row is understood.

    >>> [(v.main_name, v.office, v.office_class) for v in japanese_visitors("岸田外務大臣、ハーロネン大統領（国賓）")]
    [('岸田', '外務大臣', 'minister_foreign_affairs'), ('ハーロネン', '大統領', 'head_of_state')]
    >>> [(v.office, v.party_role, v.honorific) for v in japanese_visitors("皇太子同妃両殿下")]
    [('皇太子', 'principal', '両殿下'), ('皇太子妃', 'spouse', '両殿下')]
    """
    found: list[Visitor] = []
    at = 0
    for part in [*(one for one in PARTS.finditer(words) if one["sign"]), None]:
        end = part.start() if part else len(words)
        read = _read(words, at, end) or _spouse(words, at, end, found)
        if not read and part and part["sign"] in ("及び", "並びに"):
            continue  # it joins what an office is for: `外務・国際協力及び移民大臣`
        if not read:
            return ()
        found += read
        at = part.end() if part else end
    return tuple(found)


def _read(words: str, at: int, end: int) -> list[Visitor]:
    """Whoever the words between two places tell, if they tell nothing else."""
    if end - at > LONGEST:
        return []
    if group := GROUP.fullmatch(words, at, end):
        return _group(group)
    if house := HOUSE.fullmatch(words, at, end):
        return _of_a_house(house)
    known = titles()
    start = at + len(words[at:end]) - len(words[at:end].lstrip())
    pattern = known.foreign if KATAKANA.match(words, start) else known.native
    match = pattern.fullmatch(words, at, end)
    return _person(match) if match else []


def _spouse(words: str, at: int, end: int, found: list[Visitor]) -> list[Visitor]:
    """The wife of the last visitor, where she is named apart: `常陸宮殿下、同妃殿下`."""
    match = SPOUSE.fullmatch(words, at, end)
    if match is None or not found or found[-1].party_role != "principal" or found[-1].visitor_kind == "group":
        return []
    title = f"{found[-1].office or ''}妃" if match["title"] == "同妃" else None
    one = _remarked(match)._replace(
        party_role="spouse", visitor_kind="office_holder", office=title, office_printed=title
    )
    return [one._replace(office_class="royal") if title else one]


def _group(match: re.Match[str]) -> list[Visitor]:
    """A league or mission, and whoever leads it."""
    name, start = match["name"], match.start("name")
    group = NOBODY._replace(visitor_kind="group", office_class="group", name_printed=name, start=start, end=match.end())
    if match["head"] is None:
        return [group]
    heads = _read(match.string, *match.span("head"))
    leads = [head._replace(party_role="head") for head in heads]
    return [group._replace(end=match.end("name")), *leads] if leads else []


def _of_a_house(match: re.Match[str]) -> list[Visitor]:
    """A member of an imperial house, alone or with his wife: `秋篠宮皇嗣同妃両殿下`."""
    office = match["office"] or match["title"] or ("妃" if match["own"] else None)
    one = _remarked(match)._replace(
        visitor_kind="person", main_name=match["house"], other_names=match["given"] or None, office_class="royal",
        name_printed=match["house"] + (match["given"] or ""), office=office, office_printed=office,
    )  # fmt: skip
    return [one, one._replace(party_role="spouse", **_office(f"{office or ''}妃"))] if match["consort"] else [one]


def _office(office: str) -> dict[str, Any]:
    return {"office": office, "office_printed": office, "other_names": None}


def _person(match: re.Match[str]) -> list[Visitor]:
    """The holder of an office, and the wife or husband where both are named in one."""
    name, office, is_past = (match["name"] or "").rstrip("・") or None, match["office"], match["past"] is not None
    if name and is_past and len(name) == 1 and match["past"] != "次期" and name not in titles().surnames:
        name, office, is_past = name + office[0], office[1:], False  # `秋元` is a name
    areas = find_areas(name) if name else []
    if name and areas and areas[0].start == 0 and areas[0].end == len(name):
        name = None
    given, _, family = (name or "").rpartition("・")
    one = _remarked(match)._replace(
        visitor_kind="person" if name else "office_holder",
        office=office,
        office_printed=office,
        office_class="other" if is_past or office.endswith("夫人") else class_of(office),
        main_name=family or None,
        other_names=given or None,
        name_printed=name,
    )
    if consort := (match["consort"] or "").lstrip("・"):
        title = consort if consort not in ("同妃", "妃") else "王妃" if office == "国王" else f"{office}妃"
        return [one, one._replace(party_role="spouse", office_class="royal", **_office(title))]
    if match["couple"]:
        spouse = _remarked(match)._replace(visitor_kind="office_holder", party_role="spouse", honorific=None)
        return [one, spouse]
    return [one]


def _remarked(match: re.Match[str]) -> Visitor:
    """A visitor of whom only the form of address and the bracket is known: whose guest, on what occasion."""
    said = SEPARATOR.split(match["remark"]) if match["remark"] else []
    guest = next((part for part in said if GUEST.match(part)), None)
    occasion = "、".join(part for part in said if part is not guest and part != "当時") or None
    guest = guest or match.groupdict().get("guest")
    return NOBODY._replace(
        honorific=match["address"], occasion=occasion, guest_status=guest, start=match.start(), end=match.end()
    )


def in_english(visitor: Visitor) -> Visitor:
    """A visitor told in English, without the bracket that only tells him in Japanese again.

    >>> row = in_english(NOBODY._replace(occasion="ラフモン大統領、公式実務訪問賓客"))
    >>> row.occasion, row.guest_status
    (None, '公式実務訪問賓客')
    """
    if visitor.occasion is None or visitor.occasion.isascii():
        return visitor
    said = [part for part in re.split(r"[、，\n|]\s*", visitor.occasion) if not japanese_visitors(part)]
    guest = next((part for part in said if GUEST.match(part)), None)
    occasion = "、".join(part for part in said if part is not guest) or None
    return visitor._replace(occasion=occasion, guest_status=guest or visitor.guest_status)
