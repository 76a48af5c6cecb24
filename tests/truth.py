"""Compares the rows of a sheet with hand-made truth: a JSON file beside the sheet.

A truth entry is found when a row agrees with it in every key field that it states; the other stated fields are compared
on the found row. A field that the truth leaves out says nothing; an empty one says that it must be empty. Case, accents
and punctuation do not count in names and offices.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
KEYS = {
    "visits": ("origin", "from_area", "to_area", "date", "main_name"),
    "observations": ("indicator", "from_area", "to_area", "period", "value"),
}
LOOSE = {
    "main_name",
    "other_names",
    "honorific",
    "office",
    "occasion",
    "guest_status",
    "data_source",
    "name_printed",
    "goods",
}
NAMES = {"family_name": "main_name", "given_name": "other_names"}
HINTS = {
    "typo": {"likely_typo"},
    "contradiction": {"contradiction", "prose_table_contradiction", "label_repeated"},
    "scale": {"scale_suspect"},
    "sum_mismatch": {"sum_mismatch", "balance_mismatch"},
    "outside_scope": {"outside_stated_scope"},
    "duplicate": {"duplicate_row", "duplicate_document"},
    "stale": {"stale_figures"},
    "missing_year": {"missing_period"},
    "missing_unit": {"missing_unit", "missing_currency"},
    "missing_date": {"missing_published_date"},
    "direction_undecided": {"direction_undecided", "direction_inferred"},
    "spelling_variant": {"spelling_variant", "likely_typo"},
}


def load_truth(path: Path) -> dict[str, Any]:
    """The truth of a sheet, its fields by the names of the tables' columns."""
    truth: dict[str, Any] = json.loads(path.read_text("utf-8"))
    truth["visits"] = [{NAMES.get(k, k): v for k, v in entry.items()} for entry in truth.get("visits", [])]
    return truth


def misses(truth: Mapping[str, Any], rows: Mapping[str, Sequence[Row]]) -> list[str]:
    """What a sheet's rows get wrong, one line each; empty when all is right."""
    told = [line for table in KEYS for line in _table_misses(table, truth.get(table, []), rows[table])]
    told += [
        f"event missed: {want}" for want in truth.get("events", []) if not any(_tells(want, e) for e in rows["events"])
    ]
    rules = {row["rule"] for row in rows["findings"]}
    for want in truth.get("findings", []):
        if not any(rules & HINTS.get(hint, {hint}) for hint in want["rule_hint"].split("|")):
            told.append(f"finding missed: {want}")
    return told


def _table_misses(table: str, wants: Sequence[Row], rows: Sequence[Row]) -> list[str]:
    pairs = sorted(
        (-sum(_same(k, v, row[k]) for k, v in want.items() if k in row), i, j)
        for i, want in enumerate(wants)
        for j, row in enumerate(rows)
        if all(_same(k, want[k], row[k]) for k in KEYS[table] if k in want)
    )
    taken: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
    told = [f"{table} missed: {want}" for i, want in enumerate(wants) if i not in taken]
    told += [
        f"{table} spare: {[row[k] for k in KEYS[table]]} {row['quote']!r}"
        for j, row in enumerate(rows)
        if j not in taken.values()
    ]
    for i, j in sorted(taken.items()):
        told += [
            f"{table}.{k}: want {v!r} got {rows[j][k]!r}"
            for k, v in wants[i].items()
            if k in rows[j] and not _same(k, v, rows[j][k])
        ]
    return told


def _tells(want: Row, row: Row) -> bool:
    text = _fold(" ".join(row[k] or "" for k in ("statement", "title", "quote", "section")))
    same = all(_same(k, want[k], row[k]) for k in ("date", "kind") if k in want)
    return same and _fold(want.get("contains", "")) in text


def _same(field: str, want: object, got: object) -> bool:
    a, b = "" if want is None else str(want), "" if got is None else str(got)
    if field in ("value", "rank") and a and b:
        try:
            return Decimal(a) == Decimal(b)
        except InvalidOperation:
            return False
    if field == "office":
        a, b = (re.sub(r"\b(?:the|of|for|and)\b|[ ,/-]", "", _fold(text)) for text in (a, b))
        return a == b
    if field in LOOSE:
        return re.sub(r"[ .'-]", "", _fold(a)) == re.sub(r"[ .'-]", "", _fold(b))
    return a == b


def _fold(text: str) -> str:
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^0-9a-z぀-ヿ一-鿿/~-]+", " ", text.casefold()).strip()
