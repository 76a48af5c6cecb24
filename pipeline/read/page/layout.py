"""The names of a page's parts (`layout.toml`), ready for asking."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import NamedTuple

_JOINTS = re.compile(r" ?[/,&] ?| and | ")
_UNIT = re.compile(
    r"(?:(?:thousand|million|billion|100 million)s?(?: of)? )?(?:(?:US|U\.S\.) ?)?(?:dollars?|[$]|yen|euros?)"
    r"|(?:US[$]|[¥€]) ?(?:thousand|million|billion)|[百千万億兆]{0,2}(?:円|米?ドル|ユーロ)",
    re.I,
)
"""In what the figures of a column are, and nothing else."""
_BRACKET = re.compile(r" ?[(（][^()（）]{1,40}[)）]\Z")
_OF_VISIT = re.compile(r" of (?:the )?visits?\Z")


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
    number_columns: frozenset[str]
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
        frozenset(table["table"]["number_columns"]),
        frozenset(name for kind in ("columns", "date_columns", "number_columns") for name in table["table"][kind]),
        frozenset(tags["blocks"]),
        frozenset(tags["framed"] + chrome["tags"] + chrome["outer_tags"]),
        frozenset(tags["attributes"]),
    )


@functools.lru_cache(1024)
def names_frame(names: str) -> bool:
    """Whether one of the words of an `id` or `class` names a part of the site's frame.

    >>> names_frame("menu2"), names_frame("wide sns-links")
    (False, True)
    """
    return any(map(layout().chrome_names.fullmatch, names.split()))


@functools.lru_cache(1024)
def heads_dates(words: str) -> bool:
    """Whether words head a column of dates, however they are joined, a bracket behind them or not.

    >>> heads_dates("Month/Year"), heads_dates("西暦（年号）"), heads_dates("Month and name")
    (True, True, False)
    """
    return _all_known(_BRACKET.sub("", words), layout().date_columns)


def heads_numbers(words: str) -> bool:
    """Whether words head a column of numbers that count the rows.

    >>> heads_numbers("順位"), heads_numbers("国名")
    (True, False)
    """
    return words.lower() in layout().number_columns


@functools.lru_cache(1024)
def heads_a_column(words: str) -> bool:
    """Whether words head any column of the tables that sheets have, a unit in a bracket behind them or not.

    >>> heads_a_column("Name and Title"), heads_a_column("Amount (billion yen)"), heads_a_column("Prime Minister")
    (True, True, False)
    >>> heads_a_column("Million US dollars"), heads_a_column("3 million yen")
    (True, False)
    """
    return _UNIT.fullmatch(words) is not None or _all_known(_BRACKET.sub("", words), layout().columns)


def _all_known(words: str, known: frozenset[str]) -> bool:
    lowered = words.lower()
    return lowered in known or known.issuperset(_JOINTS.split(_OF_VISIT.sub("", lowered)))


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name).replace(r"\*", r"[a-z0-9_-]*") for name in names), re.I)
