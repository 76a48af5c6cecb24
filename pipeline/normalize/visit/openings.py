"""The title that a visitor begins with: behind numbers and forms of address, misspelt, or told by a body alone."""

from __future__ import annotations

from pipeline.normalize.visit.brackets import inside
from pipeline.normalize.visit.group_phrases import is_free
from pipeline.normalize.visit.heads import JOINTS
from pipeline.normalize.visit.honorifics import honorific_end
from pipeline.normalize.visit.marks import FORM, WEAK
from pipeline.normalize.visit.name_extent import name_stop
from pipeline.normalize.visit.name_words import name_end
from pipeline.normalize.visit.office_class import is_regal
from pipeline.normalize.visit.plurals import Plurals
from pipeline.normalize.visit.title import Title
from pipeline.normalize.visit.title_lexicon import ADDRESS, TITLES, match
from pipeline.normalize.visit.titles import scan_titles
from pipeline.normalize.visit.words import BRACKET, LOWER, NUMBER, STOPS


class Openings(Plurals):
    """Reads the title, if any, with which words about a visitor begin; `opening` is the one that the cell begins with."""

    opening: Title | None

    def _past_numbering(self, at: int) -> int:
        """Behind the numbers of a list before a visitor (`1.`, `(2)`); `22` of `22 members` is none."""
        tokens = self.cell.tokens
        while tokens[at].kind in (BRACKET, NUMBER):
            token = tokens[at]
            number = inside(token.fold) if token.kind == BRACKET else token.fold
            if not (number.isdigit() and len(number) < 3):
                break
            if token.kind == NUMBER and tokens[at + 1].fold not in (".", ")", ":"):
                break
            at = self.cell.skip(at + 1, ".:)")
        return at

    def _title(self, at: int) -> tuple[Title | None, int]:
        """The office at `at` or behind forms of address, misspelt ones as a last resort, and the token it begins at.

        Without an office, the token behind the forms of address.
        """
        title, begin = scan_titles(self.cell, at) if at or self.found else self.opening, at
        if title is not None and self.cell.tokens[at].marks & WEAK and self._is_rank(at, title.end):
            title = None
        if title is None:
            title, begin = self._behind_forms(at)
        if title is not None and self._ends_at(title, begin + 1) and self._is_name(title, begin):
            title = None
        if title is None and self.cell.tokens[at].fold in TITLES.for_office:
            title = self._body_for_office(at)
        return title, begin

    def _is_rank(self, at: int, end: int) -> bool:
        """`Air Chief Marshal X`: a rank begins at `at` that reaches further than the title up to `end`."""
        rank = match(ADDRESS.weak, self.cell.tokens, at)
        return rank is not None and rank[0] > end

    def _ends_at(self, title: Title, end: int) -> bool:
        """Whether a title, or the first of two that are joined, ends there."""
        return title.end == end or self.cell.tokens[end].fold in JOINTS

    def _behind_forms(self, at: int) -> tuple[Title | None, int]:
        tokens, begin, title, marks = self.cell.tokens, at, None, 0
        behind = honorific_end(tokens, at) if tokens[at].marks & FORM else at
        for token in tokens[at:behind]:
            marks |= token.marks
        if marks & WEAK:
            begin = honorific_end(tokens, at, weak=False)
            title = scan_titles(self.cell, begin) if begin > at else None
        if title is None and behind > begin:
            begin, title = behind, scan_titles(self.cell, behind)
        if title is None and tokens[at].kind != LOWER and len(tokens[at].fold) > 3:
            title = self._misspelt(begin)
        return title, begin

    def _is_name(self, title: Title, at: int) -> bool:
        """`Dr. King`, `Mr. King Lee`, or `Shah Mahmood Qureshi, Minister`: the word for an office is part of a name."""
        tokens = self.cell.tokens
        if title.head not in TITLES.name_like_heads:
            return False
        form, goes_on = tokens[at - 1].fold if at else "", self.cell.is_name_word(at + 1)
        if form in ADDRESS.civil or (form in ADDRESS.learned and not goes_on):
            return is_regal(title.head)
        if not goes_on or title.head not in TITLES.names_before_post:
            return False
        behind = name_stop(self.cell, at)
        return tokens[behind].fold == "," and scan_titles(self.cell, self.cell.skip(behind, ",\n"), True) is not None

    def _misspelt(self, begin: int) -> Title | None:
        repaired = self.cell.repaired(begin)
        title = scan_titles(repaired, begin) if repaired else None
        if repaired is None or title is None or self.cell.tokens[title.end].kind == LOWER:
            return None
        self.cell = repaired
        return title

    def _body_for_office(self, at: int) -> Title | None:
        """A ministry printed where its minister's title belongs: a name of two words or more fills what remains."""
        cell = self.cell.reworded(at, TITLES.for_office[self.cell.tokens[at].fold])
        title = scan_titles(cell, at)
        if title is None or title.end == at + 1:
            return None
        end = name_end(cell.tokens, title.end)
        if end < title.end + 2 or cell.tokens[end].kind not in STOPS:
            return None
        if not all(is_free(cell, place) for place in range(title.end, end)):
            return None
        self.cell = cell
        return title
