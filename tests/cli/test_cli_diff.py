"""`factsheets diff`: what it prints, where, and its exit code."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.run import run
from tests.helpers import FIXTURES, MONGOLIA

Command = Callable[..., subprocess.CompletedProcess[str]]
FIRST, SECOND = MONGOLIA, FIXTURES / "versions" / "mongolia-2015-10-20.txt"
IDS = ("mofa-japan/mng/2014-09-01", "mofa-japan/mng/2015-10-20")
COUNTS = "4 added, 4 removed, 3 revised, 9 updated, 4 reworded"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("versions") / "out"
    run([FIRST, SECOND], out)
    return out


@pytest.mark.parametrize("old", [FIRST, IDS[0]], ids=["file", "id"])
@pytest.mark.parametrize("new", [SECOND, IDS[1]], ids=["file", "id"])
def test_files_and_ids_tell_the_same(factsheets: Command, tables: Path, old: str | Path, new: str | Path) -> None:
    result = factsheets("diff", old, new, "-o", tables)
    assert (result.returncode, result.stderr) == (1, "")
    title, _, *lines, last = result.stdout.splitlines()
    assert title == f"{old} → {new}"
    assert last == COUNTS
    assert lines[0] == "visits  3 added, 3 removed, 1 revised, 2 reworded"
    assert lines[:3] == factsheets("diff", FIRST, SECOND).stdout.splitlines()[2:5]


def test_each_kind_says_what_it_must(factsheets: Command) -> None:
    told = [line.strip() for line in factsheets("diff", FIRST, SECOND).stdout.splitlines()]
    for first, second in [
        ("! revised  2011.01 Minister for Foreign Affairs K.GENBA",
         "office: Minister of State for National Policy → Minister for Foreign Affairs"),
        ("> updated  Total Japan-Mongolia trade: 29.5 billion yen [trade_balance]",
         "27.4 billion yen (2013) → 29.5 billion yen (2014)"),
        ("~ reworded 2000.09 Minister for Foreign Affairs L.ERDENECHULUUN", "main_name: Erdnechuluun → Erdenechuluun"),
        ("~ reworded Prime Minister Sukhbaatar BATBOLD’s visit to Japan in October 2012.",
         "was: Prime Minister Sukhbaatar BATBOLD’s visit to Japanin October 2012."),
    ]:  # fmt: skip
        assert told[told.index(first) + 1] == second
    assert "+ added    2015.10 Prime Minister S. ABE" in told
    assert "- removed  1997.02 Prime Minister M. ENKHSAIKHAN" in told


def test_a_row_with_two_columns_stands_once(factsheets: Command) -> None:
    versions = FIXTURES / "versions"
    told = factsheets("diff", versions / "montenegro-2022-08-05.txt", versions / "montenegro-2025-02-14.html").stdout
    assert told.count("residing in Japan: 21") == 1
    assert "from_area: JPN → MNE\n              to_area: MNE → JPN\n" in told


@pytest.mark.parametrize(
    ("old", "new"), [(FIRST, FIRST), (FIRST, IDS[0]), (IDS[0], IDS[0])], ids=["files", "both", "ids"]
)
def test_equal_versions_are_no_difference(factsheets: Command, tables: Path, old: str | Path, new: str | Path) -> None:
    result = factsheets("diff", old, new, "--out", tables)
    assert (result.returncode, result.stdout, result.stderr) == (0, "no differences\n", "")


def test_json_is_for_machines(factsheets: Command, tables: Path) -> None:
    result = factsheets("diff", *IDS, "-o", tables, "--json")
    assert (result.returncode, result.stderr) == (1, "")
    told = json.loads(result.stdout)
    assert (told["old"], told["new"]) == IDS
    assert len(told["changes"]) == 24
    assert {one["from_document_id"] for one in told["changes"]} == {IDS[0]}
    rank = next(one for one in told["changes"] if one["column"] == "rank")
    assert (rank["change"], rank["old_value"], rank["new_value"]) == ("revised", "12", "11")
    same = factsheets("diff", IDS[0], IDS[0], "-o", tables, "--json")
    assert (same.returncode, json.loads(same.stdout)["changes"]) == (0, [])


@pytest.mark.parametrize(("new", "code"), [(SECOND, 1), (FIRST, 0)])
def test_quiet_tells_by_the_code_alone(factsheets: Command, new: Path, code: int) -> None:
    result = factsheets("diff", FIRST, new, "-q")
    assert (result.returncode, result.stdout, result.stderr) == (code, "", "")


def test_colour_only_where_it_is_wanted(factsheets: Command) -> None:
    coloured = factsheets("diff", FIRST, SECOND, FORCE_COLOR="1", TERM="xterm").stdout
    plain = factsheets("diff", FIRST, SECOND, FORCE_COLOR="1", TERM="xterm", NO_COLOR="1").stdout
    assert "\x1b[32m" in coloured
    assert "\x1b[32m" not in plain
    assert "\x1b" not in factsheets("diff", FIRST, SECOND).stdout


def test_sheets_of_two_countries_are_compared_with_a_word(factsheets: Command) -> None:
    result = factsheets("diff", FIRST, FIXTURES / "versions" / "montenegro-2019-07-10.txt")
    assert result.returncode == 1
    assert result.stderr == "factsheets: these are no versions of one sheet: mofa-japan/mng, mofa-japan/mne\n"


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("nowhere.txt", "nowhere.txt is no file, and no document of the tables in"),
        ("mofa-japan/mng/1999", "is no file, and no document"),
        (str(FIXTURES / "versions" / "README.md"), "this is no fact sheet"),
        (str(FIXTURES / "versions"), "sheets, not one"),
        ("x" * 5000, "is no file, and no document"),
    ],
    ids=["no file", "no document", "no fact sheet", "a folder", "a long name"],
)
def test_trouble_is_told(factsheets: Command, tables: Path, old: str, told: str) -> None:
    result = factsheets("diff", old, FIRST, "-o", tables)
    assert (result.returncode, result.stdout) == (2, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("table", "damage"),
    [
        ("documents", "a,b\n1,2\n"),
        ("documents", "\0"),
        ("observations", ""),
        ("observations", '"'),
        ("observations", "document_id\nmofa-japan/mng/2014-09-01\n"),
    ],
)
def test_damaged_tables_are_trouble(factsheets: Command, tables: Path, tmp_path: Path, table: str, damage: str) -> None:
    shutil.copytree(tables, tmp_path / "out")
    (tmp_path / "out" / "csv" / f"{table}.csv").write_text(damage)
    result = factsheets("diff", IDS[0], FIRST, "-o", "out")
    assert (result.returncode, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_no_tables_are_trouble(factsheets: Command) -> None:
    result = factsheets("diff", IDS[0], FIRST)
    assert (result.returncode, result.stdout) == (2, "")
    assert f"{IDS[0]} is no file, and no document of the tables in outputs" in result.stderr
