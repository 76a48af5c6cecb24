"""What stands beside a visitor in Japanese and is no name or office: when, as whose guest, on what occasion, with whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.patterns import ERA

_N, _TO = "[0-9０-９]{1,2}", "[~～〜–/／-]"
_YEAR = rf"(?:(?:[0-9０-９]{{4}}|{ERA}(?:元|{_N}))年|同年)"
_ONE = (
    rf"(?:(?:{_YEAR}\s?)?{_N}(?:{_TO}{_N})?月(?:{_N}(?:日|(?={_TO})))?(?:{_TO}(?:{_YEAR})?(?:{_N}月)?(?:{_N}日)?)?"
    rf"(?:[上中下]旬)?|{_YEAR})"
)
WHEN = re.compile(rf"{_ONE}(?:(?:・|及び|と)\s?{_ONE})*")
LEAD = re.compile(
    rf"\s{{0,20}}+(?:(?P<when>同[月日]|{_ONE})|[（(](?P<inside>同[月日]|{_ONE})[)）])"
    r"(?:[\s:：]++(?=[^\s、，（(）)~～〜–-])|(?=[^\s:：、，（(）)月日~～〜–-]))"
)
"""A date before the people of one line of a cell: `8月　橋本総理大臣`."""
WHENS = re.compile("・|及び|と")
GUEST = re.compile(
    "(?:(?:国賓|公賓)(?:待遇|として)?|.{0,8}賓客|非公式.{0,4}|公式実務|公式|実務|(?:(?:国事|公式|実務|国賓|公賓|儀礼|親善|友好|私的|招待|招[聘へ]い?){1,2}として)?(?:国事|公式|実務|国賓|公賓|儀礼|親善|友好|私的|招待){0,2}訪問)\\Z"
)
COUPLE = re.compile(r"(?:御|ご)?夫妻|(?:[同令]|御|ご)?夫人(?:を)?(?:同伴|同行)|(?:同伴|同行)者?\s?[:：]\s*[同令]?夫人")
WITH_HIM = re.compile(r"(?:同行|随行)者?\s?[:：]\s*(?P<listed>.+)|(?P<one>.{2,30}?)(?:が|も)?(?:同行|随行)")
"""Who goes with somebody: those listed, or one named before the word."""
GOES_WITH = frozenset({"同行", "随行", "同行者", "随行者"})
NOTHING = frozenset({"当時", "団長", "副団長", "団員", ""})
NUMBER = re.compile("[0-9０-９]{1,2}")
PARTED = re.compile(r"[、，;；。]\s*+")
LED = re.compile(rf"({_ONE})[\s:：]++(.+)")


class Remarks(NamedTuple):
    """What the brackets behind a visitor say; the date as it is read, its parts with `、` between."""

    date: str | None = None
    guest: str | None = None
    occasion: str | None = None
    is_couple: bool = False
    with_him: tuple[str, ...] = ()
    goes_with: bool = False


def read_remarks(*brackets: str | None) -> Remarks:
    """Take brackets apart.

    >>> read_remarks("11月、公式実務訪問賓客、即位の礼")
    Remarks(date='11月', guest='公式実務訪問賓客', occasion='即位の礼', is_couple=False, with_him=(), goes_with=False)
    >>> read_remarks("1月及び9月")[0], read_remarks("5、10月")[0], read_remarks("同行：長勢内閣官房副長官").with_him
    ('1月、9月', '5月、10月', ('長勢内閣官房副長官',))
    """
    dates: list[str] = []
    occasions: list[str] = []
    with_him: list[str] = []
    guest, is_couple, goes_with = None, False, False
    parts = [part.strip() for bracket in brackets if bracket for part in PARTED.split(bracket)]
    for n, part in enumerate(parts):
        is_month = NUMBER.fullmatch(part) and any(WHEN.fullmatch(later) for later in parts[n + 1 :])
        led = LED.fullmatch(part)
        if is_month or WHEN.fullmatch(part):
            dates += [f"{part}月"] if is_month else WHENS.split(part)
        elif guest is None and GUEST.match(part):
            guest = part
        elif COUPLE.fullmatch(part):
            is_couple = True
        elif part in GOES_WITH:
            goes_with = True
        elif company := WITH_HIM.fullmatch(part):
            with_him += [company["one"]] if company["one"] else [company["listed"], *parts[n + 1 :]]
            if company["listed"]:
                break
        elif led:
            dates.append(led[1])
            occasions.append(led[2])
        elif part not in NOTHING:
            occasions.append(part)
    printed = "、".join(date.strip().removeprefix("同年") for date in dates)
    return Remarks(printed or None, guest, "、".join(occasions) or None, is_couple, tuple(with_him), goes_with)
