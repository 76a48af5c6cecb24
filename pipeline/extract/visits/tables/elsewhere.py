"""Visits in a table that went to neither of the two countries by their own words: `(visit to Sydney, Australia)`."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.visits.columns import Columns
from pipeline.normalize.areas import find_areas
from pipeline.normalize.areas.places import land_of
from pipeline.normalize.visitors import Visitor
from pipeline.outline import Line
from pipeline.records import Span

GOAL = re.compile(
    r"(?:(?:official|state|working|private|a|the) )*(?:visit(?:s|ed)?|trip|tour|travell?ed)(?: to)?(?: the)? (?P<goal>[A-Z].*)"
    r"|(?P<town>[A-Z][\w.'’ -]{1,30}(?:, | ?\())(?P<land>[A-Z][\w.'’ -]{1,40})\)?"
    r"|(?P<japanese>[^\x00-\x7f].{0,40}?)(?:を|へ|へ?の)?訪問"
)
"""What says of a visit where it went: its goal, a town with its land, or a goal in Japanese."""
SEVERAL = re.compile(r"\b(?:and|etc|other)\b|&|[、・]|など|ほか")
"""What a mission to several lands may tell: `Russia and Central Asia`."""
PLACE = re.compile(r"(?:places?|venues?|destinations?|countr(?:y|ies)(?: visited)?|訪問[先地国]|場所|開催地)", re.I)
"""What heads a column of the places where visitors went."""


def without_elsewhere(
    facts: Facts, line: Line, cell: Span, visitors: tuple[Visitor, ...], columns: Columns, heads: list[str]
) -> tuple[Visitor, ...]:
    """Those who went to one of the two countries; who went to a third one is told. `heads`: the words over the columns."""
    cells = line.block.cells
    places = [n for n in columns.others if n < len(heads) and PLACE.fullmatch(heads[n])] if columns.fits(line) else []
    away = next((goal for n in places if (goal := facts.text[slice(*cells[n])]) and _is_third(facts, goal)), None)
    printed = facts.text[cell.start : cell.end]
    told = [(one, away or _third(facts, one, printed)) for one in visitors]
    gone = [goal for _, goal in told if goal]
    if not gone:
        return visitors
    message = f"this visit went elsewhere by its own words, and is no row: {gone[0]}"
    facts.note("misplaced_item", line, line.block.body, cell.end, message, found=gone[0])
    return tuple(one for one, goal in told if goal is None)


def _third(facts: Facts, visitor: Visitor, printed: str) -> str | None:
    """Where a visitor went who went to a third country, by the words of his cell."""
    told = GOAL.fullmatch(visitor.occasion or "")
    if told:
        named = told["goal"] or told["japanese"] or f"{told['town']}{told['land']}"
        return named if _is_third(facts, named) else None
    goal = visitor.destination
    rest = printed[printed.find(goal) + len(goal) :] if goal else ""
    return goal if goal and not SEVERAL.match(rest.lstrip(" ,")) and _is_third(facts, goal) else None


def _is_third(facts: Facts, goal: str) -> bool:
    """Whether words of a place name a third country, or its capital, and nothing beside it that may be one of the two."""
    if SEVERAL.search(goal):
        return False
    lands = {mention.area for mention in find_areas(goal) if mention.kind != "demonym"}
    capital = land_of(goal.strip())
    lands |= {capital} if capital and not lands else set()
    return bool(lands) and lands.isdisjoint(facts.pair)
