"""Text → pieces: signs made alike, and where words, numbers and signs begin. What a piece is, `tokens` tells."""

from __future__ import annotations

import re
from functools import cached_property

from pipeline.normalize.dates.figures import BEHIND_DIGIT, BEHIND_QUOTE, PLAIN
from pipeline.normalize.dates.japanese import JAPANESE

APOSTROPHES = "’‘ʼ′`´"
_FOLDED: dict[int, int | str] = {0xFEE0 + point: point for point in range(0x21, 0x7F)}
for _plain_sign, _signs in (
    ("-", "‐‑−"),
    ("~", "～〜∼"),
    ("'", APOSTROPHES),
    (" ", "\u00a0\u2002\u2003\u2009\u202f\u3000\t"),
):
    _FOLDED.update(dict.fromkeys(map(ord, _signs), _plain_sign))
_FOLDABLE = re.compile(f"[{re.escape(''.join(map(chr, _FOLDED)))}]++")
"""Runs of what is folded: most texts have few, and looking up each character is slow."""
_GROUP = re.compile(r"\(\?P<\w+>")


def fold(text: str) -> str:
    """Full-width signs, hyphens, tildes, apostrophes and spaces as ASCII has them; every character keeps its place.

    >>> fold("２０１３～")
    '2013~'
    """
    return text if text.isascii() else _FOLDABLE.sub(lambda run: run[0].translate(_FOLDED), text)


class Cut:
    """The pieces of a script where words are such; the shapes of `first` come before all others.

    What begins a branch is a sign or a set, so that a branch that cannot match is left at once. The patterns are compiled
    when they are first asked for: no page needs all of them.
    """

    def __init__(self, word: str, first: dict[str, str], flags: int = 0) -> None:
        figures = f"{PLAIN}|[0-9](?:{_either(BEHIND_DIGIT)})|'(?:{_either(BEHIND_QUOTE)})?"
        words = rf"[Ff]\.[Yy]\.|(?P<word>{word})"
        branches = [_either(first), words, figures, r"(?P<sign>--|[^\w\s'])", r"\n\s*+"]
        self._named, self._flags = "|".join(branch for branch in branches if branch), flags

    @cached_property
    def bare(self) -> re.Pattern[str]:
        """Cuts a text."""
        return re.compile(f"({_GROUP.sub('(?:', self._named)})", self._flags)

    @cached_property
    def named(self) -> re.Pattern[str]:
        """Tells what shape a piece has that is not known by its looks."""
        return re.compile(self._named, self._flags)


def _either(shapes: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{shape})" for name, shape in shapes.items())


ASCII = Cut("[A-Za-z][A-Za-z]*+", {}, re.ASCII)
_LATIN = Cut(r"[^\W0-9_][^\W0-9_]*+", {})
_JAPANESE = Cut(r"[^\W0-9_\u3040-\u9fff][^\W0-9_\u3040-\u9fff]*+|[\u3040-\u9fff]", JAPANESE)
_JAPANESE_SIGN = re.compile("[\u3040-\u9fff]")


def other_script(text: str) -> Cut:
    """How a text that is not ASCII alone is cut."""
    return _JAPANESE if _JAPANESE_SIGN.search(text) else _LATIN
