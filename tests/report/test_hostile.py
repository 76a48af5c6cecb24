"""A sheet full of scripts, links that run and event handlers is shown as text: no node that the template did not make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from lxml import etree

import schemas
from pipeline import tables
from pipeline.report import write_report
from pipeline.report.charts import figures_chart
from pipeline.report.pictures import draw, svg_text
from pipeline.report.points import Points
from tests.helpers import write_tables

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<SCRIPT SRC=//e.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(3)</scr</script>ipt>",
    "<img src=x onerror=alert(4)>",
    "<img src=`x` onerror=alert(5)//",
    "<svg onload=alert(6)>",
    "<svg><script>alert(7)</script></svg>",
    "<svg><animate onbegin=alert(8) attributeName=x>",
    "<math><mi xlink:href='javascript:alert(9)'>x</mi></math>",
    "<a href='javascript:alert(10)'>x</a>",
    "javascript:alert(11)",
    "JaVaScRiPt&colon;alert(12)",
    "data:text/html,<script>alert(13)</script>",
    "vbscript:msgbox(14)",
    "<iframe src='javascript:alert(15)'></iframe>",
    "<iframe srcdoc='<script>alert(16)</script>'>",
    "<object data='data:text/html,x'></object>",
    "<embed src='//e.example/x.swf'>",
    "<link rel=stylesheet href='//e.example/x.css'>",
    "<style>*{background:url(//e.example)}</style>",
    "<meta http-equiv=refresh content='0;url=//e.example'>",
    "<base href='//e.example/'>",
    "<form action='//e.example'><input name=q autofocus onfocus=alert(24)></form>",
    "<body onload=alert(25)>",
    "<details open ontoggle=alert(26)>",
    "<video><source onerror=alert(27)></video>",
    "<template><p>x</template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(29)>'>",
    "<!-- --><img src=x onerror=alert(30)> -->",
    "<![CDATA[<script>alert(31)</script>]]>",
    "]]><script>alert(32)</script>",
    "\" onmouseover=\"alert(33)\" x=\"",
    "' onclick='alert(34)' x='",
    "\"><script>alert(35)</script>",
    "'><img src=x onerror=alert(36)>",
    "{{ 7 * 7 }}{% raw %}",
    "${alert(38)}`",
    "&lt;script&gt;alert(39)&lt;/script&gt;&#60;b&#62;",
    "</td></tr></table></main></body></html>",
    "</textarea></title></style><b>x",
    "\u2028<b>\u2029\ufeff<i>",
)  # fmt: skip


Pages = dict[str, str]
INDEX = "report/index.html"


def page_of(number: int) -> str:
    """Where the report tells of a sheet."""
    return f"report/mofa-japan/s{number:02}.html"


def cells(table: str, words: str, series_id: str, place: tuple[int, int]) -> tuple[object, ...]:
    """A row of a table with these words wherever a sheet's words may stand."""
    document_id = f"{series_id}/2014-09-01"
    column_of = {column.name: column for column in schemas.tables()[table].columns}
    noun = {"visits": "visit", "observations": "observation", "events": "event", "findings": "finding"}.get(table)
    fixed: dict[str, Any] = {
        "document_id": document_id, "series_id": series_id, "from_document_id": document_id, "to_document_id": document_id,
        f"{noun}_id": f"{document_id}#{noun}-0001", "visit_group": f"{document_id}#visit-0001", "published": "2014-09-01",
        "char_start": place[0], "char_end": place[1], "rule": "likely_typo", "table": "visits", "row_id": f"{document_id}#visit-0001",
        "related_id": None, "confirmed_by": None, "old_row_id": None, "new_row_id": f"{document_id}#visit-0001",
        "block": 0, "line": 1, "level": 0, "captured_at": None, "sha256": "0" * 64, "visit_id": f"{document_id}#visit-0001",
        "from_area": "JPN", "to_area": "MNG", "reporter_area": "JPN", "partner_area": "MNG", "areas": "JPN MNG",
    }  # fmt: skip

    def cell(column: schemas.Column) -> object:
        if column.name in fixed:
            return fixed[column.name]
        if column.enum:
            return next(iter(schemas.closed_list(column.enum)))
        match column.type:
            case "integer":
                return 1
            case "decimal":
                return 1
            case "boolean":
                return False
            case "date":
                return "2014-01-01"
            case "edtf":
                return "2014"
        return words

    return tuple(cell(column) for column in column_of.values())


def report(sheets: Sequence[str], folder: Path) -> Pages:
    """The pages of sheets of which each holds nothing but its words, in series `s00`, `s01` and so on."""
    rows: dict[str, list[tuple[object, ...]]] = {name: [] for name in schemas.tables()}
    texts = {}
    at = list(schemas.tables()["blocks"].names).index("block")
    for number, words in enumerate(sheets):
        series_id = f"mofa-japan/s{number:02}"
        texts[f"{series_id}/2014-09-01"] = text = f"{words}\n\n{words}\n"
        first, second = (0, len(words)), (len(words) + 2, len(text) - 1)
        for name, of_a_table in rows.items():
            of_a_table.append(cells(name, words, series_id, second if name == "events" else first))
        block = cells("blocks", words, series_id, second)
        rows["blocks"].append((*block[:at], 1, *block[at + 1 :]))
    write_tables(tables.build(rows), texts, folder)
    pages: dict[str, bytes] = {}
    write_report(folder, pages.__setitem__)
    return {name: data.decode() for name, data in pages.items() if name.endswith(".html")}


def skeleton(soup: BeautifulSoup) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes."""
    return [(one.name, tuple(sorted(one.attrs))) for one in soup.find_all(True)]


def parsed(pages: Pages) -> dict[str, BeautifulSoup]:
    return {name: BeautifulSoup(page, "html.parser") for name, page in pages.items()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return report([f"words {number}" for number in range(len(PAYLOADS))], tmp_path_factory.mktemp("plain") / "out")


def test_no_node_that_the_template_did_not_make(plain: Pages, tmp_path: Path) -> None:
    pages, expected = parsed(report(PAYLOADS, tmp_path / "out")), parsed(plain)
    assert pages.keys() == expected.keys() == {INDEX, *map(page_of, range(len(PAYLOADS)))}
    for name, soup in pages.items():
        assert skeleton(soup) == skeleton(expected[name]), name
        assert not [one for one in soup.find_all(True) if any(key.startswith("on") for key in one.attrs)], name
        for link in soup.select("[href], [src]"):
            assert re.match(r"(\.\./|[a-z0-9-]+/|s\d\d\.html|#|data:,$)", str(link.get("href") or link.get("src"))), (
                link
            )
    for number, payload in enumerate(PAYLOADS):
        for page in (INDEX, page_of(number)):
            assert payload.split()[0][:6] in pages[page].get_text().replace("\n", " ") or "{" in payload, payload


def test_the_policy_forbids_all_but_the_pages_own(plain: Pages) -> None:
    for page in plain.values():
        soup = BeautifulSoup(page, "html.parser")
        meta = soup.select_one("meta[http-equiv=Content-Security-Policy]")
        assert meta is not None
        policy = str(meta["content"])
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert not soup.select("[style], style")
        assert all(one.get("src") or one.get("type") == "application/json" for one in soup.select("script"))
        assert page.index("Content-Security-Policy") < page.index("<link")


def test_words_in_a_plot_are_words() -> None:
    rows = [
        {"start": n, "end": n + 1, "middle": n + 0.5, "value": n, "label": payload, "is_exact": True, "told": payload, "row": "x"}
        for number, payload in enumerate(PAYLOADS)
        for n in (2001.0 + number, 2002.0 + number)
    ]  # fmt: skip
    (picture,) = draw([figures_chart(Points(rows, 0, "JPY", 0))])
    tree = etree.fromstring(svg_text(picture, lambda row: f"#{row}"))
    tags = {etree.QName(one).localname for one in tree.iter()}
    assert tags <= {"svg", "g", "path", "line", "rect", "text", "tspan", "a"}
    assert not [name for one in tree.iter() for name in one.attrib if name.startswith("on") or name == "style"]
    assert {one.get("href") for one in tree.iter() if one.get("href")} == {"#x"}
    told = [words for one in tree.iter() for words in (one.text or "", *one.attrib.values())]
    assert not [payload for payload in PAYLOADS if not any(payload in words for words in told)]
