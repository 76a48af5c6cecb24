"""The check of spelling: words, prepositions and names that are probably slips.

Rows of visits are left out: what is odd in an office or an honorific their reader tells. Where several slips share
words, the first kind in `_slips` is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from pipeline.check.registry import check
from pipeline.check.slips.adjectives import names_for_adjectives
from pipeline.check.slips.goods import misnamed_treatments
from pipeline.check.slips.misspelt import misspelt_words
from pipeline.check.slips.near_names import missed_names
from pipeline.check.slips.page import Slip, page_of
from pipeline.check.slips.prepositions import before_days, glued_words
from pipeline.check.slips.vocabulary import vocabulary_of
from pipeline.extract.facts import Facts, Note
from pipeline.outline import Line
from pipeline.records import Span


@check
def likely_typo(facts: Facts) -> Iterator[Note]:
    """A word that is most likely misspelt, or another than the one that was meant."""
    outline = facts.outline
    if not (outline.document.language or outline.publisher.language).startswith("en"):
        return
    places = Places(facts)
    for slip in _slips(facts, places):
        line = places.line_of(slip)
        if line and places.is_new(slip):
            yield _note(facts, slip, line)


def _slips(facts: Facts, places: Places) -> Iterator[Slip]:
    """All slips of a document, those first that say most; they may overlap."""
    page, publisher = page_of(facts.text, places.told_nowhere()), facts.outline.publisher
    vocabulary = vocabulary_of(publisher)
    yield from missed_names(page)
    yield from glued_words(page, vocabulary)
    yield from names_for_adjectives(page, publisher.area)
    yield from before_days(page)
    yield from misspelt_words(page, vocabulary, places.line_of)
    yield from misnamed_treatments(facts.text, facts.observations, vocabulary)


def _note(facts: Facts, slip: Slip, line: Line) -> Note:
    found = facts.text[slip.start : slip.end]
    message = f"{found} is probably a slip for {slip.suggestion}" + (f": {slip.reason}" if slip.reason else "")
    told = {"expected": slip.suggestion, "found": found, "suggestion": slip.suggestion}
    return facts.note_at("likely_typo", line, slip.start, slip.end, message, **told)


class Places:
    """Where in a document a slip may be told: outside furniture, rows of visits and names of visitors, and once.

    Most documents have no slip, so that what decides is looked up when the first one is met.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.lines = facts.outline.lines

    @cached_property
    def starts(self) -> list[int]:
        """Where the lines start."""
        return [line.block.start for line in self.lines]

    @cached_property
    def rows(self) -> list[int]:
        """Where the visits told in tables start."""
        return sorted(row.char_start for row in self.facts.visits if row.origin == "table")

    @cached_property
    def people(self) -> frozenset[str]:
        """The words of visitors' names, in lower case."""
        rows = self.facts.visits
        names = (name for row in rows for name in (row.main_name, row.other_names, row.name_printed) if name)
        return frozenset(word for name in names for word in re.findall(r"\w+", name.lower()))

    @cached_property
    def told(self) -> set[int]:
        """The characters that a finding of this rule is about already."""
        notes = (note for note in self.facts.notes if note.rule == "likely_typo")
        return {at for note in notes for at in range(note.start, note.end)}

    def told_nowhere(self) -> Iterator[Span]:
        """The stretches of text where no slip may be told, and whose words need no look therefore."""
        for line in self.lines:
            if line.role == "furniture" or self._is_visit(line):
                yield Span(line.block.start, line.block.end)

    def line_of(self, slip: Slip) -> Line | None:
        """The line that a slip lies in, if it may be told there."""
        n = bisect_right(self.starts, slip.start) - 1
        line = self.lines[n] if n >= 0 else None
        if line is None or slip.end > line.block.end or line.role == "furniture" or self._is_visit(line):
            return None
        return None if self.facts.text[slip.start : slip.end].lower() in self.people else line

    def _is_visit(self, line: Line) -> bool:
        if line.role == "row" and line.section.group == "visits":
            return True
        n = bisect_left(self.rows, line.block.start)
        return n < len(self.rows) and self.rows[n] < line.block.end

    def is_new(self, slip: Slip) -> bool:
        """Whether no finding about any of the same words was made before; takes the words as told."""
        words = range(slip.start, slip.end)
        if not self.told.isdisjoint(words):
            return False
        self.told.update(words)
        return True
