"""The dates of a table's rows in their order, and what a blank cell or `同月` means below them."""

from __future__ import annotations

import re

from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.visits.tables.attached import own_dates
from pipeline.extract.visits.tables.dates import SAME, cell_dates, cell_words, same_date, year_over
from pipeline.extract.visits.tables.fellows import Fellow
from pipeline.normalize.dates import DateValue, slips
from pipeline.outline import Line, Section
from pipeline.records import Span

SOME_YEAR = DateValue("2000", "2000-01-01", "2000-12-31", "year", "date", False)
FOUR_DIGITS = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
"""A year, or a slip for one: the rows below it are not of the year above."""
YEAR_AND_NUMBER = re.compile(r"([12][0-9]{3})/(1[0-2]|0?[1-9])(?![0-9/])")


def print_months(facts: Facts) -> bool:
    """Whether rows of visits print months as `2003/5`, by one that can be nothing else: `2004/5` is then no pair of years.

    All rows are looked at: it is asked once a document.
    """
    rows = (line.block for line in facts.outline.lines if line.role == "row" and line.section.group == "visits")
    found = (YEAR_AND_NUMBER.match(facts.text, block.body, block.end) for block in rows)
    return any(one and int(one[2]) != (int(one[1]) + 1) % 10 ** len(one[2]) for one in found)


class DatesAbove:
    """Reads the dates of rows, and remembers the date above for the cells left blank. `are_months`: as `print_months` says."""

    def __init__(self, facts: Facts, *, are_months: bool) -> None:
        self.facts = facts
        self.above: DateValue | None = None
        self.last: DateValue | None = None
        """The date of the row above, of its last visitor where each has one; none where it was not read."""
        self.is_year_lost = False
        self.are_months = are_months

    def begin(self, section: Section) -> None:
        """Forget the date above, but for the year that heads the section."""
        self.above, self.is_year_lost = year_over(section), False

    def read(self, line: Line, cell: Span, *, is_visit: bool = True) -> list[Dated]:
        """The dates of a row: usually one, the one above where the cell is blank, several where it lists years."""
        printed = self.facts.text[cell.start : cell.end]
        for at, slip, month in slips.found(printed):
            told = {"expected": month, "found": slip, "suggestion": month}
            start = cell.start + at
            message = f"{slip} is probably a slip for {month}"
            self.facts.note("likely_typo", line, start, start + len(slip), message, **told)
        words = cell_words(printed)
        if self.are_months and (numbered := YEAR_AND_NUMBER.fullmatch(words)):
            words = f"{numbered[1]}.{numbered[2]}"
        dates = cell_dates(words, (words in SAME and self.last) or self.above)
        if not dates:
            self._tell_unread(line, cell, words, is_visit=is_visit)
            return [UNDATED]
        date = dates[0].value
        self.above = date if len(dates) == 1 else self.above
        may_be_same = self.last and (date is None or date.precision == "year")
        if not (may_be_same and same_date("同年", self.last) == date):  # months of it may stand with the people
            self.last = date
        self.is_year_lost = self.is_year_lost and date is None
        return dates

    def _tell_unread(self, line: Line, cell: Span, words: str, *, is_visit: bool) -> None:
        """A year that could not be read is told once: the months below it lack nothing else."""
        is_month_of_lost = self.is_year_lost and not FOUR_DIGITS.search(words) and cell_dates(words, SOME_YEAR)
        is_label = not is_visit and not any(map(str.isdigit, words))
        if not (is_month_of_lost or is_label):
            message = f"the date of this row could not be read: {words}"
            self.facts.note("unrecognised_date", line, cell.start, cell.end, message, found=words)
        if FOUR_DIGITS.search(words):
            self.above, self.is_year_lost = None, True
        self.last = None

    def each_own(self, line: Line, cell: Span, fellows: list[Fellow], dated: Dated) -> list[list[Dated]]:
        """The dates of each visitor of a party, the last of which is the one above for the row below."""
        found = [self._own(line, cell, fellow, dated) for fellow in fellows]
        self.last = found[-1][-1].value
        return found

    def _own(self, line: Line, cell: Span, fellow: Fellow, dated: Dated) -> list[Dated]:
        printed, visitor = fellow.visitor.date_printed, fellow.visitor
        found = cell_dates(printed, self.last) if printed in SAME else own_dates(fellow, dated)
        if not found:
            message = f"this date of a visitor could not be read: {printed}"
            span = cell.start + visitor.start, cell.start + visitor.end
            self.facts.note("unrecognised_date", line, *span, message, found=printed)
        return found or [dated]
