"""A worker as the run sees it: a process, the pipe to it, and the letter it is busy with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from queue import SimpleQueue

import psutil

from dafu.batch.frames import Head, receive, send
from dafu.batch.task import Failure, Finished, Limits, Stage, Task
from dafu.errors import LetterStopped, MemoryLimit, TimeLimit, WorkerCrash
from dafu.settings import Settings

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from dafu.batch.worker import main; main()"
"""As `spawn` of the standard library does, but for the caller's script, which is not run again."""
_OWN_GROUP = None if sys.platform == "win32" else 0
"""Ctrl-C goes to the run alone, which then decides."""
_PATIENCE = 5.0
"""Seconds that a process may take to end once its pipe has."""

Message = tuple[Head, list[bytes]] | None
"""What a worker says; None when its pipe has ended."""


class WorkerProcess:
    """One worker process, from start to end."""

    def __init__(self, settings: Settings, inbox: SimpleQueue[tuple[WorkerProcess, Message]]) -> None:
        self.task: Task | None = None
        self.stage: Stage = "read"
        self.ready = False
        self.letters = 0
        """Finished by it so far."""
        self.began = 0.0
        self._pages = 1
        self._stopped: LetterStopped | None = None
        threads = str(settings.threads)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads},
            process_group=_OWN_GROUP,
        )
        self._watched = psutil.Process(self._process.pid)
        self._listener = threading.Thread(target=self._listen, args=(inbox,), daemon=True)
        self._listener.start()
        values = {name: getattr(settings, name) for name in type(settings).model_fields}
        folder = settings.lexicon_folder
        self._send({**values, "lexicon_folder": str(folder) if folder else None})

    def hand(self, task: Task) -> None:
        """Give it a letter to work on."""
        self.task, self.stage, self._pages, self._stopped = task, "read", 1, None
        self.began = time.monotonic()
        head = {"name": task.name, "path": str(task.path), "content": task.content}
        self._send(head, task.document)

    def told(self, head: Head, parts: list[bytes]) -> Finished | None:
        """What a message means for the task: its end, or None."""
        if "ready" in head:
            self.ready = True
        elif "stage" in head:
            self.stage, self._pages = head["stage"], head["pages"]
        elif self.task:
            document = parts.pop() if head.pop("document") else None
            failure = Failure(**head["failure"]) if head["failure"] else None
            done = Finished(
                self.task,
                seconds=head["seconds"],
                records=tuple(parts),
                doubtful=head["doubtful"],
                sha256=head["sha256"],
                document=document,
                failure=failure,
            )
            self.task = None
            self.letters += 1
            return done
        return None

    def check(self, limits: Limits) -> None:
        """Kill it if its letter takes more than it may."""
        if self.task is None or self._stopped:
            return
        allowed = limits.seconds_for(self._pages)
        if time.monotonic() - self.began > allowed:
            what = f"处理超过 {allowed:g} 秒 / processing took more than {allowed:g} seconds."
            self._stop(TimeLimit(what))
        elif self.megabytes > limits.megabytes:
            what = f"内存超过 {limits.megabytes} MB / processing took more than {limits.megabytes} MB."
            self._stop(MemoryLimit(what))

    @property
    def megabytes(self) -> float:
        """Its resident memory; 0 once it has ended."""
        try:
            return float(self._watched.memory_info().rss) / (1 << 20)
        except psutil.Error:
            return 0.0

    def lost(self) -> Failure | None:
        """Why the letter in work came to nothing, now that the process has ended; None if none was in work."""
        try:
            code = self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            code = self._process.wait()
        self.retire()
        if self.task is None:
            return None
        if self._stopped:
            return Failure.of(self._stopped, self.stage)
        how = f"exit code {code}" if code >= 0 else signal.Signals(-code).name
        return Failure.of(WorkerCrash(f"处理进程异常结束 / the process ended: {how}."), self.stage)

    def retire(self) -> None:
        """Let it end: there is no more work for it."""
        if self._process.stdin:
            with suppress(OSError):  # it has ended already
                self._process.stdin.close()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        self.retire()

    def _stop(self, error: LetterStopped) -> None:
        self._stopped = error
        self._process.kill()

    def _send(self, head: Head, part: bytes | None = None) -> None:
        pipe = self._process.stdin
        try:
            if pipe:
                send(pipe, head, [part] if part is not None else [])
        except (OSError, ValueError):
            return  # it has ended; the listener tells

    def _listen(self, inbox: SimpleQueue[tuple[WorkerProcess, Message]]) -> None:
        if self._process.stdout:
            with self._process.stdout as pipe:
                while message := receive(pipe):
                    inbox.put((self, message))
        inbox.put((self, None))
