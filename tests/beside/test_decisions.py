"""Decisions about persons: applied last, and told when they fit nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.beside import BesideError
from pipeline.run import run

SHEET = """Japan-Fiji Relations

May 1, 2015

VIP Visits

From Fiji to Japan
Year Name
2006 Prime Minister L. QARASE
2007 Minister for Trade K. TAVOLA
2008 Minister for Trade K. TAVOLLA
"""


def persons(folder: Path, decisions: str) -> tuple[int, list[str]]:
    (folder / "a.txt").write_text(SHEET, "utf-8")
    (folder / "people.toml").write_text(decisions, "utf-8")
    tables = run([folder]).tables
    return len(tables["people"]), tables["findings"]["rule"].tolist()


def test_join(tmp_path: Path) -> None:
    before, _ = persons(tmp_path, "")
    after, rules = persons(
        tmp_path, '[[join]]\narea = "FJI"\nnames = ["K. TAVOLA", "K. TAVOLLA"]\nevidence = "the ministry\'s list"\n'
    )
    assert (before, after) == (3, 2)
    assert "decision_unmatched" not in rules


def test_a_decision_that_fits_nobody_is_told(tmp_path: Path) -> None:
    _, rules = persons(tmp_path, '[[join]]\narea = "FJI"\nnames = ["K. TAVOLA", "X. NOBODY"]\nevidence = "none"\n')
    assert "decision_unmatched" in rules


@pytest.mark.parametrize(
    "text",
    [
        "[[join",
        "[[merge]]\n",
        '[join]\narea = "FJI"\n',
        "join = [1]",
        '[[join]]\narea = "FJI"\nnames = ["one"]\nevidence = "x"\n',
    ],
)
def test_bad_files_name_what_is_wrong(tmp_path: Path, text: str) -> None:
    with pytest.raises(BesideError, match=r"people\.toml"):
        persons(tmp_path, text)
