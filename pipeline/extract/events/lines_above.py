"""What the line right above says of a happening: its date, what it is the date of, or which mission was opened."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.events.kinds import kind_of
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.normalize.dates import DateValue, find_dates, parse_date
from pipeline.outline import Line
from pipeline.records import Span

LONGEST_DATE, LONGEST_LABEL = 40, 60
DATED = frozenset({"agreements", "narrative"})
"""The groups of headings below which a line that is a date alone may stand over what happened then; below `Diplomatic Relations`
it is when they began."""


class DatesAbove:
    """Dates on lines of their own over what happened then: `Feb. 1993` over `Agreement for Air Services`. Lines that no blank line
    parts are a run; where the first of them is no date, dates stand below: `Agreement for Air Services` over `Feb. 1993`."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.last: Line | None = None
        self.is_led = False
        self.dated = UNDATED

    def take(self, line: Line) -> bool:
        """Note what a line says. Returns whether it is nothing but the date of the line below it."""
        date = self._date(line)
        if self.last is None or not is_right_below(self.facts, self.last, line):
            self.is_led, self.dated = date is not None, UNDATED
        self.last = line
        if date is None or not self.is_led:
            return False
        below = line_beside(self.facts, line, 1)
        self.dated = Dated(date, "inherited")
        return below is not None and is_right_below(self.facts, line, below) and self._date(below) is None

    def words(self, line: Line) -> Span:
        """The words that tell a happening together with a line's own: what stands above its date, or above its place."""
        above = line_beside(self.facts, line, -1)
        if above is None or {line.role, above.role} != {"prose"} or not is_right_below(self.facts, above, line):
            return Span(line.block.body, line.block.end)
        is_dated = self._date(line) is not None and self._date(above) is None and not self.is_led
        start = above.block if is_dated or _names_a_mission(self.facts, above, line) else line.block
        return Span(start.body, line.block.end)

    def _date(self, line: Line) -> DateValue | None:
        words = self.facts.words(line).strip(" :：") if line.role == "prose" and line.section.group in DATED else ""
        date = parse_date(words) if 0 < len(words) <= LONGEST_DATE else None
        return date if isinstance(date, DateValue) else None


def _names_a_mission(facts: Facts, above: Line, line: Line) -> bool:
    """Whether a line only names the mission that was opened as the next one says: `Embassy of Japan in Nepal` over `Kathmandu
    (opened in January 1968)`."""
    label, words = facts.words(above), facts.words(line)
    is_name = len(label) <= LONGEST_LABEL and label[-1:].isalpha() and not any(map(str.isdigit, label))
    kind = kind_of(label) if is_name and kind_of(words) is None and find_dates(words) else None
    return kind is not None and kind.name == "mission"


def line_beside(facts: Facts, line: Line, step: int) -> Line | None:
    """The line so many lines further down."""
    lines = facts.outline.lines
    at = bisect_left(lines, line.block.start, key=lambda one: one.block.start) + step
    return lines[at] if 0 <= at < len(lines) else None


def is_right_below(facts: Facts, line: Line, below: Line) -> bool:
    """Whether a line stands on the next line of the same section."""
    return line.section is below.section and facts.text[line.block.end : below.block.start].strip(" \t") == "\n"
