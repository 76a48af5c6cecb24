"""Figures of single goods in words, below a heading of the main ones or behind their side of trade: `Machinery: 344,120 (31.2%)`,
`日本の輸出　自動車 78.1億円、一般機械 21.6億円`; and the rows that they become."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.direction import UNDECIDED, Flow, lists_goods, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import bracket_spans
from pipeline.extract.figures.context import Frame
from pipeline.extract.figures.figure import Figure, add_figure, is_money
from pipeline.extract.figures.lines.goods_headings import flow_around, goods_frame, goods_heading
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.shapes import COLON, without_brackets
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.dates import find_dates
from pipeline.outline import Line
from pipeline.outline.captions import is_way
from pipeline.outline.headings import SHARED_LABELS, likely_topic, read_head
from pipeline.patterns import has_japanese
from pipeline.records import Span

SHARE_CELL = re.compile(r"[(（]?\s?[0-9０-９]{1,3}(?:[.．][0-9０-９]++)?(?:\s?[%％])?(?:\s?[)）])?")
SHARE_BRACKET = re.compile(
    r"[(](?:(?:a )?share(?: of)?:? )?[0-9]{1,3}(?:\.[0-9]++)?\s?(?:%|percent|per cent)"
    r"(?: share)?(?: of (?:the |all |total |its )?[A-Za-z][A-Za-z’' -]{2,40})?[)]",
    re.I,
)
"""A share that says of what it is one: `(27.0% of the total)`."""
NAME = re.compile(r"[^\W\d_][^0-9０-９()（）:：]{0,58}")
BULLET = re.compile(r"[・•\s\u3000]*")
SIDE = re.compile(
    r"(?P<way>[^\s\u3000:：、]{0,24}輸[出入](?:品目?)?|[^\s:：、→⇒0-9]{1,16}\s?[→⇒]\s?[^\s:：、→⇒0-9]{1,16}|[^\s:：、0-9]{1,16}から[^\s:：、0-9]{1,16}へ)[\s\u3000:：]+"
)
"""Which way the goods go that a line in Japanese names behind it."""
ENGLISH_SIDE = re.compile(r"(?:[^\s:(][^:(]{0,59})?\b(?:ex|im)ports?\b[^:(]{0,60}(?:\([^()]{0,60}\)\s?)?:\s+", re.I)
"""The same in English, before a colon, maybe with its year."""
ENGLISH_WAY = re.compile(r"[^\s:(][^:(]{4,80}(?:\([^()]{0,60}\)\s?)?:\s+")
"""The same without these words: `From Japan to Chad: cars (9 million yen)`."""
LISTED = re.compile(
    r"\s*(?P<name>[^0-9０-９（）()、，\s\u3000]{1,24})(?:[\s\u3000:：]*(?P<amount>約?[0-9０-９][^（）()、，％%]{0,20}(?<!\s))"
    r"|[\s\u3000:：]+(?P<bare>[0-9０-９][0-9０-９.．]{0,5}[%％]))?"
    r"(?:\s*[（(](?:(?P<within>約?[0-9０-９][^（）()、，％%]{1,20})[、，]\s?)?[^（）()0-9０-９]{0,30}(?P<share>[0-9０-９.．]{1,6}[%％])[^（）()]{0,8}[)）]"
    r"|\s*[（(](?P<alone>約?[0-9０-９](?:[^（）()、，％%]|[,，](?=[0-9０-９]{3})){0,20})[)）])?(?:など|等)?(?:[、，]|[\s\u3000。]*\Z)"
)
TOLD = ("amount", "within", "alone", "share", "bare")
"""The groups of what is told of a good: what it came to, or its share, which may stand without a bracket."""
WERE_MAIN = re.compile(
    r"\s(?:were|are|was|is) (?:among )?(?:the|its) (?:main|major|principal|chief|leading) "
    r"(?:items?|goods|products?|commodit(?:y|ies)) (?:of|in) (?P<way>[^.]{5,80})\.?\Z"
)
ENGLISH_LISTED = re.compile(
    r"(?P<name>[A-Za-z][^0-9():;,]{1,58}?)"
    r"(?:\s?\((?P<told>[^():]{2,60})\)(?: ?[,;]\s(?:and )?| and |[.\s]{0,3}\Z)| ?[,;]\s(?:and )?|[.\s]{0,3}\Z)"
)
"""One of the goods of such a line, with what it came to, its share or both in a bracket: `coffee (71 million yen, 64.5%)`; some
have none."""
CELL = re.compile(
    r"(?P<name>[^\W\d_][^0-9():：]{1,58}?)[:：]?\s"
    r"(?P<amount>[0-9][0-9,.]{0,20}(?: (?:thousand|million|billion)(?: [A-Za-z$]{1,12}){0,2})?)?"
    r"\s?(?P<share>[(（][0-9.]{1,5}\s?[%％][)）])?\s{0,4}"
)
"""A good with what it came to, its share or both, in a cell of its own: `Tires 118 (12.2%)`."""
BARE_ITEM = re.compile(
    r"[\s\u3000]*(?:[(（]?[0-9０-９]{1,2}[)）.．]\s*|[①-⑳]\s*)?(?P<name>[^\W\d_][^0-9０-９()（）:：、，;,\n]{0,58}?(?:\s?[(（][^\W\d_][^0-9０-９()（）\n]{0,40}[)）])?)"
    r"(?:\s*[,、，;]\s*|\s+[-–—]\s+|\s*(?=[(（])|[\s\u3000]+)(?P<told>[(（]?\s?約?(?:[A-Z]{0,3}[$¥€]\s?)?[0-9０-９][^\n]{0,60}?)[\s\u3000。]*"
)
"""A good and what is told of it, with a comma, a dash, a bracket or only a space between."""
BETWEEN = re.compile(r"[^\s\u3000()（）、，,;](?:[^()（）、，,;]|[,，](?=[0-9０-９]{3}))*(?<![\s\u3000])")
NO_NUMBER = frozenset({"none", "not_available"})
SHARE = re.compile(r"[%％]|percent|\bshares?\b|構成比|シェア|割合", re.I)
TOLD_PART = re.compile(r"[^\s,，、;](?:[^,，、;]|,(?=[0-9]{3}))*")
PAIR = re.compile(r"(?:(?:\A|, (?:and )?| and )(?P<name>[A-Za-z][A-Za-z -]{1,58}) \((?P<amount>[^()]{2,40})\))")


def of_item(facts: Facts, line: Line) -> Iterator[tuple[Span, str, bool, Flow]]:
    """The amount of one good behind a colon or a gap, and its share in a bracket: `Machinery: 344,120 (31.2%)`."""
    at, text = line.block.body, facts.words(line)
    colon, flow = COLON.search(text), flow_around(facts, line.section)
    good = text[: colon.start()].strip() if colon else ""
    if flow is not UNDECIDED and colon is None:
        yield from _of_bare_item(facts, line, flow)
    if colon is None or flow is UNDECIDED or _is_known(facts, good) or not _is_name(facts, good):
        return
    cut = text.find("(", colon.end())
    cut = len(text) if cut < 0 else cut
    yield Span(at + colon.end(), at + cut), good, text[:cut].rstrip().endswith(("%", "％")), flow
    inside = text[cut:].strip()
    if (SHARE_CELL.fullmatch(inside) and "%" in inside) or SHARE_BRACKET.fullmatch(inside):
        yield Span(at + cut, at + len(text.rstrip())), good, True, flow


def _of_bare_item(facts: Facts, line: Line, flow: Flow) -> Iterator[tuple[Span, str, bool, Flow]]:
    """The same without a colon, where a good has an amount, a share or both behind it and nothing else: `自動車　70.6％`,
    `Passenger cars, 4.10 billion yen, 44.0%`. A bare number is a share where the heading says that they are."""
    text = facts.words(line)
    item = BARE_ITEM.fullmatch(text)
    if item is None or _is_known(facts, item["name"]) or not _is_name(facts, item["name"]):
        return
    frame, found = goods_frame(facts, line), []
    are_shares = frame.unit.unit is None and SHARE.search(goods_heading(line.section) or "") is not None
    for part in BETWEEN.finditer(item["told"]):
        amounts = find_amounts(part[0], context=frame.unit)
        if len(amounts) != 1 or (amounts[0].start, amounts[0].end) != (0, len(part[0])):
            return
        is_share = amounts[0].unit == "percent" or (are_shares and amounts[0].unit is None)
        if not is_share and not is_money(amounts[0].unit):
            return
        start = line.block.body + item.start("told") + part.start()
        found.append((Span(start, start + len(part[0])), is_share))
    if len({is_share for _, is_share in found}) == len(found):
        for span, is_share in found:
            yield span, item["name"], is_share, flow


def _is_name(facts: Facts, words: str) -> bool:
    """Whether words may name a good: a bracket behind them only says which ones: `Fish (tuna)`, and not `Fish (tons)`."""
    inside = bracket_spans(words)
    is_told = all(lists_goods(words[start:end].strip("()（）"), facts.outline.publisher) for start, end in inside)
    return is_told and NAME.fullmatch(without_brackets(words).strip()) is not None


def _is_known(facts: Facts, words: str) -> bool:
    """Whether words name something that is counted, and so no good: `Total`."""
    head = read_head(words)
    topic = likely_topic(head, facts.outline.publisher) if words else None
    return (topic is not None and topic.indicator is not None) or head.key in SHARED_LABELS


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
        for kind in TOLD:
            amounts = find_amounts(one[kind], context=frame.unit) if one[kind] else []
            span = Span(line.block.body + one.start(kind), line.block.body + one.end(kind))
            if len(amounts) == 1:
                added |= add_good(facts, line, span, one["name"], amounts[0], Flow(*way, "stated"), frame)
    return added


def _is_one(good: re.Match[str]) -> bool:
    """Whether a good of a list has no more than one amount, before its bracket or within, and no more than one share; some
    have neither."""
    amounts = sum(good[kind] is not None for kind in ("amount", "within", "alone"))
    return amounts <= 1 and (good["share"] is None or good["bare"] is None)


def _is_told_of(good: re.Match[str]) -> bool:
    """Whether a good of a list has an amount or its share."""
    return any(good[kind] for kind in TOLD)


def add_english_list(facts: Facts, line: Line) -> bool:
    """Add the goods of a line in English that says before a colon which way they go, each with what it came to, its share or
    both in a bracket: `Exports to Fiji in 2006: cars (9 million yen, 28%), textiles (2 million yen)`. Whose bare `Exports` are
    is open, so that only shares have a row, with these words on their labels."""
    text = facts.words(line)
    side = _english_side(facts, text) if ": " in text and "(" in text else ""
    if not side:
        return False
    way = word_flow(side, facts.pair)
    told = list(goods_in(text, len(side)))
    frame, dates = goods_frame(facts, line), find_dates(side)
    read = [(name, start, words, find_amounts(words, context=frame.unit)) for name, start, words in told]
    if not told or len(dates) > 1 or not all(_is_told(amounts) for *_, amounts in read):
        return False
    if way is None and any(amount.unit != "percent" for *_, (amount,) in read):
        return False
    if dates:
        frame = frame._replace(period=Period(dates[0].value, "stated", side))
    for name, start, words, (amount,) in read:
        span = Span(line.block.body + start, line.block.body + start + len(words.rstrip()))
        good = " ".join((name if way else f"{side.rstrip(' :')}: {name}").split())
        add_good(facts, line, span, good, amount, Flow(*way, "stated") if way else UNDECIDED, frame)
    return True


def _english_side(facts: Facts, text: str) -> str:
    """The words in front of a colon that say which way the goods behind it go, up to the goods; empty where they do not."""
    if "port" in text and (side := ENGLISH_SIDE.match(text)):
        return side[0]
    side = ENGLISH_WAY.match(text)
    return side[0] if side and is_way(read_head(side[0].rstrip(": ")), facts.pair[0]) else ""


def goods_in(text: str, at: int = 0) -> Iterator[tuple[str, int, str]]:
    """The goods of a list with what is told of each: its name, where that stands and what it is; none where any of the list is
    no good.

    >>> list(goods_in("cars (41.3%), iron and steel"))
    [('cars', 6, '41.3%')]
    >>> list(goods_in("自動車（41.3％）、鉄鋼"))
    [('自動車', 4, '41.3％')]
    """
    found, listed = [], LISTED if has_japanese(text) else ENGLISH_LISTED
    while at < len(text) and (one := listed.match(text, at)) and (listed is ENGLISH_LISTED or _is_one(one)):
        found.append(one)
        at = one.end()
    for one in found if at >= len(text) else ():
        if listed is LISTED:
            yield from ((one["name"], one.start(kind), one[kind]) for kind in TOLD if one[kind])
        elif one["told"]:
            parts = TOLD_PART.finditer(one["told"])
            yield from ((one["name"], one.start("told") + part.start(), part[0]) for part in parts)


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
    """Add what one good came to, or its share in percent; nothing where a figure is neither. Trade in it with all the world is
    no trade in goods between two countries."""
    if amount.unit == "percent":
        figure = Figure("other", amount, flow, frame.period, "share", source=frame.source, label=good)
    elif is_money(amount.unit) or amount.status in NO_NUMBER:
        named = None if read_head(good).key in SHARED_LABELS else good
        indicator = "trade_goods" if flow.from_area and flow.to_area else "other"
        figure = Figure(indicator, amount, flow, frame.period, "flow", source=frame.source, goods=named, label=good)
    else:
        return False
    add_figure(facts, line, span, figure)
    return True
