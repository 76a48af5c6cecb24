"""The commands: what they are called, what they take, what they say. Nothing here knows what a fact sheet is.

Standard output carries what was asked for (`--json`, a record, a schema), standard error what people should know.
Whatever takes long to import is imported by the command that needs it.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from pipeline import __version__, cli_collection, cli_data, cli_review
from pipeline.account import EXIT_CODES, account_json, account_lines, complaint_lines, plain

if TYPE_CHECKING:
    from rich.console import RenderableType

DIFFERENT, WRONG_USE, MISSING_INPUT, BUSY, NO_OUTPUT, INTERRUPTED = 1, 2, 5, 6, 7, 130

_EXIT_CODES = "\b\nExit codes:\n" + "\n".join(f"  {code:>3}  {meaning}" for code, meaning in EXIT_CODES.items())
_PRECEDENCE = "Where several hold, the gravest is given: 7 before 4, 4 before 5, 5 before 3."

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog=f"{_EXIT_CODES}\n\n{_PRECEDENCE}",
)


def _path(name: str) -> Path:
    """A path as typed; the empty one, which would mean the working folder, is a slip."""
    if not name:
        raise typer.BadParameter("a path cannot be empty")
    return Path(name)


Paths = Annotated[list[Path] | None, typer.Argument(metavar="PATH", parser=_path, help="Sheets or folders of sheets.")]
Out = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", parser=_path, help="The folder of the tables.")]


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
        if stop.code == INTERRUPTED:
            tell("factsheets: interrupted")
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def put(text: str) -> bool:
    """Print what was asked for; false when nobody reads it any more."""
    return _write(text, sys.stdout)


def tell(text: str) -> None:
    """Print what people should know."""
    _write(text, sys.stderr)


def _write(text: str, stream: TextIO) -> bool:
    """Print at once; a reader that went away (`| head`) is no error and must not change the exit code."""
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            _stop(NO_OUTPUT, f"standard output cannot be written: {error.strerror}")
        return False
    return True


def _stop(code: int, message: str) -> NoReturn:
    tell(f"factsheets: {message}")
    raise typer.Exit(code)


def _version(asked: bool) -> None:
    if asked:
        put(f"factsheets {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_version, help="Say which version it is.")]


@app.callback(invoke_without_command=True)
def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Say which one this is.")
    ] = False,
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


@app.command(epilog=f"{_EXIT_CODES}\n\n{_PRECEDENCE}")
def run(
    paths: Paths = None,
    out: Out = Path("outputs"),
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing if a warning or refusal is new.")] = False,
    report: Annotated[
        bool, typer.Option("--report/--no-report", help="Write pages for people, too: every value in its sheet.")
    ] = False,
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", parser=_path, help="Where what was read is kept for the next run.")
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
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="What no sheet may pass, as tables=500; repeatable.")
    ] = None,
    spreadsheet_safe: Annotated[
        bool, typer.Option("--spreadsheet-safe", help="Add csv_spreadsheet/, in which no cell is a formula.")
    ] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every sheet anew, and keep nothing.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Put the account on standard output as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say only what went wrong.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say more: all refusals, findings by rule.")] = False,
) -> None:
    """Turn sheets into tables; without a PATH, all of raw/.

    \b
    Example:  factsheets run raw/mongolia-2014-09-01.txt -o outputs
    """
    if quiet and verbose:
        raise typer.BadParameter("--quiet and --verbose exclude each other")
    if cache and no_cache:
        raise typer.BadParameter("--cache and --no-cache exclude each other")
    from pipeline.read.limits import limits_from

    try:
        limits = limits_from(limit or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--limit") from None
    from pipeline.cache import default_folder
    from pipeline.corrections import CorrectionError
    from pipeline.decisions import DecisionError
    from pipeline.progress import Progress
    from pipeline.run import run as make_tables
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
        _stop(BUSY, plain(str(error)))
    except OutputError as error:
        _stop(NO_OUTPUT, plain(str(error)))
    except (CorrectionError, DecisionError) as error:
        _stop(MISSING_INPUT, plain(str(error)))
    except ValueError as error:
        _stop(WRONG_USE, plain(str(error)))
    if json:
        put(account_json(account))
    elif not quiet:
        tell("\n".join(account_lines(account, verbose=verbose)))
    if complaints := list(complaint_lines(account, verbose=verbose)):
        tell("\n".join(complaints))
    raise typer.Exit(account.exit_code)


@app.command()
def verify(
    out: Annotated[Path, typer.Argument(metavar="DIR", parser=_path, help="An output folder.")] = Path("outputs"),
) -> None:
    """Check a folder of tables against its manifest; exit code 1 when a file is not as it was written.

    \b
    Example:  factsheets verify outputs
    """
    from pipeline.tables.manifest import problems

    if found := problems(out):
        _stop(DIFFERENT, "\nfactsheets: ".join(map(plain, found)))
    tell(f"{plain(str(out))} is whole: every file is as it was written")


@app.command()
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
        _stop(WRONG_USE, plain(str(error)))
    if before.series_id != after.series_id and not quiet:
        tell(f"factsheets: these are no versions of one sheet: {plain(before.series_id)}, {plain(after.series_id)}")
    changes = changes_between(after.series_id, before.name, after.name, before.rows, after.rows)
    if json:
        from json import dumps

        put(dumps({"old": before.name, "new": after.name, "changes": plain_rows(changes)}, indent=2))
    elif not quiet:
        _draw(draw_changes(changes, before, after), soft_wrap=True)
    raise typer.Exit(DIFFERENT if changes else 0)


@app.command()
def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="The id of a row in any table.")],
    out: Out = Path("outputs"),
) -> None:
    """Draw a record: its printed line, its findings.

    \b
    Example:  factsheets show mofa-japan/mng/2014-09-01
    """
    import schemas
    from pipeline.show import draw, look_up, near_names

    keys = {table.name: table.primary_key[0] for table in schemas.tables().values() if len(table.primary_key) == 1}
    try:
        found = look_up(out, record_id, keys)
    except OSError as error:
        _stop(MISSING_INPUT, f"no tables in {plain(str(out))} ({error}): `factsheets run` makes them")
    if not found.records:
        known = _near(near_names(record_id, found.ids))
        _stop(WRONG_USE, f"no record {plain(record_id)!r} in {plain(str(out))}{known}")
    _draw((draw(record, found.findings, out) for record in found.records), soft_wrap=True)


@app.command()
def suggest(
    paths: Paths = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a label.")] = False,
) -> None:
    """List headings and labels that no data file knows, as lines for `topics.toml`.

    \b
    Example:  factsheets suggest raw
    """
    from pipeline.read.inputs import find_sources
    from pipeline.records import Refused
    from pipeline.sheet import read_sheet
    from pipeline.suggest import count_labels, label_lines

    read = (one if isinstance(one, Refused) else read_sheet(one) for one in find_sources(paths or [Path("raw")]))
    sheets = [sheet for sheet in read if not isinstance(sheet, Refused)]
    labels = count_labels(label for sheet in sheets for label in sheet.labels)
    if json:
        from pipeline.normalize.door import json_line

        for label in labels:
            put(json_line(label._asdict() | {"places": [place._asdict() for place in label.places]}))
    else:
        put("\n".join(map(plain, label_lines(labels))) or "# every label is known")
    tell(f"{len(labels)} labels that no data file knows, in {len(sheets)} documents")


@app.command()
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
        _draw([draw_tables(tables.values())])
    elif name in tables:
        _draw([draw_table(tables[name])])
    else:
        _stop(WRONG_USE, f"no table {plain(name)!r}{_near(near_names(name, tables))}")


class Matter(StrEnum):
    """What a text can be asked for."""

    dates = "dates"
    amounts = "amounts"
    names = "names"
    areas = "areas"


# No option has a short name here, and what looks like one is a text: `-18,581` is an amount.
@app.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
def normalize(
    matter: Annotated[Matter, typer.Argument(metavar="dates|amounts|names|areas", help="What to look for.")],
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="Texts; without one, the lines of standard input.")
    ] = None,
    area: Annotated[
        str | None, typer.Option(metavar="CODE", help="With names: the visitors' country, ISO 3166-1 alpha-3.")
    ] = None,
) -> None:
    """Say what dates, amounts, names or areas texts hold: one JSON object a line, in order.

    \b
    Example:  factsheets normalize amounts "around 25-30 million yen (2013)"
    """
    from pipeline.normalize.door import DOORS, json_line, names

    read = DOORS[matter]
    if area is not None:
        read = partial(names, area=_area_code(matter, area))
    with suppress(AttributeError):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for text in texts or _lines():
        if not put(json_line(read(text))):
            break


def _area_code(matter: Matter, printed: str) -> str:
    from pipeline.normalize.areas import areas

    if matter is not Matter.names:
        raise typer.BadParameter("only names depend on a country", param_hint="--area")
    if printed.upper() not in areas():
        raise typer.BadParameter(f"no area {plain(printed)!r}; one is MNG", param_hint="--area")
    return printed.upper()


def _lines() -> Iterator[str]:
    """The lines of standard input as they come; bytes that are no UTF-8 become lone surrogates."""
    for n, line in enumerate(sys.stdin.buffer if sys.stdin else ()):
        text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "surrogateescape")
        yield text.removeprefix("\ufeff") if n == 0 else text


def _near(names: Sequence[str]) -> str:
    return f"; near: {', '.join(map(plain, names))}" if names else ""


def _draw(pictures: Iterable[RenderableType], *, soft_wrap: bool = False) -> None:
    """Draw on standard output, in colour on a terminal unless NO_COLOR is set; `soft_wrap` leaves long lines whole."""
    from rich.console import Console

    console = Console(highlight=False)
    with console.capture() as drawn:
        for picture in pictures:
            console.print(picture, soft_wrap=soft_wrap)
    put("\n".join(line.rstrip() for line in drawn.get().rstrip().split("\n")))


cli_collection.register(app)
cli_review.register(app)
cli_data.register(app)
