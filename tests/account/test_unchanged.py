"""A run that would give what stands there touches nothing; whatever could matter makes a new run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pipeline.account.unchanged import digest_of
from pipeline.records import Source
from pipeline.run import run
from tests.helpers import LOOSE, MONGOLIA

State = dict[str, tuple[int, int]]


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "mongolia.txt").write_bytes(MONGOLIA.read_bytes())
    (folder / "empty.txt").touch()
    return folder


def state(out: Path) -> State:
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in [out, *out.rglob("*")]}


def again(sheets: Path, tmp_path: Path) -> bool:
    """Whether a further run leaves all as it is."""
    return run([sheets], tmp_path / "out", cache=tmp_path / "cache").is_unchanged


def test_the_same_again_touches_no_file_and_tells_the_same(sheets: Path, tmp_path: Path) -> None:
    first = run([sheets], tmp_path / "out", cache=tmp_path / "cache")
    before = state(tmp_path / "out")
    second = run([sheets], tmp_path / "out", cache=tmp_path / "cache")
    assert state(tmp_path / "out") == before
    assert second.is_unchanged
    assert not first.is_unchanged
    for name, frame in first.tables.items():
        pd.testing.assert_frame_equal(second.tables[name], frame)
    told = [one._replace(tables={}, seconds=0.0, is_unchanged=False) for one in (first, second)]
    assert told[0] == told[1]


CHANGES: dict[str, Callable[[Path, Path], object]] = {
    "bytes": lambda raw, out: (raw / "mongolia.txt").write_bytes(MONGOLIA.read_bytes() + b"\n"),
    "name": lambda raw, out: (raw / "mongolia.txt").rename(raw / "mng.txt"),
    "one gone": lambda raw, out: (raw / "empty.txt").unlink(),
    "one more": lambda raw, out: (raw / "more.txt").touch(),
    "decisions": lambda raw, out: (raw / "people.toml").write_text('[[apart]]\narea = "MNG"\nnames = ["A", "B"]\nevidence = "c"\n'),
    "a table changed": lambda raw, out: (out / "csv" / "visits.csv").write_text("x"),
    "a table gone": lambda raw, out: (out / "parquet" / "visits.parquet").unlink(),
    "no database": lambda raw, out: (out / "factsheets.duckdb").unlink(),
    "a damaged database": lambda raw, out: (out / "factsheets.duckdb").write_bytes(b"x"),
    "a database written into": lambda raw, out: (out / "factsheets.duckdb.wal").write_bytes(b"x"),
    "no account": lambda raw, out: (out / "run.json").unlink(),
    "a damaged account": lambda raw, out: (out / "run.json").write_text("[1"),
    "no manifest": lambda raw, out: (out / "manifest.json").unlink(),
}  # fmt: skip


def test_whatever_matters_makes_a_new_run(sheets: Path, tmp_path: Path) -> None:
    """One change after the other, each to what the run before it left."""
    again(sheets, tmp_path)
    assert again(sheets, tmp_path)
    unseen, unsettled = [], []
    for name, change in CHANGES.items():
        change(sheets, tmp_path / "out")
        unseen += [name] if again(sheets, tmp_path) else []
        unsettled += [] if again(sheets, tmp_path) else [name]
    assert (unseen, unsettled) == ([], [])


def test_without_a_cache_every_run_is_made(sheets: Path, tmp_path: Path) -> None:
    run([sheets], tmp_path / "out")
    assert not run([sheets], tmp_path / "out").is_unchanged


def test_with_and_without_a_cache_the_bytes_are_the_same(sheets: Path, tmp_path: Path) -> None:
    for name, cache in [("with", tmp_path / "cache"), ("again", tmp_path / "cache"), ("without", None)]:
        run([sheets], tmp_path / name, cache=cache)
    for path in (tmp_path / "with").rglob("*"):
        if path.is_file() and path.name not in LOOSE:
            for other in ("again", "without"):
                assert (tmp_path / other / path.relative_to(tmp_path / "with")).read_bytes() == path.read_bytes()
    assert json.loads((tmp_path / "with" / "run.json").read_bytes())["key"]


def test_parts_of_an_input_cannot_flow_into_each_other() -> None:
    assert digest_of(Source("a", b"bc")) != digest_of(Source("ab", b"c"))
