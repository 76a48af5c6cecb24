"""The direction of visit tables: by the caption above or below, else by whose people the visitors of the whole table are."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.extract.visits.directions import caption_flow, stated_flow
from pipeline.extract.visits.tables.captions_below import flows_below
from pipeline.extract.visits.tables.one_way import parted, tables_of
from pipeline.extract.visits.tables.sides import LEAST, Table, by_neighbour, by_people, rows_against, score_of, scored
from pipeline.outline import Line
from pipeline.records import Span


def table_directions(facts: Facts, visits: frozenset[int]) -> dict[int, Flow]:
    """The direction of every row of a visit table, by the start of its block; a notice where persons decided it, a warning
    where all of them speak against the caption. `visits`: the starts of the rows of visits."""
    directions: dict[int, Flow] = {}
    tables = [part for table in _captioned_below(facts, tables_of(facts, visits)) for part in parted(facts, table)]
    flows = [table.captioned if table.captioned.from_area else by_people(facts, table) for table in tables]
    captions: set[Flow] = set()
    for n, table in enumerate(tables):
        is_again = table.captioned in captions
        captions.add(table.captioned)
        if table.is_mixed:
            directions.update(_one_by_one(facts, table))
            continue
        if is_again and (turned := _turned(facts, table)):
            directions.update((line.block.start, turned) for line in table.rows)
            continue
        beside = {flows[m].from_area for m in (n - 1, n + 1) if 0 <= m < len(tables)}
        flow = flows[n] if flows[n].from_area else by_neighbour(facts, table, beside)
        if flow.from_area and flow.basis == "inferred":
            _note(facts, table, flow)
        elif table.captioned.from_area:
            _doubt(facts, table)
        directions.update((line.block.start, flow) for line in table.rows)
        if flow.basis == "inferred":
            directions.update((line.block.start, UNDECIDED) for line in rows_against(facts, table, flow))
    return directions


def own_direction(facts: Facts, line: Line, cell: Span, words: str) -> Flow | None:
    """The direction that the words of a row state, which goes before the caption's: `… Abe's visit to Mongolia`."""
    stated = stated_flow(facts, words)
    above = caption_flow(facts, line.section) if stated else UNDECIDED
    if stated and above.from_area and stated.from_area != above.from_area:
        message = f"this visit went to {stated.to_area} by its own words, and stands among those to {above.to_area}"
        facts.note("misplaced_item", line, line.block.body, cell.end, message, found=line.section.heading)
    return stated


def _captioned_below(facts: Facts, tables: list[Table]) -> list[Table]:
    """The tables with the captions below them, if that is where they stand and no table's visitors clearly are of the
    other side."""
    below = flows_below(facts, [table.rows[0] for table in tables], lambda section: caption_flow(facts, section))
    turned = [table._replace(captioned=below.get(table.rows[0].block.start, table.captioned)) for table in tables]
    sides = ((by_people(facts, scored(facts, one)), one.captioned) for one in turned) if below else ()
    return tables if any(by.from_area not in (None, told.from_area) for by, told in sides) else turned


def _turned(facts: Facts, table: Table) -> Flow | None:
    """The way of a table under a caption that an earlier table has too, where its visitors are clearly the other side's
    people: then the caption is a slip, which is told."""
    if not table.captioned.from_area:
        return None
    told = table if table.scores else scored(facts, table)
    flow = by_people(facts, told)
    if flow.from_area in (None, table.captioned.from_area) or rows_against(facts, told, flow):
        return None
    first, caption = table.rows[0], table.rows[0].section.heading
    way = f"from {flow.from_area} to {flow.to_area}"
    message = f"{caption} heads a table above too, and these visitors are those of the other side: taken {way}"
    facts.note("contradiction", first, first.block.body, first.block.end, message, found=caption)
    return flow


def _one_by_one(facts: Facts, table: Table) -> Iterator[tuple[int, Flow]]:
    """The direction of each row by its own people alone."""
    for line, score in zip(table.rows, table.scores, strict=True):
        flow = by_people(facts, Table([line], UNDECIDED, [score]))
        if flow.from_area:
            _note(facts, Table([line], UNDECIDED, [score]), flow)
        yield line.block.start, flow


def _doubt(facts: Facts, table: Table) -> None:
    """A warning where the caption stands alone against the visitors of its whole table."""
    home, area = facts.pair[0], table.captioned.from_area
    if len(table.rows) < LEAST or home not in table.captioned[:2]:
        return
    scores = table.scores or (score_of(facts, line, area) for line in table.rows)
    if any((-score if area == home else score) <= 0 for score in scores):
        return
    first, way = table.rows[0], f"from {table.captioned.from_area} to {table.captioned.to_area}"
    message = f"the heading says that these visitors went {way}; their names and titles are those of the other side"
    facts.note("contradiction", first, first.block.body, first.block.end, message, found=first.section.heading)


def _note(facts: Facts, table: Table, flow: Flow) -> None:
    first = table.rows[0]
    message = f"no caption gives a direction; from {flow.from_area} to {flow.to_area} by the visitors of the table"
    facts.note("direction_inferred", first, first.block.body, first.block.end, message)
