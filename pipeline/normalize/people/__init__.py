"""The same person across rows: joins the visitors of visit rows to persons, over all documents of a run.

Deterministic and explainable: every join bears the name of its rule, nothing depends on the order of the rows, and
where two persons are as likely as each other nothing is joined. Rows of groups and of office holders without a personal
name do not belong here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.normalize.people.blocks import cluster_block
from pipeline.normalize.people.cluster import Cluster
from pipeline.normalize.people.decisions import apply_decisions, are_apart
from pipeline.normalize.people.records import Decision, Join, Mention, Person, Resolution, in_order
from pipeline.normalize.people.stable import GivenId, registered
from pipeline.normalize.people.table import make_people
from pipeline.normalize.people.variants import Variant, join_variants
from pipeline.normalize.spelling import fold

__all__ = ["Decision", "GivenId", "Join", "Mention", "Person", "Resolution", "resolve"]


def resolve(
    mentions: Sequence[Mention], decisions: Sequence[Decision] = (), given: Sequence[GivenId] = ()
) -> Resolution:
    """Who is who among the visitors of all documents.

    Every row gets a `person_id`. Within an area rows are one person's when main names fold to the same letters, given
    names agree, and offices and years do not object; beyond that one edit in a long name may join, which is told in
    `joins`. `decisions` are applied last, and have the last word. `given` are the ids of earlier runs, which persons keep.

    >>> row = Mention("v1", "MNG", "Batbold", "S.", None, "Prime Minister", "head_of_government", "2010-10-01",
    ...     "2010-10-31", "mofa-japan/mng/2014-09-01", "S. BATBOLD")
    >>> told = resolve([row, row._replace(row_id="v2", other_names="Sukhbaatar", spelling="Sukhbaatar BATBOLD")])
    >>> told.person_of
    {'v1': 'mng/batbold-sukhbaatar', 'v2': 'mng/batbold-sukhbaatar'}
    >>> told.people[0].display_name, told.people[0].offices, told.people[0].match_basis
    ('Sukhbaatar Batbold', 'Prime Minister (2010-10..2010-10)', 'compatible initial')
    """
    clusters: list[Cluster] = []
    joined: list[Variant] = []
    doubted: list[Variant] = []
    for persons in _persons_by_area(sorted(mentions, key=in_order)):
        kept, joins, suspects = join_variants(persons)
        clusters += kept
        joined += joins
        doubted += suspects
    clusters, problems = apply_decisions(clusters, decisions)
    made = make_people(clusters, given)
    person_of = {row.row_id: one.person.person_id for one in made for row in one.rows}
    return Resolution(
        person_of=person_of,
        people=tuple(one.person for one in made),
        joins=tuple(sorted({told for told in _tell(joined) if person_of[told.row_id] == person_of[told.related_id]})),
        suspects=tuple(
            sorted({told for told in _tell(doubted, decisions) if person_of[told.row_id] != person_of[told.related_id]})
        ),
        problems=problems,
        ids=registered({one.person.person_id: (one.person.area, one.keys) for one in made}, given),
    )


def _persons_by_area(rows: Sequence[Mention]) -> Iterator[list[Cluster]]:
    blocks: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        blocks[row.area][fold(row.main_name, row.area)].append(row)
    for area, block in sorted(blocks.items()):
        yield [person for _, same_name in sorted(block.items()) for person in cluster_block(area, same_name)]


def _tell(variants: Sequence[Variant], decisions: Sequence[Decision] = ()) -> Iterator[Join]:
    """One line for each document and printed spelling of the rarer side, pointing into the same document if it can."""
    for variant in variants:
        rows = sorted(variant.rows, key=in_order)
        related = sorted(variant.related, key=in_order, reverse=True)
        in_document = {row.document_id: row for row in related}
        first = {(row.document_id, row.spelling): row for row in reversed(rows)}
        for row in first.values():
            other = in_document.get(row.document_id, related[-1])
            if not are_apart(row, other, decisions):
                yield Join(row.row_id, other.row_id, row.spelling, other.spelling, variant.reason)
