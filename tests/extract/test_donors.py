"""Rankings of donors, in lines, items and tables."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.helpers import facts_of, notes_of

FRONT = "Japan-Palau Relations\n\nMay 5, 2018\n\n"
UNIT = "Major Donors (2016 OECD/DAC, net disbursement basis, unit: US$ million)\n\n"
TOLD = [("USA", "JPN"), ("76200000", "14500000"), (1, 2)]
PAGE = "<html><body><h1>Japan-Palau Relations</h1><h3>Major Donors (2016 OECD/DAC)</h3><table>{}</table></body></html>"

RANKINGS = [
    ("one item", f"{FRONT}Major Donors (2016, OECD/DAC)\n\n  • (1) U.S.A. (US$ 76.2 million) (2) Japan (US$ 14.5 million)\n"),
    ("items with their currency", f"{FRONT}Major Donors (2016, OECD/DAC)\n\n  • 1. U.S.A. (US$ 76.2 million)\n  • 2. Japan (US$ 14.5 million)\n"),
    ("one line", f"{FRONT}{UNIT}1. U.S.A. 76.2; 2. Japan 14.5\n"),
    ("lines", f"{FRONT}{UNIT}Rank Donor Amount\n1 United States 76.2\n2 Japan 14.5\n"),
    ("pipes", f"{FRONT}{UNIT}Rank | Donor | Amount |\n---|---|---|\n1st | United States | 76.2 |\n2nd | Japan | 14.5 |\n"),
    ("ranks behind names", f"{FRONT}{UNIT}United States (1st, 76.2), Japan (2nd, 14.5)\n"),
    ("their year in front", f"{FRONT}Major Donors (OECD/DAC)\n\n  • 2016: United States (1st, US$ 76.2 million), Japan (2nd, US$ 14.5 million)\n"),
    ("amounts said to be in brackets", f"{FRONT}Top donors (2016; million US$ in brackets)\n\n1. U.S.A. (76.2)\n2. Japan (14.5)\n"),
    ("the same spaces between", f"{FRONT}ODA from DAC Countries in 2016 (net disbursements, million US dollars)\n1st   United States   76.2\n2nd   Japan   14.5\n"),
    ("a page", PAGE.format("<tr><th>Rank<th>Country<th>Amount (US$ million)<tr><td>1<td>U.S.A.<td>76.2<tr><td>2<td>Japan<td>14.5")),
    ("names over figures", f"{FRONT}{UNIT}| 1 | 2 |\n|---|---|\n| United States | Japan |\n| 76.2 | 14.5 |\n"),
    ("names over figures with their unit", f"{FRONT}Major Donors (2016 OECD/DAC)\n\n| 1st | 2nd |\n|---|---|\n| United States | Japan |\n| US$ 76.2 million | US$ 14.5 million |\n"),
    ("names over figures with their unit, on a page", PAGE.format("<tr><th>No. 1<th>No. 2<tr><td>U.S.A.<td>Japan<tr><td>76.2 million US dollars<td>14.5 million US dollars")),
    ("ranks in words over names", PAGE.replace("2016 OECD/DAC", "2016, US$ million").format("<tr><th>1st<th>2nd<tr><td>United States<td>Japan<tr><td>76.2<td>14.5")),
]  # fmt: skip


@each(("name", "text"), RANKINGS)
def test_ranking(name: str, text: str) -> None:
    rows = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    assert [tuple(str(row.value).split(".")[0] for row in rows), tuple(row.rank for row in rows)] == TOLD[1:]
    assert tuple(row.from_area for row in rows) == TOLD[0]
    assert {(row.to_area, row.period, row.unit) for row in rows} == {("PLW", "2016", "USD")}


def test_what_is_not_understood_is_told() -> None:
    facts = facts_of(f"{FRONT}{UNIT}1 | United States | 76.2 |\n2 | Atlantis | 5 |\n")
    assert [row.from_area for row in facts.observations] == ["USA"]
    assert len(notes_of(facts, "unrecognised_text")) == 1


def test_a_ranking_behind_its_label() -> None:
    facts = facts_of(
        f"{FRONT}Basic Data\n\n  • Major Donors (2009, US$ million): (1) UK 103.0 (2) USA 69.5 (3) Atlantis 3.1\n"
    )
    assert [(row.from_area, row.rank, row.unit) for row in facts.observations] == [("GBR", 1, "USD"), ("USA", 2, "USD")]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["(3) Atlantis 3.1"]


COLUMNS = [
    ("pipes", f"{FRONT}{UNIT}Year | 1st | 2nd | 3rd |\n---|---|---|---|\n2006 | United States 76.2 | Japan 14.5 | France 9 |\n2007 | Japan 80.1 | United States 20 | France 3 |\n"),
    ("brackets", f"{FRONT}{UNIT}Year | 1st | 2nd | 3rd |\n---|---|---|---|\n2006 | United States (76.2) | Japan (14.5) | France (9) |\n2007 | Japan (80.1) | United States (20) | France (3) |\n"),
    ("lines", f"{FRONT}{UNIT}Year 1st 2nd 3rd\n2006 United States 76.2 Japan 14.5 France 9\n2007 Japan 80.1 United States 20 France 3\n"),
    ("a page", PAGE.replace("2016 OECD/DAC", "OECD/DAC, US$ million").format("<tr><td>Year<td>1st<td>2nd<td>3rd<tr><td>2006<td>United States 76.2<td>Japan 14.5<td>France 9<tr><td>2007<td>Japan 80.1<td>United States 20<td>France 3")),
]  # fmt: skip


@each(("name", "text"), COLUMNS)
def test_ranks_as_columns(name: str, text: str) -> None:
    facts = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt")
    found = facts.observations
    assert [(row.period, row.from_area, row.rank, float(row.value or 0) / 1e6) for row in found] == [
        ("2006", "USA", 1, 76.2),
        ("2006", "JPN", 2, 14.5),
        ("2006", "FRA", 3, 9),
        ("2007", "JPN", 1, 80.1),
        ("2007", "USA", 2, 20),
        ("2007", "FRA", 3, 3),
    ]
    assert notes_of(facts, "unrecognised_text") == []
    assert {(row.indicator, row.unit, row.to_area, row.period_basis) for row in found} == {
        ("oda_total", "USD", "PLW", "stated")
    }
    assert all(row.quote in text and (row.label or "?") in row.quote for row in found)


def test_a_unit_heads_the_figures_of_donors_and_a_year_stands_among_other_parts_of_a_bracket() -> None:
    table = "Country\tMillion US dollars\nU.S.A.\t76.2\nKorea\t14.5\n"
    facts = facts_of(f"{FRONT}Economic Cooperation\n\nDonors (DAC, 2016, net disbursement)\n{table}")
    assert [
        (row.from_area, row.period, str(row.value), row.unit, row.accounting_basis) for row in facts.observations
    ] == [
        ("USA", "2016", "76200000", "USD", "net_disbursement"),
        ("KOR", "2016", "14500000", "USD", "net_disbursement"),
    ]


def test_a_numbered_heading_of_donors() -> None:
    facts = facts_of(
        f"{FRONT}(3) Major donors (2016, OECD/DAC, net disbursement basis, US$ million)\n\n1. U.S.A. 76.2\n2. Japan 14.5\n"
    )
    assert {(row.data_source, row.accounting_basis) for row in facts.observations} == {("OECD/DAC", "net_disbursement")}


def test_a_cell_that_is_no_donor_is_told() -> None:
    table = "Year | 1st | 2nd | Total |\n---|---|---|---|\n2006 | United States 76.2 | Atlantis 14.5 | 99 |\n"
    facts = facts_of(f"{FRONT}{UNIT}{table}")
    assert [row.from_area for row in facts.observations] == ["USA", None]  # what all gave
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["Atlantis 14.5"]


def test_a_blank_cell_moves_no_rank() -> None:
    table = "Fiscal year | 1st | 2nd | 3rd |\n---|---|---|---|\n2006 | United States 76.2 |  | Japan 9 |\n"
    found = facts_of(f"{FRONT}{UNIT}{table}").observations
    assert [(row.from_area, row.rank, row.period) for row in found] == [
        ("USA", 1, "2006-04/2007-03"),
        ("JPN", 3, "2006-04/2007-03"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{FRONT}{UNIT}1. United States\n2. Japan\n00. Sweden\n",
        f"{FRONT}Basic Data\n\n  • Major donors (2016, OECD/DAC): 1st United States, 2nd Japan\n",
        PAGE.replace("<table>{}</table>", "<p>1. United States<br>2. Japan</p>"),
    ],
)
def test_ranks_without_amounts(text: str) -> None:
    rows = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    told = [(row.indicator, row.from_area, row.rank, row.period) for row in rows]
    assert told == [("donor_rank", "USA", 1, "2016"), ("donor_rank", "JPN", 2, "2016")]


def test_donors_of_a_list_need_no_rank() -> None:
    text = (
        f"{FRONT}Major Donors (2016, OECD/DAC)\n\n  • United States (US$ 76.2 million)\n  • Japan (US$ 14.5 million)\n"
    )
    rows = facts_of(text).observations
    assert [(row.from_area, row.indicator, row.period, row.rank) for row in rows] == [
        ("USA", "oda_total", "2016", None),
        ("JPN", "oda_total", "2016", None),
    ]


NET = "Major Donors (OECD/DAC, net disbursement, US$ million)\n\n"
TWO_YEARS = [("2006", "USA", 1, 76.2), ("2006", "JPN", 2, 14.5), ("2007", "JPN", 1, 80.1), ("2007", "USA", 2, 20.0)]
NET_PAGE = PAGE.replace("2016 OECD/DAC", "OECD/DAC, US$ million")
OF_YEARS = [
    ("bare ranks over pipes", f"{FRONT}{NET}Rank | 1 | 2 |\n---|---|---|\n2006 | USA 76.2 | Japan 14.5 |\n2007 | Japan 80.1 | USA 20 |\n"),
    ("years over tabs", f"{FRONT}{NET}Rank\t2006\t2007\n1\tUSA 76.2\tJapan 80.1\n2\tJapan 14.5\tUSA 20\n"),
    ("years over pipes", f"{FRONT}{NET}Rank | 2006 | 2007 |\n---|---|---|\n1st | USA (76.2) | Japan (80.1) |\n2nd | Japan (14.5) | USA (20) |\n"),
    ("a line a year", f"{FRONT}{NET}  • 2006: (1) USA 76.2 (2) Japan 14.5\n  • 2007: (1) Japan 80.1 (2) USA 20\n"),
    ("a line a year in Japanese", "日・パラオ関係\n\nDAC諸国の援助（支出純額、単位：百万ドル）\n2006年　①米国 76.2　②日本 14.5\n2007年　①日本 80.1　②米国 20\n"),
    ("names and figures in a row each", NET_PAGE.format("<tr><th>Year<th>1st<th>2nd<tr><th rowspan=2>2006<td>USA<td>Japan<tr><td>76.2<td>14.5<tr><th rowspan=2>2007<td>Japan<td>USA<tr><td>80.1<td>20")),
    ("years over names and figures", NET_PAGE.format("<tr><th rowspan=2>Rank<th colspan=2>2006<th colspan=2>2007<tr><th>Country<th>Amount<th>Country<th>Amount<tr><td>1<td>USA<td>76.2<td>Japan<td>80.1<tr><td>2<td>Japan<td>14.5<td>USA<td>20")),
    ("years side by side", NET_PAGE.format("<tr><td colspan=2>2006<td colspan=2>2007<tr><td>1. USA<td>76.2<td>1. Japan<td>80.1<tr><td>2. Japan<td>14.5<td>2. USA<td>20")),
    ("years side by side with ranks of their own", NET_PAGE.format("<tr><th colspan=3>2006<th colspan=3>2007<tr><td>1<td>USA<td>76.2<td>1<td>Japan<td>80.1<tr><td>2<td>Japan<td>14.5<td>2<td>USA<td>20")),
    ("years over names and figures in Japanese", "<html><body><h1>日・パラオ関係</h1><h3>主要援助国（支出純額、単位：百万ドル）</h3><table><tr><th rowspan=2>順位<th colspan=2>2006年<th colspan=2>2007年<tr><th>国名<th>金額<th>国名<th>金額<tr><td>1位<td>米国<td>76.2<td>日本<td>80.1<tr><td>2位<td>日本<td>14.5<td>米国<td>20</table></body></html>"),
]  # fmt: skip


@each(("name", "text"), OF_YEARS)
def test_rankings_of_years(name: str, text: str) -> None:
    found = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    told = [(row.period, row.from_area, row.rank, float(row.value or 0) / 1e6) for row in found]
    assert sorted(told, key=lambda row: (row[0], row[2])) == TWO_YEARS
    assert {(row.indicator, row.unit, row.period_kind) for row in found} == {("oda_total", "USD", "calendar_year")}


BEHIND = [
    ("日・パラオ関係\n\n主要援助国（支出純額、単位：百万ドル）\n2006年　①米国 76.2　②英国 14.5　（日本は第8位、2.4）\n", ("JPN", 8, "2400000")),
    ("日・パラオ関係\n\n主要援助国（支出純額、単位：百万ドル）\n2006年　①米国 76.2　②英国 14.5　（日本：9位）\n", ("JPN", 9, "9")),
    (f"{FRONT}{NET}2006: (1) USA 76.2 (2) UK 14.5 (Japan: 8th, 2.4)\n", ("JPN", 8, "2400000")),
]  # fmt: skip


@each(("text", "told"), BEHIND)
def test_one_behind_the_first_ones(text: str, told: tuple[str, int, str]) -> None:
    rows = facts_of(text).observations
    assert [row.from_area for row in rows] == ["USA", "GBR", "JPN"]
    assert (rows[-1].from_area, rows[-1].rank, str(rows[-1].value).split(".")[0]) == told
    assert {row.period for row in rows} == {"2006"}


def test_the_total_of_all_donors_beside_them() -> None:
    text = f"{FRONT}{NET}Rank | 1 | 2 | DAC total |\n---|---|---|---|\n2006 | USA 76.2 | Japan 14.5 | 95 |\n"
    last = facts_of(text).observations[-1]
    assert (last.from_area, last.rank, last.is_total, float(last.value or 0)) == (None, None, True, 95e6)


WIDER = [
    ("a share beside", PAGE.replace("2016 OECD/DAC", "2016, US$ million").format("<tr><th>Rank<th>Country<th>Amount<th>Share (%)<tr><td>1<td>USA<td>76.2<td>50.1<tr><td>2<td>Japan<td>14.5<td>20.2"), (1, 2)),
    ("donors by years", PAGE.replace("2016 OECD/DAC", "US$ million").format("<tr><th>Country<th>2016<tr><td>USA<td>76.2<tr><td>Japan<td>14.5"), (None, None)),
    ("donors by years over tabs", f"{FRONT}Major Donors (US$ million)\nCountry\t2016\t2017\nUSA\t76.2\t50.1\nJapan\t14.5\t40\n", (None, None)),
]  # fmt: skip


@each(("name", "text", "ranks"), WIDER)
def test_wider_tables(name: str, text: str, ranks: tuple[int | None, int | None]) -> None:
    rows = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    rows = [row for row in rows if row.period == "2016"]
    assert [tuple(str(row.value).split(".")[0] for row in rows), tuple(row.rank for row in rows)] == [TOLD[1], ranks]
    assert {(row.indicator, row.unit) for row in rows} == {("oda_total", "USD")}


RANKS_OVER = "1st | 2nd | 3rd | Japan | Total |\n---|---|---|---|---|---|\n2008 | U.S.A. 130.1 | U.K. 97.6 | Italy 56.2 | 19.8 | 449.6 |\n"
WITHOUT_THE_WORD = [
    ("DAC countries' ODA", f"{FRONT}(3) DAC countries' ODA to Palau (US$ million)\n\nYear | {RANKS_OVER}"),
    ("ODA of DAC members", f"{FRONT}(3) ODA of DAC members to Palau (US$ million)\n\nYear | {RANKS_OVER}"),
    ("any ODA", f"{FRONT}Economic Cooperation\n\nODA to Palau (US$ million)\n\nYear | {RANKS_OVER}"),
    ("tabs", f"{FRONT}(3) ODA of DAC countries (US$ million)\nYear\t1\t2\t3\tJapan\tTotal\n2008\tU.S.A. 130.1\tU.K. 97.6\tItaly 56.2\t19.8\t449.6\n"),
    ("in Japanese", "日・パラオ関係\n\n経済協力\n（３）諸外国の対パラオ経済協力実績（単位：百万ドル）\n\n暦年 | 1位 | 2位 | 3位 | うち日本 | 合計 |\n---|---|---|---|---|---|\n2008年 | 米国 130.1 | 英国 97.6 | イタリア 56.2 | 19.8 | 449.6 |\n"),
]  # fmt: skip


@each(("name", "text"), WITHOUT_THE_WORD)
def test_donors_that_no_heading_calls_so(name: str, text: str) -> None:
    rows = facts_of(text).observations
    told = [(row.from_area, row.rank, float(row.value or 0) / 1e6) for row in rows if row.value]
    assert told == [("USA", 1, 130.1), ("GBR", 2, 97.6), ("ITA", 3, 56.2), ("JPN", None, 19.8), (None, None, 449.6)]


BY_CORNER = [
    ("Donor 2006 2007\nUSA 76.2 80.1\nJapan 14.5 20\nAll donors 200 300\n", [("USA", "2006"), ("USA", "2007"), ("JPN", "2006"), ("JPN", "2007"), (None, "2006"), (None, "2007")]),
    ("Country | 2006 | 2007 |\n---|---|---|\nKorea | 76.2 | 80.1 |\n", [("KOR", "2006"), ("KOR", "2007")]),
]  # fmt: skip


@each(("table", "told"), BY_CORNER)
def test_the_corner_of_a_table_of_years_says_that_the_rows_are_donors(table: str, told: list[tuple[str, str]]) -> None:
    rows = facts_of(f"{FRONT}ODA received by Palau (net disbursements, US$ million)\n\n{table}").observations
    assert [(row.from_area, row.period) for row in rows] == told
    given = facts_of(f"{FRONT}Japan's ODA (net disbursements, US$ million)\n\n{table}").observations
    assert not {row.from_area for row in given} & {"USA", "KOR"}


AID_BEFORE = f"{FRONT}Economic Cooperation (until FY 2013, E/N basis)\nGrant aid: 14.47 billion yen\n\n"
RANKED_PAGE = "<html><body><h1>Japan-Palau Relations</h1><h2>Economic Cooperation (until FY 2013, E/N basis)</h2><p>Grant aid: 14.47 billion yen</p>{}</body></html>"
HEADED = [
    ("ranks over tabs", f"{AID_BEFORE}DAC Countries' ODA Record in Palau (net disbursement, US$ million)\nYear\t1st\t2nd\n2006\tUSA 76.2\tJapan 14.5\n2007\tJapan 80.1\tUSA 20\n"),
    ("ranks over pipes", f"{AID_BEFORE}Assistance by Country (net disbursement, US$ million)\n\nYear | First | Second |\n---|---|---|\n2006 | USA 76.2 | Japan 14.5 |\n2007 | Japan 80.1 | USA 20 |\n"),
    ("ranks in words in running text", f"{AID_BEFORE}ODA Disbursements to Palau by DAC Members (net disbursement, US$ million)\n\nYear First Second\n2006 USA 76.2 Japan 14.5\n2007 Japan 80.1 USA 20\n"),
    ("years in running text", f"{AID_BEFORE}ODA to Palau (net disbursement, US$ million)\n\nRank 2006 2007\n1 USA 76.2 Japan 80.1\n2 Japan 14.5 USA 20\n"),
    ("ranks in words as rows", RANKED_PAGE.format("<h3>ODA to Palau (net disbursement, US$ million)</h3><table><tr><th>Rank<th>2006<th>2007<tr><td>First<td>USA 76.2<td>Japan 80.1<tr><td>Second<td>Japan 14.5<td>USA 20</table>")),
    ("in Japanese", "日・パラオ関係\n\n経済協力（2013年度まで、交換公文ベース）\n無償資金協力：14.47億円\n\nDAC諸国の対パラオ援助実績（支出純額、単位：百万ドル）\n\n順位 2006年 2007年\n1位 米国 76.2 日本 80.1\n2位 日本 14.5 米国 20\n"),
]  # fmt: skip


@each(("name", "text"), HEADED)
def test_a_heading_of_those_who_gave_among_aid(name: str, text: str) -> None:
    rows = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    given, *found = sorted(rows, key=lambda row: (row.indicator, row.period or "", row.rank or 0))
    assert [(row.period, row.from_area, row.rank, float(row.value or 0) / 1e6) for row in found] == TWO_YEARS
    told = {(row.unit, row.measure, row.accounting_basis) for row in found}
    assert told == {("USD", "flow", "net_disbursement")}
    assert (given.indicator, given.accounting_basis) == ("oda_grants", "exchange_of_notes")


OF_OTHERS = [
    ("those to whom Japan gave", "Japan's ODA by country (US$ million)\n\nYear | 1st | 2nd |\n---|---|---|\n2008 | India 130.1 | Kenya 97.6 |\n"),
    ("ranks of recipients", "Recipients of ODA (US$ million)\n\nRank | 2008 | 2009 |\n---|---|---|\n1 | India 130.1 | Kenya 97.6 |\n"),
    ("no ranks and no Japan", "Year | One | Other | Total |\n---|---|---|---|\n2008 | U.S.A. 130.1 | U.K. 97.6 | 449.6 |\n"),
    ("recipients", "Year | 1st | 2nd | Total |\n---|---|---|---|\n2008 | India 130.1 | Palau 97.6 | 449.6 |\n"),
    ("a line", "2008 U.S.A. 130.1 U.K. 97.6 Italy 56.2 19.8 449.6\n"),
]  # fmt: skip


@each(("name", "text"), OF_OTHERS)
def test_what_others_gave_is_not_given_to_japan(name: str, text: str) -> None:
    rows = facts_of(f"{FRONT}Economic Cooperation\n\nODA to Palau (US$ million)\n\n{text}").observations
    assert [row for row in rows if row.value is not None] == []


def test_no_country_is_the_zeroth_donor() -> None:
    table = "Year | 1st | 0th |\n---|---|---|\n2006 | United States 76.2 | Japan 9 |\n"
    facts = facts_of(f"{FRONT}{UNIT}{table}")
    assert all(row.rank != 0 for row in facts.observations)


RUNS = [
    f"{FRONT}{NET}  • 2006: USA 76.2, Japan 14.5 and DAC total 1,040.5\n",
    f"{FRONT}{NET}  • 2006: USA 76.2; Japan 14.5; All donors 1,040.5\n",
    f"{FRONT}Aid from DAC Countries in 2006 (US$ million)\n  USA          76.2\n  Japan        14.5\n  All DAC countries      1,040.5\n",
    f"{FRONT}Aid from DAC Countries in 2006 (US$ million)\n\nUSA | 76.2 |\nJapan | 14.5 |\nTotal of all donors | 1,040.5 |\n",
]  # fmt: skip


@each(("text",), [(one,) for one in RUNS])
def test_donors_without_ranks_and_their_total(text: str) -> None:
    rows = facts_of(text).observations
    assert [(row.from_area, float(row.value or 0) / 1e6, row.rank, row.is_total) for row in rows] == [
        ("USA", 76.2, None, False),
        ("JPN", 14.5, None, False),
        (None, 1040.5, None, True),
    ]
    assert {(row.period, row.unit) for row in rows} == {("2006", "USD")}


def test_what_other_donors_gave_is_no_total() -> None:
    text = f"{FRONT}Aid from DAC Countries in 2006 (US$ million)\n\nUSA | 76.2 |\nOther DAC countries | 30.5 |\n"
    assert [row.from_area for row in facts_of(text).observations] == ["USA"]


def test_figures_that_a_program_shifted_are_nobody_s() -> None:
    """Below a year that reaches over two rows, some programs begin the second row in its column."""
    ranks = "| Year | 1st | 2nd |\n|---|\n| 2012 | Italy | France |\n"
    rows = facts_of(f"{FRONT}{UNIT}{ranks}|  | 52.8 | 25.3 |\n").observations
    assert [(row.from_area, str(row.value)) for row in rows] == [("ITA", "52800000"), ("FRA", "25300000")]
    shifted = facts_of(f"{FRONT}{UNIT}{ranks}| 52.8 | 25.3 |  |\n")
    assert shifted.observations == []
    assert len(notes_of(shifted, "unrecognised_text")) == 1


SKIPPING = [
    ("a line", f"{FRONT}{UNIT}(1) UK 220.60 (2) USA 93.6 (9) Japan 39.42\n"),
    ("items", f"{FRONT}{UNIT}  • 1st UK 220.60, 2nd USA 93.6, 9th Japan 39.42\n"),
    ("a line a donor in a cell", NET_PAGE.format("<tr><td>Year<td>Donors (rank, amount)<tr><td>2016<td>(1) UK 220.60<br>(2) USA 93.6<br>(9) Japan 39.42")),
    ("a cell of marks", NET_PAGE.format("<tr><td>Year<td>Donors<tr><td>2016<td>①UK 220.60 ②USA 93.6 ⑨Japan 39.42")),
]  # fmt: skip


@each(("name", "text"), SKIPPING)
def test_ranks_may_skip_those_of_others(name: str, text: str) -> None:
    rows = facts_of(text, "s.html" if text.startswith("<") else "s.txt").observations
    told = [(row.from_area, row.rank, float(row.value or 0) / 1e6, row.period) for row in rows]
    assert told == [("GBR", 1, 220.6, "2016"), ("USA", 2, 93.6, "2016"), ("JPN", 9, 39.42, "2016")]


@pytest.mark.parametrize(
    "words", ["(1) UK 220.60 (9) Atlantis 3.1", "(9) UK 220.60 (2) USA 93.6", "(1) UK 2 (1) USA 1"]
)
def test_ranks_that_skip_need_donors_in_order(words: str) -> None:
    facts = facts_of(f"{FRONT}{UNIT}{words}\n")
    assert facts.observations == []
    assert len(notes_of(facts, "unrecognised_text")) == 1


LABELLED = [
    ("a label before them", "Economic Cooperation\n\nMajor donors (DAC countries, 2016, net disbursements): United States 76.2 million dollars, Japan 14.5 million dollars\n"),
    ("the year at the end", "Basic Data\n\n  • Top donors (net disbursement basis, DAC, 2016): United States US$ 76.2 million, Japan US$ 14.5 million\n"),
    ("amounts below names", "Major donors (2016, DAC, net disbursements)\nUnited States\n76.2 million US dollars\nJapan\n14.5 million US dollars\n\nCultural Grants\n3 million yen (FY 2015)\n"),
]  # fmt: skip


@each(("name", "text"), LABELLED)
def test_donors_without_ranks(name: str, text: str) -> None:
    rows = [row for row in facts_of(f"{FRONT}{text}").observations if row.indicator == "oda_total"]
    assert [(row.from_area, str(row.value).split(".")[0]) for row in rows] == list(zip(*TOLD[:2], strict=True))
    assert {(row.to_area, row.period, row.unit, row.accounting_basis) for row in rows} == {("PLW", "2016", "USD", "net_disbursement")}  # fmt: skip


def test_rows_of_names_alone_are_told_once() -> None:
    table = " | No. 1 | No. 2 |\n---|---|---|\n2006 | France | Japan |\n2007 | Japan | Austria |\n"
    facts = facts_of(f"{FRONT}Order of DAC donors\n\n{table}")
    assert [(row.from_area, row.rank, row.period) for row in facts.observations] == [
        ("FRA", 1, "2006"),
        ("JPN", 2, "2006"),
        ("JPN", 1, "2007"),
        ("AUT", 2, "2007"),
    ]
    assert notes_of(facts, "unrecognised_text") == []
