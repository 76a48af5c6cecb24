"""A line in Japanese of years, each with its figure behind it: `2006年度　なし　2007年度　9.20　累計（2007年度まで）　156.41`."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.periods import UNSTATED, Period
from pipeline.extract.figures.tables.cells import add_cell
from pipeline.extract.figures.topics import topic_of_label
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.outline.spread import closed
from pipeline.publishers.groups import BETWEEN_TWO
from pipeline.records import Span

_N, _GAP = "[0-9０-９]", r"[ \t\u3000]"
_YEAR = rf"(?:[12１２]{_N}{{3}}|(?:昭和|平成|令和)(?:元|{_N}{{1,2}}))年度?末?"
_DATE = rf"(?:{_YEAR}|(?:{_YEAR}まで(?:の)?)?累計額?(?:[（(][^（）()]{{1,20}}[)）])?)"
_VALUE = rf"(?:[△▲－-]?{_N}[0-9０-９,，.．]*[百万億兆]{{0,3}}(?:円|米?ドル|ユーロ|名|人|件|社)?|[な無]し|[－-])"
PAIR = re.compile(
    rf"(?P<date>{_DATE})(?:{_GAP}+|{_GAP}?[:：]{_GAP}?)(?P<value>{_VALUE})(?:{_GAP}*[、，;；]{_GAP}*|{_GAP}+|\Z)"
)
LEAD = re.compile(
    rf"(?:[（(]?{_N}{{1,2}}[)）.．]?{_GAP}*)?(?P<label>[ぁ-ヿ一-鿿々・]{{2,16}})(?:{_GAP}+|[:：]{_GAP}*)(?={_DATE})"
)
FEWEST = 2


def add_year_pairs(facts: Facts, line: Line) -> bool:
    """Add the figures of a line that is nothing but such pairs, maybe behind a label. Returns whether it was one."""
    around = line.section.nearest_topic
    if around is None or around.group not in BETWEEN_TWO:
        return False
    text, at, end = facts.text, line.block.body, line.block.end
    lead = LEAD.match(text, at, end)
    pairs, place = [], lead.end() if lead else at
    while place < end and (pair := PAIR.match(text, place, end)):
        pairs.append(pair)
        place = pair.end()
    if place < end or len(pairs) < FEWEST:
        return False
    label = lead["label"] if lead else closed(line.section.heading or "").rstrip()
    topic = topic_of_label(facts, label, line.section, None) if lead else around
    if topic is None or topic.indicator is None:
        return False
    told = [add_cell(facts, line, Span(*pair.span("value")), label, topic, _period(pair["date"])) for pair in pairs]
    return any(told)


def _period(words: str) -> Period:
    """The period of a pair: its year, or that until which a total runs.

    >>> _period("累計（2008年度まで）").value.edtf, _period("累計").value
    ('2008-04/2009-03', None)
    """
    dates = find_dates(words)
    return Period(dates[-1].value, "stated", words) if dates else UNSTATED._replace(words=words)
