"""Plain text → blocks: what the layout of lines says, before anybody asks what the words mean.

People get a sheet's text with bullets and blank lines, with pipes between cells, with one cell a line, or hard-wrapped.
One document may mix them, so every rule here looks at a line and its neighbours only. Rows whose cells the print does
not part stay paragraphs: telling them needs to know what a date is, and `pipeline.outline` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.read.pipes import TextLine, read_pipes
from pipeline.read.tabs import is_japanese, read_tabs
from pipeline.read.wrapped import is_full, wrap_width
from pipeline.records import Block

BULLET = re.compile(r"(?:[•●○◦▪■□◆◇‣・·∙⋅►▶➢➤✓]\s*|[-*–—]\s+|[-*–—]$)")
PAGE_MARK = re.compile(r"[-–—]\s?[0-9]{1,3}\s?[-–—]|[Pp]age [0-9]{1,3}(?: (?:of|/) [0-9]{1,3})?")
"""A line with the number of a page, as printing leaves it in a text."""
HASH = re.compile(r"(#{1,6}) +(?=\S)")
"""The sign of a heading in Markdown, as deep as it is long."""
PIPE_RULE = re.compile(r"[-|:= \t]*+\Z")
SENTENCE_END = re.compile(r"[.:;!?。）)\]]['\"”’]?\Z")
SHORTENED = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{0,2}\.\Z")
"""A word like `Ms.` or `H.E.`, whose full stop ends no sentence."""
DANGLING = re.compile(
    r"(?:,|-|\b(?:and|or|the|a|an|of|for|in|to|on|by|with|from|at|as|its|their|between|Prime|Vice))\Z"
)
STARTS_ROW = re.compile(
    r"[(（]?[0-9A-Z]?[0-9]|\.\s?(?:1[0-2]|[1-9])\s+[A-Z]"
    r"|(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|(?:Nov|Dec)(?:ember)?)(?-i:(?![a-z]|[A-Z]{2}))",
    re.I,
)
"""A number or a month, which may be run together with a name, but is no word's beginning (`marine products`)."""
OPEN_DATE = re.compile(
    r"\b(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)(?: [0-3]?[0-9],?)?\Z"
)
YEAR_BEHIND = re.compile(r"[12][0-9]{3}(?=[,.;:)]|\Z)")
"""A date that is broken before its year: `… on August 16,` and `1960, and …`."""
AWAITS_DATE = re.compile(r"\b(?:in|on|since|until|from|between|during|the|an?|its|their|of)\Z")
"""A line broken before its date or a number: `… paid a visit to Japan in` and `December 2001, when …`."""
RANKED = re.compile(r"[1-9][0-9]{0,2}(?:st|nd|rd|th) [a-z]")
"""A rank before a word in small letters begins no row: `… celebrated the historic` and `90th anniversary of …`."""
SENTENCE_WITHIN = re.compile(r"[a-z)]{2}\. [A-Z][a-z]")
"""Lines of which one holds the end of a sentence are running text: the next may begin with a name."""
COUNTED = re.compile(r"[(（]?[0-9A-Z]{1,2}[.)）]\s")
"""The number of an item, or of a heading."""
MIN_WRAPPED, HANGING = 45, 2
"""A shorter line was not broken for want of room; a line set in by this much more hangs on the one above."""


def read_blocks(text: str) -> list[Block]:
    r"""The layout blocks of a plain text, in order, covering every character that is not white space.

    >>> [b.kind for b in read_blocks("Trade with Japan:\n\n  • Exports: 1 yen\n2006 | Taro Aso |\n")]
    ['paragraph', 'item', 'row']
    """
    lines = list(_lines(text))
    width = wrap_width(text, lines)
    blocks: list[Block] = []
    i = 0
    while i < len(lines):
        line = lines[i]
        words = text[line.start : line.end]
        if PAGE_MARK.fullmatch(words):
            blocks.append(Block("furniture", 0, line.start, line.end, line.number, line.start))
            i += 1
        elif PIPE_RULE.match(words) and "--" in words:
            if (
                blocks and blocks[-1].kind == "row" and not line.after_blank
            ):  # what stands above the rule heads the table
                blocks[-1] = blocks[-1]._replace(kind="header")
            blocks.append(Block("furniture", 0, line.start, line.end, line.number, line.start))
            i += 1
        elif hashes := HASH.match(words):
            body = line.start + hashes.end()
            blocks.append(Block("heading", len(hashes[1]), line.start, line.end, line.number, body))
            i += 1
        elif "|" in words:
            i = read_pipes(text, lines, i, blocks)
        else:
            after = read_tabs(text, lines, i, blocks)
            i = after if after > i else _read_words(text, lines, i, blocks, width)
    return blocks


def _lines(text: str) -> Iterator[TextLine]:
    start, blank = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            yield TextLine(start + indent, start + indent + len(words), number, indent, blank)
        blank = not words
        start += len(raw) + 1


def _read_words(text: str, lines: list[TextLine], i: int, blocks: list[Block], width: int | None) -> int:
    """A bullet or a paragraph, with the lines that only continue it. Returns the index after it."""
    first = lines[i]
    bullet = BULLET.match(text, first.start, first.end)
    last, i = first, i + 1
    while i < len(lines) and (_goes_on(text, first, last, lines[i], width) or _continues(text, first, last, lines[i])):
        last, i = lines[i], i + 1
    if bullet:
        level = 1 + first.indent // 4
        blocks.append(Block("item", level, first.start, last.end, first.number, bullet.end()))
    else:
        blocks.append(Block("paragraph", 0, first.start, last.end, first.number, first.start))
    return i


def _goes_on(text: str, first: TextLine, line: TextLine, following: TextLine, width: int | None) -> bool:
    """Whether a line was broken for want of room, in a text of one width; only in a paragraph does it then end a sentence or
    stand before a number."""
    before, after = text[line.start : line.end], text[following.start : following.end]
    if following.after_blank or not is_full(text, line, following, width) or "|" in after or BULLET.match(after):
        return False
    is_paragraph = not STARTS_ROW.match(text, first.start) and not BULLET.match(text, first.start)
    if SENTENCE_END.search(before) and not SHORTENED.search(before):
        return is_paragraph and before.endswith(".") and not STARTS_ROW.match(after)
    return not STARTS_ROW.match(after) or (is_paragraph and COUNTED.match(after) is None)


def _continues(text: str, first: TextLine, line: TextLine, following: TextLine) -> bool:
    """Whether a line goes on with the block that began at `first`, after a hard line break behind `line`.

    It does when a bracket is still open, when it is set further in than the block's first line, or when a line that was
    broken for want of room stops in the middle of a sentence.
    """
    before, after = text[line.start : line.end], text[following.start : following.end]
    if following.after_blank or "|" in after or HASH.match(after) or ("\t" in after and is_japanese(after)):
        return False
    if text[following.start - 1] == "\t" and is_japanese(before + after):
        return False  # what is said of a label stands below it and is set in
    block = text[first.start : line.end]
    is_open = block.count("(") > block.count(")")
    if YEAR_BEHIND.match(after) and OPEN_DATE.search(before) and (is_open or len(before) >= MIN_WRAPPED):
        return True
    is_row = STARTS_ROW.match(block) is not None
    if len(before) >= MIN_WRAPPED and not is_row and STARTS_ROW.match(after) and AWAITS_DATE.search(before):
        return True
    is_ranked = len(before) >= MIN_WRAPPED and not is_row and RANKED.match(after) is not None
    if BULLET.match(after) or (STARTS_ROW.match(after) and not is_ranked):
        return False
    if is_open and ")" in after:
        return True
    if SENTENCE_END.search(before):
        return False
    if following.indent >= first.indent + HANGING:
        return True
    if len(before) < MIN_WRAPPED:
        return False
    is_prose = not is_row and SENTENCE_WITHIN.search(block) is not None
    return after[0].islower() or is_ranked or DANGLING.search(before) is not None or is_prose
