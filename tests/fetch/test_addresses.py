"""Which addresses are asked, which machines stand behind them, and what is one site."""

from __future__ import annotations

import socket
from contextlib import suppress

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.fetch.addresses import is_same_site, may_connect, read_address, resolve
from pipeline.fetch.limits import FetchFailed
from tests.each import each


@each(
    "address",
    [
        "ftp://mofa.example/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "javascript:alert(1)",
        "//mofa.example/x",
        "www.mofa.example/x",
        "",
        "http:///x",
        "http://",
        "http://me:secret@mofa.example/",
        "http://mofa.example\\@127.0.0.1/",
        "http://mofa.example:0/",
        "http://mofa.example:99999/",
        "http://mofa.example:x/",
        "http://mofa.example/\r\nX: y",
        "http://127.1/",
        "http://127.0.1/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://2130706433/",
        "http://0/",
        "http://127.0.0.01/",
        "http://127.0.0.1./",
        "http://256.0.0.1/",
        "http://127%2e0.0.1/",
        "http://１２７.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[0:0:0:0:0:0:0:1]/",
        "http://[fe80::1%25eth0]/",
        "http://mofa.example./",
        "http://mofa..example/",
        "http://-/",
        "http://a.0x/",
    ],
)
def test_never_asked(address: str) -> None:
    with pytest.raises(FetchFailed):
        read_address(address)


@each(
    ("address", "read"),
    [
        ("https://www.mofa.example/a.html#top", "https://www.mofa.example/a.html"),
        ("HTTP://WWW.Mofa.example/A", "http://www.mofa.example/A"),
        ("http://mofa.example/a b?q=\u00e9", "http://mofa.example/a%20b?q=%C3%A9"),
        ("http://203.0.114.7:8080/", "http://203.0.114.7:8080/"),
        ("http://[2001:db9::1]/", "http://[2001:db9::1]/"),
        ("http://\u5916\u52d9.example/", "http://xn--lhrz8l.example/"),
    ],
)
def test_read(address: str, read: str) -> None:
    assert str(read_address(address)) == read


@each(
    ("machine", "alone", "allowed"),
    [
        ("203.0.114.7", True, True),
        ("2400:cb00::1", True, True),
        ("64:ff9b::cb00:7207", True, True),
        ("64:ff9b::7f00:1", False, False),
        ("127.0.0.1", False, True),
        ("127.8.8.8", False, True),
        ("::1", False, True),
        ("10.1.2.3", False, True),
        ("172.16.0.1", False, True),
        ("192.168.0.1", False, True),
        ("fd00::1", False, True),
        ("100.64.0.1", False, False),
        ("169.254.169.254", False, False),
        ("fe80::1", False, False),
        ("0.0.0.0", False, False),
        ("::", False, False),
        ("224.0.0.1", False, False),
        ("ff02::1", False, False),
        ("240.0.0.1", False, False),
        ("255.255.255.255", False, False),
        ("2002:7f00:1::1", False, False),
        ("2001:db8::1", False, True),
        ("::127.0.0.1", False, False),
        ("fec0::1", False, False),
    ],
)
def test_machines(machine: str, alone: bool, allowed: bool) -> None:
    assert may_connect(machine) is alone
    assert may_connect(machine, allow_private=True) is allowed


def test_every_machine_of_a_name_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def found(*_: object, **__: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", ("203.0.114.7", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with pytest.raises(FetchFailed, match="no public machine"):
        resolve(httpx.URL("http://mofa.example/"))


def test_a_name_for_loopback() -> None:
    with pytest.raises(FetchFailed, match="no public machine"):
        resolve(httpx.URL("http://localhost/"))


@each(
    ("there", "same"),
    [
        ("http://mofa.example/x", True),
        ("http://www.mofa.example/x", True),
        ("https://www.mofa.example/x", True),
        ("http://www2.mofa.example/x", True),
        ("http://example/", False),
        ("http://evilmofa.example/", False),
        ("http://mofa.example.evil.example/", False),
        ("http://www.mofa.example:22/", False),
        ("http://other.example/", False),
    ],
)
def test_one_site(there: str, same: bool) -> None:
    assert is_same_site(httpx.URL("http://www.mofa.example/"), httpx.URL(there)) is same


def test_not_back_to_http() -> None:
    assert not is_same_site(httpx.URL("https://mofa.example/"), httpx.URL("http://mofa.example/"))


@pytest.mark.parametrize("there", ["http://1.127.0.0.1/", "http://a.localhost/"])
def test_numbers_and_bare_names_have_nothing_below_them(there: str) -> None:
    assert not is_same_site(httpx.URL("http://127.0.0.1/"), httpx.URL(there))
    assert not is_same_site(httpx.URL("http://localhost/"), httpx.URL(there))


@given(st.text() | st.text("htp:/.0127x[]@%#?\\\u3002 ", max_size=30).map("http://".__add__))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(FetchFailed):
        url = read_address(text)
        assert read_address(str(url)) == url
        assert url.host


@given(st.integers(0, 2**32 - 1))
def test_any_number_is_plain_or_refused(number: int) -> None:
    for host in (str(number), hex(number), f"{number >> 24}.{number & 0xFFFFFF}"):
        with pytest.raises(FetchFailed):
            read_address(f"http://{host}/")
