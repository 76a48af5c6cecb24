"""What stands around a line that tells whether it heads anything: the open section, the line above, the block below."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.captions import caption_direction
from pipeline.outline.cells import is_date_alone
from pipeline.outline.headings import Head, likely_topic
from pipeline.outline.rows import header_at
from pipeline.outline.walk.state import Walk
from pipeline.outline.walk.tables import year_columns
from pipeline.records import Block

GOODS = re.compile(
    r"(?:main|major|principal|chief|leading) (?:trade |traded )?(?:items|goods|products|commodities|exports|imports)"
    r"(?: (?:of|for) (?:trade|(?:@ )?(?:exports|imports)))?(?: (?:to|from) @){0,2}|(?:主要|主な)品目"
)
ONE_SIDE = re.compile(r"[^:]{0,60}\b(?:ex|im)ports?\b[^:]{0,60}:\s", re.I)
"""How a line begins of the goods that go one way."""
COUNTED = re.compile(
    r"[(（]?[0-9]{1,2}[.)）]\s|[^:：0-9]{2,80}[:：]\s?(?:about |some |around )?[0-9]"
    r"|[^:：0-9$]{2,40}[(（\s](?:US ?)?[$¥€]?\s?[0-9][0-9.,]*(?: [A-Za-z$]+){0,3}[)）]?\Z"
)
"""A line that is one of a list of figures: with its number in the list, or a label and the figure."""
FEW_WORDS = 4
FIGURES = frozenset({"trade", "visitors", "investment", "oda", "residents"})
LISTED = FIGURES | {"donors", "culture"}
"""Subjects of which several figures may stand in a list."""
OF_YEARS = re.compile(r"(?:(?:fiscal|calendar) )?year\b|FY\b|(?:会計)?年度?[ \t\u3000]|暦年[ \t\u3000]", re.I)
"""How a line begins that heads columns of which the first holds years."""
YEAR_ROW = re.compile(r"(?:FY ?)?(?:19|20)[0-9]{2}(?:年度?)?(?:\s++[-−–—－△▲+]?(?:[0-9][0-9,.]*+%?)?+){2,}+", re.I)
DATED_ITEM = re.compile(r"[(（]?[0-9]{1,2}[)）.]\s*[12][0-9]{3}(?:\s?[-–]\s?[12][0-9]{3})?\s*[:：]")
"""`(4) 2005: Entry into force of the Agreement` tells a happening, `(4) 2005:` heads those below."""


def heads_goods(walk: Walk, head: Head) -> bool:
    """Whether a line heads the goods and their figures right below it: `Principal items in 2010 (Unit: million yen)`."""
    below = walk.following
    if below is None or walk.section.group != "trade" or not GOODS.fullmatch(head.key):
        return False
    words = walk.words(below)
    if not any(map(str.isdigit, words)):
        return "\t" in words or "|" in words
    return "\t" in words or "|" in words or below.kind == "item" or ONE_SIDE.match(words) is not None


def dates_deeper(walk: Walk, block: Block, head: Head) -> bool:
    """Whether an item only names what the items set in below it count, and says in a bracket for when: `People (cumulative
    total as of FY 2014)`."""
    below = walk.following
    is_above = below is not None and below.kind == "item" and below.level > block.level
    is_short = 0 < len(head.key.split()) <= FEW_WORDS
    return is_above and is_short and isinstance(parse_date(head.scope.strip()), DateValue)


def scopes_figures(walk: Walk, words: str, head: Head) -> bool:
    """Whether a line says what is counted, and in a bracket at its end for when, and the figures stand in a list right below
    it: `Technical cooperation in persons (cumulative total until FY 2015)`."""
    below = walk.following
    if below is None or below.kind not in ("paragraph", "item") or words[-1] not in ")）":
        return False
    if not any(map(str.isdigit, head.scope)):  # `Official Development Assistance (ODA)` is a heading of any depth
        return False
    topic = likely_topic(head, walk.publisher) if COUNTED.match(walk.words(below)) else None
    return topic is not None and topic.group in LISTED


def heads_year_rows(walk: Walk, words: str) -> bool:
    """Whether a line says what the columns count of the rows of a year and its figures right below it."""
    below = walk.following
    is_headed = below is not None and below.kind == "paragraph" and OF_YEARS.match(words) is not None
    return is_headed and below is not None and YEAR_ROW.fullmatch(walk.words(below)) is not None


def heads_names(walk: Walk) -> bool:
    """Whether the header of a table of people stands right below."""
    block = walk.following
    return block is not None and header_at(walk.text, block.body, block.end) is not None


def is_below_date(walk: Walk) -> bool:
    """Whether the open section is that of a happening's date, which heads what happened: `1897年9月` over `外交関係樹立`."""
    section = walk.section
    return section.kind == "label" and section.topic is None and is_date_alone(section.heading or "")


def heads_table(walk: Walk, head: Head) -> bool:
    """Whether a line says what the figures are of the table right below it, of years or in the unit that it states, whatever
    else it says."""
    below = walk.following
    if below is None or not (states_unit(walk, head) or year_columns(walk, below)):
        return False
    topic = likely_topic(head, walk.publisher)
    return topic is not None and (topic.indicator is not None or topic.group in LISTED)


def states_unit(walk: Walk, head: Head) -> bool:
    """Whether a line states in a bracket in what the figures are of the table right below it: `ODA by fiscal year (Unit: 100
    million yen)`."""
    is_above = walk.following is not None and walk.following.kind in ("header", "row")
    return is_above and bool(head.scope) and parse_unit(f"({head.scope})") is not None


def directs_a_figure(walk: Walk, head: Head) -> bool:
    """Whether a line says which way the figure goes that stands alone right below it: `From Japan to Finland`."""
    below = walk.following
    if below is None or below.kind not in ("paragraph", "item") or walk.section.group not in FIGURES:
        return False
    is_way = len(head.areas) > 1 and caption_direction(head, walk.publisher.area) is not None
    return is_way and any(amount.start == 0 for amount in find_amounts(walk.words(below)))


def dates_a_list(walk: Walk, block: Block, words: str) -> bool:
    """Whether a line is nothing but the date of the items below it: of those set in further, if it is one itself; of
    figures, if it is none."""
    below = walk.following
    if below is None or below.kind != "item":
        return False
    is_above = below.level > block.level if block.kind == "item" else walk.section.group in FIGURES
    return is_above and is_date_alone(words)


def is_listed(walk: Walk, words: str) -> bool:
    """Whether a line with its number and year stands in a list of such lines, and so heads nothing."""
    if not DATED_ITEM.match(words):
        return False
    below, above = walk.following, walk.lines[-1] if walk.lines else None
    is_above = above is not None and above.role in ("item", "prose") and DATED_ITEM.match(walk.words(above.block))
    return bool(is_above or (below and DATED_ITEM.match(walk.words(below))))
