"""Lines that list figures, each behind its label or its year, with words for none among them."""

from __future__ import annotations

from pipeline.records import Observation
from tests.each import each
from tests.helpers import facts_of

HEAD = "Japan-Fiji Relations (Basic Data)\n\nMay 1, 2016\n\n"


def rows(text: str) -> list[Observation]:
    return facts_of(HEAD + text).observations


@each(
    ("line", "told"),
    [
        ("FY 2012: Loans none, Grants 12.82, Technical Cooperation 4.43", ["none", "12820000000", "4430000000"]),
        ("FY 2012: Loans: none, Grants: 12.82, Technical Cooperation: 4.43", ["none", "12820000000", "4430000000"]),
        ("FY 2012: Loans 8.85, Grants nil; Technical Cooperation 3.69", ["8850000000", "none", "3690000000"]),
        ("FY 2012: Loans 8.85; Grants 3.1 and Technical Cooperation N/A", ["8850000000", "3100000000", "not_available"]),
        ("FY 2012: Loans –, Grants 3.1, Technical Cooperation not available", ["not_available", "3100000000", "not_available"]),
    ],
)  # fmt: skip
def test_none_among_the_figures_of_a_list(line: str, told: list[str]) -> None:
    found = rows(f"Japan's Economic Cooperation (billion yen)\n\n  • {line}\n")
    assert [row.indicator for row in found] == ["oda_loans", "oda_grants", "oda_technical"]
    assert [f"{int(row.value)}" if row.value is not None else row.value_status for row in found] == told
    assert {row.period for row in found} == {"2012-04/2013-03"}


def test_none_before_the_only_figure() -> None:
    found = rows("Japan's Economic Cooperation (billion yen)\n\n  • Loans none, Grants 12.82 (FY 2012)\n")
    assert [(row.indicator, row.label, row.value_status) for row in found] == [
        ("oda_loans", "Loans", "none"),
        ("oda_grants", "Grants", "exact"),
    ]
