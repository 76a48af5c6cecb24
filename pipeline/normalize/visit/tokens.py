"""Cuts the text of a visit cell into `Word`s, each with what the lexicons know of it.

Words, signs and line breaks are cut one run of letters between spaces at a time, and runs are remembered: cells repeat
their words more than anything else.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.normalize.visit.marks import marked_words, marks_of
from pipeline.normalize.visit.title_lexicon import titles
from pipeline.normalize.visit.words import BRACKET, CAPITALS, INITIAL, LIMIT, LOWER, SIGN, TITLE, Word, fold, shape

_OPEN = "([（［{"
_LONGEST_KEPT = 40
_SPACES = re.compile(r"(\s++)")
_RUN = re.compile(r"[^\S\n\r]*+(\S++)")
_BREAK = re.compile(r"[\n\r]")
_CAPITAL = re.compile(r"[A-Z]")
_UNUSUAL = re.compile(r"[^\S ]|[(\[（［{'’]")
_BRACKETS = re.compile(r"[(\[（［{)\]）］}]")
_HYPHENS = re.compile(r"[-‐‑–]")
_GLUED = re.compile(r"(?<=[^\W\d_][^\W\d_]{2})[A-Z][a-z]++(?:-[A-Z][a-z]++)?+\Z")
_WORD = r"((?:['‘’ʻ](?=[A-Z]))?+[^\W_][\w\u0300-\u036f]*+(?:[-‐‑–'’ʼ‘`´ʻ′][^\W_][\w\u0300-\u036f]*+)*+(?:['’](?=%s))?+)(\.?)|\S"
_PIECE, _PIECE_BEFORE_CAPITAL = re.compile(_WORD % "[A-Z]"), re.compile(_WORD % r"[A-Z]|\Z")
_new = tuple.__new__
Piece = tuple[int, int, str, str, bool, bool, int]
"""What a `Word` is, its place counted from the beginning of its run."""


def words(text: str) -> list[Word]:
    """The tokens of a text, at most its first 2,000 characters; spaces give none.

    Abbreviations of the lexicon keep their dot; a hyphen between two words of titles parts them (`Vice-Minister`).

    >>> [word.fold for word in words("Vice-Minister K.GENBA (May)")]
    ['vice', 'minister', 'k', 'genba', '(May)']
    """
    text = text[:LIMIT]
    tokens: list[Word] = []
    if not _UNUSUAL.search(text):
        _add(tokens, text.split(" "), 0)
        return tokens
    begin = 0
    for start, end in _bracket_spans(text):
        _add_lines(tokens, text[begin:start], begin)
        tokens.append(Word(start, end, BRACKET, text[start:end]))
        begin = end
    _add_lines(tokens, text[begin:], begin)
    return tokens


def first_word(text: str, pos: int) -> Word | None:
    """The word or sign that a text begins with at `pos` and what is known of it; None for a line break or nothing."""
    run = _RUN.match(text, pos, pos + LIMIT)
    if run is None or run[1][0] in _OPEN:
        return None
    printed = _BRACKETS.split(run[1], 1)[0] or run[1]
    tokens: list[Word] = []
    _add(tokens, [printed], 0)
    return tokens[0]


def _bracket_spans(text: str) -> list[tuple[int, int]]:
    """The outermost brackets; one that nothing closes ends with its line, or the text."""
    closed: dict[int, int] = {}
    unclosed: list[int] = []
    for sign in _BRACKETS.finditer(text):
        if sign.group() in _OPEN:
            unclosed.append(sign.start())
        elif unclosed:
            closed[unclosed.pop()] = sign.end()
    for start in unclosed:
        line = text.find("\n", start)
        closed[start] = len(text) if line < 0 else line
    spans: list[tuple[int, int]] = []
    end = 0
    for start in sorted(closed):
        if start >= end:
            end = closed[start]
            spans.append((start, end))
    return spans


def _add_lines(tokens: list[Word], text: str, position: int) -> None:
    """Add the tokens of a text without brackets that begins at `position`; its line breaks are tokens too."""
    if not _UNUSUAL.search(text):
        _add(tokens, text.split(" "), position)
        return
    parts = [*_SPACES.split(text), "", ""]
    for place in range(0, len(parts) - 2, 2):
        run, space, following = parts[place : place + 3]
        before_capital = run[-1:] in ("'", "’") and _CAPITAL.match(following)
        _add(tokens, [run], position, _PIECE_BEFORE_CAPITAL if before_capital else _PIECE)
        position += len(run) + len(space)
        line = _BREAK.search(space) if space != " " else None
        if line:
            tokens.append(Word(position - len(space) + line.start(), position, SIGN, "\n"))


def _add(tokens: list[Word], runs: list[str], position: int, pattern: re.Pattern[str] = _PIECE) -> None:
    """Add the tokens of runs that stand at `position`, with single spaces between them."""
    lexicon = _lexicon()
    for run in runs:
        pieces = lexicon.get(run)
        if pieces is None:
            is_kept = len(run) <= _LONGEST_KEPT and pattern is _PIECE
            pieces = _pieces(run) if is_kept else _cut(run, pattern)
        for start, end, kind, folded, owner, dot, marks in pieces:
            tokens.append(_new(Word, (position + start, position + end, kind, folded, owner, dot, marks)))
        position += len(run) + 1


@cache
def _lexicon() -> dict[str, tuple[Piece, ...]]:
    """The words of the lexicons as they are mostly printed, cut beforehand."""
    words = [word for word in marked_words() if len(word) > 1 and word.isascii() and word.isalpha()]
    return {form: _plain(form) for word in words for form in (word, word.capitalize(), word.upper())}


@lru_cache(maxsize=16384)
def _pieces(run: str) -> tuple[Piece, ...]:
    return _cut(run, _PIECE)


def _cut(run: str, pattern: re.Pattern[str]) -> tuple[Piece, ...]:
    """The words and signs of a run of letters without spaces."""
    word = run[:-1] if run[-1:] == "," else run
    if len(word) > 1 and word.isascii() and word.isalpha() and (word.isupper() or word[1:].islower()):
        return _plain(word) if word is run else (*_plain(word), (len(word), len(run), SIGN, ",", False, False, 0))
    pieces: list[Piece] = []
    for found in pattern.finditer(run):
        if found.group(1) is None:
            sign = found.group()
            pieces.append((found.start(), found.end(), SIGN, sign, False, False, marks_of(SIGN, sign, False)))
        else:
            start = found.start()
            for part in _unglued(found.group(1)):
                pieces += _word(part, bool(found.group(2)) and found.end(1) == start + len(part), start)
                start += len(part)
    return tuple(pieces)


def _plain(word: str) -> tuple[Piece, ...]:
    """A word of nothing but letters, all of them capitals or none but the first."""
    folded = word.lower()
    kind = CAPITALS if word.isupper() else LOWER if word[0].islower() else TITLE
    return ((0, len(word), kind, folded, False, False, marks_of(kind, folded, False)),)


def _unglued(printed: str) -> tuple[str, ...]:
    """A name and the beginning of an office that the print has run together (`BlairForeign Minister`)."""
    tail = None if printed[1:].islower() else _GLUED.search(printed)
    if tail is None or fold(tail.group().partition("-")[0]) not in titles().glued:
        return (printed,)
    return printed[: tail.start()], tail.group()


def _word(printed: str, has_dot: bool, start: int) -> list[Piece]:
    """The pieces of a printed word with the dot behind it, of which one that ends no abbreviation is a sign."""
    lexicon = titles()
    owner = len(printed) > 2 and printed[-1] in "sS" and printed[-2] in "'’`´ʼ‘′"
    bare = printed[:-2] if owner else printed
    folded, kind = fold(bare).strip("'"), shape(bare)
    short = len(folded) == 1 or (has_dot and len(folded) <= 2 and folded not in lexicon.abbreviations)
    if kind in (CAPITALS, TITLE) and short:
        kind = INITIAL
    parts = _parts(bare, lexicon.compounds)
    keeps_dot = has_dot and not parts and (kind == INITIAL or folded in lexicon.abbreviations)
    pieces: list[Piece] = []
    if parts:
        place = start
        for part in parts:
            pieces.append(_piece(place, place + len(part), shape(part), fold(part), owner and part is parts[-1], False))
            place += len(part) + 1
    else:
        pieces.append(_piece(start, start + len(bare) + keeps_dot, kind, folded, owner, keeps_dot))
    if has_dot and not keeps_dot:
        end = start + len(printed) + 1
        pieces.append((end - 1, end, SIGN, ".", False, False, 0))
    return pieces


def _piece(start: int, end: int, kind: str, folded: str, owner: bool, dot: bool) -> Piece:
    return start, end, kind, folded, owner, dot, marks_of(kind, folded, owner)


def _parts(word: str, compounds: frozenset[str]) -> list[str]:
    parts = _HYPHENS.split(word)
    return parts if len(parts) > 1 and all(fold(part) in compounds for part in parts) else []
