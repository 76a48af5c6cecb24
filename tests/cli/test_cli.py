"""The commands as a user meets them: what they print, where, and their exit codes."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import pipeline
from pipeline.exits import MEANINGS
from pipeline.run import run
from tests.each import each

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "raw" / "mongolia-2014-09-01.txt"
KENYA = ROOT / "tests" / "fixtures" / "sheets" / "kenya-2018-04-11.txt"
SECONDS = re.compile(r"[0-9.]+ s\b")
Command = Callable[..., subprocess.CompletedProcess[str]]

COMMANDS = [
    "run", "show", "schema", "fetch", "add", "diff", "verify", "suggest", "normalize", "explain", "review", "sql", "publish",
]  # fmt: skip

PRESS_RELEASES = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Press Releases</title></head><body>
<div id="main"><h1>Press Releases</h1><h2>May 2014</h2><ul>
<li><a href="/press/release/1.html">Visit to Japan by the Minister of Health of Freedonia (May 14, 2014)</a></li>
<li><a href="/press/release/2.html">Grant aid of 500 million yen signed (May 9, 2014)</a></li>
<li><a href="/press/release/3.html">Statement on the situation in the region (May 2, 2014)</a></li>
</ul></div></body></html>
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the one sheet, made once."""
    out = tmp_path_factory.mktemp("made") / "outputs"
    run([SHEET], out)
    return out


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def assert_told(result: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """The exit code is right, every word stands in one line on standard error, and there is no traceback."""
    assert result.returncode == code, result.stderr
    assert "Traceback" not in result.stderr
    assert any(all(word in line for word in words) for line in result.stderr.splitlines()), result.stderr


class TestProcess:
    """Most tests give their arguments to the program in this process; one of its own, which has imported nothing yet,
    says the same."""

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("", 0),
            ("--version", 0),
            ("run --help", 0),
            ("rnu", 2),
            ("run SHEET --no-cache", 0),
            ("run SHEET empty.txt --no-cache -v --report --spreadsheet-safe", 3),
            ("run SHEET -o empty.txt/made", 7),
            ("show mofa-japan/mng/2014-09-01#visit-0030 -o OUTPUTS", 0),
            ("show any -o bug", 1),
            ("schema visits", 0),
            ("fetch", 5),
            ("add SHEET", 0),
            ("add no.html", 5),
            ("verify OUTPUTS", 0),
            ("suggest KENYA", 0),
            ("normalize amounts -18,581", 0),
            ("explain sum_mismatch", 0),
            ("review -o OUTPUTS", 130),
            ("sql -o OUTPUTS FROM\xa0v_investment", 0),
        ],
    )
    def test_of_its_own_says_the_same(
        self, factsheets: Command, process: Command, tmp_path: Path, outputs: Path, line: str, code: int
    ) -> None:
        (tmp_path / "empty.txt").touch()
        (tmp_path / "bug" / "csv").mkdir(parents=True)
        (tmp_path / "bug" / "csv" / "visits.csv").write_text("no,such,column\n1,2,3\n")
        paths = {"SHEET": SHEET, "KENYA": KENYA, "OUTPUTS": outputs}
        arguments = [paths.get(word, word) for word in line.split(" ") if word]
        told = []
        for command in (process, factsheets):
            for made in ("outputs", "raw"):
                shutil.rmtree(tmp_path / made, ignore_errors=True)
            result = command(*arguments)
            told.append((result.returncode, result.stdout, SECONDS.sub("SECONDS", result.stderr)))
        assert told[0] == told[1]
        assert told[0][0] == code


class TestHelp:
    def test_alone_says_what_it_can_do_and_what_to_do_first(self, factsheets: Command) -> None:
        result = factsheets()
        assert result.returncode == 0
        assert "First:" in result.stdout
        assert all(command in result.stdout for command in COMMANDS)

    @pytest.mark.parametrize("command", [[], ["run"]], ids=["main", "run"])
    def test_exit_codes_are_documented(self, factsheets: Command, command: list[str]) -> None:
        told = factsheets(*command, "--help").stdout
        assert all(f"  {code:>3}  {meaning}" in told for code, meaning in MEANINGS.items())

    @each("command", COMMANDS)
    def test_every_command_has_an_example(self, factsheets: Command, command: str) -> None:
        result = factsheets(command, "--help")
        assert result.returncode == 0
        assert f"Example:  factsheets {command}" in result.stdout

    def test_version(self, factsheets: Command) -> None:
        assert factsheets("--version").stdout == f"factsheets {pipeline.__version__}\n"

    @each("arguments", [[], ["--help"], ["run", "--help"], ["fetch", "--help"], ["--version"]])
    def test_help_waits_for_nothing_heavy(self, arguments: list[str]) -> None:
        heavy = {"pandas", "duckdb", "numpy", "pyarrow", "pandera", "lxml", "bs4", "pycountry", "rapidfuzz", "schemas"}
        heavy |= {"httpx", "httpcore", "psycopg"}
        code = f"from pipeline.cli import call; call({arguments}); import sys; assert not {heavy} & set(sys.modules)"
        result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stderr


class TestWrongUse:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["rnu"],
            ["run", "--colour"],
            ["run", "-q", "-v"],
            ["run", "-o", ""],
            ["run", ""],
            ["show"],
            ["schema", "vists"],
        ],
        ids=" ".join,
    )
    def test_is_2_with_a_hint_and_nothing_on_standard_output(self, factsheets: Command, arguments: list[str]) -> None:
        result = factsheets(*arguments)
        assert_told(result, 2)
        assert not result.stdout

    def test_schema_names_the_near_table(self, factsheets: Command) -> None:
        assert_told(factsheets("schema", "vists"), 2, "visits")


class TestSchema:
    def test_lists_every_table(self, factsheets: Command) -> None:
        told = factsheets("schema").stdout
        assert all(table in told for table in ["documents", "blocks", "visits", "observations", "events", "findings"])

    def test_describes_every_column(self, factsheets: Command) -> None:
        told = factsheets("schema", "visits").stdout
        assert all(column in told for column in ["visit_id", "from_area", "date_start", "quote"])


class TestRun:
    def test_one_sheet(self, factsheets: Command, tmp_path: Path) -> None:
        result = factsheets("run", SHEET, "-o", "made")
        assert_told(result, 0, "1 document")
        assert not result.stdout
        assert len(rows(tmp_path / "made", "visits")) >= 42

    def test_json_puts_the_account_on_standard_output(self, factsheets: Command) -> None:
        account = json.loads(factsheets("run", SHEET, "--json").stdout)
        assert account["documents"] == 1
        assert account["rows"]["visits"] >= 42
        assert account["refused"] == []
        assert account["written"] is True
        assert account["exit_code"] == 0

    def test_quiet_says_nothing_when_all_is_well(self, factsheets: Command) -> None:
        result = factsheets("run", SHEET, "-q")
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")

    def test_default_input_is_raw(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "raw").mkdir()
        (tmp_path / "raw" / SHEET.name).write_bytes(SHEET.read_bytes())
        assert_told(factsheets("run"), 0, "outputs")

    def test_a_reader_that_goes_away_is_no_error(self, tmp_path: Path) -> None:
        read_end, write_end = os.pipe()
        os.close(read_end)
        command = [sys.executable, "-m", "pipeline", "run", str(SHEET), "-o", str(tmp_path / "made"), "--json", "-q"]
        result = subprocess.run(command, cwd=ROOT, stdout=write_end, stderr=subprocess.PIPE, check=False)
        os.close(write_end)
        assert (result.returncode, result.stderr) == (0, b"")


class TestBadInput:
    """Each is named in one line, and the good sheet beside it gives the same rows as ever."""

    @pytest.mark.parametrize(
        ("name", "content", "code"),
        [
            ("empty.txt", b"", 3),
            ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, 3),
            ("broken.txt", b"Japan-\xff\xfe\x81 Relations \x00\x01\x02 \xff\xff\xff\xff" * 20, 3),
            ("press.html", PRESS_RELEASES.encode(), 3),
        ],
        ids=["empty", "binary", "no valid text", "press releases"],
    )
    def test_is_refused_and_the_rest_goes_on(
        self, factsheets: Command, tmp_path: Path, outputs: Path, name: str, content: bytes, code: int
    ) -> None:
        (tmp_path / name).write_bytes(content)
        assert_told(factsheets("run", SHEET, name, "-o", "made"), code, name)
        assert rows(tmp_path / "made", "visits") == rows(outputs, "visits")
        assert rows(tmp_path / "made", "observations") == rows(outputs, "observations")

    def test_missing_path_is_5_and_the_rest_goes_on(self, factsheets: Command, tmp_path: Path, outputs: Path) -> None:
        assert_told(factsheets("run", "nowhere.txt", SHEET, "-o", "made"), 5, "nowhere.txt")
        assert rows(tmp_path / "made", "visits") == rows(outputs, "visits")

    def test_missing_is_graver_than_refused(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "empty.txt").touch()
        assert factsheets("run", "empty.txt", "nowhere.txt", SHEET).returncode == 5

    def test_empty_folder_is_named(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        assert_told(factsheets("run", "folder"), 3, "folder")

    def test_web_page_that_is_no_fact_sheet(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "press.html").write_text(PRESS_RELEASES)
        assert_told(factsheets("run", "press.html", "-o", "made"), 3, "press.html", "document_rejected")
        for table in ["documents", "visits", "observations", "events"]:
            assert rows(tmp_path / "made", table) == []

    def test_same_content_twice_counts_once(self, factsheets: Command, tmp_path: Path, outputs: Path) -> None:
        for name in ["one.txt", "two.txt"]:
            (tmp_path / name).write_bytes(SHEET.read_bytes())
        result = factsheets("run", "one.txt", "two.txt", "-o", "made")
        assert_told(result, 0, "two.txt", "duplicate_document")
        assert len(rows(tmp_path / "made", "visits")) == len(rows(outputs, "visits"))
        assert "duplicate_document" in {finding["rule"] for finding in rows(tmp_path / "made", "findings")}

    def test_strict_writes_nothing_when_something_is_refused(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "press.html").write_text(PRESS_RELEASES)
        assert_told(factsheets("run", SHEET, "press.html", "-o", "made", "--strict"), 4, "strict")
        assert not (tmp_path / "made").exists()

    def test_names_cannot_colour_the_terminal(self, factsheets: Command, tmp_path: Path) -> None:
        result = factsheets("run", "\x1b[31m[/bold].txt")
        assert_told(result, 5, "[31m[/bold].txt")
        assert "\x1b" not in result.stderr


class TestBadOutput:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device on this machine")
    def test_full_standard_output_is_7(self, tmp_path: Path) -> None:
        command = [sys.executable, "-m", "pipeline", "--version"]
        with Path("/dev/full").open("w") as full:
            result = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        assert_told(result, 7, "No space left")

    def test_below_a_file_is_7_and_nothing_is_written(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        before = sorted(tmp_path.iterdir())
        assert_told(factsheets("run", SHEET, "-o", "file/made"), 7, "file/made")
        assert sorted(tmp_path.iterdir()) == before
        assert (tmp_path / "file").read_text() == "mine"

    def test_is_graver_than_a_missing_input(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert factsheets("run", "nowhere.txt", SHEET, "-o", "file/made").returncode == 7


class TestShow:
    def test_a_record_with_its_line_its_span_and_its_findings(self, factsheets: Command, outputs: Path) -> None:
        visit = rows(outputs, "visits")[0]
        result = factsheets("show", visit["visit_id"], "-o", outputs)
        assert result.returncode == 0, result.stderr
        assert visit["date"] in result.stdout
        assert f"{visit['line']:>6} │ " in result.stdout
        assert f"⟦{visit['quote'].splitlines()[0]}" in result.stdout
        assert "findings:" in result.stdout
        assert "\x1b" not in result.stdout

    def test_a_finding_is_told_with_its_record(self, factsheets: Command, outputs: Path) -> None:
        finding = next(finding for finding in rows(outputs, "findings") if finding["row_id"])
        assert finding["rule"] in factsheets("show", finding["row_id"], "-o", outputs).stdout

    def test_unknown_id_is_2_with_near_ids(self, factsheets: Command, outputs: Path) -> None:
        known = rows(outputs, "visits")[0]["visit_id"]
        result = factsheets("show", f"{known}x", "-o", outputs)
        assert_told(result, 2, known)
        assert not result.stdout

    def test_no_tables_is_5(self, factsheets: Command) -> None:
        assert_told(factsheets("show", "any", "-o", "nowhere"), 5, "nowhere", "factsheets run")


class TestSuggest:
    def test_known_sheets_need_nothing(self, factsheets: Command) -> None:
        result = factsheets("suggest", KENYA)
        assert (result.returncode, result.stdout) == (0, "# every label is known\n")

    def test_unknown_labels_as_lines_or_json(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "new.txt").write_text(KENYA.read_text("utf-8") + "\n\nFootball diplomacy:\n", "utf-8")
        assert '  "football diplomacy", # 1 time: new.txt:' in factsheets("suggest", "new.txt").stdout
        assert factsheets("suggest", "new.txt").stderr == "1 label that no data file knows, in 1 document\n"
        told = json.loads(factsheets("suggest", "new.txt", "--json").stdout)
        assert (told["key"], told["times"]) == ("football diplomacy", 1)


class TestVerify:
    def test_a_whole_folder_and_a_changed_one(self, factsheets: Command, tmp_path: Path) -> None:
        factsheets("run", SHEET, "-o", "made")
        assert_told(factsheets("verify", "made"), 0, "made is whole")
        (tmp_path / "made" / "csv" / "visits.csv").unlink()
        assert_told(factsheets("verify", "made"), 1, "csv/visits.csv is missing")
        assert_told(factsheets("verify", "nowhere"), 1, "nowhere/manifest.json")


class TestBug:
    def test_says_that_it_is_one(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "csv").mkdir()
        (tmp_path / "csv" / "visits.csv").write_text("no,such,column\n1,2,3\n")
        assert_told(factsheets("show", "any", "-o", "."), 1, "this is a bug")


class TestNotebook:
    @each(
        "imports",
        [
            "pass",
            "import pipeline.run, pipeline.read",
            "from pipeline.read import read",
            "from pipeline import run, read",
        ],
    )
    def test_run_and_read_are_functions_whatever_came_first(self, imports: str) -> None:
        code = f"{imports}\nimport pipeline, types\nfor door in (pipeline.run, pipeline.read):\n"
        code += "    assert type(door) is types.FunctionType, door"
        subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, check=True)

    def test_importing_is_cheap(self) -> None:
        code = "import pipeline, sys; assert not {'pandas', 'lxml', 'typer', 'rich'} & set(sys.modules)"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


class TestLimits:
    @pytest.mark.parametrize(
        "setting", ["nonsense=1", "tables", "tables=", "tables=0", "tables=-1", "tables=1e9", "tables=٣", "=5"]
    )
    def test_unknown_ones_are_2_with_the_list(self, factsheets: Command, setting: str) -> None:
        assert_told(factsheets("run", SHEET, "--limit", setting), 2, "--limit", "slow_page")

    def test_what_passes_one_is_refused_and_the_rest_goes_on(self, factsheets: Command) -> None:
        result = factsheets("run", SHEET, KENYA, "--limit", "document=5000", "--limit", "tables=3", "-o", "out")
        assert result.returncode == 3
        assert "over the limit of 5,000 bytes of one sheet, without containers and codings (document)" in result.stderr
