"""The server: its address as typed, the connection to it, and what it says when something goes wrong. No password is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from pipeline.tables import OutputError

if TYPE_CHECKING:
    import psycopg

_ADDRESS: Final = re.compile(r"postgres(ql)?://([^@/?]*@)?[^@/?]*(/[^@/?]*)?(\?[^?]*)?")
_OLDEST: Final = 14
"""The first PostgreSQL whose functions are bound to the tables that they read."""
_DEFAULTS: Final = {"connect_timeout": "10", "fallback_application_name": "factsheets", "client_encoding": "utf8"}


def check_address(address: str) -> None:
    """Raise `ValueError` for what is no address, in words of our own (the library's would quote the password in it), and
    when there is no library to use it.

    >>> check_address("postgresql://me:p@ss@localhost/facts")
    Traceback (most recent call last):
    ...
    ValueError: the address is no postgresql://USER@HOST:PORT/DATABASE (in a password, @ is written %40, / %2F and ? %3F)
    """
    if not (_ADDRESS.fullmatch(address) and _is_understood(address)):
        told = "the address is no postgresql://USER@HOST:PORT/DATABASE"
        raise ValueError(f"{told} (in a password, @ is written %40, / %2F and ? %3F)")


def _is_understood(address: str) -> bool:
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise ValueError("publishing needs `pip install 'factsheets[postgresql]'`") from error
    try:
        ports = str(conninfo_to_dict(address).get("port", "")).split(",")
    except ProgrammingError:
        return False
    return all(port.isdecimal() or not port for port in ports)


@contextmanager
def connected(address: str) -> Iterator[psycopg.Connection]:
    """A connection, in which every statement stands alone unless a transaction is begun.

    Raises `OutputError` for whatever the server refuses or says, then and within the block, and when it is lost.
    """
    import psycopg
    from psycopg.conninfo import conninfo_to_dict

    given: dict[str, Any] = _DEFAULTS | conninfo_to_dict(address)
    try:
        with psycopg.connect(**given, autocommit=True) as connection:
            _check_server(connection)
            yield connection
    except psycopg.Error as error:
        raise OutputError(f"the database cannot be written: {' '.join(str(error).split())}") from error


def _check_server(connection: psycopg.Connection) -> None:
    if connection.info.server_version < _OLDEST * 10_000:
        raise OutputError(f"the server is older than PostgreSQL {_OLDEST}")
    if (encoding := connection.info.parameter_status("server_encoding")) != "UTF8":
        raise OutputError(f"the database's encoding is {encoding}: make one with ENCODING 'UTF8'")
