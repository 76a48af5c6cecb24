"""The commands about words: `normalize` says how they are read, `suggest` which labels nobody knows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from pipeline import exits
from pipeline.account import count, plain, refusal_line
from pipeline.cli.base import (
    Json,
    Paths,
    Quiet,
    Verbose,
    complain,
    put,
    put_json,
    tell,
)


def register(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command()(suggest)
    app.command(cls=Texts)(normalize)


def suggest(
    paths: Paths = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List the labels that no data file knows.

    They are headings and labels of sheets, as lines for `topics.toml`, each with where it stands; with -v with all places.
    With --json one object a label.

    \b
    Example:  factsheets suggest raw
    """
    from pipeline.publishers.suggest import count_labels, document, label_lines
    from pipeline.read.files.inputs import find_sources
    from pipeline.records import Refused
    from pipeline.sheet import read_sheet

    read = [one if isinstance(one, Refused) else read_sheet(one) for one in find_sources(paths or [Path("raw")])]
    refused = [one for one in read if isinstance(one, Refused)]
    labels = count_labels(label for sheet in read if not isinstance(sheet, Refused) for label in sheet.labels)
    if json:
        for label in labels:
            put_json(document(label), indent=None)
    elif labels:
        put("\n".join(map(plain, label_lines(labels, verbose=verbose))))
    elif not quiet and len(read) > len(refused):
        put("# every label is known")
    for one in refused:
        complain(refusal_line(one))
    if not quiet:
        sheets = count(len(read) - len(refused), "document")
        tell(f"{count(len(labels), 'label')} that no data file knows, in {sheets}")
    raise typer.Exit(exits.MISSING if any(one.missing for one in refused) else exits.REFUSED if refused else exits.OK)


class Matter(StrEnum):
    """What a text can be asked for."""

    dates = "dates"
    amounts = "amounts"
    names = "names"
    areas = "areas"


class Texts(TyperCommand):
    """A command whose texts may begin with a dash, as `-18,581` does: an option is only what is one letter for letter."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Options first, then `--`, then all texts in their order."""
        takes_value = {name: not getattr(one, "is_flag", False) for one in self.get_params(ctx) for name in one.opts}
        options: list[str] = []
        texts: list[str] = []
        words = iter(args)
        for word in words:
            if word == "--":
                texts += words
            elif word.partition("=")[0] in takes_value and word.startswith("-"):
                options += [word, *islice(words, takes_value.get(word, False))]
            else:
                texts.append(word)
        return super().parse_args(ctx, [*options, "--", *texts])


def normalize(
    matter: Annotated[Matter, typer.Argument(metavar="WHAT", help="What to look for: dates, amounts, names or areas.")],
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="Texts; without one, the lines of standard input.")
    ] = None,
    area: Annotated[
        str | None, typer.Option(metavar="CODE", help="With names: the visitors' country, ISO 3166-1 alpha-3.")
    ] = None,
    json: Json = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what dates, amounts, names or areas a text holds.

    One JSON object a text, in order, with all there is to say: -q, -v and --json change nothing. What begins with a dash
    and is no option is a text; after `--` everything is.

    \b
    Example:  factsheets normalize amounts "around 25-30 million yen (2013)"
    """
    from pipeline.normalize.door import DOORS, names

    read = DOORS[matter]
    if area is not None:
        read = partial(names, area=_area_code(matter, area))
    for text in texts or _lines():
        if not put_json(read(text), indent=None):
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
