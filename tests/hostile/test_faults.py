"""Runs that are killed or find that they cannot write: the folder is whole, the next run succeeds, nothing is left behind.

A short version of what `make torture` does at length.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from pipeline.engine.scratch import scratch
from pipeline.tables import swap
from tests.helpers import ROOT


@pytest.mark.long
def test_killed_faulty_full_and_read_only() -> None:
    call = [sys.executable, "-m", "tests.hostile.faults", "4", "120"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told = [line.split(":")[0] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert told == ["kill -9", "faults", "files that cannot grow", "full disk", "read-only"]
    assert "exit 7, old" in done.stdout


def test_a_reader_never_finds_the_folder_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are exchanged by one call: no kill can fall between two."""

    def never(*_: object) -> None:
        raise AssertionError("two renames where one call does")

    monkeypatch.setattr(swap, "_rename_twice", never)
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "told").write_text(name)
    swap.put_in_place(tmp_path / "new", tmp_path / "old")
    assert [(tmp_path / name / "told").read_text() for name in ("old", "new")] == ["new", "old"]


def test_what_killed_runs_put_aside_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("left", "held", "fresh"):
        (tmp_path / f"factsheets-scratch-{name}").mkdir()
        (tmp_path / f"factsheets-scratch-{name}" / "sheets").write_bytes(b"x")
        if name != "fresh":
            os.utime(tmp_path / f"factsheets-scratch-{name}", (time.time() - 3600,) * 2)
    lock = os.open(tmp_path / "factsheets-scratch-held", os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    with scratch() as folder:
        assert folder.is_dir()
        names = {path.name for path in tmp_path.iterdir()} - {folder.name}
    os.close(lock)
    assert names == {"factsheets-scratch-held", "factsheets-scratch-fresh"}
    assert not folder.exists()
