"""Stretches of a text in which no number is an amount: telephone numbers, addresses, coordinates, feet with their inches,
marks of footnotes, and long chains of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.amounts.numbers import FIRST_MODERN_YEAR

_DIGIT = re.compile(r"[0-9]")
_PHONE = re.compile(
    r"(?:(?<![a-z])(?:tel|fax|phone|telephone)(?![a-z])[.:)]{0,2}[ \xa0]{0,3}[+(]?[0-9][0-9 ()/.-]{4,40}"
    r"|\+[0-9]{1,3}[ -][(]?[0-9][0-9 ()-]{5,30}[0-9])"
)
_DEGREES = r"[0-9]{1,3}(?:[ \xa0][0-9]{1,2}){0,2}[ \xa0]"
_COORDINATES = re.compile(
    rf"(?<![0-9.,])(?:{_DEGREES}[ns],[ \xa0]{_DEGREES}[ew]|[0-9]{{1,3}}(?:[ \xa0][0-9]{{1,2}}){{1,2}}[ \xa0][nsew])(?![a-z])"
)
_CHAIN = re.compile(r"(?<![0-9.,])[0-9]{1,9}(?:[-/][0-9]{1,9}){3,}+(?![0-9.,])")
_FEET = re.compile(r"(?<![0-9.,])[0-9]{1,3}'[ \xa0]?[0-9]{1,2}(?:\"|'')")
_FOOTNOTE = re.compile(r"(?<=[a-z)%])\*[0-9]{1,2}(?![0-9.,]?[0-9a-z])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^ \xa0\n<>\"]{1,500}+|[a-z0-9._-]{1,64}+@[a-z0-9.-]{1,100}+")


def unread_spans(folded: str) -> list[tuple[int, int]]:
    """The stretches of a folded text as half-open spans, kind after kind; they may overlap.

    >>> unread_spans("tel: 03-3580-3311, see www.mofa.go.jp")
    [(0, 17), (23, 37)]
    """
    spans = []
    if folded.count("-") > 3 or folded.count("/") > 3:
        spans += [found.span() for found in _CHAIN.finditer(folded)]
    if " n," in folded or " s," in folded:
        spans += [found.span() for found in _COORDINATES.finditer(folded)]
    if "tel" in folded or "fax" in folded or "phone" in folded or "+" in folded:
        spans += [found.span() for found in _PHONE.finditer(folded)]
    if "'" in folded and ('"' in folded or "''" in folded):
        spans += [found.span() for found in _FEET.finditer(folded)]
    if "*" in folded:
        spans += [found.span() for found in _FOOTNOTE.finditer(folded)]
    if "://" in folded or "www." in folded or "@" in folded:
        spans += [found.span() for found in _ADDRESS.finditer(folded)]
    return spans


def has_number(folded: str, place: int, dates: Sequence[tuple[int, int]]) -> bool:
    """Whether a digit stands outside the dates, from a place on; an early year among them may yet be money
    (`1100 US dollars`)."""
    for start, end in dates:
        found = _DIGIT.search(folded, place)
        if found is None:
            return False
        if found.start() < start or (end - start == 4 and folded[start:end] < str(FIRST_MODERN_YEAR)):
            return True
        place = max(place, end)
    return _DIGIT.search(folded, place) is not None
