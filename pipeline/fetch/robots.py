"""What a site lets programs fetch: robots.txt as RFC 9309 has it, with `*` and `$`, and the longest rule winning."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote

MAX_CHARS = 512_000
_TOKEN = re.compile("[A-Za-z_-]+")
_ESCAPE = re.compile("%([0-9A-Fa-f]{2})")
_SECONDS = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class Rules(NamedTuple):
    """What a site says to one program: patterns of paths, each with whether it allows; seconds between requests."""

    patterns: tuple[tuple[str, bool], ...]
    delay: float | None = None

    def allows(self, target: str) -> bool:
        """Whether a path with its query may be fetched: the longest pattern says it, on a tie the one that allows."""
        path = _normal(target).replace("*", "%2A").replace("$", "%24")
        fitting = [(len(pattern), allowed) for pattern, allowed in self.patterns if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


ALLOW_ALL = Rules(())
ALLOW_NOTHING = Rules((("/", False),))


def read_rules(text: str, agent: str) -> Rules:
    r"""The rules for the program named `agent`: of all groups that name it together, else of those for `*`.

    Lines that are none of the standard's are passed over, only `Crawl-delay` is heeded as well. Text beyond 512,000
    characters is not read.

    >>> rules = read_rules("User-agent: *\nDisallow: /*.pdf$\nDisallow: /region/\nAllow: /region/*/data.html", "factsheets")
    >>> [rules.allows(path) for path in ("/a.pdf", "/a.pdf?x", "/region/asia/", "/region/asia/data.html")]
    [False, True, False, True]
    """
    named, others = _Group(), _Group()
    agents: set[str] = set()
    has_rules = False
    for key, value in _records(text[:MAX_CHARS]):
        if key == "user-agent":
            agents = set() if has_rules else agents
            has_rules = False
            agents.add(_agent(value))
        elif key in ("allow", "disallow", "crawl-delay"):
            has_rules = has_rules or key != "crawl-delay"
            for group, name in ((named, agent.lower()), (others, "*")):
                if name in agents:
                    group.take(key, value)
        if agent.lower() in agents:
            named.is_found = True
    return (named if named.is_found else others).rules()


class _Group:
    """The rules for one program while they are gathered."""

    def __init__(self) -> None:
        self.is_found = False
        self._patterns: list[tuple[str, bool]] = []
        self._delay: float | None = None

    def take(self, key: str, value: str) -> None:
        if key == "crawl-delay":
            if _SECONDS.fullmatch(value):
                self._delay = float(value)
        elif value:
            self._patterns.append((_pattern(value), key == "allow"))

    def rules(self) -> Rules:
        return Rules(tuple(self._patterns), self._delay)


def _records(text: str) -> list[tuple[str, str]]:
    records = []
    for line in re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            records.append((key.strip().lower(), value.strip()))
    return records


def _agent(value: str) -> str:
    token = _TOKEN.match(value)
    return "*" if value.startswith("*") else token[0].lower() if token else ""


def _pattern(value: str) -> str:
    """A pattern with its `$` in the middle, which means itself, told apart from the one at the end."""
    normal = _normal(value)
    return normal[:-1].replace("$", "%24") + normal[-1:]


def _normal(text: str) -> str:
    """Every character in its one spelling: only what has to be escaped is, in capitals."""
    ascii_only = quote(text, safe="".join(map(chr, range(33, 127))))
    return _ESCAPE.sub(lambda escape: _unescaped(int(escape[1], 16)), ascii_only)


def _unescaped(number: int) -> str:
    return chr(number) if chr(number) in _UNRESERVED else f"%{number:02X}"


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as a pattern says; the pieces between stars are looked for once, from left to right."""
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = parts.pop() if pattern.endswith("$") and parts else None
    for part in parts:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if not pattern.endswith("$"):
        return True
    return at == len(path) if last is None else path.endswith(last) and at + len(last) <= len(path)
