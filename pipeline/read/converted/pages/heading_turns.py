"""Headings of two columns one after the other, their texts below in the same order, as `pdftotext` without `-layout` prints a
page in columns: `1. Relations`, `4. Trade`, then what stood below each.

The numbers tell it, since they leave out some that come later. Which text is whose is sure where there are as many as
headings; else all stand below a heading without words, and no text is taken for what the last of the headings names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

NUMBERED = re.compile(r"([0-9]{1,2})\. ?[^\W\d_]")
BELOW = re.compile(rf"\n{NUMBERED.pattern}")
"""It begins with the end of the line above, so that `re` leaps from one to the next."""
FEWEST = 3
"""So many numbered headings has a page with two columns."""
Lines = list[str]


def read_heading_turns(text: str) -> str:
    r"""A text with each of such headings above its own text.

    >>> page = "1. Relations\n\n3. Trade\n\nSince 1905.\n\n217 billion yen\n\n2. Residents\n41\n\n4. Aid\nNone"
    >>> read_heading_turns(page).split("\n\n")[:4]
    ['1. Relations', 'Since 1905.', '3. Trade', '217 billion yen']
    >>> read_heading_turns(page.replace("Since 1905.\n\n", "")).split("\n\n")[:4]
    ['1. Relations', '3. Trade', '# 1. 3.', '217 billion yen']
    """
    if len(BELOW.findall(f"\n{text}")) < FEWEST:
        return text
    blocks = [list(some) for _, some in groupby(text.split("\n"), lambda line: not line.strip())]
    places = [n for n, block in enumerate(blocks) if NUMBERED.match(block[0])]
    numbers = [_number(blocks[n]) for n in places]
    if numbers == sorted(numbers) or sorted(numbers) != list(range(1, len(numbers) + 1)):
        return text
    at, printed = 0, list[Lines]()
    for headings, below in _turns(blocks, places):
        texts = [block for block in blocks[headings[-1] + 1 : below] if block[0].strip()]
        printed += blocks[at : headings[0]]
        printed += _in_order([blocks[n] for n in headings], texts)
        at = below
    return "\n".join(line for block in [*printed, *blocks[at:]] for line in block)


def _turns(blocks: Sequence[Lines], places: Sequence[int]) -> Iterator[tuple[list[int], int]]:
    """The places of headings without a text that follow each other though their numbers do not, and of the next heading."""
    run: list[int] = []
    for place, below in pairwise([*places, len(blocks)]):
        run.append(place)
        is_bare = len(blocks[place]) == 1
        if is_bare and below - place == 2 and below < len(blocks) and len(blocks[below]) == 1:
            continue
        numbers = [_number(blocks[n]) for n in run]
        if is_bare and any(after != before + 1 for before, after in pairwise(numbers)):
            yield run, below
        run = []


def _in_order(headings: Sequence[Lines], texts: Sequence[Lines]) -> Iterator[Lines]:
    """Headings and their texts, with blank lines between."""
    if len(headings) == len(texts):
        ordered = [block for pair in zip(headings, texts, strict=True) for block in pair]
    else:
        ordered = [*headings, [f"# {' '.join(f'{_number(one)}.' for one in headings)}"], *texts]
    for block in ordered:
        yield from (block, [""])


def _number(block: Lines) -> int:
    found = NUMBERED.match(block[0])
    assert found is not None
    return int(found[1])
