"""The names of figures in a line that names what each is of: `Labour Party 30, Nationalist Party 27`."""

from __future__ import annotations

import re

from pipeline.extract.figures.brackets import CLOSE, OPEN, bracket_spans
from pipeline.normalize.amounts import Amount

BREAKS = re.compile(r"[,;:：、；。|(（\n]|\.\s|\s{3}|\bwhile\b")
LEAD = re.compile(r"(?:\s|[-–—•・.）])*(?:and\b|of which\b|及び|並びに|うち)?\s*(?:the\b)?\s*", re.I)
VERB = re.compile(r"(?<!\s)\s++(?:holds?|has|have|had|won|took|gained|occup(?:y|ies)|with)\b", re.I)
SAID_OF_SHARE = (
    "全体の", "人口の", "国民の", "大多数", "大部分", "大半", "過半数", "約", "うち", "議席", "議席数", "定数", "定員", "が", "は",
)  # fmt: skip
"""What stands between a name in Japanese and its figure."""
SUBJECT = re.compile("(?:以上|以下|程度|前後|[超強弱])?(?:[)）]は|[)）]?が)")
"""What stands between a share and whom it is of, where the share comes first: `国民の大多数（95％以上）はカトリック教`."""
NO_NAME = " \t\n\u3000:：|-–—=" + OPEN


def names_of(plain: str, start: int, amounts: list[Amount]) -> list[str]:
    """The name of each figure: the words before it, or those behind it where the line begins with a figure.

    The total of the others bears none. Empty where some figures of several have no name.
    """
    bounds = [start, *(amount.end for amount in amounts)]
    names = [_name_before(plain[at : amount.start]) for at, amount in zip(bounds, amounts, strict=False)]
    is_behind = len(amounts) > 1 and not is_whole(plain, amounts)
    ends = [*(amount.start for amount in amounts[1:]), len(plain)][: len(amounts)]
    for n, (amount, end) in enumerate(zip(amounts, ends, strict=True)):
        if not names[n] and (subject := SUBJECT.match(plain, amount.end)):  # `国民の83％がカトリック、イスラム教は5％`
            names[n] = _name_behind(plain[subject.end() - 1 : end])
    if is_behind and not names[0]:
        names = [_name_behind(plain[amount.end : end]) for amount, end in zip(amounts, ends, strict=True)]
        return names if all(names) else []
    return names if all(names[1:]) else []


def is_whole(plain: str, amounts: list[Amount]) -> bool:
    """Whether the first figure is the total of those behind it: `57 seats (Labour 30, Nationalists 27)`."""
    if len(amounts) < 2:
        return False
    between = plain[amounts[0].end : amounts[1].start]
    bracket = next((span for span in bracket_spans(plain) if span[0] >= amounts[0].end), None)
    inside = bracket is not None and bracket[0] < amounts[1].start and amounts[-1].end <= bracket[1]
    inside = inside and bracket is not None and not plain[amounts[0].end : bracket[0]].strip()
    return inside or "of which" in between or between.rstrip().endswith(":")


def _name_before(words: str) -> str:
    """The name at the end of words: `of the 57 seats, the Labour Party (LP)` ends with `Labour Party (LP)`."""
    words = words.rstrip(NO_NAME)
    while words.endswith(SAID_OF_SHARE):
        words = words.removesuffix(next(said for said in SAID_OF_SHARE if words.endswith(said))).rstrip(NO_NAME)
    tail = ""
    if words.endswith(tuple(CLOSE)):
        at = max(words.rfind(sign) for sign in OPEN)
        words, tail = (words[:at], words[at:]) if at > 0 else (words[:-1], "")
    name = BREAKS.split(words)[-1]
    name = VERB.split(name)[0]
    lead = LEAD.match(name)
    name = name[lead.end() if lead else 0 :].strip()
    return f"{name} {tail}".strip() if any(sign.isalpha() for sign in name) else ""


def _name_behind(words: str) -> str:
    name = words.strip(" \t\n,;、。.)（(").removeprefix("for ").removeprefix("seats ").strip()
    if name.startswith(("が", "は")):  # `約7割がカトリック、残りは…`
        name = BREAKS.split(name[1:])[0].strip()
    return name if any(sign.isalpha() for sign in name) else ""
