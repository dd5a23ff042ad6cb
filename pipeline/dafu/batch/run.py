"""A run: look at the folder, do what is to be done, enter every outcome, collect; resumes by itself."""

from __future__ import annotations

import signal
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType
from typing import Any

from dafu.batch import journal
from dafu.batch.choose import (
    Selection,
    choose,
    enter_changed,
    is_empty,
    leave_out_unselected,
    still_to_do,
    tasks_of,
)
from dafu.batch.ledger import Marks, keep, note, noted, one_run_at_a_time, opened_ledger, typed
from dafu.batch.look import content_key, look_at
from dafu.batch.plan import check_folders, inputs_of, record_file, root_of
from dafu.batch.pool import WorkerPool
from dafu.batch.publish import collect, confirm, move_records, remove_drafts, sweep, write_records
from dafu.batch.status import last_run_of, status_of
from dafu.batch.task import Engine, Finished, Limits
from dafu.batch.watch import Silent, Watch
from dafu.errors import OutputError, UsageError
from dafu.fingerprint import fingerprints_of
from dafu.lexicon.loader import lexicon_digest
from dafu.settings import Settings
from dafu.sinks.run_folder import Outcome, OutcomeKind, read_outcomes


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands in the folder of a run after it."""

    folder: Path
    counts: dict[OutcomeKind, int]
    """Inputs by outcome."""
    letters: int
    """Records."""
    duplicates: int
    """Inputs whose letter another input holds, too."""
    seconds: float
    """CPU time that made the records, in this run or an earlier one."""
    processed: int
    """Letters worked on by this run; none where nothing had changed."""

    @property
    def outcomes(self) -> Iterator[Outcome]:
        """One for each input, by name, as stored."""
        return read_outcomes(self.folder)

    @property
    def failed(self) -> Iterator[Outcome]:
        """The inputs without a record."""
        return (outcome for outcome in self.outcomes if outcome.kind == "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run goes about it; nothing of it is in a record."""

    skip: Sequence[str] = ()
    """Patterns of names to leave out."""
    selection: Selection = field(default_factory=Selection)
    limits: Limits = field(default_factory=Limits)
    workers: int | None = None
    """Processes; None for as many as there are processors."""


def run(
    source: str | Path,
    out: str | Path,
    settings: Settings | None = None,
    options: Options | None = None,
    *,
    watch: Watch | None = None,
    engine: Engine | None = None,
) -> Summary:
    """Read and parse the files of `source` that are new or changed, and write their records to `out`.

    `out` gets one JSON file a letter, called after its file, `records.jsonl` with all of them,
    `outcomes.jsonl`, `manifest.json` and the ledger by which the next run knows what is done.

    Raises:
        UnreadableFile, UsageError: there is nothing to process.
        FolderInUse: another run writes to `out`.
        OutputError: `out` cannot be written, as where the disk is full; what is done stays done.
        KeyboardInterrupt: Ctrl-C; letters in work are finished, or not, at a second one.

    What is wrong with a file is in its outcome.
    """
    source, out = Path(source), Path(out)
    settings, options, watch = settings or Settings(), options or Options(), watch or Silent()
    check_folders(source, out)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"无法建立输出文件夹 / cannot make the output folder: {error.strerror}."
        raise OutputError(what, file=out.name) from error
    engine = engine or WorkerPool(settings, options.limits, workers=options.workers)
    try:
        with one_run_at_a_time(out), closing(opened_ledger(out)) as ledger:
            return _complete(ledger, source, out, settings, options, watch=watch, engine=engine)
    except sqlite3.Error as error:
        raise typed(error, out) from error
    finally:
        engine.close()


def _complete(
    ledger: sqlite3.Connection,
    source: Path,
    out: Path,
    settings: Settings,
    options: Options,
    *,
    watch: Watch,
    engine: Engine,
) -> Summary:
    """The run itself, holding the folder and its ledger."""
    _check_source(ledger, source, out)
    if journal.ended_badly(ledger):
        remove_drafts(out)
    folder, limits = settings.lexicon_folder, options.limits
    fingerprints = fingerprints_of(lexicon_digest(folder) if folder else lexicon_digest(), settings)
    number = journal.begin(ledger, settings, fingerprints, _told(source, options))
    marks = Marks(
        number, fingerprints.read, fingerprints.parse, f"{limits.seconds:g} s, {limits.megabytes} MB"
    )
    with journal.ending(ledger, number):
        looked = look_at(inputs_of(source, out, skip=options.skip), ledger, checked=watch.looked)
        if is_empty(ledger):
            what = "文件夹中没有可处理的文件 / no file to process in the folder."
            raise UsageError(what, file=source.name)
        choose(ledger, out, options.selection, marks, looked=looked)
        move_records(ledger, out)
        leave_out_unselected(ledger)
        watch.began(*still_to_do(ledger))
        tasks = tasks_of(ledger, root_of(source, skip=options.skip), options.selection, marks)
        with _ctrl_c(engine, watch):
            for done in engine.finished(tasks):
                if done:
                    watch.finished(_entered(ledger, done, out, marks), done.seconds)
                else:
                    watch.waiting(engine.in_work())
        sweep(ledger, out)
        changed = collect(ledger, out)
    if changed:
        journal.publish_manifest(ledger, out)
        confirm(ledger, out)
    status, last = status_of(ledger), last_run_of(ledger)
    processed = last.processed if last else 0
    return Summary(out, status.outcomes, status.letters, status.duplicates, status.seconds, processed)


def _entered(ledger: sqlite3.Connection, done: Finished, out: Path, marks: Marks) -> Outcome:
    """Write the records of a letter, then enter it: a letter is done when the ledger says so."""
    name = done.task.name
    if done.sha256 and (content := content_key(name, done.sha256)) != done.task.content:
        enter_changed(ledger, name, content)
        done = replace(done, task=replace(done.task, content=content))
    sizes = write_records(done.records, name, out)
    outcome = keep(ledger, done, sizes, marks)
    if done.failure:
        failed = done.failure
        return Outcome(
            name, "failed", error=failed.error, exit_code=failed.exit_code, stage=failed.stage,
            why=failed.why, remedy=failed.remedy,
        )  # fmt: skip
    return Outcome(name, outcome, tuple(record_file(name, number + 1) for number in range(len(sizes))))


def _check_source(ledger: sqlite3.Connection, source: Path, out: Path) -> None:
    """The folder of a run mirrors one folder of letters; raises `UsageError` for another one.

    If that was moved, its letters are recognised by their content.
    """
    earlier, now = noted(ledger, "source"), str(source.resolve())
    if earlier not in (None, now) and Path(earlier or "").exists():
        what = f"该输出文件夹属于另一个输入 / the output folder is that of another input: {earlier}."
        remedy = "请换一个输出文件夹。 / Take another output folder."
        raise UsageError(what, file=out.name, remedy=remedy)
    if earlier != now:
        note(ledger, "source", now.encode("utf-8", "backslashreplace").decode())


def _told(source: Path, options: Options) -> dict[str, Any]:
    """The options as the journal and the manifest tell them."""
    selection, limits = options.selection, options.limits
    return {
        "source": str(source.resolve()).encode("utf-8", "backslashreplace").decode(),
        "skip": list(options.skip),
        **selection._asdict(),
        "workers": options.workers,
        "time_limit": limits.seconds,
        "memory_limit": limits.megabytes,
    }


@contextmanager
def _ctrl_c(engine: Engine, watch: Watch) -> Iterator[None]:
    """Ctrl-C lets the letters in work be finished, and raises `KeyboardInterrupt` then; a second one at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    presses: list[int] = []

    def pressed(number: int, frame: FrameType | None) -> None:
        del frame
        if presses:
            raise KeyboardInterrupt
        presses.append(number)
        engine.stop()
        watch.stopping()

    before = signal.signal(signal.SIGINT, pressed)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if presses:
        raise KeyboardInterrupt
