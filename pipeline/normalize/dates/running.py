"""`find_dates`: the dates in running text, and the year that a month without one takes."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from pipeline.normalize.dates.calendar import FIRST_YEAR, LAST_YEAR, DateValue
from pipeline.normalize.dates.context import is_date_here, is_month_here, needs_context
from pipeline.normalize.dates.edges import is_of_other_year, is_torn, trimmed
from pipeline.normalize.dates.grammar import Core, cores
from pipeline.normalize.dates.hints import last_end, may_tell_month, may_tell_year, tells_nothing
from pipeline.normalize.dates.pieces import fold
from pipeline.normalize.dates.reading import read_period
from pipeline.normalize.dates.roles import dates_since, is_cumulative, is_part, may_have_parts
from pipeline.normalize.dates.tokens import Tokens, tokenize
from pipeline.normalize.dates.values import Period, are_apart, value_of
from pipeline.normalize.refusal import Refusal

LIMIT = 10_000
"""How many characters of a text are looked at."""
_YEARLESS = frozenset(["part", "months", "daymonths"])
_LIST = frozenset([",", "&", ",&"])
_YEARS = frozenset("YAQPJUXFI")
_OPEN_ENDS = frozenset("~-wL>9")
_OTHER_YEAR = re.compile("ry|y[Lr]")
"""Words that lead to a year that no text names: `the following year`, `two years later`."""


_BESIDE = re.compile("(翌々|翌|前々|前|[昨来毎例])年の?\\Z")
_FARTHER = {"翌々": 2, "翌": 1, "前々": -2, "前": -1}
"""By how much a word before a month moves the year of the date before it: `翌年3月`; `昨年` is told from the day of writing."""
_LONGEST_BESIDE = 4
_MINUS = re.compile(
    r"(?<= )-(?=[0-9][0-9,]*(?:\.[0-9]+)?\s?(?:[百千万億兆]{1,2}|円|ドル|%|percent\b|(?:thousand|million|billion|trillion)\b))"
)
"""The sign of an amount behind its year, which is no hyphen between two years: `2017年 -7億円`."""


class FoundDate(NamedTuple):
    """A date of a text, printed as `text[start:end]`; `inherited` when its year is not printed with it."""

    value: DateValue
    start: int
    end: int
    inherited: bool


def find_dates(text: str, *, year: int | None = None, fiscal_start: int = 4) -> list[FoundDate]:
    """The dates of a running text in order, none overlapping another; its first 10,000 characters are looked at.

    A span covers the words that belong to the date (`as of the end of FY 2015`), not the preposition in front of it. A
    month or day without a year takes the year of the date before it in the text, at first `year`; behind a range of
    years, an open period or words such as `the following year` there is none to take, and it is left out.

    >>> [(d.value.edtf, d.inherited) for d in find_dates("In January 2007 it was agreed, and signed in May.")]
    [('2007-01', False), ('2007-05', True)]
    """
    text = text[:LIMIT]
    found = _find(text, None, fiscal_start)
    takes_year = year and FIRST_YEAR <= year <= LAST_YEAR and not (found and _is_first(text, found[0]))
    return list(_find(text, year, fiscal_start) if takes_year else found)


def _is_first(text: str, found: FoundDate) -> bool:
    """Whether nothing before a date could be one with a year from elsewhere: then no year given matters to the text."""
    return not found.inherited and tells_nothing(text[: found.start])


@lru_cache(maxsize=4096)
def _find(text: str, year: int | None, fiscal_start: int) -> tuple[FoundDate, ...]:
    """The dates of a text; a sheet's blocks are asked for theirs by many, most of which hold none."""
    if not (may_tell_year(text) or (year is not None and may_tell_month(text))):
        return ()
    text = fold(text)
    text = _MINUS.sub("+", text) if "-" in text else text
    tokens = tokenize(text[: last_end(text)])
    found = cores(tokens.kinds)
    return _Finder(tokens, found, fiscal_start, year).dates() if found else ()


class _Finder:
    """Goes through the matches of a text. `year` is the year that the next month without one takes, `end` the token
    behind the date before, `was_fiscal` whether that was a fiscal year."""

    def __init__(self, tokens: Tokens, cores: list[Core], fiscal_start: int, year: int | None) -> None:
        self.tokens = tokens
        self.cores = cores
        self.fiscal_start = fiscal_start
        self.year = year
        self.end = 0
        self.was_fiscal = False
        self.found: list[FoundDate] = []

    def dates(self) -> tuple[FoundDate, ...]:
        """The dates of all matches that are dates where they stand."""
        tokens, kinds = self.tokens, self.tokens.kinds
        has_parts = may_have_parts(kinds)
        ahead = _years_ahead(tokens, self.cores) if len(self.cores) > 1 else [None]
        for n, matched in enumerate(self.cores):
            core = trimmed(tokens, matched)
            gap = kinds[self.end or 1 : core.first - len(core.before)]
            if "y" in gap and _OTHER_YEAR.search(gap):
                self.year = None
            follows_date = self.end > 0 and gap in _LIST
            if (has_parts and is_part(kinds, core)) or is_torn(tokens, core) or is_of_other_year(tokens, core):
                continue
            if self._is_here(core, follows_date=follows_date or ahead[n] is not None):
                year = ahead[n] or self.year
                year = _year_beside(tokens, core, year) if kinds[core.first] == "j" else year
                period = read_period(tokens, core, year)
                if isinstance(period, Period):
                    self._take(core, _as_fiscal(period, core) if self.was_fiscal and follows_date else period)
        return tuple(self.found)

    def _is_here(self, core: Core, *, follows_date: bool) -> bool:
        kinds = self.tokens.kinds[core.first : core.last]
        if needs_context(kinds):
            return is_date_here(self.tokens, core, follows_date=follows_date)
        if core.name in _YEARLESS and _YEARS.isdisjoint(kinds):
            return follows_date or is_month_here(self.tokens, core)
        return True

    def _take(self, core: Core, period: Period) -> None:
        """Keep the date of a core, or its two dates where they are two days apart (`3 and 7 May 2013`)."""
        first, last = core.first - len(core.before), core.last + len(core.behind)
        if core.name == "pair" and are_apart(period) and period.last is not None:
            at = next(n for n in range(core.first, core.last) if self.tokens.kinds[n] in "&,")
            sound = self._add(core, Period(period.first, None, True), first, at)
            sound = sound and self._add(core, Period(period.last, None, False), at + 1, last)
        else:
            sound = self._add(core, period, first, last)
        if sound:
            self.end, self.was_fiscal = last, period.first.fiscal
            self.year = _next_year(core, period)

    def _add(self, core: Core, period: Period, first: int, last: int) -> bool:
        """Keep what the tokens from `first` to before `last` tell, if they do."""
        tokens, is_range = self.tokens, period.last is not None
        if not (core.before or is_range) and core.name == "one" and dates_since(tokens.kinds, core):
            core = replace(core, before="s")
        is_total = is_cumulative(tokens.kinds, core, is_range=is_range)
        value = value_of(period, core, self.fiscal_start, is_cumulative=is_total)
        if isinstance(value, Refusal):
            return False
        self.found.append(FoundDate(value, tokens.starts[first], tokens.ends[last - 1], period.inherited))
        return True


def _year_beside(tokens: Tokens, core: Core, year: int | None) -> int | None:
    """The year of a month in Japanese by the word before it, `year` where there is none.

    >>> [date.value.edtf for date in find_dates("2004年1月署名、翌年2月発効。毎年5月に開催")]
    ['2004-01', '2005-02']
    """
    start = tokens.starts[core.first]
    beside = _BESIDE.search(tokens.text, max(0, start - _LONGEST_BESIDE), start)
    if beside is None or year is None:
        return year
    return year + _FARTHER[beside[1]] if beside[1] in _FARTHER else None


def _years_ahead(tokens: Tokens, cores: list[Core]) -> list[int | None]:
    """For each core the year at the end of the list of months that it stands in: `in April, May, and November 1996`."""
    years: list[int | None] = [None] * len(cores)
    for n in range(len(cores) - 2, -1, -1):
        core, after = cores[n], cores[n + 1]
        between = tokens.kinds[core.last + len(core.behind) : after.first - len(after.before)]
        printed = tokens.kinds[after.first : after.last]
        if between not in _LIST or core.behind or "M" not in printed:
            continue
        if _YEARS.isdisjoint(tokens.kinds[core.first : core.last]):
            years[n] = tokens.values[after.first + printed.index("Y")][0] if "Y" in printed else years[n + 1]
    return years


def _as_fiscal(period: Period, core: Core) -> Period:
    """In `fiscal 2010 and 2011` the second year is a fiscal year too."""
    if core.name == "one" and period.first.month is None and not period.first.fiscal:
        return Period(replace(period.first, fiscal=True), None, True)
    return period


def _next_year(core: Core, period: Period) -> int | None:
    """The year that months after this date mean; `None` behind periods that do not end in a year that is sure."""
    last = period.last or period.first
    is_open = "s" in core.before or ("f" in core.before and period.last is None) or core.behind[-1:] in _OPEN_ENDS
    if is_open or last.fiscal or last.last_year:
        return None
    if period.last is not None and last.month is None and last.year != period.first.year:
        return None
    return last.year
