"""Pages: what of them becomes which block, and what belongs to the site's frame."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from pipeline.read import read
from pipeline.read.decode import Decoded, decode
from pipeline.read.page.area import find_area
from pipeline.read.page.html import Page, looks_like_html, original_url, read_html
from pipeline.read.page.soup import from_soup
from pipeline.read.page.tree import Element, parse
from pipeline.read.page.walk import walk
from pipeline.records import Document, Refused, Source
from tests.each import each

FIXTURES = Path(__file__).parents[1] / "fixtures"
PAGES = sorted([*FIXTURES.glob("sheets/*.html"), *FIXTURES.glob("mongolia/*.html")])
MONGOLIA = Path(__file__).parents[2] / "raw" / "mongolia-2014-09-01.txt"


def _document(path: Path) -> Document:
    document = read(Source(path.name, path.read_bytes()))
    assert isinstance(document, Document)
    return document


def _blocks(html: str) -> list[tuple[str, int, str]]:
    """Kind, level and words (without bullet) of each block of a page."""
    page = read_html(html)
    assert isinstance(page, Page)
    return [(block.kind, block.level, page.text[block.body : block.end]) for block in page.blocks]


def _rows(html: str) -> list[tuple[str, list[str]]]:
    page = read_html(html)
    assert isinstance(page, Page)
    return [(b.kind, [page.text[c.start : c.end] for c in b.cells]) for b in page.blocks if b.kind in ("row", "header")]


def _words(text: str) -> list[str]:
    return re.sub(r"[•|]|^- ", " ", text, flags=re.M).split()


def _content(document: Document) -> list[str]:
    return [document.text[b.body : b.end] for b in document.blocks if b.kind != "furniture"]


@each("path", PAGES)
def test_page_has_the_words_of_its_text_form(path: Path) -> None:
    """Titles and breaks between two names are lost in some of the text forms."""
    text_form = MONGOLIA if path.parent.name == "mongolia" else path.with_suffix(".txt")
    printed = _words(" ".join(_content(_document(path))))
    expected = _words(text_form.read_text("utf-8").replace("YearName", "Year Name"))
    words = [word.rstrip(",") for word in printed[printed.index(expected[0]) :]]
    assert words == [word.rstrip(",") for word in expected]


@each("path", PAGES)
def test_both_readers_give_the_same_page(path: Path) -> None:
    decoded = decode(path.read_bytes(), html=True)
    assert isinstance(decoded, Decoded)
    trees = [parse(decoded.text), from_soup(BeautifulSoup(decoded.text, "html.parser"))]
    first, second = (walk(tree, find_area(tree)) for tree in trees if not isinstance(tree, Refused))
    assert first == second


@each("path", PAGES)
def test_statements_of_the_fixtures(path: Path) -> None:
    document = _document(path)
    assert (document.media_type, document.language) == ("text/html", "en")
    assert document.size_bytes == path.stat().st_size
    assert "Relations" in (document.declared_title or "") or "Kenya" in (document.declared_title or "")


@each(
    ("name", "encoding", "url", "notes"),
    [
        ("mongolia/today", "utf-8", "https://www.mofa.go.jp/region/asia-paci/mongolia/data.html", ()),
        ("mongolia/old", "cp1252", None, ()),
        ("sheets/kenya-2018-04-11", "cp932", None, ()),
        ("sheets/solomon-islands-2020-07-16", "cp932", None, ("encoding: declared as iso-8859-1, read as cp932",)),
        ("sheets/estonia-2016-05-20", "utf-8", "http://www.mofa.go.jp/region/europe/estonia/data.html", ()),
        ("sheets/montenegro-2025-07-02", "utf-8", "https://www.mofa.go.jp/region/europe/montenegro/data.html", ()),
    ],
)
def test_sources_of_the_fixtures(name: str, encoding: str, url: str | None, notes: tuple[str, ...]) -> None:
    document = _document(FIXTURES / f"{name}.html")
    assert (document.encoding, document.source_url, document.notes) == (encoding, url, notes)


@pytest.mark.parametrize("name", ["today", "old"])
def test_mongolia_has_its_structure(name: str) -> None:
    document = _document(FIXTURES / "mongolia" / f"{name}.html")
    kinds = [block.kind for block in document.blocks]
    rows = [block for block in document.blocks if block.kind == "row"]
    assert (kinds.count("row"), kinds.count("header"), kinds.count("item")) == (41, 2, 12)
    assert [document.text[c.start : c.end] for c in rows[0].cells] == ["1989.10", "Minister for Foreign Affairs S. UNO"]
    headings = [document.text[b.start : b.end] for b in document.blocks if b.kind in ("heading", "caption")]
    assert headings == [
        "Asia", "Basic Data", "Bilateral relations", "1. Recent Political Ties",
        "(1)2010:Building a Strategic Partnership", "(2)2012: New level of expanded commercial relations",
        "(3)2013~: Developing a Strategic Partnarship", "Diplomatic Visits", "From Japan to Mongolia",
        "From Mongolia to Japan (1997-)", "2. Economic Ties", "3. People-to-People Exchanges",
        "Official Development Assistance (ODA)",
    ]  # fmt: skip


RULES = [
    ("heading levels", "<h1>A</h1><h3>B</h3>", [("heading", 1, "A"), ("heading", 3, "B")]),
    ("bold paragraph", "<p><b>Trade</b></p><p>x</p>", [("heading", 0, "Trade"), ("paragraph", 0, "x")]),
    ("bold, then break", "<b>Trade</b><br>5 yen", [("heading", 0, "Trade"), ("paragraph", 0, "5 yen")]),
    ("big font", "<font size=+1>Trade</font>", [("heading", 0, "Trade")]),
    ("small font", "<font size=1>Trade</font>", [("paragraph", 0, "Trade")]),
    ("bold by style", "<p style='FONT-WEIGHT: bold'>Trade</p>", [("heading", 0, "Trade")]),
    ("bold within words", "<p><b>Trade</b>: 5</p>", [("paragraph", 0, "Trade: 5")]),
    ("long bold", f"<b>{'word ' * 30}</b>", [("paragraph", 0, ("word " * 30).strip())]),
    ("bold date", "<p><b>July 16, 2020</b></p>", [("paragraph", 0, "July 16, 2020")]),
    ("inline tags glue", "<p>Du<i>b</i>l<span>in</span></p>", [("paragraph", 0, "Dublin")]),
    ("blocks never glue", "<div>A<div>B</div></div>", [("paragraph", 0, "A"), ("paragraph", 0, "B")]),
    ("words after a block", "<div><div>A</div>B</div>", [("paragraph", 0, "A"), ("paragraph", 0, "B")]),
    ("white space", "<p> a\n b&nbsp; c\u200b&shy;d\t</p>", [("paragraph", 0, "a b cd")]),
    ("lines", "<p>Loans: none<br>Grants: 5</p>", [("paragraph", 0, "Loans: none"), ("paragraph", 0, "Grants: 5")]),
    ("broken sentence", "<p>Loans to<br>Mongolia</p>", [("paragraph", 0, "Loans to\nMongolia")]),
    ("bracket below", "<p>Japan's export: 4<br>(machinery)</p>", [("paragraph", 0, "Japan's export: 4\n(machinery)")]),
    ("numbers below", "<p>Talks<br>(1) EPA</p>", [("paragraph", 0, "Talks"), ("paragraph", 0, "(1) EPA")]),
    ("nested list", "<ul><li>A<ul><li>B</li></ul></li><li>C</ul>",
     [("item", 1, "A"), ("item", 2, "B"), ("item", 1, "C")]),
    ("list in list", "<ul><li>A</li><ul><li>B</ul></ul>", [("item", 1, "A"), ("item", 2, "B")]),
    ("item outside a list", "<li>A", [("item", 1, "A")]),
    ("break in an item", "<ul><li>A<br>B</ul>", [("item", 1, "A\nB")]),
    ("bold item", "<ul><li><b>A</b></ul>", [("item", 1, "A")]),
    ("definitions", "<dl><dt>A:<dd>B<br>C<dt>D<dd>&nbsp;</dl>",
     [("term", 0, "A:"), ("item", 1, "B"), ("item", 1, "C"), ("term", 0, "D")]),
    ("list in a definition", "<dl><dt>A<dd><ul><li>B</ul></dl>", [("term", 0, "A"), ("item", 1, "B")]),
    ("list below a definition", "<dl><dd>A<ul><li>B</ul></dl>", [("item", 1, "A"), ("item", 2, "B")]),
    ("not shown", "<p>A<script>1</script><span hidden>2</span><i style='display: none'>3</i><!-- 4 --></p>"
                  "<noscript>5</noscript><template>6</template><select><option>7</select><style>8</style>",
     [("paragraph", 0, "A")]),
    ("terms in a definition", "<dl><dt>A<dd><dl><dt>B<dd>C</dl><dt>D<dd>E</dl>",
     [("term", 0, "A"), ("term", 1, "B"), ("item", 2, "C"), ("term", 0, "D"), ("item", 1, "E")]),
    ("struck out", "<p>A: <del>25,969</del><ins>23,297</ins> <s>x</s><span style='text-decoration: line-through'>y</span></p>",
     [("paragraph", 0, "A: 23,297")]),
    ("parts beside each other", "<div><div><div>A</div><div>B</div></div><div><div>C</div><div>D</div></div></div>",
     [("paragraph", 0, letter) for letter in "ABCD"]),
    ("a source on the last line of several", "<p>FY 2008: 19<br>\nFY 2009: 38<br>\n(Source: Ministry of Finance)</p>",
     [("paragraph", 0, "FY 2008: 19"), ("paragraph", 0, "FY 2009: 38"), ("paragraph", 0, "(Source: Ministry of Finance)")]),
    ("a date beside words", "<div><div>May 2014</div><div>B</div></div>",
     [("paragraph", 0, "May 2014"), ("paragraph", 0, "B")]),
    ("a comment beside them", "<div><!-- a --><div>May 2014</div><!-- b --><div>B</div></div>",
     [("paragraph", 0, "May 2014"), ("paragraph", 0, "B")]),
    ("behind the end", "<html><body><p>A</p></body></html><p>B</p><p>C", [("paragraph", 0, letter) for letter in "ABC"]),
    ("a word processor's list", "<p style='margin:0;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>A</p>"
     "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>B</p>",
     [("item", 2, "A"), ("paragraph", 0, "1. B")]),
    ("lines kept as set", "<pre>Exports 5\nImports 6</pre>",
     [("paragraph", 0, "Exports 5"), ("paragraph", 0, "Imports 6")]),
    ("slots", "<p>${page.title} ${x}</p><p>A</p>", [("furniture", 0, "${page.title} ${x}"), ("paragraph", 0, "A")]),
    ("copyright", "<p>A</p><p>Copyright (C) 2010</p>", [("paragraph", 0, "A"), ("furniture", 0, "Copyright (C) 2010")]),
    ("up on the page", "<p>A</p><p><a href='#top'>Top</a></p>", [("paragraph", 0, "A"), ("furniture", 0, "Top")]),
    ("control characters", "<p>A&#1;&#x202e;B&#xD800;</p>", [("paragraph", 0, "AB\ufffd")]),
]  # fmt: skip


@each(("html", "blocks"), [rule[1:] for rule in RULES])
def test_rules(html: str, blocks: list[tuple[str, int, str]]) -> None:
    assert _blocks(html) == blocks


FRAME = "<nav>2019 (312)</nav><div id=header>1</div><main><p>A</p>{}</main><div>Outside 5</div><footer>2013</footer>"


def test_outside_of_the_area_is_frame() -> None:
    blocks = _blocks(FRAME.format("<p>Long enough to hold most of the words of the page.</p><aside>2</aside>"))
    assert [words for kind, _, words in blocks if kind != "furniture"] == [
        "A", "Long enough to hold most of the words of the page.",
    ]  # fmt: skip
    assert len(blocks) == 7


def test_titles_stand_outside_of_the_main_part() -> None:
    html = "<div id=contents-header><h1>Asia</h1></div><div id=sub>9</div><div id=maincontents><p>A</p></div><p>8</p>"
    assert _blocks(html) == [
        ("heading", 1, "Asia"),
        ("furniture", 0, "9"),
        ("paragraph", 0, "A"),
        ("furniture", 0, "8"),
    ]


def test_title_in_the_header_of_a_plain_page() -> None:
    html = "<header><h1>Japan-Chad Relations</h1><p>Menu 1</p></header><p>A</p>"
    assert [kind for kind, _, _ in _blocks(html)] == ["heading", "furniture", "paragraph"]


def test_a_list_that_a_sheet_calls_menu_is_one_only_with_links() -> None:
    facts = "<ul class=menu1><li>Loans: None<li>Grants: 5 yen<li><a href=a>Joint Statement</a></ul>"
    menu = "<ul class=menu1><li><a href=a>Japan</a><li><a href=b>Africa</a><li>Chad</ul>"
    kinds = [kind for kind, _, _ in _blocks(f"<div id=maincontents><p>A</p>{facts}{menu}</div>")]
    assert kinds == ["paragraph", *["item"] * 3, *["furniture"] * 3]
    assert {kind for kind, _, _ in _blocks(f"<p>A</p>{facts}")} == {"paragraph", "item"}
    outside = (
        f"{facts}<main><p>Long enough to hold most of the words of the page, and then some more of them.</p></main>"
    )
    assert [kind for kind, _, _ in _blocks(outside)] == [*["furniture"] * 3, "paragraph"]


def test_page_that_calls_its_sheet_menu() -> None:
    assert _blocks("<div id=menu><p>Exports: 5</p></div>") == [("paragraph", 0, "Exports: 5")]


def test_toolbar_of_an_archive() -> None:
    html = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>14 captures</p></div><!-- END WAYBACK TOOLBAR INSERT --><p>A</p>"
    )
    assert _blocks(html) == [("furniture", 0, "14 captures"), ("paragraph", 0, "A")]
    assert _blocks("<!-- BEGIN X TOOLBAR --><p>never ended</p>") == [("paragraph", 0, "never ended")]


def test_site_menus_of_an_old_page() -> None:
    menu = "<ul><li><a href=a>About</a><li><a href=b>PALM8 2018</a></ul>"
    sheet = "<h2>Africa</h2><p align=right>May 1, 2009</p><p>Exports to Japan: 5 yen</p>" * 3
    html = f"{menu}<table><tr><td>Links 12<td>{sheet}</tr></table><p>Updated 2020.7.17</p>"
    assert {words for kind, _, words in _blocks(html) if kind == "furniture"} == {
        "About", "PALM8 2018", "Links 12", "Updated 2020.7.17",
    }  # fmt: skip


def test_rows() -> None:
    html = (
        "<table><caption>Visits</caption><thead><tr><th>Year<th>Name</thead>"
        "<tr><th rowspan=2>2009<td>A<br>B<tr><td>C<tr><td>&nbsp;<td>D<tr><td><td></table>"
    )
    assert _blocks(html)[0] == ("caption", 0, "Visits")
    assert _rows(html) == [
        ("header", ["Year", "Name"]), ("row", ["2009", "A\nB"]), ("row", ["", "C"]), ("row", ["", "D"]),
    ]  # fmt: skip


@each(
    ("first", "second", "kinds"),
    [
        ("<td rowspan=2>Help<td colspan=2>In each<td rowspan=2>Total", "<td>2005<td>2006", ["header", "header"]),
        ("<td rowspan=2><td colspan=2>Exports<td colspan=2>Imports", "<td>2005<td>2006<td>2005<td>2006", ["header", "header"]),
        ("<td rowspan=2>Help<td colspan=3>In each", "<td>2005<td>2006", ["row", "row"]),
        ("<td rowspan=2>Help<td>In each<td>Total", "<td>2005<td>2006", ["row", "row"]),
        ("<td rowspan=2>2005<td colspan=2>Minister A", "<td>May<td>Minister B", ["row", "row"]),
        ("<td rowspan=3>Help<td colspan=2>In each", "<td>2005<td>2006", ["row", "row"]),
    ],
)  # fmt: skip
def test_a_header_on_two_lines_by_its_spans(first: str, second: str, kinds: list[str]) -> None:
    html = f"<table border=1><tr>{first}<tr>{second}<tr><td>A<td>1<td>2<td>3</table>"
    assert [kind for kind, _ in _rows(html)] == [*kinds, "row"]


def test_rows_side_by_side_in_one() -> None:
    html = "<table border=1><tr><td>Year<td>Name<tr><td>1999 Jun.<br>2001 Sep.<td>A<br>B<tr><td>2005<td>C<br>D</table>"
    assert _rows(html)[1:] == [("row", ["1999 Jun.", "A"]), ("row", ["2001 Sep.", "B"]), ("row", ["2005", "C\nD"])]


@each(
    "html",
    [
        "<table role=presentation><tr><td>A<td>B<tr><td>C<td>D</table>",
        "<table><tr><td>A<td><table><tr><td>B</table><tr><td>C<td>D</table>",
        "<table><tr><td>A<tr><td>B<tr><td>C<tr><td>D</table>",
        "<table><tr><td><p>A</p><td><ul><li>B</ul><tr><td>C<td>D</table>",
        "<table border=0><tr><td colspan=2><b>A</b><tr><td>&nbsp;<td>B<br>C<tr><td><td>D</table>",
        "<table><tr><td><b>A:</b><td>B<tr><td><b>C:</b><td>D</table>",
    ],
)
def test_layout_tables_are_no_tables(html: str) -> None:
    assert [words.rstrip(":") for _, _, words in _blocks(html)] == ["A", "B", "C", "D"]
    assert not _rows(html)


def test_visits_without_a_header_are_a_table() -> None:
    assert _rows("<table border=1><tr><td><b>2006</b><td>A<tr><td><b>2007</b><td>B</table>")[1] == (
        "row",
        ["2007", "B"],
    )
    assert _rows("<table><tr><td>1979<td>Minister</table>") == [("row", ["1979", "Minister"])]


def test_stray_words_in_a_table_are_kept() -> None:
    assert ("paragraph", 0, "stray") in _blocks("<table><tr><th>Year<th>Name</tr><p>stray</p><tr><td>2006<td>A</table>")


def test_depth_beyond_the_quick_reader() -> None:
    for depth in (254, 257, 2040, 2047, 2049, 5000):
        assert _blocks("<div>" * depth + "deep" + "</div>" * depth + "<p>tail</p>")[-2:] == [
            ("paragraph", 0, "deep"), ("paragraph", 0, "tail"),
        ]  # fmt: skip


def test_pages_that_no_reader_reads_are_refused() -> None:
    flood = "<p " + " ".join(f"a{i}=''" for i in range(120_000)) + ">x</p>"
    assert isinstance(read_html(flood), Refused)
    assert isinstance(read_html("<div>" * 300_000 + "x"), Refused)


def test_small_flood_is_read_by_the_other_reader() -> None:
    assert _blocks("<p " + " ".join(f"a{i}=''" for i in range(5_000)) + ">x</p>") == [("paragraph", 0, "x")]


@each(
    ("data", "path", "media_type"),
    [
        (b"<!-- saved --><!DOCTYPE html><p>a", "x.txt", "text/html"),
        (b"<html>\n<body>a", "x.txt", "text/html"),
        (b"<p>a</p><p>b</p><p>c</p>", "x.txt", "text/html"),
        (b"<p>a", "x.html", "text/html"),
        (b"exports < imports", "x.html", "text/plain"),
        (b"see <html> below", "x.txt", "text/plain"),
    ],
)
def test_media_type(data: bytes, path: str, media_type: str) -> None:
    document = read(Source(path, data))
    assert isinstance(document, Document)
    assert document.media_type == media_type


def test_media_type_of_the_sender() -> None:
    document = read(Source("x", b"<p>a", media_type="text/html; charset=utf-8"))
    assert isinstance(document, Document)
    assert document.media_type == "text/html"


@each("data", [b"", b" \n", b"<html><body></body></html>", b"<script>1</script>"])
def test_empty_is_refused(data: bytes) -> None:
    assert read(Source("a/x.html", data)) == Refused("a/x.html", "document_rejected", "empty")


def test_size_limit() -> None:
    refused = read(Source("x.txt", b"x" * 20_000_001))
    assert isinstance(refused, Refused)
    assert "20,000,000 bytes" in refused.message


@each(
    ("url", "original"),
    [
        ("https://web.archive.org/web/20250809071522/https://www.mofa.go.jp/a.html", "https://www.mofa.go.jp/a.html"),
        ("https://a.example/web/2025id_/https://b.example/web/1/http:/c.example/x", "http://c.example/x"),
        ("javascript:alert(1)", None),
        ("/region/a.html", None),
        ("http://[", None),
    ],
)
def test_original_url(url: str, original: str | None) -> None:
    assert original_url(url) == original


def test_title_and_language() -> None:
    page = read_html("<html lang=ja><head><title> 外務省\n | MOFA </title></head><p>A")
    assert isinstance(page, Page)
    assert (page.title, page.language) == ("外務省 | MOFA", "ja")


def test_element_is_what_the_parser_gives() -> None:
    assert isinstance(parse("<p>a"), Element)
    assert looks_like_html("<br>" * 4)


@each(
    ("said", "language"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en_US", "en-US"),
        (" ja-JP ", "ja-JP"),
        ("e~n", None),
        ("english", None),
        ("", None),
    ],
)
def test_only_a_language_is_a_language(said: str, language: str | None) -> None:
    page = read_html(f'<html lang="{said}"><p>A')
    assert not isinstance(page, Refused)
    assert page.language == language


def test_figures_raised_behind_others_are_no_digits_of_theirs() -> None:
    page = "<h1>Japan-Peru Relations</h1><p>10<sup>6</sup> yen, 420<sup><a href='#n'>1</a></sup> of the 90<sup>th</sup>, km<sup>2</sup></p>"
    document = read(Source("page.html", page.encode()))
    assert isinstance(document, Document)
    assert document.text.splitlines()[-1] == "10^6 yen, 420^1 of the 90th, km2"


NUMBERED = "<p>1. As of October 2022, Annual Report.<br>2. As of June 2022, Immigration Services Agency.</p>"


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        (NUMBERED, "48 (As of October 2022, Annual Report) / 231 (As of June 2022, Immigration Services Agency)"),
        ("<div>(1) As of 2022</div><div>(2) As of 2021</div>", "48 (As of 2022) / 231 (As of 2021)"),
        ("<p>1. As of 2022<br>2. As of 2021<br>3. As of 2020</p>", "48^1 / 231^2"),  # one more than the marks
        ("<h3>1. Trade</h3><p>None</p><h3>2. Visits</h3>", "48^1 / 231^2"),  # numbered headings
    ],
)
def test_notes_on_lines_that_begin_with_their_numbers(notes: str, told: str) -> None:
    page = f"<h1>Japan-Peru Relations</h1><ul><li>48<sup>1</sup><li>231<sup>2</sup></ul>{notes}<p>Overview</p>"
    document = read(Source("page.html", page.encode()))
    assert isinstance(document, Document)
    lines = [line.strip("• ") for line in document.text.splitlines() if "•" in line]
    assert " / ".join(lines) == told


SET_TABLES = [
    ("years over figures", "             1998    1999\nExports      4,289   4,863\nImports     10,790  12,594\n(Source: MOF)", ["| 1998 | 1999", "Exports | 4,289 | 4,863", "Imports | 10,790 | 12,594", "(Source: MOF)"]),
    ("a head on two lines", "         Exports to   Imports from\n               Peru           Peru    Balance\n1998          4,289         10,790     -6,501\n1999          4,863         12,594     -7,731", ["| Exports to Peru | Imports from Peru | Balance", "1998 | 4,289 | 10,790 | -6,501", "1999 | 4,863 | 12,594 | -7,731"]),
    ("words in bold", "          <b>Cases   Amount (million yen)</b>\nFY1998      64        1,378\nFY1999      57        1,024", ["| Cases | Amount (million yen)", "FY1998 | 64 | 1,378", "FY1999 | 57 | 1,024"]),
    ("visits", "1998  Oct.  President A. Wahid\n      Nov.  Minister B. Ali\n1999  May   Governor C. Udin", ["1998 Oct. President A. Wahid", "Nov. Minister B. Ali", "1999 May Governor C. Udin"]),
    ("words among figures", "Rank  1998          1999\n 1    Japan   96.8  Japan  28.4\n 2    Spain   76.0  Italy  47.3", ["Rank 1998 1999", "1 Japan 96.8 Japan 28.4", "2 Spain 76.0 Italy 47.3"]),
    ("a row with empty cells", "             1998    1999    2000\nExports      4,289   4,863   5\nImports     10,790", ["| 1998 | 1999 | 2000", "Exports | 4,289 | 4,863 | 5", "Imports | 10,790 | |"]),
]  # fmt: skip


@each(("name", "lines", "rows"), SET_TABLES)
def test_tables_that_spaces_set(name: str, lines: str, rows: list[str]) -> None:
    page = f"<h1>Japan-Peru Relations</h1><h2>Trade</h2><pre>\n{lines}\n</pre><p>Overview</p>"
    document = read(Source("page.html", page.encode()))
    assert isinstance(document, Document)
    told = document.text.split("Trade\n", 1)[1].rsplit("Overview", 1)[0].splitlines()
    assert [" ".join(line.split()) for line in told if line] == rows
