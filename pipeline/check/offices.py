"""Checks of how offices are printed: words out of order, an institution for its holder, a plural over one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.check.registry import at_row, check
from pipeline.check.slips.page import like
from pipeline.extract.facts import Facts, Note
from pipeline.normalize.visit.lexicon import TITLES
from pipeline.normalize.visit.text.typos import domain_typo
from pipeline.normalize.visitors import parse_visitors

WORD = re.compile(r"[A-Za-z]{6,}")
MINISTRY = re.compile(
    r"(?:(?<=[|\n0-9.:])|^)\s{0,40}+(?:[A-Z][a-z]{2,8}\.?\s)?[\s|]{0,40}+(?:the )?(Ministry)(?= (?:of|for) )", re.M
)
MINISTRY_BEHIND = re.compile(r",\s{0,40}(?:the )?(Ministry)(?= (?:of|for) )")
BRACKETS = re.compile(r"\([^()]*\)")
LONG_WORD = 8
PLURAL = re.compile(r"their .{0,20}(?:majesties|highnesses)|T\.\s?I\.\s?H|T\.\s?M\b", re.I)
SEVERAL = re.compile(r"\band\b|&|,|\bcouple\b|\bfamily\b", re.I)


@check
def words_of_offices(facts: Facts) -> Iterator[Note]:
    """A misspelt word of an office: `Minister of Ecomony`. Where no full name was read, the whole row may be it."""
    told = {at for note in facts.notes if note.rule == "likely_typo" for at in range(note.start, note.end)}
    for row in facts.visits:
        is_named = row.main_name and row.other_names
        printed = row.office_printed if is_named else BRACKETS.sub(" ", row.quote)
        for word, right in _misspelt(printed or ""):
            at = facts.text.find(word, row.char_start, row.char_end)
            if at < 0 or at in told:
                continue
            told.update(range(at, at + len(word)))
            suggestion = like(word, right)
            yield at_row(
                "likely_typo", row, f"{word} is probably a slip for {suggestion}",
                expected=suggestion, found=word, suggestion=suggestion,
            )._replace(start=at, end=at + len(word))  # fmt: skip


@lru_cache(4096)
def _misspelt(printed: str) -> tuple[tuple[str, str], ...]:
    """The misspelt words of an office, each with the one that it is meant for."""
    return tuple((word, right) for word in WORD.findall(printed) if (right := _meant(word.lower())))


@cache
def _by_letters() -> dict[str, list[str]]:
    """The words of offices by their letters in the order of the alphabet."""
    known: dict[str, list[str]] = defaultdict(list)
    for word in TITLES.domain:
        known["".join(sorted(word))].append(word)
    return known


@lru_cache(16384)
def _meant(word: str) -> str | None:
    """The word of offices that a misspelt one is meant for: the same letters in another order, or one letter off."""
    if word in TITLES.domain:
        return None
    return _reordered(word) or (domain_typo(word) if len(word) >= LONG_WORD else None)


def _reordered(word: str) -> str | None:
    """The one word of offices that has the same letters, the first and last in their places."""
    found = [one for one in _by_letters().get("".join(sorted(word)), ()) if (one[0], one[-1]) == (word[0], word[-1])]
    return found[0] if len(found) == 1 else None


@check
def institution_for_office(facts: Facts) -> Iterator[Note]:
    """A ministry in the place of its minister: `Ministry of Interior Hamed Bakayoko` is a person once it says Minister."""
    for line in facts.outline.lines if "Ministry" in facts.text else ():
        words = facts.words(line) if line.role in ("row", "item") else ""
        if "Ministry" not in words or line.section.group != "visits":
            continue
        for match in MINISTRY.finditer(words):
            cell = words[match.start(1) :].split("\n")[0].split("|")[0].strip()
            visitors = parse_visitors("Minister" + cell.removeprefix(match[1])).visitors
            if visitors and visitors[0].visitor_kind == "person" and visitors[0].main_name:
                start = line.block.body + match.start(1)
                message = f"an institution stands where an office belongs, before {visitors[0].main_name}"
                told = {"expected": "Minister", "found": match[1], "suggestion": "Minister"}
                yield facts.note_at("likely_typo", line, start, start + len(match[1]), message, **told)


@check
def institution_behind_name(facts: Facts) -> Iterator[Note]:
    """The same behind the name: `Mr. Ridvan Bode, Ministry of Finance` is its minister, or somebody whose office is missing."""
    for row in facts.visits:
        is_bare = row.main_name and row.office is None and row.char_end is not None
        behind = MINISTRY_BEHIND.match(facts.text, row.char_end) if is_bare else None
        if behind:
            start, end = behind.span(1)
            yield at_row(
                "likely_typo", row, f"an institution stands where an office belongs, behind {row.main_name}",
                expected="Minister", found=behind[1], suggestion="Minister",
            )._replace(start=start, end=end)  # fmt: skip


@check
def plural_over_one(facts: Facts) -> Iterator[Note]:
    """A plural form of address over one person: `Their Imperial Highnesses the Crown Prince`."""
    sizes: dict[str, int] = defaultdict(int)
    for row in facts.visits:
        sizes[row.visit_group] += 1
    for row in facts.visits:
        plural = row.honorific is not None and PLURAL.match(row.honorific)
        if plural and sizes[row.visit_group] == 1 and row.visitor_kind != "group" and not SEVERAL.search(row.quote):
            message = f"{row.honorific} is said of several, and one stands here"
            yield at_row("likely_typo", row, message, found=row.honorific)
