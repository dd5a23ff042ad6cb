"""A database that is wrong, away, locked or asked by two at once: nothing lost, nothing twice, and a clear word."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sinks.letters_in_tables import asked, content, copies
from tests.sinks.postgresql import Cluster

from dafu.errors import DafuError, OutputError, UsageError
from dafu.sinks.json_lines import Stored
from dafu.sinks.sql import BATCH, Database

_MANY = copies(6 * BATCH)


def _load(url: str, stored: list[Stored], *, patience: float = 30) -> Counter[str]:
    database = Database(url, patience=patience)
    database.prepare()
    return Counter(loaded.kind for loaded in database.load(stored))


@pytest.mark.parametrize(
    ("url", "error", "says"),
    [
        ("mysql://user@127.0.0.1/letters", UsageError, "mysql"),
        ("postgresql+asyncpg://user@127.0.0.1/letters", UsageError, "asyncpg"),
        ("://", UsageError, "no database address"),
        ("postgresql://user:secret@127.0.0.1:1/letters", OutputError, "127.0.0.1:1/letters"),
        ("sqlite:////no/such/folder/letters.db", OutputError, "unable to open"),
    ],
)
def test_a_wrong_address_is_named_with_a_remedy(url: str, error: type[DafuError], says: str) -> None:
    with pytest.raises(error, match=says) as caught:
        Database(url, patience=0).prepare()
    assert type(caught.value) is error
    assert caught.value.remedy not in (error.remedy_zh, "")
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "letters.db").write_text("不是数据库" * 200, "utf-8")
    with pytest.raises(UsageError, match="not a database"):
        Database(str(tmp_path / "letters.db")).prepare()
    assert (tmp_path / "letters.db").read_text("utf-8").startswith("不是数据库")


def test_a_database_of_another_layout_is_left_alone(url: str) -> None:
    Database(url).prepare()
    asked_for = "ALTER TABLE figures ADD COLUMN colour text"
    _execute(url, asked_for)
    with pytest.raises(UsageError, match="colour"):
        Database(url).prepare()


def _execute(url: str, statement: str) -> None:
    from sqlalchemy import text  # noqa: PLC0415

    from dafu.sinks.sql_engine import address, engine_of  # noqa: PLC0415

    engine = engine_of(address(url))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()


def test_a_missing_database_says_how_to_make_it(cluster: Cluster) -> None:
    with pytest.raises(UsageError, match="createdb"):
        Database(cluster.url_of("nowhere"), patience=0).prepare()


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[tuple[str, sqlite3.Connection]]:
    """A database that somebody else writes to."""
    Database(str(tmp_path / "letters.db")).prepare()
    other = sqlite3.connect(tmp_path / "letters.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    yield str(tmp_path / "letters.db"), other
    other.close()


def test_a_locked_database_is_told(locked: tuple[str, sqlite3.Connection]) -> None:
    url, _ = locked
    with pytest.raises(OutputError, match="locked") as caught:
        list(Database(url, patience=0).load(copies(1)))
    assert "Another program" in caught.value.remedy


def test_a_load_waits_until_the_database_is_free(locked: tuple[str, sqlite3.Connection]) -> None:
    url, other = locked
    told: list[DafuError] = []
    threading.Timer(1.0, other.rollback).start()
    loaded = list(Database(url, patience=30, waiting=told.append).load(copies(3)))
    assert [one.kind for one in loaded] == ["added"] * 3
    assert told


def test_a_full_disk_ends_the_load_and_the_rest_can_be_loaded_later(tmp_path: Path) -> None:
    url = str(tmp_path / "letters.db")
    _load(url, _MANY[:BATCH])
    pages = sqlite3.connect(url).execute("PRAGMA page_count").fetchone()[0]
    database = Database(url)
    from sqlalchemy import event  # noqa: PLC0415

    event.listen(
        database._engine,
        "connect",
        lambda connection, _: connection.execute(f"PRAGMA max_page_count = {pages + 200}"),
    )
    with pytest.raises(OutputError, match="full") as caught:
        list(database.load(_MANY))
    assert "Make room" in caught.value.remedy
    held = asked(f"sqlite:///{url}", "SELECT count(*) FROM letters")[0][0]
    assert _load(url, _MANY) == {"unchanged": held, "added": len(_MANY) - held}


def test_a_database_that_goes_away_and_comes_back_loses_nothing(cluster: Cluster) -> None:
    undisturbed, disturbed = cluster.make_database("undisturbed"), cluster.make_database("disturbed")
    _load(undisturbed, _MANY)

    told: list[DafuError] = []
    database = Database(disturbed, patience=60, waiting=told.append)
    database.prepare()
    kinds: Counter[str] = Counter()
    for number, loaded in enumerate(database.load(_MANY)):
        kinds[loaded.kind] += 1
        if number % (2 * BATCH) == BATCH:
            cluster.stop(at_once=number == BATCH)
            threading.Timer(0.7, cluster.start).start()
    _until_it_answers(cluster)
    assert kinds == {"added": len(_MANY)}
    assert told
    assert content(disturbed) == content(undisturbed)


def _until_it_answers(cluster: Cluster) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            Database(cluster.url, patience=0).prepare()
        except OutputError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not come back")


def test_a_database_that_stays_away_ends_the_load_and_nothing_comes_twice(cluster: Cluster) -> None:
    url = cluster.make_database("stays_away")
    database = Database(url, patience=1)
    database.prepare()
    loading = database.load(_MANY)
    given = [next(loading) for _ in range(BATCH + 1)]
    cluster.stop()
    try:
        with pytest.raises(OutputError, match=r"127\.0\.0\.1"):
            given += list(loading)
    finally:
        cluster.start()
    held = asked(url, "SELECT count(*) FROM letters")[0][0]
    assert held >= len(given)
    assert _load(url, _MANY) == {"unchanged": held, "added": len(_MANY) - held}


def test_a_commit_whose_answer_was_lost_is_not_done_twice(url: str) -> None:
    database = Database(url, patience=30)
    database.prepare()
    dialect = database._engine.dialect
    plain, lost = dialect.do_commit, []

    def losing(connection: object) -> None:
        plain(connection)  # type: ignore[arg-type]
        if asked(url, "SELECT count(*) FROM letters")[0][0] == BATCH and not lost:
            lost.append(True)
            raise dialect.loaded_dbapi.OperationalError("server closed the connection unexpectedly")

    dialect.do_commit = losing  # type: ignore[method-assign]
    kinds = Counter(loaded.kind for loaded in database.load(_MANY[: 2 * BATCH]))
    assert lost
    assert kinds.total() == 2 * BATCH
    assert asked(url, "SELECT count(*) FROM letters") == [(2 * BATCH,)]


def test_two_loads_at_once_load_each_letter_once(url: str) -> None:
    Database(url).prepare()
    counts: list[Counter[str]] = []
    loads = [threading.Thread(target=lambda: counts.append(_load(url, _MANY))) for _ in range(2)]
    for one in loads:
        one.start()
    for one in loads:
        one.join()
    assert counts[0] + counts[1] == {"added": len(_MANY), "unchanged": len(_MANY)}
    assert asked(url, "SELECT count(*), count(DISTINCT number) FROM letters") == [(len(_MANY), len(_MANY))]
