"""From whom to whom the figures of a line go: by what they count, the words beside them, else the headings around."""

from __future__ import annotations

import re

from pipeline.extract.direction import IMPORT, UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.counted import counted_flow
from pipeline.extract.figures.shapes import Shape, without_brackets
from pipeline.normalize.amounts import Amount
from pipeline.normalize.areas import find_areas
from pipeline.outline import Section
from pipeline.outline.sections import LABEL
from pipeline.patterns import has_japanese, quick
from pipeline.publishers import Topic
from pipeline.publishers.groups import AID

BALANCE = quick(r"surplus|deficit|balance|黒字|赤字", re.I)
DEFICIT = re.compile(r"deficit|赤字", re.I)
AGAINST = re.compile(r"\b(?:with|against|towards?|vis-[aà]-vis) (?:the )?\Z", re.I)
SURPLUS = re.compile(r"surplus|黒字", re.I)
TRAINEES = re.compile(r"trainee|研修[員生]|受入", re.I)
"""Of people in aid, those who come to the publisher's country; experts and volunteers leave it."""
SENT = re.compile(
    r"experts?\b|volunteers?\b|\bJOCVs?\b|missions?\b|\bteams?\b|dispatch|\bsent\b|専門家|調査団|協力隊|ボランティア|派遣",
    re.I,
)
PEOPLE = re.compile(r"\b(?:trainees|experts|volunteers|JOCVs|members)\b|研修[員生]|専門家|[隊団]員", re.I)
"""Whom a number without a unit counts."""
DESCENT = re.compile(r"[\s-]+(?:descen[dt]|ancestry|origin)", re.I)
BALANCE_BEHIND = re.compile("の(?:貿易)?(?:黒字|赤字)")
CLAUSE_END = re.compile(r"[.,;:]|\b(?:and|while|whereas|but)\b", re.I)
DIRECTED = re.compile(r"\bfrom\b.+\bto\b", re.I)
WITH_ALL = frozenset({"world_trade", "trade_shares"})
"""Topics of trade with all the world."""
WHOSE_TRADE = frozenset({"trade_exports", "trade_imports"})
"""Of trade headings only these say whose: `Trade with Japan` decides nothing."""


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
        who = words if SENT.search(words) or TRAINEES.search(words) else f"{section.heading} {words}"
        return Flow(partner, home, "inferred") if TRAINEES.search(who) else Flow(home, partner, "inferred")
    if topic.indicator == "descendants" and (origin := _origin(shape.label or f"{section.heading} {words}", facts)):
        return Flow(origin, facts.other(origin), "stated")
    if topic.indicator == "trade_balance":
        if BALANCE.search(shape.text):
            return favoured(facts, shape.text)
        heading = next((at.heading for at in section.around() if at.heading and BALANCE.search(at.heading)), "")
        if (whose := favoured(facts, heading)) is not UNDECIDED:
            return whose._replace(basis="inherited")
    if topic.indicator == "trade_total":
        return Flow(*facts.pair, "stated" if len(find_areas(words)) > 1 else "inferred")
    stated = word_flow(without_brackets(words), facts.pair) or word_flow(words, facts.pair)
    if stated is None and not shape.label and _is_item(facts, section):
        stated = word_flow(section.heading or "", facts.pair)  # the label's line and the value's are one
    if stated and topic.group == "oda" and stated[0] == facts.pair[1] and not _is_named(facts, words):
        return Flow(stated[0], None, "stated")  # `フィンランドのODA実績` goes to all who receive any
    return Flow(*stated, "stated") if stated else heading_flow(facts, section, topic)


def tells_people(topic: Topic, shape: Shape) -> bool:
    """Whether a line below a heading of aid counts people by a label that says who came or went: `Experts: 612 persons`."""
    is_aid = topic.indicator in ("oda_technical", "aid_other") and bool(shape.amounts)
    units = {one.unit for one in shape.amounts} if is_aid else set()
    if units == {"persons"}:
        return (TRAINEES.search(shape.label) or SENT.search(shape.label)) is not None
    return units == {None} and PEOPLE.search(shape.label) is not None


def flow_beside(
    facts: Facts, shape: Shape, n: int, topic: Topic, flow: Flow, above: Topic | None = None, before: Flow = UNDECIDED
) -> Flow:
    """The way of figure `n` of a line of trade whose label leaves it open: by the words behind it, else by that of the figure
    before it, where exports and imports are told together: `exports to Fiji were 3 billion yen and imports 2`."""
    if flow.basis == "stated" or topic.name not in WHOSE_TRADE:
        return flow
    stop = shape.amounts[n + 1].start if n + 1 < len(shape.amounts) else len(shape.plain)
    behind = CLAUSE_END.split(shape.plain[shape.amounts[n].end : stop], maxsplit=1)[0]
    if stated := word_flow(" ".join(f"{shape.label} {behind}".split()), facts.pair):
        return Flow(*stated, "stated")
    if before.from_area is None or above is None or above.name not in WHOSE_TRADE:
        return flow
    ends = before[:2] if above.name == topic.name else before[1::-1]
    return Flow(*ends, "inherited")


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
    return next(before, None) or forebears(words)


def forebears(words: str) -> str | None:
    """Of two peoples right behind each other the first is where the forebears of the second came from."""
    mentions = find_areas(words)
    is_pair = len(mentions) > 1 and words[mentions[0].end : mentions[1].start] in (" ", "-")
    return mentions[0].area if is_pair else None


def _is_item(facts: Facts, section: Section) -> bool:
    """Whether a label and its value are one: beside each other in a row, or on two lines of a list under a heading of the same
    subject."""
    if section.kind != "label":
        return False
    outer = section.parent.topic if section.parent else None
    is_under = outer is not None and section.topic is not None and outer.group == section.topic.group
    return facts.text.startswith(" | ", section.end) or ((section.is_tight or section.level > LABEL) and is_under)


def heading_flow(facts: Facts, section: Section, topic: Topic) -> Flow:
    """What the headings of the same subject say; aid goes out from the publisher where they are silent. What a heading says of
    exports is not said of the imports below it."""
    for at in section.around():
        if at.topic is not None and at.topic.group not in (topic.group, "basic"):
            break
        if at.topic is not None and {at.topic.name, topic.name} == WHOSE_TRADE:
            break
        is_silent = topic.group == "trade" and (at.topic is None or at.topic.name not in WHOSE_TRADE)
        is_silent = is_silent and not DIRECTED.search(at.heading or "")
        is_title = at.kind == "heading" and at.head is not None and at.head.key == "@"
        if at.heading and not is_silent and not is_title and (stated := word_flow(at.heading, facts.pair)):
            return Flow(*stated, "inherited")
    if topic.group in AID and facts.pair[1]:
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


def tells_balance(facts: Facts, shape: Shape, n: int = 0, label: str | None = None) -> bool:
    """Whether a line only says which of the two countries sold more than it bought, and how much: `モンゴル側が73億円の黒字`; or
    whether figure `n` of several says so behind its own words, `label`."""
    is_one = len(shape.amounts) == 1 or label is not None
    is_one = is_one and bool(shape.amounts) and BALANCE_BEHIND.match(shape.text, shape.amounts[n].end) is not None
    return is_one and favoured(facts, shape.label if label is None else label) is not UNDECIDED


def signed(amount: Amount, words: str) -> Amount:
    """A deficit as a negative balance; one printed with its sign stays as it is."""
    is_deficit = DEFICIT.search(words) and not SURPLUS.search(words)
    if amount.value is None or amount.value < 0 or not is_deficit:
        return amount
    return amount._replace(value=-amount.value)
