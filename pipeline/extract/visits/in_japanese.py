"""The one door to what reads visits in Japanese, which is loaded when the first of them comes.

Its patterns take longer to compile than ten sheets to read, and most sheets are in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.normalize.japanese import is_ditto, is_japanese
from pipeline.patterns import has_japanese

if TYPE_CHECKING:
    from pipeline.extract.facts import Facts
    from pipeline.extract.visits.prose.trip import Trip
    from pipeline.normalize.japanese.remarks import Remarks
    from pipeline.normalize.visitors import Visitor
    from pipeline.outline import Line

__all__ = [
    "find_japanese_trips",
    "in_english",
    "is_ditto",
    "is_japanese",
    "remarks_in_japanese",
    "take_japanese_list",
    "visitors_in_japanese",
]


def visitors_in_japanese(words: str, above: tuple[Visitor, ...], area: str | None) -> tuple[Visitor, ...]:
    """The visitors of a row that begins in Japanese, or means those `above` it; `area`: where they come from."""
    from pipeline.normalize.japanese.visitors import japanese_visitors, named_above

    return named_above(words, above) or japanese_visitors(words, area)


def in_english(visitor: Visitor) -> Visitor:
    """A visitor told in English, without the bracket that only tells him in Japanese again."""
    if visitor.occasion is None or not has_japanese(visitor.occasion):
        return visitor
    from pipeline.normalize.japanese.visitors import without_japanese

    return without_japanese(visitor)


def remarks_in_japanese(words: str) -> Remarks:
    """What a cell for remarks that is not in English says."""
    from pipeline.normalize.japanese.remarks import read_remarks

    return read_remarks(words)


def take_japanese_list(facts: Facts, line: Line) -> bool:
    """Add the visitors of a line in Japanese that lists them. Returns whether there were any."""
    if not is_japanese(facts.words(line)):
        return False
    from pipeline.extract.visits.japanese_lists import take_listed

    return take_listed(facts, line)


def find_japanese_trips(facts: Facts, sentence: str) -> list[Trip]:
    """The trips between the two countries that a sentence tells in Japanese."""
    if not has_japanese(sentence):
        return []
    from pipeline.extract.visits.prose.japanese import find_trips

    return find_trips(facts, sentence)
