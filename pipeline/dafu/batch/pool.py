"""The workers of a run: letters in processes of their own, which can be killed one by one.

A small pool of our own, because what the libraries at hand lack is what matters here: a limit of time that
grows with the pages, a limit of memory, a second try alone, and workers that do not run the caller's script.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from time import monotonic

from dafu import errors
from dafu.batch.frames import Head
from dafu.batch.process import Message, WorkerProcess
from dafu.batch.task import Finished, InWork, Limits, Task
from dafu.errors import DafuError, WorkerCrash
from dafu.settings import Settings

TICK = 0.05
"""Seconds between two looks at time and memory of the workers."""
LETTERS_A_WORKER = 5000
"""After so many a worker is replaced: whatever leaks in foreign code, leaks no further. A start costs 2 s."""
_MOST_FAILED_STARTS = 3
_BLOATED = 0.5
"""Share of the memory limit above which a worker is replaced between two letters."""


def processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerPool:
    """Worker processes, started when there is work for them."""

    def __init__(
        self,
        settings: Settings,
        limits: Limits | None = None,
        *,
        workers: int | None = None,
        letters_a_worker: int = LETTERS_A_WORKER,
    ) -> None:
        self._settings = settings
        self._limits = limits or Limits()
        self._most = workers or processors()
        self._letters_a_worker = letters_a_worker
        self._workers: list[WorkerProcess] = []
        self._retired: list[WorkerProcess] = []
        self._inbox: SimpleQueue[tuple[WorkerProcess, Message]] = SimpleQueue()
        self._waiting: deque[Task] = deque()
        self._again: deque[Task] = deque()
        """Letters whose worker ended; tried once more, each alone, when all others are done."""
        self._alone = False
        self._exhausted = False
        self._stopped = False
        self._failed_starts = 0
        self._checked = 0.0

    def finished(self, tasks: Iterator[Task]) -> Iterator[Finished | None]:
        """What became of each task, as it is known; None at least every `TICK`.

        Raises the error of the tree that a worker meets before any letter, as where a model is missing.
        """
        self._hand_out(tasks)
        while self._waiting or self._again or self._busy():
            try:
                worker, message = self._inbox.get(timeout=TICK)
            except Empty:
                self._check()
                yield None
                continue
            done = self._ended(worker) if message is None else self._told(worker, message)
            self._hand_out(tasks)
            if done:
                yield done
            self._check()

    def in_work(self) -> Sequence[InWork]:
        """What is being worked on, the longest first."""
        now = monotonic()
        works = [InWork(one.task.name, one.stage, now - one.began) for one in self._workers if one.task]
        return sorted(works, key=lambda work: -work.seconds)

    def stop(self) -> None:
        """Take no more tasks; those in work are finished."""
        self._stopped = self._exhausted = True
        self._waiting.clear()
        self._again.clear()

    def close(self) -> None:
        """End all workers at once."""
        for worker in (*self._workers, *self._retired):
            worker.kill()
        self._workers.clear()
        self._retired.clear()

    def _hand_out(self, tasks: Iterator[Task]) -> None:
        while not self._exhausted and len(self._waiting) < self._most:
            task = next(tasks, None)
            if task is None:
                self._exhausted = True
            else:
                self._waiting.append(task)
        if self._exhausted and self._again and not self._waiting and not self._busy():
            self._alone = True
            for worker in tuple(self._workers):
                self._retire(worker)
            self._waiting.append(self._again.popleft())
        for worker in self._workers:
            if self._waiting and worker.ready and worker.task is None:
                worker.hand(self._waiting.popleft())
        starting = sum(not worker.ready for worker in self._workers)
        while starting < len(self._waiting) and len(self._workers) < self._most:
            self._workers.append(WorkerProcess(self._settings, self._inbox))
            starting += 1

    def _busy(self) -> bool:
        return any(worker.task for worker in self._workers)

    def _check(self) -> None:
        if monotonic() - self._checked < TICK:
            return
        self._checked = monotonic()
        for worker in self._workers:
            worker.check(self._limits)

    def _told(self, worker: WorkerProcess, message: tuple[Head, list[bytes]]) -> Finished | None:
        head, parts = message
        if "unfit" in head:
            raise _error(head)
        if "ready" in head:
            self._failed_starts = 0
        done = worker.told(head, parts)
        if done and (self._alone or self._used_up(worker)):
            self._retire(worker)
        return done

    def _used_up(self, worker: WorkerProcess) -> bool:
        too_large = worker.megabytes > _BLOATED * self._limits.megabytes
        return worker.letters >= self._letters_a_worker or too_large

    def _ended(self, worker: WorkerProcess) -> Finished | None:
        """A worker's pipe has ended: it was sent away, or killed, or it died."""
        task, failure = worker.task, worker.lost()
        if worker in self._retired:
            self._retired.remove(worker)
            return None
        self._workers.remove(worker)
        if task is None or failure is None:
            self._failed_starts += not worker.ready
            if self._failed_starts >= _MOST_FAILED_STARTS:
                raise WorkerCrash("处理进程无法启动 / worker processes cannot be started.")
            return None
        if failure.error != WorkerCrash.__name__:
            return Finished(task, seconds=0.0, failure=failure)
        if self._stopped:
            return None
        if self._alone:
            return Finished(task, seconds=0.0, failure=failure)
        self._again.append(task)
        return None

    def _retire(self, worker: WorkerProcess) -> None:
        worker.retire()
        self._workers.remove(worker)
        self._retired.append(worker)


def _error(head: Head) -> DafuError:
    """The error that kept a worker from starting, as the class of the tree that it was."""
    kind = getattr(errors, str(head["unfit"]), DafuError)
    return kind(head["what"], remedy=head["remedy"])
