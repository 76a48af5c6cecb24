"""Lines below a row: which only go on with it, which tell somebody else under the same date, and which are no part of it."""

from __future__ import annotations

import re

from pipeline.normalize.visitors import parse_visitors
from pipeline.patterns import has_japanese

ACCOMPANYING = re.compile(r"[(]?(?:accompanied by|accompanying (?:persons?|members?|by))\b", re.I)
GOES_ON = re.compile(r"[a-z(（&/]")
DANGLING = re.compile(
    r"(?:[,&/-]|\b(?:and|or|of|for|the|to|in|on|by|with|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Hon\.?|H\.\s?E\.?|Prime|Vice|Deputy|Foreign|Senior|State))\Z"
)
HALF_IN_JAPANESE = re.compile("[、・，]\\Z|(?:及び|並びに|兼)\\Z")
HALF_A_GROUP = re.compile(r"\b(?:Parliamentary|Parliamentarians['’]?|Friendship|Economic|Business|Joint)\Z")
SOURCE = re.compile(
    r"[(（※*]?\s*(?:(?:Sources?|Data from)\s*[:：]|Notes?(?: [0-9]{1,2})?\s*[:：)）]|(?:出典|出所|注\s?[0-9０-９]{0,2})\s*[:：)）]"
    r"|注\s?[0-9０-９]{1,2}[ \t\u3000．.])",
    re.I,
)
"""How a line begins that says something of the figures above it."""
LONGEST, WRAPPED = 400, 38
"""A row this wide may have been broken for want of room."""


def goes_on(above: str, words: str) -> bool:
    """Whether a line without a date goes on with the row above it, in the middle of an office, a name or a bracket.

    >>> goes_on("Minister of Development and International", "Cooperation, Mr. Nouri Jouini")
    True
    >>> goes_on("Prime Minister Shinzo Abe", "Foreign Minister Taro Aso"), goes_on("安倍総理大臣夫妻", "中山外務副大臣")
    (False, False)
    >>> goes_on("", "Japan-Oman Friendship League (Head: Mr. Taro Aso)"), goes_on("", "Name")
    (True, False)
    """
    if len(above) + len(words) > LONGEST:
        return False
    if not above:  # a row that is so far nothing but a date
        return bool(parse_visitors(words).visitors)
    if has_japanese(above):
        is_open = above.count("（") > above.count("）") or words.startswith(("（", "("))
        return is_open or HALF_IN_JAPANESE.search(above) is not None
    if ACCOMPANYING.match(words) or GOES_ON.match(words) or DANGLING.search(above):
        return True
    if HALF_A_GROUP.search(above) and is_groups_end(above, words):
        return True
    if above.count("(") > above.count(")") and ")" in words:
        return True
    return _completes(above, words)


def _completes(above: str, words: str) -> bool:
    """Whether the last visitor above only becomes whole with the line: with a name, or the rest of a name or office."""
    before, after = parse_visitors(above).visitors, parse_visitors(f"{above} {words}").visitors
    if not after or len(after) != max(len(before), 1) or after[-1].end <= len(above):
        return False
    if not before or (before[-1].visitor_kind == "office_holder" and before[-1].office_class != "royal"):
        return after[-1].name_printed is not None
    if not is_bare(words):
        return False
    is_wide = len(above) >= WRAPPED or len(words.split()) == 1
    return after[-1].office != before[-1].office or (is_wide and after[-1].name_printed != before[-1].name_printed)


def is_bare(words: str) -> bool:
    """Whether no visitor with an office, a form of address or a group's name begins with a line."""
    found = parse_visitors(words).visitors
    return not found or (found[0].visitor_kind == "person" and found[0].office is None and found[0].honorific is None)


def is_groups_end(above: str, words: str) -> bool:
    """Whether a line ends the name of a group that a row begins, though it could be a heading: `Friendship League`.

    >>> is_groups_end("Japan-Oman Parliamentary", "Friendship League"), is_groups_end("Prime Minister Abe", "Overview")
    (True, False)
    """
    if parse_visitors(above).visitors and not HALF_A_GROUP.search(above):
        return False
    whole = parse_visitors(f"{above} {words}").visitors
    return bool(whole) and whole[-1].visitor_kind == "group" and whole[-1].end == len(above) + 1 + len(words)


def is_source(words: str) -> bool:
    """Whether a line says something of the figures above it, and so goes on with no row.

    >>> is_source("(Note 1) Ships are not included."), is_source("Notes on Trade")
    (True, False)
    """
    return SOURCE.match(words) is not None
