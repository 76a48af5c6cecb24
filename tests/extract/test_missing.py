"""A heading with nothing under it: present, without a value; and what only seems to be one."""

from __future__ import annotations

import pytest

from tests.each import each
from tests.helpers import facts_of

HEAD = "Japan-Fiji Relations\n\nMay 1, 2015\n\n"
PAGE = "<html><body><h1>Japan-Fiji Relations</h1><p>May 1, 2015</p><h2>Basic Data</h2>{}</body></html>"


def missing(text: str, path: str = "sheet.txt") -> list[tuple[str, str | None, str | None]]:
    rows = facts_of(text, path).observations
    return [(row.indicator, row.label, row.period) for row in rows if row.value_status == "missing"]


@each(
    ("body", "label", "period"),
    [
        ("Direct Investment from Japan\n\nJapan's Economic Cooperation\nGrants\n3 million yen\n", "Direct Investment from Japan", None),
        ("Basic Data\n\nDirect Investment from Japan (2012):\n\nJapanese companies in Fiji: 30 (as of 2013)\n", "Direct Investment from Japan (2012)", "2012"),
        ("Basic Data\n\n  • Direct Investment from Japan (2012):\n  • Japanese companies in Fiji: 30 (as of 2013)\n", "Direct Investment from Japan (2012)", "2012"),
        ("Basic Data\n\nDirect Investment from Japan:\n\nVIP Visits\n", "Direct Investment from Japan", None),
    ],
)  # fmt: skip
def test_text(body: str, label: str, period: str | None) -> None:
    assert missing(HEAD + body) == [("direct_investment", label, period)]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>Direct Investment from Japan (2012):<ul><li></li></ul><li>Japanese companies in Fiji: 30 (as of 2013)</ul>",
        "<dl><dt>Direct Investment from Japan (2012):<dd>&nbsp;<dt>Japanese companies in Fiji:<dd>30 (as of 2013)</dl>",
        "<h3>Direct Investment from Japan (2012)</h3><ul></ul><h3>Japanese companies in Fiji</h3><p>30 (as of 2013)</p>",
    ],
)
def test_an_empty_list(body: str) -> None:
    facts = missing(PAGE.format(body), "sheet.html")
    assert facts == [("direct_investment", "Direct Investment from Japan (2012)", "2012")]


@each(
    "body",
    [
        "Japanese Nationals:\n\nNumber of Japanese nationals residing in Fiji\n489 (as of 2013)\n",
        "Development cooperation:\n\n(1) Loan\n2 million yen (until FY 2013)\n(2) Grants\n3 million yen (until FY 2013)\n",
        "1. Economic Relations\n\n(1) Trade\n\nExports to Fiji: 3 billion yen (2013)\n",
        "Direct Investment from Japan:\n\n  • none\n",
    ],
)
def test_not_empty(body: str) -> None:
    assert missing(HEAD + "Basic Data\n\n" + body) == []


def test_a_heading_that_begins_the_text_is_not_empty() -> None:
    assert missing("Trade with Japan\n\nExports to Japan: 12 million yen\n") == []


def test_numbered_items_take_what_the_label_above_them_says() -> None:
    text = (
        "Basic Data\n\nDevelopment cooperation (up to FY2013):\n\n(1) Loan\n2 million yen\n(2) Grants\n3 million yen\n"
    )
    rows = facts_of(HEAD + text).observations
    assert [(row.indicator, row.period, row.period_kind) for row in rows] == [
        ("oda_loans", "2013-04/2014-03", "until"),
        ("oda_grants", "2013-04/2014-03", "until"),
    ]
