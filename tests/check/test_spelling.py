"""Slips are told where they stand, with what is probably meant; what is only unusual is not."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.check.slips.adjectives import names_for_adjectives
from pipeline.check.slips.near_names import missed_names
from pipeline.check.slips.page import page_of
from pipeline.check.slips.prepositions import before_days, glued_words
from pipeline.check.slips.vocabulary import Vocabulary, is_word, kept, slip_of, vocabulary_of
from pipeline.check.spelling import likely_typo
from pipeline.extract.facts import Note
from pipeline.publishers import load
from tests.each import each
from tests.helpers import FIXTURES, MONGOLIA, facts_of, facts_of_file

SHEET = "Japan-Fiji Relations\n\nMay 1, 2015\n\nBasic Data\n\n{}\n\n"
WORDS = vocabulary_of(load())


def notes_in(words: str) -> list[Note]:
    """What the rule tells of a sheet with these words in it."""
    return list(likely_typo(facts_of(SHEET.format(words))))


SLIPS = [
    ("Diplomatic Relations:\n\n  • Established in October 10, 1991", "in", "on"),
    ("The embassy was opened in 3 May 2013.", "in", "on"),
    ("A fair was held in the 10th of October, 1991.", "in", "on"),
    ("In May 3-4, 2013 a fair was held.", "In", "On"),
    ("It was signed in Oct. 10, 1991 in Suva.", "in", "on"),
    ("Sweden Nationals in Japan:\n\n  • 1,875 (as of December, 2022)", "Sweden", "Swedish"),
    ("Number of Thailand residents in Japan: 41", "Thailand", "Thai"),
    ("  • France students in Japan: 118", "France", "French"),
    ("Number of Japan Residents in Fiji: 41", "Japan", "Japanese"),
    ("(3)2013~: Developing a Strategic Partnarship", "Partnarship", "Partnership"),
    ("Japan's Economic Cooporation:\n\n  • none", "Cooporation", "Cooperation"),
    ("The two countries signed an agreemnt.", "agreemnt", "agreement"),
    ("An Exibition was held.", "Exibition", "Exhibition"),
    ("The two goverments agreed.", "goverments", "governments"),
    ("Negociations on a treaty began.", "Negociations", "Negotiations"),
    ("It was held in Feburary 2012.", "Feburary", "February"),
    ("DIPLOMATIC RELATOINS", "RELATOINS", "RELATIONS"),
    ("1967 Japan Oversees Cooperation Volunteers (JOCV) arrangement", "Oversees", "Overseas"),
    ("Official Development Assistants (ODA)", "Assistants", "Assistance"),
    ("Technical Corporation: 599 million yen", "Corporation", "Cooperation"),
    ("A member of the House of Representative opened it.", "Representative", "Representatives"),
    ("The United Nation helped.", "Nation", "Nations"),
    ("Grand Assistance for schools went on.", "Grand", "Grant"),
    ("The Prime Minster of Japan spoke.", "Minster", "Minister"),
    ("Japan International Cooperation Agancy", "Agancy", "Agency"),
    ("The leaders met in Japanin October 2012.", "Japanin", "Japan in"),
    ("An agreementon taxes was signed.", "agreementon", "agreement on"),
    ("Trade with Japan (2014):\n\n  • Exports: 3 million yen (cannes sardines, milk products)", "cannes", "canned"),
]


@each(("words", "found", "suggestion"), SLIPS)
def test_a_slip_is_told_once_with_its_place(words: str, found: str, suggestion: str) -> None:
    facts = facts_of(SHEET.format(words))
    (note,) = likely_typo(facts)
    assert (note.found, note.suggestion, note.expected) == (found, suggestion, suggestion)
    assert facts.text[note.start : note.end] == found
    assert facts.text.count("\n", 0, note.start) + 1 == note.line


RIGHT = [
    "Established in October 1991",
    "It was held in May 2013, in 2014 and in 12 years.",
    "As was said in October 10, 1991 Joint Statement, relations grew.",
    "In May 20 companies came.",
    "Cameroon nationals in Japan: 41\n\nFiji nationals in Japan: 12\n\nUK nationals in Japan: 3",
    "Number of New Zealand residents in Japan: 41",
    "The Japan-Sweden students exchange began; in Sweden residents vote.",
    "Swedish nationals in Japan: 41",
    "Export items: machineries, equipments, aluminium",
    "The organisation of the labour programme was finalised in the centre; the defence dialogue travelled on.",
    "The advisers of the Councillors visited parliamentarians.",
    "Mr. Exporto and the poet S. Ministere came.",
    "Universidad Nacional and Assicurazioni Generali opened; Industria Cultura too.",
    "Read www.exampel.org/exibition or write to agreemnt@mail.org.",
    "A develop-\nment plan and a coop\ufffdration",
    "The poet Okinaka and the Natore of Salomon; Institut Centro went on.",
    "Economic Partnership Agreements and Technical Co-operation",
    "House of Councilors, House of Councillors, Foreign Ministry, Foreign Minister",
    "a united nation; the commonwealth development corporation; technical operations",
    "a Japan Overseas Cooperation Volunteer; Human Resources Development",
    "Finland, Poland, Benin, Lebanon and Thailand in order",
    "Augustin went to Dublin for certain",
    "Trade with Japan (2014):\n\n  • Exports: 3 million yen (tanned hides, woolen goods, timber)",
]


@each("words", RIGHT)
def test_what_is_right_or_only_unusual_is_not_told(words: str) -> None:
    assert [(note.found, note.suggestion) for note in notes_in(words)] == []


VISITS = "VIP Visits\n\nFrom Japan to Fiji\nYear Name\n2010 Minister for Foreign Affiars K. OKADA\n2011 Mr. Ministar Exibition\n"


def test_rows_of_visits_are_left_to_their_reader() -> None:
    facts = facts_of(SHEET.format(VISITS))
    assert [note.found for note in facts.notes if note.rule == "likely_typo"] == ["Affiars"]
    assert list(likely_typo(facts)) == []


def test_what_a_reader_told_is_not_told_twice() -> None:
    facts = facts_of(SHEET.format("The two countries signed an agreemnt."))
    (note,) = likely_typo(facts)
    facts.notes.append(note)
    assert list(likely_typo(facts)) == []


def test_a_sheet_in_another_language_is_not_looked_at() -> None:
    facts = facts_of(SHEET.format("The two countries signed an agreemnt."))
    outline = facts.outline._replace(document=facts.outline.document._replace(language="ja"))
    facts.outline = outline
    assert list(likely_typo(facts)) == []


def test_mongolia() -> None:
    found = {note.found: note.suggestion for note in likely_typo(facts_of_file(MONGOLIA))}
    assert found == {"Japanin": "Japan in", "Partnarship": "Partnership"}


TRUTH = sorted(path for folder in ("made", "sheets") for path in (FIXTURES / folder).glob("*.expected.json"))
SHEETS = {path: json.loads(path.read_text("utf-8")) for path in TRUTH}
TOLD = {
    "estonia-2016-05-20": {"in": "on", "cannes": "canned"},
    "sweden-2024-01-29": {"Sweden": "Swedish"},
    "syria-2016-07-20": {"Oversees": "Overseas"},
}


@each("path", SHEETS)
def test_nothing_but_the_slips_of_real_and_made_up_sheets_is_told(path: Path) -> None:
    name = path.name.removesuffix(".expected.json")
    sheet = path.with_name(name if name.endswith(".html") else f"{name}.txt")
    found = {note.found: note.suggestion for note in likely_typo(facts_of_file(sheet))}
    assert found == TOLD.get(name.removesuffix(".html"), {})
    assert not (SHEETS[path].get("clean") and found)


def test_known_words_are_no_slips_of_others() -> None:
    assert [word for word in sorted(WORDS.words) if slip_of(WORDS, word)] == []


def test_words_kept_by_hand_are_english() -> None:
    words = re.findall("[a-z]{4,}", f"{kept()['titled_words']} {kept()['words']} {kept()['treated']}")
    nothing = Vocabulary([], [])
    assert [word for word in words if not is_word(nothing, word)] == []


@given(st.text(max_size=200) | st.text("in Japanto 12,.May\n", max_size=200))
def test_no_text_is_too_odd(text: str) -> None:
    page = page_of(text)
    assert len(page.lowered) == len(text)
    slips = [*missed_names(page), *glued_words(page, WORDS), *names_for_adjectives(page, "JPN"), *before_days(page)]
    assert all(0 <= slip.start < slip.end <= len(text) for slip in slips)


@each("piece", ["in ", "a", "in 1 ", "ab ", "\u0130", "nationals "])
def test_long_text_takes_linear_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    times = []
    for words in (text, text * 4):
        started = time.thread_time()
        page = page_of(words)
        for slips in (
            missed_names(page),
            glued_words(page, WORDS),
            names_for_adjectives(page, "JPN"),
            before_days(page),
        ):
            list(slips)
        times.append(time.thread_time() - started)
    assert times[1] < 12 * times[0] + 0.05
