"""The sheets of one run together, by their cards: which are the same, what each is called, which tell the same facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.card import Card, renamed_card
from pipeline.engine.spool import Ref
from pipeline.records import Refused


class Collection(NamedTuple):
    """`cards` in the order of their ids, `refs` where their sheets lie, by id; `duplicates` maps the sha256 of a sheet to
    the further paths that hold it; `inputs` are path and sha256 of everything that was read; `twins` maps a sheet's id to
    that of another one of its series which tells the same facts."""

    cards: list[Card]
    refs: dict[str, Ref]
    refused: list[Refused]
    duplicates: dict[str, list[str]]
    inputs: list[tuple[str, str]]
    twins: dict[str, str]


def collect(results: Iterable[tuple[Card, Ref] | Refused]) -> Collection:
    """Sheets in any order → a collection that does not depend on it. Of the same bytes the first path counts."""
    refused: list[Refused] = []
    read: list[tuple[Card, Ref]] = []
    for one in results:
        if isinstance(one, Refused):
            refused.append(one)
        else:
            read.append(one)
    read.sort(key=lambda pair: (pair[0].source_path, pair[0].sha256))
    kept: dict[str, tuple[Card, Ref]] = {}
    duplicates: dict[str, list[str]] = {}
    for card, ref in read:
        if kept.setdefault(card.sha256, (card, ref))[1] is not ref:
            duplicates.setdefault(card.sha256, []).append(card.source_path)
    cards = named([card for card, _ in kept.values()])
    return Collection(
        cards=sorted(cards, key=lambda card: card.document_id),
        refs={card.document_id: kept[card.sha256][1] for card in cards},
        refused=sorted(refused),
        duplicates=duplicates,
        inputs=[(card.source_path, card.sha256) for card, _ in read],
        twins=same_facts(cards),
    )


def named(cards: Sequence[Card]) -> list[Card]:
    """Cards, in the order of their paths, each with an id of its own: a further one of the same day gets its sha256."""
    taken: Counter[str] = Counter()
    made = []
    for card in cards:
        taken[card.document_id] += 1
        is_first = taken[card.document_id] == 1
        made.append(card if is_first else renamed_card(card, f"{card.document_id}+{card.sha256[:8]}"))
    return made


def same_facts(cards: Iterable[Card]) -> dict[str, str]:
    """Documents that tell what another of their series tells, by id → the other's id: one version received twice.

    Of several the first by id is the original.
    """
    first: dict[bytes, str] = {}
    twins: dict[str, str] = {}
    for card in sorted(cards, key=lambda card: card.document_id):
        if card.facts and first.setdefault(card.facts, card.document_id) != card.document_id:
            twins[card.document_id] = first[card.facts]
    return twins
