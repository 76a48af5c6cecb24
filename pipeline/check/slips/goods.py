"""Words in lists of goods that stand for a treatment: `cannes sardines` are canned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from pipeline.check.slips.page import Slip
from pipeline.check.slips.vocabulary import Vocabulary, english, kept
from pipeline.records import Observation

RARER = 20
WORD = re.compile(r"(?<![\w-])[a-z]{6,24}(?![\w-])")


def misnamed_treatments(text: str, rows: Iterable[Observation], vocabulary: Vocabulary) -> Iterator[Slip]:
    """Words of the goods that rows name, in lower case and one edit off a treatment."""
    for row in rows:
        for good in WORD.finditer(row.goods or ""):
            right = treatment_meant(vocabulary, good[0])
            start = text.find(good[0], row.char_start, row.char_end) if right else -1
            if right and start >= 0:
                yield Slip(start, start + len(good[0]), right, "it stands in a list of goods")


@lru_cache(4096)
def treatment_meant(vocabulary: Vocabulary, word: str) -> str | None:
    """The treatment that a word is probably a slip for: one of the same first letter, and far commoner in English.

    >>> from pipeline.check.slips.vocabulary import vocabulary_of
    >>> from pipeline.publishers import load
    >>> treatment_meant(vocabulary_of(load()), "cannes"), treatment_meant(vocabulary_of(load()), "tanned")
    ('canned', None)
    """
    if word in vocabulary.words:
        return None
    ways = (way for way in kept()["treated"].split() if way[0] == word[0])
    near = (way for way in ways if OSA.distance(way, word, score_cutoff=1) == 1)
    return next((way for way in near if english().often(word) * RARER < english().often(way)), None)
