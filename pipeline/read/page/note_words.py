"""The words of a page by its lines, to look for those in front of a mark and those of a note."""

from __future__ import annotations

from typing import NamedTuple

import lxml.etree

from pipeline.read.page.layout import layout
from pipeline.read.page.tree import Element
from pipeline.read.raised import LONGEST_NOTE

_REACH = 20
"""How many runs of words are looked at in front of a mark, and how many characters of them."""


class Run(NamedTuple):
    """Words of a page: the `text` or the `tail` of an element, the line that they stand on, and where they lead to."""

    element: Element
    place: str
    words: str
    line: int
    href: str | None


class Words:
    """The words of a page that are shown, and where among them its elements stand."""

    def __init__(self, root: Element) -> None:
        self.runs: list[Run] = []
        self.names: dict[str, Element] = {}
        """Elements by their `id`, or the `name` of an anchor."""
        self._starts: dict[Element, tuple[int, int]] = {}
        self._ends: dict[Element, int] = {}
        self._line = self._hidden = 0
        self._hrefs: list[str] = []
        for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._enter(element)
            else:
                if event == "end":
                    self._leave(element)
                self._add(element, "tail")

    def _enter(self, element: Element) -> None:
        self._line += element.tag in layout().blocks or element.tag == "br"
        self._hidden += element.tag in layout().hidden_tags or element.get("hidden") is not None
        if element.tag == "a" and (href := element.get("href")):
            self._hrefs.append(href)
        for name in (element.get("id"), element.get("name")):
            if name:
                self.names.setdefault(name, element)
        self._starts[element] = len(self.runs), self._line
        self._add(element, "text")

    def _leave(self, element: Element) -> None:
        self._ends[element] = len(self.runs)
        self._line += element.tag in layout().blocks
        self._hidden -= element.tag in layout().hidden_tags or element.get("hidden") is not None
        if element.tag == "a" and element.get("href"):
            self._hrefs.pop()

    def _add(self, element: Element, place: str) -> None:
        words = getattr(element, place)
        if words and not self._hidden:
            self.runs.append(Run(element, place, words, self._line, self._hrefs[-1] if self._hrefs else None))

    def place(self, element: Element) -> int:
        """Where an element stands among the words of the page."""
        return self._starts[element][0]

    def before(self, element: Element) -> str:
        """The last words in front of an element on its line."""
        at, line = self._starts[element]
        words = ""
        for run in self.runs[max(0, at - _REACH) : at][::-1]:
            if run.line != line or len(words) > _REACH:
                break
            words = run.words[-_REACH:] + words
        return words.strip()

    def note(self, lead: Element) -> list[Run]:
        """The words of a note: all of a block's, else those of the line that it begins; none where they are too many."""
        at, line = self._starts[lead]
        is_block = lead.tag in layout().blocks
        end = self._ends[lead] if is_block else len(self.runs)
        found: list[Run] = []
        length = 0
        if not is_block and self.before(lead):
            return found
        for n in range(at, end):
            run = self.runs[n]
            if not is_block and run.line != line:
                break
            length += 1 if run.href else len(run.words)
            if length > LONGEST_NOTE:
                return []
            found.append(run)
        return found
