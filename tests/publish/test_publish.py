"""`factsheets publish`, against a real server: the same rows and values, keys and words, and never a mixture of two sets."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

import schemas
from pipeline import tables
from pipeline.cli import call
from pipeline.publish import InputError, filling, publish
from pipeline.tables import BusyError, OutputError
from pipeline.tables.ddl import AREAS
from schemas.views import views
from tests.conftest import ROOT
from tests.helpers import write_tables
from tests.publish.conftest import PASSWORD
from tests.tables.sample import CELLS, DOCUMENT, TEXT, make_row

Ask = Callable[[str], list[Any]]
Command = Callable[..., subprocess.CompletedProcess[str]]

ODD = ["", "\\", "\\.", "\\N", "a\tb\nc\r\nd\x0b\x7f", "say \"x\", 'y'", "日本𠮷 é e\u0301 \u202e\ufeff", "NULL", " "]


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder whose cells are whatever a database might read as something else."""
    rows = {name: [make_row(name)] for name in CELLS}
    rows["refused"] += [make_row("refused", value=word, column=f"column {n}") for n, word in enumerate(ODD)]
    days = ["0001-01-01", "9999-12-31", "1582-10-10"]
    rows["events"] += [
        make_row("events", event_id=f"{DOCUMENT}#event-{n:04}", fact_key=f"event:{n}", date_start=day, date_end=day)
        for n, day in enumerate(days, 2)
    ]
    numbers = ["0", "-0.000000001", "99999999999999999999999999999.999999999", "31.10"]
    rows["observations"] += [
        make_row(
            "observations", observation_id=f"{DOCUMENT}#observation-{n:04}", fact_key=f"t:{n}", value=Decimal(number)
        )
        for n, number in enumerate(numbers, 2)
    ]
    first, second = f"{DOCUMENT}#visit-0001", f"{DOCUMENT}#visit-0002"
    rows["visits"] = [
        make_row("visits", visit_id=one, fact_key=one, confirmed_by=other)
        for one, other in ((first, second), (second, first))
    ]
    out = tmp_path_factory.mktemp("odd") / "out"
    write_tables(tables.build(rows), {DOCUMENT: TEXT}, out)
    return out


def ordered(rows: list[Any]) -> list[Any]:
    """Rows in one order, whatever database gave them."""
    return sorted((tuple(row) for row in rows), key=repr)


def told_schemas(ask: Ask) -> list[str]:
    query = (
        "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' AND nspname <> 'information_schema' ORDER BY 1"
    )
    return [name for (name,) in ask(query)]


def mark_of(ask: Ask) -> str:
    """The digest of the manifest of what stands."""
    ((told,),) = ask("SELECT obj_description(to_regnamespace('factsheets'), 'pg_namespace')")
    return str(json.loads(told)["factsheets"]["manifest"])


def digest_of(out: Path) -> str:
    return hashlib.sha256((out / "manifest.json").read_bytes()).hexdigest()


class TestContent:
    @pytest.mark.parametrize("folder", ["odd", "versions"])
    def test_all_values_are_those_of_parquet(
        self, request: pytest.FixtureRequest, address: str, ask: Ask, folder: str
    ) -> None:
        out = request.getfixturevalue(folder)
        published = publish(address, out)
        for table in schemas.tables().values():
            stored = pq.read_table(out / "parquet" / f"{table.name}.parquet", partitioning=None).to_pylist()
            found = ask(f"SELECT * FROM factsheets.{table.name}")
            assert ordered(found) == ordered([normal(row.values()) for row in stored]), table.name
            assert published.rows[table.name] == len(stored)

    def test_views_give_the_rows_that_they_give_in_duckdb(self, address: str, ask: Ask, versions: Path) -> None:
        publish(address, versions)
        asked = [view.name for view in views() if view.kind == "view"]
        days = ("0001-01-01", "2014-10-01", "2016-12-31", "infinity")
        asked += [f"{view.name}(DATE '{day}')" for view in views() if view.kind == "table_macro" for day in days]
        with duckdb.connect(str(versions / "factsheets.duckdb"), read_only=True) as connection:
            for name in asked:
                theirs = connection.execute(f"FROM {name}")
                columns = [column[0] for column in theirs.description or ()]
                ours = ask(f"SELECT {', '.join(columns)} FROM factsheets.{name}")
                assert ordered(ours) == ordered([normal(row) for row in theirs.fetchall()]), name
        assert sum(ask(f"SELECT count(*) FROM factsheets.{name}") > [(0,)] for name in asked) > len(asked) * 0.7

    def test_days_that_a_document_cannot_have(self, address: str, ask: Ask, odd: Path) -> None:
        publish(address, odd)
        printed = ("2014-02-30", "2014-09-XX", "2014-09/..", "XXXX-01-01", "2012-02-29")
        told = ask(f"SELECT factsheets.try_date(day) FROM unnest(ARRAY{list(printed)}) AS day")
        assert told == [(None,)] * 4 + [(date(2012, 2, 29),)]
        assert ask("SELECT factsheets.last_day('2012-02-03'), factsheets.area_name('QQQ')") == [
            (date(2012, 2, 29), "QQQ")
        ]

    def test_keys_are_kept_by_the_database(self, address: str, ask: Ask, odd: Path) -> None:
        publish(address, odd)
        query = """
        SELECT conrelid::regclass::text, contype::text, array_agg(attname::text ORDER BY n), confrelid::regclass::text
        FROM pg_constraint, unnest(conkey) WITH ORDINALITY AS key(attnum, n) JOIN pg_attribute USING (attnum)
        WHERE attrelid = conrelid AND connamespace = to_regnamespace('factsheets') GROUP BY pg_constraint.oid
        """
        kept = {(table, kind, tuple(columns), target) for table, kind, columns, target in ask(query)}
        wanted = {(f"factsheets.{one.name}", "p", one.primary_key, "-") for one in (*schemas.tables().values(), AREAS)}
        wanted |= {
            (f"factsheets.{table.name}", "f", (key.column,), f"factsheets.{key.table}")
            for table in schemas.tables().values()
            for key in table.foreign_keys
            if key.table
        }
        assert kept == {one for one in wanted if one[2]}
        assert ask("SELECT count(*) FROM pg_index WHERE NOT indisvalid") == [(0,)]

    def test_everything_is_described(self, address: str, ask: Ask, odd: Path) -> None:
        publish(address, odd)
        relations = "SELECT relname::text, obj_description(oid) FROM pg_class WHERE relkind IN ('r', 'v')"
        functions = "SELECT proname::text, obj_description(oid) FROM pg_proc"
        told = dict(ask(f"{relations} AND relnamespace = to_regnamespace('factsheets')"))
        told |= dict(ask(f"{functions} WHERE pronamespace = to_regnamespace('factsheets')"))
        wanted = {one.name: one.description for one in (*schemas.tables().values(), AREAS, *views())}
        assert told == told | wanted
        assert all(told.values())
        query = "SELECT col_description('factsheets.{}'::regclass, attnum) FROM pg_attribute WHERE attname = '{}'"
        query += " AND attrelid = 'factsheets.{}'::regclass"
        for table in schemas.tables().values():
            column = next((one for one in table.columns if one.unit), table.columns[0])
            ((words,),) = ask(query.format(table.name, column.name, table.name))
            assert words.startswith(column.description)
            assert column.unit is None or words.endswith(f"Unit: {column.unit}.")


def normal(row: Any) -> tuple[object, ...]:
    """A row with its decimals as PostgreSQL gives them: without zeros behind the last digit."""
    return tuple(
        Decimal(format(value, "f").rstrip("0").rstrip(".")) if isinstance(value, Decimal) else value for value in row
    )


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder without a row."""
    out = tmp_path_factory.mktemp("other") / "out"
    write_tables(tables.build({}), {}, out)
    return out


class TestExchange:
    def test_the_second_takes_the_place_of_the_first_and_readers_see_one_of_them(
        self, address: str, ask: Ask, odd: Path, other: Path
    ) -> None:
        import psycopg

        publish(address, odd)
        with ThreadPoolExecutor() as threads, psycopg.connect(address) as reader:
            assert reader.execute("SELECT count(*) FROM factsheets.v_timeline").fetchall() != [(0,)]
            with psycopg.connect(address) as late:
                late.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
                late.execute("SELECT 1")
                publishing = threads.submit(publish, address, other)
                wait_until_it_waits(ask)
                for name in schemas.tables():
                    (found,) = reader.execute(f"SELECT count(*) FROM factsheets.{name}").fetchall()
                    assert found != (0,)
                reader.rollback()
                assert not publishing.result().is_unchanged
                assert late.execute("SELECT count(*) FROM factsheets.areas").fetchall() > [(200,)]
            assert reader.execute("SELECT count(*) FROM factsheets.visits").fetchall() == [(0,)]
        assert told_schemas(ask) == ["factsheets", "public"]
        assert mark_of(ask) == digest_of(other)

    def test_the_same_again_touches_nothing(self, address: str, ask: Ask, odd: Path) -> None:
        query = "SELECT oid, xmin::text FROM pg_class WHERE relnamespace = to_regnamespace('factsheets') ORDER BY oid"
        assert not publish(address, odd).is_unchanged
        before = ask(query)
        again = publish(address, odd)
        assert (again.is_unchanged, ask(query)) == (True, before)
        ask("DROP VIEW factsheets.v_timeline")
        assert not publish(address, odd).is_unchanged

    def test_a_schema_may_be_named_with_a_word_of_sql(self, address: str, ask: Ask, odd: Path, other: Path) -> None:
        for out in (odd, other):
            publish(address, out, "user")
        assert ask('SELECT count(*) FROM "user".visits') == [(0,)]

    def test_what_others_may_they_may_afterwards(self, address: str, ask: Ask, odd: Path, other: Path) -> None:
        publish(address, odd)
        role = '"A Reader"'
        ask(f"CREATE ROLE {role}; GRANT USAGE ON SCHEMA factsheets TO {role}")
        ask(f"GRANT SELECT ON factsheets.v_visits TO {role}; GRANT SELECT ON factsheets.people TO PUBLIC")
        publish(address, other)
        asked = f"SET ROLE {role}; SELECT (SELECT count(*) FROM factsheets.v_visits), count(*) FROM factsheets.people"
        import psycopg

        with psycopg.connect(address) as connection:
            cursor = connection.execute(asked)
            cursor.nextset()
            assert cursor.fetchall() == [(0, 0)]
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute("SELECT FROM factsheets.visits")

    def test_readers_who_stay_leave_the_old_set(self, address: str, ask: Ask, odd: Path, other: Path) -> None:
        import psycopg

        publish(address, odd)
        with psycopg.connect(address) as reader:
            reader.execute("SELECT FROM factsheets.people")
            with pytest.raises(BusyError, match="being read"):
                publish(address, other, patience=0)
        assert mark_of(ask) == digest_of(odd)

    def test_one_at_a_time(self, address: str, odd: Path, other: Path) -> None:
        import psycopg

        publish(address, odd)
        with psycopg.connect(address) as first:
            first.execute("SELECT pg_advisory_xact_lock(hashtextextended('factsheets publish factsheets', 0))")
            with pytest.raises(BusyError, match="another one publishes"):
                publish(address, other)
            assert not publish(address, other, "elsewhere").is_unchanged


class TestWhatIsSomebodyElses:
    @pytest.mark.parametrize(
        "comment",
        ["NULL", "'ours'", "'{}'", """'{"factsheets": {"manifest": "", "program": "", "holds": ["x; DROP"]}}'"""],
    )
    def test_a_schema_of_the_name_is_refused(self, address: str, ask: Ask, odd: Path, comment: str) -> None:
        ask(f"CREATE SCHEMA factsheets; COMMENT ON SCHEMA factsheets IS {comment}")
        with pytest.raises(OutputError, match="not of this program"):
            publish(address, odd)
        assert told_schemas(ask) == ["factsheets", "public"]

    @pytest.mark.parametrize(
        ("made", "named"),
        [
            ("CREATE VIEW public.mine AS SELECT * FROM factsheets.v_visits", "view public.mine"),
            ("CREATE TABLE factsheets.mine (n integer)", "table factsheets.mine"),
        ],
    )
    def test_what_hangs_on_the_old_set_is_not_dropped(
        self, address: str, ask: Ask, odd: Path, other: Path, made: str, named: str
    ) -> None:
        publish(address, odd)
        ask(made)
        with pytest.raises(OutputError, match=named):
            publish(address, other)
        assert mark_of(ask) == digest_of(odd)


HEARING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from pipeline.__main__ import main
sys.exit(main())
"""
"""The command as it is in a terminal: what a shell starts in the background hears no Ctrl-C."""


class TestTrouble:
    """Whatever happens, the old set stands, and nothing beside it."""

    @pytest.fixture(autouse=True)
    def _old_set_stands(self, address: str, ask: Ask, odd: Path) -> Iterator[None]:
        publish(address, odd)
        yield
        assert told_schemas(ask) == ["factsheets", "public"]
        assert mark_of(ask) == digest_of(odd)

    @pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
    def test_a_client_that_dies(self, address: str, ask: Ask, other: Path, sent: signal.Signals, code: int) -> None:
        import psycopg

        with psycopg.connect(address) as reader:
            reader.execute("SELECT FROM factsheets.people")
            command = [sys.executable, "-c", HEARING, "publish", address, str(other)]
            with subprocess.Popen(
                command, env=os.environ | {"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True
            ) as client:
                wait_until_it_waits(ask)
                client.send_signal(sent)
                _, told = client.communicate(timeout=30)
            assert (client.returncode, "Traceback" in told, PASSWORD in told) == (code, False, False)
        assert ask_until(ask, f"SELECT count(*) FROM pg_stat_activity {PUBLISHER}", (0,))

    def test_a_connection_that_is_lost(self, address: str, ask: Ask, other: Path) -> None:
        import psycopg

        with ThreadPoolExecutor() as threads, psycopg.connect(address) as reader:
            reader.execute("SELECT FROM factsheets.people")
            publishing = threads.submit(publish, address, other)
            wait_until_it_waits(ask)
            ask(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity {PUBLISHER}")
            with pytest.raises(OutputError, match=r"terminat|lost|closed"):
                publishing.result()

    def test_a_server_that_refuses_in_the_middle(
        self, address: str, other: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(filling, "HELPERS", "SELECT 1 / 0")
        with pytest.raises(OutputError, match="division by zero"):
            publish(address, other)

    def test_a_folder_that_is_written_anew_on_the_way(
        self, address: str, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        out = shutil.copytree(other, tmp_path / "out")
        monkeypatch.setattr(filling, "fill", lambda *_: (out / "manifest.json").write_bytes(b"x"))
        with pytest.raises(BusyError, match="written anew"):
            publish(address, out)

    def test_a_folder_that_is_not_whole(self, address: str, other: Path, tmp_path: Path) -> None:
        out = shutil.copytree(other, tmp_path / "out")
        (out / "csv" / "people.csv").write_bytes(b"x")
        with pytest.raises(InputError, match=r"csv/people\.csv was changed"):
            publish(address, out)


PUBLISHER = "WHERE application_name = 'factsheets' AND datname = current_database()"


def wait_until_it_waits(ask: Ask) -> None:
    """Until someone who publishes has made all tables, and waits for those who read the old ones."""
    query = f"SELECT count(*) FROM pg_stat_activity {PUBLISHER} AND query LIKE 'LOCK TABLE%'"
    assert ask_until(ask, query, (1,))


def ask_until(ask: Ask, query: str, row: tuple[Any, ...]) -> bool:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if ask(query) == [row]:
            return True
        time.sleep(0.02)
    return False


Said = Callable[..., tuple[int, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """The exit code of a command in this process, and what it says on standard error; nothing on standard output."""

    def run(*arguments: object) -> tuple[int, str]:
        code = call(list(map(str, arguments)))
        told = capsys.readouterr()
        assert told.out == ""
        return code, told.err

    return run


class TestCommand:
    def test_what_it_says(self, factsheets: Command, said: Said, address: str, odd: Path) -> None:
        code, told = said("publish", address, odd, "-v")
        assert (code, told.splitlines()[0].split()) == (0, ["documents", "1"])
        assert told.splitlines()[-1].startswith("schema factsheets: ")
        assert said("publish", address, odd, "-q") == (0, "")
        again = json.loads(factsheets("publish", address, odd, "--json").stdout)
        assert (again["is_unchanged"], again["rows"]["people"], again["manifest"]) == (True, 1, digest_of(odd))

    @pytest.mark.parametrize(
        ("change", "code", "named"),
        [
            ((f":{PASSWORD}@", ":wrong-word@"), 7, "password authentication failed"),
            (("//admin", "//nobody"), 7, "password authentication failed"),
            (("?host=/", "?host=/nowhere/"), 7, "No such file"),
            (("/facts?", "/nosuch?"), 7, "does not exist"),
            (("@/", "/@"), 2, "%40"),
            (("@/", "@x@localhost/"), 2, "%40"),
            (("postgresql:", "mysql:"), 2, "postgresql://"),
            (("?host", "?nosuch"), 2, "postgresql://"),
            (("@/", "@localhost:port/"), 2, "postgresql://"),
        ],
        ids=lambda value: " to ".join(value) if isinstance(value, tuple) else str(value),
    )
    def test_an_address_that_leads_nowhere(
        self, said: Said, address: str, other: Path, change: tuple[str, str], code: int, named: str
    ) -> None:
        given, told = said("publish", address.replace(*change), other)
        assert (given, told.count("\n")) == (code, 1)
        assert named in told
        assert not any(word in told for word in (PASSWORD, "wrong-word", "s3cret"))

    def test_no_rights(self, said: Said, address: str, ask: Ask, other: Path) -> None:
        ask("CREATE ROLE guest LOGIN PASSWORD 'guest-word'")
        code, told = said("publish", address.replace(f"admin:{PASSWORD}", "guest:guest-word"), other)
        assert code == 7
        assert "permission denied for database" in told
        assert "guest-word" not in told

    @pytest.mark.parametrize(
        ("arguments", "code", "named"),
        [
            ([], 5, "no run has finished here"),
            (["--schema", "pg_x"], 2, "pg_x"),
            (["--schema", 'x"; DROP'], 2, "schema"),
            (["-q", "-v"], 2, "exclude"),
        ],
    )
    def test_wrong_use(self, said: Said, tmp_path: Path, arguments: list[str], code: int, named: str) -> None:
        pytest.importorskip("psycopg")
        given, told = said("publish", "postgresql://me:pw-word@localhost/facts", tmp_path, *arguments)
        assert given == code
        assert named in told
        assert "pw-word" not in told

    def test_without_the_library_it_says_what_to_install(self, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "psycopg", None)
        code, told = said("publish", "postgresql://localhost/facts")
        assert code == 2
        assert "pip install 'factsheets[postgresql]'" in told
