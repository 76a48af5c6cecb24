"""What beside the name speaks for or against one person: honorifics of one sex, offices, and years between visits."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.normalize.people.records import Mention
from pipeline.normalize.spelling import plain

_WORD = re.compile("[a-zぁ-ヿ一-鿿]+")
Years = tuple[int, int]
_YEAR = re.compile(r"[0-9]{4}(?=-|$)")


class Stay(NamedTuple):
    """When somebody held which office, as one row tells it: first and last possible year, `day` and `last` possible
    day. An empty `office_class` is an unknown one."""

    office: str
    office_class: str
    years: Years | None
    day: str
    last: str


class Distance(NamedTuple):
    """The fewest years between two careers: in the very same office, in one telling class of office, in any office.
    `None` where there is no such pair; undated visits are 0 years from the same office or class."""

    office: int | None
    office_class: int | None
    any: int | None


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = tomllib.loads(Path(__file__).with_name("people.toml").read_text("utf-8"))
    return facts


@cache
def _words(sex: str, kind: str) -> frozenset[str]:
    return frozenset(_facts()["gender"][sex][kind])


@lru_cache(maxsize=16384)
def gender(honorific: str | None, office: str | None) -> str | None:
    """`female`, `male`, or `None` where honorific and office tell neither or both.

    >>> gender("H.E. Ms.", "President"), gender("T.I.H.", "Princess"), gender(None, "Grand Chamberlain to the Queen")
    ('female', 'female', None)
    """
    titles = set(_WORD.findall(plain(honorific or "")))
    posts = set(_head_words(office or ""))
    told = [sex for sex in ("female", "male") if titles & _words(sex, "honorifics") or posts & _words(sex, "offices")]
    return told[0] if len(told) == 1 else None


def _head_words(office: str) -> Iterable[str]:
    for word in _WORD.findall(plain(office)):
        if word in _words("somebody_else", "words"):
            return
        yield word


def stay(mention: Mention) -> Stay:
    """What one row of visits proves of its visitor: an office, its class, and the years and last day at which it was held."""
    office = _words_of(mention.office) if mention.office else ""
    last = mention.date_end or mention.date_start or ""
    years = _years_of(mention.date_start, mention.date_end)
    return Stay(office, mention.office_class or "", years, day_of(mention), last)


def day_of(mention: Mention) -> str:
    """The first possible day of a visit; empty where it is undated."""
    return mention.date_start or mention.date_end or ""


@lru_cache(maxsize=4096)
def _years_of(first: str | None, last: str | None) -> Years | None:
    years = [int(day[:4]) for day in (first, last) if day and _YEAR.match(day)]
    return (min(years), max(years)) if years else None


@lru_cache(maxsize=16384)
def _words_of(office: str) -> str:
    return " ".join(_WORD.findall(plain(office)))


class Career:
    """The years in which somebody was `seen`, by office, by telling class of office, and in any: told when first asked
    for, since most persons are compared with nobody."""

    __slots__ = ("_seen", "stays")

    def __init__(self, stays: Iterable[Stay]) -> None:
        self.stays = tuple(dict.fromkeys(stays))
        self._seen: dict[tuple[str, str], set[Years | None]] | None = None

    @property
    def seen(self) -> dict[tuple[str, str], set[Years | None]]:
        """The years by what was held in them."""
        if self._seen is None:
            self._seen = {}
            self._note(self._seen, self.stays)
        return self._seen

    def add(self, stays: Collection[Stay]) -> None:
        """Know of these stays too."""
        self.stays = tuple(dict.fromkeys((*self.stays, *stays)))
        if self._seen is not None:
            self._note(self._seen, stays)

    @staticmethod
    def _note(seen: dict[tuple[str, str], set[Years | None]], stays: Iterable[Stay]) -> None:
        for each in stays:
            for key in (("any", ""), ("office", each.office), ("class", telling_class(each.office_class))):
                if key[1] or key[0] == "any":
                    seen.setdefault(key, set()).add(each.years)

    def shares_office(self, other: Career) -> bool:
        """Whether both held one office, or offices of one telling class."""
        return any(key in other.seen for key in self.seen if key[1])

    def distance(self, other: Career) -> Distance:
        """How far two careers are apart."""
        shared = self.seen.keys() & other.seen.keys()
        nearest: dict[str, int] = {}
        for key in shared:
            gap = _nearest(self.seen[key], other.seen[key])
            if gap is not None or key[0] != "any":
                nearest[key[0]] = min(gap or 0, nearest.get(key[0], 9999))
        return Distance(nearest.get("office"), nearest.get("class"), nearest.get("any"))


def _nearest(some: Collection[Years | None], others: Collection[Years | None]) -> int | None:
    gaps = (max(0, two[0] - one[1], one[0] - two[1]) for one in some if one for two in others if two)
    return min(gaps, default=None)


@cache
def telling_class(office_class: str) -> str:
    """The class, or nothing where it is so wide that to share it says nothing.

    >>> telling_class("minister"), telling_class("official")
    ('minister', '')
    """
    return "" if office_class in _facts()["wide"]["classes"] else office_class


def within(gap: int | None, years: int) -> bool:
    """Whether there is a gap, and of at most so many years.

    >>> within(0, 4), within(None, 4)
    (True, False)
    """
    return gap is not None and gap <= years


@cache
def reach(office_class: str) -> int:
    """Years that may lie between two visits of one holder of such an office; few for an unknown class.

    >>> reach("head_of_government"), reach("minister")
    (12, 6)
    """
    years: int = _facts()["reach"].get(office_class, _facts()["reach"]["other"])
    return years


def fits_the_career(some: Iterable[Stay], known: Collection[Stay]) -> bool:
    """Whether offices can be steps of the career that `known` shows: nothing lower after something higher, and no two
    ranks at one time. A prime minister of June is no vice-minister of August.

    An office without a class is no objection. One that is no step of a career must be known already; one without a
    date fails.
    """
    steps: list[str] = _facts()["career"]["steps"]
    rungs = [(other, steps.index(other.office_class)) for other in known if other.office_class in steps and other.day]
    for one in some:
        if not one.office_class:
            continue
        if one.office_class not in steps:
            if all(one.office_class != other.office_class for other in known):
                return False
            continue
        rank = steps.index(one.office_class)
        if not one.day or not all(_may_follow(one, rank, other, rung) for other, rung in rungs):
            return False
    return True


def _may_follow(one: Stay, rank: int, other: Stay, rung: int) -> bool:
    if one.last < other.day:
        return rank <= rung
    return rank >= rung if other.last < one.day else rank == rung
