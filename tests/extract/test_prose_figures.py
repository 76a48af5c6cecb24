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
        ("2013年に日本を訪れたフィジー人は314人であった。", "visitors", "FJI JPN", 314, "2013"),
        ("2013年にフィジーを訪問した日本人の数は約7,314人であった。", "visitors", "JPN FJI", 7314, "2013"),
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


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "In FY 2012, Japan provided 0.7 billion yen of grant aid for a radar, and in FY 2013 it extended 1.32 billion yen in loans.",
            ["oda_grants JPN FJI 2012-04/2013-03 700000000", "oda_loans JPN FJI 2013-04/2014-03 1320000000"],
        ),
        (
            "Fiji received 12 million yen of grant aid in FY 2010, 20 million yen in FY 2011 and 15 million yen in FY 2012.",
            [
                "oda_grants JPN FJI 2010-04/2011-03 12000000",
                "oda_grants JPN FJI 2011-04/2012-03 20000000",
                "oda_grants JPN FJI 2012-04/2013-03 15000000",
            ],
        ),
        ("Cultural grants amount to 385.6 million yen (fiscal 1980-2004).", ["cultural_grants JPN FJI 1980-04/2005-03 385600000"]),
        (
            "In 2011 Japan was the fifth largest of the DAC donors to Fiji. Its net disbursements in that year came to 19.6 million dollars, "
            "of which 16.9 million dollars were grants and 2.7 million dollars technical cooperation.",
            [
                "donor_rank JPN FJI 2011 5",
                "oda_total JPN FJI 2011 19600000",
                "oda_grants JPN FJI 2011 16900000",
                "oda_technical JPN FJI 2011 2700000",
            ],
        ),
        ("In 2011, technical cooperation reached about 2 million dollars.", ["oda_technical JPN FJI 2011 2000000"]),
        ("In 2011 Australia provided 3 million dollars of grant aid.", ["other None None 2011 3000000"]),
        ("In 2011 Fiji sent 3 million yen of grant aid to Japan.", ["other None None 2011 3000000"]),
        ("Japan has given 3 million yen of grant aid since the cyclone of 2011.", ["other None None None 3000000"]),
        (
            "In 1993, Japan's exports to Fiji were 2.6 billion yen and its imports from Fiji 9.4 billion yen; in 2003 they were 4.1 billion yen "
            "and 11.8 billion yen respectively.",
            [
                "trade_goods JPN FJI 1993 2600000000",
                "trade_goods FJI JPN 1993 9400000000",
                "trade_goods JPN FJI 2003 4100000000",
                "trade_goods FJI JPN 2003 11800000000",
            ],
        ),
        ("In 1993 Japan's exports to Fiji rose by 2.6 billion yen.", ["other None None 1993 2600000000"]),
        (
            "In 2012, 10,300 Japanese visited Fiji and 1,240 Fijians visited Japan.",
            ["visitors JPN FJI 2012 10300", "visitors FJI JPN 2012 1240"],
        ),
        ("Fiji, with its population of 0.9 million (2013), is an island country.", ["population FJI None 2013 900000"]),
    ],
)  # fmt: skip
def test_what_a_sentence_says_an_amount_is_of(sentence: str, told: list[str]) -> None:
    found = facts_of(HEAD + "The two countries have worked together for long. " + sentence + "\n").observations
    assert [f"{row.indicator} {row.from_area} {row.to_area} {row.period} {row.value:.0f}" for row in found] == told


SENT_AND_TAKEN = [
    "By the end of March 2004, 207 volunteers had been dispatched to Kenya, and 291 Kenyans had received technical training in Japan.",
    "By the end of March 2004, 207 volunteers had been sent to Kenya and 291 trainees from Kenya had come to Japan.",
    "By the end of March 2004, Japan had dispatched 207 volunteers to Kenya, while 291 Kenyan trainees came to Japan.",
]


@each(("sentence",), [(one,) for one in SENT_AND_TAKEN])
def test_people_that_go_both_ways(sentence: str) -> None:
    found = facts_of(f"Japan-Kenya Relations\n\n(6) Dispatch of volunteers\n\n{sentence}\n").observations
    assert [(row.indicator, row.from_area, int(row.value or 0)) for row in found] == [
        ("participants", "JPN", 207),
        ("participants", "KEN", 291),
    ]


@each(
    ("line", "measure"),
    [
        ("Kenyan youths invited to Japan: 44 persons (cumulative total up to FY 2011)", "cumulative"),
        ("Kenyan participants in the JENESYS Programme: 17 persons (FY 2012)", "flow"),
        ("Kenyan participants in the ABE Initiative: 21 (FY 2012)", "flow"),
    ],
)
def test_a_running_total_of_people(line: str, measure: str) -> None:
    [row] = facts_of(f"Japan-Kenya Relations\n\nCooperation through people:\n\n  • {line}\n").observations
    assert (row.indicator, row.from_area, row.measure) == ("participants", "KEN", measure)


def test_visitors_both_ways_beside_people_in_a_programme() -> None:
    words = "In 2014, 29,417 people travelled from Japan to Kenya, and 7,352 from Kenya to Japan. More than 400 Kenyans had taken part in the JET Programme in Japan by July 2015."
    found = facts_of(f"Japan-Kenya Relations\n\nPeople-to-People Exchanges\n\n{words}\n").observations
    assert [(row.indicator, row.from_area, row.value_status, int(row.value or 0)) for row in found] == [
        ("visitors", "JPN", "exact", 29417),
        ("visitors", "KEN", "exact", 7352),
        ("participants", "KEN", "at_least", 400),
    ]


def test_an_item_that_dates_those_set_in_below_it() -> None:
    page = (
        "<html><body><h1>Japan-Kenya Relations</h1><h3>Japan's Development Cooperation</h3><ul><li>Loan aid<ul><li>FY 2014: None</li></ul></li>"
        "<li>People (cumulative total as of FY 2014)<ul><li>Trainees received in Japan: 3,562 persons</li></ul></li></ul>"
        "<table><caption>Major donors (OECD/DAC, million US dollars)</caption><tr><th>Year<th>1st<tr><td>2012<td>Japan 5</table></body></html>"
    )
    rows = facts_of(page, "sheet.html").observations
    assert [(row.indicator, row.period, row.measure, row.period_kind) for row in rows[1:]] == [
        ("participants", "2014-04/2015-03", "cumulative", "as_of"),
        ("oda_total", "2012", "flow", "calendar_year"),
    ]


MOVED = "In 2012, Japan's exports to Fiji {} 4.8% from the previous year to 1.9 billion yen, while its imports from Fiji {} 6.5% to 0.7 billion yen."


@each("verbs", [("decreased by", "increased by"), ("fell", "rose"), ("have grown by about", "shrank by")])
def test_trade_that_rose_or_fell_to_a_value(verbs: tuple[str, str]) -> None:
    told = [
        (row.indicator, row.from_area, row.period, row.value) for row in rows(MOVED.format(*verbs)) if row.unit == "JPY"
    ]
    assert told == [("trade_goods", "JPN", "2012", 1_900_000_000), ("trade_goods", "FJI", "2012", 700_000_000)]


@each(
    ("text", "indicator"),
    [
        ("Japan has extended cultural grants of 18.9 million yen (up to FY 2007).", "cultural_grants"),
        ("Japan provided grant aid worth 18.9 million yen (up to FY 2007).", "oda_grants"),
        ("France has extended cultural grants of 18.9 million yen (up to FY 2007).", "other"),
    ],
)
def test_what_somebody_gave(text: str, indicator: str) -> None:
    assert [(row.indicator, row.value) for row in rows(text)] == [(indicator, 18_900_000)]


@each(
    "text",
    [
        "2013年に訪日したフィジー人は1,104人、フィジーを訪れた日本人は約2,300人であった。",
        "2013年、日本を訪れたフィジー人は1,104人、フィジーを訪問した日本人は約2,300人。",
    ],
)
def test_visitors_of_both_ways_in_one_sentence(text: str) -> None:
    found = facts_of(f"フィジー基礎データ\n\n2015年5月1日\n\n二国間関係\n1　人的交流\n{text}\n").observations
    assert [(row.indicator, row.from_area, row.to_area, row.period, row.value) for row in found] == [
        ("visitors", "FJI", "JPN", "2013", 1_104),
        ("visitors", "JPN", "FJI", "2013", 2_300),
    ]


EVER = [
    ("55 Palauan students have studied in Japan since 2009.", ("students", "2009/..", "range")),
    ("Since 1980, 55 Palauans have studied in Japan.", ("students", "1980/..", "range")),
    ("As of 2017, 55 Palauan students have studied in Japan.", ("students", "2017", "as_of")),
    ("So far, 55 Palauan students have visited Japan.", ("visitors", None, "unstated")),
]


@each(("sentence", "told"), EVER)
def test_all_who_ever_did_it(sentence: str, told: tuple[str, str | None, str]) -> None:
    [row] = facts_of(f"Japan-Palau Relations\n\nOverview\n\n{sentence}\n").observations
    assert (row.indicator, row.period, row.period_kind, row.measure) == (*told, "cumulative")
    assert (row.from_area, row.to_area, row.unit, int(row.value or 0)) == ("PLW", "JPN", "persons", 55)


def test_a_date_before_a_figure_is_no_label() -> None:
    lines = (
        "About 300 Japanese nationals lived in Palau in 2016.\nAs of 2017, 25 Japanese companies operate in Palau.\n"
    )
    rows = facts_of(f"Japan-Palau Relations\n\nOverview\n\n{lines}").observations
    assert [(row.indicator, row.from_area, row.period) for row in rows] == [
        ("residents", "JPN", "2016"),
        ("companies", "JPN", "2017"),
    ]


BOTH_WAYS = [
    ("Through FY 1999 Japan received 26 trainees from Fiji and sent there 14 experts and 12 volunteers.", ["FJI", "JPN", "JPN"]),
    ("By FY 1999 Japan had dispatched 14 experts and 12 volunteers and accepted 26 trainees and 5 students.", ["JPN", "JPN", "FJI", "FJI"]),
    ("Through FY 1999 Fiji sent 26 trainees and 5 officials to Japan and received 14 experts and 12 volunteers.", ["FJI", "FJI", "JPN", "JPN"]),
    ("Through FY 1999 14 experts and 12 volunteers were sent and 26 trainees and 5 students received.", []),
]  # fmt: skip


@each(("sentence", "sources"), BOTH_WAYS)
def test_people_sent_and_taken_in_one_sentence(sentence: str, sources: list[str]) -> None:
    text = f"Japan-Fiji Relations\n\nMay 1, 2015\n\nJapan's ODA to Fiji\n\n{sentence}\n"
    found = [row for row in facts_of(text).observations if row.indicator == "participants"]
    assert [row.from_area for row in found] == sources


GAVE = ["FRA 9100000 2012", "JPN 6300000 2012", "DEU 2400000 2012"]
DONOR_LISTS = [
    ("In 2012 the largest donors to Fiji among the DAC countries were France (US$ 9.1 million), Japan (US$ 6.3 million) and Germany (US$ 2.4 million), on a net disbursement basis.", GAVE),
    ("The top donor countries in 2012 (net disbursements): France (US$ 9.1 million), Japan (US$ 6.3 million), Germany (US$ 2.4 million).", GAVE),
    ("In 2012, main donors to the country included France with 9.1 million dollars, Japan with 6.3 million dollars, and Germany with 2.4 million dollars (net disbursements).", GAVE),
    ("In 2012 the largest donors to Tonga were France (US$ 9.1 million) and Japan (US$ 6.3 million).", []),
    ("In 2012 the largest donors were the World Bank (US$ 9.1 million) and Japan (US$ 6.3 million).", []),
]  # fmt: skip


@each(("sentence", "told"), DONOR_LISTS)
def test_donors_listed_in_a_sentence(sentence: str, told: list[str]) -> None:
    text = f"Japan-Fiji Relations\n\nMay 1, 2015\n\nJapan's ODA to Fiji\n\nJapan has given aid since 1985. {sentence}\n"
    found = [row for row in facts_of(text).observations if row.indicator == "oda_total"]
    assert [f"{row.from_area} {int(row.value or 0)} {row.period}" for row in found] == told
    assert {(row.to_area, row.unit, row.accounting_basis) for row in found} <= {("FJI", "USD", "net_disbursement")}
