"""A collection → the rows of all tables: persons across documents, findings with their ids, what was refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.check import findings_of
from pipeline.check.registry import at_row
from pipeline.collection import Collection
from pipeline.compare import changes_between, drift, in_order
from pipeline.correcting import correct
from pipeline.corrections import Correction
from pipeline.extract.facts import Note
from pipeline.normalize.people import Decision, Join, Mention, Resolution, resolve
from pipeline.records import Change, Finding, Refused, Visit
from pipeline.sheet import Sheet

if TYPE_CHECKING:
    from pipeline.tables.validation import Refusal

Rows = dict[str, list[tuple[object, ...]]]
TABLES = ("documents", "blocks", "visits", "observations", "events", "people", "findings", "changes", "refused")


def assemble(
    collection: Collection, decisions: Sequence[Decision] = (), corrections: Sequence[Correction] = ()
) -> tuple[Rows, list[str]]:
    """The rows of all tables, and one line for each correction that no longer fits."""
    people = resolve_people(collection.sheets, decisions)
    changes, drifts = _versions(collection)
    facts = correct(_facts(collection.sheets, people), corrections)
    told = [_doubts([*people.joins, *people.suspects], collection.sheets), drifts, facts.notes]
    rows: Rows = {name: [] for name in TABLES} | facts.rows | {"people": list(people.people), "changes": list(changes)}
    for sheet in collection.sheets:
        notes = [
            *sheet.notes,
            *_duplicates(sheet, collection),
            *(note for one in told for note in one.get(sheet.id, ())),
        ]
        notes.sort(key=lambda note: (note.start, note.end, note.rule, note.row_id or "", note.message))
        findings = findings_of(sheet.id, sheet.text, notes)
        rows["documents"].append(sheet.document._replace(findings=len(findings)))
        rows["blocks"] += sheet.blocks
        rows["findings"] += findings
    rows["findings"] += _refusals(collection.refused)
    rows["findings"] += _unmatched("people.toml", "decision_unmatched", "warning", people.problems)
    rows["findings"] += _unmatched("corrections.toml", "correction_unmatched", "error", facts.problems)
    rows["refused"] = [_refused_row(one) for one in collection.refused]
    return rows, facts.problems


def _facts(sheets: Sequence[Sheet], people: Resolution) -> Rows:
    """The rows of the tables of facts, the visits with their persons."""
    return {
        "visits": [
            row._replace(person_id=people.person_of.get(row.visit_id)) for sheet in sheets for row in sheet.visits
        ],
        "observations": [row for sheet in sheets for row in sheet.observations],
        "events": [row for sheet in sheets for row in sheet.events],
    }


def _versions(collection: Collection) -> tuple[list[Change], dict[str, list[Note]]]:
    """What changed between consecutive versions of each series, and notes on those that read as if the page was set anew."""
    sheets = {sheet.id: sheet for sheet in collection.sheets}
    changes: list[Change] = []
    drifts: dict[str, list[Note]] = {}
    for series, ids in in_order((sheet.document for sheet in collection.sheets), collection.twins).items():
        for before, after in pairwise(sheets[one] for one in ids):
            changes += changes_between(series, before.id, after.id, before.facts(), after.facts())
            if note := drift(before, after):
                drifts[after.id] = [note]
    return changes, drifts


def resolve_people(sheets: Sequence[Sheet], decisions: Sequence[Decision] = ()) -> Resolution:
    """The persons behind the visits of all documents."""
    mentions = (_mention(row) for sheet in sheets for row in sheet.visits if row.visitor_kind == "person")
    return resolve([mention for mention in mentions if mention is not None], decisions)


def _mention(row: Visit) -> Mention | None:
    if row.from_area is None or row.main_name is None:
        return None
    return Mention(
        row.visit_id, row.from_area, row.main_name, row.other_names, row.honorific, row.office, row.office_class,
        row.date_start, row.date_end, row.document_id, row.name_printed or row.main_name,
    )  # fmt: skip


def _doubts(joins: Sequence[Join], sheets: Sequence[Sheet]) -> dict[str, list[Note]]:
    """Spellings that are, or may be, one person's, as notes by document."""
    wanted = {join.row_id for join in joins}
    rows = {row.visit_id: row for sheet in sheets for row in sheet.visits if row.visit_id in wanted}
    notes: dict[str, list[Note]] = {}
    for join in joins:
        row = rows[join.row_id]
        note = at_row(
            "spelling_variant",
            row,
            f"{join.spelling} and {join.other}: {join.reason}",
            expected=join.other,
            found=join.spelling,
            suggestion=join.other,
            related_id=join.related_id,
        )
        notes.setdefault(row.document_id, []).append(note)
    return notes


def _duplicates(sheet: Sheet, collection: Collection) -> list[Note]:
    """A note for each further file of the same bytes, and one where another document of the series tells the same facts:
    only that one has a `related_id`, the other document's."""
    own = sheet.document.source_path
    paths = collection.duplicates.get(sheet.document.sha256, ())
    messages: list[tuple[str, str | None]] = [(f"{path} holds the same bytes as {own}", None) for path in paths]
    if twin := collection.twins.get(sheet.id):
        messages.append((f"{own} tells the same facts as {twin}", twin))
    return [
        Note("duplicate_document", 0, 0, 1, None, message, found=message.split(" ")[0], related_id=related)
        for message, related in messages
    ]


def _refusals(refused: Iterable[Refused]) -> list[Finding]:
    """One finding for each refused input; several of one path, such as two captures of one address, are numbered."""
    seen: Counter[str] = Counter()
    findings = []
    for one in refused:
        seen[one.source_path] += 1
        finding_id = f"{one.source_path}#finding-{seen[one.source_path]:04d}"
        findings.append(_loose_finding(finding_id, one.rule, "error", f"{one.source_path}: {one.message}"))
    return findings


def _loose_finding(finding_id: str, rule: str, severity: str, message: str) -> Finding:
    """A finding about no row and no place of a text."""
    return Finding(
        finding_id=finding_id,
        document_id=None,
        rule=rule,
        severity=severity,
        table=None,
        row_id=None,
        related_id=None,
        message=message,
        expected=None,
        found=None,
        suggestion=None,
        section=None,
        line=None,
        char_start=None,
        char_end=None,
        quote=None,
    )


def violations(refusals: Iterable[Refusal]) -> list[Finding]:
    """The findings for rows that their schema refuses; the rows themselves are kept in `refused`."""
    made = []
    for n, row in enumerate(refusals, 1):
        finding = _loose_finding(
            f"{row.row_id}#violation-{n:04d}", "schema_violation", "error", f"{row.table}: {row.reason}"
        )
        made.append(
            finding._replace(document_id=row.document_id if row.table != "documents" else None, found=row.value)
        )
    return made


def _unmatched(file: str, rule: str, severity: str, problems: Iterable[str]) -> list[Finding]:
    """The findings for decisions and corrections that fit nothing, or too much."""
    return [_loose_finding(f"{file}#finding-{n:04d}", rule, severity, problem) for n, problem in enumerate(problems, 1)]


def _refused_row(one: Refused) -> tuple[object, ...]:
    return ("documents", one.source_path, None, None, one.rule, None, one.message, one.source_path)
