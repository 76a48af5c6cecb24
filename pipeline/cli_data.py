"""Commands about the data of an output folder. They join those of `pipeline/cli.py`, and speak by its means."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from pipeline.cli_base import (
    MISSING_INPUT,
    WRONG_USE,
    Json,
    Out,
    Quiet,
    Verbose,
    for_programs,
    put,
    put_json,
    stop,
    tell,
)


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    csv = "csv"
    json = "json"


_AROUND: Final = {Format.table: 2, Format.csv: 1, Format.json: 2}
"""Lines of an answer that are no rows."""


def sql(
    query: Annotated[
        str | None, typer.Argument(metavar="SQL", help="A query; without one, all views are listed.")
    ] = None,
    written: Annotated[
        Format, typer.Option("--format", help="How the answer is written; --json is short for one.")
    ] = Format.table,
    out: Out = Path("outputs"),
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Ask the tables a question in SQL.

    It is DuckDB's SQL; nothing is written, no other file is read. With -q the answer comes without its heading, and the
    list of views as names; with -v the number of rows is told, and how each view is made.

    \b
    Example:  factsheets sql "SELECT from_name, to_name, period, value, unit FROM v_trade WHERE is_latest"
    """
    import schemas
    from pipeline import answers, ask
    from pipeline.account import plain
    from pipeline.tables.duckdb_file import NAME

    if query is None:
        if json:
            put_json(answers.views_document(tuple(schemas.tables())))
        else:
            put("\n".join(answers.view_lines(tuple(schemas.tables()), quiet=quiet, verbose=verbose)))
        return
    if json:
        written = Format.json
    try:
        connection = ask.connect(out)
    except FileNotFoundError as error:
        stop(MISSING_INPUT, f"no database in {plain(str(out))} ({error}): `factsheets run` makes it")
    except OSError as error:
        stop(MISSING_INPUT, plain(f"{out / NAME} cannot be read: {error}"))
    lines = {Format.table: answers.table_lines, Format.csv: answers.csv_lines, Format.json: answers.json_lines}[written]
    if written is not Format.table:
        for_programs()
    with connection:
        try:
            for n, line in enumerate(lines(ask.ask(connection, query)), -_AROUND[written]):
                if (n >= 0 or not quiet or written is Format.json) and not put(line):
                    return
        except ask.QueryError as error:
            stop(WRONG_USE, plain(str(error)))
    if verbose:
        tell(f"{n + 1} rows")


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    app.command()(sql)
