"""What is told on the way: nothing when it is quick, a moving line on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import progress
from pipeline.progress import Progress
from tests.helpers import FIXTURES, ROOT


def test_a_quick_run_says_nothing_on_the_way(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as told:
        told(100)
    assert capsys.readouterr().err == ""


def test_elsewhere_a_line_now_and_then(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "QUIET", 0.0)
    with Progress() as told:
        told(64)
        told(64)
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("64 sheets read")
    assert second.startswith("128 sheets read")


def test_what_is_counted_is_said_and_a_rate_where_there_is_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "QUIET", 0.0)
    with Progress("sheets asked for") as told:
        told.started -= 1000
        told(3)
    assert capsys.readouterr().err == "3 sheets asked for\n"


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "QUIET", 0.0)
    with Progress(is_quiet=True) as told:
        told(64)
    assert capsys.readouterr().err == ""


def test_a_terminal_sees_a_line_that_goes_away() -> None:
    code = (
        "from pipeline import progress; progress.EVERY = 0.0\nwith progress.Progress() as told:\n    told(1); told(1)\n"
    )
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, stderr=theirs, check=True)
    os.close(theirs)
    seen = os.read(ours, 4096).decode()
    os.close(ours)
    assert "\r2 sheets read" in seen
    assert seen.endswith("\r\x1b[K")


def test_ctrl_c_stops_soon_and_leaves_the_old_tables(tmp_path: Path) -> None:
    sheets = tmp_path / "sheets"
    sheets.mkdir()
    words = (FIXTURES / "sheets" / "kenya-2018-04-11.txt").read_text("utf-8")
    for n in range(600):
        (sheets / f"kenya-{n}.txt").write_text(f"{words}\n\nItem {n}.\n", "utf-8")
    command = [sys.executable, "-m", "pipeline", "run", str(sheets), "-o", str(tmp_path / "out"), "--no-cache"]
    process = subprocess.Popen([*command, "--workers", "2"], cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(3)
    if process.poll() is None:
        os.killpg(process.pid, 2)
        _, told = process.communicate(timeout=30)
        assert process.returncode == 130, told
        assert b"interrupted" in told
        assert not (tmp_path / "out").exists()
    assert sorted(os.listdir(tmp_path)) in (["sheets"], ["out", "sheets"])
