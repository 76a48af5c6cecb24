"""Lines that list figures, each behind its label or its year, with words for none among them."""

from __future__ import annotations

from pipeline.extract.figures.brackets import read_bracket
from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of

HEAD = "Japan-Fiji Relations (Basic Data)\n\nMay 1, 2016\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text).observations


@each(
    ("line", "told"),
    [
        ("FY 2012: Loans none, Grants 12.82, Technical Cooperation 4.43", ["none", "12820000000", "4430000000"]),
        ("FY 2012: Loans: none, Grants: 12.82, Technical Cooperation: 4.43", ["none", "12820000000", "4430000000"]),
        ("FY 2012: Loans 8.85, Grants nil; Technical Cooperation 3.69", ["8850000000", "none", "3690000000"]),
        ("FY 2012: Loans 8.85; Grants 3.1 and Technical Cooperation N/A", ["8850000000", "3100000000", "not_available"]),
        ("FY 2012: Loans –, Grants 3.1, Technical Cooperation not available", ["not_available", "3100000000", "not_available"]),
    ],
)  # fmt: skip
def test_none_among_the_figures_of_a_list(line: str, told: list[str]) -> None:
    found = rows(f"Japan's Economic Cooperation (billion yen)\n\n  • {line}\n")
    assert [row.indicator for row in found] == ["oda_loans", "oda_grants", "oda_technical"]
    assert [f"{int(row.value)}" if row.value is not None else row.value_status for row in found] == told
    assert {row.period for row in found} == {"2012-04/2013-03"}


def test_none_before_the_only_figure() -> None:
    found = rows("Japan's Economic Cooperation (billion yen)\n\n  • Loans none, Grants 12.82 (FY 2012)\n")
    assert [(row.indicator, row.label, row.value_status) for row in found] == [
        ("oda_loans", "Loans", "none"),
        ("oda_grants", "Grants", "exact"),
    ]


YEARS = "  • Aid by fiscal year (billion yen)\n      • FY 2013: Loans 8.85, Grants 14.13\n"


@each(
    ("head", "kind"),
    [
        ("Accumulated total as of FY 2014 (billion yen)", "as_of"),
        ("Cumulative total (until FY 2014, billion yen)", "until"),
        ("Cumulative totals up to fiscal 2014 (unit: billion yen):", "until"),
    ],
)
def test_an_item_that_dates_the_totals_set_in_below_it(head: str, kind: str) -> None:
    text = f"Japan's Economic Cooperation\n\n{YEARS}  • {head}\n      • Loans 101.53\n      • Grants: 170.35\n\n* Loans and grants: E/N basis.\n"
    found = [row for row in rows(text) if row.measure == "cumulative"]
    assert [(row.indicator, int(row.value or 0), row.period, row.period_kind) for row in found] == [
        ("oda_loans", 101_530_000_000, "2014-04/2015-03", kind),
        ("oda_grants", 170_350_000_000, "2014-04/2015-03", kind),
    ]
    assert {row.accounting_basis for row in rows(text)} == {"exchange_of_notes"}


@each(
    "line",
    [
        "Outstanding at the end of 2015: 104.6 billion yen (Bank of Japan)",
        "Outstanding amount: 104.6 billion yen (end of 2015)",
        "Stock as of the end of 2015: 104.6 billion yen",
    ],
)
def test_an_item_beside_a_list_of_figures_is_none_of_it(line: str) -> None:
    approved = "  • Approved investment\n      • 2013: US$37 million\n      • 2014: US$68 million\n"
    last = rows(f"Direct Investment from Japan\n\n{approved}  • {line}\n")[-1]
    assert (last.indicator, last.measure, last.period, last.period_kind) == (
        "direct_investment",
        "stock",
        "2015",
        "as_of",
    )
    assert (last.accounting_basis, last.section) == (None, "Direct Investment from Japan")


def test_a_total_beside_a_list_is_that_of_the_list() -> None:
    loans = "  • Loans\n      • FY 2013: 8 billion yen\n      • FY 2014: 9 billion yen\n"
    last = rows(f"Economic Cooperation\n\n{loans}  • Cumulative total as of FY 2014: 99 billion yen\n")[-1]
    assert (last.indicator, last.measure) == ("oda_loans", "cumulative")


@each(
    ("line", "told"),
    [
        ("Japan's exports: 2013 – 20.4; 2014 – 27.1; 2015 – 36.3", [20_400, 27_100, 36_300]),
        ("Japan's exports: 2013 - 20.4, 2014 - 27.1", [20_400, 27_100]),
        ("Japan's exports: 2013 — 20.4 / 2014 — none", [20_400, None]),
        ("Balance: 2013 – -36.2; 2014 – 55.3", [-36_200, 55_300]),
        ("Balance: 2013 –36.2; 2014 – 55.3", []),
        ("Balance: 2013 – 36.2; 2014 – 55.3", []),
    ],
)
def test_a_dash_behind_a_year_is_no_minus(line: str, told: list[int | None]) -> None:
    found = rows(f"Trade with Fiji (in billion yen)\n\n  • {line}\n")
    assert [int(row.value) // 10**6 if row.value is not None else None for row in found] == told
    assert [row.period for row in found] == ["2013", "2014", "2015"][: len(told)]


@each(
    ("line", "told"),
    [
        ("GDP (nominal): 2013 – US$15.2 billion; 2014 – US$16.7 billion", "gdp 15200000000 USD"),
        ("GDP (US$ billion): 2013: 15.2; 2014: 16.7", "gdp 15200000000 USD"),
        ("GDP per capita: 2013: US$1,010; 2014: US$1,093", "gdp_per_capita 1010 USD"),
        ("Growth rate: 2013 – 7.4%; 2014 – 7.1%", "gdp_growth 7.4 percent"),
        ("Growth rate: 2013 7.4%, 2014 7.1%", "gdp_growth 7.4 percent"),
        ("Inflation (%): 2013: 2.9; 2014: -3.9", "inflation 2.9 percent"),
        ("Population: 2013 – 15.1 million; 2014 – 15.3 million", "population 15100000 persons"),
    ],
)
def test_an_economy_by_years_on_one_line(line: str, told: str) -> None:
    found = rows(f"Economic Overview\n\n  • {line}\n")
    assert [row.period for row in found] == ["2013", "2014"]
    assert f"{found[0].indicator} {found[0].value} {found[0].unit}" == told


def test_the_scale_above_a_table_is_none_of_figures_per_head() -> None:
    table = "Item | 2013 | 2014 |\nGDP | 15,200 | 16,100 |\n{} | 1,010 | 1,100 |\n"
    for label, unit in (("GDP per capita", None), ("GDP per capita (US$)", "USD")):
        found = rows(f"Economic indicators (US$ million)\n\n{table.format(label)}")
        assert [(int(row.value or 0), row.unit) for row in found] == [
            (15_200_000_000, "USD"),
            (16_100_000_000, "USD"),
            (1_010, unit),
            (1_100, unit),
        ]


@each(
    "bracket",
    ["27.0%", "27.0% of the total", "27.0 percent of all exports", "share: 27.0%", "27.0% share", "a share of 27.0%"],
)
def test_a_share_that_says_of_what_it_is_one(bracket: str) -> None:
    found = rows(
        f"Trade with Fiji\n\nPrincipal Goods (2015)\n\n  • Japan's exports\n      • Machinery: 9.8 billion yen ({bracket})\n      • Meat: 3.7 billion yen (10.2%)\n"
    )
    assert [(row.label, str(row.value), row.unit) for row in found] == [
        ("Machinery", "9800000000", "JPY"),
        ("Machinery", "27.0", "percent"),
        ("Meat", "3700000000", "JPY"),
        ("Meat", "10.2", "percent"),
    ]
    assert {row.period for row in found} == {"2015"}


@each(
    ("line", "told"),
    [
        ("371 at universities and colleges and 118 at Japanese language schools (as of May 1, 2015)", [("at universities and colleges", 371), ("at Japanese language schools", 118)]),
        ("371 at universities, about 118 students in vocational training; 20 in graduate schools (as of May 1, 2015).", [("at universities", 371), ("in vocational training", 118), ("in graduate schools", 20)]),
        ("371 in Japan (as of May 1, 2015)", [("in Japan", 371)]),
        ("371 in May and 118 in June (2015)", []),
    ],
)  # fmt: skip
def test_people_by_where_they_are(line: str, told: list[tuple[str, int]]) -> None:
    found = rows(f"Fijian Students in Japan\n\n  • {line}\n")
    assert [(row.label, int(row.value or 0)) for row in found] == told
    assert {(row.indicator, row.from_area, row.to_area, row.period, row.measure) for row in found} == (
        {("students", "FJI", "JPN", "2015-05-01", "stock")} if told else set()
    )


APPROVED = "Direct Investment from Japan\n\nApproved investment\n\n  • 2013: US$37 million (11 projects)\n  • 2014: US$68 million (13 projects)\n"


@each(
    ("line", "measure"),
    [
        ("1994-2014: US$894 million", "cumulative"),
        ("1994-2013: US$894 million", None),
        ("1994-2014: US$89 million", None),
        ("2001: US$9 million", None),
    ],
)
def test_a_stretch_of_years_that_holds_those_beside_it_is_their_running_total(line: str, measure: str | None) -> None:
    assert rows(f"{APPROVED}  • {line}\n")[-1].measure == measure


@each("years", ["1951-2003", "1951–2003", "1951 to 2003", "1951~2003"])
def test_a_stretch_of_fiscal_years_below_a_head_that_says_so(years: str) -> None:
    table = f"Fiscal year | Amount | Number of cases |\n2002 | 4 | 1 |\n2003 | 12 | 2 |\n{years} | 238 | 61 |\n"
    found = rows(f"Direct Investment from Japan (Unit: 100 million yen)\n\n{table}")
    assert [(row.period, row.measure) for row in found[-2:]] == [("1951-04/2004-03", "cumulative")] * 2
    assert [(row.period, row.measure) for row in found[:2]] == [("2002-04/2003-03", "flow")] * 2


@each(
    ("label", "period"),
    [
        ("Trainees received (fiscal year)", "2003-04/2004-03"),
        ("Trainees received by fiscal year", "2003-04/2004-03"),
        ("研修員受入（年度）", "2003-04/2004-03"),
        ("Trainees received", "2003"),
    ],
)
def test_a_label_may_say_that_the_years_above_its_figures_are_fiscal(label: str, period: str) -> None:
    found = rows(f"People\n\n| | 2003 | 2004 |\n|---|\n| Tourists from Japan | 405 | 389 |\n| {label} | 312 | 287 |\n")
    assert [row.period for row in found if row.indicator == "visitors"] == ["2003", "2004"]
    assert next(row.period for row in found if row.indicator == "participants") == period


@each(
    ("heading", "basis", "source"),
    [
        ("Donors in 2002 and 2003 (net, Unit: US$ million)", "net_disbursement", None),
        ("Major Donors (DAC, net, million US dollars)", "net_disbursement", "DAC"),
        ("Major Donors (OECD/DAC, gross, US$ million)", "gross_disbursement", "OECD/DAC"),
        ("Major Donors (US$ million)", None, None),
    ],
)
def test_how_aid_was_counted_is_said_by_one_word(heading: str, basis: str | None, source: str | None) -> None:
    found = rows(
        f"{heading}\n\n| Donor | 2002 | 2003 |\n|---|\n| USA | 809.42 | 418.83 |\n| France | 103.26 | 121.05 |\n"
    )
    assert {(row.indicator, row.accounting_basis, row.data_source, row.unit) for row in found} == {
        ("oda_total", basis, source, "USD")
    }


def test_net_is_no_basis_of_an_investment() -> None:
    found = rows("Direct Investment from Japan (net, US$ million)\n\n  • 2013: 37\n  • 2014: 68\n")
    assert {row.accounting_basis for row in found} == {None}


def test_the_date_among_other_words_of_a_bracket_is_taken_out_whole() -> None:
    assert read_bracket("OECD/DAC, 2004, net, US$ million").source == "OECD/DAC"


GOODS = "2. Trade Items in 2004 (Unit: US$ thousand)\n\n{}\n\nItem | Value |\n---|---\nPetroleum products | 71,340 |\nLNG | none |\n\n{}\n\nItem | Value |\n---|---\nAutomobiles | 274,906 |\nMachinery | 88,450 |\n"


@each(
    ("one", "other"),
    [
        ("Fiji to Japan", "Japan to Fiji"),
        ("From Fiji to Japan", "From Japan to Fiji"),
        ("Fiji → Japan", "Japan → Fiji"),
    ],
)
def test_a_way_over_the_header_of_a_table_of_goods(one: str, other: str) -> None:
    found = rows(f"II. Economic Relations\n\n1. Trade\n\n{GOODS.format(one, other)}\n3. Agreements\n")
    assert [(row.from_area, row.goods, row.value, row.value_status, row.period) for row in found] == [
        ("FJI", "Petroleum products", 71_340_000, "exact", "2004"),
        ("FJI", "LNG", None, "none", "2004"),
        ("JPN", "Automobiles", 274_906_000, "exact", "2004"),
        ("JPN", "Machinery", 88_450_000, "exact", "2004"),
    ]


def test_a_dash_for_a_share_is_no_figure_of_its_good() -> None:
    table = "Item | Amount (US$ thousand) | Share (%) |\n---|---|---\nCotton | 3,988 | - |\nSteel | 988 | 12.1 |\n"
    found = rows(f"Main Exports from Fiji to Japan (2004)\n\n{table}")
    assert [(row.goods, row.unit, row.value_status) for row in found if row.indicator == "trade_goods"] == [
        ("Cotton", "USD", "exact"),
        ("Steel", "USD", "exact"),
    ]


@each(
    ("head", "whose"),
    [
        ("Balance for Fiji", "FJI"),
        ("Balance of Japan", "JPN"),
        ("Trade balance for Japan", "JPN"),
        ("Balance with Japan", "FJI"),
    ],
)
def test_a_column_says_whose_balance_it_holds(head: str, whose: str) -> None:
    table = f"| Year | Fiji to Japan | Japan to Fiji | {head} |\n|---|\n| 2002 | 68 | 677 | -609 |\n| 2003 | 108 | 585 | -477 |\n"
    found = [row for row in rows(f"Trade (US$ million)\n\n{table}") if row.indicator == "trade_balance"]
    assert [(row.from_area, row.value, row.direction_basis) for row in found] == [
        (whose, -609_000_000, "stated"),
        (whose, -477_000_000, "stated"),
    ]


LOANS, GRANTS = "oda_loans", "oda_grants"


@each(
    ("line", "told"),
    [
        ("FY 2014 Loans none, Grants none", [(LOANS, "none"), (GRANTS, "none")]),
        ("FY 2014: Loans none; Grants N/A", [(LOANS, "none"), (GRANTS, "not_available")]),
        ("No loans, grants 12.8 billion yen (FY 2014)", [(GRANTS, "exact")]),
    ],
)
def test_lines_that_tell_of_what_there_was_none(line: str, told: list[tuple[str, str]]) -> None:
    found = rows(f"Economic Cooperation\n\n  • {line}\n")
    assert [(row.indicator, row.value_status) for row in found] == told
    assert {row.period for row in found} == {"2014-04/2015-03"}


def test_a_date_below_several_kinds_is_of_none_of_them() -> None:
    found = rows("Economic Cooperation\n\n  • FY 2013: Loans 3 billion yen, Grants 2 billion yen\n  • FY 2014: none\n")
    assert (found[-1].indicator, found[-1].value_status) == ("oda_total", "none")


def test_none_of_one_way_beside_a_figure_of_the_other() -> None:
    found = rows("Tourists\n\n  • Fijians to Japan none, Japanese to Fiji 26,000 (2013)\n")
    assert [(row.from_area, row.value_status, row.period) for row in found] == [
        ("FJI", "none", None),
        ("JPN", "exact", "2013"),
    ]


def test_the_year_behind_none_is_its_own() -> None:
    line = "Technical cooperation: none in FY 2012, 3 billion yen in FY 2013"
    found = rows(f"Economic Cooperation\n\n{line}\n")
    assert [(row.value_status, row.period) for row in found] == [
        ("none", "2012-04/2013-03"),
        ("exact", "2013-04/2014-03"),
    ]
