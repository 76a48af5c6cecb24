"""Cuts the text of a visit cell into `Word`s: brackets, line breaks, and what the runs between spaces are cut into."""

from __future__ import annotations

import re

from pipeline.normalize.visit.text.runs import LEXICON, PIECE, PIECE_BEFORE_CAPITAL, cut, plain
from pipeline.normalize.visit.text.words import BRACKET, LIMIT, LINE, Word

_OPEN = "([（［{"
_SPACES = re.compile(r"(\s++)")
_RUN = re.compile(r"[^\S\n\r]*+(\S++)")
_BREAK = re.compile(r"[\n\r]")
_CAPITAL = re.compile(r"[A-Z]")
_BRACKETS = re.compile(r"[(\[（［{)\]）］}]")

Words = tuple[list[Word], list[int]]
"""The tokens of a text and where each begins in it."""


def words(text: str) -> Words:
    """The tokens of a text, at most its first 2,000 characters; spaces give none.

    Abbreviations of the lexicon keep their dot; a hyphen between two words of titles parts them (`Vice-Minister`).

    >>> [word.fold for word in words("Vice-Minister K.GENBA (May)")[0]]
    ['vice', 'minister', 'k', 'genba', '(May)']
    """
    if len(text) > LIMIT:
        text = text[:LIMIT]
    found: Words = [], []
    if "(" in text or "[" in text or "{" in text or not text.isascii():
        _add_bracketed(found, text)
    else:
        _add(found, text, 0)
    return found


def first_word(text: str, pos: int) -> Word | None:
    """The word or sign that a text begins with at `pos` and what is known of it; None for a line break or nothing."""
    run = _RUN.match(text, pos, pos + LIMIT)
    if run is None or run[1][0] in _OPEN:
        return None
    printed = _BRACKETS.split(run[1], 1)[0] or run[1]
    return LEXICON.get(printed) or cut(printed)[0][1]


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


def _add_bracketed(found: Words, text: str) -> None:
    """Add the tokens of a text with brackets."""
    tokens, starts = found
    begin = 0
    for start, end in _bracket_spans(text):
        _add(found, text[begin:start].rstrip(" "), begin)
        tokens.append(Word(text[start:end], BRACKET, text[start:end]))
        starts.append(start)
        begin = end
    _add(found, text[begin:], begin)


def _add(found: Words, text: str, position: int, pattern: re.Pattern[str] = PIECE) -> None:
    """Add the tokens of a text without brackets that begins at `position`; its line breaks are tokens too."""
    runs = text.split()
    if " ".join(runs) != text or "' " in text or "’ " in text:
        _add_lines(found, text, position)
        return
    tokens, starts = found
    known = LEXICON
    for run in runs:
        word = known.get(run) or (plain(run) if run.isalpha() else None)
        if word is not None:
            tokens.append(word)
            starts.append(position)
        else:
            for start, piece in cut(run, pattern):
                tokens.append(piece)
                starts.append(position + start)
        position += len(run) + 1


def _add_lines(found: Words, text: str, position: int) -> None:
    """The same where other than single spaces stand between the words, or one behind an apostrophe."""
    parts = [*_SPACES.split(text), "", ""]
    for place in range(0, len(parts) - 2, 2):
        run, space, following = parts[place : place + 3]
        before_capital = run[-1:] in ("'", "’") and _CAPITAL.match(following)
        _add(found, run, position, PIECE_BEFORE_CAPITAL if before_capital else PIECE)
        position += len(run) + len(space)
        line = _BREAK.search(space) if space != " " else None
        if line:
            found[0].append(LINE)
            found[1].append(position - len(space) + line.start())
