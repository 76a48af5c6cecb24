"""Lines that say when something was or is: the dates over lists, of the figures below and of totals that run."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.dates import find_dates
from pipeline.outline.cells import is_date_alone
from pipeline.outline.headings import Head, read_head
from pipeline.outline.walk.neighbours import FIGURES, FIRST, LONGEST_FIGURE, TOTALS, holds_figures
from pipeline.outline.walk.state import Walk
from pipeline.records import Block

RESULTS = re.compile(
    r"(?:(?:(?:actual|annual|cumulative|accumulated|aggregate) )?(?:results?|records?|performance|amounts?|figures|data|totals?)"
    r"(?: of aid)?(?: alone| only)?|alone|only"
    r"|(?:in )?(?:the )?(?:latest|last|most recent|single) (?:fiscal )?year(?: alone| only)?)?(?: (?:up|in|of|for))?"
)
"""What a line says beside the date of the figures below it: `Results up to fiscal 2007`, `FY 2007 alone`."""
DATED_UNIT = re.compile(r"[^\W\d_],? (?:19|20)[0-9]{2} ?[(（](?P<unit>[^()（）]{2,40})[)）]\Z")
OF_YEARS = re.compile(r"(?:(?:fiscal|calendar) )?year\b|FY\b|(?:会計)?年度?[ \t\u3000]|暦年[ \t\u3000]", re.I)
"""How a line begins that heads columns of which the first holds years."""
YEAR_ROW = re.compile(r"(?:FY ?)?(?:19|20)[0-9]{2}(?:年度?)?(?:\s++[-−–—－△▲+]?(?:[0-9][0-9,.]*+%?)?+){2,}+", re.I)
DATED_ITEM = re.compile(r"[(（]?[0-9]{1,2}[)）.]\s*[12][0-9]{3}(?:\s?[-–]\s?[12][0-9]{3})?\s*[:：]")
"""`(4) 2005: Entry into force of the Agreement` tells a happening, `(4) 2005:` heads those below."""


def heads_year_rows(walk: Walk, words: str) -> bool:
    """Whether a line says what the columns count of the rows of a year and its figures right below it."""
    below = walk.following
    is_headed = below is not None and below.kind == "paragraph" and OF_YEARS.match(words) is not None
    return is_headed and below is not None and YEAR_ROW.fullmatch(walk.words(below)) is not None


def is_below_date(walk: Walk) -> bool:
    """Whether the open section is that of a happening's date, which heads what happened: `1897年9月` over `外交関係樹立`."""
    section = walk.section
    return section.kind == "label" and section.topic is None and is_date_alone(section.heading or "")


def dates_a_list(walk: Walk, block: Block, words: str) -> bool:
    """Whether a line is nothing but the date of the items below it: of those set in further, if it is one itself; of
    figures, if it is none. Those who gave aid may be lines with their ranks: `2008` over `1st France (US$ 147.3 million)`."""
    below = walk.following
    if below is None or (below.kind != "item" and not (block.kind == below.kind == "paragraph")):
        return False
    group = walk.section.group
    if below.kind == "paragraph":
        is_above = group == "donors" and FIRST.match(walk.words(below)) is not None
    else:
        is_above = below.level > block.level if block.kind == "item" else group in FIGURES or group == "donors"
    return is_above and is_date_alone(words)


def dates_totals(walk: Walk, block: Block, words: str) -> bool:
    """Whether a line among figures only says when those of the table right below it, or of the items set in below an item, are
    of, or until when they run: `FY 2015 alone`, `Cumulative total up to FY 2015`."""
    below = walk.following
    if below is None or walk.section.group not in FIGURES:
        return False
    is_deeper = below.kind == block.kind == "item" and below.level > block.level
    is_above = is_deeper or (block.kind == "paragraph" and below.kind in ("header", "row"))
    if not is_above or len(words) > LONGEST_FIGURE or not (TOTALS.match(words) or dates_rows(read_head(words))):
        return False
    dates = find_dates(words)
    return len(dates) == 1 and not find_amounts(words, skip=[(one.start, one.end) for one in dates])


def heads_dated_units(walk: Walk, words: str) -> bool:
    """Whether a line ends with a year and the unit of the figures right below it, which have none: `Trade 2008 (US$ million)`."""
    found, below = DATED_UNIT.search(words), walk.following
    if found is None or below is None or parse_unit(f"({found['unit']})") is None or not holds_figures(walk, below):
        return False
    return not any(one.unit_basis == "stated" for one in find_amounts(walk.words(below)))


def dates_rows(head: Head) -> bool:
    """Whether a heading says nothing but when the figures below it are of.

    >>> dates_rows(read_head("Results up to fiscal 2007")), dates_rows(read_head("Results of talks in 2007"))
    (True, False)
    """
    return RESULTS.fullmatch(head.key) is not None


def is_listed(walk: Walk, words: str) -> bool:
    """Whether a line with its number and year stands in a list of such lines, and so heads nothing."""
    if not DATED_ITEM.match(words):
        return False
    below, above = walk.following, walk.lines[-1] if walk.lines else None
    is_above = above is not None and above.role in ("item", "prose") and DATED_ITEM.match(walk.words(above.block))
    return bool(is_above or (below and DATED_ITEM.match(walk.words(below))))
