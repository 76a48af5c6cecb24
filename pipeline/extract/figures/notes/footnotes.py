"""Footnotes below figures: the marks that figures bear, and a line of notes taken apart by them."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = r"[※*＊†]++\s?([0-9]{0,2})(?![0-9]|[.,][0-9])"
BORNE = re.compile(rf"(?<=[\w)）.:：%(（\[])[^\S\n]?{_MARK}")
"""A mark stands behind words or a number, or in a bracket; at the beginning of a line it is a bullet, or leads a note."""
LEADS = re.compile(rf"(?:\A|(?<=[\s.;,。、；(（])){_MARK}[)）]?\s*+")


class Footnote(NamedTuple):
    """One note of a line: its mark, empty where it has none, and its words."""

    mark: str
    words: str

    @property
    def is_numbered(self) -> bool:
        """Whether the mark tells this note from others beside it."""
        return self.mark.isdigit()


def marks_in(words: str) -> set[str]:
    """The marks that words bear: the number where there is one, else the sign.

    >>> sorted(marks_in("Grants (※1) and loans**: 8 yen *2")), marks_in("* Loans: 8 yen")
    (['**', '1', '2'], set())
    """
    return {match[1] or match[0].strip() for match in BORNE.finditer(words)}


def mark_at(text: str, place: int) -> set[str]:
    """The mark that stands right behind a place, if any does."""
    match = BORNE.match(text, place)
    return {match[1] or match[0].strip()} if match else set()


def notes_of(words: str) -> list[Footnote]:
    """The notes of a line, each with the mark before it.

    >>> notes_of("*1 Exchange of notes basis  *2 JICA costs basis")
    [Footnote(mark='1', words='Exchange of notes basis'), Footnote(mark='2', words='JICA costs basis')]
    >>> notes_of("Loans: exchange of notes basis")
    [Footnote(mark='', words='Loans: exchange of notes basis')]
    """
    leads = list(LEADS.finditer(words))
    ends = [*(lead.start() for lead in leads), len(words)]
    notes = [Footnote("", words[: ends[0]].strip())]
    for lead, end in zip(leads, ends[1:], strict=True):
        notes.append(Footnote(lead[1] or lead[0].strip(), words[lead.end() : end].strip(" \n;,、；(（")))
    return [note for note in notes if note.words]
