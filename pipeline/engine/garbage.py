"""Collections of garbage wait until a batch is done, and until batches have made much: they walk all that is alive."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MANY: Final = 1 << 19
"""How many more objects than before there may be until they are walked: some 80 MB, were all of them garbage. Loading the
libraries and vocabularies makes less than half as many, all of which stay, and so does what caches keep of sheets: a run
over some hundreds ends without a walk."""
_made = 0


@contextmanager
def short_life() -> Iterator[None]:
    """What a command runs in: loading makes no garbage, and a process that ends needs no walk to give its memory back.

    >>> with short_life():
    ...     gc.get_threshold()[0] == MANY
    True
    """
    often = gc.get_threshold()
    gc.set_threshold(MANY, *often[1:])
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        gc.set_threshold(*often)


@contextmanager
def garbage_waits() -> Iterator[None]:
    """While a block runs, or a function that this decorates, nothing is collected; what has no cycles goes all the same.

    >>> with garbage_waits():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_enabled, before = gc.isenabled(), gc.get_count()[0]
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _settle(gc.get_count()[0] - before)
            gc.enable()


def _settle(made: int) -> None:
    """Collect when batches have made much since the last time; else what is new counts as old, which takes no walk."""
    global _made
    _made += made
    if _made >= MANY:
        gc.collect()
        _made = 0
    elif not gc.get_freeze_count():  # whoever has frozen objects wants them to stay so
        gc.freeze()
        gc.unfreeze()
