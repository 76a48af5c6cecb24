"""Strings that nobody had before their eyes who wrote the normalisers, with truth made by hand.

One line of `tests/fixtures/strings/<normaliser>*.jsonl` is one string: `input`, `expect` (only the fields that are certain; a list of
plain values stands for "any of these"; `{"refused": true}` where there is nothing to be had), `origin`, `why`, and where needed `area` (the
visitors' country) and `or_refused` (the string is doubtful or far from home: the value of `expect`, or a refusal, and nothing else).

`known_failures.txt` holds what is known not to work: `normaliser`, tab, the `input` as a JSON string. A line of it that works fails.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest

from pipeline.normalize import door
from tests.each import each

STRINGS = Path(__file__).parents[1] / "fixtures" / "strings"
NORMALISERS = ("dates", "amounts", "names", "areas")
ORIGINS = {"sheets", "historians", "profiles", "parsers"}
DECIMALS = {"value", "low", "high"}
ANY_CASE = {"main_name", "other_names", "honorific", "office", "occasion", "guest_status"}
FIELDS = {
    "dates": {"edtf", "start", "end", "precision", "role", "fiscal"},
    "amounts": {"value", "low", "high", "unit", "unit_mult", "decimals", "status", "printed", "start", "end"},
    "names": {"visitor_kind", "party_role", "honorific", "office", "office_class", "main_name", "other_names", "printed"},
    "areas": {"area", "kind"},
}  # fmt: skip


def truth(normaliser: str) -> list[dict[str, Any]]:
    files = sorted(STRINGS.glob(f"{normaliser}*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def known_failures() -> set[tuple[str, str]]:
    lines = (STRINGS / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    return {(name, json.loads(text)) for name, _, text in (line.partition("\t") for line in lines if line)}


def told(normaliser: str, row: dict[str, Any]) -> dict[str, Any]:
    """What the door says of a row's input."""
    if normaliser == "names":
        return door.names(row["input"], row.get("area"))
    result: dict[str, Any] = getattr(door, normaliser)(row["input"])
    return result


def plain(field: str, value: object) -> object:
    """A value in the form in which it is compared: numbers as numbers, names in any case, an empty name as none."""
    if field in DECIMALS and isinstance(value, str):
        try:
            return Decimal(value)
        except InvalidOperation:
            return value
    if field in ANY_CASE and isinstance(value, str):
        return value.casefold() or None
    return value


def differences(expected: dict[str, Any], got: dict[str, Any], where: str = "") -> list[str]:
    """Each stated field that is not what it should be: `field: got, want`."""
    found = []
    for field, want in expected.items():
        allowed = want if isinstance(want, list) else [want]
        if plain(field, got.get(field)) not in [plain(field, one) for one in allowed]:
            found.append(f"{where}{field}: {got.get(field)!r}, want {want!r}")
    return found


def verdict(normaliser: str, row: dict[str, Any]) -> tuple[str, list[str]]:
    """`right`, `refused`, `withheld` (nothing but a unit is left open), or `wrong`, and what differs."""
    got, expected = told(normaliser, row), row["expect"]
    refused = got["refused"] is not None
    if expected.get("refused") or (refused and row.get("or_refused")):
        return ("right", []) if refused else ("wrong", [f"a value where a refusal is due: {got}"])
    if refused:
        return "refused", [f"refused: {got['refused']}"]
    parts = {"amounts": "amounts", "names": "visitors"}.get(normaliser)
    found = differences({key: want for key, want in expected.items() if key != parts}, got)
    if parts:
        if len(got[parts]) != len(expected[parts]):
            found.append(f"{len(got[parts])} {parts}, want {len(expected[parts])}")
        for place, (want, one) in enumerate(zip(expected[parts], got[parts], strict=False)):
            found += differences(want, one, f"{place}.")
    if found and all("unit: None, want" in difference for difference in found):
        return "withheld", found
    return ("wrong", found) if found else ("right", [])


FILES = [(name, file) for name in NORMALISERS for file in sorted(STRINGS.glob(f"{name}*.jsonl"))]


@pytest.mark.parametrize(("normaliser", "file"), FILES, ids=[file.stem for _, file in FILES])
def test_strings(normaliser: str, file: Path) -> None:
    """A file in one test, since one a string costs more than reading it; what is wrong is told string by string."""
    known = {text for name, text in known_failures() if name == normaliser}
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    told = {row["input"]: verdict(normaliser, row) for row in rows}
    wrong = {text: (kind, found) for text, (kind, found) in told.items() if kind != "right"}
    assert not {text: said for text, said in wrong.items() if text not in known}
    assert not known & told.keys() - wrong.keys(), "these are right now: take them out of known_failures.txt"


@each("normaliser", NORMALISERS)
def test_the_truth_is_well_formed(normaliser: str) -> None:
    rows = truth(normaliser)
    assert len({row["input"] for row in rows}) == len(rows)
    for row in rows:
        assert row["origin"] in ORIGINS
        assert set(row) <= {"input", "expect", "origin", "why", "area", "or_refused"}
        expected = row["expect"]
        stated = expected.get("amounts") or expected.get("visitors") or [expected]
        assert all(set(part) <= FIELDS[normaliser] | {"refused"} for part in stated)


def test_known_failures_are_cases() -> None:
    assert known_failures() <= {(normaliser, row["input"]) for normaliser in NORMALISERS for row in truth(normaliser)}
