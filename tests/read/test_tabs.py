"""Lines in Japanese with tabs: which are rows, what their cells are, and which are a label and its value."""

from __future__ import annotations

from pipeline.read.text.text import read_blocks
from tests.each import each


def cells(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in block.cells] for block in read_blocks(text)]


CELLS = [
    ("year and month", "年\t月\t要人名\n2008年\t5月\t福田総理大臣\n\t11月\t麻生総理大臣",
     [["年", "月", "要人名"], ["2008年", "5月", "福田総理大臣"], ["", "11月", "麻生総理大臣"]]),
    ("number, label, value", "1\t面積\t9万平方キロメートル\n（2）\t人口\t759万人\n③\t首都\tアンマン", [[], [], []]),
    ("a heading with its number", "5\t要人往来\n（1）\t往", [[], []]),
    ("a table that is set in", "8\t略史\n\t1923年5月\t建国\n\t1946年5月\t独立", [[], ["1923年5月", "建国"], ["1946年5月", "独立"]]),
    ("labels that are set in", "2\t軍事力\n\t（1）予算\t13億ドル\n3\t外交\t中立", [[], [], []]),
    ("ranks have a column", "\t順位\t国名\t金額（百万ドル）\n\t1\t米国\t900.4\n\t2\tEU\t3",
     [["順位", "国名", "金額（百万ドル）"], ["1", "米国", "900.4"], ["2", "EU", "3"]]),
    ("labels in each other", "7\t総貿易額（2016年）\t（1）輸出\t622億ドル\n\t\t（2）輸入\t587億ドル\n3\t文化関係\t文化無償資金協力\t9.24億円", [[], [], []]),
    ("three cells behind a number", "1\t米国\t900.4\t62％", [["1\t米国", "900.4", "62％"]]),
    ("an empty cell heads the labels", "\t2016年\t2017年\n日本→チリ\t2,498\t2,562", [["", "2016年", "2017年"], ["日本→チリ", "2,498", "2,562"]]),
    ("a prose line below rows", "\t1974年9月\t大使館開設\n\t2014年11月、国王が訪日した。", [["1974年9月", "大使館開設"], []]),
    ("a label and what is said of it, set in", "１\tＧＤＰ\n\t\t４４３億ドル（２０１０年）\n２\t失業率\n\t\t１３．０％", [[], [], [], []]),
    ("people before their dates", "要人名\t年月\n小渕総理大臣\t2000年1月\n日系企業数\t100社",
     [["要人名", "年月"], ["小渕総理大臣", "2000年1月"], []]),
    ("a heading below a table of two columns", "年月\t要人名\n2000年1月\t小渕総理大臣\n6\t条約", [["年月", "要人名"], ["2000年1月", "小渕総理大臣"], []]),
    ("an empty corner and words", "\t有償資金協力\t技術協力\n2010年度\t－\t26.52", [["", "有償資金協力", "技術協力"], ["2010年度", "－", "26.52"]]),
    ("rows set in below their header", "年\t輸出\t輸入\n\t2015年\t200\t300\n\t2016年\t210\t310", [["年", "輸出", "輸入"], ["2015年", "200", "300"], ["2016年", "210", "310"]]),
    ("rows without a date are not set in", "年月\t要人名\n\t小渕総理大臣\n2000年1月\t河野外務大臣", [["年月", "要人名"], ["", "小渕総理大臣"], ["2000年1月", "河野外務大臣"]]),
    ("a label spread over cells", "輸\t出\t200\t300\n輸\t入\t210\t310", [["輸\t出", "200", "300"], ["輸\t入", "210", "310"]]),
    ("columns of one sign", "年\t月\t往\t来\n2000年\t1月\t小渕総理大臣\tガリ大統領", [["年", "月", "往", "来"], ["2000年", "1月", "小渕総理大臣", "ガリ大統領"]]),
    ("links", "一般事情\t経済\t二国間関係\n\n一般事情", [[], []]),
    ("English below a header", "Rank\tCountry\tAmount\n1\tJapan\t19.1\n2\tFrance\t5.2", [["Rank", "Country", "Amount"], ["1", "Japan", "19.1"], ["2", "France", "5.2"]]),
    ("English with figures below a unit", "Country\tMillion US dollars\nAustralia\t572.4\nJapan\t203.9\nSource\tOECD",
     [["Country", "Million US dollars"], ["Australia", "572.4"], ["Japan", "203.9"], []]),
    ("English with units in the cells", "\tLoan aid\tGrant aid\nFY2020\t30.00 billion yen\tnone", [["", "Loan aid", "Grant aid"], ["FY2020", "30.00 billion yen", "none"]]),
    ("English", "1\tArea\t90 square kilometres", [[]]),
]  # fmt: skip


@each(("text", "told"), [row[1:] for row in CELLS])
def test_cells(text: str, told: list[list[str]]) -> None:
    assert cells(text) == told


def test_links_are_no_text() -> None:
    assert [block.kind for block in read_blocks("一般事情\t経済\t二国間関係\n\n一般事情")] == ["furniture", "paragraph"]
