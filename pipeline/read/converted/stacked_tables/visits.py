"""Visits that stand a cell a line: years, their months, and people in one column or more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.converted.stacked_tables.figures import FEWEST, PERIOD, Table
from pipeline.read.page.layout import heads_dates
from pipeline.read.text import dates

MONTH = re.compile(
    rf"{dates.MONTH.pattern}(?: ?[-–/] ?{dates.MONTH.pattern})?"
    r"|[0-9]{1,2}月(?:[0-9]{1,2}日)?(?: ?[-–～〜~] ?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?)?"
)
NUMBER, MARK = re.compile("0?[1-9]|1[0-2]"), re.compile("[1-9]")


def visits(words: Sequence[str], at: int, heads: Sequence[str], dated: int) -> Table | None:
    """A table of dates, the first of them years, in as many columns as are `dated`, and people in one column or more. A cell
    that reaches over several rows is printed once; of the lines behind the last date only the first row's are surely the
    table's."""
    rows: list[list[str]] = []
    width = max(1, len(heads) - dated)
    place = last = at + len(heads)
    kept = 0
    while place < len(words) and not heads_dates(words[place]):
        year = words[place] if PERIOD.fullmatch(words[place]) else ""
        place += bool(year)
        may_be_number = bool(year) or (bool(rows) and rows[-1][1].isdigit())
        month = _month(words, place, may_be_number=may_be_number) if dated > 1 else ""
        place += bool(month)
        people, end = _people(words, place, width)
        if len(people) < width or not (rows or year):
            break
        rows.append([year, month, *people] if dated > 1 else [year, *people])
        place = end
        last = place if year or month else last
        kept = len(rows) if year or month else kept
    return Table(last, [*([list(heads)] if heads else []), *rows[:kept]]) if len(rows) >= FEWEST else None


def _month(words: Sequence[str], at: int, *, may_be_number: bool) -> str:
    """The month that a line is; a bare number is one below a year, and where the month above is one."""
    line = words[at] if at < len(words) else ""
    return line if MONTH.fullmatch(line) or (may_be_number and NUMBER.fullmatch(line)) else ""


def _people(words: Sequence[str], at: int, width: int) -> tuple[list[str], int]:
    """The cells of a row that hold words, and the place behind them. A figure alone is a note's mark, raised behind them."""
    people: list[str] = []
    while at < len(words) and (len(people) < width or MARK.fullmatch(words[at])):
        if MARK.fullmatch(words[at]):
            if not people:
                break
            people[-1] = f"{people[-1]} ({words[at]})"
        elif PERIOD.fullmatch(words[at]) or MONTH.fullmatch(words[at]) or heads_dates(words[at]):
            break
        else:
            people.append(words[at])
        at += 1
    return people, at
