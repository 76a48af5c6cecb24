"""What figures inherit, and what they must not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\nBasic Data\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text).observations


def test_items_inherit_year_unit_and_source_of_their_heading() -> None:
    (row,) = rows(
        "Trade with Japan (2014, billion yen):\n\n  • Exports to Japan: 3.4\n\n(Source: Ministry of Finance)\n"
    )
    assert (row.period, row.period_basis, row.value, row.unit, row.unit_basis) == (
        "2014",
        "inherited",
        Decimal(3400000000),
        "JPY",
        "inherited",
    )
    assert row.data_source == "Ministry of Finance"


@pytest.mark.parametrize("year", ["- 2013\n  ", "2013\n"])
def test_a_year_over_items_of_figures_dates_them(year: str) -> None:
    (row,) = rows(f"Trade with Japan\n\n{year}- Exports to Japan: 3 million yen\n")
    assert (row.period, row.period_basis, row.from_area) == ("2013", "inherited", "FJI")


def test_a_figure_with_nothing_but_its_date_belongs_to_the_item_above() -> None:
    found = rows(
        "Japan's Economic Cooperation:\n\n- Grants: 8 million yen (cumulative total until FY 2013)\n- FY 2013: 2 million yen\n"
    )
    assert [(r.indicator, r.measure, r.period) for r in found] == [
        ("oda_grants", "cumulative", "2013-04/2014-03"),
        ("oda_grants", "flow", "2013-04/2014-03"),
    ]


def test_people_have_no_basis_of_payments() -> None:
    found = rows(
        "Japan's ODA (net disbursement, US$ million)\n\n- Grants: 5.1 (2012)\n- Volunteers dispatched: 41 persons (as of March 2013)\n"
    )
    assert [(row.indicator, row.accounting_basis) for row in found] == [
        ("oda_grants", "net_disbursement"),
        ("participants", None),
    ]


def test_a_total_below_an_empty_label_is_that_label_s() -> None:
    (row,) = rows("Cultural Grant:\nTotal of FY 1975 to FY 2013: 60 million yen\n")
    assert (row.indicator, row.value) == ("cultural_grants", Decimal(60000000))


def test_an_orphan_running_total_belongs_to_the_item_above() -> None:
    found = rows(
        "Japan's Economic Cooperation:\n\n  • Grants: 5 million yen in 2013\n  • Cumulative total as of 2013: 90 million yen\n"
    )
    assert [(r.indicator, r.measure, r.period_kind) for r in found] == [
        ("oda_grants", "flow", "calendar_year"),
        ("oda_grants", "cumulative", "as_of"),
    ]


def test_a_flow_without_a_year_does_not_borrow_one() -> None:
    found = rows(
        "Economic Relations\n\n  • Exports to Fiji: 2 billion yen\n  • Direct Investment from Japan: 1 billion yen ('05)\n"
    )
    assert [r.period for r in found] == [None, "2005"]


def test_parts_take_the_period_of_the_total_above_them() -> None:
    found = rows(
        "ODA from Japan\n\nBilateral Assistance: 12 million yen (accumulated total as of 2012)\nGrant Aid: 12 million yen\n"
    )
    assert [(r.indicator, r.period, r.period_basis, r.is_total) for r in found] == [
        ("oda_total", "2012", "stated", True),
        ("oda_grants", "2012", "inherited", False),
    ]


@each(
    ("printed", "status", "value"),
    [
        ("none", "none", None),
        ("None in FY 2013", "none", None),
        ("0 million yen", "zero", Decimal(0)),
        ("N/A", "not_available", None),
        ("Figures currently being compiled", "being_compiled", None),
        ("(under compilation)", "being_compiled", None),
        ("(none)", "none", None),
        ("no new commitment", "none", None),
        ("No projects in FY 2013", "none", None),
        ("around 300 million yen", "approximate", Decimal(300000000)),
        ("more than 3 million yen", "at_least", Decimal(3000000)),
    ],
)
def test_absences_are_told_apart(printed: str, status: str, value: Decimal | None) -> None:
    (row,) = rows(f"Japan's Economic Cooperation:\n\n  • Loans: {printed}\n")
    assert (row.value_status, row.value) == (status, value)


def test_a_number_in_a_bracket_alone_may_be_a_loss() -> None:
    assert not rows("Japan's Economic Cooperation (million yen):\n\n  • Loans: (23)\n")


@each("marks", [("•", "•"), ("-", "-"), ("•", "-")])
def test_an_item_beside_a_label_is_not_of_it(marks: tuple[str, str]) -> None:
    outer, inner = marks
    text = f"  {outer} Technical cooperation (JICA expenditures)\n      {inner} FY2013: 3\n      {inner} FY2014: none\n"
    found = rows(f"Japan's ODA (million yen)\n\n{text}  {outer} Loans in FY2014: 7\n  {outer} Grants in FY2014: none\n")
    assert [(row.indicator, row.period, row.accounting_basis) for row in found] == [
        ("oda_technical", "2013-04/2014-03", "jica_cost"),
        ("oda_technical", "2014-04/2015-03", "jica_cost"),
        ("oda_loans", "2014-04/2015-03", None),
        ("oda_grants", "2014-04/2015-03", None),
    ]


def test_an_empty_heading_is_missing_and_takes_nothing_from_below() -> None:
    found = rows(
        "Japan's Economic Cooperation:\n\nVIP Visits\n\nCultural Grant (fiscal 1975-2004)\n\n  • 73.3 million yen\n"
    )
    assert [(r.indicator, r.value_status, r.value) for r in found] == [
        ("oda_total", "missing", None),
        ("cultural_grants", "exact", Decimal(73300000)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Japan's Economic Cooperation (until FY 2009)\nLoans\n2 million yen\nGrants\n1 million yen\nTotal\n3 million yen\n",
        "Japan's Economic Cooperation (until FY 2009)\nScheme | Amount |\nLoans | 2 million yen |\nTotal | 3 million yen |\n",
    ],
)
def test_a_total_below_aid_is_the_total_of_aid(text: str) -> None:
    found = rows(text)
    assert (found[-1].indicator, found[-1].is_total, found[-1].period) == ("oda_total", True, "2009-04/2010-03")


def test_the_total_of_trade_stays_one() -> None:
    found = rows(
        "Trade with Japan (2003):\nTotal\n15.9 billion yen\nExports to Japan\n2.3 billion yen\nImports from Japan\n12.6 billion yen\n"
    )
    assert [r.indicator for r in found] == ["trade_total", "trade_goods", "trade_goods"]


def test_a_year_alone_dates_the_items_below_it() -> None:
    page = "<html><body><h1>Japan-Fiji Relations</h1><h3>Trade with Japan</h3><ul><li>2014<ul><li>Exports to Japan: 5 billion yen<li>Imports from Japan: 1 billion yen</ul><li>2013<ul><li>Exports to Japan: 4 billion yen</ul></ul></body></html>"
    found = facts_of(page, "sheet.html").observations
    assert [(r.period, r.period_basis) for r in found] == [("2014", "inherited")] * 2 + [("2013", "inherited")]


def test_an_empty_bold_heading_is_missing() -> None:
    page = "<html><body><h1>Japan-Fiji Relations</h1><p><b>Direct Investment from Japan</b></p><p><b>Japan's Economic Cooperation</b><br>&bull; Loans: 2 million yen</p></body></html>"
    found = facts_of(page, "sheet.html").observations
    assert [(r.indicator, r.value_status) for r in found] == [("direct_investment", "missing"), ("oda_loans", "exact")]


def test_brackets_by_what_they_hold() -> None:
    (row,) = rows(
        "Japanese students in Fiji: 30 (as of June 2013, 11th in nationality rankings, Ministry of Justice)\n"
    )
    assert (row.period, row.rank, row.data_source) == ("2013-06", 11, "Ministry of Justice")


@each(
    "bracket",
    ["2013: World Bank", "World Bank: 2013", "2013 - World Bank", "2013 \u2013 World Bank", "World Bank, 2013"],
)
def test_a_date_and_a_source_with_a_sign_between(bracket: str) -> None:
    (row,) = rows(f"Population\n\n  • 900,000 ({bracket})\n")
    assert (row.period, row.data_source, row.note) == ("2013", "World Bank", None)


def test_whose_trade_a_heading_with_the_partner_means() -> None:
    found = rows("Trade with Fiji (2013):\n\n  • Exports: 2 billion yen\n  • Imports: 1 billion yen\n")
    assert [(r.from_area, r.to_area, r.direction_basis) for r in found] == [
        ("JPN", "FJI", "inherited"),
        ("FJI", "JPN", "inherited"),
    ]


@each(
    ("lines", "told"),
    [
        ("Cultural Grants\n\n  • FY 2008: Sound equipment for the Institute of Arts (45.6 million yen)",
         [("cultural_grants", "2008-04/2009-03", 45_600_000, "Sound equipment for the Institute of Arts")]),
        ("Cultural Grants (cumulative total until FY 2014):\n\n  • General Grant-in-aid for Cultural: 218.3 million yen",
         [("cultural_grants", "2014-04/2015-03", 218_300_000, "General Grant-in-aid for Cultural")]),
        ("Economic Cooperation (cumulative total until FY 2014):\n\n  • Trainees received: 1,132 persons\n  • Experts dispatched: 240 persons",
         [("participants", "2014-04/2015-03", 1_132, "Trainees received"), ("participants", "2014-04/2015-03", 240, "Experts dispatched")]),
        ("Technical Cooperation (cumulative total until FY 2014)\n\n  • Trainees: 1,132 persons\n  • Experts: 240\n  • Volunteers: 24",
         [("participants", "2014-04/2015-03", 1_132, "Trainees"), ("participants", "2014-04/2015-03", 240, "Experts"), ("participants", "2014-04/2015-03", 24, "Volunteers")]),
        ("Economic Cooperation\n\nTechnical cooperation in terms of persons (cumulative total until FY 2014)\nTrainees received: 132\nStudy teams: 20 persons",
         [("participants", "2014-04/2015-03", 132, "Trainees received"), ("participants", "2014-04/2015-03", 20, "Study teams")]),
        ("Major DAC Donors (2016, net disbursements)\n\n  • Spain (US$ 28.3 million)", [("oda_total", "2016", 28_300_000, "Spain")]),
        ("Major DAC Donors (2016, net disbursements)\n\n  • 1. Spain (US$ 28.3 million)", [("oda_total", "2016", 28_300_000, "Spain")]),
        ("Cultural Relations\n\n  • Cultural Grants: 218.3 million yen (until FY 2014)\n  • In 2016, 512 Armenians visited Japan.",
         [("cultural_grants", "2014-04/2015-03", 218_300_000, "Cultural Grants"), ("visitors", "2016", 512, "In 2016, 512 Armenians visited Japan.")]),
        ("Trade with Armenia (2011):\n\n(Exports to Japan) 112 million yen (raw cotton)",
         [("trade_goods", "2011", 112_000_000, "Exports to Japan")]),
        ("Direct Investment from Japan\n\nStock as of the end of 2014: 31.7 billion yen\nFlow in 2013: 2.1 billion yen",
         [("direct_investment", "2014", 31_700_000_000, "Stock as of the end of 2014"), ("direct_investment", "2013", 2_100_000_000, "Flow in 2013")]),
        ("Number of Residents\n\nTotal number: 12 (as of 2014)", [("residents", "2014", 12, "Total number")]),
        ("Direct Investment from Japan\n\n  • Manufacturing in 2014: 31.7 billion yen", []),
    ],
)  # fmt: skip
def test_items_known_by_what_stands_around_them(lines: str, told: list[tuple[str, str, int, str]]) -> None:
    rows = facts_of(f"Japan-Armenia Relations\n\nMarch 2019\n\n{lines}\n").observations
    assert [(row.indicator, row.period, row.value, row.label) for row in rows] == told


def test_who_goes_where_in_aid() -> None:
    lines = "Economic Cooperation\n\n  • Trainees received: 12 persons (FY 2014)\n  • Experts dispatched: 2 persons (FY 2014)\n"
    rows = facts_of(f"Japan-Armenia Relations\n\nMarch 2019\n\n{lines}").observations
    assert [(row.from_area, row.to_area, row.direction_basis) for row in rows] == [
        ("ARM", "JPN", "inferred"),
        ("JPN", "ARM", "inferred"),
    ]


@each(
    ("note", "told"),
    [
        ("(Cumulative totals up to FY 2003)", ("cumulative", "2003-04/2004-03", "until")),
        ("(until FY 2003)", ("cumulative", "2003-04/2004-03", "until")),
        ("(As of the end of FY 2003)", ("cumulative", "2003-04/2004-03", "as_of")),
        ("Cumulative totals up to FY 2003.", ("cumulative", "2003-04/2004-03", "until")),
        ("Note: figures are cumulative totals up to FY 2003", ("cumulative", "2003-04/2004-03", "until")),
        ("累計（2003年度まで）", ("cumulative", "2003-04/2004-03", "until")),
        ("Note: Loans were suspended until 1995.", (None, None, "unstated")),
        ("(Cumulative totals)", (None, None, "unstated")),
    ],
)
def test_words_below_aid_say_until_when_its_totals_run(note: str, told: tuple[str | None, ...]) -> None:
    found = rows(f"Economic Cooperation\n\n  • Loans: 19.12 billion yen\n  • Grants: 63.45 billion yen\n\n{note}\n")
    assert {(row.measure, row.period, row.period_kind) for row in found} == {told}
    assert len(found) == 2


def test_a_date_below_figures_is_that_of_those_without_one() -> None:
    found = rows(
        "Economic Cooperation\n\n  • Loans: 3 billion yen (FY 2001)\n  • Grants: 6 billion yen\n\n(Cumulative total until FY 2003)\n"
    )
    assert [row.period for row in found] == ["2001-04/2002-03", "2003-04/2004-03"]


def test_where_forebears_came_from() -> None:
    [row] = facts_of(
        "Japan-Peru Relations\n\nMarch 2019\n\nNumber of Residents\n\n  • Number of Peruvians of Japanese descent: 100,000\n"
    ).observations
    assert (row.indicator, row.from_area, row.to_area) == ("descendants", "JPN", "PER")


@each(
    ("lines", "told"),
    [
        ("  • Loans: 8.15 billion yen※1\n  • Technical cooperation: 44.88 billion yen※2\n\n※1 Exchange of Notes basis\n※2 JICA costs basis",
         [("oda_loans", 8_150_000_000, "exchange_of_notes"), ("oda_technical", 44_880_000_000, "jica_cost")]),
        ("  • Loans*1: 3 billion yen\n  • Technical cooperation *2: 2 billion yen\n\n*1 Exchange of notes basis; *2 JICA costs basis",
         [("oda_loans", 3_000_000_000, "exchange_of_notes"), ("oda_technical", 2_000_000_000, "jica_cost")]),
        ("  • Technical cooperation (※2): 2 billion yen\n  • Grants (※1): 3 billion yen\n\n※1 Exchange of notes basis\n\n※2 JICA costs basis",
         [("oda_technical", 2_000_000_000, "jica_cost"), ("oda_grants", 3_000_000_000, "exchange_of_notes")]),
        ("  • Grants: 3 billion yen※\n  • Technical cooperation: 2 billion yen※※\n\n※ Exchange of notes basis ※※ JICA costs basis",
         [("oda_grants", 3_000_000_000, "exchange_of_notes"), ("oda_technical", 2_000_000_000, "jica_cost")]),
        ("  • Grants: 3 billion yen※1, Technical cooperation: 2 billion yen※2\n\n※1 Exchange of notes basis ※2 JICA costs basis",
         [("oda_grants", 3_000_000_000, "exchange_of_notes"), ("oda_technical", 2_000_000_000, "jica_cost")]),
        ("  • Grants: 3 billion yen※1\n  • Loans: 2 billion yen\n\n※1 Exchange of notes basis",
         [("oda_grants", 3_000_000_000, "exchange_of_notes"), ("oda_loans", 2_000_000_000, None)]),
        ("  • Grants: 3 billion yen\n  • Loans: 2 billion yen\n\n※ Exchange of notes basis",
         [("oda_grants", 3_000_000_000, "exchange_of_notes"), ("oda_loans", 2_000_000_000, "exchange_of_notes")]),
        ("  • Grants: 3 billion yen\n  • Loans: 2 billion yen\n\n※1 Exchange of notes basis ※2 JICA costs basis",
         [("oda_grants", 3_000_000_000, None), ("oda_loans", 2_000_000_000, None)]),
    ],
)  # fmt: skip
def test_a_footnote_is_said_of_the_figures_that_bear_its_mark(lines: str, told: list[tuple[str, int, str]]) -> None:
    found = rows(f"Japan's Economic Cooperation (cumulative total until FY 2014)\n\n{lines}\n")
    assert [(row.indicator, row.value, row.accounting_basis) for row in found] == told


@each(
    ("lines", "told"),
    [
        ("Japan's ODA (FY 2016)\nItemAmountNote\nGrants139 million yenexchange of notes basis\nLoansnone",
         [("oda_grants", 139_000_000, "JPY", "2016-04/2017-03", "exchange_of_notes"), ("oda_loans", None, None, "2016-04/2017-03", None)]),
        ("Trade with Japan (2017)\nItemValueMain items\nExports to FijiUS$1,258 millioncars\nImports from Fiji (c.i.f.)3 billion yenfish",
         [("trade_goods", 1_258_000_000, "USD", "2017", None), ("trade_goods", 3_000_000_000, "JPY", "2017", None)]),
        ("Number of Residents\nNationalityNumberDate\nJapanese nationals residing in Fiji13as of October 2017",
         [("residents", 13, "persons", "2017-10", None)]),
        ("Number of Residents\nNationalityNumber\nJapanese nationals residing in Fiji13", [("residents", 13, "persons", None, None)]),
        ("Number of Residents\nSomethingElse\nJapanese nationals residing in Fiji13as of October 2017", []),
        ("Number of Residents\nNationalityNumberDate\nIn 2010 many came", []),
    ],
)  # fmt: skip
def test_cells_run_together_below_their_header(lines: str, told: list[tuple[str, int, str, str, str]]) -> None:
    found = [row for row in rows(f"{lines}\n") if row.value_status != "missing"]
    assert [(row.indicator, row.value, row.unit, row.period, row.accounting_basis) for row in found] == told


@each(("out", "back"), [("From Japan to Fiji", "From Fiji to Japan"), ("Japan to Fiji", "Fiji to Japan")])
@each("between", ["\n", "\n\n", "\n  • ", ": "])
def test_which_way_investment_goes(out: str, back: str, between: str) -> None:
    found = rows(
        "(2) Direct Investment (stock, as of the end of 2011)\n"
        f"{out}{between}98.4 billion yen\n{back}{between}26.1 billion yen\n"
    )
    assert [(row.from_area, row.to_area, row.value) for row in found] == [
        ("JPN", "FJI", Decimal("98400000000")),
        ("FJI", "JPN", Decimal("26100000000")),
    ]


@each("gap", ["\t", " \t ", "\u00a0", "\u3000", "  ", "\t: ", ": "])
def test_white_space_is_no_part_of_a_label(gap: str) -> None:
    (row,) = rows(f"Economic Cooperation from Japan (until FY 2013)\n\nLoans{gap}95,083 million yen\n")
    assert (row.label, row.value) == ("Loans", Decimal(95083000000))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Number of learners of Japanese in Fiji: 462 (2012)", (None, "persons", "2012")),
        ("Number of Fijians trained in Japan: more than 1,200 (since 1996)", ("FJI", "persons", "1996/..")),
        ("Number of th teams: 12 (2012)", (None, None, "2012")),
    ],
)
def test_a_label_that_counts_has_figures_whatever_it_counts(line: str, told: tuple[str | None, ...]) -> None:
    found = facts_of(f"Japan-Fiji Relations\n\nMay 1, 2015\n\nCultural Relations\n\n- Judo is popular.\n- {line}\n")
    assert [(row.indicator, row.from_area, row.unit, row.period) for row in found.observations] == [("other", *told)]


@each("above", ["3. Economic Relations\n\n", "3. Cultural Relations\n\n"])
@each("bullet", ["", "  • "])
def test_a_bare_count_is_of_what_its_heading_says(above: str, bullet: str) -> None:
    [row] = rows(f"{above}(3) Members of the Chamber of Commerce\n\n{bullet}1,371 companies (as of April 2012)\n")
    assert (row.indicator, row.measure, row.label, row.value, row.unit, row.period, row.from_area) == (
        "other", "stock", "(3) Members of the Chamber of Commerce", 1371, "companies", "2012-04", None
    )  # fmt: skip


def test_what_somebody_gave_is_a_story() -> None:
    line = "After the floods of May 2006, Japan extended emergency grant aid of about 5 million dollars through others."
    found = facts_of(f"Japan-Fiji Relations\n\nMay 1, 2015\n\nPolitical Relations\n\n{line}\n").observations
    assert [(row.indicator, row.measure, row.period) for row in found] == [("other", None, None)]


def test_descent_is_told_by_the_label_above() -> None:
    found = facts_of(
        "Japan-Fiji Relations\n\nMay 1, 2015\n\nBasic Data\n\nFijians of Japanese descent:\n  • 200\n"
    ).observations
    assert [(row.indicator, row.from_area, row.to_area) for row in found] == [("descendants", "JPN", "FJI")]


def test_two_peoples_in_a_row_are_descent() -> None:
    text = (
        "Japan-Cuba Relations\n\nMay 1, 2015\n\nBasic Data\n\nNumber of Residents:\n- Japanese Cubans: approx. 1,200\n"
    )
    found = facts_of(text).observations
    assert [(row.indicator, row.from_area, row.to_area) for row in found] == [("descendants", "JPN", "CUB")]


def test_a_note_below_all_is_said_of_the_figures_that_bear_its_mark() -> None:
    facts = facts_of(
        "Japan-Fiji Relations\n\nMay 1, 2015\n\nTrade with Japan (2014)*:\n• Exports to Japan: 3 billion yen\n"
        "Japan's Economic Cooperation (cumulative total until FY 2013):*1\n• Grants: 5 billion yen\n"
        "• Technical Cooperation: 7 billion yen*2\n\nVIP Visits\n\nFrom Japan to Fiji\n2013 Prime Minister Shinzo Abe\n\n"
        "* Source: Ministry of Finance, Japan\n\n*1 Loans and grants are based on Exchange of Notes.\n\n*2 Based on JICA costs.\n"
    )
    assert [(row.indicator, row.value, row.data_source, row.accounting_basis) for row in facts.observations] == [
        ("trade_goods", 3_000_000_000, "Ministry of Finance, Japan", None),
        ("oda_grants", 5_000_000_000, None, "exchange_of_notes"),
        ("oda_technical", 7_000_000_000, None, "jica_cost"),
    ]


def test_marks_of_notes_may_stand_in_brackets() -> None:
    facts = facts_of(
        "Japan-Fiji Relations\n\nMay 1, 2015\n\nJapan's Economic Cooperation (FY 2013)(*1)\n\n• Grants: 5 billion yen\n• Loans: 7 billion yen (*2)\n\n"
        "VIP Visits\n\nFrom Japan to Fiji\n2013 Prime Minister Shinzo Abe\n\n(*1) Source: OECD/DAC  (*2) Exchange of Notes basis\n"
    )
    assert [(row.indicator, row.data_source, row.accounting_basis) for row in facts.observations] == [
        ("oda_grants", "OECD/DAC", None),
        ("oda_loans", "OECD/DAC", "exchange_of_notes"),
    ]


BRACKETED = [
    ("Economic Cooperation (FY 2013; in brackets the cumulative total up to FY 2013)", "cumulative", "until"),
    ("Economic Cooperation (FY 2013, cumulative totals in parentheses)", "cumulative", "as_of"),
    ("Japan's ODA (figures in brackets: cumulative total as of FY 2013; FY 2013)", "cumulative", "as_of"),
]


@pytest.mark.parametrize(("heading", "measure", "kind"), BRACKETED, ids=[heading for heading, _, _ in BRACKETED])
def test_a_heading_says_what_the_figures_in_brackets_are(heading: str, measure: str, kind: str) -> None:
    found = rows(
        f"{heading}\n\n  • Loans: None (101.53 billion yen)\n  • Grants: 0.12 billion yen (10.27 billion yen)\n"
    )
    told = [(row.indicator, row.value and int(row.value), row.measure, row.period_kind, row.note) for row in found]
    assert told == [
        ("oda_loans", None, "flow", "fiscal_year", None),
        ("oda_loans", 101530000000, measure, kind, None),
        ("oda_grants", 120000000, "flow", "fiscal_year", None),
        ("oda_grants", 10270000000, measure, kind, None),
    ]
    assert {row.period for row in found} == {"2013-04/2014-03"}


def test_an_amount_in_a_bracket_of_which_nothing_is_said_stays_a_note() -> None:
    [row] = rows("Economic Cooperation (FY 2013)\n\n  • Grants: 0.12 billion yen (10.27 billion yen)\n")
    assert row.note == "10.27 billion yen"


def test_a_grant_with_two_brackets() -> None:
    text = "Japan's ODA\n\n(4) Main grant aid projects\n\n  • Water Supply (Phase II) (FY 2010, 1,427 million yen)\n"
    [row] = rows(text)
    assert (row.indicator, row.label, row.note) == ("oda_grants", "Water Supply", "Phase II")
    assert (row.period, row.value and int(row.value)) == ("2010-04/2011-03", 1_427_000_000)


def test_people_in_aid_until_a_year_are_a_running_total() -> None:
    [row] = rows(
        "Japan's ODA\n\n(5) Technical cooperation in people (up to FY 2002)\n\n  • Trainees received in Japan: 12\n"
    )
    assert (row.indicator, row.measure, row.period_kind) == ("participants", "cumulative", "until")


@each(
    "heading",
    ["Key Economic Indicators (2013, World Bank)", "Foreign Trade of Fiji (2013)", "### Economic Data (2013):"],
)
def test_trade_among_the_figures_of_a_countrys_own_economy_is_with_all_the_world(heading: str) -> None:
    figures = (
        "\n\n• Exports: US$ 4.6 billion (fish, sugar)\n• Imports: US$ 3.1 billion\n• Exports to Japan: US$ 1 billion\n"
    )
    found = facts_of(f"Japan-Fiji Relations\n\nMay 1, 2015\n\n{heading}{figures}").observations
    assert [(row.indicator, row.from_area, row.to_area, row.period) for row in found] == [
        ("other", "FJI", None, "2013"),
        ("other", None, "FJI", "2013"),
        ("trade_goods", "FJI", "JPN", None),
    ]


SENT = [
    "Technical Cooperation (until FY 2015)\n\nSurvey teams: 20 persons\n",
    "Economic Cooperation (until FY 2015)\n\n  • Technical cooperation: 3 billion yen\n  • Survey team members: 20 persons\n",
    "Economic Cooperation (until FY 2015)\n\n  • Technical cooperation: 3 billion yen\n  • Study team members: 20\n",
]


@each(("text",), [(text,) for text in SENT])
def test_teams_that_were_sent(text: str) -> None:
    row = facts_of(f"Japan-Palau Relations\n\n{text}").observations[-1]
    assert (row.indicator, row.from_area, row.to_area, row.unit) == ("participants", "JPN", "PLW", "persons")
    assert (row.period, row.data_source, int(row.value or 0)) == ("2015-04/2016-03", None, 20)


def test_bases_that_a_heading_gives_to_kinds_of_aid() -> None:
    heading = (
        "Japan's Economic Cooperation (up to FY 2012; loans and grants: E/N basis, technical cooperation: JICA basis)"
    )
    lines = "Loans: 1 billion yen\nGrants: 2 billion yen\nTechnical cooperation: 3 billion yen\n"
    rows = facts_of(f"Japan-Palau Relations\n\n{heading}\n{lines}").observations
    assert [row.accounting_basis for row in rows] == ["exchange_of_notes", "exchange_of_notes", "jica_cost"]


def test_a_line_that_states_a_unit_heads_the_table_below_it() -> None:
    table = "| Year | Grant aid | Total |\n| FY 2015 | 1.5 | 2.5 |\n"
    found = rows(
        f"Japan's ODA to Fiji\n\nODA by fiscal year (Unit: 100 million yen)\n\n{table}\n"
        f"Japan's ODA by calendar year (Gross disbursements, US$ million)\n\n{table.replace('FY ', '')}"
        "DAC donors (Gross disbursements, US$ million)\n| Rank | 2015 | 2016 |\n|---|\n| 1 | Italy (3.1) | France (4.1) |\n"
    )
    assert [(row.indicator, row.period, row.value, row.unit) for row in found] == [
        ("oda_grants", "2015-04/2016-03", Decimal(150_000_000), "JPY"),
        ("oda_total", "2015-04/2016-03", Decimal(250_000_000), "JPY"),
        ("oda_grants", "2015", Decimal(1_500_000), "USD"),
        ("oda_total", "2015", Decimal(2_500_000), "USD"),
        ("oda_total", "2015", Decimal(3_100_000), "USD"),
        ("oda_total", "2016", Decimal(4_100_000), "USD"),
    ]
    assert [row.from_area for row in found[-2:]] == ["ITA", "FRA"]


@each(
    "printed",
    [
        "9,786\n12.4\n20,228",
        "9,786 12.4\n\n20,228",
        "| 9,786 |\n| -12.4 |",
        "Exports 9,786 12.4",
        "2,398 28.0 Liquefied natural gas",
        "1\nCars, fish\n2\nTea, oil",
    ],
)
def test_figures_without_words_are_of_columns_that_nothing_names(printed: str) -> None:
    """A program that loses the place of cells leaves them below whatever label came last."""
    found = rows(f"Trade\n\nJapan's exports to Fiji\n{printed}\n")
    assert [row.value for row in found if row.value_status == "reported"] == []


def test_one_figure_below_its_label_is_what_that_counts() -> None:
    (row,) = rows("Residents\n\nJapanese nationals residing in Fiji:\n148\n\nSource: Ministry of Foreign Affairs\n")
    assert (row.indicator, row.value) == ("residents", Decimal(148))


@each(
    "line",
    [
        "Japanese in Palau: 189 (Oct. 2005)",
        "  • Japanese in Palau: 189 (October 2005)",
        "Japanese in Palau .......... 189 (Oct. 2005)",
        "Japanese in Palau | 189 (Oct. 2005) |",
        "Japanese in Palau (as of Oct. 2005): 189 persons",
    ],
)
def test_people_of_one_country_in_the_other(line: str) -> None:
    facts = facts_of(f"Japan-Palau Relations\n\nMay 1, 2009\n\n6. Exchanges\n\n{line}\n")
    told = [(row.indicator, row.from_area, row.to_area, row.period, row.value) for row in facts.observations]
    assert told == [("residents", "JPN", "PLW", "2005-10", 189)]
    assert facts.events == []


def test_years_of_headings_may_stand_before_their_brackets() -> None:
    for heading in ("Main Exports to Palau, 2005 (US$ thousand)", "Main Exports to Palau in 2005 (US$ thousand)"):
        rows = facts_of(f"Japan-Palau Relations\n\nTrade\n\n{heading}\n\n  • Cars: 41\n  • Tires: 9\n").observations
        assert [(row.goods, row.period, row.unit) for row in rows] == [
            ("Cars", "2005", "USD"),
            ("Tires", "2005", "USD"),
        ]


WAYS = [
    "  • Japan → Fiji\n      - 21 million yen (2013)\n      - 14 million yen (2014): automobiles, tires\n  • Fiji → Japan\n      - 6 million yen (2013)\n      - 5 million yen (2014): tuna, sugar\n",
    "  • From Japan to Fiji\n      - 2013: 21 million yen\n      - 2014: 14 million yen (automobiles, tires)\n  • From Fiji to Japan\n      - 2013: 6 million yen\n      - 2014: 5 million yen (tuna, sugar)\n",
    "Japan -> Fiji\n  • 21 million yen (2013)\n  • 14 million yen (2014): mainly automobiles, tires\nFiji -> Japan\n  • 6 million yen (2013)\n  • 5 million yen (2014): mainly tuna, sugar\n",
]  # fmt: skip


@each("lines", WAYS)
def test_an_item_that_says_the_way_of_the_figures_below_it(lines: str) -> None:
    found = rows(f"Trade\n\n{lines}")
    assert [(row.from_area, row.period, row.value and int(row.value), row.goods) for row in found] == [
        ("JPN", "2013", 21_000_000, None),
        ("JPN", "2014", 14_000_000, "automobiles, tires"),
        ("FJI", "2013", 6_000_000, None),
        ("FJI", "2014", 5_000_000, "tuna, sugar"),
    ]


def test_one_word_behind_a_colon_is_a_note_and_no_good() -> None:
    (row,) = rows("Trade\n\nExports to Japan: 8 million yen (2014): provisional\n")
    assert (row.goods, row.note) == (None, "provisional")


@each("words", [" worth", ", totalling", " totaling", " amounting to", ", valued at", "; total value"])
def test_a_count_and_what_it_came_to_below_their_heading(words: str) -> None:
    line = f"3 projects{words} 1.9 billion yen (total from FY 1951 to FY 1999)"
    found = rows(f"Direct Investment from Japan\n\n{line}\n")
    assert [(row.indicator, row.period, row.unit, int(row.value or 0), row.label) for row in found] == [
        ("investment_cases", "1951-04/2000-03", "projects", 3, "Direct Investment from Japan"),
        ("direct_investment", "1951-04/2000-03", "JPY", 1900000000, "Direct Investment from Japan"),
    ]  # fmt: skip


ALONE = [
    ("Japanese companies in Fiji\n\nEight (as of October 2000)\n", [("companies", 8, "2000-10", "companies")]),
    (
        "Economic Relations\n\n  • Japanese companies in Fiji: twenty-one (2000)\n",
        [("companies", 21, "2000", "companies")],
    ),
    ("Japanese Nationals\n\n  • Three persons (as of October 2000)\n", [("residents", 3, "2000-10", "persons")]),
    ("Japanese Nationals\n\nTwo of them live in Suva (2000).\n", []),
    ("Japan's ODA\n\n  • Grants: three (FY 2000)\n", []),
]


@each(("text", "told"), ALONE)
def test_a_number_in_words_that_is_all_a_line_says(text: str, told: list[tuple[str, int, str, str]]) -> None:
    assert [(row.indicator, int(row.value or 0), row.period, row.unit) for row in rows(text)] == told


@each(
    ("bracket", "period"),
    [
        ("1 project: Airport Project, March 2005", "2007-04/2008-03"),
        ("two loans: Airport (2003) and Port (2005)", "2007-04/2008-03"),
        ("3 projects, FY 2005", "2005-04/2006-03"),
        ("March 2005", "2005-03"),
    ],
)
def test_the_date_of_a_thing_counted_and_named_is_not_the_figures(bracket: str, period: str) -> None:
    (row, *_) = rows(f"Japan's ODA (cumulative total until FY 2007)\n\n  • Loans: 19.09 billion yen ({bracket})\n")
    assert row.period == period


@each(
    ("heading", "basis"),
    [
        ("ODA by donor, 2007 (net, US$ million)", "net_disbursement"),
        ("Major Donors (2007, US$ million; gross)", "gross_disbursement"),
        ("Japan's ODA in 2007 (Net, million US$)", "net_disbursement"),
        ("Japan's direct investment in 2007 (net, US$ million)", None),
    ],
)
def test_net_and_gross_alone_are_bases_of_aid(heading: str, basis: str | None) -> None:
    line = "Grants: 7.3" if "Japan" in heading else "1. Germany   82.4\n2. Japan     30.1"
    line = "Stock: 7.3" if "investment" in heading else line
    assert {row.accounting_basis for row in rows(f"{heading}\n\n{line}\n")} == {basis}


@each(
    ("line", "periods"),
    [
        ("Trainees from Fiji: 684; experts to Fiji: 39 (up to fiscal 2007)", ["2007-04/2008-03"] * 2),
        ("Trainees: 684 persons, experts: 39 persons, and volunteers: about 30 persons (2007).", ["2007"] * 3),
        ("Trainees: 684 (up to FY 2006); experts: 39 (up to FY 2007)", ["2006-04/2007-03", "2007-04/2008-03"]),
        ("Trainees: 684; grants: 39 million yen (2007)", [None, "2007"]),
    ],
)
def test_the_date_that_closes_a_list_of_labelled_figures(line: str, periods: list[str | None]) -> None:
    assert [row.period for row in rows(f"Japan's Assistance\n\n{line}\n")] == periods


@each(
    ("line", "told"),
    [
        ("Cultural grants (21 projects, 685 million yen)", [("cultural_projects", 21, None), ("cultural_grants", 685000000, None)]),
        ("Loans (685 million yen; 3 projects, FY 2007)", [("oda_loans", 685000000, "2007-04/2008-03"), ("aid_projects", 3, "2007-04/2008-03")]),
        ("  • Grants (3 projects, 85 million yen)", [("aid_projects", 3, None), ("oda_grants", 85000000, None)]),
    ],
)  # fmt: skip
def test_money_and_what_it_was_given_for_in_one_bracket(line: str, told: list[tuple[str, int, str | None]]) -> None:
    found = rows(f"Japan's Assistance\n\n{line}\n\nVIP Visits\n")
    assert [(row.indicator, row.value, row.period) for row in found] == told
    assert {row.note for row in found} == {None}


@each(
    "heading",
    ["Trade with Japan 2008 (US$ million)", "Trade 2008 (US$ million)", "Trade with Japan, 2008 (US$ million)"],
)
def test_a_year_before_the_unit_of_the_figures_below_is_no_amount(heading: str) -> None:
    found = rows(f"{heading}\n\nExports to Japan: 82\nImports from Japan: 30\n")
    assert [(row.indicator, row.period, row.value) for row in found] == [
        ("trade_goods", "2008", 82000000),
        ("trade_goods", "2008", 30000000),
    ]


def test_a_number_like_a_year_beside_amounts_is_one() -> None:
    found = rows("Trade with Japan\n\nExports to Japan 2008 (million yen)\nImports from Japan 2985 (million yen)\n")
    assert [row.value for row in found] == [2008000000, 2985000000]


LISTS = [
    "<ul><li>{}<ul><li>2018: 391<li>2022: 287</ul><li>{}</ul>",
    "<ul><li>{}<ul><li>2018: 391<li>2022: 287</ul></li></ul><ul><li>{}</li></ul>",
]
BEHIND = [
    ("ABE Initiative participants from Fiji: 164 (total up to 2022)", [("participants", "FJI", "cumulative", "until")]),
    ("Participants in the SDGs Scheme from Fiji: 164 (up to 2022)", [("participants", "FJI", "cumulative", "until")]),
    ("Japanese residents in Fiji: 164 (2022)", [("residents", "JPN", "stock", "as_of")]),
    ("Rotary scholars from Fiji: 164 (2022)", []),
]


@pytest.mark.parametrize("items", LISTS)
@pytest.mark.parametrize(
    "label", ["Visitors from Fiji to Japan (JNTO)", "Visitors to Japan", "Fijian students in Japan"]
)
@pytest.mark.parametrize(("last", "told"), BEHIND)
def test_an_item_behind_those_set_in_below_another_is_none_of_them(
    items: str, label: str, last: str, told: list[tuple[str, str, str, str]]
) -> None:
    page = f"<html><body><h1>Japan-Fiji Relations</h1><h3>5. People</h3>{items.format(label, last)}</body></html>"
    first, second, *rest = facts_of(page, "sheet.html").observations
    assert (first.indicator, first.from_area, second.period) == (second.indicator, "FJI", "2022")
    assert [(r.indicator, r.from_area, r.measure, r.period_kind) for r in rest] == told


TOTALS = ["Accumulated total as of FY 2014 (billion yen)", "Cumulative totals up to FY 2014 (unit: billion yen)"]


@pytest.mark.parametrize("head", TOTALS)
@pytest.mark.parametrize("item", ["Grants 170.35", "Grants: 170.35"])
def test_an_item_says_until_when_the_totals_below_it_run(head: str, item: str) -> None:
    aid = "  • Aid by fiscal year (million yen)\n      • FY 2013: Grants 14.13\n"
    text = f"Japan-Fiji Relations\n\nJapan's Economic Cooperation\n\n{aid}  • {head}\n      • {item}\n"
    told = [(row.indicator, row.measure, row.period, row.value) for row in facts_of(text).observations]
    assert told == [
        ("oda_grants", "flow", "2013-04/2014-03", 14_130_000), ("oda_grants", "cumulative", "2014-04/2015-03", 170_350_000_000),
    ]  # fmt: skip


def test_a_note_behind_a_list_is_of_the_items_set_in_too() -> None:
    for note in (
        "* Loans and grants: E/N basis. Technical cooperation: JICA expenses.",
        "  • Note: loans and grants are on E/N basis.",
    ):
        text = f"Japan's ODA\n\n  • Cumulative total up to FY 2014 (billion yen)\n      • Loans 101.53\n      • Grants 170.35\n{note}\n"
        assert [row.accounting_basis for row in rows(text)] == ["exchange_of_notes"] * 2
