"""The dates of a row of visits: as its first cell prints them, and what a word for the date above means."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.facts import UNDATED, Dated
from pipeline.extract.visits.dates import HAS_YEAR, SPLIT
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.dates.slips import mended
from pipeline.outline import Section

YEARS = re.compile(rf"[12][0-9]{{3}}(?:(?:{SPLIT.pattern})[12][0-9]{{3}})+\Z")
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
