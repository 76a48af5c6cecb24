"""What a sentence in English says an amount is of: aid by its kind, exports or imports, a rank among donors, a population."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.direction import TO, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.figure import LONGEST_LABEL, Figure, is_money
from pipeline.extract.figures.flows import WHOSE_TRADE, heading_flow
from pipeline.extract.figures.lines.beside import is_joined
from pipeline.extract.figures.periods import Period, measure_of
from pipeline.extract.figures.ranks import rank_of
from pipeline.extract.figures.shapes import without_spans
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import FoundDate
from pipeline.outline import Line
from pipeline.outline.headings import known_topic, read_head
from pipeline.publishers import Topic
from pipeline.publishers.groups import AID

BEHIND = re.compile(
    r"(?:\s+worth)?(?:,?\s+of which)?(?:\s+(?:in|of|as|for|was|were|is|are|went to|came as)(?:\s+the(?:\s+form of)?)?)?\s+",
    re.I,
)
WORD = re.compile(r"[A-Za-z][A-Za-z-]*")
WORDS = re.compile(r"[A-Za-z][A-Za-z-]*(?:\s+[A-Za-z][A-Za-z-]*){0,3}")
"""The words behind an amount that may say what it is of."""
COMING = re.compile(
    r" (?:(?:had|have|has) )?(?:amount|total|come|came|reach|stood|was|were|is|are)(?:s|ed|led|ing)?(?: up)?(?: to| at)?"
    r"(?: (?:a total of|about|some|over|around|approximately))*\Z",
    re.I,
)
"""What stands between that which comes to an amount, and the amount: `Cultural grants amount to 385.6 million yen`."""
MOVED_BY = re.compile(
    r",? (?:(?:had|have|has) )?(?:increased|decreased|rose|risen|fell|fallen|grew|grown|declined|dropped|expanded|shrank)"
    r"(?: by)?(?: about| some| around)? ?\Z",
    re.I,
)
"""What stands before the percent by which something changed, whose value is told behind: `exports fell by 4.8% to 9 yen`."""
MOVED_TO = re.compile(
    r" ?,? ?(?:(?:from|over|on|against|compared (?:to|with)) (?:the )?"
    r"(?:(?:previous|preceding|last) year|year before|year earlier),? )?to "
    r"(?:about |some |around |approximately )?",
    re.I,
)
GAVE = re.compile(
    r"(?:(?P<who>.{2,30}?) )?(?:has |had |have )?(?:so far |also )?"
    r"(?:extended|provided|given|gave|granted|offered) (?:the )?(?P<what>.{3,60}?)"
    r"(?: (?:of|worth|totall?ing|amounting to|in the amount of))",
    re.I,
)
"""Who gave what: `Japan has extended cultural grants of`."""
LEAD = re.compile(r"(?:(?:\A|[,;:]|\b(?:and|while|whereas|but)\b)\s*(?:(?:its|their|the)\s)?\s*)+", re.I)
DATE_WORDS = re.compile(
    r"\b(?:in|during|for|as of|at the end of) (?:(?:that|the same) (?:fiscal )?year|(?:the year )?(?=\s*(?:,|\Z)))",
    re.I,
)
DISBURSED = re.compile(r"(?:(?P<whose>.{2,40}['’]s?|its|their) )?(?:net |gross )?disbursements?", re.I)
LARGEST_DONOR = re.compile(
    r"\b(?:was|is|has been|became|ranked(?: as)?) (?:again )?(?:the )?"
    r"(?P<rank>[a-z0-9]+[ -](?:largest|biggest)|largest|biggest)"
    r" (?:of (?:the |all )?|among (?:the |all )?)?(?:[A-Za-z/]+ ){0,2}donors?\b",
    re.I,
)
POPULATION = re.compile(
    r"\bpopulation (?:of|was|is|stood at|reached)(?: (?:about|some|over|around|approximately))? ?\Z", re.I
)


class Told(NamedTuple):
    """A sentence with its amounts and dates."""

    facts: Facts
    line: Line
    words: str
    amounts: Sequence[Amount]
    dates: Sequence[FoundDate]


def stated(told: Told, n: int, period: Period, above: Figure | None) -> Figure | None:
    """The figure of an amount by the words beside it, or the one `above` of the amount before, where nothing stands between
    them; `None` where they do not say what it is of, or of which time."""
    amount, words = told.amounts[n], told.words
    if POPULATION.search(words, 0, amount.start) and amount.unit in (None, "persons"):
        return _population(told, amount, period)
    if period.value is None or not is_money(amount.unit):
        return None
    before = _before(told, n)
    topic = _behind(told, amount)[0] or _topic_before(told, before)
    if topic is None and above and is_joined(words[_behind(told, told.amounts[n - 1])[1] : amount.start]):
        return above._replace(amount=amount, period=period)
    if topic is None or topic.indicator is None:
        return None
    if topic.name in WHOSE_TRADE:
        way = word_flow(before, told.facts.pair)
        flow = Flow(*way, "stated") if way else None
    else:
        flow = _aid_flow(told, topic)
    if flow is None:
        return None
    measure = measure_of(topic.indicator, words, period.value)
    return Figure(topic.indicator, amount, flow, period, measure, basis_of(words), label=words[:LONGEST_LABEL])


def _before(told: Told, n: int) -> str:
    """The words since the amount before, without dates, that an amount may be of."""
    start, end = told.amounts[n - 1].end if n else 0, told.amounts[n].start
    is_moved = n > 0 and told.amounts[n - 1].unit == "percent" and MOVED_TO.fullmatch(told.words, start, end)
    if is_moved and (moved := MOVED_BY.search(told.words, 0, told.amounts[n - 1].start)):
        start, end = told.amounts[n - 2].end if n > 1 else 0, moved.start()
    spans = [(date.start, date.end) for date in told.dates]
    words = DATE_WORDS.sub(" ", without_spans(told.words, spans)[start:end])
    words = COMING.sub("", f" {' '.join(words.split())}")
    leads = [lead.end() for lead in LEAD.finditer(words)]
    return words[leads[-1] if leads else 0 :].strip(" ,;:")


def _behind(told: Told, amount: Amount) -> tuple[Topic | None, int]:
    """The kind of aid right behind an amount, and where its words end: `700 million yen of grant aid for a radar`."""
    lead = BEHIND.match(told.words, amount.end)
    found = WORDS.match(told.words, lead.end()) if lead else None
    ends = [word.end() for word in WORD.finditer(told.words, *found.span())] if found else []
    for end in reversed(ends):
        topic = known_topic(read_head(told.words[found.start() if found else 0 : end]), told.facts.outline.publisher)
        if topic and topic.indicator and topic.group in AID:
            return topic, end
    return None, amount.end


def _topic_before(told: Told, before: str) -> Topic | None:
    """What comes to an amount, by the words before it, each of which has to be known."""
    publisher = told.facts.outline.publisher
    if disbursed := DISBURSED.fullmatch(before):
        lands = {land.area for land in find_areas(disbursed["whose"] or "")}
        return publisher.topics.get("oda") if lands <= {told.facts.pair[0]} else None
    if gave := GAVE.fullmatch(before):
        lands = {land.area for land in find_areas(gave["who"] or "")}
        before = gave["what"] if lands == {told.facts.pair[0]} else ""
    topic = known_topic(read_head(before), publisher) if before else None
    is_one = topic is not None and topic.indicator and (topic.group in AID or topic.name in WHOSE_TRADE)
    return topic if is_one else None


def _aid_flow(told: Told, topic: Topic) -> Flow | None:
    """Who gives to whom: the publisher's country to the partner, where no other country and no gift the other way is told."""
    home, partner = told.facts.pair
    lands = find_areas(told.words)
    is_back = any(land.area == home and TO.search(told.words[: land.start]) for land in lands)
    if partner is None or is_back or not {land.area for land in lands} <= {home, partner}:
        return None
    return heading_flow(told.facts, told.line.section, topic)


def _population(told: Told, amount: Amount, period: Period) -> Figure | None:
    """How many people live in the partner country."""
    partner = told.facts.pair[1]
    lands = [land.area for land in find_areas(told.words[: amount.start])]
    if partner is None or set(lands) != {partner}:
        return None
    return Figure("population", amount, Flow(partner, None, "stated"), period, "stock", label="population")


def in_order(told: Told, known: Sequence[Figure], n: int, period: Period) -> Figure | None:
    """The figure of one of the last amounts of a sentence that tells them of what it told before, in that order:
    `exports were 2.6 billion yen and imports 9.4; in 2003 they were 4.1 billion yen and 11.8 billion yen respectively`."""
    first = len(told.amounts) - len(known)
    if not known or n < first or first != len(known) or "respectively" not in told.words:
        return None
    return known[n - first]._replace(amount=told.amounts[n], period=period)


def donor_rank(told: Told, period: Period) -> tuple[Figure, int, int] | None:
    """The rank among the partner's donors that a sentence gives a country, and where it does: `Japan was the fifth largest of
    the DAC donors`. Where what it gave stands in a bracket behind, that is the figure, and has the rank."""
    found = LARGEST_DONOR.search(told.words)
    who = find_areas(told.words[: found.start()])[-1:] if found else []
    rank = rank_of(f"the {found['rank']} donor") if found else None
    partner = told.facts.pair[1]
    if not found or not who or rank is None or who[0].area == partner or partner is None or period.value is None:
        return None
    if told.words[who[0].end : found.start()].strip():
        return None
    flow, label = Flow(who[0].area, partner, "stated"), found[0]
    amount = told.amounts[0] if len(told.amounts) == 1 else None
    if amount and is_money(amount.unit) and "(" in told.words[found.end() : amount.start]:
        measure = measure_of("oda_total", told.words, period.value)
        given = Figure("oda_total", amount, flow, period, measure, basis_of(told.words), rank=rank, label=label)
        return given, amount.start, amount.end
    place = find_amounts(f"{rank} countries")[0]._replace(
        unit="rank", unit_basis="stated", noun=None, printed=found["rank"]
    )
    return Figure("donor_rank", place, flow, period, "rank", rank=rank, label=label), who[0].start, found.end()
