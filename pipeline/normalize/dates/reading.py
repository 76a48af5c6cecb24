"""What a match of the grammar means: the points it names, then the value."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.normalize.dates.calendar import (
    DateValue,
    Point,
    begins,
    bounds,
    edtf_point,
    is_real,
    precision,
)
from pipeline.normalize.dates.figures import full_year
from pipeline.normalize.dates.grammar import Core
from pipeline.normalize.dates.tokens import Tokens
from pipeline.normalize.refusal import Refusal

NO_YEAR = Refusal("the year is missing")
NO_SUCH_DAY = Refusal("there is no such day")
AMBIGUOUS = Refusal("it may be read in more than one way")
BACKWARD = Refusal("the range ends before it begins")
SEVERAL = Refusal("more than one date")
NO_DATE = Refusal("no date in the text")
_OPEN_SIGNS = ("w", "L", "-", "~", "9", "/..")
_JOINERS = frozenset("-~tu/>&")
_LONE = frozenset(["one", "part"])
_AS_OF = frozenset("ea")
_UNTIL = frozenset("uHp")
_YEAR_FIRST = frozenset("QPJ")
SEASONS = range(21, 25)
"""EDTF's numbers of the seasons: `2001-22` alone is a summer, or the years to 2022."""
_MAKING_OTHERS = frozenset("FUkI/-N.")
"""Kinds that make other dates of the numbers beside them."""
_NEVER = -1
_CROSSING = 10
"""The longest range of years, in years, that may be printed with two digits across a century (`1998-02`)."""


@dataclass(slots=True, eq=False)
class Period:
    """One point, or the two ends of a range. `inherited`: its year is the context's; `fiscal`: it is a fiscal year that
    is stated by its last month."""

    first: Point
    last: Point | None
    inherited: bool
    fiscal: bool = False


def read_period(tokens: Tokens, core: Core, year: int | None) -> Period | Refusal:
    """The points of a core; `year` is the year of the context."""
    if core.name in _LONE:
        return _read_one(tokens, core, year)
    if core.name == "bad":
        return AMBIGUOUS if any(tokens.values[n] == (1,) for n in _digits(tokens, core)) else NO_SUCH_DAY
    if core.name == "tail":
        return _read_tail(tokens, core)
    split = core.joiner or _split(tokens.kinds, core)
    left, right = _side(tokens, core.first, split), _side(tokens, split + 1, core.last)
    if tokens.kinds[core.last - 1] == "k" and split == core.first + 1:  # `16th-17th centuries`
        left = _century(tokens.values[core.first][0])
    if left.year and left.day and not left.month and right.day and right.month:  # `2012年5～6月2日`
        return AMBIGUOUS
    _merge(left, right)
    if left.fiscal and right.year == left.year + 1 and tokens.kinds[split : core.last] == "/Y":  # `FY 2013/2014`
        return Period(left, None, False)
    inherited = not left.year
    if inherited and year is None:
        return NO_YEAR
    first, last = _in_year(left, year), _in_year(right, year)
    if not (is_real(first) and is_real(last)):
        return NO_SUCH_DAY
    return Period(first, last, inherited) if begins(first) < begins(last) else BACKWARD


def _digits(tokens: Tokens, core: Core) -> list[int]:
    return [n for n in range(core.first, core.last) if tokens.kinds[n] == "Z"]


def _read_one(tokens: Tokens, core: Core, year: int | None) -> Period | Refusal:
    if tokens.kinds[core.first] == "4":
        return _years_of_eras(tokens.values[core.first])
    point = _side(tokens, core.first, core.last)
    inherited = not point.year
    if inherited and year is None:
        return NO_YEAR
    if inherited:
        point = _in_year(point, year)
    if not is_real(point):
        return NO_SUCH_DAY
    if "z" in tokens.kinds and "z" in tokens.kinds[core.first : core.last]:
        return _read_year_ending(tokens, core, point)
    return Period(point, None, inherited)


def _years_of_eras(printed: tuple[int, ...]) -> Period | Refusal:
    """`平成20～24年度`: its first and last year, and whether they are fiscal ones."""
    first, last, is_fiscal = printed
    years = Point(first, fiscal=is_fiscal == 1), Point(last, fiscal=is_fiscal == 1)
    return Period(*years, False) if first < last else BACKWARD


def _read_year_ending(tokens: Tokens, core: Core, end: Point) -> Period | Refusal:
    """`fiscal year ending March 2012`: the twelve months up to and with that month; of `years` nobody knows how many."""
    fiscal = tokens.kinds[core.first] == "F"
    if not fiscal and tokens.text[tokens.starts[core.first] : tokens.ends[core.first]].lower() != "year":
        return AMBIGUOUS
    month = (end.month or 12) % 12 + 1
    return Period(Point(end.year - (month > 1), month), Point(end.year, end.month), False, fiscal)


def _in_year(side: Point, year: int | None) -> Point:
    side.year = side.year or year or 0
    return side


def _split(kinds: str, core: Core) -> int:
    """Where the joiner of two sides that share a month or year stands."""
    joiners = _JOINERS | {","} if core.name == "pair" else _JOINERS
    return next(at for at in range(core.first + 1, core.last) if kinds[at] in joiners)


def _side(tokens: Tokens, first: int, last: int) -> Point:
    """Gather what the tokens from `first` to before `last` print; a `day` may turn out to be a month or a year's end."""
    kinds, values = tokens.kinds[first:last], tokens.values
    year, month, day, last_year, season = 0, None, None, None, None
    at = first
    for kind in kinds:
        if kind in "YAU":
            year = values[at][0]
        elif kind in "Mm":
            month = values[at][0]
        elif kind in "DdB":
            day = values[at][0]
        elif kind in _YEAR_FIRST:
            year, (month, day) = values[at][0], _two(values[at][1:])
        elif kind == "j":
            month, day = _two(values[at])
        elif kind == "X":
            year, last_year = values[at]
        elif kind == "S":
            season = values[at][0]
        at += 1
    if _MAKING_OTHERS.isdisjoint(kinds):
        return Point(year, month, day, last_year, season)
    if "F" in kinds or "U" in kinds:
        named = kinds.rstrip("Fy")
        return _fiscal(kinds, named, values[first + len(named) - 1], year, month)
    if kinds[-1] in "kI":
        return _century((values[last - 1] or values[first])[0])
    if kinds in ("D/Y", "D-Y"):
        return Point(year, day)
    if kinds.startswith("Y.D"):
        return Point(year, values[first + 2][0], day if "D" in kinds[3:] else None)
    if kinds[-1] == "N" and month:
        return Point(full_year(values[last - 1][0]), month, day)
    return Point(year, month, day, last_year, season)


def _century(number: int) -> Point:
    return Point(number * 100 - 99, last_year=number * 100)


def _two(printed: tuple[int, ...]) -> tuple[int | None, int | None]:
    """Month and day, as far as printed."""
    return (*printed, None, None)[:2]  # type: ignore[return-value]


def _fiscal(kinds: str, named: str, tail: tuple[int, ...], year: int, month: int | None) -> Point:
    """A fiscal year: `FY 2017`, `FY15`, or `FY2015/16`, which is one year named by the two it touches. `named` is what
    stands before a last `FY`, `tail` the last number of it."""
    if "z" in kinds:
        return Point(year, month)
    is_short = len(tail) == 2 and tail[1] == 2
    if not year:
        return Point(full_year(tail[0]) if is_short else _NEVER, fiscal=True)
    if named[-1:] in "DN" and not (is_short and (year + 1) % 100 == tail[0]):
        return Point(_NEVER, fiscal=True)
    return Point(year, fiscal=True)


def _merge(left: Point, right: Point) -> None:
    """Each side takes from the other what is printed only once."""
    if left.day is not None and left.month is None and right.month is not None and right.day is None:
        left.month, left.day = left.day, None
    if right.day is not None and right.month is None:
        is_month = left.month is not None and left.day is None
        right.month, right.day = (right.day, None) if is_month else (left.month, right.day)
    if left.day is not None and left.month is None:
        left.month = right.month
    right.fiscal = right.fiscal or (left.fiscal and right.month is None and right.last_year is None)
    left.fiscal = left.fiscal or (right.fiscal and left.month is None and left.last_year is None)
    right.year = right.year or left.year
    left.year = left.year or right.year


def _read_tail(tokens: Tokens, core: Core) -> Period | Refusal:
    """A year and one or two digits more: `1998-99` is two years, `2013-05` a month, `2004-05` may be either."""
    at = core.last - 1
    digits, size = tokens.values[at]
    year = next(tokens.values[n][0] for n in range(core.first, at) if tokens.kinds[n] in "YA")
    fiscal = "F" in tokens.kinds[core.first : at]
    sign = tokens.text[tokens.ends[at - 2] : tokens.starts[at]]
    end = _ending_year(year, digits, size)
    if sign == "/" and end != year + 1:
        end = None
    is_month = sign in ("-", "/") and not fiscal and 1 <= digits <= 12
    if sign == "-" and digits in SEASONS and tokens.kinds == "^Y-D^":
        return AMBIGUOUS
    if is_month and (tokens.kinds[at - 2] == "A" or ("a" in core.before and end is not None)):
        return AMBIGUOUS
    if end is None:
        return Period(Point(year, digits), None, False) if is_month else NO_SUCH_DAY
    if is_month and (sign, size) != ("/", 2):
        return AMBIGUOUS
    is_one = fiscal and sign == "/"
    return Period(Point(year, fiscal=fiscal), None if is_one else Point(end, fiscal=fiscal), False)


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
