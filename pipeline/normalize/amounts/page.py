"""A text as the grammar sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.normalize.amounts.lexicon import Lexicon
from pipeline.normalize.amounts.model import UnitContext

CJK = 0x2E80
"""From here on letters are written without spaces between words."""
_REST = re.compile(r"[ \xa0\n\t\r.,]*+\Z")


@dataclass(slots=True)
class Page:
    """A text, its folded twin of the same length, what is said above it, and the words that are known."""

    text: str
    folded: str
    context: UnitContext
    lexicon: Lexicon

    def is_over(self, place: int) -> bool:
        """Whether nothing but blanks, points and commas stands from a place on."""
        return _REST.match(self.text, place) is not None
