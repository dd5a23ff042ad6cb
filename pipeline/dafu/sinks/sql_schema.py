"""Tables, views and search, made where they are missing; a database of another layout is refused."""

from __future__ import annotations

from sqlalchemy import Connection, Inspector, inspect

from dafu.errors import UsageError
from dafu.sinks.sql_search import create_search
from dafu.sinks.sql_tables import LETTERS_TABLE, METADATA, PART_TABLES

_REMEDY = (
    "请换一个数据库，再入库一次；旧库可留作备份。"
    " / Load into another database; the old one can be kept as it is."
)


def create_schema(connection: Connection) -> None:
    """Tables, indexes, comments, the views `current_…` and the search table.

    Raises `UsageError` if there are tables of these names with other columns.
    """
    inspector = inspect(connection)
    there = set(inspector.get_table_names())
    for table in METADATA.sorted_tables:
        if table.name in there:
            _check(inspector, table.name, [column.name for column in table.columns])
    METADATA.create_all(connection)
    _create_views(connection, set(inspector.get_view_names()))
    create_search(connection)


def _check(inspector: Inspector, name: str, expected: list[str]) -> None:
    found = [column["name"] for column in inspector.get_columns(name)]
    if found != expected:
        differing = sorted(set(found) ^ set(expected)) or found
        what = f"表 {name} 的结构不符 / table {name} has other columns: {', '.join(differing)}."
        raise UsageError(what, remedy=_REMEDY)


def _create_views(connection: Connection, there: set[str]) -> None:
    """`current_letters` has each letter as the newest run made it, `current_figures` and so on what is in those."""
    statements = {
        "current_letters": f"""SELECT {_columns(LETTERS_TABLE.columns.keys(), "l")} FROM letters l
        WHERE NOT EXISTS (
            SELECT 1 FROM letters n WHERE n.record_id = l.record_id AND n.run_number > l.run_number)"""
    }
    for table in PART_TABLES:
        statements[f"current_{table.name}"] = (
            f"SELECT {_columns(table.columns.keys(), 'p')} FROM {table.name} p"
            " JOIN current_letters l ON l.record_id = p.record_id AND l.fingerprint = p.fingerprint"
        )
    for name, statement in statements.items():
        if name not in there:
            connection.exec_driver_sql(f"CREATE VIEW {name} AS {statement}")


def _columns(names: list[str], alias: str) -> str:
    return ", ".join(f"{alias}.{name}" for name in names)
