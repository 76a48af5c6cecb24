"""The words of a row: which line breaks and pipes part its people, and which stand within an office, a name or a word."""

from __future__ import annotations

import re

from pipeline.extract.facts import Facts
from pipeline.extract.visits.tables.date_cells import row_cells
from pipeline.normalize.visitors import parse_visitors
from pipeline.outline import Line
from pipeline.outline.wraps import ACCOMPANYING, goes_on, is_bare
from pipeline.records import Span

PARTED = re.compile(r"[\n|]\s*+")
BROKEN = re.compile(r"(?<=[^\W\d_])-(?P<space>\n\s*+)(?=(?P<next>[^\W\d_]))")
"""A word that is broken at the end of a line; before a capital the hyphen is its own."""


def row_words(facts: Facts, line: Line, span: Span, *, is_inverted: bool = False) -> str:
    """The words of a row, as long as they are printed. Between pipes and in pages a line break parts people, unless the
    words go on behind it; in running text it only wraps the line, unless those on both sides of it are whole.
    `is_inverted`: a cell of names stands before that of their offices."""
    words = facts.text[span.start : span.end]
    if is_inverted and "\n" not in words:
        return words.replace("|", ",")
    is_page = facts.outline.document.media_type != "text/plain"
    return _joined(words, is_cell=is_page or "|" in facts.text[line.block.start : line.block.end])


def people_words(facts: Facts, line: Line) -> str:
    """The words of a row without its date."""
    return row_words(facts, line, row_cells(facts, line)[1])


def _joined(words: str, *, is_cell: bool = True) -> str:
    """Words of cells, or of running text, without the breaks inside an office or a name.

    >>> _joined("Minister of Foreign\\nAffairs Joe Borg"), _joined("Prime Minister | Joe Borg")
    ('Minister of Foreign Affairs Joe Borg', 'Prime Minister   Joe Borg')
    """
    if "|" not in words and "\n" not in words:
        return words
    start, before = 0, ""
    for match in PARTED.finditer(words):
        end = PARTED.search(words, match.end())
        above = words[start : match.start()].rstrip()
        below = words[match.end() : end.start() if end else len(words)].rstrip()
        may_join = _is_nameless(above) if match[0][0] == "|" else not ACCOMPANYING.match(below)
        may_join = may_join and not _is_held(before, above)
        if above and below and may_join and (goes_on(above, below) or not (is_cell or _are_apart(above, below))):
            words = words[: match.start()] + " " * len(match[0]) + words[match.end() :]
        else:
            start, before = match.end(), above
    return words


def _are_apart(above: str, below: str) -> bool:
    """Whether two lines each name all of their visitors, those of the second with their offices.

    >>> _are_apart("Joe Borg, Premier", "Ann Oyo, Minister of Trade"), _are_apart("Minister of Trade", "and Sport Ann Oyo")
    (True, False)
    """
    read = [(words, parse_visitors(words).visitors) for words in (above, below)]
    are_whole = all(
        found and found[-1].end == len(words) and all(one.name_printed for one in found) for words, found in read
    )
    return are_whole and read[1][1][0].visitor_kind == "person" and not is_bare(below)


def _is_held(before: str, words: str) -> bool:
    """Whether a line is the office of whom the line before it names alone, and so not of whoever stands below.

    >>> _is_held("Joe Borg", "President"), _is_held("", "President"), _is_held("Minister Joe Borg", "President")
    (True, False, False)
    """
    if not before or not _is_nameless(words) or any(one.office for one in parse_visitors(before).visitors):
        return False
    found = parse_visitors(f"{before}\n{words}").visitors
    return len(found) == 1 and found[0].office is not None and found[0].name_printed is not None


def unbroken(words: str, printed: str) -> tuple[str, list[int]]:
    r"""The words of a row without the hyphens at the ends of its printed lines, and where each character, and the end, stood.

    >>> unbroken("Ioannis Kasou- lides", "Ioannis Kasou-\nlides")[0]
    'Ioannis Kasoulides'
    >>> unbroken("Vice- Minister", "Vice-\nMinister")[0]
    'Vice-Minister'
    """
    gone = {n for m in BROKEN.finditer(printed) for n in range(m.start() + m["next"].isupper(), m.end())}
    kept = [n for n in range(len(words)) if n not in gone]
    return "".join(words[n] for n in kept), [*kept, len(words)]


def _is_nameless(words: str) -> bool:
    """Whether a cell holds an office alone, its holder's name standing in the next one."""
    found = parse_visitors(words).visitors
    return len(found) == 1 and found[0].visitor_kind == "office_holder" and found[0].end == len(words)
