"""Poisoned sheets: one on which its worker raises, dies, hangs or takes all memory is refused, and all others are done."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import Engine, warm
from pipeline.engine.here import Here
from pipeline.engine.workers import Workers
from pipeline.read.limits import Limits
from pipeline.records import Refused, Source
from pipeline.run import running
from pipeline.sheet.reading import Batch, read_all
from pipeline.tables import BusyError
from pipeline.tables.claim import claim
from tests.helpers import ROOT

SECONDS = 1
"""For a sheet that takes a hundredth of one where all is built that reading needs, as `pipeline.engine.warm` sees to."""


def poisoned(function: Callable[[Batch], Any], batch: Batch) -> Any:
    """Do as the name of a sheet says, before the batch is read."""
    for source in batch.sources:
        match source.path.removesuffix(".txt"):
            case "raise":
                raise ValueError("as asked")
            case "die":
                os._exit(9)
            case "hang":
                time.sleep(60)
            case "hog":
                bytearray(8 << 30)
    return function(batch)


class Poisoned:
    """An engine whose work is poisoned."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def map(
        self, function: Callable[[Any], Any], items: Iterable[Any], *, seconds: float | None = None
    ) -> Iterator[Any]:
        """See `Engine.map`."""
        return self.engine.map(partial(poisoned, function), items, seconds=seconds)

    def close(self, *, at_once: bool = False) -> None:
        """See `Engine.close`."""
        self.engine.close(at_once=at_once)


def outcomes(engine: Engine, names: list[str]) -> dict[str, str]:
    sources = [Source(f"{name}.txt", f"{warm.SHEET}\nNote {name}\n".encode()) for name in names]
    told = {}
    for result in read_all(sources, engine, None, limits=Limits(seconds=SECONDS)):
        if isinstance(result, Refused):
            told[result.source_path] = result.message
        else:
            told[result[0].source_path] = "read"
    return told


@pytest.mark.parametrize(
    ("poison", "told"),
    [
        ("raise", "ValueError: as asked"),
        ("die", "its worker died"),
        ("hang", f"longer than {SECONDS} s"),
        ("hog", "MemoryError"),
    ],
)
def test_a_poisoned_sheet_costs_itself(poison: str, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.workers.PATIENCE", 1)  # how long a worker may only wait, beside its limit
    names = ["a", "b", "c", poison, "d", "e", "f", "g"]
    engine = Poisoned(Workers(2, megabytes=2048))
    with running(engine):
        found = outcomes(engine, names)
    assert f"the program failed on it: {told}" in found[f"{poison}.txt"].replace("it took ", "")
    del found[f"{poison}.txt"]
    assert found == {f"{name}.txt": "read" for name in names if name != poison}


@pytest.mark.parametrize("poison", ["raise", "hang"])
def test_without_workers_too(poison: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.here.PATIENCE", 1)
    found = outcomes(Poisoned(Here()), ["a", poison, "b"])
    assert found[f"{poison}.txt"].startswith("the program failed on it: ")
    assert (found["a.txt"], found["b.txt"]) == ("read", "read")


def _slowly(number: int) -> int:
    time.sleep(0.1)
    return os.getpid()


def test_a_run_that_is_killed_leaves_neither_its_lock_nor_its_workers(tmp_path: Path) -> None:
    held = f"""
from pathlib import Path
from pipeline.engine.workers import Workers
from pipeline.tables.claim import claim
from tests.hostile.test_workers import _slowly
with claim(Path({str(tmp_path / "out")!r})):
    workers = Workers(2)
    print(*workers.map(_slowly, range(6)), flush=True)
    input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", held], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        assert process.stdout
        workers = {int(pid) for pid in process.stdout.readline().split()}
        with pytest.raises(BusyError), claim(tmp_path / "out"):
            pass
        process.kill()
    with claim(tmp_path / "out"):
        pass
    deadline = time.monotonic() + 60
    while any(map(is_alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert workers
    assert not any(map(is_alive, workers))


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
