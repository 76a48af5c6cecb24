"""One run at a time into a folder, and a clear word for the other ones."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.tables import BusyError, OutputError
from pipeline.tables.claim import claim
from tests.helpers import MONGOLIA, ROOT

HOLDER = """import sys; from pathlib import Path; from pipeline.tables.claim import claim
with claim(Path(sys.argv[1])):
    print('held', flush=True); sys.stdin.read()"""


def start(out: Path) -> subprocess.Popen[str]:
    """A process that claims a folder and holds it until its standard input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(out)], cwd=ROOT, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def holder(out: Path) -> subprocess.Popen[str]:
    process = start(out)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_one_is_told_who_is_in(
    tmp_path: Path, factsheets: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    process = holder(tmp_path / "out")
    try:
        with pytest.raises(BusyError, match=f"process {process.pid} on "), claim(tmp_path / "out"):
            pass
        result = factsheets("run", MONGOLIA, "-o", tmp_path / "out")
        assert result.returncode == 6
        assert f"process {process.pid}" in result.stderr
        with claim(tmp_path / "other"):
            pass
    finally:
        process.kill()
        process.communicate()
    with claim(tmp_path / "out"):
        pass
    assert os.listdir(tmp_path) == []


def test_it_is_free_again_after_a_crash_and_leaves_no_file(tmp_path: Path) -> None:
    process = holder(tmp_path / "out")
    process.kill()
    process.communicate()
    with claim(tmp_path / "out"):
        assert os.listdir(tmp_path) == [".out.factsheets-lock"]
    assert os.listdir(tmp_path) == []


def test_of_many_starts_at_once_one_wins(tmp_path: Path) -> None:
    processes = [start(tmp_path / "out") for _ in range(6)]
    deadline = time.monotonic() + 60
    while sum(process.poll() is None for process in processes) > 1 and time.monotonic() < deadline:
        time.sleep(0.01)
    (winner,) = [process for process in processes if process.poll() is None]
    assert [process.communicate()[0] for process in processes if process is not winner] == [""] * 5
    assert (winner.communicate()[0], winner.returncode) == ("held\n", 0)


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    (tmp_path / ".out.factsheets-lock").symlink_to(tmp_path / "victim")
    with pytest.raises(OutputError), claim(tmp_path / "out"):
        pass
    assert (tmp_path / "victim").read_text() == "mine"
