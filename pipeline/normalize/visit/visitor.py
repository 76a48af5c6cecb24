"""What is known of one visitor: the vocabulary of `visitors`."""

from __future__ import annotations

from typing import NamedTuple


class Visitor(NamedTuple):
    """One person, office holder or group. Missing is None.

    `visitor_kind`: `person`, `office_holder` (no personal name printed), `group`. `party_role`: `principal`, `spouse`,
    `head`, `member`, `accompanying`. `honorific` as printed; `office` in corrected spelling without article; `typos`
    its (printed, corrected) words. `main_name` in title case, `other_names` and `name_printed` as printed (a group's
    name stands in `name_printed`). `occasion`, `guest_status`, `date_printed` come from brackets; `destination` is the
    land in `Prime Minister X's visit to Canada`. `text[start:end]` reaches from the honorific or office to the end of
    the visitor's last own bracket.
    """

    visitor_kind: str
    party_role: str
    honorific: str | None
    office: str | None
    office_printed: str | None
    office_class: str | None
    main_name: str | None
    other_names: str | None
    name_printed: str | None
    occasion: str | None
    guest_status: str | None
    date_printed: str | None
    destination: str | None
    typos: tuple[tuple[str, str], ...]
    start: int
    end: int


class Visitors(NamedTuple):
    """The visitors of a text; `occasion` and `guest_status` are the last printed, which may be common to all.

    `refused` says why nothing sensible could be read; then there are no visitors.
    """

    visitors: tuple[Visitor, ...]
    occasion: str | None
    guest_status: str | None
    refused: str | None


NOBODY = Visitor(
    "office_holder", "principal", None, None, None, None, None, None, None, None, None, None, None, (), 0, 0
)  # fmt: skip
"""A visitor of whom nothing is known yet."""
