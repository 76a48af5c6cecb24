"""A text with one number beside its dates, read at once: most cells of tables and most lines of figures are that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.amounts.atoms import Atom, read_atom
from pipeline.normalize.amounts.exclusions import exclusion
from pipeline.normalize.amounts.far_words import are_close
from pipeline.normalize.amounts.known import read_known
from pipeline.normalize.amounts.last_words import last_words
from pipeline.normalize.amounts.numbers import ORDINAL, YEAR, Number, parse_number, scaled
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.ranges import may_lack_zeros
from pipeline.normalize.amounts.spelled import may_be_spelled
from pipeline.normalize.amounts.statuses import find_words
from pipeline.normalize.amounts.unread import has_number, unread_spans

LONGEST = 160
_NUMBER = r"([0-9]++(?:[.,'][0-9]++)*+)"
_PLAIN = re.compile(rf"([^0-9]*+){_NUMBER}(?:-{_NUMBER})?+([^0-9]*+)")
_DATED = re.compile(rf"\((?:(?:as of|in) )?(?:([a-z]{{3,9}}) )?{YEAR}\)\.?\Z")


def read_plain(page: Page, dates: Sequence[tuple[int, int]] = ()) -> tuple[Atom, ...] | None:
    """The one amount of a text, a number or the two ends of a range; none where the number is no amount, and `None` where
    the text may hold anything else.

    >>> from pipeline.normalize.amounts.lexicon import lexicon
    >>> from pipeline.normalize.amounts.model import UnitContext
    >>> texts = ["around 300", "loans: 5-6 billion yen (total)", "in 2012", "5 to 6"]
    >>> found = [read_plain(Page(text, text, UnitContext(), lexicon())) for text in texts]
    >>> [atoms and [atom.number.digits for atom in atoms] for atoms in found]
    [['300'], ['5', '6'], (), None]
    """
    found = _PLAIN.match(page.folded)
    if found is None:
        return None
    before, printed, upper, behind = found.groups()
    start, end = found.span(3 if upper else 2)
    if dates:
        if dates[0][0] < end or has_number(page.folded, end, dates):
            return None
    elif found.end() < len(page.folded) and not _ends_with_year(page, found.end()):
        return None
    number = parse_number(upper or printed)
    if number and number.note and "、" in page.text:
        return None
    atom = read_known(page, number, before, behind, start, end) if number else None
    if upper:
        has_label = ")" in before or (before and last_words(page, found.start(2)))
        return _range(parse_number(printed), atom) if atom and not has_label else None
    return (atom,) if atom else _read_alone(page, number, start, end)


def _range(number: Number | None, last: Atom) -> tuple[Atom, Atom] | None:
    """Both ends of `5-6 billion yen`: the second one's words are said of both."""
    if number is None or last.negative or not last.is_stated or number.has_unclear_point or number.is_like_a_year:
        return None
    if may_lack_zeros(number, last.number):
        return None
    if last.scale is not None and last.end == last.digits_end:
        return None
    first = Atom(number, last.start, last.end, last.digits_start, last.digits_end, scale=last.scale)
    return (first, last) if are_close(first, last) and scaled(number, 0) < scaled(last.number, 0) else None


def _ends_with_year(page: Page, place: int) -> bool:
    """Whether the figures at a place are the year of a date in brackets, which ends the text."""
    found = _DATED.match(page.folded, page.folded.rfind("(", 0, place))
    return found is not None and (found[1] is None or found[1] in page.lexicon.months)


def _read_alone(page: Page, number: Number | None, start: int, end: int) -> tuple[Atom, ...] | None:
    """The number with whatever words it has, as among other numbers, where nothing else in the text may be an amount."""
    folded = page.folded
    if folded[start - 1 : start] == "." or ")" in folded[:start] or find_words(page):
        return None
    if may_be_spelled(folded) or unread_spans(folded) or (start and last_words(page, start)):
        return None
    if number is None or ORDINAL.match(folded, end):
        return ()
    atom = read_atom(page, number, start, end, 0)
    return () if exclusion(page, atom) else (atom,)
