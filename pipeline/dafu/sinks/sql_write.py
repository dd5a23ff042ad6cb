"""Whole letters into tables, in the way each database takes them fastest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import Connection

from dafu.records import ReplyRecord
from dafu.sinks.sql_fields import Row
from dafu.sinks.sql_letters import LETTERS
from dafu.sinks.sql_parts import PARTS
from dafu.sinks.sql_search import SEARCH_COLUMNS
from dafu.sinks.sql_tables import LETTERS_TABLE, PART_TABLES

LetterKey = tuple[str, str]
"""record_id and fingerprint."""


class Stored(NamedTuple):
    """What the database holds under a letter's key."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter made ready to be written; everything that takes time has been done."""

    key: LetterKey
    where: str
    """Where its record stands: `records.jsonl:7`."""
    version: str
    digest: str
    fields: Row
    parts: tuple[tuple[Row, ...], ...]
    """Rows by part, in the order of `PARTS`."""
    json: str
    words: tuple[str, str] | None
    """Title and text as words parted by spaces; None where no search is wanted."""


def rows_of(record: ReplyRecord) -> tuple[Row, tuple[tuple[Row, ...], ...]]:
    """A record's own fields, and the rows of its parts."""
    return tuple(field.value(record) for field in LETTERS), tuple(tuple(part.rows(record)) for part in PARTS)


def stored(connection: Connection, keys: Sequence[LetterKey]) -> dict[LetterKey, Stored]:
    """Which of the letters are there."""
    if not keys:
        return {}
    mark = _mark(connection)
    ids = sorted({record_id for record_id, _ in keys})
    statement = (
        "SELECT record_id, fingerprint, number, digest FROM letters"
        f" WHERE record_id IN ({', '.join([mark] * len(ids))})"
    )
    wanted = set(keys)
    rows = connection.exec_driver_sql(statement, tuple(ids))
    return {(row[0], row[1]): Stored(row[2], row[3]) for row in rows if (row[0], row[1]) in wanted}


def remove(connection: Connection, gone: Iterable[tuple[LetterKey, Stored]]) -> None:
    """Takes letters out, with all that is theirs."""
    mark = _mark(connection)
    for key, there in gone:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("DELETE FROM letter_search WHERE rowid = ?", (there.number,))
        statement = f"DELETE FROM letters WHERE record_id = {mark} AND fingerprint = {mark}"
        connection.exec_driver_sql(statement, key)


def write(connection: Connection, letters: Sequence[Letter], *, manifest: str | None = None) -> None:
    """Writes letters that are not there yet."""
    runs = _run_numbers(connection, letters, manifest)
    (last,) = connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM letters").one()
    numbered = list(enumerate(letters, start=last + 1))
    rows = [
        (*letter.key, number, runs[letter.key[1]], *letter.fields, letter.digest, letter.json)
        for number, letter in numbered
    ]
    _insert(connection, "letters", LETTERS_TABLE.columns.keys(), rows)
    for index, table in enumerate(PART_TABLES):
        parts = chain.from_iterable(letter.parts[index] for letter in letters)
        _insert(connection, table.name, table.columns.keys(), parts)
    words = [(number, *letter.key, *letter.words) for number, letter in numbered if letter.words]
    if connection.dialect.name == "sqlite":
        _insert(connection, "letter_search", ["rowid", *SEARCH_COLUMNS], words)
    else:
        _insert(connection, "letter_search", SEARCH_COLUMNS, (row[1:] for row in words))


def _run_numbers(connection: Connection, letters: Sequence[Letter], manifest: str | None) -> dict[str, int]:
    """The number of each run; a fingerprint not seen before gets the next one."""
    known = dict(tuple(row) for row in connection.exec_driver_sql("SELECT fingerprint, number FROM runs"))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    new = []
    for letter in letters:
        fingerprint = letter.key[1]
        if fingerprint not in known:
            known[fingerprint] = max(known.values(), default=0) + 1
            new.append((fingerprint, known[fingerprint], letter.version, now, manifest))
    _insert(connection, "runs", ["fingerprint", "number", "version", "first_loaded", "manifest"], new)
    return known


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    names = ", ".join(columns)
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "sqlite":
        driver.executemany(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})", rows)
        return
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _mark(connection: Connection) -> str:
    """How the driver marks a value in a statement."""
    return "?" if connection.dialect.name == "sqlite" else "%s"
