"""What a bracket behind a visitor says: a date, a guest's status, or (what remains) an occasion, a role or a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.normalize.visit.lexicon import GROUPS
from pipeline.normalize.visit.text.words import fold

_PIECE = re.compile(r"[^\W\d_]+|[0-9]+|[^\w\s]")
_INNER, _PARTS = re.compile(r"[(\[（)\]）]"), re.compile("[,;]")
_ENDS = " \t\r\n.,;:、。*†‡"
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_DATE = 60
_COUNT = re.compile(
    r"(?:(?:about|some|over|total(?: of)?|approx(?:imately|\.)?|約) ?)?[0-9]{1,5} ?"
    r"(?:persons?|people|members?|participants?|delegates?|students?|[人名])?",
    re.I,
)
"""How many came, or the number of a note, is no occasion."""


class Bracket(NamedTuple):
    """`rest` is what is neither date nor status, as printed; None when nothing is left."""

    date_printed: str | None
    guest_status: str | None
    rest: str | None


@lru_cache(maxsize=4096)
def read_bracket(text: str) -> Bracket:
    """What stands in a bracket, with or without the signs around it.

    >>> read_bracket("(August, 2017)"), read_bracket("(Apr-May)").date_printed
    (Bracket(date_printed='August, 2017', guest_status=None, rest=None), 'Apr-May')
    >>> read_bracket("(5 persons)")
    Bracket(date_printed=None, guest_status=None, rest=None)
    >>> read_bracket("(G20 Summit in June)")
    Bracket(date_printed='June', guest_status=None, rest='G20 Summit')
    >>> read_bracket("(Official working visit guest)").guest_status, read_bracket("(TICAD IV, May)")
    ('Official working visit guest', Bracket(date_printed='May', guest_status=None, rest='TICAD IV'))
    """
    content = inside(_parted(text))
    if is_date(content):
        return Bracket(content, None, None)
    if is_status(content):
        return Bracket(None, content, None)
    if _COUNT.fullmatch(content):
        return Bracket(None, None, None)
    outer = inside(content[: content.find("(")]) if content.endswith(")") else ""
    if outer and is_status(outer):
        return Bracket(None, outer, inside(content[content.find("(") :]))
    event, _, month = content.rpartition(" in ")
    if event and is_date(month) and not month.isdigit():
        return Bracket(month, None, event)
    if "," not in content and ";" not in content:
        return Bracket(None, None, content or None)
    pieces = _pieces(content)
    dates = [piece for piece in pieces if is_date(piece) and not piece.isdigit()]
    states = [piece for piece in pieces if is_status(piece)]
    if len(pieces) == 1 or not (dates or states):
        return Bracket(None, None, content or None)
    rest = ", ".join(piece for piece in pieces if piece not in dates and piece not in states)
    return Bracket(", ".join(dates) or None, ", ".join(states) or None, rest or None)


def _parted(text: str) -> str:
    """A line break or colon that parts a date or a status from what else a bracket says becomes a comma."""
    lines = text.splitlines()
    if len(lines) < 2 and ":" not in text:
        return text
    lines = [line.strip(_ENDS + "()（）[]") for line in lines]
    lead, colon, rest = text.partition(":")
    if colon and is_date(lead.strip(_ENDS + "([（［{")):
        return f"{lead}, {rest}"
    if len(lines) > 1 and any(is_date(line) or is_status(line) for line in lines):
        return ", ".join(line for line in lines if line)
    return text


def inside(text: str) -> str:
    """A bracket's content on one line, without the signs around it and marks at its ends."""
    content = text.strip()
    if content[:1] in "([（［{" and content:
        content = content[1:-1] if content[-1] in ")]）］}" else content[1:]
    return " ".join(content.split()).strip(_ENDS)


def is_date(text: str) -> bool:
    """Only months, days and years, and words that link them; a month or a year at least.

    >>> is_date("May"), is_date("October 22-24"), is_date("2012"), is_date("TICAD 2013"), is_date("early"), is_date("7")
    (True, True, True, False, False, False)
    """
    if len(text) > _LONGEST_DATE:
        return False
    anchored = False
    for found in _PIECE.finditer(text):
        piece = found.group()
        if piece[0].isdigit():
            if len(piece) > 4:
                return False
            anchored |= len(piece) == 4 and piece[:2] in ("18", "19", "20")
        elif (word := fold(piece)) in GROUPS.months:
            anchored = True
        elif word not in GROUPS.date_links:
            return False
    return anchored


def is_status(text: str) -> bool:
    """Only words of a guest's status, `guest` or `visit` among them; `to Japan` or a `guest`'s host may follow.

    >>> is_status("State guest"), is_status("private visit to Japan"), is_status("Visit of the Emperor")
    (True, True, False)
    """
    folded = fold(text)
    first = _LETTERS.search(folded)
    if first is None or first[0] not in GROUPS.status_words:
        return False
    found = _LETTERS.findall(folded)
    for link in ("to", "of"):
        if link in found[1:] and (link == "to" or "guest" in found[: found.index(link, 1)]):
            found = found[: found.index(link, 1)]
    if found == ["visit"] and " to " in text:  # `Visit to the stricken area` is an occasion
        return False
    if not GROUPS.status_words.issuperset(found):
        return False
    return found[0] in GROUPS.status_alone or not GROUPS.status_nouns.isdisjoint(found)


def _pieces(text: str) -> list[str]:
    """The parts between commas and semicolons that stand in no bracket of their own."""
    if not _INNER.search(text):
        return [piece for part in _PARTS.split(text) if (piece := part.strip(_ENDS))]
    pieces, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter in "([（") - (letter in ")]）")
        if letter in ",;" and depth <= 0:
            pieces.append(text[start:place])
            start = place + 1
    pieces.append(text[start:])
    return [piece.strip(_ENDS) for piece in pieces if piece.strip(_ENDS)]
