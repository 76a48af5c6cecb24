"""Rankings of donors, in lines, items and tables."""

from __future__ import annotations

import pytest

from tests.helpers import facts_of, notes_of

FRONT = "Japan-Palau Relations\n\nMay 5, 2018\n\n"
UNIT = "Major Donors (2016 OECD/DAC, net disbursement basis, unit: US$ million)\n\n"
TOLD = [("USA", "JPN"), ("76200000", "14500000"), (1, 2)]
PAGE = "<html><body><h1>Japan-Palau Relations</h1><h3>Major Donors (2016 OECD/DAC)</h3><table>{}</table></body></html>"

RANKINGS = [
    ("one item", f"{FRONT}Major Donors (2016, OECD/DAC)\n\n  • (1) U.S.A. (US$ 76.2 million) (2) Japan (US$ 14.5 million)\n"),
    ("items with their currency", f"{FRONT}Major Donors (2016, OECD/DAC)\n\n  • 1. U.S.A. (US$ 76.2 million)\n  • 2. Japan (US$ 14.5 million)\n"),
    ("one line", f"{FRONT}{UNIT}1. U.S.A. 76.2; 2. Japan 14.5\n"),
    ("lines", f"{FRONT}{UNIT}Rank Donor Amount\n1 United States 76.2\n2 Japan 14.5\n"),
    ("pipes", f"{FRONT}{UNIT}Rank | Donor | Amount |\n---|---|---|\n1st | United States | 76.2 |\n2nd | Japan | 14.5 |\n"),
    ("a page", PAGE.format("<tr><th>Rank<th>Country<th>Amount (US$ million)<tr><td>1<td>U.S.A.<td>76.2<tr><td>2<td>Japan<td>14.5")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), RANKINGS, ids=[name for name, _ in RANKINGS])
def test_ranking(name: str, text: str) -> None:
    rows = facts_of(text, "sheet.html" if text.startswith("<") else "sheet.txt").observations
    assert [tuple(str(row.value).split(".")[0] for row in rows), tuple(row.rank for row in rows)] == TOLD[1:]
    assert tuple(row.from_area for row in rows) == TOLD[0]
    assert {(row.to_area, row.period, row.unit) for row in rows} == {("PLW", "2016", "USD")}


def test_what_is_not_understood_is_told() -> None:
    facts = facts_of(f"{FRONT}{UNIT}1 | United States | 76.2 |\n2 | Atlantis | 5 |\n")
    assert [row.from_area for row in facts.observations] == ["USA"]
    assert len(notes_of(facts, "unrecognised_text")) == 1


def test_a_ranking_behind_its_label() -> None:
    facts = facts_of(
        f"{FRONT}Basic Data\n\n  • Major Donors (2009, US$ million): (1) UK 103.0 (2) USA 69.5 (3) Atlantis 3.1\n"
    )
    assert [(row.from_area, row.rank, row.unit) for row in facts.observations] == [("GBR", 1, "USD"), ("USA", 2, "USD")]
    assert [note.found for note in notes_of(facts, "unrecognised_text")] == ["(3) Atlantis 3.1"]
