"""The visitors of a row's cell, as they are read with what its columns, its language and the row above say."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.visits.in_japanese import in_english, is_ditto, is_japanese, visitors_in_japanese
from pipeline.extract.visits.tables.by_person import by_person
from pipeline.extract.visits.tables.fellows import Fellow
from pipeline.extract.visits.tables.words import unbroken
from pipeline.normalize.visitors import Visitor, parse_visitors
from pipeline.outline import Line
from pipeline.records import Span

UNDONE = re.compile(
    r"(?:was )?(?:cancell?ed|postponed|called off|not reali[sz]ed|planned|scheduled)"
    r"|(?:訪[問日])?(?:は)?(?:中止|延期|取りやめ|取り止め|見送り|キャンセル|予定)",
    re.I,
)
AS_ABOVE = "同上"


def cell_visitors(
    facts: Facts,
    line: Line,
    cell: Span,
    words: str,
    *,
    area: str | None,
    above: tuple[Visitor, ...],
    is_inverted: bool,
) -> tuple[Visitor, ...]:
    """The visitors of a row; `words` are those of its cell, `area` where they come from, `above` those of the row above.
    `is_inverted`: a cell of names stands before that of their offices."""
    if is_japanese(words) or is_ditto(words):
        return visitors_in_japanese(words, above, area)
    return tuple(map(in_english, _in_english_cell(facts, line, cell, words, area, is_inverted=is_inverted)))


def _in_english_cell(
    facts: Facts, line: Line, cell: Span, words: str, area: str | None, *, is_inverted: bool
) -> tuple[Visitor, ...]:
    """The visitors of a row, whose offices may stand in a cell of their own, and in whose words a line may end within a
    word."""
    printed, places = facts.text[cell.start : cell.end], list[int]()
    if is_inverted and (told := by_person(printed)):
        words, places, is_known = told
        if not is_known:
            message = "several visitors and several offices: who holds which of them is not said, and none is taken"
            facts.note("ambiguous_attachment", line, line.block.body, cell.end, message)
    elif "-\n" in printed:
        words, places = unbroken(words, printed)
    found = parse_visitors(words, area=area).visitors
    if not places:
        return found
    return tuple(one._replace(start=places[one.start], end=places[one.end - 1] + 1) for one in found)


def without_undone(facts: Facts, line: Line, cell: Span, visitors: tuple[Visitor, ...]) -> tuple[Visitor, ...]:
    """Those who came; who did not, or not yet, by the bracket behind his name, is told."""
    undone = [v for v in visitors if v.occasion and UNDONE.fullmatch(v.occasion)]
    if not undone:
        return visitors
    message = f"this visit did not take place, and is no row: {undone[0].occasion}"
    facts.note("misplaced_item", line, line.block.body, cell.end, message, found=undone[0].occasion)
    return tuple(v for v in visitors if v not in undone)


def as_above(facts: Facts, line: Line, found: list[Fellow]) -> list[Fellow]:
    """The visitors of a row with what the row above says, where a bracket or the cell for remarks says `同上`."""
    last = facts.visits[-1] if facts.visits else None
    if last is None or last.section != line.section.path:
        return found
    occasion, guest = last.occasion, last.guest_status
    return [
        one._replace(visitor=one.visitor._replace(occasion=occasion, guest_status=guest))
        if one.visitor.occasion == AS_ABOVE
        else one
        for one in found
    ]
