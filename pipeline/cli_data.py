"""Commands about the data of an output folder. They join those of `pipeline/cli.py`, and speak by its means."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_base import MISSING_INPUT, WRONG_USE, path_typed, put, stop


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"


def sql(
    query: Annotated[
        str | None, typer.Argument(metavar="SQL", help="A query; without one, all views are listed.")
    ] = None,
    written: Annotated[Format, typer.Option("--format", help="How the answer is written.")] = Format.table,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="DIR", parser=path_typed, help="The folder of the tables.")
    ] = Path("outputs"),
) -> None:
    """Ask the tables a question in SQL (DuckDB); nothing is written, no other file is read.

    \b
    Example:  factsheets sql "SELECT from_name, to_name, period, value, unit FROM v_trade WHERE is_latest"
    """
    import schemas
    from pipeline import answers, ask
    from pipeline.account import plain
    from pipeline.tables.duckdb_file import NAME

    if query is None:
        put("\n".join(answers.view_lines(tuple(schemas.tables()))))
        return
    try:
        connection = ask.connect(out)
    except FileNotFoundError as error:
        stop(MISSING_INPUT, f"no database in {plain(str(out))} ({error}): `factsheets run` makes it")
    except OSError as error:
        stop(MISSING_INPUT, plain(f"{out / NAME} cannot be read: {error}"))
    lines = {Format.table: answers.table_lines, Format.csv: answers.csv_lines, Format.json: answers.json_lines}[written]
    with connection:
        try:
            for line in lines(ask.ask(connection, query)):
                if not put(line):
                    return
        except ask.QueryError as error:
            stop(WRONG_USE, plain(str(error)))


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    app.command()(sql)
