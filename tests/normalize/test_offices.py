"""Where titles begin and end, what they are in corrected spelling, and their classes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalize.visit.office import classes
from pipeline.normalize.visit.office.offices import classify_office, find_office
from tests.each import each

FOUND = [  # text, printed office, what is left behind it
    ("Minister for Foreign Affairs S. UNO", "Minister for Foreign Affairs"),
    ("Minister of Health, Labor and Social Welfare Miodrag Radunović", "Minister of Health, Labor and Social Welfare"),
    ("Deputy Prime Minister and Minister of Finance ASO Taro", "Deputy Prime Minister and Minister of Finance"),
    ("Deputy Prime Minister, and Foreign Minister Pham Gia Khiem", "Deputy Prime Minister, and Foreign Minister"),
    ("Prime Minister, and Minister of Public Utilities and Infrastructure Jan Nowak",
     "Prime Minister, and Minister of Public Utilities and Infrastructure"),
    ('Minister in charge of "Cool Japan" Strategy / Minister of State for Regulatory Reform INADA Tomomi',
     'Minister in charge of "Cool Japan" Strategy / Minister of State for Regulatory Reform'),
    ("Chairman of the Committee on Foreign Affairs, House of Representatives, SUZUKI",
     "Chairman of the Committee on Foreign Affairs, House of Representatives"),
    ("Economy, Trade and Industry Minister Amari", "Economy, Trade and Industry Minister"),
    ("Minister of Mines and Hydrocarbons Gabriel Lima", "Minister of Mines and Hydrocarbons"),
    ("Minister of Blue Xylography, NANA", "Minister of Blue Xylography"),
    ("Speaker of the Xanadu Jan Nowak", "Speaker of the Xanadu"),
    ("Governor of New South Wales Marie Bashir", "Governor of New South Wales"),
    ("Assistant to the President for National Security Affairs John Bolton",
     "Assistant to the President for National Security Affairs"),
    ("Minister in the Prime Minister's Office, Tarek", "Minister in the Prime Minister's Office"),
    ("Prime Minister Mackenzie King", "Prime Minister"),
]  # fmt: skip

CORRECTED = [
    ("Minister for Foreign Affiars", "Minister for Foreign Affairs", (("Affiars", "Affairs"),)),
    ("Minister of Trade and Indastry, X", "Minister of Trade and Industry", (("Indastry", "Industry"),)),
    ("Minister of Agricalture, NANA", "Minister of Agriculture", (("Agricalture", "Agriculture"),)),
    ("Minister of Healh and Welfare", "Minister of Health and Welfare", (("Healh", "Health"),)),
    ("Presidnet of the Republic", "President of the Republic", (("Presidnet", "President"),)),
    ("Vice-Miniter for Foreign Affairs", "Vice-Minister for Foreign Affairs", (("Miniter", "Minister"),)),
    ("President of Hungary", "President", ()),
    ("Minister of Foreign Affairs and Trade of Hungary", "Minister of Foreign Affairs and Trade", ()),
    ("President of the Republic of Korea", "President", ()),
    ("the then Prime Minister", "Prime Minister", ()),
    ("Lao Prime Minister", "Prime Minister", ()),
    ("U.S. Secretary of State", "Secretary of State", ()),
    ("Governor of Bank of Estonia", "Governor of Bank of Estonia", ()),
    ("Former Prime Minister", "Former Prime Minister", ()),
    ("Minister of Labour and Defense", "Minister of Labour and Defense", ()),
    ("Minister of Labor and Defence", "Minister of Labor and Defence", ()),
]

CLASSES = {
    "head_of_state": ["Emperor", "King", "Queen", "Sultan", "Amir", "Grand Duke", "Shah", "Chief of State", "President", "President of the Republic", "Governor General", "Pope", "State President",
                      "President of the Swiss Confederation", "Member of the Presidency", "Acting President", "U.S. President"],
    "head_of_government": ["Prime Minister", "Premier", "Chancellor", "Taoiseach", "PM", "Federal Chancellor",
                           "Chairman of the Council of Ministers", "President of the Government",
                           "President of the Transitional Government"],
    "minister_foreign_affairs": ["Foreign Minister", "Minister for Foreign Affairs", "Minister of External Relations",
                                 "Secretary of State", "Foreign Secretary", "Minister of Foreign Affairs and Trade",
                                 "Minister in Charge of Foreign Affairs", "Minister of External Affairs",
                                 "Deputy Prime Minister and Minister of Foreign Affairs",
                                 "Federal Minister for European and International Affairs"],
    "minister": ["Minister of Finance", "Deputy Prime Minister", "Minister of Foreign Trade", "Minister of State",
                 "Chief Cabinet Secretary", "Secretary of Defense", "Chancellor of the Exchequer", "Finance Minister",
                 "Secretary of State for Justice"],
    "vice_minister": ["Vice-Minister for Foreign Affairs", "Senior Vice Minister of Economy", "State Secretary",
                      "Parliamentary Secretary for Foreign Affairs", "Foreign Affairs Parliamentary Vice-Minister",
                      "State Minister for Foreign Affairs", "Deputy Foreign Minister", "Assistant Minister of Trade",
                      "Vice Foreign Minister", "First Deputy Minister of Foreign Affairs", "Vice Minister"],
    "speaker": ["Speaker of the House of Representatives", "President of National Assembly", "Speaker",
                "Chairman of the State Great Khural", "President of the Riigikogu", "President of the Senate",
                "House Speaker", "National Assembly Speaker", "Senate President", "Parliamentary Speaker"],
    "legislator": ["Member of the House of Councillors", "Member of the European Parliament", "Senator",
                   "Chairman of the Foreign Affairs Committee, Parliament of Estonia", "Deputy Speaker"],
    "royal": ["Empress", "Crown Prince", "Princess", "King Father", "Queen Mother", "Prince of Wales", "Sultan of Johor", "Deputy Crown Prince",
              "Co-Prince"],
    "subnational": ["Mayor of London", "Governor of Hokkaido", "First Minister of Scotland", "Premier of Victoria", "State Premier",
                   "Governing Mayor of Berlin"],
    "official": ["Special Envoy of the Prime Minister", "Governor of Bank of Estonia", "Ambassador to Japan",
                 "Commander of the Estonian Defence Forces", "Director-General of the Science and Technology Agency",
                 "Special Advisor to the Prime Minister", "Vice President", "UN Secretary-General", "European Commission President", "Central Bank Governor",
                 "Permanent Secretary for Foreign Affairs", "Secretary General of the Ministry of Foreign Affairs"],
    "other": ["Former Prime Minister", "President-elect", "", "Baker"],
}  # fmt: skip


@each(("text", "printed"), FOUND)
def test_an_office_ends_where_the_name_begins(text: str, printed: str) -> None:
    found = find_office(text)
    assert found is not None
    start, end, office = found
    assert text[start:end] == office.printed == printed


@each(("text", "corrected", "typos"), CORRECTED)
def test_corrected_titles(text: str, corrected: str, typos: tuple[tuple[str, str], ...]) -> None:
    found = find_office(text)
    assert found is not None
    assert (found[2].office, found[2].typos) == (corrected, typos)


@each(("name", "title"), [(name, title) for name, titles in CLASSES.items() for title in titles])
def test_classes(name: str, title: str) -> None:
    assert classify_office(title) == name


@each("title", [title for titles in CLASSES.values() for title in titles])
def test_no_class_is_missed_for_want_of_a_stem(title: str) -> None:
    folded = " ".join(title.lower().replace("-", " ").replace(".", " ").split())
    told = classes._class(folded, classes._rules_of(folded))
    assert classes._class(folded, sum(classes._RULES)) == told


@each("text", ["Taro Aso", "", "Trade", "Foreign", "Ministers of Finance", "Member", "house of cards"])
def test_no_office(text: str) -> None:
    assert find_office(text) is None


def test_an_office_further_on() -> None:
    text = "talks with Foreign Minister Iwaya"
    assert find_office(text) is None
    assert find_office(text, 11) is not None
    start, end, _ = find_office(text, 11) or (0, 0, None)
    assert text[start:end] == "Foreign Minister"


@each("name", ["Healy", "Porter", "Marin", "Forrest", "Mining Ho", "Justin", "Tradel"])
def test_names_are_never_corrected(name: str) -> None:
    found = find_office(f"Minister of Health {name}")
    assert found is not None
    assert found[2].typos == ()


@settings(max_examples=300, deadline=None)
@given(st.text(), st.integers(0, 5))
def test_never_raises(text: str, position: int) -> None:
    found = find_office(text, position)
    assert found is None or 0 <= found[0] < found[1] <= len(text)
    assert classify_office(text)
