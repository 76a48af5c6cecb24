"""Spellings that a text has which is one date and nothing else, rewritten to those that the grammar knows.

`H25.10.1`, `2014.4.5-5.8` and `30.VI.2012` may be anything in a sentence, `20130630` may be an amount: none of them is
looked for there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.normalize.dates.japanese import GREGORIAN
from pipeline.normalize.dates.lexicon import lexicon

_OPEN_START = re.compile(r"\A([(（]?)[～〜](?=[^\s～〜])")
"""Up to a date. Only the wide sign: a plain `~2003` is about 2003 in English."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN_MONTH = re.compile(rf"\A([0-9]{{1,2}})([./ -]|\. )({'|'.join(_ROMAN)})\2([0-9]{{4}})\Z")
_SHARED_YEAR = re.compile(
    r"\A([(]?)([0-9]{4})([./])([0-9]{1,2})\3([0-9]{1,2}) ?[-–~] ?([0-9]{1,2})\3([0-9]{1,2})([)]?)\Z"
)
"""Two days of which only the first has its year: the second is no number with a point."""
_YEAR = re.compile("[0-9]{4}")
_SERIES_MONTH = re.compile(r"\A([0-9]{4})M(0[1-9]|1[0-2])\Z")
_COMPACT = re.compile(r"\A((?:1[0-9]|20)[0-9]{2})([0-9]{2})([0-9]{2})\Z")


class _Spellings(NamedTuple):
    """What finds eras as they are printed in tables: `mark` in front of parted figures, `name` in front of a year; `kanji` is
    the era of each. `weekday` finds one in brackets. `hint` is found in any text that this module may rewrite, most of
    which are told by one look."""

    hint: re.Pattern[str]
    mark: re.Pattern[str]
    name: re.Pattern[str]
    weekday: re.Pattern[str]
    kanji: dict[str, str]


@cache
def _spellings() -> _Spellings:
    """A mark is an era's letter, its kanji, or the first of them. A month without a day needs a year of two digits: `R3.4`
    may be rand, `T2.5` a table's number."""
    latin = lexicon().latin_eras
    kanji = latin | {mark: era for era in latin.values() for mark in (era, era[0])}
    marks = "|".join(sorted((mark for mark in kanji if len(mark) == 1 or not mark.isascii()), reverse=True))
    names = "|".join(name for name in latin if len(name) > 1)
    days = "|".join(word for word, (kind, _) in lexicon().words.items() if kind == "W" and word.istitle())
    weekday = rf" ?[(（](?:(?:{days})\b\.?|[月火水木金土日](?:曜日?)?)[)）]"
    return _Spellings(
        re.compile(
            rf"\A[(（]?(?:(?:{marks})[0-9元]|[～〜~]|[0-9]{{1,2}}[./ -] ?[IVX]|[0-9]{{4}}[./][0-9]+[./][0-9]+ ?[-–~])"
            rf"|(?i:{names}) [0-9]|{weekday}"
        ),
        re.compile(
            rf"(?:(?<=\A)|(?<=\A[(])|(?<=[~-]))(?P<era>{marks})(?:(?P<year>[0-9]{{1,2}})(?=年)"
            r"|(?P<first>[0-9]{1,2}|元)(?P<sign>[./])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![./0-9])"
            r"|(?P<long>[0-9]{2})\.(?P<last>[0-9]{1,2})(?![.0-9]))"
        ),
        re.compile(rf"(?<![^\W_])({names}) ([0-9]{{1,2}})(?= ?[(),;]|\Z)", re.IGNORECASE),
        re.compile(weekday),
        kanji,
    )


def respelled(folded: str, text: str) -> str:
    """The folded text of a cell or a line with such spellings rewritten; `text` has its own signs.

    >>> respelled("R3.4.1", "R3.4.1"), respelled("30.VI.2012", "30.VI.2012"), respelled("~2003", "～2003")
    ('令和3年4月1日', '2012-06-30', '../2003')
    >>> respelled("2014.4.5-5.8", "2014.4.5-5.8"), respelled("May 1 (Sat), 2010", "May 1 (Sat), 2010")
    ('2014年4月5日~5月8日', 'May 1, 2010')
    """
    if not _spellings().hint.search(folded):
        return folded
    folded = named_eras(_spellings().weekday.sub("", folded))
    if found := _ROMAN_MONTH.match(folded):
        return f"{found[4]}-{_ROMAN.index(found[3]) + 1:02d}-{int(found[1]):02d}"
    if _OPEN_START.match(text):
        folded = folded.replace("~", "../", 1)
    folded = _SHARED_YEAR.sub(r"\1\2年\4月\5日~\6月\7日\8", folded)
    return _spellings().mark.sub(_in_kanji, folded)


def named_eras(folded: str) -> str:
    """The same with the eras' names alone, which stand among other words as well.

    >>> named_eras("1868 (Meiji 1)"), named_eras("Heisei 25 students")
    ('1868 (明治1年)', 'Heisei 25 students')
    """
    return _spellings().name.sub(_year_in_kanji, folded)


def compact(folded: str) -> str:
    """The basic form of ISO 8601 with its hyphens, and so a month of statisticians; any other text as it is.

    >>> compact("20130630"), compact("2013M06")
    ('2013-06-30', '2013-06')
    """
    return _SERIES_MONTH.sub(r"\1-\2", _COMPACT.sub(r"\1-\2-\3", folded))


def _year_in_kanji(found: re.Match[str]) -> str:
    """A year of the lunar calendar only beside the year that it was."""
    era = _spellings().kanji[found[1].capitalize()]
    is_lunar = lexicon().eras[era].first[0] + int(found[2]) <= GREGORIAN
    return found[0] if is_lunar and not _YEAR.search(found.string) else f"{era}{found[2]}年"


def _in_kanji(found: re.Match[str]) -> str:
    era = _spellings().kanji[found["era"]]
    if found["year"]:
        return f"{era}{found['year']}"
    if found["day"]:
        return f"{era}{found['first']}年{found['month']}月{found['day']}日"
    return f"{era}{found['long']}年{found['last']}月"
