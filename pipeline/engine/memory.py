"""Memory that a run no longer needs goes back to the system, where the libraries below would rather keep it."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from typing import Final

ALLOCATOR: Final = ("ARROW_DEFAULT_MEMORY_POOL", "system")
"""Arrow's own one keeps some 50 MB that a run needs for a moment; it is asked for when Arrow is loaded, in workers too."""
_SHARED: Final = 256 << 10
"""Bytes from which on a piece of memory is the system's own, which takes it back at once."""
_MALLOPT: Final = {-1: _SHARED, -3: _SHARED, -8: 1}
"""M_TRIM_THRESHOLD, M_MMAP_THRESHOLD and M_ARENA_MAX of mallopt(3): what one thread takes and another lets go of is not kept
for the first one."""


def arrow_keeps_none() -> None:
    """Have Arrow, which is not loaded yet, take its memory from the system."""
    os.environ.setdefault(*ALLOCATOR)


def passes_on() -> None:
    """Have a process keep little that mostly passes on what others make: parts of tables come and go, of all sizes. Where
    the C library is not the GNU one, nothing is done.

    >>> passes_on()
    """
    with suppress(OSError, AttributeError, TypeError):
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in _MALLOPT.items():
            mallopt(option, value)
