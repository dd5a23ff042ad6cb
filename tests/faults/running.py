"""Runs of the command line in processes of their own, whose workers misbehave where a file's name says so."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from tests.reply_text import REPLY

HOOK = Path(__file__).parent / "hook"
PATIENCE = 60.0
"""Seconds after which what a test waits for will never come."""


def letter(number: int) -> str:
    """A letter unlike all others."""
    return REPLY.replace("062", f"{number:03}").replace("3公里", f"{number + 3}公里")


def letters(folder: Path, count: int, name: str = "letter-{:03}.txt") -> Path:
    """A folder of so many letters."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / name.format(number)).write_text(letter(number), "utf-8")
    return folder


def start(
    source: Path, out: Path, *options: str, log: Path | None = None, said: Path | None = None
) -> subprocess.Popen[bytes]:
    """A run that has just been started."""
    command = [sys.executable, "-m", "dafu", "run", str(source), "--out", str(out), *options]
    path = os.pathsep.join(filter(None, (str(HOOK), os.environ.get("PYTHONPATH"))))
    env = {**os.environ, "PYTHONPATH": path, **({"READ_LOG": str(log)} if log else {})}
    with (said or told(out)).open("ab") as messages:
        return subprocess.Popen(command, env=env, stdout=messages, stderr=messages, process_group=0)


def told(out: Path) -> Path:
    """Where a run's messages go."""
    return out.with_name(f"{out.name}.told")


def end(process: subprocess.Popen[bytes]) -> int:
    """The exit code of a run, once it has ended."""
    return process.wait(PATIENCE)


def wait_until(condition: Callable[[], bool], process: subprocess.Popen[bytes] | None = None) -> None:
    """Wait for something, or for the end of the process that it is expected of."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if process and process.poll() is not None:
            return
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.005)


def lines(log: Path) -> list[str]:
    """The names of the files that workers have begun to read."""
    return log.read_text("utf-8").splitlines() if log.exists() else []


def workers_of(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The workers of a run."""
    try:
        return psutil.Process(process.pid).children()
    except psutil.NoSuchProcess:
        return []


def kill(pid: int) -> None:
    """End a process without a word, as the system does when memory runs out."""
    if psutil.pid_exists(pid):
        os.kill(pid, signal.SIGKILL)


def outputs(out: Path) -> dict[str, bytes]:
    """All that a run leaves but the ledger and the manifest, which tell times."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and not path.name.startswith("ledger.") and path.name != "manifest.json"
    }
