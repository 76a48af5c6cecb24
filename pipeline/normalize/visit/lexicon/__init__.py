"""The vocabulary of titles and names, loaded once from the data files: one module for each, and this is their door.

Whoever asks gets sets of folded words and tries of folded phrases; what they mean is told in the data files.
"""

from __future__ import annotations

from pipeline.normalize.visit.lexicon.groups import GROUPS
from pipeline.normalize.visit.lexicon.honorifics import ADDRESS
from pipeline.normalize.visit.lexicon.name_order import NAME_ORDER
from pipeline.normalize.visit.lexicon.offices import TITLES
from pipeline.normalize.visit.lexicon.tries import is_phrase, match, phrases_of

__all__ = ["ADDRESS", "GROUPS", "NAME_ORDER", "TITLES", "is_phrase", "match", "phrases_of"]
