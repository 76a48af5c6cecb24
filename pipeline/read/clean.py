"""Which characters a text may hold. The one place that takes out what no later stage should ever meet.

Control characters make files that some readers split in other places than others (a bare carriage return, U+0085,
U+2028), and directional marks make a line look like another one. White-space controls become a space, line separators
a line feed, the rest goes; all are counted. A form feed stays, since it ends a page.
"""

from __future__ import annotations

import re

_SPACES = "\x0b\x1c\x1d\x1e\x1f"
_BREAKS = "\x85\u2028\u2029"
_GONE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_ODD = re.compile(_GONE.pattern[:-1] + _SPACES + _BREAKS + "]")
"""What is suspect."""
_TO_WHITE = str.maketrans({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_BREAKS, "\n")})
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]+"
)
_INVISIBLE = str.maketrans("", "", "\u00ad\u034f\u200b\u200c\u200d\u2060\ufeff")


def clean(text: str) -> tuple[str, int]:
    r"""The text with LF line ends and without control characters, and how many of those it had.

    >>> clean("1\r\n2\r3\x00\x0b4\u202e")
    ('1\n2\n3 4', 3)
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text, 0
    odd = len(_ODD.findall(text))
    return _GONE.sub("", text).translate(_TO_WHITE), odd


def longest_run_of_marks(text: str) -> int:
    """How many combining marks stand in a row at most: what decomposes a text takes quadratic time on many of them.

    >>> longest_run_of_marks("Dola\u0301n"), longest_run_of_marks("Z" + "\u0334\u0300" * 20)
    (1, 40)
    """
    lines = [line for line in text.split("\n") if not line.isascii()]
    return max((len(run) for line in lines for run in _MARKS.findall(line)), default=0)


def collapse(text: str) -> str:
    r"""A run of a page's text as a browser shows it: white space is one space, soft hyphens and zero-width are gone.

    >>> collapse("  26.9\u00a0billion\n (Nic\u00adkel) ")
    '26.9 billion (Nickel)'
    """
    words = " ".join(text.split())
    if words.isprintable():
        return words
    return " ".join(clean(words)[0].translate(_INVISIBLE).split())
