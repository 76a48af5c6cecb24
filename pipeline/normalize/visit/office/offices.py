"""Offices: what a title is in corrected spelling, and its class. Names are no part of this."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from pipeline.normalize.visit.lexicon import TITLES
from pipeline.normalize.visit.office.classes import class_of, classify_office, fold_title, is_regal, is_regal_title
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import BEFORE_OFFICE
from pipeline.normalize.visit.text.tokens import first_word
from pipeline.normalize.visit.text.typos import may_be_typo

__all__ = ["Office", "classify_office", "find_office", "office_of"]


class Office(NamedTuple):
    """`office` is the title in corrected spelling without article, nation and `then`; `typos` are
    (printed word, corrected word). `is_regal` says that its holder goes by the own name."""

    printed: str
    office: str
    office_class: str
    typos: tuple[tuple[str, str], ...]
    is_regal: bool


NO_OFFICE = Office("", "", "", (), is_regal=False)


def find_office(text: str, pos: int = 0) -> tuple[int, int, Office] | None:
    """The office that begins at `pos`, with or without an article: its span in `text` and what it is; else None.

    >>> text = "the Minister for Foreign Affiars L.ERDENECHULUUN"
    >>> start, end, office = find_office(text)
    >>> text[start:end], office.office, office.typos
    ('Minister for Foreign Affiars', 'Minister for Foreign Affairs', (('Affiars', 'Affairs'),))
    """
    first = first_word(text, pos)
    if first is None or not (first.marks & BEFORE_OFFICE or may_be_typo(first)):
        return None
    cell = Cell(text[pos:])
    title = scan_titles(cell, 0)
    if title is None:
        repaired = cell.repaired(0)
        cell, title = (repaired, scan_titles(repaired, 0)) if repaired else (cell, None)
    if title is None:
        return None
    start, end = cell.starts[title.first], cell.end(title.end - 1)
    return pos + start, pos + end, office_of(cell, title)


def office_of(cell: Cell, title: Title) -> Office:
    """What a title says, with its class."""
    if cell.fixes or title.drops or title.core > title.first:
        return _corrected(cell, title)
    printed = cell.text[cell.starts[title.first] : cell.end(title.end - 1)]
    return _HEADS_ALONE.get(printed) or _as_printed(printed)


def _corrected(cell: Cell, title: Title) -> Office:
    """The same for a title that is not printed as it should be."""
    text, starts, fixes = cell.text, cell.starts, cell.fixes
    first, end = starts[title.first], cell.end(title.end - 1)
    pieces, typos, at = [], [], title.core
    dropped = {place for start, stop in title.drops for place in range(start, stop)}
    position = starts[at]
    for place in range(at, title.end):
        if place in dropped:
            if place - 1 not in dropped:
                pieces.append(text[position : cell.end(place - 1)] if place > at else "")
            position = cell.end(place) + len("'s") * cell.tokens[place].owner
        elif starts[place] in fixes:
            word = cell.tokens[place].printed
            fixed = _like(word, fixes[starts[place]])
            typos.append((word, fixed))
            pieces += [text[position : starts[place]], fixed]
            position = cell.end(place)
    pieces.append(text[position:end])
    office = _one_line("".join(pieces))
    return Office(_one_line(text[first:end]), office, classify_office(office), tuple(typos), is_regal(office))


@lru_cache(maxsize=16384)
def _as_printed(text: str) -> Office:
    printed = _one_line(text)
    office, title, short = printed, fold_title(printed), TITLES.abbreviated
    if not short.keys().isdisjoint(title.replace(".", "").split(" ")):
        office = " ".join(short.get(word.lower().rstrip("."), word) for word in printed.split(" "))
        title = fold_title(office)
    return tuple.__new__(Office, (printed, office, class_of(title), (), is_regal_title(title)))


def _like(printed: str, corrected: str) -> str:
    """A corrected word in the printed one's capitals."""
    if len(printed) > 1 and printed.isupper():
        return corrected.upper()
    return corrected[0].upper() + corrected[1:] if printed[0].isupper() else corrected


def _one_line(text: str) -> str:
    """A title with a plain space for each white space, and no sign at its end."""
    is_plain = text.isprintable() and "  " not in text and text[-1:] not in " ,;:"  # no other space is printable
    return text if is_plain else " ".join(text.split()).rstrip(" ,;:")


_HEADS_ALONE = {title: _as_printed(title) for title in map(str.title, TITLES.plain_heads)}
"""The titles that are a head and nothing else, as they are mostly printed."""
