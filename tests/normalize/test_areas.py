"""Names of areas: ISO's own list is the oracle for what must be known, tables of traps for what must not."""

from __future__ import annotations

import time

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.areas import Area, area_name, areas, find_areas, parse_area
from pipeline.normalize.areas.lexicon import lexicon
from pipeline.normalize.areas.tokens import fold
from pipeline.normalize.data import rows
from pipeline.normalize.refusal import Refusal
from tests.each import each

COUNTRIES = list(pycountry.countries)
ALSO_ORGANISATIONS = ("AU", "EC")
"""Codes of two letters that are read as the African Union and the European Community as well."""


def code(text: str) -> str:
    """The code, or the reason of the refusal: one word to compare."""
    area = parse_area(text)
    return area.area if isinstance(area, Area) else area.reason


def found(text: str) -> list[tuple[str, str]]:
    return [(mention.area, text[mention.start : mention.end]) for mention in find_areas(text)]


@each("country", COUNTRIES)
def test_knows_every_country_of_iso_by_all_its_names(country) -> None:
    names = {getattr(country, key, country.name) for key in ("name", "official_name", "common_name")}
    expected = "ambiguous" if country.name == "Congo" else country.alpha_3
    for name in names:
        answer = country.alpha_3 if "Republic" in name else expected
        forms = (name, name.upper(), f" {name}.", f"({name})", name.replace("'", "’"))
        assert {code(form) for form in forms} == {answer}
    assert code(country.alpha_3) == country.alpha_3
    assert code(country.alpha_2) == ("ambiguous" if country.alpha_2 in ALSO_ORGANISATIONS else country.alpha_3)
    assert parse_area(area_name(country.alpha_3)).area == country.alpha_3  # type: ignore[union-attr]


@each("country", COUNTRIES)
def test_finds_every_country_of_iso_in_a_sentence(country) -> None:
    name = area_name(country.alpha_3)
    seen = [] if country.alpha_3 == "REU" else [(country.alpha_3, name)]
    assert found(f"In May the Minister visited {name}, then Tokyo.") == seen
    assert name.count(" ") or "-" in name or not find_areas(f"x{name} {name}x")


NAMES = """
MNG Mongolia; the State of Mongolia; People's Republic of Mongolia; Mongolian People's Republic; MONGOLIA; mongolia
MNG Mongolian; Mongolians; Mongolia’s; (Mongolia); “Mongolia”; Mongolia,; モンゴル; モンゴル国; モンゴル人
VNM Viet Nam; Vietnam; Viet-Nam; Socialist Republic of Vietnam; Vietnamese; ベトナム
TUR Türkiye; Turkiye; TÜRKİYE; Turkey; Republic of Turkey; Turkish; Turks; トルコ共和国
GBR U.K.; UK; U.K; United Kingdom; the United Kingdom; Britain; Great Britain; British; Briton; 英国; イギリス
KOR Republic of Korea; ROK; R.O.K.; South Korea; S. Korea
KOR Korea, Republic of; Korea (Rep. of); Korea, Rep.; South Koreans; 韓国; 大韓民国
PRK DPRK; D.P.R.K.; North Korea
PRK Democratic People's Republic of Korea; Democratic People’s Republic of Korea; North Korean; 北朝鮮
CZE Czech; Czechs; Czech Republic; the Czech Republic; Czechia; チェコ
CPV Cabo Verde; Cape Verde; Cabo Verdean; カーボベルデ
CIV Cote d'Ivoire; Côte d’Ivoire; Côte D'Ivoire; Co\u0302te d'Ivoire; Ivory Coast; Ivorian; コートジボワール
SLB Solomon; Solomon Islands; Solomon Is.; the Solomon Islands; Solomon Islander; ソロモン諸島
LAO Lao PDR; Lao P.D.R.; Laos; Lao People’s Democratic Republic; Lao; Laotian; Laotians
BRN Brunei; Brunei Darussalam; Bruneian
MMR Myanmar; Burma; Burmese; ミャンマー; ビルマ
TLS East Timor; Timor-Leste; Timor Leste; Timorese; 東ティモール
VAT Holy See; the Holy See; Vatican; Vatican City; バチカン
MKD Macedonia; North Macedonia
MKD former Yugoslav Republic of Macedonia; The Former Yugoslav Republic of Macedonia; Macedonian
SWZ Swaziland; Eswatini; eSwatini; Swazi; Kingdom of eSwatini
COD DR Congo; D.R. Congo; Democratic Republic of the Congo
COD Democratic Republic of Congo; Congo (Kinshasa); コンゴ民主共和国
COG Republic of Congo; Republic of the Congo; Congo-Brazzaville; Congo, Republic of the; コンゴ共和国
GIN Guinea; Guinean; ギニア
GNB Guinea-Bissau; Guinea Bissau; Bissau-Guinean; ギニアビサウ; ギニア・ビサウ
GNQ Equatorial Guinea; 赤道ギニア
PNG Papua New Guinea; パプアニューギニア; パプア・ニューギニア
NER Niger; Nigerien
NGA Nigeria; Nigerian; Nigerians
DMA Dominica; Commonwealth of Dominica; ドミニカ国
DOM Dominican Republic; the Dominican Republic; ドミニカ共和国
TWN Taiwan; Chinese Taipei; Taiwanese; 台湾; Taiwan Province of China
PSE Palestine; Palestinian Territories; Palestinian Authority; occupied Palestinian territory; Palestinian; パレスチナ
HKG Hong Kong; Hong Kong, China; 香港
MAC Macao; Macau
FSM Federated States of Micronesia; Micronesia; Micronesia (Federated States of); ミクロネシア連邦
COK Cook Islands; クック諸島
NIU Niue; ニウエ
XKX Kosovo; Republic of Kosovo; Kosovar; コソボ
XEU EU; E.U.; European Union; the European Union; European Community; 欧州連合
XAS ASEAN; Association of Southeast Asian Nations; 東南アジア諸国連合
XAU African Union; アフリカ連合
USA U.S.; US; USA; U.S.A.; United States
USA the United States of America; American; Americans; 米国; アメリカ; アメリカ合衆国
ARE UAE; U.A.E.; United Arab Emirates; Emirati; アラブ首長国連邦
KNA St. Kitts and Nevis; St Kitts and Nevis; Saint Kitts & Nevis; Saint Christopher and Nevis
VCT Saint Vincent; St. Vincent and the Grenadines; Saint Vincent and the Grenadines
TTO Trinidad and Tobago; Trinidad & Tobago; TRINIDAD AND TOBAGO; トリニダード・トバゴ
BIH Bosnia and Herzegovina; Bosnia-Herzegovina; BOSNIA and HERZEGOVINA
ATG Antigua and Barbuda
STP Sao Tome and Principe; São Tomé and Príncipe; São Tomé & Príncipe
CHN China; PRC; P.R. China; P.R.China; People's Republic of China; Chinese; 中国; 中華人民共和国; 中国人
JPN Japan; Japanese; 日本; 日本国; ＪＡＰＡＮ
RUS Russia; Russian Federation; Russian; ロシア
SUN U.S.S.R.; USSR; Soviet Union; the Soviet Union
SUN Soviet; Soviets; Union of Soviet Socialist Republics; ソ連; ソビエト連邦
CSK Czechoslovakia; Czechoslovak
YUG Yugoslavia; Yugoslav; former Yugoslavia; Federal Republic of Yugoslavia
DDR German Democratic Republic; East Germany; East German; GDR; 東ドイツ
DEU Germany; West Germany; Federal Republic of Germany; West German; German; Germans; ドイツ
SCG Serbia and Montenegro; State Union of Serbia and Montenegro
ZAR Zaire; Zaïre; ザイール
YMD South Yemen; People's Democratic Republic of Yemen
XAH Austria-Hungary; Austro-Hungarian Empire
HVO Upper Volta
RHO Rhodesia; Southern Rhodesia
ANT Netherlands Antilles
GEO Georgia; Georgian; ジョージア; グルジア
KEN Kenya, Republic of; Kenya (Republic of); Kenyan
CHE Swiss; Swiss Confederation
NLD Dutch; Netherlands; the Netherlands; Holland; Dutchman
CMR Cameroonian; カメルーン
MDG Malagasy
MNE Montenegrin
KIR I-Kiribati
BFA Burkinabe; Burkinabé
MCO Monegasque; Monégasque
VUT Ni-Vanuatu
LSO Basotho; Mosotho
BWA Motswana; Batswana
KGZ Kyrgyz; Kyrgyz Republic
PHL Filipino; Filipinos; Philippine; the Philippines
THA Thai; Thais; Siam; タイ
PER Peruvian
ARG Argentine; Argentinian
IRL Irish; Irishmen
FIN Finn; Finns; Finnish
WSM Samoa; Samoan; Western Samoa
ASM American Samoa
SSD South Sudan; 南スーダン
SDN Sudan; Sudanese
ZAF South Africa; South African; 南アフリカ共和国
PRK Korea, Dem. Rep.; Korea DPR; Korea (the Democratic People's Republic of)
KOR Korea, Republic; Korea (the Republic of); Korea Rep.
COD Congo - Kinshasa; Congo, Democratic Republic; Congo (Dem. Rep.); コンゴ民主共和国（キンシャサ）
COG Congo - Brazzaville; Congo (the Republic of the); Congo (Rep.)
HKG Hong Kong SAR China; China (Hong Kong SAR); China, Hong Kong; 中国香港
MAC Macau (China); Macao SAR China
TWN Taiwan (Province of China); Taiwan, Prov. of China; Taipei, China
SOM Somalia, Fed. Rep.; Somalia, Fed. Rep. of; Fed. Rep. of Somalia
DEU Germany, Fed. Rep. of; Germany (West)
DDR Germany, Dem. Rep.; Germany (East)
TUR Turkey, Republic of
MHL Marshall Isds
GNQ Eq. Guinea
VGB Brit. Virgin Isds
ZAR Zaire, Republic of
HVO Upper Volta, Republic of
PCI Pacific Islands (Trust Territory of the)
MID Midway Islands
AFG アフガニスタン・イスラム共和国
CIV コートディボワール
"""

TWO_NAMES = """
MMR Burma (Myanmar); Myanmar/Burma; Myanmar (formerly Burma); ミャンマー（ビルマ）; the Union of Myanmar (Burma).
SWZ Eswatini (Swaziland); Swaziland, Eswatini
CZE Czechia (Czech Republic)
KOR Republic of Korea (South Korea); Republic of Korea [ROK]; Korea (ROK); Korea (Korea, South)
COD Congo (DRC); Congo (Democratic Republic of the Congo)
FLK Falkland Islands (the) [Malvinas]
NLD Netherlands (the); Netherlands, The
ARE United Arab Emirates (UAE)
SUN former Soviet Union; Soviet Union (former); USSR, former; Fmr USSR; ex-USSR; USSR (Soviet Union)
CSK Czechoslovakia, Czechoslovak Socialist Republic
"""
NOT_TWO_NAMES = """
Burma (Thailand); Niger/Nigeria; Japan (Japanese); Saint Martin/Sint Maarten; China (Republic of China); China, Japan
Korea (Korean); Congo (Congo); Aruba (Netherlands); former Japan; Mongolia (former); Japan (x)
Myanmar (Yangon); Japan/Japan/Japan; former; formerly; former Prime Minister; Mongolian (the); [(]) x; /x; Georgia, Georgian; Panama, Panama; Singapore (Singapore)
"""


def _table(lines: str) -> list[tuple[str, str]]:
    rows = [line.split(" ", 1) for line in lines.strip().splitlines()]
    return [(name.strip(), area) for area, names in rows for name in names.split(";")]


@each(("printed", "area"), _table(NAMES + TWO_NAMES.strip()))
def test_reads_names_as_ministries_print_them(printed: str, area: str) -> None:
    assert code(printed) == area


AMBIGUOUS = ["Korea", "Korean", "Koreans", "Congo", "Congolese", "Dominican", "Dominicans", "コンゴ"]
AMBIGUOUS += ["Korea, ", "ドミニカ", "朝鮮", "Saint Martin", "Virgin Islands", "Republic of China", *ALSO_ORGANISATIONS]
NO_AREA = """
Mongolai; Mongola; Phillipines; Ulaanbaatar; Tallinn; Tokyo; Rome; Asia; Middle East; Oceania; Pacific
Indo-Pacific; Africa; English; Arabic; Swahili; Japanese language; 日本語; Texas; Georgia, USA; State of Georgia
Atlanta, Georgia; New Jersey; New Mexico; NATO; OECD; World Bank; United Nations; Indian Ocean; インド洋
Latin America; South American; Inner Mongolia; Japan-Mongolia; Japan and Mongolia; Mongolian side; us; uk; u.s.
usa; Uk; eu; mng; mN; JAPan; moNgolia; Japan 2012; 2012; England; Scotland; the; The Mongol Empire of
Republic of; Republic; Saint; SAINT; States; Northern Ireland; New Guinea; Order of Malta
Turkish Republic of Northern Cyprus; Khmer Rouge; Sino; Sino-; Sri; Papua; Roman; Oman's Romania; XXX; ZZ; 訪日
Japan/China; Japanin October; Romania Oman; Republic of Kenia; Kingdom of Mongolia; Federal Republic of Japan
海; 国; 人; Somaliland
"""


@each("printed", AMBIGUOUS)
def test_refuses_a_name_that_several_areas_share(printed: str) -> None:
    assert parse_area(printed) == Refusal("ambiguous")
    assert find_areas(f"Visit to {printed} in May") == []


@each("printed", (NO_AREA.strip() + NOT_TWO_NAMES.rstrip()).replace("\n", "; ").split("; "))
def test_refuses_what_names_no_area(printed: str) -> None:
    assert code(printed) == "no area"


def test_refuses_emptiness_and_overlong_texts() -> None:
    assert [code(text) for text in ("", " \n", "(", "Japan" * 100)] == ["empty", "empty", "empty", "too long"]


KINDS = {
    "Mongolia": "name", "Kingdom of Belgium": "formal", "Holland": "common", "Kenyan": "demonym", "Burma": "historic",
    "Soviet Union": "historic", "英国": "japanese", "MNG": "code", "MN": "code", "UAE": "code", "ASEAN": "organisation",
    "European Union": "organisation", "Kosovo": "name",
}  # fmt: skip


@each(("printed", "kind"), KINDS.items())
def test_says_by_what_an_area_is_named(printed: str, kind: str) -> None:
    answer = parse_area(printed)
    assert isinstance(answer, Area)
    assert answer.kind == kind


MENTIONS = {
    "Japan-Mongolia Relations": "JPN MNG",
    "Japan–U.S.–Mongolia": "JPN USA MNG",
    "Japan-U.K. and Japan-Czech Republic": "JPN GBR JPN CZE",
    "Japan-Solomon; Guinea-Bissau": "JPN SLB GNB",
    "the Indo-Pacific": "",
    "Romania, Somalia, Nigeria": "ROU SOM NGA",
    "turkey and chad on china": "",
    "MONGOLIA AND JAPAN": "MNG JPN",
    "Mongolia’s growth, Japan's aid": "MNG JPN",
    "visited Japanin October 2012": "JPN",
    "from New Zealandto Fiji": "NZL FJI",
    "(to Japan)31.1 billion": "JPN",
    "Papua New Guinea, Equatorial Guinea, Guinea": "PNG GNQ GIN",
    "South Sudan and Sudan": "SSD SDN",
    "the United States of America (U.S.A.)": "USA USA",
    "the U.S.S.R., later Russia": "SUN RUS",
    "United\nKingdom of Great Britain and\nNorthern Ireland": "GBR",
    "United\n\nKingdom": "",
    "US$ 34.24 million, US $5, U.S. dollars, U.S.$3": "",
    "1.2 billion Japanese yen; Hong Kong dollars": "",
    "IN AND TO BE AS NO": "",
    "MNG JPN XKX": "",
    "UK US UAE EU ROK DPRK PRC USSR": "GBR USA ARE XEU KOR PRK CHN SUN",
    "Mr. Jordan met Ms. Kenya Sato and Minister T. JORDAN of Jordan": "JOR",
    "A. JAPAN'S AID": "JPN",
    "O'Chad and d'Oman": "",
    "Sino-Japanese treaty; Sino studies": "CHN JPN",
    "Latin American, African-American, American": "USA",
    "Indian Ocean, Indian": "IND",
    "Gulf of Mexico, Lake Chad, South China Sea": "",
    "Atlanta, Georgia; Georgia, USA; Georgia": "GEO",
    "Mongolia, Korea, Republic of Congo": "MNG COG",
    "Korea, Republic of, and Micronesia (Federated States of)": "KOR FSM",
    "Czech-Republic of Korea": "CZE KOR",
    "Serbia and Montenegro; Serbia, Montenegro": "SCG SRB MNE",
    "Bosnia and Herzegovina, Trinidad & Tobago": "BIH TTO",
    "Korean, South Korean, North Korean": "KOR PRK",
    "the former Yugoslav Republic of Macedonia": "MKD",
    "https://www.mofa.go.jp/Japan/Mongolia/ Japan": "JPN",
    "St. Kitts and Nevis, ST. LUCIA": "KNA LCA",
    "Sao Tome and Principe and São Tomé and Príncipe": "STP STP",
    "non-Japanese and Non-ASEAN": "JPN XAS",
    "a Family Reunion, the North Pole, the Emirates Stadium": "",
    "Japan/Mongolia, 2000Mongolia": "JPN MNG MNG",
    "日本とモンゴル国の関係": "JPN MNG",
    "日・モンゴル、インドネシア・日本": "MNG IDN JPN",
    "インドネシア、ソマリア、オマーン": "IDN SOM OMN",
    "日中国交正常化、日韓国交、訪問中国内": "",
    "4月1日本会議、令和5年日本": "JPN",
    "チャド・スミス、タイトル、インド太平洋": "",
    "Mongoliaと日本": "MNG JPN",
    "南アジアと南アフリカ": "ZAF",
    "China, Hong Kong and Japan; 中国香港": "CHN HKG JPN CHN HKG",
    "Austria - Hungary, Japan - Congo - Kinshasa": "AUT HUN JPN COD",
}


@each(("text", "expected"), MENTIONS.items())
def test_finds_the_mentions_of_running_text(text: str, expected: str) -> None:
    assert [area for area, _ in found(text)] == expected.split()


def test_spans_are_those_of_the_printed_text() -> None:
    text = "Türkiye–Co\u0302te d’Ivoire, Japanin May, Falkland Islands (Malvinas), U.S.A., Micronesia, Fed. Sts., Mongolia’s"
    names = ["Türkiye", "Co\u0302te d’Ivoire", "Japan", "Falkland Islands (Malvinas)", "U.S.A."]
    names += ["Micronesia, Fed. Sts.", "Mongolia"]
    assert [printed for _, printed in found(text)] == names


GLUE = [*" -,.;:'’()&\n\u0301$日・", "the ", "St. ", "in ", "U.", "S.", "xa"]
PIECES = st.sampled_from([*dict.fromkeys(lexicon().as_printed.values()), *GLUE])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


@given(TEXTS)
def test_any_text_has_an_answer_and_true_spans(text: str) -> None:
    assert isinstance(parse_area(text), Area | Refusal)
    end = 0
    for mention in find_areas(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        rest = text[end:]
        assert code(text[mention.start : end]) == mention.area or fold(rest).startswith("-")


@given(st.text(max_size=60))
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)


HOSTILE = [*"Aa日マé\u0301(' \n・1-&", "U.", "A ", "St. ", "Xin ", "日本", "http://"]
HOSTILE += ["United States of ", "Republic of the ", "Bonaire, Sint Eustatius and "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_takes_time_only_as_the_text_is_long(piece: str) -> None:
    def seconds(more: int) -> float:
        text = piece * (100_000 // len(piece.encode()) + more)  # each time another one: texts are remembered
        start = time.thread_time()
        find_areas(text)
        parse_area(text)
        return time.thread_time() - start

    # A text of nothing but names takes the longest: about 4 µs for each of them, whatever stands beside it.
    assert min(map(seconds, range(3))) < 0.25


def test_data_are_whole() -> None:
    known = {row["code"]: row for row in rows("areas.csv")}
    iso = {country.alpha_3: country.alpha_2 for country in COUNTRIES}
    assert {key: row["alpha_2"] for key, row in known.items() if row["kind"] == "iso"} == iso
    ended = {country.alpha_3 for country in pycountry.historic_countries}
    assert all(key.startswith("X") or key in ended for key, row in known.items() if row["kind"] != "iso")
    assert all(row["note"] for row in known.values() if row["kind"] != "iso")
    names = list(rows("area_names.csv"))
    assert {row["code"] for row in names} <= {*known, ""}
    kinds = {"name", "formal", "common", "demonym", "historic", "japanese", "code", "organisation", "none"}
    assert {row["kind"] for row in names} == kinds
    assert all((row["kind"] == "none") == (row["code"] == "") for row in names)
    assert len({(row["name"], row["code"]) for row in names}) == len(names)


def test_every_name_of_the_data_is_read_as_its_area() -> None:
    listed = [row for row in rows("area_names.csv") if not row["name"].endswith("-")]
    wrong = {row["name"]: code(row["name"]) for row in listed if code(row["name"]) != (row["code"] or "no area")}
    shared = {row["name"] for row in listed if sum(other["name"] == row["name"] for other in listed) > 1}
    assert {name for name, answer in wrong.items() if answer != "ambiguous"} == set()
    assert set(wrong) - shared <= {"Saint Martin"}


WITHOUT_DEMONYM = "ATA ATF BES BLM BVT CCK GGY HMD IOT JEY MAF SGS SJM SPM UMI"


def test_every_country_of_iso_has_a_japanese_name_and_a_demonym_where_people_live() -> None:
    names = list(rows("area_names.csv"))
    japanese = {row["code"] for row in names if row["kind"] == "japanese"}
    demonyms = {row["code"] for row in names if row["kind"] == "demonym"}
    members = {row["code"] for row in rows("areas.csv") if row["kind"] == "iso"}
    assert members - japanese == set()
    assert members - demonyms <= {"VAT", *WITHOUT_DEMONYM.split()}


def test_lists_and_names_areas() -> None:
    assert area_name("MNG") == "Mongolia"
    assert area_name("QQQ") == "QQQ"
    assert areas()["XKX"] == "Kosovo"
