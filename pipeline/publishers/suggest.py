"""Headings and labels that no data file knows, counted over many sheets, ready to be pasted into `topics.toml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.extract import Facts
from pipeline.outline.headings import known_topic, read_head
from pipeline.publishers import Publisher, load

EXAMPLES = 3
NEAR = 60
"""How alike a label and a known phrase must be (0 to 100, `rapidfuzz`'s token ratio) for its topic to be proposed."""
WORDS = 12
"""A longer line is a sentence, not a label."""


class Place(NamedTuple):
    """Where a label stands: the sheet's path, the line in its text, and the label as printed."""

    path: str
    line: int
    printed: str


class Label(NamedTuple):
    """A label that no phrase knows. `key` is how the data file would write it, `topic` the nearest known one, `""` where
    none is near; `places` are all where it was met."""

    key: str
    topic: str
    places: tuple[Place, ...]

    @property
    def times(self) -> int:
        """How often it was met."""
        return len(self.places)


def unknown_labels(facts: Facts) -> Iterator[tuple[str, Place]]:
    """The labels and headings of one document that no data file knows, as `topics.toml` would write them."""
    document, publisher = facts.outline.document, facts.outline.publisher
    headings = [
        (facts.text[line.block.body : line.block.end], line)
        for line in facts.outline.lines
        if line.role in ("heading", "label") and line.section.topic is None
    ]
    for printed, line in [*headings, *facts.unknown_labels]:
        head = read_head(printed)
        if head.key and known_topic(head, publisher) is None and len(head.key.split()) <= WORDS:
            yield head.key, Place(document.source_path, line.block.line, " ".join(printed.split())[:120])


def count_labels(met: Iterable[tuple[str, Place]]) -> list[Label]:
    """Labels with their places → one entry a label, the commonest first."""
    places: dict[str, list[Place]] = defaultdict(list)
    for key, place in met:
        places[key].append(place)
    labels = [Label(key, _nearest(key, load()), tuple(found)) for key, found in places.items()]
    return sorted(labels, key=lambda label: (-label.times, label.topic, label.key))


def _nearest(key: str, publisher: Publisher) -> str:
    from rapidfuzz import fuzz, process

    found = process.extractOne(key, list(publisher.phrases), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR)
    return publisher.phrases[found[0]].name if found else ""


def label_lines(labels: Sequence[Label], *, verbose: bool = False) -> Iterator[str]:
    """The labels as lines of TOML, by the topic that is nearest: each a string for its `phrases`, with where it stands;
    the first few places, or all where `verbose`.

    >>> list(label_lines([Label("loan projects", "oda_loans", (Place("kenya.txt", 7, "Loan projects"),))]))
    ['# phrases of topic "oda_loans"', '  "loan projects", # 1 time: kenya.txt:7 Loan projects']
    """
    for topic in sorted({label.topic for label in labels}, key=lambda name: (name == "", name)):
        yield f'# phrases of topic "{topic}"' if topic else "# near no known phrase: of a topic of your choice"
        for label in labels:
            if label.topic == topic:
                places = label.places if verbose else label.places[:EXAMPLES]
                yield f'  "{label.key}", # {_times(label.times)}: {"; ".join(map(_place, places))}'


def document(label: Label) -> dict[str, Any]:
    """A label as JSON has it."""
    places = [place._asdict() for place in label.places]
    return {"key": label.key, "topic": label.topic, "times": label.times, "places": places}


def _times(count: int) -> str:
    return f"{count} time{'' if count == 1 else 's'}"


def _place(place: Place) -> str:
    return f"{Path(place.path).name}:{place.line} {place.printed}"
