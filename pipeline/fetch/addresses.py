"""Which addresses may be asked: http and https, plain spellings, public machines, one site.

A name is resolved once and every address that it has is looked at; the connection then goes to one of these, so that a
name cannot mean one machine when it is checked and another when it is asked.
"""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from pipeline.fetch.limits import FetchFailed, Unsteady

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_PORTS = {"http": 80, "https": 443}
_UNICAST = IPv6Network("2000::/3")
_SIX_TO_FOUR = IPv6Network("2002::/16")
_NAT64 = IPv6Network("64:ff9b::/96")


def read_address(address: str) -> httpx.URL:
    """An address in its parts, without its fragment. Raises `FetchFailed` for one that is never asked.

    Refused: other schemes than http and https, names and passwords in it, and hosts in spellings that readers of
    addresses disagree about: `127.1`, `0x7f.1`, `[::ffff:127.0.0.1]`, a final dot, escapes.

    >>> str(read_address("https://www.mofa.go.jp/region/asia-paci/mongolia/data.html#a"))
    'https://www.mofa.go.jp/region/asia-paci/mongolia/data.html'
    >>> read_address("http://0x7f.1/")
    Traceback (most recent call last):
        ...
    pipeline.fetch.limits.FetchFailed: its host is spelled oddly: '0x7f.1'
    """
    try:
        url = httpx.URL(address).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchFailed(f"no address: {error}") from None
    if url.scheme not in _PORTS:
        raise FetchFailed("only http and https addresses are asked")
    if url.userinfo:
        raise FetchFailed("an address with a user's name in it is not asked")
    if not url.host:
        raise FetchFailed("no address: it names no host")
    if not 0 < port_of(url) < 65536:
        raise FetchFailed("no address: there is no such port")
    if not _is_plain(url.raw_host.decode("ascii")):
        raise FetchFailed(f"its host is spelled oddly: {url.host!r}")
    return url


def port_of(url: httpx.URL) -> int:
    """The port of an address of `http` or `https`: the one that it says, else the usual one.

    >>> port_of(httpx.URL("https://www.mofa.go.jp/")), port_of(httpx.URL("http://localhost:8080/"))
    (443, 8080)
    """
    return _PORTS[url.scheme] if url.port is None else url.port


def _is_plain(host: str) -> bool:
    try:
        number = ip_address(host)
    except ValueError:
        return bool(_HOST.fullmatch(host)) and ".." not in host and not _ends_in_number(host)
    if isinstance(number, IPv6Address) and (number.scope_id or number.ipv4_mapped):
        return False
    return str(number) == host


def _ends_in_number(host: str) -> bool:
    """Whether readers of addresses take a host for a number, however spelled."""
    return _NUMBER.fullmatch(host.rpartition(".")[2]) is not None


def is_same_site(url: httpx.URL, other: httpx.URL) -> bool:
    """Whether a redirect from `url` to `other` stays on the site: the same host, with or without `www.`, or one below
    it; the same port or the usual one; and not from https back to http.

    >>> there = [httpx.URL(f"https://{host}/") for host in ("mofa.go.jp", "www2.mofa.go.jp", "go.jp", "evil-mofa.go.jp")]
    >>> [is_same_site(httpx.URL("https://www.mofa.go.jp/"), url) for url in there]
    [True, True, False, False]
    """
    base = url.host.removeprefix("www.")
    is_below = other.host.endswith(f".{base}") and "." in base and not _ends_in_number(base)
    is_port_usual = port_of(other) in (port_of(url), _PORTS[other.scheme])
    is_downgrade = (url.scheme, other.scheme) == ("https", "http")
    return (other.host.removeprefix("www.") == base or is_below) and is_port_usual and not is_downgrade


def resolve(url: httpx.URL, *, allow_private: bool = False) -> list[str]:
    """The machines that a host's name stands for. Raises `FetchFailed` if any of them is not public.

    With `allow_private` loopback and private ones will do, for servers of one's own.
    """
    try:
        found = socket.getaddrinfo(url.raw_host.decode("ascii"), port_of(url), type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unsteady(f"its host is not known: {getattr(error, 'strerror', None) or error}") from None
    machines = list(dict.fromkeys(str(info[4][0]) for info in found))
    for machine in machines:
        if not may_connect(machine, allow_private=allow_private):
            raise FetchFailed(f"its host is no public machine ({machine})")
    return machines


def may_connect(machine: str, *, allow_private: bool = False) -> bool:
    """Whether a numeric address belongs to a public machine, or with `allow_private` to one of one's own.

    >>> [may_connect(machine) for machine in ("203.0.114.7", "127.0.0.1", "169.254.169.254", "224.0.0.1", "::1")]
    [True, False, False, False, False]
    """
    number = ip_address(machine)
    if number.is_multicast or number.is_unspecified or number.is_link_local:
        return False
    if allow_private and (number.is_loopback or (number.is_private and not number.is_reserved)):
        return True
    if isinstance(number, IPv4Address):
        return number.is_global
    if number in _NAT64:
        return IPv4Address(int(number) & 0xFFFF_FFFF).is_global
    return number.is_global and number in _UNICAST and number not in _SIX_TO_FOUR
