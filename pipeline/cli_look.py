"""The commands that look at what a run has written: `verify`, `diff`, `show`, `schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.account import plain
from pipeline.cli_base import DIFFERENT, MISSING_INPUT, WRONG_USE, Out, draw, near, path_typed, put, stop, tell


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    for command in (show, diff, schema, verify):
        app.command()(command)


def verify(
    out: Annotated[Path, typer.Argument(metavar="DIR", parser=path_typed, help="An output folder.")] = Path("outputs"),
) -> None:
    """Check a folder of tables against its manifest; exit code 1 when a file is not as it was written.

    \b
    Example:  factsheets verify outputs
    """
    from pipeline.tables.manifest import problems

    if found := problems(out):
        stop(DIFFERENT, "\nfactsheets: ".join(map(plain, found)))
    tell(f"{plain(str(out))} is whole: every file is as it was written")


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A sheet's file, or a document's id in the tables.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same of the later version.")],
    out: Out = Path("outputs"),
    json: Annotated[bool, typer.Option("--json", help="Put the changes on standard output as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing; only the exit code tells.")] = False,
) -> None:
    """Say what changed from one version to another; exit code 1 when anything did, 0 when nothing, 2 in trouble.

    \b
    Example:  factsheets diff old/mongolia.txt raw/mongolia.txt
              factsheets diff mofa-japan/mng/2014-09-01 mofa-japan/mng/2016-05-20
    """
    from pipeline.compare import changes_between
    from pipeline.compare.drawing import draw_changes
    from pipeline.compare.sides import plain_rows, side

    try:
        before, after = side(old, out), side(new, out)
    except ValueError as error:
        stop(WRONG_USE, plain(str(error)))
    if before.series_id != after.series_id and not quiet:
        tell(f"factsheets: these are no versions of one sheet: {plain(before.series_id)}, {plain(after.series_id)}")
    changes = changes_between(after.series_id, before.name, after.name, before.rows, after.rows)
    if json:
        from json import dumps

        put(dumps({"old": before.name, "new": after.name, "changes": plain_rows(changes)}, indent=2))
    elif not quiet:
        draw(draw_changes(changes, before, after), soft_wrap=True)
    raise typer.Exit(DIFFERENT if changes else 0)


def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a row in any table.")],
    out: Out = Path("outputs"),
) -> None:
    """Draw a record: its printed line, its findings.

    \b
    Example:  factsheets show mofa-japan/mng/2014-09-01
    """
    import schemas
    from pipeline.show import draw as draw_record
    from pipeline.show import look_up, near_names

    keys = {table.name: table.primary_key[0] for table in schemas.tables().values() if len(table.primary_key) == 1}
    try:
        found = look_up(out, record_id, keys)
    except OSError as error:
        stop(MISSING_INPUT, f"no tables in {plain(str(out))} ({error}): `factsheets run` makes them")
    if not found.records:
        known = near(near_names(record_id, found.ids))
        stop(WRONG_USE, f"no record {plain(record_id)!r} in {plain(str(out))}{known}")
    draw((draw_record(record, found.findings, out) for record in found.records), soft_wrap=True)


def schema(
    name: Annotated[str | None, typer.Argument(metavar="TABLE", help="A table; without one, all are listed.")] = None,
) -> None:
    """Say what the tables are and what each column holds.

    \b
    Example:  factsheets schema visits
    """
    import schemas
    from pipeline.describe import draw_table, draw_tables
    from pipeline.show import near_names

    tables = schemas.tables()
    if name is None:
        draw([draw_tables(tables.values())])
    elif name in tables:
        draw([draw_table(tables[name])])
    else:
        stop(WRONG_USE, f"no table {plain(name)!r}{near(near_names(name, tables))}")
