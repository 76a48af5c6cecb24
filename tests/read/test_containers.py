"""What lies in gzip, MHTML, WARC and WACZ files is read as if it lay there plainly; what is damaged is told."""

from __future__ import annotations

import base64
import binascii
import gzip
import hashlib
import io
import random
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import brotli
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import run
from pipeline.read import read
from pipeline.read.files.containers import unpack
from pipeline.read.files.inputs import find_sources
from pipeline.read.files.mhtml import MAX_NESTED, MAX_PARTS
from pipeline.read.files.webarchive import MAX_DIRECTORY, NO_SHEETS
from pipeline.read.limits import CUT, LIMITS, RULE
from pipeline.records import Document, Refused, Source
from tests.each import each
from tests.helpers import FIXTURES, MONGOLIA

MAX_BYTES, TOO_LARGE, TOO_LONG = LIMITS.document, LIMITS.over("document"), LIMITS.over("record")

SHEETS = [MONGOLIA, *sorted((FIXTURES / "sheets").glob("*.html"))]
URL = "https://www.mofa.go.jp/region/x.html"
DATE = "2014-09-03T01:20:45Z"
PAGE = "<html><title>Japan–Fiji Relations</title><p>Exports: 1.8 billion yen (2013)</p></html>".encode()


def sha1(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def http(body: bytes, *headers: str, kind: str = "text/html", status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {kind}"] if kind else []), *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(block: bytes, url: str = URL, *, kind: str = "response", **headers: str) -> bytes:
    """A WARC record; `headers` replace those that it has, an empty one takes it away."""
    known = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:6f1b0e4c-0000-4000-8000-000000000000>",
        "WARC-Target-URI": url,
        "WARC-Date": DATE,
        "WARC-Block-Digest": sha1(block),
        "Content-Type": "application/http; msgtype=response" if kind == "response" else "text/html",
        "Content-Length": str(len(block)),
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}" for name, value in known.items() if value]
    return "\r\n".join(["WARC/1.0", *lines]).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def warc_gz(records: Iterable[bytes]) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return file.getvalue()


def mhtml(page: bytes, *, coding: str = "quoted-printable", kind: str = "text/html", close: bool = True) -> bytes:
    coded = {
        "quoted-printable": binascii.b2a_qp(page, istext=False).replace(b"\n", b"\r\n"),
        "base64": base64.encodebytes(page).replace(b"\n", b"\r\n"),
        "binary": page,
    }[coding]
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: =?utf-8?Q?Japan?=\r\n"
        "Date: Wed, 3 Sep 2014 10:20:45 +0900\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x----"\r\n\r\n\r\n'
    )
    frame = "------Part--x----\r\nContent-Type: text/html\r\nContent-Location: cid:frame@x\r\n\r\n<p>a frame\r\n"
    main = f"------Part--x----\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {coding}\r\nContent-Location: {URL}\r\n\r\n"
    image = (
        "\r\n------Part--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    )
    return (head + frame + main).encode() + coded + (image + "------Part--x------\r\n" if close else "").encode()


def unpacked(data: bytes, name: str = "a.warc") -> list[Source | Refused]:
    return list(unpack(io.BytesIO(data), name))


def only(data: bytes, name: str = "a.warc") -> Source:
    (source,) = unpacked(data, name)
    assert isinstance(source, Source), source
    return source


def only_why(data: bytes, name: str = "a.warc") -> str:
    (refused,) = unpacked(data, name)
    assert isinstance(refused, Refused)
    assert refused.rule == RULE
    return refused.message


def pages(found: Iterable[Source | Refused]) -> list[str | None]:
    return [one.url if isinstance(one, Source) else f"refused {one.message}" for one in found]


# ── the same facts out of every container ──


def wrappings(path: Path) -> dict[str, bytes]:
    data, page, url = path.read_bytes(), path.suffix == ".html", f"https://www.mofa.go.jp/{path.name}"
    kind = "text/html" if page else "text/plain"
    response = record(http(data, kind=kind), url, WARC_Payload_Digest=sha1(data))
    info = record(b"software: x\r\n", "", kind="warcinfo", Content_Type="application/warc-fields")
    image = record(http(b"\x89PNG" + random.Random(1).randbytes(500), kind="image/png"), "https://www.mofa.go.jp/a.png")
    records = [info, image, response, image]
    made = {
        f"{path.name}.gz": gzip.compress(data),
        "a.warc": b"".join(records),
        "a.warc.gz": warc_gz(records),
        "whole.warc.gz": gzip.compress(b"".join(records)),
        "resource.warc": record(data, url, kind="resource", Content_Type=kind),
        "a.wacz": zipped({"datapackage.json": b"{}", "archive/data.warc.gz": warc_gz(records)}),
        "deflated.wacz": zipped({"archive/data.warc": b"".join(records)}, zipfile.ZIP_DEFLATED),
    }
    if page:
        made |= {f"{coding}.mhtml": mhtml(data, coding=coding) for coding in ("quoted-printable", "base64", "binary")}
    return made


def without_place(tables: dict[str, Any]) -> dict[str, list[Any]]:
    of_file = ["source_path", "source_url", "captured_at", "media_type"]
    return {
        name: frame.drop(columns=of_file, errors="ignore").astype(object).values.tolist()
        for name, frame in tables.items()
    }


@each("path", SHEETS)
def test_every_container_gives_the_same_document(path: Path) -> None:
    plain = read(Source(path.name, path.read_bytes()))
    assert isinstance(plain, Document)
    for name, data in wrappings(path).items():
        packed = read(only(data, name))
        assert isinstance(packed, Document), name
        place = {field: getattr(plain, field) for field in ("source_path", "source_url", "captured")}
        assert packed._replace(**place) == plain, name


def test_every_container_gives_the_same_rows(tmp_path: Path) -> None:
    path = SHEETS[1]
    expected = without_place(run([path]).tables)
    assert len(expected["observations"]) == 3
    for name in ("a.wacz", "base64.mhtml"):
        (tmp_path / name).write_bytes(wrappings(path)[name])
        account = run([tmp_path / name])
        assert (account.refused, without_place(account.tables)) == ((), expected), name


def test_address_and_moment_reach_the_table(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(wrappings(SHEETS[1])["a.warc.gz"])
    (row,) = run([tmp_path]).tables["documents"].to_dict("records")
    url = f"https://www.mofa.go.jp/{SHEETS[1].name}"
    assert (row["source_path"], row["source_url"]) == (f"{tmp_path.name}/a.warc.gz!{url}", url)
    assert row["captured_at"] == DATE


def test_two_refused_captures_of_one_address(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(http(b"<p>one page")) + record(http(b"<p>another page")))
    account = run([tmp_path])
    assert (len(account.refused), account.refused_rows, account.exit_code) == (2, 0, 3)
    assert account.tables["findings"]["rule"].tolist() == [RULE, RULE]


# ── folders and names ──


def test_what_counts_in_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "raw"
    folder.mkdir()
    packed = wrappings(SHEETS[1])
    for name in ("z.html.gz", "y.MHTML", "x.warc.gz", "w.wacz", "v.mht", "u.gz", "t.tar.gz", "s.json.gz", "r.zip"):
        key = {"z": f"{SHEETS[1].name}.gz", "u": f"{SHEETS[1].name}.gz", "x": "a.warc.gz", "w": "a.wacz"}.get(name[0])
        (folder / name).write_bytes(packed[key or "base64.mhtml"])
    (folder / "page.html").write_bytes(PAGE)
    (folder / "page_files").mkdir()
    (folder / "page_files" / "ad.html.gz").write_bytes(gzip.compress(PAGE))
    found = [source.path.partition("!")[0] for source in find_sources([folder]) if isinstance(source, Source)]
    assert found == [
        f"raw/{name}" for name in ("page.html", "u.gz", "v.mht", "w.wacz", "x.warc.gz", "y.MHTML", "z.html.gz")
    ]


def test_sheets_come_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(http(PAGE)) * 3 + b"garbage")
    sheets = find_sources([tmp_path / "a.warc"])
    assert pages([next(sheets), next(sheets)]) == [URL, URL]
    sheets.close()  # type: ignore[attr-defined]


def test_saved_complete_page_keeps_its_address() -> None:
    document = read(Source("a.html", b"<!-- saved from url=(0036)" + URL.encode() + b" -->\r\n" + PAGE))
    assert isinstance(document, Document)
    assert document.source_url == URL


# ── gzip ──


def test_gzip_of_several_members_and_padding() -> None:
    data = gzip.compress(PAGE[:20]) + gzip.compress(b"") + gzip.compress(PAGE[20:]) + b"\0" * 40_000
    assert only(data, "a.html.gz") == Source("a.html.gz", PAGE, media_type="text/html")


@each("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003])
def test_gzip_of_any_size(size: int) -> None:
    data = random.Random(size).randbytes(size // 2) + b"a" * (size - size // 2)
    assert only(gzip.compress(data), "a.gz").data == data


@each(
    ("data", "why"),
    [
        (b"", "no gzip file"),
        (PAGE, "no gzip file"),
        (gzip.compress(PAGE)[:-1], "ends in the middle of its gzip data"),
        (gzip.compress(PAGE)[:5], "ends in the middle of its gzip data"),
        (gzip.compress(PAGE) + b"\x1f\x8b", "ends in the middle of its gzip data"),
        (gzip.compress(PAGE)[:-8] + b"abcdefgh", "its gzip data are damaged"),
        (gzip.compress(PAGE) + b"garbage", "its gzip data are damaged"),
        (gzip.compress(b"\0" * (MAX_BYTES + 1)), TOO_LARGE),
    ],
)
def test_broken_gzip(data: bytes, why: str) -> None:
    assert only_why(data, "a.html.gz") == why


def test_gzip_at_the_limit() -> None:
    assert len(only(gzip.compress(b"a" * MAX_BYTES, 1), "a.txt.gz").data) == MAX_BYTES


def test_containers_in_containers() -> None:
    assert only_why(gzip.compress(mhtml(PAGE)), "a.mhtml.gz") == "a container within a container is not opened"
    assert only_why(gzip.compress(b"x"), "a.gz.gz") == "a container within a container is not opened"
    assert only(gzip.compress(record(http(PAGE))), "crawl.gz").url == URL
    assert isinstance(read(only(gzip.compress(gzip.compress(PAGE)), "a.gz")), Refused)


# ── MHTML ──


def test_main_page_of_a_saved_page() -> None:
    source = only(mhtml(PAGE), "a.mhtml")
    assert source == Source("a.mhtml", PAGE, URL, "text/html", None, DATE)


@each(
    ("encoding", "kind"),
    [("utf-8", "text/html"), ("shift_jis", "text/html; charset=Shift_JIS"), ("utf-16", 'text/html; charset="utf-16"')],
)
@each("coding", ["quoted-printable", "base64", "binary"])
def test_charsets_of_a_saved_page(encoding: str, kind: str, coding: str) -> None:
    text = "<p>Japan and Fiji 日本とフィジー\r\n<p>Exports: 1.8"
    document = read(only(mhtml(text.encode(encoding), coding=coding, kind=kind), "a.mht"))
    assert isinstance(document, Document)
    assert document.text.split() == text.replace("<p>", "").split()


def test_start_names_the_main_page() -> None:
    data = (
        b'Content-Type: multipart/related; boundary=b; start="<two@x>"\n\n'
        b"--b\nContent-Type: text/html\n\n<p>one\n--b\nContent-Type: text/html\nContent-ID: <two@x>\n\n<p>two\n--b--\n"
    )
    assert only(data, "a.mht").data == b"<p>two"
    assert only(data.replace(b'two@x>"', b'no>"'), "a.mht").data == b"<p>one"
    assert only(data.replace(b"text/html", b"text/plain", 1), "a.mht").data == b"<p>two"


@each(
    ("data", "why"),
    [
        (b"", "no page in this file"),
        (b"<p>page", "no page in this file"),
        (b"Content-Type: image/png\n\nx", "no page in this file"),
        (mhtml(PAGE, close=False), "ends in the middle of its page"),
        (mhtml(PAGE)[:-300], "ends in the middle of its page"),
        (mhtml(PAGE, coding="base64").replace(b"\r\n\r\nP", b"\r\n\r\nP\xff?"), "its base64 data are damaged"),
        (b"Content-Type: multipart/related; boundary=b\n\n" + b"--b\n\n" * 9_000, f"more than {MAX_PARTS} parts"),
        (
            b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5000)),
            f"more than {MAX_NESTED} multiparts",
        ),
        (b"Content-Type: text/html\n\n" + b"a" * MAX_BYTES, TOO_LARGE),
    ],
)
def test_broken_mhtml(data: bytes, why: str) -> None:
    assert only_why(data, "a.mhtml") == why


def test_mhtml_cut_behind_its_page_is_whole() -> None:
    data = mhtml(PAGE)
    assert only(data[: data.index(b"iVBOR") + 3], "a.mhtml").data == PAGE


@each(
    "data",
    [
        b'Content-Type: multipart/related; boundary="' + b';"\\' * 2_000_000,
        b"Content-Type: text/html" + b"; a=b" * 1_000_000 + b"\n\nx",
        b"Content-Type: multipart/related; boundary=b\n\n--b\n" + b"\n" * 1_000_000,
        b"Date: " + b"1 " * 1_000_000 + b"\nContent-Type: text/html\n\nx",
        b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n" + b"=" * 2_000_000,
    ],
)
def test_hostile_mhtml_is_quick(data: bytes) -> None:
    started = time.process_time()
    assert len(unpacked(data, "a.mht")) == 1
    assert time.process_time() - started < 5


# ── web archives: what is a sheet ──


def test_what_a_record_says() -> None:
    block = http(PAGE, kind='Text/HTML; charset="UTF-8"')
    assert only(record(block, f"<{URL}>")) == Source(f"a.warc!{URL}", PAGE, URL, "text/html", "UTF-8", DATE)


def test_charset_of_the_server() -> None:
    page = "<p>Côte d'Ivoire, Perú: 18 €".encode("iso8859-15")
    document = read(only(record(http(page, kind="text/html; charset=iso-8859-15"))))
    assert isinstance(document, Document)
    assert document.encoding == "iso8859-15"


@each(
    "one",
    [
        record(http(PAGE, kind="image/png")),
        record(http(PAGE, kind="application/json")),
        record(http(PAGE, status="404 Not Found")),
        record(http(PAGE, status="301 Moved Permanently")),
        record(http(b" \r\n")),
        record(http(PAGE, kind="")),
        record(PAGE),
        record(b"20140903012045\nwww.mofa.go.jp. A 1.2.3.4", "dns:www.mofa.go.jp", Content_Type="text/dns"),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", Content_Type="application/http; msgtype=request"),
        record(http(b""), kind="revisit", Content_Type="application/http; msgtype=response"),
        record(PAGE, kind="metadata"),
        record(PAGE, kind="conversion"),
        record(b"\xff\xd8", kind="resource", Content_Type="image/jpeg"),
    ],
)
def test_other_records_are_passed_over(one: bytes) -> None:
    assert pages(unpacked(one + record(http(PAGE)) + one)) == [URL]
    assert only_why(one) == NO_SHEETS


@each(
    "one",
    [
        record(http(PAGE, kind="application/xhtml+xml")),
        record(http(PAGE, kind="text/plain")),
        record(http(PAGE, kind="text/html, text/html; charset=utf-8")),
        record(http(PAGE, kind=""), WARC_Identified_Payload_Type="text/html"),
        record(http(PAGE).replace(b"\r\n", b"\n")),
        record(http(PAGE, "Content-Length: 3")),
        record(http(PAGE, "Content-Length: 99999", "Content-Encoding: gzip")),
        record(http(PAGE, "Transfer-Encoding: chunked")),
        record(PAGE, kind="resource"),
        record(http(PAGE), WARC_Date="2014-09-03T10:20:45.678+09:00"),
        record(http(PAGE))[:-4] + record(http(b"")),
    ],
)
def test_records_of_many_archivers(one: bytes) -> None:
    source = only(one)
    assert (source.data, source.captured) == (PAGE, DATE)


@each("date", ["", "2014", "2014-09-03", "20140903012045", "2014-02-30T00:00:00Z", "now"])
def test_no_moment_is_made_up(date: str) -> None:
    assert only(record(http(PAGE), WARC_Date=date)).captured is None


def test_record_without_address() -> None:
    source = only(record(http(PAGE), ""))
    assert (source.path, source.url) == ("a.warc!urn:uuid:6f1b0e4c-0000-4000-8000-000000000000", None)


def test_hostile_address_stays_a_name() -> None:
    source = only(record(http(PAGE), "http://a/\x1b[31m/../../etc/\u202e\x00" + "x" * 5000))
    assert source.path.isprintable()
    assert len(source.path) < 2100


# ── web archives: codings ──


def chunked(body: bytes, size: int = 700) -> bytes:
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


CODED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "chunked": (chunked, "Transfer-Encoding: chunked"),
    "gzip": (gzip.compress, "Content-Encoding: gzip"),
    "x-gzip": (gzip.compress, "Content-Encoding: x-gzip"),
    "deflate": (zlib.compress, "Content-Encoding: deflate"),
    "raw deflate": (lambda data: zlib.compress(data)[2:-4], "Content-Encoding: deflate"),
    "br": (brotli.compress, "Content-Encoding: br"),
    "gzip, chunked": (
        lambda data: chunked(gzip.compress(data)),
        "Content-Encoding: gzip\r\nTransfer-Encoding: chunked",
    ),
    "transfer": (lambda data: chunked(gzip.compress(data)), "Transfer-Encoding: gzip, chunked"),
    "twice": (lambda data: gzip.compress(brotli.compress(data)), "Content-Encoding: br, gzip"),
}


@each("name", CODED)
def test_codings(name: str) -> None:
    code, header = CODED[name]
    body = code(PAGE * 300)
    for digest in (sha1(body), sha1(PAGE * 300), ""):
        assert only(record(http(body, header), WARC_Payload_Digest=digest)).data == PAGE * 300


@each("name", CODED)
def test_codings_cut_short(name: str) -> None:
    code, header = CODED[name]
    body = code(random.Random(1).randbytes(3000))
    for cut in (1500, len(body) - 1 if "chunked" not in header else len(body) - 5):
        assert only_why(record(http(body[:cut], header)))


@each("name", CODED)
def test_codings_of_bombs(name: str) -> None:
    code, header = CODED[name]
    bomb = record(http(code(b"a" * (MAX_BYTES + 1)), header))
    refused, page = pages(unpacked(bomb + record(http(PAGE))))
    assert refused in (f"refused {TOO_LARGE}", f"refused {TOO_LONG}")
    assert page == URL


@each(
    ("block", "why"),
    [
        (http(PAGE, "Content-Length: 500"), f"cut short: {len(PAGE)} of 500 bytes were kept"),
        (http(PAGE, "Content-Encoding: zstd"), "its content coding is not read: 'zstd'"),
        (http(PAGE, "Content-Encoding: gzip,gzip,gzip,gzip"), "more than 3 codings"),
        (http(b"\x1f\x8bxxxx", "Content-Encoding: gzip"), "its gzip data are damaged"),
        (http(b"\xff" * 9, "Content-Encoding: br"), "its brotli data are damaged"),
    ],
)
def test_broken_responses(block: bytes, why: str) -> None:
    assert only_why(record(block)) == why


# ── web archives: damage ──


@each(
    ("headers", "why"),
    [
        ({"WARC-Block-Digest": sha1(b"x")}, "not the bytes that were archived (WARC-Block-Digest differs)"),
        ({"WARC-Payload-Digest": sha1(b"x")}, "not the bytes that were archived (WARC-Payload-Digest differs)"),
        ({"WARC-Payload-Digest": "sha-256:00"}, "not the bytes that were archived (WARC-Payload-Digest differs)"),
        ({"WARC-Truncated": "length"}, "the archive kept only a part of it (WARC-Truncated: length)"),
        ({"WARC-Segment-Number": "1"}, "the archive kept only a part of it (WARC-Segment-Number: 1)"),
    ],
)
def test_a_record_that_is_not_what_was_archived(headers: dict[str, str], why: str) -> None:
    good = record(http(PAGE))
    found = unpacked(good + record(http(PAGE), "http://b/", **headers) + good, "a.warc")
    assert found[1] == Refused("a.warc!http://b/", RULE, why)
    assert pages(found) == [URL, f"refused {why}", URL]
    image = record(http(b"\x89PNG", kind="image/png"), **headers)
    assert pages(unpacked(image + good)) == [URL]


@each(
    "digest",
    [
        sha1(PAGE),
        sha1(PAGE).lower(),
        "sha1:" + hashlib.sha1(PAGE).hexdigest(),
        "sha-256:" + hashlib.sha256(PAGE).hexdigest(),
        "SHA256:" + base64.b32encode(hashlib.sha256(PAGE).digest()).decode(),
        "md5:" + hashlib.md5(PAGE).hexdigest(),
        "crc32:00000000",
        "nonsense",
    ],
)
def test_digests_in_every_print(digest: str) -> None:
    assert only(record(http(PAGE), WARC_Payload_Digest=digest)).data == PAGE


def test_a_spoilt_byte_is_noticed() -> None:
    spoilt = record(http(PAGE)).replace(b"1.8 billion", b"1.9 billion")
    assert "WARC-Block-Digest" in only_why(spoilt)


def cuts(length: int) -> list[int]:
    return sorted({*random.Random(length).sample(range(1, length), 20), *range(length - 6, length)})


SAMPLE = [record(http(PAGE * 9, kind=kind), f"http://{n}/") for n, kind in enumerate(["text/html", "image/png"] * 3)]


@each("name", ["a.warc", "a.warc.gz", "whole.warc.gz", "a.wacz"])
def test_a_cut_archive(name: str) -> None:
    packed = [gzip.compress(one) for one in SAMPLE] if name == "a.warc.gz" else SAMPLE
    data = gzip.compress(b"".join(SAMPLE), 0) if name == "whole.warc.gz" else b"".join(packed)
    for cut in cuts(len(data)):
        stump = zipped({"archive/a.warc": data[:cut]}) if name == "a.wacz" else data[:cut]
        found = unpacked(stump, name)
        before = [n for n in (0, 2, 4) if len(b"".join(packed[: n + 1])) <= cut]
        urls = [one.url for one in found if isinstance(one, Source)]
        if cut in {len(b"".join(packed[:n])) for n in range(7)}:
            continue  # between two records nothing tells that there were more
        assert isinstance(found[-1], Refused), cut
        assert CUT in found[-1].message or cut < 12, (cut, found[-1])
        assert found[-1].source_path == (f"{name}!archive/a.warc" if name == "a.wacz" else name)
        assert all(isinstance(one, Source) and one.data == PAGE * 9 for one in found[:-1])
        if name != "whole.warc.gz":
            assert urls[: len(before)] == [f"http://{n}/" for n in before], cut


def test_a_damaged_member_gives_nothing_of_itself() -> None:
    """The checksum stands behind the record: who reads piece by piece has the record before it fails."""
    big = record(http(random.Random(1).randbytes(300_000)), "http://big/", WARC_Block_Digest="")
    member = bytearray(gzip.compress(big))
    member[-8] ^= 1
    found = unpacked(gzip.compress(record(http(PAGE))) + bytes(member) + gzip.compress(record(http(PAGE))), "a.warc.gz")
    assert pages(found) == [URL, f"refused {CUT} (its gzip data are damaged)"]


@each(
    ("data", "why"),
    [
        (b"", NO_SHEETS),
        (PAGE, "no web archive"),
        (b"WARC/1.0", CUT),
        (gzip.compress(PAGE), "no web archive"),
        (record(http(PAGE), Content_Length="x"), "damaged: a record does not say how long it is"),
        (record(http(PAGE), Content_Length="99999999999999999999"), "damaged: a record does not say how long it is"),
        (record(http(PAGE), Content_Length="9999999999"), CUT),
        (record(http(PAGE), kind="x" * 100_000), "no web archive"),
    ],
)
def test_what_is_no_archive(data: bytes, why: str) -> None:
    assert only_why(data) == why


def test_garbage_between_records() -> None:
    good = record(http(PAGE))
    assert pages(unpacked(good + b"garbage\r\n\r\n" + good)) == [
        URL,
        "refused damaged: nothing behind record 1 can be read",
    ]


def test_bombs_between_good_records() -> None:
    good = record(http(PAGE))
    size = 100_000_000
    head = record(b"", "http://bomb/", Content_Length=str(size), WARC_Block_Digest="")[:-4]
    start = http(b"<p>")
    packer = zlib.compressobj(wbits=31)
    zeros = b"\0" * 1_000_000
    parts = [packer.compress(head + start)] + [packer.compress(zeros) for _ in range(size // 1_000_000 - 1)]
    bomb = b"".join([*parts, packer.compress(b"\0" * (1_000_000 - len(start)) + b"\r\n\r\n"), packer.flush()])
    tracemalloc.start()
    try:
        found = unpacked(gzip.compress(good) + bomb + gzip.compress(good), "a.warc.gz")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert pages(found) == [URL, f"refused {TOO_LONG}", URL]
    assert found[1].source_path == "a.warc.gz!http://bomb/"  # type: ignore[union-attr]
    assert peak < 150_000_000


def test_records_at_the_limit() -> None:
    at, over = b"a" * MAX_BYTES, b"a" * (MAX_BYTES + 1)
    found = unpacked(b"".join(record(http(body), "http://b/", WARC_Block_Digest="") for body in (at, over)))
    assert pages(found) == ["http://b/", f"refused {TOO_LARGE}"]
    assert pages(unpacked(record(at, kind="resource") + record(http(over, kind="image/png")))) == [URL]


# ── WACZ ──


def test_only_archives_of_a_package_are_opened() -> None:
    one = record(http(PAGE), "http://one/")
    names = (
        "archive/../x.warc",
        "/archive/x.warc",
        "archive/x/y.warc",
        "x.warc",
        "archive/x.html",
        "..\\archive/x.warc",
    )
    members = dict.fromkeys(names, one) | {
        "archive/b.WARC": record(http(PAGE), "http://b/"),
        "archive/a.warc.gz": gzip.compress(one),
    }
    assert pages(unpacked(zipped(members), "a.wacz")) == ["http://b/", "http://one/"]
    assert only_why(zipped(dict.fromkeys(names, one)), "a.wacz") == NO_SHEETS


def test_archives_of_a_package_fail_one_by_one() -> None:
    good = record(http(PAGE))
    data = zipped({"archive/a.warc": good[:-9], "archive/b.warc": PAGE, "archive/c.warc": good})
    found = unpacked(data, "a.wacz")
    assert pages(found) == [f"refused {CUT}", "refused no web archive", URL]
    assert [one.source_path for one in found if isinstance(one, Refused)] == [
        "a.wacz!archive/a.warc",
        "a.wacz!archive/b.warc",
    ]


def test_broken_packages() -> None:
    good = zipped({"archive/a.warc": record(http(PAGE))})
    assert (
        only_why(b"", "a.wacz")
        == only_why(good[:-9], "a.wacz")
        == only_why(PAGE, "a.wacz")
        == "no zip file, or a damaged one"
    )
    many = zipped({f"{n:0200}": b"" for n in range(MAX_DIRECTORY // 240)})
    assert only_why(many, "a.wacz") == "no zip file, or a damaged one"
    encrypted = good.replace(b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0")
    assert encrypted != good
    assert only_why(encrypted, "a.wacz") == "encrypted"
    squeezed = zipped({"archive/a.warc": record(http(PAGE))}, zipfile.ZIP_BZIP2)
    assert only_why(squeezed, "a.wacz") == "damaged, or compressed in a way that is not read"
    spoilt = good.replace(b"1.8 billion", b"1.9 billion")
    assert all(isinstance(one, Refused) for one in unpacked(spoilt, "a.wacz"))


# ── whatever the bytes ──

SUFFIXES = ["a.gz", "a.html.gz", "a.mhtml", "a.mht", "a.warc", "a.warc.gz", "a.wacz"]
SEEDS = [
    record(http(PAGE)), gzip.compress(PAGE), warc_gz(SAMPLE[:2]), mhtml(PAGE), zipped({"archive/a.warc": SAMPLE[0]}),
    zipped({"archive/a.warc.gz": gzip.compress(SAMPLE[0])}, zipfile.ZIP_DEFLATED),
    record(http(gzip.compress(PAGE), "Content-Encoding: gzip")), record(http(chunked(PAGE), "Transfer-Encoding: chunked")),
]  # fmt: skip


@given(st.sampled_from(SUFFIXES), st.binary(max_size=300))
@settings(max_examples=100)
def test_any_bytes(name: str, data: bytes) -> None:
    for sheet in unpacked(data, name):
        assert isinstance(sheet, Source | Refused)


@given(
    st.sampled_from(SUFFIXES),
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=6)), min_size=1, max_size=4),
)
@settings(max_examples=200)
def test_spoilt_bytes(name: str, seed: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    data = seed
    for place, length, new in changes:
        at = int(place * len(data))
        data = data[:at] + new + data[at + length :]
    for sheet in unpacked(data, name):
        if isinstance(sheet, Source):
            assert sheet.path.isprintable()
            read(sheet)
