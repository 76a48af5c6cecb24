"""A PostgreSQL server of the tests' own, in a folder of its own, reached through a socket; and databases in it."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PASSWORD = "s3cret-word"
_QUICK = {"fsync": "off", "full_page_writes": "off", "listen_addresses": "", "unix_socket_permissions": "0777"}


def _missing(what: str) -> None:
    told = f"no {what}: apt-get install postgresql, pip install 'factsheets[postgresql]'"
    if os.environ.get("FACTSHEETS_REQUIRE_POSTGRESQL"):
        pytest.fail(f"{told}; FACTSHEETS_REQUIRE_POSTGRESQL is set")
    pytest.skip(told)


def _program(name: str) -> str:
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *map(str, places)]))
    return found or _missing("PostgreSQL") or ""


def _owner() -> dict[str, Any]:
    """As whom the server is to run, which refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    names = {one.pw_name: one for one in pwd.getpwall()}
    owner = names.get("postgres") or names["nobody"]
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The folder of the socket of a running server, whose superuser is `admin`."""
    programs = [_program(name) for name in ("initdb", "postgres")]
    try:
        import psycopg
    except ImportError:
        _missing("psycopg")
    owner = _owner()
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK | os.X_OK) else None
    with tempfile.TemporaryDirectory(prefix="factsheets-pg-", dir=memory, ignore_cleanup_errors=True) as name:
        folder, word = Path(name), Path(name) / "word"
        word.write_text(PASSWORD)
        for path in (folder, word) if owner else ():
            os.chown(path, owner["user"], owner["group"])
        common = {"cwd": folder, "stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, **owner}
        made = [programs[0], "-D", f"{folder}/data", "-U", "admin", "-A", "scram-sha-256", f"--pwfile={word}"]
        subprocess.run([*made, "--no-sync", "--locale=C", "--encoding=UTF8"], check=True, **common)
        settings = [f"-c{key}={value}" for key, value in _QUICK.items()]
        with (folder / "log").open("wb") as log:
            running = subprocess.Popen(
                [programs[1], "-D", f"{folder}/data", f"-k{folder}", *settings], stderr=log, **common
            )
        try:
            for _ in range(200):
                try:
                    psycopg.connect(_address(name, "postgres")).close()
                    break
                except psycopg.OperationalError:
                    time.sleep(0.05)
            yield name
        finally:
            running.send_signal(signal.SIGQUIT)
            running.wait(30)


def _address(server: str, database: str) -> str:
    return f"postgresql://admin:{PASSWORD}@/{database}?host={server}"


@pytest.fixture(scope="session")
def _database(server: str) -> Iterator[Any]:
    """The address of a database, and a connection to it."""
    import psycopg

    with psycopg.connect(_address(server, "postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE facts")
    with psycopg.connect(_address(server, "facts"), autocommit=True) as connection:
        yield _address(server, "facts"), connection


@pytest.fixture
def ask(_database: Any) -> Callable[[str], list[Any]]:
    """The rows that a query gives, in a transaction of its own."""

    def call(query: str) -> list[Any]:
        cursor = _database[1].execute(query)
        return cursor.fetchall() if cursor.description else []

    return call


@pytest.fixture
def address(_database: Any, ask: Callable[[str], list[Any]]) -> str:
    """The address of a database in which there is nothing yet."""
    ask('DROP SCHEMA IF EXISTS factsheets, elsewhere, "user", public CASCADE; CREATE SCHEMA public')
    return str(_database[0])
