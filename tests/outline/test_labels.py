"""What the labels of figures mean, in the wordings that sheets have for them."""

from __future__ import annotations

import pytest

from pipeline.outline.headings import known_topic, likely_topic, read_head
from pipeline.publishers import load
from tests.each import each
from tests.helpers import facts_of, outline_of

KNOWN = {
    "residents": ["Japanese residents in Fiji", "Number of Fijian residents in Japan", "Registered Fijian residents in Japan", "Number of Fijian citizens in Japan", "Number of Japanese residing in the Marshall Islands"],
    "students": ["Students from Fiji", "Fijian students studying in Japan", "Number of students from Fiji in Japan", "International students from Fiji"],
    "visitors": ["Number of Japanese visitors to Fiji", "Visitors from Japan to Fiji", "Number of Fijian travelers to Japan", "Tourists from Japan"],
    "companies": ["Japanese companies in the Marshall Islands", "Japanese enterprises in Fiji", "Number of Japanese-affiliated firms", "Number of Japanese companies operating in Fiji"],
    "trade": ["Amount of trade", "Trade amount", "Amount of trade with Japan", "Value of trade between Japan and Fiji", "Goods from Japan to Fiji", "Value of goods sent from Fiji to Japan", "Goods traded in 2007", "Principal traded goods"],
    "trade_exports": ["Value of exports", "Export value", "Exports from Japan", "Exports from Fiji to Japan"],
    "trade_imports": ["Value of imports", "Imports to Japan", "Imports from Fiji into Japan"],
    "trade_total": ["Total amount", "Grand total", "Total bilateral trade", "Both ways"],
    "aid_people": ["Trainees received in Japan", "Number of experts dispatched to Fiji", "JOCV sent to Fiji", "Acceptance of trainees from Fiji", "Dispatch of volunteers to Fiji"],
    "trade_balance": ["Trade deficit", "Japan's trade surplus"],
    "investment": ["FDI from Japan", "Japan's direct investment to Fiji", "Direct investment stock", "Investment from Fiji to Japan"],
    "oda": ["Bilateral Assistance (Exchange of Notes basis)", "Japan's assistance to Fiji", "Japan's ODA to Fiji (up to FY2013)", "Development cooperation", "Bilateral total"],
    "oda_loans": ["Loan", "Yen Loan", "Loan assistance"],
    "oda_grants": ["Grant Aid Cooperation", "General grant aid", "Grants"],
    "oda_technical": ["Technical Assistance", "Technical Co-operation"],
    "seats": ["Seats by party (as of May 2022)", "Seats in the Chamber of Deputies by party (as of October 2018)", "Composition of the National Assembly"],
}  # fmt: skip


@each(("topic", "label"), [(topic, label) for topic, labels in KNOWN.items() for label in labels])
def test_known(topic: str, label: str) -> None:
    found = known_topic(read_head(label), load())
    assert (found and found.name) == topic


@each(
    "label",
    [
        "Others",
        "People",
        "Community",
        "Cooperation",
        "Arrivals",
        "Cultural Exchanges",
        "Future prospects",
        "Visit to Fiji",
    ],
)
def test_no_figures(label: str) -> None:
    found = likely_topic(read_head(label), load())
    assert found is None or found.indicator is None or found.name == "visitors"


@pytest.mark.parametrize(
    ("label", "topic"), [("Emergency grant aid", "aid_other"), ("Cultural grant aid", "cultural_projects")]
)
def test_kinds_of_grants(label: str, topic: str) -> None:
    found = likely_topic(read_head(label), load())
    assert (found and found.name) == topic


def test_rows_of_basic_data_each_have_their_own_label() -> None:
    rows = "".join(
        f"<tr><th>{label}</th><td>{value}</td></tr>"
        for label, value in (
            ("Recognition of its independence", "June 1, 1991"),
            ("Diplomatic relations", "Established on May 2, 1992"),
            ("Embassy in Tokyo", "Opened in July 2010"),
        )
    )
    page = f"<h1>Japan-Fiji Relations</h1><p>May 1, 2015</p><h2>Basic Data</h2><table>{rows}</table>"
    facts = facts_of(page, "fiji.html")
    told = [(event.kind, event.date) for event in facts.events]
    assert told == [("recognition", "1991-06-01"), ("diplomatic_relations", "1992-05-02"), ("mission", "2010-07")]
    assert not [note for note in facts.notes if note.rule == "unrecognised_date"]


LISTS = [
    ("Aid from Japan<br>(hundred million yen)", "Loans: FY 2003 5.0, FY 2004 none<br>Grants: FY 2003 2, FY 2004 3", [("oda_loans", 500e6), ("oda_loans", 0.0), ("oda_grants", 200e6), ("oda_grants", 300e6)]),
    ("Tourism", "Japanese visitors to Fiji<br>2003: 42,618<br>2004: 66,307", [("visitors", 42618.0), ("visitors", 66307.0)]),
    ("Economic indicators<br>(World Bank)", "GNI per capita: 1,250 US dollars (2005)<br>Inflation: 4.9% (2005)", [("gdp_per_capita", 1250.0), ("inflation", 4.9)]),
    ("Main goods (2005)", "Exports to Fiji: cars (36.8%)<br>Imports from Fiji: fish (45.2%)", [("other", 36.8), ("other", 45.2)]),
    ("DAC donors to Fiji<br>(million US dollars)", "2003: France 3, Japan 2<br>2004: Japan 5, France 4", [("oda_total", 3e6), ("oda_total", 2e6), ("oda_total", 5e6), ("oda_total", 4e6)]),
    ("貿易額<br>（百万円）", "日本の輸出：2003年 5、2004年 6<br>日本の輸入：2003年 1、2004年 2", [("trade_goods", 5e6), ("trade_goods", 6e6), ("trade_goods", 1e6), ("trade_goods", 2e6)]),
]  # fmt: skip


@each(("label", "values", "told"), LISTS)
def test_a_cell_heads_the_list_beside_it(label: str, values: str, told: list[tuple[str, float]]) -> None:
    rows = f"<tr><td>Economic assistance<td>Grant aid: 7 yen (2001)<br>Loans: 8 yen (2001)<tr><td>{label}<td>{values}"
    title = "Japan-Fiji Relations" if label.isascii() else "日・フィジー関係"
    found = facts_of(f"<h1>{title}</h1><p>May 1, 2015</p><table>{rows}</table>", "fiji.html").observations
    assert [(row.indicator, float(row.value or 0)) for row in found if row.period != "2001"] == told


def test_rows_of_a_table_with_a_header_are_no_lists() -> None:
    rows = "<tr><th>Project<th>Years<tr><td>Bridge<td>2003: begun<br>2005: opened"
    lines = outline_of(f"<h1>Japan-Fiji Relations</h1><table>{rows}</table>", "fiji.html").lines
    assert [line.role for line in lines if line.role in ("row", "item", "label")] == ["row"]
