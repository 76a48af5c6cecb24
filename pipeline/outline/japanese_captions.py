"""Captions of visits in Japanese: who goes where by the particle behind a land and by the word for the journey."""

from __future__ import annotations

import re
from collections.abc import Sequence

SIDE = "@|我が国|我が方|本邦"
WHO = "(?:政府|主要|政治|人)?(?:要人|首脳|閣僚|高官|国賓|公賓|皇室|議員|大臣|賓客)(?:級|等|など)?"
TOKEN = re.compile(
    rf"(?P<side>{SIDE})|(?P<source>から|より)の?|(?P<goal>への?|に|を)|(?P<out>往訪|往)(?:者|先)?|(?P<home>来訪|訪日|来日|来)者?"
    rf"|(?P<who>側|{WHO})|(?P<go>御?訪問者?)|(?P<owner>の|による)|(?P<noise>主な|主要な?|近年|最近|過去|実績|・|\s+)"
)
Ends = tuple[str | None, str | None]


def japanese_caption(key: str, scope: str, areas: Sequence[str], home: str) -> Ends | None:
    """Where visitors go from and to by a heading in Japanese, `@` being its areas; `None` unless all its words are known.

    >>> japanese_caption("@からの往訪", "", ["JPN"], "JPN"), japanese_caption("@要人の訪日", "", ["PER"], "JPN")
    (('JPN', None), ('PER', 'JPN'))
    >>> japanese_caption("来", "", [], "JPN"), japanese_caption("@の要人往来", "", ["PER"], "JPN")
    ((None, 'JPN'), None)
    """
    words = f"{scope}@" if key == "@" and scope in ("往", "往訪", "来", "来訪") else key
    tokens = _tokens(words)
    if not tokens:
        return None
    kinds = [kind for kind, _ in tokens]
    named = iter(areas)
    source, goal = home if "out" in kinds else None, home if "home" in kinds else None
    for n, (kind, said) in enumerate(tokens):
        if kind != "side":
            continue
        area = next(named, None) if said == "@" else home
        after = [kind for kind in kinds[n + 1 :] if kind != "noise"][:2]
        is_goal = bool(after) and (after[0] in ("goal", "go") or (after == ["who", "go"] and "source" in kinds[:n]))
        is_last = not after and "source" in kinds[:n]
        if is_goal or is_last:
            if goal not in (None, area):
                return None
            goal = area
        elif source in (None, area) or (kinds[n - 1 : n] == ["out"] and area == home):
            source = area
        else:
            goal = goal or area
    if source == goal or not {"source", "goal", "out", "home", "who", "go"} & set(kinds):
        return None
    return source, goal


def _tokens(words: str) -> list[tuple[str, str]]:
    """The words of a caption with their kinds, empty where one is none."""
    found, at = [], 0
    while at < len(words):
        match = TOKEN.match(words, at)
        if match is None or match.lastgroup is None:
            return []
        found.append((match.lastgroup, match["side"] or match[0]))
        at = match.end()
    return found
