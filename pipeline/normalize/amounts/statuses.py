"""Words that are a whole value: `none`, `N/A`, `figures being compiled`, and a dash in an empty place."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.normalize.amounts.model import Amount
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.phrases import plain

_DIGITS = frozenset("0123456789")


def find_words(page: Page) -> list[Amount]:
    """Words that are a whole value. `- 420` is an item of a list, so a dash counts only where nothing follows it."""
    words, folded = page.lexicon, page.folded
    matches = [words.status_first.match(folded)] if folded[:1] not in _DIGITS else []
    if ":" in folded or "\n" in folded or "|" in folded:
        matches += words.status.finditer(folded)
    found = []
    for match in matches:
        if match is None:
            continue
        status = _status(page, match)
        if status is None:
            continue
        start, end = match.start("word" if match["word"] else "dash"), match.end()
        unit, end = _currency_of(page, end) if status == "zero" else (None, end)
        printed = page.text[start:end]
        value = Decimal(0) if status == "zero" else None
        found.append(
            Amount(value, None, None, unit, 0, 0, status, printed, start, end, "stated" if unit else "unknown")
        )
    return found


def _currency_of(page: Page, end: int) -> tuple[str | None, int]:
    """The currency behind `zero`, and where it ends: `zero yen`."""
    word, _, stop = page.lexicon.right.match(page.folded, end)
    is_clear = word.kind == "currency" and word.code.isalpha()
    return (word.code, stop) if is_clear else (None, end)


def _status(page: Page, match: re.Match[str]) -> str | None:
    """What a whole value says; `None` where it is none as printed, or says two things (`none N/A`)."""
    if match["dash"]:
        return "not_available"
    said = set()
    for group in ("word", "again") if match["again"] else ("word",):
        phrase, printed = plain(match[group]), page.text[slice(*match.span(group))]
        if phrase in page.lexicon.status_capitals and not printed.isupper():
            return None
        said.add(page.lexicon.statuses[phrase])
    return said.pop() if len(said) == 1 else None
