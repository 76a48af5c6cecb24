"""Visits told in Japanese sentences: `2017年6月にはトンルン首相が訪日した`, `安倍総理大臣のラオス訪問（2016年9月）`.

The traveller stands right before the particle of the subject, or before the journey itself where that is a noun. What is
only planned, called off or wished for is no visit, nor is the journey of somebody of a third country.
"""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.japanese import JAPAN
from pipeline.extract.visits.prose.trip import Trip
from pipeline.normalize.areas import AreaMention, find_areas
from pipeline.normalize.dates import find_dates
from pipeline.normalize.japanese.surnames import with_both_surnames
from pipeline.normalize.japanese.visitors import GUEST, japanese_visitors
from pipeline.normalize.visitors import Visitor
from pipeline.records import Span

_DONE = (
    r"(?:し(?=[たて、，まおつ]|\Z)|され(?=[たて、，ま])|を(?:行い|行っ|果たし)|が(?:行われ|実現し)|になっ(?=た)|になり)"
)
JOURNEY = re.compile(
    rf"[御ご]?(?:(?P<verb>(?:(?P<here>訪日|来日)|訪問|来訪){_DONE}|を訪れ(?=[たて、，ま]))"
    r"|(?P<noun>(?P<there>訪日|来日)|訪問)(?!\s*[（(].{0,12}(?:予定|延期|中止))(?=\s*(?:[（(。、，]|\Z|の際|時に|に際し|の機会|等|など|を通じ|を機に|を契機)))"
)
_RUN = "(?:[一-鿿々ァ-ヶー・＝]|[0-9０-９]{1,2}(?=世(?!紀))){2,60}"
SUBJECT = re.compile(rf"(?P<who>{_RUN}(?:(?:及び|並びに|と|、){_RUN})*)(?:（[^（）]{{1,40}}）)?[がはも]")
OWNER = re.compile(rf"(?P<who>{_RUN}(?:(?:及び|並びに|と){_RUN})*?)の?\Z")
MANNER = "(?:国賓として|公賓として|公式実務訪問賓客として|公式実務|実務|公式に?|非公式に?|国賓|初めて|再び|相次いで|それぞれ|、)*"
GOAL_GAP = re.compile(rf"(?:(?:、|及び|並びに|・|や|と)?@)*(?:等|など|各国)?(?:を|に|へ|への|の)?{MANNER}\Z")
AS_GUEST = re.compile(r"(国賓|公賓|[^、。がは]{0,6}賓客)として")
ATTENDED = re.compile(r"(?:[がはも、]|\A)([^、。がはも]{2,40}?)(?:に|への)(?:出席|参加|参列)")
IMPERIAL = re.compile("(?:天皇|上皇|皇[后嗣]).*|.+宮")
"""Whose journey needs no goal: by a house of Japan's alone the country of the sheet is meant."""
BEHIND = re.compile(r"\s*[（(]([^（）()]{1,20})[)）]")
OF_OTHERS = re.compile(r"の\Z")
ANOTHER_YEAR = re.compile("[翌前]年|[昨来]年")


def find_trips(facts: Facts, sentence: str) -> list[Trip]:
    """The trips between the two countries that a sentence in Japanese tells."""
    found: list[Trip] = []
    at = 0
    for match in JOURNEY.finditer(sentence) if JAPAN in facts.pair and None not in facts.pair else ():
        stop, goal = _goal(facts, sentence, match)
        who = _travellers(sentence, at, stop, is_verbal=match["verb"] is not None)
        if goal is None and who and _is_imperial(who[2][0]) and not find_areas(sentence[who[1] : stop]):
            goal = facts.other(JAPAN)
        at = match.end()
        if goal is None or who is None:
            continue
        way = Flow(facts.other(goal), goal, "stated")
        start, end, visitors = who
        if (
            not visitors
            or not _are_from(way.from_area, sentence, start, end)
            or _is_of_another_year(sentence, match.start())
        ):
            continue
        behind = BEHIND.match(sentence, match.end())
        named = (with_both_surnames(one, way.from_area) for one in visitors)
        told = tuple(_with_remarks(one, sentence[end:stop], behind[1] if behind else "") for one in named)
        found.append(Trip(told, start, Span(match.start(), match.end()), way, match["verb"] is not None))
    return found


def _goal(facts: Facts, sentence: str, match: re.Match[str]) -> tuple[int, str | None]:
    """Where the words of a journey begin, its goal among them, and the goal if it is one of the two countries."""
    if match["here"] or match["there"]:
        return match.start(), JAPAN
    chain = [mention for mention in find_areas(sentence) if mention.end <= match.start()]
    for n, mention in enumerate(chain):
        if mention.area in facts.pair and GOAL_GAP.match(_masked(sentence, mention.end, match.start(), chain[n + 1 :])):
            return mention.start, mention.area
    return match.start(), None


def _masked(sentence: str, start: int, end: int, mentions: list[AreaMention]) -> str:
    """The words between two places with each area in them as `@`."""
    words, at = "", start
    for mention in mentions:
        words, at = f"{words}{sentence[at : mention.start]}@", mention.end
    return words + sentence[at:end]


def _travellers(
    sentence: str, start: int, stop: int, *, is_verbal: bool
) -> tuple[int, int, tuple[Visitor, ...]] | None:
    """Where the traveller of a journey stands that begins at `stop`, and who it is: the nearest subject before it."""
    dates = [date.end for date in find_dates(sentence[:stop])]
    owners = [] if is_verbal else [*OWNER.finditer(sentence, start, stop)]
    for match in reversed([*SUBJECT.finditer(sentence, start, stop), *owners]):
        end = match.end("who")
        parted = [match.start("who") + sign.end() for sign in re.finditer("、", match["who"])]
        for begin in [match.start("who"), *(date for date in dates if match.start("who") < date < end), *parted]:
            if visitors := japanese_visitors(sentence[begin:end]):
                return begin, end, visitors
    return None


def _is_imperial(visitor: Visitor) -> bool:
    """Whether a traveller is of the imperial house of Japan: `天皇皇后両陛下の御訪問`."""
    return IMPERIAL.fullmatch(visitor.main_name or visitor.office or "") is not None


def _are_from(area: str | None, sentence: str, start: int, end: int) -> bool:
    """Whether no other country is named as that of the travellers: `米国のオバマ大統領` is not from Laos."""
    before = sentence[:start]
    lead = OF_OTHERS.sub("", before)
    named = {mention.area for mention in find_areas(lead) if lead != before and mention.end == len(lead)}
    named |= {mention.area for mention in find_areas(sentence[start:end]) if mention.start == 0}
    return named <= {area}


def _is_of_another_year(sentence: str, stop: int) -> bool:
    """Whether a word such as `翌年` stands with or behind the last date: which year it means is not read."""
    dates = find_dates(sentence[:stop])
    start = max(0, dates[-1].start - len("翌年")) if dates else 0
    return ANOTHER_YEAR.search(sentence, start, stop) is not None


def _with_remarks(visitor: Visitor, words: str, bracket: str) -> Visitor:
    """A traveller with what stands between him and the goal, and in the bracket behind the journey."""
    guest, event = AS_GUEST.search(words), ATTENDED.search(words)
    status = guest[1] if guest and GUEST.match(guest[1]) else bracket if GUEST.match(bracket) else None
    occasion = event[1] if event else None
    return visitor._replace(guest_status=visitor.guest_status or status, occasion=visitor.occasion or occasion)
