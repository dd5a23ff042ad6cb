"""The ledger: what became of every input and every letter, in one SQLite file of the run's folder.

A letter is known by its content, so that files may be renamed, moved or doubled: `inputs` are the paths of
the last look at the folder, `letters` what became of each content and by which fingerprint, `documents` what
OCR read, by the fingerprint of reading. `homes` are the inputs below whose names records were ever written:
what a run leaves behind is found again there. Only the run writes; anyone may read while it does.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dafu.batch.task import Failure, Finished
from dafu.errors import DafuError, FolderInUse, OutputError
from dafu.sinks.run_folder import OutcomeKind

LEDGER_FILE = "ledger.sqlite"
LOCK_FILE = "ledger.lock"
_LAYOUT = "1"
"""Of the tables; a ledger of another one is refused."""
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE runs (
  number INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, state TEXT NOT NULL, version TEXT NOT NULL,
  read TEXT NOT NULL, layout TEXT NOT NULL, parse TEXT NOT NULL, settings TEXT NOT NULL, options TEXT NOT NULL,
  processed INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE inputs (
  name TEXT PRIMARY KEY, content TEXT, modified REAL, bytes INTEGER, skipped TEXT, trouble TEXT
) WITHOUT ROWID;
CREATE INDEX inputs_by_content ON inputs (content, name);
CREATE TABLE letters (
  content TEXT PRIMARY KEY, home TEXT NOT NULL, outcome TEXT NOT NULL, sizes TEXT NOT NULL,
  error TEXT, exit_code INTEGER, stage TEXT, why TEXT, remedy TEXT, limits TEXT NOT NULL,
  fingerprint TEXT NOT NULL, run INTEGER NOT NULL, seconds REAL NOT NULL
) WITHOUT ROWID;
CREATE TABLE documents (content TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, body BLOB NOT NULL);
CREATE TABLE homes (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIEW outcomes AS
  SELECT i.name AS name,
    CASE WHEN i.skipped IS NOT NULL THEN 'skipped' WHEN i.trouble IS NOT NULL THEN 'failed' ELSE l.outcome END AS outcome,
    i.skipped AS skipped, i.trouble AS trouble, l.home AS home, l.sizes AS sizes, l.error AS error,
    l.exit_code AS exit_code, l.stage AS stage, l.why AS why, l.remedy AS remedy, l.seconds AS seconds,
    l.fingerprint AS fingerprint
  FROM inputs i LEFT JOIN letters l ON l.content = i.content;
"""
_MOMENT = 0.5
"""Seconds that a run waits for the folder: `dafu status` holds it for an instant."""
_NOT_A_LEDGER = "请移走该文件，或换一个输出文件夹。 / Move that file away, or take another output folder."


@contextmanager
def one_run_at_a_time(folder: Path) -> Iterator[None]:
    """Holds the folder for this run; the system lets go of it however the run ends.

    Raises `FolderInUse` if another run holds it.
    """
    with closing(sqlite3.connect(folder / LOCK_FILE, timeout=_MOMENT, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                what = "另一次运行正在使用该文件夹 / another run is using this folder."
                raise FolderInUse(what, file=folder.name) from error
            raise
        yield


def opened_ledger(folder: Path) -> sqlite3.Connection:
    """The ledger of a run's folder, made if there is none; for the run alone."""
    ledger = sqlite3.connect(folder / LEDGER_FILE, timeout=2, isolation_level=None)
    ledger.execute("PRAGMA journal_mode = WAL")
    ledger.execute("PRAGMA synchronous = NORMAL")
    if not ledger.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        with ledger:
            ledger.executescript(f"BEGIN; {_TABLES}")
            note(ledger, "layout", _LAYOUT)
    elif noted(ledger, "layout") != _LAYOUT:
        what = "运行记录的版本不符 / a ledger of another version."
        raise OutputError(what, file=LEDGER_FILE, remedy=_NOT_A_LEDGER)
    return ledger


def read_ledger(folder: Path) -> sqlite3.Connection | None:
    """The ledger of a run's folder, for reading only, even while a run writes it; None if there is none."""
    file = folder / LEDGER_FILE
    if not file.is_file():
        return None
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=5)


def typed(error: sqlite3.Error, folder: Path) -> DafuError:
    """What an error of SQLite means for a run."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        what = "运行记录被其他程序锁定 / the ledger is locked by another program."
        return FolderInUse(what, file=folder.name)
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        what = f"运行记录已损坏 / the ledger is damaged: {error}."
        return OutputError(what, file=LEDGER_FILE, remedy=_NOT_A_LEDGER)
    return OutputError(f"无法写入运行记录 / the ledger cannot be written: {error}.", file=folder.name)


def noted(ledger: sqlite3.Connection, name: str) -> str | None:
    """A note about the ledger as a whole."""
    row = ledger.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def note(ledger: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a note about the ledger as a whole."""
    ledger.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))


@dataclass(frozen=True, slots=True)
class Marks:
    """What the results of a run are marked with."""

    run: int
    read: str
    """Fingerprint of reading."""
    parse: str
    """Fingerprint of the records."""
    limits: str


def keep(ledger: sqlite3.Connection, done: Finished, sizes: Iterable[int], marks: Marks) -> OutcomeKind:
    """Enter what became of a letter, in one transaction; its outcome."""
    task, failure = done.task, done.failure
    content = task.content
    outcome: OutcomeKind = "done with findings" if done.doubtful else "done"
    if failure:
        outcome = "failed"
    failed = (
        (failure.error, failure.exit_code, failure.stage, failure.why, failure.remedy)
        if failure
        else (None,) * 5
    )
    row: tuple[Any, ...] = (
        content, task.name, outcome, json.dumps(list(sizes)), *failed, marks.limits, marks.parse, marks.run, done.seconds,
    )  # fmt: skip
    with ledger:
        ledger.execute("BEGIN")
        ledger.execute(f"INSERT OR REPLACE INTO letters VALUES ({', '.join('?' * len(row))})", row)
        ledger.execute("UPDATE runs SET processed = processed + 1 WHERE number = ?", (marks.run,))
        if done.document is not None:
            stored = (content, marks.read, done.document)
            ledger.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?)", stored)
        note(ledger, "collected", "")
    return outcome


def stored_document(ledger: sqlite3.Connection, content: str, read: str) -> bytes | None:
    """What OCR read of this content by the same fingerprint, packed."""
    found = ledger.execute(
        "SELECT body FROM documents WHERE content = ? AND fingerprint = ?", (content, read)
    ).fetchone()
    return bytes(found[0]) if found else None


def failure_of(row: sqlite3.Row) -> Failure | None:
    """The failure that a row of `outcomes` tells."""
    if row["trouble"]:
        return Failure(**json.loads(row["trouble"]))
    if row["outcome"] != "failed":
        return None
    return Failure(row["error"], row["exit_code"], row["stage"], row["why"], row["remedy"])
