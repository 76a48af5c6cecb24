"""The lines of a table of two columns, of which the first holds dates: what each has of a date, and its words."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pipeline.read.text.dates import MONTH_NAME

Kind = Literal["whole", "year", "month", "open", ""]
_MONTH = rf"{MONTH_NAME}\b\.?"
_DAYS = r"[0-3]?[0-9](?:[-–][0-3]?[0-9])?"
_DAY_OF_MONTH = rf"{_MONTH}(?: {_DAYS})?(?:[-–/]{_MONTH}(?: {_DAYS})?)?"
_NUMBER = r"(?:0[1-9]|1[0-2])\b"
_NIPPON = r"[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?(?:[～〜][0-9０-９]{1,2}[月日](?:[0-9０-９]{1,2}日)?)?"
_NIPPON_YEAR = (
    r"(?:同|[0-9０-９]{3,4}|(?:明治|大正|昭和|平成|令和) ?(?:元|[0-9０-９]{1,2}))年(?:[(（][^()（）]{2,8}[)）])?"
)
DATED = re.compile(
    rf"(?:{_DAYS} )?(?P<before>{_DAY_OF_MONTH}),? +(?P<last>(?:19|20)[0-9]{{2}})(?![-0-9])"
    rf"|(?P<nippon>{_NIPPON_YEAR})(?: *(?P<behind_nippon>{_NIPPON}))?"
    rf"|(?P<year>(?:19|20)[0-9]{{2}}(?:, (?:19|20)[0-9]{{2}})*)(?![-0-9])"
    rf"(?P<behind>[./][0-9]{{1,2}}| +(?:{_DAY_OF_MONTH}|[(（]{_MONTH}[)）]|{_NUMBER}))?"
    rf"|(?P<month>{_DAY_OF_MONTH}|[(（]{_MONTH}[)）]|{_NIPPON}|{_NUMBER})"
)
OPEN = re.compile(r"(?:-|–|,| and|,? &)(?=\s{2,}|\s*\Z)")
"""How a date ends that goes on in the next line."""
WORDS = re.compile(r"\s+(?=[^\Wa-z_0-9]|[\"“「『(（])|\s{2,}|\s*\Z")
"""What parts a date from the words beside it, which begin no phrase."""


class DateLine(NamedTuple):
    """A line of such a table: the year and the month or day that it has of a date, as it prints them, and its words."""

    date: str
    year: str
    month: str
    words: str
    is_open: bool = False
    is_apart: bool = False
    """No words stand beside the date but those of the line."""

    @property
    def kind(self) -> Kind:
        """How much of a date there is: a year may be all that a row has."""
        if self.is_open:
            return "open"
        return "whole" if self.year and self.month else "year" if self.year else "month" if self.month else ""


def date_line(line: str) -> DateLine:
    """A line by its parts.

    >>> date_line("2003 Jul Ms. Doi"), date_line(" May 24-26,").kind, date_line("2006 was the year of").kind
    (DateLine(date='2003 Jul', year='2003', month='Jul', words='Ms. Doi', is_open=False, is_apart=False), 'month', '')
    """
    bare = line.strip()
    found = DATED.match(bare)
    goes_on = OPEN.match(bare, found.end()) if found else None
    gap = WORDS.match(bare, goes_on.end() if goes_on else found.end()) if found else None
    if not found or not gap:
        return DateLine("", "", "", bare)
    part = found.groupdict()
    month = part["before"] or part["month"] or part["behind"] or part["behind_nippon"] or ""
    year = part["last"] or part["year"] or part["nippon"] or ""
    date = " ".join(bare[: gap.start()].split())
    is_open = goes_on is not None and not (month and goes_on[0] == "," and not year)
    return DateLine(date, year, month.strip(), bare[gap.end() :], is_open)


def is_date_alone(line: str) -> bool:
    """Whether a line has a date, or a part of one, and nothing else; a number is none, as it may be in a cell."""
    found = date_line(line)
    return bool(found.date) and not found.words
