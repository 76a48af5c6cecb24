"""The SQL that makes the tables, their keys and their comments in a database: what DuckDB and PostgreSQL share.

What differs between the two is given by who asks: the names of the types, and when keys are stated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import schemas

AREAS: Final = schemas.Table(
    "areas",
    "The names of the areas whose codes stand in the tables' columns.",
    (schemas.Column("area", "string", "", "MNG"), schemas.Column("name", "string", "", "Mongolia")),
    ("area",),
    nullable=frozenset(),
    foreign_keys=(),
    rules=(),
)
"""A table of databases alone: files name an area where its code stands."""


def area_rows() -> list[tuple[str, str]]:
    """The rows of `AREAS`, in order.

    >>> area_rows()[:2]
    [('ABW', 'Aruba'), ('AFG', 'Afghanistan')]
    """
    from pipeline.normalize.areas import areas

    return sorted(areas().items())


def parents_first() -> list[schemas.Table]:
    """The tables, each after those that its keys point into."""
    ordered: dict[str, schemas.Table] = {}

    def add(table: schemas.Table) -> None:
        for key in table.foreign_keys:
            if key.table and key.table != table.name:
                add(schemas.tables()[key.table])
        ordered.setdefault(table.name, table)

    for table in schemas.tables().values():
        add(table)
    return list(ordered.values())


def create_table(table: schemas.Table, types: Mapping[str, str], keys: Iterable[str] = ()) -> str:
    """What makes a table; `types` are the database's own names of the types of columns.

    >>> create_table(AREAS, {"string": "text"}, keys(AREAS))
    'CREATE TABLE areas ("area" text NOT NULL, "name" text NOT NULL, PRIMARY KEY (area))'
    """
    columns = (
        f'"{column.name}" {types[column.type]}{"" if column.name in table.nullable else " NOT NULL"}'
        for column in table.columns
    )
    return f"CREATE TABLE {table.name} ({', '.join([*columns, *keys])})"


def keys(table: schemas.Table, *, into_itself: bool = False) -> Iterator[str]:
    """The keys of a table; those into the table itself only where they can be stated.

    A key of which the row itself names the table (`row_id` of `findings`) is nothing that a database knows.
    """
    if table.primary_key:
        yield f"PRIMARY KEY ({', '.join(table.primary_key)})"
    for key in table.foreign_keys:
        if key.table and (into_itself or key.table != table.name):
            yield f'FOREIGN KEY ("{key.column}") REFERENCES {key.table} ("{key.to_column}")'


def comments(table: schemas.Table) -> Iterator[str]:
    """What says in the database what a table and its columns hold, units included."""
    yield f"COMMENT ON TABLE {table.name} IS {quoted(table.description)}"
    for column in table.columns:
        words = f"{column.description} Unit: {column.unit}." if column.unit else column.description
        if words:
            yield f'COMMENT ON COLUMN {table.name}."{column.name}" IS {quoted(words)}'


def quoted(text: str) -> str:
    """A text as SQL.

    >>> quoted("the row's own words")
    "'the row''s own words'"
    """
    return "'" + text.replace("'", "''") + "'"
