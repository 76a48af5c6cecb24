"""Dates that a list or a bracket gives to one visitor, each a visit of its own: `FM Støre (2007, 2009)`."""

from __future__ import annotations

import re

from pipeline.extract.facts import Dated
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.visitors import Visitor

HAS_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
SPLIT = re.compile(r"(?:(?<![^\S\n])[^\S\n]++)?+[,、&;\n]\s*+(?:and\s++)?|(?<!\s)\s++and\s++")


def printed_dates(visitor: Visitor, dated: Dated) -> list[Dated]:
    """The dates in the bracket behind a visitor's name, each a visit of its own: `FM Støre (2007, 2009)`."""
    found = []
    for printed in SPLIT.split(visitor.date_printed or ""):
        date = parse_date(printed) if printed else None
        if isinstance(date, DateValue):
            found.append(Dated(date, "stated"))
        elif dated.year and isinstance(date := parse_date(printed, year=dated.year), DateValue):
            found.append(Dated(date, "inherited"))
    return found or [dated]
