"""What a person decided about names, applied to the clusters after all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.normalize.people.cluster import Cluster, cluster_of
from pipeline.normalize.people.records import Decision, Mention
from pipeline.normalize.spelling import given_parts


def apply_decisions(clusters: list[Cluster], decisions: Sequence[Decision]) -> tuple[list[Cluster], tuple[str, ...]]:
    """The clusters as decided, joins first, and one line for each decision that fits nothing or more than one person.

    A name of a decision is a printed name, in any order and case: `S. BATBOLD`, `Batbold Sukhbaatar`.
    """
    problems: list[str] = []
    for decision in sorted(decisions, key=lambda each: (each.action != "join", each)):
        problem = f"unknown action `{decision.action}`"
        if decision.action == "join":
            problem = _join(clusters, decision)
        elif decision.action == "apart":
            problem = _part(clusters, decision)
        if problem:
            names = " / ".join(decision.names)
            problems.append(f"decision {decision.action} {decision.area} {names}: {problem}")
    return clusters, tuple(problems)


def joins_first(problem: str) -> tuple[bool, str]:
    """The order of what `apply_decisions` tells of several areas."""
    return not problem.startswith("decision join"), problem


def are_apart(one: Mention, other: Mention, decisions: Iterable[Decision]) -> bool:
    """Whether a decision says that the names of two rows are two persons'."""
    wanted = {name_key(row.main_name, row.other_names, row.area) for row in (one, other)}
    return any(
        decision.action == "apart" and decision.area == one.area and wanted == set(_keys(decision))
        for decision in decisions
    )


def wanted_names(decisions: Iterable[Decision]) -> set[tuple[str, ...]]:
    """The names that decisions speak of, as `name_key` gives them."""
    return {key for decision in decisions for key in _keys(decision)}


def names_of(cluster: Cluster) -> Iterator[tuple[str, ...]]:
    """The names of all rows of a cluster, as `name_key` gives them."""
    return (name_key(row.main_name, row.other_names, row.area) for row in cluster.mentions)


@lru_cache(maxsize=16384)
def name_key(main_name: str, other_names: str | None, area: str) -> tuple[str, ...]:
    """The folded words of a whole name, sorted: the same for every order and case."""
    return tuple(sorted(part.key for part in given_parts(f"{other_names or ''} {main_name}", area)))


def _keys(decision: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one, other = decision.names
    return name_key(one, None, decision.area), name_key(other, None, decision.area)


def _bears(cluster: Cluster, decision: Decision, key: tuple[str, ...]) -> bool:
    return cluster.area == decision.area and any(_is_named(row, key) for row in cluster.mentions)


def _is_named(row: Mention, key: tuple[str, ...]) -> bool:
    return name_key(row.main_name, row.other_names, row.area) == key


def _join(clusters: list[Cluster], decision: Decision) -> str:
    sides = [[each for each in clusters if _bears(each, decision, key)] for key in _keys(decision)]
    for name, side in zip(decision.names, sides, strict=True):
        if not side:
            return f"nobody is named `{name}`"
    if sides[0] == sides[1]:
        return ""
    for name, side in zip(decision.names, sides, strict=True):
        if len(side) > 1:
            return f"{len(side)} persons are named `{name}`"
    (one,), (other,) = sides
    one.absorb(other, f"decision: {decision.evidence}")
    clusters.remove(other)
    return ""


def _part(clusters: list[Cluster], decision: Decision) -> str:
    keys = _keys(decision)
    for name, key in zip(decision.names, keys, strict=True):
        if not any(_bears(each, decision, key) for each in clusters):
            return f"nobody is named `{name}`"
    if keys[0] == keys[1]:
        return "both names are one"
    for cluster in [each for each in clusters if all(_bears(each, decision, key) for key in keys)]:
        leaving = [row for row in cluster.mentions if _is_named(row, keys[1])]
        staying = [row for row in cluster.mentions if not _is_named(row, keys[1])]
        at = clusters.index(cluster)
        basis = f"decision: {decision.evidence}"
        clusters[at : at + 1] = [_remade(cluster, staying, basis), _remade(cluster, leaving, basis)]
    return ""


def _remade(cluster: Cluster, rows: Sequence[Mention], basis: str) -> Cluster:
    made = cluster_of(cluster.area, rows)
    made.rules |= {basis}
    return made
