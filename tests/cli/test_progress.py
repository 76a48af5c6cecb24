"""What is told on the way: nothing when it is quick, a moving line on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import progress
from pipeline.cli.progress import Progress
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
    code = "from pipeline.cli import progress; progress.EVERY = 0.0\nwith progress.Progress() as told:\n    told(1); told(1)\n"
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
    code = "import sys; from pipeline.cli import progress; progress.QUIET = 0.0; from pipeline.__main__ import main; sys.exit(main())"
    arguments = ["run", str(sheets), "-o", str(tmp_path / "out"), "--no-cache", "--workers", "2"]
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stderr
        assert process.stderr.readline().startswith(b"64 sheets read")
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130, told
    assert b"interrupted" in told
    assert os.listdir(tmp_path) == ["sheets"]
