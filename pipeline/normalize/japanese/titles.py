"""Titles in Japanese: the patterns of a name with its office, and the class of an office.

A name in katakana ends where the ideographs of its office begin, so that any office is read which ends as such do
(`水・灌漑長官`); behind a name in ideographs only an office of the data file tells where it begins.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from pipeline.normalize.data import facts

KATAKANA = re.compile("(?:[A-ZＡ-Ｚ][.．・]\\s?){0,4}[ァ-ヶ]")
"""How a name in katakana begins, maybe with initials: `J.D.バンス`."""
_GUEST = "国賓|公賓|(?:公式)?実務訪問賓客|(?:国賓|公賓|公式実務|公式|実務|非公式)訪問"
OTHERS = "(?:(?:以下|と?(?:ほか|他)|と?外(?=[0-9０-９一二三四五六七八九十数]))(?:[0-9０-９一二三四五六七八九十数]{1,3}[名人])?)?"
"""How those are told who came too, without their names: `ほか一名`."""
CONSORTS = "同妃|皇太子妃|皇后|上皇后|王妃|妃"
REMARK = r"\s*+(?:[（(](?P<remark>[^（）()]{1,80})[)）]\s*+)?(?:[（(](?P<more>[^（）()]{1,80})[)）]\s*+)?"
TAIL = (
    rf"(?P<consort>(?:・|及び)?(?:{CONSORTS})(?=両))?(?P<address>両?(?:殿下|陛下)|閣下|氏|女史)?(?:一行)?"
    rf"(?P<couple>(?:御|ご)?夫妻|(?:及び|・)?[同令]夫人)?{OTHERS}"
    rf"(?:[ \t\u3000]?(?P<guest>{_GUEST}))?{REMARK}(?P<behind>(?:御|ご)?夫妻\s*+)?"
)
"""What may stand behind an office: a consort, a form of address, as whose guest somebody came, and brackets."""
ACTING = re.compile("(?<!会長)(?<!幹事長)(?:臨時)?代[行理]\\Z|[（(][^（）()]*[)）]\\Z")
"""What a class of offices does not depend on: that somebody only acts, and the field in a bracket."""
_DIET = "[衆参](?:議院|院)[一-鿿々ァ-ヶーA-ZＡ-Ｚ・]{2,20}?(?:委員長|調査会長|審査会長|理事|議員団長|事務総長)"
_LEAGUE = (
    "(?:日本?・[^\\s（(]{1,20}|(?:日[一-鿿]|[一-鿿]日)(?:親善|友好)?)(?:議員連盟|議連|友好連盟|協会|協力委員会)"
    "(?:会長代行|副会長|会長|事務局長|幹事長)"
)
_IN_PARTY = "[一-鿿]{0,10}?(?:副?総裁|代表|幹事長(?:代理|代行)?|政調会長|会長|委員長|本部長|部会長|国会議員|議員)"
_IN_MINISTRY = "[一-鿿々ァ-ヶー・]{0,14}?(?:局長|次長|審議官|部長|参与|顧問|次官|官房長|大使|参事官|財務官|長官)"
_AREAS = "[（(][一-鿿・、及ぁ-ん]{2,30}(?:担当|政策|対策|問題|改革|安全|防災|施策|推進|金融|創生)[)）]"
_SPACE = "[ \\t\\u3000]"
NATIVE_NAME = rf"[一-鿿々ぁ-んァ-ヶー]{{1,10}}?(?:{_SPACE}[一-鿿々ぁ-ん]{{1,5}}?)?(?:[（(][ァ-ヶー・＝=\s]{{2,40}}[)）])?{_SPACE}?"
"""A name in ideographs, maybe with a space before the given one, and how a Korean one is read in a bracket."""
_COUNT = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})世"
FOREIGN_NAME = rf"(?:[A-ZＡ-Ｚ][.．・]\s?){{0,4}}(?:[ァ-ヶー・＝゠=･]|{_COUNT}|(?<=[ァ-ヶー]){_SPACE}(?=[ァ-ヶ]))"
"""A name in katakana, maybe with initials or a number: `アブドッラー2世`; the last part is repeated."""


class Titles(NamedTuple):
    """Offices by what class they are of, how others end, and the patterns that are made of both."""

    classes: dict[str, str]
    endings: dict[str, str]
    ranks: tuple[str, ...]
    surnames: frozenset[str]
    lands: frozenset[str]
    foreign: re.Pattern[str]
    native: re.Pattern[str]


@cache
def titles() -> Titles:
    """What `japanese_offices.toml` tells, as patterns."""
    data = facts("japanese_offices.toml")
    classes = {office: name for name, offices in data["office"].items() for office in offices}
    endings = {ending: name for name, ends in data["ending"].items() for ending in ends}
    known, ends = _any(classes), _any(endings)
    composed, capitals = _composed(data, classes), "[A-ZＡ-Ｚ]{2,8}(?=[一-鿿])"
    field = "(?:(?!兼|陛下|殿下|閣下)[一-鿿々ァ-ヶー・A-ZＡ-Ｚ]|及び|並びに){0,30}?"
    alone = _any(ending for ending in endings if len(ending) > 1)
    first = f"(?![一-鿿]{{1,8}}[衆参]議院議員)(?:(?!兼)[一-鿿々]|{_any(data['katakana'])}|{capitals})"
    narrow = f"{composed}|{known}"
    wide = f"{narrow}|{alone}|{first}{field}(?:{ends}|{known})"
    begins = _any([*data["katakana"], *(office for office in classes if KATAKANA.match(office))])
    more = rf"(?:・?兼(?:{wide}))*(?:(?:臨時)?代[行理]|夫人|[（(][^（）()、]{{1,30}}担当[)）])?"
    native, foreign = (
        re.compile(rf"\s{{0,20}}+(?P<name>{name})??(?P<office>(?P<past>元|前|次期)?(?:{office}){more}){TAIL}")
        for name, office in (
            (NATIVE_NAME, narrow),
            (rf"{FOREIGN_NAME}{{2,40}}?{_SPACE}?(?!{_COUNT})(?=[一-鿿]|{capitals}|{begins})", wide),
        )
    )
    return Titles(
        classes, endings, tuple(data["office"]), frozenset(data["surnames"]), frozenset(data["lands"]), foreign, native
    )


def _composed(data: dict[str, Any], classes: dict[str, str]) -> str:
    """Offices that are made of known words: of ministers, in the Diet, in leagues, parties and ministries, of places."""
    ministers = (office for office in classes if office.endswith("大臣") and "・" not in office)
    portfolio = _any(office.removesuffix("大臣") for office in ministers)
    return "|".join(
        (
            f"内閣府特命担当大臣{_AREAS}",
            rf"(?:(?:{portfolio})・){{0,3}}(?:{portfolio})(?:(?:担当)?副?大臣(?:政務官)?|(?:総括)?政務次官|事務次官)",
            rf"(?:(?:{_any(data['charges'])})[・、]?){{1,3}}担当(?:大臣|相)",
            _DIET,
            _LEAGUE,
            f"(?:{_any(data['parties'])}){_IN_PARTY}",
            f"(?:{_any(data['ministries'])}){_IN_MINISTRY}",
            f"(?:{_any(data['prefectures'])})[都府県]?知事",
            f"(?:{_any(data['cities'])})市長",
        )
    )


def _any(words: Any) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def class_of(office: str) -> str:
    """The class of an office, of several in one hand the highest.

    >>> class_of("法務長官兼財務大臣"), class_of("英首相"), class_of("国家大会議議員")
    ('minister', 'head_of_government', 'legislator')
    """
    known = titles()
    found = []
    for one in re.split("・?兼", ACTING.sub("", office)):
        tails = (one[start:] for start in range(len(one)))
        told = next(
            (known.classes.get(t) or known.endings[t] for t in tails if t in known.classes or t in known.endings),
            "other",
        )
        is_foreign = told == "minister" and one.startswith("外務") and "担当" not in one
        found.append("minister_foreign_affairs" if is_foreign else told)
    return min(found, key=lambda one: known.ranks.index(one) if one in known.ranks else len(known.ranks))
