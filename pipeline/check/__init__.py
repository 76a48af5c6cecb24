"""Facts → findings. One door: every registered check runs over the facts of one document."""

from __future__ import annotations

from collections.abc import Iterable

import schemas
from pipeline.check import documents, figures, offices, relations, scales, spelling, text, visits
from pipeline.check.registry import CHECKS
from pipeline.check.text import looks_like_fact
from pipeline.extract.facts import Facts, Note
from pipeline.records import Finding

__all__ = [
    "check",
    "documents",
    "figures",
    "findings_of",
    "looks_like_fact",
    "offices",
    "relations",
    "scales",
    "spelling",
    "text",
    "visits",
]


def check(facts: Facts) -> list[Note]:
    """What the extractors noted and what the checks find in one document, in the order of its text."""
    notes = [*facts.notes, *(note for one in CHECKS for note in one(facts))]
    return sorted(notes, key=lambda note: (note.start, note.end, note.rule, note.row_id or "", note.message))


def findings_of(document_id: str, text: str, notes: Iterable[Note]) -> list[Finding]:
    """Notes as rows of the table `findings`, numbered in their order."""
    rules = schemas.rules()
    return [
        Finding(
            finding_id=f"{document_id}#finding-{n:04d}",
            document_id=document_id,
            rule=note.rule,
            severity=rules[note.rule].severity,
            table=note.table,
            row_id=note.row_id,
            related_id=note.related_id,
            message=note.message,
            expected=note.expected,
            found=note.found,
            suggestion=note.suggestion,
            section=note.section,
            line=note.line,
            char_start=note.start,
            char_end=note.end,
            quote=text[note.start : note.end],
        )
        for n, note in enumerate(notes, 1)
    ]
