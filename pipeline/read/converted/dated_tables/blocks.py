"""The lines below the head of a table in a text, by the blocks they stand in, up to where something else begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from pipeline.read.converted.dated_tables.date_lines import date_line, is_date_alone
from pipeline.read.converted.dated_tables.heads import GAP, Head, heads_in, is_other
from pipeline.read.converted.placed import NEW_PAGE, indent
from pipeline.read.page.layout import heads_dates
from pipeline.read.text.line_breaks import PAGE_MARK

CAPTION = re.compile(
    r"(?:[A-Z][a-z]+ )?[Ff]rom [^.]{2,40} to [^.)]{2,40}\Z|(?:[(（][0-9]{1,2}[)）]|[0-9]{1,2}[.．]) ?[^\W\d]|[①-⑳]|[IVX]{1,4}\. "
    r"|[往来][訪日]?(?:[(（][^()（）]*[)）])?\Z"
)
"""The caption of another table, or a heading with its number."""
SET_IN = 3
"""Words that are set in as far as this show that a text keeps its layout."""


def blocks_of(
    lines: Sequence[str], head: Head, again: Mapping[int, Head], tops: Collection[str]
) -> tuple[int, list[list[str]]]:
    """The blocks of lines of a table, and where it ends: before a block that begins with no date, unless dates without
    words or a head stand above it. `tops` are the lines with which several pages begin."""
    blocks: list[list[str]] = []
    end = at = head.end
    is_open = True
    while at < len(lines):
        if _is_frame(lines[at], tops) or (is_open and is_other(lines, at)):
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
            block = _block(lines, at, again, tops)
            dated = [bool(date_line(line).date) for line in block]
            if not (is_open or dated[0] or (block[0].startswith(NEW_PAGE) and any(dated))):
                break
            inside = _inside(block, is_laid_out=head.keeps_layout or keeps_layout(block))
            blocks += [block[:inside]] if inside else []
            end, at = at + inside, at + len(block)
            if inside < len(block):
                break
            is_open = (is_date_alone(block[-1]) and date_line(block[-1]).kind != "month") or all(
                map(is_date_alone, block)
            )
    return _before(lines, end), blocks


def _block(lines: Sequence[str], at: int, heads: Mapping[int, Head], tops: Collection[str]) -> list[str]:
    """The lines from one on that follow each other, up to the next page, a head or a blank line."""
    stop = at + 1
    while not (stop >= len(lines) or stop in heads or _is_frame(lines[stop], tops) or lines[stop].startswith(NEW_PAGE)):
        if heads_dates(lines[stop].strip()):
            break
        stop += 1
    return list(lines[at:stop])


def _is_frame(line: str, tops: Collection[str]) -> bool:
    """Whether a line has no words, or those that stand at the edges of pages."""
    words = line.strip()
    is_top = line in tops and not _is_head_of_dates(words)
    return not words or PAGE_MARK.fullmatch(words) is not None or is_top


def _is_head_of_dates(words: str) -> bool:
    return bool(heads_in(words)) or bool(date_line(words).date)


def keeps_layout(lines: Sequence[str]) -> bool:
    """Whether lines are printed as the page had them, with the words of a column set in or behind gaps."""
    return any(room(line) >= SET_IN or GAP.search(line) for line in lines)


def _inside(block: Sequence[str], *, is_laid_out: bool) -> int:
    """How many of the lines of a block are those of a table: none is a heading with a number, and where they keep their
    layout, no words begin so far left as dates do."""
    left = min((room(line) for line in block if date_line(line).date), default=-1) if is_laid_out else -1
    return next(
        (
            n
            for n, line in enumerate(block)
            if not date_line(line).date
            and (CAPTION.match(line.strip()) or (room(line) <= left and not GAP.search(line)))
        ),
        len(block),
    )


def room(line: str) -> int:
    """How much room there is before the words of a line."""
    return indent(line.removeprefix(NEW_PAGE))


def _before(lines: Sequence[str], end: int) -> int:
    while end and not lines[end - 1].strip():
        end -= 1
    return end
