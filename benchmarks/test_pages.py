"""What a page costs: CPU milliseconds a page of whole runs in one process, by stage, beside peers that only parse it.

Pages are new to the program: it has read others before, so that lexicons are loaded, but never these. Rows of one long
table tell whether time grows with them and no faster.
"""

from __future__ import annotations

import io
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import lxml.html
import pandas as pd
import pytest
from bs4 import BeautifulSoup

import pipeline.sheet
import pipeline.tables
from benchmarks.generate import Made, long_sheet, sheets
from benchmarks.report import told
from pipeline.tables import printed
from pipeline.tables.output import Output

whole = import_module("pipeline.run")  # the package's own `run` is the function

PAGES, WARM, ROUNDS = 100, 40, 3
ROWS = (1_000, 10_000, 20_000, 100_000)
STAGES: dict[str, tuple[Any, tuple[str, ...]]] = {
    "read": (pipeline.sheet, ("read",)),
    "outline": (pipeline.sheet, ("outline", "is_fact_sheet")),
    "extract": (pipeline.sheet, ("extract", "tie_visits", "key_visits", "key_events", "key_observations")),
    "check": (pipeline.sheet, ("check",)),
    "persons and versions": (whole, ("give_orders",)),
    "frames": (pipeline.tables, ("build",)),
    "validate": (pipeline.tables, ("validate",)),
    "print as Arrow and CSV": (printed, ("print_tables",)),
    "write": (Output, ("add", "finish")),
}
"""Stage -> the module that calls its functions, and their names there."""
PEERS: dict[str, Callable[[bytes], object]] = {
    "lxml, parse alone": lxml.html.fromstring,
    "BeautifulSoup with lxml, parse alone": lambda data: BeautifulSoup(data, "lxml"),
    "pandas.read_html": lambda data: pd.read_html(io.BytesIO(data)),
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """CPU seconds by stage, while the functions of the stages are watched."""
    spent: dict[str, float] = defaultdict(float)
    for stage, (module, names) in STAGES.items():
        for name in names:
            monkeypatch.setattr(module, name, _watched(getattr(module, name), stage, spent))
    return spent


def _watched(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        before = time.process_time()
        try:
            return function(*arguments, **named)
        finally:
            spent[stage] += time.process_time() - before

    return call


def written(folder: Path, pages: list[Made]) -> Path:
    folder.mkdir()
    for page in pages:
        (folder / page.name).write_bytes(page.data)
    return folder


def pages_of(seed: int, count: int) -> list[Made]:
    return list(sheets(seed, count, layout="today", size="page"))


def seconds(function: Callable[[], object]) -> float:
    before = time.process_time()
    function()
    return time.process_time() - before


def test_whole_run(tmp_path: Path, clock: dict[str, float]) -> None:
    whole.run([written(tmp_path / "warm", pages_of(0, WARM))], tmp_path / "out-warm", workers=1)
    best: dict[str, float] = {}
    for number in range(1, ROUNDS + 1):
        folder = written(tmp_path / str(number), pages_of(number, PAGES))
        clock.clear()
        total = seconds(lambda folder=folder, n=number: whole.run([folder], tmp_path / f"out-{n}", workers=1))
        spent = dict(clock) | {"the rest": total - sum(clock.values()), "whole run": total}
        best = {stage: min(spent[stage], best.get(stage, spent[stage])) for stage in spent}
    for stage in (*STAGES, "the rest", "whole run"):
        told("CPU milliseconds a page", stage, best[stage] / PAGES * 1e3)


@pytest.mark.parametrize("peer", PEERS)
def test_peers(peer: str) -> None:
    datas = [page.data for page in pages_of(1, PAGES)]
    PEERS[peer](datas[0])
    told("CPU milliseconds a page", peer, min(_all(PEERS[peer], datas) for _ in range(ROUNDS)) / PAGES * 1e3)


def _all(function: Callable[[bytes], object], datas: list[bytes]) -> float:
    return seconds(lambda: [function(data) for data in datas])


@pytest.mark.parametrize("rows", ROWS)
def test_long_sheet(rows: int, tmp_path: Path) -> None:
    whole.run([written(tmp_path / "warm", pages_of(0, 3))], tmp_path / "out-warm", workers=1)
    folder = written(tmp_path / "in", [long_sheet(rows)])
    spent = seconds(lambda: whole.run([folder], tmp_path / "out", workers=1))
    told("one sheet of many visits, whole run: CPU seconds", f"{rows:,} rows", spent)
    told("one sheet of many visits, whole run: CPU microseconds a row", f"{rows:,} rows", spent / rows * 1e6)
