"""One visitor or couple in Japanese: who it is by what stands right behind a name, and by the brackets behind that."""

from __future__ import annotations

import re
from typing import Any

from pipeline.normalize.japanese.names import (
    NO_NAME,
    OF_A_PLACE,
    PLAIN_NAME,
    READING,
    class_in,
    is_holder,
    is_office,
    parted,
    pattern_of,
    without_land,
)
from pipeline.normalize.japanese.remarks import read_remarks
from pipeline.normalize.japanese.surnames import given_at
from pipeline.normalize.japanese.titles import KATAKANA, OTHERS, REMARK, titles
from pipeline.normalize.visit.visitor import NOBODY, Visitor
from pipeline.records import Span

_SIZE = "(?:[（(](?:一行|計|総勢|議員|約)?[0-9０-９一二三四五六七八九十]{1,3}[名人][)）])?"
_ENDS = "議員連盟|友好連盟|友好議連|議連|議員団|代表団|使節団|調査団|訪問団|視察団|派遣団|訪日団|ミッション|委員会一行|議員一行"
GROUP = re.compile(
    rf"\s{{0,20}}+(?:(?P<led>[^\s（(、，\n|]{{2,40}}?)(?:を団長とする|が?率いる|を代表とする))?"
    rf"(?P<name>[^\s（(、，\n|]{{0,40}}?(?:{_ENDS}))(?:代表団|訪問団|訪日団|一行)?\s*+{_SIZE}"
    rf"(?:[（(](?:(?P<role>団長|会長|代表|首席)[:：・\s]?\s*(?P<head>[^（）()]{{2,60}}?)|(?P<chief>[^（）()、]{{2,30}}?)(?=団長|(?:以下|ほか|他)[0-9０-９])(?:団長)?){OTHERS}[)）])?{REMARK}"
)
HOUSE = re.compile(
    r"\s{0,20}+(?P<house>[一-鿿々]{1,3}宮)(?P<office>皇嗣|皇太子)?(?P<own>妃)?(?P<given>(?!同妃)[一-鿿々]{1,3}?)??(?P<title>親王|内親王|女王)?"
    rf"(?P<consort>・?同妃(?=両))?(?P<address>両?殿下){REMARK}"
)
SPOUSE = re.compile(rf"\s{{0,20}}+(?P<title>同妃|[同令]夫人)(?P<address>殿下|陛下)?{REMARK}")
NAMED_FIRST = re.compile(
    r"\s{0,20}+(?P<name>[^\s（）()]{2,40})\s?[（(](?P<office>[^（）()、，]{2,40})(?:[、，](?P<more>[^（）()]{1,60}))?[)）]\s*+"
)
REST = re.compile("[^（(]+")
LONGEST = 200


def read_people(words: str, at: int, end: int) -> list[Visitor]:
    """Whoever the words between two places tell, if they tell nothing else.

    >>> words = "アブドッラー2世国王夫妻（11月、国賓）"
    >>> [(v.main_name, v.office, v.party_role, v.date_printed) for v in read_people(words, 0, len(words))]
    [('アブドッラー2世', '国王', 'principal', '11月'), (None, None, 'spouse', '11月')]
    """
    if end - at > LONGEST:
        return []
    if group := GROUP.fullmatch(words, at, end):
        return _group(group)
    if house := HOUSE.fullmatch(words, at, end):
        return _of_a_house(house)
    start = at + len(words[at:end]) - len(words[at:end].lstrip())
    match = pattern_of(words, start).fullmatch(words, at, end)
    return _person(match) if match else _named_first(words, at, end)


def read_spouse(words: str, at: int, end: int, found: list[Visitor]) -> list[Visitor]:
    """The wife of the last visitor, where she is named apart: `常陸宮殿下、同妃殿下`."""
    match = SPOUSE.fullmatch(words, at, end)
    if match is None or not found or found[-1].party_role != "principal" or found[-1].visitor_kind == "group":
        return []
    title = f"{found[-1].office or ''}妃" if match["title"] == "同妃" else None
    one = _remarked(match)._replace(
        party_role="spouse", visitor_kind="office_holder", office=title, office_printed=title
    )
    return [one._replace(office_class="royal") if title else one]


def _named_first(words: str, at: int, end: int) -> list[Visitor]:
    """A name before the office in brackets: `ミシェル・バチェレ（大統領、国賓）`."""
    match = NAMED_FIRST.fullmatch(words, at, end)
    if match is None:
        return []
    bracket = f"（{match['more']}）" if match["more"] else ""
    return _joined(match["name"], match["office"] + bracket, Span(*match.span()))


def read_turned(words: str, first: Span, second: Span) -> list[Visitor]:
    """A name and an office that stand apart, in a cell each or with a space between: `外務大臣　岸田文雄`.

    Behind a name in katakana an office need not be known: `オンサリ・マガル | 立法議会議長`.
    """
    one, other = words[first.start : first.end].strip(), words[second.start : second.end].strip()
    whole = Span(first.start, second.end)
    if is_office(one):
        return _joined(other, one, whole)
    office = REST.match(other)
    return _joined(one, other, whole) if office and (KATAKANA.match(one) or is_office(office[0])) else []


def _joined(name: str, office: str, whole: Span) -> list[Visitor]:
    """The holder of an office, where a name and the office put behind each other make one."""
    told = pattern_of(name, 0).fullmatch(f"{name}{office}") if PLAIN_NAME.fullmatch(name) else None
    if told is None or (told["name"] or "").strip() != name:
        return []
    return [one._replace(start=whole.start, end=whole.end) for one in _person(told)]


def _group(match: re.Match[str]) -> list[Visitor]:
    """A league or mission, and whoever leads it."""
    group = _remarked(match)._replace(
        visitor_kind="group", office_class="group", name_printed=match["name"], start=match.start("name")
    )
    part = next((part for part in ("led", "head", "chief") if match[part]), None)
    if part is None:
        return [group]
    heads = read_people(match.string, *match.span(part)) or _named_alone(match, part)
    leads = [head._replace(party_role="head", date_printed=group.date_printed) for head in heads]
    return [group._replace(end=match.end("name")), *leads] if leads else []


def _named_alone(match: re.Match[str], part: str) -> list[Visitor]:
    """A leader of whom nothing but the name is printed: `望月義夫団長以下6名`."""
    if part != "chief" or not PLAIN_NAME.fullmatch(match[part]):
        return []
    given, family = parted(match[part])
    named = NOBODY._replace(
        visitor_kind="person", main_name=family, other_names=given or None, name_printed=match[part]
    )
    return [named._replace(start=match.start(part), end=match.end(part))]


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
    """The holder of an office, and whoever is told to be with him."""
    printed, office, is_past = (match["name"] or "").strip(), match["office"], match["past"] is not None
    name = READING.sub("", printed).rstrip("・") or None
    if name and is_past and len(name) == 1 and match["past"] != "次期" and name not in titles().surnames:
        name, office, is_past = name + office[0], office[1:], False  # `秋元` is a name
    name, office = without_land(name, office)
    if (name and NO_NAME.match(name) and not given_at(name)) or office in OF_A_PLACE:
        return []
    remarks = read_remarks(match["remark"], match["more"])
    company = [read_people(words, 0, len(words)) for words in remarks.with_him]
    if any(map(is_holder, (remarks.occasion or "").split("、"))) or not all(company):
        return []
    given, family = parted(name or "")
    one = _remarked(match)._replace(
        visitor_kind="person" if name else "office_holder",
        office=office,
        office_printed=office,
        office_class="other" if is_past or office.endswith("夫人") else class_in(office, match["address"]),
        main_name=family or None,
        other_names=given or None,
        name_printed=name,
    )
    one = one._replace(party_role="accompanying") if remarks.goes_with else one
    with_him = [
        other._replace(party_role="accompanying", date_printed=one.date_printed, start=one.start, end=one.end)
        for others in company
        for other in others
    ]
    return [*_with_spouse(match, one, is_couple=remarks.is_couple), *with_him]


def _with_spouse(match: re.Match[str], one: Visitor, *, is_couple: bool) -> list[Visitor]:
    """The holder of an office, and the wife or husband where both are named in one."""
    office = one.office or ""
    if consort := (match["consort"] or "").removeprefix("・").removeprefix("及び"):
        title = consort if consort not in ("同妃", "妃") else consort_of(office)
        return [one, one._replace(party_role="spouse", office_class="royal", **_office(title))]
    if match["couple"] or match["behind"] or is_couple:
        spouse = _remarked(match)._replace(visitor_kind="office_holder", party_role="spouse", honorific=None)
        return [one, spouse]
    return [one]


def consort_of(office: str) -> str:
    """What the wife of the holder of a throne is called.

    >>> consort_of("国王"), consort_of("皇太子")
    ('王妃', '皇太子妃')
    """
    return {"国王": "王妃", "天皇": "皇后"}.get(office, f"{office}妃")


def _remarked(match: re.Match[str]) -> Visitor:
    """A visitor of whom only the form of address and the brackets are known: when, whose guest, on what occasion."""
    told = match.groupdict()
    remarks = read_remarks(told["remark"], told["more"])
    said = (remarks.occasion or "").split("、")
    occasion = "、".join(part for part in said if not is_office(part)) or None  # another capacity of his is none
    return NOBODY._replace(
        honorific=told.get("address"), occasion=occasion, guest_status=remarks.guest or told.get("guest"),
        date_printed=remarks.date, start=match.start(), end=match.end(),
    )  # fmt: skip
