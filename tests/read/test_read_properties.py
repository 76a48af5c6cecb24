"""What holds for every input: blocks cover the text, spans are exact, nothing raises, time stays linear."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read import read
from pipeline.read.page.tables import Cell, Row, print_rows
from pipeline.read.raised import FIGURES
from pipeline.records import Document, Source

TAGS = [
    "a", "b", "br", "caption", "dd", "div", "dl", "dt", "font", "footer", "h1", "h3", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "script", "span", "table", "tbody", "td", "th", "thead", "tr", "ul",
]  # fmt: skip
WORDS = [
    "Exports: 5",
    "2006",
    " ",
    "\n",
    "&nbsp;",
    "&#0;",
    "${x}",
    "Year",
    "|",
    "<",
    "&",
    "日本",
    "•",
    "a(",
    "\u200b",
    "\x0b",
]
TOKENS = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.sampled_from(WORDS),
    st.sampled_from(
        ["<td rowspan=3>", "<td colspan=2>", "<a href=#>", "<div id=sub>", "<p hidden>", "<!-- BEGIN TOOLBAR -->"]
    ),
)


def _check(document: Document) -> None:
    """Every character that is not white space lies in exactly one block, and every span is exact."""
    text, end = document.text, 0
    for block in document.blocks:
        assert not text[end : block.start].strip()
        assert end <= block.start <= block.body <= block.end
        assert block.start < block.end
        assert text.count("\n", 0, block.start) + 1 == block.line
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        cells = [block.start, *(at for cell in block.cells for at in cell), block.end]
        assert cells == sorted(cells)
        end = block.end
    assert not text[end:].strip()


@given(st.lists(TOKENS, max_size=60).map("".join))
def test_any_page(html: str) -> None:
    document = read(Source("x.html", ("<body>" + html).encode()))
    if isinstance(document, Document):
        _check(document)


@given(st.binary(max_size=300), st.sampled_from(["x.html", "x.txt"]))
def test_any_bytes(data: bytes, path: str) -> None:
    document = read(Source(path, data))
    if isinstance(document, Document):
        _check(document)


@given(st.text(max_size=300))
def test_any_words_reach_the_text(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    document = read(Source("x.html", f"<p>begin {escaped} end</p>".encode("utf-8", "ignore")))
    assert isinstance(document, Document)
    seen = [char for char in words if char.isprintable() and not char.isspace()]
    shown = {*seen, *"".join(seen).translate(FIGURES)}  # a raised figure may be the mark of a note
    assert sum(char in shown for char in document.text) >= len(seen)


@given(
    st.lists(
        st.lists(st.builds(Cell, st.sampled_from(["", "a", "b"]), st.integers(1, 4), st.integers(1, 4)), max_size=4)
    )
)
def test_every_cell_is_printed_once(rows: list[list[Cell]]) -> None:
    pieces = print_rows([Row(cells) for cells in rows])
    printed = [text for piece in pieces for text in piece.cells if text]
    assert sorted(printed) == sorted(cell.text for cells in rows for cell in cells if cell.text)


HOSTILE = {
    "rowspan": "<table border=1>" + "<tr>" + "<td rowspan=99999>a" * 300 + "<tr><td>b" * 1000 + "</table>",
    "colspan": "<table border=1>" + "<tr><td colspan=1000>a<td>b" * 2000 + "</table>",
    "wide": "<table border=1><tr>" + "<td colspan=1000000>b" * 2000 + "</table>",
    "spaces": " " * 300_000 + "x",
    "less": "<" * 100_000,
    "amp": "&" * 100_000,
    "comment": "<!--" + "-" * 300_000,
    "comments": "<!-- -->" * 30_000,
    "slots": "${" * 100_000,
    "brackets": "<p>" + "(<br>" * 3_000,
    "tags": "<b>" * 1_500,
    "tables": "<table><tr><td>" * 500,
    "xml": "<?xml " * 50_000,
    "saved": "<!-- saved from url=(1)http://" + "a" * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_quick(name: str) -> None:
    begun = time.process_time()
    document = read(Source("x.html", ("<html><body>" + HOSTILE[name]).encode()))
    assert time.process_time() - begun < 3
    if isinstance(document, Document):
        _check(document)
        assert len(document.text) < 1_000_000
