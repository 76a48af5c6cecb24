"""Words spelt wrong: unknown to English, one edit from a word that sheets use, and nobody's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.check.slips.page import Page, Slip, like
from pipeline.check.slips.vocabulary import Vocabulary, is_word, kept, slip_of
from pipeline.normalize.areas.lexicon import lexicon
from pipeline.outline import Line

HEADINGS = frozenset({"title", "region", "heading", "label", "caption", "header"})
REACH, LONG_NAME, SHORTEST_NEIGHBOUR = 80, 8, 4
NEIGHBOUR_BEFORE = re.compile(r"([^\W\d_]{2,40})[ \n]\Z")
NEIGHBOUR_AFTER = re.compile(r"[ \n]([^\W\d_]{2,40})")
OPENS_SENTENCE = re.compile(r"(?:\A|[.!?:;•|“\"(\[–—>\n])\s*\Z|\A\W{0,5}[0-9ivx]{1,4}\W{1,3}\Z")
ADDRESS = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Hon|Prof|Lord|Lady)\.?|\b[A-Z]\.|\bH\. ?E\.)\s*\Z")
NO_WORD = re.compile(r"[@/\\_#=&\u00ad\ufffd\u0300-\u036f]|\w\.\w")


def misspelt_words(page: Page, vocabulary: Vocabulary, line_of: Callable[[Slip], Line | None]) -> Iterator[Slip]:
    """The misspelt words of a page; `line_of` knows the line of a slip, or that nothing is told there."""
    for word in page.words:
        right = slip_of(vocabulary, word)
        for start, end in page.places(word) if right else ():
            slip = Slip(start, end, like(page.text[start:end], right or ""))
            line = line_of(slip)
            if line and not _is_part(page.text, start, end) and not _is_name(page.text, slip, line, vocabulary):
                yield slip


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether letters are part of an address, of a word cut by a hyphen, or of one that has lost a letter."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    chunk = re.split(r"\s", before)[-1] + text[start:end] + re.split(r"\s", after)[0]
    return NO_WORD.search(chunk.rstrip(".")) is not None or before.endswith("-\n") or after.startswith("-\n")


def _is_name(text: str, slip: Slip, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a word with a capital is probably a name: nothing in what it would mean or where it stands gives it one, it
    is short, ends as in another language, stands behind an honorific or an initial, or beside a word nobody knows."""
    printed, right = text[slip.start : slip.end], slip.suggestion.lower()
    if printed.islower():
        return False
    before = text[max(line.block.body, slip.start - REACH) : slip.start]
    opens, is_titled = OPENS_SENTENCE.search(before) is not None, right in vocabulary.titled
    is_short = len(printed) < LONG_NAME
    if line.role in HEADINGS:
        has_reason = is_titled or (opens and not is_short)
    else:
        has_reason = opens and is_titled if is_short else opens or is_titled
        has_reason = has_reason and printed[1:].islower() and _ends_alike(printed.lower(), right)
    is_known = printed in lexicon().keys or printed.lower() in kept()["foreign"].split()
    return not has_reason or is_known or ADDRESS.search(before) is not None or _is_beside_a_name(text, slip, vocabulary)


def _ends_alike(word: str, right: str) -> bool:
    """Whether two words differ before their last letter: `Institut`, `Centro` and `Generali` are words elsewhere."""
    return word[-1] == right[-1] and word != right[:-1] and word[:-1] != right


def _is_beside_a_name(text: str, slip: Slip, vocabulary: Vocabulary) -> bool:
    before = NEIGHBOUR_BEFORE.search(text[max(0, slip.start - REACH) : slip.start])
    after = NEIGHBOUR_AFTER.match(text, slip.end)
    return any(match and _is_unknown(match[1], vocabulary) for match in (before, after))


def _is_unknown(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a neighbour is a name that no lexicon has; another slip is none."""
    if not word[0].isupper() or len(word) < SHORTEST_NEIGHBOUR or word in lexicon().keys:
        return False
    return not is_word(vocabulary, word.lower()) and slip_of(vocabulary, word.lower()) is None
