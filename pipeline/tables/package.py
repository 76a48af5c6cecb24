"""`datapackage.json`: what the CSV tables are, for machines (Frictionless Data Package v2)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

import schemas

NAME: Final = "factsheets"
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES: Final = {"decimal": "number", "edtf": "string"}


def package_bytes(frames: Mapping[str, pd.DataFrame], files: Mapping[str, tuple[str, bytes]]) -> bytes:
    """The whole descriptor; `files` are the path and the bytes of each table's CSV. No time, no place of this run."""
    descriptor = {
        "$schema": PROFILE,
        "name": NAME,
        "title": "Government fact sheets about other countries, as tables",
        "description": "Every row of visits, observations and events points to its print: text/<document_id>.txt, "
        "characters char_start to char_end. The files of text/ and parquet/ belong to the package too.",
        "sources": _sources(frames["documents"]),
        "resources": [_resource(schemas.tables()[name], path, data) for name, (path, data) in files.items()],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _sources(documents: pd.DataFrame) -> list[dict[str, str]]:
    """Where the documents came from: their address, or the path of the file as it was given."""
    columns = documents[["document_id", "title", "source_url", "source_path"]].astype(object)
    rows = columns.where(columns.notna(), None).itertuples(index=False, name=None)
    return [{"title": title or document_id, "path": url or path} for document_id, title, url, path in rows]


def _resource(table: schemas.Table, path: str, data: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": table.description,
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: schemas.Table) -> dict[str, Any]:
    keys = [
        {
            "fields": [key.column],
            "reference": {"resource": "" if key.table == table.name else key.table, "fields": [key.to_column]},
        }
        for key in table.foreign_keys
        if key.table is not None
    ]
    described: dict[str, Any] = {"fields": [_field(column, table) for column in table.columns], "missingValues": [""]}
    if table.primary_key:
        described["primaryKey"] = list(table.primary_key)
    return described | ({"foreignKeys": keys} if keys else {})


def _field(column: schemas.Column, table: schemas.Table) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "description": column.description,
        "example": column.example,
    }
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if column.unit:
        field["unit"] = column.unit
    if constraints := _constraints(column, table):
        field["constraints"] = constraints
    return field


def _constraints(column: schemas.Column, table: schemas.Table) -> dict[str, Any]:
    shape = column.format or ("edtf" if column.type == "edtf" else None)
    stated = {
        "required": True if column.name not in table.nullable else None,
        "enum": list(schemas.closed_list(column.enum)) if column.enum else None,
        "pattern": schemas.formats()[shape].pattern if shape else None,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    return {name: value for name, value in stated.items() if value is not None}
