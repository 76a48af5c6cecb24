"""What did not come about, or not yet, and what is said to have come about too often to be one visit."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pipeline.extract.visits.prose.subjects import DESTINATION_REACH, LONGEST_SUBJECT
from pipeline.normalize.dates import find_dates

OFTEN = re.compile(
    r"[^.,;()]{0,40}?\b(?:(?:several|many|numerous|a (?:large )?number of) (?:times|occasions)|often|repeatedly|frequently)\b"
)
OFTEN_BEFORE = re.compile(r"\b(?:often|repeatedly|frequently)\Z")
DATE_NEXT = re.compile(r"[\s,:(–-]{0,4}(?:(?:most recently|last|namely|first)\s)?(?:in|on|from|since|between)?\s?")
_DATA = tomllib.loads((Path(__file__).parent / "undone.toml").read_text("utf-8"))
_BEFORE, _BEHIND = "|".join(_DATA["not_yet"]), "|".join(_DATA["not_yet_behind"])
NOT_DONE = re.compile(rf"\b(?:{'|'.join(_DATA['not'])})\b", re.I)
NOT_REAL = re.compile(rf"\b(?:{_BEFORE})\s*\Z", re.I)
FELL_THROUGH = re.compile(
    rf"\b(?:{'|'.join(_DATA['did_not'])}|(?:is|are|was|were|been|be)(?: [a-z]+)? (?:{_BEHIND}))\b"
)


def is_unreal(sentence: str) -> bool:
    """Whether what a sentence tells did not come about, or not yet.

    >>> is_unreal("The visit of the President in 2014 was cancelled."), is_unreal("He visited Japan in 2014.")
    (True, False)
    """
    return bool(NOT_DONE.search(sentence) or FELL_THROUGH.search(sentence) or "lanned visit" in sentence)


def is_undone(sentence: str, match: re.Match[str], start: int) -> bool:
    """Whether a visit did not take place, or is only planned."""
    before = sentence[start : match.start()]
    if match["did"]:
        return NOT_DONE.search(before) is not None
    after = re.split(r"[;.]", sentence[match.end() : match.end() + 2 * LONGEST_SUBJECT], maxsplit=1)[0]
    lead = f"{before} {match[0].split('isit')[0][:-1]}".strip()
    return bool(NOT_DONE.search(lead) or NOT_REAL.search(lead) or FELL_THROUGH.search(after))


def is_uncounted(sentence: str, match: re.Match[str]) -> bool:
    """Whether it is said only that somebody came `several times`: no visit is told, unless its date stands behind."""
    if match["did"] and OFTEN_BEFORE.search(sentence, 0, match.start()):
        return True
    often = OFTEN.match(sentence, match.end()) if match["did"] else None
    behind = find_dates(sentence[often.end() : often.end() + DESTINATION_REACH]) if often else []
    return often is not None and not (
        behind and DATE_NEXT.fullmatch(sentence, often.end(), often.end() + behind[0].start)
    )
