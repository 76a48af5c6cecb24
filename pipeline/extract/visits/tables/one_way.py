"""The tables of visits: rows that go the same way, below one caption or behind the place where a second one is lost."""

from __future__ import annotations

from itertools import pairwise

from pipeline.extract.direction import UNDECIDED
from pipeline.extract.facts import Facts
from pipeline.extract.visits.directions import caption_flow, cell_flows, sides_of, stated_flow
from pipeline.extract.visits.tables.date_cells import row_cells, row_year
from pipeline.extract.visits.tables.sides import Table, scored, side_of
from pipeline.extract.visits.tables.words import people_words
from pipeline.normalize.areas import find_areas
from pipeline.normalize.visitors import parse_visitors
from pipeline.outline import Line
from pipeline.read.page.layout import heads_dates


def tables_of(facts: Facts, visits: frozenset[int]) -> list[Table]:
    """The tables of visits in their order; a caption speaks for the first one below it only, and so does a header that
    states a direction in place of one: `Date | Japan to Oman`."""
    tables: list[Table] = []
    rows: list[Line] = []
    captioned: set[int] = set()
    has_columns, headed = False, UNDECIDED
    mixed = _mixed(facts)
    for line in facts.outline.lines:
        if line.block.start in visits and line.role == "row":
            date, words = row_cells(facts, line)[0], people_words(facts, line)
            if has_columns or stated_flow(facts, words):
                continue
            if date.start == date.end and _is_unread_caption(facts, words):
                rows = []
                continue
            if rows and rows[-1].section is line.section:
                rows.append(line)
                continue
            rows, section = [line], line.section
            own = UNDECIDED if section.start in captioned else caption_flow(facts, section)
            captioned.add(section.start)
            is_mixed = section.start in mixed
            told = UNDECIDED if is_mixed else headed if headed.from_area else own
            tables.append(Table(rows, told, [], is_mixed))
        elif line.role == "label" and rows and rows[-1].section is line.section:
            continue  # the date of the items beside it
        elif line.role in ("header", "heading", "label", "caption"):
            flows = list(cell_flows(facts, line).values()) if line.role == "header" else []
            sides = sides_of(facts, line) if line.role == "header" else []
            is_told = bool(sides) and (sides[0].flow.from_area or not caption_flow(facts, line.section).from_area)
            rows, has_columns = [], len(flows) > 1 or bool(is_told)
            headed = flows[0] if len(flows) == 1 else UNDECIDED
    return tables


def _mixed(facts: Facts) -> set[int]:
    """The sections of captions that head columns, a cell a line: `Date`, `From Japan to Oman`, `From Oman to Japan`."""
    lines = [line for line in facts.outline.lines if line.role != "furniture"]
    return {
        last.section.start
        for first, above, last in zip(lines, lines[1:], lines[2:], strict=False)
        if above.role == last.role == "caption" and heads_dates(facts.words(first).strip("| "))
    }


def _is_unread_caption(facts: Facts, words: str) -> bool:
    """Whether a row without a date names a land and nobody who travels: what stands below it may go another way."""
    return any(m.area in facts.pair for m in find_areas(words)) and not parse_visitors(words).visitors


def parted(facts: Facts, table: Table) -> list[Table]:
    """A table cut where a second one begins whose caption is lost: its years begin anew, and its people are the others."""
    cut = None if table.is_mixed else _cut(facts, table.rows)
    if cut is None:
        return [table if table.captioned.from_area else scored(facts, table)]
    whole = scored(facts, table)
    above = Table(table.rows[:cut], table.captioned, whole.scores[:cut])
    below = Table(table.rows[cut:], UNDECIDED, whole.scores[cut:])
    a, b = side_of(above), side_of(below)
    first = facts.pair[0] == table.captioned.from_area if table.captioned.from_area else a
    return [above, below] if a is not None and b is not None and a is first and b is not a else [whole]


def _cut(facts: Facts, rows: list[Line]) -> int | None:
    """Where a second table may begin: at the only blank line between rows, else where the years begin anew."""
    gaps = [n for n, (a, b) in enumerate(pairwise(rows), 1) if "\n\n" in facts.text[a.block.end : b.block.start]]
    if len(gaps) == 1:
        return gaps[0]
    years: list[str] = []
    for line in rows:
        years.append(row_year(facts, line) or (years[-1] if years else ""))
    falls = [n for n, (a, b) in enumerate(pairwise(years), 1) if b < a]
    rises = [n for n, (a, b) in enumerate(pairwise(years), 1) if b > a]
    cuts = falls if len(falls) < len(rises) else rises
    return cuts[0] if len(cuts) == 1 else None
