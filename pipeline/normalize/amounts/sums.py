"""One number printed in parts that fall in scale: `1 trillion 200 billion yen`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.normalize.amounts.atoms import Atom
from pipeline.normalize.amounts.numbers import scaled
from pipeline.normalize.amounts.page import Page


def join_sums(page: Page, atoms: Sequence[Atom | None]) -> list[Atom | None]:
    """Parts of one number as one number. Parts without a currency may as well be two cells: they are left out."""
    if not any(atom is not None and atom.scale is not None for atom in atoms):
        return list(atoms)
    joined: list[Atom | None] = []
    i = 0
    while i < len(atoms):
        last = i
        while last + 1 < len(atoms) and _continues(page, atoms[last], atoms[last + 1]):
            last += 1
        parts = [atom for atom in atoms[i : last + 1] if atom]
        joined.append(_sum(parts) if last > i else atoms[i])
        i = last + 1
    return joined


def _continues(page: Page, first: Atom | None, second: Atom | None) -> bool:
    """Whether the second is the next part: right behind the first one's scale, and below it."""
    if first is None or second is None or first.scale is None or first.unit or first.noun or second.start < first.end:
        return False
    gap = page.folded[first.end : second.digits_start]
    if gap.strip(" \xa0\n") or first.number.decimals or second.negative or second.bound:
        return False
    if page.folded[first.digits_end : first.end].strip(" \xa0\n-") not in page.lexicon.scales:
        return False
    if second.scale is None and (second.currency is None or first.currency is not None):
        return False
    return scaled(second.number, second.scale or 0) < 10**first.scale and (second.scale or 0) < first.scale


def _sum(parts: list[Atom]) -> Atom | None:
    """The parts as one atom: the currency stands before the first or behind the last, never at both or neither."""
    first, last = parts[0], parts[-1]
    money = {part.currency for part in parts if part.currency}
    if len(money) != 1 or last.unit or last.noun or any(part.number.above is not None for part in parts):
        return None
    above = sum((scaled(part.number, part.scale or 0) for part in parts[1:-1]), scaled(first.number, first.scale or 0))
    number = replace(last.number, above=above, above_power=parts[-2].scale or 0, is_grouped=True)
    return replace(
        last,
        number=number,
        start=first.start,
        digits_start=first.digits_start,
        negative=first.negative,
        bound=first.bound,
        currency=money.pop(),
    )
