"""How an amount was counted, by the words of its bracket or its note (`bases.toml`)."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from pipeline.patterns import Quick, first_meaning, quick


@cache
def _entries() -> list[dict[str, str]]:
    data = tomllib.loads((Path(__file__).parent / "bases.toml").read_text("utf-8"))
    return list(data["basis"])


@cache
def _bases() -> tuple[tuple[Quick, str], ...]:
    return tuple((quick(entry["words"]), entry["basis"]) for entry in _entries())


@cache
def _alone() -> dict[str, str]:
    return {entry["alone"]: entry["basis"] for entry in _entries() if "alone" in entry}


def basis_alone(part: str) -> str | None:
    """The accounting basis of aid that a part of its heading is by itself; elsewhere the same word may say another thing.

    >>> basis_alone("Net"), basis_alone("net investment")
    ('net_disbursement', None)
    """
    return _alone().get(part.strip(" ()（）[]").lower())


@lru_cache(4096)
def basis_of(words: str) -> str | None:
    """The accounting basis that words name.

    >>> basis_of("based on JICA costs")
    'jica_cost'
    >>> basis_of("ＥＮベース"), basis_of("実現ベース")
    ('exchange_of_notes', 'realized')
    """
    return first_meaning(_bases(), words if words.isascii() else unicodedata.normalize("NFKC", words))
