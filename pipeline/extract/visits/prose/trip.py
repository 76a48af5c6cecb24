"""A trip that a sentence tells: who went where, and by which words."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.normalize.visitors import Visitor
from pipeline.records import Span

GUEST_VERBS = ("attended", "participated in", "took part in")


class Trip(NamedTuple):
    """A traveller or several, where they went, and where in the sentence that is said (offsets in the sentence).

    `is_verbal`: a verb tells it, whose subject they are, and not `the visit of`.
    """

    visitors: tuple[Visitor, ...]
    offset: int
    verb: Span
    direction: Flow
    is_verbal: bool

    def words(self, sentence: str) -> str:
        """The words that tell it."""
        return sentence[self.verb.start : self.verb.end]


def is_attendance(verb: str) -> bool:
    """Whether the words of a trip only say that something was attended.

    >>> is_attendance(" attended"), is_attendance(" visited")
    (True, False)
    """
    return verb.strip(" ,") in GUEST_VERBS
