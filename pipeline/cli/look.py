"""The commands that look at what a run has written: `show`, `diff`, `schema`, `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline import exits
from pipeline.account import plain
from pipeline.cli.base import (
    Json,
    Out,
    Quiet,
    Verbose,
    complain,
    draw,
    path_typed,
    put,
    put_json,
    stop,
    stop_unknown,
    tables_of,
    tell,
)
from pipeline.cli.complete import documents, records, tables


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    for command in (show, diff, schema, verify):
        app.command()(command)


def show(
    record_id: Annotated[
        str, typer.Argument(metavar="ID", autocompletion=records, help="The id of a row in any table.")
    ],
    out: Out = Path("outputs"),
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show a record, its printed line and its findings.

    With -q the record alone, with -v its empty columns, too.

    \b
    Example:  factsheets show mofa-japan/mng/2014-09-01
    """
    from pipeline.answers.lookup import document, look_up
    from pipeline.answers.show import draw_bare, draw_record

    with tables_of(out):
        found = look_up(out, record_id)
    if not found.records:
        stop_unknown("record", record_id, found.ids, "`factsheets sql` finds ids", f" in {plain(str(out))}")
    if json:
        put_json(document(found, out))
    elif quiet:
        draw(map(draw_bare, found.records), soft_wrap=True)
    else:
        pictures = (draw_record(record, found.findings, out, verbose=verbose) for record in found.records)
        draw(pictures, soft_wrap=True)


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", autocompletion=documents, help="A sheet's file, or a document's id in the tables."
        ),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", autocompletion=documents, help="The same of the later version.")],
    out: Out = Path("outputs"),
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what changed from one version of a sheet to another.

    Exit code 1 when anything did, 0 when nothing, 2 in trouble. With -q only the exit code tells; with -v the ids of the
    rows stand below each change.

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
        stop(exits.WRONG_USE, plain(str(error)))
    if before.series_id != after.series_id and not quiet:
        series = plain(f"{before.series_id}, {after.series_id}")
        complain(f"factsheets: these are no versions of one sheet: {series}")
    changes = changes_between(after.series_id, before.name, after.name, before.rows, after.rows)
    if json:
        put_json({"old": before.name, "new": after.name, "changes": plain_rows(changes)})
    elif not quiet:
        draw(draw_changes(changes, before, after, verbose=verbose), soft_wrap=True)
    raise typer.Exit(exits.DIFFERENT if changes else exits.OK)


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="TABLE", autocompletion=tables, help="A table; without one, all are listed.")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what the tables are and what each column holds.

    With -q only names; with -v every column of every table, and every value of the lists.

    \b
    Example:  factsheets schema visits
    """
    import schemas
    from pipeline.answers.describe import document, draw_table, draw_tables

    known = schemas.tables()
    if name is not None and name not in known:
        stop_unknown("table", name, known, "`factsheets schema` lists them")
    asked = list(known.values()) if name is None else [known[name]]
    if json:
        put_json(document(asked))
    elif quiet:
        put("\n".join(known if name is None else known[name].names))
    elif name is None and not verbose:
        draw([draw_tables(asked)])
    else:
        draw(draw_table(table, verbose=verbose) for table in asked)


def verify(
    out: Annotated[Path, typer.Argument(metavar="DIR", parser=path_typed, help="An output folder.")] = Path("outputs"),
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check that a folder of tables is as a run has written it.

    Every file is checked against the manifest. Exit code 1 when one is missing, changed or not in it; with -v each file
    is told.

    \b
    Example:  factsheets verify outputs
    """
    from pipeline.tables.manifest import states

    try:
        files, found = states(out), []
    except ValueError as error:
        files, found = {}, [str(error)]
    found += [f"{path} {trouble}" for path, trouble in files.items() if trouble]
    whole = [path for path, trouble in files.items() if not trouble]
    if json:
        put_json({"folder": str(out), "files": sorted(files), "problems": found})
    elif verbose:
        put("\n".join(f"{plain(path)} is as it was written" for path in whole))
    if found:
        stop(exits.DIFFERENT, "\nfactsheets: ".join(map(plain, found)))
    if not quiet:
        tell(f"{plain(str(out))} is whole: all {len(whole)} files are as they were written")
