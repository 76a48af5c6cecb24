"""The state of reading one cell: what all steps share, and what one step hands to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.visitor import Visitor

Draft = tuple[Visitor, int, Title | None, bool]
"""A visitor as forms of address, office and name tell it, the token behind these words, the title that stands before the
name, and whether the visitor is WHOLE: nothing is said of it behind. A plain tuple, for one is made of each visitor."""
OPEN, WHOLE = False, True


@dataclass(slots=True)
class Reading:
    """How far a cell is read.

    `area` is the country of the visitors, `offset` where the cell begins in the whole text, `depth` in how many brackets
    it stands. `found` are the visitors so far, `heads` the heads of the titles before their names, `place` the next
    token. `role` is that of whoever is read next; `linked` says that `and` or `&` stood before it, `numbered` that a
    number stands before each visitor, `inverted` that the surname stands first. `opening` is the title that the cell
    begins with.
    """

    cell: Cell
    area: str | None
    offset: int = 0
    role: str = "principal"
    depth: int = 0
    opening: Title | None = None
    found: list[Visitor] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    place: int = 0
    linked: bool = False
    numbered: bool = False
    inverted: bool = False

    def start(self, at: int) -> int:
        """Where token `at` begins in the whole text."""
        return self.cell.starts[at] + self.offset

    def up_to(self, who: Visitor, end: int) -> Visitor:
        """The visitor, ending before token `end`."""
        behind = self.cell.end(end - 1) + self.offset
        return who if who.end == behind else tuple.__new__(Visitor, (*who[:-1], behind))
