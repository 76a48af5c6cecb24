"""An area's name where its adjective is due: `Sweden Nationals in Japan`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.check.slips.page import Page, Slip
from pipeline.check.slips.vocabulary import kept
from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.areas.tokens import fold
from pipeline.normalize.data import rows

REACH = 60
OTHER_PHRASE = re.compile(r"(?:[-/–&]|\b(?:in|at|to|from|within|outside)\s+)\Z", re.I)
"""What ties a name to the words before it: `Japan-Sweden`, `in Japan`."""


def names_for_adjectives(page: Page, own_area: str) -> Iterator[Slip]:
    """Areas' names of one word right before `nationals`, `residents` and the like; `own_area` is the publisher's."""
    for noun in sorted(page.words.intersection(kept()["people"])):
        for noun_start, noun_end in page.places(noun):
            begin = max(0, noun_start - REACH)
            mention = _named_at_end(page.text[begin:noun_start])
            if mention is None or OTHER_PHRASE.search(page.text[begin : begin + mention.start]):
                continue
            start, end = begin + mention.start, begin + mention.end
            adjective = adjective_due(mention.area, page.text[start:end], is_own=mention.area == own_area)
            if adjective:
                printed = page.text[noun_start:noun_end]
                yield Slip(start, end, adjective, f"the adjective is due before {printed}")


def _named_at_end(text: str) -> AreaMention | None:
    """The area that the last words of a text name, with nothing but a space behind."""
    last = next(iter(find_areas(text)[-1:]), None)
    return last if last and last.kind in ("name", "common") and text[last.end :] in (" ", "\n") else None


def adjective_due(area: str, printed: str, *, is_own: bool) -> str | None:
    """The adjective that must stand in a printed name's place; `None` where the name may stand there.

    Custom puts many names before people: abbreviations and names of several words (`UK`, `New Zealand`), and those that
    the adjective only lengthens (`Cameroon nationals`). What is left are names whose adjective is another word. The
    publisher's own country it never names so (`is_own`).

    >>> [adjective_due(*one, is_own=False) for one in (("SWE", "Sweden"), ("CMR", "Cameroon"), ("NZL", "New Zealand"))]
    ['Swedish', None, None]
    """
    adjectives = _adjectives().get(area, ())
    if not adjectives or not printed.isalpha() or printed.isupper() or area in kept()["attributive"]:
        return None
    is_custom = any(_lengthens(adjective, printed) for adjective in adjectives)
    return adjectives[0] if is_own or not is_custom else None


def _lengthens(adjective: str, name: str) -> bool:
    """Whether an adjective is the name with an ending: `Cameroonian`, `Kenyan`, `Canadian`; not `Swedish`, `German`."""
    folded = fold(name)
    stem = folded[:-1] if folded[-1] in "aeiouy" else folded
    return len(adjective) > len(name) and fold(adjective).startswith(stem)


@cache
def _adjectives() -> dict[str, tuple[str, ...]]:
    """The adjectives of each area, the usual one first; words for one of its people (`Icelander`) are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("area_names.csv"):
        name, code = row["name"], row["code"]
        if row["kind"] == "demonym" and row["use"] != "whole" and not name.endswith(("-", "er", "man", "men")):
            found[code] = (*found.get(code, ()), name)
    return found
