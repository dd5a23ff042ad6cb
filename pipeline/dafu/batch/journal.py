"""The account of runs: when, with what, and how each ended; and the manifest of the last one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dafu.batch.status import last_run_of, status_of
from dafu.fingerprint import Fingerprints
from dafu.settings import Settings
from dafu.sinks.run_folder import write_manifest
from dafu.version import __version__


def ended_badly(ledger: sqlite3.Connection) -> bool:
    """Whether the last run was killed: it may have left drafts behind."""
    last = last_run_of(ledger)
    return last is not None and last.state == "running"


def begin(
    ledger: sqlite3.Connection, settings: Settings, fingerprints: Fingerprints, options: dict[str, Any]
) -> int:
    """Enter a run that begins now; its number."""
    cursor = ledger.execute(
        "INSERT INTO runs (started, state, version, read, layout, parse, settings, options)"
        " VALUES (?, 'running', ?, ?, ?, ?, ?, ?)",
        (
            _now(),
            __version__,
            *fingerprints,
            settings.model_dump_json(),
            json.dumps(options, ensure_ascii=False),
        ),
    )
    return int(cursor.lastrowid or 0)


@contextmanager
def ending(ledger: sqlite3.Connection, run: int) -> Iterator[None]:
    """Enters how the run ended, whatever way it does."""
    state = "failed"
    try:
        yield
        state = "complete"
    except KeyboardInterrupt:
        state = "interrupted"
        raise
    finally:
        with suppress(sqlite3.Error):  # as on a full disk; the next run then takes it for killed
            ledger.execute("UPDATE runs SET ended = ?, state = ? WHERE number = ?", (_now(), state, run))


def publish_manifest(ledger: sqlite3.Connection, out: Path) -> None:
    """Write the manifest of the last run; raises `OutputError`."""
    cursor = ledger.cursor()
    cursor.row_factory = sqlite3.Row
    run = cursor.execute("SELECT * FROM runs ORDER BY number DESC LIMIT 1").fetchone()
    status = asdict(status_of(ledger))
    manifest = {
        "dafu": run["version"],
        "fingerprints": {stage: run[stage] for stage in Fingerprints._fields},
        "settings": json.loads(run["settings"]),
        "options": json.loads(run["options"]),
        "run": run["number"],
        "started": run["started"],
        "ended": run["ended"],
        "processed": run["processed"],
        "inputs": sum(status["outcomes"].values()) + status["left"],
        "outcomes": status["outcomes"],
        "letters": status["letters"],
        "duplicates": status["duplicates"],
        "cpu_seconds": round(status["seconds"], 3),
    }
    write_manifest(manifest, out)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
