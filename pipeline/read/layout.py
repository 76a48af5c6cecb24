"""The names of a page's parts (`layout.toml`), ready for asking."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import NamedTuple


class Layout(NamedTuple):
    """`layout.toml`, with the names of the frame as one pattern."""

    area_trusted: tuple[tuple[str, ...], ...]
    area_ids: tuple[str, ...]
    area_tags: tuple[str, ...]
    chrome_tags: frozenset[str]
    chrome_outer_tags: frozenset[str]
    chrome_roles: frozenset[str]
    chrome_names: re.Pattern[str]
    hidden_tags: frozenset[str]
    date_columns: frozenset[str]
    columns: frozenset[str]
    blocks: frozenset[str]
    framed: frozenset[str]
    attributes: frozenset[str]


@functools.cache
def layout() -> Layout:
    """The table of names, read once.

    >>> bool(layout().chrome_names.fullmatch("wm-ipp-base")), bool(layout().chrome_names.fullmatch("menu2"))
    (True, False)
    """
    table = tomllib.loads(resources.files(__package__).joinpath("layout.toml").read_text("utf-8"))
    area, chrome, tags = table["area"], table["chrome"], table["tags"]
    return Layout(
        tuple(map(tuple, area["trusted"])),
        tuple(area["ids"]),
        tuple(area["tags"]),
        frozenset(chrome["tags"]),
        frozenset(chrome["outer_tags"]),
        frozenset(chrome["roles"]),
        _pattern(chrome["names"]),
        frozenset(table["hidden"]["tags"]),
        frozenset(table["table"]["date_columns"]),
        frozenset(table["table"]["columns"] + table["table"]["date_columns"]),
        frozenset(tags["blocks"]),
        frozenset(tags["framed"] + chrome["tags"] + chrome["outer_tags"]),
        frozenset(tags["attributes"]),
    )


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name).replace(r"\*", r"[a-z0-9_-]*") for name in names), re.I)
