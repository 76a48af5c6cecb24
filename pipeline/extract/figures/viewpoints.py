"""From whose side a sheet says that its exports and imports are told, above, below or within the heading of their figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.direction import EXPORT, IMPORT
from pipeline.extract.facts import Facts
from pipeline.normalize.areas import find_areas
from pipeline.outline import Line

_VIEW = r"(?:view ?points?|perspective|stand ?point|point of view|side|view)"
SEEN = re.compile(rf"\b(?:(?:seen|viewed|looked at|told) from|{_VIEW} of) (?:the )?\Z", re.I)
FROM = re.compile(r"\b(?:from|on) (?:the )?\Z", re.I)
VIEW_BEHIND = re.compile(rf"(?:['’]s?)? {_VIEW}\b|側?から(?:見|み)|側?の(?:視点|立場)", re.I)
THOSE = re.compile(
    r"\bexports?(?: and imports?)? (?:here )?(?:are|is|means?|refers? to|denotes?) (?:(?:the|those|exports?|of|from) ){0,4}\Z"
    r"|輸出入?(?:とは|は|＝|=|：)、?\Z",
    re.I,
)
"""What stands before the country whose the exports are: `Exports are those of Japan`, `輸出は日本からパラオへの輸出`."""
TRADE = re.compile(r"\b(?:ex|im)ports?\b|\btrade\b|輸[出入]|貿易", re.I)
NOTES = frozenset({"heading", "label", "caption", "source"})
LONGEST_NOTE = 200


class Side(NamedTuple):
    """From whose side trade is told, and the heading under which that is said."""

    section: str | None
    area: str


def sides_told(facts: Facts) -> list[Side]:
    """The notes of a sheet that say whose side it is."""
    near = (line for line in facts.outline.lines if line.block.end - line.block.body <= LONGEST_NOTE)
    told = ((line, facts.words(line)) for line in near)
    found = ((line, side_in(facts, line)) for line, words in told if TRADE.search(f"{words} {line.section.heading}"))
    return [Side(line.section.path, area) for line, area in found if area]


def whose_side(told: Sequence[Side], section: str | None) -> str | None:
    """The country from whose side the trade under a heading is told: by a note there or right around it, else by the only
    one that the sheet tells any from; `None` where none is told, or not one alone."""
    near = {side.area for side in told if side.section and (section or "").startswith(side.section)}
    found = near or {side.area for side in told}
    return found.pop() if len(found) == 1 else None


def side_in(facts: Facts, line: Line) -> str | None:
    """The country of the pair from whose side a note says that something is told; a sentence has to speak of exports and
    imports."""
    words = facts.words(line)
    is_note = line.role in NOTES or words.startswith(("(", "（", "※", "*", "注")) or words.lower().startswith("note")
    for mention in find_areas(words):
        before, behind = words[: mention.start], words[mention.end :]
        is_view = VIEW_BEHIND.match(behind) and (not words.isascii() or FROM.search(before))
        is_view = is_view or SEEN.search(before)
        is_told = is_view and (is_note or (EXPORT.search(words) and IMPORT.search(words)))
        if mention.area in facts.pair and (is_told or THOSE.search(before)):
            return mention.area
    return None
