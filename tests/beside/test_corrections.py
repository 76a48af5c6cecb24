"""Corrections by people: what is applied and how it is told, and that one which no longer fits is never silent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.account import Account
from pipeline.beside import BesideError
from pipeline.beside.corrections import load_corrections
from pipeline.run import run
from tests.helpers import MONGOLIA

EXPORTS = "Exports to Mongolia: 29.3 billion yen."
ENTRY: dict[str, str] = {
    "id": "exports-2013", "document": "mofa-japan/mng/2014-09-01", "table": "observations", "quote": EXPORTS,
    "column": "value", "printed": "29300000000", "correct": "29400000000", "why": "the statistics say so",
    "evidence": "Trade Statistics of Japan, 2013", "status": "confirmed",
}  # fmt: skip


def written(*entries: dict[str, str]) -> str:
    return "".join(
        "[[correction]]\n" + "".join(f"{key} = '''{value}'''\n" for key, value in entry.items()) for entry in entries
    )


def corrected(tmp_path: Path, *entries: dict[str, str], words: str | None = None) -> Account:
    folder = tmp_path / "raw"
    folder.mkdir(exist_ok=True)
    (folder / "mongolia.txt").write_text(words or MONGOLIA.read_text("utf-8"), "utf-8")
    (folder / "corrections.toml").write_text(written(*entries), "utf-8")
    return run([folder])


def row(account: Account, table: str, quote: str) -> dict[str, Any]:
    (found,) = [one for one in account.tables[table].to_dict("records") if one["quote"] == quote]
    return {str(key): value for key, value in found.items()}


def findings(account: Account, rule: str) -> list[dict[str, Any]]:
    return [
        {str(key): value for key, value in one.items()}
        for one in account.tables["findings"].to_dict("records")
        if one["rule"] == rule
    ]


def test_a_correction_changes_the_value_and_keeps_the_print(tmp_path: Path) -> None:
    account = corrected(tmp_path, ENTRY)
    figure = row(account, "observations", EXPORTS)
    assert (figure["value"], figure["value_printed"]) == (Decimal("29400000000"), "29.3 billion yen")
    assert figure["correction_id"] == "exports-2013"
    (told,) = findings(account, "corrected")
    assert (told["severity"], told["found"], told["expected"]) == ("notice", "29300000000", "29400000000")
    assert told["row_id"] == figure["observation_id"]
    assert "Trade Statistics" in told["message"]
    assert account.exit_code == 0


def test_only_the_corrected_row_is_marked(tmp_path: Path) -> None:
    account = corrected(tmp_path, ENTRY)
    marked = [
        table
        for table in ("visits", "observations", "events")
        for one in account.tables[table]["correction_id"].dropna()
    ]
    assert marked == ["observations"]


VISIT = {
    "table": "visits", "quote": "2012.03 Prime Minister S. BATBOLD", "column": "date", "printed": "2012-03",
    "correct": "2012-10",
}  # fmt: skip


def test_a_date_takes_its_bounds_along(tmp_path: Path) -> None:
    visit = row(corrected(tmp_path, ENTRY | VISIT), "visits", VISIT["quote"])
    assert [visit[f"date{part}"] for part in ("", "_start", "_end", "_precision")] == [
        "2012-10", "2012-10-01", "2012-10-31", "month",
    ]  # fmt: skip


def test_a_whole_series_may_be_corrected(tmp_path: Path) -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "document"} | {"series": "mofa-japan/mng"}
    assert row(corrected(tmp_path, entry), "observations", EXPORTS)["value"] == Decimal("29400000000")


def test_a_fact_key_tells_a_row_too(tmp_path: Path) -> None:
    key = row(corrected(tmp_path), "observations", EXPORTS)["fact_key"]
    entry = {name: value for name, value in ENTRY.items() if name != "quote"} | {"fact_key": key}
    assert row(corrected(tmp_path, entry), "observations", EXPORTS)["value"] == Decimal("29400000000")


def test_a_proposal_is_told_and_not_applied(tmp_path: Path) -> None:
    account = corrected(tmp_path, ENTRY | {"status": "proposed"})
    assert row(account, "observations", EXPORTS)["value"] == Decimal("29300000000")
    assert findings(account, "corrected")[0]["suggestion"] == "29400000000"


MISFITS: list[tuple[dict[str, str], str]] = [
    ({"quote": "Exports to Mongolia: 29.4 billion yen."}, "matches no row"),
    ({"document": "mofa-japan/mng/2015-09-01"}, "matches no row"),
    ({"printed": "29200000000"}, "value is 29300000000, not 29200000000"),
    ({"printed": "28000000000", "correct": "29300000000"}, "says 29300000000 by now"),
    ({"correct": "much"}, "much is no decimal"),
    ({"column": "quote", "printed": EXPORTS}, "quote is no column"),
    ({"column": "observation_id"}, "observation_id is no column"),
    ({"column": "price"}, "price is no column"),
    ({"column": "unit", "printed": "JPY", "correct": "YEN"}, "YEN is not in the list"),
    ({"column": "period", "printed": "2013", "correct": "2013-13"}, "2013-13 is no date"),
    ({"column": "value_status", "printed": "exact", "correct": ""}, "value_status cannot be empty"),
]


def test_what_does_not_fit_is_an_error_and_changes_nothing(tmp_path: Path) -> None:
    account = corrected(tmp_path, *(ENTRY | change | {"id": f"misfit-{n}"} for n, (change, _) in enumerate(MISFITS)))
    assert len(account.problems) == len(MISFITS)
    for n, (_, told) in enumerate(MISFITS):
        (problem,) = [one for one in account.problems if f"misfit-{n}:" in one or f"misfit-{n} " in one]
        assert told in problem
    assert account.exit_code == 3
    assert [one["severity"] for one in findings(account, "correction_unmatched")] == ["error"] * len(MISFITS)
    assert account.tables["observations"]["correction_id"].isna().all()


def test_one_that_does_not_fit_is_enough(tmp_path: Path) -> None:
    change, told = MISFITS[0]
    account = corrected(tmp_path, ENTRY | change)
    assert [told in problem for problem in account.problems] == [True]
    assert account.exit_code == 3


def test_a_quote_that_stands_twice_needs_more(tmp_path: Path) -> None:
    account = corrected(tmp_path, ENTRY, words=MONGOLIA.read_text("utf-8").replace(EXPORTS, f"{EXPORTS}\n{EXPORTS}"))
    assert "matches 2 rows" in account.problems[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[correction]\n", "this is no TOML"),
        ("[[fix]]\n", "'fix' is unknown"),
        ('[correction]\nid = "a"\n', "two brackets"),
        (written({key: value for key, value in ENTRY.items() if key != "why"}), "why is missing"),
        (written(ENTRY | {"evidence": " "}), "evidence is empty"),
        (written(ENTRY | {"colour": "red"}), "colour is no field"),
        (written(ENTRY | {"series": "mofa-japan/mng"}), "one of document and series"),
        (written({key: value for key, value in ENTRY.items() if key != "quote"}), "one of fact_key and quote"),
        (written(ENTRY | {"table": "people"}), "the table is one of"),
        (written(ENTRY | {"status": "maybe"}), "the status one of"),
        (written(ENTRY, ENTRY), "exports-2013 stands there twice"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "corrections.toml").write_text(text, "utf-8")
    with pytest.raises(BesideError, match=told):
        load_corrections([tmp_path])
