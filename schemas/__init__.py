"""What the tables are: every column, closed list, indicator, unit and finding rule, loaded from the TOML files here.

Definitions only: cheap to import, no pandas. What checks a table against them is in `schemas.models`, what writes them
out for people is in `schemas.dictionary`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
MONEY = "money"
"""The family of the currencies, and of the indicators that are counted in them."""
FACTS = ("visits", "observations", "events")
"""The tables of facts, whose rows are followed over the versions of a sheet and can be corrected."""


class Column(NamedTuple):
    """One column. `type` is one of `string integer decimal boolean date edtf`; `format` names a shape of `formats()`,
    `enum` a closed list; `minimum` and `maximum` are inclusive; `unit` is that of all its values, if they share one."""

    name: str
    type: str
    description: str
    example: str
    format: str | None = None
    enum: str | None = None
    unit: str | None = None
    minimum: int | None = None
    maximum: int | None = None


class ForeignKey(NamedTuple):
    """`column` holds a value of `to_column` in `table`. Where `table` is `None` the row's own column `table` names the
    table and its primary key is meant."""

    column: str
    table: str | None
    to_column: str | None


class Table(NamedTuple):
    """One table. `rules` are those between columns, each the name of a rule and the columns it is about."""

    name: str
    description: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    nullable: frozenset[str]
    foreign_keys: tuple[ForeignKey, ...]
    rules: tuple[tuple[str, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def order(self) -> tuple[str, ...]:
        """What the rows are sorted by: the primary key, or all columns where there is none."""
        return self.primary_key or self.names


class Format(NamedTuple):
    """A shape of strings: a regular expression that the whole value matches, and what it says."""

    pattern: str
    description: str


class Rule(NamedTuple):
    """A finding rule: how severe, what it means, what a reader can do about it."""

    name: str
    severity: str
    description: str
    action: str
    example: str


class Indicator(NamedTuple):
    """What a number counts. `family` is that of its units; `to_means` is `None` for an indicator of one area; `measure`
    and `unit` are what it is unless its words say otherwise."""

    name: str
    definition: str
    family: str
    from_means: str
    to_means: str | None
    measure: str | None
    unit: str | None

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money, whatever its currency: no figure of people is one."""
        return self.family == MONEY


class Unit(NamedTuple):
    """A unit. Family `money` holds the ISO 4217 currencies."""

    code: str
    name: str
    family: str
    description: str

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return self.family == MONEY


@cache
def tables() -> Mapping[str, Table]:
    """The tables by name, in the order in which they are made.

    >>> tables()["blocks"].primary_key
    ('document_id', 'block')
    """
    return {name: _table(name, entry) for name, entry in _load("tables").items()}


@cache
def keys() -> Mapping[str, str]:
    """The column that identifies a row, for each table that has one.

    >>> keys()["visits"], "changes" in keys()
    ('visit_id', False)
    """
    return {name: table.primary_key[0] for name, table in tables().items() if len(table.primary_key) == 1}


@cache
def columns() -> Mapping[str, Column]:
    """The columns by name; `table.column` where the name means different things in two tables.

    >>> columns()["events.kind"].enum, columns()["line"].minimum
    ('event_kind', 1)
    """
    return {key: Column(name=key.rsplit(".", 1)[-1], **entry) for key, entry in _load("columns").items()}


@cache
def closed_list(name: str) -> Mapping[str, str]:
    """The values of a closed list, each with what it means, in the list's order.

    >>> list(closed_list("origin"))
    ['table', 'prose']
    """
    match name:
        case "indicator":
            return {one.name: one.definition for one in indicators().values()}
        case "unit":
            return {unit.code: unit.description for unit in units().values()}
        case "rule":
            return {rule.name: rule.description for rule in rules().values()}
        case "table":
            return {key: str(entry["description"]) for key, entry in _load("tables").items()}
    values: Mapping[str, str] = _load("lists")[name]["values"]
    return values


@cache
def list_descriptions() -> Mapping[str, str]:
    """The closed lists of `lists.toml` by name, each with what it is for."""
    return {name: entry["description"] for name, entry in _load("lists").items()}


@cache
def formats() -> Mapping[str, Format]:
    """The shapes of strings by name, parts filled in."""
    made = {}
    for name, entry in _load("formats").items():
        pattern = str(entry["pattern"])
        for part, stands_for in entry.get("parts", {}).items():
            pattern = pattern.replace(part, f"({stands_for})")
        made[name] = Format(pattern, entry["description"])
    return made


@cache
def rules() -> Mapping[str, Rule]:
    """The rules of findings, by name: the closed list of `findings.rule`.

    >>> rules()["sum_mismatch"].severity
    'warning'
    """
    return {name: Rule(name, **entry) for name, entry in _load("rules").items()}


@cache
def indicators() -> Mapping[str, Indicator]:
    """What numbers count, by name: the closed list of `observations.indicator`, with unit and the meaning of both ends.

    >>> indicators()["residents"].unit, indicators()["trade_goods"].is_money
    ('persons', True)
    """
    return {
        name: Indicator(name, e["definition"], e["family"], e["from"], e.get("to"), e.get("measure"), e.get("unit"))
        for name, e in _load("indicators").items()
    }


@cache
def units() -> Mapping[str, Unit]:
    """The units by code: those of `units.toml`, then the currencies of ISO 4217 and those that it has withdrawn.

    >>> units()["JPY"].name, units()["persons"].family
    ('Yen', 'count')
    """
    import pycountry

    data = _load("units")
    own = [Unit(e["code"], e["name"], e["family"], e["description"]) for e in data["unit"]]
    today = {one.alpha_3: one.name for one in pycountry.currencies}
    money = [*sorted(today.items()), *((code, name) for code, name in data["withdrawn"].items() if code not in today)]
    currencies = [Unit(code, name, "money", f"{name} (ISO 4217).") for code, name in money]
    return {unit.code: unit for unit in [*own, *currencies]}


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def _table(name: str, entry: Mapping[str, Any]) -> Table:
    known = columns()
    return Table(
        name,
        entry["description"],
        tuple(known.get(f"{name}.{column}") or known[column] for column in entry["columns"].split()),
        tuple(entry["primary_key"]),
        frozenset(entry["nullable"]),
        tuple(map(_foreign_key, entry["foreign_keys"])),
        tuple(tuple(rule.split()) for rule in entry["rules"]),
    )


def _foreign_key(written: str) -> ForeignKey:
    column, _, target = written.partition(" = ")
    table, _, to_column = target.partition(".")
    return ForeignKey(column, table, to_column) if to_column else ForeignKey(column, None, None)
