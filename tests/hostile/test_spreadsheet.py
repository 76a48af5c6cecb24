"""The guarded CSV: no cell of it starts a formula, and without the guard it is the table itself."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import schemas
from pipeline.run import run
from pipeline.tables.guarded import FOLDER, guarded, guarded_lines
from pipeline.tables.manifest import problems
from tests.helpers import MONGOLIA

STARTS = tuple("=+-@\t\r\n＝＋－＠")


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))


@given(
    st.one_of(
        st.text(),
        st.builds("".join, st.tuples(st.sampled_from(["", " ", "\u00a0"]), st.sampled_from(STARTS), st.text())),
    )
)
def test_no_text_starts_a_formula(text: str) -> None:
    told = guarded(text)
    assert not told.lstrip().startswith(STARTS)
    assert not told.startswith(STARTS)
    assert told in (text, f"'{text}")


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=5))
def test_the_guard_is_all_that_differs(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    table = schemas.tables()["people"]
    cells = [[text if column.name == "main_name" else "7" for column in table.columns] for text in texts]
    path = tmp_path_factory.mktemp("t") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows([list(table.names), *cells])
    data = b"".join(guarded_lines(table, path))
    assert [row[table.names.index("main_name")] for row in rows_of(data)[1:]] == [guarded(text) for text in texts]


def test_a_run_adds_the_guarded_tables_and_a_run_without_takes_them_away(tmp_path: Path) -> None:
    sheet, out = tmp_path / "s.txt", tmp_path / "out"
    sheet.write_text(MONGOLIA.read_text("utf-8").replace("Exports", "=cmd() Exports", 1), "utf-8")
    run([sheet], out, spreadsheet_safe=True, cache=tmp_path / "cache")
    assert problems(out) == []
    for name, table in schemas.tables().items():
        exact = rows_of((out / ("refused.csv" if name == "refused" else f"csv/{name}.csv")).read_bytes())
        safe = rows_of((out / FOLDER / f"{name}.csv").read_bytes())
        for row, exact_row in zip(safe[1:], exact[1:], strict=True):
            for column, cell, true in zip(table.columns, row, exact_row, strict=True):
                is_plain = column.type in ("boolean", "decimal", "integer")
                assert cell == (true if is_plain else guarded(true))
    assert run([sheet], out, spreadsheet_safe=True, cache=tmp_path / "cache").is_unchanged
    assert not run([sheet], out, cache=tmp_path / "cache").is_unchanged
    assert not (out / FOLDER).exists()


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    table = schemas.tables()["observations"]
    path = tmp_path / "a.csv"
    row = [
        "-18581" if column.name in ("value", "char_start") else "-18581 x" if column.name == "value_printed" else ""
        for column in table.columns
    ]
    path.write_text(",".join(table.names) + "\n" + ",".join(row) + "\n", "utf-8")
    (_, told) = rows_of(b"".join(guarded_lines(table, path)))
    assert told[table.names.index("value")] == "-18581"
    assert told[table.names.index("value_printed")] == "'-18581 x"
