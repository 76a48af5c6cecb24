"""More of sheets in Japanese: what a bracket says of all figures, years over lists of visits, ranks as columns, shares and seats."""

from __future__ import annotations

import pytest

from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.japanese.visitors import japanese_visitors
from tests.each import each
from tests.extract.test_japanese import SHEET
from tests.helpers import facts_of, notes_of

SCOPES = [
    "（単位：億円。有償資金協力及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース）",
    "（有償資金協力及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース。単位：億円）",
    "（単位　億円。ただし、技術協力はJICAベース、その他はE/Nベース。）",
    "単位：億円。技術協力はJICA経費実績ベース、その他はE/Nベース",
    "※単位：億円、有償・無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース",
]


@each("scope", SCOPES)
@each("at", ["heading", "line"])
def test_a_line_that_says_the_unit_and_the_bases_of_all_figures(scope: str, at: str) -> None:
    if at == "heading" and not scope.startswith("（"):
        return
    head = f"1 日本の援助実績{scope}" if at == "heading" else f"1 日本の援助実績\n\n{scope}\n"
    rows = "\t2015年度\t2016年度\n有償資金協力\t140.00\t－\n無償資金協力\t79.84\t17.54\n技術協力\t17.98\t20.88"
    facts = facts_of(SHEET.replace("二国間関係\n", f"経済協力\n\n{head}\n{rows}\n\n二国間関係\n", 1))
    aid = [row for row in facts.observations if row.indicator.startswith("oda")]
    assert [(r.value and int(r.value) // 1_000_000, r.unit) for r in aid if r.value] == [
        (14_000, "JPY"), (7_984, "JPY"), (1_754, "JPY"), (1_798, "JPY"), (2_088, "JPY"),
    ]  # fmt: skip
    assert {(r.indicator, r.accounting_basis) for r in aid} == {
        ("oda_loans", "exchange_of_notes"), ("oda_grants", "exchange_of_notes"), ("oda_technical", "jica_cost"),
    }  # fmt: skip
    assert not notes_of(facts, "missing_currency")


OFFICES = [
    ("東外務総括政務次官", ("東", "外務総括政務次官", "vice_minister")),
    ("中曽根弘文文部政務次官", ("中曽根弘文", "文部政務次官", "vice_minister")),
    ("田中厚生政務次官", ("田中", "厚生政務次官", "vice_minister")),
    ("鈴木大蔵総括政務次官", ("鈴木", "大蔵総括政務次官", "vice_minister")),
    ("川島外務事務次官", ("川島", "外務事務次官", "vice_minister")),
    ("高橋文化大臣政務官", ("高橋", "文化大臣政務官", "vice_minister")),
    ("オンサリ・マガル | 立法議会議長", ("オンサリ・マガル", "立法議会議長", "speaker")),
    ("サクティ・バスネット | 内務担当国務大臣", ("サクティ・バスネット", "内務担当国務大臣", "minister")),
    ("立法議会議長 | オンサリ・マガル", None),
    ("サクティ・バスネット | 大統領就任式", None),
]


@each(("words", "told"), OFFICES)
def test_offices(words: str, told: tuple[str, str, str] | None) -> None:
    found = [(one.name_printed, one.office, one.office_class) for one in japanese_visitors(words)]
    assert found == ([told] if told else [])


SAME = [
    ("2015年3月14日 | 岸田外務大臣\n同月 | 林経済産業大臣", ["2015-03-14", "2015-03"]),
    ("2015年3月14日 | 岸田外務大臣\n同日 | 林経済産業大臣", ["2015-03-14", "2015-03-14"]),
    ("2015年3月 | 岸田外務大臣\n同年 | 林経済産業大臣", ["2015-03", "2015"]),
    ("2015年3月14日～18日 | 岸田外務大臣\n同月 | 林経済産業大臣\n5月 | 麻生財務大臣", ["2015-03-14/2015-03-18", "2015-03", "2015-05"]),
    ("2015年 | 9月　岸田外務大臣\n | 同月　林経済産業大臣", ["2015-09", "2015-09"]),
    ("2015年 | 9月　岸田外務大臣\n2015年 | 同月　林経済産業大臣", ["2015-09", "2015-09"]),
    ("2015年 | 9月　岸田外務大臣、同月　林経済産業大臣", ["2015-09", "2015-09"]),
    ("2015年 | 9月　随員一同\n | 同月　林経済産業大臣", ["2015-09"]),
]  # fmt: skip
UNTOLD = {
    "2015年 | 6月～7月　岸田外務大臣\n | 同月　林経済産業大臣": ["2015-06/2015-07", "2015"],
    "2015年 | 岸田外務大臣\n同月 | 林経済産業大臣": ["2015", None],
    "2015年3月 | 岸田外務大臣\n2016年 | 同月　林経済産業大臣": ["2015-03", "2016"],
}
"""Rows whose month nobody knows."""


@each(("rows", "dates"), [*SAME, *UNTOLD.items()])
def test_the_month_of_the_row_above(rows: str, dates: list[str | None]) -> None:
    table = f"年月 | 要人名\n---|---\n{rows}"
    sheet = SHEET.replace("2014年7月 安倍総理大臣\n2016年11月 岸田外務大臣、山本経済産業大臣", table)
    facts = facts_of(sheet)
    assert [v.date for v in facts.visits if v.from_area == "JPN"] == dates
    assert bool(notes_of(facts, "unrecognised_date")) is (rows in UNTOLD)


TRADE = [
    "<dd>(1)対日貿易（2003年：財務省貿易統計）<br>　(イ)貿易額　輸出　64億円<br>　　輸入　43億円<br>　(ロ)主要品目　輸出　金<br>　　輸入　自動車<dd>(2)日本からの直接投資　5億円（2002年度）",
    "<dd>(1)対日貿易（2003年：財務省貿易統計）<br>(ア)貿易額<br>輸出　64億円<br>輸入　43億円<br>(イ)主要品目<br>輸出　金<br>輸入　自動車<dd>(2)日本からの直接投資　5億円（2002年度）",
    "<dd>(1)対日貿易（2003年：財務省貿易統計）<dd>(A)貿易額　輸出　64億円<dd>輸入　43億円<dd>(B)主要品目　輸出　金<dd>輸入　自動車<dd>(2)日本からの直接投資　5億円（2002年度）",
    "<dd>(一)対日貿易（2003年：財務省貿易統計）<br>輸出　64億円（金）<br>輸入　43億円（自動車）<dd>(二)日本からの直接投資　5億円（2002年度）",
]  # fmt: skip


@each("words", TRADE)
def test_letters_count_below_figures_in_a_list(words: str) -> None:
    sheet = f"<h2>日本・チリ関係（基礎データ）</h2><h3>二国間関係</h3><dl><dt>2.経済関係{words}</dl>"
    rows = facts_of(f"<article>{sheet}</article>", "sheet.html").observations
    assert [(r.indicator, r.from_area, r.period and r.period[:4], r.value and int(r.value) // 100_000_000) for r in rows] == [
        ("trade_goods", "CHL", "2003", 64), ("trade_goods", "JPN", "2003", 43), ("direct_investment", "JPN", "2002", 5),
    ]  # fmt: skip
    assert [r.goods for r in rows[:2]] == ["金", "自動車"]


@pytest.mark.parametrize("label", ["対日貿易 貿易額 輸出", "貿易額 対日輸出", "対日貿易 輸出額"])
def test_the_last_label_of_several_says_what_is_counted(label: str) -> None:
    words = f"{label}　64億円\n対日貿易 輸入　43億円（自動車）"
    facts = facts_of(SHEET.replace("対日貿易（2018年）\n輸出：7,500億円\n輸入：2,000億円", words))
    assert {r.indicator for r in facts.observations if r.unit == "JPY"} == {"trade_goods"}


SIDEWAYS = [
    ("順位 | 1位 | 2位 | 3位\n---|---|---|---\n国名 | 米国 | 日本 | ドイツ\n金額 | 49.5 | 30.6 | 16.2", [("USA", 49_500_000, 1), ("JPN", 30_600_000, 2), ("DEU", 16_200_000, 3)]),
    ("国名 | 米国 | 日本 | ドイツ\n---|---|---|---\n金額 | 49.5 | 30.6 | －", [("USA", 49_500_000, None), ("JPN", 30_600_000, None), ("DEU", None, None)]),
    ("Rank | 1st | 2nd\n---|---|---\nCountry | USA | Japan\nAmount | 49.5 | 30.6", [("USA", 49_500_000, 1), ("JPN", 30_600_000, 2)]),
    ("順位 | 1位 | 2位\n---|---|---\n国名 | 米国 | 不明国\n金額 | 49.5 | 30.6", []),
]  # fmt: skip


@each(("table", "told"), SIDEWAYS)
def test_donors_in_columns(table: str, told: list[tuple[str, int | None, int | None]]) -> None:
    words = f"2 主要援助国（2001年、単位：百万ドル）\n\n{table}\n\n2 経済関係"
    facts = facts_of(SHEET.replace("2 経済関係", words))
    donors = [(r.from_area, r.value and int(r.value), r.rank) for r in facts.observations if r.indicator == "oda_total"]
    assert donors == told
    assert {r.period for r in facts.observations if r.indicator == "oda_total"} == ({"2001"} if told else set())


RANKED = [
    "1. 米国（134.8）\n2. 英国（131.3）\n3. 日本（63.9）\n4. 豪州（28.5）",
    "（1）米国　134.8\n（2）英国　131.3\n（3）日本　63.9\n（4）豪州　28.5",
]


@each("rows", RANKED)
@each("number", ["2 ", "2. ", "（2）"])
def test_a_ranking_counts_for_itself(rows: str, number: str) -> None:
    words = f"{number}主要援助国（2017年、単位：百万ドル）\n{rows}\n\n2 経済関係"
    facts = facts_of(SHEET.replace("2 経済関係", words))
    donors = [(r.from_area, r.rank) for r in facts.observations if r.indicator == "oda_total"]
    assert donors == [("USA", 1), ("GBR", 2), ("JPN", 3), ("AUS", 4)]


SHARES = [
    ("国民の大多数（95％以上）はカトリック教", [("カトリック教", 95)]),
    ("人口の大半（約65％）がイスラム教、その他はキリスト教", [("イスラム教", 65)]),
    ("国民の83％がカトリック、その他のキリスト教が10％、イスラム教は5％", [("カトリック", 83), ("その他のキリスト教", 10), ("イスラム教", 5)]),
    ("83％がカトリック、10％がプロテスタント、5％がイスラム教", [("カトリック", 83), ("プロテスタント", 10), ("イスラム教", 5)]),
    ("カトリック（国民の約9割）", [("カトリック", 90)]),
]  # fmt: skip


@each(("words", "told"), SHARES)
def test_shares_before_and_behind_their_names(words: str, told: list[tuple[str, int]]) -> None:
    rows = facts_of(SHEET.replace("二国間関係\n", f"一般事情\n\n5 宗教\n{words}\n\n二国間関係\n", 1)).observations
    assert [(r.label, r.value) for r in rows if r.indicator == "religion_share"] == told


SET_IN = [
    ("6.宗教\n          カトリック78％、仏教5％", "religion_share", [78, 5]),
    ("3.議会\n          二院制(国民議会183議席、連邦議会64議席)", "seats", [183, 64]),
    ("(2)面積(2001年)\n          約83,858平方キロメートル", "area", [83_858]),
]


@pytest.mark.parametrize(("words", "indicator", "values"), SET_IN, ids=[words for words, *_ in SET_IN])
def test_a_value_that_is_set_in_below_its_label(words: str, indicator: str, values: list[int]) -> None:
    sheet = SHEET.replace(
        "二国間関係\n", f"一般事情\n\n   {words.replace(chr(10), chr(10) + '   ')}\n\n二国間関係\n", 1
    )
    assert [r.value for r in facts_of(sheet).observations if r.indicator == indicator] == values


MONEY = [
    ("ネパール連邦民主共和国", "ネパール・ルピー", "19.6億ルピー（2017年度）", "NPR"),
    ("オーストリア共和国", "シリング", "2,831億シリング（2000年）", "ATS"),
    ("フランス共和国", "フラン", "2,831億フラン（1998年）", "FRF"),
    ("ネパール連邦民主共和国", "ルピー", "19.6億ポンド（2017年度）", None),
    ("フランス共和国", "ユーロ", "2,831億フラン（1998年）", None),
]


@each(("land", "named", "figure", "unit"), MONEY)
def test_the_currency_that_a_sheet_calls_the_land_s_own(land: str, named: str, figure: str, unit: str | None) -> None:
    facts = facts_of(f"{land}基礎データ\n\n平成12年4月1日\n\n経済\n\n2 GDP\n{figure}\n\n6 通貨\n{named}\n")
    assert [(r.unit, bool(r.note)) for r in facts.observations] == [(unit, unit is None and "シリング" not in figure)]


def test_what_a_land_signed_in_its_own_history() -> None:
    words = "一般事情\n\n8 略史\n1994年1月　自由貿易協定発効\n1995年2月　日本と航空協定署名\n\n二国間関係\n"
    events = facts_of(SHEET.replace("二国間関係\n", words, 1)).events
    assert [e.areas for e in events if e.kind == "agreement"] == [None, "CHL JPN"]


ERAS = [
    ("平成31年・令和元年（2019年）", "2019"), ("平成31年／令和元年", "2019"), ("昭和64年・平成元年2月", "1989-02"), ("平成31年（令和元年）5月", "2019-05"),
    ("2019年（平成31年・令和元年）", "2019"), ("平成31年・令和元年度", "2019-04/2020-03"), ("平成30年・令和元年", None), ("平成31年・令和元年（2020年）", None),
]  # fmt: skip


@each(("words", "edtf"), ERAS)
def test_a_year_of_two_eras(words: str, edtf: str | None) -> None:
    date = parse_date(words)
    assert (date.edtf if isinstance(date, DateValue) else None) == edtf


NOBODY = ["該当なし", "なし", "訪問なし", "該当者なし。"]


@each("none", NOBODY)
def test_a_year_in_which_nobody_came(none: str) -> None:
    visits = f"<h5>平成31年・令和元年（2019年）</h5><ul><li>2月 河野外務大臣</li><li>同月 林経済産業大臣</li></ul><h5>令和2年（2020年）</h5><ul><li>{none}</li></ul><h5>令和3年（2021年）</h5><ul><li>5月3日～4日 茂木外務大臣</li></ul>"
    facts = facts_of(
        f"<article><h2>日本・チリ関係（基礎データ）</h2><h3>要人往来</h3><h4>（1）往</h4>{visits}</article>",
        "sheet.html",
    )
    assert [v.date for v in facts.visits] == ["2019-02", "2019-02", "2021-05-03/2021-05-04"]
    assert not facts.events
    assert not notes_of(facts, "unrecognised_text")


MONTHS_BELOW = [
    ("1955年5月　国家条約署名\n　同年10月　永世中立を宣言", ["1955-05", "1955-10"]),
    ("１９５５年８月　分離独立\n　　　　９月　大統領就任", ["1955-08", "1955-09"]),
    ("・1955年8月　分離独立\n・9月　大統領就任\n・12月　国連加盟", ["1955-08", "1955-09", "1955-12"]),
    ("昭和30年8月　分離独立\n　同年10月　憲法公布", ["1955-08", "1955-10"]),
]


@each(("rows", "dates"), MONTHS_BELOW)
def test_months_of_the_year_above(rows: str, dates: list[str]) -> None:
    events = facts_of(SHEET.replace("二国間関係\n", f"一般事情\n\n8 略史\n{rows}\n\n二国間関係\n", 1)).events
    assert [e.date for e in events][: len(dates)] == dates


def test_an_earlier_month_is_of_another_year() -> None:
    rows = "・1955年8月　分離独立\n・3月　大統領就任"
    events = facts_of(SHEET.replace("二国間関係\n", f"一般事情\n\n8 略史\n{rows}\n\n二国間関係\n", 1)).events
    assert [e.date for e in events if "大統領" in e.statement and e.date == "1955-03"] == []


VISITS_BELOW = [
    "２００１年３月　岸田外務大臣\n　　　　９月　林経済産業大臣\n　　　　同月　麻生財務大臣",
    "平成13年3月　岸田外務大臣\n　　同年9月　林経済産業大臣\n　　　同月　麻生財務大臣",
]


@pytest.mark.parametrize("rows", VISITS_BELOW)
def test_visits_of_the_year_above(rows: str) -> None:
    sheet = SHEET.replace("2014年7月 安倍総理大臣\n2016年11月 岸田外務大臣、山本経済産業大臣", rows)
    dates = [(v.date, v.main_name) for v in facts_of(sheet).visits if v.from_area == "JPN"]
    assert dates == [("2001-03", "岸田"), ("2001-09", "林"), ("2001-09", "麻生")]


AID_TOLD = [
    ("文化無償資金協力は11件、4.12億円（2010年度までの累計）。", [("cultural_grants", 11, "2010-04/2011-03", "cumulative"), ("cultural_grants", 412_000_000, "2010-04/2011-03", "cumulative")]),
    ("技術協力は、累計約345億円（2010年度まで）。", [("oda_technical", 34_500_000_000, "2010-04/2011-03", "cumulative")]),
    ("文化無償資金協力は1990年に4億円の機材から始まった。", [("other", 400_000_000, None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), AID_TOLD, ids=[words for words, _ in AID_TOLD])
def test_aid_that_a_sentence_begins_with(words: str, told: list[tuple[str, int, str | None, str | None]]) -> None:
    sheet = SHEET.replace(
        "3 在留邦人数", f"3 文化関係\n我が国の援助により1984年に劇場が開設された。{words}\n\n4 在留邦人数", 1
    )
    rows = [row for row in facts_of(sheet).observations if "文化" in (row.section or "")]
    assert [(r.indicator, r.value and int(r.value), r.period, r.measure) for r in rows] == told


PARTS = [
    ("15,728人（2022年10月1日現在、うち永住者5,873人）", [(15_728, "4 在日チリ人数"), (5_873, "永住者")]),
    (
        "15,728人（うち永住者5,873人、留学生120人）（2022年10月1日現在）",
        [(15_728, "4 在日チリ人数"), (5_873, "永住者"), (120, "留学生")],
    ),
    ("15,728人（前年は5,873人）", [(15_728, "4 在日チリ人数")]),
]


@pytest.mark.parametrize(("words", "told"), PARTS, ids=[words for words, _ in PARTS])
def test_some_of_the_people_counted(words: str, told: list[tuple[int, str]]) -> None:
    facts = facts_of(SHEET.replace("950人（2019年12月現在）", words))
    rows = [row for row in facts.observations if "在日チリ" in (row.section or "")]
    assert [(r.value and int(r.value), r.label) for r in rows] == told
    assert {r.from_area for r in rows} == {"CHL"}


def test_establishments_of_companies() -> None:
    facts = facts_of(SHEET.replace("3 在留邦人数", "（3）日系企業拠点数\n1,434拠点（2022年10月現在）\n\n3 在留邦人数"))
    assert [(r.value, r.period, r.unit) for r in facts.observations if r.indicator == "companies"] == [
        (1434, "2022-10", "companies")
    ]


POINTS = [
    ("1ユーロ=655.957CFAフラン（固定）", "655.957"),
    ("１ユーロ＝６５５．９５７フラン", "655.957"),
    ("1ドル＝15.000ルピア", None),
]


@pytest.mark.parametrize(("words", "value"), POINTS)
def test_a_point_before_three_figures_of_a_rate(words: str, value: str | None) -> None:
    facts = facts_of(SHEET.replace("二国間関係\n", f"経済\n\n9 為替レート\n{words}\n\n二国間関係\n", 1))
    rates = [str(row.value) for row in facts.observations if "為替" in (row.section or "")]
    assert rates == ([value] if value else [])


RECOGNIZED = ["1960年10月　我が国は同国を承認", "1960年10月、日本がチリを承認", "1960年10月　日本政府、同国を承認"]


@pytest.mark.parametrize("words", RECOGNIZED)
def test_a_land_that_is_not_named_again_is_recognized(words: str) -> None:
    events = facts_of(SHEET.replace("1897年9月、外交関係樹立。", words)).events
    assert [(e.kind, e.date, e.areas) for e in events] == [("recognition", "1960-10", "CHL JPN")]


YEARBOOKS = [
    "ミリタリー・バランス2003/2004",
    "ミリタリーバランス2012",
    "ミリタリー・バランス2003年版",
    "国防白書2010～2011",
]


@each("title", YEARBOOKS)
@each("behind", [False, True])
def test_the_years_in_the_name_of_a_publication_date_no_figure(title: str, behind: bool) -> None:
    bracket = f"（{title}）"
    words = f"2 軍事力{'' if behind else bracket}\n（1）予算　4,620万ドル{bracket if behind else ''}"
    facts = facts_of(SHEET.replace("二国間関係\n", f"外交・国防\n\n{words}\n\n二国間関係\n", 1))
    [row] = [row for row in facts.observations if row.unit == "USD"]
    assert (row.value, row.period, row.data_source) == (46_200_000, None, title)


RATE_DATES = [("（2015年7月10日）", "as_of"), ("（2015年7月現在）", "as_of"), ("（2015年平均）", "calendar_year")]


@pytest.mark.parametrize(("bracket", "kind"), RATE_DATES)
def test_a_rate_of_exchange_is_as_of_its_day(bracket: str, kind: str) -> None:
    words = f"経済\n\n10 為替レート\n1ドル＝15.73ペソ{bracket}\n\n二国間関係\n"
    facts = facts_of(SHEET.replace("二国間関係\n", words, 1))
    assert [r.period_kind for r in facts.observations if "為替" in (r.section or "")] == [kind]


ENGLISH_NAMES = ["(Republic of Chile)", "（Republic of Chile）", "Republic of Chile", "（Chile）"]


@each("name", ENGLISH_NAMES)
def test_the_date_of_a_page_below_the_name_in_english(name: str) -> None:
    outline = facts_of(
        f"チリ共和国\n{name}\n\n平成13年6月現在\n\n一般事情\n\n1 面積\n756,102平方キロメートル\n"
    ).outline
    assert (outline.partner.area, outline.published and outline.published.edtf) == ("CHL", "2001-06")


KINDS_IN_ROWS = [
    ("年度 | 形態 | 金額\n---|---|---\n2003年度 | 有償資金協力 | なし\n | 無償資金協力 | 0.53\n2004年度 | 無償資金協力 | 0.49", [("oda_loans", "2003", None), ("oda_grants", "2003", 53), ("oda_grants", "2004", 49)]),
    ("年度 | 援助形態 | 金額（百万円）\n---|---|---\n2003 | 円借款 | 1230\n2003 | 技術協力 | 53\n2003 | 合計 | 1283", [("oda_loans", "2003", 1230), ("oda_technical", "2003", 53), ("oda_total", "2003", 1283)]),
    ("形態 | 年度 | 金額\n---|---|---\n有償資金協力 | 2003年度 | なし\n | 2004年度 | 1.2\n無償資金協力 | 2003年度 | 0.53", [("oda_loans", "2003", None), ("oda_loans", "2004", 120), ("oda_grants", "2003", 53)]),
    ("年度 | 案件 | 金額\n---|---|---\n2003年度 | 橋梁建設計画 | 3.2\n2004年度 | 文化無償資金協力 | 0.49", [("aid_other", "2003", 320), ("cultural_grants", "2004", 49)]),
]  # fmt: skip


@each(("table", "told"), KINDS_IN_ROWS)
def test_the_kind_of_aid_in_a_cell_beside_its_year(table: str, told: list[tuple[str, str, int | None]]) -> None:
    words = f"経済協力（単位　億円）\n\n1 日本の援助実績\n\n{table}\n\n二国間関係\n"
    facts = facts_of(SHEET.replace("二国間関係\n", words, 1))
    rows = [row for row in facts.observations if row.indicator not in ("trade_goods", "residents")]
    assert [(r.indicator, (r.period or "")[:4], r.value and int(r.value) // 1_000_000) for r in rows] == told


def test_numbers_in_plain_print_lie_within_a_printed_heading() -> None:
    facts = facts_of(
        "<h1>日本・チリ関係</h1><h3>一般事情</h3><p>1.面積<br>75万平方キロメートル</p><p>2.人口<br>1,800万人</p>"
        "<h3>経済協力（単位　億円）</h3><p>1.我が国の援助実績</p><p>（1）無償資金協力　0.53</p>",
        "sheet.html",
    )
    assert [row.section for row in facts.observations] == [
        "一般事情 > 1.面積", "一般事情 > 2.人口", "経済協力（単位 億円） > 1.我が国の援助実績",
    ]  # fmt: skip
    assert facts.observations[-1].unit == "JPY"


POLITICS = "<html><body><h1>日本・チリ関係</h1><h3>二国間関係</h3><h4>1　政治関係</h4>{}<h4>2　在留邦人数</h4><p>1,600人（2019年10月現在）</p></body></html>"
BELOW_DATES = [
    ("<dl><dt>1897年9月</dt><dd>外交関係樹立</dd><dt>1992年1月</dt><dd>在京チリ大使館開設</dd></dl>", [("diplomatic_relations", "1897-09"), ("mission", "1992-01")]),
    ("<dl><dt>1897年</dt><dd>日本はチリを承認</dd><dd>外交関係樹立</dd></dl>", [("recognition", "1897"), ("diplomatic_relations", "1897")]),
    ("<dl><dt>1897年9月</dt><dd>修好通商航海条約署名（1906年発効）</dd></dl>", [("agreement", "1897-09"), ("agreement", "1906")]),
    ("<dl><dt>1989年11月</dt><dd>国家評議会議長辞任</dd><dt>1952年</dt><dd>日本・チリ経済会議開催</dd></dl>", [("history", "1989-11"), ("meeting", "1952")]),
]  # fmt: skip


@each(("words", "told"), BELOW_DATES)
def test_happenings_below_their_dates(words: str, told: list[tuple[str, str]]) -> None:
    facts = facts_of(POLITICS.format(words), "sheet.html")
    assert [(event.kind, event.date) for event in facts.events] == told
    assert facts.outline.published is None


NAMED_DONORS = [
    ("<ol><li>米国</li><li>英国</li><li>日本</li></ol>", ["USA", "GBR", "JPN"]),
    ("<ul><li>米国</li><li>ドイツ</li></ul>", ["USA", "DEU"]),
    ("<p>米国、英国、日本</p>", ["USA", "GBR", "JPN"]),
    ("<p>米国と英国が多い</p>", []),
    ("<p>米国</p>", []),
]


@each(("words", "told"), NAMED_DONORS)
def test_donors_named_without_rank_and_amount(words: str, told: list[str]) -> None:
    facts = facts_of(POLITICS.format(f"<h4>2　主要援助国（2011年、DAC）</h4>{words}"), "sheet.html")
    rows = [row for row in facts.observations if row.indicator == "donor_rank"]
    assert [(r.from_area, r.to_area, r.period, r.value) for r in rows] == [(one, "CHL", "2011", None) for one in told]
    assert not [note for note in notes_of(facts, "missing_value") if note.found in ("米国", "英国", "日本", "ドイツ")]


IN_AID = [
    ("これまでに派遣された隊員は累計1,604名（2013年7月末現在）。", ("JPN", "CHL", "2013-07", "as_of", "cumulative", 1604)),
    ("青年海外協力隊員の派遣数は累計58名（2016年3月末現在）。", ("JPN", "CHL", "2016-03", "as_of", "cumulative", 58)),
    ("研修員の受入れは延べ1,200人（2015年度まで）。", ("CHL", "JPN", "2015-04/2016-03", "until", "cumulative", 1200)),
    ("日本はこれまでに研修員を1,200名受け入れた。", ("CHL", "JPN", None, "unstated", "cumulative", 1200)),
    ("地震で専門家は12名死亡した。", None),
]  # fmt: skip


@each(("words", "told"), IN_AID)
def test_people_in_aid_in_a_sentence(words: str, told: tuple[object, ...] | None) -> None:
    facts = facts_of(SHEET.replace("3 在留邦人数", f"3 文化関係\n{words}\n\n3 在留邦人数", 1))
    rows = [row for row in facts.observations if row.indicator == "participants"]
    assert [(r.from_area, r.to_area, r.period, r.period_kind, r.measure, r.value) for r in rows] == [told] * bool(told)


TWO_SURNAMES = [
    ("ガルシア・リネラ副大統領", "BOL", ("ガルシア・リネラ", None)),
    ("パス・サモラ大統領夫妻", "BOL", ("パス・サモラ", None)),
    ("エボ・モラレス・アイマ大統領", "BOL", ("モラレス・アイマ", "エボ")),
    ("ゴンサロ・サンチェス・デ・ロサダ大統領", "BOL", ("サンチェス・デ・ロサダ", "ゴンサロ")),
    ("エボ・モラレス大統領", "BOL", ("モラレス", "エボ")),
    ("カルロス・メサ大統領", "BOL", ("メサ", "カルロス")),
    ("ロドリゲス・アルベス大統領", "BRA", ("アルベス", "ロドリゲス")),
    ("ピーター・ムタリカ大臣", "MWI", ("ムタリカ", "ピーター")),
]


@each(("words", "area", "told"), TWO_SURNAMES)
def test_two_surnames_in_katakana(words: str, area: str, told: tuple[str, str | None]) -> None:
    one = japanese_visitors(words, area)[0]
    assert (one.main_name, one.other_names) == told


@pytest.mark.parametrize("bracket", ["チリ・日本友好議員連盟会長", "チリ・日友好議連副会長", "チリ・日本協会会長"])
def test_an_office_in_a_league_with_japan(bracket: str) -> None:
    [one] = japanese_visitors(f"オルティス上院議員（{bracket}）")
    assert (one.main_name, one.office, one.occasion) == ("オルティス", "上院議員", None)


def test_companies_that_went_out_are_of_japan() -> None:
    facts = facts_of(SHEET.replace("3 在留邦人数", "（3）進出企業数\n11社（2008年10月現在）\n\n3 在留邦人数", 1))
    assert [(r.from_area, r.to_area) for r in facts.observations if r.indicator == "companies"] == [("JPN", "CHL")]


def test_months_of_service_are_no_figure_of_the_armed_forces() -> None:
    words = (
        "外交・国防\n2　軍事力\n（1）予算　6.3億ドル（2005年）\n（2）兵役　9か月\n（3）兵力　5.1万人\n\n二国間関係\n"
    )
    facts = facts_of(SHEET.replace("二国間関係\n", words, 1))
    assert [row.label for row in facts.observations if row.indicator == "other"] == ["予算", "兵力"]


def test_a_page_of_the_list_of_lands() -> None:
    facts = facts_of(
        "<h1>各国・地域情勢</h1><h2>チリ共和国<br>（Republic of Chile）</h2><p>平成18年4月現在</p>"
        "<h3>一般事情</h3><p>1.面積<br>75万平方キロメートル</p>",
        "sheet.html",
    )
    assert facts.outline.published is not None
    assert (facts.outline.published.edtf, facts.outline.partner.area) == ("2006-04", "CHL")
    assert facts.outline.title is not None
    assert facts.events == []
