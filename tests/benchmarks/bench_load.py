"""Rows per second of loading records into SQLite and PostgreSQL, beside the database's own bulk load, in one run.

    python -m tests.benchmarks.bench_load RECORDS [--letters 2000]

RECORDS is what `dafu run` wrote; its records are repeated under other ids to that many letters. For each database:

* `bulk`: rows that are ready, into bare tables without keys, indexes or comments, in one transaction: `executemany`
  as `sqlite-utils insert` does it, `COPY` as `psql` does it. The bound of what the database itself can do.
* `load`: `dafu load` without search: JSON read and checked, rows made, keys and indexes kept, a transaction for
  every few letters.
* `load + search`: with the texts cut into words and indexed.
* `again`: the same load once more, which must change nothing.

Seconds are those of the clock: the database works too. PostgreSQL is a server of the benchmark's own, with its data on disk
and `fsync` off, and is left out where none is installed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count, cycle, islice
from pathlib import Path

from tests.sinks.postgresql import programs, running_cluster

from dafu.commands.load import record_files
from dafu.parse.segment import shared_segmenter
from dafu.sinks.json_lines import Stored, record_of, stored_records
from dafu.sinks.sql import Database
from dafu.sinks.sql_engine import address, engine_of
from dafu.sinks.sql_fields import Row
from dafu.sinks.sql_tables import LETTERS_TABLE, METADATA, PART_TABLES
from dafu.sinks.sql_write import rows_of

Tables = dict[str, list[Row]]


def repeated(records: list[Stored], letters: int) -> Iterator[Stored]:
    """That many records, those given under other ids."""
    numbers = count(1)
    for stored in islice(cycle(records), letters):
        own = record_of(stored).record_id.split("#")[0].encode()
        number = next(numbers)
        yield Stored(f"records.jsonl:{number}", stored.json.replace(own, f"{number:064x}".encode()))


def rows_of_all(records: list[Stored]) -> Tables:
    """All rows of all tables below `runs`, ready to be written."""
    tables: Tables = {table.name: [] for table in (LETTERS_TABLE, *PART_TABLES)}
    for number, stored in enumerate(records, start=1):
        record = record_of(stored)
        fields, parts = rows_of(record)
        key = (record.record_id, record.producer.fingerprint)
        tables["letters"].append((*key, number, 1, *fields, "", stored.json.decode()))
        for table, rows in zip(PART_TABLES, parts, strict=True):
            tables[table.name] += rows
    return tables


def bulk(url: str, tables: Tables) -> None:
    """Ready rows into bare tables, the fastest way there is."""
    engine = engine_of(address(url))
    with engine.begin() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        for name, rows in tables.items():
            columns = METADATA.tables[name].columns.keys()
            types = (column.type.compile(engine.dialect) for column in METADATA.tables[name].columns)
            defined = ", ".join(f"{column} {kind}" for column, kind in zip(columns, types, strict=True))
            connection.exec_driver_sql(f"CREATE TABLE bare_{name} ({defined})")
            if engine.dialect.name == "sqlite":
                driver.executemany(f"INSERT INTO bare_{name} VALUES ({', '.join('?' * len(columns))})", rows)
                continue
            with driver.cursor() as cursor, cursor.copy(f"COPY bare_{name} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
    engine.dispose()


def load(url: str, records: list[Stored], *, searchable: bool) -> Counter[str]:
    """What `dafu load` does, but for reading the file."""
    database = Database(url, segment=shared_segmenter().search_words if searchable else None)
    database.prepare()
    return Counter(loaded.kind for loaded in database.load(records))


def clocked(work: Callable[[], object]) -> tuple[float, object]:
    """Seconds, and what came of it."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def measure(name: str, urls: list[str], records: list[Stored], tables: Tables) -> None:
    """One line for each work on one database; `urls` are three empty ones."""
    rows = sum(map(len, tables.values()))
    bare, plain, searchable = urls
    works: list[tuple[str, Callable[[], object]]] = [
        ("bulk", lambda: bulk(bare, tables)),
        ("load", lambda: load(plain, records, searchable=False)),
        ("load + search", lambda: load(searchable, records, searchable=True)),
        ("again", lambda: load(plain, records, searchable=False)),
    ]
    for work, do in works:
        seconds, result = clocked(do)
        outcome = (
            "" if result is None else " ".join(f"{kind} {number}" for kind, number in dict(result).items())
        )  # type: ignore[call-overload]
        sys.stdout.write(
            f"  {name:<11} {work:<14} {seconds:>7.1f} s {rows / seconds:>9.0f} rows/s"
            f" {len(records) / seconds:>7.0f} letters/s  {outcome}\n"
        )
        sys.stdout.flush()


def main() -> None:
    """Measures both databases."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("records", type=Path)
    options.add_argument("--letters", type=int, default=2000)
    chosen = options.parse_args()
    stored = [
        one for file in record_files(chosen.records) for one in islice(stored_records(file), chosen.letters)
    ]
    records = list(repeated(stored, chosen.letters))
    tables = rows_of_all(records)
    shared_segmenter().search_words("词典")  # loaded once, before the clock runs
    rows, size = sum(map(len, tables.values())), sum(len(one.json) for one in records)
    sys.stdout.write(f"{len(records)} letters, {rows} rows, {size / 1e6:.0f} MB of JSON\n")
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        measure(
            "SQLite",
            [f"sqlite:///{folder}/{name}.db" for name in ("bare", "plain", "search")],
            records,
            tables,
        )
        found = programs()
        if found is None:
            sys.stdout.write("  PostgreSQL is not installed (see tests/postgresql.sh)\n")
            return
        cluster = stack.enter_context(running_cluster(found))
        urls = [cluster.make_database(name) for name in ("bare", "plain", "searchable")]
        measure("PostgreSQL", urls, records, tables)


if __name__ == "__main__":
    main()
