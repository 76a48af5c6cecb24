"""The topic of a heading: by its whole wording, by the first telling word in it, and by the section around it."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.outline.headings.head import Head, read_head
from pipeline.patterns import first_meaning
from pipeline.publishers import Publisher, Topic

BROADER = re.compile(r"(?<=..)(?:の推移|など|等|(?<!総)額|(?<=[人者])数|実績|(?:の)?累計|(?:の)?(?:供与)?案件)+\Z")
"""What the end of a heading adds to the word that says what it is about: `政府貸付等`, `技術協力実績額`."""
SHARED_LABELS = frozenset({"total", "total amount", "grand total", "total value", "balance", "合計", "総計", "計"})
"""Labels that mean their section's total, whatever it counts."""
AMOUNTS = frozenset({"amount", "amounts", "value", "values", "sum", "金額", "額", "供与額", "援助額"})
"""Labels that only say that their figures are money."""
STOCK_BALANCE = re.compile(r"\A(?!.*\b(?:trade|surplus|deficit)\b).*\bbalance\b")
"""A balance in words that do not speak of trade."""
ONE_WAY = frozenset({"trade_exports", "trade_imports"})
OWN_FIGURES = frozenset({"own_economy", "world_trade"})
GOODS_SIDE = re.compile("(輸[出入])品目?\\Z")
"""The end of a heading in Japanese of the main goods of one side: `主要輸出品目`."""
OF_GOODS = re.compile("品目")


def known_topic(head: Head, publisher: Publisher) -> Topic | None:
    """The topic of a heading whose every word is known."""
    return _known(head.key, publisher)


@lru_cache(maxsize=8192)
def _known(key: str, publisher: Publisher) -> Topic | None:
    known = publisher.phrases.get(key)
    if known is None and key:
        known = next((topic for pattern, topic in publisher.wholes if pattern.fullmatch(key)), None)
    return known


def is_of_figures(head: Head, publisher: Publisher) -> bool:
    """Whether a heading is nothing but words that headings of figures consist of, whatever it says with them.

    >>> from pipeline.publishers import load
    >>> is_of_figures(read_head("Trainees received in Japan"), load()), is_of_figures(read_head("Trainees of renown"), load())
    (True, False)
    """
    words = head.key.replace("@", " ").replace("-", " ").split()
    return bool(words) and publisher.vocabulary.issuperset(words)


def topic_within(head: Head, topic: Topic | None, around: Topic | None) -> Topic | None:
    """The topic of a heading within a section: `Total` below aid is no total of trade, and below imports none of both ways;
    `Balance at the end of the year` below investment is none of exports less imports."""
    if topic is not None and topic.name == "trade_total" and around is not None and around.name in ONE_WAY:
        return around if head.key in SHARED_LABELS else topic
    if topic is None or around is None or around.indicator is None or topic.group == around.group:
        return topic
    is_balance = topic.name == "trade_balance" and around.group == "investment" and STOCK_BALANCE.search(head.key)
    return around if is_balance or head.key in SHARED_LABELS else topic


def of_the_world(head: Head, topic: Topic | None, around: Topic | None, publisher: Publisher) -> Topic | None:
    """The topic of a heading or label of trade by the section around it: among the figures of a country's own economy it is
    trade with all the world, unless the publisher's country is named; and the main goods below trade are of that trade.
    `Economy` within a profile is its country's own."""
    if topic is None or around is None:
        return topic
    if topic.name == "trade_shares" and around.group == "trade":
        side = GOODS_SIDE.search(head.key)
        return publisher.phrases[side[1]] if side else around if OF_GOODS.search(head.key) else topic
    if topic.name == "economy" and around.group == "profile":
        return publisher.topics.get("own_economy", topic)
    is_trade = topic.group == "trade" and topic.indicator is not None
    is_own = around.name in OWN_FIGURES or (around.group == "profile" and head.key.isascii())
    if not is_trade or not is_own or "対" in head.key:
        return topic
    is_named = any(land.area == publisher.area for land in head.areas) or "with @" in head.key
    return topic if is_named else publisher.topics.get("world_trade", topic)


def likely_topic(head: Head, publisher: Publisher) -> Topic | None:
    """The topic of a heading by its whole wording, else by the first telling word in it."""
    topic = _likely(head.key, publisher)
    if topic is not None and topic.indicator is None and head.scope:
        return _scoped(topic, head.scope, publisher)
    return topic


@lru_cache(maxsize=8192)
def _likely(key: str, publisher: Publisher) -> Topic | None:
    known = _known(key, publisher) or (first_meaning(publisher.words, key) if key else None)
    return known or (None if key.isascii() else _by_end(key, publisher))


def _by_end(key: str, publisher: Publisher) -> Topic | None:
    """The topic of a heading in Japanese by its last word, which says what the others only narrow: `進出日系企業数`."""
    for words in dict.fromkeys((key, BROADER.sub("", key))):
        ends = (words[start:] for start in range(len(words)))
        topic = publisher.phrases.get(words) or next(
            (publisher.ends[one] for one in ends if one in publisher.ends), None
        )
        if topic is not None:
            return topic
    return None


def _scoped(topic: Topic, scope: str, publisher: Publisher) -> Topic:
    """`Economic Relations (Exports and Imports, 2016)` are trade: the bracket narrows a heading without figures of its own."""
    narrow = likely_topic(read_head(scope), publisher)
    group = publisher.topics.get(topic.group)
    return group if narrow and group and narrow.group == topic.group and narrow.indicator else topic
