"""Tables whose rows are years: the columns say what is counted, `Year Loans Grants`, the first cell of a row its year."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.context import heading_frame
from pipeline.extract.figures.each_year import on_its_day
from pipeline.extract.figures.periods import CUMULATIVE, UNSTATED, Period
from pipeline.extract.figures.shapes import without_brackets
from pipeline.extract.figures.tables.cells import add_cell
from pipeline.extract.figures.tables.corner import unit_apart
from pipeline.extract.figures.tables.year_columns import (
    CHANGES,
    FEWEST,
    UNKNOWN,
    bases_of,
    below,
    goods_of,
    over,
    split_labels,
    topics_of,
    year_under,
)
from pipeline.normalize.amounts import find_amounts
from pipeline.normalize.dates import DateValue
from pipeline.outline import Line
from pipeline.outline.series import APART, BESIDE, FIGURE, LOOSE_DASH
from pipeline.publishers import Topic
from pipeline.records import Block, Span

BASES_APART = re.compile(r"[,;:：、，()（）]|\band\b")
YEAR_WORD = re.compile(
    r"(?:(?:japanese|japan's) )?(?:(?:fiscal|calendar|financial) )?years?\b|FY\b|period\b|(?:会計)?年度?\b|暦年\b", re.I
)
_UNTIL = r" [(（]?(?:(?:as of|until|up to|through|to) (?:the end of )?|[-–~～] ?)(?:fiscal year ?|FY ?)?(?:19|20)[0-9]{2}[)）]?"
YEAR = re.compile(
    r"(?:FY\s?)?(?:[1１][9９]|[2２][0０])[0-9０-９]{2}(?:\s?[/／]\s?[0-9０-９]{2,4})?(?![0-9０-９,.，．])(?:年度?末?(?:まで(?:の)?)?(?:累計|累積)?(?![ぁ-ヿ一-鿿]))?"
    rf"|(?:累計額?|[総合]計|(?:(?:cumulative|accumulated)(?: totals?)?|(?:grand )?totals?)(?:{_UNTIL})?)(?=[ \t\u3000])",
    re.I,
)


class YearRows:
    """Reads the rows below a header of labels."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.labels: tuple[str, ...] = ()
        self.bases: tuple[str, ...] = ()
        """How the figures of each label were counted, by the header above it; empty where that says nothing."""
        self.figures: tuple[int, ...] = ()
        """The columns of the labels, where others hold goods or bases."""
        self.beside: dict[int, int] = {}
        """Columns of goods, or of how figures were counted, by those of their figures."""
        self.are_bases = False
        self.words = ""
        self.unit = ""
        """The unit of all figures, where the head of the years states it."""
        self.is_led = False
        """Whether a cell of the header, or an empty one, heads the years."""
        self.header = ""
        self.above: Block | None = None
        self.cells: list[str] = []
        self.section: object = None

    def open(self, line: Line) -> None:
        """Remember a header whose cells, or whose words after `Year`, are labels."""
        text = self.facts.words(line)
        cells = [" ".join(self.facts.text[a:b].split()) for a, b in line.block.cells]
        uppers: list[str] = []
        if self.above and not self.facts.text[self.above.end : line.block.start].strip():
            uppers = over(self.cells, cells)
            text, cells = f"{self.header} {text}", below(self.cells, cells)
        self.above, self.cells = line.block, cells
        lead = YEAR_WORD.match(text.lstrip("| "))
        corner, unit = unit_apart(cells[0]) if cells else ("", "")
        self.is_led = bool(cells) and (not corner or YEAR_WORD.fullmatch(corner) is not None)
        self.unit = unit if self.is_led else ""
        if self.is_led:
            cells, uppers = cells[1:], uppers[1:]
        bases_beside = bases_of(cells)
        self.beside, self.are_bases = bases_beside or goods_of(cells), bool(bases_beside)
        uppers = uppers if len(uppers) == len(cells) else []
        self.figures = tuple(n for n in range(len(cells)) if n not in self.beside.values())
        cells = [cells[n] for n in self.figures]
        bases = [uppers[n] if basis_of(uppers[n]) else "" for n in self.figures] if uppers else []
        self.bases = tuple(bases) if any(bases) and len(bases) == len(cells) else ()
        is_known = len(cells) > 1 and bool(topics_of(self.facts, cells, line, is_led=self.is_led))
        self.labels = tuple(cells) if is_known else ()
        is_words = not is_known and lead is not None and not any(sign.isdigit() or sign == "|" for sign in text)
        self.words = text[lead.end() :] if lead and is_words else ""
        self.section = line.section if self.labels or self.words else None
        self.header = f"{corner} {text}" if self.unit else text

    def take(self, line: Line) -> bool:
        """Add a row of figures, one a column. Returns whether it was one."""
        if self.section is not line.section:
            return False
        row = self._cells(line)
        if row is None:
            return False
        period, spans = row
        labels, topics = self._columns(line, len(spans))
        if not labels and LOOSE_DASH.search(self.facts.text, line.block.body, line.block.end):
            spans = [Span(*one.span()) for one in APART.finditer(self.facts.text, spans[0].start, line.block.end)]
            labels, topics = self._columns(line, len(spans))
        if not labels:
            return False
        told: list[bool] = []
        counted, before, bases = "", topics[0], iter(self.bases if len(self.bases) == len(spans) else [""] * len(spans))
        for span, label, topic, beside in zip(spans, labels, topics, self._beside(line, len(spans)), strict=True):
            is_change = topic is CHANGES
            before, how = before if is_change else topic, next(bases)
            if before is UNKNOWN:
                self._tell_unknown(line, span, label)
                continue
            words, corner = (f"{counted} {label}", "(%)") if is_change else (label, self.unit)
            counted = counted if is_change else " ".join(without_brackets(label).split())
            told.append(add_cell(self.facts, line, span, words, topic, period, beside or how, corner=corner))
        return any(told)

    def _tell_unknown(self, line: Line, span: Span, label: str) -> None:
        words = self.facts.text[slice(*span)]
        if any(map(str.isdigit, words)):
            message = f"what this figure counts was not understood: {label}"
            self.facts.note("unrecognised_text", line, span.start, span.end, message, found=words)

    def _columns(self, line: Line, count: int) -> tuple[tuple[str, ...], tuple[Topic, ...]]:
        """The labels of as many columns and what they count; empty where there are not as many, or nobody knows it of each."""
        labels = self.labels or split_labels(self.words, count, self.facts.outline.publisher)
        topics = topics_of(self.facts, labels, line, is_led=self.is_led) if len(labels) == count else ()
        return (labels, topics) if len(topics) == count else ((), ())

    def _beside(self, line: Line, count: int) -> list[str]:
        """The goods of each figure of a row, or how it was counted."""
        if not self.beside:
            return [""] * count
        printed = [self.facts.text[a:b].strip() for a, b in line.block.cells[1:]]
        told = [printed[self.beside[n]] if n in self.beside else "" for n in self.figures]
        return list(map(_one_basis, told)) if self.are_bases else told

    def owns(self, line: Line) -> bool:
        """Whether a row belongs to the open table, so that its figures are what the columns say, whatever its first cell."""
        width = len(self.labels) + len(set(self.beside.values()))
        is_alone = sum(a < b for a, b in line.block.cells) < FEWEST
        return self.section is line.section and not is_alone and len(line.block.cells) - width in (0, 1)

    def _cells(self, line: Line) -> tuple[Period, list[Span]] | None:
        """The period of a row and its figures. One that has nothing but a figure for each column is of the heading's period."""
        text, block = self.facts.text, line.block
        if self.beside and len(block.cells) != len(self.labels) + len(set(self.beside.values())) + 1:
            return None
        if (
            self.labels
            and not self.beside
            and len(block.cells) == len(self.labels)
            and all(len(find_amounts(text[a:b])) == 1 for a, b in block.cells)
        ):
            frame = heading_frame(self.facts, line.section, line.section.nearest_topic)
            return frame.period._replace(basis="inherited"), list(block.cells)
        if len(block.cells) > 1:
            first, spans = block.cells[0], [Span(a, b) for a, b in block.cells[1:]]
            spans = [spans[n] for n in self.figures] if self.beside else spans
        else:
            match = YEAR.match(text, block.body, block.end)
            if match is None:
                return None
            first = Span(match.start(), match.end())
            spans = [Span(m.start(), m.end()) for m in FIGURE.finditer(text, match.end(), block.end)]
        printed = " ".join(text[first.start : first.end].split())
        year = year_under(self.header, printed)
        if not isinstance(year, DateValue) and CUMULATIVE.search(printed):
            return UNSTATED._replace(words=printed), spans
        if not isinstance(year, DateValue):
            return None
        return on_its_day(Period(year, "stated", printed), line.section), spans


def _one_basis(words: str) -> str:
    """What a cell below the word `Basis` says, where that is one basis, and not one of each kind: `JICA` is `JICA basis`.

    >>> _one_basis("JICA"), _one_basis("E/N (technical cooperation: JICA)"), _one_basis("FOB")
    ('JICA basis', '', '')
    """
    told = {basis_of(f"{part} basis") for part in BASES_APART.split(words) if part.strip()}
    return f"{words} basis" if len(told) == 1 and None not in told else ""


def is_bare_row(text: str) -> bool:
    """Whether a line that no header is above has figures alone in several cells, so that nobody knows what they count.

    >>> is_bare_row("Exports to Peru\\tVehicles\\t402\\t380"), is_bare_row("Residents\\t402\\t2014")
    (True, False)
    """
    figures = [cell for cell in text.split("\t")[1:] if FIGURE.fullmatch(cell.strip())]
    return len([cell for cell in figures if not YEAR.fullmatch(cell.strip())]) > 1


def is_year_header(text: str) -> bool:
    """Whether a line begins like the header of a table whose rows are years."""
    return YEAR_WORD.match(text) is not None and not any(sign.isdigit() for sign in text)


def is_year_row(text: str) -> bool:
    """Whether a line is a year and several figures, and nothing else: without a header nobody knows what they count.

    >>> is_year_row("2011 1,200 3,400"), is_year_row("2011 Prime Minister Naoto Kan")
    (True, False)
    """
    year = YEAR.match(text)
    text = BESIDE.sub(lambda bracket: " " * len(bracket[0]), text) if year else text
    rest = FIGURE.sub(" ", text[year.end() :]) if year else text
    return year is not None and not rest.strip(" \t\n\u3000|") and len(FIGURE.findall(text, year.end())) > 1
