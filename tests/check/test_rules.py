"""Each rule fires where it must, and keeps silent on a sheet that differs only in being right."""

from __future__ import annotations

from tests.each import each
from tests.helpers import facts_of, notes_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\nBasic Data\n\n"
TRADE = (
    HEAD
    + "Trade with Japan (2014):\n\n  • Total trade: {total} billion yen\n  • Exports to Japan: {a}\n  • Imports from Japan: {b}\n"
)
VISITS = HEAD + "VIP Visits\n\nFrom Japan to Fiji{scope}\nYear Name\n{rows}\n"
LIST = (
    HEAD
    + "1. Recent Visits{scope}\n\n(1) {year}:\nMarch: Visit of Mr. Taro Aso, Minister for Foreign Affairs, to Fiji\n"
)
AID = HEAD + "Japan's Economic Cooperation (cumulative total until FY 2012):\n\n{}\n"
SERIES = HEAD + "Trade (Billion Yen)\nYear 2010 2011 2012\nExports to Fiji {}\n"

FIRES_AND_NOT = [
    ("missing_title", "Oceania\n\nMay 1, 2015\n\nBasic Data\n\nTrade with Japan:\n\n  • Exports to Fiji: 1 yen\n", HEAD),
    ("missing_published_date", HEAD.replace("May 1, 2015\n\n", ""), HEAD),
    ("sum_mismatch", TRADE.format(total=31, a="9.2 billion yen", b="1.8 billion yen"), TRADE.format(total="11.0", a="9.2 billion yen", b="1.8 billion yen")),
    ("balance_mismatch", HEAD + "Trade with Japan (2014):\n\n  • Total trade: 31.1 billion yen (20.4 billion yen surplus in Japan's favor)\n  • Exports to Fiji: 29.3 billion yen\n  • Imports from Fiji: 1.8 billion yen\n",
     HEAD + "Trade with Japan (2014):\n\n  • Total trade: 31.1 billion yen (27.4 billion yen surplus in Japan's favor)\n  • Exports to Fiji: 29.3 billion yen\n  • Imports from Fiji: 1.8 billion yen\n"),
    ("scale_suspect", TRADE.format(total=9, a="1.2 trillion yen", b="1.8 billion yen"), TRADE.format(total=9, a="1.2 billion yen", b="1.8 billion yen")),
    ("missing_currency", TRADE.format(total=9, a="1.2 billion", b="1.8 billion yen"), TRADE.format(total=9, a="1.2 billion yen", b="1.8 billion yen")),
    ("missing_period", HEAD + "Trade with Japan:\n\n  • Exports to Japan: 3 billion yen\n", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: 3 billion yen\n"),
    ("missing_value", HEAD + "Trade with Japan (2014):\n\nVIP Visits\n", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: none\n\nVIP Visits\n"),
    ("direction_undecided", HEAD + "Trade (2014):\n\n  • Exports: 3 billion yen\n", HEAD + "Trade (2014):\n\n  • Exports to Japan: 3 billion yen\n"),
    ("direction_inferred", HEAD + "Trade (2014):\n\n  • Exports: 3 billion yen (fish)\n", HEAD + "Trade (2014):\n\n  • Exports to Japan: 3 billion yen (fish)\n"),
    ("measure_unstated", HEAD + "Direct Investment from Japan (2013):\n\n  • 3 billion yen\n", HEAD + "Direct Investment from Japan (stock, as of 2013):\n\n  • 3 billion yen\n"),
    ("label_repeated", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: 3 billion yen\n  • Exports to Japan: 4 billion yen\n", TRADE.format(total=7, a="3 billion yen", b="4 billion yen")),
    ("label_repeated", TRADE.format(total=7, a="3 billion yen, 4 billion yen", b="4 billion yen"), TRADE.format(total=7, a="3 billion yen, 30 million US dollars", b="4 billion yen")),
    ("duplicate_row", VISITS.format(scope="", rows="2006 Prime Minister Shinzo Abe\n2006 Prime Minister Shinzo Abe"), VISITS.format(scope="", rows="2006 Prime Minister Shinzo Abe\n2007 Prime Minister Shinzo Abe")),
    ("duplicate_row", VISITS.format(scope="", rows="2006 May Prime Minister Shinzo Abe\nMay Prime Minister Shinzo Abe"), VISITS.format(scope="", rows="2006 May Prime Minister Shinzo Abe\nJune Prime Minister Shinzo Abe")),
    ("duplicate_row", VISITS.format(scope="", rows="2006 May Prime Minister Shinzo Abe\nMay Prime Minister Shinzo Abe"), VISITS.format(scope="", rows="2006 Prime Minister Shinzo Abe\nPrime Minister Shinzo Abe")),
    ("outside_stated_scope", VISITS.format(scope=" (since 2005)", rows="1993 Prime Minister Kiichi Miyazawa"), VISITS.format(scope=" (since 2005)", rows="2006 Prime Minister Shinzo Abe")),
    ("after_publication", VISITS.format(scope="", rows="June 2016 Prime Minister Shinzo Abe"), VISITS.format(scope="", rows="May 2015 Prime Minister Shinzo Abe")),
    ("stale_figures", HEAD + "Trade with Japan (2009):\n\n  • Exports to Japan: 3 billion yen\n", HEAD + "Trade with Japan (2013):\n\n  • Exports to Japan: 3 billion yen\n"),
    ("unnamed_person", VISITS.format(scope="", rows="2006 H.I.H. the Crown Prince"), VISITS.format(scope="", rows="2006 Crown Prince Naruhito")),
    ("likely_typo", VISITS.format(scope="", rows="2006 Minister for Foreign Affiars Taro Aso"), VISITS.format(scope="", rows="2006 Minister for Foreign Affairs Taro Aso")),
    ("prose_table_contradiction", HEAD + "Bilateral relations\n\nPrime Minister Abe's visit to Fiji in May 2006 was a success.\n\nVIP Visits\n\nFrom Japan to Fiji\nYear Name\n2006.07 Prime Minister S. ABE\n",
     HEAD + "Bilateral relations\n\nPrime Minister Abe's visit to Fiji in May 2006 was a success.\n\nVIP Visits\n\nFrom Japan to Fiji\nYear Name\n2006.05 Prime Minister S. ABE\n"),
    ("ambiguous_attachment", VISITS.format(scope="", rows="2008 President, RAVALOMANANA, Minister of Foreign Affairs, RANJEVA (TICAD IV)"), VISITS.format(scope="", rows="2008 President, RAVALOMANANA (TICAD IV), Minister of Foreign Affairs, RANJEVA (TICAD IV)")),
    ("contradiction", HEAD + "Diplomatic Relations:\n\n  • Established in September 1970\n\nOverview\n\nThe two countries established diplomatic relations in September 1971.\n",
     HEAD + "Diplomatic Relations:\n\n  • Established in September 1971\n\nOverview\n\nThe two countries established diplomatic relations in 1971.\n"),
    ("contradiction", HEAD + "Diplomatic Relations:\n\n  • Established in September 1970\n\nOverview\n\nThe two countries established diplomatic relations in September 1971.\n",
     HEAD + "Diplomatic Relations:\n\n  • Established in September 1970\n\nOverview\n\nThe two countries agreed to establish diplomatic relations in July 1970, and established diplomatic relations in 1925 first.\n"),
    ("contradiction", HEAD + "Diplomatic Relations:\n\n  • Established in September 1970\n\nOverview\n\nDiplomatic relations were established in May 1970.\n",
     HEAD + "Diplomatic Relations:\n\n  • Established in September 1970\n\nOverview\n\nDivers reached the reef in May 1970, a few months before diplomatic relations were established.\n"),
    ("contradiction", HEAD + "Number of Residents:\n\n  • Japanese nationals in Fiji: 30 (as of 2013)\n\nRecent Trends\n\nNumber of Japanese nationals in Fiji: 50 (as of 2013)\n",
     HEAD + "Number of Residents:\n\n  • Japanese nationals in Fiji: 30 (as of 2013)\n\nRecent Trends\n\nNumber of Japanese nationals in Fiji: 30 (as of 2013)\n"),
    ("misplaced_item", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: 3 billion yen\n  • Grant Aid: 4 billion yen\n", HEAD + "Japan's Economic Cooperation:\n\n  • Grant Aid: 4 billion yen\n"),
    ("unrecognised_amount", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: 1.234,567 yen\n", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: 1,234,567 yen\n"),
    ("likely_typo", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: 105,5 billion yen\n", HEAD + "Trade with Japan (2014):\n\n  • Exports to Japan: 105.5 billion yen\n"),
    ("missing_unit", HEAD + "Population: 57\n\nGDP: 12\n", HEAD),
    ("unrecognised_date", VISITS.format(scope="", rows="2006.13 Prime Minister Shinzo Abe").replace("2006.13 ", "2006.12 ") .replace("Year Name\n2006.12", "Year | Name |\nsummer of love | Prime Minister Shinzo Abe |\n2006"), VISITS.format(scope="", rows="2006 Prime Minister Shinzo Abe")),
    ("unrecognised_date", HEAD + "Agreements:\n\n  • Agreement on volunteers (signed on February 30, 2004)\n", HEAD + "Agreements:\n\n  • Agreement on volunteers (signed on March 30, 2004)\n"),
    ("outside_stated_scope", LIST.format(scope=" (since 2006)", year=2005), LIST.format(scope=" (since 2006)", year=2007)),
    ("outside_stated_scope", LIST.format(scope=" (1997-2003)", year=2005), LIST.format(scope="", year=2005)),
    ("after_publication", HEAD + "Number of Residents:\n\n  • Japanese nationals in Fiji: 30 (as of October 2015)\n", HEAD + "Number of Residents:\n\n  • Japanese nationals in Fiji: 30 (as of October 2014)\n"),
    ("scale_suspect", TRADE.format(total=9, a="454.2 trillion yen", b="3,732.9 billion yen"), TRADE.format(total=9, a="454.2 billion yen", b="3,732.9 billion yen")),
    ("scale_suspect", TRADE.format(total=9, a="454.2 trillion yen", b="3,732.9 billion yen"), TRADE.format(total=9, a="1.2 trillion yen", b="9.1 billion yen")),
    ("scale_suspect", HEAD + "Population: 36.6 million (2006), 37.5 (2007)\n", HEAD + "Population: 36.6 million (2006), 37.5 million (2007)\n"),
    ("scale_suspect", SERIES.format("92.4 88.1 941.6"), SERIES.format("92.4 88.1 241.6")),
    ("scale_suspect", SERIES.format("9.2 88.1 94.6"), SERIES.format("30.2 88.1 94.6")),
    ("scale_suspect", SERIES.format("92.4 881.1 94.6"), SERIES.format("92.4 181.1 94.6")),
    ("scale_suspect", SERIES.format("92.4 94600 93.1"), SERIES.format("9.4 94.6 931.0")),
    ("scale_suspect", SERIES.format("92.4 94600 93.1").replace("Exports to Fiji", "Grants").replace("Trade", "ODA from Japan"), SERIES.format("92.4 94.6 931.0").replace("Exports to Fiji", "Grants").replace("Trade", "ODA from Japan")),
    ("direction_undecided", HEAD + "Trade (2014):\n\n  • Trade balance: 3 billion yen\n", HEAD + "Trade (2014):\n\n  • Japan's trade surplus: 3 billion yen\n"),
    ("balance_mismatch", TRADE.format(total="11.0", a="9.2 billion yen", b="1.8 billion yen (11.0 billion yen deficit for Japan)"), TRADE.format(total="11.0", a="9.2 billion yen", b="1.8 billion yen (7.4 billion yen deficit for Japan)")),
    ("sum_mismatch", TRADE.format(total="11.2", a="9.2 billion yen", b="1.8 billion yen"), TRADE.format(total="11.1", a="9.2 billion yen", b="1.8 billion yen")),
    ("sum_mismatch", AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Total: 3.64 billion yen"), AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Total: 3.46 billion yen")),
    ("sum_mismatch", AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Loans: none\n  • Total: 3.64 billion yen"), AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Others: 0.18 billion yen\n  • Total: 3.64 billion yen")),
    ("sum_mismatch", AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Total: 3.64 billion yen"), AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Total ODA: 3.64 billion yen")),
    ("sum_mismatch", AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Total: 3.64 billion yen"), AID.format("  • Grants: 0.47 billion yen\n  • Technical cooperation: being compiled\n  • Total: 3.64 billion yen")),
    ("sum_mismatch", AID.format("  • Loans: 1 billion yen\n  • Grants: 0.47 billion yen\n  • Technical cooperation: 2.99 billion yen\n  • Total: 3.46 billion yen"), AID.format("  • Grants: 0.47 billion yen\n  • Total: 3.64 billion yen")),
    ("likely_typo", VISITS.format(scope="", rows="2006 Minister of Ecomony, Trade and Industry Akira Amari"), VISITS.format(scope="", rows="2006 Minister of Economy, Trade and Industry Akira Amari")),
    ("likely_typo", VISITS.format(scope="", rows="2006 Ministry of Interior Jun Matsumoto"), VISITS.format(scope="", rows="2006 Minister of Interior Jun Matsumoto")),
    ("likely_typo", VISITS.format(scope="", rows="2006 Ministry of Interior Jun Matsumoto"), VISITS.format(scope="", rows="2006 Delegation of the Ministry of Interior")),
    ("likely_typo", VISITS.format(scope="", rows="2006 Mr. Jun Matsumoto, Ministry of Interior"), VISITS.format(scope="", rows="2006 Mr. Jun Matsumoto, Director-General, Ministry of Interior")),
    ("likely_typo", VISITS.format(scope="", rows="2006 Their Imperial Highnesses the Crown Prince"), VISITS.format(scope="", rows="2006 Their Imperial Highnesses the Crown Prince and Crown Princess")),
    ("missing_value", HEAD + "  • Direct Investment from Japan:\n  • Japanese companies in Fiji: 30 (as of 2013)\n", HEAD + "  • Direct Investment from Japan: none\n  • Japanese companies in Fiji: 30 (as of 2013)\n"),
    ("misplaced_item", HEAD + "Trade with Japan (2014):\n\n  • Japanese companies in Fiji: 30 (as of 2013)\n", HEAD + "  • Direct Investment from Japan:\n  • Japanese companies in Fiji: 30 (as of 2013)\n"),
    ("unrecognised_text", HEAD + "Trade (million yen)\n\nYearExports to FijiImports from Fiji20113.11.220123.21.3\n", HEAD + "Trade (million yen)\n\nSee Exhibit 12.\n"),
    ("direction_undecided", HEAD + "2. Investment\n\n1.2 billion yen (2013)\n", HEAD + "2. Investment from Japan\n\n1.2 billion yen (2013)\n"),
    ("unrecognised_text", HEAD + "Trade (million yen)\n\nYear Purple Green\n2011 12 34\n", HEAD + "Trade (million yen)\n\nYear Exports to Japan Imports from Japan\n2011 12 34\n"),
    ("unrecognised_text", HEAD + "Trade\n\nFrom Purple 469,409 606,102 643,794\n", HEAD + "Trade\n\nSee 2014/15 and 03-3580-3311\n"),
    ("unrecognised_text", HEAD + "Other Things\n\nPurple 469,409 606,102 643,794\n", HEAD + "Other Things\n\nPurple 469,409\n"),
    ("unrecognised_text", HEAD + "Trade with Japan (2014)\n\nPurple things, 97.8\n", HEAD),
    ("unrecognised_text", HEAD + "Trade with Japan (2014):\n\n  • Purple: 12 million yen (2013)\n", HEAD),
]  # fmt: skip


@each(("rule", "fires", "silent"), FIRES_AND_NOT)
def test_rule(rule: str, fires: str, silent: str) -> None:
    assert notes_of(facts_of(fires), rule)
    assert not notes_of(facts_of(silent), rule)


def test_finding_in_the_second_line_of_an_item_bears_its_number() -> None:
    sheet = HEAD + "Agreements:\n\n  • Agreement on volunteers\n    (signed on February 30, 2004)\n"
    [note] = notes_of(facts_of(sheet), "unrecognised_date")
    assert note.line == sheet[: sheet.index("February")].count("\n") + 1


def test_slip_in_capitals_is_mended_in_capitals() -> None:
    [note] = notes_of(
        facts_of(VISITS.format(scope="", rows="2006 Members of the FORIEGN AFFAIRS COMMITTEE")), "likely_typo"
    )
    assert (note.found, note.suggestion) == ("FORIEGN", "FOREIGN")
