"""What touches a date may show that it is but a part of something else, or that its end is.

`1998-5678` is no year, `32 May 2012` no month, `crop year 2012/13` no calendar year, and `In May 12 students came` no day.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.normalize.dates.grammar import Core
from pipeline.normalize.dates.lexicon import lexicon
from pipeline.normalize.dates.persons import counts, may_be_person
from pipeline.normalize.dates.tokens import Tokens

_BEFORE = frozenset("DNoZ-/.~=xg")
_BEHIND = frozenset("-/.~DNtKRGgxm$#=F(y")
"""Kinds that may tear a date, and without which nobody need look closer."""
_NUMBERS = frozenset("YDNdoAPQZ#XJ")
SURE = frozenset("MFSJQ")
"""Kinds that no number has."""
CLOSING = frozenset('^\n|),.;:"')
"""What ends a text, a line, a cell or a clause."""


def is_torn(tokens: Tokens, core: Core) -> bool:
    """Whether digits or letters stuck to a core show that it is part of something else (`1998-5678`, `32 May 2012`)."""
    return (tokens.kinds[core.first - len(core.before) - 1] in _BEFORE and _is_torn_in_front(tokens, core)) or (
        tokens.kinds[core.last] in _BEHIND and _is_torn_behind(tokens, core)
    )


def _is_torn_in_front(tokens: Tokens, core: Core) -> bool:
    kinds, first = tokens.kinds, core.first
    before, farther = kinds[first - 1], kinds[first - 2]
    if "=" in (before, kinds[first - len(core.before) - 1]):
        return True
    if before in "xg":  # `v2013.5.1`
        return kinds[first] in "YPQ" and tokens.touch(first - 1, first) and len(tokens.word(first - 1)) == 1
    if before in "DNoZ":
        return kinds[first] in "Mm" and not core.before
    if before == "/" and farther in "Kgx" and kinds[first] in "YPQ" and tokens.touch(first - 2, first):
        return True  # `A/2003/5`
    if before in "-/." and farther in _NUMBERS and kinds[first] not in "Mm" and tokens.touch(first - 2, first):
        return True
    return before in "-~" and farther in "YDN" and not core.before


def _is_torn_behind(tokens: Tokens, core: Core) -> bool:
    kinds, last = tokens.kinds, core.last
    end, after = kinds[last - 1], kinds[last]
    if end == "F" and is_adjective(tokens, last - 1):
        return True
    if kinds.startswith(("F", "(F)"), last) and SURE.isdisjoint(kinds[core.first : last]):  # `2012-13 FY`
        return end in "YDN" and kinds[last + 1] not in "YDN" and not is_adjective(tokens, last)
    if after in "-/.~" and kinds[last + 1] in _NUMBERS and not core.behind and tokens.touch(last - 1, last + 1):
        return True
    if after == "=":  # `1990=100`, the base of an index
        return True
    if after in "y-" and kinds[core.first : last] == "Y" and _are_years(tokens, last):
        return True
    if after in "Kg$" and end in "YPQk" and _is_of_other_era(tokens, last):
        return True
    if after in "DN" and end in "Mm":
        return kinds[last + 1] not in "xKRG"
    if after == "D" and end == "J" and kinds[last + 1] in "-~":  # `2012年5～2013年6月`
        return True
    if after == "t" and "f" in core.before and kinds[last + 1] in "Mj":  # `from 2013 to May`
        return True
    if end == "Y" and (
        (after in "t-~" and kinds[last + 1] == "#")
        or (after == "." and kinds[last + 1] == "M" and tokens.touch(last - 1, last + 1))
        or (after in "Kg" and tokens.ends[last] == tokens.ends[last - 1] + 1)
    ):
        return True
    return after in "xm$#" and end in "YDN" and tokens.touch(last - 1, last)


def _are_years(tokens: Tokens, at: int) -> bool:
    """Whether a number counts years: `2000 years of history`, `a 1300-year history`; a `2012 year` is a date."""
    if tokens.kinds[at] == "y":
        return tokens.word(at).endswith("s")
    return tokens.kinds.startswith("-y", at) and tokens.touch(at - 1, at + 1)


def _is_of_other_era(tokens: Tokens, at: int) -> bool:
    """Whether the word behind a year or century tells that it is of another calendar: `1420 A.H.`"""
    return lexicon().other_eras.match(tokens.text, tokens.starts[at]) is not None


def is_of_other_year(tokens: Tokens, core: Core) -> bool:
    """Whether a year is no calendar year by the words that touch it: `crop year 2012/13`, `2012/13 season`."""
    kinds, first, last = tokens.kinds, core.first, core.last
    first += kinds[first] == "y"
    return (kinds[first - 1] in "yKx" and _names_other_year(tokens, max(1, first - 2), first)) or (
        kinds[last] in "Kx" and _names_other_year(tokens, last, last + 1 + (kinds[last + 1] == "y"))
    )


def _names_other_year(tokens: Tokens, first: int, last: int) -> bool:
    return lexicon().other_years.search(tokens.text, tokens.starts[first], tokens.ends[last - 1]) is not None


def is_adjective(tokens: Tokens, at: int) -> bool:
    """Whether a word is `financial` and tells of no year: `the 2008 financial crisis`."""
    after = tokens.kinds[at + 1]
    return tokens.word(at).lower() == "financial" and after not in CLOSING and after != "y"


def trimmed(tokens: Tokens, core: Core) -> Core:
    """A core without a number or name at its end that may belong to the words behind it.

    `In May 12 students came` tells no day, and `In 2017 May visited Japan` no month.
    """
    kinds = tokens.kinds
    if kinds[core.last - 1] not in "MDF":
        return core
    printed = kinds[core.first : core.last]
    if printed == "YF" and is_adjective(tokens, core.last - 1):
        return replace(core, last=core.last - 1)
    if printed in ("MD", "YMD") and not core.behind and (kinds[core.last] in "xG2" or counts(tokens, core.last)):
        return replace(core, last=core.last - 1)
    if printed == "YM" and kinds[core.last] == "x" and may_be_person(tokens, core.last - 1):
        return replace(core, last=core.last - 1)
    return core
