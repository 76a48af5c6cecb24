"""The names of areas in a folded running text, without those that mean something else there.

What belongs here: what stands around a name and makes a person, a currency or a part of a word of it.
"""

from __future__ import annotations

import re

from pipeline.normalize.areas.lexicon import lexicon
from pipeline.normalize.areas.matches import KATAKANA, Match, longest, longest_japanese
from pipeline.normalize.areas.tokens import CAPITALS, LETTER

ADDRESS = re.compile(rf"(?<![{LETTER}])(?:https?://|www\.)\S++")
HONORIFICS = ("Mr.", "Mrs.", "Ms.", "Miss", "Dr.", "Prof.", "Hon.", " Mr", " Mrs", " Ms", " Dr", " Sir")
HONORIFIC_ENDS = frozenset(honorific[-1] for honorific in HONORIFICS)
INITIAL_BEFORE = re.compile(r"\S [A-Z][a-z]?\. ?\Z")
CURRENCY_AFTER = re.compile(r"\$|[\s-]?(?i:dollars?|yen|pounds?|euros?|francs?|yuan|rupees?|pesos?|baht|kron[aeo]r?)\b")
CURRENCY_STARTS = frozenset("$dypefrbkDYPEFRBK")
DOLLAR_AFTER = re.compile(r"\s?\$")


def find_words(folded: str) -> list[Match]:
    """The names of words, in order, none overlapping another. Most lines have none, and cost little more than one scan.

    >>> [match.reading.areas for match in find_words("Trade with Japan and the U.S.")]
    [('JPN',), ('USA',)]
    """
    if "://" in folded or "www." in folded:
        folded = ADDRESS.sub(lambda address: "x" * len(address[0]), folded)
    beginnings = lexicon().beginnings
    pieces = _pattern(folded).split(folded)
    if beginnings.isdisjoint(pieces) and folded.isascii():
        return []
    found: list[Match] = []
    end = last = 0
    for n in range(1, len(pieces), 2):
        word = pieces[n]
        start = end + len(pieces[n - 1])
        end = start + len(word)
        if start < last or not (word in beginnings or not word.isascii()):
            continue
        match = longest(folded, start, whole=False)
        if match is None:
            continue
        last = match.last
        if len(match.reading.areas) == 1 and not _is_something_else(folded, match):
            found.append(match)
    return found


def _pattern(text: str) -> re.Pattern[str]:
    """What finds the words of a text with which a name may begin: nearly always those with a capital."""
    names = lexicon()
    for word in names.small:
        if word in text:
            return names.beginning
    return CAPITALS


def _is_something_else(folded: str, match: Match) -> bool:
    """Whether a name in running text is a person's, a currency's, or the second half of a word (`O'Chad`)."""
    start, end = match.start, match.end
    before = folded[max(0, start - 8) : start]
    if before[-1:] == "'" and before[-2:-1].isalpha():
        return True
    bare = before.rstrip()
    if bare[-1:] in HONORIFIC_ENDS and f" {bare}".endswith(HONORIFICS):
        return True
    is_code = match.reading.kind == "code"
    if bare[-1:] == "." and not is_code and folded[start:end].isupper() and INITIAL_BEFORE.search(before):
        return True
    if CURRENCY_STARTS.isdisjoint(folded[end : end + 2]):
        return False
    return bool(CURRENCY_AFTER.match(folded, end) or (is_code and DOLLAR_AFTER.match(folded, end)))


def find_japanese(folded: str) -> list[Match]:
    """The Japanese names, in order, none overlapping another."""
    first, found, at = lexicon().first_character, [], 0
    while character := first.search(folded, at):
        match = longest_japanese(folded, character.start(), whole=False)
        at = match.end if match else character.end()
        if match:
            found.append(match)
    starts, ends = {match.start for match in found}, {match.end for match in found}
    return [m for m in found if len(m.reading.areas) == 1 and not _is_part_of_a_name(folded, m, starts, ends)]


def _is_part_of_a_name(folded: str, match: Match, starts: set[int], ends: set[int]) -> bool:
    """Whether a middle dot joins the name to katakana that name no area: `チャド・スミス` is a person."""
    left, right = folded[max(0, match.start - 2) : match.start], folded[match.end : match.end + 2]
    joined_left = left[-1:] == "・" and left[:1] in KATAKANA and match.start - 1 not in ends
    joined_right = right[:1] == "・" and right[1:] in KATAKANA and match.end + 1 not in starts
    return joined_left or joined_right
