"""Blocks → lines with a role, each in its section: what the words of the layout mean.

One walk over the blocks, in order. A block may be cut here into several where a print lost its row breaks; nothing is
dropped, so the blocks of the outline cover the text as the reader's do.
"""

from __future__ import annotations

from pipeline.outline.identity import find_partner
from pipeline.outline.sections import Line, Outline, Section
from pipeline.outline.walk.walk import walk_through
from pipeline.publishers import Publisher
from pipeline.records import Document

__all__ = ["Line", "Outline", "Section", "outline"]


def outline(document: Document, publisher: Publisher) -> Outline:
    """The lines and sections of a document, and the partner that its words are about."""
    partner = find_partner(document, publisher)
    return walk_through(document, publisher, partner)
