"""Sentences in Japanese that list figures, each with its label before it: `在留邦人は382人（2018年）、留学生は45人である。`

Each clause says of its own figure what and whose it is; read as one line, all would be taken for the first.
"""

from __future__ import annotations

import re

from pipeline.outline.headings import NUMBER, likely_topic, read_head
from pipeline.publishers import Publisher
from pipeline.records import Block

WORDS = r"[^、。：:（）()0-9０-９\s]{2,40}?"
LEAD = re.compile(rf"(?P<label>{WORDS}(?:（[^（）]{{1,60}}）)?)[：:]\s?")
FIGURE = r"(?:約|およそ)?[0-9０-９](?:[,，.．]?[0-9０-９])*(?:百万|千万|[千万億兆])*(?:[0-9０-９]+万)?(?:円|米?ドル|ユーロ|[人名社件])"
ENDING = r"(?:である|であった|であり|で|となっている|となった|となり)?"
CLAUSE = re.compile(
    rf"(?:(?:また|さらに|なお|一方|他方)、)?(?P<label>{WORDS})(?P<is>[はが]、?)?{FIGURE}"
    rf"(?P<balance>の(?:黒字|赤字|出超|入超))?(?P<bracket>（[^（）]{{1,60}}）)?{ENDING}(?:、|。|\Z)"
)
PARTS = 2
"""So many parts has a line at least that is taken apart."""


def clauses_apart(text: str, block: Block, publisher: Publisher) -> list[Block]:
    """A line as its label, which heads it, and a block for each clause; empty unless all of it is read so.

    A bracket behind the last figure alone may say of all when they are of: those stay together.
    """
    words = text[block.body : block.end]
    number = NUMBER.match(words)
    first = number.end() if number else 0
    lead = LEAD.match(words, first)
    if lead and likely_topic(read_head(lead["label"]), publisher) is None:
        return []
    clauses = _clauses(words, lead.end() if lead else first)
    brackets = [clause["bracket"] is not None for clause in clauses]
    is_list = lead is not None or any(clause["is"] for clause in clauses)
    if not is_list or len(clauses) + bool(lead) < PARTS or (any(brackets) and not any(brackets[:-1])):
        return []
    if not all(clause["balance"] or _is_figure(clause["label"], publisher) for clause in clauses):
        return []
    starts = [clause.start() for clause in clauses]
    starts[0] = starts[0] if lead else 0
    spans = [(block.body + a, block.body + clause.end()) for a, clause in zip(starts, clauses, strict=True)]
    lines = [Block("paragraph", 0, a, b, block.line + text.count("\n", block.start, a), a) for a, b in spans]
    if lead is None:
        return lines
    end = block.body + len(words[: lead.end()].rstrip())
    return [block._replace(kind="heading" if number else "term", level=0, end=end), *lines]


def _clauses(words: str, at: int) -> list[re.Match[str]]:
    """The clauses from a place on, none if they do not reach to the end."""
    found: list[re.Match[str]] = []
    while clause := CLAUSE.match(words, at):
        found.append(clause)
        at = clause.end()
    return found if at == len(words) else []


def _is_figure(label: str, publisher: Publisher) -> bool:
    topic = likely_topic(read_head(label), publisher)
    return topic is not None and topic.indicator is not None
