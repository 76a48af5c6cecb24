"""Where a visit went, as a visit cell tells it: before the visitors, behind them, or behind a group."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import TITLES, is_phrase, match
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import STATUS
from pipeline.normalize.visit.text.words import CAPITALISED, LOWER, NO_WORDS, SIGN, fold

_VISITS = frozenset(["visit", "visits", "visited", "trip", "tour"])


def destination(cell: Cell, at: int) -> tuple[int, str | None, str | None] | None:
    """`('s) official visit to Canada` at token `at`: the token behind it, the land, and the status of the visit."""
    tokens, place = cell.tokens, at
    if not tokens[at].marks & STATUS and tokens[at].fold not in _VISITS:
        return None
    while place < at + 4 and tokens[place].marks & STATUS and tokens[place].fold not in _VISITS:
        place += 1
    if tokens[place].fold not in _VISITS or tokens[place].kind == SIGN:
        return None
    status = cell.on_one_line(at, place + 1) if place > at else None
    start = place + 1
    if tokens[start].fold != "to" and tokens[place].fold not in ("visits", "visited"):
        return start, None, status
    start += tokens[start].fold == "to"
    start += tokens[start].fold == "the"
    end = _place_end(cell, start)
    if end == start:
        return place + 1, None, status
    return end, _place(cell, start, end), status


def goal_end(cell: Cell, at: int) -> int:
    """Behind the lands that a group goes `to` (`Mission to Kenya, Uganda and Tanzania`) at token `at`; else `at`."""
    tokens, end, place = cell.tokens, at, at
    joints: tuple[str, ...] = ("to",)
    while tokens[place].fold in joints and place < cell.count:
        start = place + 1 + (tokens[place + 1].fold in ("the", "and"))
        place = _place_end(cell, start)
        if place == start:
            break
        end, joints = place, (",", "and", "&")
    return end if tokens[end].kind in NO_WORDS or tokens[end].kind == LOWER else at


def _place(cell: Cell, start: int, end: int) -> str:
    """The words of a place; without an `in` that the print has run together with it (`Japanin October`)."""
    place = cell.on_one_line(start, end)
    return place[:-2] if end == start + 1 and _runs_into_in(cell.tokens[start].fold) else place


def _runs_into_in(word: str) -> bool:
    areas = TITLES.areas
    return word.endswith("in") and word not in areas and is_phrase(areas, word[:-2])


def _place_end(cell: Cell, at: int) -> int:
    area = match(TITLES.areas, cell.tokens, at)
    if area:
        return area[0]
    if _runs_into_in(cell.tokens[at].fold):
        return at + 1
    end = at
    while end < at + 4 and cell.tokens[end].kind in CAPITALISED:
        end += 1
    return end


def visit_prefix(cell: Cell) -> tuple[int, str | None, str | None]:
    """`State visit (to Japan) by ...` before the visitors: the token behind it, the status and the land; 0 for none."""
    tokens, place = cell.tokens, 0
    while place < 4 and tokens[place].marks & STATUS and tokens[place].fold not in _VISITS:
        place += 1
    if tokens[place].fold not in ("visit", "visits"):
        return 0, None, None
    status = cell.on_one_line(0, place + 1) if place else None
    status = status if status and fold(status) not in ("a visit", "the visit") else None
    land, behind = None, place + 1
    if tokens[behind].fold == "to":
        start = behind + 1 + (tokens[behind + 1].fold == "the")
        behind = _place_end(cell, start)
        land = _place(cell, start, behind) if behind > start else None
    if tokens[behind].fold not in ("of", "by", "from"):
        return 0, None, None
    return behind + 1, status, land


def prefixed_goal(cell: Cell, at: int) -> str | None:
    """The land of `Visit of X to Canada`, behind the visitors."""
    if cell.tokens[at].fold != "to":
        return None
    start = at + 1 + (cell.tokens[at + 1].fold == "the")
    end = _place_end(cell, start)
    return _place(cell, start, end) if end > start else None
