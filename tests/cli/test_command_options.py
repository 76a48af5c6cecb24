"""What all commands have in common: their options, their streams, their colours, and how shells complete them."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer

import schemas
from pipeline.cli import app, call
from pipeline.publishers import known
from pipeline.read.limits import MEANINGS
from pipeline.run import run
from tests.each import each
from tests.helpers import FIXTURES, MONGOLIA, ROOT

COMMANDS: dict[str, Any] = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
KENYA = FIXTURES / "sheets" / "kenya-2018-04-11.txt"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Said(NamedTuple):
    """What one command line gave."""

    code: int
    out: str
    err: str


Say = Callable[..., Said]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of two versions of one sheet."""
    out = tmp_path_factory.mktemp("tables") / "outputs"
    run([MONGOLIA, FIXTURES / "versions" / "mongolia-2015-10-20.txt"], out)
    return out


@pytest.fixture
def say(
    tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], Said]:
    """Run a command line in this process, in a folder whose `outputs` are the tables of the versions."""
    (tmp_path / "outputs").symlink_to(tables)
    monkeypatch.chdir(tmp_path)

    def go(line: str, **environment: str) -> Said:
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            code = call(shlex.split(line))
        return Said(code, *capsys.readouterr())

    return go


DOCUMENT = "mofa-japan/mng/2014-09-01"
VISIT = f"{DOCUMENT}#visit-0030"
OLD, NEW = DOCUMENT, "mofa-japan/mng/2015-10-20"


class TestEveryCommand:
    @each("name", COMMANDS)
    def test_takes_the_same_options(self, name: str) -> None:
        options = {option for one in COMMANDS[name].params for option in one.opts}
        assert {"-q", "--quiet", "-v", "--verbose", "--json"} <= options

    @each("name", COMMANDS)
    def test_has_help_with_an_example(self, say: Say, name: str) -> None:
        short = say(f"{name} -h")
        assert short == say(f"{name} --help")
        assert (short.code, short.err) == (0, "")
        assert f"Example:  factsheets {name}" in short.out

    @each("name", COMMANDS)
    def test_is_told_whole_in_the_list(self, say: Say, name: str) -> None:
        (line,) = [line for line in say("").out.splitlines() if line.startswith(f"  {name} ")]
        assert line.endswith(".")
        assert not line.endswith("...")

    @each("name", COMMANDS)
    def test_is_either_quiet_or_verbose(self, say: Say, name: str) -> None:
        said = say(f"{name} -q -v x y")
        assert (said.code, said.out) == (2, "")
        assert "--quiet and --verbose exclude each other" in said.err

    def test_the_options_are_explained_once(self, say: Say) -> None:
        told = say("").out
        assert all(f"\n    {option} " in told for option in ("-q", "-v", "--json", "-h"))


DOCUMENTS = [
    f"show {VISIT}", f"diff {OLD} {NEW}", "schema", "schema visits", "verify", "explain", "explain sum_mismatch",
    "review", "sql", "sql 'SELECT 1 AS a'", f"suggest {KENYA}", f"add {MONGOLIA}", "normalize dates 2013",
    f"run {MONGOLIA} -o made --no-cache",
]  # fmt: skip


@pytest.mark.parametrize("line", DOCUMENTS)
def test_json_is_all_of_standard_output(say: Say, line: str) -> None:
    said = say(f"{line} --json")
    streams = line.startswith(("normalize", "suggest"))
    assert all(json.loads(one) for one in (said.out.splitlines() if streams else [said.out]))
    assert "\x1b" not in said.out


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("verify", 0),
        (f"diff {OLD} {NEW}", 1),
        (f"diff {OLD} {OLD}", 0),
        (f"run {MONGOLIA} -o made", 0),
        (f"add {MONGOLIA}", 0),
        (f"suggest {KENYA}", 0),
    ],
)
def test_quiet_leaves_the_exit_code(say: Say, line: str, code: int) -> None:
    assert say(f"{line} -q") == (code, "", "")


class TestShow:
    def test_json_has_the_record_its_place_and_its_findings(self, say: Say) -> None:
        told = json.loads(say(f"show {VISIT} --json").out)
        (record,) = told["records"]
        assert (record["table"], record["fields"]["visit_id"], record["fields"]["honorific"]) == ("visits", VISIT, None)
        assert isinstance(record["fields"]["line"], int)
        assert record["place"]["lines"] == [record["fields"]["quote"]]
        assert record["place"]["is_quote"] is True
        assert told["findings"] == []
        figure = json.loads(say(f"show {DOCUMENT}#observation-0001 --json").out)["records"][0]["fields"]
        assert isinstance(figure["value"], str)
        assert isinstance(figure["is_total"], bool)

    def test_a_document_has_no_place(self, say: Say) -> None:
        assert json.loads(say(f"show {DOCUMENT} --json").out)["records"][0]["place"] is None

    def test_a_text_that_is_gone(self, say: Say, tables: Path, tmp_path: Path) -> None:
        (tmp_path / "bare").mkdir()
        (tmp_path / "bare" / "csv").symlink_to(tables / "csv")
        place = json.loads(say(f"show {VISIT} --json -o bare").out)["records"][0]["place"]
        assert (place["lines"], place["is_quote"]) == (None, False)

    def test_quiet_is_the_record_alone_and_verbose_has_empty_columns(self, say: Say) -> None:
        bare = say(f"show {VISIT} -q").out
        assert bare.startswith("  visit_id ")
        assert not {"honorific", "findings:", "│"} & set(bare.split())
        whole = [line.split()[0] for line in say(f"show {VISIT} -v").out.splitlines()[1:] if line.startswith("  ")]
        assert set(schemas.tables()["visits"].names) <= set(whole)


class TestSchema:
    def test_names_alone(self, say: Say) -> None:
        assert say("schema -q").out.splitlines() == list(schemas.tables())
        assert say("schema visits -q").out.splitlines() == list(schemas.tables()["visits"].names)

    def test_verbose_has_every_list(self, say: Say) -> None:
        assert "list `rule`" in say("schema findings").out
        told = say("schema findings -v", COLUMNS="100000").out
        assert all(rule in told for rule in schemas.rules())
        told = say("schema -v").out
        assert all(f"\n{column}  " in told for column in ("visit_id", "finding_id", "block"))

    def test_json_has_units_and_values(self, say: Say) -> None:
        tables = {table["name"]: table for table in json.loads(say("schema --json").out)}
        assert list(tables) == list(schemas.tables())
        units = {column["name"]: column["unit"] for table in tables.values() for column in table["columns"]}
        assert units == {column.name: column.unit for one in schemas.tables().values() for column in one.columns}
        values = {column["name"]: column["values"] for column in tables["findings"]["columns"]}
        assert values["severity"] == schemas.closed_list("severity")


class TestVerify:
    def test_each_file(self, say: Say) -> None:
        told = json.loads(say("verify --json").out)
        assert (told["folder"], told["problems"]) == ("outputs", [])
        assert {"csv/visits.csv", "factsheets.duckdb"} <= set(told["files"])
        assert say("verify -v").out.splitlines() == [f"{file} is as it was written" for file in told["files"]]

    @pytest.mark.parametrize("option", ["", "-q", "-v", "--json"])
    def test_what_is_wrong_is_told_always(self, say: Say, option: str) -> None:
        said = say(f"verify nowhere {option}")
        assert said.code == 1
        assert "nowhere/manifest.json cannot be read: no run has finished here" in said.err


def test_diff_tells_the_rows(say: Say) -> None:
    plain, verbose = (say(f"diff {OLD} {NEW} {option}").out for option in ("", "-v"))
    assert "#" not in plain
    assert f"{' ' * 14}{OLD}#visit-" in verbose
    assert re.search(rf"^ {{14}}{OLD}#\S+ → {NEW}#\S+$", verbose, re.M)


def test_explain_in_few_and_many_words(say: Say) -> None:
    rules = schemas.rules()
    assert say("explain -q").out.splitlines() == list(rules)
    assert say("explain sum_mismatch -q").out == f"{rules['sum_mismatch'].description}\n"
    told = say("explain -v").out
    assert all(rule.action in told for rule in rules.values())
    assert json.loads(say("explain sum_mismatch --json").out) == [rules["sum_mismatch"]._asdict()]


class TestSql:
    QUERY = "sql 'SELECT 1 AS a UNION ALL SELECT 2 ORDER BY a'"

    def test_bare_rows(self, say: Say) -> None:
        assert say(f"{self.QUERY} -q").out == "1\n2\n"
        assert say(f"{self.QUERY} -q --format csv").out == "1\n2\n"

    @pytest.mark.parametrize("form", ["table", "csv", "json"])
    def test_the_rows_are_counted(self, say: Say, form: str) -> None:
        assert say(f"{self.QUERY} -v --format {form}").err == "2 rows\n"

    def test_json_is_short_for_a_format(self, say: Say) -> None:
        assert say(f"{self.QUERY} --json") == say(f"{self.QUERY} --format json")

    @pytest.mark.parametrize("form", ["csv", "json"])
    def test_what_programs_read_is_utf_8(self, tables: Path, form: str) -> None:
        line = [
            sys.executable,
            "-m",
            "pipeline",
            "sql",
            "SELECT chr(233) || chr(26085) AS a",
            "-o",
            str(tables),
            "--format",
            form,
        ]
        environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
        told = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, check=True).stdout.decode("utf-8")
        assert "é日" in told

    @pytest.mark.parametrize(("most", "told"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
    def test_the_number_of_rows_is_told(self, say: Say, most: int, told: str) -> None:
        assert say(f"sql -v 'SELECT visit_id FROM visits LIMIT {most}'").err == f"{told}\n"

    def test_what_can_be_asked(self, say: Say) -> None:
        told = json.loads(say("sql --json").out)
        assert say("sql -q").out.splitlines() == [*told["tables"], *(view["call"] for view in told["views"])]
        assert "SELECT" in say("sql -v").out


def test_review_lists_what_it_would_ask(say: Say) -> None:
    waiting = json.loads(say("review --json").out)
    assert {finding["severity"] for one in waiting for finding in one["findings"]} == {"warning"}
    assert all(len(one["records"]) == 1 for one in waiting)


def test_review_says_what_it_wrote_when_a_person_leaves(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "raw").mkdir()
    monkeypatch.setattr(sys, "stdin", io.StringIO("k\n\n\n"))
    said = say("review")
    assert (said.code, said.out.strip()) == (130, "")
    assert "\n1 written to raw/corrections.toml; `factsheets run` applies them\n" in said.err
    assert (tmp_path / "raw" / "corrections.toml").read_text("utf-8").count("[[correction]]") == 1


def test_review_says_when_it_cannot_write(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("k\n\n\n"))
    said = say("review")
    assert said.code == 7
    assert "factsheets: raw/corrections.toml cannot be written: No such file or directory\n" in said.err


@each("command", ["show x", "review", "review --json"])
def test_no_tables_are_told_with_what_makes_them(say: Say, command: str) -> None:
    said = say(f"{command} -o nowhere")
    assert (said.code, said.out) == (5, "")
    assert said.err == "factsheets: no tables in nowhere (nowhere/csv): `factsheets run` makes them\n"


@each(
    ("line", "told"),
    [
        ("explain sum", "no rule 'sum'; near: sum_mismatch"),
        ("explain sum_mismatsh", "no rule 'sum_mismatsh'; near: sum_mismatch"),
        ("explain xyz", "no rule 'xyz'; `factsheets explain` lists them"),
        ("schema vis", "no table 'vis'; near: visits"),
        ("schema xyz", "no table 'xyz'; `factsheets schema` lists them"),
        (f"show {VISIT[:-1]}", f"no record '{VISIT[:-1]}' in outputs; near: {VISIT}, {VISIT[:-1]}1, {VISIT[:-1]}2"),
        ("show xyz", "no record 'xyz' in outputs; `factsheets sql` finds ids"),
    ],
)
def test_a_name_that_is_none_leads_to_one_that_is(say: Say, line: str, told: str) -> None:
    assert say(line) == (2, "", f"factsheets: {told}\n")


@pytest.mark.parametrize(
    ("file", "command"), [("sources.toml", "fetch"), ("corrections.toml", "review"), ("people.toml", "run -o made")]
)
def test_a_damaged_file_is_named_with_its_line(say: Say, tmp_path: Path, file: str, command: str) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / file).write_text("\n[[source]\n")
    said = say(command)
    assert (said.code, said.out) == (5, "")
    assert said.err.startswith(f"factsheets: raw/{file}: this is no TOML: ")
    assert "at line 2" in said.err
    assert "correct it" in said.err


def test_a_scheduler_needs_its_engine(say: Say) -> None:
    said = say(f"run {MONGOLIA} --scheduler tcp://127.0.0.1:1")
    assert said.code == 2
    assert "--scheduler needs --engine dask" in said.err


def test_suggest_names_what_it_could_not_read(say: Say, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    assert say("suggest nowhere.txt -q") == (5, "", "nowhere.txt: no such file or folder (document_rejected)\n")
    said = say(f"suggest empty.txt {KENYA} -q")
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith("empty.txt: ")


def test_suggest_tells_all_places_when_asked(say: Say, tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"new{n}.txt").write_text(
            f"{MONGOLIA.read_text('utf-8')}\n\nFootball {n}:\n\nChess club:\n", "utf-8"
        )
    line = "suggest new0.txt new1.txt new2.txt new3.txt new4.txt"
    (few,), (all_of_them,) = (
        [one for one in say(f"{line} {option}").out.splitlines() if '"chess club"' in one] for option in ("", "-v")
    )
    assert (few.count(".txt:"), all_of_them.count(".txt:")) == (3, 5)
    told = {one["key"]: one for one in map(json.loads, say(f"{line} --json").out.splitlines())}
    assert len(told["chess club"]["places"]) == told["chess club"]["times"] == 5


def test_add_tells_what_is_new_and_more_when_asked(say: Say) -> None:
    assert "mofa-japan/mng: new (raw/mofa-japan/mng/" in say(f"add {MONGOLIA}").err
    assert say(f"add {MONGOLIA}").err == "1 seen\n"
    assert f"{MONGOLIA.name}: seen (raw/" in say(f"add {MONGOLIA} -v").err


@pytest.mark.parametrize("words", ["-h", "--help", "dates -h", "-h dates 2013"])
def test_normalize_has_help(say: Say, words: str) -> None:
    assert say(f"normalize {words}").out.startswith("Usage: factsheets normalize")


def test_normalize_takes_options_anywhere_and_other_dashes_as_text(say: Say) -> None:
    said = say("normalize amounts -5 -v -27.9h --json -- -q -h")
    assert [json.loads(line)["input"] for line in said.out.splitlines()] == ["-5", "-27.9h", "-q", "-h"]


class TestCompletion:
    """The protocol that the scripts for the shells speak."""

    @staticmethod
    def offered(say: Say, shell: str, line: str) -> list[str]:
        words = line.split(" ")
        environment = {
            "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
            "zsh": {"_TYPER_COMPLETE_ARGS": line},
            "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        }[shell]
        told = say("", _FACTSHEETS_COMPLETE=f"complete_{shell}", **environment)
        assert told.err == ""
        if shell == "zsh":
            inner = re.fullmatch(r"_arguments '\*: :\(\((.*)\)\)'\n", told.out, re.S)
            lines = inner[1].splitlines() if inner else []
            assert all(re.fullmatch(r'"[^"]+"(:"[^"]+")?', one) for one in lines)
            return [one.split('"')[1] for one in lines]
        return [one.partition("\t")[0] for one in told.out.splitlines() if one]

    @each("shell", ["bash", "zsh", "fish"])
    @each(
        ("line", "expected"),
        [
            ("factsheets ", list(COMMANDS)),
            ("factsheets s", [name for name in COMMANDS if name.startswith("s")]),
            ("factsheets explain ", list(schemas.rules())),
            ("factsheets explain sum", ["sum_mismatch"]),
            ("factsheets schema ", list(schemas.tables())),
            ("factsheets normalize ", ["dates", "amounts", "names", "areas"]),
            ("factsheets run --engine ", ["local", "dask"]),
            ("factsheets run --limit ", [f"{name}=" for name in MEANINGS]),
            ("factsheets sql --format ", ["table", "csv", "json"]),
            ("factsheets add x.html --publisher ", [one.id for one in known()]),
            ("factsheets show mofa-japan/mng/2014", [DOCUMENT]),
            (f"factsheets show {VISIT[:-1]}", [f"{VISIT[:-1]}{n}" for n in range(10)]),
            (f"factsheets diff {OLD} mofa-japan/mng/2015", [NEW]),
            ("factsheets show -o nowhere mofa", []),
        ],
    )
    def test_what_is_known_is_offered(self, say: Say, shell: str, line: str, expected: list[str]) -> None:
        assert self.offered(say, shell, line) == expected

    @pytest.mark.parametrize(
        ("shell", "words"),
        [
            ("bash", "complete -o default -F _factsheets_completion factsheets"),
            ("zsh", "compdef _factsheets_completion factsheets"),
            ("fish", "complete --command factsheets"),
        ],
    )
    def test_the_script_of_the_shell_that_is_named(
        self, say: Say, shell: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        said = say(f"--show-completion {shell}")
        assert (said.code, said.err) == (0, "")
        assert words in said.out
        assert f"_FACTSHEETS_COMPLETE=complete_{shell}" in said.out
        installed = say(f"--install-completion {shell}")
        assert (installed.code, installed.out) == (0, "")
        path = installed.err.removeprefix(f"completion for {shell} is in ").partition(": ")[0]
        assert Path(path).is_relative_to(tmp_path)
        assert words in Path(path).read_text("utf-8")

    def test_a_shell_is_needed(self, say: Say) -> None:
        assert say("--show-completion").code == say("--show-completion dash").code == 2

    @each("shell", ["bash", "zsh", "fish"])
    @each("name", COMMANDS)
    def test_options_stand_in_one_line_each(self, say: Say, shell: str, name: str) -> None:
        offered = self.offered(say, shell, f"factsheets {name} -")
        assert {"-q", "--quiet", "-v", "--verbose", "--json"} <= set(offered)
        assert all(one.startswith("-") for one in offered)

    def test_damaged_tables_offer_nothing(self, say: Say, tmp_path: Path) -> None:
        damaged = tmp_path / "damaged" / "csv"
        damaged.mkdir(parents=True)
        (damaged / "documents.csv").write_bytes(b"document_id\n\xff\n")
        (damaged / "people.csv").write_text("no,such,column\n1,2,3\n")
        assert self.offered(say, "bash", "factsheets show -o damaged x") == []


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash on this machine")
def test_a_real_bash_completes(say: Say, tmp_path: Path) -> None:
    command = tmp_path / "factsheets"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m pipeline "$@"\n')
    command.chmod(0o755)
    script = say("--show-completion bash").out
    typed = "COMP_WORDS=(factsheets explain sum); COMP_CWORD=2; _factsheets_completion ./factsheets"
    code = f'{script}\n{typed}; echo "${{COMPREPLY[@]}}"; complete -p factsheets'
    told = subprocess.run(["bash", "--norc", "-c", code], capture_output=True, text=True, check=True).stdout
    assert told == "sum_mismatch\ncomplete -o default -F _factsheets_completion factsheets\n"


class TestColours:
    """Real terminals, in this process: colours are there, and NO_COLOR takes them away."""

    @staticmethod
    def seen(monkeypatch: pytest.MonkeyPatch, line: str) -> str:
        ours, theirs = pty.openpty()
        with ThreadPoolExecutor(1) as pool, monkeypatch.context() as patch:
            reading = pool.submit(_everything, ours)
            with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
                patch.setattr(sys, "stdout", terminal)
                patch.setattr(sys, "stderr", terminal)
                call(shlex.split(line))
            return reading.result()

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            (f"run {MONGOLIA} -o made", "tables: made"),
            (f"show {VISIT}", "⟦"),
            (f"diff {OLD} {NEW}", "added"),
            ("explain", "sum_mismatch"),
            ("schema visits", "visit_id"),
            ("show nosuch", "no record 'nosuch'"),
            ("run nowhere.txt -o made", "nowhere.txt: no such file"),
        ],
    )
    def test_are_for_terminals_and_can_be_refused(
        self, say: Say, monkeypatch: pytest.MonkeyPatch, line: str, word: str
    ) -> None:
        for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "COLORTERM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TERM", "xterm-256color")
        coloured = self.seen(monkeypatch, line)
        assert word in COLOUR.sub("", coloured)
        assert COLOUR.search(coloured)
        monkeypatch.setenv("NO_COLOR", "1")
        plain = self.seen(monkeypatch, line)
        assert word in plain
        assert not COLOUR.search(plain)
        assert "\x1b" not in "".join(say(line, FORCE_COLOR="1")[1:])


def _everything(descriptor: int) -> str:
    """All that is written to a terminal until it is closed."""
    told = b""
    try:
        while some := os.read(descriptor, 65536):
            told += some
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(descriptor)
    return told.decode("utf-8")
