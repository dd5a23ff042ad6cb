"""The folder of a run: a JSON file a letter, all records in one file, and what became of every input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from dafu.errors import InvalidRecord, OutputError
from dafu.sinks.atomic import replaced_whole, written_whole

RECORDS_FILE = "records.jsonl"
OUTCOMES_FILE = "outcomes.jsonl"
MANIFEST_FILE = "manifest.json"
"""Times stand in the manifest alone: the other files are the same whenever and however they were made."""

OutcomeKind = Literal["done", "done with findings", "skipped", "failed"]
KINDS: tuple[OutcomeKind, ...] = ("done", "done with findings", "skipped", "failed")


@dataclass(frozen=True, slots=True)
class Outcome:
    """处理结果: what became of one input."""

    file: str
    """Path below the folder of the run, with `/`."""
    kind: OutcomeKind
    """done; done with findings: of severity error; skipped: not looked into; failed: no record."""
    records: tuple[str, ...] = ()
    """The files written, below the output folder."""
    same_as: str | None = None
    """The input that holds the same letter and that its records are called after, if that is another one."""
    error: str | None = None
    """Class of the error; None unless failed."""
    exit_code: int = 0
    """Exit code of the error."""
    stage: str | None = None
    """Where it failed: read, layout or parse."""
    why: str | None = None
    """What is wrong, or why it was skipped."""
    remedy: str | None = None
    """What to do."""


def write_record_file(line: bytes, path: Path) -> None:
    """One record, as a line of JSON, as a file; raises `OutputError`."""
    with replaced_whole(path) as file:
        file.write(line)


def collect_records(files: Iterable[Path], folder: Path) -> None:
    """All records in one file, in the order given; raises `OutputError`."""
    with replaced_whole(folder / RECORDS_FILE) as whole:
        for path in files:
            try:
                whole.write(path.read_bytes())
            except FileNotFoundError as error:
                what = "记录在运行中被删除，请再运行一次 / a record was removed meanwhile; run again."
                raise OutputError(what, file=path.name) from error


def write_outcomes(outcomes: Iterable[Outcome], folder: Path) -> None:
    """One line an input; raises `OutputError`."""
    with written_whole(folder / OUTCOMES_FILE) as file:
        for outcome in outcomes:
            file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")


def read_outcomes(folder: Path) -> Iterator[Outcome]:
    """The outcomes of the run that wrote `folder`; none if it holds no such account.

    Raises `InvalidRecord` for a line that is no outcome.
    """
    ledger = folder / OUTCOMES_FILE
    if not ledger.is_file():
        return
    adapter = TypeAdapter(Outcome)
    with ledger.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                yield adapter.validate_json(line)
            except ValidationError as error:
                what = "不是处理结果 / not the outcome of an input."
                raise InvalidRecord(what, file=f"{ledger.name}:{number}") from error


def write_manifest(manifest: dict[str, Any], folder: Path) -> None:
    """What the run was made with and what it gave, the hashes of the collecting files included."""
    files = {name: _described(folder / name) for name in (RECORDS_FILE, OUTCOMES_FILE)}
    with written_whole(folder / MANIFEST_FILE) as file:
        json.dump({**manifest, "files": files}, file, ensure_ascii=False, indent=1)
        file.write("\n")


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of the run that wrote `folder`; None if there is none.

    Raises `InvalidRecord` for a file that is no manifest.
    """
    path = folder / MANIFEST_FILE
    if not path.is_file():
        return None
    try:
        manifest = json.loads(path.read_bytes())
    except ValueError as error:
        raise InvalidRecord("不是运行清单 / not the manifest of a run.", file=path.name) from error
    if not isinstance(manifest, dict):
        raise InvalidRecord("不是运行清单 / not the manifest of a run.", file=path.name)
    return manifest


def _described(path: Path) -> dict[str, str | int]:
    digest, size = sha256(), 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
            size += len(block)
    return {"sha256": digest.hexdigest(), "bytes": size}
