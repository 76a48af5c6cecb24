"""Whose exports, whose nationals: directions by words and by goods."""

from pipeline.extract.direction import goods_flow, word_flow
from pipeline.publishers import load
from tests.each import each

FLOWS = [
    ("Exports to Mongolia", ("JPN", "MNG")),
    ("Imports from Mongolia", ("MNG", "JPN")),
    ("Exports to Japan", ("MNG", "JPN")),
    ("Imports from Japan", ("JPN", "MNG")),
    ("Japan's Exports", ("JPN", "MNG")),
    ("Japan’s imports", ("MNG", "JPN")),
    ("Japan's Imports from Mongolia", ("MNG", "JPN")),
    ("from Mongolia to Japan", ("MNG", "JPN")),
    ("Exports", None),
    ("Trade with Japan", None),
    ("Direct Investment from Japan", ("JPN", "MNG")),
    ("Japanese direct investment in Mongolia", ("JPN", "MNG")),
    ("Number of Japanese residing in Mongolia", ("JPN", "MNG")),
    ("Mongolian students in Japan", ("MNG", "JPN")),
    ("Japanese Nationals", ("JPN", "MNG")),
    ("Mongolian Nationals in Japan", ("MNG", "JPN")),
    ("Japan's Economic Cooperation", ("JPN", "MNG")),
    ("Exports to Canada", None),
    ("Mongolia → Japan", ("MNG", "JPN")),
    ("Mongolia→Japan", ("MNG", "JPN")),
    ("Japan⇒Mongolia", ("JPN", "MNG")),
    ("Mongolia ->Japan", ("MNG", "JPN")),
    ("Japan=>Mongolia (million yen)", ("JPN", "MNG")),
    ("Japan --> Mongolia", ("JPN", "MNG")),
    ("Mongolia ← Japan", ("JPN", "MNG")),
    ("Japan<-Mongolia", ("MNG", "JPN")),
]


@each(("words", "flow"), FLOWS)
def test_words(words: str, flow: tuple[str, str] | None) -> None:
    assert word_flow(words, ("JPN", "MNG")) == flow


GOODS = [
    ("leather shoes, etc.", "automobiles, etc.", "partner"),
    ("digital cameras, automobiles, etc.", "pharmaceutical products, watches, etc.", "publisher"),
    (
        "clothing, transportation equipment and machinery",
        "machinery, electronics, computers and accessories",
        "partner",
    ),
    ("Nickel, Cobalt, Spices, Clothing, Seafood", "Automobiles, Medical supplies, Tires", "partner"),
    ("log houses and timbers, machineries; sardines, milk products", "automobiles, auto parts, machineries", "partner"),
    ("things", "other things", None),
    ("天然ゴム、化粧品", "船舶、中古自動車等", "partner"),
    ("martin", "autism, 積立金", None),
    ("", "", None),
]


@each(("exports", "imports", "whose"), GOODS)
def test_goods(exports: str, imports: str, whose: str | None) -> None:
    assert goods_flow([exports], [imports], load()) == whose
