"""The month or day that a caption or a label states for the figures of all years: `(as of October of each year)`."""

from __future__ import annotations

import re

from pipeline.extract.figures.periods import Period
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline import Section

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_MONTH}(?: {_NUMBER})?|{_NUMBER} {_MONTH})"
_MONTHS = rf"{_MONTH}\s?(?:[-–—~～]|to)\s?{_MONTH}"
EACH_YEAR = re.compile(
    rf"\bas of (?:the end of )?(?P<as_of>{_DAY})(?=,? (?:of )?(?:each|every) year\b|\s?[)])"
    rf"|(?<=[(（])(?:(?:at )?(?:the )?end(?: of |-))?(?P<bare>{_MONTHS}|{_DAY})(?=(?:,? (?:of )?(?:each|every) year)?\s?[)）;])"
    r"|(?:[毎各]年|(?<=[(（]))(?P<japanese>[0-9]{1,2}月(?:[0-9]{1,2}日)?)(?:末)?(?:現在)",
    re.I,
)
"""The month or day of every figure of a line or table, without a year: `(as of October 1 of each year)`, `(as of October)`,
`(Oct. 1)`, `(January - June)`."""


def on_day(day: re.Match[str] | None, year: str) -> DateValue | None:
    """The month or day of a year that a caption or a label states for all of them; none for a fiscal year, which has two of most."""
    if day is None or not year.strip().isdigit():
        return None
    year = year.strip()
    printed = day["bare"] and f"{day['bare']} {year}"
    printed = printed or (day["as_of"] and f"as of {day['as_of']} {year}")
    found = parse_date(printed or f"{year}年{day['japanese']}現在")
    return found if isinstance(found, DateValue) else None


def on_its_day(period: Period, section: Section) -> Period:
    """The period of a figure of a year on the day of that year that its heading states, if it states one."""
    date, day = period.value, EACH_YEAR.search(section.heading or "")
    found = on_day(day, date.edtf) if date is not None and not date.fiscal else None
    return period if found is None else period._replace(value=found)
