"""Kill -9 of the run and of its workers at random moments: nothing is lost, nothing is done twice.

Six kills, or as many as the environment's KILLS says: `make torture`.
"""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

import psutil
from tests.faults.running import end, kill, letters, lines, outputs, start, told, wait_until, workers_of

KILLS = int(os.environ.get("KILLS", "6"))
WORKERS = 2
LETTERS = 12 + 8 * KILLS


def test_what_a_kill_leaves_is_picked_up_and_ends_as_an_undisturbed_run(tmp_path: Path) -> None:
    chance = random.Random(KILLS)
    source = letters(tmp_path / "in", LETTERS, "slow-{:03}.txt")
    log, out = tmp_path / "log", tmp_path / "out"
    options = ("--workers", str(WORKERS))
    process = start(source, out, *options, log=log)
    killed = 0
    while killed < KILLS:
        if process.poll() is not None:
            if process.returncode == 0:
                break  # all is done: further kills would meet nothing
            process = start(source, out, *options, log=log)
        _wait_for_work(process, log, chance.randint(1, 6))
        time.sleep(chance.random() / 10)
        workers = workers_of(process)
        killed += 1
        if not workers or chance.random() < 0.5:
            kill(process.pid)
            end(process)
            wait_until(lambda workers=workers: not any(map(psutil.Process.is_running, workers)))  # type: ignore[misc]
        else:
            kill(chance.choice(workers).pid)
    end(process)
    assert end(start(source, out, *options, log=log)) == 0, told(out).read_text("utf-8")
    assert end(start(source, tmp_path / "undisturbed", "--workers", "1")) == 0
    assert outputs(out) == outputs(tmp_path / "undisturbed")
    assert killed > KILLS / 2
    in_flight = 2 * WORKERS  # one in work, one finished and about to be entered
    assert LETTERS <= len(lines(log)) <= LETTERS + in_flight * killed


def _wait_for_work(process: subprocess.Popen[bytes], log: Path, more: int) -> None:
    aim = len(lines(log)) + more
    wait_until(lambda: len(lines(log)) >= aim, process)
