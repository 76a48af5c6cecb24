"""What the program knows of each publisher: data files, one folder a publisher, and how to ask them."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent


class Topic(NamedTuple):
    """What a heading or label is about. `group` is what may hand its year and unit down to what; `indicator` is what a
    number under it counts, `None` where a heading holds no numbers of its own."""

    name: str
    group: str
    indicator: str | None


class Publisher(NamedTuple):
    """One publisher's conventions and lexicons. `phrases` maps a whole heading, as `heading_key` writes it, to its
    topic; `words` are tried in order on headings that no phrase knows."""

    id: str
    area: str
    language: str
    hosts: tuple[str, ...]
    fiscal_start: int
    yen_sign: str | None
    dollar_sign: str | None
    titles: frozenset[str]
    regions: frozenset[str]
    furniture: re.Pattern[str]
    phrases: Mapping[str, Topic]
    words: tuple[tuple[re.Pattern[str], Topic], ...]
    goods: Mapping[str, str]


@cache
def load(publisher: str = "mofa_japan") -> Publisher:
    """The publisher kept in the folder of that name.

    >>> load().phrases["vip visits"].name
    'visits'
    """
    folder = HERE / publisher
    facts: dict[str, Any] = tomllib.loads((folder / "publisher.toml").read_text("utf-8"))
    topics: list[dict[str, Any]] = tomllib.loads((folder / "topics.toml").read_text("utf-8"))["topic"]
    made = [(Topic(t["name"], t["group"], t.get("indicator")), t) for t in topics]
    phrases: dict[str, Topic] = {}
    for topic, entry in made:
        for phrase in entry["phrases"]:
            phrases.setdefault(phrase, topic)
    with (folder / "goods.csv").open(encoding="utf-8", newline="") as file:
        goods = {row["goods"]: row["exporter"] for row in csv.DictReader(file)}
    return Publisher(
        id=facts["id"],
        area=facts["area"],
        language=facts["language"],
        hosts=tuple(facts["hosts"]),
        fiscal_start=facts["fiscal_start"],
        yen_sign=facts.get("yen_sign"),
        dollar_sign=facts.get("dollar_sign"),
        titles=frozenset(facts["titles"]),
        regions=frozenset(region.lower() for region in facts["regions"]),
        furniture=re.compile("|".join(facts["furniture"]), re.I),
        phrases=phrases,
        words=tuple((re.compile(entry["words"]), topic) for topic, entry in made),
        goods=goods,
    )
