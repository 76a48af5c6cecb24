"""A table of cases in one test: a case of its own costs some milliseconds around what is often a tenth of one."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def each(names: str | tuple[str, ...], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Run a test for every case of a table, to the end whatever fails, as `pytest.mark.parametrize` does with a test for each.

    Fixtures are shared by all cases, so that what a case changes must not matter to the next one. Whatever fails is
    told with its own traceback and its case.

    >>> @each(("text", "length"), [("a", 1), ("bb", 3), ("c", 2)])
    ... def test_length(text, length):
    ...     assert len(text) == length
    >>> try:
    ...     test_length()
    ... except ExceptionGroup as failed:
    ...     print(failed, [error.__notes__ for error in failed.exceptions])
    2 of 3 cases fail (2 sub-exceptions) [["case: text='bb', length=3"], ["case: text='c', length=2"]]
    """
    keys = (names,) if isinstance(names, str) else names
    rows = [dict(zip(keys, (case,) if isinstance(names, str) else case, strict=True)) for case in cases]
    assert rows, "a table without cases tries nothing"

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        def whole(*given: Any, **fixtures: Any) -> None:
            failed = []
            for row in rows:
                try:
                    test(*given, **fixtures, **row)
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note("case: " + ", ".join(f"{key}={value!r:.500}" for key, value in row.items()))
                    failed.append(error)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(rows)} cases fail", failed)

        whole.__name__, whole.__qualname__, whole.__module__ = test.__name__, test.__qualname__, test.__module__
        whole.__doc__ = test.__doc__
        asked = inspect.signature(test)
        rest = [one for name, one in asked.parameters.items() if name not in keys]
        whole.__signature__ = asked.replace(parameters=rest)  # type: ignore[attr-defined]
        return whole

    return decorate
