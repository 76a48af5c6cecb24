"""What a heading, label or caption means: its words without number, date, bracket and area names, and its topic."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.dates import find_dates
from pipeline.patterns import first_meaning
from pipeline.publishers import Publisher, Topic

NUMBER = re.compile(
    r"(?:[0-9０-９]{1,2}[ \u3000](?=[ぁ-ヿ一-鿿])|[(（]?(?:[0-9０-９]{1,2}|[ivx]{1,4}|[A-Z])(?:[)）]|[.．](?![0-9]))|[①-⑳])\s*"
)
BRACKET = re.compile(r"(?:(?<!\s)\s++)?+[(（\[][^()（）\[\]]*+[)）\]]")
LOOSE_WORDS = re.compile(
    r"\b(?:the|republic of|kingdom of|then|in|on|as of|of)\s*(?=\b(?:in|as of)\b|(?:\bthe\b\s*)?\Z)|\b(?:the|japan’s)\b"
)
POSSESSIVE = re.compile(r"@['’]s?(?=\s)|@s\b")
NOT_WORDS = re.compile(r"[^a-z@\- ぁ-ヿ一-鿿々]+")
FLAG_GLUE = re.compile(r"(?<=flag)(?=[A-Z])")
DIGIT = re.compile(r"[0-9]")
SPACES = re.compile(r"\s+")
JAPANESE = re.compile(r"[ぁ-ヿ一-鿿々]+")
ENGLISH = re.compile(r"[A-Za-z][a-z]{2}")
ARROW = re.compile(r"(?:(?<!\s)\s++)?+(?:→|⇒|➡|->|=>|⟶)\s*+")


SHARED_LABELS = frozenset({"total", "total amount", "grand total", "total value", "balance"})
"""Labels that mean their section's total, whatever it counts."""


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
    bare = _in_one_language(_without_dates(bare))
    mentions = tuple(find_areas(bare))
    return Head(
        _key(bare, mentions),
        number[0].strip() if at and number else None,
        mentions,
        scope,
        colon,
        DIGIT.search(bare) is not None,
    )


def _in_one_language(text: str) -> str:
    """The English words of a heading in two languages: `外交関係 Diplomatic Relations`; `ODA実績` is in one."""
    if text.isascii() or not ENGLISH.search(text) or not JAPANESE.search(text):
        return text
    return JAPANESE.sub(" ", text).strip(" :：,・/／")


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
    return _known(head.key, publisher)


@lru_cache(maxsize=8192)
def _known(key: str, publisher: Publisher) -> Topic | None:
    known = publisher.phrases.get(key)
    if known is None and key:
        known = next((topic for pattern, topic in publisher.wholes if pattern.fullmatch(key)), None)
    return known


def topic_within(head: Head, topic: Topic | None, around: Topic | None) -> Topic | None:
    """The topic of a heading within a section: `Total` below aid is no total of trade."""
    if topic is None or around is None or around.indicator is None or topic.group == around.group:
        return topic
    return around if head.key in SHARED_LABELS else topic


def likely_topic(head: Head, publisher: Publisher) -> Topic | None:
    """The topic of a heading by its whole wording, else by the first telling word in it."""
    topic = _likely(head.key, publisher)
    if topic is not None and topic.indicator is None and head.scope:
        return _scoped(topic, head.scope, publisher)
    return topic


@lru_cache(maxsize=8192)
def _likely(key: str, publisher: Publisher) -> Topic | None:
    return _known(key, publisher) or (first_meaning(publisher.words, key) if key else None)


def _scoped(topic: Topic, scope: str, publisher: Publisher) -> Topic:
    """`Economic Relations (Exports and Imports, 2016)` are trade: the bracket narrows a heading without figures of its own."""
    narrow = likely_topic(read_head(scope), publisher)
    group = publisher.phrases.get(topic.group)
    return group if narrow and group and narrow.group == topic.group and narrow.indicator else topic
