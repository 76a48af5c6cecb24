"""Spoilt sheets are read or refused, and what is read keeps every rule; `make torture` tries as many as wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from pipeline import sheet as sheet_module
from pipeline.extract.facts import Note
from pipeline.normalize import find_dates
from pipeline.records import BlockRow, Observation, Source, Visit
from pipeline.sheet import Sheet, read_sheet
from tests.each import each
from tests.hostile import fuzz as fuzz_module
from tests.hostile.fuzz import batches, culprits, fuzz
from tests.hostile.mutate import spoilt
from tests.hostile.sound import problems


def test_four_hundred_spoilt_sheets() -> None:
    told = fuzz(range(400))
    assert [f"{failed.source.path}: {failed.problem}" for failed in told.failures] == []
    assert told.outcomes.total() == 400
    assert told.outcomes["rows"] > 160


def test_a_seed_is_always_the_same_sheet() -> None:
    assert [spoilt(seed) for seed in range(20)] == [spoilt(seed) for seed in range(20)]
    assert len({spoilt(seed).data for seed in range(20)}) == 20


def test_lots_are_the_same_whatever_the_first_seed_is() -> None:
    assert batches(1_500, 700) == [range(700, 1_000), range(1_000, 2_000), range(2_000, 2_200)]
    assert batches(1_000, 0) == [range(1_000)]


def _one_too_long(rows: list[Observation]) -> list[Observation]:
    return [row._replace(char_end=row.char_end + row.quote.endswith(")")) for row in rows]


def _no_such_unit(rows: list[Observation]) -> list[Observation]:
    return [row._replace(unit="yen" if row.unit == "JPY" else row.unit) for row in rows]


def _two_of_an_id(rows: list[Visit]) -> list[Visit]:
    return [row._replace(visit_id=rows[0].visit_id) for row in rows]


def _no_captions(rows: list[BlockRow]) -> list[BlockRow]:
    return [row for row in rows if row.kind != "caption"]


def _raises(notes: list[Note]) -> list[Note]:
    return [note for note in notes if int(note.found or 0) >= 0]


def _never_ends(notes: list[Note]) -> list[Note]:
    while len(notes) > 1:
        pass
    return notes


def _never_the_same(notes: list[Note], calls: Iterator[int] = count()) -> list[Note]:  # noqa: B008
    return notes[next(calls) % 2 :]


# Slips put into the program: what to break, how, and the words in which it is told.
@pytest.mark.parametrize(
    ("what", "slip", "told"),
    [
        ("key_observations", _one_too_long, "quotes what does not stand there"),
        ("key_observations", _no_such_unit, "refused by its schema"),
        ("key_visits", _two_of_an_id, "refused by its schema"),
        ("block_rows", _no_captions, "characters outside of all blocks"),
        ("check", _raises, "ValueError"),
        ("check", _never_ends, "longer than"),
        ("check", _never_the_same, "read twice"),
    ],
)
def test_a_slip_is_found(what: str, slip: Callable[[Any], Any], told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    right = getattr(sheet_module, what)
    monkeypatch.setattr(sheet_module, what, lambda given: slip(right(given)))
    monkeypatch.setattr(fuzz_module, "LONGEST", 0.1)
    monkeypatch.setattr(fuzz_module, "NAMED", 1)
    lots = (fuzz(range(start, start + 16)).failures for start in range(0, 128, 16))
    found = next((found for found in lots if any(told in failed.problem for failed in found)), [])
    assert found
    assert not any("beside" in failed.problem for failed in found)


def test_what_only_shows_together_is_told_of_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    def clash(sheets: Sequence[Sheet], folder: Path) -> list[str]:
        return ["one id twice"] if len([sheet for sheet in sheets if sheet.visits]) > 1 else []

    read = [(source, sheet) for source in map(spoilt, range(64)) if isinstance(sheet := read_sheet(source), Sheet)]
    monkeypatch.setattr(fuzz_module, "problems_together", clash)
    found = culprits(read, 3)
    few = {failed.source for failed in found}
    assert 2 <= len(few) < len(read)
    assert all(failed.problem.endswith("others: one id twice") for failed in found)


# What spoilt sheets have shown: (printed, dates in it).
@pytest.mark.parametrize(
    ("printed", "dates"),
    [
        ("as of 31 AprilJune 2018", ["2018-06"]),
        ("31 MayJune 2018", ["2018-06"]),
        ("AprilJune 2018", ["2018-06"]),
    ],
)
def test_months_that_touch(printed: str, dates: list[str]) -> None:
    assert [found.value.edtf for found in find_dates(printed)] == dates


# Rows whose line was told wrongly when a label, a header or a caption shared their block.
@pytest.mark.parametrize(
    "lines",
    [
        "Basic Data\nDiplomatic |\nMarch |\nEstablishment of diplomatic relations |\nSeptember |",
        "Investment from Japan:\n1993.7 Movement)\nFrom Kenya to Japan\nYear Name\n  â€¢ Cultural grants (1998)",
    ],
)
def test_lines_of_what_shares_a_block(lines: str) -> None:
    sheet = read_sheet(Source("x.txt", f"Japan-Kenya Relations\nTrade with Japan\nBasic Data\n{lines}\n".encode()))
    assert isinstance(sheet, Sheet)
    assert list(problems(sheet)) == []


@each(
    ("printed", "published"),
    [
        ("February 2009", "2009-02"), ("February 2009~", None), ("around 2009", None), ("2009-2010", None), ("2009~", None),
        ("about February 2009", None), ("the 1990s", None), ("February 3, 2009", "2009-02-03"),
    ],
)  # fmt: skip
def test_a_page_is_of_a_plain_date_or_of_none(printed: str, published: str | None) -> None:
    lines = f"Japan-Kenya Relations\n{printed}\n\nTrade with Japan\n\n  • Exports: 3 billion yen (2008)\n"
    sheet = read_sheet(Source("x.txt", lines.encode()))
    assert isinstance(sheet, Sheet)
    assert sheet.document.published == published
    assert ("undated" in sheet.id) == (published is None)
