"""Visitors in Japanese who are listed without a table, each with the date beside: `（1）往訪：福田総理大臣（2008年5月）`."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Dated, Facts
from pipeline.extract.visits.directions import caption_flow, flow_before_colon
from pipeline.extract.visits.tables.rows import NOTHING
from pipeline.extract.visits.visit import add_visit
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.japanese.visitors import japanese_visitors
from pipeline.normalize.visitors import Visitor
from pipeline.outline import Line
from pipeline.outline.headings import NUMBER
from pipeline.records import Span

LONGEST_CAPTION = 40
DATE_BEHIND = re.compile(
    r"(?<![ \t\u3000])[ \t\u3000]++(?P<date>[^ \t\u3000]*年(?:[ \t\u3000]*[0-9０-９]{1,2}月\S*)?)\Z"
)
"""A date at the end of a line, behind the people: `小泉総理大臣　2002年7月`."""


def take_listed(facts: Facts, line: Line) -> bool:
    """Add the visitors of a line below a heading of visits, where each has a date with its year, or one stands behind
    them, and nothing else.

    The caption above them gives the direction, or the words before a colon do. Returns whether there were any.
    """
    words = facts.words(line)
    if line.role not in ("item", "prose") or line.section.group != "visits":
        return False
    if NOTHING.match(words):
        return True
    direction, start = _direction(facts, line, words)
    visitors = japanese_visitors(words[start:], direction.from_area) if direction.from_area else ()
    dates = [_dates(visitor) for visitor in visitors]
    behind = DATE_BEHIND.search(words, start) if direction.from_area and not visitors else None
    if behind and isinstance(date := parse_date(behind["date"]), DateValue):
        visitors = japanese_visitors(words[start : behind.start()], direction.from_area)
        dates = [[date] for _ in visitors]
    if not visitors or not all(dates):
        if line.role == "item" and direction.from_area and "。" not in words:
            message = "these words of a list of visitors were not understood"
            facts.note("unrecognised_text", line, line.block.body, line.block.end, message, found=words)
        return False
    at = line.block.body + start
    for visitor, own in zip(visitors, dates, strict=True):
        for date in own:
            span = Span(at + visitor.start, at + visitor.end)
            add_visit(facts, line, span, visitor, Dated(date, "stated"), direction, "table")
    return True


def _direction(facts: Facts, line: Line, words: str) -> tuple[Flow, int]:
    """Which way the visitors of a line went, and where they begin."""
    colon = next((n for n, sign in enumerate(words[:LONGEST_CAPTION]) if sign in ":："), -1)
    if colon > 0 and (stated := flow_before_colon(facts, words[:colon])):
        return stated, colon + 1
    number = NUMBER.match(words)
    return caption_flow(facts, line.section), number.end() if number else 0


def _dates(visitor: Visitor) -> list[DateValue]:
    """The dates beside a visitor, none unless each is read."""
    found: list[DateValue] = []
    for part in (visitor.date_printed or "").split("、"):
        year = int(found[-1].start[:4]) if found and found[-1].start else None
        date = parse_date(part, year=year)
        if not isinstance(date, DateValue):
            return []
        found.append(date)
    return found
