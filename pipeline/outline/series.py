"""Tables in running text whose columns are years: the years of a header, and the figures of a line below them."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.outline.ranks import OF_RANKS
from pipeline.records import Span

_N = "[0-9０-９]"
_COLUMN_YEAR = rf"(?:FY\s?)?(?:[1１][6-9６-９]|[2２][0０]){_N}{{2}}(?:\s?[/／]\s?{_N}{{2,4}})?(?:年度?)?"
YEARS_HEADER = re.compile(
    rf"(?:(?:Fiscal )?Years?|FY|Calendar year|Period|Types?(?: of aid)?|Items?|Categor(?:y|ies)|Indicators?|Countr(?:y|ies)|Donors?"
    rf"|(?:会計)?年度?(?!{_N})|暦年|区分|項目|形態|指標|国名)?\s*+"
    rf"(?:\|\s*+)?(?:{_COLUMN_YEAR}(?:\s*+\|\s*+|\s++|\Z)){{2,}}\|?\Z",
    re.I,
)
LONGEST_SIGN = 5
LONGEST_TOTAL, TOTAL_ENDS = 60, frozenset("lLsSeEdD計額)）0123456789０１２３４５６７８９")
_UNTIL = r"\s[(]?(?:(?:as of|until|up to|through|to)\s|[-–~～]\s?)"
LAST_TOTAL = re.compile(
    rf"\b(?:(?:cumulative|accumulated)(?:\stotals?)?(?:{_UNTIL}{_COLUMN_YEAR}[)]?)?"
    rf"|(?<=\s)totals?|totals?{_UNTIL}{_COLUMN_YEAR}[)]?|累計額?)\Z",
    re.I,
)
"""A column behind those of the years for all until then."""
YEAR_CELL = re.compile(_COLUMN_YEAR, re.I)
_NUMBER = rf"{_N}(?:[0-9０-９,.，．]*{_N})?[%％]?(?![0-9０-９A-Za-z])"
_NOTHING = r"(?<=\s)(?:-|−|–|—|…|n\.a\.|N/A|[Nn]one|[Nn]il|な[しい]|無し|－)(?=\s|\Z)"
FIGURE = re.compile(rf"(?<![0-9０-９A-Za-z.,．，])(?:[-−–－△▲+]\s?)?{_NUMBER}|{_NOTHING}")
APART = re.compile(rf"(?<![0-9０-９A-Za-z.,．，])(?:[-−–－]|[△▲+]\s?)?{_NUMBER}|{_NOTHING}")
"""The same where a dash with a space on both sides stands for no figure, and is no sign of the next one."""
LOOSE_DASH = re.compile(r"\s[-−–－]\s")
BRACKETED = re.compile(r"[(（][^()（）]{0,60}[)）]")
LONGEST_UNIT = 20
WORD = re.compile(r"[^\W\d_]{3}")
CURRENCY = re.compile(r"(?:(?<![A-Za-z])[A-Z]{1,2}\$|(?<![A-Za-z])\$|[¥￥€£])\s?\Z")
"""The sign of a currency right before a figure, which is part of it."""
BESIDE = re.compile(r"(?<=[0-9])\s?[(（]\s?(?:[-−–△▲+]\s?)?[0-9０-９][0-9０-９,.，．]*\s?[%％]?\s?[)）]")
"""Another figure in the bracket behind one, of which the cell does not say what it is: a part, a change, the year before."""


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


def _with_currency(text: str, start: int, figure: Span) -> Span:
    sign = CURRENCY.search(text, max(start, figure.start - LONGEST_SIGN), figure.start)
    return Span(sign.start(), figure.end) if sign else figure


def _figures(text: str, start: int, end: int, figure: re.Pattern[str]) -> list[Span]:
    """The figures of a line, each with the one in a bracket behind it; none where each says its own year there."""
    beside = {one.start(): one.end() for one in BESIDE.finditer(text, start, end)}
    plain = BESIDE.sub(lambda one: " " * len(one[0]), text[start:end]) if beside else text[start:end]
    found = ((start + one.start(), start + one.end()) for one in figure.finditer(plain))
    if any(YEAR_CELL.fullmatch(text[a:b].strip("()（） ")) for a, b in beside.items()):  # `364 (2021), 369 (2022)`
        return []
    return [Span(a, beside.get(b, b)) for a, b in found]


def series_cells(text: str, start: int, end: int, columns: int) -> tuple[Span, ...]:
    """The label and the figures of a line below a header of years; empty where their number is not the header's. The same unit may
    stand behind each.

    >>> t = "Balance -227.7 -109.2"
    >>> [t[a:b] for a, b in series_cells(t, 0, len(t), 2)]
    ['Balance', '-227.7', '-109.2']
    >>> t = "GDP per capita US$ 7,586 US$ 9,240"
    >>> [t[a:b] for a, b in series_cells(t, 0, len(t), 2)]
    ['GDP per capita', 'US$ 7,586', 'US$ 9,240']
    >>> t = "Exports 148 (8.4) 152 (-2.8)"
    >>> [t[a:b] for a, b in series_cells(t, 0, len(t), 2)]
    ['Exports', '148 (8.4)', '152 (-2.8)']
    >>> t = "Visitors 29,770 persons  31,569 persons"
    >>> [t[a:b] for a, b in series_cells(t, 0, len(t), 2)]
    ['Visitors', '29,770 persons', '31,569 persons']
    """
    if columns == 0:
        return ()
    figures = _figures(text, start, end, FIGURE)
    if len(figures) < columns and LOOSE_DASH.search(text, start, end):
        figures = _figures(text, start, end, APART)
    if len(figures) < columns:
        return ()
    kept = [_with_currency(text, start, figure) for figure in figures[-columns:]]
    label = text[start : kept[0].start].rstrip(" :|\n\t\u3000")
    between = [text[a.end : b.start] for a, b in pairwise(kept)]
    unit = text[kept[-1].end : end].strip(" \u3000|\n")
    if unit and len(unit) <= LONGEST_UNIT and {words.strip(" \u3000|\t") for words in between} == {unit}:
        kept = [Span(one.start, text.index(unit, one.end) + len(unit)) for one in kept]
        between = []
    if any(WORD.search(BRACKETED.sub("", words)) for words in between):  # `(4) Yen loans since fiscal 2004`
        return ()
    return (Span(start, start + len(label)), *kept) if label and not text[kept[-1].end : end].strip(" |\n") else ()
