"""Process a folder file by file: every input gets exactly one outcome, and a bad file stops nothing."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dafu.batch.plan import Input, Plan, Skipped, plan_run
from dafu.errors import DafuError, OutputError, UnreadableFile
from dafu.pipeline import Pipeline
from dafu.sinks.atomic import written_whole
from dafu.sinks.json_lines import add_line, write_record
from dafu.sinks.run_folder import RECORDS_FILE, Outcome, OutcomeKind, write_outcomes

if TYPE_CHECKING:
    from dafu.records import ReplyRecord
    from dafu.settings import Settings


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did."""

    outcomes: tuple[Outcome, ...]
    """One for each input, by name."""
    skipped: tuple[Skipped, ...]

    @property
    def counts(self) -> dict[OutcomeKind, int]:
        """Inputs by outcome."""
        kinds = Counter(outcome.kind for outcome in self.outcomes)
        return {kind: kinds[kind] for kind in ("written", "flagged", "failed")}

    @property
    def letters(self) -> int:
        """Records written."""
        return sum(len(outcome.records) for outcome in self.outcomes)

    @property
    def seconds(self) -> float:
        """CPU time of all inputs."""
        return sum(outcome.seconds for outcome in self.outcomes)

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The inputs without a record."""
        return tuple(outcome for outcome in self.outcomes if outcome.kind == "failed")


def run(
    source: str | Path,
    out: str | Path,
    settings: Settings | None = None,
    *,
    skip: Sequence[str] = (),
) -> Summary:
    """Read and parse all files of `source` and write their records to `out`.

    `out` gets one JSON file a letter, named after its file, `records.jsonl` with all of them and
    `outcomes.jsonl`. Raises `UnreadableFile` or `UsageError` if there is nothing to process, `OutputError`
    if `out` cannot be written; what is wrong with a file is in its outcome.
    """
    plan = plan_run(Path(source), Path(out), skip=skip)
    return Summary(tuple(run_all(plan, Path(out), settings)), plan.skipped)


def run_all(plan: Plan, out: Path, settings: Settings | None = None) -> Iterator[Outcome]:
    """The outcomes of a plan, one by one; the two collecting files appear when all are done."""
    pipeline = Pipeline(settings)
    outcomes: list[Outcome] = []
    with written_whole(out / RECORDS_FILE) as lines:
        for one in plan.inputs:
            outcome = _outcome(one, pipeline, out, lines)
            outcomes.append(outcome)
            yield outcome
    write_outcomes(outcomes, out)


def _outcome(one: Input, pipeline: Pipeline, out: Path, lines: TextIO) -> Outcome:
    started = time.process_time()
    records, error = _records(one, pipeline)
    written = tuple(_written(one, records, out, lines))
    _remove_stale(one, len(records), out)
    seconds = time.process_time() - started
    if error:
        return Outcome(
            file=_writable(one.name),
            kind="failed",
            records=(),
            seconds=seconds,
            error=type(error).__name__,
            exit_code=error.exit_code,
            why=error.what,
            remedy=error.remedy,
        )
    return Outcome(
        file=one.name,
        kind="flagged" if any(map(_doubtful, records)) else "written",
        records=written,
        seconds=seconds,
    )


def _records(one: Input, pipeline: Pipeline) -> tuple[tuple[ReplyRecord, ...], DafuError | None]:
    """The records of one file, or why there are none."""
    if _writable(one.name) != one.name:
        what = "文件名编码有误 / the file name is not valid in this system's encoding."
        return (), UnreadableFile(what, file=one.name, remedy="请改名后再处理。 / Rename the file.")
    try:
        return pipeline.records(pipeline.read(one.path)), None
    except DafuError as error:
        return (), error
    except Exception as error:  # a bug met by one file must not cost the others their records
        return (), _internal(error, one)


def _writable(name: str) -> str:
    """The name as text; bytes that are none in the file system's encoding are written as `\\udc..`."""
    return name.encode("utf-8", "backslashreplace").decode()


def _internal(error: Exception, one: Input) -> DafuError:
    at = traceback.extract_tb(error.__traceback__)[-1]
    what = f"程序内部错误 / internal error: {type(error).__name__}: {error} ({Path(at.filename).name}:{at.lineno})."
    return DafuError(
        what, file=one.name, remedy="请把文件和本信息报告给维护者。 / Report the file and this message."
    )


def _written(one: Input, records: tuple[ReplyRecord, ...], out: Path, lines: TextIO) -> Iterator[str]:
    for number, record in enumerate(records, start=1):
        name = one.record_file(number)
        write_record(record, out / name)
        add_line(record, lines)
        yield name.as_posix()


def _remove_stale(one: Input, letters: int, out: Path) -> None:
    """Take away what an earlier run wrote for letters that this file no longer gives."""
    for number in count(letters + 1):
        stale = out / one.record_file(number)
        if not stale.is_file():
            return
        try:
            stale.unlink()
        except OSError as error:
            what = f"无法删除旧记录 / cannot remove an outdated record: {error.strerror}."
            raise OutputError(what, file=stale.name) from error


def _doubtful(record: ReplyRecord) -> bool:
    findings = (*record.findings, *record.source.findings)
    return any(finding.severity == "error" for finding in findings)
