"""Sheets in Japanese: their headings, directions, visitors and happenings; what is not understood is told."""

from __future__ import annotations

import pytest

from pipeline.extract.japanese import japanese_ends
from pipeline.extract.japanese_visitors import japanese_visitors
from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import read_head
from tests.helpers import facts_of, notes_of

PAIR = ("JPN", "CHL")
SHEET = """日本・チリ関係（基礎データ）

令和2年4月1日

二国間関係

1 政治関係
1897年9月、外交関係樹立。

2 経済関係
対日貿易（2018年）
輸出：7,500億円
輸入：2,000億円

3 在留邦人数
1,600人（2019年10月現在）

4 在日チリ人数
950人（2019年12月現在）

5 要人往来

（1）往訪
2014年7月 安倍総理大臣
2016年11月 岸田外務大臣、山本経済産業大臣

（2）来訪
2018年2月 バチェレ大統領（国賓）
2019年6月 リベラ外務大臣とほか一名
"""


def test_a_sheet() -> None:
    facts = facts_of(SHEET)
    assert (facts.outline.partner.area, facts.outline.published and facts.outline.published.edtf) == (
        "CHL",
        "2020-04-01",
    )
    assert [(v.from_area, v.to_area, v.date, v.main_name, v.guest_status) for v in facts.visits] == [
        ("JPN", "CHL", "2014-07", "安倍", None),
        ("JPN", "CHL", "2016-11", "岸田", None),
        ("JPN", "CHL", "2016-11", "山本", None),
        ("CHL", "JPN", "2018-02", "バチェレ", "国賓"),
    ]
    assert [(o.indicator, o.from_area, o.to_area, o.period) for o in facts.observations] == [
        ("trade_goods", None, None, "2018"),
        ("trade_goods", None, None, "2018"),
        ("residents", "JPN", "CHL", "2019-10"),
        ("residents", "CHL", "JPN", "2019-12"),
    ]
    assert ("diplomatic_relations", "1897-09") in [(event.kind, event.date) for event in facts.events]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["2019年6月 リベラ外務大臣とほか一名"]


@pytest.mark.parametrize(("goods", "ways"), [("（鮭、銅鉱等）|（自動車）", ["CHL", "JPN"]), ("|", [None, None])])
def test_whose_exports_by_the_goods(goods: str, ways: list[str | None]) -> None:
    sold, bought = goods.split("|")
    sheet = SHEET.replace("輸出：7,500億円", f"輸出：7,500億円{sold}").replace(
        "輸入：2,000億円", f"輸入：2,000億円{bought}"
    )
    assert [row.from_area for row in facts_of(sheet).observations][:2] == ways


def test_a_source_in_a_heading() -> None:
    facts = facts_of(SHEET.replace("（2018年）", "（2018年、財務省貿易統計）"))
    assert {(row.data_source, row.period) for row in facts.observations[:2]} == {("財務省貿易統計", "2018")}


ENDS = [
    ("日本からの輸出", ("JPN", None)), ("日本への輸入", (None, "JPN")), ("チリへの輸出", (None, "CHL")), ("対日輸出", (None, "JPN")),
    ("対日輸入", ("JPN", None)), ("対チリ輸入", ("CHL", "JPN")), ("対チリ輸出", (None, "CHL")), ("日本の輸入", (None, "JPN")), ("日本の輸出", ("JPN", None)), ("在留邦人数", ("JPN", None)),
    ("在日チリ人数", ("CHL", "JPN")), ("日本からの直接投資", ("JPN", None)), ("日本との貿易", (None, None)), ("輸出", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("words", "ends"), ENDS, ids=[words for words, _ in ENDS])
def test_from_where_to_where(words: str, ends: tuple[str | None, str | None]) -> None:
    assert japanese_ends(words, PAIR) == ends


CAPTIONS = [
    ("（1）日本からの訪問", ("JPN", None)), ("（2）日本への訪問", (None, "JPN")), ("チリからの要人訪問", ("CHL", "JPN")),
    ("往訪", ("JPN", None)), ("来訪（2000年以降）", (None, "JPN")), ("訪日要人一覧", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "way"), CAPTIONS, ids=[words for words, _ in CAPTIONS])
def test_captions(words: str, way: tuple[str | None, str | None] | None) -> None:
    assert caption_direction(read_head(words), "JPN", among_visits=True) == way


ROWS = [
    ("岸田外務大臣", [("岸田", "外務大臣", "minister_foreign_affairs")]),
    ("ミシェル・バチェレ大統領", [("バチェレ", "大統領", "head_of_state")]),
    ("チリ大統領", [(None, "大統領", "head_of_state")]),
    ("城内外務副大臣、中根外務大臣政務官", [("城内", "外務副大臣", "vice_minister"), ("中根", "外務大臣政務官", "vice_minister")]),
    ("皇太子同妃両殿下", []),
    ("経済使節団", [(None, None, "group")]),
    ("日・ガーナ友好議員連盟", [(None, None, "group")]),
    ("皇太子殿下", [(None, "皇太子", "royal")]),
    ("河井総理大臣補佐官", [("河井", "総理大臣補佐官", "official")]),
    ("ドゴリア計画・経済大臣", [("ドゴリア", "計画・経済大臣", "minister")]),
    ("ジャラー外務担当大臣", [("ジャラー", "外務担当大臣", "minister")]),
    ("ホセ・ペレス産業・貿易副大臣", [("ペレス", "産業・貿易副大臣", "vice_minister")]),
    ("アジモフ第一副首相", [("アジモフ", "第一副首相", "minister")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), ROWS, ids=[words for words, _ in ROWS])
def test_visitors(words: str, told: list[tuple[str | None, str, str]]) -> None:
    assert [(v.main_name, v.office, v.office_class) for v in japanese_visitors(words)] == told
