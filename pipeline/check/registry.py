"""The register of checks: each is a small function from a document's facts to what a careful reader would report.

What a rule means and how severe it is stands once, in `schemas/rules.toml`; here is only how it is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.extract.facts import Facts, Note
from pipeline.records import Event, Observation, Visit

Check = Callable[[Facts], Iterable[Note]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Register a check; they run in the order of their registration."""
    CHECKS.append(function)
    return function


def at_row(rule: str, row: Visit | Observation | Event, message: str, **more: str | None) -> Note:
    """A note at the place of a row."""
    table = {"Visit": "visits", "Observation": "observations", "Event": "events"}[type(row).__name__]
    return Note(
        rule, row.char_start, row.char_end, row.line, row.section, message, table=table, row_id=row[0], **more
    )  # fmt: skip


def at_document(rule: str, facts: Facts, message: str, **more: str | None) -> Note:
    """A note about the sheet as a whole, placed at its first block."""
    block = next(iter(facts.outline.document.blocks), None)
    start, end, line = (block.body, block.end, block.line) if block else (0, 0, 1)
    return Note(rule, start, end, line, None, message, **more)
