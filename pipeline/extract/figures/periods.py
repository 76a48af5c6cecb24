"""What a figure is stated for: its period, and whether it is a flow, a stock or a running total."""

from __future__ import annotations

import re
from typing import NamedTuple

import schemas
from pipeline.normalize.dates import DateValue
from pipeline.patterns import quick

CUMULATIVE = quick(
    r"cumulative|accumulated|aggregate|in total since|累計|so far"
    r"|\b(?:have|has) (?:[a-z]+ )?(?:studied|visited|travell?ed|participated"
    r"|been (?:trained|invited|received|accepted|sent|dispatched))\b",
    re.I,
)
"""What makes a total of all that there ever was; those who have studied are more than those who study."""
STOCK = quick(
    r"\bstock\b|\A(?:outstanding )?balance\b(?! of )|\bbalance(?: of (?!payments)|,? (?:as of|at)\b|\))|\bposition\b"
    r"|outstanding|残高",
    re.I,
)
FLOW = quick(r"\b(?:in|out)?flows?\b|フロー", re.I)
UNTIL = quick(
    r"\b(?:until|till|up to|through)\b|まで"
    r"|(?:(?:cumulative|accumulated|totals?) |[(（])to (?=FY|fiscal)"
    r"|(?:cumulative|accumulated)(?: totals?)? to (?=[12][0-9]{3}(?![0-9,.]))",
    re.I,
)
UNTIL_SIGN = re.compile(
    r"[(（,:、]\s?[-–—~～〜]\s?(?=FY|fiscal|[12][0-9]{3}年度)|[(（]\s?[-–—~～〜]\s?[12][0-9]{3}年?\s?[)）]", re.I
)
"""The same told by a dash before the year: `(-FY 2003)`, `（～2003年）`."""
TOTAL_UNTIL = quick(r"\btotals? (?:until|till|up to|through)\b", re.I)
TOTAL = quick(r"\btotal (?:of|for|over|in|from|since|between)\b|\bin total\b|合計|総計|通算", re.I)
AS_OF = quick(r"\bas of|\bas at|\bat the end of|\bend of|現在|末", re.I)
PeriodColumns = tuple[str | None, str | None, str | None, str, str, str]
"""`period period_start period_end period_precision period_kind period_basis` of an observation."""


class Period(NamedTuple):
    """What a figure is stated for, how that is known, and the words that gave it."""

    value: DateValue | None
    basis: str
    words: str

    def columns(self, measure: str | None) -> PeriodColumns:
        """The period as columns, for a figure of a measure."""
        date = self.value
        if date is None:
            return None, None, None, "none", "unstated", "unknown"
        return date.edtf, date.start, date.end, date.precision, period_kind(date, self.words, measure), self.basis


UNSTATED = Period(None, "unknown", "")


def says_until(words: str) -> bool:
    """Whether words say that a date ends what is counted.

    >>> says_until("Loans until FY 2003"), says_until("Loans (-FY 2003)"), says_until("Loans (FY 2003)")
    (True, True, False)
    """
    return UNTIL.search(words) is not None or UNTIL_SIGN.search(words) is not None


def period_kind(date: DateValue, words: str, measure: str | None) -> str:
    """`calendar_year fiscal_year as_of range until`, by what is counted and how the date is put.

    A stock is always as of its date; a total that runs is until or as of its end, or over the range it states.
    """
    if measure == "stock":
        return "as_of"
    if _is_range(date):
        return "range"
    if date.role == "until" or says_until(words):
        return "until"
    if measure == "cumulative" or (measure is None and AS_OF.search(words)):
        return "as_of"
    if date.fiscal:
        return "fiscal_year"
    return "calendar_year" if date.precision == "year" else "as_of" if date.role == "as_of" else "range"


def _is_range(date: DateValue) -> bool:
    """Whether a date spans more than the one year, month, day or fiscal year that it names."""
    if "/" not in date.edtf:
        return False
    if date.start is None or date.end is None:
        return True
    return not (date.fiscal and int(date.end[:4]) - int(date.start[:4]) <= 1)


def measure_of(indicator: str, words: str, date: DateValue | None) -> str | None:
    """`flow stock cumulative rank`, or `None` where neither words nor kind decide it.

    >>> measure_of("direct_investment", "Direct Investment from Japan (stock, as of 2021)", None)
    'stock'
    """
    usual = schemas.indicators()[indicator].measure
    if indicator == "participants" and date is not None and (date.role == "until" or TOTAL_UNTIL.search(words)):
        return "cumulative"  # those of all the years until then
    is_running = usual != "rank" and CUMULATIVE.search(words) is not None
    if usual == "rank" or (usual == "flow" and not is_running):
        return usual
    if is_running or (date is not None and date.role == "cumulative"):
        return "cumulative"
    if usual is not None:
        return usual
    if told := stock_or_flow(words):
        return told
    if date is not None and _is_range(date) and TOTAL.search(words):
        return "cumulative"
    if indicator in ("direct_investment", "investment_cases") or date is None:
        return None
    return "cumulative" if date.role == "until" or _is_range(date) or says_until(words) else _aid_measure(date, words)


def stock_or_flow(words: str) -> str | None:
    """`stock` or `flow` where words say it; the first of both, since the nearest words stand before those of the headings.

    >>> stock_or_flow("Direct Investment from Japan (flow)"), stock_or_flow("Flow: Direct Investment (flow and stock)")
    ('flow', 'flow')
    """
    stock, flow = STOCK.search(words), FLOW.search(words)
    if stock and flow:
        return "stock" if stock.start() < flow.start() else "flow"
    return "stock" if stock else "flow" if flow else None


def _aid_measure(date: DateValue, words: str) -> str | None:
    """Aid of a year is a flow; aid `as of` a day is a total that has run up to it."""
    return "cumulative" if date.role == "as_of" or AS_OF.search(words) else "flow"
