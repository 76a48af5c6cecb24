"""Sheets as they were republished: what a run tells of them is what a reader found, row for row."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path

from pipeline.compare import changes_between, drift, in_order
from pipeline.records import Source
from pipeline.sheet import Sheet, read_sheet
from tests.each import each
from tests.helpers import FIXTURES, MONGOLIA

VERSIONS = FIXTURES / "versions"
Told = tuple[str, ...]
"""A change: from, to, table, change, column, old value, new value, print."""


@cache
def sheets() -> dict[str, Sheet]:
    made = {}
    for path in [MONGOLIA, *(path for path in sorted(VERSIONS.iterdir()) if path.suffix in (".txt", ".html"))]:
        read = read_sheet(Source(path.name, path.read_bytes()))
        assert isinstance(read, Sheet)
        made[read.id] = read
    return made


def steps() -> list[tuple[str, str]]:
    ordered = in_order((sheet.document for sheet in sheets().values()), {})
    return [pair for ids in ordered.values() for pair in pairwise(ids)]


def told(before: str, after: str) -> list[Told]:
    """The changes of one step; statements and quotes are told by their print alone."""
    old, new = sheets()[before], sheets()[after]
    prints = {row[0]: row.quote for sheet in (old, new) for rows in sheet.facts().values() for row in rows}
    made = []
    for one in changes_between("s", before, after, old.facts(), new.facts()):
        values = ("", "") if one.column in ("statement", "quote") else (one.old_value or "", one.new_value or "")
        quote = prints[one.new_row_id or one.old_row_id or ""]
        made.append((before, after, one.table, one.change, one.column or "", *values, " ".join(quote.split())))
    return made


def expected() -> list[Told]:
    with (VERSIONS / "changes.csv").open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


def differences(found: Iterable[Told], wanted: Iterable[Told]) -> list[str]:
    """What is told and nobody found (`+`), and what a reader found and is not told (`-`)."""
    left = list(wanted)
    lines = []
    for one in found:
        match = next((each for each in left if each[:-1] == one[:-1] and each[-1] in one[-1]), None)
        if match:
            left.remove(match)
        else:
            lines.append("+ " + " · ".join(one))
    return sorted([*lines, *("- " + " · ".join(each) for each in left)], key=lambda line: (line[2:], line))


def test_the_golden_file_is_about_these_versions() -> None:
    assert {row[:2] for row in expected()} == set(steps())
    assert len(steps()) == 4


@each("step", range(4))
def test_what_changed_is_what_a_reader_found(step: int) -> None:
    before, after = steps()[step]
    wrong = differences(told(before, after), [row for row in expected() if row[:2] == (before, after)])
    assert not wrong, "\n" + "\n".join(wrong)


@each("step", range(4))
def test_an_ordinary_version_is_no_new_layout(step: int) -> None:
    before, after = steps()[step]
    assert drift(sheets()[before], sheets()[after]) is None


def test_a_difference_is_readable() -> None:
    row = ("a", "b", "visits", "added", "", "", "", "2013.09 President")
    assert differences([row], []) == ["+ a · b · visits · added ·  ·  ·  · 2013.09 President"]
    assert differences([], [row]) == ["- a · b · visits · added ·  ·  ·  · 2013.09 President"]
    assert differences([row], [(*row[:-1], "President")]) == []
    assert Path(VERSIONS / "README.md").is_file()
