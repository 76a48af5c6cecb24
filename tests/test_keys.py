"""Keys of facts: what they say, and that a row more changes no other row's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import Source
from pipeline.sheet import Sheet, read_sheet
from tests.each import each

HEAD = "Japan-Mongolia Relations\n\nSeptember 1, 2014\n\nVIP Visits\n\nFrom Mongolia to Japan\nYear Name\n"
ROWS = [
    "2011 Minister of Finance S. BAYARTSOGT",
    "2011 Minister of Defence L. BOLD",
    "2011 Minister for Foreign Affairs G. ZANDANSHATAR",
    "2011 Minister of Health S. LAMBAA",
    "2011 Parliamentary Delegation",
    "2011 Speaker D. DEMBEREL",
    "2012 Minister for Foreign Affairs G. ZANDANSHATAR",
]


def sheet(words: str) -> Sheet:
    read = read_sheet(Source("sheet.txt", words.encode()))
    assert isinstance(read, Sheet)
    return read


def visit_keys(rows: list[str]) -> dict[str, str]:
    return {row.quote: row.fact_key for row in sheet(HEAD + "\n".join(rows)).visits}


@given(st.permutations(ROWS), st.integers(0, len(ROWS) - 1))
def test_a_visit_more_changes_no_other_key(rows: list[str], place: int) -> None:
    less = rows[:place] + rows[place + 1 :]
    assert visit_keys(less).items() <= visit_keys(rows).items()


@each(
    ("printed", "key"),
    [
        ("2013.09 President Ts. ELBEGDORJ", "visit:table:MNG>JPN:2013-09:elbegdorj:principal"),
        ("2013.09 Prime Minister Ts. ELBEGDORJ", "visit:table:MNG>JPN:2013-09:elbegdorj:principal"),
        ("2013.09 Crown Prince", "visit:table:MNG>JPN:2013-09:crown-prince:principal"),
        ("2013.09 Parliamentary Delegation", "visit:table:MNG>JPN:2013-09:parliamentary-delegation:principal"),
    ],
)
def test_the_key_of_a_visit_says_who_where_and_when(printed: str, key: str) -> None:
    assert list(visit_keys([printed]).values()) == [key]


def test_what_nothing_tells_apart_is_numbered() -> None:
    twice = "2013.09 President Ts. ELBEGDORJ\n2013.09 President Ts. ELBEGDORJ (again)"
    keys = [row.fact_key for row in sheet(HEAD + twice).visits]
    assert keys == [f"visit:table:MNG>JPN:2013-09:elbegdorj:principal{end}" for end in ("", ":2")]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("Trade (2013):\n\n  • Exports to Mongolia: 2 billion yen", ["trade_goods:JPN>MNG:flow:2013:-"]),
        ("Trade (2013):\n\n  • Exports to Mongolia: 2 million dollars", ["trade_goods:JPN>MNG:flow:2013:-"]),
        ("Trade (2013):\n\n  • Exports: 2 billion yen\n  • Imports: 1 billion yen",
         ["trade_goods:->-:flow:2013:-:exports", "trade_goods:->-:flow:2013:-:imports"]),
    ],
)  # fmt: skip
def test_the_key_of_a_figure_says_what_it_counts(line: str, keys: list[str]) -> None:
    words = f"Japan-Mongolia Relations\n\nSeptember 1, 2014\n\nBasic Data\n\n{line}\n"
    assert [row.fact_key for row in sheet(words).observations] == keys
