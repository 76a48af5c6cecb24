"""The dates of a row of visits: in its first cell, above a blank one, in the brackets behind its people; and whose each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.facts import UNDATED, Dated
from pipeline.extract.visits.tables.fellows import Fellow
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.dates.slips import mended
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Section

SPLIT = re.compile(r"(?:(?<![^\S\n])[^\S\n]++)?+[,、&;\n]\s*+(?:and\s++)?|(?<!\s)\s++and\s++")
YEARS = re.compile(rf"[12][0-9]{{3}}(?:(?:{SPLIT.pattern})[12][0-9]{{3}})+\Z")
HAS_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
MONTH_NUMBER = re.compile(r"\.?\s?(1[0-2]|0?[1-9])\.?")
"""A month below a row's year: `.9` under `2003.6`."""
MONTHS = re.compile(
    "[0-9０-９]{1,2}月?(?:(?:[、・，]|及び|と)[0-9０-９]{1,2}月?){0,5}(?:[、・，]|及び|と)[0-9０-９]{1,2}月"
)
NUMBER = re.compile("[0-9０-９]{1,2}")
LED_BY_YEAR = re.compile(r"([12][0-9]{3}年)\s*(?=[0-9])")
YEAR_AND_MONTH = re.compile(r"([12][0-9]{3})\s++(1[0-2]|0?[1-9])\.?\Z")
PIPE = re.compile(r"(?:(?<!\s)\s++)?+\|\s*+")
BELOW_YEAR = re.compile(r"(?:(?<=年)|(?<=年[)）]))\s*[\n\t]\s*(?=[0-9０-９])")
"""A cell that prints the month below its year, or behind a tab."""
AS_ABOVE = re.compile("(?:同上|〃|″)\\Z|\\A同年\\s?(?=[0-9０-９])")
SAME = {"同年": 4, "同月": 7, "同日": 10}
"""Words for the year, month or day of the date above, and how much of it they mean: `2015-03` of `2015-03-14`."""
NO_BRACKETS = str.maketrans("", "", "()（）")


class Attached(NamedTuple):
    """Who of a row came on which of its dates."""

    fellows: list[Fellow]
    dated: Dated


@lru_cache(maxsize=4096)  # tables print the same dates
def cell_words(words: str) -> str:
    """The words of a date cell without its signs, none where it only says that it is the date above.

    >>> cell_words("2008年 | 11月 |"), cell_words("同上"), cell_words("2009年5月（平成21年）")
    ('2008年 11月', '', '2009年5月（平成21年）')
    """
    words = PIPE.sub(" ", words)
    if not words.isascii():
        words = AS_ABOVE.sub("", BELOW_YEAR.sub("", words.strip(" :：-–—\n")))
        if "（" in words and isinstance(parse_date(words), DateValue):  # `2000年（平成12年）1月`
            return words
    return words.translate(NO_BRACKETS).strip(" :：-–—\n")


def cell_dates(words: str, above: DateValue | None) -> list[Dated]:
    """The dates that the words of a first cell give: usually one, several where it lists them, none where it is unread.

    >>> [dated.value.edtf for dated in cell_dates("1997, 2000 and 2003", None)]
    ['1997', '2000', '2003']
    """
    if not words:
        return [Dated(above, "inherited") if above else UNDATED]
    if words in SAME:
        return [Dated(same, "inherited")] if (same := same_date(words, above)) else []
    words, stated = _stated_dates(words)
    if stated:
        return list(stated)
    if above and above.start:
        months = [parse_date(month, year=int(above.start[:4])) for month in listed_months(words)]
        if months:
            return [Dated(month, "inherited") for month in months if isinstance(month, DateValue)]
        month = MONTH_NUMBER.fullmatch(words)
        date = parse_date(f"{above.start[:4]}.{month[1]}") if month else parse_date(words, year=int(above.start[:4]))
        return [Dated(date, "inherited")] if isinstance(date, DateValue) else []
    return []


def listed_months(words: str) -> list[str]:
    """Months that one word closes: `7、8月`.

    >>> listed_months("7、8月"), listed_months("7月"), listed_months("7月及び8月")
    (['7月', '8月'], [], ['7月', '8月'])
    """
    if not MONTHS.fullmatch(words):
        return []
    return [f"{number}月" for number in NUMBER.findall(words)]


@lru_cache(maxsize=4096)
def _stated_dates(words: str) -> tuple[str, tuple[Dated, ...]]:
    """The words of a first cell with its slips mended, and the dates that they give by themselves, whatever stands above."""
    words = mended(words)
    if parted := YEAR_AND_MONTH.search(words):
        words = f"{words[: parted.start()]}{parted[1]}.{parted[2]}"
    listed = None if YEARS.match(words) else parse_date(words)
    if isinstance(listed, DateValue):
        return words, (Dated(listed, "stated"),)
    year = LED_BY_YEAR.match(words)
    months = listed_months(words[year.end() :]) if year else []
    parts = (
        [f"{year[1]}{month}" for month in months] if year and months else [part for part in SPLIT.split(words) if part]
    )
    dates = [parse_date(part) for part in parts if HAS_YEAR.search(part)]
    found = tuple(Dated(date, "stated") for date in dates if isinstance(date, DateValue))
    return words, found if len(found) == len(parts) > 1 else ()


def same_date(words: str, above: DateValue | None) -> DateValue | None:
    """What a word such as `同月` means below another date; `None` where that one is longer or says less.

    >>> found = same_date("同月", parse_date("2015年3月14日～18日"))
    >>> found and found.edtf, same_date("同月", parse_date("2015年"))
    ('2015-03', None)
    """
    first, last = (above.start, above.end) if above else (None, None)
    size = SAME[words]
    if not first or not last or first[:size] != last[:size]:
        return None
    printed = zip(first[:size].split("-"), "年月日", strict=False)  # `2001-09` may be eight years
    found = parse_date("".join(f"{part}{sign}" for part, sign in printed))
    return found if isinstance(found, DateValue) else None


def year_over(section: Section) -> DateValue | None:
    """The year that is a heading of its own over the captions of visits: `2016`, `From Japan to Kenya`."""
    for at in section.around():
        date = parse_date(at.heading) if at.kind == "heading" and at.heading else None
        if isinstance(date, DateValue) and date.precision == "year":
            return date
    return None


def attach(fellows: list[Fellow], dates: Sequence[Dated]) -> tuple[list[Attached], bool]:
    """Who came when, and whether that had to be concluded: one party came on every date of its row, as many parties as
    dates are taken in order; of other numbers nobody knows, and no date is given to anybody."""
    if len(dates) == 1:
        return [Attached(fellows, dates[0])], False
    parties = _parties(fellows)
    if len(parties) == 1:
        return [Attached(fellows, dated) for dated in dates], False
    if len(parties) == len(dates):
        return [
            Attached(party, dated._replace(basis="inferred")) for party, dated in zip(parties, dates, strict=True)
        ], True
    return [Attached(party, UNDATED) for party in parties], True


def _parties(fellows: list[Fellow]) -> list[list[Fellow]]:
    """Those who travel together: somebody on his own behalf, and the spouse, head or company behind."""
    parties: list[list[Fellow]] = []
    for fellow in fellows:
        if fellow.visitor.party_role == "principal" or not parties:
            parties.append([])
        parties[-1].append(fellow)
    return parties


def each_occasion(parties: Sequence[Attached]) -> list[Attached]:
    """The same people on their several dates, each with its own occasion where as many are listed: `(PALM2, PALM3)`.
    Empty where they are not."""
    if len(parties) == 1 or any(one.fellows is not parties[0].fellows for one in parties):
        return []
    told = {fellow.visitor.occasion for fellow in parties[0].fellows if fellow.visitor.occasion}
    parts = SPLIT.split(told.pop()) if len(told) == 1 else []
    if len(parts) != len(parties):
        return []
    return [
        Attached([f._replace(visitor=f.visitor._replace(occasion=occasion)) for f in one.fellows], one.dated)
        for one, occasion in zip(parties, parts, strict=True)
    ]


def own_dates(fellow: Fellow, dated: Dated) -> list[Dated]:
    """A visitor's dates: a month in brackets behind the name refines the year of the row, two months are two visits.
    None where the bracket could not be read."""
    printed = fellow.visitor.date_printed
    basis = "inherited" if fellow.inherits and dated.basis != "inferred" else dated.basis
    if printed is None or (dated.year is None and not HAS_YEAR.search(printed)):
        return [dated if dated.value is None or basis == dated.basis else dated._replace(basis=basis)]
    whole = _own_date(printed, dated.year)
    parts = [printed] if isinstance(whole, DateValue) else [part for part in SPLIT.split(printed) if part]
    dates = [date for part in parts if isinstance(date := _own_date(part, dated.year), DateValue)]
    if len(dates) != len(parts):
        return []
    return [Dated(date, basis if dated.value else "stated") for date in dates]


def _own_date(printed: str, year: int | None) -> DateValue | Refusal:
    """The date that a bracket prints; one in Japanese is read with the year before it: `7～8月`."""
    date = parse_date(printed, year=year)
    is_bare = year is not None and not printed.isascii() and not HAS_YEAR.search(printed)
    return parse_date(f"{year}年{printed}") if is_bare and not isinstance(date, DateValue) else date
