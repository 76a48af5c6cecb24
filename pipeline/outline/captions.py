"""Captions of visits: who goes where by the words of a heading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.normalize.areas import AreaMention
from pipeline.outline.headings import Head, read_head
from pipeline.outline.japanese_captions import japanese_caption

CAPTION = re.compile(
    r"(?:visits? )?from @ to @|(?:@ )?visits? (?:to|from) @(?: (?:to|from) @)?|visits? (?:by|of) .{1,40} (?:to|from) @"
    r"|(?:visitors|dignitaries|vips) from @ to @|@ to @|to @|@-@"
)


WAY = re.compile("@から@(?:へ|向け)?|@ to @")
"""The same in Japanese, also with the sign that is put into words: `日本→チャド`."""


class _Words(NamedTuple):
    """The words of captions, and those before a goal."""

    listed: frozenset[str]
    goals: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads((Path(__file__).parent / "captions.toml").read_text("utf-8"))
    return _Words(frozenset(data["words"].split()), frozenset(data["goal"].split()))


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
    if among_visits and not (head.key.isascii() and (head.key != "@" or head.scope.isascii())):
        areas = [mention.area for mention in head.areas]
        source, goal = japanese_caption(head.key, head.scope, areas, publisher_area) or (None, None)
    else:
        key = head.key.replace(" - ", "-") if among_visits else head.key
        if not head.areas or not (CAPTION.fullmatch(key) or (among_visits and _is_caption(key, len(head.areas)))):
            return None
        source, goal = _ends(key, head.areas)
    if source is None and goal is None:
        return None
    if source is None:
        return (publisher_area if goal != publisher_area else None), goal
    if goal is None:
        return source, publisher_area if source != publisher_area else None
    return (source, goal) if source != goal else None


def is_way(head: Head, publisher_area: str) -> bool:
    """Whether a heading says from which country to which other its figures go: `From Japan to Chad`.

    >>> is_way(read_head("From Japan to Chad (2010)"), "JPN"), is_way(read_head("日本からチャドへ"), "JPN")
    (True, True)
    >>> is_way(read_head("Visits to Chad"), "JPN")
    False
    """
    is_named = len(head.areas) > 1 and (head.key.isascii() or WAY.fullmatch(head.key) is not None)
    return is_named and caption_direction(head, publisher_area, among_visits=not head.key.isascii()) is not None


def _is_caption(key: str, areas: int) -> bool:
    """Whether a heading is made of the words of captions alone, and tells one direction."""
    words = key.split()
    is_both = "and @" in key or "@ and" in key or "and from" in key or "and to" in key
    listed = _words().listed
    known = all(word == "@" or word in listed for word in words)
    return known and areas <= 2 and len(words) > 1 and not is_both


def _ends(key: str, mentions: Sequence[AreaMention]) -> tuple[str | None, str | None]:
    """The area that travellers leave and the one that they go to: by the word before each, else by their order."""
    words = key.replace("@-@", "@ to @").split()
    areas, goals = iter(mentions), _words().goals
    source = goal = None
    for n, word in enumerate(words):
        if word != "@" or (mention := next(areas, None)) is None:
            continue
        before = words[n - 1] if n else ""
        if before in goals and goal is None:
            goal = mention.area
        elif source is None and (before not in goals):
            source = mention.area
        else:
            return None, None
    return source, goal
