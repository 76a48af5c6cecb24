"""Names in Japanese and the offices behind them: what is a name, what is an office, and which part is the main one."""

from __future__ import annotations

import re

from pipeline.normalize.areas import find_areas
from pipeline.normalize.japanese.titles import KATAKANA, class_of, titles

READING = re.compile(r"[（(](?P<reading>[^（）()]*)[)）]")
NO_NAME = re.compile(
    "[同各両当本現]\\Z|各|[^・]{0,40}(?:大臣|総理|首相|大統領|長官|議長|議員|次官|局長|委員|殿下|陛下|閣下|夫妻|夫人|一行|国王|皇太子|特使|知事|首脳|及び|並びに|[省庁]\\Z)"
)
"""Words that no name holds: whoever they belong to would be lost."""
PLAIN_NAME = re.compile(
    r"[ァ-ヶー・＝゠=･A-ZＡ-Ｚ.．0-9世]{2,40}|[一-鿿々ぁ-んァ-ヶー]{2,8}(?:[ \t\u3000][一-鿿々ぁ-ん]{1,5})?"
)
LEAGUE = re.compile(
    "(?P<land>[^\\s（()）]{1,20})・日本?(?:国会)?(?:友好|親善)?(?:議員連盟|議員友好連盟|議連|友好連盟|友好協会|協会|協力委員会|議員グループ)"
    "(?:会長代行|会長代理|副会長|会長|議長|代表|事務局長|幹事長)"
)
OF_A_PLACE = frozenset({"市長", "知事", "州知事", "県知事", "州首相", "市議会議長", "副市長", "特別市長", "広域市長"})


def pattern_of(words: str, start: int) -> re.Pattern[str]:
    """The titles that may stand behind a name that begins at `start`: a name in katakana is that of a foreigner."""
    return titles().foreign if KATAKANA.match(words, start) else titles().native


def is_office(words: str) -> bool:
    """Whether words are an office and nothing else: a bracket that holds one says no occasion.

    >>> is_office("総理特使"), is_office("中山総理特使"), is_holder("中山総理特使"), is_holder("即位の礼")
    (True, False, True, False)
    """
    match = _holder(words)
    return _leads_league(words) or (match is not None and match["name"] is None)


def is_holder(words: str) -> bool:
    """Whether words are somebody with an office: a bracket that holds him tells who is meant, and no occasion."""
    match = None if _leads_league(words) else _holder(words)
    return match is not None and match["name"] is not None


def _leads_league(words: str) -> bool:
    """Whether words are an office in a league of another land with Japan: `ボリビア・日本友好議員連盟会長`."""
    match = LEAGUE.fullmatch(words)
    areas = find_areas(match["land"]) if match else []
    return match is not None and bool(areas) and (areas[0].start, areas[0].end) == (0, len(match["land"]))


def _holder(words: str) -> re.Match[str] | None:
    """The office that words are, with or without a name before it and with nothing behind."""
    match = titles().native.fullmatch(words) or titles().foreign.fullmatch(words)
    return match if match is not None and match.end("office") == len(words) else None


def class_in(office: str, address: str | None) -> str:
    """The class of an office; `女王殿下` is a princess of Japan, `女王陛下` a queen."""
    return "royal" if office == "女王" and address == "殿下" else class_of(office)


def without_land(name: str | None, office: str) -> tuple[str | None, str]:
    """A name without the land that belongs to its office: `シェイン・ザンジバル大統領`, `チリ大統領`."""
    if name is None:
        return None, office
    others, _, last = name.rpartition("・")
    areas = find_areas(last)
    if not others and areas and areas[0].start == 0 and areas[0].end == len(last):
        return None, f"{last}{office}" if office.startswith("日本") else office
    is_land = (
        office in OF_A_PLACE
        or last in titles().lands
        or (bool(areas) and areas[0].start == 0 and areas[0].end == len(last))
    )
    return (others, f"{last}{office}") if is_land and others and KATAKANA.match(name) else (name, office)


def parted(name: str) -> tuple[str, str]:
    """The other names and the main one: the last of a name in katakana, the first of `田中　直紀`."""
    if KATAKANA.match(name):
        given, _, family = re.sub(r"[\s･]", "・", name).rpartition("・")
        return given, family
    words = name.split()
    return (words[1] if len(words) > 1 else "", words[0]) if words else ("", "")
