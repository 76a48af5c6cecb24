"""Sources → cards and packed sheets, in batches: the first half of a run, wherever it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.engine import Engine, Failure
from pipeline.engine.garbage import garbage_waits
from pipeline.engine.packing import pack
from pipeline.read.limits import LIMITS, RULE, Limits
from pipeline.records import Refused, Source
from pipeline.sheet import read_sheet
from pipeline.sheet.cache import Cache, Read
from pipeline.sheet.card import card_of

BATCH_SHEETS: Final = 64
BATCH_BYTES: Final = 4 << 20


class Batch(NamedTuple):
    """Sources that are read together, the folder of what is known of them, if there is one, and what limits them."""

    sources: tuple[Source, ...]
    cache: str | None
    limits: Limits = LIMITS


@garbage_waits()
def read_batch(batch: Batch) -> list[Read]:
    """Each source of a batch read, or refused, in their order; those that the cache knows are not read again."""
    read = partial(read_one, limits=batch.limits)
    cache = Cache(Path(batch.cache), batch.limits) if batch.cache is not None else None
    return [cache.read(source, read) if cache else read(source) for source in batch.sources]


def read_one(source: Source, limits: Limits = LIMITS) -> Read:
    """One source as a card and its packed sheet, or why it is refused."""
    sheet = read_sheet(source, limits)
    return sheet if isinstance(sheet, Refused) else (card_of(sheet), pack(sheet))


def read_all(
    sources: Iterable[Source | Refused],
    engine: Engine,
    cache: Path | None,
    *,
    limits: Limits = LIMITS,
    told: Callable[[int], None] | None = None,
) -> Iterator[Read]:
    """Everything that came of sources, in their order but for what was refused before it was read, which comes first in
    its batch. A sheet on which the program fails or that takes too long is refused; all others are read. A batch has twice
    the time of a sheet: then it is taken again sheet by sheet."""
    refused: list[Refused] = []
    empty = Batch((), str(cache) if cache is not None else None, limits)
    for result in engine.map(read_batch, _batches(sources, empty, refused), seconds=2 * limits.seconds):
        while refused:
            yield refused.pop(0)
        yield from _one_by_one(result, engine) if isinstance(result, Failure) else result
        if told is not None:
            told(len(result.item.sources if isinstance(result, Failure) else result))
    yield from refused


def _one_by_one(failed: Failure[Batch], engine: Engine) -> Iterator[Read]:
    """A batch that failed, taken again sheet by sheet."""
    for source in failed.item.sources:
        (result,) = engine.map(
            read_batch, [failed.item._replace(sources=(source,))], seconds=failed.item.limits.seconds
        )
        if isinstance(result, Failure):
            yield Refused(source.path, RULE, f"the program failed on it: {result.reason}")
        else:
            yield from result


def _batches(sources: Iterable[Source | Refused], empty: Batch, refused: list[Refused]) -> Iterator[Batch]:
    waiting: list[Source] = []
    size = 0
    for source in sources:
        if isinstance(source, Refused):
            refused.append(source)
            continue
        waiting.append(source)
        size += len(source.data)
        if len(waiting) >= BATCH_SHEETS or size >= BATCH_BYTES:
            yield empty._replace(sources=tuple(waiting))
            waiting, size = [], 0
    if waiting:
        yield empty._replace(sources=tuple(waiting))
