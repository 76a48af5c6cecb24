"""What the columns of a table of years count, by their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise, zip_longest

from pipeline.extract.direction import EXPORT, IMPORT
from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.counted import things_counted
from pipeline.extract.figures.figure import BY_UNIT, counts_things
from pipeline.extract.figures.tables.cells import SUBTOTAL
from pipeline.extract.figures.totals import TOTALS
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.outline.captions import is_way
from pipeline.outline.headings import (
    AMOUNTS,
    SHARED_LABELS,
    Head,
    known_topic,
    likely_topic,
    of_the_world,
    read_head,
    topic_within,
)
from pipeline.publishers import Publisher, Topic

FISCAL = re.compile(r"fiscal years?\b|FY(?![a-z])|(?:会計)?年度\b", re.I)
LAST_YEAR = re.compile(r"(?<![0-9０-９./-])(?=(?:[1１][9９]|[2２][0０])[0-9０-９]{2}[)）]?\Z)")
"""Before the year that a cell ends with: `Total through 2007`."""
YEARS = re.compile(r"((?:19|20)[0-9]{2})\s?(?:[-–—~～]|to)\s?((?:19|20)[0-9]{2})")
"""A stretch of years that a row is of: `1951-2003`."""
GOODS = re.compile(
    r"(?:(?:main|major|principal|chief|leading|key) )?"
    r"(?:(?:ex|im)port )?(?:goods|items?|articles?|products?|commodit(?:y|ies))(?: (?:of|for) (?:ex|im)ports?| (?:ex|im)ported)?"
    r"|(?:main|major|principal|chief|leading|key) (?:ex|im)ports|(?:主要|主な)?(?:輸[出入])?(?:品目?|商品)",
    re.I,
)
"""What heads a column of the goods of the figures in another."""
BASIS = re.compile(r"(?:(?:accounting|calculation|statistical) )?bas[ie]s|計上(?:基準|ベース)|ベース", re.I)
"""What heads a column of how the figures in others were counted."""
CHANGE = re.compile(
    r"(?:対?前年度?(?:同[期月])?比(?:増減率?)?|(?:伸び?率|増減率|構成比|シェア)"
    r"|(?:year[- ]on[- ]year|y/y|y-?o-?y)(?: (?:change|growth|increase)(?: rate)?)?"
    r"|(?:(?:annual|year-on-year|rate of|percentage|percent|%|y/y|y-?o-?y) ){0,2}(?:change|growth|increase|shares?)(?: rate)?"
    r"(?: (?:from|over|on|against|in|of) (?:the )?(?:previous (?:fiscal )?year|year before|total|trade|exports|imports))?)"
    r"(?:\s?[(（](?:[%％]|percent)[)）])?",
    re.I,
)
PRODUCT = re.compile(
    r"\b(?:gdp|gni|gnp|gross (?:domestic|national) (?:product|income))\b|国(?:内総生産|民総(?:生産|所得))"
)
PER_HEAD = re.compile(r"\bper (?:capita|head)\b|(?:一|1)人当たり")
CHANGES = Topic("changes", "changes", "other")
"""What a column says of the one before it, in percent."""
UNKNOWN = Topic("unknown", "", None)
"""What nobody knows of a column: its figures are withheld and told, where others of its table are known."""
SOME_AID = Topic("subtotal", "oda", "other")
"""What a column adds up of some of those before it: of which kinds, only the heads above them tell."""
FEWEST, MOST_COLUMNS, MOST_WORDS = 2, 6, 20


def below(above: list[str], cells: list[str]) -> list[str]:
    """The cells of a header on two lines: those of the lower one, where they are empty those above. One that only says that
    its figures are money is of what the one above says, which may stand over several.

    >>> below(["年度", "円借款", "贈与"], ["", "", "無償資金協力", "技術協力"])
    ['年度', '円借款', '無償資金協力', '技術協力']
    >>> below(["Year", "Exports", "", "Balance"], ["", "Amount (yen)", "Change (%)"])
    ['Year', 'Exports (yen)', 'Change (%)', 'Balance']
    """
    if len(above) > len(cells) and not (cells and not cells[0]):
        return cells
    found, upper = [], ""
    for own, lower in zip_longest(above, cells, fillvalue=""):
        upper = own or (upper if lower else "")
        is_money = lower and upper and read_head(lower).key in AMOUNTS
        units = " ".join(lower[a:b] for a, b in bracket_spans(lower))
        found.append(f"{upper} {units}".strip() if is_money else lower or own)
    return found


def over(above: list[str], cells: list[str]) -> list[str]:
    """What the upper line of a header says of each cell of the lower one, where it may stand over several; empty where the
    two lines do not fit.

    >>> over(["年度", "交換公文ベース", "", "JICA経費実績ベース"], ["円借款", "無償資金協力", "技術協力"])
    ['交換公文ベース', '交換公文ベース', 'JICA経費実績ベース']
    """
    upper = above[1:] if len(above) == len(cells) + 1 else above
    if len(upper) != len(cells):
        return []
    found: list[str] = []
    for words in upper:
        found.append(words or (found[-1] if found else ""))
    return found


def year_under(header: str, cell: str) -> DateValue | Refusal:
    """The year, or other date, of a cell below or beside a header, which may say that its years are fiscal years.

    >>> year_under("Fiscal year | Loans", "2011").edtf, year_under("Year", "2011").edtf
    ('2011-04/2012-03', '2011')
    >>> year_under("Fiscal year | Loans", "Total through 2011").edtf
    '2011-04/2012-03'
    >>> year_under("Fiscal year | Amount", "1951-2003").edtf
    '1951-04/2004-03'
    """
    if not FISCAL.match(header.lstrip("| ")) or FISCAL.search(cell):
        return parse_date(cell)
    if years := YEARS.fullmatch(cell):
        return parse_date(f"FY {years[1]}-{years[2]}")
    return parse_date(LAST_YEAR.sub("FY ", cell, count=1))


def goods_of(cells: Sequence[str]) -> dict[int, int]:
    """The columns of goods by those of their figures: the one before, or the last one before that goes the same way.

    >>> goods_of(["Exports", "Main goods", "Imports", "Main goods"]), goods_of(["Exports", "Imports", "Main exports"])
    ({0: 1, 2: 3}, {0: 2})
    """
    found: dict[int, int] = {}
    for n, words in enumerate(cells):
        if not GOODS.fullmatch(words):
            continue
        way = next((one for one in (EXPORT, IMPORT) if one.search(words)), None)
        above = [at for at in range(n) if not GOODS.fullmatch(cells[at]) and (way is None or way.search(cells[at]))]
        if not above or above[-1] in found:
            return {}
        found[above[-1]] = n
    return found


def bases_of(cells: Sequence[str]) -> dict[int, int]:
    """The columns of bases by those of their figures: the one before each, or all before a single last one.

    >>> bases_of(["Grants", "Basis", "Loans", "Basis"]), bases_of(["Grants", "Loans", "Basis"])
    ({0: 1, 2: 3}, {0: 2, 1: 2})
    """
    found = [n for n, words in enumerate(cells) if BASIS.fullmatch(words)]
    if len(found) == 1 and found[0] == len(cells) - 1:
        return dict.fromkeys(range(found[0]), found[0])
    are_beside = found == list(range(1, len(cells), 2)) and len(cells) % 2 == 0
    return {n - 1: n for n in found} if are_beside else {}


def _topic_of(head: Head, publisher: Publisher) -> Topic | None:
    topic = (known_topic if head.key.isascii() else likely_topic)(head, publisher)
    return topic if topic is not None and topic.indicator else None


def topics_of(facts: Facts, labels: Sequence[str], line: Line, *, is_led: bool = False) -> tuple[Topic, ...]:
    """What the columns count that `labels` head, `UNKNOWN` where nobody knows it; empty where nobody knows it of each, or of most
    where a head of the years leads them (`is_led`). Some may only say by how much those before changed, or add up some
    kinds of aid."""
    publisher = facts.outline.publisher
    changes = [
        CHANGE.fullmatch(label) is not None and not _grows(labels[:n], label, publisher)
        for n, label in enumerate(labels)
    ]
    partial = [SUBTOTAL.fullmatch(label) is not None for label in labels]
    left = [one for one, *is_more in zip(labels, changes, partial, strict=True) if not any(is_more)]
    known = _counted(facts, left, line.section.nearest_topic)
    if UNKNOWN in known and not (is_led and len(known) - known.count(UNKNOWN) >= FEWEST):
        return ()
    if not known or (any(partial) and {topic.group for topic in known} != {SOME_AID.group}):
        return ()
    told = iter(known)
    more = zip(changes, partial, strict=True)
    return tuple(CHANGES if is_change else SOME_AID if is_part else next(told) for is_change, is_part in more)


def _grows(before: Sequence[str], label: str, publisher: Publisher) -> bool:
    """Whether a rate of growth is that of an economy: right behind its product or income, also behind that per head where the
    whole stands in the table."""
    topic = known_topic(read_head(label), publisher)
    keys = [read_head(one).key for one in before]
    is_behind = bool(keys) and PRODUCT.search(keys[-1]) is not None
    is_whole = any(PRODUCT.search(key) and not PER_HEAD.search(key) for key in keys)
    return topic is not None and topic.indicator == "gdp_growth" and is_behind and is_whole


def _counted(facts: Facts, labels: Sequence[str], around: Topic | None) -> tuple[Topic, ...]:
    """What columns of figures count, a total that of those beside it; `UNKNOWN` where nobody knows it."""
    publisher = facts.outline.publisher
    heads = [read_head(label) for label in labels]
    topics = [of_the_world(head, _topic_of(head, publisher), around, publisher) for head in heads]
    beside = {topic.group for head, topic in zip(heads, topics, strict=True) if topic and head.key not in SHARED_LABELS}
    if len(beside) == 1 and any(head.key in SHARED_LABELS for head in heads):
        group = beside.pop()
        if group not in TOTALS.values():
            return ()
        around = around if around and around.group == group else publisher.topics.get(group)
    known = []
    for label, head, own in zip(labels, heads, topics, strict=True):
        shared = around if own is None and _is_of_all(label, head, around, facts.pair[0]) else own
        known.append(topic_within(head, shared, around) or UNKNOWN)
    return tuple(known)


def _is_of_all(label: str, head: Head, around: Topic | None, home: str) -> bool:
    """Whether a column counts what the whole table does: a total, one of the two ways, or an amount of money."""
    if head.key in SHARED_LABELS or is_way(head, home):
        return True
    if around is None or around.indicator is None or counts_things(around.indicator):
        return False
    return head.key in AMOUNTS or basis_of(label) is not None or (around.group, things_counted(label) or "") in BY_UNIT


def split_labels(words: str, count: int, publisher: Publisher) -> tuple[str, ...]:
    """The labels that words without breaks between cells are made of; empty where there is not one way to part them.

    >>> from pipeline.publishers import load
    >>> split_labels("Exports to Japan Imports from Japan", 2, load())
    ('Exports to Japan', 'Imports from Japan')
    """
    parts = words.split()
    if not 1 < count <= MOST_COLUMNS or len(parts) > MOST_WORDS:
        return ()
    ways = []
    for cuts in combinations(range(1, len(parts)), count - 1):
        bounds = (0, *cuts, len(parts))
        labels = tuple(" ".join(parts[a:b]) for a, b in pairwise(bounds))
        if all(_topic_of(head, publisher) or head.key in SHARED_LABELS for head in map(read_head, labels)):
            ways.append(labels)
    return ways[0] if len(ways) == 1 else ()
