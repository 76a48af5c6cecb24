"""Spellings that a text has which is one date and nothing else, rewritten to those that the grammar knows.

`H25.10.1` and `30.VI.2012` may be anything in a sentence, `20130630` may be an amount: none of them is looked for there.
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
_YEAR = re.compile("[0-9]{4}")
_SERIES_MONTH = re.compile(r"\A([0-9]{4})M(0[1-9]|1[0-2])\Z")
_COMPACT = re.compile(r"\A((?:1[0-9]|20)[0-9]{2})([0-9]{2})([0-9]{2})\Z")


class _Eras(NamedTuple):
    """What finds eras in Latin letters or cut short: `letter` in front of dotted figures, `name` in front of a year; `hint`
    is found in any text that this module may rewrite, most of which are told by one look."""

    hint: re.Pattern[str]
    letter: re.Pattern[str]
    name: re.Pattern[str]
    kanji: dict[str, str]


@cache
def _eras() -> _Eras:
    """An era may be printed by its first letter or kanji. A month without a day needs a year of two digits: `R3.4` may be
    rand, `T2.5` a table's number."""
    kanji = lexicon().latin_eras | {name[0]: name for name in lexicon().latin_eras.values()}
    letters = "".join(name for name in kanji if len(name) == 1)
    names = "|".join(name for name in kanji if len(name) > 1)
    return _Eras(
        re.compile(rf"\A[(（]?(?:[{letters}][0-9]|[～〜~]|[0-9]{{1,2}}[./ -] ?[IVX])|(?i:{names}) [0-9]"),
        re.compile(
            rf"(?:(?<=\A)|(?<=\A[(])|(?<=[~-]))([{letters}])(?:([0-9]{{1,2}})\.([0-9]{{1,2}})\.([0-9]{{1,2}})(?![.0-9])"
            r"|([0-9]{2})\.([0-9]{1,2})(?![.0-9])|([0-9]{1,2})(?=年))"
        ),
        re.compile(rf"(?<![^\W_])({names}) ([0-9]{{1,2}})(?= ?[(),;]|\Z)", re.IGNORECASE),
        kanji,
    )


def respelled(folded: str, text: str) -> str:
    """The folded text of a cell or a line with such spellings rewritten; `text` has its own signs.

    >>> respelled("R3.4.1", "R3.4.1"), respelled("30.VI.2012", "30.VI.2012"), respelled("~2003", "～2003")
    ('令和3年4月1日', '2012-06-30', '../2003')
    """
    if not _eras().hint.search(folded):
        return folded
    folded = named_eras(folded)
    if found := _ROMAN_MONTH.match(folded):
        return f"{found[4]}-{_ROMAN.index(found[3]) + 1:02d}-{int(found[1]):02d}"
    if _OPEN_START.match(text):
        folded = folded.replace("~", "../", 1)
    return _eras().letter.sub(_in_kanji, folded)


def named_eras(folded: str) -> str:
    """The same with the eras' names alone, which stand among other words as well.

    >>> named_eras("1868 (Meiji 1)"), named_eras("Heisei 25 students")
    ('1868 (明治1年)', 'Heisei 25 students')
    """
    return _eras().name.sub(_year_in_kanji, folded)


def compact(folded: str) -> str:
    """The basic form of ISO 8601 with its hyphens, and so a month of statisticians; any other text as it is.

    >>> compact("20130630"), compact("2013M06")
    ('2013-06-30', '2013-06')
    """
    return _SERIES_MONTH.sub(r"\1-\2", _COMPACT.sub(r"\1-\2-\3", folded))


def _year_in_kanji(found: re.Match[str]) -> str:
    """A year of the lunar calendar only beside the year that it was."""
    era = _eras().kanji[found[1].capitalize()]
    is_lunar = lexicon().eras[era].first[0] + int(found[2]) <= GREGORIAN
    return found[0] if is_lunar and not _YEAR.search(found.string) else f"{era}{found[2]}年"


def _in_kanji(found: re.Match[str]) -> str:
    era, *parts = (part for part in found.groups() if part)
    unit = "" if found[7] else "年"
    return f"{_eras().kanji[era]}{parts[0]}{unit}" + "".join(map("".join, zip(parts[1:], "月日", strict=False)))
