"""Collections of garbage wait until a batch is done: they walk all that is alive, and a batch makes much that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_waits() -> Iterator[None]:
    """While a block runs, or a function that this decorates, nothing is collected; what has no cycles goes all the same.

    >>> with garbage_waits():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
