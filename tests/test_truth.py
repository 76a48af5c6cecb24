"""Whole sheets against truth made by hand: what is still missed is written down, and anything else is a failure.

`known_misses.txt` beside the sheets holds one line a miss. A new miss fails, and so does a line that no longer holds: then
the program got better and the line goes.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.run import run
from tests.helpers import FIXTURES
from tests.truth import load_truth, misses

TABLES = ("visits", "observations", "events", "findings")
FOLDERS = sorted({path.parent for path in FIXTURES.rglob("*.expected.json")})


@cache
def rows_by_sheet(folder: Path) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """The rows of one run over a folder, by source file and table."""
    tables = run([folder]).tables
    names = {row["document_id"]: Path(row["source_path"]).name for row in tables["documents"].to_dict("records")}
    rows: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: {name: [] for name in TABLES})
    for table in TABLES:
        for row in tables[table].astype(object).to_dict("records"):
            plain = {str(k): (None if v is None or v != v else v) for k, v in row.items()}
            rows[names.get(plain["document_id"], "")][table].append(plain)
    return rows


def sheets(folder: Path) -> list[Path]:
    """The truths of a folder, one a sheet."""
    return sorted(folder.glob("*.expected.json"))


@cache
def known_misses(folder: Path) -> frozenset[str]:
    path = folder / "known_misses.txt"
    return frozenset(path.read_text("utf-8").splitlines()) if path.exists() else frozenset()


def missed(folder: Path, path: Path) -> set[str]:
    truth = load_truth(path)
    if truth.get("rejected"):
        return {f"{path.name}: read, though it is no fact sheet"} if truth["source"] in rows_by_sheet(folder) else set()
    lines = misses(truth, rows_by_sheet(folder)[truth["source"]])
    open_ended = tuple(f"{table} spare" for table in truth.get("partial", ()))
    return {f"{truth['source']}: {line}" for line in lines if not (open_ended and line.startswith(open_ended))}


def problems(folder: Path, path: Path) -> list[str]:
    """What is wrong with a sheet: a miss that is not known, a known one that is none, a warning in a clean sheet."""
    truth = load_truth(path)
    found = missed(folder, path)
    known = {line for line in known_misses(folder) if line.startswith(f"{truth['source']}: ")}
    told = [f"new: {line}" for line in sorted(found - known)]
    told += [f"right now, take it out of known_misses.txt: {line}" for line in sorted(known - found)]
    if truth.get("clean"):
        findings = rows_by_sheet(folder)[truth["source"]]["findings"]
        told += [f"{path.name}: {row['message']}" for row in findings if row["severity"] != "notice"]
    return told


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.relative_to(FIXTURES)))
def test_sheets(folder: Path) -> None:
    """All sheets of a folder in one test: they are read in one run."""
    assert [line for path in sheets(folder) for line in problems(folder, path)] == []
