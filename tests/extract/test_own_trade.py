"""The trade of a country with all the world, in its profile, beside its trade with the publisher's country."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of

FRONT = "Japan-Palau Relations\n\nMay 5, 2018\n\n"
BILATERAL = "Bilateral Relations\n\nTrade with Japan (2017)\nExports to Japan: 20 million yen\n"
JAPANESE = "日・パラオ関係\n\n平成30年5月5日\n\n"
BILATERAL_JAPANESE = "二国間関係\n1．対日貿易（2017年）\n（1）対日輸出：20百万円\n"
PAGE = "<html><body><h1>Japan-Palau Relations</h1><h2>General Information</h2>{}<h2>Bilateral Relations</h2><h3>Trade with Japan (2017)</h3><p>Exports to Japan: 20 million yen</p></body></html>"
GOODS = [("Tuna", "PLW", None, "12300000"), ("Machinery", None, "PLW", "30200000")]

PROFILES = [
    (f"{FRONT}Country Profile\n\nPopulation: 21,000 (2017)\n\nMain Exports (2017, US$ million)\n\nTuna: 12.3\n\nMain Imports (2017, US$ million)\n\nMachinery: 30.2\n\n{BILATERAL}", GOODS),
    (f"{FRONT}Country Profile\n\nMain Exports of Palau (2017, US$ million)\n\nTuna: 12.3\n\nMain Imports of Palau (2017, US$ million)\n\nMachinery: 30.2\n\n{BILATERAL}", GOODS),
    (PAGE.format("<h3>Economy</h3><h4>Main exports (2017, US$ million)</h4><ul><li>Tuna: 12.3</li></ul><h4>Main imports (2017, US$ million)</h4><ul><li>Machinery: 30.2</li></ul>"), GOODS),
    (PAGE.format("<h3>Principal exports (2017, US$ million)</h3><table><tr><th>Item<th>Value<tr><td>Tuna<td>12.3</table><h3>Principal imports (2017, US$ million)</h3><table><tr><th>Item<th>Value<tr><td>Machinery<td>30.2</table>"), GOODS),
    (f"{FRONT}Economy of Palau\n\nExports: US$ 12.3 million (2017)\nImports: US$ 30.2 million (2017)\n\n{BILATERAL}", [(None, *row[1:]) for row in GOODS]),
    (f"{JAPANESE}経済\n1．主要輸出品目（2017年、百万ドル）\n・まぐろ：12.3\n2．主要輸入品目（2017年、百万ドル）\n・機械：30.2\n\n{BILATERAL_JAPANESE}", [("まぐろ", *GOODS[0][1:]), ("機械", *GOODS[1][1:])]),
]  # fmt: skip


@each(("text", "told"), PROFILES)
def test_trade_of_a_profile(text: str, told: list[tuple[str | None, str | None, str | None, str]]) -> None:
    rows = facts_of(text, "s.html" if text.startswith("<") else "s.txt").observations
    own = [row for row in rows if row.indicator == "other"]
    assert [(row.goods, row.from_area, row.to_area, str(row.value).split(".")[0]) for row in own] == told
    assert {(row.period, row.unit) for row in own} == {("2017", "USD")}
    between = [row for row in rows if row.indicator == "trade_goods"]
    assert [(row.from_area, row.to_area, row.unit) for row in between] == [("PLW", "JPN", "JPY")]


def test_main_goods_of_the_trade_between_both() -> None:
    lines = "対日輸出：20百万円\n対日輸入：30百万円\n（2）主要輸出品目\nまぐろ 12百万円\n（3）主要輸入品目\n自動車 13百万円\n"
    rows = facts_of(f"{JAPANESE}二国間経済関係\n1．対日貿易（2017年）\n（1）貿易額\n{lines}").observations
    assert {row.indicator for row in rows} == {"trade_goods"}
    told = [(row.goods, row.from_area, row.to_area, row.period) for row in rows[2:]]
    assert told == [("まぐろ", "PLW", "JPN", "2017"), ("自動車", "JPN", "PLW", "2017")]
