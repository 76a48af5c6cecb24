"""How commands speak: what goes to which stream, how one stops, and what several of them take."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO

import typer

from pipeline.account import plain

if TYPE_CHECKING:
    from rich.console import RenderableType

DIFFERENT, WRONG_USE, MISSING_INPUT, BUSY, NO_OUTPUT, INTERRUPTED = 1, 2, 5, 6, 7, 130


def path_typed(name: str) -> Path:
    """A path as typed; the empty one, which would mean the working folder, is a slip."""
    if not name:
        raise typer.BadParameter("a path cannot be empty")
    return Path(name)


Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH", parser=path_typed, help="Sheets or folders of sheets.")
]
Out = Annotated[Path, typer.Option("-o", "--out", metavar="DIR", parser=path_typed, help="The folder of the tables.")]


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
            stop(NO_OUTPUT, f"standard output cannot be written: {error.strerror}")
        return False
    return True


def stop(code: int, message: str) -> NoReturn:
    tell(f"factsheets: {message}")
    raise typer.Exit(code)


def near(names: Sequence[str]) -> str:
    return f"; near: {', '.join(map(plain, names))}" if names else ""


def draw(pictures: Iterable[RenderableType], *, soft_wrap: bool = False) -> None:
    """Draw on standard output, in colour on a terminal unless NO_COLOR is set; `soft_wrap` leaves long lines whole."""
    from rich.console import Console

    console = Console(highlight=False)
    with console.capture() as drawn:
        for picture in pictures:
            console.print(picture, soft_wrap=soft_wrap)
    put("\n".join(line.rstrip() for line in drawn.get().rstrip().split("\n")))
