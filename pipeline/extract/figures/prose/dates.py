"""Which date of a sentence a figure of it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.figures.periods import UNSTATED, Period
from pipeline.normalize.amounts import Amount
from pipeline.normalize.dates import FoundDate
from pipeline.patterns import has_japanese

THAT_YEAR = re.compile(r"\b(?:in|during|for) (?:that|the same) (?:fiscal )?year\b", re.I)
SINCE = re.compile(r"\bsince\b|\bso far\b|\btotal of\b|\bover the (?:past|last)\b|\bto date\b|\bhave\b", re.I)
DATE_LEAD = re.compile(
    r"\b(?:in|for|during|as of|at the end of|of the year)\s+(?:the (?:year |end of )?)?\(?\Z|\(\Z", re.I
)
BRACKET_LEAD, BRACKET_END = (
    re.compile(r"[（(](?:[^（）()]{0,60}[、，])?\Z"),
    re.compile("末?(?:現在)?(?:(?:推定|推計|速報|暫定|概算|予測|実績)値?)?[、，）)：:]"),
)
"""What stands around a date in Japanese that a bracket says of the whole sentence: `（2021年、GDP構成比）`."""
CLAUSE_END = re.compile(r"[;:,](?=\s)|[0-9]")


def period_in(words: str, dates: list[FoundDate], amounts: Sequence[Amount], n: int, above: list[FoundDate]) -> Period:
    """The period of one of the figures of a sentence in English. Of several dates, each of which a word puts figures into,
    it is the last before a figure where the first stands before all, else the one behind it where each figure has one;
    `that year` is the only date of the sentence before.

    >>> from pipeline.normalize.amounts import find_amounts
    >>> from pipeline.normalize.dates import find_dates
    >>> words = "It gave 2 million yen in FY 2000 and 3 million yen in FY 2001."
    >>> dates = find_dates(words)
    >>> amounts = find_amounts(words, skip=[(date.start, date.end) for date in dates])
    >>> [period_in(words, dates, amounts, n, []).value.edtf for n in range(2)]
    ['2000-04/2001-03', '2001-04/2002-03']
    """
    if not dates and len(above) == 1 and above[0].value.precision in ("year", "range") and THAT_YEAR.search(words):
        return Period(above[0].value, "inherited", words)
    if len(dates) < 2 or not all(_is_led(words, date) for date in dates):
        return period_of(words, dates)
    before = [date for date in dates if date.end <= amounts[n].start]
    if dates[0].end <= amounts[0].start:
        return Period(before[-1].value, "stated", words)
    behind = [[date for date in dates if one.end <= date.start < stop] for one, stop in _reaches(words, amounts)]
    is_each = all(len(found) == 1 for found in behind)
    return Period(behind[n][0].value, "stated", words) if is_each else UNSTATED


def _reaches(words: str, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, int]]:
    """The amounts of a sentence, each with the place of the next one."""
    return zip(amounts, [*(one.start for one in amounts[1:]), len(words)], strict=True)


def _is_led(words: str, date: FoundDate) -> bool:
    return DATE_LEAD.search(words, 0, date.start) is not None or date.value.role == "as_of"


def period_of(words: str, dates: list[FoundDate]) -> Period:
    """The date of a sentence's figures: its only one, where a word puts them into it; `the earthquake of 2011` does not."""
    if len(dates) != 1:
        return UNSTATED
    before = words[: dates[0].start]
    is_bracket = BRACKET_LEAD.search(before) and BRACKET_END.match(words, dates[0].end) and has_japanese(words)
    if not (is_bracket or DATE_LEAD.search(before) or dates[0].value.role in ("as_of", "until")):
        return UNSTATED
    return Period(dates[0].value, "stated", words)
