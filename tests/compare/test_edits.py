"""What changed, by what an editor did to a small sheet: each case is a sheet before, the same after, and all that is told."""

from __future__ import annotations

from pipeline.compare import changes_between
from pipeline.records import Source
from pipeline.sheet import Sheet, read_sheet
from tests.each import each

Told = tuple[str, str, str, str]
"""A change: what kind, the column, old value, new value."""
ADDED, REMOVED = ("added", "", "", ""), ("removed", "", "", "")
TITLE = "Japan-Mongolia Relations\n\nSeptember 1, 2014\n\n"
VISITS = TITLE + "VIP Visits\n\nFrom Mongolia to Japan\nYear Name\n"
DATA = TITLE + "Basic Data\n\n"
YEARS = "Trade between Japan and Mongolia (Unit: million yen)\nYear | {}\nJapan's exports | {}\nJapan's imports | {}\n"

VISIT_EDITS: dict[str, tuple[str, str, list[Told]]] = {
    "another visitor of the same year before": (
        "2013 Minister of Health A. BOLD", "2013 Minister of Finance N. BATBAYAR\n2013 Minister of Health A. BOLD", [ADDED],
    ),
    "another visitor of the same year and office": (
        "2013 Minister of State A. BOLD", "2013 Minister of State N. UDVAL\n2013 Minister of State A. BOLD", [ADDED],
    ),
    "a second visit in the same year": (
        "2013 Minister of Health A. BOLD", "2013 Minister of Health A. BOLD (TICAD)\n2013 Minister of Health A. BOLD", [ADDED],
    ),
    "a second visit, both with an occasion": (
        "2013 Minister of Health A. BOLD (TICAD)",
        "2013 Minister of Health A. BOLD (Expo)\n2013 Minister of Health A. BOLD (TICAD)", [ADDED],
    ),
    "one of three equal rows removed": (
        "2013 Minister of Health A. BOLD\n" * 3, "2013 Minister of Health A. BOLD\n" * 2, [REMOVED],
    ),
    "rows in turned order": (
        "2013 Minister of Health A. BOLD\n2014 Speaker N. UDVAL", "2014 Speaker N. UDVAL\n2013 Minister of Health A. BOLD", [],
    ),
    "in a table with lines": (
        "2013 Minister of Health A. BOLD\n2014 Speaker N. UDVAL", "2013 | Minister of Health A. BOLD\n2014 | Speaker N. UDVAL", [],
    ),
    "a title added": (
        "2013 Minister of Health A. BOLD", "2013 Minister of Health H.E. Mr. A. BOLD", [("reworded", "honorific", "", "H.E. Mr.")],
    ),
    "an occasion added": (
        "2013 Minister of Health A. BOLD", "2013 Minister of Health A. BOLD (TICAD V)", [("revised", "occasion", "", "TICAD V")],
    ),
    "a month added": (
        "2013 Minister of Health A. BOLD", "2013.05 Minister of Health A. BOLD", [("revised", "date", "2013", "2013-05")],
    ),
    "a month corrected": (
        "2013.06 Minister of Health A. BOLD", "2013.05 Minister of Health A. BOLD", [("revised", "date", "2013-06", "2013-05")],
    ),
    "another year is another visit": (
        "2013.06 Minister of Health A. BOLD", "2014.06 Minister of Health A. BOLD", [REMOVED, ADDED],
    ),
    "another person of the same office": (
        "2013.05 Minister of Health A. BOLD", "2013.05 Minister of Health N. UDVAL", [REMOVED, ADDED],
    ),
    "an office holder's name added": (
        "2013.05 President", "2013.05 President Ts. ELBEGDORJ", [("revised", "visitor_kind", "office_holder", "person")],
    ),
    "an office corrected": (
        "2013.05 Minister of Healt A. BOLD", "2013.05 Minister of Finance A. BOLD",
        [("revised", "office", "Minister of Health", "Minister of Finance")],
    ),
    "a name and an office in turned order": (
        "2013.05 Minister of Health A. BOLD", "2013.05 A. BOLD, Minister of Health",
        [("reworded", "quote", "2013.05 Minister of Health A. BOLD", "2013.05 A. BOLD, Minister of Health")],
    ),
    "capitals": ("2013.05 Minister of Health A. BOLD", "2013.05 Minister of Health A. Bold", []),
    "a letter mended": (
        "2013.05 Prime Minister M. ENKBOLD", "2013.05 Prime Minister M. ENKHBOLD",
        [("reworded", "main_name", "Enkbold", "Enkhbold")],
    ),
    "all visits gone": ("2013 Minister of Health A. BOLD\n2014 Speaker N. UDVAL", "", [REMOVED, REMOVED]),
}  # fmt: skip

DATA_EDITS: dict[str, tuple[str, str, list[Told]]] = {
    "years as columns moved on": (
        YEARS.format("2010 | 2011 | 2012", "10 | 20 | 30", "1 | 2 | 3"),
        YEARS.format("2011 | 2012 | 2013", "20 | 30 | 40", "2 | 3 | 4"),
        [("updated", "value", "10000000", "40000000"), ("updated", "value", "1000000", "4000000")],
    ),
    "years as columns moved on by two": (
        YEARS.format("2010 | 2011 | 2012", "10 | 20 | 30", "1 | 2 | 3"),
        YEARS.format("2012 | 2013 | 2014", "30 | 40 | 50", "3 | 4 | 5"),
        [("updated", "value", "20000000", "50000000"), ("updated", "value", "2000000", "5000000"),
         ("updated", "value", "10000000", "40000000"), ("updated", "value", "1000000", "4000000")],
    ),
    "a year more": (
        YEARS.format("2010 | 2011", "10 | 20", "1 | 2"), YEARS.format("2010 | 2011 | 2012", "10 | 20 | 30", "1 | 2 | 3"),
        [ADDED, ADDED],
    ),
    "one cell restated": (
        YEARS.format("2010 | 2011", "10 | 20", "1 | 2"), YEARS.format("2010 | 2011", "10 | 21", "1 | 2"),
        [("revised", "value", "20000000", "21000000")],
    ),
    "years the other way round": (
        YEARS.format("2010 | 2011", "10 | 20", "1 | 2"), YEARS.format("2011 | 2010", "20 | 10", "2 | 1"), [],
    ),
    "as of a later day, the same number": (
        "Japanese residents:\n\n  • 420 (as of Oct 2013)", "Japanese residents:\n\n  • 420 (as of Oct 2014)",
        [("updated", "value", "420", "420")],
    ),
    "as of an earlier day": (
        "Japanese residents:\n\n  • 420 (as of Oct 2013)", "Japanese residents:\n\n  • 420 (as of Oct 2012)",
        [("revised", "period", "2013-10", "2012-10")],
    ),
    "a day stated later": (
        "Japanese residents:\n\n  • 420", "Japanese residents:\n\n  • 420 (as of Oct 2013)", [("revised", "period", "", "2013-10")],
    ),
    "a running total moved on": (
        "Japan's ODA:\n\n  • Loans: 12 billion yen (until FY 2012)", "Japan's ODA:\n\n  • Loans: 13 billion yen (until FY 2013)",
        [("updated", "value", "12000000000", "13000000000")],
    ),
    "two yearly figures moved on": (
        "ODA:\n\n  • Grants: 3 billion yen (FY 2013)\n  • Grants: 4 billion yen (FY 2014)",
        "ODA:\n\n  • Grants: 4 billion yen (FY 2014)\n  • Grants: 5 billion yen (FY 2015)",
        [("updated", "value", "3000000000", "5000000000")],
    ),
    "a rank": (
        "Students:\n\n  • Mongolian students in Japan: 420 (2013, 11th)", "Students:\n\n  • Mongolian students in Japan: 420 (2013, 12th)",
        [("revised", "rank", "11", "12")],
    ),
    "another currency": (
        "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen", "Trade (2013):\n\n  • Exports to Mongolia: 12 billion dollars",
        [("revised", "unit", "JPY", "USD")],
    ),
    "a currency stated later": (
        "Trade (2013):\n\n  • Exports to Mongolia: 12 billion", "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen",
        [("revised", "unit", "", "JPY")],
    ),
    "directions decided": (
        "Trade (2013):\n\n  • Exports: 12 billion yen\n  • Imports: 2 billion yen",
        "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen\n  • Imports from Mongolia: 2 billion yen",
        [("revised", "from_area", "", "JPN"), ("revised", "to_area", "", "MNG"),
         ("revised", "from_area", "", "MNG"), ("revised", "to_area", "", "JPN")],
    ),
    "a label turned": (
        "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen", "Trade (2013):\n\n  • Imports from Mongolia: 12 billion yen",
        [("revised", "from_area", "JPN", "MNG"), ("revised", "to_area", "MNG", "JPN")],
    ),
    "goods named": (
        "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen", "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen (cars)",
        [("revised", "goods", "", "cars")],
    ),
    "about": (
        "Japanese residents:\n\n  • 420 (2013)", "Japanese residents:\n\n  • about 420 (2013)",
        [("revised", "value_status", "exact", "approximate")],
    ),
    "a heading filled": (
        "Direct investment from Japan:\n\nTrade (2013):\n\n  • Exports to Mongolia: 12 billion yen",
        "Direct investment from Japan:\n\n  • 3 billion yen (2013)\n\nTrade (2013):\n\n  • Exports to Mongolia: 12 billion yen",
        [("revised", "value", "", "3000000000")],
    ),
    "a heading emptied": (
        "Direct investment from Japan:\n\n  • 3 billion yen (2013)\n\nTrade (2013):\n\n  • Exports to Mongolia: 12 billion yen",
        "Direct investment from Japan:\n\nTrade (2013):\n\n  • Exports to Mongolia: 12 billion yen",
        [("revised", "value", "3000000000", "")],
    ),
    "none no more": (
        "ODA (2013):\n\n  • Loans: none", "ODA (2013):\n\n  • Loans: 3 billion yen",
        [("revised", "value", "", "3000000000"), ("revised", "value_status", "none", "exact"), ("revised", "unit", "", "JPY")],
    ),
    "the same amount in another scale": (
        "ODA (2013):\n\n  • Loans: 3 billion yen", "ODA (2013):\n\n  • Loans: 3,000 million yen",
        [("reworded", "value_printed", "3 billion yen", "3,000 million yen")],
    ),
    "a figure gone": (
        "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen\n  • Imports from Mongolia: 2 billion yen",
        "Trade (2013):\n\n  • Imports from Mongolia: 2 billion yen", [REMOVED],
    ),
    "two sentences joined": (
        "In 1972, diplomatic relations were established. In 1990, the first agreement was signed.",
        "In 1972, diplomatic relations were established, and in 1990, the first agreement was signed.",
        [("reworded", "statement", "In 1972, diplomatic relations were established.",
          "In 1972, diplomatic relations were established, and in 1990, the first agreement was signed."),
         ("reworded", "statement", "In 1990, the first agreement was signed.",
          "In 1972, diplomatic relations were established, and in 1990, the first agreement was signed.")],
    ),
    "an agreement of the same month": (
        "The Agreement on Air Services was signed in November 1993.",
        "The Agreement on Fisheries was signed in November 1993.\n\nThe Agreement on Air Services was signed in November 1993.",
        [ADDED],
    ),
    "a month of a happening added": (
        "  • Embassy of Japan opened in 1973", "  • Embassy of Japan opened in January 1973", [("revised", "date", "1973", "1973-01")],
    ),
    "another item of data before": (
        "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen",
        "Japanese residents:\n\n  • 420 (2013)\n\nTrade (2013):\n\n  • Exports to Mongolia: 12 billion yen", [ADDED],
    ),
}  # fmt: skip


def sheet(words: str) -> Sheet:
    read = read_sheet(Source("sheet.txt", words.encode()))
    assert isinstance(read, Sheet)
    return read


def told(old: Sheet, new: Sheet) -> list[Told]:
    changes = changes_between("s", "a", "b", old.facts(), new.facts())
    return sorted((one.change, one.column or "", one.old_value or "", one.new_value or "") for one in changes)


EDITS = {name: (VISITS + old, VISITS + new, wanted) for name, (old, new, wanted) in VISIT_EDITS.items()} | {
    name: (DATA + old, DATA + new, wanted) for name, (old, new, wanted) in DATA_EDITS.items()
}
LINE = "2013.05 Minister of Health A. BOLD"
TURNED = [("revised", "from_area", "MNG", "JPN"), ("revised", "to_area", "JPN", "MNG")]
UNDECIDED = [("revised", "from_area", "", "MNG"), ("revised", "to_area", "", "JPN")]
EDITS |= {
    "a caption turned": (VISITS + LINE, (VISITS + LINE).replace("From Mongolia to Japan", "From Japan to Mongolia"), TURNED),
    "a caption added": ((VISITS + LINE).replace("From Mongolia to Japan\n", ""), VISITS + LINE, UNDECIDED),
}  # fmt: skip


@each("edit", EDITS)
def test_an_edit_is_what_is_told(edit: str) -> None:
    old, new, wanted = EDITS[edit]
    before, after = sheet(old), sheet(new)
    assert any(before.facts().values()), "the case says something"
    assert told(before, after) == sorted(wanted)
    assert told(before, before) == told(after, after) == []


@each("edit", EDITS)
def test_an_edit_taken_back_is_told_the_other_way(edit: str) -> None:
    """Backwards the same rows are told of; only a figure that moved on does not move back."""
    old, new, wanted = EDITS[edit]
    turned = {"added": "removed", "removed": "added"}
    backwards = [(turned.get(kind, kind), column, new, old) for kind, column, old, new in wanted]
    if not any(kind == "updated" or column in ("period", "statement") for kind, column, _, _ in wanted):
        assert told(sheet(new), sheet(old)) == sorted(backwards)


def test_text_and_page_of_the_same_facts_tell_no_change() -> None:
    rows = "".join(
        f"<tr><td>2013.0{n}</td><td>Minister of Health {name}</td></tr>"
        for n, name in enumerate(("A. BOLD", "N. UDVAL"), 1)
    )
    page = (
        "<html><body><h1>Japan-Mongolia Relations</h1><div class='rightalign'>September 1, 2014</div><h2>Basic Data</h2>"
        "<dl><dt>Trade (2013):</dt><dd>Exports to Mongolia: 12 billion yen</dd></dl><h2>VIP Visits</h2>"
        f"<h3>From Mongolia to Japan</h3><table><tr><th>Year</th><th>Name</th></tr>{rows}</table></body></html>"
    )
    words = (
        DATA
        + "Trade (2013):\n\n  • Exports to Mongolia: 12 billion yen\n\nVIP Visits\n\nFrom Mongolia to Japan\nYear Name\n"
        "2013.01 Minister of Health A. BOLD\n2013.02 Minister of Health N. UDVAL\n"
    )
    read = read_sheet(Source("sheet.html", page.encode()))
    assert isinstance(read, Sheet)
    assert len(read.visits) == 2
    assert told(sheet(words), read) == told(read, sheet(words)) == []
