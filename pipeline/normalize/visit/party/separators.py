"""What parts visitors from each other: signs, `and`, and the words that say in which role the next ones came."""

from __future__ import annotations

from pipeline.normalize.visit.lexicon import GROUPS, match
from pipeline.normalize.visit.party.reading import Reading
from pipeline.normalize.visit.text.cell import Cell
from pipeline.normalize.visit.text.marks import COMPANY, LED
from pipeline.normalize.visit.text.words import SIGN

SEPARATORS = ",;\n&/•·*-–—、.:|+"


def pass_separators(reading: Reading) -> None:
    """Go past signs, `and` and `accompanied by`; the latter changes the role of all who follow."""
    tokens, reading.linked = reading.cell.tokens, False
    while reading.place < reading.cell.count:
        token = tokens[reading.place]
        if token.kind == SIGN and token.fold in SEPARATORS:
            reading.linked |= token.fold in "&+"
            if token.fold == "\n" and reading.role == "member":
                reading.role = "principal"
            reading.place += 1
        elif token.fold == "and":
            reading.place, reading.linked = reading.place + 1, True
        elif not token.marks & (COMPANY | LED if reading.found else COMPANY) or not _pass_label(reading):
            break


def _pass_label(reading: Reading) -> bool:
    cell, found = reading.cell, reading.found
    label = match(GROUPS.accompanied_by, cell.tokens, reading.place)
    if label and (found or label[1].startswith("accompan")):
        reading.place, reading.role, reading.linked = label[0], "accompanying", True
        return True
    label = match(GROUPS.led_by, cell.tokens, reading.place)
    if label and found and found[-1].visitor_kind == "group" and _is_label(cell, label):
        reading.place, reading.role = cell.skip(label[0], ":"), "head"
        return True
    return False


def _is_label(cell: Cell, label: tuple[int, str]) -> bool:
    behind = cell.tokens[label[0]]
    return label[1].endswith("by") or (behind.kind == SIGN and behind.fold == ":") or label[1] == "including"
