"""A worker process: takes tasks from its standard input, one by one, and tells what became of them."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from dafu.batch.frames import Head, receive, send
from dafu.batch.letter import process
from dafu.batch.task import Stage, Task
from dafu.errors import DafuError
from dafu.settings import Settings

_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Work until there is no more input; ends with the run, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with_parent()
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print must not get between the messages
    messages: SimpleQueue[tuple[Head, list[bytes]]] = SimpleQueue()
    threading.Thread(target=_listen, args=(incoming, messages), daemon=True).start()
    _work(messages, outgoing)


def _work(messages: SimpleQueue[tuple[Head, list[bytes]]], outgoing: IO[bytes]) -> None:
    head, _ = messages.get()
    try:
        from dafu.pipeline import Pipeline  # noqa: PLC0415

        stages = Pipeline(Settings(**head))
        stages.warm_up()
    except DafuError as error:
        send(outgoing, {"unfit": type(error).__name__, "what": error.what, "remedy": error.remedy})
        return

    def tell(stage: Stage, pages: int) -> None:
        send(outgoing, {"stage": stage, "pages": pages})

    gc.freeze()  # vocabularies and code stay for good; looking through them again and again costs time
    send(outgoing, {"ready": os.getpid()})
    while True:
        head, parts = messages.get()
        task = Task(head["name"], Path(head["path"]), head["content"], parts[0] if parts else None)
        done = process(task, stages, tell)
        told = {
            "seconds": done.seconds,
            "doubtful": done.doubtful,
            "sha256": done.sha256,
            "failure": asdict(done.failure) if done.failure else None,
            "document": done.document is not None,
        }
        send(outgoing, told, [*done.records, *([done.document] if done.document is not None else [])])


def _listen(incoming: IO[bytes], messages: SimpleQueue[tuple[Head, list[bytes]]]) -> None:
    while message := receive(incoming):
        messages.put(message)
    os._exit(0)  # the run has ended, or wants no more of this worker


def _die_with_parent() -> None:
    """Where the system can see to it, a worker deep in a letter ends when the run is killed, too."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
