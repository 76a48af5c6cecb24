"""The words of a text as the names of areas know them: folded letters, tokens, and what parts two words of one name.

What belongs here: how a word may be printed, whatever it names. Which words there are is told by `lexicon`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

LETTER = "A-Za-zªµºÀ-ÖØ-öø-\u1fff"
TOKEN = re.compile(
    rf"[{LETTER}]{{2,}}+(?![.:])"
    rf"|(?:[A-Z]\.){{2,}}+(?:[A-Z](?![{LETTER}]))?"
    r"|(?:[A-Z]|(?i:st|rep|dem|fed|is|isl|prov|neth|eq|brit))\."
    rf"|[{LETTER}]++|(?<!&)&(?!&)"
)
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
ABBREVIATED = {
    "&": "and", "st": "saint", "st.": "saint", "rep.": "republic", "dem.": "democratic", "fed.": "federated",
    "is.": "islands", "isl.": "islands", "isds": "islands",
    "prov.": "province", "neth.": "netherlands", "eq.": "equatorial", "brit.": "british",
}  # fmt: skip
GLUED = ("in", "to", "and", "from")
"""Prepositions that sheets print without the space before (`Japanin October 2012`)."""
UNUSUAL_ENDS = (".", *GLUED)


def beginning(small: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern of the words with which a name may begin: those with a capital, and the few that may be `small`. Letters with dots
    between them are one word (`U.S.S.R`), within which none begins.

    The set of first letters stands first, so that the search skips from one to the next.
    """
    rest = "".join(f"|(?<={word[0]}){word[1:]}(?![{LETTER}])" for word in sorted(small))
    first = rf"[A-Z{''.join({word[0] for word in small})}](?<![{LETTER}].)(?!(?<=[A-Z]\.[A-Z])\.)(?:(?<=[A-Z]){rest})"
    return re.compile(rf"({first}[{LETTER}]*+(?:(?<![{LETTER}]{{2}})\.[A-Z](?![{LETTER}]))*+)")


CAPITALS = beginning()


class Token(NamedTuple):
    """A printed word that occurs in some name: its span and the key the trie knows it by."""

    start: int
    end: int
    key: str


def fold(text: str) -> str:
    """The text without accents and with plain quotes, hyphens and spaces; every character keeps its place.

    >>> fold("Côte d’Ivoire – Türkiye")
    "Cote d'Ivoire - Turkiye"
    """
    if text.isascii():
        return text
    table, foldable = _folding()
    return foldable.sub(lambda run: run[0].translate(table), text)


@cache
def _folding() -> tuple[dict[int, str], re.Pattern[str]]:
    """What each character becomes, and a pattern of runs of them: most text has few, and looking up each is slow."""
    table = {}
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0]
        if base.isascii():
            table[chr(point)] = base
    table.update({chr(0xFEE0 + point): chr(point) for point in range(0x21, 0x7F)})
    for plain, signs in (("'", "‘’‛ʼʻ′´`"), ("-", "‐‑‒–—―−"), (" ", "\u00a0\u2002\u2003\u2009\u202f\u3000")):
        table.update(dict.fromkeys(signs, plain))
    return str.maketrans(table), re.compile("[" + re.escape("".join(table)) + "]++")


def token_of(found: re.Match[str] | None, keys: dict[str, str]) -> Token | None:
    """The word of some name that a match of `TOKEN` in a folded text is; None where it is none of `keys`.

    >>> token_of(TOKEN.match("Japanin May"), {"Japan": "japan"})
    Token(start=0, end=5, key='japan')
    """
    if found is None:
        return None
    word = found[0]
    key = keys.get(word)
    if key is not None:
        return Token(found.start(), found.end(), key)
    is_unusual = word.endswith(UNUSUAL_ENDS) or not word.isascii()
    return _unusual(found.string, found.start(), word, keys) if is_unusual else None


def _unusual(folded: str, start: int, word: str, keys: dict[str, str]) -> Token | None:
    """A word with a dot too many, with combining accents, or with a preposition glued to its end."""
    bare = "".join(c for c in word if not unicodedata.combining(c)) if not word.isascii() else word
    key = keys.get(bare) or (keys.get(bare[:-1]) if bare.endswith(".") else None)
    if key is not None:
        return Token(start, start + len(word), key)
    for preposition in GLUED:
        if word.endswith(preposition):
            base = word.removesuffix(preposition)
            end = start + len(word)
            if len(base) > 3 and base in keys and folded[end : end + 1].isspace():
                return Token(start, start + len(base), keys[base])
    return None


def separator(gap: str) -> str | None:
    """What parts two words of a name: a space, one of `- ' , ( )`, `--` for a dash between spaces, or None when they
    cannot be one name's.

    One line break may be a hard wrap; a blank line parts blocks.
    """
    if gap in {" ", "-", "'"}:
        return gap
    if len(gap) > 12:
        return None
    sign = gap.strip()
    if not sign:
        return " " if gap.count("\n") < 2 else None
    return "--" if sign == "-" else sign if sign in {",", "(", ")"} else None
