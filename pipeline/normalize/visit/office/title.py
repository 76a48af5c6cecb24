"""A title found in a cell: the vocabulary of `titles`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Title:
    """A title by its tokens: it is printed from `first`, its words count from `core`, `end` is behind it.

    `head` is the folded head (`prime minister`), `drops` are the token ranges that the corrected title leaves out;
    `guessed` says that its last word was taken for a body or place unknown. `spouse` is a second title behind `and` that
    is no further one of the same holder, with the token that it was looked for at.
    """

    first: int
    core: int
    end: int
    head: str
    drops: tuple[tuple[int, int], ...]
    guessed: bool = False
    spouse: tuple[int, Title] | None = None
