"""A collection kept over time against a real server whose pages change."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.fetch import Guest, Outcome, refresh
from pipeline.fetch.shelf import versions
from pipeline.fetch.sources import SourceEntry
from pipeline.read.files.inputs import find_sources
from pipeline.records import Source
from tests.fetch.site import LOGIN, QUICK, SHELL, Site, known, moved, page, raw, sheet, status

Fetch = Callable[..., Outcome]


@pytest.fixture
def fetch(site: Site, tmp_path: Path) -> Fetch:
    """Fetch the Mongolia sheet on a day."""

    def one(day: str = "2025-03-01", partner: str = "MNG") -> Outcome:
        entry = SourceEntry("mofa-japan", partner, site.at("/mongolia"))
        guest = Guest(QUICK, allow_private=True)
        (outcome,) = refresh(tmp_path, [entry], guest, lambda: f"{day}T10:00:00Z")
        return outcome

    return one


def _shelf(tmp_path: Path) -> dict[str, bytes]:
    return {str(file.relative_to(tmp_path)): file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}


def test_versions_over_time(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put("/mongolia", known(sheet("1.8"), '"a"'))
    first = fetch()
    assert first.status == "new"
    assert first.path is not None
    assert first.path.startswith(str(tmp_path / "mofa-japan" / "mng" / "2025-03-01-"))
    assert fetch("2025-03-02").status == "seen"
    assert site.asked[-1].headers["if-none-match"] == '"a"'
    site.put("/mongolia", known(sheet("1.9"), '"b"'))
    second = fetch("2025-03-03")
    assert second.status == "new"
    assert fetch("2025-03-04") == second._replace(status="seen")
    old, new = versions(tmp_path / "mofa-japan" / "mng")
    assert (old.path.read_bytes(), new.path.read_bytes()) == (sheet("1.8"), sheet("1.9"))
    assert old.meta is not None
    assert new.meta is not None
    assert (old.meta.fetched, old.meta.last_seen) == ("2025-03-01T10:00:00Z", "2025-03-02T10:00:00Z")
    assert (new.meta.fetched, new.meta.last_seen) == ("2025-03-03T10:00:00Z", "2025-03-04T10:00:00Z")
    assert new.meta.headers == {"etag": '"b"', "content-type": "text/html; charset=utf-8"}
    assert (new.meta.status, new.meta.address) == (200, site.at("/mongolia"))


def test_by_the_moment_of_change(site: Site, fetch: Fetch) -> None:
    moment = "Sat, 01 Mar 2025 00:00:00 GMT"
    site.put("/mongolia", page(sheet(), Last_Modified=moment), status(304))
    assert fetch().status == "new"
    assert fetch().status == "seen"
    assert site.asked[-1].headers["if-modified-since"] == moment
    assert fetch().status == "seen"
    assert site.asked[-1].headers["if-modified-since"] == moment


def test_the_same_bytes_without_a_tag(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put("/mongolia", page(sheet()))
    fetch()
    assert fetch("2025-04-01").status == "seen"
    (version,) = versions(tmp_path / "mofa-japan" / "mng")
    assert version.meta is not None
    assert version.meta.last_seen == "2025-04-01T10:00:00Z"


def test_back_to_an_old_version(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put("/mongolia", known(sheet("1"), '"a"'))
    first = fetch("2025-03-01")
    site.put("/mongolia", known(sheet("2"), '"b"'))
    fetch("2025-03-02")
    site.put("/mongolia", known(sheet("1"), '"c"'))
    assert fetch("2025-03-03") == first._replace(status="seen")
    assert fetch("2025-03-04") == first._replace(status="seen")
    assert site.asked[-1].headers["if-none-match"] == '"c"'
    assert len(versions(tmp_path / "mofa-japan" / "mng")) == 2


def test_no_condition_for_a_file_that_was_edited(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put("/mongolia", known(sheet("1"), '"a"'))
    path = Path(str(fetch().path))
    path.write_bytes(path.read_bytes() + b"<!-- mine -->")
    assert fetch("2025-03-02").status == "new"
    assert len(versions(tmp_path / "mofa-japan" / "mng")) == 2


def test_304_though_nobody_asked(site: Site, fetch: Fetch) -> None:
    site.put("/mongolia", status(304))
    assert fetch().reason == "the server answered 304"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (LOGIN.encode(), "no fact sheet"),
        (b"<html><body><h1>404 Not Found</h1></body></html>", "no fact sheet"),
        (b"", "empty"),
        (b"\x00\x01\x02\xff" * 300, ""),
        (SHELL.replace("{partner}", "Mongolia").encode(), "empty shell"),
        (sheet(partner="Kenya"), "about KEN, not about MNG"),
    ],
    ids=["login", "soft 404", "empty", "binary", "shell", "another sheet"],
)
def test_what_is_no_version_is_put_aside(site: Site, fetch: Fetch, tmp_path: Path, body: bytes, why: str) -> None:
    site.put("/mongolia", page(sheet()))
    fetch()
    before = _shelf(tmp_path)
    site.put("/mongolia", page(body))
    for day in ("2025-03-02", "2025-03-03"):
        outcome = fetch(day)
        assert (outcome.status, why in str(outcome.reason)) == ("aside", True), outcome
    after = _shelf(tmp_path)
    assert {name: after[name] for name in before} == before
    aside = {name: data for name, data in after.items() if name.startswith(".aside/mofa-japan/mng/2025-03-02-")}
    assert len(aside) == 2
    assert set(after) == set(before) | set(aside)
    assert str(outcome.reason).encode() in next(data for name, data in aside.items() if name.endswith(".meta.json"))
    assert [source.path.split("/")[-1] for source in find_sources([tmp_path])] == [
        name.split("/")[-1] for name in before if name.endswith(".html")
    ]


def test_a_shell_as_the_first_version(site: Site, fetch: Fetch) -> None:
    site.put("/mongolia", page(SHELL.replace("{partner}", "Mongolia").encode()))
    assert fetch().status == "aside"


def test_far_fewer_facts(site: Site, fetch: Fetch) -> None:
    site.put("/mongolia", page(sheet(rows=40)))
    fetch()
    site.put("/mongolia", page(sheet(rows=2)))
    assert "4 visits and figures, where the newest version has 42" in str(fetch("2025-03-02").reason)
    site.put("/mongolia", page(sheet(rows=3)))
    assert fetch("2025-03-03").status == "new"


@pytest.mark.parametrize("reply", [status(404), status(403), status(500), raw(), moved("http://other.example/")])
def test_what_fails_leaves_all_as_it_was(site: Site, fetch: Fetch, tmp_path: Path, reply: object) -> None:
    site.put("/mongolia", page(sheet()))
    fetch()
    before = _shelf(tmp_path)
    site.put("/mongolia", reply)  # type: ignore[arg-type]
    assert fetch("2025-03-02").status == "failed"
    assert _shelf(tmp_path) == before


def test_a_redirect_is_told_in_the_meta(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put("/new", page(sheet()))
    site.put("/mongolia", moved("/new"))
    assert fetch().status == "new"
    (version,) = versions(tmp_path / "mofa-japan" / "mng")
    assert version.meta is not None
    assert (version.meta.address, version.meta.final_address) == (site.at("/mongolia"), site.at("/new"))


def test_the_charset_that_the_server_says_goes_with_the_sheet(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    body = sheet().replace(b"SATO", "SAT\u00d4".encode("cp1250"))
    site.put("/mongolia", page(body, Content_Type="text/html; charset=windows-1250"))
    assert fetch().status == "new"
    (source,) = find_sources([tmp_path])
    assert isinstance(source, Source)
    assert source[1:] == (body, site.at("/mongolia"), "text/html", "windows-1250", "2025-03-01T10:00:00Z")


def test_headers_that_could_not_be_sent_back_are_not_kept(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put("/mongolia", page(sheet(), ETag='"' + "x" * 600 + '"'))
    fetch()
    assert fetch().status == "seen"
    assert "if-none-match" not in site.asked[-1].headers


def test_a_shelf_that_cannot_be_read_stops(fetch: Fetch, tmp_path: Path) -> None:
    from pipeline.fetch import ShelfError

    (tmp_path / "mofa-japan").write_bytes(b"")
    with pytest.raises(ShelfError):
        fetch()
    os.unlink(tmp_path / "mofa-japan")
