"""From whom to whom a figure goes, by the words of its line, of its heading, or the goods named beside it.

Goods flow from the exporter to the importer, people live as nationals of one area in the other, investors invest,
donors give. Where no word decides it, both areas stay empty: a guess would be wrong half of the time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.japanese import japanese_ends
from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.arrows import in_words
from pipeline.patterns import has_japanese
from pipeline.publishers import Publisher

EXPORT = re.compile(r"\bexports?\b|\bexported\b|輸出", re.I)
IMPORT = re.compile(r"\bimports?\b|\bimported\b|輸入", re.I)
FROM = re.compile(r"\bfrom (?:the )?\Z", re.I)
TO = re.compile(r"\b(?:to|into|in|visiting) (?:the )?\Z", re.I)
OBJECT = re.compile(r"\b(?:with|between|and|of) (?:the )?\Z", re.I)
OF = re.compile(r"\bof \Z", re.I)
OWNER_NEXT = re.compile(r"['’]s?\b|['’]?\s|[-–]", re.I)
MORE_SUCH = re.compile(r"(?:など|等|ほか|他)\Z")
WORD = re.compile(r"[a-z][a-z-]+")
LONGEST_GOOD = 5
LONGEST_GOOD = 5
GOODS_SPLIT = re.compile(r"(?:(?<!\s)\s++)?+(?:[,;、/]|\band\b)\s*+")


class Flow(NamedTuple):
    """The two ends of a figure, and how they are known: `stated inherited inferred unknown`."""

    from_area: str | None
    to_area: str | None
    basis: str


UNDECIDED = Flow(None, None, "unknown")


def other_of(area: str | None, pair: tuple[str, str | None]) -> str | None:
    """The other country of a pair; `None` for an area that is in neither place."""
    home, partner = pair
    return partner if area == home else home if area is not None and area == partner else None


@lru_cache(4096)  # sheets have much the same labels
def word_flow(words: str, pair: tuple[str, str | None]) -> tuple[str | None, str | None] | None:
    """The direction that words state, both ends resolved within the pair; `None` when they state none.

    >>> word_flow("Exports to Mongolia", ("JPN", "MNG"))
    ('JPN', 'MNG')
    >>> word_flow("Japan's imports", ("JPN", "MNG"))
    ('MNG', 'JPN')
    >>> word_flow("Mongolian residents registered in Japan", ("JPN", "MNG"))
    ('MNG', 'JPN')
    """
    source, goal, owner = (*japanese_ends(words, pair), None) if has_japanese(words) else _ends(in_words(words), pair)
    if IMPORT.search(words) and not EXPORT.search(words):
        goal = goal or owner
    else:
        source = source or owner
    if source is None and goal is None:
        return None
    source, goal = source or other_of(goal, pair), goal or other_of(source, pair)
    return (source, goal) if source and goal and source != goal else None


def _ends(words: str, pair: tuple[str, str | None]) -> tuple[str | None, str | None, str | None]:
    """The areas after `from`, after `to` or `in`, and the one that owns (`Japan's`, `Japanese nationals`)."""
    source = goal = owner = None
    for mention in find_areas(words):
        if mention.area not in pair:
            continue
        before, after = words[: mention.start], words[mention.end : mention.end + 2]
        if FROM.search(before):
            source = source or mention.area
        elif TO.search(before) and (mention.kind != "demonym" or not words[mention.end :].strip()):
            goal = goal or mention.area
        elif not _is_object(mention, before) and OWNER_NEXT.match(after or " "):
            owner = owner or mention.area
    return source, goal, owner


def _is_object(mention: AreaMention, before: str) -> bool:
    """Whether the word before an area makes it no owner: `trade with Fiji`, but `number of Fijian residents`."""
    return bool(OBJECT.search(before)) and not (mention.kind == "demonym" and OF.search(before))


def goods_flow(exports: Sequence[str], imports: Sequence[str], publisher: Publisher) -> str | None:
    """Whose a pair of bare `Exports` and `Imports` lines are, by the goods beside them: `publisher`, `partner` or `None`.

    Each known good speaks for its usual exporter; both lines are weighed together and a tie decides nothing.
    """
    score = sum(_votes(goods, publisher) for goods in exports) - sum(_votes(goods, publisher) for goods in imports)
    return "publisher" if score > 0 else "partner" if score < 0 else None


def _votes(goods: str, publisher: Publisher) -> int:
    return sum({"publisher": 1, "partner": -1}.get(exporter or "", 0) for exporter in _exporters(goods, publisher))


def lists_goods(words: str, publisher: Publisher) -> bool:
    """Whether words are a list of goods and nothing else, one known among them: `apparel, rose oil, wine`."""
    is_list = not any(map(str.isdigit, words)) and all(
        len(item.split()) < LONGEST_GOOD for item in GOODS_SPLIT.split(words)
    )
    return is_list and any(_exporters(words, publisher))


def _exporters(goods: str, publisher: Publisher) -> list[str | None]:
    """The usual exporter of each good of a list."""
    items = GOODS_SPLIT.split(goods.lower())
    return [_exporter(WORD.findall(item), publisher) or _japanese_exporter(item, publisher) for item in items]


def _exporter(words: list[str], publisher: Publisher) -> str | None:
    """The usual exporter of one good: its longest known run of words, in the singular, the last one counting most."""
    singular = [_singular(word) for word in words]
    for length in range(len(singular), 0, -1):
        for start in range(len(singular) - length, -1, -1):
            exporter = publisher.goods.get(" ".join(singular[start : start + length]))
            if exporter:
                return exporter
    return None


def _japanese_exporter(item: str, publisher: Publisher) -> str | None:
    """The same of a good in Japanese, whose longest known end counts: `中古自動車等` are cars."""
    words = MORE_SUCH.sub("", item.strip()) if has_japanese(item) else ""
    ends = (words[start:] for start in range(len(words)) if start == 0 or len(words) - start > 1)
    return next((publisher.goods[end] for end in ends if end in publisher.goods), None)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
