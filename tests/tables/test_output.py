"""Tables → files: what is written, byte for byte, and what stays when it cannot be."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import schemas
from pipeline import tables
from pipeline.tables import OutputError, generation, owned, swap
from pipeline.tables.manifest import problems
from pipeline.tables.stored import StoredTables
from tests.each import each
from tests.helpers import LOOSE, write_tables
from tests.tables.sample import DOCUMENT

Make = Callable[..., tuple[object, ...]]
Rows = dict[str, list[tuple[object, ...]]]
Files = dict[str, bytes]

NASTY = [
    "NA",
    "null",
    " lead",
    "a,b",
    'say "x"',
    "bare\rreturn",
    "line\nfeed",
    "both\r\n",
    "Ünï Τürkiye 日本 🇯🇵",
    "=1+1",
    "0012",
]


@pytest.fixture
def frames(rows: Rows) -> dict[str, pd.DataFrame]:
    return tables.build(rows)


def files(out: Path) -> Files:
    """Every file of a folder but the account of the run, which holds the time, and the database, which has a number."""
    paths = [path for path in out.rglob("*") if path.is_file() and path.name not in LOOSE]
    return {str(path.relative_to(out)): path.read_bytes() for path in paths}


def test_the_folder_holds_all_tables_and_texts(
    frames: dict[str, pd.DataFrame], texts: dict[str, str], tmp_path: Path
) -> None:
    written = write_tables(frames, texts, tmp_path / "a" / "out", run={"exit_status": 0})
    out = tmp_path / "a" / "out"
    names = {
        "refused.csv",
        "person_ids.csv",
        "datapackage.json",
        "manifest.json",
        *LOOSE,
        "text/mofa-japan/mng/2014-09-01.txt",
    }
    names |= {f"csv/{name}.csv" for name in schemas.tables() if name != "refused"}
    names |= {f"parquet/{name}.parquet" for name in schemas.tables()}
    assert {str(path.relative_to(out)) for path in written} == names == files(out).keys() | set(LOOSE)
    assert (out / "text/mofa-japan/mng/2014-09-01.txt").read_bytes().decode() == texts["mofa-japan/mng/2014-09-01"]
    assert json.loads((out / "run.json").read_bytes())["exit_status"] == 0
    assert [path.name for path in tmp_path.rglob(".*")] == []


def test_csv_and_parquet_hold_what_the_frames_hold(
    frames: dict[str, pd.DataFrame], texts: dict[str, str], row: Make, tmp_path: Path
) -> None:
    nasty = [row("people", person_id=f"p{n:02}", main_name=text, other_names=text) for n, text in enumerate(NASTY)]
    frames["people"] = tables.build({"people": [row("people"), *nasty]})["people"]
    write_tables(frames, texts, tmp_path / "out")
    for name, table in schemas.tables().items():
        cells = frames[name].astype(object).where(frames[name].notna(), None).to_numpy().tolist()
        data = (tmp_path / "out" / ("refused.csv" if name == "refused" else f"csv/{name}.csv")).read_bytes()
        read = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
        assert read == [list(table.names), *([_printed(cell) for cell in cells_of] for cells_of in cells)]
        assert data.endswith(b"\n")
        stored = pq.read_table(tmp_path / "out" / "parquet" / f"{name}.parquet")
        shown = [[_stored(value) for value in record.values()] for record in stored.to_pylist()]
        assert shown == cells
        described = {field.name: field.metadata[b"description"].decode() for field in stored.schema}
        assert described == {column.name: column.description for column in table.columns}


def _stored(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _printed(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else format(cell.normalize(), "f") if isinstance(cell, Decimal) else str(cell)


def test_stored_tables_are_the_frames_that_were_written(frames: dict[str, pd.DataFrame], out: Path) -> None:
    stored = StoredTables(out)
    assert list(stored) == list(frames)
    for name, frame in frames.items():
        pd.testing.assert_frame_equal(stored[name], frame)
    with pytest.raises(KeyError):
        stored["visit"]


def test_a_folder_is_checked_against_its_manifest(out: Path) -> None:
    assert problems(out) == []
    (out / "csv" / "visits.csv").write_bytes((out / "csv" / "visits.csv").read_bytes() + b"\n")
    (out / "csv" / "events.csv").unlink()
    (out / "text" / "mofa-japan" / "mng" / "2015.txt").touch()
    (out / "notes.txt").touch()
    assert problems(out) == [
        "csv/events.csv is missing", "text/mofa-japan/mng/2015.txt is not in the manifest", "csv/visits.csv was changed",
    ]  # fmt: skip
    (out / "manifest.json").write_text("{")
    assert "no run has finished here" in problems(out)[0]


def test_pandas_reads_the_csv_back_with_namibia_in_it(
    texts: dict[str, str], rows: Rows, row: Make, tmp_path: Path
) -> None:
    rows["people"] += [row("people", person_id=f"p{n:02}", main_name=text) for n, text in enumerate(NASTY)]
    write_tables(tables.build(rows), texts, tmp_path / "out")
    read = pd.read_csv(tmp_path / "out/csv/people.csv", keep_default_na=False, dtype=str, lineterminator="\n")
    assert read["main_name"].tolist() == ["Uno", *NASTY]


PLAINLY = [
    ("31100000000", "31100000000"), ("3.70", "3.7"), ("-18581", "-18581"), ("1E+9", "1000000000"), ("0", "0"), ("100", "100"),
]  # fmt: skip


def test_decimals_are_printed_plainly(rows: Rows, texts: dict[str, str], row: Make, tmp_path: Path) -> None:
    rows["observations"] = [
        row("observations", observation_id=f"{DOCUMENT}#observation-{number:04}", value=Decimal(value))
        for number, (value, _) in enumerate(PLAINLY, 1)
    ]
    write_tables(tables.build(rows), texts, tmp_path / "out")
    with (tmp_path / "out/csv/observations.csv").open(newline="") as file:
        assert [one["value"] for one in csv.DictReader(file)] == [printed for _, printed in PLAINLY]


def test_two_writes_are_the_same_bytes_and_unchanged_files_are_left_alone(
    rows: Rows, texts: dict[str, str], tmp_path: Path
) -> None:
    write_tables(tables.build(rows), texts, tmp_path / "a")
    write_tables(tables.build({name: rows[name] for name in reversed(rows)}), texts, tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")
    before = {name: (tmp_path / "a" / name).stat().st_ino for name in files(tmp_path / "a")}
    write_tables(tables.build(rows), texts, tmp_path / "a")
    assert {name: (tmp_path / "a" / name).stat().st_ino for name in before} == before


def test_the_data_package_is_valid_and_so_is_its_data(out: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    path = out / "datapackage.json"
    report = frictionless.Package(str(path)).validate()
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == list(schemas.tables())
    described = json.loads(path.read_bytes())
    for resource in described["resources"]:
        data = (out / resource["path"]).read_bytes()
        assert (resource["hash"], resource["bytes"]) == (f"sha256:{sha256(data).hexdigest()}", len(data))
    assert described["sources"] == [{"title": "mofa-japan/mng/2014-09-01", "path": "raw/mongolia.txt"}]


def test_the_data_package_tells_of_broken_keys(out: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    people = out / "csv" / "people.csv"
    people.write_bytes(people.read_bytes().splitlines(keepends=True)[0])
    report = frictionless.Package(str(out / "datapackage.json")).validate()
    assert "foreign-key" in {error for error, *_ in report.flatten(["type", "rowNumber"])}


def test_a_new_generation_takes_the_place_of_the_old_and_keeps_what_is_not_ours(out: Path) -> None:
    others = {
        ".gitkeep": "",
        "notes.md": "mine",
        "csv/mine.csv": "a\n",
        "text/readme.txt": "mine",
        "report/mine.html": "x",
    }
    for name, content in others.items():
        (out / name).parent.mkdir(exist_ok=True)
        (out / name).write_text(content)
    (out / "link").symlink_to("notes.md")
    write_tables(tables.build({}), {}, out)
    left = files(out)
    assert {name: left[name].decode() for name in others} == others
    assert (out / "link").readlink() == Path("notes.md")
    assert "text/mofa-japan/mng/2014-09-01.txt" not in left
    assert left["csv/visits.csv"].count(b"\n") == 1


@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("copy", errno.ENOSPC),
        ("fsync", errno.EIO),
        ("mkdtemp", errno.EACCES),
        ("mkdir", errno.EDQUOT),
        ("exchange", errno.EBUSY),
    ],
)
def test_a_failure_leaves_the_old_tables_and_nothing_beside_them(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    (out / "mine.txt").write_text("mine")
    before = files(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    place = {
        "copy": (generation.shutil, "copy2"), "fsync": (os, "fsync"), "mkdtemp": (swap.tempfile, "mkdtemp"),
        "mkdir": (Path, "mkdir"), "exchange": (swap, "_exchange"),
    }[call]  # fmt: skip
    monkeypatch.setattr(*place, fail)
    if call == "copy":
        monkeypatch.setattr(generation, "_linked", lambda *_: False)
    with pytest.raises(OutputError, match="out"):
        write_tables(tables.build({}), {}, out)
    monkeypatch.undo()
    assert files(tmp_path) == before
    assert os.listdir(tmp_path) == ["out"]


def test_a_first_write_that_fails_leaves_no_folders(
    texts: dict[str, str], frames: dict[str, pd.DataFrame], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="No space left"):
        write_tables(frames, texts, tmp_path / "a" / "b" / "out")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL])
def test_where_names_cannot_be_exchanged_two_renames_do(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(swap, "_exchange", unsupported)
    write_tables(tables.build({}), {}, out)
    assert files(out)["csv/visits.csv"].count(b"\n") == 1
    assert os.listdir(tmp_path) == ["out"]


def test_what_a_killed_run_left_is_cleared_and_mended(
    frames: dict[str, pd.DataFrame], texts: dict[str, str], out: Path, tmp_path: Path
) -> None:
    (out / "mine.txt").write_text("mine")
    out.rename(tmp_path / ".out.factsheets-old-abc")
    (tmp_path / ".out.factsheets-new-abc" / "csv").mkdir(parents=True)
    write_tables(frames, texts, out)
    assert os.listdir(tmp_path) == ["out"]
    assert (out / "mine.txt").read_text() == "mine"


def test_a_folder_that_another_run_builds_is_left_alone(
    frames: dict[str, pd.DataFrame], texts: dict[str, str], tmp_path: Path
) -> None:
    with swap.staging(tmp_path / "out") as other:
        write_tables(frames, texts, tmp_path / "out")
        assert other.is_dir()
    assert os.listdir(tmp_path) == ["out"]


KILLED = """
import os, sys
from pathlib import Path
from pipeline.tables.generation import generation
sys.stdout.write("ready\\n"); sys.stdout.flush()
n = 0
while True:
    n += 1
    with generation(Path(sys.argv[1])) as new:
        new.put("datapackage.json", b'{"name": "factsheets"}')
        for name in ("visits", "events", "people", "findings"):
            new.put(f"csv/{name}.csv", str(n).encode())
"""


def test_a_kill_at_any_moment_leaves_one_whole_generation(tmp_path: Path) -> None:
    out = tmp_path / "out"
    root = str(Path(tables.__file__).parents[2])
    for turn in range(6):
        run = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(out)], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": root}
        )
        assert run.stdout is not None
        run.stdout.readline()
        time.sleep(0.02 + turn * 0.0067)
        run.kill()
        run.wait()
        run.stdout.close()
        if out.exists():
            assert len({path.read_bytes() for path in (out / "csv").iterdir()}) == 1
            assert len(os.listdir(out / "csv")) == 4
    with generation.generation(out) as new:
        new.put("datapackage.json", b'{"name": "factsheets"}')
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("name", ["letter.txt", ".bashrc", "csv/visits.csv", "datapackage.json", "csv/documents.csv"])
def test_a_folder_of_something_else_is_not_touched(
    frames: dict[str, pd.DataFrame], texts: dict[str, str], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text('{"name": "mine"}')
    with pytest.raises(OutputError, match="something else"):
        write_tables(frames, texts, tmp_path)
    assert files(tmp_path) == {name: b'{"name": "mine"}'}


def test_a_fresh_clone_with_only_the_committed_tables_is_ours(out: Path) -> None:
    for name in ("datapackage.json", "run.json", "refused.csv"):
        (out / name).unlink()
    tables.check_output(out)


@pytest.mark.parametrize("name", ["csv/visits.csv", "csv", "text/mofa-japan", "run.json"])
def test_nothing_is_written_through_a_link(out: Path, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    (out / name).rename(victim)
    (out / name).symlink_to(victim)
    before = files(tmp_path)
    with pytest.raises(OutputError, match="symbolic link"):
        write_tables(tables.build({}), {}, out)
    assert files(tmp_path) == before


@pytest.mark.parametrize("kind", ["link", "file"])
def test_what_is_no_folder_is_no_output(
    frames: dict[str, pd.DataFrame], texts: dict[str, str], tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "out"
    out.symlink_to(tmp_path / "elsewhere") if kind == "link" else out.write_text("mine")
    with pytest.raises(OutputError, match="out"):
        write_tables(frames, texts, out)


def test_a_folder_below_a_file_cannot_be_made(
    frames: dict[str, pd.DataFrame], texts: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match="--out"):
        write_tables(frames, texts, tmp_path / "file" / "out")


@each(
    "name",
    [
        "../a/b",
        "a/../b",
        "a/b/..",
        "/a/b/c",
        "a/b",
        "a/b/c/d",
        "a/b/c\n",
        "a/b/.c",
        "A/b/c",
        "a//c",
        "a/b/c\0",
        "a\\b/c/d",
        "~/b/c",
        "",
    ],
)
def test_an_id_that_leaves_the_folder_is_no_id(name: str) -> None:
    assert not owned.is_document_id(name)


def test_the_door_and_the_definitions_are_quick_to_import() -> None:
    code = "import sys, schemas, pipeline.tables as t; schemas.rules(); print({'pandas', 'pyarrow'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
