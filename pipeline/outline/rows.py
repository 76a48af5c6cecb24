"""Table rows in running text: where a row starts, and which words of it are its date.

A row starts with a date in one of the few forms that first cells take. In text whose row breaks are lost it starts
wherever such a date stands before a capital outside brackets and no word in front of it makes it part of a sentence.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.normalize.dates import slips
from pipeline.outline.ranks import RANK
from pipeline.patterns import ERA
from pipeline.records import Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May\.?|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[6-9]|20)[0-9]{2}"
_DASH = r"\s?[-–—~～]\s?"
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_N, _TO = "[0-9０-９]{1,2}", r"\s?[-–—~～〜/／]\s?"
_JAPANESE_YEAR = (
    rf"(?:(?:[1１][6-9６-９][0-9０-９]{{2}}|[2２][0０][0-9０-９]{{2}}|(?:{ERA})\s?(?:{_N}|元))年"
    rf"|(?<![0-9０-９])[06-9０６-９][0-9０-９]年(?={_N}月))"
    rf"(?:[(（](?:{ERA}\s?(?:{_N}|元)|[12][0-9]{{3}})年[)）])?"
)
DATE_FORMS = (
    rf"{_YEAR}[./-][01]?[0-9](?:[./-][0-3]?[0-9])?(?![0-9])(?:{_DASH}{_YEAR}[./-][01]?[0-9](?![0-9]))?",
    rf"{_YEAR},?\s?{_MONTH}(?![a-z])(?:\s?{_DAY}(?![0-9]))?"
    rf"(?:{_DASH}(?:(?:{_YEAR}\s?)?{_MONTH}(?![a-z])(?:\s?{_DAY}(?![0-9]))?|{_DAY}(?![0-9])))?",
    rf"{_MONTH}(?![a-z])\s?{_DAY}(?:{_DASH}(?:{_MONTH}(?![a-z])\s?)?{_DAY})?,?\s{_YEAR}(?![0-9])",
    rf"{_DAY}(?:(?:\s{_MONTH}(?![a-z]))?{_DASH}{_DAY})?\s{_MONTH}(?![a-z]),?\s?{_YEAR}(?![0-9])",
    rf"{_MONTH}(?![a-z])(?:{_DASH}{_MONTH}(?![a-z]))?,?\s?{_YEAR}(?![0-9])(?:{_DASH}{_MONTH}(?![a-z]),?\s?{_YEAR}(?![0-9]))?",
    rf"{_YEAR}\s?\({_MONTH}(?:{_DASH}{_MONTH})?\)",
    rf"{_JAPANESE_YEAR}(?:[ \t\u3000]{{0,2}}{_N}(?:(?:{_TO}|[・、]){_N})?月)?(?:{_N}日?{_TO}{_N}日|{_N}日)?"
    rf"(?:{_TO}(?:{_JAPANESE_YEAR})?(?:{_N}月(?:{_N}日)?|{_N}日))?",
    rf"{_YEAR}(?![0-9])(?:{_DASH}(?:{_YEAR}|[0-9]{{2}})(?![0-9]))?(?:(?:\s?[,、]\s?|\s(?:and|&)\s){_YEAR}(?![0-9]))*",
)
MONTH_AND_YEAR = 4
SLIPPED = re.compile(rf"([A-Z][a-z]+,?\s{_YEAR}(?![0-9]))")
"""A date with a misspelt month, once the word is known to be one."""
SLIPPED_YEAR = re.compile(rf"[0-9]{{4}}(?:[./-][01]?[0-9]|\s{_MONTH}(?![a-z]))?(?![0-9.,])")
ROW_DATE = re.compile("|".join(f"({form})" for form in DATE_FORMS))
_MONTHS = rf"{_MONTH}(?![a-z])(?:{_DASH}{_MONTH}(?![a-z]))?"
MONTH_ROW = re.compile(rf"({_MONTHS})\s*[:：]?\s+(?=[A-Z(])")
_DAYS = rf"{_DAY}(?:{_DASH}{_DAY})?(?![0-9])"
_MONTH_AND_DAYS = (
    rf"(?:{_DAYS}\s)?{_MONTHS}(?:\s?{_DAYS})?(?:{_DASH}(?:{_DAY}\s)?{_MONTH}(?![a-z])(?:\s?{_DAY}(?![0-9]))?)?"
)
MONTH_CELL = re.compile(
    rf"(?:\((?=[^()\n]{{3,30}}\)))?({_MONTH_AND_DAYS})\)?(?:\s*+[:：,]\s*+|\s++(?:[-–—]\s++)?)(?=[A-Z(])"
)
"""A month, perhaps with its days, before who came in it, in a cell beside its year: `12-15 Jan. Prime Minister A`."""
JAPANESE_MONTH = re.compile(
    rf"(同[年月日](?:\s?{_N}月(?:{_N}日)?)?|同上|〃|{_N}(?:{_TO}{_N})?月(?:{_N}日?)?(?:{_TO}(?:{_N}月(?:{_N}日)?|{_N}日))?)"
    r"\s*[:：]?[ \t\u3000]+(?=[^\x00-\x7f])"
)
"""The same in Japanese, also one that only points at the date above: `同月　岸田外務大臣`."""
MONTH_NUMBER = re.compile(r"(\.\s?(?:1[0-2]|[1-9]))(?![0-9.])\s+(?=[A-Z(])")
AFTER_DATE = re.compile(r"\s*+(?:[:：|]\s*+)?(?:(?:-{2,3}|[-–—])\s*+)?(?=[A-Z“\"'‘(]|[^\x00-\x7f]|the |\Z)")
BEFORE_DATE = re.compile(
    r"(?:\b(?:in|on|of|since|until|till|from|to|by|and|or|the|year|between|before|after|Expo|FY|fiscal)|[,&/$¥€£-])\s*\Z",
    re.I,
)
HEADER = re.compile(
    r"\s*(?:Year|Date|Period|Month)s?\s*(?:(?:[,/|&]|and)?\s*(?:Month|Year)\s*)?\|?\s*(?:of visit\s*)?"
    r"(?:Name of (?:Visitor|Dignitar(?:y|ies))s?|Names?|Visitors?|History|Main events?|Events?|Description|[A-Z][A-Za-z ]{2,40}:"
    rf"|(?:(?i:{RANK.pattern})[ |]*)+)"
    r"\s*\|?(?:\s*\([^()]{1,60}\))?(?=\s|\Z|[0-9])"
)
COLUMN_WORDS = re.compile(
    r"\s*(?:(?:Names?|Titles?|Positions?|Offices?|Visitors?|Remarks?|Notes?|Purposes?|Occasions?|Places?|Venues?|Years?|Dates?|Months?)"
    r"(?:\s*\|\s*|\s+|\Z)){2,}\Z"
)
"""A line of nothing but the words that head columns: `Name Title Year`."""
HEADER_STARTS = frozenset("DMNOPRTVY")
HEADER_TAIL = re.compile(r"\s*(?:Year|Date)s?\s*[|/]?\s*(?:Names?|Visitors?)\s*\|?\s*\Z")


class RowStart(NamedTuple):
    """Where a row starts and what its date is: `style` is the index of the date's form, `words` where the rest begins."""

    date: Span
    words: int
    style: int


def row_at(text: str, start: int, end: int) -> RowStart | None:
    """The row that begins exactly at `start`.

    >>> row_at("1989.10 Minister for Foreign Affairs S. UNO", 0, 43)
    RowStart(date=Span(start=0, end=7), words=8, style=0)
    """
    match = ROW_DATE.match(text, start, end)
    if match is None:
        slip = slips.WORD.match(text, start, end)
        match = SLIPPED.match(text, start, end) if slip and slips.month_of(slip[0]) else None
    if match is None or match.lastindex is None:
        return None
    after = AFTER_DATE.match(text, match.end(), end)
    style = MONTH_AND_YEAR if match.re is SLIPPED else match.lastindex - 1
    return RowStart(Span(start, match.end()), after.end(), style) if after else None


def month_row_at(text: str, start: int, end: int) -> RowStart | None:
    """A row whose first cell is a month alone, its year standing further up."""
    match = MONTH_ROW.match(text, start, end) or MONTH_NUMBER.match(text, start, end)
    match = match or JAPANESE_MONTH.match(text, start, end)
    return RowStart(Span(start, match.end(1)), match.end(), -1) if match else None


def slipped_row_at(text: str, start: int, end: int) -> RowStart | None:
    """A row among others whose first cell is a slip for a year: `2103.2 Prime Minister Shinzo Abe`.

    >>> slipped_row_at("2103.2 Prime Minister Abe", 0, 25), slipped_row_at("2103 persons", 0, 12)
    (RowStart(date=Span(start=0, end=6), words=7, style=-1), None)
    """
    match = SLIPPED_YEAR.match(text, start, end)
    after = AFTER_DATE.match(text, match.end(), end) if match else None
    return RowStart(Span(start, match.end()), after.end(), -1) if match and after else None


def inner_rows(text: str, start: int, end: int, style: int | None) -> list[RowStart]:
    """The rows that begin inside `text[start:end]`, where breaks between rows are lost. `style`: only dates of this form.

    >>> t = "Prime Minister A. AMARI2000 Prime Minister B. MORI (Summit of 2000)1995 Their Majesties"
    >>> [t[r.date.start:r.date.end] for r in inner_rows(t, 0, len(t), len(DATE_FORMS) - 1)]
    ['2000', '1995']
    """
    rows: list[RowStart] = []
    depth, at = 0, start
    for match in ROW_DATE.finditer(text, start, end):
        depth += _depth(text, at, match.start())
        at = match.start()
        if depth > 0 or match.start() == start or match.lastindex is None or style not in (None, match.lastindex - 1):
            continue
        after = AFTER_DATE.match(text, match.end(), end)
        before = text[max(start, match.start() - 12) : match.start()]
        if after and after.end() < end and not BEFORE_DATE.search(before) and not before[-1:].isdigit():
            rows.append(RowStart(Span(match.start(), match.end()), after.end(), match.lastindex - 1))
    return rows


def _depth(text: str, start: int, end: int) -> int:
    opened = text.count("(", start, end) + text.count("（", start, end)
    return opened - text.count(")", start, end) - text.count("）", start, end)


def header_at(text: str, start: int, end: int) -> int | None:
    """Where a printed table header such as `Year Name` ends, `None` when there is none at `start`.

    >>> header_at("YearName", 0, 8)
    8
    """
    first = text[start : start + 1]
    if first not in HEADER_STARTS and not first.isspace():
        return None
    match = COLUMN_WORDS.match(text, start, end) or HEADER.match(text, start, end)
    return match.end() if match else None


def header_tail(text: str, start: int, end: int) -> int | None:
    """Where a header begins that is glued to the end of a line: `From Kenya to JapanYearName`.

    >>> header_tail("From Kenya to JapanYearName", 0, 27)
    19
    """
    match = HEADER_TAIL.search(text, max(start, end - 30), end)
    return match.start() if match and match.start() > start else None
