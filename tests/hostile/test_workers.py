"""Poisoned sheets: one on which its worker raises, dies, hangs or takes all memory is refused, and all others are done."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pytest

from pipeline.engine import Engine, warm
from pipeline.engine.here import Here
from pipeline.engine.workers import Workers
from pipeline.read.limits import Limits
from pipeline.reading import Batch, read_all
from pipeline.records import Refused, Source
from pipeline.run import running

SECONDS = 2
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
def test_a_poisoned_sheet_costs_itself(poison: str, told: str) -> None:
    names = ["a", "b", "c", poison, "d", "e", "f", "g"]
    engine = Poisoned(Workers(2, megabytes=2048))
    with running(engine):
        found = outcomes(engine, names)
    assert f"the program failed on it: {told}" in found[f"{poison}.txt"].replace("it took ", "")
    del found[f"{poison}.txt"]
    assert found == {f"{name}.txt": "read" for name in names if name != poison}


@pytest.mark.parametrize("poison", ["raise", "hang"])
def test_without_workers_too(poison: str) -> None:
    found = outcomes(Poisoned(Here()), ["a", poison, "b"])
    assert found[f"{poison}.txt"].startswith("the program failed on it: ")
    assert (found["a.txt"], found["b.txt"]) == ("read", "read")
