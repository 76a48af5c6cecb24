"""Both engines do the same work, in order; what fails, hangs or dies costs itself and nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.engine import Engine, Failure
from pipeline.engine.here import Here
from pipeline.engine.workers import Workers
from pipeline.run import run, running
from tests.helpers import FIXTURES, LOOSE


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
            time.sleep(2)
        case "hog":
            return str(len(bytearray(8 << 30)))
    return item.upper()


@pytest.fixture(scope="module")
def workers() -> Iterator[Engine]:
    engine = Workers(2, megabytes=2048)
    with running(engine):
        yield engine


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
def test_one_bad_item_costs_itself(workers: Engine, item: str, told: str) -> None:
    results = list(workers.map(treat, ["a", "b", item, "c", "d"], seconds=1))
    assert [one for one in results if not isinstance(one, Failure)] == ["A", "B", "C", "D"]
    assert isinstance(results[2], Failure)
    assert told in results[2].reason


@pytest.mark.parametrize(("item", "told"), [("raise", "as asked"), ("hang", "longer than 0.5 s")])
def test_without_workers_too(item: str, told: str) -> None:
    results = list(Here().map(treat, ["a", item, "b"], seconds=0.5))
    assert [results[0], results[2]] == ["A", "B"]
    assert isinstance(results[1], Failure)
    assert told in results[1].reason


def test_a_limit_is_one_of_the_processor_and_not_of_the_clock(workers: Engine) -> None:
    for engine in (Here(), workers):
        assert list(engine.map(treat, ["wait"], seconds=1)) == ["WAIT"]


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


def test_the_tables_are_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    sheets = [FIXTURES / name for name in ("sheets", "holdout")]
    for count in (1, 2):
        run(sheets, tmp_path / str(count), workers=count)
    files = sorted(path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*") if path.is_file())
    assert files
    for file in files:
        if file.name not in LOOSE:
            assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes(), file


@pytest.mark.parametrize("size", [5, 1000])
def test_the_tables_are_the_same_for_any_size_of_part(
    tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    run([FIXTURES / "sheets"], tmp_path / "usual")
    monkeypatch.setattr("pipeline.parts.SIZE", size)
    monkeypatch.setattr("pipeline.reading.BATCH_SHEETS", size)
    monkeypatch.setattr("pipeline.tables.parquet_files.ROW_GROUP", 1 << 17)
    run([FIXTURES / "sheets"], tmp_path / "other")
    for path in (tmp_path / "usual").rglob("*"):
        if path.is_file() and path.name not in LOOSE:
            assert (tmp_path / "other" / path.relative_to(tmp_path / "usual")).read_bytes() == path.read_bytes(), path
