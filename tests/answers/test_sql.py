"""`factsheets sql`: what it answers, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.answers.ask import Answer, QueryError, ask, connect
from pipeline.answers.lines import csv_lines, json_lines, table_lines
from pipeline.run import run
from schemas.views import views
from tests.helpers import MONGOLIA

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made") / "outputs"
    run([MONGOLIA], out)
    return out


class TestAnswers:
    def test_a_table_for_people(self, factsheets: Command, outputs: Path) -> None:
        query = "SELECT to_name, period, value, rank FROM v_investment"
        result = factsheets("sql", query, "-o", outputs)
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout.splitlines() == [
            "to_name   period     value  rank",
            "────────  ──────  ────────  ────",
            "Mongolia  2012    34240000    12",
        ]

    def test_csv_has_what_the_tables_have(self, factsheets: Command, outputs: Path) -> None:
        told = factsheets("sql", "FROM visits ORDER BY visit_id", "-o", outputs, "--format", "csv").stdout
        assert told == (outputs / "csv" / "visits.csv").read_text("utf-8")

    def test_json_keeps_all_digits(self, factsheets: Command, outputs: Path) -> None:
        query = "SELECT value, period_start, is_total, note FROM observations WHERE unit = 'USD'"
        told = factsheets("sql", query, "-o", outputs, "--format", "json").stdout
        expected = {"value": 34240000, "period_start": "2012-01-01", "is_total": False, "note": None}
        assert json.loads(told) == [expected]

    def test_without_a_query_all_views_are_told(self, factsheets: Command) -> None:
        result = factsheets("sql")
        assert result.returncode == 0
        assert all(view.call in result.stdout for view in views())


ROWS = [("a", 1, None), ('say "x",\n', -20, True), ("日本\x1b[31m", 3, False)]


def test_the_forms_hold_the_same_cells() -> None:
    names = ("name", "number", "is_it")
    written = list(csv.reader(io.StringIO("\n".join(csv_lines(Answer(names, iter(ROWS)))), newline="")))
    assert written == [list(names), ["a", "1", ""], ['say "x",\n', "-20", "true"], ["日本\x1b[31m", "3", "false"]]
    read = json.loads("\n".join(json_lines(Answer(names, iter(ROWS)))))
    assert [tuple(row.values()) for row in read] == ROWS
    drawn = list(table_lines(Answer(names, iter(ROWS))))
    assert len(drawn) == 5
    assert "\x1b" not in "".join(drawn)


@pytest.mark.parametrize(
    "query",
    [
        "COPY visits TO '{folder}/x.csv'",
        "COPY (SELECT 1) TO '{folder}/x.parquet'",
        "EXPORT DATABASE '{folder}/x'",
        "SELECT * FROM read_text('{folder}/secret.csv')",
        "SELECT * FROM read_blob('{folder}/secret.csv')",
        "SELECT * FROM read_csv('{folder}/secret.csv')",
        "SELECT * FROM '{folder}/secret.csv'",
        "SELECT * FROM sniff_csv('{folder}/secret.csv')",
        "SELECT * FROM glob('{folder}/*')",
        "SELECT * FROM read_text('http://127.0.0.1/')",
        "INSTALL httpfs",
        "FORCE INSTALL json FROM community",
        "LOAD httpfs",
        "LOAD '{folder}/x.duckdb_extension'",
        "ATTACH '{folder}/x.duckdb'",
        "ATTACH ':memory:' AS m",
        "IMPORT DATABASE '{folder}'",
        "CREATE SECRET (TYPE s3)",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET enable_external_access",
        "SET temp_directory = '{folder}'",
        "PRAGMA profiling_output = '{folder}/x'",
        "CALL enable_logging(storage = 'file', storage_path = '{folder}/x')",
        "SELECT getenv('HOME')",
        "SELECT * FROM connection",
        "SELECT * FROM query",
        "CREATE TABLE mine (n INTEGER)",
        "CREATE VIEW mine AS SELECT 1",
        "INSERT INTO areas VALUES ('AAA', 'x')",
        "UPDATE people SET display_name = 'x'",
        "DELETE FROM visits",
        "DROP TABLE visits",
        "SELECT 1; DROP TABLE visits",
        "selec 1",
        "SELECT nosuch FROM visits",
        "SELECT 'x'::INTEGER",
        "SELECT (quote || line)::INTEGER FROM visits",
        "",
        ";",
        "\x00",
        "SELECT '\ud800'",
    ],
)
def test_what_is_no_question_is_refused_in_one_line(outputs: Path, tmp_path: Path, query: str) -> None:
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    before = {path: path.read_bytes() for path in outputs.rglob("*") if path.is_file()}
    with connect(outputs) as connection, pytest.raises(QueryError) as refused:
        list(ask(connection, query.format(folder=tmp_path)).rows)
    assert str(refused.value)
    assert "\n" not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
    assert {path: path.read_bytes() for path in outputs.rglob("*") if path.is_file()} == before


class TestTrouble:
    @pytest.mark.parametrize("query", ["COPY visits TO 'x.csv'", "SELECT\n nosuch\nFROM visits"])
    def test_a_refused_query_is_2(self, factsheets: Command, outputs: Path, tmp_path: Path, query: str) -> None:
        result = factsheets("sql", query, "-o", outputs)
        assert (result.returncode, result.stdout) == (2, "")
        assert result.stderr.startswith("factsheets: ")
        assert result.stderr.count("\n") == 1
        assert list(tmp_path.iterdir()) == []

    def test_no_database_is_5(self, factsheets: Command) -> None:
        result = factsheets("sql", "SELECT 1", "-o", "nowhere")
        assert (result.returncode, result.stdout) == (5, "")
        assert "`factsheets run` makes it" in result.stderr

    def test_what_is_no_database_is_5(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "factsheets.duckdb").write_bytes(b"x" * 5000)
        result = factsheets("sql", "SELECT 1", "-o", ".")
        assert (result.returncode, result.stdout) == (5, "")
        assert result.stderr.count("\n") == 1

    def test_two_columns_of_one_name_are_no_json(self) -> None:
        with pytest.raises(QueryError, match="AS"):
            list(json_lines(Answer(("a", "a"), iter([(1, 2)]))))
