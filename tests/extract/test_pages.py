"""The same facts set in many ways of HTML give the same rows, and pages of an unknown kind give none."""

from __future__ import annotations

import html

import pytest

from pipeline.outline.identity import is_fact_sheet
from tests.each import each
from tests.helpers import facts_of, outline_of

TITLE = "<h1>Japan-Armenia Relations (Basic Data)</h1><p>March 8, 2019</p>"
RELATIONS, NATIONALS, TRADE = "Diplomatic Relations", "Japanese Nationals", "Trade with Japan (2017)"
SINCE, LIVING = "Established on September 7, 1992", "40 (as of Oct. 2017)"
EXPORTS, IMPORTS = "Exports to Japan: 1,006 million yen", "Imports from Japan: 3,540 million yen"
BASICS = {
    "lists": f"<h3>{RELATIONS}:</h3><ul><li>{SINCE}</ul><h3>{NATIONALS}:</h3><ul><li>{LIVING}</ul>"
    f"<h3>{TRADE}:</h3><ul><li>{EXPORTS}<li>{IMPORTS}</ul>",
    "nested": f"<ul><li>{RELATIONS}:<ul><li>{SINCE}</li></ul></li><li>{NATIONALS}:<ul><li>{LIVING}</ul>"
    f"<li>{TRADE}:<ul><li>{EXPORTS}<li>{IMPORTS}</ul></ul>",
    "dl": f"<dl><dt>{RELATIONS}<dd>{SINCE}<dt>{NATIONALS}<dd>{LIVING}<dt>{TRADE}<dd>{EXPORTS}<dd>{IMPORTS}</dl>",
    "terms": f"<dl><dt>{RELATIONS}<dd>{SINCE}<dt>Residents<dd><dl><dt>{NATIONALS}<dd>{LIVING}</dl>"
    f"<dt>{TRADE}<dd><dl><dt>{EXPORTS.partition(': ')[0]}<dd>1,006 million yen<dt>{IMPORTS.partition(': ')[0]}<dd>3,540 million yen</dl></dl>",
    "bold": f"<p><b>{RELATIONS}:</b><br>{SINCE}</p><p><b>{NATIONALS}:</b><br>{LIVING}<p><b>{TRADE}:</b><br>{EXPORTS}<br>{IMPORTS}",
    "table": f"<table border=1><tr><td>{RELATIONS}<td>{SINCE}<tr><td>{NATIONALS}<td>{LIVING}<tr><td>{TRADE}<td>{EXPORTS}<br>{IMPORTS}</table>",
    "heads": f"<table><tr><th>{RELATIONS}<td>{SINCE}<tr><th>{NATIONALS}<td>{LIVING}"
    f"<tr><th rowspan=2>{TRADE}<td>{EXPORTS}<tr><td>{IMPORTS}</table>",
    "hidden": f"<h5>Diplomatic Rela&shy;tions</h5><p>Established on <i>Sep</i>tember&nbsp;7, 19<b>92</b><!-- 1999: 33 --><h5>{NATIONALS}</h5>"
    f"<p>40<span hidden>9</span> (as of Oct. 2017)<p style='display:none'>99 (as of 1999)<h5>{TRADE}</h5><p>{EXPORTS}<p>{IMPORTS}",
}
OUT, BACK = "From Japan to Armenia", "From Armenia to Japan"
ROWS = "<tr><td>2006.8<td>Senior Vice-Minister for Foreign Affairs Yasuhisa SHIOZAKI"
TWO = "<tr><td>2012.6<td>President Serzh SARGSYAN<tr><td>&nbsp;<td>Minister of Defence Seyran OHANYAN"
HEAD = "<tr><th>Year<th>Name"
VISITS = {
    "caption": f"<table border=1><caption>{OUT}</caption>{HEAD}{ROWS}</table><table border=1><caption>{BACK}</caption>{HEAD}{TWO}</table>",
    "heading": f"<h4>{OUT}</h4><table border=1>{HEAD}{ROWS}</table><h4>{BACK}</h4><table border=1>{HEAD}{TWO}</table>",
    "row": f"<table border=1><tr><td colspan=2>{OUT}{HEAD}{ROWS}<tr><td colspan=2>{BACK}{HEAD}{TWO}</table>",
    "bold": f"<p><b>{OUT}</b><table border=1>{ROWS}</table><p><b>{BACK}</b><table border=1>{TWO}</table>",
    "spans": f"<h4>{OUT}</h4><table border=1>{HEAD}{ROWS}</table><h4>{BACK}</h4><table border=1>{HEAD}"
    "<tr><td rowspan=2>2012.6<td>President Serzh SARGSYAN<tr><td>Minister of Defence Seyran OHANYAN</table>",
    "broken": f"<h4>{OUT}</h4><table border=1>{HEAD}{ROWS}</table><h4>{BACK}</h4><table border=1>{HEAD}"
    "<tr><td>2012.6<td>President Serzh SARGSYAN<br>Minister of Defence Seyran OHANYAN</table>",
    "list": f"<h4>{OUT}</h4><ul><li>2006.8 Senior Vice-Minister for Foreign Affairs Yasuhisa SHIOZAKI</ul><h4>{BACK}</h4>"
    "<ul><li>2012.6 President Serzh SARGSYAN<li>2012.6 Minister of Defence Seyran OHANYAN</ul>",
    "grid": f"<h4>{OUT}</h4><div><div class=r><div>2006.8</div><div>Senior Vice-Minister for Foreign Affairs <i>Yasuhisa SHIOZAKI</i></div></div></div>"
    f"<h4>{BACK}</h4><div><div class=r><div>2012.6</div><div>President Serzh SARGSYAN</div></div>"
    "<div class=r><div></div><p>Minister of Defence Seyran OHANYAN</p></div></div>",
    "headed grid": f"<h4>{OUT}</h4><div><div><div>Year</div><div>Name</div></div><div><div>2006.8</div><div>Senior Vice-Minister for Foreign "
    f"Affairs Yasuhisa SHIOZAKI</div></div></div><h4>{BACK}</h4><div><div><div>Year</div><div>Name</div></div>"
    "<div><div>2012.6</div><div>President Serzh SARGSYAN</div></div><div><div></div><div>Minister of Defence Seyran OHANYAN</div></div></div>",
    "roles": f"<h4>{OUT}</h4><div role=table><span role=row><span role=columnheader>Year</span><span role=columnheader>Name</span></span>"
    "<span role=row><span role=cell>2006.8</span><span role=cell>Senior Vice-Minister for Foreign Affairs Yasuhisa SHIOZAKI</span></span></div>"
    f"<h4>{BACK}</h4><div role=table><span role=row><span role=cell>2012.6</span><span role=cell>President Serzh SARGSYAN</span></span>"
    "<span role=row><span role=cell></span><span role=cell>Minister of Defence Seyran OHANYAN</span></span></div>",
    "dl": f"<h4>{OUT}</h4><dl><dt>2006.8<dd>Senior Vice-Minister for Foreign Affairs Yasuhisa SHIOZAKI</dl><h4>{BACK}</h4>"
    "<dl><dt>2012.6<dd>President Serzh SARGSYAN<dd>Minister of Defence Seyran OHANYAN</dl>",
}
WANTED = [
    ("JPN", "ARM", "2006-08", "Shiozaki"),
    ("ARM", "JPN", "2012-06", "Sargsyan"),
    ("ARM", "JPN", "2012-06", "Ohanyan"),
    ("JPN", "ARM", "2017-10", "40"),
    ("ARM", "JPN", "2017", "1006000000"),
    ("JPN", "ARM", "2017", "3540000000"),
    ("diplomatic_relations", "1992-09-07"),
]


def _rows(page: str) -> list[tuple[str | None, ...]]:
    facts = facts_of(page, "sheet.html")
    rows: list[tuple[str | None, ...]] = [(v.from_area, v.to_area, v.date, v.main_name) for v in facts.visits]
    rows += [(o.from_area, o.to_area, o.period, f"{o.value:f}" if o.value else None) for o in facts.observations]
    return rows + [(e.kind, e.date) for e in facts.events]


def _page(basics: str, visits: str) -> str:
    return f"<!DOCTYPE html><html><body>{TITLE}<h2>Basic Data</h2>{basics}<h2>VIP Visits</h2>{visits}</body></html>"


@each("basics", BASICS)
def test_the_same_data_in_every_setting(basics: str) -> None:
    assert _rows(_page(BASICS[basics], VISITS["caption"])) == WANTED


@each("visits", VISITS)
def test_the_same_visits_in_every_setting(visits: str) -> None:
    assert _rows(_page(BASICS["lists"], VISITS[visits])) == WANTED


@pytest.mark.parametrize("frame", ["<td class=line-content>{}</td>", "<pre>{}</pre>"])
def test_a_saved_view_of_the_source(frame: str) -> None:
    source = _page(BASICS["lists"], VISITS["caption"]).replace("<h", "\n<h")
    shown = [html.escape(line) for line in source.split("\n")] if "td" in frame else [html.escape(source)]
    cells = "".join(f"<tr>{frame.format(line)}" if "td" in frame else frame.format(line) for line in shown)
    assert _rows(f"<html><body>{'<table>' if 'td' in frame else ''}{cells}</body></html>") == WANTED


@pytest.mark.parametrize("day", ["March 8, 2019", "Published: March 8, 2019", "(Updated on March 8, 2019)"])
def test_a_title_in_the_head_of_a_page_that_is_its_name(day: str) -> None:
    head = "<title>Japan-Armenia Relations</title></head><body><header><h1>Japan-Armenia Relations</h1></header>"
    outline = outline_of(
        f"<html><head>{head}<p>{day}</p><h1>Basic Data</h1>{BASICS['lists']}</body></html>", "sheet.html"
    )
    assert (outline.title, outline.published and outline.published.edtf) == ("Japan-Armenia Relations", "2019-03-08")


@each("title", ["Armenia", "Republic of Armenia", "Armenia (Republic of Armenia)", "Asia"])
def test_the_name_of_the_land_above_a_page_gives_no_direction(title: str) -> None:
    page = f"<h1>{title}</h1>{TITLE}<h2>Cultural Relations</h2><ul><li>Cultural Grants: 53 million yen (until FY 2013)</ul>"
    (row,) = facts_of(f"<html><body>{page}</body></html>", "sheet.html").observations
    assert (row.from_area, row.to_area, row.direction_basis) == ("JPN", "ARM", "inferred")


def test_a_figure_of_one_of_two_countries_is_not_guessed() -> None:
    page = f"{TITLE}<table border=1><tr><th><th>Japan<th>Armenia<tr><td>Population<td>126 million<td>3 million</table>"
    assert facts_of(page, "sheet.html").observations == []


@each(
    "text",
    [
        "India-Peru Relations\n\nDiplomatic Relations\nEstablished in 1963\n\nTrade\nExports: 705 million dollars\n",
        "Press Releases\n\nJapan-Peru Foreign Ministers' Meeting\n\nJuly 12, 2019\n\nThe ministers held a meeting.\n",
        "Travel Advice: Peru\n\nEntry requirements\nNationals can stay for up to 183 days.\n\nHealth\nCall 117.\n",
        "List of Exchange of Notes with Peru\n\nGrant Aid\n2015/11/06 | Equipment | 1 billion yen\n\nLoan Aid\nnone\n",
    ],
)
def test_other_pages_are_no_fact_sheets(text: str) -> None:
    assert not is_fact_sheet(outline_of(text))


@pytest.mark.parametrize(
    "crumbs", ["Top > Countries &amp; Regions > Armenia", "Home » Armenia", "トップページ ＞ アルメニア"]
)
def test_where_a_page_stands_heads_nothing(crumbs: str) -> None:
    page = f"<p><b>{crumbs}</b></p>{TITLE}<h3>Cultural Exchanges</h3><p>Cultural Grant (FY 2007)<br>94.2 million yen (Cultural Grant Aid)</p>"
    facts = facts_of(page, "sheet.html")
    assert [(row.from_area, row.to_area, row.section) for row in facts.observations] == [
        ("JPN", "ARM", "Cultural Exchanges > Cultural Grant (FY 2007)")
    ]


@each(
    ("below", "goods"),
    [
        ("beer, rose oil", "beer, rose oil"),
        ("automobiles and parts thereof", "automobiles and parts thereof"),
        ("mainly for the use of the embassy", None),
        ("beer (2016: 5%)", None),
    ],
)
def test_a_list_of_goods_below_its_figure(below: str, goods: str | None) -> None:
    terms = f"<dl><dt>{TRADE}<dd><dl><dt>Exports to Japan<dd>1,006 million yen<dd>{below}</dl></dl>"
    row, *_ = facts_of(_page(terms, ""), "sheet.html").observations
    assert (row.goods, row.from_area, row.direction_basis) == (goods, "ARM", "stated")


LIVE, CAME = "Japanese Nationals: 40", "President Serzh SARGSYAN"
RAISED = "<sup>{n}</sup>"
NOTED = {
    "pandoc": ("<a href=#fn{n} id=fnref{n}><sup>{n}</sup></a>", "<li id=fn{n}><p>{told}.<a href=#fnref{n}>↩︎</a></p>"),
    "a word processor": ("<a href=#_ftn{n} name=_ftnref{n}><span>[{n}]</span></a>",
                         "<div id=ftn{n}><p><a href=#_ftnref{n} name=_ftn{n}>[{n}]</a> {told}</p></div>"),
    "an office": ("<a name=s{n}anc href=#s{n}sym><sup>{n}</sup></a>", "<p><a name=s{n}sym href=#s{n}anc>{n}</a>{told}</p>"),
    "a wiki": ("<sup id=r{n}><a href=#c{n}>[{n}]</a></sup>", "<ol><li id=c{n}><b><a href=#r{n}>^</a></b> {told}</ol>"),
    "brackets around": ("<sup>[<a id=r{n} href=#d{n}>{n}</a>]</sup>", "<div id=d{n}><a href=#r{n}>{n}</a>. {told}</div>"),
    "no way back": ("<sup><a href=#n{n}>{n}</a></sup>", "<p id=n{n}>{n}) {told}"),
    "the same mark": (RAISED, "<p><sup>{n}</sup> {told}"),
    "below the table": (RAISED, "<table><tr><td colspan=2><sup>{n}</sup>{told}</table>"),
}  # fmt: skip


def _noted(mark: str, note: str) -> str:
    marks = [mark.replace("{n}", str(n)) for n in (1, 2)]
    basics = f"<ul><li>{LIVE}{marks[0]}</ul>"
    visits = f"<h4>{BACK}</h4><table border=1>{HEAD}<tr><td>2012.6<td>{CAME}{marks[1]}</table>"
    told = ("As of Oct. 2017", "TICAD V")
    return _page(basics, visits + "".join(note.replace("{n}", str(n)).replace("{told}", told[n - 1]) for n in (1, 2)))


@each("setting", NOTED)
def test_notes_are_read_where_their_marks_stand(setting: str) -> None:
    facts = facts_of(_noted(*NOTED[setting]), "sheet.html")
    assert [(o.value, o.period, o.note) for o in facts.observations] == [(40, "2017-10", None)]
    assert [(v.name_printed, v.occasion) for v in facts.visits] == [("Serzh SARGSYAN", "TICAD V")]
    assert facts.text.count("TICAD V") == 1


def test_notes_in_a_list_by_their_numbers() -> None:
    page = _noted(RAISED, "").replace("</body>", "<h3>Notes</h3><ol><li>As of Oct. 2017<li>TICAD V</ol></body>")
    facts = facts_of(page, "sheet.html")
    assert ([row.period for row in facts.observations], facts.visits[0].occasion) == (["2017-10"], "TICAD V")


@each(
    ("note", "period"),
    [
        ("", None),
        ("<ol><li>As of Oct. 2017<li>TICAD V<li>2003</ol>", None),
        (f"<p><sup>2</sup> {'Many words. ' * 40}", None),
        ("<p>1. As of Oct. 2017", None),
    ],
)
def test_a_mark_whose_note_is_not_sure_is_no_part_of_a_name_or_number(note: str, period: str | None) -> None:
    facts = facts_of(_noted(RAISED, "").replace("</body>", f"{note}</body>"), "sheet.html")
    assert [row.value for row in facts.observations] == []
    assert [(v.name_printed, v.occasion) for v in facts.visits] == [("Serzh SARGSYAN", None)]


def test_what_is_no_mark_stays() -> None:
    page = _page(
        "<ul><li>Area: 29,743 km<sup>2</sup><li>7<sup>th</sup> Summit</ul><p>Contents: <a href=#a>1</a>", "<p id=a>A"
    )
    text = facts_of(page + "<p><sup>2</sup> Excluding lakes", "sheet.html").text
    assert all(words in text for words in ("km2", "7th Summit", "Contents: 1", "Excluding lakes"))


def test_a_note_that_tells_a_story_is_no_occasion() -> None:
    page = _noted(RAISED, "<p><sup>{n}</sup>{told}").replace(
        "TICAD V", "The treaty was signed in Chile in the same month."
    )
    assert [visit.occasion for visit in facts_of(page, "sheet.html").visits] == [None]
