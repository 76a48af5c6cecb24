"""Tables with years as columns or as rows: units, bases and sources from the caption, the label or a line beside them."""

from __future__ import annotations

import pytest

from pipeline.extract.figures.tables.year_columns import split_labels
from pipeline.publishers import load
from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of, notes_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text).observations


@each(
    ("above", "below"),
    [
        ("ODA from Japan (US$ million, net disbursement basis)\n\n", "(Source: OECD/DAC)\n"),
        ("ODA from Japan\n\n(Unit: US$ million)\n\n", "(Source: OECD/DAC, net disbursement basis)\n"),
        ("ODA from Japan\n\n", "\n(US$ million, net disbursement basis; Source: OECD/DAC)\n"),
        ("ODA from Japan\n\nUnit: US$ million; net disbursement\n\n", "Source: OECD/DAC\n"),
    ],
)
def test_unit_basis_and_source(above: str, below: str) -> None:
    found = rows(f"{above}Year | 2012 | 2013 |\n---|---|---|\nGrant Aid | 6.1 | 7.9 |\n{below}")
    assert [(row.period, str(row.value), row.unit) for row in found] == [
        ("2012", "6100000.0", "USD"),
        ("2013", "7900000.0", "USD"),
    ] or [(row.period, int(row.value or 0), row.unit) for row in found] == [
        ("2012", 6100000, "USD"),
        ("2013", 7900000, "USD"),
    ]
    assert {(row.accounting_basis, row.data_source) for row in found} == {("net_disbursement", "OECD/DAC")}


def test_a_note_gives_its_basis_to_those_it_names() -> None:
    text = (
        "Japan's ODA to Fiji (until FY 2012):\n\n  • Grants: 5 million yen\n  • Technical cooperation: 4 million yen\n"
    )
    found = rows(
        "Basic Data\n\n" + text + "(Grants: Exchange of Notes basis; technical cooperation: JICA expenditure basis)\n"
    )
    assert [row.accounting_basis for row in found] == ["exchange_of_notes", "jica_cost"]
    found = rows("Basic Data\n\n" + text + "(Grants: Exchange of Notes basis)\n")
    assert [row.accounting_basis for row in found] == ["exchange_of_notes", None]


def test_one_cell_a_line_below_years() -> None:
    table = "|\n2012 |\n2013 |\nExports to Japan |\n9,412 |\n-8.5 |\n(Note 1) Ships of 2010 are not included.\n"
    facts = facts_of(f"{HEAD}Nationals of Fiji in Japan:\n\n  • 5\n\nJapan-Island Trade (Unit: million yen)\n{table}")
    assert [(row.label, row.section, row.period, int(row.value or 0)) for row in facts.observations[1:]] == [
        ("Exports to Japan", "Japan-Island Trade (Unit: million yen)", "2012", 9412000000),
        ("Exports to Japan", "Japan-Island Trade (Unit: million yen)", "2013", -8500000),
    ]
    assert facts.events == []


def test_fiscal_years_head_columns() -> None:
    found = rows("Japan's ODA to Fiji (million yen)\n\nFY | 2011 | 2012 |\n---|---|---|\nGrants | 5 | 6 |\n")
    assert [(row.period, row.period_kind) for row in found] == [
        ("2011-04/2012-03", "fiscal_year"),
        ("2012-04/2013-03", "fiscal_year"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Year | Exports to Japan | Imports from Japan |\n---|---|---|\n2011 | 12 | 34 |\n2012 | 13 | 35 |\n",
        "Year Exports to Japan Imports from Japan\n2011 12 34\n2012 13 35\n",
    ],
)
def test_years_as_rows(table: str) -> None:
    found = rows("Trade (million yen)\n\n" + table)
    assert [(row.from_area, row.period, int(row.value or 0)) for row in found] == [
        ("FJI", "2011", 12000000),
        ("JPN", "2011", 34000000),
        ("FJI", "2012", 13000000),
        ("JPN", "2012", 35000000),
    ]


DASH_ROWS = [
    ("Fiscal Year Loans Grants Technical Cooperation\n\n2011 - 2.6 11.5\n\n2012 0.5 - 9.8\n\nCumulative Total 5.5 3.8 25.1\n", "a blank line between"),
    ("FY Loans Grants Technical Cooperation\n2011 – 2.6 11.5\n2012 0.5 – 9.8\nCumulative 5.5 3.8 25.1\n", "none between"),
    ("Fiscal Year\tLoans\tGrants\tTechnical Cooperation\n2011\t-\t2.6\t11.5\n2012\t0.5\t-\t9.8\nCumulative Total\t5.5\t3.8\t25.1\n", "tabs"),
]  # fmt: skip


@each(("table", "name"), DASH_ROWS)
def test_a_dash_between_spaces_is_a_column(table: str, name: str) -> None:
    found = rows(f"Japan's ODA (Unit: 100 million yen)\n\n{table}")
    assert [(row.indicator, row.period, row.unit, row.value and int(row.value / 10**7)) for row in found] == [
        ("oda_loans", "2011-04/2012-03", None, None),
        ("oda_grants", "2011-04/2012-03", "JPY", 26),
        ("oda_technical", "2011-04/2012-03", "JPY", 115),
        ("oda_loans", "2012-04/2013-03", "JPY", 5),
        ("oda_grants", "2012-04/2013-03", None, None),
        ("oda_technical", "2012-04/2013-03", "JPY", 98),
        ("oda_loans", None, "JPY", 55),
        ("oda_grants", None, "JPY", 38),
        ("oda_technical", None, "JPY", 251),
    ], name
    assert [row.measure for row in found[-3:]] == ["cumulative"] * 3, name


@each("lead", ["Total", "Grand Total", "合計"])
def test_a_total_that_does_not_say_of_what_time_is_no_figure_of_one_kind(lead: str) -> None:
    table = f"Fiscal Year Loans Grants\n2011 12 34\n{lead} 25 69\n"
    facts = facts_of(f"{HEAD}Japan's ODA (million yen)\n\n{table}")
    assert [row.period for row in facts.observations] == ["2011-04/2012-03"] * 2
    assert notes_of(facts, "unrecognised_text")


@each("total", ["Cumulative total (until FY2012)", "Cumulative total until FY 2012", "Total up to FY2012"])
@each(("corner", "gap"), [("", "\t"), ("Type", "\t"), ("FY", " ")])
def test_a_last_column_of_totals(total: str, corner: str, gap: str) -> None:
    if gap == " " and total.startswith("Total"):
        return
    table = f"{corner}\tFY2011\tFY2012\t{total}\nLoans\t-\t-\t45\nGrants\t12\t20\t388\n".replace("\t", gap)
    found = rows(f"Japan's ODA (Unit: million yen)\n{table}")
    assert [(row.indicator, row.period, row.period_kind, row.value and int(row.value / 10**6)) for row in found] == [
        ("oda_loans", "2011-04/2012-03", "fiscal_year", None),
        ("oda_loans", "2012-04/2013-03", "fiscal_year", None),
        ("oda_loans", "2012-04/2013-03", "until", 45),
        ("oda_grants", "2011-04/2012-03", "fiscal_year", 12),
        ("oda_grants", "2012-04/2013-03", "fiscal_year", 20),
        ("oda_grants", "2012-04/2013-03", "until", 388),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Year | Exports to Japan | Purple |\n---|---|---|\n2011 | 12 | 34 |\n",
        "Year Exports to Japan Purple\n2011 12 34\n",
        "Year | Exports to Japan | Imports from Japan |\n---|---|---|\nTotal | 25 | 69 |\n",
    ],
)
def test_a_column_that_nobody_knows_is_refused(table: str) -> None:
    facts = facts_of(HEAD + "Trade (million yen)\n\n" + table)
    assert facts.observations == []
    assert notes_of(facts, "unrecognised_text")


def test_a_column_that_nobody_knows_among_others_is_refused_alone() -> None:
    table = "Year | Exports to Japan | Purple | Imports from Japan | Change |\n---|---|---|---|---|\n2011 | 12 | 34 | 5 | 3% |\n"
    facts = facts_of(f"{HEAD}Trade (million yen)\n\n{table}")
    assert [(row.from_area, int(row.value or 0)) for row in facts.observations[:2]] == [
        ("FJI", 12000000),
        ("JPN", 5000000),
    ]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["34"]


PAGE = "<html><body><h1>Japan-Fiji Relations</h1><h3>{}</h3><table border=1>{}</table></body></html>"


@each("first", ["Fiscal year", "Fiscal Years", "FY", "Calendar year", "Year"])
def test_a_header_in_plain_cells(first: str) -> None:
    table = (
        f"<tr><td>{first}<td>Loans<td>Grants<tr><td>FY 2011<td>5<td>6<tr><td>Cumulative total until FY 2011<td>7<td>8"
    )
    found = facts_of(PAGE.format("Japan's ODA to Fiji (million yen)", table), "sheet.html").observations
    assert [(row.indicator, row.period_kind, int(row.value or 0) // 1000000) for row in found] == [
        ("oda_loans", "fiscal_year", 5),
        ("oda_grants", "fiscal_year", 6),
        ("oda_loans", "until", 7),
        ("oda_grants", "until", 8),
    ]


@each(
    ("heading", "columns", "total"),
    [
        ("ODA from Japan", ["Loans", "Grants"], "oda_total"),
        ("Economic Relations", ["Loans", "Grants"], "oda_total"),
        ("Trade", ["Exports to Japan", "Imports from Japan"], "trade_total"),
        ("Economic Relations", ["Exports to Japan", "Imports from Japan"], "trade_total"),
    ],
)
def test_the_last_column_is_the_total_of_those_beside_it(heading: str, columns: list[str], total: str) -> None:
    one, two = columns
    for table in (
        f"Year | {one} | {two} | Total |\n---|---|---|---|\n2011 | 12 | 34 | 46 |\n",
        f"Year {one} {two} Total\n2011 12 34 46\n",
    ):
        found = rows(f"{heading} (million yen)\n\n{table}")
        assert [(row.indicator, row.is_total) for row in found][2:] == [(total, True)]


def test_a_total_of_what_has_none_is_refused() -> None:
    table = "Year | Japanese residents in Fiji | Fijian residents in Japan | Total |\n---|---|---|---|\n2011 | 2 | 3 | 5 |\n"
    assert rows(f"Residents\n\n{table}") == []


@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_source_below_the_blank_line_that_ends_a_table(gap: str) -> None:
    table = "Trade with Fiji (Unit: million yen)\nYear 2012 2013\nExports to Fiji 5 6\n"
    below = "(Source: Ministry of Finance, Japan)\n\nNumber of Japanese companies in Fiji:\n\n  • 7\n"
    found = rows(f"Economic Relations\n\n{table}{gap}{below}")
    assert [row.data_source for row in found] == ["Ministry of Finance, Japan"] * 2 + [None]


def test_a_running_total_below_the_years() -> None:
    table = (
        "Year | Grants | Technical Cooperation |\n---|---|---|\nFY 2015 | 9 | 4 |\nTotal as of FY 2015 | 246 | 71 |\n"
    )
    for words in ("Cumulative total as of FY 2015", "Accumulated total until FY 2015"):
        found = rows("Japan's ODA to Fiji (million yen)\n\n" + table.replace("Total as of FY 2015", words))
        kind = "until" if "until" in words else "as_of"
        assert [(row.indicator, row.period_kind, row.measure, int(row.value or 0) // 1000000) for row in found] == [
            ("oda_grants", "fiscal_year", "flow", 9),
            ("oda_technical", "fiscal_year", "flow", 4),
            ("oda_grants", kind, "cumulative", 246),
            ("oda_technical", kind, "cumulative", 71),
        ]


@pytest.mark.parametrize("amount", ["Amount (million yen)", "Amount (Unit: million yen)", "Value (million yen)"])
def test_one_column_of_amounts_beside_what_they_were_for(amount: str) -> None:
    table = f"FY | Project | {amount} |\n---|---|---|\n2002 | Musical Instruments | 45.6 |\n2004 | Judo Equipment | 29.3 |\n"
    found = rows(f"Cultural Grants\n\n{table}")
    assert [(row.indicator, row.period, int(row.value or 0), row.label, row.from_area) for row in found] == [
        ("cultural_grants", "2002-04/2003-03", 45600000, "Musical Instruments", "JPN"),
        ("cultural_grants", "2004-04/2005-03", 29300000, "Judo Equipment", "JPN"),
    ]
    assert not rows(f"History\n\n{table}")
    facts = facts_of(HEAD + f"Cultural Grants\n\n{table} | Karate Equipment | 4.5 |\n")
    assert [(row.period, row.period_basis) for row in facts.observations[2:]] == [("2004-04/2005-03", "inherited")]
    assert notes_of(facts, "label_repeated") == []


UNTIL = ["-FY 2003", "up to FY 2003", "～FY 2003", "to FY 2003", "– FY2003"]
ON_PAGE = "<html><body><h1>Japan-Fiji Relations</h1><h2>Economic Cooperation</h2><table border=1><caption>Japan's ODA (billion yen)</caption>{}</table></body></html>"
RUNS_UNTIL = [
    ON_PAGE.format("<tr><th>FY<th>Loans<th>Grants<tr><td>2003<td>1.1<td>0.06<tr><td>Cumulative<br>({})<td>2.29<td>15.07"),
    ON_PAGE.format("<tr><th>Type<th>FY 2002<th>FY 2003<th>Cumulative<br>({})<tr><td>Loans<td>-<td>1.1<td>2.29<tr><td>Grants<td>1.2<td>0.06<td>15.07"),
    f"{HEAD}Japan's ODA (unit: billion yen)\n\nFY      Loans    Grants\n2002     1.1     0.06\n2003     1.1     0.07\nCumulative ({{}})     2.29     15.07\n",
    f"{HEAD}Japan's ODA (unit: billion yen)\n\nFiscal year   2002   2003   Cumulative ({{}})\nLoans     1.1     0.06   2.29\nGrants     1.1     0.07   15.07\n",
]  # fmt: skip


@each(("table", "until"), [(table, until) for table in RUNS_UNTIL for until in UNTIL])
def test_a_sign_for_until_when_a_total_runs(table: str, until: str) -> None:
    facts = facts_of(table.format(until), "sheet.html" if table.startswith("<") else "sheet.txt")
    found = [row for row in facts.observations if row.measure == "cumulative"]
    assert [(row.indicator, row.period, row.period_kind, int(row.value or 0)) for row in found] == [
        ("oda_loans", "2003-04/2004-03", "until", 2290000000),
        ("oda_grants", "2003-04/2004-03", "until", 15070000000),
    ]


@each("rule", ["---|---|---|\n", ""])
@each("head", ["Cumulative total as of FY 2013", "FY 2013 (cumulative)"])
def test_columns_that_say_any_period(head: str, rule: str) -> None:
    text = (
        f"ODA from Japan (Unit: billion yen)\nType | FY 2013 | {head} |\n{rule}Loans | None | 60.86 |\nGrants | | 7.92 |\n"
        "Note: Loans and grants are based on exchange of notes.\n"
    )
    assert [(row.indicator, row.period, row.measure, row.value_status, row.accounting_basis) for row in rows(text)] == [
        ("oda_loans", "2013-04/2014-03", "flow", "none", "exchange_of_notes"),
        ("oda_loans", "2013-04/2014-03", "cumulative", "exact", "exchange_of_notes"),
        ("oda_grants", "2013-04/2014-03", "cumulative", "exact", "exchange_of_notes"),
    ]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Cumulative total until FY 2013", "until"),
        ("Total through FY 2013 (cumulative)", "until"),
        ("Cumulative total as of FY 2013", "as_of"),
    ],
)
def test_how_a_column_puts_its_period(head: str, kind: str) -> None:
    text = f"ODA from Japan (Unit: billion yen)\nType | FY 2013 | {head} |\n---|---|---|\nLoans | 0.3 | 60.86 |\n"
    assert [(row.period, row.period_kind) for row in rows(text)] == [
        ("2013-04/2014-03", "fiscal_year"),
        ("2013-04/2014-03", kind),
    ]


def test_columns_of_days_of_counting() -> None:
    text = "Residents\n | As of October 2013 | As of October 2014 |\n---|---|---|\nJapanese residents in Fiji | 480 | 476 |\n"
    assert [(row.period, row.value, row.measure) for row in rows(text)] == [
        ("2013-10", 480, "stock"),
        ("2014-10", 476, "stock"),
    ]


EXPORTS = "Exports to Fiji | 41.2 | cars, tires |\nImports from Fiji | 39.6 | tuna |\n"


@each(
    "head",
    [
        "Item | Amount (billion yen) | Main goods |\n---|---|---|\n",
        "Item | Amount (billion yen) | Main goods |\n",
        "Item | Value (Unit: billion yen) | Goods |\n---|---|---|\n",
        "Item (billion yen) | Amount | Main goods |\n---|---|---|\n",
        " | billion yen | Main goods |\n---|---|---|\n",
        "Item |\nAmount (billion yen) |\nMain goods |\n",
    ],
)
def test_the_unit_of_a_column_is_in_its_header(head: str) -> None:
    table = f"{head}{EXPORTS}" if head.count(" |\n") == 1 or "---" in head else head + EXPORTS.replace("| ", "|\n")
    found = rows(f"Economic Relations\n(1) Trade with Japan (2014)\n{table}")
    assert [(row.from_area, int(row.value or 0), row.unit, row.unit_basis, row.goods) for row in found] == [
        ("JPN", 41200000000, "JPY", "inherited", "cars, tires"),
        ("FJI", 39600000000, "JPY", "inherited", "tuna"),
    ]


def test_a_rank_beside_the_column_of_amounts_is_none() -> None:
    table = "Item | Rank | Amount (billion yen) |\n---|---|---|\nExports to Fiji | 3 | 41.2 |\n"
    facts = facts_of(f"{HEAD}Economic Relations\n(1) Trade with Japan (2014)\n{table}")
    assert [(int(row.value or 0), row.unit, row.period) for row in facts.observations] == [(41200000000, "JPY", "2014")]


def test_of_columns_that_nobody_knows_the_first_is_no_figure_of_the_label() -> None:
    table = "Type | First lot | Second lot |\n---|---|---|\nLoans | 5 | 6 |\nGrants | 7 | 8 |\n"
    facts = facts_of(f"{HEAD}Japan's ODA (million yen)\n\n{table}")
    assert facts.observations == []
    assert len(notes_of(facts, "unrecognised_text")) == 2


@pytest.mark.parametrize(
    "head", ["<th>Item<th>Amount (billion yen)<th>Main goods", "<td>Item<td>Amount (billion yen)<td>Main goods"]
)
def test_the_unit_of_a_column_of_a_page(head: str) -> None:
    page = (
        "<html><body><h1>Japan-Fiji Relations</h1><h2>Economic Relations</h2><h3>Trade with Japan (2014)</h3><table border=1>"
        f"<tr>{head}<tr><td>Exports to Fiji<td>412 million yen<td>cars<tr><td>Imports from Fiji<td>39.6<td>tuna</table></body></html>"
    )
    found = facts_of(page, "sheet.html").observations
    assert [(int(row.value or 0), row.unit_basis) for row in found] == [
        (412000000, "stated"),
        (39600000000, "inherited"),
    ]


def test_words_are_parted_in_one_way_or_not_at_all() -> None:
    assert split_labels("Loans Grants Technical Cooperation", 3, load()) == ("Loans", "Grants", "Technical Cooperation")
    assert split_labels("Loans Grants Technical Cooperation", 2, load()) == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("(1) U.S.A. (US$ 76.2 million) (2) Japan (US$ 14.5 million)", [("USA", "oda_total", 76200000, 1), ("JPN", "oda_total", 14500000, 2)]),
        ("1. Australia 76.2 million US$, 2. Japan 14.5 million US$", [("AUS", "oda_total", 76200000, 1), ("JPN", "oda_total", 14500000, 2)]),
        ("(1) Australia (2) Japan", [("AUS", "donor_rank", 1, 1), ("JPN", "donor_rank", 2, 2)]),
    ],
)  # fmt: skip
def test_donors_in_one_line(line: str, told: list[tuple[str, str, int, int]]) -> None:
    found = rows(f"Major Donors (2018, OECD/DAC)\n\n  • {line}\n")
    assert [(row.from_area, row.indicator, int(row.value or 0), row.rank) for row in found] == told
    assert {(row.period, row.data_source, row.to_area) for row in found} == {("2018", "OECD/DAC", "FJI")}


def test_a_line_right_above_years_says_what_they_are_of() -> None:
    above = "Economic Cooperation (cumulative total until FY 2010):\n- Grants: 186.40 billion yen\n"
    table = "Japan's Economic Cooperation by fiscal year (billion yen)\nItem | FY 2008 | FY 2009 |\n---|---|---|\nGrants | 4.18 | 2.38 |\n"
    found = facts_of(f"Japan-Fiji Relations\n\nMay 1, 2015\n\n{above}{table}").observations
    assert [(str(row.value), row.unit, row.measure, row.period) for row in found[1:]] == [
        ("4180000000", "JPY", "flow", "2008-04/2009-03"),
        ("2380000000", "JPY", "flow", "2009-04/2010-03"),
    ]


def test_a_row_of_nothing_but_figures_is_of_the_period_of_its_heading() -> None:
    head = "Japan's ODA to Fiji (cumulative total until FY 2008)"
    page = f"<h1>Japan-Fiji Relations</h1><h2>Economic Cooperation</h2><p>{head}<table><tr><th>Loans<th>Grants<tr>{{}}</table>"
    told = facts_of(page.format("<td>88.79 billion yen<td>5.96 billion yen"), "sheet.html").observations
    assert [(row.indicator, str(row.value), row.period, row.period_basis, row.measure) for row in told] == [
        ("oda_loans", "88790000000", "2008-04/2009-03", "inherited", "cumulative"),
        ("oda_grants", "5960000000", "2008-04/2009-03", "inherited", "cumulative"),
    ]


def test_a_column_of_goods_behind_the_years() -> None:
    table = "| | 2012 | 2013 | Main items |\n|---|\n| Exports to Japan | 5 | 7 | fish, timber |\n| Imports from Japan | 6 | 8 | cars |\n"
    found = rows(f"Trade with Japan (Unit: million yen. Source: Ministry of Finance, Japan)\n\n{table}")
    assert [(row.from_area, row.period, int(row.value or 0), row.unit, row.goods) for row in found] == [
        ("FJI", "2012", 5000000, "JPY", "fish, timber"),
        ("FJI", "2013", 7000000, "JPY", "fish, timber"),
        ("JPN", "2012", 6000000, "JPY", "cars"),
        ("JPN", "2013", 8000000, "JPY", "cars"),
    ]
    assert {row.data_source for row in found} == {"Ministry of Finance, Japan"}


def test_figures_below_years_without_a_label_are_what_the_caption_says_on_the_day_that_it_states() -> None:
    page = "<h1>Japan-Kenya Relations</h1><p>May 2014</p><table border=1><caption>Japanese nationals residing in Kenya (as of October 1 of each year)</caption>"
    page += "<tr><th>2012</th><th>2013</th></tr><tr><td>1,396</td><td>1,679</td></tr></table>"
    found = facts_of(page, "sheet.html").observations
    assert [(row.indicator, row.from_area, row.period, str(row.value)) for row in found] == [
        ("residents", "JPN", "2012-10-01", "1396"),
        ("residents", "JPN", "2013-10-01", "1679"),
    ]


@each(
    ("header", "label", "period"),
    [
        ("", "Japanese residents in Kenya (as of October)", "2012-10"),
        ("", "Japanese residents in Kenya (as of October 1)", "2012-10-01"),
        ("", "Japanese residents in Kenya (as of 1 October)", "2012-10-01"),
        ("", "Japanese residents in Kenya (Oct. 1)", "2012-10-01"),
        ("", "Japanese residents in Kenya (1st October)", "2012-10-01"),
        ("", "Japanese residents in Kenya (May)", "2012-05"),
        ("", "Japanese residents in Kenya (end of December)", "2012-12"),
        ("", "Japanese residents in Kenya (Marines)", "2012"),
        ("", "Japanese residents in Kenya (Oct. 1 and Dec. 1)", "2012"),
        ("Fiscal year", "Japanese residents in Kenya (Oct. 1)", "2012-04/2013-03"),
        ("Fiscal year", "Japanese residents in Kenya (as of October)", "2012-04/2013-03"),
    ],
)
def test_a_label_may_say_the_month_of_each_years_figure(header: str, label: str, period: str) -> None:
    table = f"{header} | 2012 | 2013 |\n---|---|---\n{label} | 1,396 | 1,679 |\n"
    found = facts_of(f"Japan-Kenya Relations\n\nMay 2014\n\nNumber of Residents\n\n{table}").observations
    assert [(row.indicator, row.period, str(row.value)) for row in found][:1] == [("residents", period, "1396")]


@each("gap", [" | ", " ", "\t"])
@each(("sign", "unit"), [("$ ", "USD"), ("US$", "USD"), ("€", "EUR"), ("A$ ", "AUD")])
def test_a_sign_before_each_figure_is_its_currency(gap: str, sign: str, unit: str) -> None:
    table = f"Year{gap}2012{gap}2013\nNominal GDP per capita{gap}{sign}7,586{gap}{sign}9,240\nConsumer price rise{gap}9.7%{gap}8.4%\n"
    assert [
        (row.indicator, row.period, str(row.value), row.unit) for row in rows(f"Economic Indicators\n\n{table}")
    ] == [
        ("gdp_per_capita", "2012", "7586", unit),
        ("gdp_per_capita", "2013", "9240", unit),
        ("inflation", "2012", "9.7", "percent"),
        ("inflation", "2013", "8.4", "percent"),
    ]


def test_a_label_may_say_the_months_of_each_year() -> None:
    found = rows("People\n\n | 2012 | 2013 |\n---|---|---\nJapanese visitors to Fiji (Jan.-June) | 12 | 13 |\n")
    assert [(row.period, row.period_kind) for row in found] == [
        ("2012-01/2012-06", "range"),
        ("2013-01/2013-06", "range"),
    ]


CORNERS = [
    ("Billion yen", "calendar_year"),
    ("In billion yen", "calendar_year"),
    ("Unit: billion yen", "calendar_year"),
    ("Yen, billion", "calendar_year"),
    ("10億円", "calendar_year"),
    ("Year / Billion yen", "calendar_year"),
    ("Billion yen/Year", "calendar_year"),
    ("FY (billion yen)", "fiscal_year"),
    ("Billion yen / Fiscal year", "fiscal_year"),
]


@each(("corner", "kind"), CORNERS)
@each(
    "table",
    ["2012 | 2013 |\n---|---|---|\nExports to Japan | 5.5 | 6.5 |\n", "Exports to Japan | Imports from Japan |\n---|---|---|\n2012 | 5.5 | 6 |\n"],
)  # fmt: skip
def test_the_first_cell_of_a_header_may_be_the_unit(corner: str, kind: str, table: str) -> None:
    row = rows(f"Trade with Japan\n\n{corner} | {table}")[0]
    assert (row.from_area, row.value, row.unit, row.period_kind) == ("FJI", 5_500_000_000, "JPY", kind)


@each("unit", ["Yen, billion", "billion, yen", "Unit: yen, billion", "billion yen, customs clearance basis"])
def test_a_currency_and_its_scale_may_be_parted_by_a_comma(unit: str) -> None:
    row = rows(f"Trade with Japan ({unit})\n\nYear | 2012 | 2013 |\n---|---|---|\nExports to Japan | 5.5 | 6.5 |\n")[0]
    assert (row.value, row.unit) == (5_500_000_000, "JPY")


def test_the_unit_of_a_row_is_nearer_than_that_of_the_first_cell() -> None:
    found = rows(
        "Trade with Japan\n\nBillion yen | 2012 | 2013 |\n---|---|---|\nExports to Japan (US$ million) | 5 | 6 |\n"
    )
    assert [(row.value, row.unit) for row in found] == [(5_000_000, "USD"), (6_000_000, "USD")]


def test_a_line_may_say_how_the_figures_above_it_changed() -> None:
    table = "| | 2012 | 2013 |\n|---|\n| Exports to Japan | 5 | 7 |\n| Change from the previous year (%) | 12.5 | 40.0 |\n| Imports from Japan | 6 | 8 |\n"
    found = rows(f"Trade with Japan (million yen)\n\n{table}")
    assert [(row.indicator, row.from_area, row.period, str(row.value), row.unit) for row in found][1:5] == [
        ("trade_goods", "FJI", "2013", "7000000", "JPY"),
        ("other", "FJI", "2012", "12.5", "percent"),
        ("other", "FJI", "2013", "40.0", "percent"),
        ("trade_goods", "JPN", "2012", "6000000", "JPY"),
    ]


def test_columns_may_be_the_ways_that_figures_go() -> None:
    text = "Number of Visitors\n\n| Year | From Japan to Kenya | From Kenya to Japan |\n|---|\n| 2011 | 8,312 | 843 |\n| 2012 | 3,592 | 286 |\n"
    found = facts_of(f"Japan-Kenya Relations\n\nMay 2014\n\n{text}").observations
    assert [(row.from_area, row.period, str(row.value)) for row in found] == [
        ("JPN", "2011", "8312"),
        ("KEN", "2011", "843"),
        ("JPN", "2012", "3592"),
        ("KEN", "2012", "286"),
    ]


GOODS = [
    ("Year | Exports from Japan | Main goods | Imports to Japan | Main goods", "2020 | 5.6 | cars | 18.4 | crude oil, tuna"),
    ("Year | Exports to Fiji | Commodities | Imports from Fiji | Commodities", "2020 | 5.6 | cars | 18.4 | crude oil, tuna"),
    ("Year | Japan's exports | Japan's imports | Main exports | Main imports", "2020 | 5.6 | 18.4 | cars | crude oil, tuna"),
    ("年 | 対フィジー輸出 | 主要品目 | 対フィジー輸入 | 主要品目", "2020年 | 5.6 | cars | 18.4 | crude oil, tuna"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "row"), GOODS, ids=[header for header, _ in GOODS])
def test_columns_of_goods_are_said_of_the_figures_before_them(header: str, row: str) -> None:
    found = rows(f"Trade with Japan (billion yen)\n\n{header} |\n{row} |\n(Trade Statistics of Japan)\n")
    told = [(row.indicator, row.from_area, row.to_area, row.period, str(row.value), row.goods) for row in found]
    assert told == [
        ("trade_goods", "JPN", "FJI", "2020", "5600000000", "cars"),
        ("trade_goods", "FJI", "JPN", "2020", "18400000000", "crude oil, tuna"),
    ]
    assert {row.data_source for row in found} == {"Trade Statistics of Japan"}


@pytest.mark.parametrize("caption", ["Flow and balance (US$ million)", "Stock and flow (US$ million)"])
@pytest.mark.parametrize("stock", ["Balance", "Balance at the end of the year", "Stock", "Outstanding balance"])
def test_a_balance_of_investment_is_what_has_run_up(caption: str, stock: str) -> None:
    table = f"<tr><th><th>2019<th>2020<tr><td>Flow<td>26.2<td>-3.1<tr><td>{stock}<td>320.5<td>317.4"
    page = f"<html><body><h1>Japan-Fiji Relations</h1><h3>Direct Investment from Japan</h3><table><caption>{caption}</caption>{table}</table>"
    found = facts_of(page, "sheet.html").observations
    assert [(row.indicator, row.from_area, row.measure, row.period_kind, row.period) for row in found] == [
        ("direct_investment", "JPN", "flow", "calendar_year", "2019"),
        ("direct_investment", "JPN", "flow", "calendar_year", "2020"),
        ("direct_investment", "JPN", "stock", "as_of", "2019"),
        ("direct_investment", "JPN", "stock", "as_of", "2020"),
    ]


AID = "Japan's ODA to Fiji (Unit: million yen)\n\nFiscal year | Loans | Grants |\n---|---|---|\n2011 | - | 3 |\n{}"
DASHED = [
    (AID.format('Note: "-" means none.\n'), "none"),
    (AID.format('Notes:\n1. "-" means none.\n2. Grants: exchange of notes basis.\n'), "none"),
    (AID.format("Note: “–” indicates that no loan was given.\n"), "none"),
    (AID.format('Note: "-" means no data.\n'), "not_available"),
    (AID.format("Note: Grants: exchange of notes basis.\n"), "not_available"),
]


@each(("text", "status"), DASHED)
def test_a_note_tells_what_a_dash_is(text: str, status: str) -> None:
    facts = facts_of(HEAD + text.replace("2011 | -", "2011 | –" if "–" in text else "2011 | -"))
    assert [(row.value_status, row.value) for row in facts.observations] == [(status, None), ("exact", 3000000)]
    assert {row.data_source for row in facts.observations} == {None}
    if "exchange" in text:
        assert [row.accounting_basis for row in facts.observations] == [None, "exchange_of_notes"]


JAPANESE_AID = (
    "日・フィジー関係\n\n１ 我が国の援助実績（単位：億円）\n年度\t円借款\t無償資金協力\n2011\t－\t3\n累計\t4\t5\n"
)


@each(
    ("note", "status"),
    [
        ("注１　「－」は供与なし。累計は2012年度まで。\n注２　円借款は交換公文ベース。\n", "none"),
        ("（注1）「－」は実績なし。累計は2012年度まで。\n（注2）円借款は交換公文ベース。\n", "none"),
        ("注１　「－」はデータなし。累計は2012年度まで。\n注２　円借款は交換公文ベース。\n", "not_available"),
    ],
)
def test_a_note_in_japanese_tells_what_a_dash_is(note: str, status: str) -> None:
    found = facts_of(JAPANESE_AID + note).observations
    assert [row.value_status for row in found] == [status, "exact", "exact", "exact"]
    assert [row.period for row in found[2:]] == ["2012-04/2013-03"] * 2
    assert [row.accounting_basis for row in found] == ["exchange_of_notes", None] * 2


def test_a_numbered_heading_below_a_table_of_years_is_no_row() -> None:
    text = "2. Trade (million yen)\nYear 2008 2009\nExports to Japan 5 6\n3. Two of 15 loans since 2004\n"
    assert [int(row.value or 0) for row in rows(text)] == [5000000, 6000000]


PAGE = "<html><body><h1>Japan-Fiji Relations</h1><h3>{}</h3><table>{}</table></body></html>"
TWO_STOREYS = [
    ("units below", PAGE.format("Trade", "<tr><th rowspan=2>Year<th colspan=2>Exports to Fiji<th colspan=2>Imports from Fiji<tr><th>Amount (million yen)<th>Change (%)<th>Amount (million yen)<th>Change (%)<tr><td>2004<td>9<td>12.4<td>20<td>-7.3")),
    ("unit in the heading", PAGE.format("Trade (unit: million yen)", "<tr><th rowspan=2>Year<th colspan=2>Exports to Fiji<th colspan=2>Imports from Fiji<tr><th>Value<th>Change from the previous year (%)<th>Value<th>Change from the previous year (%)<tr><td>2004<td>9<td>12.4<td>20<td>-7.3")),
    ("in Japanese", PAGE.replace("Japan-Fiji Relations", "日・フィジー関係").format("貿易（単位：百万円）", "<tr><th rowspan=2>年<th colspan=2>日本からフィジーへの輸出<th colspan=2>フィジーから日本への輸入<tr><th>金額<th>前年比（％）<th>金額<th>前年比（％）<tr><td>2004<td>9<td>12.4<td>20<td>-7.3")),
    ("pipes", f"{HEAD}Trade (million yen)\n\nYear | Exports to Fiji | Change (%) | Imports from Fiji | Change (%) |\n---|---|---|---|---|\n2004 | 9 | 12.4 | 20 | -7.3 |\n"),
]  # fmt: skip


@each(("name", "text"), TWO_STOREYS)
def test_headers_of_two_storeys(name: str, text: str) -> None:
    found = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    assert [(row.indicator, row.from_area, float(row.value or 0), row.unit, row.period) for row in found] == [
        ("trade_goods", "JPN", 9e6, "JPY", "2004"),
        ("other", found[1].from_area, 12.4, "percent", "2004"),
        ("trade_goods", "FJI", 20e6, "JPY", "2004"),
        ("other", found[3].from_area, -7.3, "percent", "2004"),
    ]
    assert {row.measure for row in found} == {"flow", "share"}


COUNTS = [
    "Direct Investment from Japan (million yen)\n\nYear | Projects | Amount |\n---|---|---|\n2007 | 8 | 14.6 |\n",
    "Direct Investment from Japan (million yen)\n\nYear\tNumber of cases\tValue\n2007\t8\t14.6\n",
    "Direct Investment from Japan\n\n | 2007 | 2008 |\n---|---|---|\nNumber of cases | 8 | 9 |\nAmount (million yen) | 14.6 | 3 |\n",
    "Direct Investment from Japan (2007, million yen)\n\n  • Number of cases: 8\n  • Amount: 14.6\n",
]


@each(("text",), [(one,) for one in COUNTS])
def test_counts_beside_money(text: str) -> None:
    found = [row for row in rows(text) if row.period == "2007"]
    assert [(row.indicator, float(row.value or 0), row.from_area) for row in found] == [
        ("investment_cases", 8.0, "JPN"),
        ("direct_investment", 14.6e6, "JPN"),
    ]
    assert found[0].unit in ("cases", "projects")
    assert found[1].unit == "JPY"


RULE = "-" * 48
CLOSED = f"""Trade (million yen)

Year    Exports to Japan    Imports from Japan
{RULE}
2008           5                    6
2009           7                    8
{RULE}
"""
BELOW_IT = f"""
Japan's ODA to Fiji (million yen)

Fiscal year    Loans    Grants
{RULE}
2008             9       10
"""
PIPED = "Trade (million yen)\n\nYear | Exports to Japan | Imports from Japan |\n---|---|---|\n2008 | 5 | 6 |\n2009 | 7 | 8 |\n---|---|---|\n"


@each(
    ("text", "values"),
    [(CLOSED, [5, 6, 7, 8]), (CLOSED + BELOW_IT, [5, 6, 7, 8, 9, 10]), (PIPED, [5, 6, 7, 8])],
)
def test_a_rule_below_the_last_row(text: str, values: list[int]) -> None:
    assert [int(row.value or 0) // 10**6 for row in rows(text)] == values


SIGNED = [
    "(2) Recent yen loans\n\nExchange of notes | Project | Amount (million yen) |\n---|---|---|\nMarch 28, 2005 | Power plant | 9 |\n| Port | 16 |\n",
    "(2) Loans\n\n        Power plant project (March 2005)      9 million yen\n        Port project (March 2005)            16 million yen\n",
    "(2) Yen loans\nPower plant\tMarch 2005\t9 million yen\nPort\tMarch 2005\t16 million yen\n",
]


@each(("text",), [(one,) for one in SIGNED])
def test_loans_one_by_one(text: str) -> None:
    found = rows(f"3. Japan's Economic Cooperation\n\n(1) Grants\n\n  • 5 million yen (FY 2004)\n\n{text}")[1:]
    assert [(row.indicator, int(row.value or 0) // 10**6, row.unit) for row in found] == [
        ("oda_loans", 9, "JPY"),
        ("oda_loans", 16, "JPY"),
    ]
    assert {(row.period or "")[:7] for row in found} == {"2005-03"}


def test_loans_one_by_one_in_japanese() -> None:
    text = "<html><body><h1>日・フィジー関係</h1><h3>経済協力</h3><h4>4 円借款案件（最近のもの）</h4><table><tr><th>交換公文署名<th>案件名<th>供与限度額<tr><td>2006年2月<td>発電所建設計画<td>2億円</table></body></html>"
    [row] = facts_of(text, "sheet.html").observations
    assert (row.indicator, row.period, row.unit, int(row.value or 0)) == ("oda_loans", "2006-02", "JPY", 200_000_000)


PEOPLE = "(5) Personnel (persons)\n{0}FY 2008{0}FY 2009{0}Cumulative total up to FY 2009{1}\nTrainees received in Japan{0}312{0}298{0}5,284{1}\n"


@each(("text",), [(PEOPLE.format("\t", ""),), (PEOPLE.format(" | ", " |").replace("|\nT", "|\n---|---|---|---|\nT"),)])
def test_people_in_aid_by_years(text: str) -> None:
    found = rows(f"4. Japan's Economic Cooperation\n\n{text}")
    assert [(row.indicator, row.period, row.measure, int(row.value or 0)) for row in found] == [
        ("participants", "2008-04/2009-03", "flow", 312),
        ("participants", "2009-04/2010-03", "flow", 298),
        ("participants", "2009-04/2010-03", "cumulative", 5284),
    ]
    assert {(row.from_area, row.to_area, row.unit) for row in found} == {("FJI", "JPN", "persons")}


def test_people_in_columns() -> None:
    text = "4. People\n\n        Japanese nationals in Fiji     216  (as of October 2003)\n        Visitors from Fiji to Japan  5,871  (2003)\n"
    assert [(row.indicator, row.from_area, int(row.value or 0), row.period) for row in rows(text)] == [
        ("residents", "JPN", 216, "2003-10"),
        ("visitors", "FJI", 5871, "2003"),
    ]


def test_numbers_and_amounts_below_years() -> None:
    table = "<tr><th rowspan=2>Type<th colspan=2>FY 2004<th colspan=2>FY 2005<tr><th>Number of projects<th>Amount<th>Number of projects<th>Amount<tr><td>Grants<td>3<td>76<td>4<td>80"
    found = facts_of(PAGE.format("Japan's ODA to Fiji (million yen)", table), "sheet.html").observations
    assert [(row.indicator, (row.period or "")[:4], row.unit, int(row.value or 0)) for row in found] == [
        ("aid_projects", "2004", "projects", 3),
        ("oda_grants", "2004", "JPY", 76_000_000),
        ("aid_projects", "2005", "projects", 4),
        ("oda_grants", "2005", "JPY", 80_000_000),
    ]


def test_a_remark_between_figures_of_years() -> None:
    found = rows("Trade (million yen)\nYear 2008 2009\nExports to Japan 5 (preliminary) 6\n")
    assert [(row.period, int(row.value or 0)) for row in found] == [("2008", 5_000_000), ("2009", 6_000_000)]


def test_a_year_behind_a_single_loan() -> None:
    text = "Japan's Economic Cooperation:\n\n  • Loans\n      ◦ Road project: 5 billion yen (March 2011)\n      ◦ FY 2012: 6 billion yen\n"
    assert [row.indicator for row in rows(text)] == ["aid_other", "oda_loans"]


def test_a_subtotal_among_kinds_of_aid() -> None:
    heads = "<tr><th rowspan=2>Year<th colspan=3>Grants<th rowspan=2>Loan aid<th rowspan=2>Total<tr><th>Grant aid<th>Technical cooperation<th>Subtotal"
    page = f"<html><body><h1>Japan-Fiji Relations</h1><h3>Japan's ODA (US$ million)</h3><table>{heads}<tr><td>2001<td>1<td>2<td>3<td>4<td>7</table></body></html>"
    told = [
        (row.indicator, float(row.value or 0) / 1e6, row.is_total) for row in facts_of(page, "sheet.html").observations
    ]
    kinds = [("oda_grants", 1, False), ("oda_technical", 2, False), ("other", 3, True), ("oda_loans", 4, False)]
    assert told == [*kinds, ("oda_total", 7, True)]


def test_a_note_on_dashes_is_of_all_tables_of_aid() -> None:
    table = "Year | Loan aid | Grant aid |\n---|---|---|\n2008 | - | 14 |\n\n"
    heads = ["(1) ODA by fiscal year (million yen)", "(2) ODA (US$ million)", "(3) Gross ODA (US$ million)"]
    told = ['Note: "-" means none.\n\n', "", 'Note: "-" means not available.\n\n']
    body = "".join(f"{head}\n\n{table}{note}" for head, note in zip(heads, told, strict=True))
    rows = facts_of(f"Japan-Fiji Relations\n\nEconomic Cooperation\n\n{body}").observations
    statuses = [row.value_status for row in rows if row.indicator == "oda_loans"]
    assert statuses == ["none", "none", "not_available"]


HEADED = [
    ("Trainees Received in Japan\nFY 2000: 9\nTotal until FY 2001: 20\n", [("participants", "FJI", "2000-04/2001-03", 9, "flow"), ("participants", "FJI", "2001-04/2002-03", 20, "cumulative")]),
    ("Loans\nNone\nGrants (million yen, on the basis of exchange of notes)\nFY 1999: 212\n", [("oda_loans", "JPN", None, 0, None), ("oda_grants", "JPN", "1999-04/2000-03", 212000000, "flow")]),
    ("Exports to Fiji (million yen)\n1999: 18.3   2000: 16.9\n", [("trade_goods", "JPN", "1999", 18300000, "flow"), ("trade_goods", "JPN", "2000", 16900000, "flow")]),
    ("Grant aid: FY 1999: 5 million yen; FY 2000: 6 million yen; Total until FY 2000: 50 million yen\n", [("oda_grants", "JPN", "1999-04/2000-03", 5000000, "flow"), ("oda_grants", "JPN", "2000-04/2001-03", 6000000, "flow"), ("oda_grants", "JPN", "2000-04/2001-03", 50000000, "cumulative")]),
    ("Trade (million yen)\n\n  • 2001: Japan's exports 7 / Japan's imports 5\n", [("trade_goods", "JPN", "2001", 7000000, "flow"), ("trade_goods", "FJI", "2001", 5000000, "flow")]),
    ("Japan's Economic Cooperation\n\nJapanese fiscal year | Loans (million yen) | Grants (million yen) |\n---|---|---|\nFY 2001 | 7 | 5 |\n", [("oda_loans", "JPN", "2001-04/2002-03", 7000000, "flow"), ("oda_grants", "JPN", "2001-04/2002-03", 5000000, "flow")]),
    ("Technical Cooperation\n\nNumber of persons (cumulative total until FY 2001)\n\n  • Trainees received in Japan: 70\n  • Experts sent to Fiji: 5\n", [("participants", "FJI", "2001-04/2002-03", 70, "cumulative"), ("participants", "JPN", "2001-04/2002-03", 5, "cumulative")]),
    ("Agreements\nAgreement on Technical Cooperation (March 1979)\nAgreement on Grant Aid (August 1990)\n", []),
]  # fmt: skip


@each(("text", "told"), HEADED)
def test_words_of_figures_head_what_stands_right_below_them(
    text: str, told: list[tuple[str, str, str, int, str]]
) -> None:
    found = [(row.indicator, row.from_area, row.period, int(row.value or 0), row.measure) for row in rows(text)]
    assert found == told


@each(
    "note",
    [
        "Loans are shown on an exchange of notes basis, and technical cooperation on the basis of JICA's expenditure.",
        "Loans: exchange of notes basis; technical cooperation: JICA expenditure basis",
    ],
)
def test_a_sentence_below_a_table_says_how_kinds_of_aid_are_counted(note: str) -> None:
    table = "Type | FY 2012 | FY 2013 |\n---|---|---|\nLoans | 5 | 6 |\nTechnical cooperation | 3 | 4 |\n"
    found = rows(f"Japan's ODA (million yen)\n\n{table}\n{note}\n")
    assert [row.accounting_basis for row in found] == 2 * ["exchange_of_notes"] + 2 * ["jica_cost"]


def test_the_value_of_a_caption_is_money_and_the_change_is_none() -> None:
    page = (
        "<html><body><h1>Japan-Fiji Relations</h1><h3>Trade with Fiji</h3><table><caption>Value: million yen; change: %</caption>"
        "<tr><th rowspan=2>Year<th colspan=2>Exports to Fiji<tr><th>Value<th>Change<tr><td>2013<td>405<td>-46.1"
        "<tr><td>2014<td>638<td>57.5</table></body></html>"
    )
    found = facts_of(page, "sheet.html").observations
    assert [(row.indicator, int(row.value or 0), row.unit) for row in found if row.period == "2013"] == [
        ("trade_goods", 405000000, "JPY"),
        ("other", -46, "percent"),
    ]


def test_some_of_those_counted_are_of_their_own_year() -> None:
    sheet = "日・フィジー関係\n\n経済協力\n\n3. 人的協力（2007年度までの累計）\n\n研修員受入　1,022人（うち2007年度134人）\n"
    assert [(int(row.value or 0), row.measure) for row in facts_of(sheet).observations] == [
        (1022, "cumulative"),
        (134, "flow"),
    ]


def test_one_column_that_nobody_knows_is_withheld_alone() -> None:
    table = "<tr><td>Fiscal year<td>Loans<td>Purple<td>Grants<tr><td>2011<td>5<td>9<td>6<tr><td>Total through 2011<td>7<td>9<td>8"
    facts = facts_of(PAGE.format("Japan's ODA to Fiji (million yen)", table), "sheet.html")
    told = [(row.indicator, row.period, row.period_kind, int(row.value or 0) // 10**6) for row in facts.observations]
    assert told == [
        ("oda_loans", "2011-04/2012-03", "fiscal_year", 5),
        ("oda_grants", "2011-04/2012-03", "fiscal_year", 6),
        ("oda_loans", "2011-04/2012-03", "until", 7),
        ("oda_grants", "2011-04/2012-03", "until", 8),
    ]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["9", "9"]


EXPENDITURE = ["JICA's expenditure (million yen)", "Amount (JICA expenditure basis, million yen)", "JICA expenses (million yen)"]  # fmt: skip


@each("head", EXPENDITURE)
def test_a_basis_heads_amounts_beside_people(head: str) -> None:
    table = (
        f"<tr><td>Fiscal year<td>{head}<td>Trainees received in Japan<td>JOCV sent to Fiji<tr><td>2006<td>7<td>81<td>14"
    )
    found = facts_of(PAGE.format("Technical Cooperation by Japan", table), "sheet.html").observations
    assert [(row.indicator, row.from_area, int(row.value or 0), row.accounting_basis) for row in found] == [
        ("oda_technical", "JPN", 7000000, "jica_cost"),
        ("participants", "FJI", 81, None),
        ("participants", "JPN", 14, None),
    ]


BEHIND_A_WORD = [
    ("Tourism", "<tr><td>Arrivals<td>2004<td>2005<tr><td>Visitors from Japan to Fiji<td>24<td>22"),
    ("People and Tourism", "<tr><td>Fijian residents in Japan<td>187 (May 2008)<tr><td>Fijian students in Japan<td>34 (May 2008)</table><table><tr><td>Arrivals<td>2004<td>2005<tr><td>Visitors from Japan to Fiji<td>24<td>22"),
    ("Tourism", "<tr><td>Item<td>2005<td>2004<tr><td>Visitors from Japan to Fiji<td>22<td>24"),
]  # fmt: skip


@each(("heading", "table"), BEHIND_A_WORD)
def test_years_behind_a_word_head_columns(heading: str, table: str) -> None:
    found = facts_of(PAGE.format(heading, table), "sheet.html").observations
    told = [(row.period, row.from_area, int(row.value or 0)) for row in found if row.indicator == "visitors"]
    assert sorted(told) == [("2004", "JPN", 24), ("2005", "JPN", 22)]
    assert {row.section for row in found if row.indicator == "visitors"} == {heading}


IN_A_RUN = [
    ("Grant aid: FY 2002 2.64, FY 2003 none, total up to FY 2003 127.41 (billion yen)", [2.64e9, 0.0, 127.41e9]),
    ("Grant aid (billion yen): FY 2002 2.64; FY 2003 nil; up to FY 2003 127.41", [2.64e9, 0.0, 127.41e9]),
    ("Grant aid: fiscal 2002: 2.64 billion yen, fiscal 2003: 1 billion yen", [2.64e9, 1e9]),
]  # fmt: skip


@each(("line", "values"), IN_A_RUN)
def test_years_and_figures_in_a_run(line: str, values: list[float]) -> None:
    found = rows(f"Economic Assistance\n\n  • {line}\n")
    assert [(row.indicator, float(row.value or 0)) for row in found] == [("oda_grants", value) for value in values]
    years = ["2002-04/2003-03", "2003-04/2004-03", "2003-04/2004-03"]
    assert [row.period for row in found] == years[: len(found)]
    assert [row.measure for row in found] == ["flow", "flow", "cumulative"][: len(found)]


TWO_SUBJECTS = [
    ("2. Trade and Investment", "Goods from Japan to Fiji (million yen)\n", [("trade_goods", "JPN"), ("trade_goods", "JPN")]),
    ("2. Investment and Trade", "From Fiji to Japan (million yen)\n", [("trade_goods", "FJI"), ("trade_goods", "FJI")]),
    ("2. Investment and Trade", "Direct investment from Fiji (million yen)\n", [("direct_investment", "FJI"), ("direct_investment", "FJI")]),
    ("2. Trade and Investment", "", []),
    ("2. Students and Visitors", "", []),
]  # fmt: skip


@each(("heading", "label", "told"), TWO_SUBJECTS)
def test_a_heading_of_two_subjects_says_of_no_figure_what_it_is(
    heading: str, label: str, told: list[tuple[str, str]]
) -> None:
    found = rows(f"{heading}\n\n{label}  2011      98.3\n  2012     104.6\n")
    assert [(row.indicator, row.from_area) for row in found] == told


INVESTED = [
    ("  • FY 2003: 2 cases, 183 million yen\n  • FY 2004: none\n", ["flow", "flow", "flow"]),
    ("  • 1,270 million yen (total of fiscal 1951-1999)\n", ["cumulative"]),
    ("  • 1,270 million yen (in total, FY 1951-1999)\n", ["cumulative"]),
    ("  • 1,270 million yen (FY 1999)\n", [None]),
    ("Year | Inflow (US$ million) |\n---|---|\n2014 | 531.9 |\n", ["flow"]),
    ("Year | Cases | Amount (million yen) |\n---|---|---|\nFY 2003 | 2 | 18 |\nFY 2004 | 3 | 20 |\nFY 1951-2004 | 90 | 700 |\n", ["flow"] * 4 + ["cumulative"] * 2),
    ("Year | Cases | Amount (million yen) |\n---|---|---|\nFY 2003 | 2 | 18 |\nFY 2004 | 3 | 20 |\nFY 1951-2004 | 4 | 21 |\n", ["flow"] * 4 + [None] * 2),
]  # fmt: skip


@each(("lines", "measures"), INVESTED)
def test_what_investments_are_a_flow_or_a_total(lines: str, measures: list[str | None]) -> None:
    assert [row.measure for row in rows(f"Direct Investment from Japan\n\n{lines}")] == measures


@each("total", ["Total", "合計"])
def test_a_total_beside_years_that_says_of_no_time_is_withheld_alone(total: str) -> None:
    table = f" | FY 2012 | FY 2013 | {total} |\n---|---|---|---|\nLoans | 5 | 6 | 90 |\n"
    facts = facts_of(f"{HEAD}Japan's ODA (million yen)\n\n{table}")
    assert [(row.period, int(row.value or 0)) for row in facts.observations] == [
        ("2012-04/2013-03", 5000000),
        ("2013-04/2014-03", 6000000),
    ]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["90"]


def test_people_below_a_heading_of_payments_are_no_money() -> None:
    table = "Type | FY 2012 | FY 2013 |\n---|---|---|\nSpecialists of renown | 5 | 6 |\n"
    found = rows(f"Japan's Technical Cooperation (persons)\n\n{table}")
    assert [row.indicator for row in found if row.indicator.startswith("oda")] == []


STOREYS = "<html><body><h1>Japan-Fiji Relations</h1><h2>Japan's Economic Cooperation (billion yen)</h2><table>{}</table></body></html>"
KINDS = "<tr><td>Loan aid (E/N basis)<td>none<td>5.62{0}<tr><td>Grant aid (E/N basis)<td>5.34<td>4.96{1}"


@each(
    ("upper", "last"),
    [
        ("<td rowspan=2>Type<td colspan=2>Fiscal year<td rowspan=2>Cumulative total until FY 2006", ("<td>46.18", "<td>141.27")),
        ("<td rowspan=2>Type<td colspan=2>Fiscal year", ("", "")),
        ("<td rowspan=2><td colspan=2>Fiscal year<td rowspan=2>Total up to FY2006", ("<td>46.18", "<td>141.27")),
    ],
)  # fmt: skip
def test_years_below_the_word_for_them_without_tags_of_headers(upper: str, last: tuple[str, str]) -> None:
    table = f"<tr>{upper}<tr><td>2005<td>2006{KINDS.format(*last)}"
    found = facts_of(STOREYS.format(table), "s.html").observations
    told = [(row.indicator, row.period, row.period_kind, str(row.value or "none").split(".")[0]) for row in found]
    flows = [("2005-04/2006-03", "fiscal_year"), ("2006-04/2007-03", "fiscal_year")]
    until = [("2006-04/2007-03", "until")] if last[0] else []
    assert told == [
        ("oda_loans", *when, value)
        for when, value in zip(flows + until, ("none", "5620000000", "46180000000"), strict=False)
    ] + [
        ("oda_grants", *when, value)
        for when, value in zip(flows + until, ("5340000000", "4960000000", "141270000000"), strict=False)
    ]
    assert {row.accounting_basis for row in found} == {"exchange_of_notes"}


GROWTH = [
    ("GDP (US$ billion) | Growth rate (%)", "gdp_growth"),
    ("GNI (US$ billion) | GNI per capita (US$) | Growth rate (%)", "gdp_growth"),
    ("GDP per capita (US$) | Growth rate (%)", "other"),
    ("GDP (US$ billion) | Change (%)", "other"),
    ("GDP (US$ billion) | Population (million) | Growth rate (%)", "other"),
]


@each(("heads", "indicator"), GROWTH)
def test_whose_growth_a_column_of_rates_tells(heads: str, indicator: str) -> None:
    figures = ["3", "370", "5.1"][-len(heads.split(" | ")) :]
    lines = "".join(f"{year} | {' | '.join(figures)} |\n" for year in (2012, 2013))
    found = rows(f"Economy of Fiji\n\nYear | {heads} |\n{'---|' * 4}\n{lines}")
    told = {(row.indicator, row.period, row.unit) for row in found if int((row.value or 0) * 10) == 51}
    assert told == {(indicator, "2012", "percent"), (indicator, "2013", "percent")}


WITHIN = [
    ("Markdown", "### 6. Japan's ODA to Fiji\n\nNet disbursements, US$ million\n\n", "| Year | Loans | Grants |\n|---|---|---|\n| 2012 | -2.5 | 0.5 |\n", ""),
    ("the unit in a bracket", "### Economic Cooperation\n\nResults by type (net disbursements, US$ million)\n\n", "| Year | Loans | Grants |\n|---|---|---|\n| 2012 | -2.5 | 0.5 |\n", ""),
    ("the second table", "### Japan's ODA to Fiji\n\nNet disbursements; million US dollars\n\n", "| Year | Loans | Grants |\n|---|---|---|\n| 2012 | -2.5 | 0.5 |\n", "\nCumulative total up to FY 2015\n\n| Type | Amount (billion yen) |\n|---|---|\n| Loan aid | 9.5 |\n| Grant aid | 6.2 |\n"),
]  # fmt: skip


@each(("name", "heading", "table", "more"), WITHIN)
def test_a_line_over_a_table_stands_within_its_printed_heading(name: str, heading: str, table: str, more: str) -> None:
    facts = facts_of(f"# Fiji\n\n## Japan-Fiji Relations (Basic Data)\n\nMay 1, 2016\n\n{heading}{table}{more}")
    assert [(row.indicator, row.value, row.unit, row.accounting_basis) for row in facts.observations[:2]] == [
        ("oda_loans", -2500000, "USD", "net_disbursement"),
        ("oda_grants", 500000, "USD", "net_disbursement"),
    ]
    assert [(row.indicator, row.value, row.period, row.period_kind) for row in facts.observations[2:]] == (
        [("oda_loans", 9500000000, "2015-04/2016-03", "until"), ("oda_grants", 6200000000, "2015-04/2016-03", "until")]
        if more
        else []
    )
    assert facts.events == []


TOTALS = [
    "Accumulated total (until FY 2015)",
    "Cumulative totals as of FY 2015",
    "Aggregate amounts through fiscal year 2015",
]


@each("line", TOTALS)
def test_a_line_over_a_table_says_until_when_its_totals_run(line: str) -> None:
    table = "Type | Amount (billion yen) |\n---|---|\nLoan aid | 9.5 |\nGrant aid | 6.2 |\n"
    found = rows(
        f"Japan's ODA to Fiji\n\nYear | Grants (billion yen) | Loans (billion yen) |\n---|---|---|\n2014 | 1 | 2 |\n\n{line}\n\n{table}"
    )
    assert [(row.indicator, row.measure, row.period) for row in found[2:]] == [
        ("oda_loans", "cumulative", "2015-04/2016-03"),
        ("oda_grants", "cumulative", "2015-04/2016-03"),
    ]
    assert [row.period for row in found[:2]] == ["2014", "2014"]


WHOSE_GROWTH = [
    ("GDP (US$ billion) | Per capita GDP (US$) | Real growth (%)", "gdp_growth"),
    ("GDP (US$ billion) | Per capita GDP (US$) | Growth rate (%)", "gdp_growth"),
    ("Per capita GDP (US$) | Population (million) | Growth rate (%)", "other"),
]


@each(("heads", "indicator"), WHOSE_GROWTH)
def test_whose_growth_a_column_is(heads: str, indicator: str) -> None:
    found = rows(f"Economy of Fiji\n\nYear | {heads} |\n---|---|---|---|\n2014 | 4.2 | 4,800 | 5.3 |\n")
    assert [(row.indicator, str(row.value)) for row in found if row.unit == "percent"] == [(indicator, "5.3")]


@each("head", ["y/y (%)", "Year-on-year (%)", "YoY change (%)", "% change", "Percent change"])
def test_columns_of_changes(head: str) -> None:
    found = rows(
        f"Trade (million yen)\n\nYear | Exports to Fiji | {head} | Imports from Fiji | {head} |\n---|---|---|---|---|\n2014 | 900 | 5.3 | 800 | -1.2 |\n"
    )
    assert [(row.indicator, row.from_area, str(row.value)) for row in found if row.unit == "percent"] == [
        ("other", "JPN", "5.3"),
        ("other", "FJI", "-1.2"),
    ]


EACH = ["as of October of each year", "As of October each year", "as of Oct. of every year", "as of October"]


@each("when", EACH)
@each(
    "lines",
    ["2015: 103\n2016: 118\n", "2015: 103; 2016: 118\n", "Year | Number |\n---|---|\n2015 | 103 |\n2016 | 118 |\n"],
)
def test_a_heading_may_say_the_month_of_each_years_figure(when: str, lines: str) -> None:
    found = rows(f"Number of Japanese Companies in Fiji ({when})\n\n{lines}")
    assert [(row.period, row.period_kind, row.value) for row in found] == [
        ("2015-10", "as_of", 103),
        ("2016-10", "as_of", 118),
    ]


@each("heading", ["People-to-People Exchange", "Cultural Relations"])
@each("label", ["Japanese nationals residing in Fiji", "Number of Japanese residents in Fiji"])
def test_rows_of_people_below_a_heading_of_culture(heading: str, label: str) -> None:
    facts = facts_of(f"{HEAD}{heading}\n\n | Number | As of |\n---|---|---|\n{label} | 948 | October 2014 |\n")
    assert [(row.indicator, row.value, row.period) for row in facts.observations] == [("residents", 948, "2014-10")]
    assert facts.events == []


def test_a_cultural_grant_within_all_grants() -> None:
    item = "  • Grant aid: 3.06 billion yen (of which cultural grant aid: 0.81 billion yen)\n"
    found = rows(f"Economic Cooperation (cumulative total up to FY 2013)\n\n{item}")
    assert [(row.indicator, row.value, row.period, row.measure) for row in found] == [
        ("oda_grants", 3060000000, "2013-04/2014-03", "cumulative"),
        ("cultural_grants", 810000000, "2013-04/2014-03", "cumulative"),
    ]


SOURCES = [
    ("Balance of Payments Statistics, Bank of Japan", "balance_of_payments"),
    ("Bank of Japan, balance of payments statistics", "balance_of_payments"),
]


@each(("source", "basis"), SOURCES)
def test_statistics_that_name_a_basis_are_a_source_too(source: str, basis: str) -> None:
    table = " | 2012 | 2013 |\n---|---|---|\nFlow | 23 | 51 |\n"
    for text in (f"{table}\n(Source: {source})\n", f"{table}Source: {source}\n"):
        found = rows(f"Direct Investment from Japan (million yen)\n\n{text}")
        assert {(row.data_source, row.accounting_basis) for row in found} == {(source, basis)}


CAPTIONED = "<html><body><h1>Japan-Fiji Relations</h1><h3>Trade with Fiji</h3><table><caption>{}</caption><tr><th>Year<th>2012<th>2013<tr><td>Exports to Fiji<td>5<td>6<tr><td>Imports from Fiji<td>7<td>8</table></body></html>"


@each(
    "caption",
    [
        "Unit: million yen", "Units: million yen", "Bilateral trade, unit: million yen", "Trade volume in millions of yen",
        "Unit = 1,000,000 yen; source: Ministry of Finance", "Figures in million yen", "Million yen",
    ],
)  # fmt: skip
def test_a_caption_says_the_unit_outside_brackets(caption: str) -> None:
    found = facts_of(CAPTIONED.format(caption), "sheet.html").observations
    assert [(row.from_area, row.period, int(row.value or 0), row.unit) for row in found] == [
        ("JPN", "2012", 5000000, "JPY"), ("JPN", "2013", 6000000, "JPY"), ("FJI", "2012", 7000000, "JPY"), ("FJI", "2013", 8000000, "JPY"),
    ]  # fmt: skip


UNIT_BELOW = "<html><body><h1>Japan-Fiji Relations</h1><h3>Japan's ODA to Fiji{}</h3><table><tr><th>Year<th>Loans<th>Grants<tr><td>FY2012<td>\u2013<td>6<tr><td>FY2013<td>7<td>8</table><p>{}</p>{}</body></html>"


@each(
    "note",
    [
        "(Unit: 100 million yen. \u201c\u2013\u201d means that no aid was extended. Debt relief is not included.)",
        "Note: Figures are in 100 million yen. Debt relief is not included.",
        "Notes: 1. The unit is 100 million yen. 2. Debt relief is not included.",
        "* All amounts are shown in units of 100 million yen; debt relief is left out.",
        "The figures above are given in 100 million yen.",
        "Unit: 100 million yen",
    ],
)
def test_a_note_below_a_table_tells_its_unit_beside_other_things(note: str) -> None:
    for behind in ("", "<p>Fiji has received aid since 1985.</p>"):
        found = facts_of(UNIT_BELOW.format("", note, behind), "sheet.html").observations
        assert [(row.indicator, row.value and int(row.value), row.unit, row.data_source) for row in found] == [
            ("oda_loans", None, None, None), ("oda_grants", 600000000, "JPY", None), ("oda_loans", 700000000, "JPY", None), ("oda_grants", 800000000, "JPY", None),
        ]  # fmt: skip
        assert found[0].value_status == ("none" if "means" in note else "not_available")
    found = facts_of(UNIT_BELOW.format(" (million yen)", note, ""), "sheet.html").observations
    assert [int(row.value or 0) for row in found] == [0, 6000000, 7000000, 8000000]


def test_a_note_between_tables_tells_no_unit_of_the_lower_one() -> None:
    table = "<table><tr><th>Year<th>Loans<th>Grants<tr><td>FY2014<td>7<td>9</table>"
    found = facts_of(UNIT_BELOW.format("", "Note: Figures are in 100 million yen.", table), "sheet.html").observations
    assert (found[-1].value, found[-1].unit) == (9, None)


BASES = [
    ("a basis beside each", "<tr><th rowspan=2><th colspan=2>Loan aid<th colspan=2>Technical cooperation<tr><th>Amount<th>Basis<th>Amount<th>Basis<tr><td>FY2012<td>5<td>E/N<td>6<td>JICA", ["exchange_of_notes", "jica_cost"]),
    ("on one line", "<tr><th>Year<th>Loans<th>Basis<th>Technical cooperation<th>Accounting basis<tr><td>FY2012<td>5<td>Exchange of notes<td>6<td>JICA expenditure", ["exchange_of_notes", "jica_cost"]),
    ("one for all", "<tr><th>Year<th>Loans<th>Technical cooperation<th>Basis<tr><td>FY2012<td>5<td>6<td>Net disbursements", ["net_disbursement", "net_disbursement"]),
    ("several in one cell", "<tr><th>Year<th>Loans<th>Technical cooperation<th>Basis<tr><td>FY2012<td>5<td>6<td>E/N; JICA", [None, None]),
]  # fmt: skip


@each(("name", "table", "bases"), BASES)
def test_a_column_of_bases(name: str, table: str, bases: list[str | None]) -> None:
    page = "<html><body><h1>Japan-Fiji Relations</h1><h3>Japan's ODA to Fiji (100 million yen)</h3><table>{}</table></body></html>"
    found = facts_of(page.format(table), "sheet.html").observations
    assert [row.accounting_basis for row in found] == bases
    assert [int(row.value or 0) for row in found] == [500000000, 600000000]


CHANGED = [
    ("a page", "<html><body><h1>Japan-Fiji Relations</h1><h3>Trade (million yen; figures in parentheses are percentage changes from the previous year)</h3><table><tr><td><td>2012<td>2013<tr><td>Exports to Fiji<td>1,482<br>(8.4)<td>1,523<br>(-2.8)<tr><td>Imports from Fiji<td>21<br>(-5.7)<td>17<br>(16.4)</table></body></html>"),
    ("percents", "<html><body><h1>Japan-Fiji Relations</h1><h3>Trade (million yen; year-on-year change in brackets)</h3><table><tr><th>Year<th>Exports to Fiji<th>Imports from Fiji<tr><td>2012<td>1,482 (8.4%)<td>21 (-5.7%)<tr><td>2013<td>1,523 (-2.8%)<td>17 (16.4%)</table></body></html>"),
    ("lines", f"{HEAD}Trade with Fiji (million yen, figures in brackets: rate of change)\n\nYear 2012 2013\nExports to Fiji 1,482 (8.4) 1,523 (-2.8)\nImports from Fiji 21 (-5.7) 17 (16.4)\n"),
    ("a note below", f"{HEAD}Trade with Fiji (million yen)\n\n| Year | 2012 | 2013 |\n|---|---|---|\n| Exports to Fiji | 1,482 (8.4) | 1,523 (-2.8) |\n| Imports from Fiji | 21 (-5.7) | 17 (16.4) |\n\nNote: Figures in parentheses are changes from the previous year in percent.\n"),
]  # fmt: skip


@each(("name", "text"), CHANGED)
def test_changes_in_brackets_behind_figures(name: str, text: str) -> None:
    found = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    amounts = {
        (row.from_area, row.period, int(row.value or 0), row.note, row.goods) for row in found if row.unit == "JPY"
    }
    assert amounts == {
        ("JPN", "2012", 1482000000, None, None), ("JPN", "2013", 1523000000, None, None),
        ("FJI", "2012", 21000000, None, None), ("FJI", "2013", 17000000, None, None),
    }  # fmt: skip
    rates = {(row.indicator, row.from_area, row.period, str(row.value)) for row in found if row.unit == "percent"}
    assert rates == {
        ("other", "JPN", "2012", "8.4"), ("other", "JPN", "2013", "-2.8"), ("other", "FJI", "2012", "-5.7"), ("other", "FJI", "2013", "16.4"),
    }  # fmt: skip
    assert len(found) == 8


def test_of_brackets_of_which_nobody_says_what_they_are_no_row_is_made() -> None:
    for bracket in ("(8.4)", "(8.4%)", "(1,390)"):
        table = f"Trade with Fiji (million yen)\n\n| Year | 2012 | 2013 |\n|---|---|---|\n| Exports to Fiji | 1,482 {bracket} | 1,523 |\n"
        found = rows(table)
        assert [(row.period, int(row.value or 0), row.note) for row in found] == [
            ("2012", 1482000000, bracket.strip("()")), ("2013", 1523000000, None),
        ]  # fmt: skip


def test_figures_with_their_own_years_in_brackets_are_no_line_of_the_table_above() -> None:
    table = "Direct investment (million US dollars)\n\n| Year | 2012 | 2013 |\n|---|---|---|\n| Flow | 3 | 4 |\n\n"
    found = rows(f"{table}• Japanese companies in Fiji: 36 (2010), 39 (2011)\n")
    assert [(row.period, int(row.value or 0), row.unit) for row in found if row.indicator == "companies"] == [
        ("2010", 36, "companies"), ("2011", 39, "companies"),
    ]  # fmt: skip


@each("gap", ["", "\n"])
@each(
    "only",
    ["Fiscal 2007 alone", "FY 2007 only", "Results in FY 2007", "In the latest fiscal year (FY 2007)", "FY 2007"],
)
@each("until", ["Results up to fiscal 2007", "Actual results (until FY 2007)", "Cumulative total up to FY 2007"])
def test_lines_that_say_when_the_figures_of_the_rows_below_are_of(until: str, only: str, gap: str) -> None:
    table = "Technical cooperation   {}.52 billion yen\nGrant aid               {}.96 billion yen\n\n"
    text = f"{until}\n{gap}{table.format(4, 5)}{only}\n{gap}{table.format(0, 1)}Loans: 7 billion yen\n"
    found = rows(f"Japan's Assistance\n\n{text}")
    assert [(row.indicator, row.period, row.measure) for row in found] == [
        ("oda_technical", "2007-04/2008-03", "cumulative"),
        ("oda_grants", "2007-04/2008-03", "cumulative"),
        ("oda_technical", "2007-04/2008-03", "flow"),
        ("oda_grants", "2007-04/2008-03", "flow"),
        ("oda_loans", None, None),
    ]


RUNNING = [
    ("Cumulative total up to FY2021", [("cumulative", "2021-04/2022-03", "until")] * 2),
    ("Accumulated (-FY2021)", [("cumulative", "2021-04/2022-03", "until")] * 2),
    ("Cumulative total as of FY 2021", [("cumulative", "2021-04/2022-03", "as_of")] * 2),
    ("Cumulative total", [("cumulative", None, "unstated")] * 2),
    ("Grand total", [(None, None, "unstated")]),
]


@each(("last", "told"), RUNNING)
def test_what_a_cell_over_several_rows_says_of_their_time_is_said_of_each(
    last: str, told: list[tuple[str | None, str | None, str]]
) -> None:
    table = (
        "<tr><th>Fiscal year<th>Type<th>Amount<tr><td rowspan=2>2021<td>Loans<td>1.5<tr><td>Grants<td>31.06"
        f"<tr><td rowspan=2>{last}<td>Loans<td>406.65<tr><td>Grants<td>574.18"
    )
    found = facts_of(PAGE.format("Japan's ODA (100 million yen)", table), "sheet.html").observations
    assert [(r.measure, r.period) for r in found[:2]] == [("flow", "2021-04/2022-03")] * 2
    assert [(r.measure, r.period, r.period_kind) for r in found[2:]] == told


COUNTS_OF_AID = [
    ("ODA to Fiji (DAC, net, US$ million)", "net_disbursement", "DAC"),
    ("ODA Disbursements of Major Donors (DAC; gross, US$ million)", "gross_disbursement", "DAC"),
    ("Direct Investment from Japan (net, US$ million)", None, None),
]


@each(("heading", "basis", "source"), COUNTS_OF_AID)
def test_net_or_gross_in_the_bracket_of_a_heading_of_aid(heading: str, basis: str | None, source: str | None) -> None:
    [row] = rows(f"{heading}\n\nYear | 1st |\n---|---|\n2006 | Japan 5.5 |\n") if "ODA" in heading else rows(
        f"{heading}\n\n2006: 5.5\n"
    )  # fmt: skip
    assert (row.accounting_basis, row.data_source) == (basis, source)


COSTS = [
    "on JICA's actual expenditure",
    "on JICA’s own costs",
    "on the actual expenditure of JICA",
    "on JICA expenditure",
]


@each("basis", COSTS)
def test_those_of_one_kind_of_aid_in_a_note(basis: str) -> None:
    note = f"Note: The amounts of loans and grants are based on the Exchange of Notes, those of technical cooperation {basis}.\n"
    found = rows(
        f"Japan's ODA (million yen)\n\nFY | Loans | Technical cooperation |\n---|---|---|\n2011 | 5 | 6 |\n\n{note}"
    )
    assert [row.accounting_basis for row in found] == ["exchange_of_notes", "jica_cost"]


FOOTS = [
    "<tfoot><tr><td colspan=5>Source: Ministry of Finance</td></tr></tfoot>",
    "<tr><td colspan=5>(Source: Ministry of Finance)</td></tr>",
    "<tr><td>Source: Ministry of Finance</td><td></td><td></td><td></td><td></td></tr>",
]


@each("foot", FOOTS)
def test_a_source_in_the_last_row_of_a_table(foot: str) -> None:
    head = "<tr><th rowspan=2><th colspan=2>2020<th colspan=2>2021<tr><th>Amount<th>Change (%)<th>Amount<th>Change (%)"
    table = f"{head}<tr><td>Exports from Japan to Fiji<td>1,518<td>-21.7<td>1,893<td>24.7{foot}"
    found = facts_of(PAGE.format("Trade (million yen)", table), "sheet.html").observations
    told = [(r.period, r.value and int(r.value), r.data_source) for r in found if r.indicator == "trade_goods"]
    assert told == [("2020", 1_518_000_000, "Ministry of Finance"), ("2021", 1_893_000_000, "Ministry of Finance")]


CHANGES_UNDER = [
    ("Trade (million yen)", "Amount", "Change (%)", "Exports from Japan to Fiji", "trade_goods"),
    ("Trade (million yen)", "Value", "Year-on-year change", "Exports from Japan to Fiji", "trade_goods"),
    ("日本との貿易", "金額（百万円）", "前年比（％）", "日本からフィジーへの輸出", "trade_goods"),
]


@each(("heading", "amount", "change", "label", "indicator"), CHANGES_UNDER)
def test_changes_beside_amounts_below_years(heading: str, amount: str, change: str, label: str, indicator: str) -> None:
    under = f"<th>{amount}<th>{change}" * 2
    table = f"<tr><th rowspan=2><th colspan=2>2020<th colspan=2>2021<tr>{under}<tr><td>{label}<td>1,518<td>-21.7<td>1,893<td>24.7"
    found = facts_of(PAGE.format(heading, table), "sheet.html").observations
    assert [(r.indicator, r.period, r.value and float(r.value), r.unit) for r in found] == [
        (indicator, "2020", 1_518_000_000.0, "JPY"), ("other", "2020", -21.7, "percent"),
        (indicator, "2021", 1_893_000_000.0, "JPY"), ("other", "2021", 24.7, "percent"),
    ]  # fmt: skip
    assert [r.label for r in found[:2]] == [label, f"{label} {change}"]


EARLIER = [
    ("<th>Number<th>Date<th>Previous number (date)", "<td>136<td>October 2022<td>118 (October 2021)", 2),
    ("<th>Number<th>As of<th>Last survey", "<td>136 persons<td>October 2022<td>118 persons (October 2021)", 2),
    ("<th>Latest<th>Previous", "<td>136 (October 2022)<td>118 (October 2021)", 2),
    ("<th>人数<th>時点<th>前回", "<td>136人<td>2022年10月<td>118人（2021年10月）", 2),
    ("<th>Number<th>Date<th>Women (date)", "<td>136<td>October 2022<td>118 (October 2021)", 1),
]


@each(("heads", "cells", "count"), EARLIER)
def test_a_column_of_the_figures_of_an_earlier_day(heads: str, cells: str, count: int) -> None:
    table = f"<tr><th>{heads}<tr><td>Japanese nationals in Fiji{cells}<tr><td>Fijian nationals in Japan{cells}"
    facts = facts_of(PAGE.format("5. People", table), "sheet.html")
    told = [("residents", "136", "2022-10", "as_of"), ("residents", "118", "2021-10", "as_of")][:count] * 2
    assert [(r.indicator, str(r.value), r.period, r.period_kind) for r in facts.observations] == told
    assert [r.from_area for r in facts.observations] == ["JPN"] * count + ["FJI"] * count
    assert len(notes_of(facts, "unrecognised_text")) == 2 * (2 - count)
