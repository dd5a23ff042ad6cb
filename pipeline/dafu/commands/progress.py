"""Progress of a run: a bar on a terminal, lines elsewhere, JSON for programs, or nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from time import monotonic
from types import TracebackType
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.text import Text

from dafu.batch.task import InWork
from dafu.batch.watch import Silent, Watch
from dafu.commands.console import messages, shortened
from dafu.sinks.run_folder import Outcome

_EVERY = 10.0
"""Seconds between two lines of progress where there is no terminal."""
_LONGEST = 30
"""Characters of a file's name in a line of progress."""
_SLOW = 2.0
"""Seconds after which a letter in work is named."""
_STOPPING = "正在停止：等待处理中的文件；再按一次立即退出 / stopping after the letters in work; once more to end at once"
_LABELS = {"done": "成功 done", "done with findings": "存疑 done with findings", "failed": "失败 failed"}


@contextmanager
def watching(*, quiet: bool, log_json: bool) -> Iterator[Watch]:
    """The watch that fits the options and the place where messages go."""
    console = messages()
    if log_json:
        yield _JsonLog(console)
    elif quiet:
        yield Silent()
    elif console.is_terminal:
        with _Bar(console) as bar:
            yield bar
    else:
        yield _Lines(console)


class _Bar:
    """A bar with rate, time left, outcomes so far, and the letter that takes longest."""

    def __init__(self, console: Console) -> None:
        self._progress = Progress(
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}", markup=False),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
        )
        self._task: TaskID = self._progress.add_task("", total=None, rate="")
        self._counts: Counter[str] = Counter()
        self._began = monotonic()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def looked(self, files: int) -> None:
        self._progress.update(self._task, description=f"检查文件 looking at files: {files}")

    def began(self, todo: int, up_to_date: int) -> None:
        self._began = monotonic()
        self._progress.update(self._task, total=todo, description=_up_to_date(up_to_date))

    def finished(self, outcome: Outcome, seconds: float) -> None:
        del seconds
        self._counts[outcome.kind] += 1
        self._progress.update(self._task, advance=1, rate=_rate(self._counts, self._began))
        self._describe(())

    def waiting(self, works: Sequence[InWork]) -> None:
        self._describe(works)

    def stopping(self) -> None:
        self._progress.console.print(Text(_STOPPING, "yellow"))

    def _describe(self, works: Sequence[InWork]) -> None:
        parts = [f"{_LABELS[kind]} {number}" for kind, number in sorted(self._counts.items())]
        parts += [_slow(work) for work in works[:1] if work.seconds > _SLOW]
        self._progress.update(self._task, description="  ".join(parts))


class _Lines:
    """A line for each failure at once, and a line of progress now and then."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._counts: Counter[str] = Counter()
        self._todo = 0
        self._began = self._told = monotonic()

    def looked(self, files: int) -> None:
        if self._due():
            self._console.print(f"检查文件 looking at files: {files}")

    def began(self, todo: int, up_to_date: int) -> None:
        self._todo, self._began = todo, monotonic()
        self._console.print(f"待处理 to do {todo}  {_up_to_date(up_to_date)}".rstrip())

    def finished(self, outcome: Outcome, seconds: float) -> None:
        del seconds
        self._counts[outcome.kind] += 1
        if outcome.kind == "failed":
            self._console.print(Text(f"✗ {outcome.file}: {outcome.error}"))
        if self._due():
            self._tell(())

    def waiting(self, works: Sequence[InWork]) -> None:
        if self._due():
            self._tell(works)

    def stopping(self) -> None:
        self._console.print(_STOPPING)

    def _due(self) -> bool:
        if monotonic() - self._told < _EVERY:
            return False
        self._told = monotonic()
        return True

    def _tell(self, works: Sequence[InWork]) -> None:
        parts = [f"{self._counts.total()}/{self._todo}", _rate(self._counts, self._began)]
        parts += [f"{_LABELS[kind]} {number}" for kind, number in sorted(self._counts.items())]
        parts += [_slow(work) for work in works[:1] if work.seconds > _SLOW]
        self._console.print(Text("  ".join(parts)))


class _JsonLog:
    """One line of JSON an event."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._told = monotonic()

    def looked(self, files: int) -> None:
        if self._due():
            self._log("looking", files=files)

    def began(self, todo: int, up_to_date: int) -> None:
        self._log("began", todo=todo, up_to_date=up_to_date)

    def finished(self, outcome: Outcome, seconds: float) -> None:
        told: dict[str, Any] = {
            "file": outcome.file,
            "outcome": outcome.kind,
            "cpu_seconds": round(seconds, 4),
        }
        if outcome.kind == "failed":
            told |= {"error": outcome.error, "stage": outcome.stage, "why": outcome.why}
        self._log("finished", **told)

    def waiting(self, works: Sequence[InWork]) -> None:
        if works and self._due():
            self._log(
                "in work", letters=[{**work._asdict(), "seconds": round(work.seconds, 1)} for work in works]
            )

    def stopping(self) -> None:
        self._log("stopping")

    def _due(self) -> bool:
        if monotonic() - self._told < _EVERY:
            return False
        self._told = monotonic()
        return True

    def _log(self, event: str, **told: object) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._console.out(
            json.dumps({"time": at, "event": event, **told}, ensure_ascii=False), highlight=False
        )


def _up_to_date(letters: int) -> str:
    return f"未变 up to date {letters}" if letters else ""


def _rate(counts: Counter[str], began: float) -> str:
    return f"{counts.total() / max(monotonic() - began, 0.001):.1f}/s"


def _slow(work: InWork) -> str:
    return f"最慢 slowest {shortened(work.name, _LONGEST)} ({work.stage}, {work.seconds:.0f} s)"
