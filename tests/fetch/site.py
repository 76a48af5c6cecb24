"""A site of one's own on loopback, with pages that behave as told; and sheets for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import NamedTuple

from pipeline.fetch import Limits

QUICK = Limits(connect=2, total=2, delay=0, pause=0.01, longest_wait=1, attempts=3)
LOGIN = "<html><head><title>Sign in</title></head><body><form><h1>Please sign in</h1><input></form></body></html>"
SHELL = "<html><head><title>Relations</title></head><body><h1>Japan-{partner} Relations</h1></body></html>"


def sheet(exports: str = "1.8", partner: str = "Mongolia", rows: int = 3) -> bytes:
    """A page that is a fact sheet, made up."""
    visits = "".join(f"<tr><td>{2000 + n}</td><td>Prime Minister Taro SATO</td></tr>" for n in range(rows))
    return f"""<!DOCTYPE html><html lang="en"><head><title>Japan-{partner} Relations</title></head><body>
<h1>Japan-{partner} Relations</h1><h2>Economic Relations</h2><h3>Trade with Japan (2013)</h3>
<ul><li>Exports: {exports} billion yen</li><li>Imports: 29.3 billion yen</li></ul>
<h2>VIP Visits</h2><h3>From Japan to {partner}</h3>
<table><tr><th>Year</th><th>Name</th></tr>{visits}</table></body></html>""".encode()


class Asked(NamedTuple):
    """One request as it came."""

    path: str
    headers: dict[str, str]
    at: float


class Handler(BaseHTTPRequestHandler):
    """Answers as the site's page says."""

    protocol_version = "HTTP/1.1"
    server: Site

    def do_GET(self) -> None:
        self.close_connection = True
        told = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append(Asked(self.path, told, time.monotonic()))
        replies = self.server.pages.get(self.path, [status(404)])
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        with suppress(BrokenPipeError, ConnectionResetError):
            reply(self)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


Reply = Callable[[Handler], None]


class Site(ThreadingHTTPServer):
    """`pages` holds the replies to a path, one after another, the last one for ever; `asked` is what came."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, list[Reply]] = {}
        self.asked: list[Asked] = []
        self.is_over = Event()

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a page."""
        return f"http://{host}:{self.server_address[1]}{path}"

    def put(self, path: str, *replies: Reply) -> str:
        """Have a page behave; gives its address."""
        self.pages[path] = list(replies)
        return self.at(path)

    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]


@contextmanager
def serving() -> Iterator[Site]:
    """A site for a while."""
    with Site() as site:
        thread = Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            site.is_over.set()
            site.shutdown()
            thread.join()


def status(code: int, body: bytes = b"", **headers: str) -> Reply:
    """A plain answer; header names with `_` for `-`."""

    def reply(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers and "Transfer_Encoding" not in headers and code != 304:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def page(body: bytes, **headers: str) -> Reply:
    """A page that came."""
    return status(200, body, **{"Content_Type": "text/html; charset=utf-8", **headers})


def moved(to: str, code: int = 302) -> Reply:
    """A redirect."""
    return status(code, Location=to)


def known(body: bytes, etag: str) -> Reply:
    """A page with a tag: 304 for who has it already."""

    def reply(handler: Handler) -> None:
        is_same = handler.headers.get("If-None-Match") == etag
        (status(304, ETag=etag) if is_same else page(body, ETag=etag))(handler)

    return reply


def raw(*pieces: bytes, pause: float = 0.0) -> Reply:
    """Bytes as they are, with a pause before each; then the connection is closed."""

    def reply(handler: Handler) -> None:
        for piece in pieces:
            if pause and handler.server.is_over.wait(pause):
                return
            handler.wfile.write(piece)
            handler.wfile.flush()

    return reply


def hang(handler: Handler) -> None:
    """Say nothing until the site is over."""
    handler.server.is_over.wait(20)
