"""The commands that keep the collection: `fetch` and `add`. What they take and say; the work is in `pipeline/fetch/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline import exits
from pipeline.account import plain
from pipeline.cli.base import (
    Json,
    Quiet,
    Raw,
    Verbose,
    complain,
    path_typed,
    put_json,
    stop,
    tell,
)
from pipeline.cli.complete import publishers

if TYPE_CHECKING:
    from pipeline.fetch import Outcome

_PATTERN = "Only a partner (MNG), a series (mofa-japan/*) or addresses (*/africa/*)."


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command()(fetch)
    app.command()(add)


def fetch(
    raw: Raw = Path("raw"),
    only: Annotated[str | None, typer.Option("--only", metavar="PATTERN", help=_PATTERN)] = None,
    delay: Annotated[
        float, typer.Option("--delay", metavar="SECONDS", min=0, max=3600, help="Between two requests to a host.")
    ] = 2.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask machines of your own network too; for servers of your own.")
    ] = False,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Fetch what is new of the sheets that sources.toml lists.

    What is new is told with its file; with -v every address is. Exit code 3 when a page is no sheet, 5 when one did not
    come.

    \b
    Example:  factsheets fetch --only MNG
    """
    from pipeline.beside import BesideError
    from pipeline.fetch import Guest, Limits, load_sources, matching, refresh

    if delay != delay:
        raise typer.BadParameter("not a number of seconds", param_hint="--delay")
    try:
        sources = load_sources(raw)
    except BesideError as error:
        stop(exits.MISSING, plain(str(error)))
    entries = list(sources.entries) if only is None else matching(sources.entries, only)
    if only is not None and not entries:
        raise typer.BadParameter(f"no sheet in sources.toml fits {only!r}", param_hint="--only")
    guest = Guest(Limits(delay=delay), allow_private=allow_private, contact=sources.contact)
    with _collection(raw):
        _tell_all(refresh(raw, entries, guest), json=json, quiet=quiet, verbose=verbose)


def add(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", parser=path_typed, help="Sheets that were saved by hand.")
    ],
    raw: Raw = Path("raw"),
    publisher: Annotated[
        str | None,
        typer.Option(metavar="ID", autocompletion=publishers, help="Whose they are, where reading them does not say."),
    ] = None,
    partner: Annotated[
        str | None, typer.Option("--partner", metavar="CODE", help="The area they are about, ISO 3166-1 alpha-3.")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take saved sheets into the collection.

    What is new is told with its file in the collection; with -v every file is. Exit code 3 when one is no fact sheet, 5
    when one cannot be read.

    \b
    Example:  factsheets add ~/Downloads/mongolia.html
    """
    from pipeline.fetch import add_files
    from pipeline.normalize.areas import areas
    from pipeline.publishers import known

    if publisher is not None and publisher not in (names := [one.id for one in known()]):
        raise typer.BadParameter(f"no publisher {publisher!r}; known: {', '.join(names)}", param_hint="--publisher")
    if partner is not None and partner.upper() not in areas():
        raise typer.BadParameter(f"no area {partner!r}; one is MNG", param_hint="--partner")
    try:
        raw.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(exits.NO_OUTPUT, f"{plain(str(raw))} cannot be made: {error.strerror}")
    with _collection(raw):
        _tell_all(add_files(raw, files, publisher, partner), json=json, quiet=quiet, verbose=verbose)


@contextmanager
def _collection(raw: Path) -> Iterator[None]:
    from pipeline.fetch import ShelfError, locked

    try:
        with locked(raw):
            yield
    except ShelfError as error:
        stop(exits.NO_OUTPUT, plain(str(error)))


def _tell_all(outcomes: Iterable[Outcome], *, json: bool, quiet: bool, verbose: bool) -> None:
    """Say each outcome as it comes, then all of them together; leave with their exit code."""
    from pipeline.cli.progress import Progress
    from pipeline.fetch.outcome import exit_code, outcome_line, outcomes_document, summary_line

    told: list[Outcome] = []
    with Progress("sheets asked for", is_quiet=quiet or json) as progress:
        for outcome in outcomes:
            told.append(outcome)
            progress.clear()
            if outcome.is_complaint:
                complain(outcome_line(outcome))
            elif verbose or (outcome.status == "new" and not quiet):
                tell(outcome_line(outcome))
            progress(1)
    if json:
        put_json(outcomes_document(told))
    if not quiet:
        tell(summary_line(told))
    raise typer.Exit(exit_code(told))
