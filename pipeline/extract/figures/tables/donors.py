"""Rankings of donors: `1 United States 554.2` → what one country gave the partner, with its rank; a row each, or all in one."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.brackets import bracket_spans, read_bracket
from pipeline.extract.figures.context import Frame, heading_frame
from pipeline.extract.figures.figure import Figure, add_figure
from pipeline.extract.figures.periods import Period, measure_of
from pipeline.extract.figures.tables.donor_columns import heads_figures, names_over, ranks_over, year_beside, years_over
from pipeline.extract.figures.tables.year_rows import year_under
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import Area, parse_area
from pipeline.normalize.dates import DateValue, parse_date
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.outline.headings import AMOUNTS, SHARED_LABELS, likely_topic, read_head
from pipeline.records import Block, Span

ROW = re.compile(
    r"[(（]?([0０]?[1-9１-９]|[1-9１-９][0-9０-９])(?:(?:st|nd|rd|th|位|[.)）:])?[\s|]+|）)(.{2,40}?)[\s|:]+([(（]?(?:[A-Z]{2,3}(?=\s?[$0-9]))?[^A-Za-z|]*[0-9０-９][0-9０-９,.，．]*[^|]*)[\s|]*\Z"
)
ENTRY = re.compile(
    r"(?:(?<![\w.,])|(?<=[)）])|(?<=[ぁ-ヿ一-鿿])(?=[(（]))(?:[(（]([0-9０-９]{1,2})[)）]|第?([0-9０-９]{1,2})(?:[.:．](?![0-9０-９])|(?:st|nd|rd|th)[:.]?(?=\s)|位[:：]?)|([①-⑳]))\s*"
)
BESIDE_LIST = re.compile(
    r"[(（]\s?(?P<name>[^\s()（）0-9、,:：]{2,20}?)(?:は|:|：|\s(?:was|ranked|is)(?: the)?)?\s?"
    r"(?:第?([0-9０-９]{1,2})位|([0-9]{1,2})(?:st|nd|rd|th))(?:\s?[、,:：]\s?([^()（）]{1,30}))?[)）]\s*\Z"
)
"""One that is told behind those of a list since it is none of the first ones: `（日本は第8位、26.4）`."""
LABEL = re.compile(r"([^:：\n]{5,120})[:：]\s*(?=[(（]?1(?:[)）.:]|st\b))")
BEFORE_CIRCLED = ord("①") - 1
RANK_CELL = re.compile(r"[(（第]?([0-9０-９]{1,2})(?:st|nd|rd|th|位|[.)）])?")
OF_DONORS = re.compile(r"\b(?:OECD\s?/\s?)?DAC\b\s*|(?:all )?(?:donors?|countries) |DAC(?:諸国)?|諸国", re.I)
"""What the head of a column of totals says of whose they are: `DAC total`."""
NAMED_FIGURE = re.compile(r"[A-Z][A-Za-z. '’-]{0,40}[A-Za-z.)][ :(]{1,3}[0-9][0-9,.]*\)?")
LISTED = re.compile(
    r"\s{0,4}+([^\s\x00-\x7f（）、，]{2,20})[（(](?=[0-9０-９])([0-9０-９,，.．]{1,12})[^（）()]{0,10}[)）][、，]?"
)
"""One of several in a line in Japanese that gives no ranks: `米国（665.1）　英国（530.3）`."""
NAME = re.compile(r"[^\s、，,;；](?:[^、，,;；\n]*[^\s、，,;；])?")
"""One of several names in a line of nothing else: `米国、英国、日本`."""
NAME_END = re.compile(r"[(（:：,;]|\s(?=[0-9０-９$¥€£])|\s(?=US\$)")

OF_WHICH = re.compile(r"(?:このうち|うち|内)[、\s]?")
LEAST_LISTED, MOST_NEEDED = 2, 4


class Donor(NamedTuple):
    """A country as printed, with its rank and what it gave; `None` where that is not printed."""

    name: str
    rank: int | None
    amount: Amount | None


def add_donor(facts: Facts, line: Line) -> bool:
    """Add the donors of a line of a ranking; the year, unit and basis stand in the heading. Returns whether there were any."""
    if line.section.group == "donors" or (line.role == "row" and _are_donors(facts, line)):
        header = facts.header_above(line)
        frame = heading_frame(facts, line.section, line.section.nearest_topic, _label_of(facts, line, header))
        if line.role == "row" and (
            heads_figures(facts, line)
            or _add_columns(facts, line, frame, header)
            or _add_years_over(facts, line, frame, header)
            or _add_headed(facts, line, frame, header)
        ):
            return True
        if _add_years(facts, line, frame, header) or _add_row(facts, line, frame):
            return True
        told = _add_entries(facts, line, frame, line.block.body) or _add_unranked(facts, line, frame)
        return told or _add_listed(facts, line, frame) or _add_named(facts, line, frame)
    label = LABEL.match(facts.text, line.block.body, line.block.end) if line.role in ("item", "prose") else None
    own = likely_topic(read_head(label[1]), facts.outline.publisher) if label else None
    if label is None or own is None or own.group != "donors":
        return False
    return _add_entries(facts, line, heading_frame(facts, line.section, own, label[1]), label.end())


def names_others(facts: Facts, line: Line) -> bool:
    """Whether cells of a row about aid begin with several countries, or with one behind a rank: whatever its heading says,
    its figures are not those of the publisher's country alone."""
    if line.section.group != "oda" or len(line.block.cells) < LEAST_LISTED:
        return False
    lands = _lands(facts, line.block)
    is_ranked = bool(lands) and RANK_CELL.fullmatch(facts.text[slice(*line.block.cells[0])].strip()) is not None
    return is_ranked or (len(lands) >= LEAST_LISTED and not lands <= set(facts.pair))


def _are_donors(facts: Facts, line: Line) -> bool:
    """Whether the countries of a row about aid are those that gave it: the publisher's is one of them, and not the partner."""
    if not names_others(facts, line):
        return False
    header, (home, partner) = facts.header_above(line), facts.pair
    lands = _lands(facts, line.block) | (_lands(facts, header) if header else set())
    return home in lands and partner not in lands


def _lands(facts: Facts, block: Block) -> set[str]:
    """The countries that cells begin with, each before its figure or alone: `U.S.A. 130.1`, `うち日本`."""
    words = (facts.text[a:b].strip() for a, b in block.cells)
    names = (OF_WHICH.sub("", NAME_END.split(one, maxsplit=1)[0].strip()) for one in words if one[:1].isalpha())
    return {area.area for name in names if isinstance(area := parse_area(name), Area)}


def _label_of(facts: Facts, line: Line, header: Block | None) -> str:
    """What heads a row of figures: the words of the header, and those of the row's own first cell."""
    first = line.block.cells[0] if line.role == "row" and line.block.cells else None
    return (facts.text[header.body : header.end] if header else "") + (
        facts.text[first.start : first.end] if first else ""
    )


def _add_row(facts: Facts, line: Line, frame: Frame) -> bool:
    match = ROW.match(facts.text, line.block.body, line.block.end)
    if match is None:
        return False
    amounts = find_amounts(match[3], context=frame.unit)
    span = Span(line.block.body, line.block.end)
    return len(amounts) == 1 and _add(facts, line, span, Donor(match[2], int(match[1]), amounts[0]), frame)


def _add_years(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of a table whose columns are ranks, and whose rows are years: `2006 | United States 196.30 | Germany 138.74`."""
    words = facts.text[header.body : header.end] if header else ""
    ranks = ranks_over(facts.text, header)
    year, cells = _year_and_cells(facts.text, line.block, len(ranks))
    date = year_under(words, year)
    if not ranks or not isinstance(date, DateValue):
        return False
    frame = frame._replace(period=Period(date, "stated", year))
    told, heads = False, [facts.text[a:b] for a, b in header.cells[1:]] if header else []
    for n, cell in enumerate(cells):
        name, amount = _named(facts.text[cell.start : cell.end], frame)
        rank = ranks[n] if n < len(ranks) else None
        if cell.start == cell.end:
            continue
        if (rank is None and len(heads) == len(cells) and _add_beside(facts, line, cell, heads[n], frame)) or _add(
            facts, line, cell, Donor(name, rank, amount), frame
        ):
            told = True
        else:
            _note(facts, line, cell)
    return told


def _add_beside(facts: Facts, line: Line, cell: Span, head: str, frame: Frame) -> bool:
    """The figure of a column behind those of the ranks: what one country gave, `うち日本`, told once where it is among the
    first ones too; or what all gave, `合計`. Returns whether it was one of them."""
    amounts = find_amounts(facts.text[cell.start : cell.end], context=frame.unit)
    area = parse_area(OF_WHICH.sub("", head))
    if len(amounts) != 1:
        return False
    if isinstance(area, Area):
        start = line.block.start
        above = (row for row in facts.observations if row.char_start >= start and row.from_area == area.area)
        if any(row.value == amounts[0].value for row in above):
            return True
        return _add(facts, line, cell, Donor(OF_WHICH.sub("", head), None, amounts[0]), frame)
    if read_head(OF_DONORS.sub("", head)).key not in SHARED_LABELS:
        return False
    measure = measure_of("oda_total", frame.words, frame.period.value)
    flow = Flow(None, facts.pair[1], "stated")
    figure = Figure("oda_total", amounts[0], flow, frame.period, measure, frame.basis, frame.source, label=head)
    add_figure(facts, line, cell, figure._replace(is_total=True))
    return True


def _add_columns(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of what the donors gave whose names stand above, a column each: `国名 | 米国 | 日本`, `金額 | 49.5 | 30.6`."""
    names = names_over(facts, line)
    ranks = ranks_over(facts.text, header)
    if names and (year := year_beside(facts, line, header)):
        frame = frame._replace(period=year)
    told = False
    for n, (name, cell) in enumerate(zip(names, line.block.cells[1:], strict=True) if names else ()):
        amounts = find_amounts(facts.text[cell.start : cell.end], context=frame.unit)
        rank = ranks[n] if len(ranks) == len(names) else None
        if cell.start == cell.end:
            continue
        if len(amounts) == 1 and _add(facts, line, cell, Donor(name, rank, amounts[0]), frame):
            told = True
        else:
            _note(facts, line, cell)
    return told


def _add_years_over(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of a table whose columns are years, and whose rows are ranks: `1 | Japan 66.29 | Japan 92.36`, the name and what
    it gave in a cell each or in one."""
    years = years_over(facts, line, header)
    first = facts.text[slice(*line.block.cells[0])].strip() if years else ""
    rank = RANK_CELL.fullmatch(first)
    if rank is None:
        return isinstance(parse_area(first), Area) and _add_gifts(facts, line, frame, first, years)
    told = False
    for year, cells in years:
        words = " ".join(facts.text[a:b] for a, b in cells).strip()
        name, amount = _named(words, frame)
        span = Span(cells[0].start, cells[-1].end)
        if not words:
            continue
        if _add(facts, line, span, Donor(name, int(rank[1]), amount), frame._replace(period=year)):
            told = True
        else:
            _note(facts, line, span)
    return told


def _add_gifts(facts: Facts, line: Line, frame: Frame, name: str, years: list[tuple[Period, list[Span]]]) -> bool:
    """What one donor gave in each year: `United States | 76.2 | 50.1`."""
    told = False
    for year, cells in years:
        amounts = find_amounts(facts.text[slice(*cells[0])], context=frame.unit) if len(cells) == 1 else []
        if len(amounts) == 1:
            told |= _add(facts, line, cells[0], Donor(name, None, amounts[0]), frame._replace(period=year))
    return told


def _add_headed(facts: Facts, line: Line, frame: Frame, header: Block | None) -> bool:
    """A row of more columns than a ranking needs, of which the header says which is the amount: `Rank | Country | Amount |
    Share (%)`."""
    cells = line.block.cells
    if header is None or len(header.cells) != len(cells) or len(cells) < MOST_NEEDED:
        return False
    words = [facts.text[a:b].strip() for a, b in cells]
    rank = RANK_CELL.fullmatch(words[0])
    heads = [read_head(facts.text[a:b].strip()).key for a, b in header.cells]
    given = [n for n, key in enumerate(heads) if key in AMOUNTS]
    named = [n for n, each in enumerate(words) if isinstance(parse_area(each), Area)]
    if given:  # the unit is that of its own column
        head = facts.text[slice(*header.cells[given[0]])]
        frame = heading_frame(facts, line.section, line.section.nearest_topic, head)
    amounts = find_amounts(words[given[0]], context=frame.unit) if len(given) == len(named) == 1 else []
    donor = Donor(words[named[0]], int(rank[1]) if rank else None, amounts[0]) if len(amounts) == 1 else None
    return donor is not None and _add(facts, line, Span(line.block.body, line.block.end), donor, frame)


def _year_and_cells(text: str, block: Block, count: int) -> tuple[str, list[Span]]:
    """The year of a row and the cells behind it; in running text a cell ends with its figure, where as many do as there
    are columns."""
    first, *cells = block.cells or (Span(block.body, block.body),)
    if len(cells) == 1 < count:
        found = [Span(*one.span()) for one in NAMED_FIGURE.finditer(text, cells[0].start, cells[0].end)]
        cells = found if len(found) == count else cells
    if len(cells) == 2 * count > 0 and not any(
        map(str.isdigit, text[slice(*cells[0])])
    ):  # a name and its figure in a cell each
        cells = [Span(name.start, figure.end) for name, figure in zip(cells[::2], cells[1::2], strict=True)]
    return text[first.start : first.end].strip(), cells


def _named(words: str, frame: Frame) -> tuple[str, Amount | None]:
    """A donor's name and what it gave, of words that hold nothing else."""
    cut = NAME_END.search(words)
    at = cut.start() if cut else len(words)
    amounts = find_amounts(words[at:].strip(" ()（）:：,;"), context=frame.unit)  # `(9)` alone were a number of a list
    return (words[:at].strip(), next(iter(amounts), None)) if len(amounts) < 2 else ("", None)


def _add_entries(facts: Facts, line: Line, frame: Frame, at: int) -> bool:
    """Several donors in one line, each behind its rank: `(1) Australia (US$ 76 million) (2) Japan (US$ 14 million)`; or one
    on a line of its own that gives nothing but its rank: `1. Australia`."""
    text = facts.text[at : line.block.end]
    marks = [mark for mark in ENTRY.finditer(text) if text[mark.end() : mark.end() + 1].isalpha()]
    ranks = [int(mark[1] or mark[2] or ord(mark[3]) - BEFORE_CIRCLED) for mark in marks]
    is_alone = len(marks) == 1 and marks[0].start() == 0
    is_alone = is_alone and isinstance(parse_area(_named(text[marks[0].end() :].strip(), frame)[0]), Area)
    if not is_alone and (ranks != list(range(1, len(marks) + 1)) or len(marks) < 2):
        return False
    behind = BESIDE_LIST.search(text, marks[-1].end())
    ends = [mark.start() for mark in marks[1:]] + [behind.start() if behind else len(text)]
    frame = _said_of_all(text[marks[-1].end() :], _dated_before(text[: marks[0].start()], frame))
    told = False
    for rank, mark, end in zip(ranks, marks, ends, strict=True):
        words = text[mark.end() : end].rstrip(" ,;、，\u3000")
        name, amount = _named(words, frame)
        name = name if "." in name[:-1] else name.rstrip(".")
        span = Span(at + mark.start(), at + mark.end() + len(words))
        if _add(facts, line, span, Donor(name, rank, amount), frame):
            told = True
        else:
            _note(facts, line, Span(span.start, at + end))
    if behind:
        rank = int(behind[2] or behind[3])
        amount = next(iter(find_amounts(behind[4], context=frame.unit)), None) if behind[4] else None
        span = Span(at + behind.start(), at + behind.end())
        if not _add(facts, line, span, Donor(behind[1].strip(), rank, amount), frame):
            _note(facts, line, span)
    return told


def _dated_before(words: str, frame: Frame) -> Frame:
    """The year that stands before the donors of a line is theirs: `2010: (1) Australia 21.07`."""
    date = parse_date(words.strip(" :：、,-–—|\t\u3000"))
    return frame._replace(period=Period(date, "stated", words)) if isinstance(date, DateValue) else frame


def _said_of_all(last: str, frame: Frame) -> Frame:
    """What a bracket behind the last donor of a line says of them all: `（１）日本　（２）米国（2016年、OECD/DAC）`."""
    spans = bracket_spans(last.rstrip())
    part = read_bracket(last[slice(*spans[-1])]) if spans and spans[-1][1] == len(last.rstrip()) else None
    if part is None or part.date is None or frame.period.value is not None:
        return frame
    return frame._replace(period=Period(part.date, "inherited", last), source=frame.source or part.source)


def _add_unranked(facts: Facts, line: Line, frame: Frame) -> bool:
    """One donor on a line of its own, whose rank is its place in the list: `United States (US$ 98.4 million)`."""
    span = Span(line.block.body, line.block.end)
    name, amount = _named(facts.text[span.start : span.end], frame)
    return amount is not None and _add(facts, line, span, Donor(name, None, amount), frame)


def _add_listed(facts: Facts, line: Line, frame: Frame) -> bool:
    """Several donors in a line of nothing else, each with what it gave in a bracket."""
    at, end = line.block.body, line.block.end
    found: list[re.Match[str]] = []
    while at < end and (one := LISTED.match(facts.text, at, end)):
        found.append(one)
        at = one.end()
    if at < end or len(found) < LEAST_LISTED:
        return False
    told = False
    for one in found:
        name, amount = _named(one[0].rstrip("、，"), frame)
        span = Span(one.start(1), one.end())
        if amount and _add(facts, line, span, Donor(name, None, amount), frame):
            told = True
        else:
            _note(facts, line, span)
    return told


def _add_named(facts: Facts, line: Line, frame: Frame) -> bool:
    """The donors of a line that is nothing but their names, without what they gave or a rank: that each is one of them is
    told, and no value. One alone is an item of a list."""
    at = line.block.body
    words = facts.text[at : line.block.end]
    parts = [Span(at + one.start(), at + one.end()) for one in NAME.finditer(words)]
    names = [facts.text[a:b] for a, b in parts]
    if line.role not in ("item", "prose") or not all(isinstance(parse_area(name), Area) for name in names):
        return False
    if len(names) < (1 if line.role == "item" else LEAST_LISTED):
        return False
    told = [_add(facts, line, span, Donor(name, None, None), frame) for span, name in zip(parts, names, strict=True)]
    return all(told)


def _note(facts: Facts, line: Line, span: Span) -> None:
    words = facts.text[span.start : span.end].strip()
    message = "this entry of a ranking was not understood"
    facts.note("unrecognised_text", line, span.start, span.start + len(words), message, found=words)


def _add(facts: Facts, line: Line, span: Span, donor: Donor, frame: Frame) -> bool:
    """Add one donor: what it gave, with its rank; the rank alone where no amount is printed, a rank without value where that
    is not either."""
    if donor.rank == 0:  # a slip
        return False
    area = parse_area(donor.name)
    amount = donor.amount or (_rank(donor.rank) if donor.rank else None)
    if area is None or isinstance(area, Refusal) or (amount is None and donor.rank is not None):
        return False
    indicator = "oda_total" if donor.amount else "donor_rank"
    figure = Figure(
        indicator, amount, Flow(area.area, facts.pair[1], "stated"), frame.period,
        measure_of(indicator, frame.words, frame.period.value), frame.basis, frame.source,
        rank=donor.rank, label=donor.name,
    )  # fmt: skip
    add_figure(facts, line, span, figure)
    return True


def _rank(rank: int) -> Amount:
    """A rank as an amount: the number that is printed before a donor."""
    return find_amounts(f"{rank} countries")[0]._replace(unit="rank", unit_basis="stated", noun=None, printed=str(rank))
