"""Brackets in lines of their own, which say something of the heading or the item above them."""

from __future__ import annotations

from pipeline.normalize.dates import DateValue, parse_date
from pipeline.outline.walk.state import Walk
from pipeline.records import Block

LONGEST_BRACKET = 80


def is_scope(walk: Walk, words: str) -> bool:
    """A line in brackets right below a heading, which only breaks the line: `(cumulative total fiscal 1951-2004)`; one
    below a blank line only if it is nothing but a span of years: `(since 2000)`."""
    is_next = walk.lines and walk.lines[-1].section is walk.section and walk.section.end == walk.lines[-1].block.end
    if not is_next or not _is_bracket(words):
        return False
    return walk.section.is_tight or (walk.section.heading is not None and (is_span(words) or is_as_of(words)))


def is_remark(walk: Walk, block: Block, words: str) -> bool:
    """A bracket alone that only breaks the line of the item above: `(effective from 1961)`."""
    above = walk.lines[-1] if walk.lines else None
    is_open = above is not None and above.role in ("item", "prose") and above.section is walk.section
    topic = walk.section.nearest_topic
    if above is None or not is_open or block.kind != "paragraph" or not _is_bracket(words):
        return False
    if topic is not None and topic.indicator is not None:  # there it may be a note on all the figures above
        return False
    printed = walk.words(above.block)
    return walk.text[above.block.end : block.start].count("\n") == 1 and not printed.endswith((".", ":", "："))


def _is_bracket(words: str) -> bool:
    """Whether a line is one bracket and nothing else."""
    return words.startswith("(") and words.endswith(")") and words.count("(") == 1 and len(words) < LONGEST_BRACKET


def is_span(words: str) -> bool:
    """Whether a bracket states the years that a list covers.

    >>> is_span("(since 2000)"), is_span("(2000-2010)"), is_span("(May 2010)")
    (True, True, False)
    """
    date = parse_date(words.strip(" ()"))
    return isinstance(date, DateValue) and date.precision in ("open", "range")


def is_as_of(words: str) -> bool:
    """Whether a bracket only states when a list was made.

    >>> is_as_of("(as of May 2014)"), is_as_of("(May 2014)")
    (True, False)
    """
    date = parse_date(words.strip(" ()"))
    return isinstance(date, DateValue) and date.role == "as_of"
