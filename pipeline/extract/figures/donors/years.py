"""Tables of donors by years: ranks or names over the columns, a year a row, or the years over the amounts."""

from __future__ import annotations

import re
from itertools import takewhile

from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import Frame, heading_frame
from pipeline.extract.figures.donors.columns import (
    first_filled,
    names_over,
    ranks_over,
    year_beside,
    years_beside,
    years_over,
)
from pipeline.extract.figures.donors.donor import Donor, add, add_all, donor_area, named, note
from pipeline.extract.figures.donors.lists import MOST_NEEDED
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.tables.year_columns import year_under
from pipeline.extract.figures.tables.year_rows import YEAR_WORD
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.areas import Area
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line
from pipeline.outline.headings import AMOUNTS, read_head
from pipeline.outline.ranks import RANK_WORDS
from pipeline.records import Block, Span

RANK_CELL = re.compile(rf"[(（第]?([0-9０-９]{{1,2}})(?:st|nd|rd|th|位|[.)）])?|({'|'.join(RANK_WORDS)})", re.I)
RANKED_NAME = re.compile(r"[(（第]?([0-9０-９]{1,2})(?:(?:st|nd|rd|th|位|[.)）:：])\s*|\s+)(?=[^\W\d_])")
NAMED_FIGURE = re.compile(
    r"(?:[A-Z][A-Za-z. '’-]{0,40}[A-Za-z.)][ :(]{1,3}|[ァ-ヿ一-鿿]{2,20}[ \t\u3000:：(（]{0,20})[0-9０-９][0-9０-９,.，．]*[)）]?"
)
OF_GIFTS = re.compile(r"(?:net|gross) (?:disbursements?|oda)|disbursements?|oda|支出(?:純額|総額|額)|援助額|供与額")
"""The head of the column of what donors gave, where it is no word for any amount."""

OF_WHICH = re.compile(r"(?:このうち|うち|内)[、\s]?")


def add_years(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of a table whose columns are ranks, and whose rows are years: `2006 | United States 196.30 | Germany 138.74`."""
    words = facts.text[header.body : header.end] if header else ""
    ranks = ranks_over(facts.text, header)
    year, cells = _year_and_cells(facts.text, line.block, len(ranks))
    date = year_under(words, year)
    if not ranks or not isinstance(date, DateValue):
        return False
    frame = frame._replace(period=Period(date, "stated", year))
    told, heads = False, [facts.text[a:b] for a, b in header.cells[1:]] if header else []
    for n, cell in enumerate(cells):
        name, amount = named(facts.text[cell.start : cell.end], frame)
        rank = ranks[n] if n < len(ranks) else None
        if cell.start == cell.end:
            continue
        if (rank is None and len(heads) == len(cells) and _add_beside(facts, line, cell, heads[n], frame)) or add(
            facts, line, cell, Donor(name, rank, amount), frame
        ):
            told = True
        else:
            note(facts, line, cell)
    return told


def _add_beside(facts: Facts, line: Line, cell: Span, head: str, frame: Frame) -> bool:
    """The figure of a column behind those of the ranks: what one country gave, `うち日本`, told once where it is among the
    first ones too; or what all gave, `合計`. Returns whether it was one of them."""
    amounts = find_amounts(facts.text[cell.start : cell.end], context=frame.unit)
    area = donor_area(OF_WHICH.sub("", head))
    if len(amounts) != 1:
        return False
    if isinstance(area, Area):
        start = line.block.start
        beside = takewhile(lambda row: row.char_start >= start, reversed(facts.observations))
        above = (row for row in beside if row.from_area == area.area)
        if any(row.value == amounts[0].value for row in above):
            return True
        return add(facts, line, cell, Donor(OF_WHICH.sub("", head), None, amounts[0]), frame)
    return add_all(facts, line, cell, head, amounts[0], frame)


def add_columns(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of what the donors gave whose names stand above, a column each: `国名 | 米国 | 日本`, `金額 | 49.5 | 30.6`."""
    names = names_over(facts, line)
    if not names:
        return False
    ranks = ranks_over(facts.text, header)
    is_alone = len(names) == len(line.block.cells)
    if not is_alone and (year := year_beside(facts, line, header)):
        frame = frame._replace(period=year)
    cells = line.block.cells[0 if is_alone else 1 :]
    unread = []
    for n, (name, cell) in enumerate(zip(names, cells, strict=True)):
        amounts = find_amounts(facts.text[cell.start : cell.end], context=frame.unit)
        rank = ranks[n] if len(ranks) == len(names) else None
        is_one = len(amounts) == 1 and add(facts, line, cell, Donor(name, rank, amounts[0]), frame)
        if not is_one and cell.start < cell.end:
            unread.append(cell)
    if len(unread) == sum(cell.start < cell.end for cell in cells):
        return False  # a row of names below one of names
    for cell in unread:
        note(facts, line, cell)
    return True


def add_years_over(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of a table whose columns are years, and whose rows are ranks: `1 | Japan 66.29 | Japan 92.36`, the name and what
    it gave in a cell each or in one, or all in running text."""
    if not line.block.cells and header:
        line = line._replace(block=line.block._replace(cells=_ranked_cells(facts.text, line.block, len(header.cells))))
    years = years_over(facts, line, header)
    first = facts.text[slice(*line.block.cells[0])].strip() if years else ""
    rank = RANK_CELL.fullmatch(first)
    if rank is None:
        return isinstance(donor_area(first), Area) and _add_gifts(facts, line, frame, first, years)
    told = False
    for year, cells in years:
        words = " ".join(facts.text[a:b] for a, b in cells).strip()
        name, amount = named(words, frame)
        span = Span(cells[0].start, cells[-1].end)
        if not words:
            continue
        if add(facts, line, span, Donor(name, rank_in(rank), amount), frame._replace(period=year)):
            told = True
        else:
            note(facts, line, span)
    return told


def rank_in(cell: re.Match[str]) -> int:
    """The rank of a cell: `1st`, `First`, `1位`."""
    return int(cell[1]) if cell[1] else RANK_WORDS.index(cell[2].lower()) + 1


def _ranked_cells(text: str, block: Block, count: int) -> tuple[Span, ...]:
    """A line in running text as the cells of its rank and of `count` less one donors; empty where it has not as many."""
    rank = RANK_CELL.match(text, block.body, block.end)
    found = [Span(*one.span()) for one in NAMED_FIGURE.finditer(text, rank.end(), block.end)] if rank else []
    return (Span(*rank.span()), *found) if rank and len(found) == count - 1 > 0 else ()


def add_side_by_side(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of the rankings of several years that stand side by side: `1. Australia | 24.83 | 1. Japan | 26.19`."""
    told = False
    for year, cells in years_beside(facts, line, header):
        *ranks, name, gift = [facts.text[a:b].strip() for a, b in cells]
        lead = RANKED_NAME.match(name) if not ranks else None
        cell = RANK_CELL.fullmatch(ranks[0]) if ranks else None
        rank = rank_in(cell) if cell else int(lead[1]) if lead else None
        name = name[lead.end() :] if lead else name
        amounts, span = find_amounts(gift, context=frame.unit), Span(cells[0].start, cells[-1].end)
        own = frame._replace(period=year)
        if not name and not gift:
            continue
        if len(amounts) == 1 and (
            add(facts, line, span, Donor(name, rank, amounts[0]), own)
            or add_all(facts, line, span, name, amounts[0], own)
        ):
            told = True
        else:
            note(facts, line, span)
    return told


def _add_gifts(facts: Facts, line: Line, frame: Frame, name: str, years: list[tuple[Period, list[Span]]]) -> bool:
    """What one donor gave in each year: `United States | 76.2 | 50.1`."""
    told = False
    for year, cells in years:
        amounts = find_amounts(facts.text[slice(*cells[0])], context=frame.unit) if len(cells) == 1 else []
        if len(amounts) == 1:
            told |= add(facts, line, cells[0], Donor(name, None, amounts[0]), frame._replace(period=year))
    return told


def add_headed(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of more columns than a ranking needs, of which the header says which is the amount: `Rank | Country | Amount |
    Share (%)`; its first one may be the year, told once for several rows: `Year | Rank | Country | Amount`."""
    cells = line.block.cells
    if header is None or len(header.cells) != len(cells) or len(cells) < MOST_NEEDED:
        return False
    words = [facts.text[a:b].strip() for a, b in cells]
    printed = [facts.text[a:b].strip() for a, b in header.cells]
    is_dated = YEAR_WORD.fullmatch(printed[0]) is not None
    rank = RANK_CELL.fullmatch(words[1 if is_dated else 0])
    heads = [read_head(head).key for head in printed]
    given = [n for n, key in enumerate(heads) if key in AMOUNTS or OF_GIFTS.fullmatch(key)]
    named = [n for n, each in enumerate(words) if isinstance(donor_area(each), Area)]
    if given:  # the unit is that of its own column
        head = facts.text[slice(*header.cells[given[0]])]
        frame = heading_frame(facts, line.section, line.section.nearest_topic, head)
    if is_dated:
        year = first_filled(facts, line)
        date = year_under(printed[0], year)
        if not isinstance(date, DateValue):
            return False
        frame = frame._replace(period=Period(date, "stated" if words[0] else "inherited", year))
    amounts = find_amounts(words[given[0]], context=frame.unit) if len(given) == len(named) == 1 else []
    donor = Donor(words[named[0]], rank_in(rank) if rank else None, amounts[0]) if len(amounts) == 1 else None
    return donor is not None and add(facts, line, Span(line.block.body, line.block.end), donor, frame)


def _year_and_cells(text: str, block: Block, count: int) -> tuple[str, list[Span]]:
    """The year of a row and the cells behind it; in running text a cell ends with its figure, where as many do as there
    are columns."""
    first, *cells = block.cells or (Span(block.body, block.body),)
    if len(cells) == 1 < count:
        found = [Span(*one.span()) for one in NAMED_FIGURE.finditer(text, cells[0].start, cells[0].end)]
        cells = found if len(found) == count else cells
    if len(cells) == 2 * count > 0 and not any(
        map(str.isdigit, text[slice(*cells[0])])
    ):  # a name and its figure in a cell each
        cells = [Span(name.start, figure.end) for name, figure in zip(cells[::2], cells[1::2], strict=True)]
    return text[first.start : first.end].strip(), cells
