"""Figures that each bear a name: seats by party, shares by religion, ethnic group or partner in trade, as a list, a table
or a sentence."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import heading_frame
from pipeline.extract.figures.figure import Figure, add_figure
from pipeline.extract.figures.flows import profile_flow
from pipeline.extract.figures.lines.part_names import is_whole, names_of
from pipeline.extract.figures.periods import Period, measure_of
from pipeline.extract.figures.shapes import COLON, without_brackets, without_spans
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import Area, parse_area
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.outline import Line
from pipeline.outline.headings import NUMBER as LIST_NUMBER
from pipeline.outline.headings import likely_topic, read_head
from pipeline.outline.spread import closed
from pipeline.patterns import has_japanese
from pipeline.publishers import Topic
from pipeline.records import Span

UNITS = {
    "seats": (None, "seats", "persons"),
    "religion": ("percent",),
    "ethnic_groups": ("percent",),
    "trade_shares": ("percent",),
}
"""What may stand with a figure of each topic; any other number on the line is something else."""
NUMBER = re.compile(
    r"(?:(?<![\w.,．，])|(?<=[ぁ-ヿ一-鿿])(?<!第))(?<![\w][-–])[0-9０-９]{1,3}(?:[,.，．]?[0-9０-９]{1,3})?(?:(?!\w)|(?=議?席|[名人割]))"
)
OF = re.compile(r"\b(?:out )?of (?:the |a total of |all )?\Z", re.I)
SENTENCE = re.compile(r"\.\s+(?=[A-Z])")
REACH = 24
SEATED = re.compile(r"seats?\b|議席|定数|定員|[上下衆参元]議?院\s?[0-9０-９]{1,3}[名人]", re.I)
MEMBERS = re.compile(r"[^。、，:：0-9０-９]{2,40}[:：\s]\s*約?[0-9０-９]{1,4}[名人](?:[（(][^0-9０-９]*[)）])?")
"""A chamber by its members: `国民協議会：711名`."""
SPACED_LABEL = re.compile(r"(?:[（(]?[0-9０-９]{1,2}[）).．]?\s*)?([一-鿿・]{2,12})[ \t\u3000]+")
"""A label in Japanese before its parts: `4　民族　チベット系（約50％）`."""
FULL_NUMBER = re.compile(r"(?:議席数?|定数|定員|[上下衆参元]議?院)\s?[:：]?\s?\Z")
"""What stands before the seats of a chamber in Japanese: `一院制（定数63）`."""
LISTED = re.compile("[ぁ-ヿ一-鿿）)]\\Z")
NUMBER_WORD = re.compile("[（(]|議席|定数|定員")
SIDE = re.compile(r"(?:対日)?輸[出入][先元国]?[\s:：]*")
LONGEST_NAME = 80


def add_named_parts(facts: Facts, line: Line) -> bool:
    """Add the figures of a line that names what each is of. Returns whether there were any."""
    text = closed(facts.words(line))
    topic, start = _topic(facts, line, text)
    is_own = start > 0 and topic is not line.section.nearest_topic
    if topic is None or topic.indicator is None:
        return False
    dates = find_dates(text)
    plain = without_spans(text, [(date.start, date.end) for date in dates])
    units = UNITS[topic.name]
    is_bare = line.role == "row" or not has_japanese(text)
    start = start if is_bare else _opening(text, start)
    is_bare = is_bare or (is_own and topic.name == "seats")
    amounts = [
        one for one in _numbers(plain, start) if one.unit in units and (one.unit or is_bare or _is_listed(plain, one))
    ]
    names = names_of(plain, start, amounts)
    if not amounts or any(len(name) > LONGEST_NAME for name in names):
        return False
    at = line.block.body
    for n, (amount, name) in enumerate(zip(amounts, names, strict=False)):
        label = name or text[:start].strip(" :：|") or line.section.heading or ""
        figure = _figure(facts, line, topic, amount, label, _dates_of(text, amount, dates))
        is_total = n == 0 and is_whole(plain, amounts)
        add_figure(facts, line, Span(at + amount.start, at + amount.end), figure._replace(is_total=is_total))
    return bool(names)


def add_full_number(facts: Facts, line: Line) -> bool:
    """Add the seats of a chamber that a heading in Japanese tells of those below it: `下院（定数350）の主な会派`."""
    text, topic = facts.words(line), facts.outline.publisher.topics.get("seats")
    if topic is None or text.isascii() or not SEATED.search(text):
        return False
    found = [one for one in _numbers(text, 0) if _is_full_number(text, one.start)]
    for one in found:
        span = Span(line.block.body + one.start, line.block.body + one.end)
        figure = _figure(facts, line, topic, one, NUMBER_WORD.split(text)[0] or text, find_dates(text))
        add_figure(facts, line, span, figure._replace(is_total=True))
    return bool(found)


def _is_listed(plain: str, one: Amount) -> bool:
    """Whether a figure without a unit stands with its name in a list: `労働党50、国民党48、緑の党6議席`."""
    return LISTED.search(plain[: one.start]) is not None and plain[one.end : one.end + 1] in ("", *"、，（(")


def _opening(text: str, start: int) -> int:
    """Where the names of a line in Japanese begin: behind its number and the side of trade that it tells."""
    number = LIST_NUMBER.match(text, start)
    start = number.end() if number else start
    side = SIDE.match(text, start)
    return side.end() if side else start


def _numbers(plain: str, start: int) -> list[Amount]:
    """The figures of a line, each read with the word behind it: a party in capitals before a number is no code of it."""
    found: list[Amount] = []
    for match in NUMBER.finditer(plain, start):
        if OF.search(plain, max(0, match.start() - REACH), match.start()):
            continue
        at = match.start() - plain.endswith("約", 0, match.start())
        words = plain[at : match.end() + REACH].replace(")", " ")  # `18)` would be a number of a list
        one = next(iter(find_amounts(words)), None)
        if one is not None and one.start == 0 and (not found or at >= found[-1].end):
            one = one._replace(unit="seats", unit_basis="stated") if _is_full_number(plain, at) else one
            found.append(one._replace(start=at, end=at + one.end))
    return found


def _dates_of(text: str, amount: Amount, dates: list[FoundDate]) -> list[FoundDate]:
    """The dates in the sentence of a figure."""
    start = max((end.end() for end in SENTENCE.finditer(text, 0, amount.start)), default=0)
    end = next((stop.start() for stop in SENTENCE.finditer(text, amount.end)), len(text))
    return [date for date in dates if start <= date.start < end]


def _topic(facts: Facts, line: Line, text: str) -> tuple[Topic | None, int]:
    """What a line's figures are shares or seats of, and where they begin: behind its own label, else at its start."""
    around = line.section.nearest_topic
    colon = COLON.search(without_brackets(text)) if line.role != "row" else None
    if colon:
        own = likely_topic(read_head(text[: colon.start()]), facts.outline.publisher)
        if own and own.name in UNITS:
            return own, colon.end()
    label = SPACED_LABEL.match(text) if line.role != "row" and not text.isascii() else None
    own = likely_topic(read_head(label[1]), facts.outline.publisher) if label else None
    if label and own and own.name in UNITS:
        return own, label.end()
    if around is not None and around.name in UNITS:
        return around, 0
    is_profile = line.section.group in ("profile", "basic")
    if is_profile and line.role == "row" and (own := _topic_above(facts, line)):
        return own, 0
    seats = facts.outline.publisher.topics.get("seats")
    is_chamber = around is not None and around.name == "parliament" and MEMBERS.fullmatch(text, _opening(text, 0))
    is_told = is_chamber or (is_profile and SEATED.search(text) and _counts_seats(text))
    return (seats, 0) if is_told else (None, 0)


def _topic_above(facts: Facts, line: Line) -> Topic | None:
    """What the header of a table of two columns says of the figures in its second: `会派 | 議席`."""
    header = facts.header_above(line) if len(line.block.cells) == 2 else None
    words = facts.text[slice(*header.cells[1])] if header and len(header.cells) == 2 else ""
    own = likely_topic(read_head(words), facts.outline.publisher)
    return own if own and own.name in UNITS else None


def _counts_seats(text: str) -> bool:
    is_told = any(one.unit == "seats" for one in find_amounts(text))
    return is_told or any(_is_full_number(text, number.start()) for number in NUMBER.finditer(text))


def _is_full_number(text: str, at: int) -> bool:
    """Whether a figure is the number of all the seats of a chamber by the word before it."""
    return FULL_NUMBER.search(text, max(0, at - REACH), at) is not None


def _figure(facts: Facts, line: Line, topic: Topic, amount: Amount, label: str, dates: list[FoundDate]) -> Figure:
    indicator = topic.indicator or "other"
    frame = heading_frame(facts, line.section, topic)
    own = dates[0] if len(dates) == 1 else None
    period = Period(own.value, "stated", "") if own else frame.period
    measure = "share" if amount.unit == "percent" else measure_of(indicator, frame.words, period.value)
    flow = profile_flow(facts, topic, f"{facts.words(line)} {line.section.heading}")
    if topic.name == "trade_shares" and isinstance(other := parse_area(label), Area):
        flow = Flow(flow.from_area or other.area, flow.to_area or other.area, "stated")
    return Figure(indicator, amount, flow, period, measure, source=frame.source, label=label)
