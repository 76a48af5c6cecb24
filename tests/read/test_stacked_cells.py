"""Tables that stand a cell a line: which lines are a row, and where a table ends."""

from __future__ import annotations

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
    ("年度\n円借款\n2015年度\nなし\n2016年度\n49.00", "| 2015年度 | なし |"),
    ("年\n月\n要人名\n2013年\n6月\n鈴木外務副大臣\n7月\n森元総理大臣", "|  | 7月 | 森元総理大臣 |"),
]  # fmt: skip


@each(("text", "row"), READ)
def test_as_many_cells_as_heads_are_a_row(text: str, row: str) -> None:
    assert row in read_stacked_cells(text).splitlines()


LEFT = [
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
