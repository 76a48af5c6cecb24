"""Several figures on one line: each takes what its own words say, and nothing of its neighbour's."""

from __future__ import annotations

import pytest

from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\nBasic Data\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text).observations


@each(
    ("line", "periods"),
    [
        ("Exports to Japan: 3.1 billion yen in 2012 and 3.2 billion yen in 2013", ["2012", "2013"]),
        ("Exports to Japan: in 2012, 3.1 billion yen and in 2013, 3.2 billion yen", ["2012", "2013"]),
        ("Exports to Japan: 3.1 billion yen (2012), 3.2 billion yen (2013)", ["2012", "2013"]),
        ("Exports to Japan in 2012: 3.1 billion yen (fish), 3.2 billion yen in 2013", ["2012", "2013"]),
        (
            "Exports to Japan (2012): 3.1 billion yen (fish), Imports from Japan (2013): 4.1 billion yen",
            ["2012", "2013"],
        ),
        ("(2012) Exports to Japan: 3.1 billion yen, Imports from Japan: 4.1 billion yen", ["2012", "2012"]),
    ],
)
def test_years(line: str, periods: list[str]) -> None:
    assert [row.period for row in rows(f"Trade with Japan\n\n{line}\n")] == periods


@each(
    ("line", "told"),
    [
        ("Grants: 0.2 billion yen (FY2013); cumulative total: 25.1 billion yen (as of FY2013)", ["flow", "cumulative"]),
        ("Grants: FY 2011: 3.97 billion yen\n    Cumulative total until FY 2011: 118.03 billion yen", ["flow", "cumulative"]),
        ("Grants: 3.97 billion yen in FY 2011. Cumulative total until FY 2011: 118.03 billion yen", ["flow", "cumulative"]),
        ("Grants: FY 2011: 3.97 billion yen accumulated total as of FY 2011: 118.03 billion yen", ["flow", "cumulative"]),
        ("Grants: 3.97 billion yen (FY 2011)\n    Total until FY 2011: 118.03 billion yen", ["flow", "cumulative"]),
        ("Cumulative total up to FY2012: loans 2,287 million yen, grants 25,129 million yen", ["cumulative", "cumulative"]),
        ("(Cumulative total up to FY2012: loans 2,287 million yen, grants 25,129 million yen)", ["cumulative", "cumulative"]),
    ],
)  # fmt: skip
def test_measures(line: str, told: list[str]) -> None:
    assert [row.measure for row in rows(f"Economic Cooperation\n\n  • {line}\n")] == told


TOTAL = [("oda_grants", "cumulative", "2003-04/2004-03", "until")]
COUNTED = [*TOTAL, ("aid_projects", "cumulative", "2003-04/2004-03", "until")]
FLOWS = [("oda_grants", "flow", "2003-04/2004-03", "fiscal_year")]


@each(
    ("line", "told"),
    [
        ("Grants: 5 billion yen (5 projects, accumulated total through FY 2003)", COUNTED),
        ("Grants: 5 billion yen (5 projects; cumulative total up to FY 2003)", COUNTED),
        ("Grants: 5 billion yen (5 projects, -FY 2003)", COUNTED),
        ("Grants: 5 projects (5 billion yen, accumulated total through FY 2003)", COUNTED[::-1]),
        ("Grants: 5 billion yen (accumulated total through FY 2003, 5 projects)", COUNTED),
        ("Grants: 5 billion yen (until FY 2003; 5 cases)", COUNTED),
        ("Grants: 5 projects (through FY 2003, 5 billion yen)", COUNTED[::-1]),
        ("Grants: 5 billion yen in FY 2003 (through FY 2003, 5 projects)", [*FLOWS, COUNTED[1]]),
        ("Grants: 5 billion yen in FY 2003 (5 projects, through FY 2003)", [*FLOWS, COUNTED[1]]),
        ("Grants: 5 billion yen in FY 2003 (9 projects, through FY 2002)", [*FLOWS, ("aid_projects", "cumulative", "2002-04/2003-03", "until")]),
        ("Grants: 5 billion yen (-FY 2003)", TOTAL),
        ("Grants: 5 billion yen (～FY 2003)", TOTAL),
        ("Grants: 5 billion yen (cumulative, -FY 2003)", TOTAL),
        ("Grants: 5 billion yen (cumulative total to FY 2003)", TOTAL),
        ("Grants (-FY 2003): 5 billion yen", TOTAL),
        ("Grants: 5 billion yen (-2003)", [("oda_grants", "cumulative", "2003", "until")]),
    ],
)  # fmt: skip
def test_what_a_bracket_says_of_an_amount_and_of_what_it_counts(line: str, told: list[tuple[str | None, ...]]) -> None:
    found = rows(f"Economic Cooperation\n\n  • {line}\n")
    assert [(row.indicator, row.measure, row.period, row.period_kind) for row in found] == told
    assert {row.note for row in found} <= {None}


CASES = "Direct Investment from Japan\n\n  • US$ 64.1 million (21 cases, accumulated total through FY 2003)\n"


@each(
    ("line", "period", "kind"),
    [
        ("Loans in 2003: -1500 million yen", "2003", "calendar_year"),
        ("Loans: -1,500 million yen (2003)", "2003", "calendar_year"),
        ("Loans (FY 2003): -2000 million yen", "2003-04/2004-03", "fiscal_year"),
    ],
)
def test_a_loss_is_no_year_until_which_a_total_runs(line: str, period: str, kind: str) -> None:
    [row] = rows(f"Economic Cooperation\n\n  • {line}\n")
    assert (row.measure, row.period, row.period_kind) == ("flow", period, kind)


def test_cases_in_a_bracket_are_no_investment() -> None:
    assert [(row.indicator, row.period) for row in rows(CASES)] == [
        ("direct_investment", "2003-04/2004-03"),
        ("investment_cases", "2003-04/2004-03"),
    ]


def test_a_part_in_words_is_no_figure_of_the_label() -> None:
    found = rows("Trade with Japan (2014)\n\nExports to Japan: 3.2 billion yen, of which fish 1.1 billion yen\n")
    assert [(row.indicator, row.label) for row in found] == [("trade_goods", "Exports to Japan"), ("other", "of which fish")]  # fmt: skip


def test_a_share_is_no_amount_of_trade() -> None:
    (row,) = rows("Trade with Japan (2014)\n\nJapan's share of Fiji's imports: 3.5% (5th)\n")
    assert (row.indicator, row.measure, row.from_area, row.rank) == ("other", "share", None, 5)


def test_brackets_may_be_the_labels() -> None:
    found = rows("Trade with Fiji (2014): 18 million yen (exports), 300 million yen (imports)\n")
    assert [(row.indicator, row.label) for row in found] == [("trade_goods", "exports"), ("trade_goods", "imports")]


def test_a_bracket_before_the_label_is_no_part_of_it() -> None:
    text = "(in yen, Japanese customs statistics) Exports to Japan: 5 billion yen; Imports from Japan: 3 billion yen"
    for lead in ("Trade (2012)", "Trade with Japan (2012)"):
        found = facts_of(f"Japan-Kenya Relations\n\nMay 1, 2015\n\n{lead}:\n\n  • {text}\n").observations
        assert [(row.from_area, row.to_area, row.direction_basis, row.period) for row in found] == [
            ("KEN", "JPN", "stated", "2012"),
            ("JPN", "KEN", "stated", "2012"),
        ]


def test_a_sentence_with_both_ways() -> None:
    found = rows(
        "Economic Relations\n\nTrade volume between Japan and Fiji in 2013 was 12.3 billion yen: Japan exported 10.1 billion"
        " yen (automobiles) and imported 2.2 billion yen (fish).\n"
    )
    assert [(row.indicator, row.from_area, row.period) for row in found] == [
        ("trade_total", "JPN", "2013"),
        ("trade_goods", "JPN", "2013"),
        ("trade_goods", "FJI", "2013"),
    ]


@pytest.mark.parametrize("order", ["Exports: 3.2 billion yen\n  • Main exports: fish\n  • Imports: 5.1 billion yen", "Exports: 3.2 billion yen\n  • Imports: 5.1 billion yen\n  • Main exports: fish"])  # fmt: skip
def test_goods_on_a_line_of_their_own_decide_the_direction(order: str) -> None:
    found = rows(f"Amount of trade (2014):\n\n  • {order}\n")
    assert [(row.from_area, row.goods, row.direction_basis) for row in found] == [
        ("FJI", "fish", "inferred"),
        ("JPN", None, "inferred"),
    ]


def test_none_without_any_digit() -> None:
    (row,) = rows("Japanese companies in Fiji: none\n")
    assert (row.indicator, row.value_status, row.from_area) == ("companies", "none", "JPN")


@pytest.mark.parametrize(
    ("heading", "line", "told"),
    [
        ("Cultural Grants (cumulative total as of FY 2015)", "130.7 million yen (9 projects)", ["cultural_grants", "cultural_projects"]),
        ("Economic Cooperation (cumulative total as of FY 2015)", "Grants: 5 billion yen (12 projects)", ["oda_grants", "aid_projects"]),
    ],
)  # fmt: skip
def test_projects_in_brackets_are_a_row(heading: str, line: str, told: list[str]) -> None:
    found = rows(f"{heading}\n\n  • {line}\n")
    assert [row.indicator for row in found] == told
    assert {(row.period, row.measure, row.from_area) for row in found} == {("2015-04/2016-03", "cumulative", "JPN")}
    assert found[1].unit == "projects"


def test_each_sentence_of_a_paragraph_says_what_its_figures_count() -> None:
    text = (
        "Economic Relations\n\nTrade with Japan\n\nIn 2005, exports to Japan were 15.4 billion yen (yarn, fish), and imports from "
        "Japan were 168.1 billion yen. Direct investment from Japan in FY 2004 was 1.9 billion yen. As of December 2005, "
        "68 Japanese companies had offices in Fiji. The cooler was opened with 7 of them.\n"
    )
    found = rows(text)
    assert [(row.indicator, str(row.value), row.period) for row in found] == [
        ("trade_goods", "15400000000", "2005"),
        ("trade_goods", "168100000000", "2005"),
        ("direct_investment", "1900000000", "2004-04/2005-03"),
        ("companies", "68", "2005-12"),
    ]


@each(
    "sentence",
    [
        "In 2005 Japan exported goods worth 3.8 billion yen to Fiji (cars) and imported goods worth 1.9 billion yen from Fiji.",
        "In 2005 Japan exported goods worth 3.8 billion yen to\nFiji (cars) and imported goods worth 1.9 billion yen from\nFiji.",
        "In 2005 Japan's exports to Fiji came to 3.8 billion yen (cars) and its imports from Fiji to 1.9 billion yen (fish).",
        "In 2005 Japan's exports to Fiji were 3.8 billion yen and imports 1.9 billion yen.",
        "In 2005, Fiji imported 3.8 billion yen of goods from Japan, while it exported goods worth 1.9 billion yen to Japan.",
        "In 2005 exports amounted to 3.8 billion yen to Fiji and imports to 1.9 billion yen.",
        "Exports to Fiji (2005): 3.8 billion yen, Imports: 1.9 billion yen",
        "Fiji is one of the oldest partners of Japan. In 2005 Japan's exports to Fiji amounted to 3.8 billion yen (cars) and "
        "its imports from Fiji to 1.9 billion yen (fish).",
    ],
)  # fmt: skip
def test_a_sentence_of_both_ways(sentence: str) -> None:
    found = rows(f"Economic Relations\n\nTrade with Japan\n\n{sentence}\n")
    assert [(row.indicator, row.from_area, row.to_area, row.period, row.value) for row in found] == [
        ("trade_goods", "JPN", "FJI", "2005", 3_800_000_000),
        ("trade_goods", "FJI", "JPN", "2005", 1_900_000_000),
    ]


def test_a_later_figure_takes_the_period_of_its_own_sentence() -> None:
    sentences = (
        "Fiji has received, until FY 2004, grant aid of 20 billion yen. "
        "In FY 2004, grant aid was 5 billion yen and technical cooperation 1 billion yen."
    )
    found = rows(f"Economic Cooperation\n\n{sentences}\n")
    assert [(row.indicator, row.period_kind, row.measure) for row in found] == [
        ("oda_grants", "until", "cumulative"),
        ("oda_grants", "fiscal_year", "flow"),
        ("oda_technical", "fiscal_year", "flow"),
    ]


TOTAL = "In 2015, trade between Japan and Fiji amounted to 878.4 billion yen. "
SENTENCES = [
    "In 2014, Japan's exports to Fiji had stood at 2 billion yen and its imports from Fiji at 6 billion yen.",
    "Japan's exports to Fiji were 2 billion yen in 2014, and its imports from Fiji were 6 billion yen in 2014.",
    "During 2014 Japan's exports to Fiji were 2 billion yen, up 1.9 percent from the year before, and its imports from Fiji 6 billion yen.",
    "In 2014 Japan's exports to Fiji came to 2 billion yen, while its imports from Fiji rose to 6 billion yen.",
]


@each(("sentence",), [(one,) for one in SENTENCES])
def test_a_year_before_the_figures_of_a_sentence(sentence: str) -> None:
    found = [row for row in rows(f"Trade\n\n{TOTAL}{sentence}\n") if row.indicator == "trade_goods"]
    assert [(row.from_area, row.period, int(row.value or 0)) for row in found] == [
        ("JPN", "2014", 2_000_000_000),
        ("FJI", "2014", 6_000_000_000),
    ]


LEFT = [
    ("which left Japan with a deficit of 4 billion yen", ("JPN", -4)),
    ("which left Fiji with a surplus of 4 billion yen", ("FJI", 4)),
    ("a trade deficit of 4 billion yen for Japan", ("JPN", -4)),
]


@each(("words", "told"), LEFT)
def test_whose_balance_the_end_of_a_sentence_tells(words: str, told: tuple[str, int]) -> None:
    line = (
        f"Japan's exports to Fiji were 2 billion yen, up 1.9 percent, and its imports from Fiji 6 billion yen, {words}."
    )
    found = [row for row in rows(f"Trade\n\n{TOTAL}{line}\n") if row.indicator == "trade_balance"]
    assert [(row.from_area, int(row.value or 0) // 10**9) for row in found] in ([told], [])
    assert all(row.from_area for row in found)


def test_a_figure_behind_two_years_takes_none_of_them() -> None:
    words = (
        "Exports to Fiji were 2 billion yen in 2013 and 3 billion yen in 2014; imports from Fiji were 5 billion yen."
    )
    assert [row.period for row in rows(f"Trade\n\n{words}\n")] == ["2013", "2014", None]


IN_A_BRACKET = [
    ("GDP (US$ billion): 14.3 ('06), 16.8 ('07), 20.7 ('08)", ["14300000000 USD", "16800000000 USD", "20700000000 USD"]),
    ("GDP (US$ billion)\n\n  • 14.3 (2006), 16.8 (2007)", ["14300000000 USD", "16800000000 USD"]),
    ("GDP (US$ billion): 14.3 in 2006, 16.8 in 2007 and 20.7 in FY2008", ["14300000000 USD", "16800000000 USD", "20700000000 USD"]),
    ("GNI per capita (US$): 370 (2006), 400 (2007)", ["370 USD", "400 USD"]),
    ("GNI per capita (US$)\n\n  • 370 ('06), 400 ('07)", ["370 USD", "400 USD"]),
    ("GDP per capita (thousand US$)\n\n  • 3.7 (2006)", ["3700 USD"]),
    ("GDP per capita\n\n  • 3,700 (2006)", ["3700 None"]),
    ("Population (million)\n\n  • 36.6 (2006); 37.5 (2007)", ["36600000 persons", "37500000 persons"]),
    ("Population (thousand) | 36.6 (2006) |", ["36600 persons"]),
    ("Population\n\n  • 36,600 (2006)", ["36600 persons"]),
]  # fmt: skip


@each(("line", "told"), IN_A_BRACKET)
def test_the_unit_in_the_bracket_of_a_label_is_that_of_each_year(line: str, told: list[str]) -> None:
    found = facts_of(f"Japan-Fiji Relations\n\nMay 1, 2015\n\nEconomy of Fiji\n\n{line}\n").observations
    assert [f"{int(row.value or 0)} {row.unit}" for row in found] == told
    assert [row.period_start[:4] if row.period_start else None for row in found] == ["2006", "2007", "2008"][
        : len(told)
    ]


def test_the_scale_of_a_whole_country_is_none_of_figures_per_head() -> None:
    found = facts_of(
        "Japan-Fiji Relations\n\nEconomy of Fiji (US$ million)\n\nGDP per capita: 3,700 (2006)\n"
    ).observations
    assert [(row.value, row.unit) for row in found] == [(3700, None)]


@each(
    "line",
    [
        "405 in 2012, 389 in 2013, 411 in 2014",
        "405 (2012), 389 (2013), 411 (2014)",
        "405 (2012); 389 (2013)",
        "405 in FY2012 and 389 in FY2013",
    ],
)
def test_when_a_figure_is_for_is_no_label(line: str) -> None:
    found = rows(f"Tourists from Japan to Fiji:\n{line}\n")
    assert {(row.indicator, row.from_area, row.label) for row in found} == {
        ("visitors", "JPN", "Tourists from Japan to Fiji")
    }
    assert len(found) > 1
    assert [int(row.value or 0) for row in found] == [405, 389, 411][: len(found)]


def test_the_scale_of_money_is_none_of_people() -> None:
    found = facts_of("Japan-Fiji Relations\n\nEconomy of Fiji (million)\n\nPopulation: 37,000 (2006)\n").observations
    assert [(row.value, row.unit) for row in found] == [(37_000, "persons")]
