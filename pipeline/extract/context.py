"""What stands around a figure decides: the topic of its label, what headings hand down, and from whom to whom it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.beside import MEASURE_WORDS, is_joined
from pipeline.extract.brackets import PART, bracket_spans, read_bracket
from pipeline.extract.counted import counted_flow, is_counted
from pipeline.extract.direction import IMPORT, UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.periods import UNSTATED, Period
from pipeline.extract.shapes import Shape, without_brackets
from pipeline.normalize.amounts import Amount, UnitContext, parse_unit
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line, Section
from pipeline.outline.heading_walk import ITEM_LABEL
from pipeline.outline.headings import SHARED_LABELS, likely_topic, of_the_world, read_head
from pipeline.patterns import has_japanese, quick
from pipeline.publishers import Publisher, Topic
from pipeline.records import Block

BALANCE = quick(r"surplus|deficit|balance|黒字|赤字", re.I)
DEFICIT = re.compile(r"deficit|赤字", re.I)
AGAINST = re.compile(r"\b(?:with|against|towards?|vis-[aà]-vis) (?:the )?\Z", re.I)
SURPLUS = re.compile(r"surplus|黒字", re.I)
BALANCE_BEHIND = re.compile("の(?:貿易)?(?:黒字|赤字)")
ORPHAN = re.compile(r"(?:cumulative|accumulated|aggregate)\b|累計", re.I)
TRAINEES = re.compile(r"trainee|研修[員生]|受入", re.I)
"""Of people in aid, those who come to the publisher's country; experts and volunteers leave it."""
DESCENT = re.compile(r"[\s-]+(?:descen[dt]|ancestry|origin)", re.I)
DIRECTED = re.compile(r"\bfrom\b.+\bto\b", re.I)
ONE_WAY = re.compile(r"\b(?:from|to)\b|(?:ex|im)port", re.I)
WITH_ALL = frozenset({"world_trade", "trade_shares"})
"""Topics of trade with all the world."""
WHOSE_TRADE = frozenset({"trade_exports", "trade_imports"})
"""Of trade headings only these say whose: `Trade with Japan` decides nothing."""


class Frame(NamedTuple):
    """What a section, or the total above, hands down to a line; `words` are the headings it came from."""

    period: Period
    unit: UnitContext
    source: str | None
    basis: str | None
    words: str


def bare_unit(publisher: Publisher) -> UnitContext:
    """What a bare `¥` and `$` mean on a publisher's sheets, and nothing more."""
    return UnitContext(yen_sign=publisher.yen_sign, dollar_sign=publisher.dollar_sign)


def sections_around(section: Section) -> Iterator[Section]:
    """A section and those around it, from the inside out."""
    at: Section | None = section
    while at is not None:
        yield at
        at = at.parent


def header_above(facts: Facts, line: Line) -> Block | None:
    """The header of a row's table."""
    headers = (one.block for one in facts.outline.lines if one.role == "header" and one.section is line.section)
    near = [block for block in headers if block.end <= line.block.start]
    return near[-1] if near else None


def stands_beside(line: Line) -> bool:
    """Whether a line is printed like the label it stands under, so that a list may have gone on without any item of it."""
    section = line.section
    if section.kind != "label":
        return False
    if line.block.kind == "item":
        return section.level >= ITEM_LABEL and ITEM_LABEL + min(line.block.level - 1, 1) <= section.level
    return line.block.kind == "paragraph" and section.level < ITEM_LABEL


def heading_frame(facts: Facts, section: Section, topic: Topic | None, label: str = "") -> Frame:
    """What the headings around a line say for every figure below them, the nearest first, within one subject.

    `label` is what heads a row of figures, nearer than any heading.
    """
    headings = [label] if label else []
    for at in sections_around(section):
        if at.topic and topic and at.topic.group != topic.group:
            break
        if at.start in facts.scopes:
            headings.append(facts.scopes[at.start])
        if at.heading:
            headings.append(at.heading)
    return _frame(tuple(headings), facts.outline.publisher)


@lru_cache(4096)  # each line of a section asks for it
def _frame(headings: tuple[str, ...], publisher: Publisher) -> Frame:
    frame = Frame(UNSTATED, bare_unit(publisher), None, None, "")
    for heading in headings:
        frame = _with_heading(frame, heading)
    return frame


def _with_heading(frame: Frame, heading: str) -> Frame:
    told, period, unit = _told(heading), frame.period, frame.unit
    if period.value is None and told.period.value:
        period = told.period
    for printed in told.units:
        if unit.unit is None and unit.unit_mult == 0:
            unit = unit._replace(unit=printed[0], unit_mult=printed[1])
    words = f"{frame.words} {heading}".strip()
    return Frame(period, unit, frame.source or told.source, frame.basis or told.basis, words)


class _Told(NamedTuple):
    """What one heading says by itself: its last date, the units of its brackets, the first source and basis in them."""

    period: Period
    units: tuple[tuple[str | None, int], ...]
    source: str | None
    basis: str | None


@lru_cache(4096)
def _told(heading: str) -> _Told:
    dates = find_dates(heading)
    brackets = [heading[start:end] for start, end in bracket_spans(heading)]
    parts = [read_bracket(words) for words in brackets]
    units = (parse_unit(words) for bracket in brackets for words in PART.split(bracket.strip("()（）[]")))
    return _Told(
        Period(dates[-1].value, "inherited", heading) if dates else UNSTATED,
        tuple(unit for unit in units if unit),
        next((part.source for part in parts if part.source), None),
        next((part.basis for part in parts if part.basis), None),
    )


def topic_of_label(facts: Facts, label: str, around: Topic | None, above: Topic | None) -> Topic | None:
    """What a line's figure counts: its own label decides, else the item above a running total, else the section.

    `around` is the section's topic, `above` that of the item above in the same section. `None` for a label that nobody
    knows: what it counts would be a guess.
    """
    head = read_head(label)
    own = likely_topic(head, facts.outline.publisher) if label else None
    if own is None and not label.isascii() and len(words := label.split()) > 1:
        own = likely_topic(read_head(words[0]), facts.outline.publisher)  # `兵力　正規軍`
    own = of_the_world(head, own, around, facts.outline.publisher)
    if around is not None and around.indicator == "cultural_grants" and own and own.indicator == "oda_grants":
        return around  # `General Grant-in-aid` within a list of cultural grants
    if own is None and around is not None and around.group == "residents" and _forebears(label):
        return facts.outline.publisher.phrases["ethnic @"]
    is_foreign = own is not None and around is not None and own.group != around.group
    if own and own.indicator and not (is_foreign and around and around.indicator and head.key in SHARED_LABELS):
        return own if ONE_WAY.search(label) else _both_ways(own)
    if above is not None and ORPHAN.match(label):
        return above
    if own is not None and own.indicator is None and is_foreign:
        return None
    if own is not None or not head.key or (around and around.indicator and is_joined(MEASURE_WORDS.sub(" ", label))):
        return around  # `Stock as of the end of 2014` says nothing of what is counted
    return _around_unknown(facts, label, around)


def _around_unknown(facts: Facts, label: str, around: Topic | None) -> Topic | None:
    """The topic of a line whose label no data file knows: its section's only where the words at least give a direction."""
    if (around is None or around.group in ("culture", "narrative")) and is_counted(label):
        return facts.outline.publisher.phrases["number of"]
    if around is None or around.group == "culture" or around.name == "capital":
        return around
    if around.group == "trade" and around.indicator is None:
        return facts.outline.publisher.phrases["trade"] if DIRECTED.search(label) else None
    if word_flow(label, facts.pair):
        return around
    return around._replace(indicator="aid_other") if around.group == "oda" else None


def _both_ways(topic: Topic) -> Topic:
    """`Trade (2011): US$ 344.9 billion` is the trade of both ways: neither exports nor imports are named."""
    return topic._replace(name="trade_total", indicator="trade_total") if topic.name == "trade" else topic


def line_flow(facts: Facts, section: Section, shape: Shape, topic: Topic) -> Flow:
    """From whom to whom a line's figures go: by its own words, else by its headings."""
    words = shape.label or shape.plain[shape.label_end :]
    if topic.group == "profile":
        return profile_flow(facts, topic, shape.label or f"{section.heading} {words}")
    if topic.group == "sister_cities":
        return Flow(*facts.pair, "inferred")
    if topic.group == "counted":
        return counted_flow(words, facts.pair)
    if topic.name == "aid_people" and facts.pair[1]:
        home, partner = facts.pair
        return Flow(partner, home, "inferred") if TRAINEES.search(words) else Flow(home, partner, "inferred")
    if topic.indicator == "descendants" and (origin := _origin(shape.label or f"{section.heading} {words}", facts)):
        return Flow(origin, facts.other(origin), "stated")
    if topic.indicator == "trade_balance" and BALANCE.search(shape.text):
        return favoured(facts, shape.text)
    if topic.indicator == "trade_total":
        return Flow(*facts.pair, "stated" if len(find_areas(words)) > 1 else "inferred")
    stated = word_flow(without_brackets(words), facts.pair) or word_flow(words, facts.pair)
    if stated is None and not shape.label and _is_item(section):
        stated = word_flow(section.heading or "", facts.pair)  # the label's line and the value's are one
    if stated and topic.group == "oda" and stated[0] == facts.pair[1] and not _is_named(facts, words):
        return Flow(stated[0], None, "stated")  # `フィンランドのODA実績` goes to all who receive any
    return Flow(*stated, "stated") if stated else heading_flow(facts, section, topic)


def _is_named(facts: Facts, words: str) -> bool:
    """Whether words in Japanese name the publisher's country; what English ones mean without it is settled elsewhere."""
    return not has_japanese(words) or any(mention.area == facts.pair[0] for mention in find_areas(words))


def profile_flow(facts: Facts, topic: Topic, words: str) -> Flow:
    """A figure of a country's profile is the partner's; what it buys all over the world goes to it."""
    is_bought = topic.name in WITH_ALL and IMPORT.search(words) is not None
    return Flow(None, facts.pair[1], "inherited") if is_bought else Flow(facts.pair[1], None, "inherited")


def _origin(words: str, facts: Facts) -> str | None:
    """Where the forebears came from: `Peruvians of Japanese descent` and `Japanese Peruvians` live in Peru."""
    before = (m.area for m in find_areas(words) if DESCENT.match(words, m.end) and m.area in facts.pair)
    return next(before, None) or _forebears(words)


def _forebears(words: str) -> str | None:
    """Of two peoples right behind each other the first is where the forebears of the second came from."""
    mentions = find_areas(words)
    is_pair = len(mentions) > 1 and words[mentions[0].end : mentions[1].start] in (" ", "-")
    return mentions[0].area if is_pair else None


def _is_item(section: Section) -> bool:
    """Whether a label on the line above its value is an item of a list under a heading of the same subject."""
    outer = section.parent.topic if section.parent else None
    is_under = outer is not None and section.topic is not None and outer.group == section.topic.group
    return section.kind == "label" and section.is_tight and is_under


def heading_flow(facts: Facts, section: Section, topic: Topic) -> Flow:
    """What the headings of the same subject say; aid goes out from the publisher where they are silent."""
    for at in sections_around(section):
        if at.topic is not None and at.topic.group not in (topic.group, "basic"):
            break
        is_silent = topic.group == "trade" and (at.topic is None or at.topic.name not in WHOSE_TRADE)
        is_silent = is_silent and not DIRECTED.search(at.heading or "")
        is_title = at.kind == "heading" and at.head is not None and at.head.key == "@"
        if at.heading and not is_silent and not is_title and (stated := word_flow(at.heading, facts.pair)):
            return Flow(*stated, "inherited")
    if topic.group in ("oda", "culture") and facts.pair[1]:
        return Flow(*facts.pair, "inferred")
    return UNDECIDED


def favoured(facts: Facts, words: str) -> Flow:
    """Whose balance words tell: the country that has the surplus or the deficit."""
    for mention in find_areas(words):
        if mention.area in facts.pair:
            other = facts.other(mention.area)
            whose = other if AGAINST.search(words[: mention.start]) else mention.area
            return Flow(whose, facts.other(whose), "stated")
    return UNDECIDED


def tells_balance(facts: Facts, shape: Shape) -> bool:
    """Whether a line only says which of the two countries sold more than it bought, and how much: `モンゴル側が73億円の黒字`."""
    is_one = len(shape.amounts) == 1 and BALANCE_BEHIND.match(shape.text, shape.amounts[0].end) is not None
    return is_one and favoured(facts, shape.label) is not UNDECIDED


def signed(amount: Amount, words: str) -> Amount:
    """A deficit as a negative balance; one printed with its sign stays as it is."""
    is_deficit = DEFICIT.search(words) and not SURPLUS.search(words)
    if amount.value is None or amount.value < 0 or not is_deficit:
        return amount
    return amount._replace(value=-amount.value)
