"""Rows with more cells than a label and its value."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of, notes_of

HEAD = "<h1>Japan-Fiji Relations (Basic Data)</h1><p>May 1, 2025</p>"
PAIRS = [
    ("<h2>Basic Data</h2>", "<tr><th>Area<td>18,300 square kilometers<th>Capital<td>Suva<tr><th>GNI<td>5.3 billion US dollars (2023)<th>GNI per capita<td>5,780 US dollars (2023)",
     [("area", 18300), ("other", 5300000000), ("gdp_per_capita", 5780)], []),
    ("<h2>Basic Data</h2>", "<tr><th>GNI<td>5.3 billion US dollars (2023)<th>Foos per bar<td>5,780 US dollars (2023)", [("other", 5300000000)], ["5,780 US dollars (2023)"]),
    ("<h2>Trade</h2>", "<tr><th>Exports to Japan<td>5.3 billion yen (2023)<td>fish (28.3%)", [("trade_goods", 5300000000)], []),
    ("<h2>Trade (billion yen)</h2>", "<tr><th>Exports to Japan<td>5.3 (2023)<td>6.1 (?)<td>2024", [("trade_goods", 5300000000)], ["6.1 (?)"]),
    ("<h2>Trade</h2>", "<tr><th>Exports to Japan<td>5.3 billion yen (2023)<td>3 million dollars", [("trade_goods", 5300000000)], ["3 million dollars"]),
]  # fmt: skip


@each(("heading", "table", "told", "left"), PAIRS)
def test_labels_and_values_side_by_side(
    heading: str, table: str, told: list[tuple[str, float]], left: list[str]
) -> None:
    facts = facts_of(f"{HEAD}{heading}<table>{table}</table>", "s.html")
    assert [(row.indicator, float(row.value or 0)) for row in facts.observations] == told
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == left


def test_a_pair_behind_a_value_of_two_lines_is_on_its_own_line() -> None:
    facts = facts_of(
        f"{HEAD}<h2>Basic Data</h2><table><tr><th>Area<td>18,300 square<br>kilometers<th>Population<td>0.9 million (2014)</table>",
        "s.html",
    )
    assert [(row.indicator, facts.text.count("\n", 0, row.char_start) + 1 - row.line) for row in facts.observations][
        -1
    ] == ("population", 0)
    assert all(facts.text.count("\n", 0, line.block.start) + 1 == line.block.line for line in facts.outline.lines)
