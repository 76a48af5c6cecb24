"""All files of an output folder from the tables: CSV, Parquet, texts, data package, database, and the account of the run."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import pandas as pd

import schemas
from pipeline import __version__
from pipeline.tables import duckdb_file, manifest
from pipeline.tables.csv_files import csv_bytes
from pipeline.tables.generation import generation
from pipeline.tables.owned import is_document_id
from pipeline.tables.package import package_bytes
from pipeline.tables.parquet_files import parquet_bytes

_LIBRARIES: Final = ("beautifulsoup4", "duckdb", "lxml", "pandas", "pandera", "pyarrow", "pycountry", "rapidfuzz")


def write(
    frames: Mapping[str, pd.DataFrame], texts: Mapping[str, str], out: Path, *, run: Mapping[str, Any]
) -> list[Path]:
    """Write an output folder, whole or not at all. Returns its files.

    `frames` are accepted tables, `texts` the documents' texts by `document_id`; only those of accepted documents are
    written. `run` becomes `run.json`, with the versions and the time of writing added: it and some bytes of the database
    are all that differs between two runs over the same input. Raises `OutputError`.
    """
    csv = {name: (_csv_path(name), csv_bytes(table, frames[name])) for name, table in schemas.tables().items()}
    content = duckdb_file.made_from(data for _, data in csv.values())
    with generation(out) as new:
        for name, table in schemas.tables().items():
            new.put(csv[name][0], csv[name][1])
            new.put(f"parquet/{name}.parquet", parquet_bytes(table, frames[name]))
        for document_id in frames["documents"]["document_id"]:
            new.put(_text_path(document_id), texts[document_id].encode("utf-8"))
        new.put("datapackage.json", package_bytes(frames, csv))
        new.put(duckdb_file.NAME, duckdb_file.database_bytes(frames, out, content))
        told = {"made_from": content, "sha256": new.digests[duckdb_file.NAME]}
        new.put("run.json", _run_bytes({**run, "database": told}))
        new.put(manifest.NAME, manifest.manifest_bytes(new.digests))
    return new.written


def _csv_path(name: str) -> str:
    """The refused rows stand apart from the tables.

    >>> _csv_path("visits"), _csv_path("refused")
    ('csv/visits.csv', 'refused.csv')
    """
    return "refused.csv" if name == "refused" else f"csv/{name}.csv"


def _text_path(document_id: str) -> str:
    if not is_document_id(document_id):
        raise ValueError(f"no document id: {document_id!r}")
    return f"text/{document_id}.txt"


def _run_bytes(run: Mapping[str, Any]) -> bytes:
    told = {
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {"factsheets": __version__, "python": platform.python_version()}
        | {name: version(name) for name in _LIBRARIES},
        **run,
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
