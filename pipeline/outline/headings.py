"""What a heading, label or caption means: its words without number, date, bracket and area names, and its topic."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.dates import find_dates
from pipeline.patterns import first_meaning
from pipeline.publishers import Publisher, Topic

NUMBER = re.compile(r"(?:[(（]?(?:[0-9]{1,2}|[ivx]{1,4}|[A-Z])(?:[)）]|\.(?![0-9]))|[①-⑳])\s*")
BRACKET = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]")
LOOSE_WORDS = re.compile(
    r"\b(?:the|republic of|kingdom of|then|in|on|as of|of)\s*(?=\b(?:in|as of)\b|(?:\bthe\b\s*)?\Z)|\b(?:the|japan’s)\b"
)
POSSESSIVE = re.compile(r"@['’]s?(?=\s)|@s\b")
NOT_WORDS = re.compile(r"[^a-z@\- ]+")
FLAG_GLUE = re.compile(r"(?<=flag)(?=[A-Z])")
DIGIT = re.compile(r"[0-9]")
SPACES = re.compile(r"\s+")
CAPTION = re.compile(
    r"(?:visits? )?from @ to @|(?:@ )?visits? (?:to|from) @(?: (?:to|from) @)?|visits? (?:by|of) .{1,40} (?:to|from) @"
    r"|(?:visitors|dignitaries|vips) from @ to @|@ to @|to @|@-@"
)
ARROW = re.compile(r"\s*(?:→|⇒|➡|->|=>|⟶)\s*")
_CAPTION_WORDS = """
from to by of the in and visiting visit visits visited vip vips dignitary dignitaries visitor visitors guest guests person
persons people personage personages eminent important side leader leaders figure figures delegation delegations mission
missions main major principal recent past previous earlier latest official state working high level high-level key list a b
c d minister ministers ministerial prominent trip trips tour tours made paid record records year name names other since
"""
AMONG_VISITS = frozenset(_CAPTION_WORDS.split())
"""The words that captions of visits are made of, where visits are what a section is about."""
GOAL = frozenset(["to", "in", "visiting", "visited"])


class Head(NamedTuple):
    """A heading taken apart. `key` is what is looked up: lower case, areas as `@`. `scope` is what its brackets hold;
    `numeric` tells that a figure is left when number, brackets and dates are gone: then it is no heading but a fact."""

    key: str
    number: str | None
    areas: tuple[AreaMention, ...]
    scope: str
    colon: bool
    numeric: bool


@lru_cache(maxsize=20_000)
def read_head(text: str) -> Head:
    """Take a heading apart.

    >>> read_head("(1) Trade with Japan (2019):")[:2]
    ('trade with @', '(1)')
    """
    words = ARROW.sub(" to ", text.strip()[:300])
    number = NUMBER.match(words)
    at = number.end() if number and number.end() < len(words) else 0
    words = words[at:]
    colon = words.endswith((":", "："))
    scope = " ".join(part.strip(" ()（）[]") for part in BRACKET.findall(words))
    bare = BRACKET.sub(" ", FLAG_GLUE.sub(" ", words)).strip(" :：")
    bare = _without_dates(bare)
    mentions = tuple(find_areas(bare))
    return Head(
        _key(bare, mentions),
        number[0].strip() if at and number else None,
        mentions,
        scope,
        colon,
        DIGIT.search(bare) is not None,
    )


def _without_dates(text: str) -> str:
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    return text.strip(" :：,")


def _key(text: str, mentions: tuple[AreaMention, ...]) -> str:
    parts, at = [], 0
    for mention in mentions:
        parts += [text[at : mention.start], "@"]
        at = mention.end
    key = "".join([*parts, text[at:]]).lower().replace("’", "'")
    key = POSSESSIVE.sub("@", key)
    key = NOT_WORDS.sub(" ", LOOSE_WORDS.sub(" ", key.replace("'s ", " ")))
    key = SPACES.sub(" ", key).strip(" -")
    return LOOSE_WORDS.sub("", key + " ").strip(" -") if key.endswith((" in", " of", " as of", " on")) else key


def known_topic(head: Head, publisher: Publisher) -> Topic | None:
    """The topic of a heading whose every word is known."""
    known = publisher.phrases.get(head.key)
    if known is None and head.key:
        known = next((topic for pattern, topic in publisher.wholes if pattern.fullmatch(head.key)), None)
    return known


def likely_topic(head: Head, publisher: Publisher) -> Topic | None:
    """The topic of a heading by its whole wording, else by the first telling word in it."""
    topic = known_topic(head, publisher)
    if topic is None and head.key:
        topic = first_meaning(publisher.words, head.key)
    if topic is not None and topic.indicator is None and head.scope:
        return _scoped(topic, head.scope, publisher)
    return topic


def _scoped(topic: Topic, scope: str, publisher: Publisher) -> Topic:
    """`Economic Relations (Exports and Imports, 2016)` are trade: the bracket narrows a heading without figures of its own."""
    narrow = likely_topic(read_head(scope), publisher)
    group = publisher.phrases.get(topic.group)
    return group if narrow and group and narrow.group == topic.group and narrow.indicator else topic


def caption_direction(
    head: Head, publisher_area: str, *, among_visits: bool = False
) -> tuple[str | None, str | None] | None:
    """Where the visitors under a caption come from and go to; `None` when the heading is no such caption.

    A side that is not named is the publisher's country when the other one is not, else unknown. `among_visits` tells that
    the heading stands where visits are told, so that looser wordings are captions too.

    >>> caption_direction(read_head("Visits to Japan from Mongolia"), "JPN")
    ('MNG', 'JPN')
    >>> caption_direction(read_head("Japanese dignitaries (2000-)"), "JPN", among_visits=True)
    ('JPN', None)
    """
    if not head.areas and among_visits and head.scope and not head.key:
        head = read_head(head.scope)
    if not head.areas or not (CAPTION.fullmatch(head.key) or (among_visits and _is_caption(head))):
        return None
    source, goal = _ends(head)
    if source is None and goal is None:
        return None
    if source is None:
        return (publisher_area if goal != publisher_area else None), goal
    if goal is None:
        return source, publisher_area if source != publisher_area else None
    return (source, goal) if source != goal else None


def _is_caption(head: Head) -> bool:
    """Whether a heading is made of the words of captions alone, and tells one direction."""
    words = head.key.split()
    is_both = "and @" in head.key or "@ and" in head.key or "and from" in head.key or "and to" in head.key
    known = all(word == "@" or word in AMONG_VISITS for word in words)
    return known and len(head.areas) <= 2 and len(words) > 1 and not is_both


def _ends(head: Head) -> tuple[str | None, str | None]:
    """The area that travellers leave and the one that they go to: by the word before each, else by their order."""
    words = head.key.replace("@-@", "@ to @").split()
    areas = iter(head.areas)
    source = goal = None
    for n, word in enumerate(words):
        if word != "@" or (mention := next(areas, None)) is None:
            continue
        before = words[n - 1] if n else ""
        if before in GOAL and goal is None:
            goal = mention.area
        elif source is None and (before not in GOAL):
            source = mention.area
        else:
            return None, None
    return source, goal
