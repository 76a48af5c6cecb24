"""How work is done: here, or by worker processes. The plan is the same, and so is what comes out.

An engine has one verb: `map` calls a function on items, lazily and with few of them under way, and gives what it returns
in the order of the items, or a `Failure` for an item that raised, hung or took its worker with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
PATIENCE: Final = 8
"""How many seconds may pass by the clock for each second of an item's limit, which is one of the processor: a busy machine
spoils no item, and one that only waits ends too."""


class Failure(NamedTuple, Generic[Item]):
    """An item that nothing came of, and why, in words."""

    item: Item
    reason: str


class Engine(Protocol):
    """What an engine can do."""

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float | None = None
    ) -> Iterator[Result | Failure[Item]]:
        """The results in the order of the items; an item that takes more `seconds` of the processor is a failure."""

    def close(self, *, at_once: bool = False) -> None:
        """End the workers; `at_once` does not wait for what is under way."""
