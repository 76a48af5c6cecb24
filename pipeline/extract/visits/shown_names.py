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
    others: list[int] = []
    for n, row in enumerate(facts.visits):
        if row.name_printed and _shows_surname(row.name_printed):
            shown.setdefault(_key(row), set()).add((row.main_name, row.other_names))
        elif row.name_printed:
            others.append(n)
    for n in others if shown else ():
        parts = shown.get(_key(facts.visits[n]), set())
        if len(parts) == 1:
            ((main, given),) = parts
            facts.visits[n] = facts.visits[n]._replace(main_name=main, other_names=given)


def _key(row: Visit) -> tuple[str | None, str]:
    return row.from_area, (row.name_printed or "").casefold()


def _shows_surname(name: str) -> bool:
    """Whether some words of a printed name stand in capitals and others do not: `Denis SASSOU NGUESSO`."""
    words = [word for word in name.split() if len(word.strip(".")) > 1]
    return 0 < sum(map(str.isupper, words)) < len(words)
