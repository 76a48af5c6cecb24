"""Tables that are no tables: a label with its values beside it; and visits that are set as lists and not as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.headings import known_topic, read_head, topic_within
from pipeline.outline.pieces import line_at, lines_of, trimmed
from pipeline.outline.sections import Section
from pipeline.outline.series import BESIDE
from pipeline.publishers import Publisher, Topic
from pipeline.records import Block, Span

TABLES_OF_THEIR_OWN = frozenset({"visits", "donors", "narrative"})
LABELS = frozenset({"residents", "relations", "companies", "agreements"})
"""What single lines of basic data tell, each under a label of its own."""
LONGEST_LABEL = 100
OWN_LABEL = re.compile(
    r"[^:：0-9０-９(（]{2,80}(?:[(（][^()（）]{1,60}[)）])?\s?[:：]|[(（]?(?:FY\s?)?[12][0-9]{3}(?![0-9,.]*[0-9])|(?:明治|大正|昭和|平成|令和)|[12][0-9]{3}[./]"
)
"""How a line begins that has a label or a date of its own."""
LONGEST_PERIOD, FEWEST_COLUMNS, LEAST_PAIRS = 60, 2, 2
RUNNING = re.compile("累計額?|累積|(?:cumulative|accumulated)(?: totals?)?|(?:grand )?totals?|合計|計", re.I)
"""The head of a last column that sums up all years until then, or those beside it, of which only the former have a time."""
REMARKS = re.compile(
    r"備考|摘要|注記?|remarks?|notes?|basis|出典|出所|(?:data )?sources?"
    r"|(?:(?:main|major|主[な要])\s?)?(?:items|goods|products|commodities|品目)",
    re.I,
)
"""The head of a column behind those of the periods, which says of a whole row how its figures were counted, or of what, or
who counted them."""


GOODS = re.compile(
    r"(?:(?:main|major|principal|chief|leading|key) )?(?:goods|items?|products?|commodit(?:y|ies)|articles?)"
    r"|(?:主要|主な)?(?:品目|商品|品)名?",
    re.I,
)
"""The head of a column of goods, behind one of the ways that they go."""
UNITS = re.compile(r"units?|単位", re.I)
"""The head of a column of the units of the figures behind it."""
MOST_LABELS = 3


def is_labelled(text: str, cells: list[Span], section: Section, publisher: Publisher) -> bool:
    """Whether a row's two cells are a label and its value: `Japanese Nationals | 40 (as of Oct. 2017)`."""
    if len(cells) != 2 or cells[0].end - cells[0].start > LONGEST_LABEL:
        return False
    if section.group in TABLES_OF_THEIR_OWN:
        return False
    return is_label(text[cells[0].start : cells[0].end], section.nearest_topic, publisher)


def pairs_beside(text: str, block: Block, section: Section, publisher: Publisher) -> list[Block]:
    """A row of labels and values side by side as one for each pair, which together cover it: `Area | 2,040 km2 | Capital | Port
    Louis`; empty where any of the labels is not known and stands before a figure."""
    pairs = list(zip(block.cells[::2], block.cells[1::2], strict=False))
    if (
        len(pairs) < LEAST_PAIRS
        or len(block.cells) % 2
        or not all(a.start < a.end and b.start < b.end for a, b in pairs)
    ):
        return []
    for n, (label, value) in enumerate(pairs):
        words = text[slice(*label)]
        is_known = is_labelled(text, [label, value], section, publisher)
        is_bare = n > 0 and not any(map(str.isdigit, text[slice(*value)])) and len(words) <= LONGEST_LABEL
        if any(map(str.isdigit, words)) or not (is_known or is_bare):
            return []
    starts = [block.start, *(label.start for label, _ in pairs[1:]), block.end]
    bounds = zip(pairs, starts[:-1], starts[1:], strict=True)
    return [
        block._replace(
            start=a, line=line_at(text, block, a), body=pair[0].start, end=trimmed(text, a, b).end, cells=pair
        )
        for pair, a, b in bounds
    ]


def is_label(words: str, around: Topic | None, publisher: Publisher) -> bool:
    """Whether words head a subject of their own within that of the headings around them."""
    head = read_head(words)
    topic = topic_within(head, known_topic(head, publisher), around)
    if topic is None or head.numeric or topic.group in TABLES_OF_THEIR_OWN:
        return False
    return around is None or around.group != topic.group or topic.group == "profile"


def labels_a_list(text: str, cells: Sequence[Span]) -> bool:
    """Whether the first of two cells heads a list in the second: two lines or more of it say something with a figure, each
    behind its own label or its date, whatever the first cell says: `Tourism | Visitors to Egypt`, `2003: 42,618`."""
    if len(cells) != 2 or cells[0].end - cells[0].start > LONGEST_LABEL:
        return False
    if "\n" not in text[slice(*cells[1])]:
        return False
    lines = [text[a:b] for a, b in lines_of(text, *cells[1])]
    told = [words for words in lines if any(map(str.isdigit, words))]
    label = text[slice(*cells[0])]
    is_list = len(told) > 1 and all(OWN_LABEL.match(words) for words in told)
    return is_list and not (read_head(label).numeric or is_date_alone(label))


def first_line_apart(text: str, cell: Span, section: Section, publisher: Publisher) -> list[Span]:
    """A cell as its first line and the rest where that line is the label of the others; empty for any other cell."""
    end = text.find("\n", cell.start, min(cell.end, cell.start + LONGEST_LABEL))
    is_list = section.group in ("visits", "donors")
    is_sentence = text[end : cell.end].lstrip()[:1].islower()
    if end < 0 or is_list or is_sentence or not is_label(text[cell.start : end], section.nearest_topic, publisher):
        return []
    return [Span(cell.start, end), Span(end + 1, cell.end)]


def label_and_values(text: str, block: Block, cells: list[Span]) -> list[Block]:
    """A row as a label and the items below it, one for each line of its second cell; together they cover the row."""
    label, value = cells
    blocks = [Block("term", 0, block.start, label.end, block.line, label.start)]
    at = label.end
    for body, end in lines_of(text, value.start, value.end):
        start = trimmed(text, at, end).start
        blocks.append(Block("item", 1, start, end, line_at(text, block, start), body))
        at = end
    rest = trimmed(text, at, block.end)
    if rest.start < rest.end:
        blocks.append(Block("furniture", 0, rest.start, block.end, line_at(text, block, rest.start), rest.start))
    return blocks


def dated_columns(text: str, block: Block) -> list[Span]:
    """The cells of a header that each say a period, behind a label: `Type | FY 2022 | Cumulative total as of FY 2022`.

    A row that nothing marks as a header is one where some of them say more than a year, which could be a figure. A column
    of remarks behind them is none of theirs.
    """
    if block.kind not in ("header", "row") or len(block.cells) < FEWEST_COLUMNS:
        return []
    cells = _without_remarks(text, block.cells)
    last = text[slice(*cells[-1])]
    if len(cells) < FEWEST_COLUMNS or len(last) > LONGEST_PERIOD:
        return []
    if not (any(map(str.isdigit, last)) or RUNNING.fullmatch(last.strip())):
        return []
    words = [" ".join(text[a:b].split()) for a, b in cells]
    first = 0 if is_date_alone(words[0]) else _labels_in(words) if block.kind == "header" else 1
    dates = words[first:]
    if RUNNING.fullmatch(dates[-1].strip()):  # `2008年度 | 2009年度 | 累計`
        dates = dates[:-1]
    if len(dates) < FEWEST_COLUMNS or not all(map(is_date_alone, dates)):
        return []
    is_header = block.kind == "header" or (first == 1 and not all(word.strip().isdigit() for word in dates))
    return list(cells[first:]) if is_header else []


def _labels_in(words: Sequence[str]) -> int:
    """How many of the first cells of a header stand over labels: what goes one way, the goods that do, and the unit of their
    figures, `| Goods | Unit | 2017`."""
    count = 1
    for word in words[1 : min(MOST_LABELS, len(words) - 1)]:
        if word.strip() and not GOODS.fullmatch(word.strip()) and not UNITS.fullmatch(word.strip()):
            break
        count += 1
    return 1 if any(map(str.isdigit, "".join(words[:count]))) else count


def has_remarks(text: str, header: Block) -> bool:
    """Whether the last cell of a header heads remarks."""
    return len(_without_remarks(text, header.cells)) < len(header.cells)


def _without_remarks(text: str, cells: tuple[Span, ...]) -> tuple[Span, ...]:
    return cells[:-1] if cells and REMARKS.fullmatch(text[cells[-1].start : cells[-1].end].strip()) else cells


def are_values(text: str, block: Block, columns: int, *, has_more: bool) -> bool:
    """Whether a row has a label, then a value in each column, which may be `None` or not be printed and have another figure in a
    bracket behind it, and then its remarks where the header says so."""
    if len(block.cells) != columns + 1 + has_more:
        return False
    label, *values = block.cells[: columns + 1]
    printed = [BESIDE.sub("", text[a:b], count=1) for a, b in values if a < b]
    return label.start < label.end and bool(printed) and all(len(find_amounts(words)) == 1 for words in printed)


def is_visit_list(section: Section) -> bool:
    """Whether the items of a section are visits: it stands under a caption that gives their direction."""
    return section.kind == "caption" and section.group == "visits"


def is_date_alone(words: str) -> bool:
    """Whether a term of a list is the date of what stands beside it."""
    return isinstance(parse_date(words.strip(" :：")), DateValue)
