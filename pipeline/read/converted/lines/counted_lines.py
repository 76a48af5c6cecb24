"""Items of a count that a program printed behind each other in one line → a line each: `1．面積45万㎢ 2．人口974万人 3．首都…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.read.converted.placed import indent

NUMBER = re.compile(r"(?:(?<=\s)|^)([0-9]{1,2})(?:．(?=[^\s0-9])|\. ?(?=[A-Zぁ-ヿ一-鿿]))")
FEWEST = 3
"""A count goes so far at least, from one on."""


def read_counted_lines(text: str) -> str:
    r"""A text with such lines broken before each number.

    >>> print(read_counted_lines("1．面積45万㎢ 2．人口974万人 3．首都ストックホルム\n1. A 2. B\nNo. 1. A"))
    1．面積45万㎢
    2．人口974万人
    3．首都ストックホルム
    1. A 2. B
    No. 1. A
    """
    if "．" not in text and "3. " not in text:
        return text
    return "\n".join(part for line in text.split("\n") for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    """The items of a line; the line itself where it holds no count from one on."""
    start, places = indent(line), list[int]()
    for number in NUMBER.finditer(line, start):
        if int(number[1]) == len(places) + 1:
            places.append(number.start())
    if len(places) < FEWEST or places[0] != start:
        yield line
        return
    for at, end in zip(places, [*places[1:], len(line)], strict=True):
        yield line[:start] + line[at:end].rstrip()
