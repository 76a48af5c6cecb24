"""Which engine a run gets: none but this process for few sheets, workers for many, a cluster where one is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final, NamedTuple

from pipeline.engine import Engine
from pipeline.engine.here import Here
from pipeline.read.limits import LIMITS
from pipeline.records import Refused, Source

FEW: Final = 200
"""So many sheets are read sooner than workers start."""


class Wanted(NamedTuple):
    """What a user asks of an engine: `workers` processes (`None`: as many as processors, for many sheets), or Dask, whose
    `scheduler` is an address or `None` for one of its own. `megabytes` is how much memory a worker may take for its data."""

    workers: int | None = None
    is_dask: bool = False
    scheduler: str | None = None
    megabytes: int = LIMITS.megabytes


def engine_for(sources: Iterator[Source | Refused], wanted: Wanted) -> tuple[Engine, Iterator[Source | Refused]]:
    """The engine for some sources, which come back unharmed. Raises `ValueError` for a cluster that cannot be reached."""
    if wanted.is_dask:
        from pipeline.engine.cluster import Cluster

        try:
            return Cluster(wanted.scheduler, workers=wanted.workers), sources
        except OSError as error:
            raise ValueError(
                f"no Dask scheduler answers at {wanted.scheduler}: start one, or leave --engine out"
            ) from error
    if wanted.workers is not None:
        return (Here() if wanted.workers == 1 else _workers(wanted.workers, wanted)), sources
    first = list(islice(sources, FEW))
    count = os.cpu_count() or 1
    return (Here() if len(first) < FEW or count == 1 else _workers(count, wanted)), chain(first, sources)


def _workers(count: int, wanted: Wanted) -> Engine:
    from pipeline.engine.workers import Workers

    return Workers(count, megabytes=wanted.megabytes)
