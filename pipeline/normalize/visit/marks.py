"""What the lexicons know of one word, as bits: asked for once a word, so that reading a cell is a matter of integers.

A mark for a set says that the word is in it; one for phrases, that one begins with the word, so that `match` may be
left uncalled where it is missing.
"""

from __future__ import annotations

from pipeline.normalize.visit.title_lexicon import Trie, address, groups, titles
from pipeline.normalize.visit.words import BRACKET, NUMBER, SIGN

ARTICLE, DROPPED, START, ACRONYM, QUALIFIER, DOMAIN, WEAK_DOMAIN, HAPPENING, EVENT, STATUS = (
    1 << bit for bit in range(10)
)
HEAD, LINK, BODY, AREA, STRONG, WEAK, COMPANY, LED = (1 << bit for bit in range(10, 18))
SUFFIX, GROUP, JOINT = (1 << bit for bit in range(18, 21))

OFFICE = START | ACRONYM
"""A title may begin with the word."""
BEFORE_OFFICE = OFFICE | ARTICLE | DROPPED | AREA
"""A title may begin with the word, or with an article or a nation before it."""
