"""The figures of measurements that are no rounds of one function, kept until all can be printed."""

from __future__ import annotations

from collections.abc import Iterator

_TABLES: dict[str, list[tuple[str, float]]] = {}


def told(table: str, what: str, figure: float) -> None:
    """Keep a figure for a table."""
    _TABLES.setdefault(table, []).append((what, figure))


def lines() -> Iterator[str]:
    """All tables, line by line."""
    for table, rows in _TABLES.items():
        yield ""
        yield table
        yield from (f"  {what:<40}{figure:>12.2f}" for what, figure in rows)
