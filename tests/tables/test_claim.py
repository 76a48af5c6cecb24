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

HOLDER = "import sys, time; from pathlib import Path; from pipeline.tables.claim import claim\nwith claim(Path(sys.argv[1])):\n    print('held', flush=True); time.sleep(60)"


def holder(out: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(out)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
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
    code = HOLDER.replace("time.sleep(60)", "time.sleep(3)")
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "out")], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for _ in range(6)
    ]  # fmt: skip
    started = time.monotonic()
    wins = [process.communicate()[0] for process in processes].count(b"held\n")
    assert wins == 1 or time.monotonic() - started > 3


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    (tmp_path / ".out.factsheets-lock").symlink_to(tmp_path / "victim")
    with pytest.raises(OutputError), claim(tmp_path / "out"):
        pass
    assert (tmp_path / "victim").read_text() == "mine"
