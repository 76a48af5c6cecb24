"""What the joining of persons takes and gives; see `resolve`."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.normalize.people.stable import GivenId


class Mention(NamedTuple):
    """One visit row of a person with a printed personal name. `area` is the visitor's own; `spelling` the name as
    printed; `date_start` and `date_end` the first and last possible day, ISO 8601."""

    row_id: str
    area: str
    main_name: str
    other_names: str | None
    honorific: str | None
    office: str | None
    office_class: str | None
    date_start: str | None
    date_end: str | None
    document_id: str
    spelling: str


class Person(NamedTuple):
    """One row of table `people`."""

    person_id: str
    area: str
    main_name: str
    other_names: str | None
    display_name: str
    spellings: str
    offices: str
    visits: int
    first_date: str | None
    last_date: str | None
    documents: str
    match_basis: str


class Join(NamedTuple):
    """Two spellings to tell a reader of: the row with the one in doubt, a row with the other, and why they were joined
    or why they may be one person."""

    row_id: str
    related_id: str
    spelling: str
    other: str
    reason: str


class Resolution(NamedTuple):
    """Who is who. `person_of` maps every row to a `person_id`; `joins` were joined by spelling distance, `suspects`
    were not joined; `problems` are decisions that fit nothing; `ids` are all ids that were ever given."""

    person_of: dict[str, str]
    people: tuple[Person, ...]
    joins: tuple[Join, ...]
    suspects: tuple[Join, ...]
    problems: tuple[str, ...]
    ids: tuple[GivenId, ...]


class Decision(NamedTuple):
    """What a person decided about two printed names of an area: `action` is `join` or `apart`, `evidence` says why."""

    action: str
    area: str
    names: tuple[str, str]
    evidence: str


def in_order(mention: Mention) -> tuple[str, ...]:
    """The order in which rows are looked at, whatever the order in which they came: by name, then by date and id."""
    return (
        mention.area, mention.main_name, mention.other_names or "", mention.date_start or "", mention.row_id
    )  # fmt: skip
