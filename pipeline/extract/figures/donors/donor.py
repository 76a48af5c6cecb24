"""One donor with its rank and what it gave → a row of observations."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.direction import Flow
from pipeline.extract.facts import Facts
from pipeline.extract.figures.context import Frame
from pipeline.extract.figures.figure import Figure, add_figure
from pipeline.extract.figures.periods import measure_of
from pipeline.normalize.amounts import Amount, find_amounts
from pipeline.normalize.areas import Area, parse_area
from pipeline.normalize.refusal import Refusal
from pipeline.outline import Line
from pipeline.outline.headings import SHARED_LABELS, read_head
from pipeline.records import Span

NAME_END = re.compile(r"[(（:：,;]|(?:\s|(?<=[ァ-ヿ一-鿿]))(?=[0-9０-９$¥€£])|\s(?=US\$)")

OF_DONORS = re.compile(r"\b(?:OECD\s?/\s?)?DAC\b\s*|(?:all )?(?:donors?|countries) |DAC(?:諸国)?|諸国", re.I)
"""What the head of a total says of whose it is: `DAC total`."""
ALL_DONORS = re.compile(
    r"(?:(?:all|(?:grand )?total (?:of|for|from)(?: all)?|sum of) (?:the )?)(?:(?:OECD[ /-]{1,3})?DAC )?"
    r"(?:donors?|(?:member |donor )?(?:countries|states|nations)|members)|(?:OECD[ /-]{1,3})?DAC",
    re.I,
)


OF_DAC = {"Korea": "Republic of Korea"}
"""Of countries that share a name, the one that is a donor in the counts of the DAC."""


class Donor(NamedTuple):
    """A country as printed, with its rank and what it gave; `None` where that is not printed."""

    name: str
    rank: int | None
    amount: Amount | None


def donor_area(name: str) -> Area | Refusal:
    """The country that a name means among donors.

    >>> donor_area("Korea")
    Area(area='KOR', kind='name')
    """
    return parse_area(OF_DAC.get(name, name))


def named(words: str, frame: Frame) -> tuple[str, Amount | None]:
    """A donor's name and what it gave, of words that hold nothing else."""
    cut = NAME_END.search(words)
    at = cut.start() if cut else len(words)
    amounts = find_amounts(words[at:].strip(" ()（）:：,;"), context=frame.unit)  # `(9)` alone were a number of a list
    return (words[:at].strip(" |\t\u3000"), next(iter(amounts), None)) if len(amounts) < 2 else ("", None)


def note(facts: Facts, line: Line, span: Span) -> None:
    """Report an entry of a ranking, printed at `span`, of which no rank or no donor is known."""
    words = facts.text[span.start : span.end].strip()
    message = "this entry of a ranking was not understood"
    facts.note("unrecognised_text", line, span.start, span.start + len(words), message, found=words)


def add(facts: Facts, line: Line, span: Span, donor: Donor, frame: Frame) -> bool:
    """Add one donor: what it gave, with its rank; the rank alone where no amount is printed, a rank without value where that
    is not either."""
    if donor.rank == 0:  # a slip
        return False
    area = donor_area(donor.name)
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


def add_all(facts: Facts, line: Line, span: Span, head: str, amount: Amount, frame: Frame) -> bool:
    """Add what all donors gave, if words say that a figure is that: `DAC total`, `All donors`."""
    if not ALL_DONORS.fullmatch(head) and read_head(OF_DONORS.sub("", head)).key not in SHARED_LABELS:
        return False
    measure = measure_of("oda_total", frame.words, frame.period.value)
    flow = Flow(None, facts.pair[1], "stated")
    figure = Figure("oda_total", amount, flow, frame.period, measure, frame.basis, frame.source, label=head)
    add_figure(facts, line, span, figure._replace(is_total=True))
    return True


def _rank(rank: int) -> Amount:
    """A rank as an amount: the number that is printed before a donor."""
    return find_amounts(f"{rank} countries")[0]._replace(unit="rank", unit_basis="stated", noun=None, printed=str(rank))
