"""The direction of visit tables: by the caption above, else by whose people the visitors of the whole table are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.extract.visits.captions_below import flows_below
from pipeline.extract.visits.rows import people_words, row_cells, row_year, stated_flow
from pipeline.extract.visits.travellers import leaning
from pipeline.normalize.areas import find_areas
from pipeline.normalize.visitors import parse_visitors
from pipeline.outline import Line, Section
from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import Head, read_head
from pipeline.read.page.layout import heads_dates

CLEAR, LEAST = 3, 2
"""A table is one side's when its votes are three times the other's, and two at least."""


class Table(NamedTuple):
    """Rows that go the same way: `captioned` is what a caption says of them, `scores` how each row leans. `is_mixed`: they go
    both ways, since its two captions head columns of which only words are left."""

    rows: list[Line]
    captioned: Flow
    scores: list[int]
    is_mixed: bool = False

    @property
    def lean(self) -> tuple[int, int]:
        """The votes for the publisher's country and for the partner."""
        return sum(s for s in self.scores if s > 0), -sum(s for s in self.scores if s < 0)


def table_directions(facts: Facts, visits: frozenset[int]) -> dict[int, Flow]:
    """The direction of every row of a visit table, by the start of its block; a notice where persons decided it, a warning
    where all of them speak against the caption. `visits`: the starts of the rows of visits."""
    directions: dict[int, Flow] = {}
    tables = [part for table in _captioned_below(facts, _tables(facts, visits)) for part in _parted(facts, table)]
    flows = [table.captioned if table.captioned.from_area else _by_people(facts, table) for table in tables]
    for n, table in enumerate(tables):
        if table.is_mixed:
            directions.update(_one_by_one(facts, table))
            continue
        if turned := _turned(facts, table, tables[:n]):
            directions.update((line.block.start, turned) for line in table.rows)
            continue
        beside = {flows[m].from_area for m in (n - 1, n + 1) if 0 <= m < len(tables)}
        flow = flows[n] if flows[n].from_area else _by_neighbour(facts, table, beside)
        if flow.from_area and flow.basis == "inferred":
            _note(facts, table, flow)
        elif table.captioned.from_area:
            _doubt(facts, table)
        directions.update((line.block.start, flow) for line in table.rows)
        if flow.basis == "inferred":
            directions.update((line.block.start, UNDECIDED) for line in _against(facts, table, flow))
    return directions


def _captioned_below(facts: Facts, tables: list[Table]) -> list[Table]:
    """The tables with the captions below them, if that is where they stand and no table's visitors clearly are of the
    other side."""
    below = flows_below(facts, [table.rows[0] for table in tables], lambda section: caption_flow(facts, section))
    turned = [table._replace(captioned=below.get(table.rows[0].block.start, table.captioned)) for table in tables]
    sides = ((_by_people(facts, _scored(facts, one)), one.captioned) for one in turned) if below else ()
    return tables if any(by.from_area not in (None, told.from_area) for by, told in sides) else turned


def _turned(facts: Facts, table: Table, above: list[Table]) -> Flow | None:
    """The way of a table under a caption that an earlier table has too, where its visitors are clearly the other side's
    people: then the caption is a slip, which is told."""
    if not any(table.captioned.from_area and table.captioned == earlier.captioned for earlier in above):
        return None
    scored = table if table.scores else _scored(facts, table)
    flow = _by_people(facts, scored)
    if flow.from_area in (None, table.captioned.from_area) or _against(facts, scored, flow):
        return None
    first, caption = table.rows[0], table.rows[0].section.heading
    way = f"from {flow.from_area} to {flow.to_area}"
    message = f"{caption} heads a table above too, and these visitors are those of the other side: taken {way}"
    facts.note("contradiction", first, first.block.body, first.block.end, message, found=caption)
    return flow


def _tables(facts: Facts, visits: frozenset[int]) -> list[Table]:
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
            if not rows or rows[-1].section is not line.section:
                rows = [line]
                has_own = line.section.start not in captioned
                captioned.add(line.section.start)
                captioned_by = caption_flow(facts, line.section) if has_own else UNDECIDED
                captioned_by = headed if headed.from_area else captioned_by
                is_mixed = line.section.start in mixed
                tables.append(Table(rows, UNDECIDED if is_mixed else captioned_by, [], is_mixed))
            else:
                rows.append(line)
        elif line.role == "label" and rows and rows[-1].section is line.section:
            continue  # the date of the items beside it
        elif line.role in ("header", "heading", "label", "caption"):
            flows = list(_cell_flows(facts, line).values()) if line.role == "header" else []
            rows, has_columns = [], len(flows) > 1
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


def _one_by_one(facts: Facts, table: Table) -> Iterator[tuple[int, Flow]]:
    """The direction of each row by its own people alone."""
    for line, score in zip(table.rows, table.scores, strict=True):
        flow = _by_people(facts, Table([line], UNDECIDED, [score]))
        if flow.from_area:
            _note(facts, Table([line], UNDECIDED, [score]), flow)
        yield line.block.start, flow


def _is_unread_caption(facts: Facts, words: str) -> bool:
    """Whether a row without a date names a land and nobody who travels: what stands below it may go another way."""
    return any(m.area in facts.pair for m in find_areas(words)) and not parse_visitors(words).visitors


def caption_flow(facts: Facts, section: Section) -> Flow:
    """The direction that the caption above a row gives it."""
    caption = section.nearest("caption") or section
    return head_flow(facts, caption.head, "inherited") if caption.head else UNDECIDED


def head_flow(facts: Facts, head: Head, basis: str) -> Flow:
    """The direction that words of a caption give; a side that is not named is the other country."""
    named = caption_direction(head, facts.pair[0], among_visits=True)
    if named is None:
        return UNDECIDED
    from_area, to_area = named
    return Flow(from_area or facts.other(to_area), to_area or facts.other(from_area), basis)


def flow_before_colon(facts: Facts, words: str) -> Flow | None:
    """The direction that the words before a list of visitors state, if it lies between the two countries."""
    flow = head_flow(facts, read_head(words), "stated")
    return None if flow is UNDECIDED or not set(flow[:2]) <= {None, *facts.pair} else flow


def column_flows(facts: Facts, header: Line) -> dict[int, Flow]:
    """The directions of a header whose columns are `From Japan to Oman` and `From Oman to Japan`, by their place."""
    found = _cell_flows(facts, header)
    return found if len(found) > 1 else {}


def _cell_flows(facts: Facts, header: Line) -> dict[int, Flow]:
    heads = (read_head(facts.text[a:b]) for a, b in header.block.cells)
    flows = {n: head_flow(facts, head, "inherited") for n, head in enumerate(heads)}
    return {n: flow for n, flow in flows.items() if flow.from_area}


def _scored(facts: Facts, table: Table) -> Table:
    return table._replace(scores=[_score(facts, line) for line in table.rows])


def _score(facts: Facts, line: Line, area: str | None = None) -> int:
    """How a row leans; `area` is the visitors' country where a caption names it."""
    return leaning(people_words(facts, line), facts.outline.publisher, facts.pair[1], area)


def _parted(facts: Facts, table: Table) -> list[Table]:
    """A table cut where a second one begins whose caption is lost: its years begin anew, and its people are the others."""
    cut = None if table.is_mixed else _cut(facts, table.rows)
    if cut is None:
        return [table if table.captioned.from_area else _scored(facts, table)]
    whole = _scored(facts, table)
    above = Table(table.rows[:cut], table.captioned, whole.scores[:cut])
    below = Table(table.rows[cut:], UNDECIDED, whole.scores[cut:])
    a, b = _side(above), _side(below)
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


def _side(table: Table) -> bool | None:
    """Whether the visitors are clearly the publisher's (true) or the partner's (false) people."""
    own, others = table.lean
    if max(own, others) < LEAST or min(own, others) * CLEAR > max(own, others):
        return None
    return own > others


def _by_people(facts: Facts, table: Table) -> Flow:
    side = _side(table)
    if side is None or facts.pair[1] is None:
        return UNDECIDED
    home, partner = facts.pair
    return Flow(home, partner, "inferred") if side else Flow(partner, home, "inferred")


def _by_neighbour(facts: Facts, table: Table, beside: set[str | None]) -> Flow:
    """A table that leans to one side, beside a table of the other side's visitors."""
    own, others = table.lean
    home, partner = facts.pair
    if own > 2 * others and beside == {partner}:
        return Flow(home, partner, "inferred")
    if others > 2 * own and beside == {home}:
        return Flow(partner, home, "inferred")
    return UNDECIDED


def _against(facts: Facts, table: Table, flow: Flow) -> list[Line]:
    """The rows whose own visitor clearly is of the other side than the table, so that its people decide nothing for it."""
    sign = 1 if flow.from_area == facts.pair[0] else -1
    return [line for line, score in zip(table.rows, table.scores, strict=True) if score * sign <= -LEAST]


def _doubt(facts: Facts, table: Table) -> None:
    """A warning where the caption stands alone against the visitors of its whole table."""
    home, area = facts.pair[0], table.captioned.from_area
    if len(table.rows) < LEAST or home not in table.captioned[:2]:
        return
    scores = table.scores or (_score(facts, line, area) for line in table.rows)
    if any((-score if area == home else score) <= 0 for score in scores):
        return
    first, way = table.rows[0], f"from {table.captioned.from_area} to {table.captioned.to_area}"
    message = f"the heading says that these visitors went {way}; their names and titles are those of the other side"
    facts.note("contradiction", first, first.block.body, first.block.end, message, found=first.section.heading)


def _note(facts: Facts, table: Table, flow: Flow) -> None:
    first = table.rows[0]
    message = f"no caption gives a direction; from {flow.from_area} to {flow.to_area} by the visitors of the table"
    facts.note("direction_inferred", first, first.block.body, first.block.end, message)
