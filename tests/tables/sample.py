"""A small true document and its rows, to be spoilt one cell at a time."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import schemas

DOCUMENT = "mofa-japan/mng/2014-09-01"
TEXT = "Basic Data\n\n1989.10 Minister S. UNO\n\nExports: 31.1 billion yen\n\nRelations since 1972.\n"

Rows = dict[str, list[tuple[object, ...]]]


def _place(quote: str) -> dict[str, object]:
    start = TEXT.index(quote)
    line = TEXT.count("\n", 0, start) + 1
    return {
        "document_id": DOCUMENT, "line": line, "char_start": start, "char_end": start + len(quote), "quote": quote,
    }  # fmt: skip


CELLS: dict[str, dict[str, object]] = {
    "documents": {
        "document_id": DOCUMENT, "series_id": "mofa-japan/mng", "publisher": "mofa-japan", "reporter_area": "JPN",
        "partner_area": "MNG", "language": "en", "published": "2014-09-01", "published_basis": "stated",
        "source_path": "raw/mongolia.txt", "media_type": "text/plain", "encoding": "utf-8", "sha256": "0" * 64,
        "size_bytes": 90, "text_form": "bullet", "blocks": 1, "characters": 70, "characters_accounted": 70, "visits": 1,
        "observations": 1, "events": 1, "findings": 1,
    },
    "blocks": {
        "document_id": DOCUMENT, "block": 0, "kind": "heading", "level": 1, "line": 1, "char_start": 0, "char_end": 10,
        "text": "Basic Data", "disposition": "heading",
    },
    "visits": {
        "visit_id": f"{DOCUMENT}#visit-0001", "visit_group": f"{DOCUMENT}#visit-0001", "fact_key": "visit:1",
        "origin": "table", "from_area": "JPN", "to_area": "MNG", "direction_basis": "stated", "date": "1989-10",
        "date_start": "1989-10-01", "date_end": "1989-10-31",
        "date_precision": "month", "date_basis": "stated", "visitor_kind": "person",
        "party_role": "principal", "main_name": "Uno", "person_id": "jpn-uno", "office_class": "minister",
        **_place("1989.10 Minister S. UNO"),
    },
    "observations": {
        "observation_id": f"{DOCUMENT}#observation-0001", "fact_key": "trade_goods:1", "indicator": "trade_goods",
        "measure": "flow", "direction_basis": "unknown", "period_precision": "none", "period_kind": "unstated",
        "period_basis": "unknown", "value": Decimal("31100000000"), "value_status": "exact",
        "value_printed": "31.1 billion yen", "decimals": 1, "unit": "JPY", "unit_mult": 9,
        "unit_basis": "stated", "is_total": False, **_place("Exports: 31.1 billion yen"),
    },
    "events": {
        "event_id": f"{DOCUMENT}#event-0001", "fact_key": "event:1", "kind": "diplomatic_relations", "date": "1972",
        "date_start": "1972-01-01", "date_end": "1972-12-31", "date_precision": "year", "date_basis": "stated",
        "areas": "JPN MNG", "statement": "Relations since 1972.", **_place("Relations since 1972."),
    },
    "people": {
        "person_id": "jpn-uno", "area": "JPN", "main_name": "Uno", "display_name": "S. Uno", "spellings": "S. UNO",
        "visits": 1, "documents": DOCUMENT,
    },
    "findings": {
        "finding_id": f"{DOCUMENT}#finding-0001", "rule": "missing_period", "severity": "notice",
        "table": "observations", "row_id": f"{DOCUMENT}#observation-0001", "message": "no year",
        **_place("31.1 billion yen"),
    },
    "changes": {
        "series_id": "mofa-japan/mng", "from_document_id": DOCUMENT, "to_document_id": DOCUMENT, "table": "visits",
        "fact_key": "visit:1", "change": "removed",
    },
    "refused": {"table": "documents", "check": "document_rejected", "reason": "empty", "source_path": "raw/empty.txt"},
}  # fmt: skip


def make_row(name: str, **cells: object) -> tuple[object, ...]:
    """The true row of a table with some cells changed."""
    known: dict[str, Any] = CELLS[name] | cells
    assert known.keys() <= set(schemas.tables()[name].names)
    return tuple(known.get(column) for column in schemas.tables()[name].names)
