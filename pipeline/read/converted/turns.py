"""Tables whose columns take turns, as `pdftotext` prints them without `-layout`: some dates, then those who came on them.

Where each date stands before one block of words, those are a row. Else rows are told by order and count alone: a line that may
begin a visitor or go on with the one above it does what makes the counts agree, if only one choice does. No visitor then stands
before the dates above his own, or after the next ones. Where that is not sure the dates stand below the rows, in rows of their
own, and no visitor gets one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.patterns import has_japanese
from pipeline.read.converted.broken_words import joined
from pipeline.read.converted.column_rows import GOES_ON as HANGS
from pipeline.read.converted.column_rows import SURELY, Part, hangs, is_broken
from pipeline.read.converted.print_rows import HEADED, print_row
from pipeline.read.converted.turn_runs import DATE, MONTH_ALONE, Run, heads_in, runs_of

BEGINS, MAY, GOES_ON = "b", "m", "g"
DATE_LINE = re.compile(rf"^[ \t\f]*+(?:{DATE.pattern})[ \t]*+$", re.M)
NUMBERED = re.compile(r"[(（]?[0-9]{1,2}[)）.] ?\S|[IVX]{1,4}\. ")
LONGEST_HEAD, MOST_LINES, MOST_OPEN, FEWEST = 24, 600, 60, 2
"""No word that heads a column is longer; a table with more lines, or with more that may begin a row, is not tried; so many
rows show that dates alternate with words."""


def read_turns(text: str) -> str:
    r"""A text with such tables as rows of cells between pipes.

    >>> text = "Year\n2001 Jun.\n\nName\nMr. Goro Hasegawa, Adviser\n\n2002 Jul.\n2005 May\n\nMs. Chie Doi\nMr. Ueno\n"
    >>> print(read_turns(text))
    | Year | Name |
    |---|
    | 2001 Jun. | Mr. Goro Hasegawa, Adviser |
    | 2002 Jul. | Ms. Chie Doi |
    | 2005 May | Mr. Ueno |
    <BLANKLINE>
    """
    if not DATE_LINE.search(text):
        return text
    lines = text.split("\n")
    heads = {n: words for n, line in enumerate(lines) if len(line) <= LONGEST_HEAD and (words := heads_in(line))}
    printed, at = list[str](), 0
    for head, below in pairwise([*heads, len(lines)]):
        end = _end(lines, head, below)
        first, *others = heads[head]
        runs = runs_of(lines, head + 1, end, others)
        is_apart = not "".join(lines[head + 1 : head + 2]).strip()
        is_table = end - head < MOST_LINES and _has_columns(runs)
        pairs = _pairs(lines, runs) if is_table else []
        if pairs:
            end = pairs[-1][1].end
            rows = _printed([first, *runs[0].lines], _whole(pairs))
        else:
            rows = _table(first, runs, may_alternate=is_apart) if is_table and not others else []
        if rows:
            printed += [*lines[at:head], *rows, *([""] if "".join(lines[end : end + 1]).strip() else [])]
            at = end
    return "\n".join([*printed, *lines[at:]]) if at else text


def _end(lines: Sequence[str], head: int, below: int) -> int:
    """Where a table ends: before a number that heads what follows, or the caption of the next table, on whose page it stands
    in a line of its own; else at the end of the text."""
    end = next((n for n in range(head + 1, below) if not lines[n - 1].strip() and NUMBERED.match(lines[n])), below)
    if end == below < len(lines) and not lines[below].startswith("\f"):
        end = _before_blanks(lines, below)
        end -= end == below or not lines[end - 2].strip()
    return max(_before_blanks(lines, end), head + 1)


def _before_blanks(lines: Sequence[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end


def _has_columns(runs: Sequence[Run]) -> bool:
    """Whether only dates stand before the head of the second column, and words below it."""
    kinds = [run.kind for run in runs]
    if "head" not in kinds:
        return False
    first = kinds.index("head")
    is_one = "words" in kinds[first:] and set(kinds[:first]) <= {"date"}
    heads = [run.lines for run in runs if run.kind == "head"]
    return (
        is_one
        and all(len(lines) == 1 for lines in heads)
        and not any(has_japanese(line) for run in runs for line in run.lines)
    )


def _table(head: str, runs: Sequence[Run], *, may_alternate: bool) -> list[str]:
    """The rows of a table. The cells of a third column whose rows are not sure stand above those, in rows of their own.

    Columns surely take turns where dates stand right below each other, or the head of a third column below words. Where each
    date has its words below it, rows are only told if that is sure, and not at all where no blank line parts the heads.
    """
    heads = [n for n, run in enumerate(runs) if run.kind == "head"]
    end = heads[1] if len(heads) > 1 else len(runs)
    names, others = runs[:end], runs[end + 1 :]
    dates = [line for run in runs if run.kind == "date" for line in run.lines]
    is_mixed = any(run.kind != "words" for run in others)
    takes_turns = any(run.kind == "date" and len(run.lines) > 1 for run in runs) or len(names) > heads[
        0
    ] + 1 < end < len(runs)
    cells = None if is_mixed or not (takes_turns or may_alternate) else cells_of(names, len(dates))
    if not cells and not takes_turns:
        return []
    more = cells_of(others, len(dates), is_dated=False) if cells else None
    rows = [["", "", cell] for cell in ([] if more else loose(others))]
    if cells:
        columns = [dates, cells, *([more or [""] * len(dates)] if others else [])]
        rows += map(list, zip(*columns, strict=True))
    else:
        rows += [["", cell] for cell in loose(names)] + [[date, ""] for date in dates]
    return _printed([head, *(runs[n].lines[0] for n in heads[:2])], rows)


def _printed(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    return [print_row(heads), HEADED, *map(print_row, rows)]


def _pairs(lines: Sequence[str], runs: Sequence[Run]) -> list[tuple[Run, Run]]:
    """The dates of a table of two columns, each with its words, where they surely alternate: each begins a block, none lacks
    words, and only below the last of them there may be more, which is no part of the table."""
    last = max(n for n, run in enumerate(runs) if run.kind != "words")
    pairs = list(zip(runs[1 : last + 1 : 2], runs[2 : last + 2 : 2], strict=False))
    are_whole = runs[0].kind == "head" and len(pairs) >= FEWEST and last == 2 * len(pairs) - 1
    are_pairs = all((date.kind, words.kind, len(date.lines)) == ("date", "words", 1) for date, words in pairs)
    are_blocks = all(not lines[words.end].strip() for _, words in pairs[:-1])
    are_cells = not any(
        HANGS.match(words.lines[0]) or any(map(MONTH_ALONE.fullmatch, words.lines)) for _, words in pairs
    )
    is_last_whole = bool(pairs) and not any(map(DATE.match, pairs[-1][1].lines[1:]))  # no list goes on right below
    return pairs if are_whole and are_pairs and are_blocks and are_cells and is_last_whole else []


def _whole(pairs: Sequence[tuple[Run, Run]]) -> Iterator[Sequence[str]]:
    """The rows of such a table, lines of a cell that surely go on with the one above whole."""
    width = max(len(line) for _, words in pairs for line in words.lines)
    for date, words in pairs:
        yield *date.lines, "\n".join(_parted(words, "".join(_line_signs(words.lines, width))))


def loose(runs: Sequence[Run]) -> Iterator[str]:
    """The cells of a column, as far as they can be told without the dates."""
    for n, signs in _signs(runs).items():
        yield from _parted(runs[n], signs)


def cells_of(runs: Sequence[Run], rows: int, *, is_dated: bool = True) -> list[str] | None:
    """The cells of a column, if it has as many as there are rows and only one choice of lines that begin them agrees with
    all counts; `is_dated`: the dates stand among them. Only where they take turns does a line go on that may as well begin."""
    signs = _signs(runs)
    if sum(some.count(MAY) for some in signs.values()) > MOST_OPEN:
        return None
    ways: dict[int, list[str]] = {0: [""]}
    above = dates = 0
    may_go_on = is_dated and any(run.kind == "date" for run in runs[min(signs, default=0) :])
    for n, run in enumerate(runs):
        if run.kind == "date":
            above, dates = dates, dates + len(run.lines)
        elif run.kind == "words":
            choices = list(_choices(signs[n], may_go_on=may_go_on))
            ways = _further(ways, choices, range(above, dates + 1) if is_dated else range(rows))
    chosen = ways.get(rows, [])
    if len(chosen) != 1:
        return None
    choice = iter(chosen[0])
    return [cell for n in signs for cell in _parted(runs[n], "".join(next(choice) for _ in runs[n].lines))]


def _further(ways: dict[int, list[str]], choices: Sequence[str], tops: range) -> dict[int, list[str]]:
    """The ways to have some number of cells after one more run, two of each at most: a run begins at one of the `tops`."""
    found: dict[int, list[str]] = {}
    for count, some in ways.items():
        for choice in choices if count in tops else ():
            found.setdefault(count + choice.count(BEGINS), []).extend(one + choice for one in some)
    return {count: some[:2] for count, some in found.items()}


def _choices(signs: str, *, may_go_on: bool) -> Iterator[str]:
    """The ways to take lines that may begin a cell: all of them, none, and one of those between for each number."""
    most = signs.count(MAY)
    for count in range(most + 1) if may_go_on else (most,):
        chosen = signs.replace(MAY, BEGINS, count).replace(MAY, GOES_ON)
        yield from [chosen] * (2 if 0 < count < most else 1)


def _signs(runs: Sequence[Run]) -> dict[int, str]:
    """What each line of each run of words does: it begins a cell, goes on with the one above, or may do either. One that begins
    with the same word as another that surely does so, does so too."""
    words = {n: run.lines for n, run in enumerate(runs) if run.kind == "words"}
    width = max((len(line) for lines in words.values() for line in lines), default=0)
    signs = {n: "".join(_line_signs(lines, width)) for n, lines in words.items()}
    firsts = {
        line.split(" ", 1)[0] for n in words for line, sign in zip(words[n], signs[n], strict=True) if sign == BEGINS
    }
    return {
        n: "".join(
            BEGINS if line.split(" ", 1)[0] in firsts and sign == MAY else sign
            for line, sign in zip(words[n], signs[n], strict=True)
        )
        for n in words
    }


def _line_signs(lines: Sequence[str], width: int) -> Iterator[str]:
    cell: list[Part] = []
    for line in lines:
        part = Part(0, line)
        if not cell or not is_broken(cell, part, int(SURELY * width)):
            sign = BEGINS
        else:
            sign = GOES_ON if hangs(cell, part) else MAY
        yield sign
        cell = [*cell, part] if sign == GOES_ON else [part]


def _parted(run: Run, signs: str) -> list[str]:
    """The cells of a run, each in one line unless it is not sure what one of its lines does."""
    cells: list[str] = []
    for line, sign in zip(run.lines, signs, strict=True):
        if sign == BEGINS or not cells:
            cells.append(line)
        else:
            cells[-1] = joined(cells[-1], line) if sign == GOES_ON else f"{cells[-1]}\n{line}"
    return cells
