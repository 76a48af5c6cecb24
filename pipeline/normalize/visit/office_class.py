"""The class of an office, decided by its corrected title alone with the rules in `data/offices.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.normalize.visit.title_lexicon import load
from pipeline.normalize.visit.words import LIMIT, fold

_SIGNS = str.maketrans(dict.fromkeys('-."“”', " "))
_STEM = 4
_NATION = re.compile(r"^(?:us|uk|u s|u k|uae|prc|dprk|fsm) ")
_WORDS = re.compile(r"[^\W_]++")
_SECOND = re.compile(
    r"[,/]|\band (?=(?:(?:deputy|vice|senior|state|first|foreign|finance|defen[cs]e|federal|acting) )*"
    r"(?:prime minister|minister|president|secretary|chair\w*|governor|commander|head|king|queen|speaker)\b)"
)


@lru_cache(maxsize=16384)
def classify_office(text: str) -> str:
    """The class of a title; of two titles of one person, that of the higher. Empty text is `other`.

    >>> classify_office("President of the National Assembly"), classify_office("President of the Republic")
    ('speaker', 'head_of_state')
    >>> classify_office("Senior Vice-Minister for Foreign Affairs"), classify_office("Foreign Minister")
    ('vice_minister', 'minister_foreign_affairs')
    >>> classify_office("Deputy Prime Minister and Minister of Finance"), classify_office("Former Prime Minister")
    ('minister', 'other')
    """
    text = text.replace(" - ", ", ").replace(" – ", ", ")
    title = _NATION.sub("", " ".join(fold_title(text).translate(_SIGNS).split()).removeprefix("the "))
    known = _heads().get(title)
    if known is not None:
        return known
    whole = _class(title)
    if whole == "other" or _SECOND.search(title) is None:
        return whole
    ranks = _class_order()
    parts = [whole, *(_class(part.strip()) for part in _SECOND.split(title)[1:] if part)]
    return min((part for part in parts if part in ranks), key=ranks.__getitem__)


@lru_cache(maxsize=4096)
def is_regal(office: str) -> bool:
    """Whoever holds the office goes by the own name, not by a surname.

    >>> is_regal("King"), is_regal("Crown Prince"), is_regal("Pope"), is_regal("President")
    (True, True, True, False)
    """
    return _regal_rule().match(fold_title(office).removeprefix("the ").replace("-", " ")) is not None


def fold_title(text: str) -> str:
    """A title in folded letters; long ones are folded piece by piece, for `fold` stops at 200 characters."""
    return text[:LIMIT].lower() if text.isascii() else " ".join(fold(word) for word in text[:LIMIT].split())


def _class(title: str) -> str:
    stems = {word[:_STEM] for word in _WORDS.findall(title)}
    for name, needed, pattern in _class_rules():
        if (needed is None or not needed.isdisjoint(stems)) and pattern.search(title):
            return name
    return "other"


@cache
def _heads() -> dict[str, str]:
    """The classes of the titles that are a head and nothing else."""
    data = load("offices.toml")
    return {head: _class(head) for head in (*data["plain_heads"], *data["heads"])}


@cache
def _class_rules() -> tuple[tuple[str, frozenset[str] | None, re.Pattern[str]], ...]:
    """The classes of offices in the order in which they are tried, each with the stems that its pattern needs."""
    data = load("offices.toml")
    fill = {name.upper(): data[name] for name in ("parliament", "regal")}
    return tuple(
        (
            rule["class"],
            _stems(rule),
            re.compile(re.sub("PARLIAMENT|REGAL", lambda found: fill[found[0]], rule["match"])),
        )
        for rule in data["classes"]
    )


def _stems(rule: dict[str, str]) -> frozenset[str] | None:
    return frozenset(rule["stems"].split()) if "stems" in rule else None


@cache
def _regal_rule() -> re.Pattern[str]:
    """What the titles of those begin with who go by their own name."""
    return re.compile(f"^(?:(?:hereditary|royal|co|crown|deputy) )?(?:pope|{load('offices.toml')['regal']})")


@cache
def _class_order() -> dict[str, int]:
    """The rank of each class where one person holds two offices."""
    return {name: rank for rank, name in enumerate(load("offices.toml")["class_order"])}
