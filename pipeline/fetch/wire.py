"""One exchange with one checked machine: bounded in time and bytes, and whole or nothing.

`httpcore` is what httpx stands on; asked directly, it lets us say to which machine it connects and how long any read may
take, so that neither a name that changes its meaning nor a server that drips bytes gets round the limits.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import httpcore
import httpx

from pipeline.fetch.limits import Deadline, FetchFailed, Limits, Unsteady
from pipeline.read.files.exchange import Reply, decode_body
from pipeline.read.limits import LIMITS, Damaged

TOO_LARGE = LIMITS.over("document")
_TRANSIENT = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)


class Answer(NamedTuple):
    """What a server answered: `headers` with lower-case names, the first of each; `body` decoded; where it came from."""

    status: int
    headers: dict[str, str]
    body: bytes
    address: str


def ask(
    url: httpx.URL, machines: Iterable[str], headers: Mapping[str, str], limits: Limits, deadline: Deadline
) -> Answer:
    """Ask one of the machines for an address. Raises `Unsteady` for what may pass: a connection that fails or ends too
    early, a body that is shorter or longer than it was said to be; else `FetchFailed`."""
    wire = _Wire(machines, limits, deadline)
    sent = [("Host", url.netloc.decode("ascii")), *headers.items()]
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    try:
        with (
            httpcore.ConnectionPool(ssl_context=trusted(), network_backend=wire) as pool,
            pool.stream("GET", target, headers=sent) as response,
        ):
            kept: dict[str, str] = {}
            for name, value in response.headers:
                kept.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
            body = _read(response.iter_stream(), limits.max_bytes)
    except _TRANSIENT as error:
        raise _told(error, deadline) from error
    reply = Reply(response.status, kept, body)
    _check_length(reply, wire)
    return Answer(response.status, kept, _decoded(reply, limits.max_bytes), str(url))


@cache
def trusted() -> ssl.SSLContext:
    """Whom we believe to be who they say: those for whom an authority vouches."""
    return httpcore.default_ssl_context()


def _read(pieces: Iterable[bytes], max_bytes: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > max_bytes:
            raise FetchFailed(TOO_LARGE)
    return bytes(body)


def _decoded(reply: Reply, max_bytes: int) -> bytes:
    try:
        body = decode_body(reply, reply.body)
    except Damaged as damaged:
        raise (FetchFailed if str(damaged) == TOO_LARGE else Unsteady)(str(damaged)) from None
    if len(body) > max_bytes:
        raise FetchFailed(TOO_LARGE)
    return body


def _told(error: Exception, deadline: Deadline) -> FetchFailed:
    deadline.left()
    if isinstance(error.__cause__, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY" in str(error):
        return FetchFailed(f"its certificate is not trusted ({error})")
    if isinstance(error, httpcore.ConnectTimeout):
        return Unsteady("no connection within the time limit")
    if isinstance(error, httpcore.ConnectError):
        return Unsteady(f"no connection ({error})")
    return Unsteady(f"cut off before its end ({error})")


def _check_length(reply: Reply, wire: _Wire) -> None:
    """Raises for what came whole by its framing and yet is a stump: more was sent than the length said, or there was no
    framing at all and the page does not end as pages do. (Less than said is seen by httpcore.)"""
    length = reply.headers.get("content-length")
    if "transfer-encoding" in reply.headers or reply.status in (204, 304):
        return
    if length is not None and wire.surplus(len(reply.body)):
        raise Unsteady(f"longer than it was said to be ({length} bytes)")
    is_page = "content-encoding" not in reply.headers and b"<" in reply.body[:1024]
    if length is None and is_page and b"</html" not in reply.body[-4096:].lower():
        raise Unsteady("cut off before its end (no length was said, and the page does not end)")


class _Wire(httpcore.NetworkBackend):
    """Connects to the machines it was given, whatever the name; counts what comes."""

    def __init__(self, machines: Iterable[str], limits: Limits, deadline: Deadline) -> None:
        self._machines, self._connect, self._deadline = list(machines), limits.connect, deadline
        self._head, self._received = bytearray(), 0

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore.NetworkStream:
        failed: Exception | None = None
        for machine in self._machines:
            try:
                stream = httpcore.SyncBackend().connect_tcp(machine, port, self._deadline.left(self._connect))
                return _Stream(stream, self, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed or FetchFailed("its host is not known")

    def take(self, data: bytes) -> None:
        """Note what a read gave."""
        self._received += len(data)
        if b"\r\n\r\n" not in self._head:
            self._head += data

    def surplus(self, body: int) -> int:
        """How many bytes came behind a body; 0 where the head is not that of a final answer."""
        end = self._head.find(b"\r\n\r\n")
        is_final = self._head[:7] == b"HTTP/1." and self._head[9:10] != b"1"
        return self._received - (end + 4) - body if end >= 0 and is_final else 0


class _Stream(httpcore.NetworkStream):
    """A connection on which no read or write outlives the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, wire: _Wire, deadline: Deadline) -> None:
        self._inner, self._wire, self._deadline = inner, wire, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._deadline.left())
        self._wire.take(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(inner, self._wire, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
