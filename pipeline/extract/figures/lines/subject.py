"""What the figures of a line count: by its own label, else by the headings around, which hand down period, unit and source."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.context import Frame, bare_unit, has_own_unit, heading_frame
from pipeline.extract.figures.counted import counted, is_bare_count, is_counted, things_counted
from pipeline.extract.figures.figure import BY_UNIT, counts_things, scales_things
from pipeline.extract.figures.flows import SENT, tells_balance, tells_people
from pipeline.extract.figures.shapes import Shape, may_be_terse, read_shape
from pipeline.extract.figures.sources import SOURCE, tidy_source
from pipeline.extract.figures.topics import topic_of_label
from pipeline.extract.sentences import sentences
from pipeline.normalize.amounts import parse_unit
from pipeline.outline import Line
from pipeline.outline.headings import likely_topic, read_head
from pipeline.outline.walk.told import amount_at_end
from pipeline.patterns import has_japanese
from pipeline.publishers import Topic
from pipeline.publishers.groups import NUMERIC

LABEL_END = re.compile("[:：]")
JAPANESE_LABEL_END = re.compile(
    r"[:：]|(?<=[ぁ-ヿ一-鿿）])(?:[ \t\u3000]+|[はが]、?)(?=(?:累計|累積|総数|総額|合計|計)?約?[0-9０-９])"
)


def may_hold_figures(facts: Facts, line: Line, text: str) -> bool:
    """Whether a line is worth taking apart: below a heading of figures each one, elsewhere such as open like a label."""
    if line.section.group in NUMERIC:
        return True
    at, end = line.block.body, line.block.end
    is_near = may_be_terse(text, [(a - at, b - at) for a, b in sentences(facts.text, at, end)])
    if not is_near and not (text[-1:] in ")）" and amount_at_end(text)):
        return False
    label = (LABEL_END if text.isascii() else JAPANESE_LABEL_END).split(text[:300], maxsplit=1)[0]
    topic = likely_topic(read_head(label), facts.outline.publisher)
    return topic.indicator is not None if topic else is_counted(label)


def understand(facts: Facts, line: Line, text: str, above: Topic | None) -> tuple[Shape, Topic | None, Frame]:
    """A line taken apart, what its figures count (`None` where nobody knows it), and what its headings hand down to them.

    `text` are the words of the line; `above` is what the item above it in the same section counts.
    """
    publisher, around = facts.outline.publisher, line.section.nearest_topic
    head = _head_of(facts, line)
    frame = heading_frame(facts, line.section, around, head)
    shape = read_shape(text, frame.unit)
    own = likely_topic(read_head(shape.label), publisher)
    is_own = not has_japanese(text)
    is_named = (own and own.indicator) or (around and around.group == "oda" and SENT.search(shape.label))
    if around and around.indicator and not is_named and SOURCE.search(shape.label):
        is_own = True
        frame, shape = frame._replace(source=tidy_source(shape.label)), shape._replace(label="")
    topic = topic_of_label(facts, shape.label, line.section, above)
    if topic is None and around and around.group == "trade" and tells_balance(facts, shape):
        topic = publisher.topics.get("trade_balance")
    if topic is not None and tells_people(topic, shape):
        topic = publisher.topics.get("aid_people")
    if topic is None or topic.indicator is None:
        return shape, publisher.topics.get("counted") if is_bare_count(shape) else topic, frame
    if topic.group == "counted":
        return shape._replace(amounts=tuple(counted(one, shape.label) for one in shape.amounts)), topic, frame
    if (topic.group, unit := things_counted(shape.label) or "") in BY_UNIT:
        bare = read_shape(text, bare_unit(publisher))
        counts = tuple(one if one.unit else one._replace(unit=unit, unit_basis="stated") for one in bare.amounts)
        return bare._replace(amounts=counts), topic, frame
    is_count = counts_things(topic.indicator)
    is_each = topic.indicator == "gdp_per_capita" and not has_own_unit(line.section, topic)
    if is_count or is_each or around is None or topic.group != around.group:
        source = frame.source if is_own else None
        frame = heading_frame(facts, line.section, topic, head)
        frame = frame._replace(source=frame.source or source, basis=None if is_count else frame.basis)
        is_scaled = scales_things(topic.indicator, frame.unit) or (
            frame.unit.unit is None and has_own_unit(line.section, topic)
        )
        is_bare = (is_each and frame.unit.unit_mult != 0) or (is_count and not is_scaled)
        shape = read_shape(text, bare_unit(publisher) if is_bare else frame.unit)._replace(label=shape.label)
    return shape, topic, frame


def _head_of(facts: Facts, line: Line) -> str:
    """The words above the figure behind a row's label, or above the label, that say its unit: `Amount (billion yen)`.

    The print may leave out the empty cell above the labels.
    """
    header = facts.header_above(line) if line.role == "row" else None
    heads = [facts.text[a:b] for a, b in header.cells] if header else []
    missing = len(line.block.cells) - len(heads)
    near = heads[1::-1] if missing == 0 else heads[:1] if missing == 1 else []
    told = next((words for words in near if parse_unit(words)), "")
    return told if not told or bracket_spans(told) else f"({told})"
