"""Cuts a run of letters without spaces into `Word`s, each with what the lexicons know of it."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import Final

from pipeline.normalize.visit.lexicon import NAME_ORDER, TITLES
from pipeline.normalize.visit.text.marks import marked_words, marks_of
from pipeline.normalize.visit.text.words import CAPITALISED, CAPITALS, INITIAL, LOWER, SIGN, TITLE, Word, fold, shape

_LONGEST = 200
"""Letters of a word that `fold` looks at."""
_HYPHENS = re.compile(r"[-‐‑–]")
_GLUED = re.compile(r"(?<=[^\W\d_][^\W\d_]{2})[A-Z][a-z]++(?:-[A-Z][a-z]++)?+\Z")
_COMPOUND = re.compile(r"[A-Za-z]++(?:[-'’][A-Za-z]++)++")
_MARKED = r"[^\W_][\w\u0300-\u036f\u0900-\u109f\u1780-\u17d3]*+"
"""Letters with the marks on them, in the scripts between those of India and of the Khmer in marks of their own."""
_WORD = rf"((?:['‘’ʻ](?=[A-Z]))?+{_MARKED}(?:[-‐‑–'’ʼ‘`´ʻ′]{_MARKED})*+(?:['’](?=%s))?+)(\.?)|\S"
PIECE, PIECE_BEFORE_CAPITAL = re.compile(_WORD % "[A-Z]"), re.compile(_WORD % r"[A-Z]|\Z")
_LETTERS = re.compile(r"[a-z]++(?:/[a-z]++)?")
"""A word that stands in a text as a run of its own, perhaps a shortened one with a stroke (`W/ro`)."""
_QUOTES = {"'": "'", "‘": "’"}
"""A word between them is no word with an apostrophe."""
_COMMA, _DOT = (Word(sign, SIGN, sign) for sign in ",.")
Piece = tuple[int, Word]
"""Where a word of a run begins, counted from the beginning of the run, and the word."""


def _lexicon() -> dict[str, Word]:
    """The words of the lexicons as they are mostly printed, and initials, cut beforehand; `AND`, `OF` are never names."""
    words = [(word, marks) for word, marks in marked_words() if len(word) > 1 and _LETTERS.fullmatch(word)]
    forms = {
        form: Word(form, LOWER if word in ("and", "of") else kind, word, marks=marks)
        for word, marks in words
        for form, kind in ((word, LOWER), (word.capitalize(), TITLE), (word.upper(), CAPITALS))
    }
    dotted = [*ascii_uppercase, *map(str.capitalize, TITLES.abbreviations | NAME_ORDER.initials)]
    short = {run: _searched(run, PIECE) for run in map("{}.".format, dotted)}
    return forms | {form: pieces[0][1] for form, pieces in short.items() if len(pieces) == 1}


def cut(run: str, pattern: re.Pattern[str] = PIECE) -> list[Piece]:
    """The words and signs of a run of letters without spaces."""
    bare = run.removesuffix(",")
    known, begin = LEXICON, 0
    pieces: list[Piece] = []
    while "." in bare and bare[begin + 1 : begin + 2] == "." and bare[begin] in ascii_uppercase:  # `S.ABE`, `H.E.`
        pieces.append((begin, known[bare[begin : begin + 2]]))
        begin += 2
    if begin < len(bare):
        rest = bare[begin:]
        word = known.get(rest) or (plain(rest) if rest.isalpha() else None)
        if word is not None:
            pieces.append((begin, word))
        elif (rest.istitle() or rest.isupper()) and _COMPOUND.fullmatch(rest):
            pieces += _word(rest, False, begin)
        else:
            return _searched(run, pattern)
    if bare is not run:
        pieces.append((len(bare), _COMMA))
    return pieces


def plain(word: str) -> Word | None:
    """Letters that no lexicon knows so as a word, if all are capitals or none but the first; more than one."""
    if not 2 <= len(word) <= _LONGEST:
        return None
    if word.isupper():
        kind = CAPITALS
    elif word.istitle():
        kind = TITLE
    elif word.islower() and word[0].islower():
        kind = LOWER
    else:
        return None
    if word.isascii():
        return Word(word, kind, word.lower())
    folded = fold(word)
    return Word(word, kind, folded, marks=marks_of(kind, folded, False))


def _searched(run: str, pattern: re.Pattern[str]) -> list[Piece]:
    """The same for a run that is more than a word."""
    if run[1:-1].isalpha() and run[-1] == _QUOTES.get(run[0]):
        opening, closing = (Word(sign, SIGN, sign) for sign in (run[0], run[-1]))
        return [(0, opening), *((1 + start, piece) for start, piece in cut(run[1:-1])), (len(run) - 1, closing)]
    pieces: list[Piece] = []
    for found in pattern.finditer(run):
        printed, start = found[1], found.start()
        if printed is None:
            pieces.append((start, Word(found[0], SIGN, found[0])))
            continue
        glued = 0 if printed[1:].islower() else _glued_at(printed)
        if glued:
            pieces += _word(printed[:glued], False, start)
        pieces += _word(printed[glued:], found[2] != "", start + glued)
    return pieces


def _glued_at(printed: str) -> int:
    """Where the beginning of an office stands that the print has run together with a name (`BlairForeign`); else 0."""
    tail = _GLUED.search(printed)
    return tail.start() if tail and fold(tail[0].partition("-")[0]) in TITLES.glued else 0


def _word(printed: str, has_dot: bool, start: int) -> list[Piece]:
    """The pieces of a printed word with the dot behind it, of which one that ends no abbreviation is a sign."""
    owner = len(printed) > 2 and printed[-1] in "sS" and printed[-2] in "'’`´ʼ‘′"
    bare = printed[:-2] if owner else printed
    parts = bare.split("-") if bare.isascii() else _HYPHENS.split(bare)
    if len(parts) > 1 and TITLES.compounds.issuperset(map(fold, parts)):
        pieces: list[Piece] = []
        place = start
        for part in parts:
            is_owner = owner and part is parts[-1]
            word = None if is_owner else LEXICON.get(part)
            pieces.append((place, word or _known(part, shape(part), fold(part), is_owner, False)))
            place += len(part) + 1
        return [*pieces, (start + len(printed), _DOT)] if has_dot else pieces
    folded, kind = fold(bare).strip("'"), shape(bare)
    abbreviates = has_dot and folded in TITLES.abbreviations
    if kind in CAPITALISED and (len(folded) == 1 or (has_dot and len(folded) <= 2 and not abbreviates)):
        kind = INITIAL
    if has_dot and (kind == INITIAL or abbreviates):
        return [(start, _known(f"{bare}.", kind, folded, owner, True))]
    word = _known(bare, kind, folded, owner, False)
    return [(start, word), (start + len(printed), _DOT)] if has_dot else [(start, word)]


def _known(printed: str, kind: str, folded: str, owner: bool, dot: bool) -> Word:
    return Word(printed, kind, folded, owner, dot, marks_of(kind, folded, owner))


LEXICON: Final = _lexicon()
