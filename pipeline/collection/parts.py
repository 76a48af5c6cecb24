"""Orders → a part of every table, validated and printed: the second half of a run, wherever it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import schemas
from pipeline.account.news import Complaint, complaints
from pipeline.beside.correcting import correct
from pipeline.check import findings_of
from pipeline.check.registry import at_row
from pipeline.collection.orders import Order, fetch, loose_finding
from pipeline.compare import changes_between, drift
from pipeline.engine.garbage import garbage_waits
from pipeline.engine.spool import Ref
from pipeline.extract.facts import Note
from pipeline.normalize.people import Join
from pipeline.records import Finding, Refused, Visit
from pipeline.sheet import Sheet
from pipeline.tables import printed

if TYPE_CHECKING:
    from pipeline.tables.validation import Refusal

Rows = dict[str, list[tuple[object, ...]]]
Sheets = Mapping[str, Sheet]
"""The sheets of a part, by id."""
_PERSON: Final = Visit._fields.index("person_id")
SIZE: Final = 128
BYTES: Final = 12 << 20
"""How many sheets make a part, unless so many bytes of packed ones do: a run holds several parts at once."""


class PartOrder(NamedTuple):
    """What is to be made: some sheets, whatever belongs to no sheet, and whether complaints are wanted back."""

    sheets: tuple[Order, ...]
    loose: tuple[Finding, ...] = ()
    people: tuple[tuple[object, ...], ...] = ()
    refused: tuple[tuple[object, ...], ...] = ()
    wants_complaints: bool = False


class Part(NamedTuple):
    """A part of every table, as Arrow and as CSV lines; the texts of its documents; what was counted on the way."""

    tables: dict[str, printed.Printed]
    texts: dict[str, str]
    rows_in: dict[str, int]
    refused: tuple[tuple[object, ...], ...]
    rules: Counter[tuple[str, str]]
    duplicates: tuple[str, ...]
    complaints: tuple[Complaint, ...]


def part_orders(orders: Iterable[Order], loose: Sequence[Finding], *, wants_complaints: bool) -> Iterator[PartOrder]:
    """Orders in batches, the findings about no sheet each with the sheets that stand beside them in the order of ids."""
    waiting: list[Order] = []
    at = size = 0
    for order in orders:
        if len(waiting) == SIZE or size >= BYTES:
            until = next(
                (n for n in range(at, len(loose)) if loose[n].finding_id > f"{order.document_id}#"), len(loose)
            )
            yield PartOrder(tuple(waiting), tuple(loose[at:until]), wants_complaints=wants_complaints)
            waiting, at, size = [], until, 0
        waiting.append(order)
        size += order.ref.size
    yield PartOrder(tuple(waiting), tuple(loose[at:]), wants_complaints=wants_complaints)


@garbage_waits()
def make_part(order: PartOrder) -> Part:
    """The part that an order asks for. A row that its schema refuses is kept aside with its reason."""
    from pipeline import tables

    sheets = {one.document_id: one.sheet() for one in order.sheets}
    texts = {name: sheet.text for name, sheet in sheets.items()}
    rows = _rows(sheets, order)
    known = _known(order)
    checked = tables.validate(tables.build(rows), texts, known)
    violations = list(_violations(checked.refused))
    if violations:
        rows["findings"] += violations
        checked = tables.validate(tables.build(rows), texts, known)
    findings = checked.accepted["findings"]
    told = list(zip(findings["severity"], findings["rule"], findings["message"], strict=True))
    kept = set(checked.accepted["documents"]["document_id"])
    return Part(
        tables=printed.print_tables(checked.accepted),
        texts={name: text for name, text in texts.items() if name in kept},
        rows_in={name: len(made) for name, made in rows.items()},
        refused=tuple(tuple(one) for one in checked.refused),
        rules=Counter((severity, rule) for severity, rule, _ in told),
        duplicates=tuple(message for _, rule, message in told if rule == "duplicate_document"),
        complaints=tuple(complaints(findings.to_dict("records"))) if order.wants_complaints else (),
    )


def _rows(sheets: Sheets, order: PartOrder) -> Rows:
    rows: Rows = {name: [] for name in schemas.tables()}
    for one in order.sheets:
        sheet = sheets[one.document_id]
        visits = [_of_person(row, one.persons.get(row.visit_id)) for row in sheet.visits]
        facts = correct(
            {table: list(found) for table, found in sheet.facts().items()} | {"visits": visits}, one.corrections
        )
        notes = sorted(
            chain(
                sheet.notes, _doubts(one.joins, sheet), _drift(one, sheets), _twice(one), facts.notes.get(sheet.id, ())
            ),
            key=lambda note: (note.start, note.end, note.rule, note.row_id or "", note.message),
        )
        findings = findings_of(sheet.id, sheet.text, notes)
        for table, found in facts.rows.items():
            rows[table] += found
        rows["documents"].append(sheet.document._replace(findings=len(findings)))
        rows["blocks"] += sheet.blocks
        rows["findings"] += findings
        rows["changes"] += _changes(one, sheets)
    rows["findings"] += order.loose
    rows["people"] += order.people
    rows["refused"] += order.refused
    return rows


def _of_person(row: Visit, person_id: str | None) -> Visit:
    return tuple.__new__(Visit, (*row[:_PERSON], person_id, *row[_PERSON + 1 :])) if person_id else row


def _known(order: PartOrder) -> dict[str, set[str]]:
    """Rows of other parts that rows of this one point to."""
    return {
        "documents": {one.after[0] for one in order.sheets if one.after},
        "people": {person for one in order.sheets for person in one.persons.values()},
    }


def _doubts(joins: Sequence[Join], sheet: Sheet) -> Iterator[Note]:
    """Spellings that are, or may be, one person's."""
    rows = {row.visit_id: row for row in sheet.visits} if joins else {}
    for join in joins:
        yield at_row(
            "spelling_variant",
            rows[join.row_id],
            f"{join.spelling} and {join.other}: {join.reason}",
            expected=join.other,
            found=join.spelling,
            suggestion=join.other,
            related_id=join.related_id,
        )


def _drift(order: Order, sheets: Sheets) -> Iterator[Note]:
    note = drift(_version(order.before, sheets), sheets[order.document_id]) if order.before else None
    if note:
        yield note


def _twice(order: Order) -> Iterator[Note]:
    for message, twin in order.duplicates:
        yield Note("duplicate_document", 0, 0, 1, None, message, found=message.split(" ")[0], related_id=twin)


def _version(told: tuple[str, Ref], sheets: Sheets) -> Sheet:
    """A version of a sheet, which is mostly of the same part and at hand."""
    return sheets.get(told[0]) or fetch(*told)


def _changes(order: Order, sheets: Sheets) -> Sequence[tuple[object, ...]]:
    """What the next version changed. It is told with the earlier one, since changes are sorted by that."""
    if not order.after:
        return ()
    sheet, after = sheets[order.document_id], _version(order.after, sheets)
    return changes_between(sheet.document.series_id, sheet.id, after.id, sheet.facts(), after.facts())


def _violations(refusals: Iterable[Refusal]) -> Iterator[Finding]:
    """The findings for rows that their schema refuses, numbered within their document."""
    counted: Counter[str] = Counter()
    for row in refusals:
        counted[row.document_id or ""] += 1
        finding = loose_finding(
            f"{row.row_id}#violation-{counted[row.document_id or '']:04d}",
            "schema_violation",
            "error",
            f"{row.table}: {row.reason}",
        )
        yield finding._replace(document_id=row.document_id if row.table != "documents" else None, found=row.value)


def refused_row(one: Refused) -> tuple[Any, ...]:
    """A refused input as a row of the table `refused`."""
    return ("documents", one.source_path, None, None, one.rule, None, one.message, one.source_path)
