"""Footnotes: what a note tells is read in a bracket in place of its mark, `19,730<sup>1</sup>` as `19,730 (As of 2022)`.

A mark is raised, or a link that its note leads back to. The note is what it leads to, what stands below behind the same
raised mark, the item of that number in the only list below with one for each mark, or the line of that number among lines
below that are as many as the marks. Where that is not sure, both stay.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

import lxml.etree

from pipeline.read.clean import collapse
from pipeline.read.page.note_words import Run, Words
from pipeline.read.page.tree import Element
from pipeline.read.raised import LONGEST_NOTE

_KEY = r"[(\[（［]?[*※]?(?P<key>[0-9]{1,3}|[a-z]|[*†‡§※]{1,3})"
_MARK = re.compile(rf"\s*{_KEY}[.)\]）］]?\s*", re.I)
_LEAD = re.compile(rf"{_KEY}(?:[:)\]）］]|\.(?![0-9])|(?<=[*†‡§※])(?=\s))\s*", re.I)
_EXPONENT = re.compile(r"(?:\b[kcm]?m|\b10)\Z")
"""Raised figures behind it are no mark: `377,900 km`, `10`."""
_EMPTY = re.compile(r"\s*+(?:[(\[]?\s*+[)\].:]++)?\s*+")
"""What is left of the mark before a note when the link in it is gone: `[`, `]`."""
_LONGEST = 40
"""Characters of a mark, with the spaces and breaks around it."""
_WORD = re.compile(r"[^\W\d_]{3}\Z")
_candidates = lxml.etree.XPath(
    "//a[starts-with(@href, '#')] | //sup[not(.//a[@href] or ancestor::a[starts-with(@href, '#')])]"
)


class _Mark(NamedTuple):
    """A mark behind words, what it shows, the element that it leads to, and whether it is raised."""

    element: Element
    key: str
    target: Element | None
    is_raised: bool


def place_notes(root: Element) -> None:
    """Puts the words of each note in place of its marks, and takes it from where it stood.

    Raised figures whose note is too long, or is not found though they stand behind a word, go into a bracket by themselves:
    they are no part of the word or the number before them.
    """
    shown = {one: found["key"] for one in _candidates(root) if (found := _MARK.fullmatch(_shown(one)))}
    if not shown:
        return
    words = Words(root)
    marks = [_mark(words, one, key) for one, key in shown.items() if words.before(one)]
    marks = [mark for mark in marks if mark.target is not None or not _EXPONENT.search(words.before(mark.element))]
    leads = {one: key for one, key in shown.items() if one.tag == "sup" and not words.before(one)}
    left = set(marks)
    for lead, marked in _by_note(root, words, marks, leads).items():
        runs = words.note(lead)
        marked = [mark for mark in marked if mark.is_raised or _leads_back(runs, mark)]
        if _place(runs, _shown(lead).strip() if _is_bare(lead) else "", marked):
            left -= set(marked)
    for runs, marked in _numbered(words, [mark for mark in marks if mark in left and mark.is_raised]) if left else ():
        if _place(runs, "", marked):
            left -= set(marked)
    for mark in left:
        is_apart = mark.target is not None or _WORD.search(words.before(mark.element))
        if is_apart and mark.is_raised and _shown(mark.element).strip().isdigit():
            _replace(mark.element, mark.key)


def _place(runs: list[Run], own: str, marked: list[_Mark]) -> bool:
    """Puts a note in place of its marks, where they show the same. Returns whether it tells anything."""
    told = _told(runs, own, marked[0].key) if len({mark.key for mark in marked}) == 1 else ""
    if not told:
        return False
    for mark in marked:
        _replace(mark.element, told)
    for run in runs:
        setattr(run.element, run.place, None)
    return True


def _shown(element: Element) -> str:
    """The words within an element, as far as they may be a mark."""
    shown = ""
    for words in element.itertext():
        shown += words
        if len(shown) > _LONGEST:
            break
    return shown


def _mark(words: Words, element: Element, key: str) -> _Mark:
    target = words.names.get(element.get("href", "")[1:])
    is_raised = any(one.tag == "sup" for one in (element, *element.iterancestors("sup"), *element.iter("sup")))
    return _Mark(element, key, target, is_raised)


def _by_note(root: Element, words: Words, marks: list[_Mark], leads: dict[Element, str]) -> dict[Element, list[_Mark]]:
    """The marks of each note that stands below them, by the element that it begins with or is."""
    below: dict[str, list[Element]] = defaultdict(list)
    for lead, key in leads.items():
        below[key].append(lead)
    items = _items(root, words, [mark for mark in marks if mark.target is None and not below[mark.key]])
    notes: dict[Element, list[_Mark]] = defaultdict(list)
    for mark in marks:
        at = words.place(mark.element)
        around = [mark.target] if mark.target is not None else below[mark.key] or items.get(mark.key, [])
        if (note := next((one for one in around if words.place(one) > at), None)) is not None:
            notes[note].append(mark)
    return notes


def _items(root: Element, words: Words, marks: list[_Mark]) -> dict[str, list[Element]]:
    """The items of the only numbered list below all marks that has one for each of them, by their numbers."""
    keys = [str(n + 1) for n in range(len({mark.key for mark in marks}))]
    last = max((words.place(mark.element) for mark in marks), default=0)
    lists = [[item for item in one if item.tag == "li"] for one in root.iter("ol") if words.place(one) > last]
    fitting = [items for items in lists if len(items) == len(keys)]
    if len(fitting) != 1 or {mark.key for mark in marks} != set(keys):
        return {}
    return {key: [item] for key, item in zip(keys, fitting[0], strict=True)}


def _leads_back(runs: list[Run], mark: _Mark) -> bool:
    """Whether a note holds a link to its mark, or to what is around it on its line."""
    around = (*mark.element.iter(), *mark.element.iterancestors("sup", "span", "a"))
    names = {f"#{name}" for one in around for name in (one.get("id"), one.get("name")) if name}
    return any(run.href in names for run in runs)


def _is_bare(lead: Element) -> bool:
    """Whether what a note begins with is no link and holds none."""
    return lead.get("href") is None and lead.find(".//a[@href]") is None


def _numbered(words: Words, marks: list[_Mark]) -> Iterator[tuple[list[Run], list[_Mark]]]:
    """The notes on lines below each other that begin with their numbers, `1. As of 2022`, each with its marks: those since
    the lines before are as many as the notes. A single note may be the first of numbered headings."""
    groups: list[list[list[int]]] = []
    for _, line in groupby((n for n, run in enumerate(words.runs) if run.words.strip()), lambda n: words.runs[n].line):
        places = list(line)
        lead = _LEAD.match("".join(words.runs[n].words for n in places).lstrip())
        if lead and lead["key"] == "1":
            groups.append([])
        is_next = lead is not None and bool(groups) and lead["key"] == str(len(groups[-1]) + 1)
        if not is_next:
            groups.append([])
        elif sum(len(words.runs[n].words) for n in places) <= LONGEST_NOTE:
            groups[-1].append(places)
    start = 0
    for group in filter(None, groups):
        above = [mark for mark in marks if start <= words.place(mark.element) < group[0][0]]
        start = group[-1][-1]
        if len(group) > 1 and {mark.key for mark in above} == {str(n + 1) for n in range(len(group))}:
            for n, places in enumerate(group):
                runs = [words.runs[place] for place in places]
                yield runs, [mark for mark in above if mark.key == str(n + 1)]


def _told(runs: list[Run], own: str, key: str) -> str:
    """What a note tells, without the mark before it, the links back, and its full stop."""
    shown = [run for run in runs if not (run.href or "").startswith("#")]
    spaced = (" " * (above.line != run.line) + run.words for above, run in pairwise([*shown[:1], *shown]))
    words = collapse("".join(spaced))
    if _MARK.fullmatch(own):
        words = words.removeprefix(own)
    found = _LEAD.match(words)
    words = words[found.end() if found and found["key"] == key else 0 :]
    return _EMPTY.sub("", words, count=1).rstrip(" .。;")


def _replace(element: Element, words: str) -> None:
    """Puts words in a bracket in place of a mark, with the signs around it."""
    for around in element.iterancestors("sup", "a", "span", "b", "strong", "small", "font", "i", "em"):
        if not _MARK.fullmatch(_shown(around)):
            break
        element = around
    element.clear(keep_tail=True)
    for raised in (element, *element.iterancestors("sup")):
        raised.tag = "span"
    element.text = f" ({words})"
