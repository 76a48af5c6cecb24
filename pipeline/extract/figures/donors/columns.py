"""Rankings of donors that lie on their side: a donor a column, its name in one row and what it gave in the next."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from pipeline.extract.facts import Facts
from pipeline.extract.figures.donors.donor import donor_area
from pipeline.extract.figures.lines.unlabelled import is_figure_alone
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.tables.year_columns import year_under
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.areas import Area
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line
from pipeline.outline.ranks import ranks_in
from pipeline.records import Block, Span

FEWEST, MOST_ROWS = 2, 20


def ranks_over(text: str, header: Block | None) -> list[int]:
    """The ranks that head columns: `Year | 1st | 2nd`, or bare numbers that count from one."""
    if header is None:
        return []
    told = ranks_in(text[header.body : header.end])
    heads = [text[a:b].strip() for a, b in header.cells]
    bare = [int(words) for words in takewhile(str.isdecimal, heads if heads[:1] == ["1"] else heads[1:])]
    is_count = len(bare) >= FEWEST and bare == list(range(1, len(bare) + 1))
    return told or (bare if is_count else [])


def year_beside(facts: Facts, line: Line, header: Block | None) -> Period | None:
    """The year of a row of figures below one of names: in its own first cell, or in that of the names where it is empty."""
    words = facts.text[header.body : header.end] if header else ""
    above = _beside(facts, line, -1)
    for block, basis in ((line.block, "stated"), (above.block if above else None, "inherited")):
        printed = facts.text[slice(*block.cells[0])].strip() if block and block.cells else ""
        if printed:
            date = year_under(words, printed)
            return Period(date, basis, printed) if isinstance(date, DateValue) else None
    return None


def years_over(facts: Facts, line: Line, header: Block | None) -> list[tuple[Period, list[Span]]]:
    """The cells of a row behind the first by the years that head their columns, where each has one: in the header, or in the
    one above it, whose years stand over a name and a figure each."""
    upper = facts.upper_headers.get(id(line.section))
    for block in (header, upper):
        cells = block.cells[1:] if block else ()
        years = [(facts.text[a:b].strip(), year_under("", facts.text[a:b].strip())) for a, b in cells]
        found: list[tuple[Period, list[Span]]] = []
        for n, cell in enumerate(line.block.cells[1:]):
            printed, year = years[n] if n < len(years) else ("", None)
            if printed and not isinstance(year, DateValue):
                break
            if isinstance(year, DateValue):
                found.append((Period(year, "inherited", printed), []))
            if not found:
                break
            found[-1][1].append(cell)
        else:
            return found
    return []


def years_beside(facts: Facts, line: Line, header: Block | None) -> list[tuple[Period, list[Span]]]:
    """The cells of a row by the years that stand over them, where nothing but years heads them: each over a rank, a name and a
    figure, or a name and a figure."""
    heads = [facts.text[a:b].strip() for a, b in header.cells if a < b] if header else []
    years = [(head, year_under("", head)) for head in heads]
    width, rest = divmod(len(line.block.cells), len(years)) if years else (0, 0)
    if len(years) < FEWEST or rest or width not in (2, 3):
        return []
    cells = [list(line.block.cells[n : n + width]) for n in range(0, len(line.block.cells), width)]
    told = zip(years, cells, strict=True)
    return [(Period(year, "inherited", head), own) for (head, year), own in told if isinstance(year, DateValue)]


def names_over(facts: Facts, line: Line) -> list[str]:
    """The names of the donors that the figures of a row belong to, from the row above or the header, one a column behind the
    label, or one each where no column is that of labels; empty where there are none, or where a figure stands below the year:
    then all are shifted."""
    if whole := _names_alone(facts, line):
        return whole
    if line.block.cells and is_figure_alone(facts.text[slice(*line.block.cells[0])].strip()):
        return []
    above, header = _beside(facts, line, -1), facts.header_above(line)
    blocks = [above.block if above else None, header]
    named = (
        block for block in blocks if block and len(block.cells) == len(line.block.cells) and _is_named(facts, block)
    )
    return next((_columns(facts, block) for block in named), [])


def heads_figures(facts: Facts, line: Line) -> bool:
    """Whether a row names the donors of the figures in the row below it."""
    below = _beside(facts, line, 1)
    if below is not None and _names_alone(facts, below):
        return True
    below = below if _is_named(facts, line.block) else None
    return below is not None and len(below.block.cells) == len(line.block.cells) and not _is_named(facts, below.block)


def _names_alone(facts: Facts, line: Line) -> list[str]:
    """The names right above a row that has nothing but figures, where they are as many and each cell there is one."""
    above, header, cells = _beside(facts, line, -1), facts.header_above(line), line.block.cells
    block = above.block if above else header
    if block is None or len(block.cells) != len(cells):
        return []
    if not all(_is_gift(facts.text[a:b].strip()) for a, b in cells):
        return []
    names = [facts.text[a:b].strip() for a, b in block.cells]
    return names if len(names) >= FEWEST and all(isinstance(donor_area(name), Area) for name in names) else []


def _is_gift(words: str) -> bool:
    """Whether words are what somebody gave and nothing else, maybe with its unit: `130.1`, `US$ 130.1 million`."""
    return is_figure_alone(words) or any((one.start, one.end) == (0, len(words)) for one in find_amounts(words))


def _beside(facts: Facts, line: Line, step: int) -> Line | None:
    """The row right above or below one, of the same table."""
    lines = facts.outline.lines
    at = bisect_left(lines, line.block.start, key=lambda one: one.block.start) + step
    other = lines[at] if 0 <= at < len(lines) else None
    return other if other and other.role == "row" and other.section is line.section else None


def first_filled(facts: Facts, line: Line) -> str:
    """The first cell of a row, or of the nearest row above of the same table where that is empty; no farther than a ranking
    is long."""
    lines = facts.outline.lines
    at = bisect_left(lines, line.block.start, key=lambda one: one.block.start)
    for row in reversed(lines[max(0, at - MOST_ROWS) : at + 1]):
        if row.role != "row" or row.section is not line.section or not row.block.cells:
            break
        if words := facts.text[slice(*row.block.cells[0])].strip():
            return words
    return ""


def _columns(facts: Facts, block: Block) -> list[str]:
    return [facts.text[a:b].strip() for a, b in block.cells[1:]]


def _is_named(facts: Facts, block: Block) -> bool:
    names = _columns(facts, block)
    return len(names) >= FEWEST and all(isinstance(donor_area(name), Area) for name in names)
