"""The sheets of one run together: which are the same, what each is called, which tell the same facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.records import Refused
from pipeline.sheet import Sheet, renamed


class Collection(NamedTuple):
    """`sheets` in the order of their ids; `duplicates` maps the sha256 of a sheet to the further paths that hold it;
    `inputs` are path and sha256 of everything that was read; `twins` maps a sheet's id to that of another one of its
    series which tells the same facts."""

    sheets: list[Sheet]
    refused: list[Refused]
    duplicates: dict[str, list[str]]
    inputs: list[tuple[str, str]]
    twins: dict[str, str]


def collect(results: Iterable[Sheet | Refused]) -> Collection:
    """Sheets in any order → a collection that does not depend on it. Of the same bytes the first path counts."""
    refused: list[Refused] = []
    read: list[Sheet] = []
    for one in results:
        if isinstance(one, Refused):
            refused.append(one)
        else:
            read.append(one)
    kept: dict[str, Sheet] = {}
    duplicates: dict[str, list[str]] = {}
    ordered = sorted(read, key=lambda sheet: (sheet.document.source_path, sheet.document.sha256))
    for sheet in ordered:
        sha = sheet.document.sha256
        if kept.setdefault(sha, sheet) is not sheet:
            duplicates.setdefault(sha, []).append(sheet.document.source_path)
    sheets = sorted(named(list(kept.values())), key=lambda sheet: sheet.id)
    return Collection(
        sheets=sheets,
        refused=sorted(refused),
        duplicates=duplicates,
        inputs=[(sheet.document.source_path, sheet.document.sha256) for sheet in ordered],
        twins=same_facts(sheets),
    )


def named(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Sheets, in the order of their paths, each with an id of its own: a further one of the same day gets its sha256."""
    taken: Counter[str] = Counter()
    made = []
    for sheet in sheets:
        taken[sheet.id] += 1
        is_first = taken[sheet.id] == 1
        made.append(sheet if is_first else renamed(sheet, f"{sheet.id}+{sheet.document.sha256[:8]}"))
    return made


def same_facts(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Documents that tell what another of their series tells, by id → the other's id: one version received twice.

    Facts are compared, not words: a page and its text, or a version with and without its date, are twins. Of several the
    first by id is the original.
    """
    first: dict[tuple[object, ...], str] = {}
    twins: dict[str, str] = {}
    for sheet in sorted(sheets, key=lambda sheet: sheet.id):
        visits = tuple((v.from_area, v.to_area, v.date, v.main_name, v.office, v.party_role) for v in sheet.visits)
        figures = tuple((o.indicator, o.from_area, o.to_area, o.period, o.value, o.unit) for o in sheet.observations)
        if visits or figures:
            original = first.setdefault((sheet.document.series_id, visits, figures), sheet.id)
            if original != sheet.id:
                twins[sheet.id] = original
    return twins
