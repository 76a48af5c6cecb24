"""What stands beside one figure of a line: how far words are said of it, its own brackets, its date."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.extract.figures.brackets import Part, read_bracket
from pipeline.extract.figures.figure import is_money
from pipeline.extract.figures.periods import CUMULATIVE
from pipeline.extract.figures.shapes import Shape, without_spans
from pipeline.normalize.amounts import Amount
from pipeline.normalize.dates import DateValue, find_dates
from pipeline.patterns import has_japanese
from pipeline.publishers import Topic

MEASURE_WORDS = re.compile(
    r"\b(?:number|(?:net |gross )?(?:stock|flow|balance|outflow|inflow)s?"
    r"|cumulative (?:total|amount)|accumulated (?:total|amount)|total|outstanding(?: (?:balance|amount))?"
    r"|フロー|ストック|残高|の?累計)\b[,、]?",
    re.I,
)
JOINING = frozenset([
    "case", "cases", "investment", "investments", "project", "projects", "company", "companies", "and", "or",
    "in", "for", "to", "of", "the", "a", "an", "about", "around", "approximately", "approx", "as", "at", "end",
    "fy", "fiscal", "year", "worth", "total", "is", "was", "were", "equivalent", "yen", "dollars", "over",
    "more", "than", "respectively", "totalling", "totaling", "amounting", "valued", "value", "amount",
])  # fmt: skip
"""Words between two figures of a line that say nothing new of the second."""
NEXT_LABEL = re.compile(
    r"(?:\n[^\S\n]{0,48}|\.\s{1,3}|\s[-–/]\s|\s(?=(?:cumulative|accumulated|aggregate)\b))(?=[^\W\d_][^:：;\n]{0,80}[:：]\s{0,3}\Z)",
    re.I,
)
"""Where a label before a further figure begins, on a line of its own or as a running total: `… Cumulative total: 25 billion yen`."""
OF_WHICH = re.compile(r"(?:この)?うち、?\s?|\bof (?:which|whom)\b\s?|\bincluding\b\s?")
"""What introduces some of the people that were counted: `（2022年10月1日現在、うち永住者5,873人）`."""
LISTED = re.compile(
    r"[、，][ぁ-ヿ一-鿿]|(?: persons?| people)?[,;] (?:and )?[A-Za-z][^:]{1,60}: (?:about |some |around )?\Z"
)
"""What parts a figure from the next one with a label of its own."""
JOINING_JAPANESE = re.compile(
    "推定|推計|総数|人数|累計|累積|合計|総額|総計|残高|フロー|ストック|金額|件数|実績|現在|時点|年度?|まで|から|及び|および|うち|相当|ベース"
    "|[約計額件社人名末のはでをにとが度]"
)


def reach(shape: Shape, n: int) -> int:
    """How far the words behind a figure are said of it: up to the next one, and past it where the two are told as one.

    `15 cases, 2.5 billion yen (from 1951 to 2004)`: the bracket is said of both.
    """
    amounts = shape.amounts
    m = n + 1
    is_number = amounts[n].value is not None or amounts[n].low is not None
    while is_number and m < len(amounts) and amounts[m].unit != amounts[n].unit:
        if not is_joined(shape.text[amounts[m - 1].end : amounts[m].start]):
            break
        m += 1
    return amounts[m].start if m < len(amounts) else len(shape.text)


def clause_end(shape: Shape, n: int, stop: int) -> int:
    """Where the words end that are said of a figure, and those before the next one begin: before its own label, else at the
    last comma or semicolon."""
    amounts = shape.amounts
    if n + 1 >= len(amounts) or stop != amounts[n + 1].start:
        return stop
    if label := NEXT_LABEL.search(shape.plain, amounts[n].end, stop):
        return label.start()
    cut = max(shape.plain.rfind(sign, amounts[n].end, stop) for sign in ",;、；")
    return cut if cut > 0 else stop


def clause(shape: Shape, n: int, stop: int) -> tuple[int, int]:
    """Where the words begin and end that are said of a figure which reaches to `stop`."""
    return clause_end(shape, n - 1, shape.amounts[n].start) if n else 0, clause_end(shape, n, stop)


def date_beside(shape: Shape, n: int, stop: int) -> DateValue | None:
    """The date that stands beside a figure, outside brackets: behind it, or before it where the first one's stands before it."""
    amounts = shape.amounts
    dates = [
        date
        for date in find_dates(shape.plain)
        if not any(overlaps(date.start, date.end, amount) for amount in amounts)
    ]
    if not dates:
        return None
    before = [date for date in dates if (amounts[n - 1].end if n else 0) <= date.start < amounts[n].start]
    behind = [date for date in dates if amounts[n].end <= date.start < stop]
    if before and len(dates) > 1 and not shape.plain[before[-1].end : amounts[n].start].strip(" :"):
        return before[-1].value  # `FY 2002 2.64; FY 2003 nil`
    is_each = len(dates) == len(amounts) or (len(dates) > 1 and has_japanese(shape.text))
    is_led = is_each and len(amounts) > 1 and dates[0].end <= amounts[0].start and dates[-1].end <= amounts[-1].start
    if is_led:
        return before[-1].value if before else None
    found = behind or (before if n == 0 else [])
    return found[-1].value if found else None


def closing_date(shape: Shape) -> DateValue | None:
    """The only date of a line, in the bracket behind the last of its figures, each of which has a label of its own: `Trainees:
    684; experts: 39 (until FY 2007)`, `歳入2,000億ドル、歳出2,100億ドル（2022年度）`."""
    is_list = len(shape.amounts) > 1 and shape.brackets and shape.brackets[-1][1] == len(shape.text.rstrip("。. "))
    if not is_list or len({amount.unit for amount in shape.amounts}) > 1 or len(find_dates(shape.text)) > 1:
        return None
    gaps = [shape.plain[one.end : other.start] for one, other in pairwise(shape.amounts)]
    return read_bracket(shape.text[slice(*shape.brackets[-1])]).date if all(map(LISTED.match, gaps)) else None


def closing_part(shape: Shape) -> Part | None:
    """What the last bracket of a line in Japanese says of all its figures: a basis, a source, a flow, where it holds no date.

    `2016年に1,204億円、2017年に△312億円（国際収支ベース、フロー）`
    """
    amounts, end = shape.amounts, len(shape.text.rstrip("。 \u3000"))
    if len(amounts) < 2 or not shape.brackets or shape.brackets[-1][1] != end or shape.text.isascii():
        return None
    start = shape.brackets[-1][0]
    if start < amounts[-1].end or len({amount.unit for amount in amounts}) > 1:
        return None
    part = read_bracket(shape.text[start:end])
    return None if part.date or part.rank else part


def overlaps(start: int, end: int, amount: Amount) -> bool:
    """Whether a stretch of a line, `start` to `end` (exclusive), has characters of an amount in it."""
    return start < amount.end and amount.start < end


def is_joined(words: str) -> bool:
    """Whether the words before a later figure of a line say nothing new: dates, and words that only join."""
    for date in reversed(find_dates(words)):
        words = words[: date.start] + words[date.end :]
    is_silent = words.isascii() or not has_japanese(JOINING_JAPANESE.sub("", words))
    return is_silent and all(word in JOINING for word in re.findall(r"[a-z]+", words.lower()))


ANY_YEAR = re.compile("[12][0-9]{3}")
JOINED_TO_DATE = re.compile(r"(?:[-\s()（）,、，:：－−–]|\b(?:in|for|from|up|down|against|compared|with|to)\b|は|に)*+")
"""What may stand beside the one figure and the one date of a bracket."""


SHARED = re.compile(r"\s?[,;、；]")


def own_brackets(shape: Shape, topic: Topic) -> list[tuple[int, int]]:
    """The brackets that hold a fact of their own and say nothing of the figure in front: a running total, an item's price."""
    inside = [one.start for one in shape.inner if one.unit or one.status == "none"]
    return [
        (a, b)
        for a, b in shape.brackets
        if any(a <= at < b for at in inside)
        and not is_of_both(shape, a, b)
        and (
            topic.group == "culture"
            or CUMULATIVE.search(shape.text[a:b])
            or (topic.name == "aid_people" and OF_WHICH.match(shape.text, a + 1))
            or date_of_bracket(shape, a, b)
            or (_counts_in_front(shape, a, b) and find_dates(shape.text[a:b]))
        )
    ]


def is_of_both(shape: Shape, start: int, end: int) -> bool:
    """Whether a bracket counts what the money in front was given for, or says what was given for those counted, and dates both
    behind a comma: `182 million yen (5 projects, accumulated total through FY 2003)`."""
    return _counts_in_front(shape, start, end) and not find_dates(shape.text[:start])


def _counts_in_front(shape: Shape, start: int, end: int) -> bool:
    """Whether a bracket begins with a count of what the money in front was given for, or the other way round, and goes on; or
    ends with it behind the date of both: `182 million yen (until FY 2003, 5 projects)`."""
    inside = [one for one in shape.inner if start <= one.start < end]
    before = [one for one in shape.amounts if one.end <= start][-1:]
    if len(inside) != 1 or not before or is_money(before[0].unit) == is_money(inside[0].unit):
        return False
    if inside[0].unit is None or before[0].unit is None:
        return False
    lead, behind = shape.text[start + 1 : inside[0].start].strip(), shape.text[inside[0].end : end]
    if lead:
        return lead[-1] in ",;、；" and len(find_dates(lead)) == 1 and not behind.strip(" )）")
    return SHARED.match(behind) is not None


def date_of_bracket(shape: Shape, start: int, end: int) -> DateValue | None:
    """The date of the figure in a bracket that holds nothing else, behind another one with a date of its own: `7.6 billion yen
    in 2016 (5.9 billion yen in 2015)`; behind any, where a colon makes the date its label: `8 billion yen (FY 2006: none)`."""
    inside = [one for one in shape.inner if start <= one.start < end]
    before = [one for one in shape.amounts if one.end <= start][-1:]
    if (
        len(inside) != 1
        or not before
        or (inside[0].unit != before[0].unit and inside[0].status != "none")
        or not ANY_YEAR.search(shape.text, start, end)
    ):
        return None
    dates = find_dates(shape.text[start:end])
    spans = [(start + one.start, start + one.end) for one in dates] + [(inside[0].start, inside[0].end)]
    rest = without_spans(shape.text, spans)[start:end]
    is_alone = len(dates) == 1 and JOINED_TO_DATE.fullmatch(rest) is not None
    is_label = bool(dates) and shape.text[start + dates[0].end : inside[0].start].strip() in (":", "：")
    return dates[0].value if is_alone and (is_label or find_dates(shape.text[:start])) else None


def parts(shape: Shape, amount: Amount, start: int, stop: int, others: list[tuple[int, int]]) -> list[Part]:
    """The brackets between two places that belong to a figure: those behind it, and those in its own label."""
    return [
        read_bracket(shape.text[a:b])
        for a, b in shape.brackets
        if (amount.end < b <= stop or (start <= a and b <= amount.start and (a > 0 or _is_year(shape.text[a:b]))))
        and (a, b) not in others
    ]


def _is_year(bracket: str) -> bool:
    """Whether a bracket holds a year, and no number of a list."""
    return len(bracket) > len("(10)") and read_bracket(bracket).date is not None
