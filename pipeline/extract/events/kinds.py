"""What words tell: the kind of a happening, its status, its place and the name of the thing."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.shapes import without_brackets
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.normalize.dates.hints import tells_nothing
from pipeline.outline import Section
from pipeline.patterns import Quick, first_meaning, quick

QUOTED = re.compile(r"[“\"”]([^“”\"]{6,200})[”\"]")
NAMED = quick(
    r"(?:[A-Z][\w’'.&-]{0,60} (?:(?:of|on|and|for|the) ){0,2}){1,10}"
    r"(?:Agreement|Treaty|Convention|Arrangement|Partnership|Initiative|Statement|Protocol|Memorandum|Fair|League|Association|Policy|Plan)\b"
    r"(?: (?:of|on|for|concerning) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|and|on|the|for) ){0,2}[A-Z][\w’'-]*){0,8})?"
    r"(?: \([A-Z]{2,6}\))?"
)
BEFORE_DATE, LONGEST_DATE = re.compile(r" (?:(?:of|on|in|for|and) )?(?:the )?\Z"), 12
PLACE = re.compile(r" (?<=\b(?:in|at) )(?!FY\b)((?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})")
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


OTHER_THAN_RELATIONS = frozenset({"recognition", "anniversary", "visit", "statement", "meeting"})
RELATIONS = re.compile(
    r"\W*(?:(?:(?:first )?(?:established|normali[sz]ed|opened|restored|resumed|re-?(?:established|opened)|taken up"
    r"|interrupted|severed|suspended|broken off|ruptured)"
    r"|(?:(?:date|year|day) of )?(?:the )?(?:establishment|normali[sz]ation|restoration|resumption|reopening)\W*\Z"
    r"|(?:since|in|on|from)\W*(?:\Z|(?:at|by|with|upon|through|when|under|as)\b))"
    r"(?!.*\b(?:embassy|legation|consulate)).*|(?:since|in|on)\W*)?",
    re.I | re.S,
)
"""A line under `Diplomatic Relations` that is told by its heading: a verb or a date, no subject of its own."""
DEFAULT_KIND = {"narrative": "history", "relations": "history", "basic": "history"}
RECOGNITION, RECOGNIZED = Kind("recognition", is_telling=True), "を承認"


@cache
def _told() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((Path(__file__).parent / "events.toml").read_text("utf-8"))


@cache
def _kinds(without: str) -> tuple[tuple[Quick, Kind], ...]:
    told = [entry for entry in _told()["kind"] if entry["kind"] != without]
    return tuple((quick(e["words"]), Kind(e["kind"], e["telling"])) for e in told)


@cache
def _statuses() -> tuple[tuple[Quick, str], ...]:
    return tuple((quick(e["words"]), e["status"]) for e in _told()["status"])


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


def kind_in(section: Section, words: str, fallback: Kind | None) -> str:
    """The name of the kind of happening that words tell under the headings around them, else of `fallback`."""
    group, own = section.group, kind_of(words)
    if group == "relations" and own and own.name == "statement":  # `Diplomatic relations restored by the Declaration`
        told = kind_of(words, without="statement")
        own = told if told and told.name == "diplomatic_relations" else own
    is_other = own is not None and own.name in OTHER_THAN_RELATIONS and not _is_bracketed(words, own)
    if group == "relations" and not is_other and RELATIONS.fullmatch(bare(words)):
        told = kind_of(section.heading or "")
        return told.name if told and told.name == "recognition" else "diplomatic_relations"
    if group == "agreements" and not (own and own.name == "visit"):
        return "agreement"
    return own.name if own else fallback.name if fallback else DEFAULT_KIND.get(group, "other")


def _is_bracketed(words: str, kind: Kind) -> bool:
    """Whether only a bracket tells of a statement: `Established in 1887 (Declaration of Amity and Commerce)`."""
    return kind.name == "statement" and kind_of(without_brackets(words)) != kind


def bare(words: str) -> str:
    """Words without their dates and brackets.

    >>> bare("Agreement on Investment (signed in 2012), in force since June 2013")
    'Agreement on Investment , in force'
    """
    for found in reversed(find_dates(words)):
        words = words[: found.start] + words[found.end :]
    for start, end in reversed(bracket_spans(words)):
        words = words[:start] + words[end:]
    return words.strip(" ;,.")


def status_of(words: str) -> str | None:
    """What became of a thing by the words that tell of it: one of the closed list `event_status`; `None` where they do not say.

    >>> status_of("signed in Tokyo"), status_of("a friendly country")
    ('signed', None)
    """
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
    >>> title_of("They issued the Joint Statement on the Strategic Partnership on March 7, 2012.")
    'Joint Statement on the Strategic Partnership'
    """
    quoted = QUOTED.search(words)
    if quoted:
        return quoted[1].strip(" .")
    named = NAMED.search(words)
    if named is None:
        return None
    title = words[named.start() : _end_of_name(words, named)].strip()
    return title.removeprefix("the ").removeprefix("The ") if " " in title else None


def _end_of_name(words: str, named: re.Match[str]) -> int:
    """Where a name ends: before the date that stands behind it, `Joint Statement on Trade on March 7`."""
    near = words[: named.end() + LONGEST_DATE]
    if tells_nothing(near[named.start() :]):
        return named.end()
    dates = (date.start for date in find_dates(near))
    date = next((start for start in dates if named.start() < start < named.end()), None)
    return named.end() if date is None else len(BEFORE_DATE.sub("", words[:date]))
