"""Sheets in Japanese: who goes from where to where, and the visitors of a row.

A row is read only as a whole, each visitor a name right before an office of the data file, or before a minister of several
portfolios of it (`計画・経済大臣`); anything else is left alone and told. Names are kept as they are printed.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from pipeline.normalize.areas import find_areas
from pipeline.normalize.visit.visitor import NOBODY, Visitor

JAPANESE = re.compile("[ぁ-ヿ一-鿿]")
NAME = "[ァ-ヶー・＝一-鿿々]{1,30}?"
GUEST = re.compile("(?:国賓|公賓|.{0,8}賓客|非公式.{0,4}|.{0,4}訪問)\\Z")
GROUP = re.compile(
    r"\s{0,20}+(?P<name>[^\s（(、，\n|]{0,40}?(?:議員連盟|友好連盟|議員団|代表団|使節団|調査団|訪問団))\s*"
)
SEPARATOR = re.compile(r"(?:(?<![^\S\n])[^\S\n]++)?+[、，\n|]\s*+")
FROM, TO, OWN = re.compile("(?:から|より)"), re.compile("(?:へ|に対|向け|訪問)"), re.compile("(?:の|人|企業|系|国民)")
IN = re.compile("(?:在留?|訪|対)\\Z")
SHORT_GOAL, TOWARDS, OWN_PEOPLE = re.compile("[在訪対]日"), re.compile("対日"), re.compile("邦人|日系|本邦企業")
IMPORTS = re.compile("輸入")


def japanese_ends(words: str, pair: tuple[str, str | None]) -> tuple[str | None, str | None]:
    """Where what Japanese words name goes from and to, as far as they say.

    >>> japanese_ends("日本からの輸出", ("JPN", "FIN")), japanese_ends("在日フィンランド人数", ("JPN", "FIN"))
    (('JPN', None), ('FIN', 'JPN'))
    >>> japanese_ends("対日輸入", ("JPN", "FIN")), japanese_ends("日本との貿易", ("JPN", "FIN"))
    (('JPN', None), (None, None))
    """
    source = goal = None
    is_import = IMPORTS.search(words) is not None
    for mention in find_areas(words):
        if mention.area not in pair:
            continue
        before, after = words[: mention.start], words[mention.end :]
        if FROM.match(after):
            source = mention.area
        elif before.endswith("対") and after.startswith("輸入"):
            source, goal = mention.area, pair[0]
        elif TO.match(after) or IN.search(before) or (OWN.match(after) and is_import):
            goal = mention.area
        elif OWN.match(after):
            source = mention.area
    home = pair[0]
    if home == "JPN" and (short := SHORT_GOAL.search(words)):
        is_bought = is_import and TOWARDS.match(short[0]) is not None
        source, goal = (home, goal) if is_bought else (source, home)
    if home == "JPN" and OWN_PEOPLE.search(words):
        source = home
    return (source, goal) if source != goal else (None, None)


@cache
def _visitor() -> tuple[re.Pattern[str], dict[str, str]]:
    data: dict[str, list[str]] = tomllib.loads((Path(__file__).parent / "japanese_offices.toml").read_text("utf-8"))
    classes = {office: name for name, offices in data.items() for office in offices}
    offices = "|".join(sorted(map(re.escape, classes), key=len, reverse=True))
    ministers = (office for office in data["minister"] + data["minister_foreign_affairs"] if office.endswith("大臣"))
    portfolio = "|".join(
        sorted({office.removesuffix("大臣") for office in ministers if "・" not in office}, key=len)[::-1]
    )
    composed = rf"(?:(?:{portfolio})・){{0,3}}(?:{portfolio})(?:担当)?副?大臣"
    return re.compile(
        rf"\s{{0,20}}+(?P<name>{NAME})?(?P<office>{offices}|{composed})(?P<address>殿下|陛下|閣下)?\s*(?:[（(](?P<remark>[^（）()]{{1,80}})[)）])?\s*"
    ), classes


def japanese_visitors(words: str) -> tuple[Visitor, ...]:
    """The visitors of a row in Japanese; none unless the whole row is understood.

    >>> [(v.main_name, v.office, v.office_class) for v in japanese_visitors("岸田外務大臣、ハーロネン大統領（国賓）")]
    [('岸田', '外務大臣', 'minister_foreign_affairs'), ('ハーロネン', '大統領', 'head_of_state')]
    """
    pattern, classes = _visitor()
    found: list[Visitor] = []
    at = 0
    for part in [*SEPARATOR.finditer(words), None]:
        end = part.start() if part else len(words)
        if group := GROUP.fullmatch(words, at, end):
            found.append(_group(group))
        elif match := pattern.fullmatch(words, at, end):
            composed = "vice_minister" if match["office"].endswith("副大臣") else "minister"
            found.append(_made(match, classes.get(match["office"], composed)))
        else:
            return ()
        at = part.end() if part else end
    return tuple(found)


def in_english(visitor: Visitor) -> Visitor:
    """A visitor told in English, without the bracket that only tells him in Japanese again.

    >>> row = in_english(NOBODY._replace(occasion="ラフモン大統領、公式実務訪問賓客"))
    >>> row.occasion, row.guest_status
    (None, '公式実務訪問賓客')
    """
    if visitor.occasion is None or not JAPANESE.search(visitor.occasion):
        return visitor
    said = [part for part in SEPARATOR.split(visitor.occasion) if not japanese_visitors(part)]
    guest = next((part for part in said if GUEST.match(part)), None)
    occasion = "、".join(part for part in said if part is not guest) or None
    return visitor._replace(occasion=occasion, guest_status=guest or visitor.guest_status)


def _group(match: re.Match[str]) -> Visitor:
    name = match["name"]
    return NOBODY._replace(
        visitor_kind="group", office_class="group", name_printed=name, start=match.start(), end=match.end()
    )


def _made(match: re.Match[str], office_class: str) -> Visitor:
    name, remark = match["name"] or None, match["remark"]
    areas = find_areas(name) if name else []
    if name and areas and areas[0].start == 0 and areas[0].end == len(name):
        name = None
    given, _, family = (name or "").rpartition("・")
    is_guest = remark is not None and GUEST.match(remark) is not None
    return NOBODY._replace(
        visitor_kind="person" if name else "office_holder",
        honorific=match["address"],
        office=match["office"],
        office_printed=match["office"],
        office_class=office_class,
        main_name=family or None,
        other_names=given or None,
        name_printed=name,
        occasion=None if is_guest else remark,
        guest_status=remark if is_guest else None,
        start=match.start(),
        end=match.end(),
    )
