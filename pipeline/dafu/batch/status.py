"""What the ledger of a run's folder says, while a run works on it or after."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dafu.batch.ledger import one_run_at_a_time, read_ledger, typed
from dafu.batch.publish import outcome_of
from dafu.errors import FolderInUse, UnreadableFile
from dafu.sinks.run_folder import KINDS, Outcome, OutcomeKind


@dataclass(frozen=True, slots=True)
class Status:
    """Where a run's folder stands."""

    outcomes: dict[OutcomeKind, int]
    """Inputs by outcome."""
    left: int
    """Inputs without an outcome yet: a run goes on, or did not come to its end."""
    outdated: int
    """Inputs whose records another version made than that of the last run: code, vocabularies, settings."""
    duplicates: int
    """Inputs whose letter another input holds, too."""
    letters: int
    """Records."""
    seconds: float
    """CPU time that made them."""


@dataclass(frozen=True, slots=True)
class LastRun:
    """The last run on a folder."""

    started: str
    """ISO 8601, UTC."""
    ended: str | None
    state: str
    """running, complete, interrupted, failed; `running` after a kill, too, until the next run."""
    version: str
    fingerprint: str
    processed: int
    """Letters it worked on."""


def status_of(ledger: sqlite3.Connection) -> Status:
    """Where a folder stands by its ledger."""
    by_outcome = dict(ledger.execute("SELECT outcome, count(*) FROM outcomes GROUP BY outcome").fetchall())
    last = "(SELECT parse FROM runs ORDER BY number DESC LIMIT 1)"
    outdated, duplicates = ledger.execute(
        f"SELECT count(*) FILTER (WHERE fingerprint <> {last}), count(*) FILTER (WHERE home <> name) FROM outcomes"
    ).fetchone()
    letters, seconds = ledger.execute(
        "SELECT coalesce(sum(json_array_length(sizes)), 0), coalesce(sum(seconds), 0.0) FROM letters"
        " WHERE content IN (SELECT content FROM inputs)"
    ).fetchone()
    outcomes: dict[OutcomeKind, int] = {kind: by_outcome.get(kind, 0) for kind in KINDS}
    return Status(outcomes, by_outcome.get(None, 0), outdated, duplicates, letters, seconds)


def last_run_of(ledger: sqlite3.Connection) -> LastRun | None:
    """The last run on a folder; None before the first."""
    row = ledger.execute(
        "SELECT started, ended, state, version, parse, processed FROM runs ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return LastRun(*row) if row else None


def failures_of(ledger: sqlite3.Connection) -> Iterator[Outcome]:
    """The inputs that failed, by name."""
    cursor = ledger.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute("SELECT * FROM outcomes WHERE outcome = 'failed' ORDER BY name"):
        yield outcome_of(row)


@contextmanager
def ledger_of(folder: Path) -> Iterator[sqlite3.Connection]:
    """The ledger of a run's folder, to look into; raises `UnreadableFile` if the folder has none."""
    try:
        ledger = read_ledger(folder)
        if ledger is None:
            what = "不是 dafu run 的输出文件夹 / not the output folder of a run."
            raise UnreadableFile(what, file=folder.name)
        with closing(ledger):
            yield ledger
    except sqlite3.Error as error:
        raise typed(error, folder) from error


def is_running(folder: Path) -> bool:
    """Whether a run works on the folder at this moment."""
    try:
        with one_run_at_a_time(folder):
            return False
    except FolderInUse:
        return True
    except sqlite3.Error:
        return False  # a folder that cannot be written to: no run can be at work there
