"""The same person across rows: joins the visitors of visit rows to persons, over all documents of a run.

Deterministic and explainable: every join bears the name of its rule, nothing depends on the order of the rows, and
where two persons are as likely as each other nothing is joined. Rows of groups and of office holders without a personal
name do not belong here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from operator import attrgetter

from pipeline.normalize.people.decisions import joins_first
from pipeline.normalize.people.parts import find, tell
from pipeline.normalize.people.records import Decision, Join, Mention, Person, Resolution
from pipeline.normalize.people.stable import GivenId, ids_for, registered

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
    rows: dict[str, list[Mention]] = defaultdict(list)
    decided: dict[str, list[Decision]] = defaultdict(list)
    for row in mentions:
        rows[row.area].append(row)
    for decision in decisions:
        decided[decision.area].append(decision)
    told = [tell(find(area, rows[area]), decided[area]) for area in sorted({*rows, *decided})]
    made = sorted((person for one in told for person in one.made), key=attrgetter("moment"))
    ids = ids_for([one.person.person_id for one in made], [(one.person.area, one.keys) for one in made], given)
    keys = {person_id: (one.person.area, one.keys) for person_id, one in zip(ids, made, strict=True)}
    people = (one.person._replace(person_id=person_id) for person_id, one in zip(ids, made, strict=True))
    return Resolution(
        person_of={row.row_id: person_id for person_id, one in zip(ids, made, strict=True) for row in one.rows},
        people=tuple(sorted(people)),
        joins=tuple(sorted(chain.from_iterable(one.joins for one in told))),
        suspects=tuple(sorted(chain.from_iterable(one.suspects for one in told))),
        problems=tuple(sorted(chain.from_iterable(one.problems for one in told), key=joins_first)),
        ids=registered(keys, given),
    )
