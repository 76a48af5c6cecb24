"""Text → tokens: one letter of kind for each word, number and sign, so that grammar can be patterns of kinds.

Numbers: `Y` year · `D` 1 to 31 · `N` other number of two digits · `d` ordinal of a day · `o` other ordinal ·
`A` year with an apostrophe · `P` year and month (`1989.10`) · `Q` day in digits (`2010.10.23`) · `X` decade ·
`Z` digits that look like a date and are none · `#` any other number, or digits glued to a name.
Japanese: `J` date with a year · `j` without one · `B` day alone · `U` fiscal year · `I` century · `@ < > ?` words
behind them.
Parts of years: `2` half, quarter, week · `3` one that is named (`Q1`, `上半期`) · `0` question mark.
Months: `M`, in lower case `m`. Words: the kinds of `words.toml`, else `K` with a capital, `x` without. `|` opens a cell
or an item, `\\n` is a line break that parts; `^` stands before the first token and behind the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pipeline.normalize.dates.figures import FIGURES, READERS, plain_figures
from pipeline.normalize.dates.japanese import JAPANESE, japanese_token
from pipeline.normalize.dates.lexicon import lexicon

_FOLDED: dict[int, int | str] = {0xFEE0 + point: point for point in range(0x21, 0x7F)}
for _plain_sign, _signs in (
    ("-", "‐‑−"),
    ("~", "～〜∼"),
    ("'", "’‘ʼ′`´"),
    (" ", "\u00a0\u2002\u2003\u2009\u202f\u3000\t"),
):
    _FOLDED.update(dict.fromkeys(map(ord, _signs), _plain_sign))
_CUT = r"|(?P<sign>--|[^\w\s'])|" + FIGURES + r"|(?P<line>\n\s*+)|(?P<quote>')"
_ASCII_TOKEN = re.compile(r"(?P<word>[A-Za-z]++)" + _CUT, re.ASCII)
_LATIN_TOKEN = re.compile(r"(?P<word>[^\W0-9_]++)" + _CUT)
_JAPANESE_TOKEN = re.compile(JAPANESE + r"|(?P<word>[^\W0-9_\u3040-\u9fff]++|[\u3040-\u9fff])" + _CUT)
_SIGNS = {"/": "/", "&": "&", "~": "~", "'": "'", ";": ";", "--": "-", "?": "0"}
for _kind, _signs in (
    ("(", "([{（［【「"), (")", ")]}）］】」"), (",", ",、，"), (":", ":："), (".", ".。…"), ("-", "-–—―"),
    ("|", "|•·*■○●◆▪"), ("$", "$¥€£#%№°+"), ('"', '"“”«»'),
):  # fmt: skip
    _SIGNS.update(dict.fromkeys(_signs, _kind))
_NUMBER_NEXT = re.compile(r"\. ?[0-9]")
_JAPANESE_SIGN = re.compile("[\u3040-\u9fff]")
_GLUED = re.compile(r"(?<=[^\W0-9_])[A-Z][a-z]++$")
_UNKNOWN: tuple[str, tuple[int, ...]] = ("", ())
_RUNS_ON = frozenset("MmOifsutaephTlcFyb&,W")
"""Kinds behind which a line break parts nothing; a month behind a bare number in the line above is another row's."""
_RUNS_BACK = frozenset("tu&w")
_ABBREVIATED = frozenset("MmWc")
_STICKING = frozenset("DNdo.KQ")
_SPECIAL = _ABBREVIATED | _STICKING
_PARTS = frozenset("1234")
_Row = tuple[str, int, int, tuple[int, ...]]
"""Kinds that may be part of what they touch: figures of a name, the dot of an abbreviation."""


class Tokens(NamedTuple):
    """`kinds[n]` stands from `starts[n]` to `ends[n]` with the numbers `values[n]`; first and last are the edges."""

    text: str
    kinds: str
    starts: Sequence[int]
    ends: Sequence[int]
    values: Sequence[tuple[int, ...]]


def fold(text: str) -> str:
    """Full-width signs, hyphens, tildes, apostrophes and spaces as ASCII has them; every character keeps its place."""
    return text if text.isascii() else text.translate(_FOLDED)


def tokenize(text: str) -> Tokens:
    """Cut a folded text into tokens. Every text of every sheet goes through this loop, so it calls little.

    >>> tokenize("as of Oct. 2013").kinds
    '^aOMY^'
    """
    get = _known().get
    rows: list[_Row] = [("^", 0, 0, ())]
    before, stop, broken = "^", 0, 0  # the kind and the end of the token before, where a line broke since
    for found in _pattern(text).finditer(text):
        start, end = found.span()
        kind, value = get(found[0], _UNKNOWN)
        if not kind:
            if text[start] == "\n":
                broken = start + 1
                continue
            kind, value = _read(found)
            if kind == "K" and not found[0].istitle() and (cut := _glued(found[0])):
                if first := get(text[start : start + cut]):
                    rows.append((first[0], start, start + cut, first[1]))
                start += cut
                kind, value = get(text[start:end], _UNKNOWN)
        if kind in _SPECIAL:
            if kind in _ABBREVIATED:
                kind, end = _abbreviated(text, end, text[start:end], kind, before)
            elif start < stop:
                continue
            elif start == stop and _is_part(text[rows[-1][1] : end]) and not text[end : end + 1].isalpha():
                before, stop = "3", end
                rows[-1] = ("3", rows[-1][1], end, ())
                continue
            elif start == stop and before in "Kx" and kind in "DNdo":
                kind = "#"
        if broken:
            if not (before in _RUNS_ON or kind in _RUNS_BACK or _day_runs_on(rows, kind)):
                rows.append(("\n", broken - 1, broken, ()))
            broken = 0
        rows.append((kind, start, end, value))
        before, stop = kind, end
    rows.append(("^", len(text), len(text), ()))
    kinds, starts, ends, values = zip(*rows, strict=True)
    return Tokens(text, "".join(kinds), starts, ends, values)


def _pattern(text: str) -> re.Pattern[str]:
    if text.isascii():
        return _ASCII_TOKEN
    return _JAPANESE_TOKEN if _JAPANESE_SIGN.search(text) else _LATIN_TOKEN


def _is_part(printed: str) -> bool:
    """Whether two tokens that touch name a half or quarter: `Q1`, `2H`."""
    return len(printed) == 2 and printed.strip("QH") in _PARTS


@cache
def _known() -> dict[str, tuple[str, tuple[int, ...]]]:
    """What is told by one look: words, signs and plain figures."""
    signs: dict[str, tuple[str, tuple[int, ...]]] = {sign: (kind, ()) for sign, kind in _SIGNS.items()}
    counters: dict[str, tuple[str, tuple[int, ...]]] = dict.fromkeys(lexicon().counters, ("$", ()))
    return lexicon().words | signs | counters | plain_figures()


def _read(found: re.Match[str]) -> tuple[str, tuple[int, ...]]:
    """Kind and numbers of a token that is none of the plainest."""
    group, printed = found.lastgroup or "", found[0]
    if group == "word":
        return ("x" if printed.islower() else "K"), ()
    if group == "sign":
        return "!", ()
    return READERS[group](printed) if group in READERS else japanese_token(found, lexicon())


def _day_runs_on(rows: list[_Row], kind: str) -> bool:
    """Whether a day at the end of a line belongs to the month below: only behind a word that leads to a day."""
    return kind == "M" and rows[-1][0] in "Dd" and rows[-2][0] in "iTWftbsu"


def _glued(printed: str) -> int:
    """Where a month begins that is glued to a word (`SUGIURANov. 2002`, `as ofOctober`); 0 where none does."""
    glued = _GLUED.search(printed)
    return glued.start() if glued and _known().get(glued[0], _UNKNOWN)[0] == "M" else 0


def _abbreviated(text: str, end: int, printed: str, kind: str, before: str) -> tuple[str, int]:
    """Kind and end of a month, weekday or `c.`: with its dot, but not with one that ends a sentence."""
    if kind == "m" and printed in lexicon().month_words and before not in "^iDdfsut":
        return "g", end
    if text.startswith(".", end) and (printed not in lexicon().full_months or _NUMBER_NEXT.match(text, end)):
        end += 1
    return kind, end
