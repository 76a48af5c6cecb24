"""Which complaints are new: a strict run holds on these, and on no others."""

from __future__ import annotations

from pathlib import Path

from pipeline.run import run
from tests.helpers import MONGOLIA

SLIP = "Trade with Japan (2013):\n\n  • Exports: 12.3 billion\n"


def strict_run(sheet: Path, out: Path, words: str) -> int:
    sheet.write_text(words, "utf-8")
    return run([sheet], out, strict=True).exit_code


def test_only_new_warnings_hold_a_strict_run(tmp_path: Path) -> None:
    sheet, out, words = tmp_path / "mongolia.txt", tmp_path / "out", MONGOLIA.read_text("utf-8")
    assert strict_run(sheet, out, words) == 4, "the sheet has a warning, and there is no output folder yet"
    assert run([sheet], out).exit_code == 0
    assert strict_run(sheet, out, words) == 0, "the same warning is not new"
    assert strict_run(sheet, out, f"\n\n{words}") == 0, "nor when it moved"
    assert strict_run(sheet, out, words.replace("September 1, 2014", "September 1, 2015")) == 0, (
        "nor in a newer version"
    )
    before = (out / "csv" / "findings.csv").read_bytes()
    assert strict_run(sheet, out, f"{words}\n{SLIP}") == 4
    assert (out / "csv" / "findings.csv").read_bytes() == before


def test_a_refused_input_is_new_once(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    out = tmp_path / "out"
    account = run([tmp_path / "empty.txt"], out, strict=True)
    assert (account.exit_code, [one.rule for one in account.news]) == (4, ["document_rejected"])
    assert run([tmp_path / "empty.txt"], out).exit_code == 3
    assert run([tmp_path / "empty.txt"], out, strict=True).exit_code == 3
