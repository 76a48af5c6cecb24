"""Both engines do the same work, in order; what fails, hangs or dies costs itself and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.engine import Engine, Failure
from pipeline.engine.here import Here
from pipeline.engine.workers import Workers
from pipeline.run import run, running
from tests.helpers import FIXTURES, LOOSE, ROOT

SHEETS = [FIXTURES / "sheets"]


def treat(item: str) -> str:
    """A function that does what its item says."""
    match item:
        case "raise":
            raise ValueError("as asked")
        case "die":
            os._exit(7)
        case "hang":
            time.sleep(60)
        case "toil":
            sum(range(1 << 40))  # one call, within which no handler of a signal runs
        case "wait":
            time.sleep(0.9)
        case "hog":
            return str(len(bytearray(8 << 30)))
    return item.upper()


@pytest.fixture(scope="module")
def workers() -> Iterator[Engine]:
    engine = Workers(2, megabytes=2048)
    with running(engine):
        yield engine


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run without workers."""
    out = tmp_path_factory.mktemp("usual") / "outputs"
    run(SHEETS, out, workers=1)
    return out


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who only waits is given no longer than who works."""
    for engine in ("here", "workers"):
        monkeypatch.setattr(f"pipeline.engine.{engine}.PATIENCE", 1)


def test_results_come_in_the_order_of_the_items(workers: Engine) -> None:
    items = [f"item {n}" for n in range(50)]
    for engine in (Here(), workers):
        assert list(engine.map(treat, iter(items))) == [item.upper() for item in items]


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("raise", "as asked"),
        ("die", "its worker died"),
        ("hang", "longer than 1 s"),
        ("toil", "longer than 1 s"),
        ("hog", "MemoryError"),
    ],
)
@pytest.mark.usefixtures("impatient")
def test_one_bad_item_costs_itself(workers: Engine, item: str, told: str) -> None:
    results = list(workers.map(treat, ["a", "b", item, "c", "d"], seconds=1))
    assert [one for one in results if not isinstance(one, Failure)] == ["A", "B", "C", "D"]
    assert isinstance(results[2], Failure)
    assert told in results[2].reason


@pytest.mark.parametrize(("item", "told"), [("raise", "as asked"), ("hang", "longer than 0.5 s")])
@pytest.mark.usefixtures("impatient")
def test_without_workers_too(item: str, told: str) -> None:
    results = list(Here().map(treat, ["a", item, "b"], seconds=0.5))
    assert [results[0], results[2]] == ["A", "B"]
    assert isinstance(results[1], Failure)
    assert told in results[1].reason


def test_a_limit_is_one_of_the_processor_and_not_of_the_clock(workers: Engine) -> None:
    for engine in (Here(), workers):
        assert list(engine.map(treat, ["wait"], seconds=0.3)) == ["WAIT"]


def test_few_items_are_under_way_at_once(workers: Engine) -> None:
    taken = 0

    def items() -> Iterator[str]:
        nonlocal taken
        for n in range(1000):
            taken += 1
            yield f"item {n}"

    results = workers.map(treat, items())
    next(results)
    assert taken <= 10
    results.close()  # type: ignore[attr-defined]


def test_the_tables_are_the_same_for_any_number_of_workers(usual: Path, tmp_path: Path) -> None:
    run(SHEETS, tmp_path / "other", workers=2)
    assert differing(usual, tmp_path / "other") == []


@pytest.mark.parametrize("size", [5, 1000])
def test_the_tables_are_the_same_for_any_size_of_part(
    usual: Path, tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.collection.parts.SIZE", size)
    monkeypatch.setattr("pipeline.sheet.reading.BATCH_SHEETS", size)
    monkeypatch.setattr("pipeline.tables.parquet_files.ROW_GROUP", 1 << 17)
    run(SHEETS, tmp_path / "other", workers=1)
    assert differing(usual, tmp_path / "other") == []


def differing(one: Path, other: Path) -> list[str]:
    """The files of which two output folders have other bytes, or that only one of them has."""
    files = [{str(path.relative_to(top)) for path in top.rglob("*") if path.is_file()} for top in (one, other)]
    assert files[0]
    same = {name for name in files[0] & files[1] if (one / name).read_bytes() == (other / name).read_bytes()}
    return sorted(name for name in (files[0] | files[1]) - same if Path(name).name not in LOOSE)


def test_a_program_that_workers_cannot_read_is_told_so() -> None:
    """What comes on standard input cannot be read by a worker."""
    program = f"import pipeline\npipeline.run({[str(SHEETS[0])]!r}, workers=2)\n"
    told = subprocess.run([sys.executable, "-"], input=program, capture_output=True, text=True, check=False, cwd=ROOT)
    assert "ValueError: worker processes cannot be started" in told.stderr
    assert told.returncode == 1
