"""The ends of printed pages in a text: the number, the head of the next page, and the header of a table that goes on there."""

from __future__ import annotations

import re

from pipeline.read.converted.placed import NEW_PAGE
from pipeline.read.page.layout import heads_dates

NUMBER = re.compile(r"[ \t\f\u3000]{10,}[-–—]?[ ]?([0-9０-９]{1,3})[ ]?[-–—]?[ ]*")
OF_ALL = re.compile(r"[ \t]{0,99}(?:[Pp]age )?([0-9]{1,3})(?: ?(?:/|of) ?[0-9]{1,3})?[ \t]{0,9}")
"""A number right before a form feed or the end, wherever it stands in its line: `1/2`."""
FEWEST, FRONT = 2, 3
"""One number alone may be anything; so many of the first lines may be the head of all pages."""


def read_pages(text: str) -> str:
    r"""A text without the ends of its pages, if it numbers them from one on in the middle of lines of their own, or before
    form feeds.

    >>> print(read_pages("Basic\nYear  Name\n2001  A\n\n           1\n  Basic\n\nYear  Name\n2002  B\n\n           2\n"))
    Basic
    Year  Name
    2001  A
    2002  B
    """
    lines = text.split("\n")
    below = _closed(lines) if NEW_PAGE in text else frozenset()
    ends = [
        n
        for n, line in enumerate(lines)
        if n and not lines[n - 1].strip() and (NUMBER.fullmatch(line) or (n in below and OF_ALL.fullmatch(line)))
    ]
    if len(ends) < FEWEST or [_number(lines[n]) for n in ends] != list(range(1, len(ends) + 1)):
        return text
    heads = [_next(lines, n + 1) for n in ends]
    following = [_bare(lines[n]) for n in heads if n is not None]
    front = [_bare(line) for line in lines if line.strip()][:FRONT]
    running = {head for head in following if head in front or following.count(head) > 1}
    printed, at = list[str](), 0
    for end, head in zip(ends, heads, strict=True):
        printed += lines[at:end]
        known = {_bare(line) for line in printed}
        at = len(lines) if head is None else head
        if head is not None and _bare(lines[head]) in running:
            at = _next(lines, head + 1) or len(lines)
        if at < len(lines) and heads_dates(re.split(r"\s{2,}", lines[at].strip())[0]) and _bare(lines[at]) in known:
            at += 1
            while printed and not printed[-1].strip():
                printed.pop()
    return "\n".join([*printed, *lines[at:]]).rstrip("\n") + "\n" * (at < len(lines))


def _closed(lines: list[str]) -> frozenset[int]:
    """The last lines with words of pages that a form feed ends, and of the last page."""
    ends, last = set[int](), 0
    for n, line in enumerate(lines):
        if line.startswith(NEW_PAGE):
            ends.add(last)
        last = n if line.strip() else last
    return frozenset({*ends, last})


def _number(line: str) -> int:
    found = NUMBER.fullmatch(line) or OF_ALL.fullmatch(line)
    assert found is not None
    return int(found[1])


def _bare(line: str) -> str:
    return " ".join(line.split())


def _next(lines: list[str], at: int) -> int | None:
    """The place of the next line with words."""
    return next((n for n in range(at, len(lines)) if lines[n].strip()), None)
