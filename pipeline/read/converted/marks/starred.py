"""What `html2text` of Debian prints: headings between stars, the more the higher, → headings with signs before them; tables
right below other lines → apart from those, all lines as wide as the widest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.converted.grid_tables.heads import filled_columns
from pipeline.read.page.layout import heads_dates
from pipeline.read.text.dates import is_date

HEADING = re.compile(r"^[ ]*(\*{2,6}) ([^\s*][^\n*]*(?:\n[^\n*]+){0,2}) \1[ ]*$", re.M)
"""A heading may be broken over lines."""
ITEM = re.compile(r"^( {6,})o (?=\S)", re.M)
"""An item of a list within a list."""
FEWEST, HIGHEST, WIDEST = 2, 7, 200


def read_starred(text: str) -> str:
    r"""A text with such headings apart from what stands around them.

    >>> print(read_starred("****** Japan-Togo ******\nMay 2, 2011\n***** Trade *****\n      o Exports: none"))
    <BLANKLINE>
    # Japan-Togo
    <BLANKLINE>
    May 2, 2011
    <BLANKLINE>
    ## Trade
    <BLANKLINE>
          • Exports: none
    """
    if "** " not in text or len(HEADING.findall(text)) < FEWEST:
        return text
    lines = ITEM.sub(r"\1• ", HEADING.sub(_headed, text)).split("\n")
    printed, at = list[str](), 0
    while at < len(lines):
        end = _end(lines, at)
        width = max(map(len, lines[at:end])) + 1
        is_table = end > at + 1
        printed += ["", *(line.ljust(width) for line in lines[at:end]), ""] if is_table else lines[at:end]
        at = end
    return "\n".join(printed)


def _end(lines: Sequence[str], at: int) -> int:
    """The place behind the table of dates that a line heads, whose words stand at the beginning of its columns; the next line
    where none begins."""
    head, end = lines[at], at + 1
    columns = filled_columns(head, [head]) if 0 < len(head) <= WIDEST else None
    if columns is None or not heads_dates(columns.head[0]):
        return end
    starts = columns.starts[1:]
    while end < len(lines) and lines[end].strip():
        date = lines[end][: starts[0]].strip()
        begins = len(lines[end]) - len(lines[end].lstrip()) in columns.starts
        if not begins or any(lines[end][n - 1 : n].strip() for n in starts) or (date and not is_date(date)):
            break
        end += 1
    return end


def _headed(found: re.Match[str]) -> str:
    return f"\n{'#' * (HIGHEST - len(found[1]))} {' '.join(found[2].split())}\n"
