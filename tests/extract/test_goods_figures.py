"""Figures of single goods: tables of one way or both, items, lines and sentences."""

from __future__ import annotations

from pipeline.check import check
from tests.each import each
from tests.helpers import facts_of, notes_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\n2. Trade with Fiji (million yen)\n\nExports from Japan to Fiji: 90 (2010)\n\n"
PAGE = "<html><body><h1>Japan-Fiji Relations</h1><h3>Trade</h3><table>{}</table></body></html>"
BOTH = [("trade_goods", "JPN", "Cars", 9e6), ("trade_goods", "FJI", "Fish", 6e6)]
SHARED = [BOTH[0], ("other", "JPN", None, 28.0), BOTH[1], ("other", "FJI", None, 24.0)]

TABLES = [
    ("two storeys", PAGE.format("<caption>Main items (2006, amounts in million yen, shares in percent)</caption><tr><th colspan=3>Exports to Fiji<th colspan=3>Imports from Fiji<tr><th>Item<th>Amount<th>Share<th>Item<th>Amount<th>Share<tr><td>Cars<td>9<td>28.0<td>Fish<td>6<td>24.0"), SHARED),
    ("percents in cells", PAGE.format("<caption>Main items (2006, million yen)</caption><tr><th colspan=3>Exports to Fiji<th colspan=3>Imports from Fiji<tr><td>Cars<td>9<td>28%<td>Fish<td>6<td>(24%)"), SHARED),
    ("in Japanese", PAGE.replace("Japan-Fiji Relations", "日・フィジー関係").replace("Trade", "貿易").format("<caption>主要品目（2006年、単位：百万円）</caption><tr><th colspan=2>日本からフィジーへの輸出<th colspan=2>フィジーから日本への輸入<tr><th>品目<th>金額<th>品目<th>金額<tr><td>自動車<td>9<td>魚<td>6"), [("trade_goods", "JPN", "自動車", 9e6), ("trade_goods", "FJI", "魚", 6e6)]),
    ("columns of one way each", f"{HEAD}(2) Main items of Japan's exports to Fiji in 2006 (million yen)\n\n        Cars                  9   (28.0%)\n        Others                4   (12.0%)\n\n(3) Main items of Japan's imports from Fiji in 2006 (million yen)\n\n        Fish                  6   (24.0%)\n        Others                3   (12.0%)\n", None),
    ("items", f"{HEAD}Main items of trade (2006, thousand yen):\n\n  • Exports to Fiji\n      ◦ Cars: 9,000 (28.0%)\n  • Imports from Fiji\n      ◦ Fish: 6,000 (24.0%)\n", SHARED),
    ("a line in Japanese", "日・フィジー関係\n\n２．経済関係\n（２）主要品目（2006年）\n・日本の輸出　自動車 0.09億円（28％）\n・日本の輸入　魚 0.06億円（日本の対フィジー輸入の24％）\n", [("trade_goods", "JPN", "自動車", 9e6), ("other", "JPN", None, 28.0), ("trade_goods", "FJI", "魚", 6e6), ("other", "FJI", None, 24.0)]),
    ("shares in a line in Japanese", "日・フィジー関係\n\n２．経済関係\n（２）主要品目（2006年、括弧内は構成比）\n日本からフィジーへの輸出　自動車（46.3％）、一般機械（15.8％）\n", [("other", "JPN", None, 46.3), ("other", "JPN", None, 15.8)]),
    ("a table of one way", f"{HEAD}Main exports to Fiji (2006, million yen)\n\nItem | Amount | Share |\n---|---|---|\nCars | 9 | 28.0 |\n", SHARED[:2]),
    ("years as columns", PAGE.replace("<h3>Trade</h3>", "<h3>Main exports to Fiji (million yen)</h3>").format("<tr><th>Item<th>2006<th>2007<tr><td>Cars<td>9<td>28"), BOTH[:1]),
    ("items of one way", f"{HEAD}Main items of exports to Fiji (2006)\n\n  • Cars: 9 million yen\n  • Textiles: 2 million yen (30%)\n", [BOTH[0], ("trade_goods", "JPN", "Textiles", 2e6), ("other", "JPN", None, 30.0)]),
    ("a line", f"{HEAD}(2) Main items (2006)\n\nExports to Fiji: Cars (9 million yen, 28.0%)\nImports from Fiji: Fish (6 million yen; 24.0%)\n", SHARED),
    ("an item with its year", f"{HEAD}  • Imports from Fiji in 2006: Fish (6 million yen) and shells (1,002 million yen)\n", [BOTH[1], ("trade_goods", "FJI", "shells", 1002e6)]),
    ("a line of shares", f"{HEAD}(2) Main items (2006, share of the total)\n\nExports to Fiji: Cars (28.0%), tires (12.0%)\n", [SHARED[1], ("other", "JPN", None, 12.0)]),
    ("goods without a figure among them", f"{HEAD}Main items (2006)\nExports to Fiji: tea, Cars (9 million yen, 28.0%), iron and steel\nImports from Fiji: shells and coral, Fish (6 million yen; 24.0%), wood etc.\n", SHARED),
    ("ways in front of a colon", f"{HEAD}Main items (2006)\n\nFrom Japan to Fiji: Cars (9 million yen, 28.0%)\nFiji to Japan: Fish (6 million yen; 24.0%), cr\u00eapes\n", SHARED),
    ("arrows in front of a colon", PAGE.format("<caption>Main items (2006)</caption>").replace("</table>", "</table><dl><dt>Main items (2006)<dd>Japan &rarr; Fiji: Cars (28.0%), caf\u00e9 (1.5%)<dd>Fiji&rarr;Japan: Fish (24.0%)</dl>"), [SHARED[1], ("other", "JPN", None, 1.5), SHARED[3]]),
    ("the same in Japanese", "日・フィジー関係\n\n２．経済関係\n（２）主要品目（2006年）\n日本の輸出：自動車（0.09億円、構成比28.0％）、鉄鋼、機械\n日本の輸入　衣類、魚（0.06億円、24.0％）など\n", [("trade_goods", "JPN", "自動車", 9e6), SHARED[1], ("trade_goods", "FJI", "魚", 6e6), SHARED[3]]),
    ("amounts in brackets in Japanese", "日・フィジー関係\n\n２．経済関係\n（２）主要品目（2006年）\n日本の輸出：自動車（0.09億円、構成比28.0％）、機械（0.05億円）\n", [("trade_goods", "JPN", "自動車", 9e6), SHARED[1], ("trade_goods", "JPN", "機械", 5e6)]),
    ("ways and shares in one header", PAGE.format("<caption>Main items (2006)</caption><tr><th>Exports to Fiji<th>Share (%)<th>Imports from Fiji<th>Share (%)<tr><td>Cars<td>28.0<td>Fish<td>24.0"), [SHARED[1], SHARED[3]]),
    ("a way before its goods", f"{HEAD}Main goods in 2006 (million yen; share in brackets)\nFrom Japan to Fiji\tCars 9 (28.0%)\tTires 4\nFrom Fiji to Japan\tFish 6 (24.0%)\n", [*SHARED[:2], ("trade_goods", "JPN", "Tires", 4e6), *SHARED[2:]]),
    ("a way before the lines of a cell", PAGE.format("<caption>Main items in 2006 (million yen)</caption><tr><th>Exports from Japan to Fiji<td>Cars 9 (28.0%)<br>Tires 4<tr><th>Exports from Fiji to Japan<td>Fish 6 (24.0%)"), [*SHARED[:2], ("trade_goods", "JPN", "Tires", 4e6), *SHARED[2:]]),
    ("a way before a list in a cell", PAGE.format("<caption>Main items in 2006 (million yen)</caption><tr><td>From Japan to Fiji<td>Cars 9 (28.0%), Tires 1,004<tr><td>From Fiji to Japan<td>Fish 6 (24.0%)"), [*SHARED[:2], ("trade_goods", "JPN", "Tires", 1004e6), *SHARED[2:]]),
    ("years below ways", PAGE.format("<caption>Main items (million yen)</caption><tr><th colspan=3>Exports to Fiji<th colspan=3>Imports from Fiji<tr><th>Item<th>2005<th>2006<th>Item<th>2005<th>2006<tr><td>Cars<td>8<td>9<td>Fish<td>5<td>6"), BOTH),
    ("ways between the rows", PAGE.format("<caption>Main items (2006)</caption><tr><th>Item<th>Amount (million yen)<th>Share (%)<tr><th colspan=3>Exports to Fiji<tr><td>Cars<td>9<td>28.0<tr><th colspan=3>Imports from Fiji<tr><td>Fish<td>6<td>24.0"), SHARED),
    ("a way of several rows", PAGE.format("<caption>Trade (million yen)</caption><tr><th><th><th>2005<th>2006<tr><td rowspan=2>Exports to Fiji<td>Total<td>8<td>90<tr><td>Cars<td>7<td>9<tr><td rowspan=2>Imports from Fiji<td>Total<td>5<td>60<tr><td>Fish<td>4<td>6"), [("trade_goods", "JPN", None, 90e6), BOTH[0], ("trade_goods", "FJI", None, 60e6), BOTH[1]]),
    ("labels of both ways below a heading", f"{HEAD}Major Items of Trade in 2006\nExports to Fiji\nCars   9 million yen\nImports from Fiji\nFish   6 million yen\n", BOTH),
    ("ways over rows", "Japan-Fiji Relations\n\nMay 1, 2015\n\n2. Trade and Investment\n\nPrincipal Goods in 2006 (million yen)\n\nFrom Japan to Fiji\n  Cars          9\n  Ships         8\n\nFrom Fiji to Japan\n  Fish          6\n  Sugar         5\n", [BOTH[0], ("trade_goods", "JPN", "Ships", 8e6), BOTH[1], ("trade_goods", "FJI", "Sugar", 5e6)]),
    ("ways over items", f"{HEAD}Goods traded in 2006 (thousand yen)\n\nFrom Japan to Fiji\n  • Cars: 9,000\nFrom Fiji to Japan\n  • Fish: 6,000\n", BOTH),
    ("ways between the rows of one table", PAGE.replace("<h3>Trade", "<h3>Goods Traded in 2006 (million yen)").format("<tr><td colspan=2>From Japan to Fiji<tr><td>Cars<td>9<tr><td colspan=2>From Fiji to Japan<tr><td>Fish<td>6"), BOTH),
    ("ways over tables side by side", PAGE.replace("<h3>Trade", "<h3>Goods Traded in 2006 (million yen)").format("<tr><td><table><tr><td colspan=2>From Japan to Fiji<tr><td>Cars<td>9</table><td><table><tr><td colspan=2>From Fiji to Japan<tr><td>Fish<td>6</table>"), BOTH),
    ("ways over lines in Japanese", "日・フィジー関係\n\n２．経済関係\n（２）主要品目（2006年、百万円）\n日本からフィジーへ\n自動車　9\nフィジー→日本\n魚　6\n", [("trade_goods", "JPN", "自動車", 9e6), ("trade_goods", "FJI", "魚", 6e6)]),
    ("a second header half-way", PAGE.format("<caption>Main items (2006)</caption><tr><td>Exports to Fiji<td>Amount (million yen)<td>Share (%)<tr><td>Cars<td>9<td>28.0<tr><td>Imports from Fiji<td>Amount (million yen)<td>Share (%)<tr><td>Fish<td>6<td>24.0"), SHARED),
    ("the same in Markdown", f"{HEAD}Main items (2006)\n\n| Main exports to Fiji | Value (million yen) | % |\n|---|---|---|\n| Cars | 9 | 28.0 |\n| Main imports from Fiji | Value (million yen) | % |\n| Fish | 6 | 24.0 |\n", SHARED),
    ("the same in Japanese", "日・フィジー関係\n\n２．貿易\n（２）主要品目（2006年）\n\n日本への輸出\t金額（百万円）\t構成比（％）\n魚\t6\t24.0\n日本からの輸入\t金額（百万円）\t構成比（％）\n自動車\t9\t28.0\n", [("trade_goods", "FJI", "魚", 6e6), SHARED[3], ("trade_goods", "JPN", "自動車", 9e6), SHARED[1]]),
    ("a second header of another unit", f"{HEAD}Main items (2006)\n\nExports to Fiji\tAmount (million yen)\nCars\t9\nImports from Fiji\tShare (%)\nFish\t24.0\n", [SHARED[0], SHARED[3]]),
    ("a second header nobody understands", f"{HEAD}Main items (2006)\n\n| Exports to Fiji | Amount (million yen) | Share (%) |\n|---|---|---|\n| Cars | 9 | 28.0 |\n| Purchases | Amount (million yen) | Share (%) |\n| Fish | 6 | 24.0 |\n", SHARED[:2]),
    ("totals in between", f"{HEAD}Main items (2006)\n\n| Exports to Fiji | Amount (million yen) |\n|---|---|\n| Cars | 9 |\n| Total | 90 |\n| Imports from Fiji | Amount (million yen) |\n| Fish | 6 |\n", [BOTH[0], ("trade_goods", "JPN", None, 90e6), BOTH[1]]),
    ("a second header of years", PAGE.format("<caption>Main items (million yen)</caption><tr><th>Exports to Fiji<th>2005<th>2006<tr><td>Cars<td>8<td>9<tr><td>Total<td>80<td>90<tr><th>Imports from Fiji<th>2005<th>2006<tr><td>Fish<td>5<td>6"), [BOTH[0], ("trade_goods", "JPN", None, 90e6), BOTH[1]]),
    ("units alone over the columns", PAGE.format("<caption>Main items in 2006</caption><tr><th colspan=3>Exports to Fiji<th colspan=3>Imports from Fiji<tr><th>Item<th>Million yen<th>Share (%)<th>Item<th>Million yen<th>Share (%)<tr><td>Cars<td>9<td>28.0<td>Fish<td>6<td>24.0"), SHARED),
    ("a column of ways", PAGE.format("<caption>Main items in 2006 (million yen)</caption><tr><th>Direction<th>Item<th>Amount<tr><th rowspan=2>Japan &rarr; Fiji<td>Cars<td>9<tr><td>Ships<td>8<tr><th>Fiji &rarr; Japan<td>Fish<td>6"), [BOTH[0], ("trade_goods", "JPN", "Ships", 8e6), BOTH[1]]),
    ("a column of ways without a head", PAGE.format("<caption>Main items in 2006</caption><tr><th>&nbsp;<th>Goods<th>Amount (million yen)<th>Share (%)<tr><td>Exports to Fiji<td>Cars<td>9<td>28.0<tr><td>Imports from Fiji<td>Fish<td>6<td>24.0"), SHARED),
    ("ways on each row, and one nobody knows", f"{HEAD}Main items (2006)\n\n| Direction | Item | Amount (million yen) |\n|---|---|---|\n| From Japan to Fiji | Cars | 9 |\n| Elsewhere | Ships | 8 |\n| | Boats | 7 |\n| From Fiji to Japan | Fish | 6 |\n", BOTH),
    ("a column of ways before years", PAGE.format("<caption>Main items (million yen)</caption><tr><th>Direction<th>Item<th>2005<th>2006<tr><td rowspan=2>Japan to Fiji<td>Cars<td>8<td>9<tr><td>Ships<td>7<td>8<tr><td>Fiji to Japan<td>Fish<td>5<td>6"), [BOTH[0], ("trade_goods", "JPN", "Ships", 8e6), BOTH[1]]),
    ("ranks before the goods", f"{HEAD}Main exports to Fiji (2006)\n\n| Rank | Item | Amount (million yen) |\n|---|---|---|\n| 1 | Cars | 9 |\n| 2 | Ships | 8 |\n", [BOTH[0], ("trade_goods", "JPN", "Ships", 8e6)]),
    ("a sentence", f"{HEAD}  • Cars (9 million yen) and steel products (2 million yen) were the main items of Japan's exports to Fiji in 2006.\n", [BOTH[0], ("trade_goods", "JPN", "steel products", 2e6)]),
]  # fmt: skip


@each(("name", "text", "told"), TABLES)
def test_goods(name: str, text: str, told: list[tuple[str, str, str | None, float]] | None) -> None:
    rows = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    found = [(row.indicator, row.from_area, row.goods, float(row.value or 0)) for row in rows if row.period == "2006"]
    if told is None:
        assert [one for one in found if one in SHARED] == SHARED
        assert len(found) == 8
    else:
        assert found == told
    assert {row.unit for row in rows if row.indicator == "trade_goods"} <= {"JPY"}


REFUSED = [
    "Main items (2006)\n\nItem | Amount |\n---|---|\nCars | 9 |\n",
    "Main items (2006)\n\nImports from Fiji: Cars (12 tons), shells (3 million yen)\n",
    "Main items of trade (2006, million yen)\n\nItem | Weight | Amount |\n---|---|---|\nCars | 9 | 8 |\n",
]


@each(("text",), [(one,) for one in REFUSED])
def test_goods_without_a_way_are_no_trade_of_either(text: str) -> None:
    rows = facts_of(HEAD.replace("Fiji (million yen)", "Fiji") + text).observations
    assert [row.from_area for row in rows if row.goods == "Cars"] == []


def test_goods_named_before_their_figure() -> None:
    words = "In 2006 Japan's imports of crude oil from Fiji amounted to 15.92 billion yen, or 90.3 percent of its imports from Fiji; those of LNG came to 1.13 billion yen."
    rows = facts_of(f"{HEAD}  • {words}\n").observations[1:]
    assert [(row.indicator, row.from_area, row.goods) for row in rows] == [
        ("trade_goods", "FJI", "crude oil"),
        ("other", None, "crude oil"),
        ("trade_goods", "FJI", "LNG"),
    ]


def test_the_header_of_a_framed_table_of_goods_is_no_fact() -> None:
    table = "┌───────────────┬─────────┬─────────────────┬─────────┐\n│Exports to Fiji│Share (%)│Imports from Fiji│Share (%)│\n├───────────────┼─────────┼─────────────────┼─────────┤\n│Cars           │28.0     │Fish             │24.0     │\n└───────────────┴─────────┴─────────────────┴─────────┘\n"
    facts = facts_of(f"{HEAD}(2) Main items (2006)\n\n{table}")
    assert [(row.from_area, row.unit, float(row.value or 0)) for row in facts.observations[1:]] == [
        ("JPN", "percent", 28.0),
        ("FJI", "percent", 24.0),
    ]
    assert [note.found for note in check(facts) if note.rule == "unrecognised_text"] == []


def test_a_balance_behind_imports_in_japanese() -> None:
    words = "2008年の日本の輸出は139.0億円で、前年に比べ22.2％増加した。日本の輸入は50.8億円にとどまり、日本側の88.2億円の黒字となった。"
    rows = facts_of(f"日・フィジー関係\n\n２．経済関係\n（１）貿易\n{words}\n").observations
    told = [(row.indicator, row.from_area, row.period, int(row.value or 0)) for row in rows if row.unit == "JPY"]
    assert told == [
        ("trade_goods", "JPN", "2008", 13_900_000_000),
        ("trade_goods", "FJI", "2008", 5_080_000_000),
        ("trade_balance", "JPN", "2008", 8_820_000_000),
    ]


def test_a_loan_in_a_bracket_behind_its_name() -> None:
    text = "Japan-Fiji Relations\n\nJapan's Economic Cooperation\n\n  • Loan: Power Sector Program (exchange of notes signed on August 20, 2015, 23.64 billion yen)\n"
    facts = facts_of(text)
    [row] = facts.observations
    assert (row.indicator, row.period, row.label, row.note) == ("oda_loans", "2015-08-20", "Power Sector Program", None)
    assert [event.date for event in facts.events] == ["2015-08-20"]


YEARS = "Japan-Palau Relations\n\nTrade with Japan (million yen)\n\nYear | Exports to Japan | Imports from Japan |\n---|---|---|\n2015 | 12 | 33 |\n2016 | 13 | 34 |\n\n"


def test_goods_below_several_years_are_of_none_of_them() -> None:
    facts = facts_of(f"{YEARS}Main exports: tuna, copra\n")
    assert [row.goods for row in facts.observations] == [None] * 4
    assert [note.found for note in notes_of(facts, "ambiguous_attachment")] == ["tuna, copra"]


OF_NO_YEAR = [
    f"{YEARS}Main exports to Japan (million yen)\nTuna: 10\nCopra: 2\n",
    f"{YEARS}Main exports to Japan (million yen)\n\n  • Tuna: 10\n  • Copra: 2\n",
    "<html><body><h1>Japan-Palau Relations</h1><h2>Trade with Japan</h2><h3>Main exports to Japan</h3><ul><li>Tuna: 10 million yen</li><li>Copra: 2 million yen</li></ul></body></html>",
]


@each(("text",), [(text,) for text in OF_NO_YEAR])
def test_goods_with_figures_and_no_year(text: str) -> None:
    facts = facts_of(text, "s.html" if text.startswith("<") else "s.txt")
    rows = [row for row in facts.observations if row.goods]
    assert [(row.goods, row.from_area, row.period, int(row.value or 0)) for row in rows] == [
        ("Tuna", "PLW", None, 10_000_000),
        ("Copra", "PLW", None, 2_000_000),
    ]
    assert len(notes_of(facts, "missing_period")) == 2


SIDE_BY_SIDE = " Exports to Fiji               Imports from Fiji\n Cars             9 (28.0)     Fish             6 (24.0)\n Tea sets        14  (5.6)     Shells          12  (4.0)\n"
BESIDE = [
    ("in a text", f"Trade by goods in 2006 (million yen; figures in parentheses: share in %)\n\n{SIDE_BY_SIDE}"),
    ("in a block of a page", f"<html><body><h1>Japan-Fiji Relations</h1><h3>Main goods in 2006 (million yen; in brackets: percent)</h3><pre>{SIDE_BY_SIDE}</pre></body></html>"),
    ("with signs", f"Trade by commodity (2006, million yen)\n\n{SIDE_BY_SIDE.replace('0)', '0%)').replace('6)', '6%)')}"),
]  # fmt: skip


@each(("name", "text"), BESIDE)
def test_lists_of_goods_side_by_side(name: str, text: str) -> None:
    is_page = text.startswith("<")
    rows = facts_of(text if is_page else HEAD + text, "s.html" if is_page else "s.txt").observations
    told = [(row.indicator, row.from_area, row.label, float(row.value or 0), row.period) for row in rows]
    assert sorted(told[0 if is_page else 1 :]) == [
        ("other", "FJI", "Fish", 24.0, "2006"),
        ("other", "FJI", "Shells", 4.0, "2006"),
        ("other", "JPN", "Cars", 28.0, "2006"),
        ("other", "JPN", "Tea sets", 5.6, "2006"),
        ("trade_goods", "FJI", "Fish", 6e6, "2006"),
        ("trade_goods", "FJI", "Shells", 12e6, "2006"),
        ("trade_goods", "JPN", "Cars", 9e6, "2006"),
        ("trade_goods", "JPN", "Tea sets", 14e6, "2006"),
    ]


LISTS_OF_ONE_WAY = [
    ("a comma", "Japan's exports in 2006 (million yen)\n\n  • Cars, 9\n  • Tea sets, 4\n\nJapan's imports in 2006 (million yen)\n\n  • Fish (tuna), 6\n  • Shells, 2\n"),
    ("a colon", "Exports to Fiji (2006, million yen)\n\n  • Cars: 9\n  • Tea sets: 4\n\nImports from Fiji (2006, million yen)\n\n  • Fish (tuna): 6\n  • Shells: 2\n"),
    ("units of their own", "Fiji's imports from Japan in 2006\n\n  • Cars 9 million yen\n  • Tea sets 4 million yen\n\nFiji's exports to Japan in 2006\n\n  • Fish (tuna) 6 million yen\n  • Shells 2 million yen\n"),
]  # fmt: skip


@each(("name", "text"), LISTS_OF_ONE_WAY)
def test_a_list_below_a_heading_of_one_way_is_of_its_goods(name: str, text: str) -> None:
    rows = facts_of(f"Japan-Fiji Relations\n\nMay 1, 2015\n\nEconomic Relations\n\n{text}").observations
    assert [(row.from_area, row.period, row.goods, int(row.value or 0) / 1e6) for row in rows if row.goods] == [
        ("JPN", "2006", "Cars", 9),
        ("JPN", "2006", "Tea sets", 4),
        ("FJI", "2006", "Fish (tuna)", 6),
        ("FJI", "2006", "Shells", 2),
    ]


@each(
    "items",
    [
        "Osaka: 9\n  • Kobe: 4",
        "China: 9\n  • Cars: 4",
        "Growth rate: 9\n  • Cars: 4",
        "Cars: 9",
        "Fish (tons): 9\n  • Coal (tons): 4",
    ],
)
def test_a_list_in_which_nothing_is_sure_to_be_a_good_gives_none(items: str) -> None:
    rows = facts_of(f"{HEAD}Exports to Fiji (2006, million yen)\n\n  • {items}\n").observations
    assert [row.goods for row in rows if row.goods] == []


def test_imports_below_a_heading_of_exports_go_no_way_that_it_says() -> None:
    text = "Japan's exports in 2006 (million yen)\n\n  • Cars, 9\n  • Tires, 4\n\nMain imports in 2006 (million yen)\n\n  • Cloth, 6\n  • Paint, 2\n"
    rows = facts_of(f"Japan-Fiji Relations\n\nTrade with Japan\n\n{text}").observations
    assert [row.from_area for row in rows if row.goods] == ["JPN", "JPN"]


def test_a_figure_in_a_bracket_is_no_good() -> None:
    [_, row] = facts_of(f"{HEAD}Imports from Fiji: 12 (8.4; 2010)\n").observations
    assert (row.goods, row.note, row.period) == (None, "8.4", "2010")


@each(("side", "year"), [("Exports", "2008"), ("Main exports in 2007", "2007"), ("Export items", "2008")])
def test_shares_of_goods_whose_side_is_not_named(side: str, year: str) -> None:
    heading = "Trade with Japan (million yen)\n\nMain items (2008)\n\n"
    facts = facts_of(
        f"Japan-Fiji Relations\n\n{heading}  • {side}: sugar (88.3%), fish (3.4%), timber\n    and wood (2%)\n"
    )
    assert [(row.label, float(row.value or 0), row.period, row.from_area) for row in facts.observations] == [
        (f"{side}: sugar", 88.3, year, None),
        (f"{side}: fish", 3.4, year, None),
        (f"{side}: timber and wood", 2.0, year, None),
    ]


def test_a_figure_of_a_good_without_a_unit_is_told() -> None:
    rows = "<tr><td>Exports from Japan to Fiji<td>Cars 9 million yen<br>Tires 4"
    facts = facts_of(PAGE.format(f"<caption>Main items in 2006</caption>{rows}"), "sheet.html")
    assert [(r.goods, r.unit) for r in facts.observations] == [("Cars", "JPY")]
    assert [note.found for note in notes_of(facts, "unrecognised_amount")] == ["4"]
