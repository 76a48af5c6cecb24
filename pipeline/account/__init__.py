"""What a run did, and how it is told: a short account for people, the same as JSON for machines. No printing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pipeline.exits import MEANINGS

if TYPE_CHECKING:
    import pandas as pd

    from pipeline.account.news import Complaint
    from pipeline.records import Refused

_REFUSED_SHOWN: Final = 20
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Account(NamedTuple):
    """What a run did, and the typed tables themselves, by name.

    `rows` counts by table, `findings` by severity, `rules` are severity, rule and how often. `duplicates` tell of sheets
    that were met twice, `news` are the complaints for which a strict run wrote nothing, `problems` tell of corrections
    that do not fit. `is_unchanged` tells that the output folder held already what the run would give, and was not
    touched.
    """

    documents: int
    rows: dict[str, int]
    findings: dict[str, int]
    rules: tuple[tuple[str, str, int], ...]
    refused: tuple[Refused, ...]
    refused_rows: int
    duplicates: tuple[str, ...]
    out: Path | None
    written: bool
    exit_code: int
    tables: Mapping[str, pd.DataFrame]
    news: tuple[Complaint, ...]
    seconds: float
    problems: tuple[str, ...] = ()
    is_unchanged: bool = False

    def kept(self) -> dict[str, Any]:
        """What `run.json` keeps of it, for a later run that would give the same."""
        fields = ("documents", "rows", "findings", "rules", "refused_rows", "duplicates", "exit_code", "problems")
        told = self._asdict()
        return {field: told[field] for field in fields} | {"refused": [one._asdict() for one in self.refused]}


def plain(text: str) -> str:
    r"""Text that is safe on a terminal and stays on one line: control and direction characters are spelled out.

    >>> plain("a\x1b[31m b\n\u202e")
    'a\\x1b[31m b\\n\\u202e'
    >>> plain("Türkiye\u00a0[/bold]")
    'Türkiye\xa0[/bold]'
    """
    return "".join(ascii(char)[1:-1] if unicodedata.category(char) in _UNSAFE else char for char in text)


def account_document(account: Account) -> dict[str, Any]:
    """The account as JSON has it: the fields of `Account` without its tables."""
    told = account._asdict() | {
        "refused": [refused._asdict() for refused in account.refused],
        "out": None if account.out is None else str(account.out),
        "news": [one._asdict() for one in account.news],
    }
    del told["tables"]
    return told


def account_lines(account: Account, *, verbose: bool = False) -> Iterator[str]:
    """The account for people, line by line, without the complaints."""
    from schemas import closed_list

    yield f"{count(account.documents, 'document')}, {count(len(account.refused), 'input')} refused"
    width = max((len(table) for table in account.rows), default=0)
    for table, rows in account.rows.items():
        yield f"  {table:<{width}} {rows:>9,}"
    counts = ((severity, account.findings.get(severity, 0)) for severity in closed_list("severity"))
    told = ", ".join(count(number, severity) for severity, number in counts if number)
    yield f"findings: {told or 'none'}"
    if verbose:
        yield from (f"  {severity:<8} {rule:<26} {number:>5,}" for severity, rule, number in account.rules)
    where = plain(str(account.out)) if account.written else "not written"
    yield f"tables: {where}{', as they were' if account.is_unchanged else ''} ({account.seconds:.1f} s)"


def complaint_lines(account: Account, *, verbose: bool = False) -> Iterator[str]:
    """One line for every input that gave no rows, the number of refused rows, and what the exit code means."""
    yield from (f"{plain(message)} (duplicate_document)" for message in account.duplicates)
    shown = account.refused if verbose else account.refused[:_REFUSED_SHOWN]
    yield from map(refusal_line, shown)
    if len(shown) < len(account.refused):
        yield f"... and {len(account.refused) - len(shown)} more (--verbose names them all)"
    yield from (f"{plain(problem)} (correction_unmatched)" for problem in account.problems)
    if account.refused_rows:
        yield f"{count(account.refused_rows, 'row')} refused: see refused.csv in the output folder"
    news = account.news if verbose else account.news[:_REFUSED_SHOWN]
    for one in news:
        yield f"new: {plain(one.message)} ({one.rule})"
    if len(news) < len(account.news):
        yield f"... and {len(account.news) - len(news)} more (--verbose names them all)"
    if account.exit_code:
        yield f"exit {account.exit_code}: {MEANINGS.get(account.exit_code, 'unknown')}"


def refusal_line(refused: Refused) -> str:
    """An input that gave no rows, and why, with the rule that it was refused by; what is printed in it is spelled out.

    >>> from pipeline.records import Refused
    >>> refusal_line(Refused("a.txt", "document_rejected", "empty"))
    'a.txt: empty (document_rejected)'
    """
    return f"{plain(refused.source_path)}: {plain(refused.message)} ({refused.rule})"


def count(number: int, noun: str) -> str:
    """A number of things.

    >>> count(1, "visit"), count(1200, "visit")
    ('1 visit', '1,200 visits')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
