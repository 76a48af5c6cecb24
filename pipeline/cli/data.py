"""Commands about the data of an output folder. They join those of `pipeline/cli/__init__.py`, and speak by its means."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from pipeline import exits
from pipeline.cli.base import (
    Json,
    Out,
    Quiet,
    Verbose,
    for_programs,
    path_typed,
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
    from pipeline.account import count, plain
    from pipeline.answers import ask
    from pipeline.answers import lines as printed
    from pipeline.tables.duckdb_file import NAME

    if query is None:
        if json:
            put_json(printed.views_document(tuple(schemas.tables())))
        else:
            put("\n".join(printed.view_lines(tuple(schemas.tables()), quiet=quiet, verbose=verbose)))
        return
    if json:
        written = Format.json
    try:
        connection = ask.connect(out)
    except FileNotFoundError as error:
        stop(exits.MISSING, f"no database in {plain(str(out))} ({error}): `factsheets run` makes it")
    except OSError as error:
        stop(exits.MISSING, plain(f"{out / NAME} cannot be read: {error}"))
    lines = {Format.table: printed.table_lines, Format.csv: printed.csv_lines, Format.json: printed.json_lines}[written]
    if written is not Format.table:
        for_programs()
    with connection:
        try:
            for n, line in enumerate(lines(ask.ask(connection, query)), -_AROUND[written]):
                if (n >= 0 or not quiet or written is Format.json) and not put(line):
                    return
        except ask.QueryError as error:
            stop(exits.WRONG_USE, plain(str(error)))
    if verbose:
        tell(count(n + 1, "row"))


def publish(
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", help="The database, as postgresql://USER@HOST:PORT/DATABASE.")
    ],
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", parser=path_typed, help="The folder of the tables.")
    ] = Path("outputs"),
    schema: Annotated[str, typer.Option(metavar="NAME", help="The schema that is made or replaced.")] = "factsheets",
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Put the tables and views into PostgreSQL, whole or not at all.

    Keys and comments go with them; who reads meanwhile sees the old set or the new one. A password is better kept in
    ~/.pgpass or PGPASSWORD than in the address. Exit code 6 when the old tables are being read for more than a minute,
    7 when the server refuses or the schema is somebody else's; what stood there stays.

    \b
    Example:  factsheets publish postgresql://me@localhost:5432/facts outputs
    """
    from pipeline.account import plain
    from pipeline.publish import InputError
    from pipeline.publish import publish as put_tables
    from pipeline.publish.told import published_lines
    from pipeline.tables import BusyError, OutputError

    try:
        published = put_tables(address, folder, schema)
    except ValueError as error:
        stop(exits.WRONG_USE, plain(str(error)))
    except InputError as error:
        stop(exits.MISSING, "\nfactsheets: ".join(map(plain, str(error).splitlines())))
    except OutputError as error:
        stop(exits.BUSY if isinstance(error, BusyError) else exits.NO_OUTPUT, plain(str(error)))
    if json:
        put_json(published._asdict())
    elif not quiet:
        tell("\n".join(published_lines(published, verbose=verbose)))


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    app.command()(sql)
    app.command()(publish)
