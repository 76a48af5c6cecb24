"""Sheets in Japanese: their headings, directions, visitors and happenings; what is not understood is told."""

from __future__ import annotations

import pytest

from pipeline.extract.figures.brackets import read_bracket
from pipeline.extract.japanese import japanese_ends
from pipeline.normalize.japanese.visitors import japanese_visitors
from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import likely_topic, read_head
from pipeline.publishers import load
from tests.each import each
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
2019年6月 リベラ外務大臣と随員
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
        ("trade_goods", "CHL", "JPN", "2018"),
        ("trade_goods", "JPN", "CHL", "2018"),
        ("residents", "JPN", "CHL", "2019-10"),
        ("residents", "CHL", "JPN", "2019-12"),
    ]
    assert ("diplomatic_relations", "1897-09") in [(event.kind, event.date) for event in facts.events]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["2019年6月 リベラ外務大臣と随員"]


WHOSE = [
    ("（鮭、銅鉱等）|（自動車）", "貿易", ["CHL", "JPN"]),
    ("|", "貿易", [None, None]),
    ("|", "対チリ貿易", ["JPN", "CHL"]),
]


@pytest.mark.parametrize(("goods", "heading", "ways"), WHOSE)
def test_whose_exports_by_the_goods_or_the_heading(goods: str, heading: str, ways: list[str | None]) -> None:
    sold, bought = goods.split("|")
    sheet = SHEET.replace("輸出：7,500億円", f"輸出：7,500億円{sold}").replace(
        "輸入：2,000億円", f"輸入：2,000億円{bought}"
    )
    assert [row.from_area for row in facts_of(sheet.replace("対日貿易", heading)).observations][:2] == ways


def test_a_source_in_a_heading() -> None:
    facts = facts_of(SHEET.replace("（2018年）", "（2018年、財務省貿易統計）"))
    assert {(row.data_source, row.period) for row in facts.observations[:2]} == {("財務省貿易統計", "2018")}


ENDS = [
    ("日本からの輸出", ("JPN", None)), ("日本への輸入", (None, "JPN")), ("チリへの輸出", (None, "CHL")), ("対日輸出", (None, "JPN")),
    ("対日輸入", ("JPN", None)), ("対チリ輸入", ("CHL", "JPN")), ("対チリ輸出", (None, "CHL")), ("対智輸出", ("JPN", "CHL")), ("対智輸入", ("CHL", "JPN")), ("対外貿易", (None, None)),
    ("進出日系企業数", ("JPN", None)), ("日本の輸入", (None, "JPN")), ("日本の輸出", ("JPN", None)), ("在留邦人数", ("JPN", None)),
    ("在日チリ人数", ("CHL", "JPN")), ("日本からの直接投資", ("JPN", None)), ("日本との貿易", (None, None)), ("輸出", (None, None)),
]  # fmt: skip


@each(("words", "ends"), ENDS)
def test_from_where_to_where(words: str, ends: tuple[str | None, str | None]) -> None:
    assert japanese_ends(words, PAIR) == ends


CAPTIONS = [
    ("（1）日本からの訪問", ("JPN", None)), ("（2）日本への訪問", (None, "JPN")), ("チリからの要人訪問", ("CHL", "JPN")),
    ("往訪", ("JPN", None)), ("来訪（2000年以降）", (None, "JPN")), ("日本からチリ", ("JPN", "CHL")),
    ("我が国からの訪問", ("JPN", None)), ("訪日要人", (None, "JPN")), ("訪日要人一覧", None),
    ("（1）日本からの往訪（1996年以降）", ("JPN", None)), ("チリからの来訪", ("CHL", "JPN")), ("チリへの往訪", ("JPN", "CHL")), ("（ア）往", ("JPN", None)), ("日本側", ("JPN", None)),
    ("チリ側要人", ("CHL", "JPN")), ("我が国要人のチリ訪問", ("JPN", "CHL")), ("我が国への来訪", (None, "JPN")), ("日本（往訪）", ("JPN", None)), ("日本→チリ", ("JPN", "CHL")),
    ("主な要人の来日", (None, "JPN")), ("チリの要人の訪日", ("CHL", "JPN")), ("チリから日本への訪問者", ("CHL", "JPN")), ("日本要人の来訪", None), ("要人往来", None), ("往来", None),
]  # fmt: skip


@each(("words", "way"), CAPTIONS)
def test_captions(words: str, way: tuple[str | None, str | None] | None) -> None:
    assert caption_direction(read_head(words), "JPN", among_visits=True) == way


ROWS = [
    ("岸田外務大臣", [("岸田", "外務大臣", "minister_foreign_affairs")]),
    ("ミシェル・バチェレ大統領", [("バチェレ", "大統領", "head_of_state")]),
    ("チリ大統領", [(None, "大統領", "head_of_state")]),
    ("城内外務副大臣、中根外務大臣政務官", [("城内", "外務副大臣", "vice_minister"), ("中根", "外務大臣政務官", "vice_minister")]),
    ("皇太子同妃両殿下", [(None, "皇太子", "royal"), (None, "皇太子妃", "royal")]),
    ("天皇皇后両陛下", [(None, "天皇", "head_of_state"), (None, "皇后", "royal")]),
    ("ワンチュク国王同妃両陛下", [("ワンチュク", "国王", "head_of_state"), ("ワンチュク", "王妃", "royal")]),
    ("常陸宮同妃両殿下", [("常陸宮", None, "royal"), ("常陸宮", "妃", "royal")]),
    ("常陸宮殿下、同妃殿下", [("常陸宮", None, "royal"), (None, "妃", "royal")]),
    ("高円宮妃久子殿下", [("高円宮", "妃", "royal")]),
    ("秋篠宮眞子内親王殿下", [("秋篠宮", "内親王", "royal")]),
    ("サンチェス大統領夫妻", [("サンチェス", "大統領", "head_of_state"), (None, None, None)]),
    ("森元総理大臣", [("森", "元総理大臣", "other")]),
    ("秋元外務大臣", [("秋元", "外務大臣", "minister_foreign_affairs")]),
    ("ラモス次期大統領", [("ラモス", "次期大統領", "other")]),
    ("トラン副首相兼外務大臣", [("トラン", "副首相兼外務大臣", "minister_foreign_affairs")]),
    ("カンダ水・灌漑長官", [("カンダ", "水・灌漑長官", "minister")]),
    ("ペレス外務・国際協力及び移民大臣", [("ペレス", "外務・国際協力及び移民大臣", "minister_foreign_affairs")]),
    ("岸田外務大臣及び山本経済産業大臣", [("岸田", "外務大臣", "minister_foreign_affairs"), ("山本", "経済産業大臣", "minister")]),
    ("バト国家大会議議員", [("バト", "国家大会議議員", "legislator")]),
    ("逢沢日・AU友好議員連盟会長", [("逢沢", "日・AU友好議員連盟会長", "official")]),
    ("日本・チリ友好議員連盟（団長：甘利衆議院議員）", [(None, None, "group"), ("甘利", "衆議院議員", "legislator")]),
    ("横路衆議院議長一行", [("横路", "衆議院議長", "speaker")]),
    ("リベラ外務大臣ほか一名", [("リベラ", "外務大臣", "minister_foreign_affairs")]), ("リベラ外務大臣とほか数名", [("リベラ", "外務大臣", "minister_foreign_affairs")]),
    ("経済使節団", [(None, None, "group")]),
    ("日・ガーナ友好議員連盟", [(None, None, "group")]),
    ("皇太子殿下", [(None, "皇太子", "royal")]),
    ("河井総理大臣補佐官", [("河井", "総理大臣補佐官", "official")]),
    ("ドゴリア計画・経済大臣", [("ドゴリア", "計画・経済大臣", "minister")]),
    ("ジャラー外務担当大臣", [("ジャラー", "外務担当大臣", "minister")]),
    ("ホセ・ペレス産業・貿易副大臣", [("ペレス", "産業・貿易副大臣", "vice_minister")]),
    ("文在寅（ムン・ジェイン）大統領", [("文在寅", "大統領", "head_of_state")]),
    ("王毅国務委員兼外交部長", [("王毅", "国務委員兼外交部長", "minister_foreign_affairs")]),
    ("金星煥外交通商部長官", [("金星煥", "外交通商部長官", "minister_foreign_affairs")]),
    ("アブドッラー2世国王陛下", [("アブドッラー2世", "国王", "head_of_state")]),
    ("安倍総理大臣夫妻\n中山外務副大臣", [("安倍", "総理大臣", "head_of_government"), (None, None, None), ("中山", "外務副大臣", "vice_minister")]),
    ("フレデリック皇太子及びメアリー皇太子妃両殿下", [("フレデリック", "皇太子", "royal"), ("メアリー", "皇太子妃", "royal")]),
    ("国王及び王妃両陛下", [(None, "国王", "head_of_state"), (None, "王妃", "royal")]),
    ("彬子女王殿下", [("彬子", "女王", "royal")]),
    ("岸田外務大臣・林経済産業大臣", [("岸田", "外務大臣", "minister_foreign_affairs"), ("林", "経済産業大臣", "minister")]),
    ("安倍総理大臣と岸田外務大臣", [("安倍", "総理大臣", "head_of_government"), ("岸田", "外務大臣", "minister_foreign_affairs")]),
    ("岸田外務大臣　林経済産業大臣", [("岸田", "外務大臣", "minister_foreign_affairs"), ("林", "経済産業大臣", "minister")]),
    ("岸田 文雄 外務大臣", [("岸田", "外務大臣", "minister_foreign_affairs")]),
    ("菅内閣官房長官兼拉致問題担当大臣", [("菅", "内閣官房長官兼拉致問題担当大臣", "minister")]),
    ("西村内閣府特命担当大臣（経済財政政策）", [("西村", "内閣府特命担当大臣（経済財政政策）", "minister")]),
    ("ビョーリング貿易大臣（EU担当）", [("ビョーリング", "貿易大臣（EU担当）", "minister")]),
    ("山口公明党代表", [("山口", "公明党代表", "official")]),
    ("岡田外務省アジア大洋州局長", [("岡田", "外務省アジア大洋州局長", "official")]),
    ("サンチェス首相代行", [("サンチェス", "首相代行", "head_of_government")]),
    ("シェイン・ザンジバル大統領", [("シェイン", "ザンジバル大統領", "head_of_state")]),
    ("エロール・チリ日本友好議員連盟会長", [("エロール", "チリ日本友好議員連盟会長", "official")]),
    ("サンチェス・リマ市長", [("サンチェス", "リマ市長", "subnational")]), ("サンチェス市長", []),
    ("松井広島市長", [("松井", "広島市長", "subnational")]),
    ("J.D.バンス副大統領", [("J.D.バンス", "副大統領", "vice_minister")]),
    ("ミシェル・バチェレ（大統領）", [("バチェレ", "大統領", "head_of_state")]),
    ("バチェレ大統領（夫人同伴）", [("バチェレ", "大統領", "head_of_state"), (None, None, None)]),
    ("ミルズ大統領（国賓）夫妻", [("ミルズ", "大統領", "head_of_state"), (None, None, None)]),
    ("アピア外務・地域統合・NEPAD担当大臣", [("アピア", "外務・地域統合・NEPAD担当大臣", "minister")]),
    ("甘利衆議院議員を団長とする議員団", [(None, None, "group"), ("甘利", "衆議院議員", "legislator")]),
    ("参議院ODA調査団（5名）", [(None, None, "group")]), ("経団連ミッション", [(None, None, "group")]),
    ("金振杓韓日議員連盟会長", [("金振杓", "韓日議員連盟会長", "official")]), ("二階幹事長", [("二階", "幹事長", "official")]),
    ("同大統領", []), ("〃", []), ("総理特使（中山太郎衆議院議員）", []), ("12月　林大臣", []),
    ("アジモフ第一副首相", [("アジモフ", "第一副首相", "minister")]),
]  # fmt: skip


@each(("words", "told"), ROWS)
def test_visitors(words: str, told: list[tuple[str | None, str | None, str | None]]) -> None:
    assert [(v.main_name, v.office, v.office_class) for v in japanese_visitors(words)] == told


COUPLES = [
    ("アブドッラー2世国王陛下及びラーニア王妃陛下", ["principal", "spouse"]), ("徳仁皇太子殿下、雅子皇太子妃殿下", ["principal", "spouse"]),
    ("フェリペ皇太子殿下、ソフィア王妃陛下", ["principal", "principal"]), ("ソフィア王妃陛下", ["principal"]),
]  # fmt: skip


@each(("words", "roles"), COUPLES)
def test_couples_both_of_whom_are_named(words: str, roles: list[str]) -> None:
    assert [v.party_role for v in japanese_visitors(words)] == roles


REMARKS = [
    ("リー首相（公式実務訪問賓客、第23回国際会議「未来」）", "公式実務訪問賓客", "第23回国際会議「未来」"),
    ("逢沢外務副大臣（外相会議、閣僚会合）", None, "外相会議、閣僚会合"),
    ("メレス首相実務訪問", "実務訪問", None),
    ("岸田外務大臣 公式訪問", "公式訪問", None),
    ("皇太子殿下（当時）", None, None),
    ("小田原潔衆議院議員（団長、総理特使）", None, None),
    ("福田元総理大臣（総理特使、大統領就任式）", None, "大統領就任式"),
    ("逢沢一郎衆議院議員（日・AU友好議連会長）", None, None),
]


@each(("words", "guest", "occasion"), REMARKS)
def test_remarks(words: str, guest: str | None, occasion: str | None) -> None:
    assert [(v.guest_status, v.occasion) for v in japanese_visitors(words)] == [(guest, occasion)]


COMPANY = [
    ("小泉総理大臣（同行：長勢内閣官房副長官）", [("principal", "小泉"), ("accompanying", "長勢")]),
    ("小泉総理大臣（国賓、同行：長勢内閣官房副長官、山本経済産業大臣）", [("principal", "小泉"), ("accompanying", "長勢"), ("accompanying", "山本")]),
    ("小泉総理大臣（長勢内閣官房副長官が同行）", [("principal", "小泉"), ("accompanying", "長勢")]),
    ("小泉総理大臣（同行：夫人）", [("principal", "小泉"), ("spouse", None)]),
    ("モラティノス外務・協力大臣（首脳会議、同行）", [("accompanying", "モラティノス")]),
    ("衆議院国土交通委員会議員団（望月義夫団長以下6名）", [("principal", None), ("head", "望月")]),
    ("議員団（団長：望月義夫衆議院議員以下6名）", [("principal", None), ("head", "望月")]),
    ("国民議会議員団（シリ国民議会議長以下７名）", [("principal", None), ("head", "シリ")]),
    ("小泉総理大臣（同行：何か分からない）", []),
]  # fmt: skip


@each(("words", "told"), COMPANY)
def test_who_goes_with_whom(words: str, told: list[tuple[str, str | None]]) -> None:
    found = japanese_visitors(words)
    assert [(one.party_role, one.main_name) for one in found] == told
    assert all("同行" not in (one.occasion or "") and "以下" not in (one.occasion or "") for one in found)


def test_a_note_that_dates_a_running_total() -> None:
    note = "（注）累計は2018年度まで。技術協力はJICA経費実績ベース。"
    facts = facts_of(AID.format(head=BY_YEAR[0], rows=BY_YEAR[1], note=note, donors=""), "sheet.html")
    totals = [(o.indicator, o.period, o.period_kind) for o in facts.observations if o.measure == "cumulative"]
    assert totals == [
        ("oda_grants", "2018-04/2019-03", "until"),
        ("oda_technical", "2018-04/2019-03", "until"),
    ]


MONTHS = [
    ("8月　橋本総理大臣\n12月　池田外務大臣", ["8月", "12月"]), ("8月橋本総理大臣、池田外務大臣", ["8月", "8月"]), ("（8月）橋本総理大臣", ["8月"]),
    ("橋本総理大臣（8月）、池田外務大臣（12月）", ["8月", "12月"]), ("橋本総理大臣（1月及び9月）", ["1月、9月"]), ("橋本総理大臣（5、10月）", ["5月、10月"]),
    ("橋本総理大臣（5月29日～6月2日、国賓）", ["5月29日～6月2日"]), ("5月　橋本総理大臣、同月　池田外務大臣", ["5月", "5月"]), ("橋本総理大臣（2010年APEC首脳会議）", [None]),
    ("橋本総理大臣（国賓）（7～8月）", ["7～8月"]), ("橋本総理大臣（2010年7月）", ["2010年7月"]),
]  # fmt: skip


@each(("words", "dates"), MONTHS)
def test_months_beside_visitors(words: str, dates: list[str | None]) -> None:
    assert [v.date_printed for v in japanese_visitors(words)] == dates


LISTS = [
    ("1983年３月　皇太子同妃両殿下", ["1983-03", "1983-03"]), ("2014年7～8月　岸田外務大臣", ["2014-07/2014-08"]), ("平成26年７月　岸田外務大臣", ["2014-07"]),
    ("2008年5月　麻生総理大臣\n・同年７月　麻生総理大臣\n・同月　中曽根外務大臣", ["2008-05", "2008-07", "2008-07"]),
    ("2008年　麻生総理大臣（7～8月）、中曽根外務大臣（1月及び9月）", ["2008-07/2008-08", "2008-01", "2008-09"]),
    ("2008年5月29日～6月2日　麻生総理大臣（2010年APEC首脳会議準備会合）", ["2008-05-29/2008-06-02"]),
    ("2008年\n5月　麻生総理大臣\n10月　中曽根外務大臣", ["2008-05", "2008-10"]),
]  # fmt: skip


@each(("rows", "dates"), LISTS)
@each("bullet", ["", "・"])
def test_dates_of_rows(rows: str, dates: list[str], bullet: str) -> None:
    rows = rows if bullet else rows.replace("・", "")
    sheet = SHEET.replace("2014年7月 安倍総理大臣\n2016年11月 岸田外務大臣、山本経済産業大臣", f"{bullet}{rows}")
    assert [v.date for v in facts_of(sheet).visits if v.from_area == "JPN"] == dates


TOPICS = [
    ("2 GDP", "gdp"), ("２　ＧＤＰ（名目）", "gdp"), ("3 1人当たりGNI", "gdp_per_capita"), ("実質GDP成長率", "gdp_growth"), ("（ア）貿易額（2015年）", "trade"),
    ("草の根・人間の安全保障無償資金協力", "oda_grants"), ("技術協力協力実績", "oda_technical"), ("党派別議席数（2023年4月現在）", "seats"),
    ("対仏輸出（億円）", "trade_exports"), ("進出日系企業数", "companies"), ("総貿易額", "world_trade"), ("無償資金協力として", None), ("平均気温", None),
]  # fmt: skip


@each(("words", "name"), TOPICS)
def test_topics(words: str, name: str | None) -> None:
    topic = likely_topic(read_head(words), load())
    assert (topic.name if topic else None) == name


PROFILE = """チリ共和国（Republic of Chile）基礎データ

平成28年11月25日

一般事情

2　人口（万人）
1,795（2015年、WTO）
4　民族　欧州系（約75％）、先住民系5％
6　宗教
カトリック66.7％、プロテスタント16.4％（2012年国勢調査）

政治体制・内政

3　議会
二院制（上院38議席、下院（定数120、任期4年））

4　政府
（1）首相職　なし

外交・国防

2　軍事力
（1）兵力　正規軍6万4,500人（陸軍3万7,850人、海軍19,550人）

経済（単位：億ドル）

2　GDP
2,402億ドル（2015年、世界銀行）

4　経済成長率
▲0.4％（2015年、国家統計院）

7　総貿易額（2015年、中央銀行）
（1）輸出　622億ドル
（2）輸入　587億ドル

9　主要貿易相手国
（1）輸出　中国（26.3％）、日本（8.5％）

11　為替レート
1ドル＝約654チリ・ペソ（2015年平均）

12　外貨準備高
386億ドル（2015年末）

二国間関係

4　在留邦人数　1,673人（2015年10月現在）
"""
FIGURES = [
    ("population", "CHL", None, "2015", 17_950_000),
    ("ethnic_share", "CHL", None, None, 75), ("ethnic_share", "CHL", None, None, 5),
    ("religion_share", "CHL", None, "2012", 66.7), ("religion_share", "CHL", None, "2012", 16.4),
    ("seats", "CHL", None, None, 38), ("seats", "CHL", None, None, 120),
    ("other", "CHL", None, None, 64_500), ("other", "CHL", None, None, 37_850), ("other", "CHL", None, None, 19_550),
    ("gdp", "CHL", None, "2015", 240_200_000_000), ("gdp_growth", "CHL", None, "2015", -0.4),
    ("other", "CHL", None, "2015", 62_200_000_000), ("other", None, "CHL", "2015", 58_700_000_000),
    ("other", "CHL", "CHN", None, 26.3), ("other", "CHL", "JPN", None, 8.5),
    ("other", "CHL", None, "2015", 654), ("other", "CHL", None, "2015", 38_600_000_000),
    ("residents", "JPN", "CHL", "2015-10", 1_673),
]  # fmt: skip


def test_a_profile() -> None:
    facts = facts_of(PROFILE)
    assert [
        (o.indicator, o.from_area, o.to_area, o.period, o.value and float(o.value)) for o in facts.observations
    ] == FIGURES
    assert [row.label for row in facts.observations if row.unit == "persons"][2:4] == ["陸軍", "海軍"]
    rate, reserves = facts.observations[-3:-1]
    assert (rate.unit, rate.value_status, reserves.measure) == ("CLP", "approximate", "stock")
    sources = {row.indicator: row.data_source for row in facts.observations}
    assert sources["population"] == "WTO"
    assert (sources["gdp"], sources["gdp_growth"], sources["residents"]) == ("世界銀行", "国家統計院", None)


MONEY = [
    ("通貨　ペソ", "1ドル＝654ペソ（2015年平均）", None), ("通貨　ソル", "1ドル＝3.36ソル（2015年平均）", "PEN"), ("通貨　ペルー・ソル", "1ドル＝3.36ソル", "PEN"),
    ("通貨　ユーロ", "1ドル＝0.9ユーロ", "EUR"), ("通貨\nソル（S）", "1ドル＝3.36S", "PEN"), ("通貨　ソル", "1ドル＝3.36S", None), ("通貨　ソル", "1ドル＝3.36ボリバル", None),
]  # fmt: skip


@each(("money", "rate", "unit"), MONEY)
def test_the_currency_that_the_sheet_names(money: str, rate: str, unit: str | None) -> None:
    land = (
        PROFILE
        if "ペソ" in money
        else PROFILE.replace("チリ共和国（Republic of Chile）", "ペルー共和国（Republic of Peru）")
    )
    facts = facts_of(
        land.replace("11　為替レート\n1ドル＝約654チリ・ペソ（2015年平均）", f"10　{money}\n\n11　為替レート\n{rate}")
    )
    assert [row.unit for row in facts.observations if "為替" in (row.section or "")] == [unit]


OWN_UNITS = [
    ("10\t面\t積\t780,576平方キロメートル", "area", 780_576), ("10．面\t\t積\n780,576平方キロメートル", "area", 780_576), ("面\t積\t780,576平方キロメートル", "area", 780_576),
    ("9　物価上昇率\n1.3％（2018年、IMF）\n\n10　一人当たりGNI\n6,530ドル（2018年、世界銀行）", "gdp_per_capita", 6_530),
    ("10　面　積　780,576平方キロメートル", "area", 780_576), ("10　人　口　79,814,871人（2016年、国家統計庁）", "population", 79_814_871),
]  # fmt: skip


@each(("words", "indicator", "value"), OWN_UNITS)
def test_labels_spread_and_figures_a_head(words: str, indicator: str, value: int) -> None:
    facts = facts_of(
        PROFILE.replace("2　人口（万人）\n1,795（2015年、WTO）\n", "").replace(
            "11　為替レート", f"{words}\n\n11　為替レート"
        )
    )
    assert [int(row.value) for row in facts.observations if row.indicator == indicator and row.value] == [value]


TABLES = [
    ("（1）日本の対チリ貿易（単位：億円）\n年　輸出　輸入　収支\n2015年　2,537　739　1,798\n2016年　686　2,934　▲2,248\n（出典）財務省貿易統計",
     [("trade_goods", "JPN", "2015", 2_537), ("trade_goods", "CHL", "2015", 739), ("trade_balance", "JPN", "2015", 1_798),
      ("trade_goods", "JPN", "2016", 686), ("trade_goods", "CHL", "2016", 2_934), ("trade_balance", "JPN", "2016", -2_248)]),
    ("（1）対日貿易（2022年、財務省貿易統計）\nア　貿易額　輸出　129億円\n　　　　　　輸入　473億円\nイ　品目　輸出　ごま\n　　　　　輸入　自動車",
     [("trade_goods", "CHL", "2022", 129), ("trade_goods", "JPN", "2022", 473)]),
    ("（1）日本の対チリ貿易\n　（ア）貿易額（2021年）\n　　　輸出　141億円（対前年比10.2％増）\n　　　輸入　187億円\n　（イ）主要品目\n　　　輸出　自動車\n　　　輸入　銅",
     [("trade_goods", "JPN", "2021", 141), ("trade_goods", "CHL", "2021", 187)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), TABLES, ids=range(len(TABLES)))
def test_trade_set_with_spaces(words: str, told: list[tuple[str, str, str, int]]) -> None:
    sheet = SHEET.replace("対日貿易（2018年）\n輸出：7,500億円\n輸入：2,000億円", words)
    rows = [row for row in facts_of(sheet).observations if row.indicator.startswith("trade")]
    assert [(o.indicator, o.from_area, o.period, o.value and int(o.value) // 100_000_000) for o in rows] == told
    assert words.count("品目") == 0 or all(row.goods for row in rows)


RATES = [
    ("1米ドル＝約120円", "120"), ("100ウォン＝約9.6円（2022年3月10日）", "9.6"), ("為替レート：1ドル=3.75リヤル", "3.75"), ("１ドル＝約654チリ・ペソ", "654"), ("1ドル＝5.79LE（2005年8月現在）", "5.79"),
]  # fmt: skip


@each(("words", "value"), RATES)
def test_what_a_rate_is_reckoned_for_is_no_figure(words: str, value: str) -> None:
    facts = facts_of(PROFILE.replace("1ドル＝約654チリ・ペソ（2015年平均）", words))
    [rate] = [row for row in facts.observations if "為替" in (row.section or "")]
    assert (str(rate.value), rate.indicator) == (value, "other")


BRACKETS = [
    ("（2017年度までの累計、E/Nベース）", "2017-04/2018-03", None, "exchange_of_notes", None),
    ("（2020年度まで、JICA実績ベース、累計）", "2020-04/2021-03", None, "jica_cost", "累計"),
    ("（2018年、フロー、モンゴル銀行）", "2018", "モンゴル銀行", None, "フロー"),
    ("（出典：2020年、韓国統計庁）", "2020", "韓国統計庁", None, None),
    ("（2019年：世銀、ILO推計）", "2019", "世銀、ILO推計", None, None),
    ("（2011年末、日本銀行国際収支統計）", "2011", "日本銀行国際収支統計", "balance_of_payments", None),
    ("（2011年末、国際収支ベース）", "2011", None, "balance_of_payments", None),
    ("（2020年版国防白書）", None, "2020年版国防白書", None, None),
    ("（2013年、WTO）", "2013", "WTO", None, None),
    ("（陸軍37,850人、海軍）", None, None, None, "陸軍37,850人、海軍"),
    ("（銅、銀）", None, None, None, "銅、銀"),
]


@each(("printed", "date", "source", "basis", "words"), BRACKETS)
def test_brackets(printed: str, date: str | None, source: str | None, basis: str | None, words: str | None) -> None:
    part = read_bracket(printed)
    assert (part.date and part.date.edtf, part.source, part.basis, part.words) == (date, source, basis, words)


AID = """<article><h1>ケニア共和国</h1><h2>ケニア共和国（Republic of Kenya）基礎データ</h2><h2>経済協力</h2><h3>1 我が国の援助実績</h3>
<table><caption>（単位：億円）</caption><tr>{head}</tr>{rows}</table><p>{note}</p><h3>2 主要援助国（2020年、OECD/DAC）</h3>{donors}</article>"""
BY_KIND = (
    "<th>年度</th><th>有償資金協力</th><th>無償資金協力</th><th>技術協力</th>",
    "<tr><td>2018年度</td><td>なし</td><td>18.62</td><td>31.20</td></tr>"
    "<tr><td>2020年度までの累計</td><td>4,996.41</td><td>1,350.98</td><td>1,308.22</td></tr>",
)
BY_YEAR = (
    "<th></th><th>2017年度</th><th>2018年度</th><th>累計</th>",
    "<tr><td>無償資金協力</td><td>12.5</td><td>15.1</td><td>610.3</td></tr>"
    "<tr><td>技術協力</td><td>7.9</td><td>9.1</td><td>480.2</td></tr>",
)
NOTE = "（注）有償資金協力及び無償資金協力は交換公文（E/N）ベース、技術協力はJICA経費実績ベース。"
NOTES = "（注1）有償資金協力、無償資金協力は交換公文ベース。（注2）技術協力はJICA経費実績ベース。"
NOTES_BASIS = "exchange_of_notes"


def test_aid_by_year_and_kind() -> None:
    facts = facts_of(AID.format(head=BY_KIND[0], rows=BY_KIND[1], note=NOTE, donors=""), "sheet.html")
    assert [
        (o.indicator, o.period, o.period_kind, o.value_status, o.value and int(o.value), o.accounting_basis)
        for o in facts.observations
        if o.indicator != "donor_rank"
    ] == [
        ("oda_loans", "2018-04/2019-03", "fiscal_year", "none", None, NOTES_BASIS),
        ("oda_grants", "2018-04/2019-03", "fiscal_year", "exact", 1_862_000_000, NOTES_BASIS),
        ("oda_technical", "2018-04/2019-03", "fiscal_year", "exact", 3_120_000_000, "jica_cost"),
        ("oda_loans", "2020-04/2021-03", "until", "exact", 499_641_000_000, NOTES_BASIS),
        ("oda_grants", "2020-04/2021-03", "until", "exact", 135_098_000_000, NOTES_BASIS),
        ("oda_technical", "2020-04/2021-03", "until", "exact", 130_822_000_000, "jica_cost"),
    ]


def test_aid_by_kind_and_year() -> None:
    facts = facts_of(AID.format(head=BY_YEAR[0], rows=BY_YEAR[1], note=NOTES, donors=""), "sheet.html")
    assert [
        (o.indicator, o.period, o.measure, o.value and int(o.value), o.accounting_basis)
        for o in facts.observations
        if o.indicator != "donor_rank"
    ] == [
        ("oda_grants", "2017-04/2018-03", "flow", 1_250_000_000, NOTES_BASIS),
        ("oda_grants", "2018-04/2019-03", "flow", 1_510_000_000, NOTES_BASIS),
        ("oda_grants", None, "cumulative", 61_030_000_000, NOTES_BASIS),
        ("oda_technical", "2017-04/2018-03", "flow", 790_000_000, "jica_cost"),
        ("oda_technical", "2018-04/2019-03", "flow", 910_000_000, "jica_cost"),
        ("oda_technical", None, "cumulative", 48_020_000_000, "jica_cost"),
    ]


DONORS = [
    ("<p>（1）日本　（2）韓国　（3）ドイツ</p>", [("JPN", 1), ("KOR", 2), ("DEU", 3)]),
    ("<p>1位　日本、2位　韓国</p>", [("JPN", 1), ("KOR", 2)]),
    ("<ul><li>（1）米国</li><li>（2）フランス</li></ul>", [("USA", 1), ("FRA", 2)]),
    ("<p>①米国（611.74）、②英国（128.36）</p>", [("USA", 1), ("GBR", 2)]),
    (
        "<table><tr><th>順位</th><th>国名</th><th>金額</th></tr><tr><td>1位</td><td>ドイツ</td><td>188.43</td></tr></table>",
        [("DEU", 1)],
    ),
    ("<ul><li>（1）豪州 56.31</li><li>（2）英国（1.91）</li></ul>", [("AUS", 1), ("GBR", 2)]),
]


@each(("printed", "told"), DONORS)
def test_donors(printed: str, told: list[tuple[str, int]]) -> None:
    facts = facts_of(AID.format(head=BY_KIND[0], rows="", note="", donors=printed), "sheet.html")
    assert [(o.from_area, o.rank) for o in facts.observations if o.rank] == told
    assert {o.to_area for o in facts.observations if o.rank} == {"KEN"}


def test_the_same_as_above() -> None:
    sheet = SHEET.replace(
        "3 在留邦人数",
        "3 経済協力\n（1）有償資金協力　10億円（2017年度までの累計、E/Nベース）\n（2）無償資金協力　8億円（同上）\n\n4 在留邦人数",
    )
    loans, grants = (row for row in facts_of(sheet).observations if row.indicator.startswith("oda"))
    assert (grants.period, grants.period_kind, grants.measure, grants.accounting_basis) == (
        loans.period,
        "until",
        "cumulative",
        "exchange_of_notes",
    )


def test_goods_in_a_list_of_their_own() -> None:
    sheet = SHEET.replace("輸入：2,000億円", "輸入：2,000億円\n\n（イ）主要品目\n輸出　銅鉱、鮭\n輸入　自動車")
    sheet = sheet.replace("対日貿易（2018年）", "（1）対日貿易\n（ア）貿易額（2018年）")
    assert [row.goods for row in facts_of(sheet).observations][:2] == ["銅鉱、鮭", "自動車"]


TRIPS = [
    ("2007年9月にはバチェレ大統領が訪日し、協定の発効に立ち会った。", [("CHL", "2007-09", "バチェレ")]),
    ("2014年7月、安倍総理大臣が会議に出席するためチリを訪問した。", [("JPN", "2014-07", "安倍")]),
    ("2014年7月の安倍総理大臣のチリ訪問の際に共同声明を発出した。", [("JPN", "2014-07", "安倍")]),
    ("2014年7月に安倍総理がチリを訪問し、2015年5月にはムニョス外相が訪日した。", [("JPN", "2014-07", "安倍"), ("CHL", "2015-05", "ムニョス")]),
    ("2016年6月及び10月にバチェレ大統領が訪日し、会談した。", [("CHL", "2016-06", "バチェレ"), ("CHL", "2016-10", "バチェレ")]),
    ("2012年2月、天皇皇后両陛下がペルー及びチリを御訪問になった。", [("JPN", "2012-02", None), ("JPN", "2012-02", None)]),
    ("2012年2月の天皇皇后両陛下の御訪問等を通じ、関係は発展した。", [("JPN", "2012-02", None), ("JPN", "2012-02", None)]),
    ("2012年2月、秋篠宮同妃両殿下が御訪問になった。", [("JPN", "2012-02", "秋篠宮"), ("JPN", "2012-02", "秋篠宮")]),
    ("2012年2月、天皇皇后両陛下がペルーを御訪問になった。", []),
    ("2012年2月のサンチェス大統領の訪問等を通じ、関係は発展した。", []),
    ("2011年11月にピニェラ大統領が訪日予定であったが中止となった。", []),
    ("2014年4月、米国のオバマ大統領が訪日した。", []),
    ("2014年4月、安倍総理大臣がペルーを訪問した。", []),
    ("2014年3月に就任したバチェレ大統領は、翌年5月に訪日した。", []),
    ("2014年に日本の外務大臣が会談した。", []),
]  # fmt: skip


@each(("words", "told"), TRIPS)
def test_visits_in_sentences(words: str, told: list[tuple[str, str, str]]) -> None:
    visits = facts_of(SHEET.replace("1897年9月、外交関係樹立。", words)).visits
    assert [(v.from_area, v.date, v.main_name) for v in visits if v.origin == "prose"] == told


LAYOUTS = [
    ("<h4>（1）往訪</h4><table><tr><th>年</th><th>月</th><th>要人名</th></tr><tr><td rowspan='2'>2008年</td><td>5月</td><td>福田総理大臣</td></tr><tr><td>11月</td><td>麻生総理大臣、中曽根外務大臣</td></tr></table>",
     [("JPN", "2008-05", "福田"), ("JPN", "2008-11", "麻生"), ("JPN", "2008-11", "中曽根")]),
    ("<h4>（2）来訪</h4><table><tr><th>年月</th><th>要人名</th></tr><tr><td>2008年<br>5月</td><td>クフォー大統領（TICAD IV）<br>アクフォ＝アド外相</td></tr></table>",
     [("GHA", "2008-05", "クフォー"), ("GHA", "2008-05", "アクフォ＝アド")]),
    ("<table><tr><th>年月</th><th>往訪</th><th>来訪</th></tr><tr><td>2008年5月</td><td>福田総理大臣</td><td>クフォー大統領</td></tr></table>",
     [("JPN", "2008-05", "福田"), ("GHA", "2008-05", "クフォー")]),
    ("<h4>往訪</h4><table><tr><th>年月</th><th>氏名</th><th>備考</th></tr><tr><td>2008年5月</td><td>福田総理大臣</td><td>公式訪問</td></tr></table>", [("JPN", "2008-05", "福田")]),
    ("<h4>来訪</h4><table><tr><th>年月</th><th>氏名</th><th>役職</th></tr><tr><td>2008年5月</td><td>ジョン・クフォー</td><td>大統領</td></tr></table>", [("GHA", "2008-05", "クフォー")]),
    ("<h4>往訪</h4><table><tr><th>年月</th><th>役職</th><th>氏名</th></tr><tr><td>2008年5月</td><td>外務大臣</td><td>高村 正彦</td></tr></table>", [("JPN", "2008-05", "高村")]),
    ("<h4>（1）往</h4><dl><dt>2008年5月</dt><dd>福田総理大臣</dd><dd>高村外務大臣</dd><dt>2010年</dt><dd>岡田外務大臣（1月）</dd></dl>",
     [("JPN", "2008-05", "福田"), ("JPN", "2008-05", "高村"), ("JPN", "2010-01", "岡田")]),
    ("<h4>（1）往</h4><p>2008年5月 福田総理大臣<br>同年7月 前原国土交通大臣</p><h4>（2）来</h4><p>1997年10月、ローリングス大統領（国賓）<br>平成12年5月 アド外相</p>",
     [("JPN", "2008-05", "福田"), ("JPN", "2008-07", "前原"), ("GHA", "1997-10", "ローリングス"), ("GHA", "2000-05", "アド")]),
    ("<h4>（1）往</h4><ul><li>福田総理大臣（2008年5月）<li>岡田外務大臣（2010年1月、9月）</ul>", [("JPN", "2008-05", "福田"), ("JPN", "2010-01", "岡田"), ("JPN", "2010-09", "岡田")]),
    ("<p>（1）往訪：2008年5月　福田総理大臣、2010年1月　岡田外務大臣</p><p>（2）来訪：クフォー大統領（2008年5月）</p>",
     [("JPN", "2008-05", "福田"), ("JPN", "2010-01", "岡田"), ("GHA", "2008-05", "クフォー")]),
    ("<h4>往訪</h4><ul><li>福田総理大臣と随員（2008年5月）</ul>", []),
]  # fmt: skip
VISITS_PAGE = "<article><h1>ガーナ共和国</h1><h2>ガーナ共和国（Republic of Ghana）基礎データ</h2><h2>二国間関係</h2><h3>7 要人往来</h3>{}</article>"


@each(("page", "told"), LAYOUTS)
def test_layouts_of_visits(page: str, told: list[tuple[str, str, str]]) -> None:
    facts = facts_of(VISITS_PAGE.format(page), "sheet.html")
    assert [(v.from_area, v.date, v.main_name) for v in facts.visits] == told
    assert bool(told) or notes_of(facts, "unrecognised_text")


def test_a_date_as_above() -> None:
    page = f"<article><h2>日本・チリ関係</h2><h3>要人往来</h3><h4>（1）往訪</h4><table><tr><th>年月</th><th>要人名</th></tr>{ROWS_ABOVE}</table></article>"
    assert [(v.date, v.main_name) for v in facts_of(page, "sheet.html").visits] == [
        ("2008-11", "麻生"),
        ("2008-11", "中曽根"),
        ("2008-12", "甘利"),
    ]


ROWS_ABOVE = (
    "<tr><td>2008年11月</td><td>麻生総理大臣</td></tr><tr><td>同上</td><td>中曽根外務大臣</td></tr>"
    "<tr><td>同年12月</td><td>甘利経済産業大臣</td></tr>"
)


def test_cells_between_tabs() -> None:
    years = "対日貿易（単位：億円）\n\t2016年\t2017年\n日本→チリ\t2,498\t2,562\nチリ→日本\t887\t"
    sheet = SHEET.replace("対日貿易（2018年）\n輸出：7,500億円\n輸入：2,000億円", years)
    rows = [row for row in facts_of(sheet).observations if row.indicator == "trade_goods"]
    assert [(r.from_area, r.period, str(r.value), r.label) for r in rows] == [
        ("JPN", "2016", "249800000000", "日本→チリ"),
        ("JPN", "2017", "256200000000", "日本→チリ"),
        ("CHL", "2016", "88700000000", "チリ→日本"),
    ]


def test_a_label_and_its_value_with_a_tab_between() -> None:
    tabbed = facts_of(SHEET.replace("輸出：", "輸出\t").replace("3 在留邦人数\n", "3 在留邦人数\t")).observations
    assert [(r.indicator, r.value, r.period) for r in tabbed] == [
        (r.indicator, r.value, r.period) for r in facts_of(SHEET).observations
    ]


TABBED = [
    ("年\t月\t要人名\n2008年\t5月\t福田総理大臣\n\t11月\t麻生総理大臣、中曽根外務大臣\n2010年\t1月\t岡田外務大臣",
     [("2008-05", "福田"), ("2008-11", "麻生"), ("2008-11", "中曽根"), ("2010-01", "岡田")]),
    ("2008年\t5月　福田総理大臣\n11月　麻生総理大臣\n2016年\t8月　日本・チリ友好議員連盟（団長：逢沢衆議院議員）",
     [("2008-05", "福田"), ("2008-11", "麻生"), ("2016-08", None), ("2016-08", "逢沢")]),
    ("２００８年　５月　福田総理大臣（国際会議）\n　　　　　高村外務大臣（同上）", [("2008-05", "福田"), ("2008-05", "高村")]),
    ("西暦（年号）\t月\t要人名\t目的等\n2008年（平成20年）\t5月\t福田総理大臣\t国際会議\n2010年（平成22年）\t1月\t岡田外務大臣", [("2008-05", "福田"), ("2010-01", "岡田")]),
    ("平成20年（2008年）5月　福田総理大臣\n2010年（平成22年）1月　岡田外務大臣", [("2008-05", "福田"), ("2010-01", "岡田")]),
    ("2008年\t5月　福田総理大臣\n\t高村外務大臣\n\t11月　麻生総理大臣\n　　　　中曽根外務大臣", [("2008-05", "福田"), ("2008-05", "高村"), ("2008-11", "麻生"), ("2008-11", "中曽根")]),
    ("2008年\t福田総理大臣（5月）\n\t高村外務大臣", [("2008-05", "福田"), ("2008", "高村")]),
    ("福田総理大臣\t2008年\t5月\n岡田外務大臣\t2010年\t1月", [("2008-05", "福田"), ("2010-01", "岡田")]),
    ("福田総理大臣、高村外務大臣\t2008年5月\n岡田外務大臣　2010年1月", [("2008-05", "福田"), ("2008-05", "高村"), ("2010-01", "岡田")]),
    ("氏名\t時期\n福田総理大臣\t2008年5月", [("2008-05", "福田")]),
    ("福田総理大臣\t国際会議", []),
    ("年月\t要人名\n2008年5月\t福田総理大臣夫妻\n高村外務副大臣（特使）\n2010年1月\t岡田外務大臣", [("2008-05", "福田"), ("2008-05", None), ("2008-05", "高村"), ("2010-01", "岡田")]),
]  # fmt: skip


@each(("rows", "told"), TABBED)
def test_rows_of_visits_in_plain_text(rows: str, told: list[tuple[str, str | None]]) -> None:
    visits = facts_of(SHEET.replace("2014年7月 安倍総理大臣\n2016年11月 岸田外務大臣、山本経済産業大臣", rows)).visits
    assert [(v.date, v.main_name) for v in visits if v.from_area == "JPN"] == told


def test_an_occasion_as_above() -> None:
    rows = "2014年7月 安倍総理大臣（首脳会議）\n　　　　岸田外務大臣（同上）"
    visits = facts_of(SHEET.replace("2014年7月 安倍総理大臣", rows)).visits
    assert [(v.date, v.main_name, v.occasion) for v in visits[:2]] == [
        ("2014-07", "安倍", "首脳会議"),
        ("2014-07", "岸田", "首脳会議"),
    ]


SAME_AGAIN = [
    ("年月\t要人名\n2014年7月\t安倍総理大臣夫妻（国際会議）\n2016年11月\t〃", [("2014-07", "安倍", "国際会議"), ("2014-07", None, "国際会議"), ("2016-11", "安倍", None), ("2016-11", None, None)]),
    ("年月\t役職\t氏名\t備考\n2014年7月\t外務大臣\t岸田文雄\t国際会議\n2016年11月\t〃\t〃\t同上", [("2014-07", "岸田", "国際会議"), ("2016-11", "岸田", "国際会議")]),
    ("2014年7月 安倍総理大臣、岸田外務大臣\n2016年11月 同外務大臣（国際会議）", [("2014-07", "安倍", None), ("2014-07", "岸田", None), ("2016-11", "岸田", "国際会議")]),
    ("2014年7月 安倍総理大臣\n2016年11月 同外務大臣", [("2014-07", "安倍", None)]),
    ("2014年5月／6月 安倍総理大臣\n2016年 岸田外務大臣（9/10月）", [("2014-05/2014-06", "安倍", None), ("2016-09/2016-10", "岸田", None)]),
]  # fmt: skip


@each(("rows", "told"), SAME_AGAIN)
def test_people_as_above(rows: str, told: list[tuple[str, str | None, str | None]]) -> None:
    facts = facts_of(SHEET.replace("2014年7月 安倍総理大臣\n2016年11月 岸田外務大臣、山本経済産業大臣", rows))
    assert [(v.date, v.main_name, v.occasion) for v in facts.visits if v.from_area == "JPN"] == told
    is_told = any("同外務大臣" in (note.found or "") for note in notes_of(facts, "unrecognised_text"))
    assert is_told == ("同外務大臣" in rows and len(told) == 1)


BASES = [
    ("E/Nベース。ただし技術協力はJICA経費実績ベース", ["exchange_of_notes", "exchange_of_notes", "jica_cost", None]),
    ("有償資金協力及び無償資金協力は交換公文ベース、技術協力はJICAベース", ["exchange_of_notes", "exchange_of_notes", "jica_cost", None]),
    ("技術協力はJICA経費実績ベース、その他はE/Nベース", ["exchange_of_notes", "exchange_of_notes", "jica_cost", None]),
    ("E/Nベース", ["exchange_of_notes"] * 4),
]  # fmt: skip


@each(("bases", "told"), BASES)
@each("between", ["\t", "　"])
def test_the_bases_of_a_heading(bases: str, told: list[str | None], between: str) -> None:
    rows = "年度\t有償資金協力\t無償資金協力\t技術協力\t合計\n2015年度\t－\t121.41\t40.37\t161.78\n2016年度\t9.82\t114.43\t37.82\t162.07"
    heading = f"経済協力\n\n1 我が国の援助実績（単位：億円、{bases}）"
    sheet = SHEET.replace("二国間関係\n", f"{heading}\n{rows}\n\n二国間関係\n".replace("\t", between), 1)
    aid = [row for row in facts_of(sheet).observations if row.indicator.startswith("oda")]
    assert [row.accounting_basis for row in aid] == told * 2
    assert [str(row.value and row.value / 1_000_000) for row in aid] == [
        "None",
        "12141",
        "4037",
        "16178",
        "982",
        "11443",
        "3782",
        "16207",
    ]
    assert aid[0].value_status == "not_available"
    assert not notes_of(facts_of(sheet), "sum_mismatch")


def test_remarks_behind_a_year_and_a_running_total() -> None:
    table = (
        "<h2>日本・チリ関係（基礎データ）</h2><h3>経済協力</h3><h4>日本の援助実績（単位：億円）</h4><table>"
        "<tr><th>形態</th><th>2018年度</th><th>累計（2018年度まで）</th><th>備考</th></tr>"
        "<tr><td>有償資金協力</td><td>なし</td><td>3,491.88</td><td>交換公文ベース</td></tr>"
        "<tr><td>技術協力</td><td>11.27</td><td>1,164.57</td><td>JICA経費実績ベース</td></tr></table>"
    )
    rows = facts_of(f"<article>{table}</article>", "sheet.html").observations
    assert [(r.indicator, r.measure, r.period_kind, r.value_status, r.accounting_basis) for r in rows] == [
        ("oda_loans", "flow", "fiscal_year", "none", "exchange_of_notes"),
        ("oda_loans", "cumulative", "until", "exact", "exchange_of_notes"),
        ("oda_technical", "flow", "fiscal_year", "exact", "jica_cost"),
        ("oda_technical", "cumulative", "until", "exact", "jica_cost"),
    ]


def test_numbers_labels_and_values_in_cells() -> None:
    sheet = SHEET.replace(
        "1 政治関係\n1897年9月、外交関係樹立。",
        "1\t政治関係\n\t1897年9月\t外交関係樹立\n\t2013年11月、ピニェラ大統領が訪日した。",
    )
    sheet = sheet.replace("2 経済", "2\t経済").replace("輸出：", "\t（1）輸出\t").replace("輸入：", "\t（2）輸入\t")
    sheet = (
        sheet.replace("3 在留邦人数\n", "3\t在留邦人数\t")
        .replace("4 在日チリ人数\n", "4\t在日チリ人数\t")
        .replace("5 要人往来\n", "5\t要人往来（肩書は当時）")
    )
    told, plain = facts_of(sheet), facts_of(SHEET)
    assert [(r.indicator, r.from_area, r.value, r.period) for r in told.observations] == [
        (r.indicator, r.from_area, r.value, r.period) for r in plain.observations
    ]
    assert [(v.date, v.main_name) for v in told.visits if v.origin == "table"] == [
        (v.date, v.main_name) for v in plain.visits
    ]
    assert [(v.date, v.main_name) for v in told.visits if v.origin == "prose"] == [("2013-11", "ピニェラ")]
    assert ("diplomatic_relations", "1897-09") in [(event.kind, event.date) for event in told.events]


GIVERS = [
    ("2 主要援助国（支出総額ベース、単位：百万ドル）\n年\t1位\t2位\n2018年\tドイツ　830.23\t日本　637.52\n2019年\t日本　735.95\tドイツ　580.38",
     [("DEU", "2018", 1), ("JPN", "2018", 2), ("JPN", "2019", 1), ("DEU", "2019", 2)]),
    ("2\t主要援助国（2014年、支出純額ベース、DAC）\n\t順位\t国名\t金額（百万ドル）\n\t1\t米国\t900.4\n\t2\t日本\t150.9", [("USA", "2014", 1), ("JPN", "2014", 2)]),
    ("2 主要援助国（支出総額ベース、単位：百万ドル）\n年\t1位\t2位\n2018年\tドイツ\t830.23\t日本\t637.52", [("DEU", "2018", 1), ("JPN", "2018", 2)]),
    ("2\t主要援助国（2014年、支出純額ベース、百万ドル、DAC）\n\t1\t米国\t900.4\n\t2\t日本\t150.9", [("USA", "2014", 1), ("JPN", "2014", 2)]),
    ("2 主要ドナー\n（１）日本　（２）米国　（３）豪州（2016年、OECD/DAC）", [("JPN", "2016", 1), ("USA", "2016", 2), ("AUS", "2016", 3)]),
    ("2 主要援助国（２０１４年、支出純額、百万ドル）\n米国（６６５．１）　英国（５３０．３）　日本（８１．６）", [("USA", "2014", None), ("GBR", "2014", None), ("JPN", "2014", None)]),
]  # fmt: skip


@each(("words", "told"), GIVERS)
def test_donors_in_a_line_and_by_year(words: str, told: list[tuple[str, str, int | None]]) -> None:
    rows = facts_of(SHEET.replace("2 経済関係", f"{words}\n\n2 経済関係")).observations
    assert [(r.from_area, r.period, r.rank) for r in rows if r.indicator in ("oda_total", "donor_rank")] == told


def test_a_heading_said_again_is_not_empty() -> None:
    sheet = SHEET.replace(
        "二国間関係\n", "経済協力\n日本の援助実績（2011年度までの累計）\n無償資金協力　4.41億円\n\n二国間関係\n", 1
    )
    assert [r.indicator for r in facts_of(sheet).observations if r.indicator.startswith("oda")] == ["oda_grants"]


def test_figures_in_wide_signs_and_a_year_behind_all() -> None:
    words = (
        "経済\n１　主要産業\n製造業（19.25％）、建設業（GDPの10.44％）（2021年推定値、統計庁資料）\n２　ＧＮＩ：５８６億ドル（２０１５年：世銀）\n"
        "政治体制・内政\n３　議会：二院制（人民代表議会５４７議席、連邦院１５３議席）\n\n二国間関係\n"
    )
    rows = facts_of(SHEET.replace("二国間関係\n", words, 1)).observations
    assert [(r.indicator, r.period, str(r.value)) for r in rows][:5] == [
        ("other", "2021", "19.25"),
        ("other", "2021", "10.44"),
        ("other", "2015", "58600000000"),
        ("seats", None, "547"),
        ("seats", None, "153"),
    ]


WIDE = [
    ("経済成長率\n０．７％（２０１１年）", "0.7"),
    ("失業率　２１．６％", "21.6"),
    ("一人当たりＧＮＩ：３２，３６０．５ドル", "32360.5"),
    ("宗教\nカトリック教徒０．７％", "0.7"),
]


@each(("words", "value"), WIDE)
def test_wide_points_and_commas_part_figures(words: str, value: str) -> None:
    rows = facts_of(SHEET.replace("二国間関係\n", f"経済\n\n{words}\n\n二国間関係\n", 1)).observations
    assert [str(row.value) for row in rows][:-4] == [value]


def test_trade_by_years_that_two_calendars_say() -> None:
    table = (
        "<h2>日本・チリ関係（基礎データ）</h2><h3>二国間関係</h3><h4>二国間貿易（単位：億円）</h4><table>"
        "<tr><th></th><th>我が国からの輸出</th><th>我が国への輸入</th><th>差引</th></tr>"
        "<tr><td>2009年（平成21年）</td><td>1,562</td><td>1,891</td><td>▲329</td></tr></table>"
    )
    rows = facts_of(f"<article>{table}</article>", "sheet.html").observations
    assert [(r.indicator, r.from_area, r.period, r.value and int(r.value)) for r in rows] == [
        ("trade_goods", "JPN", "2009", 156_200_000_000),
        ("trade_goods", "CHL", "2009", 189_100_000_000),
        ("trade_balance", "JPN", "2009", -32_900_000_000),
    ]


SHARES = [
    ("約７割がカトリック、残りは不明。", [("カトリック", 70)]),
    ("イスラム教が９割、キリスト教が１割", [("イスラム教", 90), ("キリスト教", 10)]),
]


@pytest.mark.parametrize(("words", "told"), SHARES)
def test_shares_told_in_tenths(words: str, told: list[tuple[str, int]]) -> None:
    rows = facts_of(SHEET.replace("二国間関係\n", f"一般事情\n５．宗教\n{words}\n\n二国間関係\n", 1)).observations
    assert [(r.label, r.value) for r in rows if r.indicator == "religion_share"] == told


CLOSED = [
    "（1）米国（38.1）　（2）日本（26.6）　（単位：百万米ドル）",
    "（1）米国（38.1）　（2）日本（26.6）\n（単位：百万米ドル）",
    "・（1）米国（38.1）\n・（2）日本（26.6）（単位：百万米ドル）",
    "(1) USA (38.1) (2) Japan (26.6) (Unit: US$ million)",
]


@each("words", CLOSED)
def test_a_unit_behind_all_figures_that_it_is_of(words: str) -> None:
    facts = facts_of(SHEET.replace("2 経済関係", f"2 主要援助国（2018年）\n{words}\n\n2 経済関係"))
    donors = [(r.from_area, str(r.value), r.unit) for r in facts.observations if r.indicator == "oda_total"]
    assert donors == [("USA", "38100000", "USD"), ("JPN", "26600000", "USD")]


def test_seats_that_members_are_counted_for() -> None:
    words = "政治体制・内政\n3 議会\n二院制（上院81名、下院513名）\n\n二国間関係\n"
    rows = facts_of(SHEET.replace("二国間関係\n", words, 1)).observations
    assert [(r.indicator, r.label, str(r.value)) for r in rows][:2] == [
        ("seats", "上院", "81"),
        ("seats", "下院", "513"),
    ]


CHAMBERS = [
    (
        "（1）国民議会：400名\n（2）国民協議会（MPR）：711名（国会議員から成る）",
        [("国民議会", 400), ("国民協議会 （MPR）", 711)],
    ),
    ("国民議会　150名（うち女性30名）", []),
    ("2019年の選挙で新人50名が当選した。", []),
]


@pytest.mark.parametrize(("words", "told"), CHAMBERS, ids=[words for words, _ in CHAMBERS])
def test_chambers_by_their_members(words: str, told: list[tuple[str, int]]) -> None:
    rows = facts_of(SHEET.replace("二国間関係\n", f"政治体制・内政\n3 議会\n{words}\n\n二国間関係\n", 1)).observations
    assert [(r.label, r.value) for r in rows if r.indicator == "seats"] == told


RUNNING = [
    ("3 青年海外協力隊員数　累計６２２名（2016年8月末現在）", ("JPN", 622, "2016-08", "cumulative")),
    ("3　研修員受入数　累計約500人（2016年度まで）", ("CHL", 500, "2016-04/2017-03", "cumulative")),
]


@pytest.mark.parametrize(("words", "told"), RUNNING, ids=[words for words, _ in RUNNING])
def test_people_counted_up_to_a_date(words: str, told: tuple[str, int, str, str]) -> None:
    rows = facts_of(SHEET.replace("3 在留邦人数", f"{words}\n\n4 在留邦人数")).observations
    assert [(r.from_area, r.value, r.period, r.measure) for r in rows if r.indicator == "participants"] == [told]


SEATS = [
    ("5 内政\n2005年9月の総選挙の結果、労働党（50議席）が進歩党（1議席）と連立政権を樹立し、NZ党（7議席）が協力している。",
     [("労働党", 50, "2005-09"), ("進歩党", 1, "2005-09"), ("NZ党", 7, "2005-09")]),
    ("5 内政\n2001年の総選挙では労働党（50議席）、2005年は国民党（48議席）が勝利した。", [("労働党", 50, "2001"), ("国民党", 48, "2005")]),
    ("5 内政\n与党が50議席を獲得した。（1議席）", []),
    ("3 議会\n一院制。労働党50、国民党48、緑の党6議席", [("労働党", 50, None), ("国民党", 48, None), ("緑の党", 6, None)]),
    ("3 議席数\n労働党50、国民党48（欠員3）", [("労働党", 50, None), ("国民党", 48, None)]),
]  # fmt: skip


@each(("words", "told"), SEATS)
def test_seats_behind_the_names_of_parties(words: str, told: list[tuple[str, int, str | None]]) -> None:
    rows = facts_of(SHEET.replace("二国間関係\n", f"政治体制・内政\n{words}\n\n二国間関係\n", 1)).observations
    assert [(r.label, r.value, r.period) for r in rows if r.indicator == "seats"] == told


COUNTED = [
    (
        "1985年に制度を開始。2006年度のJETプログラムによるチリからの参加者は266名。",
        [("participants", "CHL", "2006-04/2007-03", 266)],
    ),
    ("日本への留学生数は30名。", [("students", "CHL", None, 30)]),
    ("参加者は30名。", [("other", None, None, 30)]),
]


@pytest.mark.parametrize(("words", "told"), COUNTED, ids=[words for words, _ in COUNTED])
def test_people_of_a_land_counted_in_a_sentence(
    words: str, told: list[tuple[str, str | None, str | None, int]]
) -> None:
    rows = facts_of(SHEET.replace("1897年9月、外交関係樹立。", words)).observations
    assert [(r.indicator, r.from_area, r.period, r.value) for r in rows][:-4] == told


CLAUSES = [
    (
        "在チリ日本人は1,295人（2012年10月現在）、在日チリ人は674人（2012年12月現在）である。",
        [("residents", "JPN", "2012-10", 1295), ("residents", "CHL", "2012-12", 674)],
    ),
    (
        "対日貿易（2012年）：チリから日本への輸出は7,449億円、日本からチリへの輸出は1,615億円であり、チリ側が5,834億円の黒字となった。",
        [
            ("trade_goods", "CHL", "2012", 744_900_000_000),
            ("trade_goods", "JPN", "2012", 161_500_000_000),
            ("trade_balance", "CHL", "2012", 583_400_000_000),
        ],
    ),
]


@pytest.mark.parametrize(("words", "told"), CLAUSES, ids=[words for words, _ in CLAUSES])
def test_each_clause_has_its_own_figure(words: str, told: list[tuple[str, str | None, str | None, int]]) -> None:
    rows = facts_of(SHEET.replace("1897年9月、外交関係樹立。", words)).observations
    assert [(r.indicator, r.from_area, r.period, r.value) for r in rows][:-4] == told


def test_one_date_behind_the_figures_of_a_line() -> None:
    words = "経済\n5 予算\n歳入2,000億ドル、歳出2,100億ドル（2012年度）\n6 国家予算\n歳入100億ドル（2011年度）、歳出200億ドル（2012年度）\n"
    rows = facts_of(SHEET.replace("二国間関係\n", f"{words}\n二国間関係\n", 1)).observations
    assert [(r.label, r.period and r.period[:4]) for r in rows][:4] == [
        ("歳入", "2012"), ("歳出", "2012"), ("歳入", "2011"), ("歳出", "2012"),
    ]  # fmt: skip


def test_a_unit_below_the_rows_that_it_is_of() -> None:
    words = "対日貿易\n年\t輸出\t輸入\n2015年\t200\t300\n2016年\t210\t310\n（単位：億円）"
    facts = facts_of(SHEET.replace("対日貿易（2018年）\n輸出：7,500億円\n輸入：2,000億円", words))
    rows = [row for row in facts.observations if row.indicator == "trade_goods"]
    assert [(r.period, r.unit, r.value and int(r.value) // 100_000_000) for r in rows] == [
        ("2015", "JPY", 200), ("2015", "JPY", 300), ("2016", "JPY", 210), ("2016", "JPY", 310),
    ]  # fmt: skip
    assert not [note for note in notes_of(facts, "unrecognised_text") if "単位" in (note.found or "")]


RECOGNIZED = [
    ("1972年2月　承認", "recognition"), ("日本は、1972年2月10日にチリを承認。", "recognition"), ("1972年2月、議会が予算を承認", "history"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), RECOGNIZED, ids=[words for words, _ in RECOGNIZED])
def test_lands_that_are_recognized(words: str, kind: str) -> None:
    events = facts_of(SHEET.replace("1897年9月、外交関係樹立。", words)).events
    assert [event.kind for event in events] == [kind]


TITLES = [
    "アジア\nカンボジア王国（Kingdom of Cambodia）\n基礎データ\n\n平成30年5月8日",
    "カンボジア王国\n\n基礎データ\n平成30年（2018年）5月8日",
    "カンボジア王国基礎データ\n2018年5月8日",
]


@pytest.mark.parametrize("front", TITLES)
def test_a_title_on_two_lines(front: str) -> None:
    facts = facts_of(f"{front}\n\n二国間関係\n\n3 在留邦人数\n1,600人（2019年10月現在）\n")
    assert (facts.outline.partner.area, facts.outline.partner.basis) == ("KHM", "title")
    assert facts.outline.published is not None
    assert facts.outline.published.edtf == "2018-05-08"
    assert facts.observations[0].section == "二国間関係 > 3 在留邦人数"


PEOPLE = [
    ("1\t外交基本方針\t中東和平を重視。シリア難民約65.6万人を受け入れている。", [656_000]),
    ("首都\n　リマ（人口1,056万人）", [10_560_000]),
    ("3　首都　リマ（約1,056万人、2020年）", [10_560_000]),
    ("（2）国民協議会：711名", []),
]


@each(("words", "told"), PEOPLE)
def test_people_counted_in_a_sentence(words: str, told: list[int]) -> None:
    facts = facts_of(SHEET.replace("二国間関係\n", f"外交・国防\n{words}\n\n二国間関係\n", 1))
    assert [row.value for row in facts.observations if row.indicator == "other"] == told


def test_what_became_of_a_treaty() -> None:
    rows = "6\t二国間条約・取極\n\t2003年6月\t技術協力協定締結\n\t2007年6月\t投資協定署名（2008年7月発効）\n\t2009年5月\t航空協定（改正）"
    told = facts_of(f"{SHEET}\n{rows}\n").events
    assert [(event.date, event.status) for event in told if event.kind == "agreement"] == [
        ("2003-06", None), ("2007-06", "signed"), ("2008-07", "in_force"), ("2009-05", None),
    ]  # fmt: skip


def test_an_investment_without_currency() -> None:
    facts = facts_of(
        SHEET.replace(
            "3 在留邦人数", "（2）日本からの投資認可額\n2.44億（2017年、フロー、開発評議会認可ベース）\n3 在留邦人数"
        )
    )
    [row] = [row for row in facts.observations if row.indicator == "direct_investment"]
    assert (row.from_area, row.value, row.unit, row.measure, row.accounting_basis) == (
        "JPN",
        244_000_000,
        None,
        "flow",
        "authorization",
    )
    assert [note.found for note in notes_of(facts, "missing_currency")] == ["2.44億"]


def test_what_is_said_of_a_label_without_figures_is_no_lost_fact() -> None:
    words = "外交・国防\n2 軍事力\n（1）予算：8億ドル（2019年）\n（2）兵役：徴兵制（10～12か月）\n\n二国間関係\n"
    facts = facts_of(SHEET.replace("二国間関係\n", words, 1))
    assert not [note for note in notes_of(facts, "unrecognised_text") if "兵役" in facts.text[note.start : note.end]]


def test_trade_where_no_line_is_blank() -> None:
    """Every cell on a line of its own: label, amount, goods."""
    facts = facts_of(
        "チリ基礎データ\n令和2年1月17日\n二国間関係\n2　経済関係\n（1）対日貿易（2018年、財務省貿易統計）\n対日輸出\n139.8億円\n銅、魚介類\n"
        "対日輸入\n57.2億円\n自動車、一般機械\n（2）進出日系企業数　31社（2018年10月現在）\n"
        "（3）日本の援助実績　技術協力　3.81億円（2004年度までの累計）、文化無償資金協力　2.94億円（2004年度までの累計）\n"
    )
    assert [(row.indicator, row.from_area, row.period, row.goods) for row in facts.observations] == [
        ("trade_goods", "CHL", "2018", "銅、魚介類"),
        ("trade_goods", "JPN", "2018", "自動車、一般機械"),
        ("companies", "JPN", "2018-10", None),
        ("oda_technical", "JPN", "2004-04/2005-03", None),
        ("cultural_grants", "JPN", "2004-04/2005-03", None),
    ]
