"""What stands around a date tells whether a bare year, a dotted number or a month alone is one, and what it is for."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.normalize.dates.grammar import Core
from pipeline.normalize.dates.lexicon import lexicon
from pipeline.normalize.dates.tokens import Tokens

_CUMULATIVE = re.compile(r"C[Cq5vniOT,(:&a]*\Z")
_TOTAL = re.compile(r"5[nT,(:]*\Z")
_CUMULATIVE_BEHIND = re.compile(r"[,(]?5?q?C")
_SINCE = re.compile(r"sT?[KRxOvEt&'T]{1,12}[iO]T?\Z")
_PART_BEFORE = re.compile(r"(?:(?:3[,OiT]*|2[DN]?OT?|[1d]2,?i?T?)[FylO-]*|[2y][tz][iO]?T?)\Z")
_PART_BEHIND = re.compile(r"[-,(:]*(?:3|[1d]2|2[DN]?[)^])")
_TEARING_BEFORE = frozenset("DNoZ-/.~=")
_TEARING_BEHIND = frozenset("-/.~DNtKRGgxm$#=F(")
_ENDING = frozenset("asuHp")
_REACH = 16
"""How many tokens before a date its words may begin."""
_NUMBERS = frozenset("YDNdoAPQZ#XJ")
_SURE = frozenset("MFSJQ")
"""Kinds that no number has."""
_OPENING = frozenset("^\n|")
_CLOSING = frozenset('^\n|),.;:"')
_BEHIND_PEOPLE = _CLOSING | {"i", "(", "!"}
"""What may stand behind a word for people that is no adjective."""
_SHORTEST_PLURAL = 3
"""The length from which capitals with an s are a plural: `MPs`, but not `Is`."""
_STRONG = frozenset("suael")
"""Words before a core that make a year behind them a date; others (`up to`, `about`, `from`) lead to numbers too."""


def is_torn(tokens: Tokens, core: Core) -> bool:
    """Whether digits or letters stuck to a core show that it is part of something else (`1998-5678`, `32 May 2012`)."""
    return (tokens.kinds[core.first - len(core.before) - 1] in _TEARING_BEFORE and _is_torn_in_front(tokens, core)) or (
        tokens.kinds[core.last] in _TEARING_BEHIND and _is_torn_behind(tokens, core)
    )


def _is_torn_in_front(tokens: Tokens, core: Core) -> bool:
    kinds, first = tokens.kinds, core.first
    before, farther = kinds[first - 1], kinds[first - 2]
    if "=" in (before, kinds[first - len(core.before) - 1]):
        return True
    if before in "DNoZ":
        return kinds[first] in "Mm" and not core.before
    if before == "/" and farther in "Kgx" and kinds[first] in "YPQ" and _touch(tokens, first - 2, first):
        return True  # `A/2003/5`
    if before in "-/." and farther in _NUMBERS and kinds[first] not in "Mm" and _touch(tokens, first - 2, first):
        return True
    return before in "-~" and farther in "YDN" and not core.before


def _is_torn_behind(tokens: Tokens, core: Core) -> bool:
    kinds, last = tokens.kinds, core.last
    end, after = kinds[last - 1], kinds[last]
    if end == "F" and is_adjective(tokens, last - 1):
        return True
    if kinds.startswith(("F", "(F)"), last) and _SURE.isdisjoint(kinds[core.first : last]):  # `2012-13 FY`
        return end in "YDN" and kinds[last + 1] not in "YDN" and not is_adjective(tokens, last)
    if after in "-/.~" and kinds[last + 1] in _NUMBERS and not core.behind and _touch(tokens, last - 1, last + 1):
        return True
    if after == "=":  # `1990=100`, the base of an index
        return True
    if after in "DN" and end in "Mm":
        return kinds[last + 1] not in "xKRG"
    if after == "D" and end == "J" and kinds[last + 1] in "-~":  # `2012年5～2013年6月`
        return True
    if after == "t" and "f" in core.before and kinds[last + 1] in "Mj":  # `from 2013 to May`
        return True
    if end == "Y" and (
        (after in "t-~" and kinds[last + 1] == "#")
        or (after == "." and kinds[last + 1] == "M" and _touch(tokens, last - 1, last + 1))
        or (after in "Kg" and tokens.ends[last] == tokens.ends[last - 1] + 1)
    ):
        return True
    return after in "xm$#" and end in "YDN" and _touch(tokens, last - 1, last)


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
    return (
        tokens.text[tokens.starts[at] : tokens.ends[at]].lower() == "financial"
        and after not in _CLOSING
        and after != "y"
    )


def may_have_parts(kinds: str) -> bool:
    """Whether a text has words for a part of a year, or for years up to a date."""
    return "2" in kinds or "3" in kinds or "yt" in kinds or "yz" in kinds


def is_part(kinds: str, core: Core) -> bool:
    """Whether a half, a quarter or a week is meant, of which a core names only the year or month, or a time of which it
    names only the end (`12 months to June 2014`, `year to March 2014`)."""
    start = core.first - len(core.before)
    before = _PART_BEFORE.search(kinds, max(0, start - _REACH), start)
    return before is not None or _PART_BEHIND.match(kinds, core.last + len(core.behind)) is not None


def _touch(tokens: Tokens, first: int, last: int) -> bool:
    """Whether nothing stands between the tokens from `first` to `last`."""
    return tokens.ends[first:last] == tokens.starts[first + 1 : last + 1]


def needs_context(kinds: str) -> bool:
    """Whether tokens of these kinds may be a number as well as a date."""
    return kinds[0] in "YAP" and _SURE.isdisjoint(kinds)


def is_date_here(tokens: Tokens, core: Core, *, follows_date: bool) -> bool:
    """Whether bare years or dotted numbers are dates here. `follows_date`: a list of dates goes on with it."""
    kinds = tokens.kinds
    before, after = kinds[core.first - len(core.before) - 1], kinds[core.last]
    if after == "$" or before == "$" or (after in "Kg" and _is_of_other_era(tokens, core.last)):
        return False
    if before in "Kx" and _is_numbered(tokens, core.first - len(core.before)):
        return False
    counted = _counts(tokens, core.last)
    if kinds[core.first] == "P":
        return before in _OPENING or before == "(" or not _STRONG.isdisjoint(core.before)
    if core.name in ("span", "tail"):
        return _is_range_here(tokens, core, before, counted=counted)
    if not _STRONG.isdisjoint(core.before) or before in "iy" or core.behind:
        return not (counted and "l" in core.before)
    if core.before or before in "On" or (follows_date and before in ",&"):
        return not counted and after not in "xKRG"
    if before == "E":
        return not counted and after not in "xG"
    return not counted and _stands_apart(tokens, core, before, after)


def _counts(tokens: Tokens, at: int) -> bool:
    """Whether what follows is counted: `students`, `Japanese students`, `Japanese`."""
    kinds = tokens.kinds
    return (
        kinds[at] in "G2"
        or (kinds[at] in "KRx" and kinds[at + 1] == "G")
        or (kinds[at] == "K" and _are_people(tokens, at))
    )


def _are_people(tokens: Tokens, at: int) -> bool:
    """Whether a word is for people: `Mongolians`, or `Japanese` where nothing follows that may be theirs; `JOCVs` are
    counted whoever they are."""
    from pipeline.normalize.area_matches import longest

    word = tokens.text[tokens.starts[at] : tokens.ends[at]]
    is_plural = word.endswith("s") and not word.endswith("ss")
    if is_plural and word[:-1].isupper() and len(word) >= _SHORTEST_PLURAL:
        return True
    if not (is_plural or tokens.kinds[at + 1] in _BEHIND_PEOPLE):
        return False
    match = longest(word, 0, whole=True)
    return match is not None and match.reading.kind == "demonym" and match.end == len(word)


def _is_of_other_era(tokens: Tokens, at: int) -> bool:
    """Whether the word behind a year tells that it is of another calendar: `1420 A.H.`"""
    return lexicon().other_eras.match(tokens.text, tokens.starts[at]) is not None


def _is_range_here(tokens: Tokens, core: Core, before: str, *, counted: bool) -> bool:
    """Two years joined are a period unless they count something; a verb of change in front makes them amounts."""
    kinds = tokens.kinds
    if counted or (
        kinds[core.last] == "x" and tokens.kinds[core.first : core.last].find("t") > 0 and before not in "(^\n|iCqn"
    ):
        return False
    return before != "V"


def _stands_apart(tokens: Tokens, core: Core, before: str, after: str) -> bool:
    """A year alone in a bracket, at the start of a cell or line, before a colon, or glued to the row before."""
    kinds, first = tokens.kinds, core.first
    if before == "(":
        return after in _CLOSING or after in "-~/KRvgi&CqTO"
    if before in _OPENING or (before in "-.)" and kinds[first - 2] in _OPENING):
        return after != "F" and (after != "x" or not _is_plural(tokens, core.last))
    if before == ")":
        return after == ":" or after == "R" or (after == "K" and _touch(tokens, first - 1, first))
    if before == "," and kinds[first - 2] not in "Dd":
        return after in ")^:\n" or (after == "." and kinds[core.last + 1] == "^")
    if before == ":":
        return after in _CLOSING and _tells_event(kinds, first)
    if before in ".;":
        return after == ":" or (after == "R" and not _is_numbered(tokens, first - 1))
    return before in "Kx" and _touch(tokens, first - 1, first) and _is_glued(tokens, first, after)


def _is_plural(tokens: Tokens, at: int) -> bool:
    return tokens.text[tokens.starts[at] : tokens.ends[at]].endswith("s")


def _tells_event(kinds: str, first: int) -> bool:
    """`Friendship groups founded: 1996` is a date; `Companies founded (number): 1996` may be none."""
    line = kinds[max(kinds.rfind("\n", 0, first), 0) : first]
    return "E" in line and "q" not in line


def _is_numbered(tokens: Tokens, at: int) -> bool:
    word = tokens.text[tokens.starts[at - 1] : tokens.ends[at - 1]].lower()
    return word in lexicon().numbered


def _is_glued(tokens: Tokens, first: int, after: str) -> bool:
    """`Akira Amari2000 Prime Minister`: a row's last name and the next row's year. Capitals may be an acronym's."""
    word = tokens.text[tokens.starts[first - 1] : tokens.ends[first - 1]]
    if word.lower() in lexicon().named_years:
        return False
    return after == "R" if word.isupper() else after in "RK"


def is_month_here(tokens: Tokens, core: Core) -> bool:
    """Whether a month without a year is one here, and no name, verb or modal."""
    kinds = tokens.kinds
    before, after = kinds[core.first - len(core.before) - 1], kinds[core.last]
    if after == "r" or (after in "OiT" and "r" in kinds[core.last : core.last + 4]):
        return False
    if core.last - core.first > 1 or kinds[core.first] == "j":
        return before not in "KR" or not _may_be_person(tokens, core.first)
    if not _STRONG.isdisjoint(core.before) or before in "i/":
        return True
    if core.before or before in "Ont":
        return after not in "KRE"
    if before in "(,&":
        return after in _CLOSING or after in "-~,&/"
    if before in _OPENING or (before in "-.)" and kinds[core.first - 2] in _OPENING):
        return after in _CLOSING or after in "-~(R" or (after == "K" and not _may_be_person(tokens, core.first))
    return False


def _may_be_person(tokens: Tokens, at: int) -> bool:
    """`May`, `June` and the like; an abbreviating dot rules a name out."""
    printed = tokens.text[tokens.starts[at] : tokens.ends[at]]
    return printed.lower() in lexicon().month_names_of_persons


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
    if printed in ("MD", "YMD") and not core.behind and (kinds[core.last] in "xG2" or _counts(tokens, core.last)):
        return replace(core, last=core.last - 1)
    if printed == "YM" and kinds[core.last] == "x" and _may_be_person(tokens, core.last - 1):
        return replace(core, last=core.last - 1)
    return core


def is_cumulative(kinds: str, core: Core, *, is_range: bool) -> bool:
    """Whether `cumulative` or the like stands with a date; a bare `total` counts where that is an end or a range."""
    if "C" not in kinds and "5" not in kinds:
        return False
    start = core.first - len(core.before)
    words = kinds[max(0, start - _REACH) : start]
    behind = core.last + len(core.behind)
    if kinds[core.first] in "JU" and kinds[behind] == "K":  # `の`
        behind += 1
    if _CUMULATIVE.search(words) or _CUMULATIVE_BEHIND.match(kinds, behind):
        return True
    return (is_range or not _ENDING.isdisjoint(core.before)) and _TOTAL.search(words) is not None


def dates_since(kinds: str, core: Core) -> bool:
    """Whether a date is when something began: `Since Mongolia's democratization in 1990`."""
    if "s" not in kinds:
        return False
    words = kinds[max(0, core.first - _REACH) : core.first]
    found = _SINCE.search(words)
    return found is not None and ("'" in found[0] or found[0][1] == "T")
