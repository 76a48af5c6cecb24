"""What stands around a line that tells whether it heads anything: the open section, the line above, the block below."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.dates import DateValue, find_dates, parse_date
from pipeline.outline.captions import is_way
from pipeline.outline.headings import Head, is_of_figures, known_topic, likely_topic, read_head
from pipeline.outline.ranks import RANK, counts_ranks
from pipeline.outline.rows import header_at
from pipeline.outline.series import ranked_years
from pipeline.outline.walk.state import Walk
from pipeline.outline.walk.tables import year_columns
from pipeline.outline.wraps import is_source
from pipeline.publishers import Topic
from pipeline.records import Block

GOODS = re.compile(
    r"(?:main|major|principal|chief|leading) (?:trade |traded )?(?:items|goods|products|commodities|exports|imports)"
    r"(?: (?:traded|exported|imported))?"
    r"(?: (?:of|for) (?:trade|(?:@ )?(?:exports|imports)))?(?: (?:to|from) @){0,2}(?: in)?"
    r"|traded (?:items|goods|products|commodities)|(?:items|goods|products|commodities) traded"
    r"|(?:主要|主な)(?:貿易|輸出入|取引)?(?:品目|商品|品)"
)
BARE_GOODS = re.compile(
    r"(?:trade by )?(?:(?:main|major|principal|chief|leading|key|top) )?(?:trade |traded )?(?:goods|commodit(?:y|ies))(?: traded)?"
    r"|(?:主要|主な)?(?:貿易|輸出入)品目?|品目"
)
"""The same in words that are said of nothing else, where a table stands right below: `Goods (100 million yen)`."""
SIDES = frozenset({"trade_exports", "trade_imports"})
OF_TRADE = re.compile(r"\b(?:trade|exports?|imports?)\b")
ONE_SIDE = re.compile(
    r"[^:]{0,60}\b(?:ex|im)ports?\b[^:]{0,60}:\s|[^:：0-9]{0,30}輸[出入][^:：0-9]{0,10}[:：]\s?(?![約0-9０-９])", re.I
)
"""How a line begins of the goods that go one way."""
LABELLED = re.compile(r"([^:：0-9]{2,60})[:：]\s?(?:[A-Z$¥€£]{1,4}\s?)?[0-9]")
"""A label and the figure behind it: `Tuna: 12.3`."""
COUNTED = re.compile(r"[(（]?[0-9]{1,2}[.)）]\s|[^:：0-9]{2,80}[:：]\s?(?:about |some |around )?[0-9]")
"""A line that is one of a list of figures: with its number in the list, or a label and the figure."""
TOTALS = re.compile(r"[(（]?(?:(?:cumulative|accumulated|aggregate)\b|累計|累積)", re.I)
"""How a line begins that is of totals which have run."""
FEW_WORDS, LONGEST_FIGURE = 4, 100
FIGURES = frozenset({"trade", "visitors", "investment", "oda", "residents"})
LISTED = FIGURES | {"donors", "culture", "profile"}
"""Subjects of which several figures may stand in a list."""
UNCOUNTED = frozenset({"agreements", "visits"})
"""Subjects whose lists tell what happened, whatever words and numbers are in them."""
GIVEN = frozenset({"oda", "donors"})
LONGEST_UNKNOWN = 24
NO_LABEL = re.compile(r"[、。（()）:：※*＊]|うち|注|出典|単位|現在")
"""What stands in a remark on the figures above, or on those below, and in no label."""


FIRST = re.compile(rf"{RANK.pattern}|[(（]?1[.)）．]|①", re.I)
"""How the first line of a ranking begins."""


def heads_goods(walk: Walk, head: Head) -> bool:
    """Whether a line heads the goods and their figures right below it: `Principal items in 2010 (Unit: million yen)`."""
    below = walk.following
    if below is not None and below.kind in ("header", "row") and BARE_GOODS.fullmatch(head.key):
        return True
    if (
        below is None
        or not GOODS.fullmatch(head.key)
        or not (walk.section.group == "trade" or OF_TRADE.search(head.key))
    ):
        return False
    words = walk.words(below)
    if not any(map(str.isdigit, words)):
        return "\t" in words or "|" in words or _is_side(walk, words)
    if "\t" in words or "|" in words or below.kind == "item" or ONE_SIDE.match(words):
        return True
    if ": " in words and _is_side(walk, words[: words.index(": ")]):
        return True
    label = LABELLED.match(words)
    topic = likely_topic(read_head(label[1]), walk.publisher) if label else None
    return label is not None and (topic is None or topic.indicator is None)


def is_below_goods(walk: Walk) -> bool:
    """Whether the open section lies in that of a label of goods: `Principal Goods in 2000`, then `From Japan to Tanzania`."""
    return any(at.kind == "label" and at.head and GOODS.fullmatch(at.head.key) for at in walk.section.around())


def _is_side(walk: Walk, words: str) -> bool:
    """Whether a line is the label of what goes one way: `Exports from Japan to Suriname`, `From Japan to Suriname`."""
    if len(words) > LONGEST_FIGURE:
        return False
    topic = likely_topic(read_head(words), walk.publisher)
    return is_way(read_head(words), walk.publisher.area) or (topic is not None and topic.name in SIDES)


def dates_deeper(walk: Walk, block: Block, head: Head) -> bool:
    """Whether an item only names what the items set in below it count, and says in a bracket for when: `People (cumulative
    total as of FY 2014)`."""
    below = walk.following
    is_above = below is not None and below.kind == "item" and below.level > block.level
    is_short = 0 < len(head.key.split()) <= FEW_WORDS
    return is_above and is_short and isinstance(parse_date(head.scope.strip()), DateValue)


def scopes_figures(walk: Walk, words: str, head: Head) -> bool:
    """Whether a line says what is counted, and the figures stand right below it: it is nothing but words of such headings,
    `Trainees received in Japan`, or says in a bracket at its end for when, and they are a list: `Technical cooperation in
    persons (cumulative total until FY 2015)`."""
    below = walk.following
    if below is None or walk.section.group in UNCOUNTED:
        return False
    is_dated = words[-1:] in (")", "）") and any(map(str.isdigit, head.scope)) and below.kind in ("paragraph", "item")
    is_new = is_dated or (is_of_figures(head, walk.publisher) and known_topic(head, walk.publisher) is None)
    if not words.isascii() and below.kind == "paragraph" and " " not in head.key:
        told = likely_topic(head, walk.publisher)
        is_new = told is not None and told.indicator is not None and known_topic(head, walk.publisher) is None
        is_unknown = told is None and _is_beside_label(walk, words)
        is_told = is_unknown or (is_new and told is not None and told.group in LISTED)
        return is_told and _begins_with_figures(walk, below)
    is_over = is_new and ((is_dated and COUNTED.match(walk.words(below))) or holds_figures(walk, below))
    if not is_over:
        return False
    told = likely_topic(head, walk.publisher) or _topic_of_label(walk, below)
    return told is not None and told.group in LISTED


def labels_deeper(walk: Walk, block: Block, head: Head) -> bool:
    """Whether an item says by its last word what the figures of the items set in below it count, or which way they go: `研修員受入れ`
    over `2017年度　318人`, `日本からチリへの輸出` over `自動車　70.6％`, `Japan → Chile` over `3 billion yen (2019)`."""
    below, topic = walk.following, likely_topic(head, walk.publisher)
    if below is None or below.kind != "item" or below.level <= block.level or walk.section.group in UNCOUNTED:
        return False
    if directs_a_figure(walk, head):
        return True
    return topic is not None and topic.indicator is not None and topic.group in LISTED and holds_figures(walk, below)


def _is_beside_label(walk: Walk, words: str) -> bool:
    """Whether a line that nobody knows stands where a label would, behind the figures of another one, which says nothing of
    the figures below it."""
    is_behind = walk.section.kind == "label" and walk.lines[-1].role == "prose" and walk.section.head is not None
    is_short = len(words) <= LONGEST_UNKNOWN and NO_LABEL.search(words) is None
    return is_behind and is_short and not find_amounts(words) and _begins_with_figures(walk, walk.lines[-1].block)


def _begins_with_figures(walk: Walk, block: Block) -> bool:
    """Whether a line begins with a figure, or with the year of one."""
    words = walk.words(block)
    if not holds_figures(walk, block):
        return False
    return any(one.start == 0 for one in find_amounts(words)) or any(one.start == 0 for one in find_dates(words))


def _topic_of_label(walk: Walk, block: Block) -> Topic | None:
    """The topic of the label of a figure: below `Number of persons (until FY 2014)` it says what is counted."""
    label, colon, _ = walk.words(block).partition(":")
    return likely_topic(read_head(label), walk.publisher) if colon else None


def holds_figures(walk: Walk, block: Block) -> bool:
    """Whether a block is a row, or a line that is no sentence, with figures."""
    words = walk.words(block)
    if block.kind in ("row", "header"):
        return any(map(str.isdigit, words))
    is_line = block.kind in ("paragraph", "item") and len(words) <= LONGEST_FIGURE and words[-1:] not in ("", ".", "。")
    return is_line and bool(find_amounts(words))


def is_back_out(walk: Walk, block: Block) -> bool:
    """Whether an item stands beside the one whose label is open, below items that lie deeper: `Loans: none` below the years of
    `Grants (E/N basis)`. A total that has run may be of those years, and a note is."""
    above, words = walk.lines[-1] if walk.lines else None, walk.words(block)
    if above is None or block.kind != "item" or above.block.kind != "item" or walk.section.kind == "heading":
        return False
    if above.block.level <= block.level or TOTALS.match(words) or is_source(words):
        return False
    at = bisect_left(walk.lines, walk.section.start, key=lambda line: line.block.start)
    label = walk.lines[min(at, len(walk.lines) - 1)].block
    is_listed = label.kind == "item" and walk.text[label.start] == walk.text[block.start]  # not `* Loans: E/N basis`
    return is_listed and label.start == walk.section.start and label.level >= block.level


def heads_ranks(walk: Walk, head: Head) -> bool:
    """Whether a line about aid heads the table right below it that ranks those who gave it, by columns or by rows:
    `Assistance by country (net disbursement, US$ million)` over `Year | 1st | 2nd`, `ODA to Fiji` over `Rank | 2008 | 2009`.

    Those to whom the publisher's country gave, which alone is named, are ranked as those who received.
    """
    below = walk.following
    if (
        below is None
        or below.kind not in ("header", "row", "paragraph")
        or not (counts_ranks(walk.words(below)) or ranked_years(walk.text, below.body, below.end))
    ):
        return False
    topic, lands = likely_topic(head, walk.publisher) or walk.section.nearest_topic, {one.area for one in head.areas}
    is_of_others = walk.publisher.area not in lands or walk.partner.area in lands
    return topic is not None and topic.group in GIVEN and is_of_others and "recipient" not in head.key


def heads_names(walk: Walk) -> bool:
    """Whether the header of a table of people stands right below."""
    block = walk.following
    return block is not None and header_at(walk.text, block.body, block.end) is not None


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
    """Whether a line says which way the figures go that stand right below it, maybe below the header of their table: `From Japan
    to Finland`."""
    below = walk.following
    if below is None or walk.section.group not in FIGURES or not is_way(head, walk.publisher.area):
        return False
    return holds_figures(walk, below) or (below.kind == "header" and not heads_names(walk))
