"""A text made ready for looking things up in it, and what is found there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.records import Span

LONGEST_WORD = 30
WORDS = re.compile(r"[a-z]{2,}")


class Slip(NamedTuple):
    """Words that are probably wrong, `text[start:end]`, what they probably should be, and why where it is not plain."""

    start: int
    end: int
    suggestion: str
    reason: str = ""


class Page(NamedTuple):
    """A text, the same in lower case and of the same length, and its distinct words in lower case.

    In `lowered` and among the words is nothing of the stretches that are passed over."""

    text: str
    lowered: str
    words: frozenset[str]

    def places(self, word: str) -> Iterator[tuple[int, int]]:
        """Where a word in lower case stands in the text as a word of its own."""
        at = self.lowered.find(word)
        while at >= 0:
            end = at + len(word)
            if not (self.text[max(0, at - 1) : at].isalnum() or self.text[end : end + 1].isalnum()):
                yield at, end
            at = self.lowered.find(word, end)


def page_of(text: str, passed_over: Iterable[Span] = ()) -> Page:
    """The page of a text. A letter whose small form is longer (`İ`) takes one place nevertheless.

    >>> page = page_of("Japan and JAPAN, not Japanese")
    >>> sorted(page.words), list(page.places("japan"))
    (['and', 'japan', 'japanese', 'not'], [(0, 5), (10, 15)])
    """
    lowered = "".join(_lowered(text, passed_over))
    words = WORDS.findall(" ".join(set(lowered.split())))
    return Page(text, lowered, frozenset(word for word in words if len(word) <= LONGEST_WORD))


def _lowered(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """The pieces of a text in lower case, spaces in place of some stretches."""
    at = 0
    for start, end in spans:
        yield from (_small(text[at:start]), " " * (end - start))
        at = end
    yield _small(text[at:])


def _small(text: str) -> str:
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(letter.lower()[0] for letter in text)


def like(printed: str, word: str) -> str:
    """A word in the capitals of a printed one.

    >>> like("Oversees", "overseas"), like("AFFIARS", "affairs")
    ('Overseas', 'AFFAIRS')
    """
    if len(printed) > 1 and printed.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if printed[:1].isupper() else word
