"""What words tell: the kind of a happening, its status, its place and the name of the thing."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.patterns import Quick, first_meaning, quick

QUOTED = re.compile(r"[“\"”]([^“”\"]{6,200})[”\"]")
NAMED = quick(
    r"(?:[A-Z][\w’'.&-]{0,60} (?:(?:of|on|and|for|the) ){0,2}){1,10}"
    r"(?:Agreement|Treaty|Convention|Arrangement|Partnership|Initiative|Statement|Protocol|Memorandum|Fair|League|Association|Policy|Plan)\b"
    r"(?: (?:of|on|for|concerning) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|and|on|the|for) ){0,2}[A-Z][\w’'-]*){0,8})?"
    r"(?: \([A-Z]{2,6}\))?"
)
PLACE = re.compile(r" (?<=\b(?:in|at) )((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})")
"""It begins with the space, so that `re` leaps from one to the next."""
NO_PLACE = tuple(
    f"{word} "
    for word in (
        "operation", "agreement", "interest", "progress", "exchange", "exchanges", "participation", "investment",
        "expert", "experts", "talks",
    )
)  # fmt: skip
"""Words before `in` that say what it is about and not where: `interest in Kazakh Culture`."""


class Kind(NamedTuple):
    """A kind of happening; a telling one is a happening without a date too."""

    name: str
    is_telling: bool


RECOGNITION, RECOGNIZED = Kind("recognition", is_telling=True), "を承認"


@cache
def _told() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((Path(__file__).parent / "events.toml").read_text("utf-8"))


@cache
def _kinds(without: str) -> tuple[tuple[Quick, Kind], ...]:
    told = [entry for entry in _told()["kind"] if entry["kind"] != without]
    return tuple((quick(e["words"], re.I), Kind(e["kind"], e["telling"])) for e in told)


@cache
def _statuses() -> tuple[tuple[Quick, str], ...]:
    return tuple((quick(e["words"], re.I), e["status"]) for e in _told()["status"])


@lru_cache(maxsize=4096)
def kind_of(words: str, without: str = "") -> Kind | None:
    """The kind of happening that words tell. `without`: a kind that is passed over.

    >>> kind_of("Opening of the Embassy of Japan").name
    'mission'
    """
    if without != RECOGNITION.name and _recognizes(words):
        return RECOGNITION
    return first_meaning(_kinds(without), words)


def _recognizes(words: str) -> bool:
    """Whether words in Japanese say that a land is recognized: `日本は、バングラデシュを承認`."""
    at = words.find(RECOGNIZED)
    return at > 0 and any(mention.end == at for mention in find_areas(words))


def status_of(words: str) -> str | None:
    return first_meaning(_statuses(), words)


def place_of(words: str) -> str | None:
    """The first town or site named with `in` or `at` that is no country and no month."""
    for match in PLACE.finditer(words):
        if _may_be_place(match[1]) and not words[: match.start() - len("in")].lower().endswith(NO_PLACE):
            return match[1]
    return None


@lru_cache(maxsize=4096)
def _may_be_place(name: str) -> bool:
    return not find_areas(name) and not find_dates(f"in {name}", year=2000)


def title_of(words: str) -> str | None:
    """The name of the thing that words tell: what stands in quotes, else words in capitals that end as such names do.

    >>> title_of("The two leaders signed the Tax Convention in Tokyo.")
    'Tax Convention'
    """
    quoted = QUOTED.search(words)
    if quoted:
        return quoted[1].strip(" .")
    named = NAMED.search(words)
    return named[0].strip().removeprefix("the ").removeprefix("The ") if named and " " in named[0].strip() else None
