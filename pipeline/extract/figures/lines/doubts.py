"""What speaks against the figures of a line: several of one label, another subject, a date of something else."""

from __future__ import annotations

import re

from pipeline.extract.figures.figure import may_count
from pipeline.extract.figures.periods import Period
from pipeline.extract.figures.shapes import Shape
from pipeline.normalize.dates import find_dates
from pipeline.outline.cells import is_date_alone
from pipeline.patterns import has_japanese
from pipeline.publishers import Topic
from pipeline.publishers.groups import AID

FEWEST_WORDS = 3
MOVED = re.compile(
    r"\b(?:up|down|by|(?:in|de)crease of|rise of|fall of|growth of)(?: about| some)? ?\Z|前[年月](?:度|同[期月])?(?:比|に比べ)で?約?\Z"
)
"""What stands before the percent by which a figure changed."""


def tells_several(shape: Shape) -> bool:
    """Whether a sentence in English tells several figures and has no label: of people, each clause says where they go."""
    return len(shape.amounts) > 1 and shape.label_end >= shape.amounts[0].start and not has_japanese(shape.text)


def tells_of_a_date(shape: Shape) -> bool:
    """Whether a sentence in English has nothing but a date before its figure, so that the words behind say what it counts:
    `In 2012, 12 students studied in Japan.`"""
    first = shape.amounts[0]
    is_led = shape.label_end >= first.start and shape.text.endswith(".") and is_date_alone(shape.label)
    return is_led and len(shape.text[first.end :].split()) >= FEWEST_WORDS


def may_all_count(indicator: str, shape: Shape) -> bool:
    """Whether the figures of a sentence may be of an indicator, but for those that say by how much the one before changed."""
    first, *others = shape.amounts
    return may_count(indicator, first) and all(
        may_count(indicator, one) or (one.unit == "percent" and MOVED.search(shape.text, 0, one.start))
        for one in others
    )


def is_led_by(shape: Shape, period: Period) -> bool:
    """Whether the period of a line's first figure stands before it, so that it is that of the others too, whatever headings
    and totals above them say: `In 2014, exports were 281.6 billion yen and imports 674.3 billion yen`."""
    dates = find_dates(shape.plain[: shape.amounts[0].start]) if len(shape.amounts) > 1 else []
    return period.basis == "stated" and len(dates) == 1 and dates[0].value == period.value


def are_kindred(one: Topic, other: Topic) -> bool:
    """Whether figures of two topics may stand in one list: cultural grants are aid."""
    return one.group == other.group or {one.group, other.group} == AID
