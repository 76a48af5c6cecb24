"""Line breaks in a text: whether a line goes on with the one above it, by the print and the words on both sides."""

from __future__ import annotations

import re

from pipeline.patterns import ERA, has_japanese
from pipeline.read.text.dates import MONTH_NAME, YEAR, is_date
from pipeline.read.text.line_ends import DANGLING, SENTENCE_END, is_ended
from pipeline.read.text.pipes import TextLine
from pipeline.read.text.wrapped import is_full

BULLET = re.compile(r"(?:[•●○◦▪■□◆◇☆★◎‣・·∙⋅►▶➢➤✓]\s*|[-*–—]\s+|[-*–—]$|[o§\uf0a7\uf0b7](?:\t|  +))")
"""A sign that begins an item; a letter that Word prints as one, before a tab or more room than words have."""
PAGE_MARK = re.compile(r"[-–—]\s?[0-9]{1,3}\s?[-–—]|[Pp]age [0-9]{1,3}(?: (?:of|/) [0-9]{1,3})?")
"""A line with the number of a page, as printing leaves it in a text."""
HASH = re.compile(r"(#{1,6}) +(?=\S)")
"""The sign of a heading in Markdown, as deep as it is long."""
STARTS_ROW = re.compile(
    r"[(（]?[0-9A-Z０-９]?[0-9０-９]|\.\s?(?:1[0-2]|[1-9])\s+[A-Z]"
    rf"|{MONTH_NAME}(?-i:(?![a-z]|[A-Z]{{2}}))"
    rf"|(?:同年|同[月日]|{ERA}[0-9０-９元]{{1,2}}年)(?:[0-9０-９]{{1,2}}月(?:[0-9０-９]{{1,2}}日)?)?[ \t\u3000]+\S",
    re.I,
)
"""A number or a month, also one in Japanese with what happened behind it, which may be run together with a name, but is no
word's beginning (`marine products`)."""
OPEN_DATE = re.compile(
    r"\b(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)(?: [0-3]?[0-9],?)?\Z"
)
YEAR_BEHIND = re.compile(r"(?:[0-3]?[0-9], )?[12][0-9]{3}(?=[,.;:)]| [a-z]|\Z)")
"""A date that is broken before its year or day: `… on August 16,` and `1960, and …`, `… in September` and `1944 and …`."""
YEAR_CLOSES = re.compile(r"[12][0-9]{3}\)")
"""The end of a bracket that is broken before its year: `(until FY` and `2016)`."""
AWAITS_DATE = re.compile(r"\b(?:in|on|since|until|from|between|during|the|an?|its|their|of)\Z")
"""A line broken before its date or a number: `… paid a visit to Japan in` and `December 2001, when …`."""
RANKED = re.compile(r"[1-9][0-9]{0,2}(?:st|nd|rd|th) [a-z]")
"""A rank before a word in small letters begins no row: `… celebrated the historic` and `90th anniversary of …`."""
SENTENCE_WITHIN = re.compile(r"[a-z)]{2}\. (?:[A-Z]|A )[a-z]")
"""Lines of which one holds the end of a sentence are running text: the next may begin with a name."""
COUNTED = re.compile(r"[(（]?(?:[0-9A-Z]{1,2}|[a-z])[.)）]\s")
"""The number of an item, or of a heading."""
LABEL = re.compile(
    r"[(（]?[0-9０-９]{1,2}[.．)）]?[ \u3000]*(?:[ぁ-ヿ一-鿿々・]|[A-Z]{2,4}(?![a-z])){2,16}(?:[(（][^()（）]{1,30}[)）])?"
)
"""A numbered label in Japanese and nothing more: what is set in below it is its value."""
NUMBERED_HEAD = re.compile(r"[(（]?(?:[0-9]{1,2}|[A-Z]|[ivx]{1,4})[.)）]\s[A-Z][^:.;\n]{2,60}(?:\([^()\n]{1,100}\))?")
LABELLED = re.compile(r"[A-Z][^:.;()\n]{2,60}(?:\([^()\n]{1,40}\))?:\s?\S")
MIN_WRAPPED, NARROWEST, HANGING = 45, 25, 2
"""A shorter line was not broken for want of room, in a narrow column even one so long; a line set in by this much more hangs
on the one above."""


def continues(text: str, first: TextLine, line: TextLine, following: TextLine, width: int | None) -> bool:
    """Whether a line goes on with the block that began at `first`, after a hard line break behind `line`.

    `width` is the one at which all lines of the text were broken.
    """
    if following.after_blank or "|" in text[following.start : following.end]:
        return False
    return _had_no_room(text, first, line, following, width) or _goes_on(text, first, line, following)


def _had_no_room(text: str, first: TextLine, line: TextLine, following: TextLine, width: int | None) -> bool:
    """Whether a line was broken for want of room, in a text of one width; only in a paragraph does it then end a sentence or
    stand before a number."""
    before, after = text[line.start : line.end], text[following.start : following.end]
    if not is_full(text, line, following, width) or BULLET.match(after):
        return False
    is_paragraph = not STARTS_ROW.match(text, first.start) and not BULLET.match(text, first.start)
    if is_ended(before):
        return is_paragraph and before.endswith(".") and not STARTS_ROW.match(after)
    if not STARTS_ROW.match(after):
        return True
    return is_paragraph and COUNTED.match(after) is None and not _is_next_date(text, first, before, after)


def _is_next_date(text: str, first: TextLine, before: str, after: str) -> bool:
    """Whether a line that is a date alone begins a row below words that fill their line by chance, and no sentence runs into
    it. A year alone, which may end a name (`Expo 1970`), does so only where a date stands above the block too."""
    if not is_date(after) or AWAITS_DATE.search(before) or DANGLING.search(before):
        return False
    return YEAR.fullmatch(after) is None or is_date(text[: first.start].rstrip().rpartition("\n")[2].strip())


def _goes_on(text: str, first: TextLine, line: TextLine, following: TextLine) -> bool:
    """Whether a line goes on with the block above it, wherever lines end.

    It does when a bracket is still open, when it is set further in than the block's first line, or when a line that was
    broken for want of room stops in the middle of a sentence.
    """
    before, after = text[line.start : line.end], text[following.start : following.end]
    if HASH.match(after) or ("\t" in after and has_japanese(after)):
        return False
    if text[following.start - 1] == "\t" and has_japanese(before + after):
        return False  # what is said of a label stands below it and is set in
    block = text[first.start : line.end]
    is_open = block.count("(") > block.count(")")
    if YEAR_BEHIND.match(after) and OPEN_DATE.search(before) and (is_open or len(before) >= NARROWEST):
        return True
    if is_open and YEAR_CLOSES.match(after):
        return True
    is_row = STARTS_ROW.match(block) is not None
    if is_open and ")" in after and AWAITS_DATE.search(before):
        return True
    if len(before) >= NARROWEST and not is_row and STARTS_ROW.match(after) and AWAITS_DATE.search(before):
        return True
    is_ranked = len(before) >= MIN_WRAPPED and not is_row and RANKED.match(after) is not None
    if BULLET.match(after) or (STARTS_ROW.match(after) and not is_ranked):
        return False
    if is_open and ")" in after:
        return True
    if SENTENCE_END.search(before):
        return False
    if following.indent >= first.indent + HANGING and not COUNTED.match(after):
        return not _heads(block, after)
    if len(before) < MIN_WRAPPED:
        return len(before) >= NARROWEST and after[0].islower() and len(after.split()) > 1
    is_prose = not is_row and SENTENCE_WITHIN.search(block) is not None
    return after[0].islower() or is_ranked or DANGLING.search(before) is not None or is_prose


def _heads(block: str, after: str) -> bool:
    """Whether a short line with a number and plain words heads a line that is set in below it: `(1) Diplomatic relations`; or
    one with a number any words over a label and its value: `1. Trade with Japan` over `Exports: 3 billion yen`."""
    if LABEL.fullmatch(block):
        return True
    if NUMBERED_HEAD.fullmatch(block) and LABELLED.match(after) and not DANGLING.search(block):
        return True
    number = COUNTED.match(block)
    if number is None or len(block) >= MIN_WRAPPED or not after[0].isupper() or DANGLING.search(block):
        return False
    words = block[number.end() :]
    return words[-1:].islower() and words.split()[-1].islower() and not any(map(str.isdigit, words))
