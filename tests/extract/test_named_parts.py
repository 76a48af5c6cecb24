"""Seats and shares bear the name that they are of, whatever the form."""

from __future__ import annotations

import pytest

from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of, notes_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\nCountry Profile\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text).observations


@each(
    ("text", "named"),
    [
        ("Seats by party (as of May 2014): Reform 10, Union 19\n", {"Reform": 10, "Union": 19}),
        ("Seats by party (as of May 2014): 10 Reform, 19 Union\n", {"Reform": 10, "Union": 19}),
        ("Seats by party (as of May 2014):\n\n  • Reform (RP): 10\n  • Union: 19\n", {"Reform (RP)": 10, "Union": 19}),
        ("Seats in Parliament by party (as of May 2014)\n\nParty Seats\nReform 10\nUnion 19\n", {"Reform": 10, "Union": 19}),
        ("Seats by party (as of May 2014)\n\nParty | Seats |\n---|---|\nReform | 10 |\nUNION | 19 |\n", {"Reform": 10, "UNION": 19}),
        ("Seats (as of May 2014)\n\nThe Reform Party holds 10 seats, UNION 19 and the Greens 3.\n", {"Reform Party": 10, "UNION": 19, "Greens": 3}),
        ("Number of seats: 29 (Reform 10, Union 19) (as of May 2014)\n", {"Number of seats": 29, "Reform": 10, "Union": 19}),
    ],
)  # fmt: skip
def test_seats_by_party(text: str, named: dict[str, int]) -> None:
    found = [row for row in rows(text) if row.indicator == "seats"]
    assert {row.label: int(row.value or 0) for row in found} == named
    assert {(row.from_area, row.period, row.period_kind, row.unit) for row in found} == {("FJI", "2014-05", "as_of", "seats")}  # fmt: skip


def test_the_seats_of_the_whole_house_are_its_total() -> None:
    found = rows("Parliament: 50 seats (Reform 32, Union 18)\n")
    assert [(row.label, row.is_total) for row in found] == [("Parliament", True), ("Reform", False), ("Union", False)]


def test_two_houses_and_what_is_won_of_their_seats() -> None:
    found = rows("Congress (Senate: 81 seats, Chamber: 513 seats). In May 2014 Reform won 200 of the 513 seats.\n")
    assert [(row.label, row.value, row.period) for row in found] == [
        ("Senate", 81, None),
        ("Chamber", 513, None),
        ("Reform", 200, "2014-05"),
    ]


@pytest.mark.parametrize(
    ("text", "indicator", "named"),
    [
        ("Religion: Christian 52.9%, Hindu 38.2%\n", "religion_share", ["Christian", "Hindu"]),
        ("Ethnic Groups: Fijian (57%), Indian (38%), others (5%)\n", "ethnic_share", ["Fijian", "Indian", "others"]),
    ],
)
def test_shares_bear_their_names(text: str, indicator: str, named: list[str]) -> None:
    found = rows(text)
    assert [(row.indicator, row.label, row.unit) for row in found] == [(indicator, name, "percent") for name in named]
    assert not any(row.is_total for row in found)


def test_a_figure_without_a_name_is_no_part() -> None:
    assert not rows("Seats by party: 10, 19, 3\n")


@each(
    ("text", "indicator", "value", "unit", "period"),
    [
        ("Area: 18,274 square kilometers (as large as Shikoku)\n", "area", 18274, "square_kilometres", None),
        ("Population\n0.9 million (2012)\n", "population", 900000, "persons", "2012"),
        ("GDP: US$ 3.9 billion (2012)\n", "gdp", 3900000000, "USD", "2012"),
        ("Per capita GDP: 4,200 dollars (2012)\n", "gdp_per_capita", 4200, "USD", "2012"),
        ("GDP growth rate: 2.2% (2012)\n", "gdp_growth", "2.2", "percent", "2012"),
    ],
)
def test_facts_of_a_country(text: str, indicator: str, value: object, unit: str, period: str | None) -> None:
    (row,) = rows(text)
    assert (row.indicator, str(row.value), row.unit, row.period) == (indicator, str(value), unit, period)
    assert (row.from_area, row.to_area) == ("FJI", None)


def test_an_area_needs_no_year() -> None:
    assert not notes_of(facts_of(HEAD + "Area: 18,274 square kilometers\n"), "missing_period")
