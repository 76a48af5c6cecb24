"""Figures of trade whose label names one good: they are of that good, and no sum of all that was sold."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of, notes_of

FRONT = "Japan-Palau Relations\n\nMay 5, 2018\n\nTrade with Japan (2017)\n\n"
PAGE = "<html><body><h1>Japan-Palau Relations</h1><h2>Trade with Japan (2017)</h2><ul><li>{}</li></ul></body></html>"
JAPANESE = "日・パラオ関係\n\n平成30年5月5日\n\n対日貿易（2017年）\n\n"
TO_JAPAN, FROM_JAPAN = ("PLW", "JPN"), ("JPN", "PLW")

NAMED = [
    (f"{FRONT}Exports of cars to Palau: 20 million yen\n", "cars", FROM_JAPAN),
    (f"{FRONT}Imports of coffee from Palau: 20 million yen\n", "coffee", TO_JAPAN),
    (f"{FRONT}  • Coffee exports to Japan: 20 million yen\n", "Coffee", TO_JAPAN),
    (f"{FRONT}Exports to Japan of tuna: 20 million yen\n", "tuna", TO_JAPAN),
    (f"{FRONT}Exports of tuna to Japan amounted to 20 million yen in 2017.\n", "tuna", TO_JAPAN),
    (PAGE.format("Imports of motor vehicles and parts from Japan: 20 million yen (34% of all imports)"), "motor vehicles and parts", FROM_JAPAN),
    (f"{JAPANESE}日本からの自動車の輸入：20百万円\n", "自動車", FROM_JAPAN),
    (f"{JAPANESE}対日まぐろ輸出：20百万円\n", "まぐろ", TO_JAPAN),
]  # fmt: skip


@each(("text", "good", "way"), NAMED)
def test_a_figure_of_one_good(text: str, good: str, way: tuple[str, str]) -> None:
    [row] = [
        row for row in facts_of(text, "s.html" if text.startswith("<") else "s.txt").observations if row.unit == "JPY"
    ]
    assert (row.goods, row.period, str(row.value).split(".")[0]) == (good, "2017", "20000000")
    assert (row.from_area, row.to_area) == way


OF_ALL = [
    f"{FRONT}Exports of goods to Japan: 20 million yen\n",
    f"{FRONT}Total exports to Japan: 20 million yen\n",
    f"{FRONT}Exports of Palau to Japan: 20 million yen\n",
    f"{FRONT}Value of exports to Japan: 20 million yen\n",
    f"{JAPANESE}対日輸出額：20百万円\n",
]


@each(("text",), [(text,) for text in OF_ALL])
def test_a_figure_of_all_goods(text: str) -> None:
    assert [(row.goods, row.from_area) for row in facts_of(text).observations] == [(None, "PLW")]


def test_the_good_decides_the_way_of_a_bare_label() -> None:
    facts = facts_of(f"{FRONT}Imports of cars: 20 million yen\n")
    assert [(row.goods, row.from_area, row.direction_basis) for row in facts.observations] == [
        ("cars", "JPN", "inferred")
    ]


def test_one_good_makes_no_balance() -> None:
    lines = "Exports to Japan: 50 million yen\nExports of tuna to Japan: 40 million yen\nImports from Japan: 20 million yen\n"
    facts = facts_of(f"{FRONT}{lines}Balance: 30 million yen\n")
    assert [row.from_area for row in facts.observations if row.indicator == "trade_balance"] == ["PLW"]
    assert notes_of(facts, "balance_mismatch") == []


def test_columns_of_years() -> None:
    table = "Year | 2015 | 2016 |\n---|---|---|\nExports to Japan | 100 | 120 |\nExports of tuna to Japan | 60 | 70 |\n"
    rows = facts_of(f"{FRONT.replace('(2017)', '(million yen)')}{table}").observations
    assert [row.goods for row in rows] == [None, None, "tuna", "tuna"]


TABLE = "<html><body><h1>Japan-Palau Relations</h1><h2>Trade (million yen)</h2><table>{}</table></body></html>"
CARS, FISH = "motor vehicles, machinery", "tuna and other fish"
BALANCED = [
    TABLE.format(f"<tr><td><td>2015<td>2016<tr><td>Exports<br>({CARS})<td>20<td>22<tr><td>Imports<br>({FISH})<td>5<td>7<tr><td>Balance<td>15<td>15"),
    TABLE.format(f"<tr><th>Year<th>Exports ({CARS})<th>Imports ({FISH})<th>Balance<tr><td>2015<td>20<td>5<td>15<tr><td>2016<td>22<td>7<td>15"),
    f"{FRONT}Trade (million yen)\n\nYear | 2015 | 2016 |\n---|---|---|\nExports ({CARS}) | 20 | 22 |\nImports ({FISH}) | 5 | 7 |\nBalance | 15 | 15 |\n",
]  # fmt: skip


@each(("text",), [(text,) for text in BALANCED])
def test_goods_in_the_bracket_of_a_label_are_said_of_the_whole(text: str) -> None:
    rows = facts_of(text, "s.html" if text.startswith("<") else "s.txt").observations
    told = {(row.indicator, row.goods, row.from_area, row.to_area) for row in rows}
    assert told == {
        ("trade_goods", CARS, *FROM_JAPAN),
        ("trade_goods", FISH, *TO_JAPAN),
        ("trade_balance", None, *FROM_JAPAN),
    }
