"""Text → tokens: one letter of kind for each word, number and sign, so that grammar can be patterns of kinds.

Numbers: `Y` year · `D` 1 to 31 · `N` other number of two digits · `d` ordinal of a day · `o` other ordinal ·
`A` year with an apostrophe · `P` year and month (`1989.10`) · `Q` day in digits (`2010.10.23`) · `X` decade ·
`Z` digits that look like a date and are none · `#` any other number, or digits glued to a name.
Japanese: `J` date with a year · `j` without one · `B` day alone · `U` fiscal year · `I` century · `@ < > ?` words
behind them.
`4` two years of an era (`平成20～24年度`) · `=` an equals sign.
Parts of years: `2` half, quarter, week · `3` one that is named (`Q1`, `上半期`) · `0` question mark.
Months: `M`, in lower case `m`. Words: the kinds of `words.toml`, else `K` with a capital, `x` without. `|` opens a cell
or an item, `\\n` is a line break that parts; `^` stands before the first token and behind the last one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from pipeline.normalize.dates.figures import READERS, plain_figure, plain_figures
from pipeline.normalize.dates.japanese import japanese_token
from pipeline.normalize.dates.lexicon import lexicon
from pipeline.normalize.dates.pieces import ASCII, Cut, other_script

_SIGNS = {"/": "/", "&": "&", "~": "~", "'": "'", ";": ";", "--": "-", "?": "0", "=": "="}
for _kind, _signs in (
    ("(", "([{（［【「"), (")", ")]}）］】」"), (",", ",、，"), (":", ":："), (".", ".。…"), ("-", "-–—―"),
    ("|", "|•·*■○●◆▪"), ("$", "$¥€£#%№°+"), ('"', '"“”«»'),
):  # fmt: skip
    _SIGNS.update(dict.fromkeys(_signs, _kind))
_NUMBER_NEXT = re.compile(r"\. ?[0-9]")
_GLUED = re.compile(r"(?<=[^\W0-9_])[A-Z][a-z]++$")
_UNKNOWN: tuple[str, tuple[int, ...]] = ("", ())
_RUNS_ON = frozenset("MmOifsutaephTlcFyb&,W")
"""Kinds behind which a line break parts nothing; a month behind a bare number in the line above is another row's."""
_RUNS_BACK = frozenset("tu&w")
_ABBREVIATED = frozenset("MmWc")
_STICKING = frozenset("DNdo.KQ")
"""Kinds that may be part of what they touch: figures of a name, the dot of an abbreviation."""
_PARTS = frozenset("1234")


@dataclass(slots=True, eq=False)
class Tokens:
    """`kinds[n]` stands from `starts[n]` to `ends[n]` with the numbers `values[n]`; the first and the last kind are the
    edges of the text, of which the last stands nowhere."""

    text: str
    kinds: str
    starts: list[int]
    ends: list[int]
    values: list[tuple[int, ...]]

    def word(self, at: int) -> str:
        """A token as it is printed."""
        return self.text[self.starts[at] : self.ends[at]]

    def touch(self, first: int, last: int) -> bool:
        """Whether nothing stands between the tokens from `first` to `last`."""
        return self.ends[first:last] == self.starts[first + 1 : last + 1]


def tokenize(text: str) -> Tokens:
    """Cut a folded text into tokens. Every text of every sheet goes through this loop, so it calls little.

    >>> tokenize("as of Oct. 2013").kinds
    '^aOMY^'
    """
    cut, get = ASCII if text.isascii() else other_script(text), _known().get
    pieces = cut.bare.split(text)
    places = list(accumulate(map(len, pieces)))
    kinds, starts, ends = ["^"], [0], [0]
    values: list[tuple[int, ...]] = [()]
    before = "^"  # the kind of the token before
    stop = broken = 0  # where it ends as read, and where a line ended since
    for n in range(1, len(pieces), 2):
        printed, start, end = pieces[n], places[n - 1], places[n]
        if told := get(printed):
            kind, value = told
            if kind == "m":
                kind = _small_month(printed, before)
        elif printed.isalpha() and printed.isascii():
            kind, value = "x" if printed.islower() else "K", ()
        elif printed[0] == "\n":
            broken = start + 1
            continue
        else:
            kind, value = _read(printed, cut, text, start)
        if kind == "K" and not printed.istitle() and (glued := _glued(printed)):
            if first := get(printed[:glued]):
                _add((kinds, starts, ends, values), first[0], start, start + glued, first[1])
            start += glued
            kind, value = get(printed[glued:], _UNKNOWN)
        if start == stop and kind in _STICKING:
            if kind == "." and before in _ABBREVIATED and _is_abbreviating(text, starts[-1], start):
                ends[-1] = stop = end
                continue
            if end - starts[-1] == 2 and _is_part(text[starts[-1] : end]) and not text[end : end + 1].isalpha():
                before, stop = "3", end
                kinds[-1], ends[-1], values[-1] = "3", end, ()
                continue
            if before in "Kx" and kind in "DNdo":
                kind = "#"
        if broken:
            if not (before in _RUNS_ON or kind in _RUNS_BACK or _day_runs_on(kinds, kind)):
                _add((kinds, starts, ends, values), "\n", broken - 1, broken, ())
            broken = 0
        kinds.append(kind)
        starts.append(start)
        ends.append(end)
        values.append(value)
        before, stop = kind, end
    # `data from 2017` are of that year; of other things `from` is a beginning.
    return Tokens(text, "".join(kinds).replace("vf", "vO") + "^", starts, ends, values)


def _add(columns: tuple[list[Any], ...], *row: object) -> None:
    """A token that is none of the pieces."""
    for column, part in zip(columns, row, strict=True):
        column.append(part)


def _is_part(printed: str) -> bool:
    """Whether two tokens that touch name a half or quarter: `Q1`, `2H`."""
    return len(printed) == 2 and printed.strip("QH") in _PARTS


@cache
def _known() -> dict[str, tuple[str, tuple[int, ...]]]:
    """What is told by one look: words, signs and plain figures."""
    signs: dict[str, tuple[str, tuple[int, ...]]] = {sign: (kind, ()) for sign, kind in _SIGNS.items()}
    counters: dict[str, tuple[str, tuple[int, ...]]] = dict.fromkeys(lexicon().counters, ("$", ()))
    return lexicon().words | signs | counters | plain_figures()


def _read(printed: str, cut: Cut, text: str, start: int) -> tuple[str, tuple[int, ...]]:
    """Kind and numbers of a token that is none of the plainest."""
    found = cut.named.match(text, start)
    group = found.lastgroup if found else None
    if group is None or group == "number":
        return plain_figure(printed)
    if group == "word":
        return ("x" if printed.islower() else "K"), ()
    if group == "sign":
        return "!", ()
    return READERS[group](printed) if group in READERS else japanese_token(group, printed, lexicon())


def _day_runs_on(kinds: list[str], kind: str) -> bool:
    """Whether a day at the end of a line belongs to the month below: only behind a word that leads to a day."""
    return kind == "M" and kinds[-1] in "Dd" and kinds[-2] in "iTWftbsu"


def _glued(printed: str) -> int:
    """Where a month begins that is glued to a word (`SUGIURANov. 2002`, `as ofOctober`); 0 where none does."""
    glued = None if printed.isupper() else _GLUED.search(printed)
    return glued.start() if glued and _known().get(glued[0], _UNKNOWN)[0] == "M" else 0


def _small_month(printed: str, before: str) -> str:
    """Whether `may` or `march` in lower case is a month: only behind what leads to one."""
    return "g" if before not in "^iDdfsut" and printed in lexicon().month_words else "m"


def _is_abbreviating(text: str, start: int, dot: int) -> bool:
    """Whether the dot behind a month, weekday or `c.` belongs to it: not if it ends a sentence."""
    return text[start:dot] not in lexicon().full_months or _NUMBER_NEXT.match(text, dot) is not None
