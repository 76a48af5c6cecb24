"""Happenings in history tables, lists of agreements and sentences: each with its own date and kind."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of, notes_of

TITLE = "Japan-Armenia Relations\n\nMarch 2019\n\nDiplomatic Relations\n\n"
ROWS = [
    ("1991 | Recognition of the State (December 28)", "recognition", "1991-12-28"),
    ("1992 | Establishment of diplomatic relations (September 7)", "diplomatic_relations", "1992-09-07"),
    ("2010 | Opening of the Embassy in Tokyo (July)", "mission", "2010-07"),
    ("2015 Jan. | Opening of the Embassy in Yerevan", "mission", "2015-01"),
    ("2018 | Signing of the Investment Agreement, initialled in 2017", "agreement", "2018"),
    ("1999-2001 | Grants for schools (May)", "history", "1999/2001"),
]
SENTENCES = {
    "The pact was signed in Tokyo on March 27, 2007 and came into force on September 3, 2007.": [
        ("2007-03-27", "signed", "Tokyo"),
        ("2007-09-03", "in_force", None),
    ],
    "Tax Convention (signed in January 2016, entered into force in December 2016)": [
        ("2016-01", "signed", None),
        ("2016-12", "in_force", None),
    ],
    "The year 1995 marked the 60th anniversary of relations, and an exhibition was held in Nagoya in May of that year.": [
        ("1995", None, None),
        ("1995-05", "held", "Nagoya"),
    ],
    "In 1995 the two sides met, and signed the pact in May of that year.": [("1995-05", "signed", None)],
    "The working group met in Yerevan in May 2010.": [("2010-05", None, "Yerevan")],
}


@each(("row", "kind", "date"), ROWS)
def test_a_row_of_a_history_table(row: str, kind: str, date: str) -> None:
    [event] = facts_of(f"{TITLE}Year | Event |\n---|---|\n{row} |\n").events
    assert (event.kind, event.date, event.date_basis) == (kind, date, "stated")


@each(("sentence", "told"), SENTENCES.items())
def test_dates_have_their_own_clause(sentence: str, told: list[tuple[str, str | None, str | None]]) -> None:
    events = facts_of(f"{TITLE}Agreements\n\n{sentence}\n").events
    assert [(e.date, e.status, e.place) for e in events] == told


def test_several_happenings_in_a_cell() -> None:
    page = (
        "<h1>Japan-Armenia Relations</h1><h2>History</h2><table border=1><tr><th>Year<th>History"
        "<tr><td>1992<td>Diplomatic relations established (September 7)<br>Visit of Foreign Minister Michio Watanabe"
        " to Armenia (November)<br>Consulate opened in<br>Gyumri</table>"
    )
    facts = facts_of(page, "sheet.html")
    assert [(e.kind, e.date) for e in facts.events] == [
        ("diplomatic_relations", "1992-09-07"),
        ("visit", "1992-11"),
        ("mission", "1992"),
    ]
    assert [(v.date, v.main_name, v.occasion) for v in facts.visits] == [("1992-11", "Watanabe", None)]


@each(
    ("cells", "told"),
    [
        ("<b>Diplomatic Relations</b><br>Armenia recognized on December 28, 1991<br>Established on September 7, 1992",
         [("recognition", "1991-12-28", "Armenia recognized on December 28, 1991"),
          ("diplomatic_relations", "1992-09-07", "Established on September 7, 1992")]),
        ("Missions<br>Embassy of Japan opened in January 2015<br>Embassy of Armenia opened in July 2010",
         [("mission", "2015-01", "Embassy of Japan opened in January 2015"), ("mission", "2010-07", "Embassy of Armenia opened in July 2010")]),
        ("Diplomatic relations<br>were opened in 1992.", [("diplomatic_relations", "1992", "Diplomatic relations\nwere opened in 1992.")]),
        ("President Sargsyan visited<br>Japan in June 2012 and met<br>Prime Minister Noda.",
         [("visit", "2012-06", "President Sargsyan visited\nJapan in June 2012 and met\nPrime Minister Noda.")]),
    ],
)  # fmt: skip
def test_lines_of_a_cell_behind_a_bullet(cells: str, told: list[tuple[str, str, str]]) -> None:
    row = "<tr><td width=16><img src=b.gif><td>"
    page = f"<h1>Japan-Armenia Relations</h1><h2>1. Political Relations</h2><table>{row}{cells}{row}Friends</table>"
    events = facts_of(page, "sheet.html").events
    assert [(event.kind, event.date, event.statement) for event in events] == told


def test_what_a_sentence_tells_beside_a_visit_is_none() -> None:
    words = "Prime Minister Petros Ohan visited Japan in March 1991, and the first yen loan was granted in 1998."
    events = facts_of(f"{TITLE}History\n\n{words}\n").events
    assert [(event.kind, event.date) for event in events] == [("visit", "1991-03"), ("history", "1998")]


def test_a_visit_and_what_came_of_it_are_two() -> None:
    facts = facts_of(f"{TITLE}In May 2012 President Sargsyan visited Japan and a joint statement was issued.\n")
    assert [(e.kind, e.date, bool(e.visit_id), e.status) for e in facts.events] == [
        ("visit", "2012-05", True, None),
        ("statement", "2012-05", False, "issued"),
    ]


def test_what_came_of_a_visit_names_neither_it_nor_what_else_is_told() -> None:
    sentence = "In 2015 both celebrated the 60th anniversary of relations, and in March President Sargsyan visited Japan and the leaders agreed on a Strategic Partnership.\n"
    told = [(e.kind, e.date, e.title) for e in facts_of(f"{TITLE}{sentence}").events]
    assert [one for one in told if one[0] in ("anniversary", "visit")] == [
        ("anniversary", "2015", None),
        ("visit", "2015-03", None),
    ]


def test_every_visit_of_a_sentence_has_its_event() -> None:
    facts = facts_of(
        f"{TITLE}President Sargsyan visited Japan in June 2012, and Foreign Minister Kono visited Armenia in May 2018.\n"
    )
    assert [e.visit_id for e in facts.events] == [v.visit_id for v in facts.visits]


@each(
    ("sentence", "told"),
    [
        ("In 1998 they celebrated the centenary of the Treaty, and the President visited Japan in May of that year.",
         [("anniversary", "1998"), ("visit", "1998-05")]),
        ("In 2012 both celebrated the 20th anniversary of relations; in June a joint statement was issued.",
         [("anniversary", "2012"), ("statement", "2012-06")]),
        ("In 2010 the Embassy was opened, and in May President Sargsyan visited Japan.", [("mission", "2010"), ("visit", "2010-05")]),
        ("In 2015 at the summit meeting in May a joint statement was issued.", [("statement", "2015-05")]),
    ],
)  # fmt: skip
def test_a_year_with_a_clause_of_its_own(sentence: str, told: list[tuple[str, str]]) -> None:
    events = facts_of(f"Japan-Armenia Relations\n\nRecent Relations\n\n{sentence}\n").events
    assert [(event.kind, event.date) for event in events] == told


def test_what_an_anniversary_is_of() -> None:
    words = "In 1999 both countries celebrated the centenary of the treaty of 1899. A golden jubilee was held in 2003."
    events = facts_of(f"Japan-Greece Relations\n\nRecent Relations\n\n{words}\n").events
    assert [(event.kind, event.date) for event in events] == [
        ("anniversary", "1999"), ("agreement", "1899"), ("anniversary", "2003"),
    ]  # fmt: skip


def test_a_bracket_on_a_line_of_its_own_belongs_to_the_item_above() -> None:
    items = "  • Treaty of Commerce\n(effective from 1961)\n  • Agreement on Culture\n(signed in 1999)\n"
    events = facts_of(f"Japan-Peru Relations\n\nTreaties and agreements:\n\n{items}").events
    assert [(event.kind, event.date, event.statement) for event in events] == [
        ("agreement", "1961", "Treaty of Commerce\n(effective from 1961)"),
        ("agreement", "1999", "Agreement on Culture\n(signed in 1999)"),
    ]


def test_a_list_of_numbered_years() -> None:
    items = "(1) 1888: Treaty of Amity signed\n(2) 2005: Entry into force of the Economic Partnership Agreement (EPA)\n"
    facts = facts_of(f"Japan-Mexico Relations\n\nOverview\n\n(as of May 2014)\n\n{items}")
    assert [(event.kind, event.date) for event in facts.events] == [("agreement", "1888"), ("agreement", "2005")]
    headed = "(1) 2012: A new level of relations\nIn March the President visited Japan.\n"
    told = facts_of(f"Japan-Mexico Relations\n\nOverview\n\n{headed}")
    assert [event.section for event in told.events] == ["Overview > (1) 2012: A new level of relations"]


def test_years_above_the_months_of_a_history() -> None:
    facts = facts_of(
        "<h1>Japan-Kenya Relations</h1><h2>History</h2><table><tr><th colspan=2>1963<tr><td>Dec.<td>Japan recognized Kenya"
        "<tr><th colspan=2>1964<tr><td>June<td>The Embassy of Japan was opened</table>",
        "sheet.html",
    )
    assert [(event.kind, event.date) for event in facts.events] == [("recognition", "1963-12"), ("mission", "1964-06")]
    assert facts.outline.published is None


def test_a_policy_since_a_day_began_on_it() -> None:
    facts = facts_of(
        "Japan-Kenya Relations\n\nOverview\n\nVisas for short stay have been waived for Kenyan nationals since July 1, 2013.\n"
    )
    assert [(event.kind, event.date) for event in facts.events] == [("policy", "2013-07-01")]


@each(
    ("prose", "told"),
    [
        (
            "Relations were broken off in 1941. They were restored in 1952, and the missions were raised to embassies in 1954.",
            [("diplomatic_relations", "1941"), ("diplomatic_relations", "1952"), ("mission", "1954")],
        ),
        ("The first contact dates from 1609, when a galleon ran aground.", [("history", "1609")]),
        ("Official ties go back to 1910.", [("history", "1910")]),
        ("Reopened in 1952", [("diplomatic_relations", "1952")]),
        ("Relations broken off in January 1942", [("diplomatic_relations", "1942-01")]),
        ("Economic relations resumed in June 1952.", [("history", "1952-06")]),
    ],
)
def test_a_relation_that_ended_and_began(prose: str, told: list[tuple[str, str]]) -> None:
    assert [(event.kind, event.date) for event in facts_of(f"{TITLE}{prose}\n").events] == told


def test_a_numbered_agreement_heads_nothing() -> None:
    items = "1. Tax Convention (signed in February 1970)\n2. Agreement on Technical Cooperation (signed in July 2005)\n"
    facts = facts_of(f"Japan-Zambia Relations\n\nMay 2014\n\nAgreements\n\n{items}\n")
    assert [(row.kind, row.date) for row in facts.events] == [("agreement", "1970-02"), ("agreement", "2005-07")]
    assert not facts.observations


def test_what_is_said_of_a_term_below_it_behind_a_tab_is_told_with_it() -> None:
    text = "Agreements\n\nTax Convention\n\tsigned in March 1970\nAir Services Agreement\n\tsigned in February 1953\n"
    events = facts_of(f"Japan-Zambia Relations\n\nMay 2014\n\n{text}").events
    assert [(row.date, row.title) for row in events] == [
        ("1970-03", "Tax Convention"),
        ("1953-02", "Air Services Agreement"),
    ]


def test_an_item_of_relations_with_its_date_in_a_bracket_is_a_happening() -> None:
    page = "<h1>Japan-Zambia Relations</h1><p>May 2014</p><h2>Diplomatic Relations</h2><ul><li>Establishment of diplomatic relations (July 1964)<li>Opening of the Embassy of Japan in Lusaka (January 2008)</ul>"
    assert [(row.kind, row.date) for row in facts_of(page, "sheet.html").events] == [
        ("diplomatic_relations", "1964-07"),
        ("mission", "2008-01"),
    ]


def test_a_bracket_that_labels_its_date_is_a_happening_of_its_own() -> None:
    facts = facts_of(
        "Japan-Kenya Relations\n\nDiplomatic Relations:\n\n  • Established in March 1980 (Recognition of its independence: July 1979)\n"
    )
    assert [(event.kind, event.date) for event in facts.events] == [
        ("diplomatic_relations", "1980-03"),
        ("recognition", "1979-07"),
    ]


@each("line", ["August 31, 1993 Establishment of diplomatic relations", "1993 Establishment of diplomatic relations"])
def test_what_happened_on_a_date_in_front_is_no_heading(line: str) -> None:
    """As one it would give its date to all headings below."""
    facts = facts_of(
        f"Japan-Eritrea Relations\n\n1. Diplomatic Relations\n{line}\n\n2. Trade with Japan (2014)\nExports: 2 yen\n"
    )
    assert [(event.kind, event.date and event.date[:4]) for event in facts.events] == [("diplomatic_relations", "1993")]


STATED = [
    ("As of 2017, 25 Japanese companies operate in Palau.", ("companies", "2017", "25")),
    ("In 2016, 30,000 Japanese tourists visited Palau.", ("visitors", "2016", "30000")),
    ("Japan was the second largest donor to Palau in 2015.", ("donor_rank", "2015", "2")),
    ("Since 1980, 420 Palauans have studied in Japan.", ("students", "1980/..", "420")),
    ("Palau's population was 21,000 in 2016.", ("population", "2016", "21000")),
    ("Japan has extended grant aid of 14 billion yen to Palau until FY 2015.", ("oda_grants", "2015-04/2016-03", "14000000000")),
    ("2016年には3万人の日本人観光客がパラオを訪れた。", ("visitors", "2016", "30000")),
]  # fmt: skip


@each(("sentence", "told"), STATED)
def test_a_figure_is_no_happening(sentence: str, told: tuple[str, str, str]) -> None:
    heading = "Overview" if sentence.isascii() else "政治関係"
    title = "Japan-Palau Relations" if sentence.isascii() else "日・パラオ関係"
    facts = facts_of(f"{title}\n\n{heading}\n\n{sentence}\n")
    assert [(row.indicator, row.period, str(row.value).split(".")[0]) for row in facts.observations] == [told]
    assert facts.events == []


HAPPENED = [
    "In 2012, Japan provided grant aid of 1.2 billion yen for the construction of a hospital.",
    "In 1998, Japan opened a school in Palau for 300 Japanese nationals living there.",
    "The President of Palau visited Japan in 2009.",
]


@each(("sentence",), [(sentence,) for sentence in HAPPENED])
def test_what_was_done_is_a_happening(sentence: str) -> None:
    facts = facts_of(f"Japan-Palau Relations\n\nOverview\n\n{sentence}\n")
    assert [event.statement for event in facts.events] == [sentence]


@each("line", ["Users of the reading room: 15 persons (2012)", "  • Users of the reading room: 15 persons (2012)"])
def test_a_figure_that_nobody_knows_is_no_happening(line: str) -> None:
    facts = facts_of(f"Japan-Fiji Relations\n\nMay 1, 2015\n\nTrade with Japan\n\n{line}\n")
    assert facts.events == []


LISTED = [
    ("Cultural agreement 1974", "1974"),
    ("- Treaty of peace 1974", "1974"),
    ("- Agreement on Air Services 1999.", "1999"),
    ("Treaty of Amity (revised) 1911", "1911"),
    ("Memorandum on Agenda 2030", None),
    ("Agreement with over 2000 places", None),
    ("Arrangement under Law No. 1974", None),
    ("Convention with over 1999", None),
    ("Rice shipments 1974", None),
]


@each(("line", "date"), LISTED)
def test_a_year_ends_the_name_of_an_agreement(line: str, date: str | None) -> None:
    facts = facts_of(f"{TITLE}Bilateral Agreements\n\n{line}\n")
    assert [(event.kind, event.date, event.date_basis) for event in facts.events] == (
        [("agreement", date, "stated")] if date else []
    )
    assert bool(notes_of(facts, "unrecognised_text")) is (date is None)


ABOVE = [
    ("Agreements\n\nFeb. 1993\nAgreement for Air Services (signed)\nJuly 2003\nTax Convention\nProtocol to it\n", ["1993-02", "2003-07", "2003-07"]),
    ("Agreements\n\n1993\nAgreement for Air Services\n\nJuly 4, 2003\nTax Convention (in force since May 2004)\n", ["1993", "2003-07-04"]),
    ("Agreements\n\nAgreement for Air Services\nFeb. 1993\nTax Convention\nJuly 2003\n", ["1993-02", "2003-07"]),
    ("Agreements\n\nFeb. 1993\nAgreement for Air Services\n\nTax Convention\n", ["1993-02"]),
]  # fmt: skip


@each(("text", "dates"), ABOVE)
def test_a_date_alone_is_that_of_the_lines_right_below(text: str, dates: list[str | None]) -> None:
    events = facts_of(f"Japan-Armenia Relations\n\nMarch 2019\n\n{text}").events
    assert [event.date for event in events if event.date != "2004-05"] == dates
    assert {event.kind for event in events} == {"agreement"}
    assert all("Air Services" in event.statement for event in events if event.date[:4] == "1993")
    assert not any("Air Services" in event.statement for event in events if event.date[:4] != "1993")


MISSIONS = [
    "Embassy of Japan in Nepal\nKathmandu (opened in January 1968)\n",
    "Embassy of Japan in Nepal\nOpened in January 1968 in Kathmandu.\n",
    "<p>Embassy of Japan in Nepal<br>Since January 1968, Kathmandu</p>",
]


@each("text", MISSIONS)
def test_a_mission_and_its_opening_on_two_lines(text: str) -> None:
    is_page = text.startswith("<")
    page = f"<html><body><h1>Japan-Nepal Relations</h1><h2>Overview</h2>{text}</body></html>"
    (event,) = facts_of(
        page if is_page else f"Japan-Nepal Relations\n\nOverview\n\n{text}", "s.html" if is_page else "s.txt"
    ).events
    assert (event.kind, event.date[:7]) == ("mission", "1968-01")
    assert event.statement.startswith("Embassy of Japan in Nepal\n")
    assert is_page or event.line == 5
