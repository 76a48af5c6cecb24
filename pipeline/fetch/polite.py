"""Asking for pages as a guest: what robots.txt allows, one request at a time, with waits, patience and an honest name."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from pipeline import __version__
from pipeline.fetch.addresses import is_same_site, port_of, read_address, resolve
from pipeline.fetch.limits import Deadline, FetchFailed, Limits, TooSlow, Unsteady
from pipeline.fetch.robots import ALLOW_ALL, ALLOW_NOTHING, Rules, read_rules
from pipeline.fetch.wire import Answer, ask

AGENT = "factsheets"
_MOVED = frozenset({301, 302, 303, 307, 308})
_SECONDS = re.compile("[0-9]{1,9}")
_LONGEST_CRAWL_DELAY = 30.0


class Guest:
    """Asks for pages; remembers, for as long as it lives, what each host allows, when it was asked, and how it failed."""

    def __init__(
        self, limits: Limits | None = None, *, allow_private: bool = False, contact: str | None = None
    ) -> None:
        self._limits, self._allow_private = limits or Limits(), allow_private
        self._headers = {
            "User-Agent": f"{AGENT}/{__version__} (collects fact sheets{f'; {contact}' if contact else ''})",
            "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        self._rules: dict[str, Rules | FetchFailed] = {}
        self._asked: dict[str, float] = {}
        self._failures: Counter[str] = Counter()

    def get(self, address: str, conditions: Mapping[str, str] | None = None) -> Answer:
        """The answer to an address, whatever its status, after redirects on the same site. Raises `FetchFailed`."""
        url = read_address(address)
        if self._failures[url.host] >= self._limits.host_failures:
            raise FetchFailed("its host failed several times in a row and is not asked again")
        try:
            answer = self._insist(url, {**self._headers, **(conditions or {})}, is_obedient=True)
        except (Unsteady, TooSlow):
            self._failures[url.host] += 1
            raise
        self._failures[url.host] = 0
        return answer

    def _insist(self, url: httpx.URL, headers: Mapping[str, str], *, is_obedient: bool) -> Answer:
        """Ask until there is an answer or the attempts are used up; then raises `Unsteady`."""
        pause = self._limits.pause
        for attempt in range(1, self._limits.attempts + 1):
            wait = pause
            try:
                answer = self._follow(url, headers, is_obedient=is_obedient)
                if answer.status != 429 and answer.status < 500:
                    return answer
                failure = Unsteady(f"the server answered {answer.status}")
                wait = max(pause, _asked_wait(answer.headers.get("retry-after")))
            except Unsteady as unsteady:
                failure = unsteady
            if wait > self._limits.longest_wait:
                raise Unsteady(f"{failure}, and asks to wait for {wait:.0f} seconds")
            if attempt < self._limits.attempts:
                time.sleep(wait)
            pause *= 2
        raise Unsteady(f"{failure}, {self._limits.attempts} times")

    def _follow(self, url: httpx.URL, headers: Mapping[str, str], *, is_obedient: bool) -> Answer:
        """One attempt, with its redirects, each of which is looked at as if it were the address."""
        at, left = url, self._limits.total
        for _ in range(self._limits.redirects + 1):
            if is_obedient:
                self._obey(at)
            self._wait_for_turn(at)
            deadline = Deadline(left)
            try:
                machines = resolve(at, allow_private=self._allow_private)
                answer = ask(at, machines, headers, self._limits, deadline)
            finally:
                left -= deadline.spent
                self._asked[at.host] = time.monotonic()
            if answer.status not in _MOVED or "location" not in answer.headers:
                return answer
            at = _next(url, at, answer.headers["location"])
        raise FetchFailed(f"more than {self._limits.redirects} redirects")

    def _obey(self, url: httpx.URL) -> None:
        """Raises `FetchFailed` for what the site wants left alone, or for a site that does not say what it wants."""
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if site not in self._rules:
            self._rules[site] = self._ask_rules(url.copy_with(raw_path=b"/robots.txt"))
        rules = self._rules[site]
        if isinstance(rules, FetchFailed):
            raise rules
        if not rules.allows(url.raw_path.decode("ascii")):
            raise FetchFailed("the site's robots.txt does not allow it")

    def _ask_rules(self, url: httpx.URL) -> Rules | FetchFailed:
        try:
            answer = self._insist(url, self._headers, is_obedient=False)
        except FetchFailed as failure:
            return FetchFailed(f"nothing is fetched without the site's robots.txt: {failure}")
        if answer.status == 200:
            return read_rules(answer.body.decode("utf-8", "replace"), AGENT)
        return ALLOW_ALL if 400 <= answer.status < 500 else ALLOW_NOTHING

    def _wait_for_turn(self, url: httpx.URL) -> None:
        rules = self._rules.get(f"{url.scheme}://{url.netloc.decode('ascii')}")
        wished = rules.delay or 0.0 if isinstance(rules, Rules) else 0.0
        delay = max(self._limits.delay, min(wished, _LONGEST_CRAWL_DELAY))
        if (asked := self._asked.get(url.host)) is not None:
            time.sleep(max(0.0, asked + delay - time.monotonic()))


def _next(start: httpx.URL, at: httpx.URL, location: str) -> httpx.URL:
    try:
        target = at.join(location)
    except (httpx.InvalidURL, ValueError):
        raise FetchFailed("redirected to what is no address") from None
    there = read_address(str(target))
    if not is_same_site(start, there) or not is_same_site(at.copy_with(host=start.host), there):
        raise FetchFailed(f"redirected away from the site, to {there.scheme}://{there.host}:{port_of(there)}")
    return there


def _asked_wait(value: str | None) -> float:
    """The seconds that a `Retry-After` asks for, printed as such or as a date; 0 for none.

    >>> _asked_wait("120"), _asked_wait("Wed, 21 Oct 2015 07:28:00 GMT"), _asked_wait("soon")
    (120.0, 0.0, 0.0)
    """
    text = (value or "").strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    there = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (there - datetime.now(UTC)).total_seconds())
