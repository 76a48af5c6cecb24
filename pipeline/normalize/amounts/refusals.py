"""Why a text has no amount, for those who ask: the first number of it tells."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.normalize.amounts.atoms import read_atom
from pipeline.normalize.amounts.exclusions import exclusion
from pipeline.normalize.amounts.lexicon import lexicon
from pipeline.normalize.amounts.model import UnitContext
from pipeline.normalize.amounts.numbers import NUMBER, ORDINAL, fold, parse_number
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.spelled import may_be_spelled
from pipeline.normalize.amounts.unread import unread_spans


def why_no_amount(text: str, *, skip: Sequence[tuple[int, int]] = ()) -> str:
    """A short phrase for a text in which `find_amounts` finds nothing; `skip` are spans of dates in it.

    >>> why_no_amount("universal suffrage"), why_no_amount("12th largest"), why_no_amount("in 2012", skip=[(3, 7)])
    ('no number', 'an ordinal', 'a year')
    """
    folded = fold(text)
    found = NUMBER.search(folded)
    if found is None:
        return "a number in words that is not read" if may_be_spelled(folded) else "no number"
    start, end = found.span()
    for first, last in skip:
        if first <= start < last:
            return "a year" if last - first == 4 and folded[first:last].isdigit() else "a date"
    if any(first <= start < last for first, last in unread_spans(folded)):
        return "a telephone number, an address or a chain of figures"
    if ORDINAL.match(folded, end):
        return "an ordinal"
    number = parse_number(found[0])
    if number is None:
        return "figures that print no single value"
    page = Page(text, folded, UnitContext(), lexicon())
    return exclusion(page, read_atom(page, number, start, end, 0)) or "figures that may be one number or several"
