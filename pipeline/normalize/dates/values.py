"""A period and the words around it → the value: what it is for, whether it is open, and how EDTF writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.normalize.dates.calendar import DateValue, Point, begins, bounds, edtf_point, precision
from pipeline.normalize.dates.grammar import Core
from pipeline.normalize.refusal import Refusal

NO_DATE = Refusal("no date in the text")
_OPEN_SIGNS = ("w", "L", "-", "~", "9", "/..")
_AS_OF = frozenset("ea")
_UNTIL = frozenset("uHp")


@dataclass(slots=True, eq=False)
class Period:
    """One point, or the two ends of a range. `inherited`: its year is the context's; `fiscal`: it is a fiscal year that
    is stated by its last month."""

    first: Point
    last: Point | None
    inherited: bool
    fiscal: bool = False


def are_apart(period: Period) -> bool:
    """Whether the two days of `3 and 7 May` do not follow each other, as `30 April and 1 May` do: then they are two dates."""
    first, last = period.first, period.last
    if last is None or not (first.day and last.day):
        return False
    return date(*begins(first)) + timedelta(1) != date(*begins(last))


def value_of(
    period: Period, core: Core, fiscal_start: int, *, is_cumulative: bool, open_start: bool = False
) -> DateValue | Refusal:
    """The value of a period with the words around it."""
    first, last = period.first, period.last
    fiscal = period.fiscal or first.fiscal or (last is not None and last.fiscal)
    role = _role(core, is_range=last is not None, fiscal=fiscal)
    if (last is not None) + open_start + (role == "since") > 1:
        return NO_DATE
    known = "cumulative" if is_cumulative else role
    about = "c" in core.before or "?" in core.behind
    head, tail, start, end = bounds(first, fiscal_start)
    if last is None and role != "since" and not open_start:
        edtf = edtf_point(first, head, tail, about=about)
        return DateValue(edtf, start, end, precision(first, fiscal_start), known, fiscal)
    if last is not None:
        _, tail, _, end = bounds(last, fiscal_start)
    tilde = "~" if about else ""
    if open_start:
        return DateValue(f"../{tail}", None, end, "open", "until", fiscal)
    if last is None:
        return DateValue(f"{head}{tilde}/..", start, None, "open", known, fiscal)
    return DateValue(f"{head}{tilde}/{tail}{tilde}", start, end, "range", known, fiscal)


def _role(core: Core, *, is_range: bool, fiscal: bool) -> str:
    before, behind = core.before, core.behind
    if not (before or behind):
        return "fiscal_year" if fiscal else "date"
    is_open = ">" in behind or behind.rstrip("?").endswith(_OPEN_SIGNS)
    if is_open or "s" in before or ("f" in before and not is_range):
        return "since"
    if ("<" in behind and not is_range) or not _UNTIL.isdisjoint(before):
        return "until"
    if "@" in behind or not _AS_OF.isdisjoint(before):
        return "as_of"
    return "fiscal_year" if fiscal else "date"
