"""Numbers of a list that stand in a cell or line of their own, as layouts by tables print them: they count nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from pipeline.normalize.areas import find_areas
from pipeline.records import Block

NUMBER = re.compile(r"[(（]([0-9０-９]{1,2}|[A-Za-z])[)）]|([0-9０-９]{1,2}|[A-Za-z])[.)．）]|([①-⑳])")
FEWEST = 2
"""One number alone may be a figure at the end of a sentence, and one cell has none behind it."""
LONGEST_NAME = 60
"""Characters in which the name of whoever has a rank stands."""


def without_numbers(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of a sheet, of which those that are the number of a list are furniture, and rows begin behind theirs: `1. | Loan
    aid`, `2. | Grant aid`. Numbers count up from one; those below a header, or before countries, may be ranks and stay."""
    numbers = {n for run in _runs(text, blocks) for n in run}
    return [_without(block) if n in numbers else block for n, block in enumerate(blocks)] if numbers else blocks


def _without(block: Block) -> Block:
    cells = block.cells[1:]
    return block._replace(body=cells[0].start, cells=cells) if cells else block._replace(kind="furniture", level=0)


def _runs(text: str, blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the blocks whose numbers count up from one, list by list."""
    run: list[int] = []
    is_headed = False
    for n, block in enumerate(blocks):
        is_over = block.kind in ("heading", "caption", "header")
        is_headed = block.kind == "header" or (is_headed and block.kind == "row")
        number = None if is_over or is_headed else _number_of(text, block)
        if run and (is_over or (number is not None and number != len(run) + 1)):
            yield from _of_list(text, blocks, run)
            run = []
        if number == len(run) + 1:
            run.append(n)
    yield from _of_list(text, blocks, run)


def _of_list(text: str, blocks: Sequence[Block], run: list[int]) -> Iterator[list[int]]:
    """The run, where it is one of a list."""
    if len(run) >= FEWEST and not any(_is_rank(text, blocks, n) for n in run):
        yield run


def _is_rank(text: str, blocks: Sequence[Block], n: int) -> bool:
    """Whether what stands behind a number begins with the name of a country, whose rank it may be."""
    cells = blocks[n].cells
    behind = cells[1].start if cells else blocks[n].end
    words = text[behind : behind + LONGEST_NAME].lstrip(" \n|")
    return any(one.start == 0 and one.kind != "demonym" for one in find_areas(words))


def _number_of(text: str, block: Block) -> int | None:
    """The number that a block, or the first of its cells, is."""
    if block.cells and len(block.cells) < FEWEST:
        return None
    start, end = block.cells[0] if block.cells else (block.body, block.end)
    found = NUMBER.fullmatch(text[start:end].strip()) if end - start <= len("（１２） ") else None
    if found is None or found.lastindex is None:
        return None
    printed = found[found.lastindex]
    if printed.isalpha():
        return ord(printed.lower()) - ord("a") + 1
    return int(unicodedata.normalize("NFKC", printed))
