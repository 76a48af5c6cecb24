"""Figures that sentences tell."""

from __future__ import annotations

import pytest

from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\nOverview\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text + "\n").observations


@each(
    ("text", "indicator", "way", "value", "period"),
    [
        ("As a result, 70 Fijian students are studying in Japan (as of May 2014).", "students", "FJI JPN", 70, "2014-05"),
        ("About 500 Japanese nationals live in Fiji (as of October 2014).", "residents", "JPN FJI", 500, "2014-10"),
        ("Some 30 Japanese companies are operating in Fiji.", "companies", "JPN FJI", 30, None),
        ("In 2013, 7,314 Japanese tourists visited Fiji.", "visitors", "JPN FJI", 7314, "2013"),
    ],
)  # fmt: skip
def test_people_and_companies(text: str, indicator: str, way: str, value: int, period: str | None) -> None:
    (row,) = rows(text)
    assert (row.indicator, f"{row.from_area} {row.to_area}", row.value, row.period) == (indicator, way, value, period)
    assert row.direction_basis == "stated"


@each(
    "text",
    [
        "Since 1983, 450 Fijian students have been studying in Japan.",
        "In 2013 Fiji received 657,706 tourists.",
        "A delegation of 25 people visited Japan in June 2013.",
        "It was the first visit of a prime minister in 36 years.",
        "Fiji sent 3 tons of rice in 2011.",
    ],
)
def test_what_is_no_count_of_a_time(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "value", "status", "unit", "measure", "period"),
    [
        ("Fiji supplied 17.9% of Japan's imports of mahogany in 2012.", "17.9", "exact", "percent", "share", "2012"),
        ("Contracts of more than 2 billion yen were announced.", "2000000000", "at_least", "JPY", None, None),
        ("Donations after the earthquake of March 2011 came to over 20 million yen.", "20000000", "at_least", "JPY", None, None),
    ],
)  # fmt: skip
def test_money_and_shares_are_told_without_a_direction(
    text: str, value: str, status: str, unit: str, measure: str | None, period: str | None
) -> None:
    (row,) = rows(text)
    assert (row.indicator, f"{row.value:f}".rstrip("0").rstrip(".") if "." in value else f"{row.value:.0f}") == ("other", value)  # fmt: skip
    assert (row.value_status, row.unit, row.measure, row.period) == (status, unit, measure, period)
    assert (row.from_area, row.to_area) == (None, None)


def test_a_paragraph_of_figures_tells_happenings_too() -> None:
    facts = facts_of(
        "Japan-Fiji Relations\n\nEconomic Relations\n\nFiji sells fish to all the world. In 2000 exports to Japan amounted to 3 billion yen. "
        "The Nadi Oil Company's concession ran out in February 2000.\n"
    )
    assert [(event.date, event.statement) for event in facts.events] == [
        ("2000-02", "The Nadi Oil Company's concession ran out in February 2000.")
    ]
    assert [(row.value, row.label) for row in facts.observations] == [
        (3_000_000_000, "In 2000 exports to Japan amounted to")
    ]


@each(
    ("sentence", "told"),
    [
        ("There were no new yen loans in FY 2004.", [("oda_loans", "none", "2004-04/2005-03")]),
        ("There was no grant aid in FY 2004.", [("oda_grants", "none", "2004-04/2005-03")]),
        ("There were no yen loans.", []),
        ("There were no incidents in 2004.", []),
        ("By the end of FY 2003 a total of 871 trainees had been accepted from Fiji.", [("participants", "exact", "2003-04/2004-03")]),
    ],
)  # fmt: skip
def test_what_a_sentence_of_aid_tells(sentence: str, told: list[tuple[str, str, str]]) -> None:
    facts = facts_of(
        "Japan-Fiji Relations\n\nEconomic Cooperation\n\nIn FY 2003, technical cooperation was 1 billion yen. "
        + sentence
        + "\n"
    )
    assert [(row.indicator, row.value_status, row.period) for row in facts.observations[1:]] == told
