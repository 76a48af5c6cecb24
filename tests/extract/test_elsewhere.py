"""Visits among those to a country that went to another one by their own words."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of, notes_of

TABLE = "Japan-Palau Relations\n\nMay 5, 2018\n\nVIP Visits\n\nFrom Japan to Palau\nYear | Name |\n---|---|\n2005 | Foreign Minister Taro ASO{} |\n"
AWAY = [
    " (visit to Sydney (Australia))", " (visited Sydney, Australia)", "'s visit to Canberra", " (Sydney, Australia)", "'s official visit to Australia",
]  # fmt: skip
THERE = [
    " (Koror)", "'s visit to Koror", " (visit to Palau and Australia)", " (Australian-Japanese summit)", " (Pacific Islands Forum)", " (Official visit)", "'s visit to Australia and the Pacific",
]  # fmt: skip


@each(("words",), [(words,) for words in AWAY])
def test_a_visit_elsewhere_is_told_and_no_row(words: str) -> None:
    facts = facts_of(TABLE.format(words))
    assert facts.visits == []
    [note] = notes_of(facts, "misplaced_item")
    assert (note.found or "?") in words


@each(("words",), [(words,) for words in THERE])
def test_a_visit_to_the_country(words: str) -> None:
    facts = facts_of(TABLE.format(words))
    assert [(row.from_area, row.to_area, row.main_name) for row in facts.visits] == [("JPN", "PLW", "Aso")]
    assert notes_of(facts, "misplaced_item") == []


def test_a_column_of_places() -> None:
    rows = "<tr><td>2005<td>Foreign Minister Taro ASO<td>Sydney (Australia)<tr><td>2006<td>Prime Minister Yasuo FUKUDA<td>Koror"
    table = f"<h3>From Japan to Palau</h3><table><tr><th>Date<th>Name<th>Place{rows}</table>"
    facts = facts_of(f"<html><body><h1>Japan-Palau Relations</h1><h2>VIP Visits</h2>{table}</body></html>", "s.html")
    assert [row.main_name for row in facts.visits] == ["Fukuda"]
    assert [note.found for note in notes_of(facts, "misplaced_item")] == ["Sydney (Australia)"]


def test_in_japanese() -> None:
    text = "日・パラオ関係\n\n要人往来\n往訪\n年月 | 要人名 |\n---|---|\n2005年 | 麻生外務大臣（豪州訪問） |\n2007年 | 福田総理大臣 |\n"
    assert [row.main_name for row in facts_of(text).visits] == ["福田"]


def test_in_a_sentence() -> None:
    words = "In 2012, President Toribiong visited Bonn to attend the climate meeting with Japan."
    assert facts_of(f"Japan-Palau Relations\n\nHistory\n\n{words}\n").visits == []
