"""Cuts the text of a visit cell into `Word`s, each with what the lexicons know of it.

Words, signs and line breaks are cut one run of letters between spaces at a time, and runs are remembered: cells repeat
their words more than anything else.
"""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import Final

from pipeline.normalize.visit.marks import marked_words, marks_of
from pipeline.normalize.visit.title_lexicon import NAME_ORDER, TITLES
from pipeline.normalize.visit.words import (
    BRACKET,
    CAPITALISED,
    CAPITALS,
    INITIAL,
    LIMIT,
    LINE,
    LOWER,
    SIGN,
    TITLE,
    Word,
    fold,
    shape,
)

_OPEN = "([（［{"
_LONGEST = 200
_SPACES = re.compile(r"(\s++)")
_RUN = re.compile(r"[^\S\n\r]*+(\S++)")
_BREAK = re.compile(r"[\n\r]")
_CAPITAL = re.compile(r"[A-Z]")
_BRACKETS = re.compile(r"[(\[（［{)\]）］}]")
_HYPHENS = re.compile(r"[-‐‑–]")
_GLUED = re.compile(r"(?<=[^\W\d_][^\W\d_]{2})[A-Z][a-z]++(?:-[A-Z][a-z]++)?+\Z")
_COMPOUND = re.compile(r"[A-Za-z]++(?:[-'’][A-Za-z]++)++")
_WORD = r"((?:['‘’ʻ](?=[A-Z]))?+[^\W_][\w\u0300-\u036f]*+(?:[-‐‑–'’ʼ‘`´ʻ′][^\W_][\w\u0300-\u036f]*+)*+(?:['’](?=%s))?+)(\.?)|\S"
_PIECE, _PIECE_BEFORE_CAPITAL = re.compile(_WORD % "[A-Z]"), re.compile(_WORD % r"[A-Z]|\Z")
_LETTERS = re.compile(r"[a-z]++(?:/[a-z]++)?")
"""A word that stands in a text as a run of its own, perhaps a shortened one with a stroke (`W/ro`)."""
_QUOTES = {"'": "'", "‘": "’"}
"""A word between them is no word with an apostrophe."""
_COMMA, _DOT = (Word(sign, SIGN, sign) for sign in ",.")
Piece = tuple[int, Word]
"""Where a word of a run begins, counted from the beginning of the run, and the word."""


Words = tuple[list[Word], list[int]]
"""The tokens of a text and where each begins in it."""


def words(text: str) -> Words:
    """The tokens of a text, at most its first 2,000 characters; spaces give none.

    Abbreviations of the lexicon keep their dot; a hyphen between two words of titles parts them (`Vice-Minister`).

    >>> [word.fold for word in words("Vice-Minister K.GENBA (May)")[0]]
    ['vice', 'minister', 'k', 'genba', '(May)']
    """
    text = text[:LIMIT]
    found: Words = [], []
    tokens, starts = found
    begin = 0
    may_have_brackets = "(" in text or "[" in text or "{" in text or not text.isascii()
    for start, end in _bracket_spans(text) if may_have_brackets else ():
        _add_lines(found, text[begin:start], begin)
        tokens.append(Word(text[start:end], BRACKET, text[start:end]))
        starts.append(start)
        begin = end
    if begin < len(text):
        _add_lines(found, text[begin:], begin)
    return found


def first_word(text: str, pos: int) -> Word | None:
    """The word or sign that a text begins with at `pos` and what is known of it; None for a line break or nothing."""
    run = _RUN.match(text, pos, pos + LIMIT)
    if run is None or run[1][0] in _OPEN:
        return None
    printed = _BRACKETS.split(run[1], 1)[0] or run[1]
    return _LEXICON.get(printed) or _cut(printed)[0][1]


def _bracket_spans(text: str) -> list[tuple[int, int]]:
    """The outermost brackets; one that nothing closes ends with its line, or the text."""
    spans: list[tuple[int, int]] = []
    unclosed: list[int] = []
    for sign in _BRACKETS.finditer(text):
        if sign[0] in _OPEN:
            unclosed.append(sign.start())
        elif unclosed:
            start = unclosed.pop()
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, sign.end()))
    for start in reversed(unclosed):
        line = text.find("\n", start)
        end = len(text) if line < 0 else line
        spans = sorted([(start, end), *(span for span in spans if not start < span[0] < end)])
    return spans


def _add_lines(found: Words, text: str, position: int) -> None:
    """Add the tokens of a text without brackets that begins at `position`; its line breaks are tokens too."""
    if text.isprintable() and "' " not in text and "’ " not in text:  # then there is no other space in it
        _add(found, text.split(" "), position)
        return
    parts = [*_SPACES.split(text), "", ""]
    for place in range(0, len(parts) - 2, 2):
        run, space, following = parts[place : place + 3]
        before_capital = run[-1:] in ("'", "’") and _CAPITAL.match(following)
        _add(found, [run], position, _PIECE_BEFORE_CAPITAL if before_capital else _PIECE)
        position += len(run) + len(space)
        line = _BREAK.search(space) if space != " " else None
        if line:
            found[0].append(LINE)
            found[1].append(position - len(space) + line.start())


def _add(found: Words, runs: list[str], position: int, pattern: re.Pattern[str] = _PIECE) -> None:
    """Add the tokens of runs that stand at `position`, with single spaces between them."""
    tokens, starts = found
    known = _LEXICON
    for run in runs:
        word = known.get(run) or (_plain(run) if run.isalpha() else None)
        if word is not None:
            tokens.append(word)
            starts.append(position)
        elif run:
            for start, piece in _cut(run, pattern):
                tokens.append(piece)
                starts.append(position + start)
        position += len(run) + 1


def _lexicon() -> dict[str, Word]:
    """The words of the lexicons as they are mostly printed, and initials, cut beforehand; `AND`, `OF` are never names."""
    words = [(word, marks) for word, marks in marked_words() if len(word) > 1 and _LETTERS.fullmatch(word)]
    forms = {
        form: Word(form, LOWER if word in ("and", "of") else kind, word, marks=marks)
        for word, marks in words
        for form, kind in ((word, LOWER), (word.capitalize(), TITLE), (word.upper(), CAPITALS))
    }
    dotted = [*ascii_uppercase, *map(str.capitalize, TITLES.abbreviations | NAME_ORDER.initials)]
    cut = {run: _searched(run, _PIECE) for run in map("{}.".format, dotted)}
    return forms | {form: pieces[0][1] for form, pieces in cut.items() if len(pieces) == 1}


def _cut(run: str, pattern: re.Pattern[str] = _PIECE) -> list[Piece]:
    """The words and signs of a run of letters without spaces."""
    bare = run[:-1] if run[-1:] == "," else run
    known, begin = _LEXICON, 0
    pieces: list[Piece] = []
    while bare[begin + 1 : begin + 2] == "." and bare[begin] in ascii_uppercase:  # `S.ABE`, `H.E.`
        pieces.append((begin, known[bare[begin : begin + 2]]))
        begin += 2
    if begin < len(bare):
        rest = bare[begin:]
        word = known.get(rest) or (_plain(rest) if rest.isalpha() else None)
        if word is not None:
            pieces.append((begin, word))
        elif (rest.istitle() or rest.isupper()) and _COMPOUND.fullmatch(rest):
            pieces += _word(rest, False, begin)
        else:
            return _searched(run, pattern)
    if bare is not run:
        pieces.append((len(bare), _COMMA))
    return pieces


def _plain(word: str) -> Word | None:
    """Letters that no lexicon knows so as a word, if all are capitals or none but the first; more than one."""
    if not 2 <= len(word) <= _LONGEST:
        return None
    if word[1:].islower():
        kind = LOWER if word[0].islower() else TITLE
    elif word.isupper():
        kind = CAPITALS
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
        return [(0, opening), *((1 + start, piece) for start, piece in _cut(run[1:-1])), (len(run) - 1, closing)]
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
    lexicon = TITLES
    owner = len(printed) > 2 and printed[-1] in "sS" and printed[-2] in "'’`´ʼ‘′"
    bare = printed[:-2] if owner else printed
    parts = bare.split("-") if bare.isascii() else _HYPHENS.split(bare)
    if len(parts) > 1 and lexicon.compounds.issuperset(map(fold, parts)):
        pieces: list[Piece] = []
        place = start
        for part in parts:
            is_owner = owner and part is parts[-1]
            word = None if is_owner else _LEXICON.get(part)
            pieces.append((place, word or _known(part, shape(part), fold(part), is_owner, False)))
            place += len(part) + 1
        return [*pieces, (start + len(printed), _DOT)] if has_dot else pieces
    folded, kind = fold(bare).strip("'"), shape(bare)
    abbreviates = has_dot and folded in lexicon.abbreviations
    if kind in CAPITALISED and (len(folded) == 1 or (has_dot and len(folded) <= 2 and not abbreviates)):
        kind = INITIAL
    if has_dot and (kind == INITIAL or abbreviates):
        return [(start, _known(f"{bare}.", kind, folded, owner, True))]
    word = _known(bare, kind, folded, owner, False)
    return [(start, word), (start + len(printed), _DOT)] if has_dot else [(start, word)]


def _known(printed: str, kind: str, folded: str, owner: bool, dot: bool) -> Word:
    return Word(printed, kind, folded, owner, dot, marks_of(kind, folded, owner))


_LEXICON: Final = _lexicon()
