"""Ordinary layouts of figures, in text and on pages, in English and Japanese: each told as one short line a figure."""

from __future__ import annotations

from pipeline.check import check
from tests.each import each
from tests.helpers import facts_of

TEXT = "Japan-Fiji Relations\n\nMay 1, 2015\n\n"
PAGE = "<html><body><h1>Japan-Fiji Relations</h1><p>May 1, 2015</p>{}</body></html>"
JAPANESE = "チリ共和国\n（Republic of Chile）\n\n令和2年4月1日\n\n"
JAPANESE_PAGE = "<html lang='ja'><body><h1>チリ共和国基礎データ</h1><p>平成27年5月1日</p>{}</body></html>"

KEYS = ["population FJI 2014 900000 IMF", "unemployment FJI 2013 5.9 ILO"]
PEOPLE = ["residents JPN 2014-10 394", "residents FJI 2014-12 479"]
AID = [
    "oda_loans JPN 2013-04/2014-03 500000000 exchange_of_notes",
    "oda_grants JPN 2013-04/2014-03 200000000 exchange_of_notes",
    "oda_technical JPN 2013-04/2014-03 900000000 jica_cost",
]
GOODS = [
    "trade_goods JPN 2013 4000000 Cars", "trade_goods JPN 2014 3000000 Cars",
    "trade_goods JPN 2013 2000000 Steel", "trade_goods JPN 2014 1000000 Steel",
    "trade_goods FJI 2013 8000000 Fish", "trade_goods FJI 2014 9000000 Fish",
]  # fmt: skip
TRAINEES = [
    "participants FJI 2013-04/2014-03 57",
    "participants FJI 2013-04/2014-03 900",
    "participants JPN 2013-04/2014-03 5",
]
INVESTED = ["direct_investment JPN 2012 -1500000000", "direct_investment JPN 2013 2000000000"]
ONE_WAY = [
    "trade_goods JPN 2014 380000000 Cars",
    "other JPN 2014 46.5",
    "trade_goods JPN 2014 55000000 Tires",
    "trade_goods JPN 2014 435000000",
]
GIVEN = [
    "oda_total FRA 2002 435000000 net_disbursement", "oda_total JPN 2003 136000000 net_disbursement",
    "oda_total USA 2002 159000000 net_disbursement", "oda_total DNK 2003 70000000 net_disbursement",
]  # fmt: skip
BY_YEAR = [GIVEN[0], GIVEN[2], GIVEN[1], GIVEN[3]]
YEARS = [
    "gdp FJI 2013 56500000000 IMF", "gdp FJI 2014 57800000000 IMF",
    "unemployment FJI 2013 15.9 IMF", "unemployment FJI 2014 17.3 IMF",
]  # fmt: skip
TWO_STOREYS = "<tr><th rowspan=2>{}<th colspan=2>{}<th rowspan=2>{}<tr><th>2013<th>2014"
GRANTED = [
    "oda_loans JPN 2013-04/2014-03 500000000 exchange_of_notes", "oda_loans JPN 2014-04/2015-03 exchange_of_notes",
    "oda_loans JPN 2014-04/2015-03 900000000 exchange_of_notes", "oda_technical JPN 2013-04/2014-03 900000000 jica_cost",
    "oda_technical JPN 2014-04/2015-03 100000000 jica_cost", "oda_technical JPN 2014-04/2015-03 9900000000 jica_cost",
]  # fmt: skip
BY_WAY = [
    "trade_goods JPN 2013 7000000 cars (41.3%), iron and steel (18.6%)", "other JPN 2013 41.3", "other JPN 2013 18.6",
    "trade_goods FJI 2013 9000000 fish (37.8%)", "other FJI 2013 37.8",
]  # fmt: skip


def in_chile(told: list[str]) -> list[str]:
    """The same of Chile."""
    return [line.replace("FJI", "CHL") for line in told]


LAYOUTS = [
    ("main items below trade", f"{TEXT}Trade with Japan\nMain items (2014)\nExports to Japan: fish (28.3%)\nImports from Japan: cars (61.4%)\n", ["other FJI 2014 28.3", "other JPN 2014 61.4"]),
    ("the same in Japanese", f"{JAPANESE}二国間関係\n\n（1）対日貿易（単位：億円）\n主要品目（2014年）\n日本への輸出：銅（28.3％）\n日本からの輸入：自動車（61.4％）\n", ["other CHL 2014 28.3", "other JPN 2014 61.4"]),
    ("labels and tabs", f"{TEXT}Basic Data\nArea\t18,300 square kilometers\nPopulation\t0.9 million (2014, IMF)\nCapital\tSuva\n", ["area FJI 18300", KEYS[0]]),
    ("units in cells", f"{TEXT}Japan's ODA\n\tLoan aid\tGrant aid\tTechnical cooperation\nFY2013\t0.5 billion yen\t200 million yen\t0.9 billion yen\n"
     "Loan aid and grant aid: exchange of notes basis. Technical cooperation: JICA cost basis.\n", AID),
    ("a source in a column", f"{TEXT}Key Figures\nItem\tFigure\tYear\tSource\nPopulation\t0.9 million\t2014\tIMF\nUnemployment rate\t5.9%\t2013\tILO\n", KEYS),
    ("the same on a page", PAGE.format("<h3>Key indicators</h3><table border=1><tr><th>Indicator<th>Value<th>Year<th>Source<tr><td>Population<td>0.9 million<td>2014<td>IMF<tr><td>Unemployment rate<td>5.9%<td>2013<td>ILO</table>"), KEYS),
    ("the same in Japanese", f"{JAPANESE}一般事情\n\n項目\t数値\t年\t出典\n人口\t90万人\t2014年\tIMF\n失業率\t5.9％\t2013年\tILO\n", in_chile(KEYS)),
    ("a column of dates", f"{TEXT}People\n\tNumber\tAs of\nJapanese residents in Fiji\t394\tOctober 2014\nFijian residents in Japan\t479\tDecember 2014\n", PEOPLE),
    ("the same in Japanese", f"{JAPANESE}二国間関係\n\n\t人数\t時点\n在留邦人\t394人\t2014年10月\n在日チリ人\t479人\t2014年12月\n", in_chile(PEOPLE)),
    ("units with figures over columns, a note on bases", f"{TEXT}ODA from Japan\nFiscal year\tLoans (100 million yen)\tGrants (100 million yen)\tTechnical cooperation (100 million yen)\n2013\t5\t2\t9\nLoans and grants on the basis of exchange of notes; technical cooperation on the basis of JICA costs\n", AID),
    ("a note on bases behind colons", f"{TEXT}Japan's ODA to Fiji (100 million yen)\nFiscal year\tLoans\tGrants\tTechnical cooperation\n2013\t5\t2\t9\nLoans and grants: exchange of notes basis; technical cooperation: JICA cost basis\n", AID),
    ("a note on bases in Japanese", f"{JAPANESE}経済協力\n日本の援助実績（億円）\n年度\t円借款\t無償資金協力\t技術協力\n2013年度\t5\t2\t9\n円借款及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース。\n", AID),
    ("bases over columns", PAGE.format("<h3>Japan's ODA (100 million yen)</h3><table border=1><tr><th rowspan=2>Fiscal year<th colspan=2>Exchange of notes basis<th>JICA cost basis<tr><th>Loans<th>Grants<th>Technical cooperation<tr><td>2013<td>5<td>2<td>9</table>"), AID),
    ("the same in Japanese", JAPANESE_PAGE.format("<h3>日本のODA</h3><table border=1><tr><th rowspan=2>年度<th colspan=2>交換公文ベース<th>JICA経費実績ベース<tr><th>円借款（億円）<th>無償資金協力（億円）<th>技術協力（億円）<tr><td>2013年度<td>5<td>2<td>9</table>"), AID),
    ("goods behind their way", f"{TEXT}Goods (million yen)\n\tGoods\t2013\t2014\nExports to Fiji\tCars\t4\t3\nExports to Fiji\tSteel\t2\t1\nImports from Fiji\tFish\t8\t9\n", GOODS),
    ("goods below their way", f"{TEXT}Main commodities (million yen)\n\tCommodity\t2013\t2014\nExports to Fiji\tCars\t4\t3\n\tSteel\t2\t1\nImports from Fiji\tFish\t8\t9\n", GOODS),
    ("the same on a page", PAGE.format("<h3>Trade</h3><p>Major items (million yen)</p><table border=1><tr><th><th>Item<th>2013<th>2014<tr><td rowspan=2>Exports to Fiji<td>Cars<td>4<td>3<tr><td>Steel<td>2<td>1<tr><td>Imports from Fiji<td>Fish<td>8<td>9</table>"), GOODS),
    ("the same in Japanese", JAPANESE_PAGE.format("<h3>貿易</h3><p>主な貿易品目（単位：百万円）</p><table border=1><tr><th><th>品目<th>2013年<th>2014年<tr><td rowspan=2>日本からチリへの輸出<td>Cars<td>4<td>3<tr><td>Steel<td>2<td>1<tr><td>チリからの輸入<td>Fish<td>8<td>9</table>"), in_chile(GOODS)),
    ("people in cooperation", f"{TEXT}Technical Cooperation in Numbers of People\n\tFY 2013\tTotal until FY 2013\nTrainees from Fiji\t57\t900\n", TRAINEES[:2]),
    ("people in a list of lists", PAGE.format("<h3>Japan's ODA</h3><p>People sent and received</p><ul><li>Trainees received<ul><li>FY 2013: 57 persons<li>Total until FY 2013: 900 persons</ul><li>Experts dispatched<ul><li>FY 2013: 5 persons</ul></ul>"), TRAINEES),
    ("the same in Japanese", JAPANESE_PAGE.format("<h3>日本のODA</h3><p>人の協力</p><ul><li>研修員受入れ<ul><li>2013年度　57人<li>2013年度までの累計　900人</ul><li>専門家派遣<ul><li>2013年度　5人</ul></ul>"), in_chile(TRAINEES)),
    ("goods with commas and brackets", PAGE.format("<h3>Trade (2014, million yen)</h3><p>Major items in 2014</p><ul><li>Exports to Fiji<ul><li>Cars, 380, 46.5%<li>Tires - 55<li>Total 435</ul></ul>"), ONE_WAY),
    ("goods with spaces in Japanese", JAPANESE_PAGE.format("<h3>貿易</h3><p>2014年の主な品目（百万円）</p><ul><li>日本からチリへの輸出<ul><li>Cars　380（46.5％）<li>Tires　55</ul></ul>"), ONE_WAY[:3]),
    ("shares alone", JAPANESE_PAGE.format("<h3>貿易</h3><p>2014年の主な品目（構成比）</p><ul><li>日本からチリへの輸出<ul><li>自動車　46.5％</ul></ul>"), ONE_WAY[1:2]),
    ("arrows", f"{JAPANESE}二国間関係\n\n経済関係\n（1）貿易額（億円）\n日本→チリ　2012年　9、2013年　8\nチリ⇒日本：2012年　2,766、2013年　1,905\n", ["trade_goods JPN 2012 900000000", "trade_goods JPN 2013 800000000", "trade_goods CHL 2012 276600000000", "trade_goods CHL 2013 190500000000"]),
    ("goods behind arrows", f"{JAPANESE}二国間関係\n\n経済関係\n（1）主要輸出入品目（2013年、億円）\n日本→チリ　自動車　4、鉄鋼　2\nチリから日本へ　銅 1,100\n", ["trade_goods JPN 2013 400000000 自動車", "trade_goods JPN 2013 200000000 鉄鋼", "trade_goods CHL 2013 110000000000 銅"]),
    ("the head of the labels says what is counted", PAGE.format("<h3>Economy</h3><table border=1><tr><th>Direct investment from Japan (100 million yen)<th>2012<th>2013<tr><td>Net flow<td>-15<td>20</table>"), INVESTED),
    ("the same in Japanese", JAPANESE_PAGE.format("<h3>経済関係</h3><table border=1><tr><th>日本からの直接投資（億円）<th>2012年<th>2013年<tr><td>フロー<td>-15<td>20</table>"), INVESTED),
    ("a loss behind its year", JAPANESE_PAGE.format("<h3>投資</h3><dl><dt>日本からの直接投資（フロー）<dd>2012年　－15億円<dd>2013年　20億円</dl>"), INVESTED),
    ("travellers below a label by its last word", f"{JAPANESE}二国間関係\n\n観光\n日本人のチリ訪問者数\n2012年　24人、2013年　29人\n来日したチリ人数\n2013年　3人\n", ["visitors JPN 2012 24", "visitors JPN 2013 29", "visitors CHL 2013 3"]),
    ("a label that nobody knows behind one", f"{JAPANESE}二国間関係\n\n観光\nチリを訪れた日本人\n2012年　24人、2013年　29人\n臨時職員\n2013年　3人\n", ["visitors JPN 2012 24", "visitors JPN 2013 29"]),
    ("a source as caption", JAPANESE_PAGE.format("<h3>貿易</h3><table border=1><caption>財務省貿易統計（単位：百万円）</caption><tr><th><th>2013年<th>2014年<tr><td>日本の輸出<td>4<td>3</table>"), ["trade_goods JPN 2013 4000000 財務省貿易統計", "trade_goods JPN 2014 3000000 財務省貿易統計"]),
    ("a page's way above its title", f"Countries & Regions > Oceania > Fiji\n\n{TEXT}2. Cumulative Totals up to FY 2013\n\n  Loans (exchange of notes basis)\n    0.5 billion yen\n", ["oda_loans JPN 2013-04/2014-03 500000000 exchange_of_notes"]),
    ("the same by its arrows", f"Oceania > Fiji > Relations\n\n{TEXT}2. Cumulative Totals up to FY 2013\n\n  Loans (exchange of notes basis)\n    0.5 billion yen\n", ["oda_loans JPN 2013-04/2014-03 500000000 exchange_of_notes"]),
    ("ranks and years over donors, nothing marks the header", f"{TEXT}Leading Donors (net disbursements, million US$)\n\n| Rank | 2002 |  | 2003 |  |\n| 1 | France | 435 | Japan | 136 |\n| 2 | United States | 159 | Denmark | 70 |\n", GIVEN),
    ("the same in Japanese", f"{JAPANESE}主要援助国（支出純額、百万ドル）\n\n| 順位 | 2002年 |  | 2003年 |  |\n| 1 | フランス | 435 | 日本 | 136 |\n| 2 | 米国 | 159 | デンマーク | 70 |\n", GIVEN),
    ("a year over donors with ranks", PAGE.format("<h3>Main donors (net disbursements, US$ million)</h3><p>2002<br>1st France (435)<br>2nd United States (159)<p>2003<br>1st Japan (136)<br>2nd Denmark (70)"), BY_YEAR),
    ("a year over donors with numbers", f"{TEXT}Donors (net disbursements, million US$)\n2002\n1. France 435\n2. United States 159\n2003\n1. Japan 136\n2. Denmark 70\n", BY_YEAR),
    ("goods exported in a year", f"{TEXT}Trade\n\nMajor goods exported from Japan in 2013 (million yen)\n- Cars 4\n- Steel 2\n", [GOODS[0], GOODS[2]]),
    ("the same in Japanese", f"{JAPANESE}主要援助国（支出純額、百万ドル）\n\n2002年\n1位 フランス（435）\n2位 米国（159）\n\n2003年\n1位 日本（136）\n2位 デンマーク（70）\n", BY_YEAR),
    ("a year over items", PAGE.format("<h3>Main donors (net ODA, US$ million)</h3><p>2002<ul><li>France: 435<li>United States: 159</ul><p>2003<ul><li>Japan: 136<li>Denmark: 70</ul>"), BY_YEAR),
    ("a year before donors without ranks", f"{JAPANESE}主要ドナー（支出純額、百万ドル）\n2002年　フランス（435）、米国（159）\n2003年：日本（136）、デンマーク（70）\n", BY_YEAR),
    ("aid in short words", f"{TEXT}Japan's ODA (100 million yen)\nFiscal year\tLoans\tGrants\tTechnical Coop.\n2013\t5\t2\t9\nLoans and grants: exchange of notes basis; technical cooperation: JICA cost basis\n", AID),
    ("a date over a country's economy", PAGE.format("<h3>Economy (2014, IMF)</h3><ul><li>Population: 0.9 million<li>Unemployment rate: 5.9%</ul>"), ["population FJI 2014 900000 IMF", "unemployment FJI 2014 5.9 IMF"]),
    ("a date over aid", f"{TEXT}Japan's Economic Cooperation (cumulative total as of FY 2013)\n- Loans: 500 million yen (exchange of notes basis)\n- Cultural grants: 2 million yen\n", [AID[0], "cultural_grants JPN 2013-04/2014-03 2000000"]),
    ("a date over trade is no date of the economy", PAGE.format("<h3>Trade (2014, million yen)</h3><ul><li>Unemployment rate: 5.9%</ul>"), ["unemployment FJI 5.9"]),
    ("those who come and go in Japanese", f"{JAPANESE}二国間関係\n\n7. 往来者数\n日本からチリへ　24人（2012年）、29人（2013年）\nチリから日本へ　3人（2013年）\n", ["visitors JPN 2012 24", "visitors JPN 2013 29", "visitors CHL 2013 3"]),
    ("shares in a line in Japanese", f"{JAPANESE}二国間関係\n\n経済関係\n（1）対日主要貿易品目（2013年、構成比）\n対日輸出　銅 70.5％、鮭 12.4％\n対日輸入　自動車 46.5％\n", ["other CHL 2013 70.5", "other CHL 2013 12.4", "other JPN 2013 46.5"]),
    ("goods below the line of their way", f"{TEXT}Trade with Fiji (million yen)\n\t2013\t2014\nExports to Fiji\t7\t6\nCars\t4\t3\nSteel\t2\t1\nImports from Fiji\t9\t9\nFish\t8\t9\nBalance\t-2\t-3\n", ["trade_goods JPN 2013 7000000", "trade_goods JPN 2014 6000000", *GOODS[:4], "trade_goods FJI 2013 9000000", "trade_goods FJI 2014 9000000", *GOODS[4:], "trade_balance JPN 2013 -2000000", "trade_balance JPN 2014 -3000000"]),
    ("the same in Japanese on a page", JAPANESE_PAGE.format("<h3>貿易</h3><p>貿易額（単位：百万円）</p><table border=1><tr><th><th>2013年<th>2014年<tr><td>日本からチリへの輸出<td>7<td>6<tr><td>Cars<td>4<td>3<tr><td>Steel<td>2<td>1<tr><td>チリからの輸入<td>9<td>9<tr><td>Fish<td>8<td>9</table>"), in_chile(["trade_goods JPN 2013 7000000", "trade_goods JPN 2014 6000000", *GOODS[:4], "trade_goods FJI 2013 9000000", "trade_goods FJI 2014 9000000", *GOODS[4:]])),
    ("cases and amounts behind an empty corner", f"{TEXT}Direct Investment from Japan\n\tNumber of cases\tAmount (100 million yen)\nFY 2013\t17\t5\n", ["investment_cases JPN 2013-04/2014-03 17", "direct_investment JPN 2013-04/2014-03 500000000"]),
    ("more than its way is no good of it", f"{TEXT}Trade with Fiji (million yen)\n\t2013\t2014\nExports to Fiji\t7\t6\nCars\t4\t30\nChina\t1\t1\nChange (%)\t1\t1\n", ["trade_goods JPN 2013 7000000", "trade_goods JPN 2014 6000000"]),
    ("a column of units", f"{TEXT}Main Economic Indicators (IMF)\n| Unit | 2013 | 2014 |\n---|---|---|---|\nGDP | billion US$ | 56.5 | 57.8 |\nUnemployment rate | % | 15.9 | 17.3 |\n", YEARS),
    ("a column of units behind an outer label", PAGE.format("<h3>Economic Indicators of Fiji (IMF)</h3><table border=1><tr><th>Indicator<th><th>Unit<th>2013<th>2014<tr><td>Accounts<td>GDP<td>billion US$<td>56.5<td>57.8<tr><td>Labor<td>Unemployment rate<td>%<td>15.9<td>17.3</table>"), YEARS),
    ("the same in Japanese", JAPANESE_PAGE.format("<h3>経済</h3><p>主要経済指標（IMF）</p><table border=1><tr><th>指標<th>単位<th>2013年<th>2014年<tr><td>GDP<td>億ドル<td>565<td>578<tr><td>失業率<td>％<td>15.9<td>17.3</table>"), [one.removesuffix(" IMF") for one in in_chile(YEARS)]),
    ("a source behind the years", PAGE.format("<h3>Economic Indicators of Fiji</h3><table border=1><tr><th>Indicator<th>2013<th>2014<th>Source<tr><td>GDP (billion US$)<td>56.5<td>57.8<td>IMF<tr><td>Unemployment rate (%)<td>15.9<td>17.3<td>IMF</table>"), YEARS),
    ("a source behind the years of trade", JAPANESE_PAGE.format("<h3>貿易</h3><p>貿易額（単位：百万円）</p><table border=1><tr><th><th>2013年<th>2014年<th>出典<tr><td>日本からチリへの輸出<td>7<td>6<td>財務省</table>"), ["trade_goods JPN 2013 7000000 財務省", "trade_goods JPN 2014 6000000 財務省"]),
    ("years below what stands over them, a total behind", PAGE.format(f"<h3>Japan's ODA (100 million yen)</h3><table border=1><thead>{TWO_STOREYS.format('Type', 'Fiscal year', 'Cumulative total up to FY 2014')}</thead><tr><td>Loan aid<td>5<td>None<td>9<tr><td>Technical cooperation<td>9<td>1<td>99</table><p>Loans: exchange of notes basis; technical cooperation: JICA cost basis"), GRANTED),
    ("the same in Japanese", JAPANESE_PAGE.format(f"<h3>日本のODA（億円）</h3><table border=1><thead>{TWO_STOREYS.format('形態', '年度', '2014年度までの累計')}</thead><tr><td>円借款<td>5<td>なし<td>9<tr><td>技術協力<td>9<td>1<td>99</table><p>円借款は交換公文ベース、技術協力はJICA経費実績ベース。"), GRANTED),
    ("a year over several ranks", PAGE.format("<h3>Assistance from Major Donor Countries</h3><table border=1><tr><th>Year<th>Rank<th>Country<th>Net disbursement (million US$)<tr><td rowspan=2>2002<td>1<td>France<td>435<tr><td>2<td>United States<td>159<tr><td rowspan=2>2003<td>1<td>Japan<td>136<tr><td>2<td>Denmark<td>70</table>"), BY_YEAR),
    ("the same in Japanese", JAPANESE_PAGE.format("<h3>主要ドナー</h3><table border=1><tr><th>年<th>順位<th>国名<th>支出純額（百万ドル）<tr><td rowspan=2>2002年<td>1<td>フランス<td>435<tr><td>2<td>米国<td>159<tr><td rowspan=2>2003年<td>1<td>日本<td>136<tr><td>2<td>デンマーク<td>70</table>"), BY_YEAR),
    ("another year in a bracket", f"{TEXT}Investment\n\n- Direct investment from Japan: 2 billion yen in 2013 (-1.5 billion yen in 2012)\n", INVESTED[::-1]),
    ("the same behind its year", f"{TEXT}Investment\n\n- Direct investment from Japan in 2013: 2 billion yen (up from -1.5 billion yen in 2012)\n", INVESTED[::-1]),
    ("the same in Japanese", f"{JAPANESE}二国間関係\n\n経済関係\n（1）日本からの直接投資\n2013年　20億円（2012年は15億円）\n", [*in_chile(INVESTED[1:]), "direct_investment JPN 2012 1500000000"]),
    ("a way in each row", PAGE.format("<h3>Trade between Japan and Fiji</h3><table border=1><tr><th>Year<th>Direction<th>Amount (million yen)<th>Main items (share)<tr><td rowspan=2>2013<td>Japan to Fiji<td>7<td>cars (41.3%), iron and steel (18.6%)<tr><td>Fiji to Japan<td>9<td>fish (37.8%)</table>"), BY_WAY),
    ("a way in each row in Japanese", JAPANESE_PAGE.format("<h3>貿易</h3><table border=1><tr><th>年<th>区分<th>金額（百万円）<th>主要品目（構成比）<tr><td rowspan=2>2013年<td>日本からチリへ<td>7<td>自動車（41.3％）、鉄鋼（18.6％）<tr><td>チリから日本へ<td>9<td>銅（37.8％）</table>"), ["trade_goods JPN 2013 7000000 自動車（41.3％）、鉄鋼（18.6％）", "other JPN 2013 41.3", "other JPN 2013 18.6", "trade_goods CHL 2013 9000000 銅（37.8％）", "other CHL 2013 37.8"]),
    ("a year that is none over ways", PAGE.format("<h3>Trade between Japan and Fiji</h3><table border=1><tr><th>Year<th>Direction<th>Amount (million yen)<tr><td>last<td>Japan to Fiji<td>7<tr><td><td>Fiji to Japan<td>9</table>"), []),
    ("a table whose header nobody knows", f"{TEXT}Trade with Fiji (million yen)\n\tWares\tyear 1\tyear 2\nExports to Fiji\tCars\t402\t380\nImports from Fiji\tFish\t1,100\t902\n", []),
]  # fmt: skip


@each(("name", "text", "told"), LAYOUTS)
def test_layouts(name: str, text: str, told: list[str]) -> None:
    facts = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt")
    found = [
        (r.indicator, r.from_area, r.period, f"{r.value.normalize():f}" if r.value is not None else None, r.goods or r.data_source or r.accounting_basis)
        for r in facts.observations
    ]  # fmt: skip
    assert [" ".join(filter(None, one)) for one in found] == told
    assert not facts.events
    refused = [note.found for note in check(facts) if note.rule == "unrecognised_text"]
    refusals = {"a table whose header nobody knows": 3, "a label that nobody knows behind one": 1}
    refusals["a year that is none over ways"] = 2
    refusals["more than its way is no good of it"] = 3
    assert len(refused) == refusals.get(name, 0)


def test_a_unit_in_a_bracket_is_no_figure() -> None:
    facts = facts_of(
        f"{TEXT}Trade\n\n  • Exports to Fiji: 5 million yen (2013)\n\nWares of many kinds (100 million yen)\n\nThey are many.\n"
    )
    assert [int(row.value or 0) for row in facts.observations] == [5_000_000]


def test_a_dash_that_may_be_a_minus_is_told() -> None:
    facts = facts_of(f"{JAPANESE}二国間関係\n\n経済関係\n（1）日本からの直接投資\n2013年　20億円（2012年は－15億円）\n")
    assert [(note.rule, note.found) for note in facts.notes] == [("unrecognised_amount", "－15億円")]
    assert [(row.indicator, row.period, row.value) for row in facts.observations] == [
        ("direct_investment", "2013", 2_000_000_000)
    ]
