"""Lists of agreements, in whose lines the year may stand behind the name with nothing between."""

from __future__ import annotations

import re

from pipeline.extract.events.kinds import kind_of
from pipeline.normalize.dates import DateValue, FoundDate, parse_date
from pipeline.normalize.dates.lexicon import lexicon

NAME_AND_YEAR = re.compile(r"(?P<before>[A-Za-z]{3,30})\)? (?P<year>(?:18|19|20)[0-9]{2})\.?\Z")
LEADS = frozenset(["and", "for", "with", "over", "under", "about", "than", "from", "until", "the"])
"""Behind them a number may be one of anything."""


def ending_year(words: str) -> list[FoundDate]:
    """The year that ends the name of an agreement in a list of them, for which there is no other place: `Treaty of peace 1974`.

    One that words lead to, or that is a name's own, dates nothing.

    >>> [[date.value.edtf for date in ending_year(name)] for name in ("Cultural agreement 1974", "Memorandum on Agenda 2030")]
    [['1974'], []]
    """
    ending, kind = NAME_AND_YEAR.search(words), kind_of(words)
    if ending is None or kind is None or kind.name != "agreement":
        return []
    before = ending["before"].lower()
    found = parse_date(ending["year"])
    if before in LEADS or before in lexicon().named_years or before in lexicon().numbered:
        return []
    return [FoundDate(found, *ending.span("year"), inherited=False)] if isinstance(found, DateValue) else []
