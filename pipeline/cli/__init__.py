"""The commands, which the modules beside this one hold. None knows what a fact sheet is.

Whatever takes long to import is imported by the command that needs it.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated

import typer

from pipeline import __version__, exits
from pipeline.cli import collection, data, look, review, tables, words
from pipeline.cli.base import EVERYWHERE, EXIT_CODES, put, tell
from pipeline.cli.complete import Install, Show

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=f"{EVERYWHERE}\n\n{EXIT_CODES}",
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


for module in (tables, look, words, collection, review, data):
    module.register(app)
