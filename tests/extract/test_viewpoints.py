"""Notes that say from whose side exports and imports are told."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of, notes_of

FRONT = "Japan-Palau Relations\n\nMay 5, 2018\n\n"
JAPANESE = "日・パラオ関係\n\n平成30年5月5日\n\n"
LINES, LINES_JAPANESE = "Exports: 20 million yen\nImports: 40 million yen\n", "輸出：20百万円\n輸入：40百万円\n"
TABLE = "<table><tr><th>Year<th>Exports<th>Imports<tr><td>2015<td>20<td>40</table>"

NOTES = [
    (f"{JAPANESE}貿易（2017年）\n{LINES_JAPANESE}※輸出入は日本から見たもの\n", "JPN"),
    (f"{JAPANESE}（2）二国間貿易（2017年）\n（輸出入はパラオ側から見たもの）\n{LINES_JAPANESE}", "PLW"),
    (f"{JAPANESE}貿易額（2017年、パラオ側から見た輸出入）\n{LINES_JAPANESE}", "PLW"),
    (f"{FRONT}Trade (2017)\n{LINES}(Exports and imports are from Japan's viewpoint)\n", "JPN"),
    (f"{FRONT}Trade with Japan (2017)\nNote: Exports and imports are as seen from Palau.\n\n{LINES}", "PLW"),
    (f"{FRONT}Trade with Japan (from the viewpoint of Japan, 2017)\n{LINES}", "JPN"),
    (f"{FRONT}Trade with Japan (2017)\n{LINES}Exports are those from Japan to Palau.\n", "JPN"),
    (f"<html><body><h1>Japan-Palau Relations</h1><h2>Trade with Japan (million yen)</h2>{TABLE}<p>Note: Exports and imports are viewed from the Japanese side.</p></body></html>", "JPN"),
]  # fmt: skip


@each(("text", "exporter"), NOTES)
def test_a_note_decides_bare_exports(text: str, exporter: str) -> None:
    facts = facts_of(text, "s.html" if text.startswith("<") else "s.txt")
    out, back = [row for row in facts.observations if row.indicator == "trade_goods"]
    assert (out.from_area, back.to_area, out.direction_basis) == (exporter, exporter, "inherited")
    assert out.period in ("2017", "2015")
    assert notes_of(facts, "direction_undecided") == []


UNDECIDED = [
    f"{FRONT}Trade with Japan (2017)\n{LINES}From Japan's side, efforts are made to promote exports.\n",
    f"{FRONT}Trade with Japan (2017)\n{LINES}(Exports and imports are from both viewpoints)\n",
]


@each(("text",), [(text,) for text in UNDECIDED])
def test_no_note_decides(text: str) -> None:
    assert len(notes_of(facts_of(text), "direction_undecided")) == 2


def test_words_of_the_label_come_first() -> None:
    lines = "対日輸出：20百万円\n対日輸入：40百万円\n"
    rows = facts_of(f"{JAPANESE}貿易（2017年）\n{lines}（輸出入は日本から見たもの）\n").observations
    assert [row.from_area for row in rows] == ["PLW", "JPN"]


HEADINGS = [
    ("3. Japan's Trade with Palau (2017)", "JPN"),
    ("Japanese Trade with Palau (2017)", "JPN"),
    ("Palau's Trade with Japan (2017)", "PLW"),
    ("Trade with Palau (2017)", "JPN"),
    ("Japan's Trade with Palau (2017)\n\n(1) Trade Volume", "JPN"),
    ("Trade with Japan (2017)", None),
    ("Trade between Japan and Palau (2017)", None),
    ("Japan-Palau Trade (2017)", None),
]


@each(("heading", "exporter"), HEADINGS)
def test_the_owner_of_the_trade_of_a_heading(heading: str, exporter: str | None) -> None:
    facts = facts_of(f"{FRONT}{heading}\n\n{LINES}")
    out, back = [row for row in facts.observations if row.indicator == "trade_goods"]
    assert (out.from_area, back.to_area) == (exporter, exporter)
    assert {out.direction_basis, back.direction_basis} == {"inherited" if exporter else "unknown"}
