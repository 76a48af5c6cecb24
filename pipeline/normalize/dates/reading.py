"""What a match of the grammar means: the points it names, then the value."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.normalize.dates.calendar import (
    DateValue,
    Point,
    edtf_edges,
    edtf_point,
    first_day,
    is_real,
    last_day,
    precision,
)
from pipeline.normalize.dates.grammar import Core
from pipeline.normalize.dates.tokens import Tokens, full_year
from pipeline.normalize.refusal import Refusal

NO_YEAR = Refusal("the year is missing")
NO_SUCH_DAY = Refusal("there is no such day")
AMBIGUOUS = Refusal("it may be read in more than one way")
BACKWARD = Refusal("the range ends before it begins")
SEVERAL = Refusal("more than one date")
NO_DATE = Refusal("no date in the text")
_JOINERS = frozenset("-~tu/>&")
_CROSSING = 10
"""The longest range of years, in years, that may be printed with two digits across a century (`1998-02`)."""


class Side(NamedTuple):
    """What the tokens of one date print; `day` may turn out to be a month or the last digits of a year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_year: int | None = None
    season: int | None = None
    fiscal: bool = False


class Period(NamedTuple):
    """One point, or the two ends of a range; `inherited` when its year is the context's; `fiscal` a fiscal year stated by
    its last month."""

    first: Point
    last: Point | None
    inherited: bool
    fiscal: bool = False


def read_period(tokens: Tokens, core: Core, year: int | None) -> Period | Refusal:
    """The points of a core; `year` is the year of the context."""
    if core.name == "bad":
        return AMBIGUOUS if any(tokens.values[n] == (1,) for n in _digits(tokens, core)) else NO_SUCH_DAY
    if core.name == "tail":
        return _read_tail(tokens, core)
    split = _split(tokens.kinds, core) if core.name not in ("one", "part") else None
    if split is None:
        return _read_one(_side(tokens, core.first, core.last), tokens, core, year)
    left, right = _merge(_side(tokens, core.first, split), _side(tokens, split + 1, core.last))
    inherited = left.year is None
    if inherited and year is None:
        return NO_YEAR
    first, last = _point(left, year), _point(right, year)
    if not (is_real(first) and is_real(last)):
        return NO_SUCH_DAY
    return Period(first, last, inherited) if first_day(first, 1) < last_day(last, 1) else BACKWARD


def _digits(tokens: Tokens, core: Core) -> list[int]:
    return [n for n in range(core.first, core.last) if tokens.kinds[n] == "Z"]


def _read_one(side: Side, tokens: Tokens, core: Core, year: int | None) -> Period | Refusal:
    if side.year is None and year is None:
        return NO_YEAR
    point = _point(side, year)
    if not is_real(point):
        return NO_SUCH_DAY
    if "z" in tokens.kinds[core.first : core.last]:
        return _year_ending(point, fiscal="F" in tokens.kinds[core.first : core.last])
    return Period(point, None, side.year is None)


def _year_ending(end: Point, *, fiscal: bool) -> Period:
    """`fiscal year ending March 2012`: the twelve months up to and with that month."""
    month = (end.month or 12) % 12 + 1
    return Period(Point(end.year - (month > 1), month), Point(end.year, end.month), False, fiscal)


def _point(side: Side, year: int | None) -> Point:
    return Point(side.year or year or 0, *side[1:])


def _split(kinds: str, core: Core) -> int | None:
    """Where the joiner of the two sides stands: not the dash in `FY-2017` or `16th-century`, nor the slash of `FY2015/16`."""
    start = core.first + 1
    if kinds[core.first] == "F":
        while kinds[start] not in "YADN":
            start += 1
        start += 1
        if kinds[start] == "/" and start + 2 < core.last:
            start += 2
    for at in range(start, core.last):
        if kinds[at] in _JOINERS and kinds[at + 1] != "k":
            return at
    return None


def _side(tokens: Tokens, first: int, last: int) -> Side:
    """Gather what the tokens from `first` to before `last` print."""
    year = month = day = last_year = season = None
    fiscal = False
    for at in range(first, last):
        kind, value = tokens.kinds[at], tokens.values[at]
        if kind in "YA":
            year = value[0]
        elif kind in "Mm":
            month = value[0]
        elif kind in "Dd":
            day = value[0]
        elif kind in "QPJ":
            year, month, day = (*value, None, None)[:3]
        elif kind == "j":
            month, day = (*value, None)[:2]
        elif kind == "B":
            day = value[0]
        elif kind == "X":
            year, last_year = value
        elif kind == "S":
            season = value[0]
        elif kind in "FU":
            fiscal, year = True, value[0] if value else year
        elif kind in "kI":
            century = (value or tokens.values[first])[0]
            year, last_year, day = century * 100 - 99, century * 100, None
    if fiscal:
        return _fiscal(tokens, first, last, year, day)
    if season and tokens.kinds[last - 1] != "k":
        return Side(year, None, None, None, season)
    return Side(year, month, day, last_year)


def _fiscal(tokens: Tokens, first: int, last: int, year: int | None, day: int | None) -> Side:
    """A fiscal year: `FY 2017`, `FY15`, or `FY2015/16`, which is one year named by the two it touches."""
    if "z" in tokens.kinds[first:last]:
        return Side(
            year,
            next(v[0] for k, v in zip(tokens.kinds[first:last], tokens.values[first:last], strict=True) if k == "M"),
        )
    tail = tokens.values[last - 1]
    if year is None:
        return Side(full_year(tail[0]) if len(tail) == 2 and tail[1] == 2 else 0, fiscal=True)
    if len(tail) == 2 and (tail[1] != 2 or (year + 1) % 100 != tail[0]):
        return Side(0, fiscal=True)
    return Side(year, fiscal=True)


def _merge(left: Side, right: Side) -> tuple[Side, Side]:
    """Each side takes from the other what is printed only once."""
    if (right.day is not None and right.month is None and right.year is None) or (right.day and right.month is None):
        if left.month and left.day is None:
            right = right._replace(month=right.day, day=None)
        else:
            right = right._replace(month=left.month)
    if left.day is not None and left.month is None:
        left = left._replace(month=right.month)
    if left.fiscal and right.month is None and right.last_year is None:
        right = right._replace(fiscal=True)
    if right.fiscal and left.month is None and left.last_year is None:
        left = left._replace(fiscal=True)
    year = left.year if right.year is None else right.year
    return left._replace(year=left.year if left.year is not None else year), right._replace(year=year)


def _read_tail(tokens: Tokens, core: Core) -> Period | Refusal:
    """A year and two or one more digits: `1998-99` is two years, `2013-05` a month, `2004-05` may be either."""
    at = core.last - 1
    digits, size = tokens.values[at]
    year = next(tokens.values[n][0] for n in range(core.first, at) if tokens.kinds[n] == "Y")
    fiscal = "F" in tokens.kinds[core.first : at]
    sign = tokens.text[tokens.starts[at - 1] : tokens.ends[at - 1]]
    close = tokens.starts[at - 1] == tokens.ends[at - 2] and tokens.ends[at - 1] == tokens.starts[at]
    end = _ending_year(year, digits, size)
    months = sign in "-/" and close and not fiscal and 1 <= digits <= 12
    if sign == "/" and (end is None or end > year + 1):
        end = None
    if months and end is not None and not (sign == "/" and size == 2):
        return AMBIGUOUS
    if fiscal and sign == "/" and end == year + 1:
        return Period(Point(year, fiscal=True), None, False)
    if end is not None:
        return Period(Point(year, fiscal=fiscal), Point(end, fiscal=fiscal), False)
    return Period(Point(year, digits), None, False) if months else NO_SUCH_DAY


def are_apart(period: Period) -> bool:
    """Whether the two days of `3 and 7 May` do not follow each other: then they are two dates."""
    return bool(period.last and period.last.day and period.first.day and period.last.day - period.first.day != 1)


def _ending_year(year: int, digits: int, size: int) -> int | None:
    """The later year that ends in these digits: of the same century, or shortly after its turn."""
    base: int = 10**size
    end = year - year % base + digits
    if end <= year and size == 2 and end + base - year <= _CROSSING:
        end += base
    return end if end > year else None


def value_of(
    period: Period, core: Core, fiscal_start: int, *, is_cumulative: bool, open_start: bool = False
) -> DateValue | Refusal:
    """The value of a period with the words around it."""
    first, last = period.first, period.last
    fiscal = period.fiscal or first.fiscal or bool(last and last.fiscal)
    role = _role(core, is_range=last is not None, fiscal=fiscal)
    start = first_day(first, fiscal_start)
    about = "c" in core.before or "?" in core.behind
    if role == "since":
        if last is not None:
            return NO_DATE
        edtf, end, exact = edtf_edges(first, fiscal_start)[0] + "~" * about + "/..", None, "open"
    elif last is not None:
        end, exact = last_day(last, fiscal_start), "range"
        tilde = "~" * about
        edtf = f"{edtf_edges(first, fiscal_start)[0]}{tilde}/{edtf_edges(last, fiscal_start)[1]}{tilde}"
    else:
        end, exact = last_day(first, fiscal_start), precision(first, fiscal_start)
        edtf = edtf_point(first, fiscal_start, about=about)
    if open_start:
        if role not in ("date", "fiscal_year") or last is not None:
            return NO_DATE
        return DateValue("../" + edtf_edges(first, fiscal_start)[1], None, end, "open", "until", fiscal)
    return DateValue(edtf, start, end, exact, "cumulative" if is_cumulative else role, fiscal)


def _role(core: Core, *, is_range: bool, fiscal: bool) -> str:
    before, behind = core.before, core.behind
    if (
        "s" in before
        or ">" in behind
        or behind.rstrip("?").endswith(("w", "L", "-", "~"))
        or ("f" in before and not is_range)
    ):
        return "since"
    if ("<" in behind and not is_range) or any(kind in before for kind in "uHp"):
        return "until"
    if "@" in behind or "e" in before or "a" in before:
        return "as_of"
    return "fiscal_year" if fiscal else "date"
