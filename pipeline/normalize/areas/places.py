"""What else tells of a country than its name: its capital (`in Lusaka`), and the kind of state that it is (`the Kingdom`)."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from pipeline.normalize.data import facts, rows

_STATE = re.compile(r"(?:[A-Z][a-z]{1,20} ){0,4}([A-Z][a-z]{1,20})(?= of )")
_LEAD = r"(?:to |in |at |into )?"


@cache
def _lands() -> dict[str, str]:
    told = [(town, area) for area, towns in facts("capitals.toml").items() for town in towns]
    counts = Counter(town for town, _ in told)
    return {town: area for town, area in told if counts[town] == 1}


def land_of(town: str) -> str | None:
    """The country that a town alone tells: one whose name it may stand for.

    >>> land_of("Canberra"), land_of("Sydney")
    ('AUS', None)
    """
    return _lands().get(town)


@cache
def place_of(area: str) -> re.Pattern[str]:
    """The words for a country that name it no further, from where they begin; a noun behind them makes another thing of them.

    >>> [bool(place_of("SAU").match(words)) for words in ("in Riyadh", "the Kingdom in May", "the Kingdom of Bahrain")]
    [True, True, False]
    """
    towns = facts("capitals.toml").get(area, ())
    formal = next((row["formal"] for row in rows("areas.csv") if row["code"] == area), "")
    state = _STATE.match(formal or "")
    kinds = {state[0], state[1]} if state else set()
    names = [re.escape(town).replace("'", "['’]") for town in towns] + [f"the {kind}" for kind in sorted(kinds)]
    return re.compile(rf"{_LEAD}(?:{'|'.join(names)})\b(?!['’]s| of| [A-Z])" if names else r"(?!)")
