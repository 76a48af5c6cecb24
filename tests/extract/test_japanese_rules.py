"""More of sheets in Japanese: what a bracket says of all figures, years over lists of visits, ranks as columns, shares and seats."""

from __future__ import annotations

import pytest

from pipeline.normalize.japanese.visitors import japanese_visitors
from tests.extract.test_japanese import SHEET
from tests.helpers import facts_of, notes_of

SCOPES = [
    "（単位：億円。有償資金協力及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース）",
    "（有償資金協力及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース。単位：億円）",
    "（単位　億円。ただし、技術協力はJICAベース、その他はE/Nベース。）",
    "単位：億円。技術協力はJICA経費実績ベース、その他はE/Nベース",
    "※単位：億円、有償・無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース",
]


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("at", ["heading", "line"])
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


@pytest.mark.parametrize(("words", "told"), OFFICES, ids=[words for words, _ in OFFICES])
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


@pytest.mark.parametrize(("rows", "dates"), [*SAME, *UNTOLD.items()])
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


@pytest.mark.parametrize("words", TRADE)
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
