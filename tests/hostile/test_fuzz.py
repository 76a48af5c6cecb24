"""Spoilt sheets are read or refused, and what is read keeps every rule; `make torture` tries as many as wanted."""

from __future__ import annotations

import pytest

from pipeline.normalize import find_dates
from pipeline.records import Source
from pipeline.sheet import Sheet, read_sheet
from tests.hostile.fuzz import fuzz
from tests.hostile.mutate import problems, spoilt


def test_three_hundred_spoilt_sheets() -> None:
    told = fuzz(0, 300)
    assert told.failures == []
    assert sum(told.outcomes.values()) == 300
    assert told.outcomes["rows"] > 200


def test_a_seed_is_always_the_same_sheet() -> None:
    assert [spoilt(seed) for seed in range(20)] == [spoilt(seed) for seed in range(20)]
    assert len({spoilt(seed).data for seed in range(20)}) == 20


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


@pytest.mark.parametrize(
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
