"""Rankings of donors: `1 United States 554.2` → what one country gave the partner, with its rank; a row each, or all in one."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.context import Frame, heading_frame, unit_in_brackets
from pipeline.extract.figures.donors.columns import heads_figures
from pipeline.extract.figures.donors.donor import NAME_END, Donor, add, donor_area
from pipeline.extract.figures.donors.lists import (
    LEAST_LISTED,
    add_below,
    add_entries,
    add_listed,
    add_named,
    add_ranked,
    add_run,
    add_unranked,
)
from pipeline.extract.figures.donors.years import (
    OF_WHICH,
    RANK_CELL,
    add_columns,
    add_headed,
    add_side_by_side,
    add_years,
    add_years_over,
)
from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.areas import Area
from pipeline.outline import Line
from pipeline.outline.headings import likely_topic, read_head
from pipeline.records import Block, Span

ROW = re.compile(
    r"[(（]?([0０]?[1-9１-９]|[1-9１-９][0-9０-９])(?:(?:st|nd|rd|th|位|[.)）:])?[\s|]+|）)(.{2,40}?)[\s|:]+([(（]?(?:[A-Z]{2,3}(?=\s?[$0-9]))?[^A-Za-z|]*[0-9０-９][0-9０-９,.，．]*[^|]*)[\s|]*\Z"
)
LABEL = re.compile(r"([^:：\n]{5,120})[:：]\s*(?=[(（]?1(?:[)）.:]|st\b)|[A-Z])")


def add_donor(facts: Facts, line: Line) -> bool:
    """Add the donors of a line of a ranking; the year, unit and basis stand in the heading. Returns whether there were any."""
    if (line.section.group == "donors" and facts.pair[1] not in _lands(facts, line.block)) or (
        line.role == "row" and _are_donors(facts, line)
    ):
        header = facts.header_above(line)
        frame = heading_frame(facts, line.section, line.section.nearest_topic, _label_of(facts, line, header))
        if frame.unit.unit is None and (unit := unit_in_brackets(facts, line.section)):
            frame = frame._replace(unit=frame.unit._replace(unit=unit[0], unit_mult=unit[1]))
        is_row = line.role == "row"
        if is_row and (
            heads_figures(facts, line)
            or add_columns(facts, line, frame, header)
            or add_side_by_side(facts, line, frame, header)
        ):
            return True
        if add_years_over(facts, line, frame, header) or (is_row and add_headed(facts, line, frame, header)):
            return True
        if add_years(facts, line, frame, header) or _add_row(facts, line, frame):
            return True
        told = add_ranked(facts, line, frame) or add_entries(facts, line, frame, line.block.body)
        told = told or add_run(facts, line, frame) or add_unranked(facts, line, frame)
        told = told or add_below(facts, line, frame)
        return told or add_listed(facts, line, frame) or add_named(facts, line, frame)
    label = LABEL.match(facts.text, line.block.body, line.block.end) if line.role in ("item", "prose") else None
    own = likely_topic(read_head(label[1]), facts.outline.publisher) if label else None
    if label is None or own is None or own.group != "donors":
        return False
    frame = heading_frame(facts, line.section, own, label[1])
    return add_entries(facts, line, frame, label.end()) or add_run(facts, line, frame, label.end())


def names_others(facts: Facts, line: Line) -> bool:
    """Whether cells of a row about aid begin with several countries, or with one behind a rank: whatever its heading says,
    its figures are not those of the publisher's country alone."""
    if line.section.group != "oda" or len(line.block.cells) < LEAST_LISTED:
        return False
    lands = _lands(facts, line.block)
    is_ranked = bool(lands) and RANK_CELL.fullmatch(facts.text[slice(*line.block.cells[0])].strip()) is not None
    return is_ranked or (len(lands) >= LEAST_LISTED and not lands <= set(facts.pair))


def _are_donors(facts: Facts, line: Line) -> bool:
    """Whether the countries of a row about aid are those that gave it: the publisher's is one of them, and not the partner."""
    if not names_others(facts, line):
        return False
    header, (home, partner) = facts.header_above(line), facts.pair
    lands = _lands(facts, line.block) | (_lands(facts, header) if header else set())
    return home in lands and partner not in lands


def _lands(facts: Facts, block: Block) -> set[str]:
    """The countries that cells begin with, each before its figure or alone: `U.S.A. 130.1`, `うち日本`."""
    words = (facts.text[a:b].strip() for a, b in block.cells)
    names = (OF_WHICH.sub("", NAME_END.split(one, maxsplit=1)[0].strip()) for one in words if one[:1].isalpha())
    return {area.area for name in names if isinstance(area := donor_area(name), Area)}


def _label_of(facts: Facts, line: Line, header: Block | None) -> str:
    """What heads a row of figures: the words of the header, a bare unit in a bracket, and those of the row's own first cell."""
    first = line.block.cells[:1] if line.role == "row" else ()
    cells = [facts.text[a:b] for a, b in (*(header.cells if header else ()), *first)]
    if header and not header.cells:
        cells = [facts.text[header.body : header.end], *cells]
    return " | ".join(f"({words})" if parse_unit(words) and not bracket_spans(words) else words for words in cells)


def _add_row(facts: Facts, line: Line, frame: Frame) -> bool:
    match = ROW.match(facts.text, line.block.body, line.block.end)
    if match is None:
        return False
    amounts = find_amounts(match[3], context=frame.unit)
    span = Span(line.block.body, line.block.end)
    return len(amounts) == 1 and add(facts, line, span, Donor(match[2], int(match[1]), amounts[0]), frame)
