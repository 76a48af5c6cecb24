"""Numbers of a list in cells or lines of their own."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of

PAGE = (
    "<html><body><h1>Japan-Poland Relations</h1><h2>Economic Cooperation</h2><table border={}>{}</table></body></html>"
)
AID = [("oda_loans", 21390000000), ("oda_grants", 2430000000)]
ROWS = "<tr><td>{}<td>Loan aid<br>21.39 billion yen<tr><td>{}<td>Grant aid<br>2.43 billion yen"
LISTS = [
    ("a sign behind", ROWS.format("1.", "2."), AID),
    ("brackets", ROWS.format("(1)", "(2)"), AID),
    ("letters", ROWS.format("(a)", "(b)"), AID),
    ("circles", ROWS.format("①", "②"), AID),
    ("wide signs", ROWS.format("（１）", "（２）"), AID),
    ("a list in a cell", ROWS.format("1)", "2)") + "<ul><li>Trainees from Poland: 54</ul>", [*AID, ("participants", 54)]),
    ("cells of figures", "<tr><td>1.<td>Loan aid<td>21.39 billion yen<tr><td>2.<td>Grant aid<td>2.43 billion yen", AID),
    ("figures, and no numbers", "<tr><td>Loan aid<td>2<tr><td>Grant aid<td>3", [("oda_loans", 2), ("oda_grants", 3)]),
]  # fmt: skip


@each(("name", "rows", "told"), LISTS)
def test_the_number_of_a_list_is_no_figure(name: str, rows: str, told: list[tuple[str, int]]) -> None:
    for border in "01":
        found = facts_of(PAGE.format(border, rows), "sheet.html").observations
        assert [(row.indicator, int(row.value or 0)) for row in found] == told


DONORS = "<html><body><h1>Japan-Poland Relations</h1><h2>Major Donors (2002, US$ million)</h2><table border=1>{}</table></body></html>"
RANKED = "<tr><td>1.<td>France<td>435<tr><td>2.<td>Japan<td>136"


@each(("rows",), [(RANKED,), (f"<tr><th>Rank<th>Country<th>Amount{RANKED}",)])
def test_a_number_before_a_country_is_its_rank(rows: str) -> None:
    found = facts_of(DONORS.format(rows), "sheet.html").observations
    assert [(row.from_area, row.rank, int(row.value or 0)) for row in found] == [
        ("FRA", 1, 435000000),
        ("JPN", 2, 136000000),
    ]


def test_one_number_alone_may_be_a_figure() -> None:
    text = "Japan-Poland Relations\n\nMay 5, 1999\n\nNumber of Japanese companies:\n\n1.\n"
    assert [int(row.value or 0) for row in facts_of(text).observations] == [1]
