"""Sources → cards and packed sheets, in batches: the first half of a run, wherever it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.cache import Cache, Read
from pipeline.card import card_of
from pipeline.engine import Engine, Failure
from pipeline.engine.packing import pack
from pipeline.read.limits import RULE
from pipeline.records import Refused, Source
from pipeline.sheet import read_sheet

BATCH_SHEETS: Final = 64
BATCH_BYTES: Final = 4 << 20
SECONDS: Final = 15.0
"""How long one sheet may take, and a batch twice as long: then it is taken again sheet by sheet."""


class Batch(NamedTuple):
    """Sources that are read together, and the folder of what is known of them, if there is one."""

    sources: tuple[Source, ...]
    cache: str | None


def read_batch(batch: Batch) -> list[Read]:
    """Each source read, in order."""
    cache = Cache(Path(batch.cache)) if batch.cache is not None else None
    return [cache.read(source, read_one) if cache else read_one(source) for source in batch.sources]


def read_one(source: Source) -> Read:
    """One source as a card and its packed sheet, or why it is refused."""
    sheet = read_sheet(source)
    return sheet if isinstance(sheet, Refused) else (card_of(sheet), pack(sheet))


def read_all(
    sources: Iterable[Source | Refused],
    engine: Engine,
    cache: Path | None,
    *,
    told: Callable[[int], None] | None = None,
) -> Iterator[Read]:
    """Everything that came of sources, in their order but for what was refused before it was read, which comes first in
    its batch. A sheet on which the program fails or that takes too long is refused; all others are read."""
    refused: list[Refused] = []
    batches = _batches(sources, str(cache) if cache is not None else None, refused)
    for result in engine.map(read_batch, batches, seconds=2 * SECONDS):
        while refused:
            yield refused.pop(0)
        yield from _one_by_one(result, engine) if isinstance(result, Failure) else result
        if told is not None:
            told(len(result.item.sources if isinstance(result, Failure) else result))
    yield from refused


def _one_by_one(failed: Failure[Batch], engine: Engine) -> Iterator[Read]:
    """A batch that failed, taken again sheet by sheet."""
    for source in failed.item.sources:
        (result,) = engine.map(read_batch, [failed.item._replace(sources=(source,))], seconds=SECONDS)
        if isinstance(result, Failure):
            yield Refused(source.path, RULE, f"the program failed on it: {result.reason}")
        else:
            yield from result


def _batches(sources: Iterable[Source | Refused], cache: str | None, refused: list[Refused]) -> Iterator[Batch]:
    waiting: list[Source] = []
    size = 0
    for source in sources:
        if isinstance(source, Refused):
            refused.append(source)
            continue
        waiting.append(source)
        size += len(source.data)
        if len(waiting) >= BATCH_SHEETS or size >= BATCH_BYTES:
            yield Batch(tuple(waiting), cache)
            waiting, size = [], 0
    if waiting:
        yield Batch(tuple(waiting), cache)
