"""What changed between two versions: each case is what was done to the Mongolia sheet, and the changes that must come out."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest

from pipeline.compare import changes_between, in_order
from pipeline.compare.changes import Rows
from pipeline.records import DocumentRow, Observation, Source, Visit
from pipeline.sheet import Sheet, read_sheet
from tests.each import each
from tests.helpers import FIXTURES, MONGOLIA

WORDS = MONGOLIA.read_text("utf-8")


def sheet(words: str) -> Sheet:
    read = read_sheet(Source("mongolia.txt", words.encode()))
    assert isinstance(read, Sheet)
    return read


def changed(old: Rows, new: Rows) -> list[tuple[str | None, ...]]:
    return [change[3:4] + change[5:9] for change in changes_between("s", "a", "b", old, new)]


CASES: dict[str, tuple[list[tuple[str, str]], list[tuple[str | None, ...]]]] = {
    "nothing": ([], []),
    "layout": ([("1989.10 Minister", "1989.10  Minister"), ("  • Japanese residents", "  •  Japanese residents")], []),
    "a later page date": ([("September 1, 2014", "October 1, 2014")], []),
    "a spelling mended": (
        [("L.ERDNECHULUUN", "L.ERDENECHULUUN")],
        [("visits", "reworded", "main_name", "Erdnechuluun", "Erdenechuluun")],
    ),
    "a name written out": (
        [("Minister for Foreign Affairs S. UNO", "Minister for Foreign Affairs Sosuke UNO")],
        [("visits", "reworded", "other_names", "S.", "Sosuke")],
    ),
    "an office corrected": (
        [("2009.07 Prime Minister S. BAYAR", "2009.07 President S. BAYAR")],
        [("visits", "revised", "office", "Prime Minister", "President")],
    ),
    "a date corrected": (
        [("2012.03 Prime Minister S. BATBOLD", "2012.10 Prime Minister S. BATBOLD")],
        [("visits", "revised", "date", "2012-03", "2012-10")],
    ),
    "a visit more": (
        [("2014.07 President Ts. ELBEGDORJ", "2014.07 President Ts. ELBEGDORJ\n2014.11 Speaker Z. ENKHBOLD")],
        [("visits", "added", None, None, None)],
    ),
    "a visit less": (
        [("2013.06 Minister for Foreign Affairs L. BOLD\n", "")],
        [("visits", "removed", None, None, None)],
    ),
    "two visits in turned order": (
        [
            ("2013.09 Prime Minister N. ALTANKHUYAG\n2013.09 President Ts. ELBEGDORJ",
             "2013.09 President Ts. ELBEGDORJ\n2013.09 Prime Minister N. ALTANKHUYAG"),
        ],
        [],
    ),
    "a figure restated": (
        [("Exports to Mongolia: 29.3 billion yen", "Exports to Mongolia: 29.4 billion yen")],
        [("observations", "revised", "value", "29300000000", "29400000000")],
    ),
    "a figure for a later day": (
        [("420 (as of Oct 2013)", "433 (as of Oct 2014)")],
        [("observations", "updated", "value", "420", "433")],
    ),
    "another unit": (
        [("US$ 34.24 million", "34.24 million euros")],
        [("observations", "revised", "unit", "USD", "EUR")],
    ),
    "the same amount in other words": (
        [("Grant Aid: 102,323 million yen", "Grant Aid: 102.323 billion yen")],
        [("observations", "reworded", "value_printed", "102,323 million yen", "102.323 billion yen")],
    ),
    "a label turned round": (
        [("Exports to Mongolia: 29.3", "Imports from Mongolia: 29.3"), ("Imports from Mongolia: 1.8", "Exports to Mongolia: 1.8")],
        [
            ("observations", "revised", "value", "1800000000", "29300000000"),
            ("observations", "revised", "value", "29300000000", "1800000000"),
        ],
    ),
}  # fmt: skip


@each("case", CASES)
def test_what_was_done_is_what_is_told(case: str) -> None:
    edits, expected = CASES[case]
    words = WORDS
    for printed, other in edits:
        assert printed in words
        words = words.replace(printed, other, 1)
    assert sorted(map(str, changed(sheet(WORDS).facts(), sheet(words).facts()))) == sorted(map(str, expected))


def test_text_and_pages_of_one_version_tell_the_same() -> None:
    page = read_sheet(Source("today.html", (FIXTURES / "mongolia" / "today.html").read_bytes()))
    assert isinstance(page, Sheet)
    assert changed(sheet(WORDS).facts(), page.facts()) == []


@each("case", CASES)
def test_every_row_is_told_of_once(case: str) -> None:
    """Rows in = rows out: what is neither added nor removed has a partner."""
    edits, _ = CASES[case]
    words = WORDS
    for printed, other in edits:
        words = words.replace(printed, other, 1)
    old, new = sheet(WORDS).facts(), sheet(words).facts()
    changes = changes_between("s", "a", "b", old, new)
    for table, rows in old.items():
        gone = sum(1 for one in changes if one.table == table and one.change == "removed")
        come = sum(1 for one in changes if one.table == table and one.change == "added")
        assert len(rows) - gone == len(new[table]) - come


def figures(count: int, value: int, *, is_one_key: bool = False) -> list[Observation]:
    row = sheet(WORDS).observations[0]
    return [
        row._replace(
            observation_id=f"o{n}",
            fact_key=f"trade_goods:{n}" if not is_one_key else f"trade_goods:2012:{n}",
            period=f"{1000 + n}" if not is_one_key else "2012",
            value=Decimal(n + value * (n % 7 == 0)),
        )
        for n in range(count)
    ]


def visitors(count: int, spelling: str) -> list[Visit]:
    row = next(row for row in sheet(WORDS).visits if row.origin == "table")
    return [
        row._replace(visit_id=f"v{n}", fact_key=f"visit:2012:{n}", occasion=None, quote=f"2012 {spelling.format(n)}")
        for n in range(count)
    ]


NONE: dict[str, list[Any]] = {"visits": [], "observations": [], "events": []}


@pytest.mark.parametrize("is_one_key", [False, True])
def test_thousands_of_rows_are_compared(is_one_key: bool) -> None:
    old, new = figures(7000, 0, is_one_key=is_one_key), figures(7000, 10**6, is_one_key=is_one_key)
    started = time.process_time()
    told = changed(NONE | {"observations": old}, NONE | {"observations": new})
    assert len(told) == 1000
    assert {one[1] for one in told} == {"revised"}
    assert time.process_time() - started < 60, "this is to catch what grows with the square of the rows"


def test_thousands_of_rows_of_one_key_are_compared() -> None:
    """One row is gone from the head, and all are printed otherwise: nothing pairs by its print."""
    started = time.process_time()
    told = changed(NONE | {"visits": visitors(5000, "No. {} A")}, NONE | {"visits": visitors(5001, "No. {} B")[1:]})
    assert {one[1] for one in told} == {"reworded"}
    assert time.process_time() - started < 60, "this is to catch what grows with the square of the rows"


def test_many_rows_that_are_unlike_are_not_paired_by_their_order() -> None:
    row = sheet(WORDS).events[0]._replace(date=None, title=None)
    words = [f"{letter * 9} {other * 9}" for letter in "abcdefgh" for other in "klmnopqr"]
    old = [row._replace(event_id=f"a{n}", fact_key=f"event:a{n}", statement=one) for n, one in enumerate(words)]
    new = [
        row._replace(event_id=f"b{n}", fact_key=f"event:b{n}", statement=one.upper() + " 0")
        for n, one in enumerate(words[1:])
    ]
    new += [row._replace(event_id="c", fact_key="event:c", statement="1234567890" * 3)]
    told = changed(NONE | {"events": old}, NONE | {"events": new})
    assert sorted(one[1] or "" for one in told) == ["added", "removed"] + ["reworded"] * 63


def document(document_id: str, published: str | None, captured: str | None = None) -> DocumentRow:
    row = sheet(WORDS).document
    return row._replace(document_id=document_id, published=published, captured_at=captured)


def test_versions_are_in_the_order_of_their_dates() -> None:
    documents = [
        document("m/b", "2016-05-20"), document("m/a", "2014-09-01"), document("m/undated", None),
        document("m/captured", None, "2015-01-01T00:00:00Z"), document("m/twin", "2014-09-01"),
    ]  # fmt: skip
    assert in_order(documents, {"m/twin": "m/a"}) == {"mofa-japan/mng": ["m/a", "m/captured", "m/b"]}
    assert in_order(documents[:1], {}) == {}
