"""The database that a process of its own writes is the one that this process writes; what goes wrong there is told here."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import tables
from pipeline.tables.duckdb_aside import DatabaseAside
from pipeline.tables.duckdb_file import NAME
from pipeline.tables.output import output
from pipeline.tables.printed import print_tables
from tests.helpers import write_tables
from tests.tables.sample import Rows
from tests.tables.test_duckdb import query


def test_it_is_the_same_database(rows: Rows, texts: dict[str, str], tmp_path: Path) -> None:
    frames = tables.build(rows)
    with output(tmp_path / "aside", is_large=True) as made:
        made.add(print_tables(frames), texts)
        made.finish({})
    write_tables(frames, texts, tmp_path / "here")
    for name in rows:
        assert query(tmp_path / "aside", f"FROM {name}") == query(tmp_path / "here", f"FROM {name}") != []
    with output(tmp_path / "aside", is_large=True) as made:
        made.add(print_tables(frames), texts)
        made.finish({})
    assert query(tmp_path / "aside", "FROM visits") == query(tmp_path / "here", "FROM visits")


def test_it_prints_no_bars_where_python_has_no_program(tmp_path: Path) -> None:
    told = (
        "import sys; from pathlib import Path; from pipeline.tables.duckdb_empty import opened\n"
        "with opened(Path(sys.argv[1]), {}) as made:\n"
        "    print(made.execute(\"SELECT current_setting('enable_progress_bar')\").fetchall())"
    )
    done = subprocess.run([sys.executable, "-c", told, tmp_path / NAME], capture_output=True, text=True, check=True)
    assert done.stdout == "[(False,)]\n"


def test_what_fails_there_is_raised_here(tmp_path: Path) -> None:
    database = DatabaseAside(tmp_path / "nowhere" / NAME)
    database.add({})
    with pytest.raises(OSError, match="nowhere"):
        database.finish({})
    database.close()


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    database = DatabaseAside(tmp_path / NAME)
    database.add({})
    os.kill(database._process[0].pid, signal.SIGKILL)
    with pytest.raises(OSError, match=r"has died \(exit code -9\)"):
        database.finish({})
    database.close()
