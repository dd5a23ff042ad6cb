"""A run in this process: an engine that works on tasks itself, with whatever stages a test gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dafu.batch.letter import process
from dafu.batch.task import Finished, InWork, Stage, Stages, Task
from dafu.pipeline import Pipeline, pipeline_of


class Inline:
    """Works on one task after the other; keeps their names, and those that were not read again."""

    def __init__(
        self, stages: Stages | None = None, *, order: Callable[[list[Task]], list[Task]] = list
    ) -> None:
        self.stages: Stages = stages or pipeline_of(None)
        self.order = order
        self.worked: list[str] = []
        self.stored: list[str] = []
        self.stages_begun: list[Stage] = []
        self.stopped = False

    def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
        yield None
        for task in self.order(list(tasks)):
            if self.stopped:
                return
            self.worked.append(task.name)
            if task.document:
                self.stored.append(task.name)
            yield process(task, self.stages, self._tell)

    def _tell(self, stage: Stage, pages: int) -> None:
        self.stages_begun.append(stage)
        assert pages > 0

    def in_work(self) -> Sequence[InWork]:
        return ()

    def stop(self) -> None:
        self.stopped = True

    def close(self) -> None:
        self.stopped = True


class Broken(Pipeline):
    """A pipeline with a bug that files of a certain name meet."""

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__()
        self._name, self._error = name, error

    def read(self, path: str | Path):  # type: ignore[no-untyped-def]
        if Path(path).name == self._name:
            raise self._error
        return super().read(path)
