"""Whose sheet it is and of when, in the forms that titles, dates, footers and paths take."""

from __future__ import annotations

from pipeline.records import Refused, Source
from pipeline.sheet import read_sheet
from tests.each import each
from tests.helpers import facts_of, outline_of

BODY = "\n\nDiplomatic Relations\nEstablished in 1960\n\nTrade with Japan (2010)\nExports: 1 billion yen\n"


@each(
    ("title", "area"),
    [
        ("Japan-Taiwan Relations (Basic Data)", "TWN"),
        ("Japan-Palestine Relations", "PSE"),
        ("Japan-Kosovo Relations", "XKX"),
        ("Japan-EU Relations", "XEU"),
        ("Japan-ASEAN Relations", "XAS"),
        ("Japan-U.K. Relations", "GBR"),
        ("Japan-Solomon Relations", "SLB"),
        ("Japan-Viet Nam Relations", "VNM"),
        ("Japan-Türkiye Relations (Basic Data)", "TUR"),
        ("Japan – Peru Relations", "PER"),
        ("Japan—Peru Bilateral Relations", "PER"),
        ("Japan's Relations with Peru", "PER"),
        ("日・ペルー関係（基礎データ）", "PER"),
        ("リベリア共和国（Republic of Liberia）基礎データ", "LBR"),
        ("リベリア共和国基礎データ", "LBR"),
        ("Greece flagJapan-Greece Relations (Overview)Japan flag", "GRC"),
    ],
)
def test_titles(title: str, area: str) -> None:
    read = outline_of(title + BODY)
    assert (read.partner.area, read.partner.basis, read.title) == (area, "title", title)


@each(
    ("text", "path", "area", "basis"),
    [
        (f"Asia{BODY}\nVIP Visits\n\nFrom Japan to Nepal\nYear Name\n2006 Mr. Taro ASO\n", "a.txt", "NPL", "heading"),
        (f"{BODY}\nThe first Japanese came to Nepal in 1899.\n", "a.txt", "NPL", "text"),
        (f"{BODY}\nBack to Nepal\n", "a.txt", "NPL", "footer"),
        (BODY, "africa/cote_divoire/data.txt", "CIV", "path"),
        (BODY, "raw/uk/data.txt", "GBR", "path"),
        (BODY, "raw/2010/sheet.txt", None, "unknown"),
    ],
)
def test_other_places(text: str, path: str, area: str | None, basis: str) -> None:
    partner = outline_of(text, path).partner
    assert (partner.area, partner.basis) == (area, basis)


@each(
    ("line", "published"),
    [
        ("September 1, 2014", "2014-09-01"),
        ("令和5年10月20日", "2023-10-20"),
        ("(As of September 2014)", "2014-09"),
        ("Last updated: 1 September 2014", "2014-09-01"),
        ("Diplomatic Relations\n(as of 2014)", None),
    ],
)
def test_the_date_of_the_page(line: str, published: str | None) -> None:
    above = outline_of(f"Peru\nJapan-Peru Relations\n\n{line}{BODY}")
    assert (above.published.edtf if above.published else None) == published
    read = outline_of(f"Japan-Peru Relations\n\n{line}{BODY}")
    assert (read.published.edtf if read.published else None) == published


def test_a_sign_alone_on_top_of_a_page_names_no_land() -> None:
    assert facts_of("@\nJapan-Fiji Relations\n\nMay 1, 2015\n").outline.partner.area == "FJI"


def test_a_text_of_which_nothing_is_left_is_no_sheet() -> None:
    """A unit twice in a row is taken out as what a converter repeated."""
    assert isinstance(read_sheet(Source("a.txt", "億円億円".encode("euc-jp"))), Refused)
