"""Japanese that was broken at a width, within words as it breaks → whole lines."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.patterns import has_japanese
from pipeline.read.converted.placed import NEW_PAGE, indent
from pipeline.read.converted.wide import is_wide
from pipeline.read.text.dates import DATED
from pipeline.read.text.line_breaks import BULLET

LINE = re.compile(r"[^\n]+")
BEGINS = re.compile(r"[(（]?[0-9０-９]{1,2}(?:[)）．.](?![0-9０-９])|[ \t\u3000])|[(（][ア-ン][)）]|[①-⑳〇○●◎※]")
"""The number of a heading or an item."""
ENDED = re.compile(r"[。．：:）)」』]\Z")
COLUMN = re.compile(r" {2,}(?=\S)")
DATED_CELL = re.compile(rf"\A\f?(?:{DATED.pattern})\S* {{2,}}(?=\S)")
FEWEST, NEARLY = 3, 0.875
"""So many brackets that close on the next line are those of a text broken at a width, which other lines reach nearly."""
FULL, NARROWEST, RAGGED = 4, 50, 4
"""Or so many lines that end no sentence, of one width but for what may not begin a line, and none that is wider."""


def join_japanese(text: str) -> str:
    r"""A text with whole lines, if it is one in Japanese whose lines were broken.

    >>> broken = "1990年    海部総理（即位の\n          礼）\n2001年    森総理（首脳会\n          議）\n"
    >>> print(join_japanese(broken + "2002年    川口順子外務大\n          臣（外相会\n          議）"))
    1990年    海部総理（即位の礼）
    2001年    森総理（首脳会議）
    2002年    川口順子外務大臣（外相会議）
    """
    if not has_japanese(text):
        return text
    lines = text.split("\n")
    broken = [above for above, line in pairwise(lines) if _closes(above, line)]
    width: float = max(map(_width, broken)) if len(broken) >= FEWEST else _common_width(lines)
    full = _full_width(lines) if "\n    " in text else 0
    if not width and not full:
        return text
    width *= NEARLY
    printed: list[str] = []
    above = ""
    for line in lines:
        is_rest = width and printed and (_closes(printed[-1], line) or _goes_on(above, line, width))
        if is_rest or (full and _hangs(above, line, full)):
            printed[-1] = printed[-1].rstrip(" ") + line.strip(" ")
        else:
            printed.append(line)
        above = line
    return "\n".join(printed)


def _full_width(lines: list[str]) -> float:
    """How wide a line is that may have no more room on its page, 0 if only one is so wide."""
    widest = sorted(map(_width, lines))[-2:]
    full = max(widest[-1], NARROWEST) - RAGGED
    return full if widest[0] >= full else 0


def _common_width(lines: list[str]) -> float:
    """The width that many lines have which end no sentence, 0 if there is none."""
    unended = [
        above for above, line in pairwise(lines) if 2 * len(above) >= NARROWEST and _is_open(above, line.strip())
    ]
    if len(unended) < FULL:
        return 0
    widths = sorted(map(_width, unended))
    widest = max(_width(line) for line in lines if 2 * len(line) >= widths[-1])
    return widths[-1] if widths[-FULL] > max(widest, NARROWEST) - RAGGED else 0


def _closes(above: str, line: str) -> bool:
    """Whether a line closes a bracket that is open above it."""
    is_open = above.count("（") + above.count("(") > above.count("）") + above.count(")")
    words = line.lstrip()
    return is_open and bool(words) and not _begins(words) and re.match(r"[^（(]*[）)]", words) is not None


def _goes_on(above: str, line: str, width: float) -> bool:
    """Whether a line was broken at the width: the next one is set in below its last column, or is that of a paragraph."""
    if not _is_open(above, line.strip()) or _width(above) < width:
        return False
    indent = _width(line) - _width(line.lstrip())
    columns = [_width(above[: gap.end()]) for gap in COLUMN.finditer(above)]
    return indent == columns[-1] if len(columns) > 1 else indent <= max(columns, default=0)


def _hangs(above: str, line: str, width: float) -> bool:
    """Whether the cell beside a date was broken at the width of the page: its rest is set in as far as the cell, in columns or,
    as `pdftotext` counts, in signs."""
    date = DATED_CELL.match(above)
    if date is None or _width(above) < width or not _is_open(above, line.strip()):
        return False
    return indent(line) in (len(date[0].lstrip(NEW_PAGE)), _width(date[0]))


def _is_open(above: str, words: str) -> bool:
    """Whether a line ends no sentence, and what stands below begins nothing."""
    return bool(words and above.strip()) and not ENDED.search(above.rstrip()) and not _begins(words)


def _begins(words: str) -> bool:
    return (BEGINS.match(words) or BULLET.match(words) or DATED.match(words)) is not None


def _width(words: str) -> int:
    """How many columns words take: a wide sign has two."""
    return sum(2 if is_wide(sign) else 1 for sign in words)
