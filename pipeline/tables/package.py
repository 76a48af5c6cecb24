"""`datapackage.json`: what the CSV tables are, for machines (Frictionless Data Package v2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

import schemas

NAME: Final = "factsheets"
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES: Final = {"decimal": "number", "edtf": "string"}


class File(NamedTuple):
    """A file of the package: its path, its length and its sha256."""

    path: str
    size: int
    sha256: str


def package(sources: Iterable[Mapping[str, str]], files: Mapping[str, File]) -> dict[str, Any]:
    """The whole descriptor; `sources` are title and path of each document, `files` each table's CSV. No time, no place
    of this run."""
    return {
        "$schema": PROFILE,
        "name": NAME,
        "title": "Government fact sheets about other countries, as tables",
        "description": "Every row of visits, observations and events points to its print: text/<document_id>.txt, "
        "characters char_start to char_end. The files of text/ and parquet/ belong to the package too.",
        "sources": sources,
        "resources": [_resource(schemas.tables()[name], file) for name, file in files.items()],
    }


def _resource(table: schemas.Table, file: File) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": file.path,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": table.description,
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
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
