"""The commands that keep the collection: `fetch` and `add`. What they take and say; the work is in `pipeline/fetch/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from pipeline import cli_base
from pipeline.cli_base import path_typed, put, tell

if TYPE_CHECKING:
    from pipeline.fetch import Outcome

_PATTERN = "Only the sheets that this fits: a partner (MNG), a series (mofa-japan/*) or an address (*/africa/*)."


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command()(fetch)
    app.command()(add)


Raw = Annotated[Path, typer.Option("--raw", metavar="DIR", parser=path_typed, help="The folder of the collection.")]
Json = Annotated[bool, typer.Option("--json", help="Put what became of each on standard output as JSON.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say only what went wrong.")]


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
) -> None:
    """Fetch what is new of the sheets that sources.toml lists; exit code 3 when a page is no sheet, 5 when none came.

    \b
    Example:  factsheets fetch --only MNG
    """
    from pipeline.fetch import Guest, Limits, SourcesError, load_sources, matching, refresh

    if delay != delay:
        raise typer.BadParameter("not a number of seconds", param_hint="--delay")
    try:
        sources = load_sources(raw)
    except SourcesError as error:
        _stop("MISSING_INPUT", str(error))
    entries = list(sources.entries) if only is None else matching(sources.entries, only)
    if only is not None and not entries:
        raise typer.BadParameter(f"no sheet in sources.toml fits {only!r}", param_hint="--only")
    guest = Guest(Limits(delay=delay), allow_private=allow_private, contact=sources.contact)
    with _collection(raw):
        _tell_all(refresh(raw, entries, guest), json=json, quiet=quiet)


def add(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", parser=path_typed, help="Sheets that were saved by hand.")
    ],
    raw: Raw = Path("raw"),
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="ID", help="Whose they are, where reading them does not say.")
    ] = None,
    partner: Annotated[
        str | None, typer.Option("--partner", metavar="CODE", help="The area they are about, ISO 3166-1 alpha-3.")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Take saved sheets into the collection; exit code 3 when a file is no fact sheet, 5 when one cannot be read.

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
        _stop("NO_OUTPUT", f"{raw} cannot be made: {error.strerror}")
    with _collection(raw):
        _tell_all(add_files(raw, files, publisher, partner), json=json, quiet=quiet)


@contextmanager
def _collection(raw: Path) -> Iterator[None]:
    from pipeline.fetch import ShelfError, locked

    try:
        with locked(raw):
            yield
    except ShelfError as error:
        _stop("NO_OUTPUT", str(error))


def _tell_all(outcomes: Iterable[Outcome], *, json: bool, quiet: bool) -> None:
    """Say each outcome as it comes, then all of them together; leave with their exit code."""
    from pipeline.fetch.outcome import exit_code, outcome_line, outcomes_json, summary_line

    told: list[Outcome] = []
    for outcome in outcomes:
        told.append(outcome)
        if outcome.is_complaint or not quiet:
            tell(outcome_line(outcome))
    if json:
        put(outcomes_json(told))
    if not quiet:
        tell(summary_line(told))
    raise typer.Exit(exit_code(told))


def _stop(code: str, message: str) -> NoReturn:
    from pipeline.account import plain

    cli_base.stop(getattr(cli_base, code), plain(message))
