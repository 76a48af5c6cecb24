"""The rows of visit tables as print: which cells are the date, and what the words of the rest are."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.visits.dates import listed_months
from pipeline.normalize.areas import find_areas
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.japanese import is_japanese
from pipeline.normalize.visitors import parse_visitors
from pipeline.outline import Line
from pipeline.outline.wraps import ACCOMPANYING, goes_on, is_bare
from pipeline.patterns import quick
from pipeline.records import Block, Span

YEAR = re.compile(r"[12][0-9]{3}")
PARTED = re.compile(r"[\n|]\s*+")
MONTH = re.compile(r"(?:1[0-2]|0?[1-9])\.?\Z")
MONTH_LEAD = re.compile(r"(?P<month>[0-9０-９]{1,2}月)[ \t\u3000]+(?=[ぁ-ヿ一-鿿])")
YEAR_CELL = re.compile(r"\s*[0-9０-９明大昭平令治正和成元]{2,4}年\s*")
BRACKET = re.compile(r"\([^()]*+\)")
TO_LAND = re.compile(r"\s*(?:(?:[Oo]fficial|[Ss]tate|[Ww]orking) )?[Vv]isits? (?:of|by) .{3,120} to (?:the )?", re.S)
PEOPLE_HEADER = re.compile(r"\b(?:names?|visitors?|dignitar(?:y|ies)|vips?)\b|要人|訪問者|氏名", re.I)
LINE = re.compile(r"[^\s|](?:[^\n|]*[^\s|])?")
BROKEN = re.compile(r"(?<=[^\W\d_])-(?P<space>\n\s*+)(?=(?P<next>[^\W\d_]))")
"""A word that is broken at the end of a line; before a capital the hyphen is its own."""
LEAST_ROWS = 2
NOTHING = re.compile(
    r"(?:none|nil|n/a|not available|[-–—―…－]{1,20}|[（(]?(?:該当|訪問|実績)?者?(?:な[しい]|無し?)[)）]?)[.。]?\Z", re.I
)
"""What says that nobody came."""
GOES_TO = quick(r"\b(?:[Vv]isit(?:s|ed)?|[Tt]rip|[Tt]our|came|travell?ed)(?:\s++to)?(?:\s++the)?\s++\Z")


def row_cells(facts: Facts, line: Line) -> tuple[Span, Span]:
    """The date cells and the rest of a row. Year and month may stand in cells of their own."""
    block = line.block
    known = facts.row_cells.get(block.start)
    return known or facts.row_cells.setdefault(block.start, _row_cells(facts.text, block))


def _row_cells(text: str, block: Block) -> tuple[Span, Span]:
    cells = block.cells
    if not cells:
        return Span(block.body, block.body), Span(block.body, block.end)
    if len(cells) == 1:
        return Span(cells[0].start, cells[0].start), cells[0]
    last = _last_dates(text, cells)
    if last:
        return Span(cells[-last].start, cells[-1].end), Span(cells[0].start, cells[-last - 1].end)
    if len(cells) == 2:
        return cells[0], cells[1]
    dates = 1
    is_led = _is_date(text[slice(*cells[0])])  # else what is told stands first, and its dates behind it
    while is_led and dates < len(cells) - 1 and _is_date(text[cells[dates].start : cells[dates].end]):
        dates += 1
    return Span(cells[0].start, cells[dates - 1].end), Span(cells[dates].start, cells[-1].end)


def _last_dates(text: str, cells: tuple[Span, ...]) -> int:
    """How many of the last cells are the date of a row in Japanese whose people come first: `小泉総理大臣 | 2002年 | 7月`."""
    if text[slice(*cells[0])].isascii():
        return 0
    words = [text[a:b] for a, b in cells]
    if not words[-1] or _is_date(words[0]) or not is_japanese(words[0]):
        return 0
    count = 1 if len(words) == 2 or not YEAR_CELL.fullmatch(words[-2]) else 2
    return count if isinstance(parse_date("".join(words[-count:])), DateValue) else 0


def _is_date(words: str) -> bool:
    if not words or MONTH.match(words) or isinstance(parse_date(words, year=2000), DateValue):
        return True
    return bool(listed_months(words))


def with_month(text: str, date: Span, people: Span) -> tuple[Span, Span]:
    """The date cells and the rest of a row, where the rest begins with the month of a year in the first cell, or above it:
    `2002年 | 7月　小泉総理大臣`. Rows below without any month are then of that one."""
    led = MONTH_LEAD.match(text, people.start, people.end)
    is_year = not text[date.start : date.end].strip() or YEAR_CELL.fullmatch(text, date.start, date.end)
    if led is None or not is_year or text[date.end : people.start].strip(" \t\n|"):
        return date, people
    start = date.start if date.start < date.end else people.start
    return Span(start, led.end("month")), Span(led.end(), people.end)


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


def row_year(facts: Facts, line: Line) -> str:
    """The first year of a row's date cells as printed; empty where there is none."""
    year = YEAR.search(facts.text, *row_cells(facts, line)[0])
    return year[0] if year else ""


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


class ByPerson(NamedTuple):
    """The words of two cells, person by person, and where each character, and the end, stood. Where nobody knows whose the
    offices are, they are left out."""

    words: str
    places: list[int]
    is_known: bool


def by_person(printed: str) -> ByPerson | None:
    r"""The names of a cell, each with its office in the next one; `None` where both hold one line and one person.

    Line goes with line where both cells have as many, else one person with one office; all offices are those of one name.

    >>> by_person("Mr. Ito\nMs. Abe | Premier\nMinister of Trade").words
    'Mr. Ito, Premier\nMs. Abe, Minister of Trade'
    >>> by_person("Mr. Ito\nMs. Abe\nMs. Oda | Premier\nMinister of Trade").words
    'Mr. Ito\nMs. Abe\nMs. Oda'
    """
    pipe = printed.find("|")
    cells = (Span(0, pipe), Span(pipe + 1, len(printed)))
    names, offices = ([m.span() for m in LINE.finditer(printed, *cell)] for cell in cells)
    if pipe < 0 or not offices:
        return None
    if len(names) != len(offices) or len(names) == 1:
        people, held = (_people(printed, cell) for cell in cells)
        if len(people) > 1 and len(held) > 1:
            names, offices = people, held
        elif len(names) > 1 or len(offices) == 1:
            return None
    is_known = len(names) in (1, len(offices))
    words, places = "", list[int]()
    for n in range(max(len(names), len(offices) * is_known)):
        for start, end in (*names[n : n + 1], *offices[n : n + is_known]):
            below = printed[start:end].replace("\n", " ")
            sign = "\n" if (start, end) in names else " " if goes_on(words, below) else ", "
            words += (sign if words else "") + below
            places += [start] * (len(words) - len(places) - len(below)) + [*range(start, end)]
    return ByPerson(words, [*places, len(printed)], is_known)


def _people(printed: str, cell: Span) -> list[tuple[int, int]]:
    """Where the visitors stand in a cell."""
    words = printed[cell.start : cell.end].replace("\n", " ")
    return [(cell.start + one.start, cell.start + one.end) for one in parse_visitors(words).visitors]


def _is_nameless(words: str) -> bool:
    """Whether a cell holds an office alone, its holder's name standing in the next one."""
    found = parse_visitors(words).visitors
    return len(found) == 1 and found[0].visitor_kind == "office_holder" and found[0].end == len(words)


def stated_flow(facts: Facts, words: str) -> Flow | None:
    """Where the words of a row themselves say that it went: `Foreign Minister Abe's visit to Mongolia`."""
    if not GOES_TO.may_stand_in(words):
        return None
    bare = BRACKET.sub("", words)
    for mention in find_areas(bare):
        before = bare[: mention.start]
        is_goal = mention.area in facts.pair and mention.kind != "demonym"
        if is_goal and (GOES_TO.pattern.search(before) or TO_LAND.fullmatch(before)):
            return Flow(facts.other(mention.area), mention.area, "stated")
    return None


def visit_rows(facts: Facts) -> frozenset[int]:
    """The rows of tables of visits, by the starts of their blocks: those below a heading of visits, and those of a table
    headed `Year Name` elsewhere each of whose rows names visitors and nothing else."""
    found: set[int] = set()
    rows: list[Line] = []
    is_headed = False
    for line in facts.outline.lines:
        if line.role == "row":
            if line.section.group == "visits":
                found.add(line.block.start)
            elif is_headed:
                rows.append(line)
        elif line.role != "furniture":
            if rows:
                found |= _named_only(facts, rows)
            is_headed, rows = line.role == "header" and _heads_people(facts, line), []
    return frozenset(found | _named_only(facts, rows))


def _heads_people(facts: Facts, header: Line) -> bool:
    """Whether a header elsewhere than among figures heads visitors."""
    topic = header.section.nearest_topic
    is_free = topic is None or topic.indicator is None
    return is_free and PEOPLE_HEADER.search(facts.text, header.block.body, header.block.end) is not None


def _named_only(facts: Facts, rows: list[Line]) -> set[int]:
    """The rows of a table, if each of them names visitors and nothing else."""
    if len(rows) < LEAST_ROWS:
        return set()
    for line in rows:
        words = people_words(facts, line)
        read = parse_visitors(words).visitors
        if not read or read[-1].end < len(words.rstrip(" .,;|")):
            return set()
    return {line.block.start for line in rows}


def dating_rows(facts: Facts, visits: frozenset[int]) -> frozenset[int]:
    """The rows that hold a date alone, for the rows below that have none or only a month: `2003` above `.6 Prime Minister`."""
    found = set()
    for line, below in pairwise(facts.outline.lines):
        if line.section is not below.section or line.block.start not in visits:
            continue
        if below.block.start in visits or NOTHING.match(facts.words(below)):
            date, rest = row_cells(facts, line)
            if rest.start < rest.end or not facts.text[date.start : date.end].strip(" |"):
                continue
            if not row_year(facts, below):
                found.add(line.block.start)
    return frozenset(found)
