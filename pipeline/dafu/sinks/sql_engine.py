"""The two databases: how each is opened, and how each is told what its tables mean."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from sqlalchemy import URL, Column, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects.sqlite.base import SQLiteDDLCompiler
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from dafu.errors import MissingPart, UsageError

_POSTGRESQL = "postgresql+psycopg"
_DRIVERS = {"sqlite": "sqlite", "postgresql": _POSTGRESQL, "postgres": _POSTGRESQL, _POSTGRESQL: _POSTGRESQL}
_ONE_CONNECTION: dict[str, Any] = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
_LOCK = 0x64616675
"""Key of PostgreSQL's advisory lock: `dafu`."""
_BUSY_SECONDS = 0.5
_CONNECT_SECONDS = 10
"""Each try; who calls waits longer by trying again."""
_REMEDY = (
    "例如 sqlite:///letters.db 或 postgresql://user@host/name。"
    " / For example sqlite:///letters.db or postgresql://user@host/name."
)


def address(url: str) -> URL:
    """The address of a database; a bare file name is SQLite's.

    Raises `UsageError` for what is none, or another database's, and `MissingPart` where a driver is missing.
    """
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        found = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise UsageError("不是数据库地址 / no database address.", remedy=_REMEDY) from error
    driver = _DRIVERS.get(found.drivername)
    if driver is None:
        what = f"不支持的数据库 / no support for this database: {found.drivername}."
        raise UsageError(what, remedy=_REMEDY)
    if driver == _POSTGRESQL and find_spec("psycopg") is None:
        remedy = "请运行 pip install 'dafu[postgresql]'。 / Install it: pip install 'dafu[postgresql]'."
        raise MissingPart("缺少 PostgreSQL 驱动 psycopg / psycopg is not installed.", remedy=remedy)
    return found.set(drivername=driver)


def engine_of(url: URL) -> Engine:
    """An engine whose transactions take the write lock when they begin, so that no check is outdated when acted on.

    It keeps one connection until it is disposed of.
    """
    if url.drivername == "sqlite":
        engine = create_engine(url, **_ONE_CONNECTION, connect_args={"timeout": _BUSY_SECONDS})
        engine.dialect.ddl_compiler = _CommentingCompiler
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(url, **_ONE_CONNECTION, connect_args={"connect_timeout": _CONNECT_SECONDS})
        event.listen(engine, "begin", _begin_postgresql)
    return engine


def _open_sqlite(connection: Any, _: Any) -> None:
    """Readers are not kept waiting (WAL), keys are checked, and `BEGIN` is left to us."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


class _CommentingCompiler(SQLiteDDLCompiler):
    """Comments inside the table's definition, where `.schema` shows them: SQLite has no other place for them."""

    def get_column_specification(self, column: Column[Any], **options: Any) -> str:
        plain: str = super().get_column_specification(column, **options)  # type: ignore[no-untyped-call]
        return f"{plain} /* {column.comment} */" if column.comment else plain

    def visit_create_table(self, create: Any, **options: Any) -> str:
        table: Table = create.element
        plain: str = super().visit_create_table(create, **options)  # type: ignore[no-untyped-call]
        return plain.replace("(", f"( /* {table.comment} */", 1)
