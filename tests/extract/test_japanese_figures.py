"""Figures of sheets in Japanese in the layouts of their tables and lists, and in sentences over several years."""

from __future__ import annotations

import pytest

from pipeline.normalize.dates import find_dates
from pipeline.normalize.japanese.remarks import read_remarks
from pipeline.normalize.japanese.visitors import japanese_visitors
from tests.extract.test_japanese import SHEET
from tests.helpers import facts_of, notes_of

Told = tuple[str, str | None, int | None]
FULL_WIDTH = 0xFEE0


def told_under(heading: str, words: str) -> list[Told]:
    """Indicator, period and value (in millions where it is money) of the figures that a sheet tells under a heading."""
    facts = facts_of(SHEET.replace("二国間関係\n", f"{heading}\n{words}\n\n二国間関係\n", 1))
    before = len(facts_of(SHEET).observations)
    rows = facts.observations[: len(facts.observations) - before]
    return [(r.indicator, r.period, None if r.value is None else int(r.value) // 10_000) for r in rows]


def in_width(words: str, width: int) -> str:
    """Words whose figures, and the signs in them, are as much further on in Unicode: those that take two columns."""
    return "".join(chr(ord(sign) + width) if sign in "0123456789,./-" else sign for sign in words)


def page(table: str, heading: str = "日本の援助実績（単位：億円）") -> str:
    """A page with a table under a heading."""
    return (
        "<html lang='ja'><body><h1>チリ共和国（Republic of Chile）基礎データ</h1><p>平成25年6月10日</p>"
        f"<h2>経済協力</h2><h3>1　{heading}</h3><table border='1'>{table}</table></body></html>"
    )


BY_CALENDAR_YEAR = [
    "暦年\t政府貸付等\t無償資金協力\t技術協力\t合計\n2014年\t-8.62\t0.11\t2.95\t-5.56",
    "年\t政府貸付\t無償\t技協\t計\n2014\t-8.62\t0.11\t2.95\t-5.56",
    "暦年\t円借款等\t無償資金協力額\t技術協力実績\t合計\n2014\t△8.62\t0.11\t2.95\t△5.56",
]


@pytest.mark.parametrize("table", BY_CALENDAR_YEAR)
def test_aid_by_calendar_year_and_kind(table: str) -> None:
    head = "経済協力\n1　日本の対チリODA実績（支出純額ベース、単位：百万ドル）"
    assert told_under(head, table) == [
        ("oda_loans", "2014", -862), ("oda_grants", "2014", 11), ("oda_technical", "2014", 295), ("oda_total", "2014", -556),
    ]  # fmt: skip


def test_a_header_on_two_lines_and_a_figure_beside_another() -> None:
    rows = (
        "<tr><th rowspan='2'>年度</th><th rowspan='2'>円借款</th><th colspan='2'>贈与</th></tr>"
        "<tr><th>無償資金協力</th><th>技術協力</th></tr>"
        "<tr><td>2010年度</td><td>295.16</td><td>23.16</td><td>33.80（26.90）</td></tr>"
        "<tr><td>2011年度</td><td>－</td><td>47.01</td><td>44.22（35.93）</td></tr>"
    )
    notes = "<p>（注）1．年度は、円借款は交換公文締結日、その他は予算年度による。<br>2．円借款及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベースによる。</p>"
    facts = facts_of(page(rows).replace("</table>", f"</table>{notes}"), "sheet.html")
    told = [(r.indicator, r.value and r.value / 1_000_000, r.accounting_basis, r.note) for r in facts.observations]
    assert told == [
        ("oda_loans", 29_516, "exchange_of_notes", None), ("oda_grants", 2_316, "exchange_of_notes", None),
        ("oda_technical", 3_380, "jica_cost", "26.90"), ("oda_loans", None, "exchange_of_notes", None),
        ("oda_grants", 4_701, "exchange_of_notes", None), ("oda_technical", 4_422, "jica_cost", "35.93"),
    ]  # fmt: skip
    assert {r.data_source for r in facts.observations} == {None}


def test_a_header_on_two_lines_that_nobody_knows_is_refused() -> None:
    rows = (
        "<tr><th rowspan='2'>年度</th><th colspan='2'>円借款</th></tr><tr><th>甲</th><th>乙</th></tr>"
        "<tr><td>2010年度</td><td>295.16（2.1）</td><td>23.16</td></tr>"
    )
    facts = facts_of(page(rows), "sheet.html")
    assert not facts.observations
    assert notes_of(facts, "unrecognised_text")


def test_a_row_with_an_empty_corner_heads_a_table() -> None:
    rows = "<tr><td></td><td>有償</td><td>無償</td><td>技協</td></tr><tr><td>2009</td><td>0</td><td>0.17</td><td>4.94</td></tr>"
    told = [(r.indicator, r.period, r.value) for r in facts_of(page(rows), "sheet.html").observations]
    assert told == [
        ("oda_loans", "2009", 0), ("oda_grants", "2009", 17_000_000), ("oda_technical", "2009", 494_000_000),
    ]  # fmt: skip


def test_columns_that_say_how_others_changed() -> None:
    rows = "年\t対日輸出\t前年比（％）\t対日輸入\t前年比\n2017\t2,022\t742.5\t13,560\t-25.7"
    facts = facts_of(SHEET.replace("対日貿易（2018年）\n", f"（1）貿易額（百万円）\n{rows}\n（2）対日貿易（2018年）\n"))
    told = [(r.indicator, r.from_area, r.value and float(r.value), r.unit, r.label) for r in facts.observations[:4]]
    assert told == [
        ("trade_goods", "CHL", 2_022_000_000, "JPY", "対日輸出"), ("other", "CHL", 742.5, "percent", "対日輸出 前年比（％）"),
        ("trade_goods", "JPN", 13_560_000_000, "JPY", "対日輸入"), ("other", "JPN", -25.7, "percent", "対日輸入 前年比"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [0, FULL_WIDTH])
def test_years_in_fixed_width_head_the_figures_of_their_own_heading_alone(width: int) -> None:
    trade = "(a) 貿易額の推移（単位：百万円）\n　　　　　2008年　　2009年\n輸出　　　2,013　　1,562\n収支　　▲1,853　　　435\n"
    aid = "（2）経済協力（単位：億円）\n年度　　有償　　無償\n2004　　なし　　0.46\n"
    printed = in_width(f"{trade}{aid}", width)
    facts = facts_of(SHEET.replace("対日貿易（2018年）\n", f"（1）対日貿易\n{printed}（3）対日貿易（2018年）\n"))
    told = [(r.indicator, r.period, r.value and int(r.value), r.unit, r.label) for r in facts.observations[:6]]
    assert told == [
        ("trade_goods", "2008", 2_013_000_000, "JPY", "輸出"), ("trade_goods", "2009", 1_562_000_000, "JPY", "輸出"),
        ("trade_balance", "2008", -1_853_000_000, "JPY", "収支"), ("trade_balance", "2009", 435_000_000, "JPY", "収支"),
        ("oda_loans", "2004-04/2005-03", None, None, "有償"), ("oda_grants", "2004-04/2005-03", 46_000_000, "JPY", "無償"),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [0, FULL_WIDTH])
def test_figures_of_any_width_in_rows_of_years(width: int) -> None:
    rows = "年度　　円借款　　無償　　技術協力\n2006　　なし　　51.01　　4.79\n2007/08　　5.00　　-　　1.20\n累計　　189.03　　1,172.67　　518.95"
    assert told_under("経済協力\n1　日本の援助実績（単位：億円）", in_width(rows, width)) == [
        ("oda_loans", "2006-04/2007-03", None), ("oda_grants", "2006-04/2007-03", 510_100), ("oda_technical", "2006-04/2007-03", 47_900),
        ("oda_loans", "2007/2008", 50_000), ("oda_grants", "2007/2008", None), ("oda_technical", "2007/2008", 12_000),
        ("oda_loans", None, 1_890_300), ("oda_grants", None, 11_726_700), ("oda_technical", None, 5_189_500),
    ]  # fmt: skip


UNITS_BEHIND = [
    ("人的交流", "　　　　　2007年　　　2008年\nチリを訪問した日本人　　29,770人　31,569人", [("visitors", 29_770, "persons"), ("visitors", 31_569, "persons")]),
    ("経済関係\n（1）対日貿易", "年　2007年　2008年\n日本からチリへの輸出　48百万円　64 百万円", [("trade_goods", 48_000_000, "JPY"), ("trade_goods", 64_000_000, "JPY")]),
    ("経済関係\n（1）日本企業", "\t2007年\t2008年\n日本企業数\t48社\t64社", [("companies", 48, "companies"), ("companies", 64, "companies")]),
]  # fmt: skip


@pytest.mark.parametrize("width", [0, FULL_WIDTH])
@pytest.mark.parametrize(("heading", "rows", "told"), UNITS_BEHIND)
def test_a_unit_behind_each_figure_below_years(
    heading: str, rows: str, told: list[tuple[str, int, str]], width: int
) -> None:
    facts = facts_of(SHEET.replace("二国間関係\n", f"{heading}\n{in_width(rows, width)}\n\n二国間関係\n", 1))
    found = [(r.indicator, r.value and int(r.value), r.unit) for r in facts.observations[:2]]
    assert (found, [r.period for r in facts.observations[:2]]) == (told, ["2007", "2008"])


WAYS = [
    ("チリから日本への輸出", "日本からチリへの輸出"), ("日本のチリからの輸入", "チリの日本からの輸入額"), ("チリの対日輸出", "日本の対チリ輸出"),
    ("日本の対チリ輸入", "チリの対日輸入"), ("チリから日本へ", "日本からチリへ"),
]  # fmt: skip


@pytest.mark.parametrize("width", [0, FULL_WIDTH])
@pytest.mark.parametrize(("one", "other"), WAYS)
def test_goods_below_lines_that_name_both_ends_of_their_way(one: str, other: str, width: int) -> None:
    goods = f"　{one}\n　　木材　　　8億9,300万円\n　　衣類　　　6億　400万円\n　{other}\n　　乗用車　29億8,700万円"
    words = f"経済関係\n\n（1）日本との貿易（2008年）\n輸出：5億円（自動車）\n\n（2）主要品目（2009年）\n{in_width(goods, width)}"
    facts = facts_of(SHEET.replace("二国間関係\n", f"{words}\n\n二国間関係\n", 1))
    told = [(r.goods, r.from_area, r.period, r.value and int(r.value)) for r in facts.observations[1:4]]
    assert told == [
        ("木材", "CHL", "2009", 893_000_000), ("衣類", "CHL", "2009", 604_000_000), ("乗用車", "JPN", "2009", 2_987_000_000),
    ]  # fmt: skip


RANKED = [
    "順位　　2006年　　　　　2007年\n1位　　日本　　　　64.05　　フランス　　27.99\n2位　　スウェーデン21.26　　日本　　　　　20.37",
    "順位　2006年　2007年\n1　日本　64.05　フランス　27.99\n2　スウェーデン　21.26　日本　20.37",
]


@pytest.mark.parametrize("width", [0, FULL_WIDTH])
@pytest.mark.parametrize("rows", RANKED)
def test_ranks_of_years_in_columns_of_wide_signs(rows: str, width: int) -> None:
    heading = "経済協力\n1　DAC諸国の対チリ援助（支出純額、単位：百万ドル）"
    facts = facts_of(SHEET.replace("二国間関係\n", f"{heading}\n{in_width(rows, width)}\n\n二国間関係\n", 1))
    told = [(r.from_area, r.period, r.rank, r.value and float(r.value) / 1e6, r.label) for r in facts.observations[:4]]
    assert told == [
        ("JPN", "2006", 1, 64.05, "日本"), ("FRA", "2007", 1, 27.99, "フランス"),
        ("SWE", "2006", 2, 21.26, "スウェーデン"), ("JPN", "2007", 2, 20.37, "日本"),
    ]  # fmt: skip


PAIRS = [
    "（1）有償資金協力\n2006年度　なし　　2007年度　9.20　　累計（2008年度まで）　156.41",
    "（1）有償資金協力\n平成18年度：なし、平成19年度：9.20、2008年度までの累計：156.41",
    "有償資金協力　2006年度　なし　2007年度　9.20　累計（2008年度まで）　156.41",
]


@pytest.mark.parametrize("words", PAIRS)
def test_years_before_their_figures_in_a_line(words: str) -> None:
    assert told_under("経済協力\n1　日本の援助実績（単位：億円）", words) == [
        ("oda_loans", "2006-04/2007-03", None),
        ("oda_loans", "2007-04/2008-03", 92_000),
        ("oda_loans", "2008-04/2009-03", 1_564_100),
    ]


def test_years_without_labels_head_amounts_with_their_units() -> None:
    words = "（1）日本からの直接投資（フロー）\n\t2012年\t2013年\t2014年\n\t4億円\t△1億円\t0億円"
    assert told_under("経済関係", words) == [
        ("direct_investment", "2012", 40_000), ("direct_investment", "2013", -10_000), ("direct_investment", "2014", 0),
    ]  # fmt: skip


TRADE_TOLD = [
    "2018年の日本からチリへの輸出額は34億円（船舶、自動車）、チリからの輸入額は38億円（銅）であった（財務省貿易統計）。2017年の輸出額は29億円、輸入額は61億円であった。",
    "2018年、日本からチリへの輸出は34億円、チリからの輸入は38億円。2017年の輸出は29億円、輸入は61億円。",
]


@pytest.mark.parametrize("words", TRADE_TOLD)
def test_trade_of_several_years_in_sentences(words: str) -> None:
    facts = facts_of(SHEET.replace("対日貿易（2018年）\n輸出：7,500億円\n輸入：2,000億円", f"（1）貿易\n{words}"))
    told = [
        (r.indicator, r.from_area, r.period, r.value and int(r.value) // 100_000_000) for r in facts.observations[:4]
    ]
    assert told == [
        ("trade_goods", "JPN", "2018", 34), ("trade_goods", "CHL", "2018", 38),
        ("trade_goods", "JPN", "2017", 29), ("trade_goods", "CHL", "2017", 61),
    ]  # fmt: skip


def test_what_a_sentence_says_behind_all_its_figures_and_the_next_one_leaves_out() -> None:
    words = "対チリ直接投資は2016年に12億円、2017年に△3億円（国際収支ベース、フロー）。2018年末の直接投資残高は45億円。"
    facts = facts_of(SHEET.replace("3 在留邦人数", f"（2）直接投資\n{words}\n3 在留邦人数"))
    told = [r for r in facts.observations if r.indicator == "direct_investment"]
    assert [(r.from_area, r.period, r.measure, r.accounting_basis) for r in told] == [
        ("JPN", "2016", "flow", "balance_of_payments"),
        ("JPN", "2017", "flow", "balance_of_payments"),
        ("JPN", "2018", "stock", None),
    ]


def test_parts_of_aid_and_the_happening_that_its_sentence_tells() -> None:
    words = "2003年10月の会議において、日本は総額50億ドル（無償資金15億ドル、円借款35億ドル）の支援を表明した。2005年11月、約76億ドルの債務の80％を削減することに合意した。"
    facts = facts_of(SHEET.replace("二国間関係\n", f"経済協力\n1　支援の経緯\n{words}\n\n二国間関係\n", 1))
    told = [(r.indicator, r.value and int(r.value) // 100_000_000) for r in facts.observations if r.unit == "USD"]
    assert told == [("aid_other", 50), ("oda_grants", 15), ("oda_loans", 35), ("other", 76)]
    assert [event.date for event in facts.events][:2] == ["2003-10", "2005-11"]


def test_countries_under_aid_are_no_kinds_of_aid() -> None:
    words = "1　各国の順位（1999年、支出純額、百万ドル）\n1.日本 189.1\n2.米国 120.3"
    assert not [one for one in told_under("経済協力", words) if one[0] == "aid_other"]
    told = told_under("経済協力", words.replace("各国の順位", "DAC諸国の対チリODA上位国"))
    assert told[-2:] == [("oda_total", "1999", 18_910), ("oda_total", "1999", 12_030)]


HEADED = "<h4>（2）日系企業数：21社（2018年10月）</h4><h3>3　在留邦人数</h3><p>136人（2018年10月）</p>"


def test_a_heading_that_holds_its_figure() -> None:
    facts = facts_of(page("", "援助").replace("</table>", f"</table><h2>二国間関係</h2>{HEADED}"), "sheet.html")
    assert [(r.indicator, r.value, r.period) for r in facts.observations] == [
        ("companies", 21, "2018-10"), ("residents", 136, "2018-10"),
    ]  # fmt: skip


def test_cultural_grants_below_dated_rows() -> None:
    rows = "2　文化関係\n1997年6月\t日本語講座を開設\n2018年3月\t日本祭りを開催\n文化無償資金協力：2.84億円（2017年度までの累計）\n"
    facts = facts_of(SHEET.replace("2 経済関係\n", f"{rows}3 経済関係\n"))
    assert [(r.indicator, r.period, r.measure) for r in facts.observations][:1] == [
        ("cultural_grants", "2017-04/2018-03", "cumulative")
    ]
    assert not [event for event in facts.events if "文化無償" in event.statement]


GOODS = [
    "輸出：銅、鮭　　輸入：自動車、機械類",
    "（輸出）銅、鮭（輸入）自動車、機械類",
    "輸出品　銅、鮭；輸入品　自動車、機械類",
]


@pytest.mark.parametrize("words", GOODS[:1] + GOODS[2:])
def test_goods_of_both_sides_in_a_line(words: str) -> None:
    facts = facts_of(SHEET.replace("輸入：2,000億円", f"輸入：2,000億円\n（2）主要品目\n{words}"))
    assert [r.goods for r in facts.observations][:2] == ["銅、鮭", "自動車、機械類"]


def test_all_of_whom_some_are() -> None:
    facts = facts_of(
        SHEET.replace("1,600人（2019年10月現在）", "137名（うち長期滞在者124名、永住者13名）（2019年10月現在）")
    )
    assert [(r.label, r.value) for r in facts.observations if r.indicator == "other"] == [
        ("長期滞在者", 124),
        ("永住者", 13),
    ]


STAGES = [
    ("2003年1月\t技術協力協定署名、同年10月発効", [("2003-01", "signed"), ("2003-10", "in_force")]),
    ("2004年1月\t航空協定署名、翌年2月発効", [("2004-01", "signed"), ("2005-02", "in_force")]),
    ("2006年1月\t租税協定署名（同年10月発効）", [("2006-01", "signed"), ("2006-10", "in_force")]),
    ("2008年1月\t協定に署名し、2010年3月に発効した。", [("2008-01", "signed"), ("2010-03", "in_force")]),
    ("1980年5月\t文化協定（未発効）", [("1980-05", None)]),
    ("71年　査証取極、79年　派遣取極、同年8月　技術協力協定", [("1971", None), ("1979", None), ("1979-08", None)]),
]


@pytest.mark.parametrize(("row", "told"), STAGES, ids=[row for row, _ in STAGES])
def test_what_became_of_an_agreement(row: str, told: list[tuple[str, str | None]]) -> None:
    events = facts_of(f"{SHEET}\n6 二国間条約・取極\n{row}\n").events
    assert [(event.date, event.status) for event in events if event.kind == "agreement"] == told


YEARS = [
    ("2004年1月署名、翌年2月発効", ["2004-01", "2005-02"]),
    ("2004年1月署名、同年2月発効", ["2004-01", "2004-02"]),
    ("2004年1月署名、前年の12月に合意", ["2004-01", "2003-12"]),
    ("2004年1月に署名。毎年2月に会合", ["2004-01"]),
    ("2004年1月に署名。昨年2月に発効", ["2004-01"]),
]


@pytest.mark.parametrize(("words", "dates"), YEARS)
def test_the_year_of_a_month_by_the_word_before_it(words: str, dates: list[str]) -> None:
    assert [found.value.edtf for found in find_dates(words)] == dates


def test_a_clause_with_a_predicate_is_no_part_of_what_another_tells() -> None:
    words = "1940年にソ連に併合されたが、1991年9月6日に新政府を承認し、同年10月10日に外交関係を開設した。"
    events = facts_of(SHEET.replace("1897年9月、外交関係樹立。", words)).events
    assert [(event.kind, event.date) for event in events][:3] == [
        ("history", "1940"), ("recognition", "1991-09-06"), ("diplomatic_relations", "1991-10-10"),
    ]  # fmt: skip


GUESTS = [
    ("中南米訪問", None, "中南米訪問"), ("公式訪問", "公式訪問", None), ("非公式訪問", "非公式訪問", None),
    ("国賓として訪問", "国賓として訪問", None), ("公式実務", "公式実務", None), ("アジア歴訪", None, "アジア歴訪"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "guest", "occasion"), GUESTS)
def test_a_journey_is_no_status_of_a_guest(words: str, guest: str | None, occasion: str | None) -> None:
    assert (read_remarks(words).guest, read_remarks(words).occasion) == (guest, occasion)


MONTHS = [
    ("2005年7、8月\t安倍総理大臣", ["2005-07", "2005-08"]), ("2005年7月及び9月\t安倍総理大臣", ["2005-07", "2005-09"]),
    ("2005年\t6月\t安倍総理大臣\n\t7・9月\t森元総理", ["2005-06", "2005-07", "2005-09"]),
    ("89年4月　　安倍総理大臣\n00年6月　　森総理大臣", ["1989-04", "2000-06"]),
    ("2014年9・11月　　安倍総理大臣", ["2014-09", "2014-11"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "dates"), MONTHS)
def test_months_and_short_years_of_rows(rows: str, dates: list[str]) -> None:
    sheet = SHEET.replace("2014年7月 安倍総理大臣\n2016年11月 岸田外務大臣、山本経済産業大臣", rows)
    assert [v.date for v in facts_of(sheet).visits if v.from_area == "JPN"] == dates


def test_a_bracket_of_several_notes_below_figures() -> None:
    rows = "年度\t無償資金協力\t技術協力\n2011年度\t9.17\t16.24\n累計\t953.20\t698.70\n（無償は交換公文ベース、技協はJICA経費実績ベース。累計は2013年度まで）"
    facts = facts_of(
        SHEET.replace("二国間関係\n", f"経済協力\n1　日本の援助実績（単位：億円）\n{rows}\n\n二国間関係\n", 1)
    )
    told = [(r.period, r.accounting_basis, r.data_source) for r in facts.observations[2:4]]
    assert told == [("2013-04/2014-03", "exchange_of_notes", None), ("2013-04/2014-03", "jica_cost", None)]
    assert not [event for event in facts.events if "累計" in event.statement]


def test_donors_behind_the_ranks_of_a_year() -> None:
    head = "<tr><th>暦年</th><th>1位</th><th>2位</th><th>うち日本</th><th>合計</th></tr>"
    rows = "<tr><td>2009年</td><td>米国 590.37</td><td>日本 65.79</td><td>65.79</td><td>1,225.35</td></tr>"
    rows += "<tr><td>2010年</td><td>米国 565.77</td><td>英国 106.09</td><td>80.40</td><td>1,155.13</td></tr>"
    facts = facts_of(page(head + rows, "主要援助国（単位：百万ドル）"), "sheet.html")
    told = [(r.from_area, r.rank, r.period, r.value and int(r.value) // 10_000) for r in facts.observations]
    assert told == [
        ("USA", 1, "2009", 59_037), ("JPN", 2, "2009", 6_579), (None, None, "2009", 122_535),
        ("USA", 1, "2010", 56_577), ("GBR", 2, "2010", 10_609), ("JPN", None, "2010", 8_040), (None, None, "2010", 115_513),
    ]  # fmt: skip
    assert [r.is_total for r in facts.observations if r.from_area is None] == [True, True]


def test_falls_and_deficits_in_sentences() -> None:
    words = "対日輸出は前年比12.5％増、対日輸入は前年比3.1％減。貿易赤字は23.5億円（日本側）。"
    facts = facts_of(SHEET.replace("輸入：2,000億円", f"輸入：2,000億円\n{words}"))
    told = [(r.indicator, r.from_area, r.value and float(r.value), r.label) for r in facts.observations[2:5]]
    assert told == [
        ("other", None, 12.5, "対日輸出は前年比"), ("other", None, -3.1, "対日輸入は前年比"),
        ("trade_balance", "JPN", -2_350_000_000, "貿易赤字"),
    ]  # fmt: skip


CULTURE = [
    ("文化無償資金協力：3件（総額1.2億円、2004年度まで）", [(3, "2004-04/2005-03"), (120_000_000, "2004-04/2005-03")]),
    (
        "一般文化無償資金協力は1996年度から2020年度までに9件、総額3.62億円。",
        [(9, "1996-04/2021-03"), (362_000_000, "1996-04/2021-03")],
    ),
    (
        "文化無償協力　1億2,150万円（2008年度までの累計、33件）",
        [(121_500_000, "2008-04/2009-03"), (33, "2008-04/2009-03")],
    ),
    ("文化無償協力：1.2億円（33件、2008年度まで）", [(120_000_000, "2008-04/2009-03"), (33, "2008-04/2009-03")]),
]


@pytest.mark.parametrize(("words", "told"), CULTURE)
def test_a_count_of_grants_and_what_they_cost(words: str, told: list[tuple[int, str]]) -> None:
    facts = facts_of(SHEET.replace("3 在留邦人数", f"3 文化関係\n{words}\n4 在留邦人数"))
    rows = [r for r in facts.observations if "文化" in (r.section or "")]
    assert [(r.value and int(r.value), r.period) for r in rows] == told
    assert {r.measure for r in rows} == {"cumulative"}
    assert {(r.indicator, r.unit) for r in rows} == {("cultural_grants", "JPY"), ("cultural_projects", "cases")}


def test_another_subject_under_trade_is_no_trade() -> None:
    words = "（2）わが国からの直接投資累計（1951年度～2003年度）　３件　26億円"
    facts = facts_of(SHEET.replace("輸入：2,000億円", f"輸入：2,000億円\n{words}"))
    told = [(r.indicator, r.from_area, r.measure) for r in facts.observations[2:4]]
    assert told == [("investment_cases", "JPN", "cumulative"), ("direct_investment", "JPN", "cumulative")]


def test_a_unit_of_a_heading_outside_brackets() -> None:
    table = "対日輸出\t19.3\t燐鉱石\n対日輸入\t216.1\t自動車\nバランス\t-196.8\t"
    words = f"（1）貿易額（2003年）　単位：百万ドル\n{table}"
    facts = facts_of(SHEET.replace("対日貿易（2018年）\n輸出：7,500億円\n輸入：2,000億円", words))
    told = [(r.indicator, r.from_area, r.period, r.unit, r.unit_mult) for r in facts.observations[:3]]
    assert told == [
        ("trade_goods", "CHL", "2003", "USD", 6), ("trade_goods", "JPN", "2003", "USD", 6),
        ("trade_balance", "CHL", "2003", "USD", 6),
    ]  # fmt: skip


def test_a_form_of_address_ends_an_office() -> None:
    found = japanese_visitors("アブドッラー２世国王陛下・ラーニア王妃陛下（公式実務訪問賓客）")
    assert [(v.name_printed, v.office) for v in found] == [("アブドッラー２世", "国王"), ("ラーニア", "王妃")]


BESIDE = [
    ("在留邦人数　481名（2009年10月現在）\n在日チリ人数　695名（2009年12月末現在）\n留学生数　268名（2009年5月1日現在）", "CHL"),
    ("在日チリ人数：695名（2009年12月）\n\n留学生数：268名（2009年5月）", "CHL"),
    ("在日チリ人数　695名（2009年12月）\n在留邦人数　481名（2009年10月）\n留学生数　268名（2009年5月）", None),
    ("在日チリ人数　695名（2009年12月）\n5　留学\n留学生数　268名（2009年5月）", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "source"), BESIDE)
def test_students_right_below_the_people_of_whom_they_are_some(words: str, source: str | None) -> None:
    facts = facts_of(SHEET.replace("3 在留邦人数", f"3 人的交流\n{words}\n\n4 在留邦人数"))
    [row] = [row for row in facts.observations if row.indicator == "students"]
    assert (row.from_area, row.direction_basis) == (source, "inferred" if source else "unknown")
    assert len([note for note in notes_of(facts, "direction_inferred") if "people" in note.message]) == bool(source)
