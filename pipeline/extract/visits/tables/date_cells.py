"""Which cells of a row are its date: usually the first, at times two, the last ones, or none."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.visits.dates import HAS_YEAR
from pipeline.extract.visits.tables.dates import cell_dates, cell_words, listed_months
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.japanese import is_japanese
from pipeline.normalize.visitors import parse_visitors
from pipeline.outline import Line
from pipeline.outline.rows import MONTH_CELL
from pipeline.records import Block, Span

YEAR = re.compile(r"[12][0-9]{3}")
MONTH = re.compile(r"(?:1[0-2]|0?[1-9])\.?\Z")
PARTS = re.compile(r"[,;/\n]\s*|(?<=\s)and\s")
LONGEST_LED = 200
"""Characters in which an office stands behind a month."""
IN = re.compile(r"[Ii]n\s")
"""What may stand before the month of a visitor: `March President A and in May Foreign Minister B`."""
MONTH_LEAD = re.compile(r"(?P<month>[0-9０-９]{1,2}月)[ \t\u3000]+(?=[ぁ-ヿ一-鿿])")
YEAR_CELL = re.compile(r"\s*[0-9０-９明大昭平令治正和成元]{2,4}年\s*")


def row_cells(facts: Facts, line: Line) -> tuple[Span, Span]:
    """The date cells and the rest of a row. Year and month may stand in cells of their own."""
    block = line.block
    known = facts.row_cells.get(block.start)
    return known or facts.row_cells.setdefault(block.start, _row_cells(facts.text, block))


def _row_cells(text: str, block: Block) -> tuple[Span, Span]:
    cells = block.cells
    if not cells:
        return Span(block.body, block.body), Span(block.body, block.end)
    if len(cells) == 1:
        return Span(cells[0].start, cells[0].start), cells[0]
    last = _last_dates(text, cells)
    if last:
        return Span(cells[-last].start, cells[-1].end), Span(cells[0].start, cells[-last - 1].end)
    if len(cells) == 2:
        return cells[0], cells[1]
    dates = 1
    is_led = _is_date(text[slice(*cells[0])])  # else what is told stands first, and its dates behind it
    while is_led and dates < len(cells) - 1 and _is_date(text[cells[dates].start : cells[dates].end]):
        dates += 1
    return Span(cells[0].start, cells[dates - 1].end), Span(cells[dates].start, cells[-1].end)


def _last_dates(text: str, cells: tuple[Span, ...]) -> int:
    """How many of the last cells are the date of a row whose people come first: `小泉総理大臣 | 2002年 | 7月`, `Prime Minister
    Kiichi Miyazawa | April 1992`."""
    words = [text[a:b] for a, b in cells]
    if not words[-1]:
        return 0
    if not is_japanese(words[0]):
        is_told = len(words) == 2 and any(map(str.isalpha, words[0])) and HAS_YEAR.search(words[1]) is not None
        return int(is_told and not _is_date(words[0]) and bool(cell_dates(cell_words(words[1]), None)))
    if _is_date(words[0]):
        return 0
    count = 1 if len(words) == 2 or not YEAR_CELL.fullmatch(words[-2]) else 2
    return count if isinstance(parse_date("".join(words[-count:])), DateValue) else 0


def _is_date(words: str) -> bool:
    if not words or MONTH.match(words) or isinstance(parse_date(words, year=2000), DateValue):
        return True
    return bool(listed_months(words))


def with_month(text: str, date: Span, people: Span) -> tuple[Span, Span]:
    """The date cells and the rest of a row, where the rest begins with the month of a year in the first cell, or above it:
    `2002年 | 7月　小泉総理大臣`. Rows below without any month are then of that one."""
    led = MONTH_LEAD.match(text, people.start, people.end)
    is_year = not text[date.start : date.end].strip() or YEAR_CELL.fullmatch(text, date.start, date.end)
    if led is None or not is_year or text[date.end : people.start].strip(" \t\n|"):
        return date, people
    start = date.start if date.start < date.end else people.start
    return Span(start, led.end("month")), Span(led.end(), people.end)


def month_parts(text: str, date: Span, people: Span) -> list[tuple[Span, Span]]:
    """The months of a row's year, or of the year above, and the people behind each, where the cell of people begins with one:
    `2005 | April: President A, May: Foreign Minister B`."""
    year = cell_words(text[slice(*date)])
    if year and not YEAR.fullmatch(year):
        return []
    signs = PARTS.finditer(text, people.start, people.end)
    found = [_lead(text, people.start, people), *(_lead(text, sign.end(), people, sign) for sign in signs)]
    leads = [lead for lead in found if lead]
    if found[0] is None:
        return []
    ends = [*(before for before, _ in leads[1:]), people.end]
    return [
        (Span(*lead.span(1)), Span(lead.end(), lead.end() + len(text[lead.end() : end].rstrip(" ,;/\n"))))
        for (_, lead), end in zip(leads, ends, strict=True)
    ]


def _lead(text: str, at: int, people: Span, sign: re.Match[str] | None = None) -> tuple[int, re.Match[str]] | None:
    """The month that a visitor stands behind at `at`, and where the words before it end. Behind a bare `and` it may as well be
    somebody's name (`President X and June Y`), unless `in` or an office says more."""
    led = IN.match(text, at, people.end)
    month = MONTH_CELL.match(text, led.end() if led else at, people.end)
    if month is None:
        return None
    if sign and sign[0][0].isalpha() and not led and ":" not in month[0]:
        read = parse_visitors(text[month.end() : min(month.end() + LONGEST_LED, people.end)]).visitors
        if not read or read[0].office is None:
            return None
    return sign.start() if sign else at, month


def row_year(facts: Facts, line: Line) -> str:
    """The first year of a row's date cells as printed; empty where there is none."""
    year = YEAR.search(facts.text, *row_cells(facts, line)[0])
    return year[0] if year else ""
