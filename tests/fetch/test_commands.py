"""`factsheets fetch` and `factsheets add`: what they say and what they leave in `raw/`."""

from __future__ import annotations

import csv
import fcntl
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.fetch.shelf import versions
from pipeline.read.files.meta import read_meta
from tests.fetch.site import LOGIN, SHELL, Site, hang, known, page, sheet, status
from tests.helpers import FIXTURES, MONGOLIA, ROOT

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def fetch(factsheets: Command, site: Site, tmp_path: Path) -> Command:
    """The command in a folder whose sources are two pages of the site."""
    entries = [
        f'[[source]]\npublisher = "mofa-japan"\npartner = "{partner}"\naddress = "{site.at(path)}"\n'
        for partner, path in (("MNG", "/mongolia"), ("KEN", "/kenya"))
    ]
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "sources.toml").write_text("\n".join(entries), "utf-8")
    site.put("/mongolia", known(sheet(), '"m"'))
    site.put("/kenya", known(sheet(partner="Kenya"), '"k"'))
    return lambda *arguments: factsheets("fetch", "--allow-private", "--delay", "0", *arguments)


class TestFetch:
    def test_and_run_and_fetch_again(self, fetch: Command, factsheets: Command, site: Site, tmp_path: Path) -> None:
        first = fetch()
        assert (first.returncode, first.stdout) == (0, ""), first.stderr
        assert "mofa-japan/mng: new (raw/mofa-japan/mng/" in first.stderr
        assert first.stderr.endswith("2 new\n")
        again = fetch("-q")
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
        assert factsheets("run", "-q").returncode == 0
        with (tmp_path / "outputs" / "csv" / "documents.csv").open(encoding="utf-8", newline="") as lines:
            rows = {row["partner_area"]: row for row in csv.DictReader(lines)}
        assert rows["MNG"]["source_url"] == site.at("/mongolia")
        assert rows["MNG"]["captured_at"].endswith("Z")
        assert sorted(rows) == ["KEN", "MNG"]

    def test_only_some(self, fetch: Command, site: Site) -> None:
        assert "1 new" in fetch("--only", "ken").stderr
        assert site.paths() == ["/kenya"]
        assert "1 new" in fetch("--only", "*/mongolia").stderr

    def test_only_none(self, fetch: Command, site: Site) -> None:
        result = fetch("--only", "FRA")
        assert result.returncode == 2
        assert "fits 'FRA'" in result.stderr
        assert site.asked == []

    def test_json(self, fetch: Command, site: Site) -> None:
        site.put("/kenya", status(404))
        result = fetch("--json", "-q")
        told = json.loads(result.stdout)
        assert (result.returncode, told["exit_code"]) == (5, 5)
        assert [one["status"] for one in told["outcomes"]] == ["new", "failed"]
        assert told["outcomes"][1]["reason"] == "the server answered 404"

    def test_a_login_page_is_3_and_the_other_sheet_is_kept(self, fetch: Command, site: Site) -> None:
        site.put("/mongolia", page(LOGIN.encode()))
        result = fetch()
        assert result.returncode == 3
        assert "mofa-japan/mng: aside: " in result.stderr
        assert "(raw/.aside/mofa-japan/mng/" in result.stderr
        assert result.stderr.endswith("1 new, 1 aside\n")

    def test_private_machines_are_not_asked(self, factsheets: Command, fetch: Command, site: Site) -> None:
        result = factsheets("fetch", "--only", "MNG")
        assert result.returncode == 5
        assert "no public machine (127.0.0.1)" in result.stderr
        assert site.asked == []

    def test_without_sources(self, factsheets: Command) -> None:
        result = factsheets("fetch")
        assert result.returncode == 5
        assert "sources.toml" in result.stderr
        assert "Traceback" not in result.stderr

    def test_bad_sources(self, fetch: Command, tmp_path: Path) -> None:
        with (tmp_path / "raw" / "sources.toml").open("a") as file:
            file.write('[[source]]\npublisher = "nobody"\npartner = "FRA"\naddress = "http://a.example/"\n')
        result = fetch()
        assert result.returncode == 5
        assert "sources.toml, entry 3: no publisher 'nobody'" in result.stderr

    @pytest.mark.parametrize("value", ["-1", "nan", "x", "1e9"])
    def test_odd_delays(self, fetch: Command, value: str) -> None:
        assert fetch("--delay", value).returncode == 2

    def test_while_another_one_works(self, fetch: Command, tmp_path: Path) -> None:
        descriptor = os.open(tmp_path / "raw", os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        result = fetch()
        os.close(descriptor)
        assert result.returncode == 7
        assert "another command" in result.stderr

    def test_a_killed_one_leaves_whole_versions_and_no_lock(self, fetch: Command, site: Site, tmp_path: Path) -> None:
        site.put("/kenya", hang)
        command = [sys.executable, "-m", "pipeline", "fetch", "--allow-private", "--delay", "0"]
        with subprocess.Popen(command, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}) as process:
            while "/kenya" not in site.paths() and process.poll() is None:
                time.sleep(0.01)
            process.kill()
        (version,) = versions(tmp_path / "raw" / "mofa-japan" / "mng")
        assert version.meta is not None
        assert version.meta.sha256 == version.sha256
        site.put("/kenya", page(sheet(partner="Kenya")))
        assert fetch().stderr.endswith("1 new, 1 seen\n")


class TestAdd:
    def test_a_page_and_a_text(self, factsheets: Command, tmp_path: Path) -> None:
        saved = tmp_path / "saved.html"
        shutil.copy(FIXTURES / "mongolia" / "today.html", saved)
        os.utime(saved, (1_700_000_000, 1_700_000_000))
        result = factsheets("add", saved, MONGOLIA)
        assert result.returncode == 0, result.stderr
        names = sorted(file.name for file in (tmp_path / "raw" / "mofa-japan" / "mng").iterdir())
        assert names[0].startswith("2023-11-14-")
        assert [name.partition(".")[2] for name in names] == ["html", "html.meta.json", "txt", "txt.meta.json"]
        meta = read_meta((tmp_path / "raw" / "mofa-japan" / "mng" / names[1]).read_bytes())
        assert meta is not None
        assert meta.address == "https://www.mofa.go.jp/region/asia-paci/mongolia/data.html"
        assert meta.fetched is None

    def test_the_same_bytes_are_not_stored_twice(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "raw").mkdir()
        shutil.copy(MONGOLIA, tmp_path / "raw" / "by-hand.txt")
        result = factsheets("add", MONGOLIA, "-v")
        assert result.returncode == 0
        assert "seen (raw/by-hand.txt)" in result.stderr
        assert "1 seen" in factsheets("add", MONGOLIA).stderr
        assert [file.name for file in (tmp_path / "raw").iterdir()] == ["by-hand.txt"]

    def test_what_is_no_sheet_is_refused(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "login.html").write_text(LOGIN)
        result = factsheets("add", "login.html", MONGOLIA)
        assert result.returncode == 3
        assert "login.html: refused: this is no fact sheet" in result.stderr
        assert result.stderr.endswith("1 new, 1 refused\n")

    def test_nor_is_an_empty_shell(self, factsheets: Command, tmp_path: Path) -> None:
        (tmp_path / "shell.html").write_text(SHELL.replace("{partner}", "Mongolia"))
        result = factsheets("add", "shell.html")
        assert result.returncode == 3
        assert "an empty shell: no visit, no figure and no event" in result.stderr

    def test_a_missing_file_is_5(self, factsheets: Command) -> None:
        result = factsheets("add", "no.html", "--json", "-q")
        assert result.returncode == 5
        assert json.loads(result.stdout)["outcomes"][0]["status"] == "failed"

    def test_a_web_archive(self, factsheets: Command, tmp_path: Path) -> None:
        body = sheet()
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        record = (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x>\r\nWARC-Date: 2014-09-03T01:20:45Z\r\n"
            b"WARC-Target-URI: http://www.mofa.go.jp/m.html\r\nContent-Type: application/http\r\n"
            b"Content-Length: %d\r\n\r\n" % len(head + body)
        )
        (tmp_path / "a.warc").write_bytes(record + head + body + b"\r\n\r\n")
        assert factsheets("add", "a.warc").returncode == 0
        path = next((tmp_path / "raw" / "mofa-japan" / "mng").glob("2014-09-03-*.html"))
        assert path.read_bytes() == body
        meta = read_meta(path.with_name(f"{path.name}.meta.json").read_bytes())
        assert meta is not None
        assert (meta.address, meta.fetched) == ("http://www.mofa.go.jp/m.html", "2014-09-03T01:20:45Z")

    def test_where_the_user_says(self, factsheets: Command, tmp_path: Path) -> None:
        assert factsheets("add", MONGOLIA, "--partner", "ken", "--publisher", "mofa-japan").returncode == 0
        assert (tmp_path / "raw" / "mofa-japan" / "ken").is_dir()

    @pytest.mark.parametrize("option", [("--partner", "xx"), ("--publisher", "nobody")])
    def test_unknown_names(self, factsheets: Command, option: tuple[str, str]) -> None:
        assert factsheets("add", MONGOLIA, *option).returncode == 2

    def test_a_page_put_aside_can_be_taken_after_all(self, fetch: Command, factsheets: Command, site: Site) -> None:
        site.put("/mongolia", page(sheet(rows=40)))
        fetch("--only", "MNG")
        site.put("/mongolia", page(sheet(rows=1)))
        aside = fetch("--only", "MNG", "--json", "-q")
        assert aside.returncode == 3
        path = json.loads(aside.stdout)["outcomes"][0]["path"]
        assert "1 new" in factsheets("add", path).stderr
        assert fetch("--only", "MNG").returncode == 0
