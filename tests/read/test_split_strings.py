"""Lines that were broken at tags are whole again; others stay."""

from __future__ import annotations

import pytest

from pipeline.read.converted.lines.split_strings import read_split_strings
from pipeline.read.converted.marks.paragraphs import whole_paragraphs
from tests.each import each

SPLIT = [
    ("In\nMarch 2004\n, notes were signed.", "In March 2004, notes were signed."),
    ("Mr. Ito\nvisited Japan\n, and left.", "Mr. Ito visited Japan, and left."),
    ("Residents:\n148\n(as of May 2003)", "Residents:\n148 (as of May 2003)"),
    ("Loans:\n5\nGrants:\n6\n(FY 2010)", "Loans:\n5\nGrants:\n6\n(FY 2010)"),
    ("Trade with Japan\n(Source: Ministry of Finance)", "Trade with Japan\n(Source: Ministry of Finance)"),
    ("Minister for\n    and Regional\n, x", "Minister for\n    and Regional, x"),
    ("• Mr. Ito\nvisited\n, x", "• Mr. Ito\nvisited, x"),
]


@pytest.mark.parametrize(("text", "whole"), SPLIT, ids=[text[:20].replace("\n", " ") for text, _ in SPLIT])
def test_strings(text: str, whole: str) -> None:
    assert read_split_strings(text) == whole


@each(
    "text",
    [
        "2001 Mr. Ito\n2002 Ms. Doi\n2003 Mr. Abe",  # no line is so long
        f"{'a' * 70}\nthe {'b' * 60}\nshort words\nand more",  # there was room
        f"{'a' * 70}\nBridge",  # two lines tell no width
        f"- {'a' * 70}\nBridge {'b' * 63}\nend",
    ],
)
def test_lines_that_their_writer_broke(text: str) -> None:
    assert whole_paragraphs(text) == text
