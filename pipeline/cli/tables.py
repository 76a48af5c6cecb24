"""The command that makes tables. It joins those of `pipeline/cli/__init__.py`, and speaks by its means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import exits
from pipeline.account import Account, account_document, account_lines, complaint_lines, plain
from pipeline.cli.base import EXIT_CODES, Json, Out, Paths, Quiet, Verbose, complain, path_typed, put_json, stop, tell
from pipeline.cli.complete import limits as limit_names

if TYPE_CHECKING:
    from pipeline.read.limits import Limits


def register(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EXIT_CODES)(run)


class Engines(StrEnum):
    """Where a run can be done."""

    local = "local"
    dask = "dask"


def run(
    paths: Paths = None,
    out: Out = Path("outputs"),
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing if a warning or refusal is new.")] = False,
    report: Annotated[
        bool, typer.Option("--report/--no-report", help="Write pages for people, too: every value in its sheet.")
    ] = False,
    cache: Annotated[
        Path | None,
        typer.Option(metavar="DIR", parser=path_typed, help="Where what was read is kept for the next run."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Processes; without it, as many as processors for many sheets."),
    ] = None,
    engine: Annotated[Engines, typer.Option(help="Where the work is done.")] = Engines.local,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="With --engine dask: its scheduler, as tcp://host:8786.")
    ] = None,
    limit: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            autocompletion=limit_names,
            help="What no sheet may pass, as tables=500; repeatable.",
        ),
    ] = None,
    spreadsheet_safe: Annotated[
        bool, typer.Option("--spreadsheet-safe", help="Add csv_spreadsheet/, in which no cell is a formula.")
    ] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every sheet anew, and keep nothing.")] = False,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Turn sheets into tables; without a PATH, all of raw/.

    What was made and where is told, and what was refused; with -v all refusals and the findings by rule.

    \b
    Example:  factsheets run raw/mongolia-2014-09-01.txt -o outputs
    """
    if cache and no_cache:
        raise typer.BadParameter("--cache and --no-cache exclude each other")
    if scheduler and engine is Engines.local:
        raise typer.BadParameter("--scheduler needs --engine dask")
    from pipeline.cli.progress import Progress
    from pipeline.run import run as make_tables
    from pipeline.sheet.cache import default_folder

    limits = _limits(limit or ())
    with _failures_told(), Progress(is_quiet=quiet or json) as told:
        account = make_tables(
            paths or [Path("raw")],
            out,
            strict=strict,
            report=report,
            cache=None if no_cache else cache or default_folder(),
            workers=workers,
            engine=engine,
            scheduler=scheduler,
            progress=told,
            limits=limits,
            spreadsheet_safe=spreadsheet_safe,
        )
    if json:
        put_json(account_document(account))
    elif not quiet:
        _tell(account, verbose=verbose, report=report)
    if complaints := list(complaint_lines(account, verbose=verbose)):
        complain("\n".join(complaints))
    raise typer.Exit(account.exit_code)


def _limits(settings: Sequence[str]) -> Limits:
    from pipeline.read.limits import limits_from

    try:
        return limits_from(settings)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from None


@contextmanager
def _failures_told() -> Iterator[None]:
    """Why no tables were made is told, and has its exit code."""
    from pipeline.beside import BesideError
    from pipeline.tables import BusyError, OutputError

    try:
        yield
    except BusyError as error:
        stop(exits.BUSY, plain(str(error)))
    except OutputError as error:
        stop(exits.NO_OUTPUT, plain(str(error)))
    except BesideError as error:
        stop(exits.MISSING, plain(str(error)))
    except ValueError as error:
        stop(exits.WRONG_USE, plain(str(error)))


def _tell(account: Account, *, verbose: bool, report: bool) -> None:
    from pipeline.answers.show import by_severity

    tell(by_severity("\n".join(account_lines(account, verbose=verbose))))
    if report and account.written:
        tell(f"pages:  {plain(str(account.out))}/report/index.html")
