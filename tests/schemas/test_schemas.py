"""The definitions: whole, used, in agreement with each other, and told truly in the dictionary."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import schemas
from pipeline import records
from pipeline.normalize.people import Person
from schemas import dictionary
from schemas.models import model
from tests.each import each

TYPES = {"string", "integer", "decimal", "boolean", "date", "edtf"}
COLUMNS = [(table, column) for table in schemas.tables().values() for column in table.columns]


RECORDS = {
    "documents": records.DocumentRow,
    "blocks": records.BlockRow,
    "visits": records.Visit,
    "observations": records.Observation,
    "events": records.Event,
    "findings": records.Finding,
    "people": Person,
    "changes": records.Change,
}


@each("table", RECORDS)
def test_records_have_the_columns_of_their_table(table: str) -> None:
    assert RECORDS[table]._fields == schemas.tables()[table].names  # type: ignore[attr-defined]


@each(("table", "column"), COLUMNS)
def test_a_column_is_whole_and_its_example_is_one(table: schemas.Table, column: schemas.Column) -> None:
    assert column.type in TYPES
    assert column.description.endswith(".")
    if column.enum:
        assert column.example in schemas.closed_list(column.enum)
    if shape := column.format or (column.type if column.type in ("date", "edtf") else None):
        assert re.fullmatch(schemas.formats()[shape].pattern, column.example)
    if column.type == "integer":
        assert column.minimum is not None
        assert column.minimum <= int(column.example) <= (column.maximum or 10**9)


def test_every_definition_is_used() -> None:
    used = {column for _, column in COLUMNS}
    assert set(schemas.columns().values()) == used
    assert set(schemas.formats()) - {"edtf", "date"} == {column.format for column in used if column.format}
    lists = {column.enum for column in used if column.enum}
    assert lists - set(schemas.list_descriptions()) == {"indicator", "unit", "rule", "table"}
    assert set(schemas.list_descriptions()) <= lists


@each("table", list(schemas.tables().values()))
def test_a_table_names_only_what_it_has(table: schemas.Table) -> None:
    names = set(table.names)
    assert len(names) == len(table.names)
    assert table.nullable <= names
    assert set(table.primary_key) <= names - table.nullable
    for key in table.foreign_keys:
        assert key.column in names
        if key.table:
            assert key.to_column in schemas.tables()[key.table].names
        else:
            assert "table" in names
    for _, *columns in table.rules:
        assert set(columns) <= names
    assert list(model(table.name, {}).columns) == list(table.names)


def test_rules_and_indicators_are_whole() -> None:
    for rule in schemas.rules().values():
        assert rule.severity in schemas.closed_list("severity")
        assert rule.description.endswith(".")
        assert rule.action.endswith(".")
        assert rule.example
    families = {unit.family for unit in schemas.units().values()}
    for indicator in schemas.indicators().values():
        assert indicator.family in families
        assert indicator.measure is None or indicator.measure in schemas.closed_list("measure")
    assert {"JPY", "USD", "EUR", "persons", "rank"} <= schemas.units().keys()


@each(
    "printed",
    ["2012", "1989-10", "2013-05-03", "2012~", "15XX", "199X?", "2013/..", "../2013", "2017-04/2018-03",
     "2013-05-03/2013-05-04", "2018/2019", "2012/"],
)  # fmt: skip
def test_shapes_that_are_dates(printed: str) -> None:
    assert re.fullmatch(schemas.formats()["edtf"].pattern, printed)


@each(
    "printed",
    ["", "/", "../..", "12", "2012-1", "2012-13", "2012-00", "2012-01-32", "2012/2013/2014", "1989.10", "2012 ",
     "２０１２", "2012-10-"],
)  # fmt: skip
def test_shapes_that_are_none(printed: str) -> None:
    assert not re.fullmatch(schemas.formats()["edtf"].pattern, printed)


@each("name", list(schemas.formats()))
def test_shapes_are_quick_on_anything(name: str) -> None:
    pattern = re.compile(schemas.formats()[name].pattern)
    for text in ("a" * 100_000, "a/" * 50_000, "ABC " * 25_000, "2012-" * 20_000, "a-" * 50_000):
        pattern.fullmatch(text)


def test_words_that_the_extractors_look_for_are_in_the_lists() -> None:
    folder = Path(records.__file__).parent
    told = {
        "events/events.toml": (("kind", "event_kind"), ("status", "event_status")),
        "figures/bases.toml": (("basis", "accounting_basis"),),
    }
    for file, keys in told.items():
        words = tomllib.loads((folder / "extract" / file).read_text("utf-8"))
        for key, closed in keys:
            assert {entry[key] for entry in words[key]} <= schemas.closed_list(closed).keys()
    topics = tomllib.loads((folder / "publishers" / "mofa_japan" / "topics.toml").read_text("utf-8"))["topic"]
    assert {topic["indicator"] for topic in topics if "indicator" in topic} <= schemas.indicators().keys()


def test_the_dictionary_is_fresh() -> None:
    told = dictionary.PATH.read_text("utf-8")
    assert told == dictionary.dictionary(), "run `python -m schemas.dictionary`"


def test_the_dictionary_links_to_what_it_has() -> None:
    told = dictionary.dictionary()
    heads = {line.lstrip("# ") for line in told.splitlines() if line.startswith("#")}
    assert set(re.findall(r"\]\(#([a-z_]+)\)", told)) <= heads
