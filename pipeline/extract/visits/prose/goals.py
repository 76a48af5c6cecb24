"""Where a trip goes: to a land that is named behind the verb, to one of its towns, or where the sentence before went."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.visits.prose.subjects import DESTINATION_REACH, PRONOUN
from pipeline.extract.visits.prose.trip import is_attendance
from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.areas.places import place_of

NO_LIST = re.compile(
    r",|;|\band\b|\bwhere\b|\bwho\b|\bwhich\b|\bwith\b|\bto (?:meet|see|attend|hold|discuss|sign|take part|participate)\b"
)
LIST_GAP = re.compile(r",?+\s*+(?:and )?(?:then )?(?:to )?(?:the )?\s*+\Z")
GOAL = re.compile(r"\bto (?:the )?\Z")
AGAIN = re.compile(r" (?:once )?again\b(?! (?:to|at) (?:the )?[A-Z])")
TOWN = r"([A-Z][\w-]+)(?:, ([A-Z][\w-]+))?"
"""A town, and the region it lies in: `in Iwaki, Fukushima Prefecture`."""


def direction_of(
    facts: Facts, sentence: str, match: re.Match[str], last: Flow | None, here: Flow | None
) -> tuple[Flow | None, bool]:
    """Where a trip goes, and whether a country is named for it: a town alone does not tell who is abroad there."""
    reach = sentence[match.end() : match.end() + DESTINATION_REACH]
    if match["of"]:
        goals = _goals([m for m in find_areas(sentence) if m.kind != "demonym"], sentence, None)
    else:
        goals = _goals([m for m in find_areas(reach) if m.kind != "demonym"], reach, 0)
    goal = next((area for area in goals if area in facts.pair), None)
    is_guest = is_attendance(match[0])
    if goal is not None and not is_guest:
        return Flow(facts.other(goal), goal, "stated"), True
    is_again = AGAIN.match(reach) is not None and PRONOUN.search(sentence, 0, match.start()) is not None
    if here and match["did"] and (reach.startswith(" there") or (is_again and not goals)):
        return here, True
    if not goals and match["did"] and (host := _host(facts, sentence, match, is_guest)):
        return Flow(facts.other(host), host, "stated"), False
    is_came = match["did"] is not None and "came" in match["did"] and not find_areas(reach)
    return (Flow(last.from_area, last.to_area, "inherited") if is_came and last else None), True


def _goals(mentions: list[AreaMention], words: str, start: int | None) -> list[str]:
    """The lands gone to: the first one named and those listed behind it. `start`: they follow a verb ending there."""
    goals: list[str] = []
    end = 0
    for mention in mentions:
        gap = words[end : mention.start]
        if goals:
            if not LIST_GAP.fullmatch(gap):
                break
        elif (start is None and not GOAL.search(gap)) or (start is not None and NO_LIST.search(gap)):
            if start is None:
                continue
            break
        goals.append(mention.area)
        end = mention.end
    return goals


def _host(facts: Facts, sentence: str, match: re.Match[str], is_guest: bool) -> str | None:
    """The country of which a verb's words name a town or the kind of state: `visited Hiroshima`, `attended … in Lusaka`,
    `visited the Kingdom`."""
    home, partner = facts.pair
    reach = sentence[match.end() : match.end() + (3 if is_guest else 1) * DESTINATION_REACH]
    places, lands = facts.outline.publisher.places, place_of(partner) if partner else None
    if is_guest:
        towns = re.finditer(rf"\b(?:in|at) {TOWN}", reach)
        is_home = any(not places.isdisjoint(town.groups()) for town in towns)
        is_abroad = lands is not None and any(
            lands.match(reach, at.start()) for at in re.finditer(r"\b(?:in|at) ", reach)
        )
    else:
        town = re.search(rf"\A (?:to |in |at )?{TOWN}", reach)
        is_home = town is not None and town[1] in places
        is_abroad = lands is not None and lands.match(reach, 1) is not None
    return None if is_home == is_abroad else home if is_home else partner
