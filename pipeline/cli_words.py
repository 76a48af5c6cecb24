"""The commands about words: `normalize` says how they are read, `suggest` which labels nobody knows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from pipeline.account import plain
from pipeline.cli_base import Paths, put, tell


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command()(suggest)
    app.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})(normalize)


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


class Matter(StrEnum):
    """What a text can be asked for."""

    dates = "dates"
    amounts = "amounts"
    names = "names"
    areas = "areas"


# No option has a short name here, and what looks like one is a text: `-18,581` is an amount.
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
