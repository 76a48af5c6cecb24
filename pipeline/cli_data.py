"""Commands about the data of an output folder. They join those of `pipeline/cli.py`, and speak by its means."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli_base import BUSY, MISSING_INPUT, NO_OUTPUT, WRONG_USE, path_typed, put, stop, tell


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


def publish(
    address: Annotated[
        str, typer.Argument(metavar="ADDRESS", help="The database, as postgresql://USER@HOST:PORT/DATABASE.")
    ],
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", parser=path_typed, help="The folder of the tables.")
    ] = Path("outputs"),
    schema: Annotated[str, typer.Option(metavar="NAME", help="The schema that is made or replaced.")] = "factsheets",
    json: Annotated[bool, typer.Option("--json", help="Put what stands there on standard output as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say only what went wrong.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say more: the rows of each table.")] = False,
) -> None:
    """Put the tables, keys, comments and views into PostgreSQL; who reads sees the old set or the new one, whole.

    A password is better kept in ~/.pgpass or PGPASSWORD than in the address. Exit code 6 when the old tables are being
    read for more than a minute, 7 when the server refuses or the schema is somebody else's; what stood there stays.

    \b
    Example:  factsheets publish postgresql://me@localhost:5432/facts outputs
    """
    if quiet and verbose:
        raise typer.BadParameter("--quiet and --verbose exclude each other")
    from pipeline.account import plain
    from pipeline.publish import InputError
    from pipeline.publish import publish as put_tables
    from pipeline.publish.told import published_json, published_lines
    from pipeline.tables import BusyError, OutputError

    try:
        published = put_tables(address, folder, schema)
    except ValueError as error:
        stop(WRONG_USE, plain(str(error)))
    except InputError as error:
        stop(MISSING_INPUT, "\nfactsheets: ".join(map(plain, str(error).splitlines())))
    except OutputError as error:
        stop(BUSY if isinstance(error, BusyError) else NO_OUTPUT, plain(str(error)))
    if json:
        put(published_json(published))
    elif not quiet:
        tell("\n".join(published_lines(published, verbose=verbose)))


def register(app: typer.Typer) -> None:
    """Add the commands to an application."""
    app.command()(sql)
    app.command()(publish)
