"""The dates of happenings: in a sentence, in a row's cells, in the headings above and in the sentence before."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.events.kinds import status_of
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.normalize.dates import DateValue, FoundDate, find_dates, parse_date
from pipeline.outline import Line, Section
from pipeline.patterns import quick
from pipeline.records import Span

ANNIVERSARY = re.compile(r"\b(?:anniversary|\w*centenary|\w*centennial|jubilee) of (?!.*\bin\b)", re.I)
ORIGIN = quick(r"\b(?:dat(?:es?|ed|ing)(?: back)? (?:from|to)|(?:goe?s?|going|went) back to)(?= [0-9A-Z])")
"""What begins then happened then: the date behind is no open period."""
YEARS_OF_A_CENTURY = 99
MONTH_OF_IT = re.compile(r"(?P<same>同年\s?)?(?P<month>[0-9０-９]{1,2})月(?:[0-9０-９]{1,2}日)?[ \t\u3000|、]")
LATER = re.compile("[、，](?:(?:同|翌々?)年|[0-9０-９]{4}年)の?(?:[0-9０-９]{1,2}月)?[^、，。（）()]{0,12}")
"""What a clause in Japanese tells of later: `、同年10月発効`."""
HAPPENINGS = frozenset({"", "basic", "narrative", "relations", "agreements"})
"""The groups of headings below which a label that is a date stands over what happened then."""
BETWEEN_LINES = " \t\n\u3000|•・-*"
YEAR_AT_END = re.compile(r"[A-Za-z)]\s*:\s*((?:1[6-9]|20)[0-9]{2})\.?\Z")


def heading_date(section: Section) -> Dated:
    """The date that the headings of a story carry: `(2)2012: …` dates what stands below."""
    for at in section.around():
        if at.kind == "heading" and at.head and (at.topic is None or at.topic.group in ("narrative", "basic")):
            dates = find_dates((at.heading or "").removeprefix(at.head.number or "").strip() + ":")
            if dates:
                return Dated(dates[0].value, "inherited")
    return UNDATED


def label_date(section: Section) -> Dated:
    """The date that is all of the label of a happening: `<dt>1964年7月</dt><dd>日本はマラウイを承認</dd>`."""
    if section.kind != "label" or section.topic is not None or section.group not in HAPPENINGS:
        return UNDATED
    date = parse_date((section.heading or "").strip(" :："))
    return Dated(date, "inherited") if isinstance(date, DateValue) else UNDATED


def date_above(facts: Facts, line: Line, words: str) -> Dated:
    """The year of the happening that the line right above tells, for a line that begins with a month of it: `同年10月　独立`."""
    last, month = facts.events[-1] if facts.events else None, MONTH_OF_IT.match(words)
    if last is None or month is None or last.section != line.section.path:
        return UNDATED
    if facts.text[last.char_end : line.block.body].strip(BETWEEN_LINES):
        return UNDATED
    first, end = last.date_start or "", last.date_end or ""
    is_later = month["same"] or f"{int(month['month']):02}" >= first[5:7]
    year = parse_date(first[:4]) if first[:4] == end[:4] and is_later else None
    return Dated(year, "inherited") if isinstance(year, DateValue) else UNDATED


def dates_of(words: str, year: int | None) -> list[FoundDate]:
    """The dates of a sentence; in a line of the form `Opening of the Embassy: 1958` the year behind its colon.

    >>> [date.value.edtf for date in dates_of("The first contact dates from 1609, when a galleon ran aground.", None)]
    ['1609']
    >>> [date.value.edtf for date in dates_of("In May 2000 a partnership in the 21st century was agreed.", None)]
    ['2000-05']
    """
    if ORIGIN.may_stand_in(words):
        words = ORIGIN.pattern.sub(lambda lead: "in".rjust(len(lead[0])), words)
    dates = find_dates(words, year=year)
    if len(dates) > 1:
        dates = [found for found in dates if not _is_century(found)] or dates
    ending = YEAR_AT_END.search(words) if ":" in words and not dates else None
    found = parse_date(ending[1]) if ending else None
    return (
        [FoundDate(found, ending.start(1), ending.end(1), False)] if ending and isinstance(found, DateValue) else dates
    )


def _is_century(found: FoundDate) -> bool:
    """Whether a date is as long as a century: beside a finer one it dates no happening."""
    first, last = found.value.start, found.value.end
    return first is not None and last is not None and int(last[:4]) - int(first[:4]) == YEARS_OF_A_CENTURY


def beginning(date: DateValue) -> DateValue:
    """The day, month or year in which an open period begins.

    >>> beginning(DateValue("2000-02/..", "2000-02-01", None, "open", "since", False)).end
    '2000-02-29'
    >>> beginning(DateValue("2013~/..", "2013-01-01", None, "open", "since", False)).end
    '2013-12-31'
    """
    edtf = date.edtf.removesuffix("/..")
    year, month, day = (int(part) if part.isdigit() else None for part in (*edtf.strip("~?%").split("-"), "", "")[:3])
    if day or year is None:
        return date._replace(edtf=edtf, end=edtf, precision="day")
    last = monthrange(year, month or 12)[1]
    end = f"{year:04d}-{month or 12:02d}-{last:02d}"
    return date._replace(edtf=edtf, end=end, precision="month" if month else "year", role="date")


class Stage(NamedTuple):
    """What a bracket tells of later: its place in the words, and its date."""

    span: Span
    dated: Dated


def stages_of(words: str, year: int | None = None) -> list[Stage]:
    """The brackets, or in Japanese the last clauses, that tell with a date what became of the thing before:
    `投資協定署名（2008年7月発効）`. `year` is that of the thing, for a month of it.

    >>> [stage.dated.value.edtf for stage in stages_of("Signing of the Treaty (entered into force in July 2008) (Tokyo)")]
    ['2008-07']
    >>> [stage.dated.value.edtf for stage in stages_of("技術協力協定署名、同年10月発効", 2003)]
    ['2003-10']
    """
    told = [Span(a, b) for a, b in bracket_spans(words)]
    told += [Span(*part.span()) for part in LATER.finditer(words)] if "月" in words or "年" in words else []
    found = [(Span(a, b), find_dates(words[a:b], year=year)) for a, b in told if status_of(words[a:b])]
    return [Stage(span, Dated(dates[0].value, "stated")) for span, dates in found if len(dates) == 1]


def context_of(words: str, dates: list[FoundDate]) -> Dated | None:
    """What a sentence's dates say for the next one: its last date outside brackets."""
    for found in reversed(dates):
        if not any(a <= found.start < b for a, b in bracket_spans(words)):
            return Dated(found.value, "inherited")
    return None


def refines(fine: FoundDate, coarse: FoundDate) -> bool:
    """Whether a date of the same sentence took its year from the other: `In 2025 … in May`."""
    return bool(fine.inherited and fine.start > coarse.end and fine.value.edtf.startswith(f"{coarse.value.edtf}-"))


def is_within(found: FoundDate, given: DateValue) -> bool:
    """Whether a date in a row's words says more of the date in its first cell: `1991 | Recognition (December 28)`."""
    return found.value.edtf.startswith(f"{given.edtf}-") and given.precision in ("year", "month")


def anniversary_of(words: str, found: FoundDate, dates: Sequence[FoundDate]) -> str | None:
    """What was celebrated on an anniversary, where a date is that of its origin: another one stands before the word.

    >>> words = "In 1999 they celebrated the centenary of the treaty of 1899."
    >>> [anniversary_of(words, found, dates_of(words, None)) for found in dates_of(words, None)]
    [None, 'the treaty of 1899']
    """
    match = ANNIVERSARY.search(words, 0, found.start)
    if match is None or not any(other.end <= match.start() for other in dates):
        return None
    return words[match.end() : found.end]
