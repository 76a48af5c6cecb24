"""A collection → what is to be made of each sheet: the decisions that need all sheets, as orders that need but one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline.beside.correcting import correct
from pipeline.beside.corrections import Correction
from pipeline.collection import Collection, Entry
from pipeline.collection.people import People
from pipeline.compare import in_order
from pipeline.engine.spool import Ref, load
from pipeline.normalize.people import Decision, Join
from pipeline.records import Finding, Refused
from pipeline.sheet import Sheet, renamed


class Order(NamedTuple):
    """What is to be made of one sheet: its id, its persons, and what only a look at all sheets could tell of it. `before`
    and `after` are the versions beside it, as id and place."""

    document_id: str
    ref: Ref
    before: tuple[str, Ref] | None
    after: tuple[str, Ref] | None
    persons: dict[str, str]
    joins: tuple[Join, ...]
    duplicates: tuple[tuple[str, str | None], ...]
    corrections: tuple[Correction, ...]

    def sheet(self) -> Sheet:
        """The sheet, under its id."""
        return fetch(self.document_id, self.ref)


class Orders(NamedTuple):
    """The orders for all sheets in the order of their ids; the persons; findings about no sheet; corrections that do not
    fit."""

    sheets: Iterator[Order]
    people: People
    loose: list[Finding]
    problems: list[str]


def fetch(document_id: str, ref: Ref) -> Sheet:
    """A sheet from its place, under an id."""
    sheet = load(ref)
    return sheet if sheet.id == document_id else renamed(sheet, document_id)


def give_orders(
    collection: Collection, people: People, decisions: Sequence[Decision] = (), corrections: Sequence[Correction] = ()
) -> Orders:
    """Decide what needs all sheets: persons, versions, duplicates, whether corrections fit."""
    people.settle(collection, decisions)
    fitting, problems = _fitting(collection, corrections)
    loose = _refusals(collection.refused)
    loose += _unmatched("people.toml", "decision_unmatched", "warning", people.problems)
    loose += _unmatched("corrections.toml", "correction_unmatched", "error", problems)
    return Orders(
        _orders(collection, people, fitting), people, sorted(loose, key=lambda finding: finding.finding_id), problems
    )


def _orders(collection: Collection, people: People, fitting: Sequence[Correction]) -> Iterator[Order]:
    for entries in collection.series():
        before, after = _neighbours(entries)
        for entry in entries:
            name = entry.document_id
            persons, joins = people.told_of(entry.number)
            yield Order(
                document_id=name,
                ref=entry.ref,
                before=before.get(name),
                after=after.get(name),
                persons=persons,
                joins=tuple(joins),
                duplicates=tuple(_duplicates(collection, entry)),
                corrections=tuple(one for one in fitting if one.concerns(name)),
            )


def _neighbours(series: Sequence[Entry]) -> tuple[dict[str, tuple[str, Ref]], dict[str, tuple[str, Ref]]]:
    refs = {entry.document_id: entry.ref for entry in series}
    twins = {entry.document_id: entry.twin for entry in series if entry.twin}
    before: dict[str, tuple[str, Ref]] = {}
    after: dict[str, tuple[str, Ref]] = {}
    for ids in in_order(series, twins).values():
        for old, new in pairwise(ids):
            before[new], after[old] = (old, refs[old]), (new, refs[new])
    return before, after


def _duplicates(collection: Collection, entry: Entry) -> Iterator[tuple[str, str | None]]:
    """What tells that the bytes, or the facts, of a sheet came twice; where facts did, with the other document's id."""
    for path in collection.further_paths(entry):
        yield f"{path} holds the same bytes as {entry.source_path}", None
    if entry.twin:
        yield f"{entry.source_path} tells the same facts as {entry.twin}", entry.twin


def _fitting(collection: Collection, corrections: Sequence[Correction]) -> tuple[list[Correction], list[str]]:
    """The corrections that can be applied, and why the others cannot."""
    fitting: list[Correction] = []
    problems: list[str] = []
    for one in corrections:
        sheets = [fetch(entry.document_id, entry.ref) for entry in collection if one.concerns(entry.document_id)]
        rows = [row for sheet in sheets for row in sheet.facts()[one.table]]
        found = correct({one.table: rows}, [one]).problems
        problems += found
        fitting += [] if found else [one]
    return fitting, problems


def _refusals(refused: Iterable[Refused]) -> list[Finding]:
    """One finding for each refused input; several of one path, such as two captures of one address, are numbered."""
    seen: Counter[str] = Counter()
    findings = []
    for one in refused:
        seen[one.source_path] += 1
        finding_id = f"{one.source_path}#finding-{seen[one.source_path]:04d}"
        findings.append(loose_finding(finding_id, one.rule, "error", f"{one.source_path}: {one.message}"))
    return findings


def _unmatched(file: str, rule: str, severity: str, problems: Iterable[str]) -> list[Finding]:
    """The findings for decisions and corrections that fit nothing, or too much."""
    return [loose_finding(f"{file}#finding-{n:04d}", rule, severity, problem) for n, problem in enumerate(problems, 1)]


def loose_finding(finding_id: str, rule: str, severity: str, message: str) -> Finding:
    """A finding about no row and no place of a text."""
    empty: dict[str, Any] = dict.fromkeys(Finding._fields)
    return Finding(**empty | {"finding_id": finding_id, "rule": rule, "severity": severity, "message": message})
