"""Asking a real server that behaves well, badly and not at all."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
import ssl
import subprocess
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.fetch import polite, wire
from pipeline.fetch.limits import FetchFailed, Limits
from pipeline.fetch.polite import Guest
from tests.fetch.site import QUICK, Site, hang, moved, page, raw, serving, status

BODY = b"<html><p>Asia</p></html>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def guest(limits: Limits = QUICK) -> Guest:
    return Guest(limits, allow_private=True)


def failure(site: Site, path: str = "/a", limits: Limits = QUICK) -> str:
    with pytest.raises(FetchFailed) as caught:
        guest(limits).get(site.at(path))
    return str(caught.value)


class TestAnswers:
    def test_a_page_as_it_was_sent(self, site: Site) -> None:
        answer = guest().get(site.put("/a", page(BODY, ETag='"1"')))
        assert (answer.status, answer.body, answer.headers["etag"]) == (200, BODY, '"1"')

    @pytest.mark.parametrize("code", [304, 401, 403, 404, 410])
    def test_other_answers_are_answers(self, site: Site, code: int) -> None:
        assert guest().get(site.put("/a", status(code))).status == code
        assert site.paths() == ["/a"]

    def test_the_name_is_honest_and_conditions_are_sent(self, site: Site) -> None:
        made = Guest(QUICK, allow_private=True, contact="mailto:me@a.example")
        made.get(site.put("/a?b=c", page(BODY)), {"If-None-Match": '"1"'})
        asked = site.asked[-1].headers
        assert re.fullmatch(r"factsheets/[0-9.]+ \(collects fact sheets; mailto:me@a\.example\)", asked["user-agent"])
        assert asked["if-none-match"] == '"1"'
        assert asked["host"] == f"127.0.0.1:{site.server_address[1]}"

    @pytest.mark.parametrize(
        "sent",
        [
            raw(
                HEAD + b"Transfer-Encoding: chunked\r\n\r\n",
                b"c\r\n<html><p>Asi\r\n",
                b"c\r\na</p></html>\r\n0\r\n\r\n",
            ),
            raw(HEAD + b"\r\n", BODY),
            raw(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY)),
            raw(b"HTTP/1.1 103 Early Hints\r\n\r\n" + HEAD + b"Content-Length: 24\r\n\r\n" + BODY),
        ],
        ids=["chunked", "to the end", "gzip", "hints first"],
    )
    def test_every_framing(self, site: Site, sent: object) -> None:
        assert guest().get(site.put("/a", sent)).body == BODY  # type: ignore[arg-type]


class TestPatience:
    @pytest.mark.parametrize(
        "bad", [status(500), status(503), status(429), raw(), raw(HEAD)], ids=["500", "503", "429", "nothing", "a head"]
    )
    def test_asks_again(self, site: Site, bad: object) -> None:
        assert guest().get(site.put("/a", bad, bad, page(BODY))).body == BODY  # type: ignore[arg-type]
        assert site.paths() == ["/a"] * 3

    def test_not_for_ever(self, site: Site) -> None:
        site.put("/a", status(500))
        assert failure(site) == "the server answered 500, 3 times"
        assert site.paths() == ["/a"] * 3

    @pytest.mark.parametrize("form", ["seconds", "date"])
    def test_waits_as_long_as_asked(self, site: Site, form: str) -> None:
        later = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
        site.put("/a", status(429, Retry_After="1" if form == "seconds" else later), page(BODY))
        guest(QUICK._replace(longest_wait=5)).get(site.at("/a"))
        first, second = (asked.at for asked in site.asked[-2:])
        assert second - first >= 0.9

    @pytest.mark.parametrize("value", ["2", "999999999", "Fri, 01 Jan 2100 00:00:00 GMT"])
    def test_but_not_too_long(self, site: Site, value: str) -> None:
        site.put("/a", status(429, Retry_After=value))
        assert "asks to wait for" in failure(site)
        assert site.paths() == ["/a"]

    @pytest.mark.parametrize("value", ["-5", "soon", "", "Thu, 01 Jan 1970 00:00:00 GMT", "1e3", "Wed, 99 Foo"])
    def test_odd_wishes_are_none(self, site: Site, value: str) -> None:
        assert guest().get(site.put("/a", status(503, Retry_After=value), page(BODY))).body == BODY

    def test_a_delay_between_requests(self, site: Site) -> None:
        made = guest(QUICK._replace(delay=0.2))
        made.get(site.put("/a", moved("/b"), page(BODY)))
        site.put("/b", page(BODY))
        made.get(site.at("/a"))
        times = [asked.at for asked in site.asked]
        assert len(times) >= 3
        assert min(after - before for before, after in pairwise(times)) >= 0.19

    def test_the_delay_that_a_site_asks_for(self, site: Site) -> None:
        site.put("/robots.txt", status(200, b"User-agent: *\nCrawl-delay: 0.3\n"))
        guest().get(site.put("/a", page(BODY)))
        assert site.asked[1].at - site.asked[0].at >= 0.29

    @pytest.mark.parametrize("bad", [status(500), hang])
    def test_a_host_that_fails_is_left_alone(self, site: Site, bad: object) -> None:
        made = guest(QUICK._replace(attempts=1, host_failures=2, total=0.3))
        site.put("/a", bad)  # type: ignore[arg-type]
        for _ in range(4):
            with pytest.raises(FetchFailed):
                made.get(site.at("/a"))
        assert site.paths() == ["/a"] * 2


class TestWholeOrNothing:
    @pytest.mark.parametrize(
        ("sent", "why"),
        [
            (raw(), "cut off"),
            (raw(b"HTTP/1.1 200"), "cut off"),
            (raw(b"what is this\r\n\r\n"), "cut off"),
            (raw(HEAD + b"Content-Length: 30\r\n\r\n" + BODY), "cut off"),
            (raw(HEAD + b"Content-Length: 10\r\n\r\n" + BODY), "longer than it was said"),
            (raw(HEAD + b"Content-Length: 10\r\nContent-Length: 24\r\n\r\n" + BODY), "cut off"),
            (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n18\r\n" + BODY + b"\r\n"), "cut off"),
            (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n18\r\n" + BODY[:10]), "cut off"),
            (raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n" + BODY), "cut off"),
            (raw(HEAD + b"\r\n" + BODY[:-8]), "cut off"),
            (raw(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(BODY)[:-4]), "gzip"),
            (raw(HEAD + b"Content-Encoding: zstd\r\n\r\n" + BODY), "coding"),
        ],
    )
    def test_stumps(self, site: Site, sent: object, why: str) -> None:
        site.put("/a", sent)  # type: ignore[arg-type]
        assert why in failure(site)
        assert site.paths() == ["/a"] * 3

    @pytest.mark.parametrize("form", ["plain", "said", "gzip", "bomb"])
    def test_too_large(self, site: Site, form: str) -> None:
        data = BODY + b" " * (2_000_000 if form == "bomb" else 5000)
        sent = {
            "plain": raw(HEAD + b"\r\n" + data),
            "said": page(data),
            "gzip": page(gzip.compress(data), Content_Encoding="gzip"),
            "bomb": page(gzip.compress(gzip.compress(data)), Content_Encoding="gzip, gzip"),
        }
        site.put("/a", sent[form])
        assert "over the limit" in failure(site, limits=QUICK._replace(max_bytes=4000))
        assert site.paths() == ["/a"]

    def test_a_bomb_beyond_the_limit_of_a_sheet(self, site: Site) -> None:
        site.put("/a", page(gzip.compress(b"\0" * 50_000_000, 1), Content_Encoding="gzip"))
        assert "over the limit" in failure(site)

    @pytest.mark.parametrize(
        "sent",
        [
            hang,
            raw(HEAD + b"Content-Length: 900\r\n\r\n", *[b"x"] * 900, pause=0.05),
            raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", *[b"1\r\nx\r\n"] * 900, pause=0.05),
            raw(HEAD, *[b"X-%d: y\r\n" % n for n in range(200)], pause=0.05),
        ],
        ids=["hang", "body", "chunks", "headers"],
    )
    def test_drips_and_silence_end_at_the_deadline(self, site: Site, sent: object) -> None:
        site.put("/robots.txt", status(404))
        site.put("/a", sent)  # type: ignore[arg-type]
        started = time.monotonic()
        assert "time limit" in failure(site, limits=QUICK._replace(total=0.5))
        assert time.monotonic() - started < 8
        assert site.paths() == ["/a"]

    def test_nobody_there(self) -> None:
        with serving() as gone:
            address = gone.at("/a")
        with pytest.raises(FetchFailed, match="no connection"):
            guest().get(address)

    def test_a_name_that_nobody_has(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def unknown(*_: object, **__: object) -> None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        with pytest.raises(FetchFailed, match="not known"):
            guest().get("http://nobody.invalid/")

    def test_no_tls_there(self, site: Site) -> None:
        with pytest.raises(FetchFailed, match="no connection"):
            guest().get(site.at("/a").replace("http:", "https:"))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes its certificates with openssl")
class TestTls:
    """A certificate that nobody vouches for, then one that the machine trusts, for another name and for its own."""

    @pytest.fixture
    def certificate(self, site: Site, tmp_path: Path) -> Path:
        made = tmp_path / "made.pem"
        command = [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=sheets.example",
        ]
        names = ["-addext", "subjectAltName=DNS:sheets.example", "-keyout", str(made), "-out", str(tmp_path / "c.pem")]
        subprocess.run([*command, *names], check=True, capture_output=True)
        made.write_bytes(made.read_bytes() + (tmp_path / "c.pem").read_bytes())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made)
        site.socket = context.wrap_socket(site.socket, server_side=True)
        site.put("/a", page(BODY))
        return tmp_path / "c.pem"

    def ask(self, site: Site, host: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
        monkeypatch.setattr(polite, "resolve", lambda url, *, allow_private: ["127.0.0.1"])
        return guest().get(site.at("/a", host).replace("http:", "https:")).body

    def test_trusted(self, site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wire, "trusted", lambda: ssl.create_default_context(cafile=str(certificate)))
        assert self.ask(site, "sheets.example", monkeypatch) == BODY

    def test_for_another_name(self, site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(wire, "trusted", lambda: ssl.create_default_context(cafile=str(certificate)))
        with pytest.raises(FetchFailed, match="certificate is not trusted"):
            self.ask(site, "other.example", monkeypatch)
        assert site.asked == []

    @pytest.mark.usefixtures("certificate")
    def test_of_nobody(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        with pytest.raises(FetchFailed, match="certificate is not trusted"):
            self.ask(site, "sheets.example", monkeypatch)
        assert site.asked == []


class TestRedirects:
    @pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
    def test_on_the_site(self, site: Site, code: int) -> None:
        site.put("/b/c", page(BODY))
        site.put("/b/d", moved("c#x", code))
        answer = guest().get(site.put("/a", moved("/b/d", code)))
        assert (answer.body, answer.address) == (BODY, site.at("/b/c"))

    def test_five_and_no_more(self, site: Site) -> None:
        for n in range(6):
            site.put(f"/{n}", moved(f"/{n + 1}"))
        site.put("/6", page(BODY))
        assert guest().get(site.at("/1")).body == BODY
        assert "more than 5 redirects" in failure(site, "/0")

    def test_in_a_circle(self, site: Site) -> None:
        site.put("/a", moved("/a"))
        assert "more than 5 redirects" in failure(site)
        assert site.paths() == ["/a"] * 6

    @pytest.mark.parametrize(
        "to",
        [
            "http://localhost:{port}/b",
            "http://127.0.0.2:{port}/b",
            "http://other.example/b",
            "http://127.0.0.1:{other}/b",
            "https://127.0.0.1:22/b",
            "http://127.1:{port}/b",
            "http://[::ffff:127.0.0.1]:{port}/b",
            "http://me@127.0.0.1:{port}/b",
            "file:///etc/passwd",
            "ftp://127.0.0.1/b",
            "http://[",
        ],
    )
    def test_away(self, site: Site, to: str) -> None:
        with serving() as other:
            site.put("/a", moved(to.format(port=site.server_address[1], other=other.server_address[1])))
            failure(site)
            assert other.asked == []
        assert site.paths() == ["/a"]

    def test_to_what_robots_forbid(self, site: Site) -> None:
        site.put("/robots.txt", status(200, b"User-agent: *\nDisallow: /b"))
        site.put("/a", moved("/b"))
        assert "robots.txt" in failure(site)
        assert site.paths() == ["/a"]

    def test_without_saying_where(self, site: Site) -> None:
        assert guest().get(site.put("/a", status(302))).status == 302


class TestPrivate:
    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "0x7f.1", "[::ffff:127.0.0.1]"])
    def test_is_never_asked(self, site: Site, host: str) -> None:
        with pytest.raises(FetchFailed):
            Guest(QUICK).get(site.at("/a", host))
        assert site.asked == []

    def test_a_name_is_resolved_once_a_request(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        """A name that is public when looked at and private when asked: the connection goes to what was looked at."""
        monkeypatch.setattr(polite, "resolve", lambda url, *, allow_private: ["127.0.0.1"])
        site.put("/a", page(BODY))
        answer = Guest(QUICK).get(site.at("/a", "sheets.example"))
        assert answer.body == BODY
        assert site.asked[-1].headers["host"].startswith("sheets.example:")


class TestRobots:
    @pytest.mark.parametrize(
        ("reply", "allowed"),
        [
            (status(404), True),
            (status(401), True),
            (status(403), True),
            (status(200, b"User-agent: *\nDisallow:"), True),
            (status(200, b"\xff\xfe\x00"), True),
            (status(200, b"User-agent: *\nDisallow: /"), False),
            (status(200, b"User-agent: factsheets\nDisallow: /a"), False),
            (status(500), False),
            (status(503), False),
            (status(429), False),
            (raw(), False),
            (moved("/robots.txt"), False),
            (moved("http://other.example/robots.txt"), False),
        ],
    )
    def test_obeyed(self, site: Site, reply: object, allowed: bool) -> None:
        site.put("/robots.txt", reply)  # type: ignore[arg-type]
        site.put("/a", page(BODY))
        if allowed:
            assert guest().get(site.at("/a")).body == BODY
        else:
            assert "robots.txt" in failure(site)
            assert site.paths() == []

    def test_asked_once_a_site(self, site: Site) -> None:
        made = guest()
        for _ in range(3):
            made.get(site.put("/a", page(BODY)))
        assert [asked.path for asked in site.asked] == ["/robots.txt", "/a", "/a", "/a"]

    def test_moved_on_the_site(self, site: Site) -> None:
        site.put("/robots.txt", moved("/r"))
        site.put("/r", status(200, b"User-agent: *\nDisallow: /a"))
        assert "does not allow" in failure(site)

    def test_a_query_counts(self, site: Site) -> None:
        site.put("/robots.txt", status(200, b"User-agent: *\nDisallow: /*?print=1$"))
        assert "does not allow" in failure(site, "/a?print=1")
        assert guest().get(site.put("/a?print=2", page(BODY))).status == 200
