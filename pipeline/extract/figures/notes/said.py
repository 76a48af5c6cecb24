"""What one note says, and of which figures: a source, the bases that amounts were counted on."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.facts import Facts
from pipeline.extract.figures.bases import basis_of
from pipeline.extract.figures.brackets import bracket_spans, read_bracket
from pipeline.extract.figures.notes.footnotes import Footnote
from pipeline.extract.figures.notes.words import is_date_of_totals, unit_told
from pipeline.extract.figures.sources import LED, PART, STATISTICS, tidy_source
from pipeline.patterns import has_japanese, quick

NOTE = re.compile(r"[※*\s]*(?:notes?\b|注)", re.I)
BASIS_WORD = quick(r"\bbas(?:is|es|ed)\b|ベース", re.I)
SOURCE_WORD = re.compile(r"sources?\b", re.I)
SENTENCE_END = re.compile("。|[（(]注")
ENGLISH_END = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])")
NUMBERED = re.compile(r"[(]?[0-9]{1,2}[).]\s")
"""The number of one of several notes in English."""


class _Note(NamedTuple):
    """What one note says: a source, and the bases with the indicators that each is said of, all where there are none."""

    printed: Footnote
    bases: tuple[tuple[str, set[str]], ...]
    source: str | None

    @property
    def names_kinds(self) -> bool:
        """Whether a note says bases and nothing else, each of kinds of aid by their names."""
        return self.source is None and bool(self.bases) and all(kinds for _, kinds in self.bases)

    def is_of(self, marks: set[str], known: set[str]) -> bool:
        """Whether a note is said of a figure that bears `marks`; `known` are those of all figures beside it.

        A number that no figure bears is a reference lost: unless the note names what it is of, nobody knows.
        """
        if self.printed.mark in known:
            return self.printed.mark in marks
        return not self.printed.is_numbered or all(kinds for _, kinds in self.bases)


def read_note(facts: Facts, note: Footnote) -> _Note:
    """What a footnote says: how amounts were counted, and of which kinds of aid that is true, else what the data are taken from.
    A remark of another sort says neither.
    """
    parts = [part for sentence in ENGLISH_END.split(note.words) for part in PART.split(sentence)]
    bases = tuple((basis, kinds_of(facts, part)) for part in parts if (basis := basis_of(part)))
    if bases and has_japanese(note.words):
        bases = _japanese_bases(facts, note.words)
    is_numbered = NUMBERED.match(note.words) is not None and not has_japanese(note.words)
    if NOTE.match(note.words) or is_numbered or (note.mark and bases and not SOURCE_WORD.match(note.words)):
        return _Note(note, bases, None)
    if unit_told(note.words):
        return _Note(note, bases, tidy_source(next(filter(SOURCE_WORD.match, parts), "")) or None)
    is_no_basis = [not basis_of(part) or STATISTICS.search(part) is not None for part in parts]
    sources = [part for part, is_one in zip(parts, is_no_basis, strict=True) if is_one and not is_date_of_totals(part)]
    if has_japanese(note.words) and not LED.match(note.words):
        named = [part for part in sources if read_bracket(part).source]
        sources = named if named or bases or note.words.endswith("。") else sources
    return _Note(note, bases, tidy_source(", ".join(sources)) or None)


def _japanese_bases(facts: Facts, words: str) -> tuple[tuple[str, set[str]], ...]:
    """The bases of a note in Japanese: what is listed before one is of it too, up to the end of a sentence or the next
    note: `（注1）有償資金協力、無償資金協力は交換公文ベース。（注2）技術協力はJICA経費実績ベース。`"""
    bases: list[tuple[str, set[str]]] = []
    for sentence in SENTENCE_END.split(words):
        kinds: set[str] = set()
        for part in PART.split(sentence):
            kinds |= kinds_of(facts, part)
            if basis := basis_of(part):
                bases.append((basis, kinds))
                kinds = set()
    return tuple(bases)


def _bases(facts: Facts, words: str) -> tuple[tuple[str, set[str]], ...]:
    """The bases of a bracket, with what each is said of."""
    if has_japanese(words):
        return _japanese_bases(facts, words)
    parts = ((basis_of(part), kinds_of(facts, part)) for part in PART.split(words))
    return tuple((basis, kinds) for basis, kinds in parts if basis)


def tells_bases(facts: Facts, words: str) -> bool:
    """Whether a line is nothing but kinds of aid and the bases that they are counted on, though no `Note:` begins it:
    `Loans and grants on the basis of exchange of notes; technical cooperation on the basis of JICA costs`."""
    if not BASIS_WORD.search(words) or any(map(str.isdigit, words)):
        return False
    parts = [part for part in PART.split(words.strip(" ()（）*※.。")) if part]
    told = [(basis_of(part), kinds_of(facts, part)) for part in parts]
    return told[-1][0] is not None and all(kinds for _, kinds in told)


def settle_bases(facts: Facts) -> None:
    """The bases that a heading, or in Japanese a line below it, gives to kinds of aid by name:
    `（E/Nベース。ただし技術協力はJICA経費実績ベース）`, `(loans and grants: E/N basis; technical cooperation: JICA basis)`. A total of
    figures on several bases is on none."""
    if "ベース" not in facts.text and "basis" not in facts.text:
        return
    rows = facts.observations
    for section in {id(line.section): line.section for line in facts.outline.lines}.values():
        words = f"{section.heading or ''}{facts.scopes.get(section.start, '')}"
        bases = [told for a, b in bracket_spans(words) for told in _bases(facts, words[a + 1 : b - 1])]
        if len({basis for basis, _ in bases}) < 2:
            continue
        general = next((basis for basis, kinds in bases if not kinds), None)
        handed_down = {None, *(basis for basis, _ in bases)}
        for n, row in enumerate(rows):
            if (row.section or "").startswith(section.path or words) and row.accounting_basis in handed_down:
                own = next((basis for basis, kinds in bases if row.indicator in kinds), general)
                rows[n] = row._replace(accounting_basis=None if row.indicator == "oda_total" else own)


def kinds_of(facts: Facts, words: str) -> set[str]:
    """What a note on a basis is said of: `Loans and grants: exchange of notes basis`; empty when of everything."""
    kinds = ((pattern, topic) for pattern, topic in facts.outline.publisher.words if topic.group == "oda")
    found = {topic.indicator for pattern, topic in kinds if topic.indicator and pattern.pattern.search(words.lower())}
    if has_japanese(words):
        told = facts.outline.publisher.phrases.items()
        found |= {
            topic.indicator for phrase, topic in told if topic.indicator and topic.group == "oda" and phrase in words
        }
    return found - {"oda_total"}
