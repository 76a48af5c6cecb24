"""What the figures of a line count: by the label beside them, else by the headings around."""

from __future__ import annotations

import re

from pipeline.extract.direction import word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.counted import is_counted
from pipeline.extract.figures.flows import DIRECTED, forebears
from pipeline.extract.figures.lines.beside import MEASURE_WORDS, is_joined
from pipeline.normalize.areas import Area, parse_area
from pipeline.outline import Line, Section
from pipeline.outline.cells import is_date_alone
from pipeline.outline.headings import AMOUNTS, SHARED_LABELS, likely_topic, of_the_world, read_head, topic_within
from pipeline.outline.sections import ITEM_LABEL
from pipeline.publishers import Publisher, Topic

KINDS = frozenset({"oda_loans", "oda_grants", "oda_technical"})
ORPHAN = re.compile(r"(?:cumulative|accumulated|aggregate)\b|累計", re.I)
ONE_WAY = re.compile(r"\b(?:from|to)\b(?!\s*\Z)|(?:ex|im)port|輸[出入]", re.I)


def stands_beside(line: Line) -> bool:
    """Whether a line is printed like the label it stands under, so that a list may have gone on without any item of it."""
    section = line.section
    if section.kind != "label":
        return False
    if line.block.kind == "item":
        return section.level >= ITEM_LABEL and ITEM_LABEL + min(line.block.level - 1, 1) <= section.level
    return line.block.kind == "paragraph" and section.level < ITEM_LABEL


def topic_of_label(facts: Facts, label: str, section: Section, above: Topic | None) -> Topic | None:
    """What a line's figure counts: its own label decides, else the item above a running total or a date, else the section.

    `above` is the topic of the item above in the same section. `None` for a label that nobody
    knows: what it counts would be a guess.
    """
    head, around = read_head(label), section.nearest_topic
    own = likely_topic(head, facts.outline.publisher) if label else None
    if own is None and not label.isascii() and len(words := label.split()) > 1:
        own, last = (likely_topic(read_head(word), facts.outline.publisher) for word in (words[0], words[-1]))
        own = last if own and last and last.group == own.group else own  # `兵力　正規軍`, `対日貿易　輸出`
    own = topic_within(head, of_the_world(head, own, around, facts.outline.publisher), around)
    if around is not None and around.indicator == "cultural_grants" and own and own.indicator == "oda_grants":
        return around  # `General Grant-in-aid` within a list of cultural grants
    if own is None and around is not None and around.group == "residents" and forebears(label):
        return facts.outline.publisher.topics.get("descendants")
    is_foreign = own is not None and around is not None and own.group != around.group
    if own and own.indicator and not (is_foreign and around and around.indicator and head.key in SHARED_LABELS):
        return own if ONE_WAY.search(label) else _both_ways(own)
    if own is None and head.key in AMOUNTS and around is not None and around.indicator:
        return around
    if above is not None and (ORPHAN.match(label) or (above.indicator and is_date_alone(label))):
        is_one = above.indicator == "aid_other" and around is not None and around.indicator in KINDS
        return around if is_one else above  # `FY 2012` behind a single loan is that of all loans
    if own is not None and own.indicator is None and is_foreign:
        return None
    if own is not None and own.name == "profile_words":
        return own  # `兵役　9か月` is no figure of the armed forces around it
    if own is not None or not head.key or (around and around.indicator and is_joined(MEASURE_WORDS.sub(" ", label))):
        return around  # `Stock as of the end of 2014` says nothing of what is counted
    return _around_unknown(facts, label, around, section)


def _around_unknown(facts: Facts, label: str, around: Topic | None, section: Section) -> Topic | None:
    """The topic of a line whose label no data file knows: its section's only where the words at least give a direction."""
    if (around is None or around.group in ("culture", "narrative")) and is_counted(label):
        return facts.outline.publisher.topics.get("counted")
    if around is None or around.group == "culture" or around.name == "capital":
        return around
    if around.group == "trade" and around.indicator is None:
        return facts.outline.publisher.topics.get("trade") if DIRECTED.search(label) else None
    if word_flow(label, facts.pair):
        return None if _names_another(label, around, facts.outline.publisher) else around
    if around.group == "oda" and (isinstance(parse_area(label), Area) or not read_head(label).key.strip("@ ")):
        return None  # who gave it all, and no kind of what the publisher's country gave
    if around.group != "oda" or (around.indicator in KINDS and section.kind == "heading"):
        return around if around.group == "oda" else None  # `(3) Loans` heads the loans one by one
    return around._replace(indicator="aid_other")


def _names_another(label: str, around: Topic, publisher: Publisher) -> bool:
    """Whether a label in Japanese holds the word of another subject than that around it: `わが国からの直接投資の動き` is no trade."""
    others = (word for word, topic in publisher.ends.items() if topic.indicator and topic.group != around.group)
    return not label.isascii() and any(word in label for word in others)


def _both_ways(topic: Topic) -> Topic:
    """`Trade (2011): US$ 344.9 billion` is the trade of both ways: neither exports nor imports are named."""
    return topic._replace(name="trade_total", indicator="trade_total") if topic.name == "trade" else topic
