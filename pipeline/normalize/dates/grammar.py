"""What a date is, in patterns over kinds of tokens (`tokens.py`): one letter stands for one token.

A date has words in front (`as of the end of`, `since`, `late`), a core, and words behind (`onwards`, `~`). Cores:
`days` and `daymonths` share a month or a year between two days (`pair`: joined by `and`), `months` between two months;
`span` joins two whole dates; `tail` ends in two digits (`1998-99`); `one` is one date; `part` one without a year; `bad`
looks like one and is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

YEAR = "[YA]"
DAY = "(?:W,?)?T?[Dd]"
DAY_FIRST = f"{DAY}O?M"
MONTH_FIRST = "(?:W,?)?M[Dd]"
FISCAL = rf"(?:Fy?O?-?{YEAR}(?:/[DN](?![-/.M#]))?|F[DN](?:/[DN])?(?![-/.M#](?!F))|Y(?:/[DN])?Fy?|U)"
YEAR_ENDING = rf"(?:Fy?|y)z[iO]?(?:{MONTH_FIRST}|{DAY_FIRST}|M),?Y"
FULL = (
    rf"(?:(?:W,?)?(?:[Mm](?:[Dd]|Td),?{YEAR}|T?[Dd]O?[Mm],?[Oi]?{YEAR}|[Dd][-./][Mm][-./]{YEAR}|M(?:-[Dd]-|/[Dd]/){YEAR})"
    rf"|(?:{YEAR}[Mm]|Y(?:-[Mm]-|/[Mm]/|[.][Mm][.]?))[Dd](?!,?{YEAR})"
    rf"|[Mm],?(?:[Oi]T?)?y?{YEAR}|[Mm][-/]{YEAR}|{YEAR}-?M(?!,?{YEAR})|[QPJI]"
    rf"|{YEAR_ENDING}|{FISCAL}|S,?(?:OT?)?y?{YEAR}|YS|X|[do]-?k|(?:y{{1,2}}O?)?Y|A)"
)
PART = rf"(?:{MONTH_FIRST}|{DAY_FIRST}|M|j)"
BAD = rf"(?:[No]O?M(?:,?{YEAR})?|M[No],?{YEAR}|Z)"
JOINER = "(?(between)&|[-~tu/>])"
"""What parts two dates; behind `between` that is `and`."""
JOINED_AHEAD = r"(?=[^-~tu/>]{0,12}[-~tu/>])"
"""No whole date has more than twelve tokens: where no joiner stands that near, nothing needs to be tried that has one."""
END = "(?:eO?T?|l-?O?T?)?"


def _joined(full: str) -> str:
    """The cores of two sides with a joiner between them; `full` is a whole date."""
    side = f"(?:{MONTH_FIRST}|{DAY_FIRST})"
    return (
        rf"(?P<days>(?:{DAY}{JOINER}{DAY_FIRST}|{MONTH_FIRST}{JOINER}{DAY}(?!O?[Mm]))(?:,?O?{YEAR})?"
        rf"|(?:YM[Dd]|[QJj]|[Jj]D){JOINER}(?:[DB])(?!O?[Mm]))"
        rf"|(?P<daymonths>{side}{JOINER}{side}(?:,?{YEAR})?|YM[Dd]{JOINER}{side}(?!,?{YEAR})|[Jj]D?{JOINER}j)"
        rf"|(?P<span>(?P<left>{full}|[do](?={JOINER}T?[do]-?k)){JOINER}T?{END}{full})"
        rf"|(?P<tail>(?:Fy?-?)?{YEAR}{JOINER}(?:Fy?)?[DN](?![\-/.M#]))"
        rf"|(?P<months>M{JOINER}M(?:,?O?{YEAR})?|YM{JOINER}M(?!,?{YEAR})|P{JOINER}D(?![\-/.M#]))"
    )


RUNNING_TO = r"(?:(?<=C[(,:])|(?<=C5[(,:])|(?<=[(C])(?=.[FMJUQ])|(?<=C5)(?=.[FMJUQ]))[-~t]|(?:(?<=C)|(?<=C5))t"
"""A sign, or `to`, that stands for `until` since a total runs up to the date or a bracket opens with it: `Cumulative (-FY 2003)`."""
BEFORE = rf"(?P<before>(?:(?:s|f|a[Ofh]:?|u|H|pt|{RUNNING_TO})T?)?(?:(?:hT?)?eO?T?|e-)?(?:1?l-?[Oi]?T?)?(?:cT?)?)"
BEHIND = r"(?:[-~tu]T?9|&?w|&L|(?:(?<=P)[.])?-(?=[)^])|~(?![YDNMJPQAjBUXIZdo#4])|/[.][.]|[@<>?]++)?"
PAIR = (
    rf"(?P<pair>(?:T?[Dd]&{DAY_FIRST}|{MONTH_FIRST}[&,]T?[Dd]|{MONTH_FIRST}&{MONTH_FIRST}|{DAY_FIRST}&T?{DAY_FIRST})"
    rf",?O?{YEAR}|[do]&T?[do]-?k)"
)


def _expression(full: str) -> str:
    """A date with its words, where `full` is a whole date. `between` leads to two dates, and no words belong behind them.

    Each side stands here as seldom as can be: the patterns are large, and whoever starts waits for their compilation.
    """
    return (
        rf"(?=[bsfauHphe1lcMmDdWYAQPJjIUFyzSXoNZ4]|T[Dd]|{RUNNING_TO})"
        rf"(?:(?P<between>bT?)|{BEFORE})(?:(?(between)|{JOINED_AHEAD})(?:{_joined(full)})"
        rf"|(?(between)(?!)|(?:{PAIR}|(?P<bad>{BAD})|(?P<one>{full}|4)|(?P<part>{PART}))))(?(between)|{BEHIND})"
    )


ALONE = rf"(?:Y[.]D(?:[.]D)?[.]?(?![Mm])|{FULL}|Y[.]M|D[-/]Y|[Dd][-/]?M[-/]?N|M-N)"
"""A whole date in a text that is nothing else: also `7/2008`, `31-Dec-98`, `Mar-98`, `2003. 7`, `2003. 7. 1`."""
LEAD = r"\^[(|\"]*(?P<open_start>(?<=[(])-|[.][.]/)?[Cq5vTO,(]*+[in]?T?"
TRAIL = r"0?(?:[,(]?[Cq5vKROT&,()]*[vCq5])?(?:[),:;|\"]|[.](?![.]))*\^"
DATE = re.compile(_expression(FULL))
WHOLE = re.compile(LEAD + _expression(ALONE) + TRAIL)
RUNNING_SIGN = re.compile(r"\A[-~t]")
_BEHIND_BEGINS = frozenset("-~tu&w/@<>?.")
_BEHIND = re.compile(BEHIND)


@dataclass(slots=True)
class Core:
    """The core of a match: its name, its tokens from `first` to before `last`, and the kinds before and behind it.

    `joiner` is the token that parts the two dates of a `span`; `open_start` is told of a whole text (`(-2005)`).
    """

    name: str
    first: int
    last: int
    before: str
    behind: str
    joiner: int = 0
    open_start: bool = False


def whole_core(kinds: str) -> Core | None:
    """The core of a text of these kinds that is one date.

    >>> whole_core("^aOMY^").before, whole_core("^KY^")
    ('aO', None)
    """
    return _USUAL.get(kinds) or _whole_core(kinds)


def cores(kinds: str) -> list[Core]:
    """The cores in a text of these kinds, in order."""
    usual = _USUAL.get(kinds)
    return [usual] if usual else [_core(found) for found in DATE.finditer(kinds)]


def _whole_core(kinds: str) -> Core | None:
    found = WHOLE.fullmatch(kinds)
    return _core(found, open_start=found["open_start"] is not None) if found else None


def _core(found: re.Match[str], *, open_start: bool = False) -> Core:
    """The core of a match of `DATE` or `WHOLE`."""
    group = found.lastgroup or ""
    first, last = found.span(group)
    behind = _BEHIND.match(found.string, last) if found.string[last] in _BEHIND_BEGINS else None
    return Core(
        group,
        first,
        last,
        RUNNING_SIGN.sub("u", found["before"] or found["between"] or ""),
        behind[0] if behind else "",
        found.end("left") if group == "span" else 0,
        open_start,
    )


_POINTS = ["Y", "P", "Q", "A", "J", "MY", "M,Y", "YM", "MD,Y", "Md,Y", "DMY", "DM,Y", "dMY", "dM,Y", "FY"]
_LEADS = ["", "i", "u", "s", "f", "n", "aO", "aOTeO"]
_ENDS = [("Y", "Y"), ("Y", "N"), ("FY", "Y"), ("FY", "FY"), ("MY", "MY"), ("YM", "YM"), ("MD", "D,Y"), ("MD", "MD,Y")]
_RANGES = [first + joiner + last for first, last in _ENDS for joiner in "-~t"]
_RANGES += [*(f"f{joined}" for joined in _RANGES if "t" in joined), "Y~", "Y-", "MY~", "J~", "J@"]
_USUAL = {
    kinds: core
    for shape in [*(lead + point for lead in _LEADS for point in _POINTS), *_RANGES]
    for kinds in (f"^{shape}^", f"^({shape})^")
    if (core := _whole_core(kinds)) is not None
}
"""The cores of what sheets print most, which need not be matched anew."""
