"""Labels whose figure stands in a bracket behind them: it is an amount, and neither the unit of others nor nothing."""

from __future__ import annotations

from pipeline.extract.figures.brackets import read_bracket
from tests.each import each
from tests.helpers import facts_of, notes_of

FRONT = "Japan-Palau Relations\n\nMay 5, 2018\n\n"
AID = [("oda_loans", "10000000000"), ("oda_grants", "2000000000")]
PAGE = "<html><body><h1>Japan-Palau Relations</h1>{}</body></html>"

LABELS = [
    (f"{FRONT}Economic Cooperation (until FY 2015)\n\nLoans (10 billion yen)\nGrants (2 billion yen)\n", AID),
    (f"{FRONT}Economic Cooperation (until FY 2015)\n\n  • Loans (10 billion yen)\n  • Grants (2 billion yen)\n", AID),
    (PAGE.format("<h2>Economic Cooperation</h2><ul><li>Loans (10 billion yen, until FY 2015)</li><li>Grants (2 billion yen, until FY 2015)</li></ul>"), AID),
    ("日・パラオ関係\n\n平成30年5月5日\n\n経済協力（2015年度まで）\n有償資金協力（100億円）\n無償資金協力（20億円）\n", AID),
    (f"{FRONT}Trade with Japan (2017)\n\nExports to Japan (12 billion yen)\nImports from Japan (about 3 billion yen)\n", [("trade_goods", "12000000000"), ("trade_goods", "3000000000")]),
    (f"{FRONT}Basic Data\n\nJapanese nationals in Palau (300 persons)\nJapanese companies in Palau (12 companies)\n", [("residents", "300"), ("companies", "12")]),
    (PAGE.format("<h2>Direct Investment from Japan (5 billion yen, 2016)</h2>"), [("direct_investment", "5000000000")]),
]  # fmt: skip


@each(("text", "told"), LABELS)
def test_a_figure_in_the_bracket_of_its_label(text: str, told: list[tuple[str, str]]) -> None:
    facts = facts_of(text, "s.html" if text.startswith("<") else "s.txt")
    assert [(row.indicator, str(row.value).split(".")[0]) for row in facts.observations] == told
    assert {row.goods for row in facts.observations} == {None}
    assert (notes_of(facts, "missing_value"), facts.events) == ([], [])
    if "until FY 2015" in text:
        assert {row.period for row in facts.observations} == {"2015-04/2016-03"}


UNITS = [
    f"{FRONT}Trade with Japan (100 million yen)\n\nYear | Exports to Japan | Imports from Japan |\n---|---|---|\n2015 | 12 | - |\n",
    f"{FRONT}Trade (100 million yen)\nExports to Japan: 12 (2015)\n",
    "日・パラオ関係\n\n平成30年5月5日\n\n貿易（単位：億円）\n対日輸出　12（2015年）\n",
]


@each(("text",), [(text,) for text in UNITS])
def test_a_unit_in_the_bracket_of_a_heading(text: str) -> None:
    rows = facts_of(text).observations
    rows = [row for row in rows if row.value is not None]
    assert [(row.indicator, row.from_area, int(row.value or 0)) for row in rows] == [
        ("trade_goods", "PLW", 1_200_000_000)
    ]


def test_an_amount_with_its_basis() -> None:
    [row] = facts_of(
        f"{FRONT}Economic Cooperation (until FY 2015)\n\n  • Loan aid (2.2 billion yen, exchange of notes basis)\n"
    ).observations
    assert (row.indicator, row.accounting_basis, int(row.value or 0)) == (
        "oda_loans",
        "exchange_of_notes",
        2_200_000_000,
    )


NONE = [
    f"{FRONT}Economic Cooperation (until FY 2015)\n  • Loans (none)\n  • Grants (2 billion yen)\n",
    "日・パラオ関係\n\n平成30年5月5日\n\n経済協力（2015年度まで）\n有償資金協力（なし）\n無償資金協力（20億円）\n",
]


@each(("text",), [(text,) for text in NONE])
def test_none_in_a_bracket(text: str) -> None:
    rows = facts_of(text).observations
    assert [(row.indicator, row.value_status) for row in rows] == [("oda_loans", "none"), ("oda_grants", "exact")]


@each(
    ("bracket", "basis"),
    [
        ("total through FY 1998, Exchange of Notes basis", "exchange_of_notes"),
        ("Exchange of Notes basis; total through FY 1998", "exchange_of_notes"),
        ("total through FY 1998, E/N basis", "exchange_of_notes"),
        ("FY 1998, Net Disbursement basis", "net_disbursement"),
        ("total through FY 1998, JICA cost basis", "jica_cost"),
    ],
)
def test_a_basis_in_capitals_beside_a_date(bracket: str, basis: str) -> None:
    part = read_bracket(bracket)
    assert (part.date.edtf if part.date else None, part.basis) == ("1998-04/1999-03", basis)


RUNNING = "Economic Cooperation (cumulative total as of FY 2006)"
YEARS = [
    f"{RUNNING}\nLoans\n63 billion yen (FY 2006: none)\nGrants\n164 billion yen (FY 2006: 5.2 billion yen)\n",
    f"{RUNNING}\n\n- Loans: 63 billion yen (FY2006: none)\n- Grants: 164 billion yen (FY2006: 5.2 billion yen)\n",
    "Economic Cooperation\n\nLoans: 63 billion yen (FY 2006: none) (cumulative total as of FY 2006)\nGrants: 164 billion yen (cumulative total as of FY 2006) (FY 2006: 5.2 billion yen)\n",
]  # fmt: skip


@each("text", YEARS)
def test_the_year_of_a_bracket_s_figure_is_not_that_of_the_total_in_front(text: str) -> None:
    found = facts_of(f"{FRONT}{text}").observations
    assert [(row.indicator, row.measure, row.period, row.period_kind, row.value_status) for row in found] == [
        ("oda_loans", "cumulative", "2006-04/2007-03", "as_of", "exact"),
        ("oda_loans", "flow", "2006-04/2007-03", "fiscal_year", "none"),
        ("oda_grants", "cumulative", "2006-04/2007-03", "as_of", "exact"),
        ("oda_grants", "flow", "2006-04/2007-03", "fiscal_year", "exact"),
    ]
    assert [row.value and int(row.value) for row in found] == [63 * 10**9, None, 164 * 10**9, 52 * 10**8]


NOTES = [
    "Loans and grants are based on Exchange of Notes, technical cooperation on the expenses of JICA.",
    "Note: Loans and grants on an E/N basis; technical cooperation: JICA costs",
]


@each("note", NOTES)
def test_a_note_below_the_last_kind_of_aid_is_of_those_that_it_names(note: str) -> None:
    values = "Loans\n6 billion yen\nGrants\n4 billion yen\nTechnical cooperation\n5 billion yen\n"
    found = facts_of(f"{FRONT}Residents\n\n3 (2006)\n\n{RUNNING}\n\n{values}\n{note}\n").observations
    assert [row.accounting_basis for row in found if row.indicator.startswith("oda")] == ["exchange_of_notes"] * 2 + ["jica_cost"]  # fmt: skip
    assert {row.accounting_basis for row in found if not row.indicator.startswith("oda")} <= {None}
