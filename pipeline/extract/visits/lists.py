"""Lines that list visitors behind a direction: `Visits to Japan: PM Bondevik (2003), FM Støre (2007, 2009)`."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import UNDATED, Dated, Facts
from pipeline.extract.visits.dates import SPLIT, printed_dates
from pipeline.extract.visits.directions import caption_flow, flow_before_colon
from pipeline.extract.visits.prose.bare_names import untitled
from pipeline.extract.visits.visit import add_visit
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.outline.pieces import trimmed
from pipeline.records import Span

LONGEST_DIRECTION = 70
WHICH = re.compile(r"(?:earlier|past|previous|other|recent|major|main|official|high-level|state|further)\s+", re.I)
ITEM = re.compile(r"[^,;()]{2,120}(?:,[^,;()]{2,80})?\s*\([^()]{4,60}\)\s*(?:[,;]|and\b|\.?\Z)\s*")
TRAILING_YEAR = re.compile(r"(?:,\s++|(?<![\s,])\s++)([12][0-9]{3}(?:[./](?:1[0-2]|0?[1-9]))?)\.?\Z")
BARE_NAME = re.compile(r"(?:[A-Z][\w’'-]+\.? ?){1,4}(?=\()")


def take_list(facts: Facts, line: Line) -> bool:
    """Add the visitors of a line that lists them behind a direction. Returns whether there were any.

    What stands between them and is no visitor with a date is told as not understood.
    """
    direction, start = _direction(facts, line)
    if direction is None:
        return _take_item(facts, line)
    stop, found = line.block.end, False
    read = parse_visitors(facts.text[start:stop], area=direction.from_area).visitors
    if read and start + read[-1].end >= stop - 2:
        for visitor in read:
            _add(facts, line, start, visitor, direction)
        return True
    at = start
    while match := ITEM.match(facts.text, at, stop):
        for visitor in _visitors(match[0], direction):
            _add(facts, line, at, visitor, direction)
            found = True
        at = match.end()
    if found and at < stop:
        facts.note("unrecognised_text", line, at, stop, "these words of a list of visitors were not understood")
    return found


def _take_item(facts: Facts, line: Line) -> bool:
    """An item or line below a heading that gives the direction, all of whose visitors have their dates: `PM Bondevik (2003)`."""
    if line.role not in ("item", "prose") or line.section.group != "visits":
        return False
    direction, start = caption_flow(facts, line.section), line.block.body
    if direction.from_area is None:
        return False
    words = facts.text[start : line.block.end]
    last = TRAILING_YEAR.search(words)
    if last and (found := parse_visitors(words[: last.start()], area=direction.from_area).visitors):
        return _take_dated(facts, line, found, last, direction)
    read = parse_visitors(words, area=direction.from_area).visitors
    if not all(_is_dated(visitor) for visitor in read) or (read and read[-1].end < len(words.rstrip(" .;,"))):
        return False
    for visitor in read:
        _add(facts, line, start, visitor, direction, origin="table")
    return bool(read)


def _take_dated(facts: Facts, line: Line, found: tuple[Visitor, ...], last: re.Match[str], direction: Flow) -> bool:
    """A line that ends with the year of its visitors: `Taro Aso Minister for Foreign Affairs 2006`."""
    date = parse_date(last[1])
    if found[-1].end < last.start() or not isinstance(date, DateValue):
        return False
    span, group = Span(line.block.body, line.block.end), facts.new_visit_id()
    for visitor in found:
        add_visit(facts, line, span, visitor, Dated(date, "stated"), direction, "table", group)
    return True


def _is_dated(visitor: Visitor) -> bool:
    """Whether the bracket behind a visitor holds nothing but dates with their years."""
    dates = [parse_date(part) for part in SPLIT.split(visitor.date_printed or "")]
    return all(isinstance(date, DateValue) for date in dates)


def _direction(facts: Facts, line: Line) -> tuple[Flow | None, int]:
    """The direction that a line gives its visitors, and where they begin."""
    text, body = facts.text, line.block.body
    colon = text.find(":", body, min(line.block.end, body + LONGEST_DIRECTION))
    words = text[body:colon] if colon > 0 else ""
    if "visit" not in words.lower():
        return None, body
    words = WHICH.sub("", words)
    return flow_before_colon(facts, words[:1].upper() + words[1:]), trimmed(text, colon + 1, line.block.end).start


def _visitors(words: str, direction: Flow) -> tuple[Visitor, ...]:
    """The visitors of one item; a bare name with a year is a person too."""
    read = parse_visitors(words, area=direction.from_area).visitors
    return read if read or not BARE_NAME.match(words) else untitled(words, direction.from_area)


def _add(facts: Facts, line: Line, start: int, visitor: Visitor, direction: Flow, *, origin: str = "prose") -> None:
    span = Span(start + visitor.start, start + visitor.end)
    for dated in printed_dates(visitor, UNDATED):
        add_visit(facts, line, span, visitor, dated, direction, origin)
