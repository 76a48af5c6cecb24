"""Notes with a mark, wherever they stand: what they say of the figures above that bear it, in their words or headings."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.facts import Facts
from pipeline.extract.figures.notes.footnotes import LEADS, mark_at, marks_in, notes_of
from pipeline.extract.figures.notes.said import SOURCE_WORD, read_note
from pipeline.outline import Line
from pipeline.records import Observation


class MarkedNotes:
    """The notes of one document; each is said of the figures since the last note of its mark."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.told: dict[str, int] = {}

    def take(self, line: Line) -> bool:
        """Give the figures that bear the mark of a note their source or basis. Returns whether there were any.

        `*1 Loans and grants are based on Exchange of Notes.` below the last table is said of `Economic Cooperation (FY 2008)*1`.
        """
        words = self.facts.text[line.block.start : line.block.end]  # a mark may have been taken for a bullet
        if not LEADS.match(words.lstrip("(（")):
            return False
        found = [self._give(line, mark, words) for mark in {note.mark for note in notes_of(words) if note.mark}]
        return any(found)

    def _give(self, line: Line, mark: str, words: str) -> bool:
        notes = [read_note(self.facts, note) for note in notes_of(words) if note.mark == mark]
        notes = [note for note in notes if note.bases or SOURCE_WORD.match(note.printed.words)]
        if not notes:
            return False
        rows, floor = self.facts.observations, self.told.get(mark, 0)
        self.told[mark] = line.block.end
        borne = False
        for n in range(bisect_left(rows, floor, key=lambda row: row.char_start), len(rows)):
            row = rows[n]
            if mark not in self._marks_of(row):
                continue
            borne = True
            bases = (basis for note in notes for basis, kinds in note.bases if not kinds or row.indicator in kinds)
            source = next((note.source for note in notes if note.source), None)
            rows[n] = row._replace(
                data_source=row.data_source or source, accounting_basis=row.accounting_basis or next(bases, None)
            )
        return borne

    def _marks_of(self, row: Observation) -> set[str]:
        words = "\n".join((row.label or "", row.quote, row.section or ""))
        return marks_in(words) | mark_at(self.facts.text, row.char_end)
