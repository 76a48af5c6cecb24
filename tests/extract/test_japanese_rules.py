"""More of sheets in Japanese: what a bracket says of all figures, years over lists of visits, ranks as columns, shares and seats."""

from __future__ import annotations

import pytest

from tests.extract.test_japanese import SHEET
from tests.helpers import facts_of, notes_of

SCOPES = [
    "（単位：億円。有償資金協力及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース）",
    "（有償資金協力及び無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース。単位：億円）",
    "（単位　億円。ただし、技術協力はJICAベース、その他はE/Nベース。）",
    "単位：億円。技術協力はJICA経費実績ベース、その他はE/Nベース",
    "※単位：億円、有償・無償資金協力は交換公文ベース、技術協力はJICA経費実績ベース",
]


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("at", ["heading", "line"])
def test_a_line_that_says_the_unit_and_the_bases_of_all_figures(scope: str, at: str) -> None:
    if at == "heading" and not scope.startswith("（"):
        return
    head = f"1 日本の援助実績{scope}" if at == "heading" else f"1 日本の援助実績\n\n{scope}\n"
    rows = "\t2015年度\t2016年度\n有償資金協力\t140.00\t－\n無償資金協力\t79.84\t17.54\n技術協力\t17.98\t20.88"
    facts = facts_of(SHEET.replace("二国間関係\n", f"経済協力\n\n{head}\n{rows}\n\n二国間関係\n", 1))
    aid = [row for row in facts.observations if row.indicator.startswith("oda")]
    assert [(r.value and int(r.value) // 1_000_000, r.unit) for r in aid if r.value] == [
        (14_000, "JPY"), (7_984, "JPY"), (1_754, "JPY"), (1_798, "JPY"), (2_088, "JPY"),
    ]  # fmt: skip
    assert {(r.indicator, r.accounting_basis) for r in aid} == {
        ("oda_loans", "exchange_of_notes"), ("oda_grants", "exchange_of_notes"), ("oda_technical", "jica_cost"),
    }  # fmt: skip
    assert not notes_of(facts, "missing_currency")
