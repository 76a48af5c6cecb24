"""A person and the warnings of a run: each is shown with its row and its print, and what the person decides is written
down as an entry of `corrections.toml`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from pipeline.account import plain
from pipeline.corrections import FILE, TABLES, Correction
from pipeline.show import Record, draw
from pipeline.tables.stored import stored_rows

KEYS: Final = {"visits": "visit_id", "observations": "observation_id", "events": "event_id"}
_ASK: Final = "[k]eep the print, [c]orrect a column, [n]ext, [q]uit"


class Warned(NamedTuple):
    """A warning and the row that it is about."""

    finding: dict[str, str]
    row: dict[str, str]


def open_warnings(out: Path, known: Iterable[Correction]) -> list[Warned]:
    """The warnings about rows that no entry has answered, in the order of the findings."""
    answered = {(one.document, one.table, one.quote, one.rule) for one in known}
    rows = {row[KEYS[table]]: row for table in TABLES for row in stored_rows(out, table)}
    found = []
    for finding in stored_rows(out, "findings"):
        row = rows.get(finding["row_id"]) if finding["severity"] == "warning" else None
        if row and (row["document_id"], finding["table"], row["quote"], finding["rule"]) not in answered:
            found.append(Warned(finding, row))
    return found


class Reviewer:
    """Asks about warnings; `ask` takes a prompt and gives the answer, `tell` prints."""

    def __init__(self, out: Path, raw: Path, ask: Callable[..., str], tell: Callable[[str], None]) -> None:
        self.out, self.raw, self.ask, self.tell = out, raw, ask, tell

    def go(self, warnings: Iterable[Warned]) -> int:
        """Ask about each in turn. Returns how many entries were written; what was written stays when a person leaves."""
        written = 0
        for warned in warnings:
            self.tell(self._picture(warned))
            match self.ask(_ASK, default="n").strip().lower()[:1]:
                case "q":
                    break
                case "k":
                    self._write(warned, self._kept(warned))
                    written += 1
                case "c":
                    entry = self._corrected(warned)
                    if entry:
                        self._write(warned, entry)
                        written += 1
        return written

    def _picture(self, warned: Warned) -> str:
        finding = warned.finding
        picture = draw(Record(finding["table"], warned.row), [finding], self.out).plain
        told = [f"{name}: {plain(finding[name])}" for name in ("expected", "found", "suggestion") if finding[name]]
        return "\n".join([f"\n── {finding['rule']} ──", picture, *told])

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
            "id": f"{row[KEYS[finding['table']]]}-{finding['rule']}",
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


def toml_entry(entry: dict[str, str]) -> str:
    """An entry of `corrections.toml`; a JSON string is a TOML string too.

    >>> print(toml_entry({"id": 'a "b"'}), end="")
    <BLANKLINE>
    [[correction]]
    id = "a \\"b\\""
    """
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    return "\n".join(["", "[[correction]]", *lines]).replace("\x7f", "\\u007f") + "\n"
