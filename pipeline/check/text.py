"""Checks of the text: what looks like a fact and gave none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.registry import check
from pipeline.extract.facts import Facts, Note
from pipeline.extract.figures.lines.unlabelled import is_figure_alone
from pipeline.extract.figures.tables.year_rows import is_bare_row, is_year_row
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import find_dates, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.outline.headings import NUMBER, known_topic, likely_topic, read_head
from pipeline.publishers.groups import NUMERIC

DIGIT = re.compile(r"[0-9０-９]")
NUMBERS = re.compile(r"[0-9０-９]+")
FIGURE = re.compile(
    r"(?<![0-9０-９A-Za-z.,/．，-])(?:[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+|[0-9０-９]{2,}|[0-9０-９](?=[.．][0-9０-９]))(?:[.．][0-9０-９]+)?(?![0-9０-９.,/．，月日-])"
)
"""A number of two signs or more that is no part of a date in signs, or of a telephone number."""
LONGEST_TERSE, MOST_WORDS = 100, 14
FEW_NUMBERS, LONGEST_FOUND = 3, 200
VALUE = re.compile(r"\s*[^A-Za-z]{0,4}[0-9]")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
LATE_DAY = re.compile(
    r"\b[A-Z][a-z]{2,8}\.? (?:29|3[0-9]),? (?:1[6-9]|20)[0-9]{2}\b|\b(?:29|3[0-9]) [A-Z][a-z]{2,8}\.? (?:1[6-9]|20)[0-9]{2}\b"
)
LATE = re.compile(r"(?:29|3[0-9])(?:,? (?:1[6-9]|20)[0-9]{2}| [A-Z][a-z])")
"""What each such day has, and hardly a line: looked for first, since it is found by its first letter."""
LABEL_END = re.compile(r"[\s:：]")
TOLD = frozenset({"item", "prose", "source"})
NOTHING = re.compile(r"\W*+(?:(?:none|nil|n/a)\W*+)?", re.I)


def looks_like_fact(facts: Facts, line: Line) -> bool:
    """Whether a line that gave no fact looks as if it told one: a row of a table, or words with a date or an amount."""
    text = facts.words(line)
    if line.block.start in facts.header_starts or NOTHING.fullmatch(text):
        return False
    if line.role in ("row", "series"):
        return facts.header_above(line) != line.block  # a row that was read as the header of those below
    if line.role not in ("item", "prose") or not DIGIT.search(text):
        return False
    if not text.isascii() and _is_described(facts, text):
        return False
    if line.section.group in ("visits", "agreements") and YEAR.search(text):
        return True
    is_figured = len(NUMBERS.findall(text)) >= FEW_NUMBERS or is_year_row(text) or is_figure_alone(text)
    if is_figured and line.section.group in NUMERIC:
        return True
    if "\t" in text and is_bare_row(text):
        return True
    dates = [(date.start, date.end) for date in find_dates(text)]
    if dates or any(amount.unit for amount in find_amounts(text, skip=dates)):
        return True
    return is_terse(text) and len(FIGURE.findall(NUMBER.sub("", text, count=1))) >= (
        1 if line.section.group in NUMERIC else FEW_NUMBERS
    )


def is_terse(text: str) -> bool:
    """Whether a line states something in a few words rather than telling a story."""
    return len(text) <= LONGEST_TERSE and len(text.split()) <= MOST_WORDS and not text.rstrip().endswith((".", "。"))


def _is_described(facts: Facts, text: str) -> bool:
    """Whether a line in Japanese is a label of which no figures are looked for, and what it says: `兵役　徴兵制（18か月）`."""
    words = LABEL_END.split(NUMBER.sub("", text, count=1).strip(), maxsplit=1)
    topic = known_topic(read_head(words[0]), facts.outline.publisher) if len(words) > 1 else None
    return topic is not None and topic.name in ("profile_words", "parliament")


@check
def impossible_day(facts: Facts) -> Iterator[Note]:
    """A day that no month has, in the text: `February 30, 2004`."""
    for line in facts.outline.lines:
        place = line.block.body, line.block.end
        if line.role not in TOLD or not LATE.search(facts.text, *place):
            continue
        for match in LATE_DAY.finditer(facts.text, *place):
            if isinstance(parse_date(match[0]), Refusal):
                message = f"there is no such day: {match[0]}"
                yield facts.note_at("unrecognised_date", line, *match.span(), message, found=match[0])


@check
def unrecognised_amount(facts: Facts) -> Iterator[Note]:
    """A known label with digits behind its colon that are no amount and no date."""
    for index, line in enumerate(facts.outline.lines):
        if index in facts.used or line.role not in ("item", "prose"):
            continue
        label, colon, value = facts.words(line).partition(":")
        if not colon or not VALUE.match(value):
            continue
        topic = likely_topic(read_head(label), facts.outline.publisher)
        if topic and topic.indicator and not find_amounts(value) and not find_dates(value):
            start = line.block.body + len(label) + 1
            message = f"this should be an amount and was not understood: {value.strip()}"
            yield facts.note_at("unrecognised_amount", line, start, line.block.end, message, found=value.strip())


@check
def unrecognised_text(facts: Facts) -> Iterator[Note]:
    """Text that looks like a fact and nothing came out of it."""
    for index, line in enumerate(facts.outline.lines):
        if index not in facts.used and looks_like_fact(facts, line):
            message = "this looks like a fact and was not understood"
            found = facts.words(line)[:LONGEST_FOUND]
            yield facts.note_at("unrecognised_text", line, line.block.body, line.block.end, message, found=found)
