"""Which engine a run gets: none but this process for few sheets, workers for many."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from pipeline.engine import Engine
from pipeline.engine.here import Here
from pipeline.engine.workers import Workers
from pipeline.records import Refused, Source

FEW: Final = 200
"""So many sheets are read sooner than workers start."""
MEGABYTES: Final = 2048
"""How much memory a worker may take for its data."""


def engine_for(sources: Iterator[Source | Refused], workers: int | None) -> tuple[Engine, Iterator[Source | Refused]]:
    """The engine for some sources, which come back unharmed. `workers` is the number asked for, if any was."""
    if workers is not None:
        return (Here() if workers == 1 else Workers(workers, megabytes=MEGABYTES)), sources
    first = list(islice(sources, FEW))
    count = os.cpu_count() or 1
    engine: Engine = Here() if len(first) < FEW or count == 1 else Workers(count, megabytes=MEGABYTES)
    return engine, chain(first, sources)
