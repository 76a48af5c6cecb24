"""Which complaints of a run are new against those that the output folder already holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.tables.stored import stored_rows

GRAVE = frozenset({"warning", "error"})


class Complaint(NamedTuple):
    """What makes two findings the same complaint: the series, the rule and the words, but not the place or the version."""

    series: str
    rule: str
    quote: str
    message: str


def complaints(findings: Iterable[Mapping[Any, Any]]) -> list[Complaint]:
    """The warnings and errors among findings, in order.

    >>> complaints([{"severity": "notice", "rule": "stale_figures"}])
    []
    """
    return [_complaint(row) for row in findings if row["severity"] in GRAVE]


def new_ones(told: Iterable[Complaint], out: Path | None) -> list[Complaint]:
    """The complaints that the tables in `out` do not hold, each once.

    A warning that moved to another line, or that a newer version of the sheet repeats, is not new. Without an output
    folder everything is.
    """
    known = {_complaint(row) for row in stored_rows(out, "findings")} if out is not None else set()
    return list(dict.fromkeys(one for one in told if one not in known))


def _complaint(finding: Mapping[Any, Any]) -> Complaint:
    series = _text(finding["document_id"]).rpartition("/")[0]
    return Complaint(series, finding["rule"], _text(finding["quote"]), _text(finding["message"]))


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else ""
