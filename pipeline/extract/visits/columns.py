"""The columns of a table by the words of its header: of visits, dates, people, what they came for, and what has no place here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.extract.facts import Facts
from pipeline.extract.visits.in_japanese import remarks_in_japanese
from pipeline.normalize.visit.party.brackets import Bracket, read_bracket
from pipeline.outline import Line
from pipeline.outline.wraps import goes_on
from pipeline.records import Span

REMARKS = re.compile(r"\b(?:Remarks?|Notes?|Purpose|Occasion|Place|Venue)\b")
PEOPLE = ("name", "office", "people")
NAMES_FIRST = (["name", "office"], ["people", "office"])
"""Beside a column of offices, that of visitors holds their names."""


class Columns(NamedTuple):
    """The places of a header's cells by what they head; empty tuples where a header says nothing."""

    width: int
    dates: tuple[int, ...]
    people: tuple[int, ...]
    occasions: tuple[int, ...]
    others: tuple[int, ...]
    is_inverted: bool
    """Whether names stand before their offices."""

    def fits(self, line: Line) -> bool:
        """Whether a row has a cell for each of the header's."""
        return self.width > 0 and len(line.block.cells) == self.width

    def date_cell(self, line: Line) -> Span:
        """The cells of a row's date."""
        cells = line.block.cells
        if not self.dates:
            return Span(cells[0].start, cells[0].start)
        return Span(cells[self.dates[0]].start, cells[self.dates[-1]].end)

    def people_cell(self, line: Line) -> Span:
        """The cells of a row's people."""
        return Span(line.block.cells[self.people[0]].start, line.block.cells[self.people[-1]].end)


NO_COLUMNS = Columns(0, (), (), (), (), is_inverted=False)


def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "columns.toml").read_text("utf-8"))


@cache
def _roles() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(entry["words"], re.I), entry["role"]) for entry in _data()["column"])


@cache
def figure_columns() -> tuple[re.Pattern[str], ...]:
    """What heads the columns of a table of figures, in their order; the last may be missing."""
    return tuple(re.compile(words, re.I) for words in _data()["figures"]["columns"])


def role_of(words: str) -> str | None:
    """What a header's cell heads, whatever a bracket behind it says.

    >>> role_of("Purpose of Visit"), role_of("Title"), role_of("From Japan to Oman")
    ('occasion', 'office', None)
    """
    bare = " ".join(words.split()).strip(" .:：*")
    told = (bare, bare.partition(" (")[0]) if bare.endswith(")") else (bare,)
    return next((role for words in told for pattern, role in _roles() if pattern.fullmatch(words)), None)


def read_columns(facts: Facts, header: Line) -> Columns:
    """The columns of a header, `NO_COLUMNS` unless each of its cells is known and its people stand side by side.

    A column that has no place in the table of visits is told.
    """
    cells = header.block.cells
    if not cells and (word := REMARKS.search(facts.text, header.block.body, header.block.end)):
        message = f"the print does not part the columns of this table: what belongs to {word[0]} may stand in the names"
        facts.note("unrecognised_text", header, word.start(), word.end(), message, found=word[0])
    roles = [role_of(facts.text[cell.start : cell.end]) for cell in cells]
    if "occasion" in roles and "name" not in roles and "people" not in roles and "office" not in roles:
        return NO_COLUMNS
    places = {role: tuple(n for n, own in enumerate(roles) if own == role) for role in ("date", "occasion", "other")}
    people = tuple(n for n, role in enumerate(roles) if role in PEOPLE)
    is_known = None not in roles and people and not any(b != a + 1 for a, b in pairwise(people))
    dates = places["date"]
    if not is_known or any(b != a + 1 for a, b in pairwise(dates)):
        return NO_COLUMNS
    for n in places["other"]:
        words = facts.text[cells[n].start : cells[n].end]
        message = f"the table of visits has no place for this column: {words}"
        facts.note("unrecognised_text", header, cells[n].start, cells[n].end, message, found=words)
    is_inverted = [roles[n] for n in people] in NAMES_FIRST
    return Columns(len(cells), dates, people, places["occasion"], places["other"], is_inverted=is_inverted)


def remarks_of(facts: Facts, columns: Columns, line: Line) -> list[Bracket]:
    """What the cells for remarks say of a row's visitors: a date, a guest's status, an occasion. Several where a cell has as
    many whole lines, which may be said of one visitor each; none where they are empty."""
    printed = [facts.text[a:b].strip(" -–—") for a, b in (line.block.cells[n] for n in columns.occasions)]
    cells = [words for words in printed if words]
    lines = cells[0].split("\n") if len(cells) == 1 else []
    if len(lines) > 1 and not any(goes_on(above, below) for above, below in pairwise(lines)):
        return list(map(_read, lines))
    return [joined(list(map(_read, cells)))] if cells else []


def joined(remarks: Sequence[Bracket]) -> Bracket:
    """Remarks as one, what several say told once."""
    parts = (dict.fromkeys(part for part in parts if part) for parts in zip(*remarks, strict=True))
    return Bracket(*(", ".join(some) or None for some in parts))


def _read(words: str) -> Bracket:
    if words.isascii():
        return read_bracket(words)
    told = remarks_in_japanese(words)
    return Bracket(told.date, told.guest, told.occasion)
