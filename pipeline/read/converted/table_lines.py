"""Where the tables of a text are whose first column holds dates: their heads, in one line or two, and the lines below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.read.converted.date_lines import DateLine, date_line
from pipeline.read.converted.turn_runs import heads_in
from pipeline.read.layout import heads_a_column, heads_dates
from pipeline.read.line_breaks import PAGE_MARK

HEAD = re.compile(r"^[ \f]*+(?:[Yy]ear|YEAR|[Dd]ate|DATE|[Mm]onth|年|月|時期|期間)[^.:：。]{0,80}$", re.M)
CAPTION = re.compile(
    r"(?:[A-Z][a-z]+ )?[Ff]rom [^.]{2,40} to [^.)]{2,40}\Z|(?:[(（][0-9]{1,2}[)）]|[0-9]{1,2}[.．]) ?[^\W\d]|[①-⑳]|[IVX]{1,4}\. "
)
"""The caption of another table, or a heading with its number."""
MONTHS = re.compile(r"(?:\A| )(?:Month|month|月)\Z")
CELLS = re.compile(r"[|\t]")
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
DIGIT = re.compile(r"[0-9]")
WIDTHS = {**dict.fromkeys("fijlrtIJ.,-() ", 0.6), **dict.fromkeys("mwMW", 1.5)}
ROOM = 1.0
"""How much wider than others a date must be, in widths of a figure, to be surely so."""
NEW_PAGE = "\f"
SET_IN = 3
"""Words that are set in as far as this show that a text keeps its layout."""


class Head(NamedTuple):
    """The heads of the two columns of a table, which lines of the text they take, whether those keep their layout, and
    whether there is no third column."""

    words: tuple[str, str]
    begin: int
    end: int
    keeps_layout: bool
    is_pair: bool


class Body(NamedTuple):
    """The lines of a table by the blocks they stand in, which lines of the text it takes with its head, and whether it keeps
    its layout."""

    heads: tuple[str, str]
    begin: int
    end: int
    blocks: list[list[DateLine]]
    keeps_layout: bool

    @property
    def room(self) -> int:
        """How long the words of a line are at most."""
        return max(len(line.words) for block in self.blocks for line in block)

    @property
    def has_months(self) -> bool:
        """Whether the year of a row stands in a column of its own, or above the table."""
        kinds = {line.kind for block in self.blocks for line in block}
        return MONTHS.search(self.heads[0]) is not None or ("month" in kinds and not kinds & {"year", "open"})

    def beside_words(self, line: DateLine) -> str:
        """What of a date stands in the column beside the words."""
        return line.month if self.has_months else line.date


def bodies(lines: Sequence[str]) -> Iterator[Body]:
    """The tables of a text, each with what it has on the next pages below a head printed again; none with plain lines only."""
    heads = list(_heads(lines))
    at = 0
    for n, head in enumerate(heads):
        if head.begin < at or not head.is_pair:
            continue
        end, blocks = _blocks(lines, head, heads[n + 1 :])
        body = [line for block in blocks for line in block]
        keeps_layout = head.keeps_layout or _keeps_layout(body)
        at = end
        found = Body(head.words, head.begin, end, [list(map(date_line, block)) for block in blocks], keeps_layout)
        if any(line.date for block in found.blocks for line in block) and not any(map(CELLS.search, body)):
            apart = _laid_out(blocks) if keeps_layout else _in_order(found)
            yield found._replace(blocks=list(apart))


def _laid_out(blocks: Sequence[Sequence[str]]) -> Iterator[list[DateLine]]:
    """The lines of a table that keeps its layout: no date stands as far in as the words of other lines of the block do, nor
    beside words."""
    for block in blocks:
        places = [_place(line) for line in block if GAP.search(line)]
        far = min((place for place in places if place), default=1 << 30)
        yield [
            DateLine("", "", "", line.strip()) if _room(line) >= far else date_line(line)._replace(is_apart=True)
            for line in block
        ]


def _place(line: str) -> int:
    """Where the words beside a date begin, if a line has both."""
    found = date_line(line)
    return line.removeprefix(NEW_PAGE).rindex(found.words) if found.date and found.words else 0


def _in_order(body: Body) -> Iterator[list[DateLine]]:
    """The lines of a table that does not keep its layout: a date as wide as others that are printed together with the words
    beside them has none there."""
    beside = [body.beside_words(line) for block in body.blocks for line in block if line.date and line.words]
    least = min(map(_width, beside), default=float("inf")) + ROOM
    same = {DIGIT.sub("0", date) for date in beside}
    for block in body.blocks:
        dates = [body.beside_words(line) for line in block]
        are_apart = [_width(date) > least or DIGIT.sub("0", date) in same for date in dates]
        yield [line._replace(is_apart=is_apart) for line, is_apart in zip(block, are_apart, strict=True)]


def _width(words: str) -> float:
    """About how wide words are, whatever the font: in widths of a figure.

    >>> _width("May 2008") > _width("Jul. 2008")
    True
    """
    return sum(WIDTHS.get(sign, 1.0) for sign in words)


def _heads(lines: Sequence[str]) -> Iterator[Head]:
    """The heads of tables with two columns, in one line or in two, of which either may come first."""
    end = 0
    for n, line in enumerate(lines):
        first, *others = (heads_in(line) if HEAD.match(line) and n >= end else []) or [""]
        if not first:
            continue
        below = _next(lines, n + 1)
        above = next((m for m in range(n - 1, max(end, n - 2) - 1, -1) if lines[m].strip()), n)
        names = _names(lines, below)
        if others:
            begin, end, other = n, n + 1, others[0]
        elif _is_other(lines, below) and not _is_other(lines, _next(lines, below + 1)):
            begin, end, other = n, below + 1, lines[below].strip()
        elif above < n and _is_other(lines, above):
            begin, end, other = above, n + 1, lines[above].strip()
        elif names > below and _is_other(lines, names):
            begin, end, other = n, n + 1, lines[names].strip()
        else:
            continue
        parts = GAP.split(line.strip())
        is_pair = sum(not heads_dates(part) for part in parts) == 1 if len(parts) > 1 else not _are_others(other)
        yield Head((first, other), begin, end, len(parts) > 1, is_pair)


def _names(lines: Sequence[str], at: int) -> int:
    """The place of the first line with words that is no date alone."""
    return next((n for n in range(at, len(lines)) if lines[n].strip() and not _is_date(lines[n])), at)


def _is_date(line: str) -> bool:
    found = date_line(line)
    return bool(found.date) and not found.words


def _next(lines: Sequence[str], at: int) -> int:
    """The place of the next line with words, not far below."""
    return next((n for n in range(at, min(len(lines), at + 2)) if lines[n].strip()), len(lines))


def _is_other(lines: Sequence[str], at: int) -> bool:
    words = " ".join(lines[at].split()) if at < len(lines) else ""
    return heads_a_column(words) and not heads_dates(words)


def _are_others(words: str) -> bool:
    parts = words.split()
    return len(parts) > 1 and all(map(heads_a_column, parts))


def _blocks(lines: Sequence[str], head: Head, others: Sequence[Head]) -> tuple[int, list[list[str]]]:
    """The blocks of lines of a table, and where it ends: before a block that begins with no date, unless dates without
    words or a head stand above it."""
    again = {other.begin: other for other in others}
    blocks: list[list[str]] = []
    end = at = head.end
    is_open = True
    while at < len(lines):
        if _is_frame(lines, at) or (is_open and _is_other(lines, at)):
            at += 1
        elif at in again or (not is_open and heads_dates(" ".join(lines[at].split()))):
            is_new_page = lines[at].startswith(NEW_PAGE)
            is_below = blocks and _before(lines, at) == end
            if is_below and (CAPTION.match(lines[end - 1].strip()) if is_new_page else end == at):
                blocks[-1].pop()
                return _before(lines, end - 1), [block for block in blocks if block]
            if (blocks and not is_new_page) or at not in again:
                break
            at, is_open = again[at].end, True
        else:
            block = _block(lines, at, again)
            dated = [bool(date_line(line).date) for line in block]
            if not (is_open or dated[0] or (block[0].startswith(NEW_PAGE) and any(dated))):
                break
            inside = _inside(block, keeps_layout=head.keeps_layout or _keeps_layout(block))
            blocks += [block[:inside]] if inside else []
            end, at = at + inside, at + len(block)
            if inside < len(block):
                break
            is_open = _is_date(block[-1]) and date_line(block[-1]).kind != "month" or all(map(_is_date, block))
    return _before(lines, end), blocks


def _block(lines: Sequence[str], at: int, heads: Mapping[int, Head]) -> list[str]:
    """The lines from one on that follow each other, up to the next page, a head or a blank line."""
    stop = at + 1
    while not (stop >= len(lines) or stop in heads or _is_frame(lines, stop) or lines[stop].startswith(NEW_PAGE)):
        if heads_dates(lines[stop].strip()):
            break
        stop += 1
    return list(lines[at:stop])


def _is_frame(lines: Sequence[str], at: int) -> bool:
    """Whether a line has no words, or those that stand at the edges of pages."""
    words = lines[at].strip()
    is_top = lines[at].startswith(NEW_PAGE) and not _is_head_of_dates(words) and lines.count(lines[at]) > 1
    return not words or PAGE_MARK.fullmatch(words) is not None or is_top


def _is_head_of_dates(words: str) -> bool:
    return bool(heads_in(words)) or bool(date_line(words).date)


def _keeps_layout(lines: Sequence[str]) -> bool:
    return any(_room(line) >= SET_IN or GAP.search(line) for line in lines)


def _inside(block: Sequence[str], *, keeps_layout: bool) -> int:
    """How many of the lines of a block are those of a table: none is a heading with a number, and where they keep their
    layout, no words begin so far left as dates do."""
    left = min((_room(line) for line in block if date_line(line).date), default=-1) if keeps_layout else -1
    return next(
        (
            n
            for n, line in enumerate(block)
            if not date_line(line).date
            and (CAPTION.match(line.strip()) or (_room(line) <= left and not GAP.search(line)))
        ),
        len(block),
    )


def _room(line: str) -> int:
    """How much room there is before the words of a line."""
    bare = line.removeprefix(NEW_PAGE)
    return len(bare) - len(bare.lstrip())


def _before(lines: Sequence[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end
