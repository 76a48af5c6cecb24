"""What the visitors of one printed row share: a group's name, a bracket behind the last of them, the date of the row."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.visits.columns import joined
from pipeline.normalize.visit.party.brackets import Bracket
from pipeline.normalize.visitors import Visitor
from pipeline.records import Span


class Fellow(NamedTuple):
    """A visitor of a row; `inherits` tells that the date stands not with the visitor but with others of the row."""

    visitor: Visitor
    inherits: bool


def fellows(visitors: tuple[Visitor, ...], words: str, printed: str) -> list[Fellow]:
    """The visitors of a row with what they share; `printed` are its words with all their line breaks.

    A bracket behind a couple is said of both, a delegation's month is its head's and its company's, and one month behind
    people who are named in one breath is the month of them all.
    """
    if len(visitors) == 1:
        return [Fellow(visitors[0], inherits=False)]
    whole = _in_couples(_one_piece(list(visitors), words), words)
    months = _shared_months(whole, words)
    found: list[Fellow] = []
    for n, visitor in enumerate(whole):
        is_below = n > 0 and visitor.party_role != "spouse" and "\n" in _between(whole[n - 1], visitor, printed)
        inherits = (is_below or months[n] is not None) and visitor.date_printed is None
        if months[n] is not None and visitor.date_printed is None:
            visitor = visitor._replace(date_printed=months[n])
        found.append(Fellow(visitor, inherits))
    return found


def with_remarks(found: list[Fellow], remarks: Sequence[Bracket]) -> list[Fellow]:
    """The visitors of a row with what its cell for remarks says of each, as many as they are, or else of them all; what
    stands behind one of them goes before."""
    if not remarks:
        return found
    said = remarks if len(remarks) == len(found) else [joined(remarks)] * len(found)
    return [
        fellow._replace(
            visitor=fellow.visitor._replace(
                date_printed=fellow.visitor.date_printed or told.date_printed,
                guest_status=fellow.visitor.guest_status or told.guest_status,
                occasion=fellow.visitor.occasion or told.rest,
            )
        )
        for fellow, told in zip(found, said, strict=True)
    ]


def _between(one: Visitor, other: Visitor, words: str) -> str:
    """The words between two visitors; a line break behind a comma only wraps the line."""
    gap = words[one.end : other.start]
    return "" if gap.strip().startswith((",", "and ")) else gap.strip(" ")


def _one_piece(visitors: list[Visitor], words: str) -> list[Visitor]:
    """What only a space parts is one: `Minister` and `Coordinator of Security` are one office."""
    whole: list[Visitor] = []
    for visitor in visitors:
        above = whole[-1] if whole and words[whole[-1].end : visitor.start] == " " else None
        joined = above and _one_office(above, visitor)
        if joined:
            whole[-1] = joined
        else:
            whole.append(visitor)
    return whole


def _one_office(one: Visitor, other: Visitor) -> Visitor | None:
    """The holder of an office that is printed in two parts, the first of which was read as a bare one."""
    is_bare = one.visitor_kind == "office_holder" and one.honorific is None and one.office_class != "royal"
    if not is_bare or other.office is None or other.honorific or other.visitor_kind != "person":
        return None
    if other.office_class == "royal" or not (one.date_printed is one.occasion is one.guest_status is None):
        return None
    office, printed = f"{one.office} {other.office}", f"{one.office_printed} {other.office_printed}"
    return other._replace(
        office=office, office_printed=printed, office_class=one.office_class, start=one.start, party_role=one.party_role
    )


def _in_couples(visitors: list[Visitor], words: str) -> list[Visitor]:
    """What a bracket behind a couple, or two of one court, says is said of both, as the month of a delegation is its
    head's: `(May)`."""
    shared = list(visitors)
    for n, (one, other) in enumerate(pairwise(visitors), 1):
        one = shared[n - 1]
        if other.party_role in ("head", "member") and one.date_printed:
            shared[n] = other._replace(date_printed=other.date_printed or one.date_printed)
        elif other.party_role == "spouse" or _of_one_court(one, other, words):
            shared[n - 1] = one._replace(
                date_printed=one.date_printed or other.date_printed,
                occasion=one.occasion or other.occasion,
                guest_status=one.guest_status or other.guest_status,
            )
            shared[n] = other._replace(date_printed=other.date_printed or shared[n - 1].date_printed)
    return shared


def _of_one_court(one: Visitor, other: Visitor, words: str) -> bool:
    """Whether two are of a royal house and named in one breath: `H.I.H. Prince Akihito and H.I.H. Princess Michiko`."""
    return one.office_class == other.office_class == "royal" and words[one.end : other.start].strip() == "and"


def _shared_months(visitors: list[Visitor], words: str) -> list[str | None]:
    """For each visitor the month that stands with others: with the last of a run of people, or with those accompanied."""
    months: list[str | None] = [None] * len(visitors)
    for n, visitor in enumerate(visitors):
        if visitor.party_role == "accompanying" and n:
            months[n] = visitors[n - 1].date_printed or months[n - 1]
    for start, end in _runs(visitors, words):
        bare = all(
            v.date_printed is None and v.occasion is None and v.guest_status is None for v in visitors[start : end - 1]
        )
        if bare and visitors[end - 1].date_printed:
            months[start : end - 1] = [visitors[end - 1].date_printed] * (end - 1 - start)
    return months


def _runs(visitors: list[Visitor], words: str) -> list[tuple[int, int]]:
    """The people of a row that no line break parts, who come on their own behalf."""
    runs: list[tuple[int, int]] = []
    for n, visitor in enumerate(visitors):
        if visitor.party_role != "principal":
            continue
        gap = _between(visitors[n - 1], visitor, words) if n else ""
        follows = runs and runs[-1][1] == n and not ("\n" in gap or ";" in gap)
        if follows:
            runs[-1] = (runs[-1][0], n + 1)
        else:
            runs.append((n, n + 1))
    return runs


def own_words(visitors: list[Fellow], n: int) -> Span:
    """The words of a visitor; a couple shares its words, since neither is whole without the other's."""
    start, end = visitors[n].visitor.start, visitors[n].visitor.end
    if visitors[n].visitor.party_role == "spouse" and n:
        start = visitors[n - 1].visitor.start
    elif n + 1 < len(visitors) and visitors[n + 1].visitor.party_role == "spouse":
        end = visitors[n + 1].visitor.end
    return Span(start, end)
