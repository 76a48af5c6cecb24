"""Tables in Japanese with a cell a line: which lines are rows, and what comes of them; a row that lacks a cell is told."""

from __future__ import annotations

import pytest

from pipeline.outline.stacked import stacked
from pipeline.read.text.text import read_blocks
from tests.each import each
from tests.helpers import facts_of, notes_of

SHEET = "ケニア基礎データ\n平成23年6月1日\n一般事情\n1．面積\n58万平方キロメートル\n\n{}\n"
RUNS = [
    ("年月|略史|1992年|A党が勝利|B大統領就任|1997年12月|C大統領再選", ["年月+略史", "1992年+A党が勝利", "1997年12月+C大統領再選"]),
    ("年月|要人名|備考|2008年5月|福田総理大臣|国際会議", ["年月+要人名+備考", "2008年5月+福田総理大臣+国際会議"]),
    ("1963年12月|独立|1964年12月|共和制移行", ["1963年12月+独立", "1964年12月+共和制移行"]),
    ("７．二国間条約|1977年3月|派遣取極", ["1977年3月+派遣取極"]),
    ("英国|152.4|米国|70.9", ["英国+152.4", "米国+70.9"]),
    ("順位|国名|金額（百万ドル）|1位|英国|152.4|2位|米国|70.9", ["順位+国名+金額（百万ドル）", "1位+英国+152.4", "2位+米国+70.9"]),
    ("2006年度|29.24|16.09|2007年度|43.43|15.37", ["2006年度+29.24+16.09", "2007年度+43.43+15.37"]),
    ("基礎データ|平成23年6月1日|一般事情", []),
    ("２．人口|2,335万人|３．首都|アクラ", []),
    ("対日輸出|94.0億円|対日輸入|83.2億円", []),
]  # fmt: skip


@each(("lines", "rows"), RUNS)
def test_rows(lines: str, rows: list[str]) -> None:
    text = lines.replace("|", "\n")
    found = [block for block in stacked(text, read_blocks(text)) if block.cells]
    assert ["+".join(text[a:b] for a, b in block.cells) for block in found] == rows


FIGURES = [
    (
        "経済協力\n1．我が国の援助実績（単位：億円）\n年度\n円借款\n技術協力\n2006年度\nなし\n16.09\n累計\n8.40\n43.78",
        [("oda_loans", None), ("oda_technical", 1609), ("oda_loans", 840), ("oda_technical", 4378)],
    ),
    ("経済協力\n1．我が国の援助実績（単位：億円）\n年度\n円借款\n無償資金協力\n技術協力\n2006年度\n29.24\n16.09", []),
    ("経済協力\n1．我が国の援助実績（単位：億円）\n2006年度\n29.24\n16.09\n2007年度\n43.43\n15.37", []),
    (
        "二国間関係\n2．経済関係\n（1）対日貿易（単位：億円）\n年\n対日輸出\n対日輸入\n収支\n2009年\n15\n18\n▲3",
        [("trade_goods", 1500), ("trade_goods", 1800), ("trade_balance", -300)],
    ),
    ("政治体制・内政\n3．議会\n政党名\n議席数\n国民党\n185\n労働党\n110", [("seats", 185), ("seats", 110)]),
]  # fmt: skip


@each(("words", "told"), FIGURES)
def test_figures(words: str, told: list[tuple[str, int | None]]) -> None:
    facts = facts_of(SHEET.format(words))
    rows = [row for row in facts.observations if row.indicator != "area" and row.value_status != "missing"]
    scale = 1 if "議席" in words else 1_000_000
    assert [(r.indicator, None if r.value is None else int(r.value / scale)) for r in rows] == told
    assert bool(told) or notes_of(facts, "unrecognised_text")


@pytest.mark.parametrize("first", ["1位\n英国\n152.4", "１位\n英国\n１５２．４"])
def test_donors_with_their_ranks(first: str) -> None:
    words = f"経済協力\n2．主要援助国（2007年）\n順位\n国名\n金額（百万ドル）\n{first}\n2位\n米国\n70.9"
    rows = [row for row in facts_of(SHEET.format(words)).observations if row.rank]
    assert [(r.from_area, r.rank, str(r.value), r.unit) for r in rows] == [
        ("GBR", 1, "152400000", "USD"),
        ("USA", 2, "70900000", "USD"),
    ]


def test_visits_and_what_goes_on_below_their_date() -> None:
    words = "要人往来\n（1）来\n年月\n要人名\n2003年9月\nキバキ大統領\nムシオカ外務大臣\n2005年6月\nムイル大臣"
    visits = facts_of(SHEET.format(words)).visits
    assert [(v.date, v.date_basis, v.main_name) for v in visits][:2] == [
        ("2003-09", "stated", "キバキ"),
        ("2003-09", "inherited", "ムシオカ"),
    ]
