"""Tables of visits that stand side by side, and cells that hold several visits of one year, each behind its month."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of, notes_of

PAGE = "<html><body><h1>Japan-Palau Relations</h1><h2>VIP Visits</h2>{}</body></html>"
FRONT = "Japan-Palau Relations\n\nMay 5, 2018\n\nVIP Visits\n\n"
OUT = "<table><tr><th>Year<th>Name<tr><td>2005<td>Foreign Minister Taro ASO<tr><td><td>Prime Minister Yasuo FUKUDA</table>"
BACK = "<table><tr><th>Year<th>Name<tr><td>2006<td>President Tommy REMENGESAU</table>"
HEADS = "<tr><th>Year<th>Name<th>Year<th>Name"
ROWS = "<tr><td>2005<td>Foreign Minister Taro ASO<td>2006<td>President Tommy REMENGESAU<tr><td><td>Prime Minister Yasuo FUKUDA<td><td>"
TOLD = [("JPN", "2005", "Aso"), ("JPN", "2005", "Fukuda"), ("PLW", "2006", "Remengesau")]

BESIDE = [
    PAGE.format(f"<table><tr><th colspan=2>From Japan to Palau<th colspan=2>From Palau to Japan{HEADS}{ROWS}</table>"),
    PAGE.format(f"<table><tr><td>From Japan to Palau<td>From Palau to Japan<tr><td>{OUT}<td>{BACK}</table>"),
    PAGE.format(f"<table><tr><td>From Japan to Palau{OUT}<td>From Palau to Japan{BACK}</table>"),
    f"{FRONT}From Japan to Palau | | From Palau to Japan | |\n---|---|---|---|\nYear | Name | Year | Name |\n2005 | Foreign Minister Taro ASO | 2006 | President Tommy REMENGESAU |\n | Prime Minister Yasuo FUKUDA | | |\n",
    PAGE.format("<table><tr><th colspan=3>From Japan to Palau<th colspan=3>From Palau to Japan<tr><th>Year<th>Name<th>Title<th>Year<th>Name<th>Title<tr><td>2005<td>Taro ASO<td>Foreign Minister<td>2006<td>Tommy REMENGESAU<td>President<tr><td><td>Yasuo FUKUDA<td>Prime Minister<td><td><td></table>"),
]  # fmt: skip


@each(("text",), [(text,) for text in BESIDE])
def test_two_tables_beside_each_other(text: str) -> None:
    facts = facts_of(text, "s.html" if text.startswith("<") else "s.txt")
    assert sorted((row.from_area, row.date, row.main_name) for row in facts.visits) == TOLD
    assert {row.office for row in facts.visits} == {"Foreign Minister", "Prime Minister", "President"}
    assert not any("Remengesau".upper() in row.quote for row in facts.visits if row.from_area == "JPN")
    assert notes_of(facts, "contradiction") == []


def test_in_japanese() -> None:
    heads = "<table><tr><th colspan=2>往<th colspan=2>来<tr><th>年月<th>要人名<th>年月<th>要人名"
    row = "<tr><td>2005年5月<td>麻生外務大臣<td>2006年7月<td>レメンゲサウ大統領</table>"
    facts = facts_of(f"<html><body><h1>日・パラオ関係</h1><h2>要人往来</h2>{heads}{row}</body></html>", "s.html")
    told = [(row.from_area, row.date, row.main_name) for row in facts.visits]
    assert told == [("JPN", "2005-05", "麻生"), ("PLW", "2006-07", "レメンゲサウ")]


def test_sides_without_captions_go_no_way() -> None:
    facts = facts_of(PAGE.format(f"<table>{HEADS}{ROWS}</table>"), "s.html")
    assert [(row.from_area, row.date) for row in facts.visits] == [(None, "2005"), (None, "2006"), (None, "2005")]
    assert len(notes_of(facts, "direction_undecided")) == 3


def test_one_list_in_two_columns() -> None:
    facts = facts_of(
        PAGE.format(
            f"<h3>From Japan to Palau</h3><table>{HEADS}{ROWS.replace('President Tommy REMENGESAU', 'Prime Minister Taro ASO')}</table>"
        ),
        "s.html",
    )
    assert {(row.from_area, row.direction_basis) for row in facts.visits} == {("JPN", "inherited")}


OWN_MONTHS = [
    ("<td>1985<td>Jan. Foreign Minister Taro ASO<td>&nbsp;", [("JPN", "1985-01", "Aso")]),
    ("<td>1985<td>&nbsp;<td>(Feb.) President Tommy REMENGESAU", [("PLW", "1985-02", "Remengesau")]),
    ("<td>1985<td>Jan. Foreign Minister Taro ASO<td>Feb. President Tommy REMENGESAU<br>March: Minister Ann OYO<tr><td><td><td>Oct. Minister Joe BORG", [("JPN", "1985-01", "Aso"), ("PLW", "1985-02", "Remengesau"), ("PLW", "1985-03", "Oyo"), ("PLW", "1985-10", "Borg")]),
    ("<td>1985<td>Jan. 12-15 Foreign Minister Taro ASO<td>20-23 May President Tommy REMENGESAU", [("JPN", "1985-01-12/1985-01-15", "Aso"), ("PLW", "1985-05-20/1985-05-23", "Remengesau")]),
    ("<td>1985<td>January - Foreign Minister Taro ASO<td>Feb.-March President Tommy REMENGESAU", [("JPN", "1985-01", "Aso"), ("PLW", "1985-02/1985-03", "Remengesau")]),
    ("<td>1985<td>Jan.<br>Foreign Minister Taro ASO<td>-", [("JPN", "1985-01", "Aso")]),
    ("<td>1985<td>January, Foreign Minister Taro ASO<td>None", [("JPN", "1985-01", "Aso")]),
    ("<td>1985:<td>12 January: Foreign Minister Taro ASO<td>", [("JPN", "1985-01-12", "Aso")]),
    ("<td>n.d.<td>Jan. Foreign Minister Taro ASO<td>", []),
]  # fmt: skip


@each(("rows", "told"), OWN_MONTHS)
def test_months_within_columns_of_directions(rows: str, told: list[tuple[str, str, str]]) -> None:
    heads = "<table><tr><th>Year<th>Japan to Palau<th>Palau to Japan<tr>"
    facts = facts_of(PAGE.format(f"{heads}{rows}</table>"), "s.html")
    assert [(visit.from_area, visit.date, visit.main_name) for visit in facts.visits] == told


MONTHS = [
    "2005 | April: President Tommy REMENGESAU, May: Foreign Minister Johnson TORIBIONG |",
    "2005 | April President Tommy REMENGESAU; May Foreign Minister Johnson TORIBIONG |",
    "2005 | Apr. President Tommy REMENGESAU / May Foreign Minister Johnson TORIBIONG |",
    "2005 | April President Tommy REMENGESAU and in May Foreign Minister Johnson TORIBIONG |",
    "2005 | April President Tommy REMENGESAU and May Foreign Minister Johnson TORIBIONG |",
    "2005 | In April President Tommy REMENGESAU, in May Foreign Minister Johnson TORIBIONG |",
]


@each(("row",), [(row,) for row in MONTHS])
def test_months_within_a_cell(row: str) -> None:
    facts = facts_of(f"{FRONT}From Palau to Japan\nYear | Name |\n---|---|\n{row}\n")
    told = [(visit.date, visit.date_basis, visit.office, visit.main_name) for visit in facts.visits]
    assert told == [
        ("2005-04", "stated", "President", "Remengesau"),
        ("2005-05", "stated", "Foreign Minister", "Toribiong"),
    ]
    assert len({visit.visit_group for visit in facts.visits}) == 2


UNREAD = [
    ("2005 | April President Tommy REMENGESAU and, in May, Foreign Minister Johnson TORIBIONG |", []),
    ("2005 | April: President Tommy REMENGESAU, May: Opening of the Embassy |", ["Opening of the Embassy"]),
    ("2005 April President Tommy REMENGESAU and in May Foreign Minister Johnson TORIBIONG", ["and in May Foreign Minister Johnson TORIBIONG"]),
    ("2005 | President Tommy REMENGESAU in April and Foreign Minister Johnson TORIBIONG in May |", ["in April and Foreign Minister Johnson TORIBIONG in May"]),
    ("2005 | President Tommy REMENGESAU 3 March 2005 |", ["3 March 2005"]),
    ("2005 | King Hamad and Sons |", ["and Sons"]),
    ("2005 | President Tommy REMENGESAU's visit to Japan |", []),
    ("2005 | President Tommy REMENGESAU (State guest), Foreign Minister Johnson TORIBIONG. |", []),
]  # fmt: skip


@each(("row", "unread"), UNREAD)
def test_what_is_not_read_behind_a_visitor_is_told(row: str, unread: list[str]) -> None:
    facts = facts_of(f"{FRONT}From Palau to Japan\nYear | Name |\n---|---|\n{row}\n")
    assert len(facts.visits) + len(unread) == (1 if "'s visit" in row else 2)
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == unread


SIDES = "From Japan to Palau | | From Palau to Japan | |\n---|---|---|---|\nYear | Name | Year | Name |\n"
COLUMNS = "Year | From Japan to Palau | From Palau to Japan |\n---|---|---|\n"
HALVES = "From Japan to Palau | From Palau to Japan |\n---|---|\n"
WRONG = [
    (f"{SIDES}2005 | Foreign Minister Taro ASO | President Tommy REMENGESAU |", ["President Tommy REMENGESAU"]),
    (f"{SIDES}2005 | Foreign Minister Taro ASO | 2006 |", ["2006"]),
    (f"{SIDES}2005 | Foreign Minister Taro ASO | 2006 | Opening of the Embassy |", ["Opening of the Embassy"]),
    (f"{SIDES}2005 | Foreign Minister Taro ASO | 2006 | President Tommy REMENGESAU | Tokyo |", ["2005 | Foreign Minister Taro ASO | 2006 | President Tommy REMENGESAU | Tokyo |"]),
    (f"{SIDES}2005 | Foreign Minister Taro ASO |", []),
    (f"{SIDES}2005 | Foreign Minister Taro ASO | - | - |", []),
    (f"{SIDES}Foreign Minister Taro ASO | 2006 | President Tommy REMENGESAU |", ["Foreign Minister Taro ASO | 2006 | President Tommy REMENGESAU |"]),
    (f"{COLUMNS}2005 | Foreign Minister Taro ASO | President Tommy REMENGESAU | Mr. Ann OYO |", ["2005 | Foreign Minister Taro ASO | President Tommy REMENGESAU | Mr. Ann OYO |"]),
    (f"{HALVES}2005 | Foreign Minister Taro ASO | 2006 | President Tommy REMENGESAU |", ["2005 | Foreign Minister Taro ASO | 2006 | President Tommy REMENGESAU |"]),
    (f"{COLUMNS}2005 | Foreign Minister Taro ASO | Opening of the Embassy |", ["Opening of the Embassy"]),
    (f"{COLUMNS}2005 | Foreign Minister Taro ASO | None |", []),
]  # fmt: skip


@each(("table", "unread"), WRONG)
def test_cells_that_no_side_takes_are_told(table: str, unread: list[str]) -> None:
    facts = facts_of(f"{FRONT}{table}\n")
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == unread


def test_a_name_like_a_month_begins_no_visit_of_its_own() -> None:
    row = "2005 | April: President Tommy REMENGESAU and June HARRIS |"
    facts = facts_of(f"{FRONT}From Palau to Japan\nYear | Name |\n---|---|\n{row}\n")
    assert {visit.date for visit in facts.visits} == {"2005-04"}
