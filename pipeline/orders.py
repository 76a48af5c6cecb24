"""A collection → what is to be made of each sheet: the decisions that need all sheets, as orders that need but one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.collection import Collection
from pipeline.compare.versions import in_order
from pipeline.correcting import correct
from pipeline.corrections import Correction
from pipeline.engine.garbage import garbage_waits
from pipeline.engine.spool import Ref, load
from pipeline.normalize.people import Decision, GivenId, Join, Resolution, resolve
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
    people: Resolution
    loose: list[Finding]
    problems: list[str]


def fetch(document_id: str, ref: Ref) -> Sheet:
    """A sheet from its place, under an id."""
    sheet = load(ref)
    return sheet if sheet.id == document_id else renamed(sheet, document_id)


def give_orders(
    collection: Collection,
    decisions: Sequence[Decision] = (),
    corrections: Sequence[Correction] = (),
    given: Sequence[GivenId] = (),
) -> Orders:
    """Decide what needs all sheets: persons, versions, duplicates, whether corrections fit. `given` are the ids that
    persons had in earlier runs."""
    with garbage_waits():
        people = resolve([mention for card in collection.cards for mention in card.mentions], decisions, given)
    fitting, problems = _fitting(collection, corrections)
    loose = _refusals(collection.refused)
    loose += _unmatched("people.toml", "decision_unmatched", "warning", people.problems)
    loose += _unmatched("corrections.toml", "correction_unmatched", "error", problems)
    return Orders(
        _orders(collection, people, fitting), people, sorted(loose, key=lambda finding: finding.finding_id), problems
    )


def _orders(collection: Collection, people: Resolution, fitting: Sequence[Correction]) -> Iterator[Order]:
    joins: dict[str, list[Join]] = defaultdict(list)
    for join in [*people.joins, *people.suspects]:
        joins[join.row_id.rpartition("#")[0]].append(join)
    before, after = _neighbours(collection)
    for card in collection.cards:
        name = card.document_id
        yield Order(
            document_id=name,
            ref=collection.refs[name],
            before=before.get(name),
            after=after.get(name),
            persons={mention.row_id: people.person_of[mention.row_id] for mention in card.mentions},
            joins=tuple(joins.get(name, ())),
            duplicates=tuple(_duplicates(collection, name, card.sha256, card.source_path)),
            corrections=tuple(one for one in fitting if _concerns(one, name)),
        )


def _neighbours(collection: Collection) -> tuple[dict[str, tuple[str, Ref]], dict[str, tuple[str, Ref]]]:
    before: dict[str, tuple[str, Ref]] = {}
    after: dict[str, tuple[str, Ref]] = {}
    for ids in in_order(collection.cards, collection.twins).values():
        for old, new in pairwise(ids):
            before[new], after[old] = (old, collection.refs[old]), (new, collection.refs[new])
    return before, after


def _duplicates(collection: Collection, name: str, sha256: str, own: str) -> Iterator[tuple[str, str | None]]:
    """What tells that the bytes, or the facts, of a sheet came twice; where facts did, with the other document's id."""
    for path in collection.duplicates.get(sha256, ()):
        yield f"{path} holds the same bytes as {own}", None
    if twin := collection.twins.get(name):
        yield f"{own} tells the same facts as {twin}", twin


def _concerns(correction: Correction, document_id: str) -> bool:
    return correction.document == document_id or correction.series == document_id.rpartition("/")[0]


def _fitting(collection: Collection, corrections: Sequence[Correction]) -> tuple[list[Correction], list[str]]:
    """The corrections that can be applied, and why the others cannot."""
    fitting: list[Correction] = []
    problems: list[str] = []
    for one in corrections:
        names = [card.document_id for card in collection.cards if _concerns(one, card.document_id)]
        rows = [row for name in names for row in fetch(name, collection.refs[name]).facts()[one.table]]
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
