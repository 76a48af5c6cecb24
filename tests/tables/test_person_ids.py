"""Ids of persons in an output folder: kept from run to run, whatever sheets are added, and written as they were."""

from __future__ import annotations

import csv
from itertools import permutations
from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.tables import OutputError
from pipeline.tables.person_ids import NAME, stored_ids
from pipeline.tables.stored import stored_rows

SHEET = """Japan-{partner} Relations

{date}

VIP Visits

From {partner} to Japan
Year Name
{rows}
"""
SHEETS = {
    "a": ("Mongolia", "May 1, 2010", "2009 Minister for Foreign Affairs S. BATBOLD\n1998 President N. BAGABANDI"),
    "b": ("Mongolia", "May 1, 2014", "2009 Minister for Foreign Affairs Sukhbaatar BATBOLD\n2013 President Ts. ELBEGDORJ"),
    "c": ("Mongolia", "May 1, 2018", "1961 Minister of Trade S. BATBOLD\n2013 President Tsakhia ELBEGDORJ"),
    "d": ("Kenya", "May 1, 2018", "2008 Prime Minister Raila ODINGA\n2010 Prime Minister R. ODINGA"),
}  # fmt: skip


@pytest.fixture
def sheets(tmp_path: Path) -> dict[str, Path]:
    made = {}
    for name, (partner, date, rows) in SHEETS.items():
        made[name] = tmp_path / "raw" / f"{name}.txt"
        made[name].parent.mkdir(exist_ok=True)
        made[name].write_text(SHEET.format(partner=partner, date=date, rows=rows), "utf-8")
    return made


def bearers(out: Path) -> dict[str, str]:
    """Person by sheet, office and print."""
    return {f"{row['document_id']} {row['quote']}": row["person_id"] for row in stored_rows(out, "visits")}


def everything(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "run.json")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("order", list(permutations("abcd"))[::8], ids="".join)
def test_ids_stay_while_sheets_are_added(sheets: dict[str, Path], tmp_path: Path, order: tuple[str, ...]) -> None:
    out, known = tmp_path / "out", dict[str, str]()
    for n in range(1, len(order) + 1):
        run([sheets[name] for name in order[:n]], out)
        found = bearers(out)
        assert known.items() <= found.items()
        known = found
    assert len(set(known.values())) == 5
    assert {row["person_id"] for row in stored_rows(out, "people")} == set(known.values())


def test_a_second_run_changes_nothing_with_a_cache_or_without(sheets: dict[str, Path], tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    run([sheets["a"]], out, cache=cache)
    run(list(sheets.values()), out, cache=cache)
    first = everything(out)
    assert b"mng/batbold-s," in first[NAME]
    run(list(sheets.values()), out)
    assert everything(out) == first
    run(list(sheets.values()), out, cache=cache)
    assert everything(out) == first


def test_a_folder_without_the_file_has_its_visits(sheets: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([sheets["a"]], out)
    before = list(stored_ids(out))
    (out / NAME).unlink()
    assert list(stored_ids(out)) == before
    run([sheets["a"], sheets["b"]], out)
    assert {row["person_id"] for row in stored_rows(out, "people")} >= {"mng/batbold-s", "mng/bagabandi-n"}


@pytest.mark.parametrize(
    "damage", ["", "person_id,area\n", "x", '"', "person_id,area,status,now,mentions\na,b\n", "\0"]
)
def test_a_damaged_file_is_told_and_nothing_is_written(sheets: dict[str, Path], tmp_path: Path, damage: str) -> None:
    out = tmp_path / "out"
    run([sheets["a"]], out)
    (out / NAME).write_text(damage)
    before = everything(out)
    with pytest.raises(OutputError, match="is not as a run wrote it"):
        run([sheets["b"]], out)
    assert everything(out) == before


def test_every_id_ever_given_is_listed(sheets: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    run([sheets["a"]], out)
    run([sheets["d"]], out)
    with (out / NAME).open(encoding="utf-8", newline="") as lines:
        told = {row["person_id"]: (row["area"], row["status"], row["now"]) for row in csv.DictReader(lines)}
    assert told == {
        "ken/odinga-raila": ("KEN", "current", ""),
        "mng/bagabandi-n": ("MNG", "retired", ""),
        "mng/batbold-s": ("MNG", "retired", ""),
    }
