"""Table rows in running text: where a row starts, and which words of it are its date.

A row starts with a date in one of the few forms that first cells take. In text whose row breaks are lost it starts
wherever such a date stands before a capital outside brackets and no word in front of it makes it part of a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from pipeline.normalize.dates import slips
from pipeline.outline.ranks import OF_RANKS, RANK
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
    rf"(?:(?:[1１][6-9６-９][0-9０-９]{{2}}|[2２][0０][0-9０-９]{{2}}|(?:[明大昭平令][治正和成])\s?(?:{_N}|元))年"
    rf"|(?<![0-9０-９])[06-9０６-９][0-9０-９]年(?={_N}月))"
    rf"(?:[(（](?:[明大昭平令][治正和成]\s?(?:{_N}|元)|[12][0-9]{{3}})年[)）])?"
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
MONTH_CELL = re.compile(rf"({_MONTH}(?![a-z])(?:{_DASH}{_MONTH}(?![a-z]))?)\s*[:：]?\s+(?=[A-Z(])")
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
_COLUMN_YEAR = r"(?:FY\s?)?(?:1[6-9]|20)[0-9]{2}(?:\s?/\s?[0-9]{2,4})?(?:年度?)?"
YEARS_HEADER = re.compile(
    rf"(?:(?:Fiscal )?Years?|FY|Calendar year|Period|(?:会計)?年度?(?![0-9])|暦年)?\s*+"
    rf"(?:\|\s*+)?(?:{_COLUMN_YEAR}(?:\s*+\|\s*+|\s++|\Z)){{2,}}\|?\Z",
    re.I,
)
LONGEST_TOTAL, TOTAL_ENDS = 60, frozenset("lLsSeEdD計額)0123456789")
LAST_TOTAL = re.compile(
    rf"\b(?:(?:cumulative|accumulated)(?:\stotals?)?(?:\s[(]?(?:as of|until|up to|through)\s{_COLUMN_YEAR}[)]?)?"
    rf"|(?<=\s)totals?|totals?\s[(]?(?:as of|until|up to|through)\s{_COLUMN_YEAR}[)]?|累計額?)\Z",
    re.I,
)
"""A column behind those of the years for all until then."""
YEAR_CELL = re.compile(_COLUMN_YEAR, re.I)
_NUMBER = r"[0-9](?:[0-9,.]*[0-9])?%?(?![0-9A-Za-z])"
_NOTHING = r"(?<=\s)(?:-|−|–|—|…|n\.a\.|N/A|[Nn]one|[Nn]il|な[しい]|無し|－)(?=\s|\Z)"
FIGURE = re.compile(rf"(?<![0-9A-Za-z.,])(?:[-−–△▲+]\s?)?{_NUMBER}|{_NOTHING}")
APART = re.compile(rf"(?<![0-9A-Za-z.,])(?:[-−–]|[△▲+]\s?)?{_NUMBER}|{_NOTHING}")
"""The same where a dash with a space on both sides stands for no figure, and is no sign of the next one."""
LOOSE_DASH = re.compile(r"\s[-−–]\s")


BRACKETED = re.compile(r"[(（][^()（）]{0,60}[)）]")
WORD = re.compile(r"[^\W\d_]{3}")


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
    match = MONTH_CELL.match(text, start, end) or MONTH_NUMBER.match(text, start, end)
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


def year_cells(text: str, start: int, end: int) -> list[Span]:
    """The years of a header such as `Year 2008 2009 2010`, empty for any other line.

    >>> [span.start for span in year_cells("Year 2008 2009", 0, 14)]
    [5, 10]
    """
    total = LAST_TOTAL.search(text, max(start, end - LONGEST_TOTAL), end) if text[end - 1 : end] in TOTAL_ENDS else None
    if total and (years := year_cells(text, start, start + len(text[start : total.start()].rstrip()))):
        return [*years, Span(total.start(), end)]
    last = text[end - 1 : end]
    if (last.isalpha() and last not in "年度") or not YEARS_HEADER.fullmatch(text, start, end):
        return []
    return [Span(match.start(), match.end()) for match in YEAR_CELL.finditer(text, start, end)]


def ranked_years(text: str, start: int, end: int) -> list[Span]:
    """The cells of a header of ranks by years, such as `Rank 2008 2009`; empty for any other line.

    >>> [span.start for span in ranked_years("Rank 2008 2009", 0, 14)]
    [0, 5, 10]
    """
    rank = OF_RANKS.match(text, start, end)
    years = year_cells(text, rank.end(), end) if rank else []
    return [Span(start, rank.end()), *years] if rank and years else []


def series_cells(text: str, start: int, end: int, columns: int) -> tuple[Span, ...]:
    """The label and the figures of a line below a header of years; empty where their number is not the header's.

    >>> t = "Balance -227.7 -109.2"
    >>> [t[a:b] for a, b in series_cells(t, 0, len(t), 2)]
    ['Balance', '-227.7', '-109.2']
    """
    if columns == 0:
        return ()
    figures = [Span(match.start(), match.end()) for match in FIGURE.finditer(text, start, end)]
    if len(figures) < columns and LOOSE_DASH.search(text, start, end):
        figures = [Span(match.start(), match.end()) for match in APART.finditer(text, start, end)]
    if len(figures) < columns:
        return ()
    kept = figures[-columns:]
    label = text[start : kept[0].start].rstrip(" :|\n\t\u3000")
    between = [text[a.end : b.start] for a, b in pairwise(kept)]
    if any(WORD.search(BRACKETED.sub("", words)) for words in between):  # `(4) Yen loans since fiscal 2004`
        return ()
    return (Span(start, start + len(label)), *kept) if label and not text[kept[-1].end : end].strip(" |\n") else ()


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
