"""What stands in the run's folder: records called after their inputs, and the files that collect them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from dafu.batch.ledger import failure_of, note, noted
from dafu.batch.plan import record_file
from dafu.errors import OutputError
from dafu.sinks.atomic import DRAFT
from dafu.sinks.run_folder import (
    MANIFEST_FILE,
    OUTCOMES_FILE,
    RECORDS_FILE,
    Outcome,
    collect_records,
    write_outcomes,
    write_record_file,
)

_OF_LETTERS = """
SELECT home, sizes FROM letters WHERE outcome <> 'failed' AND content IN (SELECT content FROM inputs) ORDER BY home
"""


def write_records(records: Sequence[bytes], name: str, out: Path) -> list[int]:
    """Write the records of an input and take away those of letters that it no longer gives; their sizes."""
    for number, line in enumerate(records, start=1):
        write_record_file(line, out / record_file(name, number))
    _remove(name, out, after=len(records))
    return [len(line) for line in records]


def move_records(ledger: sqlite3.Connection, out: Path) -> None:
    """Call records after the paths that their letters have now; what cannot be moved is to be done again."""
    moved = ledger.execute("SELECT content, old, new FROM moved ORDER BY new").fetchall()
    for content, old, new in moved:
        outcome, sizes = ledger.execute(
            "SELECT outcome, sizes FROM letters WHERE content = ?", (content,)
        ).fetchone()
        numbers = range(1, len(json.loads(sizes)) + 1)
        lines = [
            _renamed(out / record_file(old, number), content, Path(old).name, Path(new).name)
            for number in numbers
        ]
        with ledger:
            ledger.execute("BEGIN")
            if outcome != "failed" and None in lines:
                ledger.execute("INSERT INTO todo VALUES (?, ?)", (new, content))
            else:
                written = write_records([line for line in lines if line], new, out)
                ledger.execute(
                    "UPDATE letters SET home = ?, sizes = ? WHERE content = ?",
                    (new, json.dumps(written), content),
                )
            note(ledger, "collected", "")


def sweep(ledger: sqlite3.Connection, out: Path) -> None:
    """Forget letters that the folder no longer holds, and take away what stands under names without one.

    Documents read by OCR stay: a file that comes back need not be read again.
    """
    with ledger:
        ledger.execute("BEGIN IMMEDIATE")
        ledger.execute(
            "DELETE FROM letters WHERE content NOT IN (SELECT content FROM look WHERE content IS NOT NULL)"
        )
        for (name,) in ledger.execute("SELECT name FROM homes WHERE name NOT IN (SELECT home FROM letters)"):
            _remove(name, out, after=0)
        ledger.execute("DELETE FROM homes WHERE name NOT IN (SELECT home FROM letters)")


def remove_drafts(out: Path) -> None:
    """Take away what a killed run was about to write."""
    for draft in out.rglob(f"{DRAFT}*"):
        draft.unlink(missing_ok=True)


def collect(ledger: sqlite3.Connection, out: Path) -> bool:
    """Write the collecting files, if anything has changed since `confirm`; whether it had."""
    state = _state(out)
    if state and state == noted(ledger, "collected"):
        return False
    files = (
        out / record_file(home, number)
        for home, sizes in ledger.execute(_OF_LETTERS)
        for number in range(1, len(json.loads(sizes)) + 1)
    )
    collect_records(files, out)
    write_outcomes(outcomes_of(ledger), out)
    return True


def confirm(ledger: sqlite3.Connection, out: Path) -> None:
    """The collecting files and the manifest are what the ledger says."""
    note(ledger, "collected", _state(out))


def outcomes_of(ledger: sqlite3.Connection) -> Iterator[Outcome]:
    """What became of every input, by name; those still waiting are left out."""
    cursor = ledger.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute("SELECT * FROM outcomes WHERE outcome IS NOT NULL ORDER BY name"):
        yield outcome_of(row)


def outcome_of(row: sqlite3.Row) -> Outcome:
    """The outcome that a row of the ledger's `outcomes` tells."""
    name, home = row["name"], row["home"]
    failure = failure_of(row)
    if row["skipped"]:
        return Outcome(name, "skipped", why=row["skipped"])
    same_as = home if home not in (None, name) else None
    if failure:
        return Outcome(
            name,
            "failed",
            same_as=same_as,
            error=failure.error,
            exit_code=failure.exit_code,
            stage=failure.stage,
            why=failure.why,
            remedy=failure.remedy,
        )
    numbers = range(1, len(json.loads(row["sizes"])) + 1)
    files = tuple(record_file(home, number) for number in numbers)
    return Outcome(name, row["outcome"], files, same_as=same_as)


def _renamed(path: Path, content: str, old: str, new: str) -> bytes | None:
    """A record of this content, as it would be of a file of the new name; None if it is another's."""
    try:
        line = path.read_bytes()
    except FileNotFoundError:
        return None
    fields = json.loads(line)
    if fields["source"]["sha256"] != content.partition(".")[0]:
        return None
    if old == new:
        return line
    from dafu.records import ReplyRecord  # noqa: PLC0415

    record = ReplyRecord.model_validate_json(line)
    source = record.source.model_copy(update={"file_name": new})
    return f"{record.model_copy(update={'source': source}).to_json()}\n".encode()


def _remove(name: str, out: Path, *, after: int) -> None:
    for number in count(after + 1):
        stale = out / record_file(name, number)
        if not stale.is_file():
            return
        try:
            stale.unlink()
        except OSError as error:
            what = f"无法删除旧记录 / cannot remove an outdated record: {error.strerror}."
            raise OutputError(what, file=stale.name) from error


def _state(out: Path) -> str:
    """Size and time of the collecting files; empty if one is missing."""
    files: Iterable[Path] = (out / RECORDS_FILE, out / OUTCOMES_FILE, out / MANIFEST_FILE)
    try:
        told = [(status.st_size, status.st_mtime_ns) for status in (file.stat() for file in files)]
    except FileNotFoundError:
        return ""
    return json.dumps(told)
