"""The engine on a Dask cluster: the same plan on more machines than one. All of them must see the folder of the spool."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from pipeline.engine import Failure, Item, Result

AHEAD: Final = 2
"""How many items for each worker may be under way or wait to be fetched."""
WAIT: Final = 30
"""Seconds after which a scheduler that does not answer is not there."""


class Cluster:
    """Workers of a Dask scheduler; without an address, a cluster of this machine's processors."""

    def __init__(self, address: str | None, *, workers: int | None = None) -> None:
        try:
            from dask.distributed import Client, LocalCluster
        except ImportError as error:
            raise ValueError("the engine dask needs `pip install 'factsheets[dask]'`") from error
        self.own: Any = None
        if address is None:
            local: Any = LocalCluster
            self.own = local(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None)
        connect: Any = Client
        self.client: Any = connect(address or self.own, timeout=WAIT)

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float | None = None
    ) -> Iterator[Result | Failure[Item]]:
        """See `Engine.map`. Dask knows no time limit for a task; a worker that dies has its item done again by another."""
        waiting: deque[tuple[Item, Any]] = deque()
        source = iter(items)

        def fill() -> None:
            count = max(1, len(self.client.scheduler_info()["workers"])) * AHEAD
            for item in islice(source, max(0, count - len(waiting))):
                waiting.append((item, self.client.submit(function, item, pure=False, retries=0)))

        fill()
        while waiting:
            item, future = waiting.popleft()
            try:
                result: Result | Failure[Item] = future.result()
            except Exception as error:
                result = Failure(item, f"{type(error).__name__}: {str(error)[:200]}")
            future.release()
            fill()
            yield result

    def close(self, *, at_once: bool = False) -> None:
        """Leave the scheduler; a cluster of one's own ends."""
        self.client.close()
        if self.own is not None:
            self.own.close()
