"""Figures that sentences tell: people and companies counted in words, amounts of money and shares in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import schemas
from pipeline.extract.direction import UNDECIDED, Flow, word_flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import CLOSE
from pipeline.extract.figures.figure import Figure, add_figure, is_money, may_count
from pipeline.extract.figures.flows import heading_flow
from pipeline.extract.figures.lines.inner import fallen
from pipeline.extract.figures.periods import UNSTATED, Period, measure_of
from pipeline.extract.figures.prose.aid_people import people_in_aid
from pipeline.extract.figures.prose.stated import Told, donor_rank, in_order, stated
from pipeline.extract.figures.shapes import RATE
from pipeline.extract.sentences import sentences
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import FoundDate, find_dates
from pipeline.outline import Line
from pipeline.outline.headings import known_topic, likely_topic, read_head
from pipeline.patterns import has_japanese
from pipeline.records import Span

DOING = {
    "students": (r"students", r"stud(?:y|ying)|enrolled"),
    "companies": (
        r"compan(?:y|ies)|firms",
        r"operat\w+|active|present|located|based|doing business|had (?:offices|branches|factories|plants)",
    ),
    "residents": (r"nationals|people|persons|residents|citizens|japanese", r"resid(?:e|ing)|live|living"),
    "visitors": (r"tourists|visitors|people|nationals|travell?ers", r"visited|travell?ed (?:to|from)"),
}
COUNTED = [(name, re.compile(rf"\b(?:{noun})\b.{{0,40}}\b(?:{verb})\b", re.I)) for name, (noun, verb) in DOING.items()]
"""What a sentence says that people or companies do where they are counted: the indicator by noun and verb."""
FROM_TO, MOVED = (
    re.compile(r"\s*from (?:the )?[A-Z][A-Za-z ]{1,40} to "),
    re.compile(r"\b(?:visited|travell?ed) (?:to|from)\b"),
)
BY_PEOPLE = re.compile(
    r"(?:(?i:about|some|around|over|approximately|nearly|more than) ){0,2}"
    r"[0-9.,]+(?: million)? (?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:visited|travell?ed to)\b"
)
"""The same of a people's name alone: `10,300 Japanese visited Iceland`."""
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
LABELLED = re.compile(
    r"(?P<label>[^\s、。は（）()]{2,30})は、?\s*(?:(?:累計|総額|総計|合計|計|約|これまでに)*[0-9０-９,，.．]+[件]、?(?:累計|総額|総計|合計|計|約)*)?(?:累計|総額|総計|合計|計|約)*"
)
"""What stands before the figures of aid in a sentence: a label, maybe a count of projects."""
THINGS = frozenset({"cases", "projects"})
PARTY = re.compile(r"(?P<name>[^\sぁ-ん、。（）()]{2,30})[（(]\Z")
"""Whose seats a bracket tells: `労働党（50議席）が進歩党（1議席）と連立政権を樹立`."""
THAT_YEAR = re.compile(r"\b(?:in|during|for) (?:that|the same) (?:fiscal )?year\b", re.I)
SINCE = re.compile(r"\bsince\b|\bso far\b|\btotal of\b|\bover the (?:past|last)\b|\bto date\b|\bhave\b", re.I)
DATE_LEAD = re.compile(
    r"\b(?:in|for|during|as of|at the end of|of the year)\s+(?:the (?:year |end of )?)?\(?\Z|\(\Z", re.I
)
BRACKET_LEAD, BRACKET_END = (
    re.compile(r"[（(](?:[^（）()]{0,60}[、，])?\Z"),
    re.compile("末?(?:現在)?(?:(?:推定|推計|速報|暫定|概算|予測|実績)値?)?[、，）)：:]"),
)
"""What stands around a date in Japanese that a bracket says of the whole sentence: `（2021年、GDP構成比）`."""
CLAUSE_END = re.compile(r"[;:,](?=\s)|[0-9]")
NONE_TOLD = re.compile(
    r"There (?:was|were|has been|have been) (?P<no>no) (?:new )?(?P<what>[A-Za-z][\w -]{2,40}?)\s(?=(?:in|during|for)\s)"
)
GIVEN = frozenset({"oda", "investment", "culture"})
"""Of what a sentence may say that there was none."""
LONGEST_LABEL = 200


def add_prose_figures(facts: Facts, line: Line) -> bool:
    """Add the figures of the sentences of a line. Returns whether there were any."""
    before = len(facts.observations)
    above = _dates_above(facts, line)
    for start, end in sentences(facts.text, line.block.body, line.block.end):
        above = _add_sentence(facts, line, facts.text[start:end], start, above)
    return len(facts.observations) > before


def _dates_above(facts: Facts, line: Line) -> list[FoundDate]:
    """The dates of the sentence before the words of a line, in the paragraph that they are of."""
    start, at = line.block.start, line.block.body
    above = list(sentences(facts.text, start, at)) if start < at and " year" in facts.text[at : line.block.end] else []
    return find_dates(facts.text[slice(*above[-1])]) if above else []


def _add_sentence(facts: Facts, line: Line, words: str, at: int, above: list[FoundDate]) -> list[FoundDate]:
    """Add the figures of a sentence; `above` are the dates of the one before. Returns its own."""
    dates = find_dates(words)
    if none := NONE_TOLD.match(words):
        _add_none(facts, line, none, at, _period(words, dates))
        return dates
    amounts = find_amounts(words, skip=[(date.start, date.end) for date in dates])
    told = None if has_japanese(words) else Told(facts, line, words, amounts, dates)
    ranked = donor_rank(told, _period(words, dates)) if told and "donor" in words else None
    if ranked:
        add_figure(facts, line, Span(at + ranked[1], at + ranked[2]), ranked[0])
    above_it = takewhile(lambda row: row.char_start >= at, reversed(facts.observations))
    taken = {row.char_start for row in above_it}  # by those who count people
    known: list[Figure] = []
    last: Figure | None = None
    for n, amount in enumerate(amounts):
        if (
            at + amount.start in taken
            or (ranked and ranked[0].amount is amount)
            or (told is None and RATE.match(words, amount.start))
        ):
            continue
        period = period_in(words, dates, amounts, n, above) if told else _period(words, dates)
        last = stated(told, n, period, last) if told else None
        known += [last] if last else []
        figure = last or (in_order(told, known, n, period) if told else None)
        figure = figure or _labelled(facts, line, words, amount, dates) or _counted_before(facts, words, amount, dates)
        figure = figure or people_in_aid(facts, words, amount, dates) or _counted(facts, words, amount, period)
        figure = figure or _seats(facts, words, amount, dates) or _told(words, amount, period)
        if figure is not None:
            add_figure(facts, line, Span(at + amount.start, at + amount.end), figure)
    return dates


def _add_none(facts: Facts, line: Line, none: re.Match[str], at: int, period: Period) -> None:
    """The row of aid or investment of which a sentence says that there was none."""
    head = read_head(none["what"])
    topic = known_topic(head, facts.outline.publisher)
    if topic is None or topic.indicator is None or topic.group not in GIVEN or period.value is None:
        return
    [amount] = find_amounts("none")
    start, end = none.span("no")
    amount = amount._replace(printed=none["no"], start=start, end=end)
    flow, label = heading_flow(facts, line.section, topic), none["what"]
    measure = measure_of(topic.indicator, none.string, period.value)
    figure = Figure(topic.indicator, amount, flow, period, measure, label=label)
    add_figure(facts, line, Span(at, at + len(none.string)), figure)


def period_in(words: str, dates: list[FoundDate], amounts: Sequence[Amount], n: int, above: list[FoundDate]) -> Period:
    """The period of one of the figures of a sentence in English. Of several dates, each of which a word puts figures into,
    it is the last before a figure where the first stands before all, else the one behind it where each figure has one;
    `that year` is the only date of the sentence before.

    >>> words = "It gave 2 million yen in FY 2000 and 3 million yen in FY 2001."
    >>> dates = find_dates(words)
    >>> amounts = find_amounts(words, skip=[(date.start, date.end) for date in dates])
    >>> [period_in(words, dates, amounts, n, []).value.edtf for n in range(2)]
    ['2000-04/2001-03', '2001-04/2002-03']
    """
    if not dates and len(above) == 1 and above[0].value.precision in ("year", "range") and THAT_YEAR.search(words):
        return Period(above[0].value, "inherited", words)
    if len(dates) < 2 or not all(_is_led(words, date) for date in dates):
        return _period(words, dates)
    before = [date for date in dates if date.end <= amounts[n].start]
    if dates[0].end <= amounts[0].start:
        return Period(before[-1].value, "stated", words)
    behind = [[date for date in dates if one.end <= date.start < stop] for one, stop in _reaches(words, amounts)]
    is_each = all(len(found) == 1 for found in behind)
    return Period(behind[n][0].value, "stated", words) if is_each else UNSTATED


def _reaches(words: str, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, int]]:
    """The amounts of a sentence, each with the place of the next one."""
    return zip(amounts, [*(one.start for one in amounts[1:]), len(words)], strict=True)


def _is_led(words: str, date: FoundDate) -> bool:
    return DATE_LEAD.search(words, 0, date.start) is not None or date.value.role == "as_of"


def _period(words: str, dates: list[FoundDate]) -> Period:
    """The date of a sentence's figures: its only one, where a word puts them into it; `the earthquake of 2011` does not."""
    if len(dates) != 1:
        return UNSTATED
    before = words[: dates[0].start]
    is_bracket = BRACKET_LEAD.search(before) and BRACKET_END.match(words, dates[0].end) and has_japanese(words)
    if not (is_bracket or DATE_LEAD.search(before) or dates[0].value.role == "as_of"):
        return UNSTATED
    return Period(dates[0].value, "stated", words)


def _counted(facts: Facts, words: str, amount: Amount, period: Period) -> Figure | None:
    """People or companies of one country in the other, counted for a time, not all that there ever were."""
    stop = CLAUSE_END.search(words, amount.end)
    clause = words[amount.start : stop.start() if stop else len(words)]
    indicator = next((name for name, pattern in COUNTED if pattern.search(clause)), None)
    if (
        indicator is None
        and (who := BY_PEOPLE.match(clause))
        and any(land.kind == "demonym" for land in find_areas(who["who"]))
    ):
        indicator = "visitors"
    flow = word_flow(clause, facts.pair) if indicator else None
    if indicator is None and FROM_TO.match(clause, amount.end - amount.start) and MOVED.search(words, 0, amount.start):
        indicator, flow = "visitors", word_flow(clause, facts.pair)  # `…, and 7,352 from Fiji to Japan`
    if indicator is None or flow is None or SINCE.search(words):
        return None
    if amount.unit not in (None, schemas.indicators()[indicator].unit):
        return None
    if indicator == "visitors" and (period.value is None or period.value.precision != "year"):
        return None
    measure = measure_of(indicator, words, period.value)
    return Figure(indicator, amount, Flow(*flow, "stated"), period, measure, label=words[:LONGEST_LABEL])


def _counted_before(facts: Facts, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """The same of a sentence in Japanese, whose only date is that of its figure."""
    before = "" if words.isascii() else words[: amount.start]
    if "を訪" in before and (told := _visited(facts, words, amount, dates)):
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
    told = VISITED.search(words[words.rfind("、", 0, amount.start) + 1 : amount.start])
    sides = [{land.area for land in find_areas(told[side])} for side in ("who", "goal")] if told else []
    if amount.unit != "persons" or len(dates) != 1 or not all(len(side) == 1 for side in sides):
        return None
    who, goal = (next(iter(side)) for side in sides) if sides else (None, None)
    if {who, goal} != set(facts.pair):
        return None
    period = Period(dates[0].value, "stated", words)
    measure = measure_of("visitors", words, period.value)
    return Figure("visitors", amount, Flow(who, goal, "stated"), period, measure, label=words[:LONGEST_LABEL])


def _labelled(facts: Facts, line: Line, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """Aid in a sentence in Japanese that begins with what it is of: `文化無償資金協力は11件、4.12億円（2010年度までの累計）`."""
    label = LABELLED.fullmatch(words, 0, amount.start) if not words.isascii() else None
    topic = likely_topic(read_head(label["label"]), facts.outline.publisher) if label else None
    if topic is None or topic.indicator is None or topic.group not in ("oda", "culture"):
        return None
    if amount.unit not in THINGS and not may_count(topic.indicator, amount):
        return None
    period = Period(dates[0].value, "stated", words) if len(dates) == 1 else UNSTATED
    measure = measure_of(topic.indicator, words, period.value)
    flow = heading_flow(facts, line.section, topic)
    return Figure(topic.indicator, amount, flow, period, measure, label=label["label"] if label else None)


def _seats(facts: Facts, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """The seats in the bracket behind a party, since the last date before them."""
    party = PARTY.search(words, 0, amount.start) if amount.unit == "seats" else None
    if party is None or words[amount.end : amount.end + 1] not in CLOSE:
        return None
    before = [date for date in dates if date.end <= amount.start]
    period = Period(before[-1].value, "stated", words) if before else UNSTATED
    return Figure("seats", amount, Flow(facts.pair[1], None, "inherited"), period, "stock", label=party["name"])


def _told(words: str, amount: Amount, period: Period) -> Figure | None:
    """An amount of money, a share, or people in a sentence in Japanese: what it is of, and whose, only the sentence tells,
    which is its label."""
    is_people = amount.unit == "persons" and words.endswith("。")
    if not is_people and amount.unit != "percent" and not is_money(amount.unit):
        return None
    measure = "share" if amount.unit == "percent" else None
    return Figure("other", fallen(words, amount), UNDECIDED, period, measure, label=words[:LONGEST_LABEL])
