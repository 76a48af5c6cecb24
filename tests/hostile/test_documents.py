"""Pages and texts that were made to hurt: each with what becomes of it, and never with an exception or much time."""

from __future__ import annotations

import os
import time
import tracemalloc
from pathlib import Path

import pytest

from pipeline.read import read
from pipeline.read.files.inputs import find_sources
from pipeline.read.limits import LIMITS, Limits
from pipeline.records import Document, Refused, Source
from pipeline.run import run
from pipeline.sheet import Sheet, read_sheet
from tests.helpers import FIXTURES, MONGOLIA
from tests.hostile.sound import problems

SHEET = MONGOLIA.read_text("utf-8")
PAGE = (FIXTURES / "unseen" / "01" / "belgium-2020-09-11.html").read_text("utf-8")
LONGEST = 15.0
"""Processor seconds that no test here comes near; what would hang takes minutes."""


def page(inner: str) -> bytes:
    """A true sheet with something in it."""
    place = '<h2 class="title2"><span>Recent Relations'
    assert PAGE.count(place) == 1
    return PAGE.replace(place, f"{inner}{place}").encode("utf-8", "surrogatepass")


def outcome(data: bytes, name: str = "x.html", limits: Limits = LIMITS) -> str:
    """`rows`, or the message of the refusal; what is read keeps every rule."""
    begun = time.process_time()
    sheet = read_sheet(Source(name, data), limits)
    assert time.process_time() - begun < LONGEST
    if isinstance(sheet, Refused):
        assert sheet.rule == "document_rejected"
        return sheet.message
    assert list(problems(sheet)) == []
    return "rows" if sheet.visits and sheet.observations else "no rows"


OVER = {name: LIMITS.over(name) for name in Limits._fields}
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
PAGES = {
    "as it is": ("", "rows"),
    "a million nested tags": ("<div>" * 1_000_000, OVER["slow_page"]),
    "a million inline tags": ("<b>" * 1_000_000, OVER["slow_page"]),
    "nested tags that close": ("<div>" * 3_000 + "deep" + "</div>" * 3_000, "rows"),
    "a row span of a billion": (f"<table border=1><tr><td rowspan=1000000000>a<td>b</tr>{'<tr><td>c</tr>' * 50}</table>", "rows"),
    "a column span of a million": (f"<table border=1><tr><td colspan=1000000>a<td>b</tr>{'<tr><td>c<td>d</tr>' * 50}</table>", "rows"),
    "a million columns": ("<table border=1><tr>" + "<td>a" * 1_000_000 + "</table>", OVER["cells"]),
    "rows and spans over the limit": ("<table border=1><tr>" + "<td rowspan=99999>a" * 300 + "<tr><td>b<td>c" * 1_000 + "</table>", OVER["cells"]),
    "too many tables": ("<table><tr><td>a<td>b</table>" * 501, OVER["tables"]),
    "a million attributes": ("<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">x</p>", OVER["slow_page"]),
    "attributes that lxml needs seconds for": ("<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">x</p>", "rows"),
    "a comment over ten megabytes": ("<!--" + "x " * 5_500_000 + "-->", "rows"),
    "a node over ten megabytes": ("<p>" + "x " * 5_500_000 + "</p>", OVER["line"]),
    "a long attribute": (f'<p title="{"a" * 5_000_000}">x</p>', "rows"),
    "billion laughs": (f"<!DOCTYPE lolz [{LAUGHS}]><p>&l9;</p>", "rows"),
    "an entity of the machine": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>&e;</p>', "rows"),
    "entities in entities of a DTD": ('<!DOCTYPE x [<!ENTITY % a "x"><!ENTITY % b "%a;%a;"><!ENTITY % c SYSTEM "file:///etc/passwd">%b;%c;]><p>&x;</p>', "rows"),
    "one long entity many times": (f'<!DOCTYPE x [<!ENTITY e "{"x" * 50_000}">]><p>{"&e; " * 4_000}</p>', "rows"),
    "XInclude and a stylesheet": ('<?xml-stylesheet href="file:///etc/passwd"?><xi:include href="file:///etc/passwd" parse="text"/>', "rows"),
    "an instruction never closed": ("<?xml " + "x " * 100_000, "rows"),
    "a text area never closed": ("<textarea>" + "x " * 100_000, "rows"),
    "an attribute never closed": ('<p title="' + "x " * 100_000, "rows"),
    "spans and numbers of 5,000 digits": (f"<table border=1><tr><td rowspan={'9' * 5_000} colspan={'9' * 5_000}>a<td>b</table><ol start={'9' * 5_000}><li>x</ol>", "rows"),
    "a comment never closed": ("<!-- " + "x " * 100_000, "rows"),
    "CDATA never closed": ("<![CDATA[ " + "x " * 100_000, "rows"),
    "a script never closed": ("<script>" + "x " * 100_000, "rows"),
    "comments in comments": ("<!--" * 50_000, "rows"),
    "NUL bytes": ("<p>a\0b</p>" * 3, "rows"),
    "numeric references of nothing": ("<p>" + "&#0;&#xD800;&#x110000;&#xFFFE;&#99999999999;" * 100 + "</p>", "rows"),
    "bidi and zero-width": ("<p>\u202e2102\u202c \u2066a\u2069 \u200b\u200c\u200d\ufeff\u00ad</p>", "rows"),
    "combining marks": ("<p>Z" + "\u0301\u0316" * 100_000 + "</p>", OVER["line"]),
    "fewer combining marks": ("<p>Z" + "\u0301\u0316" * 100 + "</p>", OVER["marks"]),
    "a number without end": ("<ul><li>Exports to Japan: " + "9" * 5_000 + " yen (2012)</li></ul>", "rows"),
    "a number with an exponent": ("<ul><li>Exports to Japan: 1e999999999 yen (2012)</li></ul>", "rows"),
    "digits of other scripts": ("<ul><li>Exports to Japan: ٣٤٥ yen (2012)</li><li>1_000 persons (2012)</li></ul>", "rows"),
    "a line without end": ("<p>" + "word " * 100_000 + "</p>", OVER["line"]),
    "ampersands": ("<p>" + "&" * 19_000 + "</p>", "rows"),
    "brackets": ("<p>" + "(" * 19_000 + "</p>", "rows"),
    "bars": ("<p>" + "|" * 19_000 + "</p>", "rows"),
    "dates without end": ("<p>" + "1 May 2013, " * 1_500 + "</p>", "rows"),
    "amounts without end": ("<p>" + "1 billion yen, " * 1_200 + "</p>", "rows"),
    "visitors without end": ("<p>" + "Prime Minister Shinzo Abe and " * 600 + "visited Japan in 2013.</p>", "rows"),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_hostile_pages(name: str) -> None:
    inner, expected = PAGES[name]
    assert outcome(page(inner)) == expected


TEXTS = {
    "as it is": ("", "rows"),
    "blank lines": ("\n" * 200_000, "rows"),
    "blanks": ("a" + " " * 1_000_000 + "x", OVER["line"]),
    "dashes": ("-" * 19_000 + "x", "rows"),
    "rules of dashes": (("-" * 1_000 + "\n") * 50, "rows"),
    "open brackets": ("(\n" * 10_000, "rows"),
    "lines that run on": ("and the\n" * 4_000, "rows"),
    "a line without end": ("word " * 5_000, OVER["line"]),
    "NUL bytes": ("a\0b\n" * 5, "rows"),
    "NUL bytes and nothing else": ("\0" * 100_000, "not text"),
    "bare carriage returns": ("a\rb\rc\r", "rows"),
    "line separators": ("a\u2028b\u2029c\x85d\x0be\x0cf", "rows"),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts(name: str) -> None:
    added, expected = TEXTS[name]
    assert outcome((SHEET + "\n" + added).encode(), "x.txt").startswith(expected)


def test_lone_surrogates() -> None:
    sheet = read_sheet(Source("x.txt", (SHEET + "\nExports \ud800: 3\n").encode("utf-8", "surrogatepass")))
    assert isinstance(sheet, Sheet)
    assert "\ud800" not in sheet.text
    assert list(problems(sheet)) == []


def test_entities_of_a_document_type_are_not_expanded() -> None:
    for name in ("billion laughs", "an entity of the machine"):
        document = read(Source("x.html", page(PAGES[name][0])))
        assert isinstance(document, Document)
        assert "lollol" not in document.text
        assert "root:" not in document.text


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3 billion yen", 3_000_000_000), ("9" * 30 + " yen", 10**30 - 1), ("9" * 31 + " yen", None), ("9" * 5_000 + " yen", None), ("0." + "9" * 5_000 + " yen", None),
        ("9," * 5_000 + "9 yen", None), ("1E5 yen", None), ("1e+9 yen", None), ("2.5e6 persons", None),
        ("1e9 yen", None), ("1e999999999 yen", None), ("٣٤٥ yen", None),
        ("3٣ million yen", None), ("1_000 yen", None), ("²5 yen", None), ("Ⅳ yen", None), ("9" * 400 + " billion yen", None),
    ],
)  # fmt: skip
def test_no_huge_number_and_no_number_of_other_scripts_becomes_a_value(printed: str, value: int | None) -> None:
    lines = f"Japan-Kenya Relations\n\nTrade with Japan (2012)\n\n  • Exports: {printed}\n"
    sheet = read_sheet(Source("x.txt", lines.encode()))
    assert isinstance(sheet, Sheet)
    assert list(problems(sheet)) == []
    assert {row.value for row in sheet.observations} - {None} == {value} - {None}


@pytest.mark.parametrize(
    ("printed", "columns"),
    [("2px", 2), ("2.5", 2), (" +2", 2), ("٣", 1), ("1_000", 1), ("-2", 1), ("0", 1), ("", 1), ("1e9", 1), ("9" * 5_000, 1_000)],
)  # fmt: skip
def test_spans_are_read_as_browsers_do(printed: str, columns: int) -> None:
    rows = f"<tr><td colspan='{printed}'>wide<td>first<tr>{'<td>a' * columns}<td>last"
    document = read(Source("x.html", f"<table border=1>{rows}</table>".encode()))
    assert isinstance(document, Document)
    above, below = (len(block.cells) for block in document.blocks if block.kind in ("row", "header"))
    assert (above, below) == (columns + 1, columns + 1)


@pytest.mark.parametrize("depth", [254, 255, 256, 257, 2046, 2047, 2048, 2049])
def test_depths_at_which_readers_stop(depth: int) -> None:
    document = read(
        Source("x.html", page("<div>" * depth + "deepest words" + "</div>" * depth + "<p>the last words</p>"))
    )
    assert isinstance(document, Document)
    assert "deepest words" in document.text
    assert "the last words" in document.text


def test_a_page_of_two_hundred_megabytes(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SHEET, "utf-8")
    with open(tmp_path / "huge.html", "wb") as file:
        file.write(b"<html>")
        file.truncate(200_000_000)
    tracemalloc.start()
    found = [type(one) for one in find_sources([tmp_path])]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == [Source, Refused]
    assert peak < 5 * LIMITS.document
    account = run([tmp_path])
    assert account.documents == 1
    assert [(one.source_path.rpartition("/")[2], one.message) for one in account.refused] == [
        ("huge.html", OVER["document"])
    ]


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (b"x" * 101, Limits(document=100), "over the limit of 100 bytes of one sheet, without containers and codings (document)"),
        (page("<table><tr><td>a<td>b</table>" * 3), Limits(tables=2), "over the limit of 2 tables of one page (tables)"),
        (page("<table border=1>" + "<tr><th>a<th>b" * 9 + "</table>"), Limits(cells=17), "over the limit of 17 cells of one table, spans counted (cells)"),
        (page("<p>" + "a" * 31), Limits(line=30), "over the limit of 30 characters of one paragraph, item or row (line)"),
        (page("<p>Z" + "\u0301" * 3), Limits(marks=2), "over the limit of 2 combining marks in a row (marks)"),
    ],
)  # fmt: skip
def test_limits_can_be_set(data: bytes, limits: Limits, message: str) -> None:
    assert outcome(data, limits=limits) == message


def test_at_a_limit_all_is_well() -> None:
    assert outcome(page(""), limits=Limits(document=len(page("")))) == "rows"
    assert outcome(page(""), limits=Limits(document=len(page("")) - 1)) == Limits(document=len(page("")) - 1).over(
        "document"
    )


def test_sheets_within_limits_are_read_beside_others(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(SHEET + f"\nNote {n}" + "x" * (30_000 if n == 1 else 0), "utf-8")
    account = run([tmp_path], tmp_path / "out", workers=2)
    assert (account.documents, account.exit_code) == (2, 3)
    assert [one.message for one in account.refused] == [OVER["line"]]


def test_limits_reach_workers_and_the_cache(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for n in range(2):
        (tmp_path / "raw" / f"{n}.txt").write_text(SHEET + f"\nNote {n}", "utf-8")
    for workers in (1, 2):
        asked = {"cache": tmp_path / "cache", "workers": workers}
        assert (
            run(["raw"] if os.getcwd() == str(tmp_path) else [tmp_path / "raw"], tmp_path / "out", **asked).documents
            == 2
        )
        account = run([tmp_path / "raw"], tmp_path / "out", limits=Limits(line=50), **asked)
        assert [one.message for one in account.refused] == [Limits(line=50).over("line")] * 2


def test_names_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    folder.mkdir()
    names = [
        "a\nb.txt",
        "\x1b[31mred.txt",
        "a" * 250 + ".txt",
        "=1+1.txt",
        "[bold].txt",
        "-rf.txt",
        "..txt",
        "a;rm -rf b.txt",
        "ü\u202e.txt",
    ]
    for n, name in enumerate(names):
        (folder / name).write_text(SHEET + f"\nNote {n}", "utf-8")
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_text(SHEET + "\nNote x", "utf-8")
    sources = list(find_sources([folder]))
    assert all(isinstance(one, Source) and one.path.isprintable() for one in sources)
    account = run([folder], tmp_path / "out")
    assert (account.documents, account.refused) == (len(names), ())  # `..txt` is hidden
    assert {path.relative_to(tmp_path).parts[0] for path in tmp_path.rglob("*")} == {"raw", "out"}
