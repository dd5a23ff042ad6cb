"""Many letters: gold files matched with records by file name, judged one by one."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dafu.errors import DafuError, UnreadableFile, UsageError
from dafu.evaluate.gold import GoldLetter, gold_files, read_gold
from dafu.evaluate.letter import Judged, judge_letter
from dafu.records import ReplyRecord
from dafu.sinks.json_lines import read_records
from dafu.sinks.run_folder import RECORDS_FILE, read_manifest, read_outcomes


class Failure(NamedTuple):
    """A file that could not be judged, or made no record."""

    file: str
    why: str


class Labelled(NamedTuple):
    """A record and the names that gold may know it by."""

    label: str
    names: tuple[str, ...]
    record: ReplyRecord


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All records judged, and what could not be."""

    judged: tuple[Judged, ...]
    unmatched_gold: tuple[str, ...]
    """Gold ids without a record."""
    unmatched_records: tuple[str, ...]
    """Records without gold."""
    failures: tuple[Failure, ...]
    seconds: float
    """CPU time of the evaluation."""
    run_seconds: float | None
    """CPU time of the run that made the records; None where it left no account."""


def evaluate(gold_path: Path, records_path: Path) -> Evaluation:
    """Every record under `records_path` that a gold file names, judged by it.

    Raises `UsageError` if there is no gold file, and `UnreadableFile` for paths that do not exist.
    """
    started = time.process_time()
    failures: list[Failure] = []
    golds = _golds(gold_path, failures)
    judged: list[Judged] = []
    unmatched: list[str] = []
    for label, names, record in _labelled(_records(records_path, failures)):
        gold_id = matching_gold(names, golds)
        if gold_id is None:
            unmatched.append(label)
        else:
            judged.append(judge_letter(golds[gold_id], record, label))
    answered = {one.gold_id for one in judged}
    return Evaluation(
        judged=tuple(sorted(judged, key=lambda one: one.label)),
        unmatched_gold=tuple(gold_id for gold_id in golds if gold_id not in answered),
        unmatched_records=tuple(sorted(unmatched)),
        failures=tuple(failures),
        seconds=time.process_time() - started,
        run_seconds=_seconds_of_run(records_path),
    )


def matching_gold(names: Iterable[str], gold_ids: Container[str]) -> str | None:
    """The longest gold id that begins one of the names and ends there or before a mark (`.`, `-`, `#`)."""
    fitting = (
        name[:length]
        for name in names
        for length in range(len(name), 0, -1)
        if not name[length : length + 1].isalnum() and name[:length] in gold_ids
    )
    return max(fitting, key=len, default=None)


def _golds(path: Path, failures: list[Failure]) -> dict[str, GoldLetter]:
    if not path.exists():
        raise UnreadableFile("标注文件不存在 / no such gold.", file=path.name)
    golds: dict[str, GoldLetter] = {}
    for file in gold_files(path):
        try:
            gold = read_gold(file)
        except DafuError as error:
            if not path.is_dir():
                raise
            failures.append(Failure(file.name, error.what))
            continue
        if gold.id in golds:
            failures.append(Failure(file.name, f"{gold.id} 重复 / there is another gold file of this name."))
        else:
            golds[gold.id] = gold
    if not golds and not failures:
        raise UsageError("没有标注文件 *.gold.json / no gold file there.", file=path.name)
    return golds


def _records(path: Path, failures: list[Failure]) -> Iterator[tuple[str, ReplyRecord]]:
    """Records with the stem of their file; of a run's folder, those of its `records.jsonl`."""
    if not path.exists():
        raise UnreadableFile("记录不存在 / no such records.", file=path.name)
    if not path.is_dir():
        yield from ((path.name, record) for record in read_records(path))
        return
    whole = path / RECORDS_FILE
    for file in [whole] if whole.is_file() else sorted(path.rglob("*.json")):
        try:
            yield from ((file.name, record) for record in read_records(file))
        except DafuError as error:
            failures.append(Failure(file.name, error.what))
    failures.extend(_failures_of_run(path))


def _labelled(records: Iterable[tuple[str, ReplyRecord]]) -> Iterator[Labelled]:
    """Records with distinct labels: two files of one name in different folders are told apart by a count."""
    seen: Counter[str] = Counter()
    for file_name, record in records:
        source, part = Path(record.source.file_name), record.source.part
        label = source.name if part.of == 1 else f"{source.stem}#{part.index}{source.suffix}"
        seen[label] += 1
        count = f" ({seen[label]})" if seen[label] > 1 else ""
        yield Labelled(label + count, (label, source.name, file_name), record)


def _failures_of_run(folder: Path) -> Iterator[Failure]:
    """What the run that made these records could not read."""
    for outcome in read_outcomes(folder):
        if outcome.kind == "failed":
            yield Failure(outcome.file, outcome.why or "")


def _seconds_of_run(folder: Path) -> float | None:
    manifest = read_manifest(folder)
    return float(manifest["cpu_seconds"]) if manifest else None
