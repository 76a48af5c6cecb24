"""Several figures on one line: each takes what its own words say, and nothing of its neighbour's."""

from __future__ import annotations

import pytest

from pipeline.records import Observation
from tests.helpers import facts_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\nBasic Data\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text).observations


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Grants: 0.2 billion yen (FY2013); cumulative total: 25.1 billion yen (as of FY2013)", ["flow", "cumulative"]),
        ("Cumulative total up to FY2012: loans 2,287 million yen, grants 25,129 million yen", ["cumulative", "cumulative"]),
        ("(Cumulative total up to FY2012: loans 2,287 million yen, grants 25,129 million yen)", ["cumulative", "cumulative"]),
    ],
)  # fmt: skip
def test_measures(line: str, told: list[str]) -> None:
    assert [row.measure for row in rows(f"Economic Cooperation\n\n  • {line}\n")] == told


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
