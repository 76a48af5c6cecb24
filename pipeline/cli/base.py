"""How commands speak: the options that all of them take, what goes to which stream, and how one stops.

Said once, held everywhere: standard output carries what was asked for, standard error what people should know. Colour is
for terminals, and never where NO_COLOR is set.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn, TextIO

import typer

from pipeline import exits
from pipeline.account import plain

if TYPE_CHECKING:
    from rich.console import RenderableType

_NEAR: Final = 3

EVERYWHERE: Final = """\b
Every command takes:
  -q      only what went wrong, or only the bare thing that was asked for
  -v      more detail
  --json  all there is to say as JSON on standard output, and nothing else
          there; what comes as a stream comes as one object a line
  -h      what it does, with an example

Errors go to standard error. NO_COLOR=1 keeps colours off, a pipe does too."""
_CODES: Final = "\n".join(f"  {code:>3}  {meaning}" for code, meaning in exits.MEANINGS.items())
EXIT_CODES: Final = f"\b\nExit codes:\n{_CODES}\n\n\b\n{exits.PRECEDENCE}"


def path_typed(name: str) -> Path:
    """A path as typed; the empty one, which would mean the working folder, is a slip."""
    if not name:
        raise typer.BadParameter("a path cannot be empty")
    return Path(name)


def _alone(context: typer.Context, is_on: bool) -> bool:
    """`-q` and `-v` exclude each other: the one that comes second finds the first."""
    if is_on and any(context.params.get(name) for name in ("quiet", "verbose")):
        raise typer.BadParameter("--quiet and --verbose exclude each other")
    return is_on


Quiet = Annotated[
    bool, typer.Option("-q", "--quiet", callback=_alone, help="Only what went wrong, or the bare thing asked for.")
]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", callback=_alone, help="More detail.")]
Json = Annotated[bool, typer.Option("--json", help="All of it as JSON on standard output, and nothing else there.")]
Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH", parser=path_typed, help="Sheets or folders of sheets.")
]
Out = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", parser=path_typed, help="The folder of the tables.")]
Raw = Annotated[Path, typer.Option("--raw", metavar="DIR", parser=path_typed, help="The folder of the collection.")]


def put(text: str) -> bool:
    """Print what was asked for; false when nobody reads it any more."""
    return _write(text, sys.stdout)


def put_json(document: object, *, indent: int | None = 2) -> bool:
    """Print a JSON document, on one line where `indent` is none."""
    from pipeline.normalize.door import json_line

    for_programs()
    return put(json_line(document, indent))


def for_programs() -> None:
    """What programs read is UTF-8, whatever the locale."""
    if (sys.stdout.encoding or "").lower() != "utf-8":
        with suppress(AttributeError):
            sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]


def draw(pictures: Iterable[RenderableType], *, soft_wrap: bool = False) -> None:
    """Draw on standard output; `soft_wrap` leaves long lines whole."""
    put(_drawn(pictures, sys.stdout, soft_wrap))


def tell(told: RenderableType) -> None:
    """Print what people should know."""
    _write(told if isinstance(told, str) else _drawn([told], sys.stderr, soft_wrap=True), sys.stderr)


def complain(text: str) -> None:
    """Print what went wrong, although the command goes on."""
    from rich.text import Text

    tell(Text(text, style="yellow"))


def stop(code: int, message: str) -> NoReturn:
    """End the command with an exit code of `pipeline.exits` and a message on standard error. Never returns."""
    from rich.text import Text

    tell(Text.assemble(("factsheets:", "bold red"), " ", message))
    raise typer.Exit(code)


def stop_unknown(what: str, name: str, known: Iterable[str], otherwise: str, where: str = "") -> NoReturn:
    """Stop at a name that is none, with those that begin so or else are spelled most like it, or with what to do."""
    from rapidfuzz import fuzz, process

    names = sorted(set(known))
    near = [one for one in names if one.startswith(name)][:_NEAR]
    near = near or [one for one, _, _ in process.extract(name, names, limit=_NEAR, scorer=fuzz.ratio, score_cutoff=60)]
    told = f"near: {', '.join(map(plain, near))}" if near else otherwise
    stop(exits.WRONG_USE, f"no {what} {plain(name)!r}{where}; {told}")


@contextmanager
def tables_of(out: Path) -> Iterator[None]:
    """Reading the tables of a folder; where there are none, it is told how they are made."""
    try:
        if not (out / "csv").is_dir():
            raise FileNotFoundError(out / "csv")
        yield
    except OSError as error:
        stop(exits.MISSING, f"no tables in {plain(str(out))} ({plain(str(error))}): `factsheets run` makes them")


def _write(text: str, stream: TextIO) -> bool:
    """Print at once; a reader that went away (`| head`) is no error and must not change the exit code."""
    try:
        print(text, file=stream, flush=True)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            stop(exits.NO_OUTPUT, f"standard output cannot be written: {error.strerror}")
        return False
    return True


def _drawn(pictures: Iterable[RenderableType], stream: TextIO, soft_wrap: bool) -> str:
    """What a stream shows of pictures: no style at all where NO_COLOR is set; rich itself spares what is no terminal."""
    from rich.console import Console

    console = Console(file=stream, highlight=False, color_system=None if os.environ.get("NO_COLOR") else "auto")
    with console.capture() as drawn:
        for picture in pictures:
            console.print(picture, soft_wrap=soft_wrap)
    return "\n".join(line.rstrip() for line in drawn.get().rstrip().split("\n"))
