"""Figures of single goods in words, below a heading of the main ones or behind their side of trade: `Machinery: 344,120 (31.2%)`,
`日本の輸出　自動車 78.1億円、一般機械 21.6億円`; and the rows that they become."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import Frame, heading_frame
from pipeline.extract.figures.figure import Figure, add_figure, is_money
from pipeline.extract.figures.flows import WHOSE_TRADE, heading_flow
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.shapes import COLON
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line, Section
from pipeline.outline.headings import likely_topic, read_head
from pipeline.records import Span

HEADING = re.compile(
    r"\b(?:main|major|principal|chief|leading|key|top) (?:trade |traded |export |import )?"
    r"(?:items?|goods|products?|commodit(?:y|ies)|articles?|exports|imports)\b"
    r"|(?:主要|主な)(?:輸[出入])?(?:品目|品|商品)|輸[出入]品目",
    re.I,
)
SHARE_CELL = re.compile(r"[(（]?\s?[0-9０-９]{1,3}(?:[.．][0-9０-９]++)?(?:\s?[%％])?(?:\s?[)）])?")
NAME = re.compile(r"[^\W\d_][^0-9０-９()（）:：]{0,58}")
BULLET = re.compile(r"[・•\s\u3000]*")
SIDE = re.compile(r"(?P<way>[^\s\u3000:：、]{0,24}輸[出入](?:品目?)?)[\s\u3000:：]+")
"""Which way the goods go that a line in Japanese names behind it."""
ENGLISH_SIDE = re.compile(r"(?:[^\s:(][^:(]{0,59})?\b(?:ex|im)ports?\b[^:(]{0,60}(?:\([^()]{0,60}\)\s?)?:\s+", re.I)
"""The same in English, before a colon, maybe with its year."""
LISTED = re.compile(
    r"\s*(?P<name>[^0-9０-９（）()、，\s\u3000]{1,24})(?:[\s\u3000:：]*(?P<amount>約?[0-9０-９][^（）()、，％%]{1,20}(?<!\s)))?"
    r"(?:\s*[（(](?:(?P<within>約?[0-9０-９][^（）()、，％%]{1,20})[、，]\s?)?[^（）()0-9０-９]{0,30}(?P<share>[0-9０-９.．]{1,6}[%％])[^（）()]{0,8}[)）]"
    r"|\s*[（(](?P<alone>約?[0-9０-９][^（）()、，％%]{1,20})[)）])?(?:など|等)?(?:[、，]|[\s\u3000。]*\Z)"
)
WERE_MAIN = re.compile(
    r"\s(?:were|are|was|is) (?:among )?(?:the|its) (?:main|major|principal|chief|leading) "
    r"(?:items?|goods|products?|commodit(?:y|ies)) (?:of|in) (?P<way>[^.]{5,80})\.?\Z"
)
ENGLISH_LISTED = re.compile(
    r"(?P<name>[A-Za-z][^0-9():;,]{1,58}?)"
    r"(?: ?\((?P<told>[^():]{2,60})\)(?: ?[,;]\s(?:and )?| and |[.\s]{0,3}\Z)| ?[,;]\s(?:and )?|[.\s]{0,3}\Z)"
)
"""One of the goods of such a line, with what it came to, its share or both in a bracket: `coffee (71 million yen, 64.5%)`; some
have none."""
TOLD_PART = re.compile(r"[^\s,，、;](?:[^,，、;]|,(?=[0-9]{3}))*")
PAIR = re.compile(r"(?:(?:\A|, (?:and )?| and )(?P<name>[A-Za-z][A-Za-z -]{1,58}) \((?P<amount>[^()]{2,40})\))")


def goods_heading(section: Section) -> str | None:
    """The heading of goods that a section stands under, itself or the one around it."""
    for at in section.around():
        if at.heading and HEADING.search(at.heading):
            return at.heading
        if at.topic is None or at.topic.name not in WHOSE_TRADE:
            return None
    return None


def flow_around(facts: Facts, section: Section) -> Flow:
    """From whom to whom the goods of a section go, by the heading of trade around it; undecided below any other."""
    topic = section.nearest_topic
    return heading_flow(facts, section, topic) if topic and topic.name in WHOSE_TRADE else UNDECIDED


def goods_frame(facts: Facts, line: Line) -> Frame:
    """What the headings around a line hand down to figures of goods: period, unit, source."""
    return heading_frame(facts, line.section, facts.outline.publisher.topics.get("trade"))


def of_item(facts: Facts, line: Line) -> Iterator[tuple[Span, str, bool, Flow]]:
    """The amount of one good behind a colon, and its share in a bracket: `Machinery: 344,120 (31.2%)`."""
    at, text = line.block.body, facts.words(line)
    colon, flow = COLON.search(text), flow_around(facts, line.section)
    good = text[: colon.start()].strip() if colon else ""
    topic = likely_topic(read_head(good), facts.outline.publisher) if good else None
    if colon is None or flow is UNDECIDED or (topic and topic.indicator) or not NAME.fullmatch(good):
        return
    cut = text.find("(", colon.end())
    cut = len(text) if cut < 0 else cut
    yield Span(at + colon.end(), at + cut), good, text[:cut].rstrip().endswith(("%", "％")), flow
    if SHARE_CELL.fullmatch(text[cut:].strip()) and "%" in text[cut:]:
        yield Span(at + cut, at + len(text.rstrip())), good, True, flow


def add_list(facts: Facts, line: Line) -> bool:
    """Add the goods of a line in Japanese that names the way they go, each with what it came to or its share."""
    text = facts.words(line)
    lead = BULLET.match(text)
    side = SIDE.match(text, lead.end() if lead else 0) if not text.isascii() else None
    way = word_flow(side["way"], facts.pair) if side else None
    if side is None or way is None:
        return False
    found, at = [], side.end()
    while at < len(text) and (one := LISTED.match(text, at)) and _is_one(one):
        found.append(one)
        at = one.end()
    if at < len(text) or not any(map(_is_told_of, found)):
        return False
    frame, added = goods_frame(facts, line), False
    for one in found:
        for kind in ("amount", "within", "alone", "share"):
            amounts = find_amounts(one[kind], context=frame.unit) if one[kind] else []
            span = Span(line.block.body + one.start(kind), line.block.body + one.end(kind))
            if len(amounts) == 1:
                added |= add_good(facts, line, span, one["name"], amounts[0], Flow(*way, "stated"), frame)
    return added


def _is_one(good: re.Match[str]) -> bool:
    """Whether a good of a list has no more than one amount, before its bracket or within; some have neither that nor a share."""
    return sum(good[kind] is not None for kind in ("amount", "within", "alone")) <= 1


def _is_told_of(good: re.Match[str]) -> bool:
    """Whether a good of a list has an amount or its share."""
    return any(good[kind] for kind in ("amount", "within", "alone", "share"))


def add_english_list(facts: Facts, line: Line) -> bool:
    """Add the goods of a line in English that says before a colon which way they go, each with what it came to, its share or
    both in a bracket: `Exports to Fiji in 2006: cars (9 million yen, 28%), textiles (2 million yen)`."""
    text = facts.words(line)
    side = ENGLISH_SIDE.match(text) if ": " in text and "(" in text and "port" in text else None
    way = word_flow(side[0], facts.pair) if side else None
    if side is None or way is None:
        return False
    found, at = [], side.end()
    while at < len(text) and (one := ENGLISH_LISTED.match(text, at)):
        found.append(one)
        at = one.end()
    frame, dates = goods_frame(facts, line), find_dates(side[0])
    told = [one for one in found if one["told"]]
    parts = [(one["name"], one.start("told"), part) for one in told for part in TOLD_PART.finditer(one["told"])]
    read = [(name, at + part.start(), part[0], find_amounts(part[0], context=frame.unit)) for name, at, part in parts]
    if at < len(text) or not told or len(dates) > 1 or not all(_is_told(amounts) for *_, amounts in read):
        return False
    if dates:
        frame = frame._replace(period=Period(dates[0].value, "stated", side[0]))
    for name, start, words, (amount,) in read:
        span = Span(line.block.body + start, line.block.body + start + len(words.rstrip()))
        add_good(facts, line, span, name, amount, Flow(*way, "stated"), frame)
    return True


def _is_told(amounts: Sequence[Amount]) -> bool:
    """Whether words say what goods came to, or their share, and nothing else."""
    return len(amounts) == 1 and (amounts[0].unit == "percent" or is_money(amounts[0].unit))


def add_sentence(facts: Facts, line: Line) -> bool:
    """Add the goods of a sentence that gives what each came to in a bracket, and says behind them all whose they are."""
    text = facts.words(line)
    told = WERE_MAIN.search(text) if line.role in ("item", "prose") and " ma" in text else None
    pairs = list(PAIR.finditer(text, 0, told.start())) if told else []
    way = word_flow(told["way"], facts.pair) if told else None
    if told is None or way is None or not pairs or sum(len(one[0]) for one in pairs) != told.start():
        return False
    dates = find_dates(told["way"])
    frame, added = goods_frame(facts, line), False
    if len(dates) == 1:
        frame = frame._replace(period=Period(dates[0].value, "stated", told["way"]))
    for one in pairs:
        amounts = find_amounts(one["amount"], context=frame.unit)
        span = Span(line.block.body + one.start("amount"), line.block.body + one.end("amount"))
        if len(amounts) == 1:
            added |= add_good(facts, line, span, one["name"], amounts[0], Flow(*way, "stated"), frame)
    return added


def add_good(facts: Facts, line: Line, span: Span, good: str, amount: Amount, flow: Flow, frame: Frame) -> bool:
    """Add what one good came to, or its share in percent; nothing where a figure is neither."""
    if amount.unit == "percent":
        figure = Figure("other", amount, flow, frame.period, "share", source=frame.source, label=good)
    elif is_money(amount.unit):
        figure = Figure("trade_goods", amount, flow, frame.period, "flow", source=frame.source, goods=good, label=good)
    else:
        return False
    add_figure(facts, line, span, figure)
    return True
