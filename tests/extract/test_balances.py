"""Whose a trade balance is, and its sign: positive in favour of `from_area`."""

from __future__ import annotations

from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of, notes_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\nBasic Data\n\n"
GOODS = "  • Exports to Japan: 29.3 billion yen\n  • Imports from Japan: 1.8 billion yen\n"
JAPANESE = "日・フィジー関係\n\n２．経済関係\n"


def balance(text: str) -> Observation:
    (row,) = [row for row in facts_of(HEAD + text).observations if row.indicator == "trade_balance"]
    return row


@each(
    ("line", "area", "value", "basis"),
    [
        ("Total trade: 31.1 billion yen (27.5 billion yen surplus in Fiji's favor)", "FJI", "27500000000", "stated"),
        ("Total trade: 31.1 billion yen (27.5 billion yen deficit for Japan)", "JPN", "-27500000000", "stated"),
        ("Japan's trade deficit with Fiji: 27.5 billion yen", "JPN", "-27500000000", "stated"),
        ("Trade deficit with Fiji: 27.5 billion yen", "JPN", "-27500000000", "stated"),
        ("Balance: 27.5 billion yen", "FJI", "27500000000", "inferred"),
        ("Balance: -27.5 billion yen", "JPN", "-27500000000", "inferred"),
        ("Trade deficit: 27.5 billion yen", "JPN", "-27500000000", "inferred"),
    ],
)
def test_whose_and_sign(line: str, area: str, value: str, basis: str) -> None:
    text = f"Trade with Japan (2014):\n\n{GOODS}  • {line}\n"
    row = balance(text)
    assert (row.from_area, str(row.value).split(".")[0], row.direction_basis) == (area, value, basis)
    assert not notes_of(facts_of(HEAD + text), "balance_mismatch")


@each(
    ("heading", "exports", "imports", "area"),
    [
        ("(1) Trade with Japan (2014)", "Exports to Japan", "Imports from Japan", "FJI"),
        ("(1) Trade with Japan (2014)", "Exports to Fiji", "Imports from Fiji", "JPN"),
        ("(1) Trade (2014)", "From Japan to Fiji", "From Fiji to Japan", "JPN"),
        ("(1) Trade with Fiji (2014)", "Exports", "Imports", "JPN"),
    ],
)
@each("between", ["\n", "\n  • ", ":\n  • "])
def test_labels_above_their_figures(heading: str, exports: str, imports: str, area: str, between: str) -> None:
    lines = ((exports, "29.3 billion yen"), (imports, "1.8 billion yen"), ("Balance", "27.5 billion yen"))
    text = f"{heading}\n" + "".join(f"{label}{between}{figure}\n" for label, figure in lines)
    goods = [row.from_area for row in facts_of(HEAD + text).observations if row.indicator == "trade_goods"]
    assert goods == [area, "JPN" if area == "FJI" else "FJI"]
    assert balance(text).from_area == area


def test_a_balance_that_is_wrong_is_the_exporters_and_told() -> None:
    text = f"Trade with Japan (2014):\n\n{GOODS}  • Balance: 20.0 billion yen\n"
    assert balance(text).from_area == "FJI"
    assert notes_of(facts_of(HEAD + text), "balance_mismatch")


def test_nothing_decides() -> None:
    text = "Trade with Japan (2014):\n\n  • Exports: 3 billion yen\n  • Imports: 1 billion yen\n  • Balance: 5 billion yen\n"
    assert balance(text).from_area is None
    assert notes_of(facts_of(HEAD + text), "direction_undecided")


@each(
    ("heading", "told"),
    [
        ("Japan's balance", ("JPN", 40e6)),
        ("Balance in favor of Fiji", ("FJI", 40e6)),
        ("Fiji's trade deficit", ("FJI", -40e6)),
        ("Japan's trade deficit with Fiji", ("JPN", -40e6)),
        ("日本の貿易赤字", ("JPN", -40e6)),
    ],
)
def test_a_heading_says_whose_balance_stands_below_it(heading: str, told: tuple[str, float]) -> None:
    is_english = heading.isascii()
    head, year = (HEAD + "Trade (million yen)\n\n", "2003: 40") if is_english else (JAPANESE, "2003年：40百万円")
    row = next(row for row in facts_of(f"{head}{heading}\n{year}\n").observations)
    assert (row.indicator, row.period, row.from_area, float(row.value or 0)) == ("trade_balance", "2003", *told)
