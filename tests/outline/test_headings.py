"""Headings → keys, topics and directions."""

from pipeline.outline.captions import caption_direction
from pipeline.outline.headings import likely_topic, read_head
from pipeline.publishers import load
from tests.each import each
from tests.helpers import outline_of

TOPICS = [
    ("Diplomatic Relations:", "relations"),
    ("１　外交関係 Diplomatic Relations", "relations"),
    ("２　在留者数 Number of Residents", "residents"),
    ("（３）貿易 Trade with Japan（2021年）", "trade"),
    ("Recognition of its independence:", "relations"),
    ("Basic Framework", "relations"),
    ("Japanese Nationals:", "residents"),
    ("Japanese Nationals (long-term residents):", "residents"),
    ("Number of Residents:", "residents"),
    ("Number of Japanese Residents in the UK:", "residents"),
    ("Sweden Nationals in Japan:", "residents"),
    ("Number of Visitors (2019)", "visitors"),
    ("Visitors between Japan and Sweden (2019)", "visitors"),
    ("Number of Swedish Nationals visiting Japan", "visitors"),
    ("Mongolian students in Japan", "students"),
    ("Trade with Japan:", "trade"),
    ("Trade with Japan (2019):", "trade"),
    ("Trade with Japan in 2015:", "trade"),
    ("Trade with Japan (as of 2017):", "trade"),
    ("Trade with Japan (in Japanese Yen):", "trade"),
    ("Trade between Japan and Fiji (2022):", "trade"),
    ("Japan-Kenya Trade (Yen: billion)", "trade"),
    ("Economic Relations (Exports and Imports, 2016)", "trade"),
    ("2. Economic Ties", "economy"),
    ("A. Trade Volume", "trade"),
    ("Japan's Exports to Peru", "trade_exports"),
    ("Exports to Japan", "trade_exports"),
    ("Total Japan-Mongolia trade", "trade_total"),
    ("Direct Investment from Japan (2018):", "investment"),
    ("Direct Investment Position (2021):", "investment"),
    ("Major Direct Investment from Japan:", "investment"),
    ("Japanese companies in Mexico:", "companies"),
    ("Japan's Economic Cooperation (cumulative total as of FY 2015):", "oda"),
    ("Japan's Development Cooperation", "oda"),
    ("ODA from Japan (2017):", "oda"),
    ("Official Development Assistance (ODA)", "oda"),
    ("Loan Aid", "oda_loans"),
    ("Technical cooperation", "oda_technical"),
    ("Cultural Grant (cumulative total fiscal 1975-2004)", "cultural_projects"),
    ("Major Donors (2016 OECD/DAC)", "donors"),
    ("VIP Visits (since 2011)", "visits"),
    ("Recent Visits by Eminent Persons", "visits"),
    ("Treaties and agreements:", "agreements"),
    ("Historical Sketch", "narrative"),
    ("Friendship Leagues:", "friendship_leagues"),
    ("Main Economic Indicators (2013)", "own_economy"),
    ("Foreign Trade of Fiji", "world_trade"),
    ("Major Trading Partners", "trade_shares"),
    ("Trade with the World", "world_trade"),
    ("Aid by Category", "oda"),
    ("Aid from Other Donors", "donors"),
    ("[Trade with Japan (2019)]", "trade"),
    ("3. [Economic Relations]:", "economy"),
    ("<Visits>", "visits"),
    ("[2] [Visits]", None),
    ("Something else", None),
]


@each(("printed", "topic"), TOPICS)
def test_topic(printed: str, topic: str | None) -> None:
    found = likely_topic(read_head(printed), load())
    assert (found.name if found else None) == topic


CAPTIONS = [
    ("From Japan to Mongolia", ("JPN", "MNG")),
    ("(1) From Japan to the Republic of Cabo Verde:", ("JPN", "CPV")),
    ("From Mongolia to Japan (1997-)", ("MNG", "JPN")),
    ("Visit to Canada (2000-)", ("JPN", "CAN")),
    ("Visits to Japan", (None, "JPN")),
    ("Prime Minister's office", None),
    ("Exports to Japan", None),
]


@each(("printed", "direction"), CAPTIONS)
def test_caption(printed: str, direction: tuple[str | None, str | None] | None) -> None:
    assert caption_direction(read_head(printed), "JPN") == direction


AMONG_VISITS = [
    ("Visits to Japan from Oman", ("OMN", "JPN")),
    ("Japanese visitors to Oman", ("JPN", "OMN")),
    ("(Japan → Oman)", ("JPN", "OMN")),
    ("Visits to Oman by Japanese VIPs", ("JPN", "OMN")),
    ("Omani VIPs visiting Japan", ("OMN", "JPN")),
    ("[From Japan]", ("JPN", None)),
    ("Omani dignitaries (2003-)", ("OMN", "JPN")),
    ("Visits between Japan and Oman", None),
    ("Visits to and from Japan", None),
    ("Japan-Oman VIP visits", None),
    ("Oman", None),
]


@each(("printed", "direction"), AMONG_VISITS)
def test_caption_where_visits_are_told(printed: str, direction: tuple[str | None, str | None] | None) -> None:
    found = caption_direction(read_head(printed), "JPN", among_visits=True)
    assert found == direction or (direction and found and found[0] == direction[0] and direction[1] is None)


def test_chapters_hold_numbered_parts() -> None:
    parts = "I. Basic Data\n\n1. Residents\n\nII. Trade (Unit: million yen)\n\n1. Exports to Japan\n\nA. Fish\n\n"
    letters = "H. Aid\n\nI. Investment\n\n"
    lines = outline_of(f"Japan-Kenya Relations\n\n{parts}III. Aid\n\n1. Letters\n\n{letters}").lines
    paths = {(line.section.heading or "")[:12]: line.section.path for line in lines}
    assert paths["1. Exports to"[:12]] == "II. Trade (Unit: million yen) > 1. Exports to Japan"
    assert paths["III. Aid"] == "III. Aid"
    assert paths["I. Investmen"] == "III. Aid > I. Investment"


def test_nothing_below_a_heading_of_figures_is_no_figure() -> None:
    outline = outline_of("Japan-Fiji Relations\n\nMay 1, 2015\n\nTrainees received in Japan\n• \n")
    assert [line.role for line in outline.lines][:2] == ["title", "date"]


def test_letters_count_chapters_where_they_come_first() -> None:
    parts = (
        "A. POLITICAL RELATIONS\n\n1. Treaties\n\n2. Visits\n\nB. TRADE\n\n1. Exports to Japan\n\nC. AID\n\n1. Loans"
    )
    for title in ("Japan-Kenya Relations", "The Ministry of Foreign Affairs of Japan\n\nJapan-Kenya Relations"):
        paths = [line.section.path for line in outline_of(f"{title}\n\n{parts}").lines if line.role == "heading"]
        assert paths[3:] == ["B. TRADE", "B. TRADE > 1. Exports to Japan", "C. AID", "C. AID > 1. Loans"]
    below = outline_of(f"Japan-Kenya Relations\n\n1. Basic Data\n\n{parts}").lines
    assert next(line.section.path for line in below if line.section.heading == "B. TRADE") == "B. TRADE"


def test_small_letters_count_the_parts_of_a_numbered_heading() -> None:
    for form in ("{}.", "({})", "{})"):
        a, b, c = (form.format(letter) for letter in "abc")
        parts = f"{a} By Fiscal Year (million yen)\n\nLoans: 3\n\n{b} Accumulated Total\n\nLoans: 5\n\n{c} ODA of Others, 2004"
        lines = outline_of(f"Japan-Kenya Relations\n\n5. Aid from Japan\n\n{parts}\n\n6. Trade\n").lines
        paths = [line.section.path for line in lines if line.role == "heading"]
        assert paths[1:] == [
            f"5. Aid from Japan > {a} By Fiscal Year (million yen)",
            f"5. Aid from Japan > {b} Accumulated Total",
            f"5. Aid from Japan > {c} ODA of Others, 2004",
            "6. Trade",
        ]
    assert read_head("a. m. Trade").number is None


@each("frame", ["[{}]", "<{}>"])
def test_headings_in_brackets_end_each_other(frame: str) -> None:
    names = ["Fiji at a Glance", "Trade", "Japan's Assistance", "Nationals", "Visits", "Others"]
    a, trade, aid, people, visits, others = (frame.format(name) for name in names)
    text = f"{a}\n\nCapital: Suva\n\n{trade}\n\n1. Exports\n\nCars are sold.\n\n{aid}\n\nGrants: 3 billion yen\n\n"
    text += f"{people}\n\nJapanese residents in Fiji: 19\n\n{visits}\n\nVisitors from Japan\n\n{others}\n\nNone"
    lines = outline_of(f"Japan-Fiji Relations\n\nMay 2005\n\n{text}").lines
    paths = [line.section.path for line in lines if line.role in ("heading", "caption", "label")]
    bare = [name.rstrip(":") for name in (a, trade, aid, people, visits, others)]
    inner = [f"{bare[1]} > 1. Exports", f"{bare[4]} > Visitors from Japan"]
    assert paths == [*bare[:2], inner[0], *bare[2:5], inner[1], bare[5]]
