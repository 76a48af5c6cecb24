"""Facts followed over the versions of a sheet: what is the newest, what was known on a day, where a fact was printed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.run import run
from tests.helpers import FIXTURES

QUESTIONS = FIXTURES / "questions"


def query(out: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(out / "factsheets.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_versions_are_in_the_order_in_which_changes_are_told(versions: Path) -> None:
    order = query(versions, "SELECT series_id, document_id FROM v_versions ORDER BY series_id, version")
    pairs = {(old, new) for (one, old), (other, new) in pairwise(order) if one == other}
    assert pairs == set(query(versions, "SELECT DISTINCT from_document_id, to_document_id FROM changes"))
    assert len(pairs) == 4


@pytest.mark.parametrize("facts", ["visits", "observations", "events"])
def test_latest_and_history_hold_each_fact_as_they_should(versions: Path, facts: str) -> None:
    key = f"{facts.removesuffix('s')}_id"
    assert query(versions, f"SELECT count(*) FROM v_history_{facts}") == query(
        versions, f"SELECT count(*) FROM {facts}"
    )
    twice = f"SELECT series_id, fact_key FROM v_latest_{facts} GROUP BY ALL HAVING count(*) > 1"
    assert query(versions, twice) == []
    strange = f"SELECT {key} FROM v_latest_{facts} EXCEPT SELECT {key} FROM {facts}"
    assert query(versions, strange) == []
    current = f"SELECT {key} FROM v_latest_{facts} WHERE is_current ORDER BY 1"
    newest = (
        f"SELECT {key} FROM {facts} WHERE document_id IN ('mofa-japan/ken/2018-04-11', 'mofa-japan/mng/2017-02-20')"
    )
    assert query(versions, current) == query(versions, newest + " ORDER BY 1")


# What the newest version that prints a fact says of it, and whether the newest of all prints it.
LATEST = [
    ("visits", "KEN>JPN:2014-03", []),  # the month was put right
    ("visits", "KEN>JPN:2014-04", [("2014-04", "2018-04-11", True)]),
    ("visits", "JPN>KEN:2013-07", [("2013-07", "2014-06-03", False)]),  # no longer printed
    ("observations", "trade_goods:KEN>JPN:flow:2014", [(5080000000, "2018-04-11", True)]),  # restated
    ("observations", "trade_goods:KEN>JPN:flow:2012", [(3110000000, "2014-06-03", False)]),  # moved on to 2014
    ("observations", "residents:JPN>MNG:stock:2015-10", [(515, "2017-02-20", True)]),
]


@pytest.mark.parametrize(("facts", "part", "expected"), LATEST)
def test_the_latest_of_a_fact(versions: Path, facts: str, part: str, expected: list[tuple[object, ...]]) -> None:
    value = "date" if facts == "visits" else "value"
    told = f"SELECT {value}, document_date, is_current FROM v_latest_{facts} WHERE contains(fact_key, '{part}')"
    assert query(versions, told) == expected


# The day of the question, and of Kenya's sheet: the trade from Kenya that is known, the visit of 2014, the versions.
AS_OF = [
    ("2014-06-02", [], [], 0),
    ("2014-06-03", [(2012, 3110000000, True)], ["2014-03"], 1),
    ("2016-09-12", [(2012, 3110000000, False), (2014, 5020000000, True)], ["2014-04"], 2),
    ("2030-01-01", [(2012, 3110000000, False), (2014, 5080000000, True)], ["2014-04"], 3),
]


@pytest.mark.parametrize(("day", "trade", "visits", "number"), AS_OF)
def test_what_was_known_on_a_day(
    versions: Path, day: str, trade: list[tuple[object, ...]], visits: list[str], number: int
) -> None:
    figures = f"SELECT period::INTEGER, value, is_current FROM as_of_observations(DATE '{day}')"
    where = " WHERE indicator = 'trade_goods' AND from_area = 'KEN' ORDER BY 1"
    assert query(versions, figures + where) == trade
    journeys = f"SELECT date FROM as_of_visits(DATE '{day}') WHERE from_area = 'KEN' AND date LIKE '2014%'"
    assert [date for (date,) in query(versions, journeys)] == visits
    known = f"SELECT count(*) FROM v_versions WHERE series_id LIKE '%/ken' AND known_by <= DATE '{day}'"
    assert query(versions, known) == [(number,)]


def test_the_history_of_a_fact(versions: Path) -> None:
    told = "SELECT document_date, value, first_seen, last_seen FROM v_history_observations "
    told += "WHERE fact_key LIKE 'trade_goods:KEN>JPN:flow:2014%' ORDER BY version"
    assert query(versions, told) == [
        ("2016-09-12", 5020000000, "2016-09-12", "2018-04-11"),
        ("2018-04-11", 5080000000, "2016-09-12", "2018-04-11"),
    ]


KENYA = (QUESTIONS / "kenya-2018-04-11.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("sheets", "order"),
    [
        ([KENYA], [("2018-04-11", "2018-04-11")]),
        ([KENYA.replace("April 11, 2018\n", "")], [(None, None)]),  # undated, but the only one
        ([KENYA, KENYA.replace("April 11, 2018\n", "").replace("783", "790")], [("2018-04-11", "2018-04-11")]),
        ([KENYA, KENYA.replace("April 11, 2018\n", "")], [("2018-04-11", "2018-04-11")]),  # the same facts again
        (
            [KENYA, KENYA.replace("April 11, 2018", "May 2018").replace("783", "790")],
            [("2018-04-11", "2018-04-11"), ("2018-05", "2018-05-31")],
        ),
        (
            [KENYA.replace("April 11, 2018\n", ""), KENYA.replace("April 11, 2018\n", "").replace("783", "790")],
            [],
        ),
    ],
    ids=["one", "one undated", "and an undated one", "and a twin", "and a month", "two undated"],
)
def test_which_versions_are_in_the_order(
    tmp_path: Path, sheets: list[str], order: list[tuple[str | None, str | None]]
) -> None:
    for n, words in enumerate(sheets):
        (tmp_path / f"{n}.txt").write_text(words, "utf-8")
    run(sorted(tmp_path.glob("*.txt")), tmp_path / "out")
    told = "SELECT document_date, known_by::VARCHAR, version FROM v_versions ORDER BY version"
    assert query(tmp_path / "out", told) == [(*dates, n) for n, dates in enumerate(order, 1)]
    facts = query(tmp_path / "out", "SELECT count(DISTINCT fact_key) FROM visits")[0]
    assert query(tmp_path / "out", "SELECT count(*) FROM v_latest_visits")[0] == (facts if order else (0,))


def test_the_frictionless_command_has_no_complaint_about_several_versions(versions: Path) -> None:
    pytest.importorskip("frictionless")
    command = shutil.which("frictionless", path=str(Path(sys.executable).parent))
    assert command is not None
    done = subprocess.run(
        [command, "validate", "datapackage.json"], cwd=versions, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "INVALID" not in done.stdout
    assert query(versions, "SELECT count(DISTINCT document_id) FROM visits") == [(6,)]
