"""How it is told what was published, for people. No printing."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.publish import Published


def published_lines(published: Published, *, verbose: bool = False) -> Iterator[str]:
    """What stands in the database, for people.

    >>> print(*published_lines(Published("factsheets", {"visits": 1200}, ("v_visits",), "", True, 0.25)))
    schema factsheets: 1,200 rows in 1 tables, 1 views, as they were (0.2 s)
    """
    if verbose:
        width = max(map(len, published.rows))
        yield from (f"  {table:<{width}} {rows:>9,}" for table, rows in published.rows.items())
    counts = f"{sum(published.rows.values()):,} rows in {len(published.rows)} tables, {len(published.views)} views"
    unchanged = ", as they were" if published.is_unchanged else ""
    yield f"schema {published.schema}: {counts}{unchanged} ({published.seconds:.1f} s)"
