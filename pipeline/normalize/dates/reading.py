"""What a match of the grammar means: one point or the two ends of a range, or why it is none."""

from __future__ import annotations

from pipeline.normalize.dates.calendar import Point, begins, is_real
from pipeline.normalize.dates.grammar import Core
from pipeline.normalize.dates.points import century, merge, point_of
from pipeline.normalize.dates.tokens import Tokens
from pipeline.normalize.dates.values import Period
from pipeline.normalize.refusal import Refusal

NO_YEAR = Refusal("the year is missing")
NO_SUCH_DAY = Refusal("there is no such day")
AMBIGUOUS = Refusal("it may be read in more than one way")
BACKWARD = Refusal("the range ends before it begins")
SEVERAL = Refusal("more than one date")
_JOINERS = frozenset("-~tu/>&")
_LONE = frozenset(["one", "part"])
SEASONS = range(21, 25)
"""EDTF's numbers of the seasons: `2001-22` alone is a summer, or the years to 2022."""
_CROSSING = 10
"""The longest range of years, in years, that may be printed with two digits across a century (`1998-02`)."""


def read_period(tokens: Tokens, core: Core, year: int | None) -> Period | Refusal:
    """The points of a core; `year` is the year of the context, for months and days that are printed without one."""
    if core.name in _LONE:
        return _read_one(tokens, core, year)
    if core.name == "bad":
        return _why_bad(tokens, core)
    if core.name == "tail":
        return _read_tail(tokens, core)
    split = core.joiner or _split(tokens.kinds, core)
    if tokens.kinds[split] == "&" and tokens.word(split).lower() == "or":  # `July 1 or 2, 1958`: one of them
        return AMBIGUOUS
    left, right = point_of(tokens, core.first, split), point_of(tokens, split + 1, core.last)
    if tokens.kinds[core.last - 1] == "k" and split == core.first + 1:  # `16th-17th centuries`
        left = century(tokens.values[core.first][0])
    if left.year and left.day and not left.month and right.day and right.month:  # `2012年5～6月2日`
        return AMBIGUOUS
    merge(left, right)
    if left.fiscal and right.year == left.year + 1 and tokens.kinds[split : core.last] == "/Y":  # `FY 2013/2014`
        return Period(left, None, False)
    inherited = not left.year
    if inherited and year is None:
        return NO_YEAR
    first, last = _in_year(left, year), _in_year(right, year)
    if not (is_real(first) and is_real(last)):
        return NO_SUCH_DAY
    if core.name == "days" and tokens.kinds[split] == "/" and last.day != (first.day or 0) + 1:
        return AMBIGUOUS  # `15/27 March 1848`: two days, all from one to the other, or one day of two calendars
    return Period(first, last, inherited) if begins(first) < begins(last) else BACKWARD


def _why_bad(tokens: Tokens, core: Core) -> Refusal:
    """Why what looks like a date is none; digits whose order is unsure have the value 1."""
    is_unsure = any(tokens.kinds[n] == "Z" and tokens.values[n] == (1,) for n in range(core.first, core.last))
    return AMBIGUOUS if is_unsure else NO_SUCH_DAY


def _read_one(tokens: Tokens, core: Core, year: int | None) -> Period | Refusal:
    if tokens.kinds[core.first] == "4":
        return _years_of_eras(tokens.values[core.first])
    point = point_of(tokens, core.first, core.last)
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
    if not fiscal and tokens.word(core.first).lower() != "year":
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


def _ending_year(year: int, digits: int, size: int) -> int | None:
    """The later year that ends in these digits: of the same century, or shortly after its turn."""
    base: int = 10**size
    end = year - year % base + digits
    if end <= year and size == 2 and end + base - year <= _CROSSING:
        end += base
    return end if end > year else None
