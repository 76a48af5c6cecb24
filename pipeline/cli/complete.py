"""What a shell offers when a word is completed: names that are known without reading a sheet, and quickly."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from pathlib import Path
from textwrap import shorten
from typing import Annotated, Final

import typer
from typer.completion import completion_init, get_completion_script, install  # type: ignore[attr-defined]

from pipeline.cli.base import put, tell

completion_init()

_NAMES: Final = {"prog_name": "factsheets", "complete_var": "_FACTSHEETS_COMPLETE"}
MOST: Final = 200
"""More ids help nobody."""
LARGEST: Final = 20_000_000
"""Bytes of a table that are read while somebody waits for a key."""


class Shell(StrEnum):
    """A shell that completes."""

    bash = "bash"
    zsh = "zsh"
    fish = "fish"


def _show(shell: Shell | None) -> None:
    if shell:
        put(get_completion_script(**_NAMES, shell=shell.value))
        raise typer.Exit


def _install(shell: Shell | None) -> None:
    if shell:
        _, path = install(**_NAMES, shell=shell.value)
        tell(f"completion for {shell.value} is in {path}: it works in the next terminal")
        raise typer.Exit


# The shell is named, not guessed from the processes around, as typer's own options do.
Show = Annotated[
    Shell | None,
    typer.Option(
        "--show-completion", metavar="SHELL", is_eager=True, callback=_show, help="Print the script that does."
    ),
]
Install = Annotated[
    Shell | None,
    typer.Option(
        "--install-completion",
        metavar="SHELL",
        is_eager=True,
        callback=_install,
        help="Have bash, zsh or fish complete what is typed.",
    ),
]


def tables(incomplete: str) -> list[tuple[str, str]]:
    """The tables, each with what a row of it is."""
    import schemas

    return _told(((one.name, one.description) for one in schemas.tables().values()), incomplete)


def rules(incomplete: str) -> list[tuple[str, str]]:
    """The finding rules, each with what it means."""
    import schemas

    return _told(((one.name, one.description) for one in schemas.rules().values()), incomplete)


def publishers(incomplete: str) -> list[str]:
    """The publishers that are known."""
    from pipeline.publishers import known

    return [one.id for one in known() if one.id.startswith(incomplete)]


def limits(incomplete: str) -> list[tuple[str, str]]:
    """The limits of a run, ready for their number."""
    from pipeline.read.limits import MEANINGS

    return _told(((f"{name}=", meaning) for name, meaning in MEANINGS.items()), incomplete)


def documents(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of the documents in the output folder."""
    return list(_ids(_out(context), "documents", "document_id", incomplete))


def records(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of documents and people in the output folder; those of rows, which have a `#`, once it is typed."""
    import schemas

    keys = schemas.keys()
    wanted = keys if "#" in incomplete else ("documents", "people")
    found = (one for table in wanted for one in _ids(_out(context), table, keys[table], incomplete))
    return list(islice(found, MOST))


def _told(words: Iterable[tuple[str, str]], incomplete: str) -> list[tuple[str, str]]:
    """The words that begin so, each with what it means on one short line: a further line would be taken for a word."""
    return [(word, shorten(meaning, 70, placeholder=" …")) for word, meaning in words if word.startswith(incomplete)]


def _out(context: typer.Context) -> Path:
    return Path(context.params.get("out") or "outputs")


def _ids(out: Path, table: str, key: str, incomplete: str) -> Iterator[str]:
    """The ids of a table, as far as it is there and not too large; a shell is no place for complaints."""
    from pipeline.tables.stored import stored_rows

    try:
        if (out / "csv" / f"{table}.csv").stat().st_size > LARGEST:
            return
        found = (row[key] for row in stored_rows(out, table) if row[key].startswith(incomplete))
        yield from islice(found, MOST)
    except (OSError, ValueError, KeyError, csv.Error):
        return
