"""People counted by where they are: `371 at universities and colleges and 118 at Japanese language schools (as of May 1, 2015)`."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import read_bracket
from pipeline.extract.figures.context import bare_unit, heading_frame
from pipeline.extract.figures.figure import Figure, add_figure, may_count
from pipeline.extract.figures.flows import line_flow
from pipeline.extract.figures.periods import Period, measure_of
from pipeline.extract.figures.shapes import Shape
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.records import Span

PART = re.compile(
    r"(?P<count>(?:(?:about|around|approximately|some|over) )?[0-9][0-9,]{0,9}(?: (?:persons|people|students))?) "
    r"(?P<place>(?:(?:enrolled|studying|working|staying) )?(?:at|in|on|with|under) [A-Za-z][^0-9()\n]{2,80}?)"
    r"(?:[,;] (?:and )?| and |\s*)(?=[0-9(]|(?:about|around|approximately|some|over) [0-9]|[. ]?\Z)",
    re.I,
)
END = re.compile(r"(?P<said>[(][^()\n]{2,120}[)])?\.?\s*\Z")
COUNTED = frozenset({"residents", "visitors"})
"""The groups of topics that count people of one country in the other."""


def _is_place(words: str) -> bool:
    """Whether words say where somebody is within a country: they name none, which would say the way, and no month.

    >>> [_is_place(words) for words in ("at Japanese language schools", "in Japan", "in May")]
    [True, False, False]
    """
    is_named = any(mention.kind != "demonym" for mention in find_areas(words))
    return not is_named and not find_dates(f"{words} 2000")


def add_places(facts: Facts, line: Line) -> bool:
    """Add the figures of a line that is nothing but people, below the heading that says who, each with where they are: no
    words before a figure say what it counts. Returns whether it was one."""
    topic = line.section.nearest_topic
    if topic is None or topic.indicator is None or topic.group not in COUNTED or line.role not in ("item", "prose"):
        return False
    text, place, parts = facts.words(line), 0, []
    while part := PART.match(text, place):
        parts.append(part)
        place = part.end()
    end = END.match(text, place)
    if not parts or end is None or not all(_is_place(part["place"]) for part in parts):
        return False
    amounts = [one for part in parts for one in find_amounts(part["count"], context=bare_unit(facts.outline.publisher))]
    if len(amounts) != len(parts) or not all(may_count(topic.indicator, one) for one in amounts):
        return False
    frame, said = heading_frame(facts, line.section, topic), read_bracket(end["said"] or "")
    period = Period(said.date, "stated", end["said"]) if said.date else frame.period
    flow = line_flow(facts, line.section, Shape("", "", "", 0, (), (), ()), topic)
    measure = measure_of(topic.indicator, f"{end['said'] or ''} {frame.words}", period.value)
    for part, amount in zip(parts, amounts, strict=True):
        label, span = part["place"].rstrip(" ,;"), Span(*part.span("count"))
        figure = Figure(topic.indicator, amount, flow, period, measure, source=said.source or frame.source, label=label)
        add_figure(facts, line, Span(line.block.body + span.start, line.block.body + span.end), figure)
    return True
