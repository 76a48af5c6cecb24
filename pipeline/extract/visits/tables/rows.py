"""Which rows of a sheet tell visits, and which of them only the date of those below or that there were none."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.extract.facts import Facts
from pipeline.extract.visits.tables.date_cells import row_cells, row_year
from pipeline.extract.visits.tables.words import people_words
from pipeline.normalize.visitors import parse_visitors
from pipeline.outline import Line

PEOPLE_HEADER = re.compile(r"\b(?:names?|visitors?|dignitar(?:y|ies)|vips?)\b|要人|訪問者|氏名", re.I)
LEAST_ROWS = 2
NOTHING = re.compile(
    r"(?:none|nil|n/a|not available|[-–—―…－]{1,20}|[（(]?(?:該当|訪問|実績)?者?(?:な[しい]|無し?)[)）]?)[.。]?\Z", re.I
)
"""What says that nobody came."""


def visit_rows(facts: Facts) -> frozenset[int]:
    """The rows of tables of visits, by the starts of their blocks: those below a heading of visits, and those of a table
    headed `Year Name` elsewhere each of whose rows names visitors and nothing else."""
    found: set[int] = set()
    rows: list[Line] = []
    is_headed = False
    for line in facts.outline.lines:
        if line.role == "row":
            if line.section.group == "visits":
                found.add(line.block.start)
            elif is_headed:
                rows.append(line)
        elif line.role != "furniture":
            if rows:
                found |= _named_only(facts, rows)
            is_headed, rows = line.role == "header" and _heads_people(facts, line), []
    return frozenset(found | _named_only(facts, rows))


def _heads_people(facts: Facts, header: Line) -> bool:
    """Whether a header elsewhere than among figures heads visitors."""
    topic = header.section.nearest_topic
    is_free = topic is None or topic.indicator is None
    return is_free and PEOPLE_HEADER.search(facts.text, header.block.body, header.block.end) is not None


def _named_only(facts: Facts, rows: list[Line]) -> set[int]:
    """The rows of a table, if each of them names visitors and nothing else."""
    if len(rows) < LEAST_ROWS:
        return set()
    for line in rows:
        words = people_words(facts, line)
        read = parse_visitors(words).visitors
        if not read or read[-1].end < len(words.rstrip(" .,;|")):
            return set()
    return {line.block.start for line in rows}


def dating_rows(facts: Facts, visits: frozenset[int]) -> frozenset[int]:
    """The rows that hold a date alone, for the rows below that have none or only a month: `2003` above `.6 Prime Minister`."""
    found = set()
    for line, below in pairwise(facts.outline.lines):
        if line.section is not below.section or line.block.start not in visits:
            continue
        if below.block.start in visits or NOTHING.match(facts.words(below)):
            date, rest = row_cells(facts, line)
            if rest.start < rest.end or not facts.text[date.start : date.end].strip(" |"):
                continue
            if not row_year(facts, below):
                found.add(line.block.start)
    return frozenset(found)
