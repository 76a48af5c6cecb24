"""The title that a visitor begins with: behind numbers and forms of address, misspelt, or told by a body alone."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import ADDRESS, TITLES, match
from pipeline.normalize.visit.name.extent import name_end
from pipeline.normalize.visit.name.honorifics import honorific_end
from pipeline.normalize.visit.office.classes import is_regal
from pipeline.normalize.visit.office.heads import JOINTS
from pipeline.normalize.visit.office.title import Title
from pipeline.normalize.visit.office.titles import scan_titles
from pipeline.normalize.visit.party.brackets import inside
from pipeline.normalize.visit.party.groups import is_free
from pipeline.normalize.visit.party.name_extent import name_stop
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import FORM, WEAK
from pipeline.normalize.visit.text.words import BRACKET, LOWER, NUMBER, STOPS


def past_numbering(cell: Cell, at: int) -> int:
    """Behind the numbers of a list before a visitor (`1.`, `(2)`); `22` of `22 members` is none."""
    tokens = cell.tokens
    while tokens[at].kind in (BRACKET, NUMBER):
        token = tokens[at]
        number = inside(token.fold) if token.kind == BRACKET else token.fold
        if not (number.isdigit() and len(number) < 3):
            break
        if token.kind == NUMBER and tokens[at + 1].fold not in (".", ")", ":"):
            break
        at = cell.skip(at + 1, ".:)")
    return at


def opening_title(reading: Reading, at: int) -> tuple[Title | None, int]:
    """The office at `at` or behind forms of address, misspelt ones as a last resort, and the token it begins at.

    Without an office, the token behind the forms of address. The cell of the reading becomes the one with the words of
    the title as they should be.
    """
    title, begin = scan_titles(reading.cell, at) if at or reading.found else reading.opening, at
    if title is not None and reading.cell.tokens[at].marks & WEAK and _is_rank(reading.cell, at, title.end):
        title = None
    if title is None:
        title, begin = _behind_forms(reading, at)
    cell = reading.cell
    if title is not None and _ends_at(cell, title, begin + 1) and _is_name(cell, title, begin):
        title = None
    if title is None and cell.tokens[at].fold in TITLES.for_office:
        title = _body_for_office(reading, at)
    return title, begin


def _is_rank(cell: Cell, at: int, end: int) -> bool:
    """`Air Chief Marshal X`: a rank begins at `at` that reaches further than the title up to `end`."""
    rank = match(ADDRESS.weak, cell.tokens, at)
    return rank is not None and rank[0] > end


def _ends_at(cell: Cell, title: Title, end: int) -> bool:
    """Whether a title, or the first of two that are joined, ends there."""
    return title.end == end or cell.tokens[end].fold in JOINTS


def _behind_forms(reading: Reading, at: int) -> tuple[Title | None, int]:
    cell, tokens, begin, title, marks = reading.cell, reading.cell.tokens, at, None, 0
    behind = honorific_end(tokens, at) if tokens[at].marks & FORM else at
    for token in tokens[at:behind]:
        marks |= token.marks
    if marks & WEAK:
        begin = honorific_end(tokens, at, weak=False)
        title = scan_titles(cell, begin) if begin > at else None
    if title is None and behind > begin:
        begin, title = behind, scan_titles(cell, behind)
    if title is None and tokens[at].kind != LOWER and len(tokens[at].fold) > 3:
        title = _misspelt(reading, begin)
    return title, begin


def _is_name(cell: Cell, title: Title, at: int) -> bool:
    """`Dr. King`, `Mr. King Lee`, or `Shah Mahmood Qureshi, Minister`: the word for an office is part of a name."""
    tokens = cell.tokens
    if title.head not in TITLES.name_like_heads:
        return False
    form, goes_on = (
        tokens[at - 1].fold if at else "",
        cell.is_name_word(at + 1) and tokens[at + 1].fold not in ADDRESS.suffixes,
    )
    if form in ADDRESS.civil or (form in ADDRESS.learned and not goes_on):
        return is_regal(title.head)
    if not goes_on or title.head not in TITLES.names_before_post:
        return False
    behind = name_stop(cell, at)
    return tokens[behind].fold == "," and scan_titles(cell, cell.skip(behind, ",\n"), True) is not None


def _misspelt(reading: Reading, begin: int) -> Title | None:
    repaired = reading.cell.repaired(begin)
    title = scan_titles(repaired, begin) if repaired else None
    if repaired is None or title is None or reading.cell.tokens[title.end].kind == LOWER:
        return None
    reading.cell = repaired
    return title


def _body_for_office(reading: Reading, at: int) -> Title | None:
    """A ministry printed where its minister's title belongs: a name of two words or more fills what remains."""
    cell = reading.cell.reworded(at, TITLES.for_office[reading.cell.tokens[at].fold])
    title = scan_titles(cell, at)
    if title is None or title.end == at + 1:
        return None
    end = name_end(cell.tokens, title.end)
    if end < title.end + 2 or cell.tokens[end].kind not in STOPS:
        return None
    if not all(is_free(cell, place) for place in range(title.end, end)):
        return None
    reading.cell = cell
    return title
