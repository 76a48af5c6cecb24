"""A page that was set anew must never look like a quiet month: what is told when facts are lost on the way, and when not."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.compare import drift
from pipeline.records import Source
from pipeline.sheet import Sheet, read_sheet
from tests.each import each
from tests.helpers import FIXTURES

PAGE = (FIXTURES / "versions" / "montenegro-2025-02-14.html").read_text("utf-8")
WORDS = (FIXTURES / "versions" / "mongolia-2015-10-20.txt").read_text("utf-8")
ROW = re.compile(r"<tr><td>([^<]*)</td><td>([^<]*)</td></tr>")
LINE = re.compile(r"(?m)^(\d{4})\.(\d\d) (.*)$")


def sheet(words: str) -> Sheet:
    read = read_sheet(Source("sheet.html" if words.startswith("<") else "sheet.txt", words.encode()))
    assert isinstance(read, Sheet)
    return read


def told(before: str, after: str) -> str:
    note = drift(sheet(before), sheet(after))
    return note.message if note else ""


def renamed(words: str, names: dict[str, str]) -> str:
    for old, new in names.items():
        assert old in words
        words = words.replace(old, new)
    return words


def cards(page: str) -> str:
    bare = page.replace("<table>", "<div>").replace("</table>", "</div>")
    return ROW.sub(r"<div class='card'><b>\2</b><span>\1</span></div>", bare)


HEADINGS = {"VIP Visits": "Who met whom", "From Japan to Montenegro": "Outward", "From Montenegro to Japan": "Inward"}
LABELS = {
    "Japan's Exports to Montenegro": "Outgoing volume",
    "Japan's Imports from Montenegro": "Incoming volume",
    "Grants": "Gifts",
    "Technical cooperation": "Know-how",
}
REDESIGNS: dict[str, tuple[str, Callable[[str], str], str]] = {
    "tables become cards": (PAGE, cards, "9 visits from MNE to JPN before, none now"),
    "tables are made by a script": (
        PAGE, lambda page: re.sub(r"(?s)<table>.*?</table>", "<div id='app'></div>", page),
        "3 visits from JPN to MNE before, none now; 9 visits from MNE to JPN before, none now",
    ),
    "headings in new words": (PAGE, lambda page: renamed(page, HEADINGS), "Who met whom, Outward, Inward"),
    "labels in new words": (PAGE, lambda page: renamed(page, LABELS), "7% of the text not understood, 0% before"),
    "dates in a new form": (WORDS, lambda words: LINE.sub(r"\3 // Y\1M\2", words), "27 visits from MNG to JPN before, none now"),
    "most rows gone": (WORDS, lambda words: re.sub(r"(?m)^20[01]\d\.\d[1-9] .*\n", "", words), "27 visits from MNG to JPN before"),
}  # fmt: skip


@each("redesign", REDESIGNS)
def test_a_page_set_anew_is_told_with_what_vanished(redesign: str) -> None:
    before, edit, vanished = REDESIGNS[redesign]
    after = edit(before)
    assert after != before
    assert vanished in told(before, after)


@each("redesign", REDESIGNS)
def test_nothing_is_told_of_the_way_back(redesign: str) -> None:
    before, edit, _ = REDESIGNS[redesign]
    assert "visits from MN" not in told(edit(before), before)


ORDINARY: dict[str, tuple[str, Callable[[str], str]]] = {
    "nothing": (PAGE, lambda page: page),
    "one visit dropped": (WORDS, lambda words: words.replace("2013.06 Minister for Foreign Affairs L. BOLD\n", "")),
    "a heading more": (WORDS, lambda words: words.replace("Official Development", "Sister cities\n\nOfficial Development")),
    "a sentence more": (WORDS, lambda words: words.replace("Back to Asia", "The two peoples like each other.\n\nBack to Asia")),
    "the third oldest rows dropped": (WORDS, lambda words: re.sub(r"(?m)^(19|200[0-4]).*\n", "", words)),
    "another layout of the table": (WORDS, lambda words: LINE.sub(r"\1.\2 | \3", words)),
}  # fmt: skip


@each("edit", ORDINARY)
def test_an_ordinary_edit_is_no_new_layout(edit: str) -> None:
    before, change = ORDINARY[edit]
    assert told(before, change(before)) == ""


def test_the_note_points_into_the_new_version_and_names_the_old() -> None:
    before, after = sheet(PAGE), sheet(cards(PAGE))
    note = drift(before, after)
    assert note is not None
    assert (note.rule, note.expected, note.start) == ("layout_drift", before.id, after.blocks[0].char_start)
