"""Whose people the visitors of a whole table are: the publisher's or the partner's, by the votes of its rows."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.direction import UNDECIDED, Flow
from pipeline.extract.facts import Facts
from pipeline.extract.visits.tables.words import people_words
from pipeline.extract.visits.travellers import leaning
from pipeline.outline import Line

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


def scored(facts: Facts, table: Table) -> Table:
    """A table with how each of its rows leans."""
    return table._replace(scores=[score_of(facts, line) for line in table.rows])


def score_of(facts: Facts, line: Line, area: str | None = None) -> int:
    """How a row leans; `area` is the visitors' country where a caption names it."""
    return leaning(people_words(facts, line), facts.outline.publisher, facts.pair[1], area)


def side_of(table: Table) -> bool | None:
    """Whether the visitors are clearly the publisher's (true) or the partner's (false) people."""
    own, others = table.lean
    if max(own, others) < LEAST or min(own, others) * CLEAR > max(own, others):
        return None
    return own > others


def by_people(facts: Facts, table: Table) -> Flow:
    """The direction of a table whose visitors clearly are one side's people."""
    side = side_of(table)
    if side is None or facts.pair[1] is None:
        return UNDECIDED
    home, partner = facts.pair
    return Flow(home, partner, "inferred") if side else Flow(partner, home, "inferred")


def by_neighbour(facts: Facts, table: Table, beside: set[str | None]) -> Flow:
    """A table that leans to one side, beside a table of the other side's visitors."""
    own, others = table.lean
    home, partner = facts.pair
    if own > 2 * others and beside == {partner}:
        return Flow(home, partner, "inferred")
    if others > 2 * own and beside == {home}:
        return Flow(partner, home, "inferred")
    return UNDECIDED


def rows_against(facts: Facts, table: Table, flow: Flow) -> list[Line]:
    """The rows whose own visitor clearly is of the other side than the table, so that its people decide nothing for it."""
    sign = 1 if flow.from_area == facts.pair[0] else -1
    return [line for line, score in zip(table.rows, table.scores, strict=True) if score * sign <= -LEAST]
