"""The committed tables are what a run over raw/ gives, byte for byte, on every machine."""

from __future__ import annotations

import difflib
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import LOOSE, ROOT

COMMITTED = ROOT / "outputs"


def written(out: Path) -> dict[str, bytes]:
    """All files of an output folder but the account of the run, which holds times, and the database, which has a number."""
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.name not in LOOSE)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def run_raw(out: Path, **environment: str) -> dict[str, bytes]:
    """The files of a run over raw/ in a process of its own."""
    command = [sys.executable, "-m", "pipeline", "run", "raw", "--out", str(out), "--quiet"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True, timeout=120)
    return written(out)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fresh") / "out"


@pytest.fixture(scope="module")
def fresh(place: Path) -> dict[str, bytes]:
    return run_raw(place)


def test_committed_tables_are_what_a_run_gives(fresh: dict[str, bytes]) -> None:
    golden = {name for name in fresh if name.startswith(("csv/", "text/"))}
    differences = [line for name in sorted(golden) for line in changed_lines(name, fresh[name])]
    kept = {
        p.relative_to(COMMITTED).as_posix()
        for part in ("csv", "text")
        for p in (COMMITTED / part).rglob("*")
        if p.is_file()
    }
    assert not differences, "see the differences, then `make golden`:\n" + "\n".join(differences[:60])
    assert kept == golden


def changed_lines(name: str, new: bytes) -> list[str]:
    """A readable difference between a committed file and a new one."""
    path = COMMITTED / name
    old = path.read_bytes() if path.exists() else b""
    before, after = (data.decode("utf-8").splitlines() for data in (old, new))
    return (
        []
        if old == new
        else list(difflib.unified_diff(before, after, f"committed/{name}", f"new/{name}", lineterm="", n=0))
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANG": "tr_TR.UTF-8"},
    ],
    ids=["seed 1, east", "seed 2, west"],
)
def test_same_bytes_whatever_the_surroundings(
    fresh: dict[str, bytes], tmp_path: Path, environment: dict[str, str]
) -> None:
    other = run_raw(tmp_path / "out", **environment)
    assert {n: hashlib.sha256(d).hexdigest() for n, d in other.items()} == {
        n: hashlib.sha256(d).hexdigest() for n, d in fresh.items()
    }


def test_a_second_run_into_the_same_folder_changes_nothing(fresh: dict[str, bytes], place: Path) -> None:
    assert run_raw(place) == fresh


def test_spans_point_at_what_they_quote(fresh: dict[str, bytes]) -> None:
    import csv
    import io

    for table in ("visits", "observations", "events"):
        for row in csv.DictReader(io.StringIO(fresh[f"csv/{table}.csv"].decode("utf-8"), newline="")):
            text = fresh[f"text/{row['document_id']}.txt"].decode("utf-8")
            assert text[int(row["char_start"]) : int(row["char_end"])] == row["quote"]
            assert text.count("\n", 0, int(row["char_start"])) + 1 == int(row["line"])
