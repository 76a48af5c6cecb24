"""Japanese dates: eras, `年月日`, fiscal years, decades, and kanji numerals."""

from __future__ import annotations

import re

from pipeline.normalize.dates.calendar import FIRST_YEAR, LAST_YEAR
from pipeline.normalize.dates.lexicon import Lexicon
from pipeline.patterns import ERA

_NUMERALS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_N = "[0-9〇一二三四五六七八九十]"
_GAP = " ?"
_TO = "[~–―-]"
_ERA_YEAR = rf"{ERA}{_GAP}(?:{_N}{{1,3}}|元)"
_LAST_OF_ERA, _FIRST_OF_ERA = "(?:明治45|大正15|昭和64|平成31)", rf"(?:大正|昭和|平成|令和)[元1](?!{_N})"
_OF_TWO_ERAS = (
    rf"(?:{_LAST_OF_ERA}年?{_GAP}[・/]{_GAP}{_FIRST_OF_ERA}|{_FIRST_OF_ERA}年?{_GAP}[・/]{_GAP}{_LAST_OF_ERA}"
    rf"|{_LAST_OF_ERA}年?\({_FIRST_OF_ERA}年?\)|{_FIRST_OF_ERA}年?\({_LAST_OF_ERA}年?\))"
)
"""A year in which one era followed another, told by both: `平成31年・令和元年`."""
_FULL_YEAR = rf"(?<![0-9第約]){_N}{{4}}"
_MONTH_AND_DAY = rf"{_GAP}{_N}{{1,3}}{_GAP}月(?:{_GAP}{_N}{{1,3}}{_GAP}日)?"
_REST = rf"年(?:度|{_MONTH_AND_DAY})?"


def _twice(first: str, other: str) -> str:
    """A date that one calendar says, and the other one in the bracket behind it."""
    return rf"{first}(?:{_REST}\({other}(?:{_REST})?\)|\({other}(?:{_REST}\)|\)年))(?:度|{_MONTH_AND_DAY})?"


JAPANESE = {
    "ja_twice": "|".join(
        _twice(first, other)
        for era in (_OF_TWO_ERAS, _ERA_YEAR)
        for first, other in ((_FULL_YEAR, era), (era, _FULL_YEAR))
    )
    + rf"|{_OF_TWO_ERAS}年?(?:度|{_MONTH_AND_DAY})?",
    "ja_years": rf"(?:{_ERA_YEAR}|(?<![0-9第約])[0-9]{{4}})(?:年度?)?{_TO}"
    rf"(?:(?:{ERA}{_GAP})?{_N}{{1,3}}|{ERA}{_GAP}元)年度?(?!{_GAP}{_N}|[間前後目代ぶ生度])",
    "ja_decade": rf"{_N}{{4}}年代",
    "ja_century": "(?<!前)[0-9]{1,2}世紀",
    "ja_date": rf"(?:{_ERA_YEAR}|(?<![0-9第約])(?:{_N}{{4}}|[0-9]{{2}})|[\u4e00-\u9fff][0-9]{{2}}(?<![第約]..))"
    rf"{_GAP}年(?![間前後目代ぶ生版型卒組超]|式(?!典)|産(?!業)|物(?!価)|以[内外]|来(?!日)|問題|体制|基準|価格|の(?:歴史(?!的)|伝統))"
    rf"(?:度|{_MONTH_AND_DAY})?|(?<![^\n|])[0-9]{{3}}年(?=[ |\n]|\Z)",
    "ja_month": "(?<![0-9])[0-9]{1,2}月(?:[0-9]{1,2}日)?",
    "ja_day": "(?<![0-9])[0-9]{1,2}日(?!間)",
    "ja_word": "末現在|現在|時点|末|まで|迄|以前|以降|以後|以来|から|より(?!以?前)|頃|ごろ|ころ|累計|累積"
    "|第?[1-4一二三四]?四半期|上半期|下半期|上期|下期|前半|後半"
    "|(?:(?<=年)|(?<=年度)|(?<=年[ の]))[春夏秋冬]|[上中下初]旬|期(?!間)",
}
"""Shapes of Japanese dates and of the words around them, tried in this order. A kanji that touches a year of two digits may
be an era that is not known, and makes no date of it; one of three digits is a year where it stands alone in its cell."""
_PARTS = re.compile(
    rf"(?P<era>{ERA})?{_GAP}(?P<year>{_N}++|元){_GAP}年(?P<fiscal>度)?"
    rf"(?:{_GAP}(?P<month>{_N}++){_GAP}月)?(?:{_GAP}(?P<day>{_N}++){_GAP}日)?"
)
_TWICE = re.compile(r"(?P<first>[^(年]++)(?P<rest>[^(]*+)\((?P<other>[^)年]++)(?P<again>[^)]*+)\)(?P<behind>.*)")
_TWO_ERAS = re.compile(_OF_TWO_ERAS)
_YEARS = re.compile(
    rf"(?P<era>{ERA})?{_GAP}(?P<first>{_N}++|元)(?P<one>年度?)?{_TO}(?P<later>{ERA})?{_GAP}(?P<last>{_N}++|元)(?P<other>年度?)"
)
GREGORIAN = 1873
"""Japan reckons months and days in the Gregorian calendar from this year; earlier ones of an era year are lunar."""
LAST_OF_AN_ERA = 64
"""The longest era had as many years, the last of them ending in January: a year of two digits beyond is none of an era."""
_UNSURE = -1
_NONE: tuple[str, tuple[int, ...]] = ("Z", ())


def japanese_token(group: str, printed: str, words: Lexicon) -> tuple[str, tuple[int, ...]]:
    """Kind and numbers of a shape of `JAPANESE`: `J` year, month, day as far as printed; `U` a fiscal year."""
    if group == "ja_word":
        return words.japanese_words.get(printed, "3"), ()
    if group == "ja_twice":
        return _said_twice(printed, words)
    if group == "ja_years":
        return _years(printed, words)
    if group == "ja_decade":
        year = numeral(printed[:-2])
        return ("X", (year, year + 9)) if FIRST_YEAR <= year <= LAST_YEAR and year % 10 == 0 else _NONE
    if group == "ja_century":
        century = int(printed[:-2])
        return ("I", (century,)) if 1 <= century <= 20 else _NONE
    if group == "ja_date":
        return _date(printed, words)
    parts = tuple(int(part) for part in re.findall("[0-9]+", printed))
    return ("B" if group == "ja_day" else "j"), parts


def _date(printed: str, words: Lexicon) -> tuple[str, tuple[int, ...]]:
    found = _PARTS.fullmatch(printed)
    if found is None:
        return _NONE
    month, day = numeral(found["month"] or ""), numeral(found["day"] or "")
    year = _year(found["era"], found["year"], month, day, words)
    if not 0 < year <= LAST_YEAR:
        return ("Z", (1,)) if year == _UNSURE else _NONE
    value = (year, *((month,) if month else ()), *((day,) if day else ()))
    if (found["month"] and not month) or (found["day"] and not day):
        return _NONE
    return ("U" if found["fiscal"] else "J"), value


def _said_twice(printed: str, words: Lexicon) -> tuple[str, tuple[int, ...]]:
    """`2000年(平成12年)1月`, `2000年1月(平成12年)`: a date by both counts, which must be the same one."""
    if eras := _TWO_ERAS.search(printed):
        years = {_date(f"{year}年", words) for year in re.findall(_ERA_YEAR, eras[0])}
        kind, value = years.pop() if len(years) == 1 else _NONE
        if kind != "J":
            return "Z", (1,)
        printed = f"{printed[: eras.start()]}{value[0]}年{printed[eras.end() :].removeprefix('年')}"
    found = _TWICE.fullmatch(printed)
    if found is None:
        return _date(printed, words)
    rest, again, behind = (found[part].strip().removeprefix("年") for part in ("rest", "again", "behind"))
    told = rest or behind or (again if not found["rest"] else "")
    if again not in ("", told) or (rest and behind):
        return "Z", (1,)
    one, other = (_date(f"{year.strip()}年{told}", words) for year in (found["first"], found["other"]))
    return one if one == other else ("Z", (1,))


def _years(printed: str, words: Lexicon) -> tuple[str, tuple[int, ...]]:
    """`平成20～24年度`: the first and the last year, which is of the same era or century where none is printed."""
    found = _YEARS.fullmatch(printed)
    if found is None or (found["one"] and found["one"] != found["other"]):
        return _NONE
    first = _year(found["era"], found["first"], 0, 0, words) if found["era"] else int(found["first"])
    if found["later"] or found["era"]:
        last = _year(found["later"] or found["era"], found["last"], 0, 0, words)
    else:
        last = first - first % 100 + int(found["last"]) if len(found["last"]) == 2 and found["last"].isascii() else 0
    if not (FIRST_YEAR <= first <= LAST_YEAR and FIRST_YEAR <= last <= LAST_YEAR):
        return _NONE
    return "4", (first, last, int(found["other"] == "年度"))


def _year(era_name: str | None, printed: str, month: int, day: int, words: Lexicon) -> int:
    """The Gregorian year; 0 where there is none, -1 where it is unsure (`12年` may be an era's year or a duration)."""
    number = 1 if printed == "元" else numeral(printed)
    if era_name is None:
        if len(printed) > 2:
            return number
        is_no_era = number > LAST_OF_AN_ERA or (number == LAST_OF_AN_ERA and month > 1)
        return number + 1900 if is_no_era else number + 2000 if printed[0] == "0" else _UNSURE
    era = words.eras.get(era_name)
    if era is None or number < 1:
        return 0
    year = era.first[0] + number - 1
    if month and year < GREGORIAN:
        return _UNSURE
    earliest, latest = (year, month or 1, day or 1), (year, month or 12, day or 31)
    inside = latest >= era.first and earliest <= era.last
    return year if inside else 0


def numeral(printed: str) -> int:
    """The number of digits, of kanji digits or of kanji with `十`; 0 where it is none.

    >>> numeral("二〇一二"), numeral("二十四"), numeral("十"), numeral("10")
    (2012, 24, 10, 10)
    """
    if not printed:
        return 0
    if printed.isdigit() and printed.isascii():
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    if ten:
        if len(tens) > 1 or len(ones) > 1:
            return 0
        return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
    digits = [_NUMERALS.get(sign) for sign in printed]
    return int("".join(map(str, digits))) if None not in digits else 0
