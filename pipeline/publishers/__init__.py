"""What the program knows of each publisher: data files, one folder a publisher, and how to ask them."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

import schemas
from pipeline.patterns import Quick, plain, quick

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+")
DEFAULT = "mofa_japan"
"""Whose a sheet is when neither its address nor its path says so."""


class Topic(NamedTuple):
    """What a heading or label is about. `group` is what may hand its year and unit down to what; `indicator` is what a
    number under it counts, `None` where a heading holds no numbers of its own."""

    name: str
    group: str
    indicator: str | None


class Publisher(NamedTuple):
    """One publisher's conventions and lexicons. `topics` are by name: code that asks for one gets `None` where the publisher
    has none of that name, and no rows of it. `phrases` maps a whole heading, as `read_head` gives its key, to its topic;
    `wholes` are patterns of whole headings, `words` are tried in order on headings that neither knows. `vocabulary` are the
    words that headings of figures consist of, `ends` what the last word of a heading in Japanese makes of it.
    `title_words` are strings of which every title of a sheet holds one; `furniture` is of small letters, and so are
    `link_heads`, what heads links to other pages; `own_titles` are held by nobody but visitors from the publisher's country,
    `partner_titles` never by them."""

    id: str
    area: str
    language: str
    hosts: tuple[str, ...]
    yen_sign: str | None
    dollar_sign: str | None
    short: str | None
    titles: frozenset[str]
    title_words: frozenset[str]
    regions: frozenset[str]
    furniture: re.Pattern[str]
    link_heads: re.Pattern[str]
    topics: Mapping[str, Topic]
    phrases: Mapping[str, Topic]
    words: tuple[tuple[Quick, Topic], ...]
    vocabulary: frozenset[str]
    ends: Mapping[str, Topic]
    wholes: tuple[tuple[re.Pattern[str], Topic], ...]
    goods: Mapping[str, str]
    places: frozenset[str]
    programmes: tuple[str, ...]
    own_titles: re.Pattern[str]
    partner_titles: re.Pattern[str]

    def __hash__(self) -> int:
        """What is known of a publisher's words is remembered under the publisher."""
        return hash(self.id)

    def is_furniture(self, words: str) -> bool:
        """Whether a line is nothing but a link or another remain of the page."""
        return self.furniture.fullmatch(plain(words)) is not None


APRIL: Final = 4
"""The month in which the fiscal years of all that is printed begin."""


@cache
def load(publisher: str = DEFAULT) -> Publisher:
    """The publisher kept in the folder of that name. Raises `ValueError` where its fiscal years do not begin in April, since
    sheets are read as if they did, and where its files name an indicator or a topic that there is not.

    >>> load().phrases["vip visits"].name
    'visits'
    """
    folder = HERE / publisher
    facts = _told(folder / "publisher.toml")
    if facts["fiscal_start"] != APRIL:
        raise ValueError(
            f"{publisher}/publisher.toml: fiscal_start = {facts['fiscal_start']} cannot be read, only {APRIL}"
        )
    with (folder / "goods.csv").open(encoding="utf-8", newline="") as file:
        goods = {row["goods"]: row["exporter"] for row in csv.DictReader(file)}
    return Publisher(
        id=facts["id"],
        area=facts["area"],
        language=facts["language"],
        hosts=tuple(facts["hosts"]),
        yen_sign=facts.get("yen_sign"),
        dollar_sign=facts.get("dollar_sign"),
        short=facts.get("short"),
        titles=frozenset(facts["titles"]),
        title_words=frozenset(max(WORD.findall(title), key=len) for title in facts["titles"]),
        regions=frozenset(region.lower() for region in facts["regions"]),
        furniture=_any_of(facts["furniture"]),
        link_heads=_any_of(facts.get("link_heads", [])),
        **_topics(folder),
        goods=goods,
        places=frozenset(facts["places"]),
        programmes=tuple(facts.get("programmes", ())),
        own_titles=_any_of(facts["own_titles"], re.I),
        partner_titles=_any_of(facts["partner_titles"], re.I),
    )


def _told(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))


def _topics(folder: Path) -> dict[str, Any]:
    """What a publisher has of topics, and all the ways in which headings and labels name them."""
    told = _told(folder / "topics.toml")
    made = [(Topic(entry["name"], entry["group"], entry.get("indicator")), entry) for entry in told["topic"]]
    for topic, _ in made:
        if topic.indicator is not None and topic.indicator not in schemas.indicators():
            raise ValueError(
                f"{folder.name}/topics.toml, topic {topic.name!r}: no indicator is called {topic.indicator!r}"
            )
    named = {topic.name: topic for topic, _ in made}
    phrases: dict[str, Topic] = {}
    for topic, entry in made:
        for phrase in entry["phrases"]:
            phrases.setdefault(phrase, topic)
    japanese, ends = _in_japanese(folder, named)
    return {
        "topics": named,
        "phrases": phrases | japanese,
        "words": tuple((quick(entry["words"]), topic) for topic, entry in made if "words" in entry),
        "vocabulary": frozenset(told.get("vocabulary", ())),
        "ends": ends,
        "wholes": tuple((re.compile(entry["whole"]), topic) for topic, entry in made if "whole" in entry),
    }


def _any_of(patterns: Sequence[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern of several; that of none is found nowhere."""
    return re.compile("|".join(patterns) or "(?!)", flags)


def _in_japanese(folder: Path, topics: Mapping[str, Topic]) -> tuple[dict[str, Topic], dict[str, Topic]]:
    """The headings in Japanese of a publisher that has any, and the words that others end with."""
    file = folder / "japanese.toml"
    data = _told(file) if file.exists() else {}
    tables: list[dict[str, list[str]]] = [data.get(name, {}) for name in ("whole", "ends")]
    for name in (name for table in tables for name in table):
        if name not in topics:
            raise ValueError(f"{folder.name}/japanese.toml: topics.toml has no topic {name!r}")
    whole, ends = ({words: topics[name] for name, known in table.items() for words in known} for table in tables)
    return whole, ends


@cache
def known() -> tuple[Publisher, ...]:
    """All publishers: one for each folder here that holds a `publisher.toml`, the default one first."""
    names = sorted(file.parent.name for file in HERE.glob("*/publisher.toml"))
    return tuple(load(name) for name in sorted(names, key=lambda name: name != DEFAULT))


def choose(path: str, url: str | None) -> Publisher:
    """Whose sheet this is: by the host of its address, else by a folder of its path that bears a publisher's id.

    >>> choose("saved/page.html", "https://www.mofa.go.jp/region/asia-paci/mongolia/data.html").id
    'mofa-japan'
    """
    host, folders = urlsplit(url or "").hostname or "", path.split("/")[:-1]
    by_host = (p for p in known() if any(host == name or host.endswith(f".{name}") for name in p.hosts))
    by_folder = (p for p in known() if p.id in folders)
    return next(by_host, None) or next(by_folder, None) or known()[0]
