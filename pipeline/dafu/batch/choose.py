"""What of a folder is to be done: new letters, changed rules, failures that may end otherwise now."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from dafu.batch.ledger import Marks, note, noted, stored_document
from dafu.batch.plan import record_file
from dafu.batch.task import Task
from dafu.read.names import path_of

_RETRIED = {"WorkerCrash"}
"""Failures that the next run tries again in any case: what ended a process may have been outside of it."""
_BY_LIMITS = {"TimeLimit", "MemoryLimit"}
"""Failures that other limits may prevent."""
_PAGE = 256
_LETTERS = """
SELECT w.content, w.home, w.modified, l.home, l.outcome, l.sizes, l.error, l.limits, l.fingerprint
FROM (SELECT content, min(name) AS home, max(modified) AS modified FROM look WHERE content IS NOT NULL GROUP BY content) w
LEFT JOIN letters l ON l.content = w.content
"""


class Selection(NamedTuple):
    """Which letters of the folder the run is for."""

    only: Literal["failed", "outdated"] | None = None
    since: float | None = None
    """Modified at or after this time, seconds since the epoch."""
    force: bool = False
    """Whether those that are up to date are processed, too, from their files."""


def choose(ledger: sqlite3.Connection, out: Path, selection: Selection, marks: Marks, *, looked: str) -> None:
    """Fill the temporary tables `todo` and `moved`, and enter what the look has found in the ledger.

    A letter goes by its first path. It is done again where its record is missing or was cut off, whatever the
    selection, so that what the ledger says is true.
    """
    ledger.execute("CREATE TEMP TABLE todo (name TEXT PRIMARY KEY, content TEXT) WITHOUT ROWID")
    ledger.execute("CREATE TEMP TABLE moved (content TEXT PRIMARY KEY, old TEXT, new TEXT) WITHOUT ROWID")
    with ledger:
        ledger.execute("BEGIN IMMEDIATE")
        for row in ledger.execute(_LETTERS):
            content, name, modified, home, outcome, sizes, error, limits, fingerprint = row
            after = selection.since is None or modified >= selection.since
            outdated = fingerprint != marks.parse
            if home is None:
                wanted = after and not selection.only
            elif outcome != "failed" and not _written(out, home, sizes):
                wanted = True
            elif selection.only == "failed":
                wanted = after and outcome == "failed"
            elif selection.only == "outdated":
                wanted = after and outdated
            else:
                retried = error in _RETRIED or (error in _BY_LIMITS and limits != marks.limits)
                wanted = after and (selection.force or outdated or retried)
            if wanted:
                ledger.execute("INSERT INTO todo VALUES (?, ?)", (name, content))
            elif home not in (None, name):
                ledger.execute("INSERT INTO moved VALUES (?, ?, ?)", (content, home, name))
        _enter(ledger, looked)
        ledger.execute("INSERT OR IGNORE INTO homes SELECT name FROM todo UNION SELECT new FROM moved")


def tasks_of(ledger: sqlite3.Connection, root: Path, selection: Selection, marks: Marks) -> Iterator[Task]:
    """The tasks to be done, by name; a few at a time, so that results can be entered between them."""
    last = ""
    while page := ledger.execute(
        "SELECT name, content FROM todo WHERE name > ? ORDER BY name LIMIT ?", (last, _PAGE)
    ).fetchall():
        for name, content in page:
            document = None if selection.force else stored_document(ledger, content, marks.read)
            yield Task(name, path_of(root, name), content, document)
        last = page[-1][0]


def _written(out: Path, home: str, sizes: str) -> bool:
    """Whether the records of a letter are there as they were written."""
    try:
        return all(
            os.stat(f"{out}/{record_file(home, number)}").st_size == size  # noqa: PTH116  # 10,000 times a run
            for number, size in enumerate(json.loads(sizes), start=1)
        )
    except OSError:
        return False


def _enter(ledger: sqlite3.Connection, looked: str) -> None:
    """Replace the inputs of the last look by those of this one, if they differ."""
    if looked == noted(ledger, "looked"):
        return
    ledger.execute("DELETE FROM inputs")
    ledger.execute("INSERT INTO inputs SELECT * FROM look")
    note(ledger, "looked", looked)
    note(ledger, "collected", "")


def leave_out_unselected(ledger: sqlite3.Connection) -> None:
    """Inputs that the selection left out and that have no outcome from before are skipped, and said to be."""
    with ledger:
        ledger.execute("BEGIN IMMEDIATE")
        left_out = ledger.execute(
            "UPDATE inputs SET skipped = 'not_selected' WHERE skipped IS NULL AND trouble IS NULL"
            " AND content NOT IN (SELECT content FROM letters)"
            " AND content NOT IN (SELECT content FROM todo)"
        ).rowcount
        if left_out:
            note(ledger, "looked", "")
            note(ledger, "collected", "")


def enter_changed(ledger: sqlite3.Connection, name: str, content: str) -> None:
    """The file was changed between the look and its reading: it holds this content now."""
    with ledger:
        ledger.execute("BEGIN")
        ledger.execute("UPDATE inputs SET content = ? WHERE name = ?", (content, name))
        ledger.execute("UPDATE look SET content = ? WHERE name = ?", (content, name))
        note(ledger, "looked", "")


def is_empty(ledger: sqlite3.Connection) -> bool:
    """Whether the look found nothing but what is skipped."""
    return ledger.execute("SELECT 1 FROM look WHERE skipped IS NULL LIMIT 1").fetchone() is None


def still_to_do(ledger: sqlite3.Connection) -> tuple[int, int]:
    """Letters to be done, and letters that are up to date."""
    ((todo,),) = ledger.execute("SELECT count(*) FROM todo")
    ((contents,),) = ledger.execute("SELECT count(DISTINCT content) FROM look")
    return todo, contents - todo
