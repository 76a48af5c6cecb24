"""Where the parts of the tables go: into an output folder, or into memory; and what is counted on their way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import schemas
from pipeline.tables.printed import Printed

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa  # type: ignore[import-untyped]

    from pipeline.account.news import Complaint
    from pipeline.collection.parts import Part
    from pipeline.normalize.people import GivenId


class Held(Exception):
    """A strict run has something new to complain of: nothing is written."""


class Sink(Protocol):
    """Something that takes parts in the order of their keys."""

    def add(self, tables: Mapping[str, Printed], texts: Mapping[str, str]) -> None:
        """Take a part of some tables and the texts of its documents."""

    def finish(self, run: Mapping[str, Any], person_ids: Iterable[GivenId]) -> None:
        """Take the account of the run, and all ids that persons ever had; nothing comes after it."""

    def tables(self) -> Mapping[str, pd.DataFrame]:
        """The typed tables, where they are kept in memory."""


class Memory:
    """Keeps all parts, for those who want frames and no files."""

    def __init__(self) -> None:
        self.parts: dict[str, list[pa.Table]] = {name: [] for name in schemas.tables()}

    def add(self, tables: Mapping[str, Printed], texts: Mapping[str, str]) -> None:
        """See `Sink.add`."""
        for name, part in tables.items():
            self.parts[name].append(part.arrow)

    def finish(self, run: Mapping[str, Any], person_ids: Iterable[GivenId]) -> None:
        """See `Sink.finish`."""

    def tables(self) -> Mapping[str, pd.DataFrame]:
        """See `Sink.tables`."""
        import pyarrow as pa

        from pipeline.tables.parquet_files import arrow_schema, frame_of_arrow

        made = {}
        for name, table in schemas.tables().items():
            parts = [arrow_schema(table).empty_table(), *self.parts[name]]
            made[name] = frame_of_arrow(table, pa.concat_tables(parts))
        return made


@contextmanager
def sink_for(
    out: Path | None, *, report: bool = False, is_guarded: bool = False, is_large: bool = False
) -> Iterator[Sink]:
    """Where the tables go; an output folder takes the place of the old one when the block ends well. `report` adds pages,
    `is_guarded` the tables as spreadsheets may open them; `is_large` is a run that has other processes at work for it."""
    if out is None:
        yield Memory()
        return
    from pipeline.tables.output import output

    with output(out, report=report, is_guarded=is_guarded, is_large=is_large) as made:
        yield made


class Counts:
    """What was counted over all parts."""

    def __init__(self) -> None:
        self.rows: Counter[str] = Counter(dict.fromkeys(schemas.tables(), 0))
        self.rows_in: Counter[str] = Counter(dict.fromkeys(schemas.tables(), 0))
        self.rules: Counter[tuple[str, str]] = Counter()
        self.refused: list[tuple[object, ...]] = []
        self.duplicates: list[str] = []
        self.complaints: list[Complaint] = []

    def add(self, part: Part) -> None:
        """Count a part."""
        self.rows.update({name: made.rows for name, made in part.tables.items() if name != "refused"})
        self.rows_in.update(part.rows_in)
        self.rules.update(part.rules)
        self.refused += part.refused
        self.duplicates += part.duplicates
        self.complaints += part.complaints

    def severities(self) -> dict[str, int]:
        """How many findings of each severity."""
        told: Counter[str] = Counter()
        for (severity, _), number in self.rules.items():
            told[severity] += number
        return dict(sorted(told.items()))

    def by_rule(self) -> tuple[tuple[str, str, int], ...]:
        """How many findings of each rule, with its severity."""
        return tuple((severity, rule, number) for (severity, rule), number in sorted(self.rules.items()))
