"""Whole sheets against hand-made truth: every visit, figure, happening and finding, and nothing besides."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.run import run
from tests.each import each
from tests.helpers import FIXTURES, MONGOLIA
from tests.truth import load_truth, misses

TABLES = ("visits", "observations", "events", "findings", "blocks", "documents")
FACT_COLUMNS = {
    "visits": [
        "origin",
        "from_area",
        "to_area",
        "date",
        "main_name",
        "other_names",
        "honorific",
        "office",
        "party_role",
        "occasion",
        "person_id",
    ],
    "observations": [
        "indicator",
        "measure",
        "from_area",
        "to_area",
        "period",
        "period_kind",
        "value",
        "value_status",
        "unit",
        "rank",
        "data_source",
    ],
    "events": ["kind", "date", "areas", "status", "statement"],
}


@cache
def rows_of(path: Path) -> dict[str, list[dict[str, object]]]:
    """The rows of one sheet, as dictionaries of plain values; read once."""
    tables = run([path]).tables
    return {
        name: [
            {str(k): (None if v != v or v is None else v) for k, v in row.items()}
            for row in tables[name].astype(object).to_dict("records")
        ]
        for name in TABLES
    }


def test_mongolia_has_every_fact() -> None:
    assert misses(load_truth(FIXTURES / "mongolia" / "expected.json"), rows_of(MONGOLIA)) == []


def test_mongolia_has_no_false_warning() -> None:
    warnings = [row["rule"] for row in rows_of(MONGOLIA)["findings"] if row["severity"] == "warning"]
    assert sorted(set(warnings)) == ["prose_table_contradiction"]


def test_every_character_of_mongolia_is_accounted_for() -> None:
    rows = rows_of(MONGOLIA)
    (document,) = rows["documents"]
    assert document["characters"] == document["characters_accounted"]
    assert not [row["text"] for row in rows["blocks"] if row["disposition"] == "unrecognised"]


@each("page", ["today.html", "old.html"])
@each("table", FACT_COLUMNS)
def test_web_pages_give_the_same_facts(page: str, table: str) -> None:
    columns = FACT_COLUMNS[table]
    text, html = (rows_of(path)[table] for path in (MONGOLIA, FIXTURES / "mongolia" / page))
    assert [[row[c] for c in columns] for row in html] == [[row[c] for c in columns] for row in text]
