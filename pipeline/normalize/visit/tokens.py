"""Cuts the text of a visit cell into `Word`s, each with what the lexicons know of it.

Words, signs and line breaks are cut one run of letters between spaces at a time, and runs are remembered: cells repeat
their words more than anything else.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.normalize.visit.marks import marks_of
from pipeline.normalize.visit.title_lexicon import titles
from pipeline.normalize.visit.words import BRACKET, CAPITALS, INITIAL, LIMIT, SIGN, TITLE, Word, fold, shape

_OPEN = "([（［{"
_APOSTROPHES = "'’"
_LONGEST_KEPT = 40
_SPACES = re.compile(r"(\s++)")
_RUN = re.compile(r"[^\S\n\r]*+(\S++)")
_BREAK = re.compile(r"[\n\r]")
_CAPITAL = re.compile(r"[A-Z]")
_OPENING = re.compile(r"[(\[（［{]")
_BRACKETS = re.compile(r"[(\[（［{)\]）］}]")
_HYPHENS = re.compile(r"[-‐‑–]")
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
    begin = 0
    if _OPENING.search(text):
        for start, end in _bracket_spans(text):
            _add_runs(tokens, text[begin:start], begin)
            tokens.append(Word(start, end, BRACKET, text[start:end]))
            begin = end
    _add_runs(tokens, text[begin:], begin)
    return tokens


def first_word(text: str, pos: int) -> Word | None:
    """The word or sign that a text begins with at `pos` and what is known of it; None for a line break or nothing."""
    run = _RUN.match(text, pos, pos + LIMIT)
    if run is None or run[1][0] in _OPEN:
        return None
    printed = _BRACKETS.split(run[1], 1)[0] or run[1]
    pieces = _pieces(printed) if len(printed) <= _LONGEST_KEPT else _cut(printed, _PIECE)
    return Word(*pieces[0])


def _bracket_spans(text: str) -> list[tuple[int, int]]:
    """The outermost brackets; one that nothing closes ends with its line, or the text."""
    closed, unclosed = dict[int, int](), list[int]()
    for sign in _BRACKETS.finditer(text):
        if sign.group() in _OPEN:
            unclosed.append(sign.start())
        elif unclosed:
            closed[unclosed.pop()] = sign.end()
    for start in unclosed:
        line = text.find("\n", start)
        closed[start] = len(text) if line < 0 else line
    spans, end = list[tuple[int, int]](), 0
    for start in sorted(closed):
        if start >= end:
            end = closed[start]
            spans.append((start, end))
    return spans


def _add_runs(tokens: list[Word], text: str, position: int) -> None:
    """Add the tokens of a text without brackets that begins at `position`."""
    parts, is_run = _SPACES.split(text), False
    for place, part in enumerate(parts):
        is_run = not is_run
        if not is_run:
            found = _BREAK.search(part)
            if found:
                tokens.append(Word(position + found.start(), position + len(part), SIGN, "\n"))
        elif part:
            if part[-1] in _APOSTROPHES and _CAPITAL.match("".join(parts[place + 2 : place + 3])):
                pieces = _cut(part, _PIECE_BEFORE_CAPITAL)
            else:
                pieces = _pieces(part) if len(part) <= _LONGEST_KEPT else _cut(part, _PIECE)
            for start, end, kind, folded, owner, dot, marks in pieces:
                tokens.append(_new(Word, (position + start, position + end, kind, folded, owner, dot, marks)))
        position += len(part)


@lru_cache(maxsize=16384)
def _pieces(run: str) -> tuple[Piece, ...]:
    return _cut(run, _PIECE)


def _cut(run: str, pattern: re.Pattern[str]) -> tuple[Piece, ...]:
    """The words and signs of a run of letters without spaces."""
    pieces: list[Piece] = []
    for found in pattern.finditer(run):
        if found.group(1) is None:
            sign = found.group()
            pieces.append((found.start(), found.end(), SIGN, sign, False, False, marks_of(SIGN, sign, False)))
        else:
            pieces += _word(found.group(1), bool(found.group(2)), found.start())
    return tuple(pieces)


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
