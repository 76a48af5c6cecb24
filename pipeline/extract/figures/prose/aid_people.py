"""People in aid counted in a sentence in Japanese: volunteers and experts sent, trainees received."""

from __future__ import annotations

import re

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.figure import LONGEST_LABEL, Figure
from pipeline.extract.figures.periods import UNSTATED, Period, measure_of
from pipeline.normalize.amounts import Amount
from pipeline.normalize.dates import FoundDate

SO_FAR, NO_END = re.compile("これまで|延べ|のべ"), "これまで"
_RUNNING = "(?:これまで(?:に)?|延べ|のべ|累計|累積|総数|総計|合計|計|約|で|、)*"
_MANY = "(?:の?(?:総?数|人数))?"


def _before(who: str, done: str, doing: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a count that its subject tells, and before one whose verb stands behind."""
    told = f"{done}[^、。]{{0,12}}{who}{_MANY}|{who}の?{doing}(?:者?数|人数|実績)?"
    return re.compile(f"(?:{told})は{_RUNNING}\\Z"), re.compile(f"{who}[をはが]?{_RUNNING}\\Z")


SENT, SENDING = _before("(?:隊員|専門家|ボランティア)", "派遣(?:され|し|済み)", "派遣")
TAKEN, TAKING = _before("研修[員生]", "受け?入れ?(?:られ)?た", "受け?入れ?")
SEND, TAKE = re.compile("を?派遣"), re.compile("を?(?:日本[にで])?受け?入れ")


def people_in_aid(facts: Facts, words: str, amount: Amount, dates: list[FoundDate]) -> Figure | None:
    """The figure of people whom the publisher's country sent to the partner, or received from there, in a sentence that says
    so right before the count or around it: `派遣された隊員は累計1,604名`, `研修員を12名受け入れた`."""
    home, partner = facts.pair
    if words.isascii() or amount.unit != "persons" or partner is None:
        return None
    before = words[: amount.start]
    is_sent = SENT.search(before) or (SENDING.search(before) and SEND.match(words, amount.end))
    is_taken = TAKEN.search(before) or (TAKING.search(before) and TAKE.match(words, amount.end))
    if not is_sent and not is_taken:
        return None
    told = words.replace(NO_END, "")
    period = Period(dates[0].value, "stated", told) if len(dates) == 1 else UNSTATED
    is_running = SO_FAR.search(words) or (period.value is not None and period.value.role == "until")
    measure = "cumulative" if is_running else measure_of("participants", words, period.value)
    flow = Flow(home, partner, "inferred") if is_sent else Flow(partner, home, "inferred")
    return Figure("participants", amount, flow, period, measure, label=words[:LONGEST_LABEL])
