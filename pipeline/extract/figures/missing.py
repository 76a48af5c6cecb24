"""Headings with nothing under them: present, no value. Not zero, and the next section's figures are not theirs."""

from __future__ import annotations

from itertools import pairwise

from pipeline.extract.direction import word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import heading_frame
from pipeline.extract.figures.figure import Figure, add_figure
from pipeline.extract.figures.flows import heading_flow
from pipeline.extract.figures.periods import measure_of
from pipeline.extract.figures.shapes import COLON
from pipeline.extract.figures.topics import stands_beside
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line, Section
from pipeline.outline.headings import SHARED_LABELS, known_topic, read_head
from pipeline.publishers import Topic
from pipeline.publishers.groups import BETWEEN_TWO
from pipeline.records import Span

EXPECTED = BETWEEN_TWO | {"donors", "relations", "agreements"}
CONTENT = frozenset({"row", "series", "item", "prose"})


def add_missing(facts: Facts) -> None:
    """A row with `value_status = missing` for each heading of figures that nothing follows, a note for each of others."""
    lines = facts.outline.lines
    told = {row.char_start for row in facts.observations}  # a heading may bear a figure in a bracket
    empty = {line.block.start: line for line in lines if _opens_figures(line) and line.block.body not in told}
    filled: Section | None = None
    for line in lines:
        if line.section is filled:
            continue
        openers = {at.start: empty[at.start] for at in line.section.around() if at.start in empty}
        for start, opener in openers.items():
            if opener is not line and _fills(facts, line, opener):
                del empty[start]
        filled = None if openers else line.section
    for one, two in pairwise(lines):
        if one.block.start in empty and _says_the_same(facts, one, two):
            del empty[one.block.start]
    for line in empty.values():
        section, topic = line.section, line.section.topic
        if topic and topic.indicator:
            _add_row(facts, line, topic.indicator)
        else:
            message = f"nothing stands under this heading: {section.heading}"
            facts.note("missing_value", line, section.start, section.end, message, found=section.heading)


def _opens_figures(line: Line) -> bool:
    """Whether a line is a heading under which figures are looked for."""
    topic = line.section.topic
    opens = line.role in ("heading", "label") and line.section.start == line.block.start
    return opens and topic is not None and topic.group in EXPECTED


def _fills(facts: Facts, line: Line, opener: Line) -> bool:
    """Whether a line in the section of a heading, or in one within it, gives it something to stand for.

    A heading also stands for those it opens below it. Where only blank lines tell the levels apart, a label of
    another subject stands beside the label above it, not below; and so does an item of the list that a label is in. Those
    who gave aid are no other subject than aid that the heading gives to nobody.
    """
    if _differ(opener.section.topic, line.section.topic) and _is_flat(opener) and not _is_given(opener, line):
        return False
    return line.role not in CONTENT or not _is_beside(facts, line, opener)


def _says_the_same(facts: Facts, label: Line, after: Line) -> bool:
    """Whether a label or heading is only said again, with more words, by the one right after it, which has the figures."""
    one, two = label.section, after.section
    if (
        label.role not in ("label", "heading")
        or after.role != label.role
        or one.topic is None
        or one.topic != two.topic
    ):
        return False
    flows = [word_flow(at.heading or "", facts.pair) for at in (one, two)]
    return flows[0] in (None, flows[1]) and not find_dates(one.heading or "")


def _differ(one: Topic | None, other: Topic | None) -> bool:
    """Whether two topics count things of different subjects."""
    return bool(one and other and one.indicator and other.indicator and one.group != other.group)


def _is_given(opener: Line, line: Line) -> bool:
    """Whether a line is of those who gave the aid that a heading tells of without a country: `Economic Cooperation`."""
    head, topic = opener.section.head, opener.section.topic
    is_anyones = topic is not None and topic.indicator == "oda_total" and head is not None and not head.areas
    return is_anyones and line.section.group == "donors"


def _is_flat(opener: Line) -> bool:
    """Whether nothing but its words makes a line a heading of some depth: no markup but bold letters, no number."""
    return (opener.block.kind, opener.block.level) in (("paragraph", 0), ("heading", 0)) and not (
        opener.section.head and opener.section.head.number
    )


def _is_beside(facts: Facts, line: Line, opener: Line) -> bool:
    """Whether a line stands in one list with the label above it, and its own label is of another subject.

    `Japanese companies in Palau: 30` is no item of an empty `Direct Investment from Japan:` above it.
    """
    if line.section is not opener.section or not stands_beside(line):
        return False
    label = COLON.split(facts.words(line), maxsplit=1)[0]
    head = read_head(label)
    return head.key not in SHARED_LABELS and _differ(opener.section.topic, known_topic(head, facts.outline.publisher))


def _add_row(facts: Facts, line: Line, indicator: str) -> None:
    topic = line.section.topic
    assert topic is not None
    frame = heading_frame(facts, line.section, topic)
    measure = measure_of(indicator, frame.words, frame.period.value)
    figure = Figure(
        indicator,
        None,
        heading_flow(facts, line.section, topic),
        frame.period,
        measure,
        frame.basis,
        frame.source,
        label=line.section.heading,
    )
    add_figure(facts, line, Span(line.block.body, line.block.end), figure)
