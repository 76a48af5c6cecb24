"""What a normaliser answers when a text is not what was asked for."""

from __future__ import annotations

from typing import NamedTuple


class Refusal(NamedTuple):
    """A named refusal: `reason` is a short lower-case phrase for people, such as `no date in the text`."""

    reason: str
