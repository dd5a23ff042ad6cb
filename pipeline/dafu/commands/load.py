"""`dafu load`: the records of a run into a database, with progress and an account."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from dafu.commands.console import messages, results
from dafu.errors import DafuError, IncompleteRun, MissingPart, UnreadableFile, UsageError
from dafu.parse.segment import shared_segmenter
from dafu.sinks.json_lines import Stored, stored_records
from dafu.sinks.run_folder import RECORDS_FILE

DEFAULT_NAME = "letters.db"
_MANIFEST = "manifest.json"
_LABELS = {
    "added": ("新增 added", "green"),
    "replaced": ("重写 replaced", "green"),
    "unchanged": ("未变 unchanged", "dim"),
    "differing": ("不同 differing", "yellow"),
    "failed": ("失败 failed", "bold red"),
}
_MOST_SHOWN = 20


def load_folder(folder: Path, url: str | None, *, replace: bool, searchable: bool, patience: float) -> None:
    """Load all records of a run; raises `IncompleteRun` after the account if some could not be loaded."""
    if find_spec("sqlalchemy") is None:
        remedy = "请运行 pip install 'dafu[sql]'。 / Install it: pip install 'dafu[sql]'."
        raise MissingPart("缺少 SQLAlchemy / SQLAlchemy is not installed.", remedy=remedy)
    from dafu.sinks.sql import Database, Loaded  # noqa: PLC0415 - SQLAlchemy is an extra

    files = record_files(folder)
    bar = _Bar(sum(file.stat().st_size for file in files))
    database = Database(
        url or str((folder if folder.is_dir() else folder.parent) / DEFAULT_NAME),
        segment=shared_segmenter().search_words if searchable else None,
        patience=patience,
        waiting=bar.waiting,
    )
    database.prepare()
    counts: Counter[str] = Counter()
    failed: list[Loaded] = []
    with bar.progress:
        records = bar.read(files)
        for loaded in database.load(records, replace=replace, manifest=_manifest(folder)):
            counts[loaded.kind] += 1
            bar.shown(counts)
            if loaded.kind == "failed":
                failed.append(loaded)
    _print_account(counts, [(one.where, one.error) for one in failed], database.name)
    if failed:
        raise IncompleteRun(f"{len(failed)} / {counts.total()} 份记录未入库 / records were not loaded.")


def record_files(folder: Path) -> list[Path]:
    """Where the records of a run stand: `records.jsonl`, or all JSON files where there is none; or the file named.

    Raises `UnreadableFile` or `UsageError`.
    """
    if not folder.exists():
        raise UnreadableFile("记录不存在 / no such records.", file=folder.name)
    if not folder.is_dir():
        return [folder]
    whole = folder / RECORDS_FILE
    files = [whole] if whole.is_file() else sorted(folder.rglob("*.json"))
    files = [file for file in files if file != folder / _MANIFEST]
    if not files:
        raise UsageError(
            "没有记录，请先运行 dafu run / no record there; make some with dafu run.", file=folder.name
        )
    return files


class _Bar:
    """Progress by bytes read, with the number of letters; tells of waiting once each time."""

    def __init__(self, total: int) -> None:
        console = messages()
        self.progress = Progress(
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._console = console
        self._task = self.progress.add_task("", total=total)
        self._told = False

    def read(self, files: Sequence[Path]) -> Iterator[Stored]:
        """The records of all files, counted as they are taken."""
        for file in files:
            for stored in stored_records(file):
                yield stored
                self.progress.advance(self._task, len(stored.json))

    def shown(self, counts: Counter[str]) -> None:
        """Shows how many letters are done."""
        self._told = False
        self.progress.update(self._task, description=f"{counts.total()} 份 letters")

    def waiting(self, error: DafuError) -> None:
        """Says that the database is away."""
        if not self._told:
            self._console.print(Text(f"等待数据库 waiting for the database: {error.what}", "yellow"))
        self._told = True


def _manifest(folder: Path) -> str | None:
    """The manifest of the run, if it left one that is JSON."""
    path = folder / _MANIFEST
    if not path.is_file():
        return None
    try:
        return json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False)
    except ValueError as error:
        raise UnreadableFile("不是 JSON / is not JSON.", file=path.name) from error


def _print_account(counts: Counter[str], failed: list[tuple[str, DafuError | None]], name: str) -> None:
    console = results()
    for where, error in failed[:_MOST_SHOWN]:
        console.print(Text.assemble((f"✗ {where}: ", "bold red"), error.what if error else ""))
        console.print(Text(f"  → {error.remedy}" if error else ""))
    if len(failed) > _MOST_SHOWN:
        console.print(Text(f"… {len(failed) - _MOST_SHOWN} 份 more", "dim"))
    if counts["differing"]:
        console.print(
            Text("同一指纹下另有内容不同的记录，未改动；用 --replace 重写 / other records stand under the same "
                 "fingerprint and were left; --replace writes them anew", "yellow")
        )  # fmt: skip
    line = Text()
    for kind, (label, style) in _LABELS.items():
        line.append(f"{label} {counts[kind]}", style if counts[kind] else "dim").append("  ")
    console.print(line)
    console.print(Text(f"→ {name}"))
