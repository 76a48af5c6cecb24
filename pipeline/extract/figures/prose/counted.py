"""People, companies and seats that a sentence counts, by who does what."""

from __future__ import annotations

import re

import schemas
from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import CLOSE
from pipeline.extract.figures.figure import LONGEST_LABEL, Figure, is_money, may_count
from pipeline.extract.figures.flows import heading_flow
from pipeline.extract.figures.lines.inner import fallen
from pipeline.extract.figures.periods import CUMULATIVE, UNSTATED, Period, measure_of
from pipeline.extract.figures.prose.dates import CLAUSE_END, SINCE
from pipeline.normalize.amounts import Amount
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import FoundDate
from pipeline.outline import Line
from pipeline.outline.headings import likely_topic, read_head
from pipeline.publishers.groups import AID

DOING = {
    "students": (r"students", r"stud(?:y|ying|ied)|enrolled"),
    "companies": (
        r"compan(?:y|ies)|firms",
        r"operat\w+|active|present|located|based|doing business|had (?:offices|branches|factories|plants)",
    ),
    "residents": (r"nationals|people|persons|residents|citizens|japanese", r"resid(?:e|ing)|live|living"),
    "visitors": (r"tourists|visitors|students|people|nationals|travell?ers", r"visited|travell?ed (?:to|from)"),
}
COUNTED = [(name, re.compile(rf"\b(?:{noun})\b.{{0,40}}\b(?:{verb})\b", re.I)) for name, (noun, verb) in DOING.items()]
"""What a sentence says that people or companies do where they are counted: the indicator by noun and verb."""
FROM_TO, MOVED = (
    re.compile(r"\s*from (?:the )?[A-Z][A-Za-z ]{1,40} to "),
    re.compile(r"\b(?:visited|travell?ed) (?:to|from)\b"),
)
BY_PEOPLE = re.compile(
    r"(?:(?i:about|some|around|over|approximately|nearly|more than) ){0,2}"
    r"[0-9.,]+(?: million)? (?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
    r" (?:have (?:so far )?)?(?P<verb>visited|travell?ed to|studied)\b"
)
"""The same of a people's name alone: `10,300 Japanese visited Iceland`."""
EVER = frozenset({"students", "visitors"})
"""Of what those are counted too who did it at any time."""
JAPANESE_COUNTED = {
    "participants": re.compile("(?:参加者|招[聘致]者|招へい者)(?:数|総数)?は、?\\Z"),
    "students": re.compile("留学生(?:数|総数)?は、?\\Z"),
    "companies": re.compile("企業(?:数|拠点数)?は、?\\Z"),
}
"""The same in Japanese, where it stands right before the figure: `JETプログラムによるチリからの参加者は266名`."""
VISITED = re.compile(
    r"(?P<goal>[^\s、。を]{1,24})を(?:訪れた|訪問した)(?P<who>[^\s、。を]{1,24}?)(?:の?総?数)?は、?(?:合わせて|合計)?(?:約|およそ)?\Z"
)
"""Who visited which country, right before how many: `2015年に日本を訪れたフィジー人は`."""
VISITING = re.compile(r"の?(?P<who>[^\s、。を]{1,24}?)[がは]、?(?P<goal>[^\s、。を]{1,24})を(?:訪れ|訪問し)")
"""The same right behind how many: `3万人の日本人観光客がフィジーを訪れた`."""
LABELLED = re.compile(
    r"(?P<label>[^\s、。は（）()]{2,30})は、?\s*(?:(?:累計|総額|総計|合計|計|約|これまでに)*[0-9０-９,，.．]+[件]、?(?:累計|総額|総計|合計|計|約)*)?(?:累計|総額|総計|合計|計|約)*"
)
"""What stands before the figures of aid in a sentence: a label, maybe a count of projects."""
THINGS = frozenset({"cases", "projects"})
PARTY = re.compile(r"(?P<name>[^\sぁ-ん、。（）()]{2,30})[（(]\Z")
"""Whose seats a bracket tells: `労働党（50議席）が進歩党（1議席）と連立政権を樹立`."""


def counted(facts: Facts, words: str, amount: Amount, period: Period, dates: list[FoundDate]) -> Figure | None:
    """People or companies of one country in the other, counted for a time; or all who ever did what is done once, as a total
    that runs: `55 Fijian students have studied in Japan since 2009`."""
    stop = CLAUSE_END.search(words, amount.end)
    clause = words[amount.start : stop.start() if stop else len(words)]
    indicator = next((name for name, pattern in COUNTED if pattern.search(clause)), None)
    if (
        indicator is None
        and (who := BY_PEOPLE.match(clause))
        and any(land.kind == "demonym" for land in find_areas(who["who"]))
    ):
        indicator = "students" if who["verb"].startswith("stud") else "visitors"
    flow = word_flow(clause, facts.pair) if indicator else None
    if indicator is None and FROM_TO.match(clause, amount.end - amount.start) and MOVED.search(words, 0, amount.start):
        indicator, flow = "visitors", word_flow(clause, facts.pair)  # `…, and 7,352 from Fiji to Japan`
    if indicator is None or flow is None:
        return None
    is_ever = SINCE.search(words) is not None
    running = _running(words, dates) if is_ever and indicator in EVER and CUMULATIVE.search(clause) else None
    if is_ever and running is None:
        return None
    period = running or period
    if amount.unit not in (None, schemas.indicators()[indicator].unit):
        return None
    if indicator == "visitors" and not is_ever and (period.value is None or period.value.precision != "year"):
        return None
    measure = measure_of(indicator, words, period.value)
    return Figure(indicator, amount, Flow(*flow, "stated"), period, measure, label=words[:LONGEST_LABEL])


def _running(words: str, dates: list[FoundDate]) -> Period | None:
    """For what time all are counted that there ever were: since the only date of a sentence, or until then; nothing where it
    has no date, and nobody knows of several."""
    if len(dates) > 1:
        return None
    return Period(dates[0].value, "stated", words) if dates else UNSTATED


def counted_before(facts: Facts, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """The same of a sentence in Japanese, whose only date is that of its figure."""
    before = "" if words.isascii() else words[: amount.start]
    if "を訪" in words and (told := _visited(facts, words, amount, dates)):
        return told
    indicator = next((name for name, pattern in JAPANESE_COUNTED.items() if pattern.search(before)), None)
    flow = word_flow(before, facts.pair) if indicator else None
    if indicator is None or flow is None or amount.unit != schemas.indicators()[indicator].unit:
        return None
    period = Period(dates[0].value, "stated", words) if len(dates) == 1 else UNSTATED
    measure = measure_of(indicator, words, period.value)
    return Figure(indicator, amount, Flow(*flow, "stated"), period, measure, label=words[:LONGEST_LABEL])


def _visited(facts: Facts, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """People of one country who visited the other in the only date of a sentence in Japanese."""
    told = VISITED.search(words[words.rfind("、", 0, amount.start) + 1 : amount.start]) or VISITING.match(
        words, amount.end
    )
    sides = [{land.area for land in find_areas(told[side])} for side in ("who", "goal")] if told else []
    if amount.unit != "persons" or len(dates) != 1 or not all(len(side) == 1 for side in sides):
        return None
    who, goal = (next(iter(side)) for side in sides) if sides else (None, None)
    if {who, goal} != set(facts.pair):
        return None
    period = Period(dates[0].value, "stated", words)
    measure = measure_of("visitors", words, period.value)
    return Figure("visitors", amount, Flow(who, goal, "stated"), period, measure, label=words[:LONGEST_LABEL])


def labelled(facts: Facts, line: Line, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """Aid in a sentence in Japanese that begins with what it is of: `文化無償資金協力は11件、4.12億円（2010年度までの累計）`."""
    label = LABELLED.fullmatch(words, 0, amount.start) if not words.isascii() else None
    topic = likely_topic(read_head(label["label"]), facts.outline.publisher) if label else None
    if topic is None or topic.indicator is None or topic.group not in AID:
        return None
    if amount.unit not in THINGS and not may_count(topic.indicator, amount):
        return None
    period = Period(dates[0].value, "stated", words) if len(dates) == 1 else UNSTATED
    measure = measure_of(topic.indicator, words, period.value)
    flow = heading_flow(facts, line.section, topic)
    return Figure(topic.indicator, amount, flow, period, measure, label=label["label"] if label else None)


def seats(facts: Facts, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """The seats in the bracket behind a party, since the last date before them."""
    party = PARTY.search(words, 0, amount.start) if amount.unit == "seats" else None
    if party is None or words[amount.end : amount.end + 1] not in CLOSE:
        return None
    before = [date for date in dates if date.end <= amount.start]
    period = Period(before[-1].value, "stated", words) if before else UNSTATED
    return Figure("seats", amount, Flow(facts.pair[1], None, "inherited"), period, "stock", label=party["name"])


def figure_told(words: str, amount: Amount, period: Period) -> Figure | None:
    """An amount of money, a share, or people in a sentence in Japanese: what it is of, and whose, only the sentence tells,
    which is its label."""
    is_people = amount.unit == "persons" and words.endswith("。")
    if not is_people and amount.unit != "percent" and not is_money(amount.unit):
        return None
    measure = "share" if amount.unit == "percent" else None
    return Figure("other", fallen(words, amount), UNDECIDED, period, measure, label=words[:LONGEST_LABEL])
