"""One unit for several numbers: the bare ones of a list or range take that of the one they are joined with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.far_words import are_close, may_go_on, may_share
from pipeline.normalize.amounts.page import Page
from pipeline.normalize.amounts.ranges import parts

_SHARES = frozenset(("percent", "percentage_points"))
"""Nobody counts millions of them: `5 million, or 30%`."""
SHARED_UNIT = "unit taken from the number it is joined with"


def share_units(page: Page, atoms: list[Atom | None]) -> list[Atom | None]:
    """Gives a bare number the unit of the one it is joined with: `29.3 and 1.8 billion yen`, `US$ 25 to 30 million`."""
    shared = _share_caption(page, atoms)
    in_list = False
    for i in range(len(shared) - 2, -1, -1):
        first, second = shared[i], shared[i + 1]
        if first is None or second is None:
            in_list = False
            continue
        gap = page.folded[first.end : second.start]
        joint = _joint(page, gap)
        if joint or (in_list and gap.strip(" \xa0\n") == ","):
            in_list = in_list or joint == "list"
            shared[i], shared[i + 1] = _share(first, second)
        else:
            in_list = False
            if not (gap.isspace() or first.is_stated or first.noun) and may_share(page, gap, first, second):
                shared[i] = replace(first, is_spoilt=True)
            elif first.scale is not None and not (second.is_stated or second.noun) and may_go_on(gap, first, second):
                shared[i + 1] = replace(second, is_spoilt=True)
    return shared


def _share_caption(page: Page, atoms: list[Atom | None]) -> list[Atom | None]:
    """A scale in brackets behind the last figure of a line is said of all: `Exports 3.4, Imports 2.1 (billion yen)`.

    Figures without decimals before it may count something else; nobody knows what, so they are left out.
    """
    last = atoms[-1]
    if last is None or last.scale is None or page.text[last.end - 1] != ")" or "(" in page.text[: last.digits_start]:
        return list(atoms)
    if not last.number.decimals or any(atom and (atom.is_stated or atom.noun) for atom in atoms[:-1]):
        return list(atoms)
    caption: dict[str, Any] = {"currency": last.currency, "unit": last.unit, "scale": last.scale, "note": SHARED_UNIT}
    return [
        replace(atom, **caption) if atom and atom.number.decimals and not atom.is_spoilt else None
        for atom in atoms[:-1]
    ] + [last]


def _joint(page: Page, gap: str) -> str:
    """What a gap joins, a `list` or a `range`; empty where it joins nothing."""
    if parts(gap):
        return ""
    return (
        "list" if page.lexicon.list_join.fullmatch(gap) else "range" if page.lexicon.range_join.fullmatch(gap) else ""
    )


def _share(first: Atom, second: Atom) -> tuple[Atom, Atom]:
    takes_unit = first.currency is None and first.unit is None and first.noun is None
    if second.currency is None and second.unit is None and first.currency is not None:
        second = replace(second, currency=first.currency)
    if not takes_unit and first.currency is None:
        return first, second
    taken: dict[str, Any] = {}
    if first.scale is None and second.scale is not None and are_close(first, second):
        taken["scale"] = second.scale
    if takes_unit and (second.currency or second.unit) and not (first.scale is not None and second.unit in _SHARES):
        taken |= {"currency": second.currency, "unit": second.unit, "noun": second.noun}
    return (replace(first, **taken, note=first.note or SHARED_UNIT) if taken else first), second
