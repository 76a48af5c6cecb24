"""Text → tokens: one letter of kind for each word, number and sign, so that grammar can be patterns of kinds.

Numbers: `Y` year · `D` 1 to 31 · `N` other number of two digits · `d` ordinal of a day · `o` other ordinal ·
`A` year with an apostrophe · `P` year and month (`1989.10`) · `Q` day in digits (`2010.10.23`) · `X` decade ·
`Z` digits that look like a date and are none · `#` any other number, or digits glued to a name.
Japanese: `J` date with a year · `j` without one · `B` day alone · `U` fiscal year · `I` century · `@ < > ?` words
behind them.
Months: `M`, in lower case `m`. Words: the kinds of `words.toml`, else `K` with a capital, `x` without. `|` opens a cell
or an item, `\\n` is a line break that parts; `^` stands before the first token and behind the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.normalize.dates.calendar import FIRST_YEAR, LAST_YEAR
from pipeline.normalize.dates.japanese import JAPANESE, japanese_token
from pipeline.normalize.dates.lexicon import Lexicon, lexicon

_FOLDED: dict[int, int | str] = {0xFEE0 + point: point for point in range(0x21, 0x7F)}
for _plain_sign, _signs in (
    ("-", "‐‑−"),
    ("~", "～〜∼"),
    ("'", "’‘ʼ′`´"),
    (" ", "\u00a0\u2002\u2003\u2009\u202f\u3000\t"),
):
    _FOLDED.update(dict.fromkeys(map(ord, _signs), _plain_sign))
_NUMBERS = (
    r"(?P<full>[0-9]{4}+(?P<big>[-./])[0-9]{1,2}+(?P=big)[0-9]{1,2}+(?![0-9])"
    r"|[0-9]{1,2}+(?P<little>[-./])[0-9]{1,2}+(?P=little)[0-9]{4}+(?![0-9]))"
    r"|(?P<decade>'?[0-9]{2,4}+'?s(?![^\W_]))"
    r"|(?P<short>'[0-9]{2}+(?![0-9]))"
    r"|(?P<ordinal>[0-9]{1,3}+(?:st|nd|rd|th)(?![^\W_]))"
    r"|(?P<month>[0-9]{4}+\.[0-9]{1,2}+(?![0-9]|\.[0-9]))"
    r"|(?P<number>[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)*+)"
    r"|(?P<line>\n\s*+)|(?P<sign>[^\w\s])"
)
_LATIN_TOKEN = re.compile(r"(?P<word>[^\W0-9_]++)|" + _NUMBERS)
_JAPANESE_TOKEN = re.compile(JAPANESE + r"|(?P<word>[^\W0-9_\u3040-\u9fff]++|[\u3040-\u9fff])|" + _NUMBERS)
_SIGNS = {"/": "/", "&": "&", "~": "~", "'": "'", ";": ";"}
for _kind, _signs in (
    ("(", "([{（［【「"), (")", ")]}）］】」"), (",", ",、，"), (":", ":："), (".", ".。…"), ("-", "-–—―"),
    ("|", "|•·*■○●◆▪"), ("$", "$¥€£#%№°+"), ('"', '"“”«»'),
):  # fmt: skip
    _SIGNS.update(dict.fromkeys(_signs, _kind))
_NUMBER_NEXT = re.compile(r"\. ?[0-9]")
_BETWEEN = re.compile("[-./]")
_GLUED = re.compile(r"(?<=[^\W0-9_])[A-Z][a-z]++$")
_UNKNOWN: tuple[str, tuple[int, ...]] = ("", ())
_RUNS_ON = frozenset("MmOifsutaephTlcFyb&,W")
"""Kinds behind which a line break parts nothing; a month behind a bare number in the line above is another row's."""
_RUNS_BACK = frozenset("tu&w")


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
    """Cut a folded text into tokens.

    >>> tokenize("as of Oct. 2013").kinds
    '^aOMY^'
    """
    words = lexicon()
    kinds, starts, ends = ["^"], [0], [0]
    values: list[tuple[int, ...]] = [()]
    pattern = _LATIN_TOKEN if text.isascii() or not words.japanese_sign.search(text) else _JAPANESE_TOKEN
    broken = 0
    for found in pattern.finditer(text):
        group, printed = found.lastgroup or "", found[0]
        start, end = found.span()
        value: tuple[int, ...] = ()
        if group == "word":
            kind, value = words.words.get(printed, _UNKNOWN)
            if not kind:
                kind, value, start = _unknown(printed, start, words)
            if kind in "MmWc":
                kind, end = _abbreviated(text, end, printed, kind, kinds[-1], words)
        elif group == "line":
            broken = start + 1
            continue
        elif group == "sign":
            if start < ends[-1]:
                continue
            kind = _SIGNS.get(printed, "!")
        else:
            kind, value = _READERS[group](printed) if group in _READERS else japanese_token(found, words)
            if kind in "DNdo" and kinds[-1] in "Kx" and ends[-1] == start:
                kind = "#"
        if broken:
            if not (kinds[-1] in _RUNS_ON or kind in _RUNS_BACK or _day_runs_on(kinds, kind)):
                kinds.append("\n")
                starts.append(broken - 1)
                ends.append(broken)
                values.append(())
            broken = 0
        kinds.append(kind)
        starts.append(start)
        ends.append(end)
        values.append(value)
    size = len(text)
    return Tokens(text, "".join(kinds) + "^", [*starts, size], [*ends, size], [*values, ()])


def _day_runs_on(kinds: list[str], kind: str) -> bool:
    """Whether a day at the end of a line belongs to the month below: only behind a word that leads to a day."""
    return kind == "M" and kinds[-1] in "Dd" and kinds[-2] in "iTWftbsu"


def _unknown(printed: str, start: int, words: Lexicon) -> tuple[str, tuple[int, ...], int]:
    """Kind, value and start of a word that is none of dates, or of the month glued to its end (`SUGIURANov. 2002`)."""
    if printed.islower():
        return "x", (), start
    glued = _GLUED.search(printed) if len(printed) > 3 else None
    kind, value = words.words.get(glued[0], _UNKNOWN) if glued else _UNKNOWN
    if glued and kind == "M":
        return kind, value, start + glued.start()
    return "K", (), start


def _abbreviated(text: str, end: int, printed: str, kind: str, before: str, words: Lexicon) -> tuple[str, int]:
    """Kind and end of a month, weekday or `c.`: with its dot, but not with one that ends a sentence."""
    if kind == "m" and printed in words.month_words and before not in "^iDdfsut":
        return "g", end
    if text.startswith(".", end) and (printed not in words.full_months or _NUMBER_NEXT.match(text, end)):
        end += 1
    return kind, end


def _plain(printed: str) -> tuple[str, tuple[int, ...]]:
    if not printed.isdigit() or len(printed) > 4:
        return "#", ()
    number, size = int(printed), len(printed)
    if size == 4:
        return ("Y", (number,)) if FIRST_YEAR <= number <= LAST_YEAR else ("#", ())
    if size > 2:
        return "#", ()
    return ("D" if 1 <= number <= 31 else "N" if size == 2 else "#"), (number, size)


def _ordinal(printed: str) -> tuple[str, tuple[int, ...]]:
    number = int(printed[:-2])
    return ("d" if 1 <= number <= 31 else "o"), (number,)


def _short(printed: str) -> tuple[str, tuple[int, ...]]:
    return "A", (full_year(int(printed[1:])),)


def full_year(two_digits: int) -> int:
    """The year of two digits: 30 to 99 are of the 20th century, others of the 21st.

    >>> full_year(98), full_year(5)
    (1998, 2005)
    """
    return two_digits + (1900 if two_digits >= 30 else 2000)


def _decade(printed: str) -> tuple[str, tuple[int, ...]]:
    """First and last year. `1900s` may be a decade or a century, so it is the longer; `2000s` is the decade."""
    digits = printed.strip("'s")
    if len(digits) == 3 or not digits.endswith("0"):
        return "#", ()
    year = int(digits) if len(digits) == 4 else full_year(int(digits))
    if not FIRST_YEAR <= year <= LAST_YEAR or (len(digits) == 2 and year >= 2000 and not printed.startswith("'")):
        return "#", ()
    return "X", (year, year + (99 if year % 100 == 0 and year < 2000 else 9))


def _month(printed: str) -> tuple[str, tuple[int, ...]]:
    year, month = map(int, printed.split("."))
    return ("P", (year, month)) if FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 else ("#", ())


def _full(printed: str) -> tuple[str, tuple[int, ...]]:
    """A day in digits: year first, or last where the order of day and month cannot be mistaken. The value of `Z` is 1
    where it can be."""
    first, second, third = (int(part) for part in _BETWEEN.split(printed))
    if printed[:4].isdigit():
        return "Q", (first, second, third)
    if first > 12 or first == second:
        return "Q", (third, second, first)
    return ("Q", (third, first, second)) if second > 12 else ("Z", (1,))


_READERS = {
    "full": _full, "decade": _decade, "short": _short, "ordinal": _ordinal, "month": _month, "number": _plain,
}  # fmt: skip
