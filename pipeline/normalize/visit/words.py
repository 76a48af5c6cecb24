"""The words of a visit cell: one token per word, number, sign or whole bracket, each with its place in the text.

Only what offices, names and visitors need to look at; meaning is theirs. `fold` is the word as data files spell it:
lower case, no accents, no dots, straight apostrophe. A word that ends in `'s` is folded without it and says so in
`owner`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

LIMIT = 2000
"""Characters of a cell that are looked at."""

CAPITALS, TITLE, INITIAL, LOWER, SIGN, NUMBER, BRACKET = "C", "T", "I", "l", "s", "n", "b"
_OPEN, _CLOSE = "([（［{", ")]）］}"
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´ʻ′", "'"))
_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ł": "l", "ə": "a",
})  # fmt: skip
_TOKEN = re.compile(
    r"(?P<word>(?:['‘’ʻ](?=[A-Z]))?+[^\W_][\w\u0300-\u036f]*+(?:[-‐‑–'’ʼ‘`´ʻ′][^\W_][\w\u0300-\u036f]*+)*+(?:['’](?=\s*[A-Z]))?+)(?P<dot>\.?)"
    r"|(?P<space>[^\S\n\r]++)|(?P<line>[\n\r]\s*+)|(?P<sign>.)",
    re.DOTALL,
)


class Word(NamedTuple):
    """One token. `kind` is `C` all capitals, `T` other capitalised word, `I` initial, `l` lower case, `s` sign
    (`fold` is the sign, `\\n` for a line break), `n` number, `b` a whole bracket; `start`/`end` are its span, without
    the `'s` of an `owner`. `dot` says that an abbreviating dot belongs to it."""

    start: int
    end: int
    kind: str
    fold: str
    owner: bool = False
    dot: bool = False


END = Word(0, 0, "s", "")
"""What stands behind the last word."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, straight apostrophes; at most 200 characters.

    >>> fold("Affaires Étrangères"), fold("PEOPLE’S")
    ('affaires etrangeres', "people's")
    """
    lowered = text[:200].translate(_APOSTROPHES).lower()
    if lowered.isascii():
        return lowered
    marked = unicodedata.normalize("NFKD", lowered.translate(_LETTERS))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def shape(word: str) -> str:
    """How a word is printed: `C`, `T`, `l`, or `n` when it starts with a digit.

    >>> [shape(word) for word in ("GENBA", "O'KEEFFE", "McKAY", "Koike", "al-Sabah", "of", "2010")]
    ['C', 'C', 'C', 'T', 'T', 'l', 'n']
    """
    if word[0].isdigit():
        return NUMBER
    upper = sum(1 for letter in word if letter.isupper())
    if not upper:
        return LOWER if word[0].islower() else TITLE
    lower = sum(1 for letter in word if letter.islower())
    if not lower or (word[:2] in ("Mc", "Di", "De", "La") and lower == 1 and upper > 2):
        return CAPITALS
    return TITLE


def words(text: str, abbreviations: frozenset[str], compounds: frozenset[str]) -> list[Word]:
    """The tokens of a text, at most its first 2,000 characters; spaces give none.

    `abbreviations` keep their dot; a hyphen between two words of `compounds` parts them (`Vice-Minister`).

    >>> [word.fold for word in words("Vice-Minister K.GENBA (May)", frozenset(), frozenset(["vice", "minister"]))]
    ['vice', 'minister', 'k', 'genba', '(May)']
    """
    tokens: list[Word] = []
    position, length = 0, min(len(text), LIMIT)
    while position < length:
        match = _TOKEN.match(text, position, length)
        if match is None:
            break
        group, position = match.lastgroup, match.end()
        if group == "space":
            continue
        if group == "line":
            tokens.append(Word(match.start(), match.end(), SIGN, "\n"))
        elif group == "sign":
            sign = match.group()
            if sign in _OPEN:
                position = _bracket_end(text, match.start(), length)
                tokens.append(Word(match.start(), position, BRACKET, text[match.start() : position]))
            else:
                tokens.append(Word(match.start(), match.end(), SIGN, sign))
        else:
            _add_word(tokens, match, abbreviations, compounds)
    return tokens


def _bracket_end(text: str, start: int, length: int) -> int:
    """Behind the bracket that closes the one at `start`; an open one ends with its line, or the text."""
    depth = 0
    for position in range(start, length):
        letter = text[position]
        if letter in _OPEN:
            depth += 1
        elif letter in _CLOSE:
            depth -= 1
            if depth == 0:
                return position + 1
    line = text.find("\n", start, length)
    return length if line < 0 else line


def _add_word(
    tokens: list[Word], match: re.Match[str], abbreviations: frozenset[str], compounds: frozenset[str]
) -> None:
    start, end = match.span("word")
    has_dot = match.end() > end
    length, folded, kind, owner, keeps_dot, parts = _known(match.group("word"), has_dot, abbreviations, compounds)
    if parts:
        for part in parts:
            tokens.append(Word(start, start + len(part), shape(part), fold(part), owner and part is parts[-1]))
            start += len(part) + 1
    else:
        tokens.append(Word(start, start + length + keeps_dot, kind, folded, owner, keeps_dot))
    if has_dot and not keeps_dot:
        tokens.append(Word(match.end() - 1, match.end(), SIGN, "."))


@lru_cache(maxsize=65536)
def _known(
    word: str, has_dot: bool, abbreviations: frozenset[str], compounds: frozenset[str]
) -> tuple[int, str, str, bool, bool, tuple[str, ...] | None]:
    """Of a printed word: length without `'s`, fold, kind, whether it had `'s` and keeps its dot, and its parts."""
    owner = len(word) > 2 and word[-1] in "sS" and word[-2] in "'’`´ʼ‘′"
    printed = word[:-2] if owner else word
    folded, kind = fold(printed).strip("'"), shape(printed)
    short = len(folded) == 1 or (has_dot and len(folded) <= 2 and folded not in abbreviations)
    if kind in "CT" and short:
        kind = INITIAL
    keeps_dot = has_dot and (kind == INITIAL or folded in abbreviations)
    return len(printed), folded, kind, owner, keeps_dot, _parts(printed, compounds)


def _parts(word: str, compounds: frozenset[str]) -> tuple[str, ...] | None:
    parts = tuple(re.split("[-‐‑–]", word))
    return parts if len(parts) > 1 and all(fold(part) in compounds for part in parts) else None
