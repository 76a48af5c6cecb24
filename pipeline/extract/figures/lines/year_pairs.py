"""A line of years, each with its figure behind it: `1999: 18.3, 2000: 16.9`, `2013 – 20.4; 2014 – 27.1`,
`2006年度　なし　累計（2007年度まで）　156.41`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.facts import Facts
from pipeline.extract.figures.each_year import on_its_day
from pipeline.extract.figures.periods import UNSTATED, Period
from pipeline.extract.figures.tables.cells import add_cell
from pipeline.extract.figures.topics import topic_of_label
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.outline.spread import closed
from pipeline.patterns import has_japanese
from pipeline.publishers import Topic
from pipeline.publishers.groups import NUMERIC
from pipeline.records import Span

_N, _GAP = "[0-9０-９]", r"[ \t\u3000]"
_YEAR = rf"(?:[12１２]{_N}{{3}}|(?:昭和|平成|令和)(?:元|{_N}{{1,2}}))年度?末?"
_DATE = rf"(?:{_YEAR}|(?:{_YEAR}まで(?:の)?)?累計額?(?:[（(][^（）()]{{1,20}}[)）])?)"
_VALUE = rf"(?:[△▲－-]?{_N}[0-9０-９,，.．]*[百万億兆]{{0,3}}(?:円|米?ドル|ユーロ|名|人|件|社)?|[な無]し|[－-])"
PAIR = re.compile(
    rf"(?P<date>{_DATE})(?:{_GAP}+|{_GAP}?[:：]{_GAP}?)(?P<value>{_VALUE})(?:{_GAP}*[、，;；]{_GAP}*|{_GAP}+|\Z)"
)
LEAD = re.compile(
    rf"(?:[（(]?{_N}{{1,2}}[)）.．]?{_GAP}*)?(?P<label>[ぁ-ヿ一-鿿々・→⇒➡]{{2,24}})(?:{_GAP}+|[:：]{_GAP}*)(?={_DATE})"
)
_ENGLISH_YEAR = r"(?:(?:FY|fiscal|fiscal year|CY) ?)?(?:19|20)[0-9]{2}(?:[-/–][0-9]{2,4})?"
_ENGLISH_DATE = (
    rf"(?:{_ENGLISH_YEAR}|(?:(?:cumulative |accumulated |grand )?total|cumulative)"
    rf"(?: [(]?(?:as of|until|up to|through|to|by) (?:the end of )?{_ENGLISH_YEAR}[)]?)?"
    rf"|(?:until|up to|through) (?:the end of )?{_ENGLISH_YEAR})"
)
_ENGLISH_VALUE = (
    r"(?:(?:US ?\$|[$¥€]) ?)?(?:[-−△▲+]?[0-9][0-9,]*(?:\.[0-9]+)?(?: (?:thousand|million|billion|trillion))?"
    r"(?: ?(?:%|percent)| (?:yen|US dollars|dollars|euros?|persons|people|cases))?|None|Nil|N/A|N\.A\.)"
)
_JOINT = r"(?: ?: ?|(?P<dash> [-–—] )| )"
"""What stands between a year and its figure; a dash with room on both sides is no minus."""
ENGLISH_PAIR = re.compile(
    rf"(?P<date>{_ENGLISH_DATE}){_JOINT}(?P<value>{_ENGLISH_VALUE})(?: ?[,;/] ?|\s{{2,}}| (?={_ENGLISH_DATE} ?:)|\.?\Z"
    r"|(?P<said> ?[(][^()]{2,60}[)])\.?\Z)",
    re.I,
)
"""A year with its figure; what a bracket behind the last one says is said of all: `FY 2003 3.17, FY 2004 1.93 (billion yen)`."""
ENGLISH_LEAD = re.compile(rf"(?P<label>[A-Za-z][^:0-9]{{2,60}}?) ?: ?(?={_ENGLISH_DATE}(?: ?:| ))", re.I)
FEWEST = 2
OF_YEARS = NUMERIC - {"donors"}
"""The groups of what such lines tell."""


def add_year_pairs(facts: Facts, line: Line) -> bool:
    """Add the figures of a line that is nothing but such pairs, maybe behind a label. Returns whether it was one."""
    text, at, end = facts.text, line.block.body, line.block.end
    is_english = not has_japanese(text[at:end])
    lead = (ENGLISH_LEAD if is_english else LEAD).match(text, at, end)
    pairs, place, one = [], lead.end() if lead else at, ENGLISH_PAIR if is_english else PAIR
    while place < end and (pair := one.match(text, place, end)):
        pairs.append(pair)
        place = pair.end()
    if place < end or len(pairs) < FEWEST:
        return False
    label = lead["label"] if lead else closed(line.section.heading or "").rstrip()
    topic = topic_of_label(facts, label, line.section, None) if lead else line.section.nearest_topic
    if topic is None or topic.indicator is None or topic.group not in OF_YEARS or not _is_clear(pairs, topic):
        return False
    said = (pairs[-1].groupdict().get("said") or "").strip()
    told = [
        add_cell(
            facts,
            line,
            Span(*pair.span("value")),
            label,
            topic,
            on_its_day(_period(pair["date"]), line.section),
            corner=said,
        )
        for pair in pairs
    ]
    return any(told)


def _is_clear(pairs: Sequence[re.Match[str]], topic: Topic) -> bool:
    """Whether the dashes of pairs only part a year from its figure: they do where each pair has one. Those of balances may all
    be below zero, unless one of them has its sign too: `2013 – -36.2`."""
    dashes = [pair.groupdict().get("dash") for pair in pairs]
    is_signed = any(pair["value"][0] in "-−△▲+" for pair in pairs)
    return not any(dashes) or (all(dashes) and (is_signed or topic.indicator != "trade_balance"))


def _period(words: str) -> Period:
    """The period of a pair: its year, or that until which a total runs.

    >>> _period("累計（2008年度まで）").value.edtf, _period("累計").value
    ('2008-04/2009-03', None)
    """
    dates = find_dates(words)
    return Period(dates[-1].value, "stated", words) if dates else UNSTATED._replace(words=words)
