"""What is handed to a worker and what comes back, and the protocols by which batch knows the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from dafu.errors import DafuError

if TYPE_CHECKING:
    from dafu.layout.model import LetterText
    from dafu.read.model import Document
    from dafu.records import ReplyRecord

Stage = Literal["read", "layout", "parse"]


class Stages(Protocol):
    """What turns a file into records; `dafu.pipeline.Pipeline` does."""

    def warm_up(self) -> None:
        """Load what the first letter would have to wait for."""

    def page_count(self, path: Path) -> int:
        """How many pages reading the file may have to go through."""

    def read(self, path: Path) -> Document:
        """The document in a file."""

    def letters(self, document: Document) -> tuple[LetterText, ...]:
        """The letters of a document."""

    def record(self, letter: LetterText) -> ReplyRecord:
        """The record of a letter."""


@dataclass(frozen=True, slots=True)
class Task:
    """One letter file to process."""

    name: str
    """Of the input, below the folder of the run."""
    path: Path
    content: str
    """What the ledger knows its bytes by."""
    document: bytes | None = None
    """The document as stored by an earlier run, packed; then the file is not read again."""


@dataclass(frozen=True, slots=True)
class Failure:
    """失败: why there is no record."""

    error: str
    """Class of the error."""
    exit_code: int
    stage: Stage
    why: str
    remedy: str

    @classmethod
    def of(cls, error: DafuError, stage: Stage) -> Failure:
        """The failure that an error of the tree tells."""
        return cls(type(error).__name__, error.exit_code, stage, error.what, error.remedy)


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a task."""

    task: Task
    seconds: float
    """CPU time of the worker."""
    records: tuple[bytes, ...] = ()
    """Each a line of JSON, newline included."""
    doubtful: bool = False
    """A record has a finding of severity error."""
    sha256: str | None = None
    """Of the bytes that were read; the file may have changed since it was looked at."""
    document: bytes | None = None
    """The document, packed, where reading it again would be dear."""
    failure: Failure | None = None


class Limits(NamedTuple):
    """What a letter may take."""

    seconds: float = 60.0
    """Wall-clock time of any letter; a sixth of it is added for each page."""
    megabytes: int = 2048
    """Resident memory of the worker."""

    def seconds_for(self, pages: int) -> float:
        """The time a letter of so many pages may take."""
        return self.seconds + pages * self.seconds / 6


class InWork(NamedTuple):
    """A letter that a worker is busy with."""

    name: str
    stage: Stage
    seconds: float


class Engine(Protocol):
    """What processes tasks, in whatever order; `dafu.batch.pool.WorkerPool` does in processes of their own."""

    def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
        """What became of each task, as it is known; None now and then, where there is nothing to tell."""

    def in_work(self) -> Sequence[InWork]:
        """What is being worked on, the longest first."""

    def stop(self) -> None:
        """Take no more tasks; those in work are finished."""

    def close(self) -> None:
        """End at once what still runs."""


Tell = Callable[[Stage, int], None]
"""Called when a stage begins, with the number of pages."""
