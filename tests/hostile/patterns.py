"""Every compiled pattern in the program, those built from data files included, and strings that would make one backtrack."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
import types
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pipeline
import schemas
from pipeline.publishers import load
from pipeline.records import Source
from pipeline.sheet import read_sheet
from tests.helpers import FIXTURES

OURS = ("pipeline", "schemas")
METHODS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"})
STEADY = frozenset({"match", "fullmatch"})
"""Methods that try a pattern at one place only."""


@cache
def modules() -> tuple[types.ModuleType, ...]:
    """All modules of the program; some sheets are read, so that what is built late is there."""
    found = [pipeline, schemas]
    for package in (pipeline, schemas):
        names = (one.name for one in pkgutil.walk_packages(package.__path__, package.__name__ + "."))
        found += [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    for path in sorted((FIXTURES / "unseen" / "01").glob("*.[th]*")):
        read_sheet(Source(path.name, path.read_bytes()))
    return tuple(found)


def _is_ours(value: object) -> bool:
    if isinstance(value, types.ModuleType):
        return value.__name__.split(".")[0] in OURS
    if isinstance(value, type | types.FunctionType):
        return (value.__module__ or "").split(".")[0] in OURS
    return not isinstance(value, str | bytes | int | float | types.CodeType | types.BuiltinFunctionType)


def reachable() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Each pattern that anything in the program holds, with its name or that of the module it was first met in."""
    seen: set[int] = set()
    known: set[tuple[Any, int]] = set()
    named = [
        (f"{module.__name__}.{name}", value)
        for module in modules()
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern)
    ]
    waiting: list[tuple[str, Any]] = [(module.__name__, module.__dict__) for module in modules()] + named
    while waiting:
        where, value = waiting.pop()
        if isinstance(value, re.Pattern):
            if (value.pattern, value.flags) not in known:
                known.add((value.pattern, value.flags))
                yield where, value
        elif id(value) not in seen and _is_ours(value):
            seen.add(id(value))
            if isinstance(wrapped := getattr(value, "__wrapped__", None), types.FunctionType):
                where = f"{wrapped.__module__}.{wrapped.__name__}"
            held = value.items() if isinstance(value, dict) else ((None, one) for one in gc.get_referents(value))
            for name, one in held:
                inner = f"{where}.{name}" if isinstance(one, re.Pattern) and isinstance(name, str) else where
                waiting.append((inner, one))


@cache
def uses() -> dict[str, frozenset[str]]:
    """The methods that are asked of each pattern, by module and name: in its own module and where it is imported."""
    found: dict[str, set[str]] = {}
    for module in modules():
        tree = ast.parse(Path(module.__file__ or "").read_text("utf-8"))
        imported = {
            alias.asname or alias.name: f"{node.module}.{alias.name}"
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute) or node.attr not in METHODS:
                continue
            holder = node.value.func if isinstance(node.value, ast.Call) else node.value
            if isinstance(holder, ast.Attribute) and isinstance(holder.value, ast.Call):
                holder = holder.value.func  # `titles().native.fullmatch(…)`: one of those that a function hands out
            if isinstance(holder, ast.Name):
                name = holder.id
                found.setdefault(imported.get(name, f"{module.__name__}.{name}"), set()).add(node.attr)
    return {name: frozenset(methods) for name, methods in found.items()}


def ways(where: str, pattern: re.Pattern[Any]) -> list[Callable[[Any], object]]:
    """How the program uses a pattern, as far as its source says so by name; else both ways."""
    if pattern in {whole for whole, _ in load().wholes}:
        return [pattern.fullmatch]
    asked = uses().get(where, frozenset())
    found: list[Callable[[Any], object]] = []
    if not asked or asked & STEADY:
        found.append(pattern.fullmatch if "fullmatch" in asked else pattern.match)
    if not asked or asked - STEADY:
        found.append(lambda text: sum(1 for _ in pattern.finditer(text)))
    return found


_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1", codes.CATEGORY_NOT_DIGIT: "a", codes.CATEGORY_SPACE: " ", codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_WORD: "a", codes.CATEGORY_NOT_WORD: ".",
}  # fmt: skip


def _letters(parts: Any) -> Iterator[str]:
    for code, value in parts:
        if code is codes.LITERAL:
            yield chr(value)
        elif code in (codes.NOT_LITERAL, codes.ANY):
            yield "x"
        elif code is codes.IN:
            yield from _class_letters(value)
        elif code is codes.BRANCH:
            for branch in value[1][:6]:
                yield from _letters(branch)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            if value[1] > 8:
                yield from _letters(value[2])
        elif code is codes.SUBPATTERN:
            yield from _letters(value[3])
        elif code is codes.ATOMIC_GROUP:
            yield from _letters(value)


def _class_letters(items: Any) -> Iterator[str]:
    for code, value in items[:4]:
        if code is codes.NEGATE:
            yield "x"
            return
        if code is codes.LITERAL:
            yield chr(value)
        elif code is codes.RANGE:
            yield chr(value[0])
        elif code is codes.CATEGORY:
            yield _CATEGORIES.get(value, "a")


def repeats(pattern: re.Pattern[Any]) -> list[str]:
    """What the unbounded repeats of a pattern take: strings to be repeated."""
    found: dict[str, None] = {}

    def walk(parts: Any, lead: str) -> None:
        for code, value in parts:
            if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
                if value[1] > 8:
                    unit = list(dict.fromkeys(_letters(value[2])))
                    found.update(dict.fromkeys(unit[:3]))
                    found["".join(unit[:4])] = None
                    if lead:
                        found[lead[-3:] + "".join(unit[:1]) * 2] = None
                walk(value[2], lead)
            elif code is codes.BRANCH:
                for branch in value[1][:6]:
                    walk(branch, lead)
            elif code is codes.SUBPATTERN:
                walk(value[3], lead)
            elif code is codes.ATOMIC_GROUP:
                walk(value, lead)
            elif code is codes.LITERAL:
                lead += chr(value)

    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    walk(parser.parse(text, flags & ~re.DEBUG), "")
    return [unit for unit in found if unit]
