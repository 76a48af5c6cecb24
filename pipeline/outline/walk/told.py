"""What a line tells besides its label, so that it is no heading: a value behind it, a date, something of the profile."""

from __future__ import annotations

import re

from pipeline.normalize.amounts import find_amounts, parse_unit
from pipeline.normalize.dates import DateValue, find_dates, parse_date
from pipeline.outline.headings import (
    BRACKET,
    LONGEST_MARK,
    MARKED,
    NUMBER,
    UNIT_BEHIND,
    Head,
    known_topic,
    likely_topic,
    read_head,
)
from pipeline.outline.series import year_cells
from pipeline.outline.spread import closed
from pipeline.outline.walk.state import Walk
from pipeline.records import Block

AT_END = re.compile(r"\S\s?[(（]([^()（）]{1,60})[)）]\s?\Z")
PARTS = re.compile(r"[;、，；]|,(?![0-9]{3})")
FIGURES = frozenset({"trade", "oda", "investment", "culture", "residents", "visitors", "companies"})
COUNTED = frozenset({"persons", "companies"})
CASES = re.compile(r"(?:about |over |some )?[0-9,]{1,6} (?:(?:grant|aid|loan|individual) )?(?:projects?|cases?)", re.I)
"""What an amount of money was given for, counted beside it: `Cultural grants (21 projects, 685 million yen)`."""
HAPPENED = frozenset({"relations", "agreements"})
FIGURE_BEHIND = re.compile("([ぁ-ヿ一-鿿々・]{2,20})(?:[:：]|[ \t\u3000])[ \t\u3000]*(?=約?[0-9０-９])")
VALUE_BEHIND = re.compile(
    r"(?:[ぁ-ヿ一-鿿Ａ-Ｚ](?:[ \t\u3000]+(?![A-Za-z]{3})|[:：][ \t\u3000]*)|[A-Z]：[ \t\u3000]*)\S"
)


def is_told_in_item(walk: Walk, block: Block, head: Head) -> bool:
    """Whether an item of what happened has its date in a bracket: `Establishment of diplomatic relations (July 1964)`."""
    is_happening = block.kind == "item" and walk.section.group in HAPPENED
    return is_happening and not head.number and isinstance(parse_date(head.scope.strip(" ()")), DateValue)


def _tells_a_value(words: str) -> bool:
    """Whether a line in Japanese is a label and what is said of it, with a space or colon between: `（2）兵役　志願制`."""
    number = NUMBER.match(words)
    told = UNIT_BEHIND.sub("", BRACKET.sub("", closed(words[number.end() if number else 0 :]).rstrip()))
    return VALUE_BEHIND.search(told) is not None


def amount_at_end(words: str) -> str | None:
    """The amount of money, or the count of people or companies, that stands in the bracket behind a label, maybe with a date
    or a word on it, or what it was given for is counted; `None` where there is none.

    >>> amount_at_end("Loans (12 billion yen, until FY 2015)"), amount_at_end("Trade (2017)")
    ('12 billion yen', None)
    """
    behind = AT_END.search(words)
    parts = [part.strip() for part in PARTS.split(behind[1])] if behind else []
    told = [part for part in parts if any(map(str.isdigit, part)) and _is_figure(part)]
    told += [part for part in parts if not told and _says_none(part)]
    others = [part for part in parts if part not in told and any(map(str.isdigit, part))]
    others = [part for part in others if not (told and CASES.fullmatch(part))]
    is_dated = all(isinstance(parse_date(part), DateValue) for part in others)
    return told[0] if len(told) == 1 and is_dated else None


def _is_figure(words: str) -> bool:
    amounts = find_amounts(words)
    is_whole = len(amounts) == 1 and (amounts[0].start, amounts[0].end) == (0, len(words))
    return is_whole and (len(amounts[0].unit or "") == len("JPY") or amounts[0].unit in COUNTED)


def _says_none(words: str) -> bool:
    """Whether words say that there was none."""
    return [amount.status for amount in find_amounts(words)] == ["none"]


def tells_an_amount(walk: Walk, block: Block, words: str, head: Head) -> bool:
    """Whether a line is a label of figures and, in a bracket, its amount: `Grants (2 billion yen)`. What could be a unit, `(10
    billion yen)`, is one above figures without any of their own; and items set in below make a heading of it all the same."""
    amount, below = amount_at_end(words) if words[-1:] in ")）" else None, walk.following
    topic = (likely_topic(head, walk.publisher) or walk.section.nearest_topic) if amount else None
    if amount is None or topic is None or topic.group not in FIGURES or topic.indicator is None:
        return False
    if below is not None and below.kind == "item" and (block.kind != "item" or below.level > block.level):
        return False
    return parse_unit(amount) is None or not _needs_a_unit(walk, below)


def _needs_a_unit(walk: Walk, block: Block | None) -> bool:
    """Whether a table or a figure that bears no unit stands in a block."""
    if block is None or block.kind in ("header", "row"):
        return block is not None
    words = walk.words(block)
    dates = [(date.start, date.end) for date in find_dates(words)]
    return any(amount.unit is None for amount in find_amounts(words, skip=dates)) or bool(
        year_cells(walk.text, block.body, block.end)
    )


def says_something(walk: Walk, block: Block, words: str, head: Head) -> bool:
    """Whether a line in Japanese is more than a label."""
    return _tells_a_value(words) if head.number else _is_said_of_profile(walk, block, head)


def _is_said_of_profile(walk: Walk, block: Block, head: Head) -> bool:
    """Whether a line without a number is what is said of the numbered label above: `国会（一院制、定数500名）`."""
    above, topic = walk.section.head, known_topic(head, walk.publisher)
    is_below = above is not None and above.number is not None and head.number is None
    is_below = is_below and block.kind == "paragraph" and walk.section.end == walk.lines[-1].block.end
    is_below = is_below and topic is not None and topic.group == "profile" and walk.section.group != "trade"
    return is_below and any(map(str.isdigit, head.scope))


def labels_a_figure(walk: Walk, words: str) -> bool:
    """Whether a line in Japanese is a known label and the figure behind it, however it is set: `文化無償資金協力：2.84億円`."""
    number = NUMBER.match(words)
    label = FIGURE_BEHIND.match(words, number.end() if number else 0)
    topic = likely_topic(read_head(label[1]), walk.publisher) if label else None
    return topic is not None and topic.indicator is not None


def after_colon(words: str) -> str:
    """What stands behind the first colon outside brackets, or in English behind the first tab, and is not its end."""
    if "\t" in words and words.isascii():
        number = NUMBER.match(words)
        words = words[number.end() if number else 0 :].replace("\t", ":")
    depth = 0
    for match in re.finditer(r"[()（）:：]", words):
        sign = match[0]
        depth += (sign in "(（") - (sign in ")）")
        if sign in ":：" and depth == 0:
            behind = words[match.end() :].strip()
            return "" if len(behind) <= LONGEST_MARK and MARKED.sub("", words).endswith(sign) else behind
    return ""
