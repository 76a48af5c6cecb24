"""The tables of an output folder for notebooks: pandas, polars or Arrow, typed, each read when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import schemas
from pipeline.tables.stored import StoredTables

KINDS: Final = ("pandas", "polars", "arrow")


class LoadedTables(Mapping[str, Any]):
    """Name → table of one kind; `columns(name)` says what its columns hold."""

    def __init__(self, folder: Path, kind: str) -> None:
        if kind not in KINDS:
            raise ValueError(f"kind is one of {', '.join(KINDS)}, not {kind!r}")
        if not (folder / "parquet" / "documents.parquet").is_file():
            raise ValueError(f"{folder}: no tables here; `factsheets run` makes them")
        self.kind = kind
        self._stored = StoredTables(folder)
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._table(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._stored)

    def __len__(self) -> int:
        return len(self._stored)

    def columns(self, name: str) -> dict[str, str]:
        """What each column of a table holds."""
        return {column.name: column.description for column in schemas.tables()[name].columns}

    def _table(self, name: str) -> Any:
        frame = self._stored[name]
        if self.kind == "pandas":
            days = [column.name for column in schemas.tables()[name].columns if column.type == "date"]
            # Microseconds and not nanoseconds, which do not reach back to 1677.
            made = frame.assign(**{day: frame[day].astype("datetime64[us]") for day in days})
            made.attrs = {"description": schemas.tables()[name].description, "columns": self.columns(name)}
            return made
        from pipeline.tables.parquet_files import arrow_table

        arrow = arrow_table(schemas.tables()[name], frame)
        if self.kind == "arrow":
            return arrow
        import polars

        return polars.from_arrow(arrow)
