"""Rows held to be one person's, and whether two such sets may be one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pipeline.normalize.people.evidence import Career, day_of, gender, stay
from pipeline.normalize.people.records import Mention
from pipeline.normalize.spelling import Part, fold, given_parts, relation

SAME_NAME = "same name"
_SEVERAL: Final = frozenset({SAME_NAME})
_NONE: Final = frozenset[str]()

Form = tuple[str, tuple[Part, ...]]


@dataclass(slots=True, eq=False)
class Cluster:
    """Rows held to be one person's. `forms` are the main names and other names that occur in them, folded, each once.

    There may be as many as there are rows, so that what most of them have alike is one object for all.
    """

    area: str
    mentions: list[Mention]
    forms: tuple[Form, ...]
    genders: frozenset[str]
    rules: frozenset[str]
    _career: Career | None = None

    @property
    def first_day(self) -> str:
        """The first possible day of the first visit, for sorting."""
        return min(filter(None, map(day_of, self.mentions)), default="9999")

    @property
    def career(self) -> Career:
        """What was held when, which is made when it is first asked for: most persons are compared with nobody."""
        if self._career is None:
            self._career = Career(map(stay, self.mentions))
        return self._career

    def absorb(self, other: Cluster, rule: str) -> None:
        """Take in what the other holds; the other is to be forgotten."""
        self.mentions += other.mentions
        self.forms = tuple(dict.fromkeys(self.forms + other.forms))
        self.genders |= other.genders
        self.rules |= other.rules | {rule}
        if self._career is not None:
            self._career.add(other.career.stays)


def cluster_of(area: str, mentions: Sequence[Mention]) -> Cluster:
    """A cluster of exactly these rows, which bear the same name."""
    if len(mentions) == 1:
        (one,) = mentions
        return Cluster(area, [one], (form_of(one),), _genders(gender(one.honorific, one.office)), _NONE)
    forms = tuple(dict.fromkeys(map(form_of, mentions)))
    genders = _genders(*{gender(mention.honorific, mention.office) for mention in mentions})
    return Cluster(area, list(mentions), forms, genders, _SEVERAL)


@cache
def _genders(*told: str | None) -> frozenset[str]:
    return frozenset(filter(None, told))


def form_of(mention: Mention) -> Form:
    """The folded main name and the parts of the other names."""
    return fold(mention.main_name, mention.area), given_parts(mention.other_names or "", mention.area)


def can_be_one(one: Cluster, other: Cluster) -> bool:
    """Whether no given name and no honorific of the one speaks against any of the other."""
    if len(one.genders | other.genders) > 1:
        return False
    return all(relation(given, known) != "apart" for _, given in one.forms for _, known in other.forms)
