"""The whole way on one screen: the only file that knows the order of the stages."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.assemble import block_rows, document_row, resolve_people, same_facts
from pipeline.check import check, findings_of
from pipeline.check.registry import at_row
from pipeline.decisions import load_decisions
from pipeline.extract import Facts, extract
from pipeline.extract.facts import Note
from pipeline.extract.ties import tie_visits
from pipeline.keys import document_ids, key_events, key_observations, key_visits
from pipeline.news import Complaint, new_complaints
from pipeline.normalize.people import Decision, Join
from pipeline.outline import Outline, outline
from pipeline.outline.identity import is_fact_sheet
from pipeline.publishers import choose
from pipeline.read import read
from pipeline.read.inputs import find_sources
from pipeline.records import Document, Finding, Refused

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.tables.validation import Refusal

OK, REFUSED, NOT_WRITTEN, MISSING = 0, 3, 4, 5


class Account(NamedTuple):
    """What a run did: `rows` per table, `findings` per severity, what was refused, and the typed tables themselves.

    `news` are the complaints for which a strict run wrote nothing."""

    documents: int
    rows: dict[str, int]
    findings: dict[str, int]
    refused: tuple[Refused, ...]
    refused_rows: int
    out: Path | None
    written: bool
    exit_code: int
    tables: dict[str, pd.DataFrame]
    news: tuple[Complaint, ...]
    seconds: float


class Batch(NamedTuple):
    """Documents as they were read and understood, and what was refused on the way."""

    outlines: list[Outline]
    refused: list[Refused]
    duplicates: list[tuple[str, str]]
    inputs: list[tuple[str, str]]
    decisions: list[Decision]


def run(paths: Sequence[str | Path], out: str | Path | None = None, *, strict: bool = False) -> Account:
    """Turn sheets into tables; write them into the folder `out` when one is given.

    `paths` are files and folders. With `strict` nothing is written when there is a warning or refusal that the
    output folder does not hold yet. Raises `OutputError` when the output cannot be written; bad inputs never raise, they
    are told in the account.
    """
    from pipeline import tables

    started = time.monotonic()
    out_folder = Path(out) if out is not None else None
    if out_folder is not None:
        tables.check_output(out_folder)
    batch = read_all(paths)
    documents = extract_all(batch)
    texts = {facts.document_id: facts.text for facts in documents}
    rows = _rows(documents, batch)
    checked = tables.validate(tables.build(rows), texts)
    if checked.refused:
        rows["findings"] += [_violation(n, row) for n, row in enumerate(checked.refused, 1)]
        checked = tables.validate(tables.build(rows), texts)
    accepted, refused_rows = checked.accepted, len(checked.refused)
    severities = Counter(accepted["findings"]["severity"].tolist())
    news = new_complaints(accepted["findings"].to_dict("records"), out_folder) if strict else []
    is_held = bool(news)
    exit_code = _exit_code(batch.refused, refused_rows, is_held)
    is_written = out_folder is not None and not is_held
    if out_folder is not None and is_written:
        tables.write(accepted, texts, out_folder, run=_run_record(batch, rows, accepted, exit_code, started))
    return Account(
        documents=len(documents),
        rows={name: len(frame) for name, frame in accepted.items()},
        findings=dict(sorted(severities.items())),
        refused=tuple(batch.refused),
        refused_rows=refused_rows,
        out=out_folder,
        written=is_written,
        exit_code=exit_code,
        tables=accepted,
        news=tuple(news),
        seconds=time.monotonic() - started,
    )


def read_all(paths: Sequence[str | Path]) -> Batch:
    """Read and outline every sheet of some files and folders; a sheet met twice is taken once."""
    batch = Batch([], [], [], [], load_decisions(Path(path) for path in paths))
    seen: dict[str, str] = {}
    for source in find_sources([Path(path) for path in paths]):
        document = source if isinstance(source, Refused) else read(source)
        if isinstance(document, Refused):
            batch.refused.append(document)
            continue
        batch.inputs.append((document.source_path, document.sha256))
        if document.sha256 in seen:
            batch.duplicates.append((document.source_path, document.sha256))
            continue
        seen[document.sha256] = document.source_path
        _take(batch, document, outline(document, choose(document.source_path, document.source_url)))
    return batch


def extract_all(batch: Batch) -> list[Facts]:
    """The facts of each document, under its id."""
    return [extract(one, name) for one, name in zip(batch.outlines, document_ids(batch.outlines), strict=True)]


def _take(batch: Batch, document: Document, read_outline: Outline) -> None:
    if is_fact_sheet(read_outline):
        batch.outlines.append(read_outline)
    else:
        message = "this is no fact sheet about a country: no title of one, and no two headings that such sheets have"
        batch.refused.append(Refused(document.source_path, "document_rejected", message))


def _rows(documents: Sequence[Facts], batch: Batch) -> dict[str, list[tuple[object, ...]]]:
    """The rows of all tables: facts with their keys, persons, findings, blocks and documents."""
    for facts in documents:
        tie_visits(facts)
        facts.visits, facts.events = key_visits(facts.visits), key_events(facts.events)
        facts.observations = key_observations(facts.observations)
    people = resolve_people(documents, batch.decisions)
    twins = same_facts(documents)
    doubts = _doubts([*people.joins, *people.suspects], documents)
    rows: dict[str, list[tuple[object, ...]]] = {name: [] for name in _TABLES}
    for facts in documents:
        notes = [*check(facts), *doubts.get(facts.document_id, ()), *_duplicates(facts, batch, twins)]
        findings = findings_of(
            facts.document_id, facts.text, sorted(notes, key=lambda note: (note.start, note.end, note.rule))
        )
        rows["visits"] += facts.visits
        rows["observations"] += facts.observations
        rows["events"] += facts.events
        rows["findings"] += findings
        rows["blocks"] += block_rows(facts)
        rows["documents"].append(document_row(facts, len(findings)))
    rows["people"] = list(people.people)
    rows["findings"] += _refusals(batch.refused)
    rows["findings"] += [_unmatched(n, problem) for n, problem in enumerate(people.problems, 1)]
    rows["refused"] = [_refused_row(one) for one in batch.refused]
    return rows


_TABLES = ("documents", "blocks", "visits", "observations", "events", "people", "findings", "changes", "refused")


def _doubts(joins: Iterable[Join], documents: Sequence[Facts]) -> dict[str, list[Note]]:
    """Spellings that are, or may be, one person's, as notes by document."""
    rows = {row.visit_id: row for facts in documents for row in facts.visits}
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


def _duplicates(facts: Facts, batch: Batch, twins: dict[str, str]) -> list[Note]:
    """A note for each further file of the same bytes, and one where another document of the series tells the same facts."""
    sha, own = facts.outline.document.sha256, facts.outline.document.source_path
    messages = [f"{path} holds the same bytes as {own}" for path, other in batch.duplicates if other == sha]
    if facts.document_id in twins:
        messages.append(f"{own} tells the same facts as {twins[facts.document_id]}")
    return [Note("duplicate_document", 0, 0, 1, None, message, found=message.split(" ")[0]) for message in messages]


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


def _violation(n: int, row: Refusal) -> Finding:
    """The finding for a row that its schema refuses; the row itself is kept in `refused`."""
    finding = _loose_finding(
        f"{row.row_id}#violation-{n:04d}", "schema_violation", "error", f"{row.table}: {row.reason}"
    )
    return finding._replace(document_id=row.document_id if row.table != "documents" else None, found=row.value)


def _unmatched(n: int, problem: str) -> Finding:
    """The finding for a decision about persons that fits nobody, or several."""
    return _loose_finding(f"people.toml#finding-{n:04d}", "decision_unmatched", "warning", problem)


def _refused_row(one: Refused) -> tuple[object, ...]:
    return ("documents", one.source_path, None, None, one.rule, None, one.message, one.source_path)


def _exit_code(refused: Sequence[Refused], refused_rows: int, is_held: bool) -> int:
    if is_held:
        return NOT_WRITTEN
    if any(one.missing for one in refused):
        return MISSING
    return REFUSED if refused or refused_rows else OK


def _run_record(
    batch: Batch,
    rows: dict[str, list[tuple[object, ...]]],
    accepted: dict[str, pd.DataFrame],
    exit_code: int,
    started: float,
) -> dict[str, object]:
    """What `run.json` tells of a run, but for the versions and the time of day that the writer adds."""
    return {
        "inputs": [{"path": path, "sha256": sha} for path, sha in sorted(batch.inputs)],
        "refused": [{"path": one.source_path, "reason": one.message} for one in batch.refused],
        "rows": {
            name: {"in": len(made), "out": len(accepted[name])} for name, made in rows.items() if name != "refused"
        },
        "exit_status": exit_code,
        "seconds": round(time.monotonic() - started, 3),
    }
