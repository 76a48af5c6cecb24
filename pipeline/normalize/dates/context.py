"""What stands around a bare year, a dotted number or a month alone tells whether it is a date."""

from __future__ import annotations

from pipeline.normalize.dates.edges import CLOSING, SURE
from pipeline.normalize.dates.grammar import Core
from pipeline.normalize.dates.lexicon import lexicon
from pipeline.normalize.dates.persons import counts, may_be_person
from pipeline.normalize.dates.tokens import Tokens

_OPENING = frozenset("^\n|")
_WORDS = frozenset("Kgxv")
_STRONG = frozenset("suael")
"""Words before a core that make a year behind them a date; others (`up to`, `about`, `from`) lead to numbers too."""


def needs_context(kinds: str) -> bool:
    """Whether tokens of these kinds may be a number as well as a date."""
    return kinds[0] in "YAP" and SURE.isdisjoint(kinds)


def is_date_here(tokens: Tokens, core: Core, *, follows_date: bool) -> bool:
    """Whether bare years or dotted numbers are dates here. `follows_date`: a list of dates goes on with it."""
    kinds = tokens.kinds
    before, after = kinds[core.first - len(core.before) - 1], kinds[core.last]
    if after == "$" or before == "$":
        return False
    if before in "Kx." and not core.before and _is_numbered(tokens, core.first):
        return False
    counted = counts(tokens, core.last)
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
        return after in CLOSING or after in "-~/KRvgi&CqTO"
    if before in _OPENING or (before in "-.)" and kinds[first - 2] in _OPENING):
        return after != "F" and (after != "x" or not _is_plural(tokens, core.last))
    if before == ")":
        return after == ":" or after == "R" or (after == "K" and tokens.touch(first - 1, first))
    if before == "," and kinds[first - 2] not in "Dd":
        return after in ")^:\n" or (after == "." and kinds[core.last + 1] == "^") or _is_part(kinds, core)
    if before == ":":
        return after in CLOSING and _tells_event(kinds, first)
    if before in ".;":
        return after == ":" or after == "R"
    return before in "Kx" and tokens.touch(first - 1, first) and _is_glued(tokens, first, after)


def _is_part(kinds: str, core: Core) -> bool:
    """Whether a year is a part of a bracket, among others of words: `(DAC, 2021, net disbursement)`."""
    first, last = core.first, core.last
    is_listed = kinds[last] == "," and kinds[first - 2] in _WORDS and kinds[last + 1] in _WORDS
    return is_listed and kinds.rfind("(", 0, first) > kinds.rfind(")", 0, first)


def _is_plural(tokens: Tokens, at: int) -> bool:
    return tokens.word(at).endswith("s")


def _tells_event(kinds: str, first: int) -> bool:
    """`Friendship groups founded: 1996` is a date; `Companies founded (number): 1996` may be none."""
    line = kinds[max(kinds.rfind("\n", 0, first), 0) : first]
    return "E" in line and "q" not in line


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """Whether the word in front is `No.`, `pp.`, `Doc.`, `lines` or the like."""
    at -= tokens.kinds[at - 1] == "."
    printed, numbered = tokens.word(at - 1), lexicon().numbered
    word = printed.lower()
    return word in numbered or word.removesuffix("s") in numbered or (printed != word and word in lexicon().filed)


def _is_glued(tokens: Tokens, first: int, after: str) -> bool:
    """`Akira Amari2000 Prime Minister`: a row's last name and the next row's year. Capitals may be an acronym's."""
    word = tokens.word(first - 1)
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
        return before not in "KR" or not may_be_person(tokens, core.first)
    if not _STRONG.isdisjoint(core.before) or before in "i/":
        return True
    if core.before or before in "Ont":
        return after not in "KRE"
    if before in "(,&":
        return after in CLOSING or after in "-~,&/"
    if before in _OPENING or (before in "-.)" and kinds[core.first - 2] in _OPENING):
        return after in CLOSING or after in "-~(R" or (after == "K" and not may_be_person(tokens, core.first))
    return False
