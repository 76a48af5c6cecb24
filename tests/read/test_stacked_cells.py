"""Tables that stand a cell a line: which lines are a row, and where a table ends."""

from __future__ import annotations

from pipeline.read.converted.stacked_tables.label_turns import read_label_turns
from pipeline.read.converted.stacked_tables.stacked_cells import read_stacked_cells
from tests.each import each
from tests.helpers import facts_of

FRONT = "Japan-Kenya Relations\nMay 2014\n"

READ = [
    ("Year\nLoans\nGrants\nFY 2012\n1.5\n--\nFY 2013\nNone\n2.4\nTotal until FY 2013\n9.1\n8.4\n1 Notes", "| FY 2013 | None | 2.4 |"),
    ("2014\n2015\n2016\nGrant Aid\n6.15\n2.38\n7.94\nSource", "| Grant Aid | 6.15 | 2.38 | 7.94 |"),
    ("Type\nFY 2006\nFY 2007\nLoans\n1\n2\nGrants\n3\n4", "| Type | FY 2006 | FY 2007 |"),
    ("Year\n1st\n2nd\n2006\nUSA 41.4\nGermany 24.7\n2007\nUSA 84.6\nJapan 6.2", "| 2007 | USA 84.6 | Japan 6.2 |"),
    ("Item\nAmount (billion yen)\nExports\n41.2\nImports\n39.6\nA line", "| Imports | 39.6 |"),
    ("Year\nMonth\nName\n2012\n05\nMr. Ito\n08\nMr. Abe", "| 2012 | 05 | Mr. Ito |"),
    ("Year\nVisitor\nOffice\n2013\nMr. Abe\nPrime Minister\n2014\nMr. Aso\n4\nMinister", "| 2014 | Mr. Aso (4) | Minister |"),
    ("To Togo\n1990\nAug.\nMr. Ishii\n1996\nJul.\nMr. Kato", "| 1990 | Aug. | Mr. Ishii |"),
    ("Exports\n2014\n2015\nCars\n1.5\nN.A.\nSteel\nn.a.\n2.4\n", "| Steel | n.a. | 2.4 |"),
    ("People\n\nNumber\nAs of\n\nJapanese in Fiji\n822\nOctober 2004\n\nFijians in Japan\n1,437\nMay 2004\n\nText", "| Fijians in Japan | 1,437 | May 2004 |"),
    ("年度\n円借款\n2015年度\nなし\n2016年度\n49.00", "| 2015年度 | なし |"),
    ("年\n月\n要人名\n2013年\n6月\n鈴木外務副大臣\n7月\n森元総理大臣", "|  | 7月 | 森元総理大臣 |"),
]  # fmt: skip


@each(("text", "row"), READ)
def test_as_many_cells_as_heads_are_a_row(text: str, row: str) -> None:
    assert row in read_stacked_cells(text).splitlines()


LEFT = [
    "Number\nAs of\nJapanese in Fiji\n822\nabout a year\nFijians in Japan\n1,437\nfor long",
    "Year\nName\n2012\nPrime Minister Noda\n2013\nPrime Minister Abe",  # read as it stands
    "Year\nLoans\nGrants\n2012\n1.5\n2013\n2.4",  # a cell is missing, and nobody knows which
    "Trade\n2012\n8.3\n2013\n9.9",
    "2012\n2013\nExports\n8.3",
    "Year\nMonth\nName\n",
    "Treaties\n1998\nTax Convention\n2004\nAir Services Agreement",
]


@each("text", LEFT)
def test_what_counting_does_not_tell_is_left(text: str) -> None:
    assert read_stacked_cells(text) == text


def test_of_the_lines_behind_the_last_date_only_the_first_is_a_row() -> None:
    text = f"{FRONT}VIP Visits\nFrom Kenya to Japan\nYear\nMonth\nName\n1990\nMay\nPresident Daniel Kosgei\nJuly\nMinister Wilson Ndolo Ayah\nForeign Minister Bonaya Godana\n2004\nSep.\nPresident Mwai Kibaki\nBack to Top\n"
    assert [(row.date, row.main_name) for row in facts_of(text).visits] == [
        ("1990-05", "Kosgei"),
        ("1990-07", "Ayah"),
        ("1990-07", "Godana"),
        ("2004-09", "Kibaki"),
    ]


@each(
    ("labels", "figures", "row"),
    [
        ("Loan aid\nGrant aid", "7.72\n2.19", "| 7.72 | 2.19 |"),
        ("Exports\nImports\nBalance", "7,720\nN/A\n-2.19", "| 7,720 | N/A | -2.19 |"),
        ("円借款\n無償資金協力", "7.72\n2.19", "| 7.72 | 2.19 |"),
        ("Loan aid\nGrant aid", "7.72\n2.19\n4.10", None),
        ("Loan aid\nGrant aid", "2003\n2.19", None),
        ("Loan aid\nGrant aid", "7.72\n2.19\n\n8.72\n3.19", None),
        ("It went on.\nGrant aid", "7.72\n2.19", None),
    ],
)
def test_as_many_figures_as_labels_above_them_are_a_row(labels: str, figures: str, row: str | None) -> None:
    text = f"Aid in fiscal 2003\n\n{labels}\n\n{figures}\n\nText\n"
    found = [line for line in read_label_turns(text).splitlines() if line.startswith("|")]
    assert found == ([f"| {labels.replace(chr(10), ' | ')} |", "|---|", row] if row else [])


def test_the_heading_dates_a_row_without_a_label() -> None:
    text = "Economic Cooperation\n\n2. Exchange of Notes in fiscal 2003 (billion yen)\n\nLoans\nGrants\n\n7.72\n2.19\n"
    found = facts_of(FRONT + text).observations
    assert [(row.indicator, row.period, row.value) for row in found] == [
        ("oda_loans", "2003-04/2004-03", 7_720_000_000),
        ("oda_grants", "2003-04/2004-03", 2_190_000_000),
    ]
