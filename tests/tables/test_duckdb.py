"""The database: what it holds is what the other files hold, and the same on every run."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import schemas
from pipeline import tables
from pipeline.tables.duckdb_file import NAME, Database
from pipeline.tables.manifest import problems
from pipeline.tables.printed import print_tables
from schemas.views import views
from tests.each import each
from tests.helpers import write_tables
from tests.tables.sample import DOCUMENT, Rows, make_row


def query(out: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(out / NAME), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@each("name", schemas.tables())
def test_a_table_holds_what_parquet_holds(out: Path, name: str) -> None:
    stored = out / "parquet" / f"{name}.parquet"
    with duckdb.connect(str(out / NAME), read_only=True) as connection:
        own = connection.execute(f"FROM {name}")
        described = [(column[0], str(column[1])) for column in own.description or ()]
        there = connection.execute(f"FROM '{stored}'")
        assert described == [(column[0], str(column[1])) for column in there.description or ()]
        assert connection.execute(f"FROM {name}").fetchall() == connection.execute(f"FROM '{stored}'").fetchall() != []


def test_keys_are_kept_by_the_database(out: Path) -> None:
    found = query(out, "SELECT table_name, constraint_type, constraint_column_names FROM duckdb_constraints()")
    for table in schemas.tables().values():
        if table.primary_key:
            assert (table.name, "PRIMARY KEY", list(table.primary_key)) in found
        for key in table.foreign_keys:
            is_kept = key.table is not None and key.table != table.name
            assert ((table.name, "FOREIGN KEY", [key.column]) in found) == is_kept
        for column in table.columns:
            assert ((table.name, "NOT NULL", [column.name]) in found) == (column.name not in table.nullable)


def test_everything_is_described(out: Path) -> None:
    comments = dict(
        query(out, "SELECT table_name || '.' || column_name, comment FROM duckdb_columns() WHERE NOT internal")
    )
    for table in schemas.tables().values():
        assert all(str(comments[f"{table.name}.{one.name}"]).startswith(one.description) for one in table.columns)
    told = dict(query(out, "SELECT table_name, comment FROM duckdb_tables()"))
    assert told == told | {table.name: table.description for table in schemas.tables().values()}
    told = dict(query(out, "SELECT view_name, comment FROM duckdb_views() WHERE NOT internal"))
    assert told == {view.name: view.description for view in views() if view.kind == "view"}
    told = dict(query(out, "SELECT function_name, comment FROM duckdb_functions() WHERE NOT internal"))
    assert told == {view.name: view.description for view in views() if view.kind != "view"}


def test_all_views_of_the_data_model_are_there_and_give_rows(out: Path) -> None:
    facts = ("visits", "observations", "events")
    wanted = {"v_visits", "v_trade", "v_investment", "v_people_exchange", "v_oda", "v_timeline"}
    wanted |= {f"v_{kind}_{name}" for kind in ("latest", "history") for name in facts}
    made = {view.name for view in views() if view.kind == "view"}
    assert wanted <= made
    for name in made:
        is_empty = name in {"v_investment", "v_people_exchange", "v_oda"}  # the sample tells of trade alone
        assert bool(query(out, f"FROM {name}")) != is_empty


def test_views_name_what_the_tables_have_codes_for(out: Path) -> None:
    assert query(out, "SELECT from_name, to_name, person, document_date, is_latest FROM v_visits") == [
        ("Japan", "Mongolia", "S. Uno", "2014-09-01", True)
    ]
    assert query(out, "SELECT kind, areas, what FROM v_timeline ORDER BY date_start") == [
        ("diplomatic_relations", "Japan, Mongolia", "Relations since 1972."),
        ("visit", "Japan → Mongolia", "S. Uno"),
    ]
    assert query(out, "SELECT area_name('XKX'), area_name('QQQ')") == [("Kosovo", "QQQ")]


def test_indicators_named_in_views_are_indicators() -> None:
    import re

    named = {word for view in views() if "indicator IN" in view.sql for word in re.findall(r"'(\w+)'", view.sql)}
    assert named <= schemas.indicators().keys()
    assert len(named) > 15


def test_the_same_input_gives_the_same_content(rows: Rows, texts: dict[str, str], out: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_tables(tables.build({name: rows[name] for name in reversed(rows)}), texts, other)
    for name in [*schemas.tables(), "areas", *(view.name for view in views() if view.kind == "view")]:
        assert query(out, f"FROM {name}") == query(other, f"FROM {name}")
    for what in ("tables", "columns", "constraints", "views"):
        told = f"SELECT * EXCLUDE (database_name) FROM duckdb_{what}() WHERE database_name = current_database()"
        assert query(out, told) == query(other, told)


def test_the_same_again_leaves_the_file_and_anything_else_makes_it_anew(
    rows: Rows, texts: dict[str, str], out: Path
) -> None:
    before = (out / NAME).stat()
    write_tables(tables.build(rows), texts, out)
    assert ((out / NAME).stat().st_ino, (out / NAME).stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    rows["people"] = [(*rows["people"][0][:4], "Other Name", *rows["people"][0][5:])]
    write_tables(tables.build(rows), texts, out)
    assert query(out, "SELECT display_name FROM people") == [("Other Name",)]


def test_a_damaged_or_missing_file_is_told_and_made_again(rows: Rows, texts: dict[str, str], out: Path) -> None:
    data = (out / NAME).read_bytes()
    (out / NAME).unlink()
    (out / NAME).write_bytes(data[:-1] + b"x")
    assert problems(out) == [f"{NAME} was changed"]
    write_tables(tables.build(rows), texts, out)
    assert problems(out) == []
    (out / NAME).unlink()
    assert problems(out) == [f"{NAME} is missing"]


def test_what_another_program_left_to_be_written_is_not_taken_over(
    rows: Rows, texts: dict[str, str], out: Path
) -> None:
    (out / f"{NAME}.wal").write_bytes(b"x")
    assert problems(out) == [f"{NAME}.wal is not in the manifest"]
    write_tables(tables.build(rows), texts, out)
    assert not (out / f"{NAME}.wal").exists()


def test_a_disk_that_is_full_is_no_output(
    rows: Rows, texts: dict[str, str], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise duckdb.IOException("No space left on device")

    before = sorted(os.listdir(out))
    monkeypatch.setattr(duckdb, "connect", fail)
    rows["people"] = [(*rows["people"][0][:4], "Other Name", *rows["people"][0][5:])]
    with pytest.raises(tables.OutputError, match="No space left"):
        write_tables(tables.build(rows), texts, out)
    assert sorted(os.listdir(out)) == before
    assert os.listdir(out.parent) == ["out"]


LITTLE, MORE = duckdb.OutOfMemoryException("as asked"), duckdb.TransactionException("failed to pin block")


@pytest.mark.parametrize(
    ("size", "fails", "error", "enough"),
    [
        (1, "", LITTLE, 64),
        (1 << 30, "blocks", LITTLE, 128),
        (1, "blocks", MORE, 256),
        (1, "changes", LITTLE, 128),
    ],
)
def test_parts_and_a_share_of_memory_that_does_not_do_change_nothing(
    rows: Rows,
    texts: dict[str, str],
    out: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: int,
    fails: str,
    error: duckdb.Error,
    enough: int,
) -> None:
    write = Database._write

    def within_limits(database: Database) -> None:
        if fails and database.megabytes < enough and fails in database.waiting:
            database._connection.execute("BEGIN")
            raise error
        write(database)

    monkeypatch.setattr(Database, "_write", within_limits)
    monkeypatch.setattr("pipeline.tables.duckdb_file.TOGETHER", size)
    write_tables(tables.build(rows), texts, tmp_path / "other")
    for name in schemas.tables():
        assert query(out, f"FROM {name}") == query(tmp_path / "other", f"FROM {name}") != []


def test_no_table_at_all_is_a_database_too(tmp_path: Path) -> None:
    write_tables(tables.build({}), {}, tmp_path / "out")
    assert query(tmp_path / "out", "FROM v_timeline") == query(tmp_path / "out", "FROM v_latest_visits") == []


def test_frames_and_database_agree_on_missing_values(rows: Rows, texts: dict[str, str], out: Path) -> None:
    frame = tables.build(rows)["visits"]
    missing = {str(name) for name in frame.columns if frame[name].isna().all()}
    kept = query(out, f"SELECT * FROM visits WHERE document_id = '{DOCUMENT}'")
    assert {name for name, cell in zip(frame.columns, kept[0], strict=True) if cell is None} == missing
    assert isinstance(frame, pd.DataFrame)


def test_a_share_of_memory_that_really_does_not_do_is_doubled(
    rows: Rows, texts: dict[str, str], out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.tables.duckdb_file.MEGABYTES", 1)
    write_tables(tables.build(rows), texts, tmp_path / "other")
    assert query(out, "FROM visits") == query(tmp_path / "other", "FROM visits") != []


@pytest.mark.parametrize("size", [1, 1 << 30], ids=["at the end", "as soon as they can"])
def test_rows_wait_for_documents_of_later_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    sheets = [f"mofa-japan/mng/201{year}" for year in (4, 5, 6)]
    pairs = [sheets[:2], [sheets[0], sheets[2]]]
    made = tables.build(
        {
            "documents": [make_row("documents", document_id=name) for name in sheets],
            "changes": [make_row("changes", from_document_id=one, to_document_id=other) for one, other in pairs],
        }
    )
    write_tables(made, dict.fromkeys(sheets, ""), tmp_path / "out")
    monkeypatch.setattr("pipeline.tables.duckdb_file.TOGETHER", size)
    database = Database(tmp_path / NAME)
    parts = {name: part.arrow for name, part in print_tables(made).items()}
    written = []
    for n in range(3):
        database.add({"documents": parts["documents"].slice(n, 1)} | ({} if n else {"changes": parts["changes"]}))
        database._fill({})
        written.append(database.written["changes"])
    assert written == ([0, 0, 0] if size == 1 else [0, 1, 2])
    database.finish({"changes": tmp_path / "out" / "parquet" / "changes.parquet"})
    assert query(tmp_path, "FROM changes") == query(tmp_path / "out", "FROM changes")
    assert query(tmp_path, "SELECT to_document_id FROM changes") == [(name,) for name in sheets[1:]]
