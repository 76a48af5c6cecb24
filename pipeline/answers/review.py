"""A person and the warnings of a run: each is shown with its row and its print, and what the person decides is written
down as an entry of `corrections.toml`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

from rich.text import Text

import schemas
from pipeline.account import plain
from pipeline.answers.lookup import Lookup, Record
from pipeline.answers.lookup import document as lookup_document
from pipeline.answers.show import draw_record
from pipeline.beside.corrections import FILE, Correction
from pipeline.tables.stored import stored_rows

_ASK: Final = "[k]eep the print, [c]orrect a column, [n]ext, [q]uit"


class Warned(NamedTuple):
    """A warning and the row that it is about."""

    finding: dict[str, str]
    row: dict[str, str]

    @property
    def record(self) -> Record:
        """The row with the name of its table."""
        return Record(self.finding["table"], self.row)


def open_warnings(out: Path, known: Iterable[Correction]) -> list[Warned]:
    """The warnings about rows that no entry has answered, in the order of the findings."""
    answered = {(one.document, one.table, one.quote, one.rule) for one in known}
    rows = {row[schemas.keys()[table]]: row for table in schemas.FACTS for row in stored_rows(out, table)}
    found = []
    for finding in stored_rows(out, "findings"):
        row = rows.get(finding["row_id"]) if finding["severity"] == "warning" else None
        if row and (row["document_id"], finding["table"], row["quote"], finding["rule"]) not in answered:
            found.append(Warned(finding, row))
    return found


def document(warnings: Iterable[Warned], out: Path) -> list[dict[str, Any]]:
    """The warnings as JSON has them, each with its row and place as `factsheets show` has them."""
    return [lookup_document(Lookup([one.record], [one.finding], []), out) for one in warnings]


class Reviewer:
    """Asks about warnings; `ask` takes a prompt and gives the answer, `tell` prints.

    `written` counts the entries; what was written stays when a person leaves.
    """

    def __init__(
        self,
        out: Path,
        raw: Path,
        ask: Callable[..., str],
        tell: Callable[[Text | str], None],
        *,
        verbose: bool = False,
    ) -> None:
        self.out, self.raw, self.ask, self.tell, self.verbose = out, raw, ask, tell, verbose
        self.written = 0

    def go(self, warnings: Iterable[Warned]) -> None:
        """Ask about each in turn."""
        for warned in warnings:
            self.tell(self._picture(warned))
            match self.ask(_ASK, default="n").strip().lower()[:1]:
                case "q":
                    break
                case "k":
                    self._write(warned, self._kept(warned))
                case "c":
                    entry = self._corrected(warned)
                    if entry:
                        self._write(warned, entry)

    def _picture(self, warned: Warned) -> Text:
        finding = warned.finding
        picture = draw_record(warned.record, [finding], self.out, verbose=self.verbose)
        told = [f"{name}: {plain(finding[name])}" for name in ("expected", "found", "suggestion") if finding[name]]
        return Text("\n").join([Text(f"\n── {finding['rule']} ──", style="bold"), picture, *map(Text, told)])

    def _kept(self, warned: Warned) -> dict[str, str]:
        """An entry that says that the print is right."""
        column = "value" if warned.finding["table"] == "observations" else "date"
        printed = warned.row[column]
        return {"column": column, "printed": printed, "correct": printed, "status": "kept"}

    def _corrected(self, warned: Warned) -> dict[str, str] | None:
        column = self.ask("which column", default="").strip()
        if column not in warned.row:
            self.tell(f"{plain(column)!r} is no column of {warned.finding['table']}")
            return None
        printed = warned.row[column]
        correct = self.ask(
            f"{column} is {plain(printed) or 'empty'}; it should be", default=warned.finding["suggestion"]
        )
        return {"column": column, "printed": printed, "correct": correct.strip(), "status": "confirmed"}

    def _write(self, warned: Warned, decided: dict[str, str]) -> None:
        finding, row = warned.finding, warned.row
        entry = {
            "id": f"{row[schemas.keys()[finding['table']]]}-{finding['rule']}",
            "document": row["document_id"],
            "table": finding["table"],
            "quote": row["quote"],
            "rule": finding["rule"],
            **decided,
            "why": self.ask("why", default=finding["message"]).strip() or finding["message"],
            "evidence": self.ask("on what evidence", default="read on the sheet").strip() or "read on the sheet",
        }
        with (self.raw / FILE).open("a", encoding="utf-8", newline="\n") as file:
            file.write(toml_entry(entry))
        self.written += 1


def toml_entry(entry: dict[str, str]) -> str:
    """An entry of `corrections.toml`; a JSON string is a TOML string too.

    >>> print(toml_entry({"id": 'a "b"'}), end="")
    <BLANKLINE>
    [[correction]]
    id = "a \\"b\\""
    """
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    return "\n".join(["", "[[correction]]", *lines]).replace("\x7f", "\\u007f") + "\n"
