"""Names whose surname only another row of the document shows, by its capitals."""

from __future__ import annotations

from pipeline.extract.facts import Facts
from pipeline.records import Visit

Parts = tuple[str | None, str | None]


def share_surnames(facts: Facts) -> None:
    """Part the names printed without capitals as the same words are parted where capitals show the surname.

    `Denis Sassou Nguesso` of a sentence is `Denis SASSOU NGUESSO` of the table; names that rows part in two ways stay.
    """
    shown: dict[tuple[str | None, str], set[Parts]] = {}
    for row in facts.visits:
        if _shows_surname(row):
            shown.setdefault(_key(row), set()).add((row.main_name, row.other_names))
    for n, row in enumerate(facts.visits):
        parts = shown.get(_key(row), set()) if row.name_printed and not _shows_surname(row) else set()
        if len(parts) == 1:
            main, others = parts.pop()
            facts.visits[n] = row._replace(main_name=main, other_names=others)


def _key(row: Visit) -> tuple[str | None, str]:
    return row.from_area, (row.name_printed or "").casefold()


def _shows_surname(row: Visit) -> bool:
    """Whether some words of a printed name stand in capitals and others do not: `Denis SASSOU NGUESSO`."""
    words = [word for word in (row.name_printed or "").split() if sum(map(str.isalpha, word)) > 1]
    return 0 < sum(word.isupper() for word in words) < len(words)
