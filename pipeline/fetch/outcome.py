"""What became of each address or file, and how it is told. No printing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from pipeline.account import plain
from pipeline.exits import MISSING, OK, REFUSED

STATUSES: Final = {
    "new": "a new version is on its shelf",
    "seen": "nothing new: the same bytes, or the server says so",
    "aside": "the page came and is no version of the sheet; it is kept aside",
    "refused": "the file is no fact sheet",
    "failed": "nothing came",
}
_COMPLAINTS: Final = frozenset({"aside", "refused", "failed"})


class Outcome(NamedTuple):
    """What became of one address or file: `status` is one of `STATUSES`, `path` where the page stands, `reason` why
    there is none or why it was put aside."""

    series: str | None
    origin: str
    status: str
    path: str | None = None
    reason: str | None = None

    @property
    def is_complaint(self) -> bool:
        """Whether somebody has to look at it."""
        return self.status in _COMPLAINTS


def outcome_line(outcome: Outcome) -> str:
    """One line for people.

    >>> outcome_line(Outcome("mofa-japan/mng", "https://a.example/", "failed", None, "the server answered 404"))
    'mofa-japan/mng: failed: https://a.example/: the server answered 404'
    """
    parts = [outcome.series or outcome.origin, outcome.status]
    if outcome.is_complaint and outcome.series:
        parts.append(outcome.origin)
    if outcome.reason:
        parts.append(outcome.reason)
    where = f" ({outcome.path})" if outcome.path else ""
    return plain(": ".join(parts) + where)


def summary_line(outcomes: Sequence[Outcome]) -> str:
    """How many of each status, in one line.

    >>> summary_line([Outcome(None, "a", "new"), Outcome(None, "b", "seen"), Outcome(None, "c", "seen")])
    '1 new, 2 seen'
    """
    counts = Counter(outcome.status for outcome in outcomes)
    return ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status]) or "nothing to do"


def exit_code(outcomes: Iterable[Outcome]) -> int:
    """The exit code: whether a page or file was no sheet, or could not be had."""
    found = {outcome.status for outcome in outcomes}
    return MISSING if "failed" in found else REFUSED if found & _COMPLAINTS else OK


def outcomes_document(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """All of it as JSON has it."""
    return {"outcomes": [one._asdict() for one in outcomes], "exit_code": exit_code(outcomes)}
