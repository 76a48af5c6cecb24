"""The words of dates, loaded once from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


class Era(NamedTuple):
    """A Japanese era: its first and last day, as year, month and day."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]


class Lexicon(NamedTuple):
    """`words` gives each printed word its kind and number (of a month, season or ordinal); `other_eras` is the pattern of
    what tells behind a year that it is of another calendar, `other_years` of what tells beside one that it is no calendar
    year; `latin_eras` gives the kanji of an era that is printed in Latin letters."""

    words: dict[str, tuple[str, tuple[int, ...]]]
    full_months: frozenset[str]
    month_words: frozenset[str]
    month_names_of_persons: frozenset[str]
    named_years: frozenset[str]
    numbered: frozenset[str]
    filed: frozenset[str]
    eras: dict[str, Era]
    japanese_words: dict[str, str]
    changing: tuple[str, ...]
    counters: str
    other_eras: re.Pattern[str]
    other_years: re.Pattern[str]
    latin_eras: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of this package."""
    data = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    eras = {name: Era(_day(era["first"]), _day(era["last"])) for era in data["eras"] for name in era["names"]}
    japanese = {word: kind for kind, words in data["japanese"].items() for word in words}
    return Lexicon(
        _words(data),
        frozenset(form for month in data["months"] for form in (month[0].capitalize(), month[0].upper())),
        frozenset(data["month_words"]),
        frozenset(data["month_names_of_persons"]),
        frozenset(data["named_years"]),
        frozenset(data["numbered"]),
        frozenset(data["filed"]),
        eras,
        japanese,
        tuple(data["changing"]),
        data["counters"],
        _other_eras(data["other_eras"]),
        _other_years(data["other_years"], data["other_seasons"]),
        {latin: era["names"][0] for era in data["eras"] for latin in era["latin"]},
    )


def _other_eras(names: list[str]) -> re.Pattern[str]:
    """A name of an era with nothing behind it that makes initials of it: `1993 B.S. YELTSIN`."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?![^\W_]| ?[A-Z])")


def _other_years(kinds: list[str], seasons: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:(?i:(?:{'|'.join(kinds)})[ -]years?)|{'|'.join(seasons)})(?![^\W_])")


def _day(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _words(data: dict[str, Any]) -> dict[str, tuple[str, tuple[int, ...]]]:
    words: dict[str, tuple[str, tuple[int, ...]]] = {}
    for key, listed in data["kinds"].items():
        kind, _, only = key.partition(":")
        for word in listed:
            _add(words, word, kind, 0, only)
    for word, number in data["ordinals"].items():
        _add(words, word, "o", number, "")
    for word, number in data["seasons"].items():
        _add(words, word, "S", number, "")
    for word in data["weekdays"]:
        _add(words, word, "W", 0, "capital")
    for number, month in enumerate(data["months"], 1):
        for word in month:
            _add(words, word, "m", number, "lower")
            _add(words, word, "M", number, "capital")
    return words


def _add(words: dict[str, tuple[str, tuple[int, ...]]], word: str, kind: str, number: int, only: str) -> None:
    value = (number,) if number else ()
    if only != "capital":
        words[word] = (kind, value)
    if only != "lower":
        words[word.capitalize()] = words[word.upper()] = (kind, value)
