"""Titles in Japanese: the patterns of a name with its office, and the class of an office.

A name in katakana ends where the ideographs of its office begin, so that any office is read which ends as such do
(`水・灌漑長官`); behind a name in ideographs only an office of the data file tells where it begins.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

KATAKANA = re.compile("[ァ-ヶ]")
_GUEST = "国賓|公賓|(?:公式)?実務訪問賓客|(?:国賓|公賓|公式実務|公式|実務|非公式)訪問"
REMARK = r"\s*(?:[（(](?P<remark>[^（）()]{1,80})[)）])?\s*"
TAIL = (
    r"(?P<consort>・?(?:同妃|皇太子妃|皇后|上皇后|王妃|妃)(?=両))?(?P<address>両?(?:殿下|陛下)|閣下|氏)?(?:一行)?"
    rf"(?P<couple>(?:御|ご)?夫妻|(?:及び|・)?[同令]夫人)?(?P<guest>{_GUEST})?{REMARK}"
)
"""What may stand behind an office: a consort, a form of address, as whose guest somebody came, and a bracket."""


class Titles(NamedTuple):
    """Offices by what class they are of, how others end, and the patterns that are made of both."""

    classes: dict[str, str]
    endings: dict[str, str]
    ranks: tuple[str, ...]
    surnames: frozenset[str]
    foreign: re.Pattern[str]
    native: re.Pattern[str]


@cache
def titles() -> Titles:
    """What `japanese_offices.toml` tells, as patterns."""
    data: dict[str, Any] = tomllib.loads((Path(__file__).parent / "japanese_offices.toml").read_text("utf-8"))
    classes = {office: name for name, offices in data["office"].items() for office in offices}
    endings = {ending: name for name, ends in data["ending"].items() for ending in ends}
    known, ends = _any(classes), _any(endings)
    portfolio = _any(
        office.removesuffix("大臣") for office in classes if office.endswith("大臣") and "・" not in office
    )
    composed = rf"(?:(?:{portfolio})・){{0,3}}(?:{portfolio})(?:担当)?副?大臣"
    league = "日本?・[^\\s（(]{1,20}(?:議員連盟|友好連盟|協会)(?:会長|副会長|会長代行|事務局長|幹事長)"
    field = "(?:(?!兼)[一-鿿々ァ-ヶー・]|及び|並びに){0,30}?"
    alone = _any(ending for ending in endings if len(ending) > 1)
    free = rf"{alone}|(?:(?!兼)[一-鿿々]|{_any(data['katakana'])}){field}(?:{ends}|{known})"
    narrow, wide = (
        rf"(?:{one})(?:・?兼(?:{one}))*" for one in (f"{known}|{composed}|{league}", f"{known}|{composed}|{free}")
    )
    begins = _any([*data["katakana"], *(office for office in classes if KATAKANA.match(office))])
    native_name, foreign_name = "[一-鿿々ぁ-んァ-ヶー]{1,10}?", f"[ァ-ヶー・＝]{{2,40}}?(?=[一-鿿]|{begins})"
    native, foreign = (
        re.compile(rf"\s{{0,20}}+(?P<name>{name})??(?P<office>(?P<past>元|前|次期)?(?:{office})(?:夫人)?){TAIL}")
        for name, office in ((native_name, narrow), (foreign_name, wide))
    )
    return Titles(classes, endings, tuple(data["office"]), frozenset(data["surnames"]), foreign, native)


def _any(words: Any) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def class_of(office: str) -> str:
    """The class of an office, of several in one hand the highest.

    >>> class_of("法務長官兼財務大臣"), class_of("英首相"), class_of("国家大会議議員")
    ('minister', 'head_of_government', 'legislator')
    """
    known = titles()
    found = []
    for one in re.split("・?兼", office):
        tails = (one[start:] for start in range(len(one)))
        told = next(
            (known.classes.get(t) or known.endings[t] for t in tails if t in known.classes or t in known.endings),
            "other",
        )
        is_foreign = told == "minister" and one.startswith("外務") and "担当" not in one
        found.append("minister_foreign_affairs" if is_foreign else told)
    return min(found, key=lambda one: known.ranks.index(one) if one in known.ranks else len(known.ranks))
