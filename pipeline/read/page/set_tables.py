"""Tables that spaces set in a preformatted block, as pages of the first years have them → tables of the page.

Only what is sure: below a head each row has as many cells, of which all behind the label are figures, or those behind each of
several labels, and no other line of the block stands in columns. Lists of visits, and what has no head, are read as the lines
that they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from lxml.etree import SubElement

from pipeline.read.converted import plain
from pipeline.read.converted.rows import HEADED
from pipeline.read.page.tree import Element

TAGS = ("pre", "listing", "xmp")
INLINE = frozenset({"b", "strong", "i", "em", "u", "font"})
ROW = re.compile(r"\| (.*) \|")
WORDS = re.compile(r"[^\W\d_]{4}")
"""What no cell of figures holds; `none` and the like are left to the lines."""
IN_COLUMNS = re.compile(r"\S {2,}\S.*[0-9]")
FEWEST_ROWS, FEWEST_CELLS = 2, 3


def read_set_tables(root: Element) -> None:
    """Put a table in the place of the lines that make one, in each block that holds nothing but lines."""
    for block in list(root.iter(*TAGS)):
        if any(child.tag not in INLINE for child in block.iterdescendants()):
            continue
        text = "".join(block.itertext())
        if "   " not in text or "|" in text or "\t" in text:
            continue
        runs = [(is_row, list(lines)) for is_row, lines in groupby(plain(text).split("\n"), _is_row)]
        if any(is_row for is_row, _ in runs) and all(
            _is_sure(lines) if is_row else _is_plain(lines) for is_row, lines in runs
        ):
            _replace(block, runs)


def _is_row(line: str) -> bool:
    return line == HEADED or ROW.fullmatch(line) is not None


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split(" | ")]


def _is_sure(lines: Sequence[str]) -> bool:
    """Whether rows are one table of figures with its head."""
    head, *rows = [_cells(line) for line in lines if line != HEADED]
    is_headed = HEADED in lines[1:2] and len(head) >= FEWEST_CELLS and lines.count(HEADED) == 1
    labels = {0, *(n - 1 for n, words in enumerate(head) if n and not words)}
    are_figures = all(
        len(row) == len(head) and not any(WORDS.search(cell) for n, cell in enumerate(row) if n not in labels)
        for row in rows
    )
    return is_headed and len(rows) >= FEWEST_ROWS and are_figures


def _is_plain(lines: Sequence[str]) -> bool:
    return not any(map(IN_COLUMNS.search, lines))


def _replace(block: Element, runs: Sequence[tuple[bool, list[str]]]) -> None:
    """Put the lines of a block, and its tables, in its place."""
    tag, tail = block.tag, block.tail
    block.clear()
    block.tag, block.tail = "div", tail
    for is_row, lines in runs:
        if not is_row:
            SubElement(block, tag).text = "\n".join(lines)
            continue
        table, name = SubElement(block, "table"), "th"
        for line in lines:
            if line == HEADED:
                name = "td"
                continue
            row = SubElement(table, "tr")
            for cell in _cells(line):
                SubElement(row, name).text = cell
