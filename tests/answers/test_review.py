"""Findings explained, and gone through by a person whose decisions are written down and applied."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import schemas
from pipeline.beside.corrections import load_corrections
from tests.helpers import MONGOLIA

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def place(tmp_path: Path, factsheets: Command) -> Path:
    """A folder with a sheet that contradicts itself, and its tables."""
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "mongolia.txt").write_bytes(MONGOLIA.read_bytes())
    assert factsheets("run").returncode == 0
    return tmp_path


def test_a_correction_is_written_and_applied(place: Path, factsheets: Command) -> None:
    result = factsheets("review", typed="c\ndate\n2012-03\nthe text says so\nthe ministry's diary\n")
    assert "prose_table_contradiction" in result.stderr
    assert "1 written to raw/corrections.toml" in result.stderr
    (entry,) = load_corrections([place / "raw"])
    assert (entry.column, entry.correct, entry.status, entry.rule) == (
        "date",
        "2012-03",
        "confirmed",
        "prose_table_contradiction",
    )
    assert factsheets("run").returncode == 0
    with (place / "outputs" / "csv" / "visits.csv").open(encoding="utf-8", newline="") as lines:
        assert [row["date"] for row in csv.DictReader(lines) if row["correction_id"] == entry.id] == ["2012-03"]
    assert "waits for a decision" in factsheets("review").stderr


def test_a_print_that_is_right_is_kept_and_not_asked_about_again(place: Path, factsheets: Command) -> None:
    assert "1 written" in factsheets("review", typed="k\n\n\n").stderr
    assert factsheets("run").returncode == 0
    assert "no warning" in factsheets("review").stderr


@pytest.mark.parametrize("answers", ["q\n", "n\n", "c\ncolour\n"], ids=["quit", "next", "no such column"])
def test_nothing_decided_nothing_written(place: Path, factsheets: Command, answers: str) -> None:
    assert "0 written" in factsheets("review", typed=answers).stderr
    assert not (place / "raw" / "corrections.toml").exists()


def test_every_rule_is_explained(factsheets: Command) -> None:
    result = factsheets("explain")
    assert {line.split()[0] for line in result.stdout.splitlines()} == set(schemas.rules())
    told = factsheets("explain", "sum_mismatch").stdout
    assert schemas.rules()["sum_mismatch"].action in told
    assert schemas.rules()["sum_mismatch"].example in told
    wrong = factsheets("explain", "sum_mismatsh")
    assert (wrong.returncode, "sum_mismatch" in wrong.stderr) == (2, True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_commands_complete_in_the_shells(process: Command, shell: str) -> None:
    result = process("--show-completion", shell)
    assert result.returncode == 0, result.stderr
    assert "_FACTSHEETS_COMPLETE" in result.stdout.upper()
