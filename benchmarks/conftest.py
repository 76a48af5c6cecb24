"""The small tables at the end: microseconds a string, the best of all rounds, and what pages and long sheets cost."""

from __future__ import annotations

import pytest

from benchmarks.report import lines


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    session = getattr(config, "_benchmarksession", None)
    rows: dict[tuple[str, str], dict[str, float]] = {}
    for run in session.benchmarks if session else ():
        told = run.extra_info
        rows.setdefault((told["matter"], told["who"]), {})[told["times"]] = run.stats.min / told["strings"] * 1e6
    if rows:
        terminalreporter.write_line(f"\n{'microseconds a string':<36}{'first':>10}{'again':>10}")
    for (matter, who), times in rows.items():
        numbers = "".join(f"{times[key]:>10.1f}" if key in times else f"{'':>10}" for key in ("first", "again"))
        terminalreporter.write_line(f"{matter:<10}{who:<26}{numbers}")
    for line in lines():
        terminalreporter.write_line(line)
