"""Raised figures behind words and numbers are marks of notes: `PETERS¹` is no name, `420¹` no number of four figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
FIGURES = str.maketrans(RAISED, "0123456789")
_SIGNS = (*RAISED, *(f"&sup{figure};" for figure in "123"))
_SIGN = rf"(?<!\bm)(?<!\b[kcm]m)(?<!\b10)(?<![{RAISED}])[{RAISED}]{{1,2}}(?![^\W_])"
"""Behind a unit of length and behind ten they are exponents, before a letter part of a sign for something else."""
_IN_PAGE = re.compile(_SIGN)
_MARK = re.compile(rf"(?<=[^\W_]|[.)\]）」]){_SIGN}")
_NOTE = re.compile(rf"^[ \t]*([{RAISED}]{{1,2}})[ \t]*(\S.*?)[ \t]*$\n?", re.M)
_ENTITY = re.compile("&sup([123]);")
LONGEST_NOTE: Final = 300
"""A longer text explains, and is no remark on one value."""


def read_raised(text: str) -> str:
    """A text with the words of each note in a bracket in place of its marks, as it is done for pages (`read.notes`), and its
    figure where the note is not to be found.

    >>> print(read_raised("Residents: 420¹\\n2013 Mr. PETERS²\\nArea: 12 km²\\n\\n¹ As of 2012.\\n"))
    Residents: 420 (As of 2012)
    2013 Mr. PETERS (2)
    Area: 12 km²
    <BLANKLINE>
    <BLANKLINE>
    """
    if not _has_any(text):
        return text
    notes = _notes(text)
    text = _NOTE.sub(lambda line: "" if line[1] in notes else line[0], text)
    return _MARK.sub(lambda mark: f" ({notes.get(mark[0]) or mark[0].translate(FIGURES)})", text)


def as_raised(page: str) -> str:
    """The text of a page with raised figures as the tags that they stand for, so that they are the same marks.

    >>> as_raised("<td>Mr. PETERS²<td>12 km²<p>&sup2; Transit")
    '<td>Mr. PETERS<sup>2</sup><td>12 km²<p><sup>2</sup> Transit'
    """
    if not _has_any(page):
        return page
    page = _ENTITY.sub(lambda sign: "¹²³"[int(sign[1]) - 1], page)
    return _IN_PAGE.sub(lambda mark: f"<sup>{mark[0].translate(FIGURES)}</sup>", page)


def _has_any(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)


def _notes(text: str) -> Mapping[str, str]:
    """The words of each note by its mark: the only line that begins with a mark which stands behind something too."""
    marks = set(_MARK.findall(text))
    found = [(mark, words) for mark, words in _NOTE.findall(text) if len(words) <= LONGEST_NOTE]
    keys = [mark for mark, _ in found]
    return {mark: words.rstrip(" .。") for mark, words in found if mark in marks and keys.count(mark) == 1}
