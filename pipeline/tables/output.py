"""All files of an output folder, written part by part: CSV, Parquet, texts, data package, database, account of the run."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import schemas
from pipeline import __version__
from pipeline.normalize.people.stable import GivenId
from pipeline.tables import duckdb_file, duckdb_kept, manifest
from pipeline.tables.generation import Generation, generation
from pipeline.tables.guarded import FOLDER, guarded_lines
from pipeline.tables.owned import is_document_id
from pipeline.tables.package import File, package
from pipeline.tables.parquet_files import stored_values
from pipeline.tables.person_ids import NAME as PERSON_IDS
from pipeline.tables.person_ids import person_ids_lines
from pipeline.tables.printed import Printed
from pipeline.tables.table_files import TableFiles

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.tables.duckdb_aside import DatabaseAside
    from pipeline.tables.duckdb_file import Database

_LIBRARIES: Final = (
    "beautifulsoup4",
    "duckdb",
    "lxml",
    "pandas",
    "pandera",
    "pebble",
    "pyarrow",
    "pycountry",
    "rapidfuzz",
)


class Output:
    """A generation of an output folder that grows by parts, in the order of the keys."""

    def __init__(
        self, new: Generation, *, report: bool = False, is_guarded: bool = False, is_large: bool = False
    ) -> None:
        self.new = new
        self.report, self.is_guarded = report, is_guarded
        self.open = {name: TableFiles(table, new) for name, table in schemas.tables().items()}
        self.database = _database_at(new.path(duckdb_file.NAME), is_large=is_large)

    def add(self, tables: Mapping[str, Printed], texts: Mapping[str, str]) -> None:
        """Append a part of some tables, and the texts of its documents."""
        rows = {name: part.arrow for name, part in tables.items() if part.rows}
        for name, some in rows.items():
            self.open[name].add(some, tables[name].csv)
        self.database.add(rows)
        for document_id, text in texts.items():
            self.new.put(_text_path(document_id), text.encode("utf-8"))

    def tables(self) -> Mapping[str, pd.DataFrame]:
        """See `Sink.tables`: none, since nothing is kept in memory."""
        return {}

    def release(self) -> None:
        """Let go of files that are still open, because something went wrong."""
        for files in self.open.values():
            files.release()
        self.database.close()

    def _add_guarded(self) -> None:
        for name, files in self.open.items():
            self.new.pour(f"{FOLDER}/{name}.csv", guarded_lines(schemas.tables()[name], self.new.current(files.name)))

    def finish(self, run: Mapping[str, Any], person_ids: Iterable[GivenId] = ()) -> None:
        """Close the tables and add what describes them; nothing can be added afterwards.

        `person_ids` are all ids ever given to persons. `run` becomes `run.json`, with the versions and the time of writing
        added: it and some bytes of the database are all that differs between two runs over the same input.
        """
        self.new.pour(PERSON_IDS, person_ids_lines(person_ids))
        files = {name: files.close() for name, files in self.open.items()}
        if self.is_guarded:
            self._add_guarded()
        sources = _sources(self.new.current(self.open["documents"].parquet_name))
        self.new.put_json("datapackage.json", package(sources, files), indent=2)
        if self.report:
            from pipeline.report import write_report

            write_report(self.new.folder, self.new.put)
        told = {"made_from": self._database(files.values()), "sha256": self.new.digests[duckdb_file.NAME]}
        self.new.put_json("run.json", _run_record({**run, "database": told}), indent=2)
        self.new.put_json(manifest.NAME, manifest.manifest(self.new.digests.items()), indent=1)

    def _database(self, files: Iterable[File]) -> str:
        """Add the database: the one that stands, when it was made from the same tables. Returns what it was made from."""
        content = duckdb_kept.made_from(file.sha256.encode() for file in files)
        if duckdb_kept.is_kept(self.new.out, content):
            self.database.close()
            self.new.path(duckdb_file.NAME).unlink(missing_ok=True)
            self.new.keep(duckdb_file.NAME)
        else:
            self.database.finish({name: self.new.current(one.parquet_name) for name, one in self.open.items()})
            self.new.adopt(duckdb_file.NAME)
        return content


def _database_at(path: Path, *, is_large: bool) -> Database | DatabaseAside:
    if not is_large:
        return duckdb_file.Database(path)
    from pipeline.tables.duckdb_aside import DatabaseAside

    return DatabaseAside(path)


@contextmanager
def output(out: Path, *, report: bool = False, is_guarded: bool = False, is_large: bool = False) -> Iterator[Output]:
    """The next generation of an output folder; it takes the folder's place when the block ends well.

    That of a large run has its database written beside it.

    Raises `OutputError`; whatever is raised within, the folder stands as it stood.
    """
    with generation(out) as new:
        made = Output(new, report=report, is_guarded=is_guarded, is_large=is_large)
        try:
            yield made
        finally:
            made.release()


def _sources(documents: Path) -> Iterator[dict[str, str]]:
    """Where documents came from: their address, or the path of the file as it was given."""
    for row in stored_values(documents, ["document_id", "title", "source_url", "source_path"]):
        yield {"title": row["title"] or row["document_id"], "path": row["source_url"] or row["source_path"]}


def _text_path(document_id: str) -> str:
    if not is_document_id(document_id):
        raise ValueError(f"no document id: {document_id!r}")
    return f"text/{document_id}.txt"


def _run_record(run: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {"factsheets": __version__, "python": platform.python_version()}
        | {name: version(name) for name in _LIBRARIES},
        **run,
    }
