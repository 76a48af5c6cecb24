"""Tables of HTML within Markdown, which has no marks for cells that reach over several → rows of cells between pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from pipeline.read.converted.marks.markdown import is_markdown
from pipeline.read.converted.rows import HEADED, print_row
from pipeline.records import Refused

TABLE = re.compile(r"<(/?)table\b[^<>]{0,2000}>", re.I)
LONGEST: Final = 200_000
"""No table has more signs."""


def read_html_tables(text: str) -> str:
    r"""A text of Markdown with such tables as rows.

    >>> table = "<table>\n<tr><th>Year</th><th>Name</th></tr>\n<tr><td>2006</td><td>Taro Aso</td></tr>\n</table>"
    >>> print(read_html_tables(f"# Visits\n\n**From Japan**\n\n{table}\n"))
    # Visits
    <BLANKLINE>
    **From Japan**
    <BLANKLINE>
    | Year | Name |
    |---|
    | 2006 | Taro Aso |
    <BLANKLINE>
    """
    if "<table" not in text or not is_markdown(text):
        return text
    printed, at = "", 0
    for start, end in _tables(text):
        printed += text[at:start] + "\n".join(_rows(text[start:end]))
        at = end
    return printed + text[at:]


def _tables(text: str) -> Iterator[tuple[int, int]]:
    """Where the tables begin and end that stand in no other."""
    depth = start = 0
    for tag in TABLE.finditer(text):
        start = start if depth else tag.start()
        depth += -1 if tag[1] else 1
        if depth == 0 and tag[1] and tag.end() - start < LONGEST:
            yield start, tag.end()
        depth = max(0, depth)


def _rows(table: str) -> Iterator[str]:
    """The lines of a table."""
    from pipeline.read.page.html import read_html  # texts without tags need no reader of pages

    page = read_html(f"<html>{table}")
    if isinstance(page, Refused):
        yield table
        return
    for block in page.blocks:
        if block.cells:
            cells = [page.text[start:end].strip() for start, end in block.cells]
            yield print_row([*(" ".join(cell.split()) for cell in cells[:-1]), cells[-1]])
            if block.kind == "header":
                yield HEADED
        else:
            yield from ("", page.text[block.body : block.end], "")
