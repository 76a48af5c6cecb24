"""reStructuredText, as pandoc writes it → Markdown's marks for its own: headings, links, directives, lists, broken lines.

Its tables are read before, as those of other programs are, and what it has in common with Markdown is read after.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.read.converted.cells import Part
from pipeline.read.converted.marks.underlined import read_underlined

SIGN = re.compile(
    r"`[^`<>]{1,400}<[^<>`\s]*>`__?|^ *\.\. (?:\|[^|\n]+\| )?[a-z-]+::(?: |$)|^\S.*\n(?:~{3,}|\^{3,}|\"{3,})$", re.M
)
"""What stands in no other text: a link, a directive, a heading that is underlined otherwise than Markdown's."""
NEEDLES = (">`_", ".. ", "\n~~~", "\n^^^", '\n"""')
LINK = re.compile(r"`([^`<>]{1,400}?)\s*<[^<>`\s]*>`__?")
DIRECTIVE = re.compile(
    r"^( *)\.\. (?:(?:\|(?P<image>[^|\n]+)\| )?(?P<name>[a-z-]+)::[ ]*(?P<words>.*)|_[^\n]*:.*)(?:\n +:[\w-]+:.*)*$",
    re.M,
)
TITLED = frozenset({"table", "list-table", "csv-table", "rubric", "topic", "admonition"})
"""Directives whose words are printed, as a caption or a heading; those of others name a class or a file."""
COUNTED = re.compile(r"^( *)#\.(?= )|(?<=\n\n)( *)(?=[^\s|])", re.M)
"""An item that gets its number when it is printed; what is set in less behind a blank line ends its list."""
TAKEN = tuple(
    (re.compile(sign, re.M), kept)
    for sign, kept in (
        (r"\\ ", ""),
        (r":(sup|sub):`([^`\n]+)`", r"<\1>\2</\1>"),
        (r":[a-z]+:`([^`\n]+)`", r"\1"),
        (r"^( *)\| (?=[^|\n]*$)", r"\1"),
    )
)
"""Marks and what stays of them; the last one keeps a line from being joined with others."""


def read_restructured(text: str) -> str:
    r"""A text without its marks of reStructuredText, if it is one. Lines stay lines.

    >>> read_restructured("Aid\n===\n\n.. table:: Loans `(E/N) </a.html>`__\n\n#. Grants\n#. Loans\n")
    '# Aid\n\n\nLoans (E/N)\n\n1. Grants\n2. Loans\n'
    >>> read_restructured("Aid\n===\n\n#. Grants\n")
    'Aid\n===\n\n#. Grants\n'
    """
    if not any(needle in text for needle in NEEDLES) or SIGN.search(text) is None:
        return text
    for image in {found["image"] for found in DIRECTIVE.finditer(text)} - {None}:
        text = text.replace(f"|{image}|", "")
    text = _counted(DIRECTIVE.sub(_titled, text))
    text = LINK.sub(lambda link: " ".join(link[1].split()), text)
    for sign, kept in TAKEN:
        text = sign.sub(kept, text)
    return read_underlined(text)


def whole_links(lines: Sequence[Part], room: int) -> Sequence[Part]:
    """The lines of a cell, each link on one of them and without its address.

    A link whose address has no room is broken anywhere: then its lines fill the room, but for the first, and go on
    without a space.

    >>> [part.words for part in whole_links([Part(0, "`Taro"), Part(0, "A"), Part(0, "so <a.jp>`__")], 12)]
    ['Taro Aso']
    """
    if not any(">`_" in part.words for part in lines):
        return lines
    whole: list[Part] = []
    for part in lines:
        words = part.words
        if whole and whole[-1].words.count("`") % 2:
            above = whole.pop().words
            is_address = "<" in above.rpartition("`")[2] or ("<" in words and ">" not in words)
            is_one = part.end >= room and (is_address or not words[0].isupper())
            words = above + " " * (not is_one) + words
        words = LINK.sub(r"\1", words)
        whole.append(Part(part.end - len(words), words))
    return whole


def _titled(directive: re.Match[str]) -> str:
    """The words of a directive where they are printed, and as many lines as it has."""
    words = directive[1] + directive["words"] if directive["name"] in TITLED else ""
    return words + "\n" * directive[0].count("\n")


def _counted(text: str) -> str:
    """A text whose items have their numbers."""
    counts: Counter[int] = Counter()

    def numbered(sign: re.Match[str]) -> str:
        is_item = sign[1] is not None
        depth = len(sign[1] if is_item else sign[2])
        for deeper in [n for n in counts if n > depth - (not is_item)]:
            del counts[deeper]
        if not is_item:
            return sign[0]
        counts[depth] += 1
        return f"{sign[1]}{counts[depth]}."

    return COUNTED.sub(numbered, text) if "#. " in text else text
