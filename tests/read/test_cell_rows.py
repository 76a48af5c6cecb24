"""Tables that hold one cell a line behind a pipe each: a date that is left out, and where such a table ends."""

from __future__ import annotations

import pytest

from pipeline.read.text.text import read_blocks
from tests.helpers import facts_of

ROWS = [
    ("Year\nName\n2005\nMinister A (Jun)\nPresident B (Jul)\n2007\nMinister C", "2005|Minister A (Jun) / |President B (Jul) / 2007|Minister C"),
    ("Year\nName\n2005\nMinister A\nPresident B", "2005|Minister A / |President B"),
    ("Date\nName\n2005.6\nMinister A\nMinister B\nMinister C\nJuly 2007\nMr. D", "2005.6|Minister A / |Minister B / |Minister C / July 2007|Mr. D"),
    ("年月\n要人名\n2005年6月\n森総理大臣\n川口外務大臣\n2006年1月\n麻生外務大臣", "2005年6月|森総理大臣 / |川口外務大臣 / 2006年1月|麻生外務大臣"),
    ("Year\nMonth\nName\n2005\nMay\nMr. A\nJune\nMr. B\nMr. C\n2006\nJan.\nMr. D", "2005|May|Mr. A / |June|Mr. B / ||Mr. C / 2006|Jan.|Mr. D"),
    ("2005\nMinister A\nMinister B\n2007\nMinister C", "2005|Minister A / |Minister B / 2007|Minister C"),
    ("Year\nName\n2005\nMr. A\n\n2006\nMr. B", "2005|Mr. A / |2006 / Mr. B"),
    ("Year\nName\nspring 2005\nMinister A\nlate 2006\nMinister B", "spring 2005|Minister A / late 2006|Minister B"),
    ("Year\nLoans\nGrants\nFY 2003\nNone\nNone\nFY 2004\n1.5\n2005", "FY 2003|None|None / FY 2004|1.5|2005"),
    ("Year\n2003\n2004\nExports\n1,052\n98\nTotal\n98\n12", "Year|2003|2004 / Exports|1,052|98 / Total|98|12"),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "rows"), ROWS, ids=[cells[:30].replace("\n", " ") for cells, _ in ROWS])
def test_a_date_that_is_left_out_is_the_one_above(cells: str, rows: str) -> None:
    text = "".join(f"{cell} |\n" for cell in cells.split("\n"))
    found = [block for block in read_blocks(text) if block.kind == "row"]
    assert " / ".join("|".join(text[a:b] for a, b in block.cells) for block in found) == rows


CAPTIONS = ["From Kenya to Japan\nYear |\nName |", "From Kenya to Japan\nDate |\nName |", "From Kenya to Japan"]


@pytest.mark.parametrize("caption", CAPTIONS)
@pytest.mark.parametrize(
    "rows", ["2006 |\nMr. ITO |\nMr. ABE |\n", "2006 |\nMr. ITO |\nMr. ABE |\n2007 |\nMr. ASO |\n"]
)
def test_a_caption_ends_a_table_that_leaves_out_dates(rows: str, caption: str) -> None:
    visits = f"From Japan to Kenya\nYear |\nName |\n{rows}{caption}\n2009 |\nPresident KIBAKI |\n"
    facts = facts_of(f"Japan-Kenya Relations\nMay 2014\nVIP Visits\n{visits}")
    ways = [(row.main_name, row.date, row.from_area, row.to_area) for row in facts.visits]
    assert ways[:2] == [("Ito", "2006", "JPN", "KEN"), ("Abe", "2006", "JPN", "KEN")]
    assert ways[-1] == ("Kibaki", "2009", "KEN", "JPN")
