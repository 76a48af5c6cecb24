"""The commands: `run`, and all others from the modules beside this one. None knows what a fact sheet is.

Whatever takes long to import is imported by the command that needs it.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline import __version__, exits
from pipeline.account import Account, account_document, account_lines, complaint_lines, plain
from pipeline.cli import collection, data, look, review, words
from pipeline.cli.base import (
    EVERYWHERE,
    Json,
    Out,
    Paths,
    Quiet,
    Verbose,
    complain,
    path_typed,
    put,
    put_json,
    stop,
    tell,
)
from pipeline.cli.complete import Install, Show
from pipeline.cli.complete import limits as limit_names

_CODES = "\n".join(f"  {code:>3}  {meaning}" for code, meaning in exits.MEANINGS.items())
_EXIT_CODES = f"\b\nExit codes:\n{_CODES}\n\n\b\n{exits.PRECEDENCE}"

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=f"{EVERYWHERE}\n\n{_EXIT_CODES}",
)


def call(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    try:
        app(args=list(arguments), prog_name="factsheets")
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):
            return 0
        if stop.code == exits.INTERRUPTED:
            tell("factsheets: interrupted")
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def _version(asked: bool) -> None:
    if asked:
        put(f"factsheets {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Say which one this is.")
    ] = False,
    install_completion: Install = None,
    show_completion: Show = None,
) -> None:
    """Government fact sheets about other countries, as clean tables with the exact place of every value.

    \b
    First:  factsheets run raw -o outputs
    Then:   open outputs/csv, or look at one record with `factsheets show ID`
    """
    if context.invoked_subcommand is None:
        put(context.get_help())


class Engines(StrEnum):
    """Where a run can be done."""

    local = "local"
    dask = "dask"


@app.command(epilog=_EXIT_CODES)
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
    from pipeline.read.limits import limits_from

    try:
        limits = limits_from(limit or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from None
    from pipeline.beside import BesideError
    from pipeline.cli.progress import Progress
    from pipeline.run import run as make_tables
    from pipeline.sheet.cache import default_folder
    from pipeline.tables import BusyError, OutputError

    try:
        kept = None if no_cache else cache or default_folder()
        with Progress(is_quiet=quiet or json) as told:
            account = make_tables(
                paths or [Path("raw")],
                out,
                strict=strict,
                report=report,
                cache=kept,
                workers=workers,
                engine=engine,
                scheduler=scheduler,
                progress=told,
                limits=limits,
                spreadsheet_safe=spreadsheet_safe,
            )
    except BusyError as error:
        stop(exits.BUSY, plain(str(error)))
    except OutputError as error:
        stop(exits.NO_OUTPUT, plain(str(error)))
    except BesideError as error:
        stop(exits.MISSING, plain(str(error)))
    except ValueError as error:
        stop(exits.WRONG_USE, plain(str(error)))
    if json:
        put_json(account_document(account))
    elif not quiet:
        _tell(account, verbose=verbose, report=report)
    if complaints := list(complaint_lines(account, verbose=verbose)):
        complain("\n".join(complaints))
    raise typer.Exit(account.exit_code)


def _tell(account: Account, *, verbose: bool, report: bool) -> None:
    from pipeline.answers.show import by_severity

    tell(by_severity("\n".join(account_lines(account, verbose=verbose))))
    if report and account.written:
        tell(f"pages:  {plain(str(account.out))}/report/index.html")


for module in (look, words, collection, review, data):
    module.register(app)
