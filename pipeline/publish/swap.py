"""One set of tables takes the place of another: whose a schema is, who reads it, who may, and the exchange itself."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.tables import BusyError, OutputError
from pipeline.tables.ddl import quoted

if TYPE_CHECKING:
    import psycopg

_NAME: Final = re.compile(r"(?!pg_)[a-z_][a-z0-9_]{0,62}")
_HELD: Final = re.compile(r"(TABLE|VIEW|FUNCTION) [a-z][a-z0-9_]*")
_PAUSE: Final = 0.2
"""Seconds to wait for those who read the old tables, and to let them go on."""

_RELATIONS: Final = """
SELECT string_agg(format('%I.%I', nspname, relname), ', ' ORDER BY relkind DESC, relname)
FROM pg_class JOIN pg_namespace AS n ON n.oid = relnamespace WHERE nspname = {schema} AND relkind IN ('r', 'v')
"""
_GRANTS: Final = """
WITH granted AS (
  SELECT format('SCHEMA %I', {new}) AS what, nspowner AS owner, nspacl AS acl FROM pg_namespace WHERE nspname = {old}
  UNION ALL
  SELECT format('TABLE %I.%I', {new}, c.relname), c.relowner, c.relacl
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace JOIN pg_class AS other USING (relname)
  WHERE n.nspname = {old} AND c.relkind IN ('r', 'v') AND other.relnamespace = to_regnamespace({new})
)
SELECT format(
  'GRANT %s ON %s TO %s', privilege_type, what,
  CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
) || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM granted, aclexplode(acl) WHERE grantee <> owner
"""
"""What others were allowed with the old schema and its tables, to be allowed with the new ones."""


class Mark(NamedTuple):
    """What the comment of a schema says of it: the digest of the tables' manifest, that of the program, what it made."""

    manifest: str
    program: str
    holds: tuple[str, ...]


def check_name(schema: str) -> None:
    """Raise `ValueError` for a name of a schema that would need quotes, or that is PostgreSQL's own.

    >>> check_name("pg_catalog")
    Traceback (most recent call last):
    ...
    ValueError: a schema is named with a-z, 0-9 and _, and not pg_ in front, not 'pg_catalog'
    """
    if not _NAME.fullmatch(schema):
        raise ValueError(f"a schema is named with a-z, 0-9 and _, and not pg_ in front, not {schema!r}")


def claim(connection: psycopg.Connection, schema: str) -> None:
    """Hold a schema for oneself until the transaction ends, however it does."""
    key = f"factsheets publish {schema}"
    if not _values(connection, f"SELECT pg_try_advisory_xact_lock(hashtextextended({quoted(key)}, 0))")[0]:
        raise BusyError(f"another one publishes into the schema {schema}: wait for it")


def standing(connection: psycopg.Connection, schema: str) -> Mark | None:
    """The mark of the schema that stands, without what somebody took away of it; `None` where there is no schema.

    Raises `OutputError` for a schema that this program did not make.
    """
    where = f"FROM pg_namespace AS n WHERE nspname = {quoted(schema)}"
    told = _values(connection, f"SELECT coalesce(obj_description(oid, 'pg_namespace'), '') {where}")
    if not told:
        return None
    mark = _read(str(told[0]))
    if mark is None:
        raise OutputError(f"the schema {schema} is not of this program: name another one with --schema, or drop it")
    there = f"SELECT relname::text FROM pg_class WHERE relnamespace = (SELECT oid {where})"
    there += f" UNION ALL SELECT proname::text FROM pg_proc WHERE pronamespace = (SELECT oid {where})"
    names = set(_values(connection, there))
    return mark._replace(holds=tuple(one for one in mark.holds if one.split()[1] in names))


def put_mark(connection: psycopg.Connection, schema: str, mark: Mark) -> None:
    """Say in a schema's comment what it was made of."""
    connection.execute(f"COMMENT ON SCHEMA {schema} IS {quoted(json.dumps({'factsheets': mark._asdict()}))}")


def exchange(connection: psycopg.Connection, schema: str, old: Mark | None, new: str, patience: float) -> None:
    """Put the schema `new` in the place of `schema`, within the transaction; readers may read whatever `old` could be.

    The old tables are dropped one by one, never with what hangs on them: raises `OutputError` when somebody's view does, or
    something else stands in the schema, and `BusyError` when readers have not let go after `patience` seconds.
    """
    import psycopg

    named = f'"{schema}"'  # it may be a word of SQL
    if old is not None:
        _lock(connection, schema, patience)
        for grant in _values(connection, _GRANTS.format(old=quoted(schema), new=quoted(new))):
            connection.execute(str(grant))
        try:
            dropped = (f"DROP {one.replace(' ', f' {named}.')}" for one in reversed(old.holds))
            connection.execute(";\n".join([*dropped, f"DROP SCHEMA {named}"]))
        except psycopg.errors.DependentObjectsStillExist as error:
            told = "; ".join((error.diag.message_detail or str(error)).splitlines())
            raise OutputError(f"something else hangs on the schema {schema} ({told}): drop or move it first") from error
    connection.execute(f"ALTER SCHEMA {new} RENAME TO {named}")


def _lock(connection: psycopg.Connection, schema: str, patience: float) -> None:
    """Wait until no transaction reads the old tables, so that each sees either set to its end.

    It is asked for again and again, and each time only for a moment: who comes to read the next table must not wait behind
    this for somebody else, nor run into a deadlock. Views go first, as for a reader.
    """
    import psycopg

    (relations,) = _values(connection, _RELATIONS.format(schema=quoted(schema)))
    until = time.monotonic() + patience
    while relations:
        try:
            with connection.transaction():
                connection.execute(f"SET LOCAL lock_timeout = {_PAUSE * 1000:.0f}")
                connection.execute(f"LOCK TABLE {relations} IN ACCESS EXCLUSIVE MODE")
            return
        except (psycopg.errors.LockNotAvailable, psycopg.errors.DeadlockDetected):
            if time.monotonic() > until:
                raise BusyError(f"the tables in the schema {schema} are being read: try again later") from None
            time.sleep(_PAUSE)


def _read(comment: str) -> Mark | None:
    """The mark in a comment; `None` for a comment of somebody else's.

    >>> _read('{"factsheets": {"manifest": "1", "program": "2", "holds": ["TABLE visits"]}}')
    Mark(manifest='1', program='2', holds=('TABLE visits',))
    >>> _read("our own tables")
    """
    try:
        told = json.loads(comment)["factsheets"]
        found = Mark(str(told["manifest"]), str(told["program"]), tuple(map(str, told["holds"])))
    except (ValueError, KeyError, TypeError):
        return None
    return found if all(map(_HELD.fullmatch, found.holds)) else None


def _values(connection: psycopg.Connection, query: str) -> Sequence[object]:
    """The first column of an answer."""
    return [row[0] for row in connection.execute(query).fetchall()]
