"""What a run shows while it goes on: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from tests.faults.running import HOOK, end, letter, letters, start, told, wait_until

from dafu.batch.status import is_running, last_run_of, ledger_of, status_of


def test_a_terminal_shows_a_bar_with_counts_and_the_slowest_letter(tmp_path: Path) -> None:
    source = letters(tmp_path / "in", 3)
    (source / "spin.txt").write_text(letter(9), "utf-8")
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "dafu", "run", str(source), "--out", str(tmp_path / "out")]
    command += ["--workers", "2", "--time-limit", "2.5"]
    env = {
        **os.environ,
        "PYTHONPATH": f"{HOOK}{os.pathsep}{os.environ.get('PYTHONPATH', '')}",
        "TERM": "xterm",
    }
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=terminal, env=env) as process:
        os.close(terminal)
        shown = _all_of(controller)
    assert process.returncode == 3
    assert "3/4" in shown
    assert "成功 done 3" in shown
    assert "最慢 slowest spin.txt (read, 2 s)" in shown
    assert "待处理" not in shown


def _all_of(controller: int) -> str:
    shown = b""
    try:
        while part := os.read(controller, 65536):
            shown += part
    except OSError:  # the other side of the terminal is closed
        pass
    os.close(controller)
    return shown.decode("utf-8", "replace")


def test_the_status_of_a_run_can_be_seen_while_it_goes_on(tmp_path: Path) -> None:
    source, out = letters(tmp_path / "in", 40, "slow-{:03}.txt"), tmp_path / "out"
    process = start(source, out, "--workers", "1", "--log-json")
    wait_until(lambda: told(out).read_text("utf-8").count("finished") >= 2, process)
    with ledger_of(out) as ledger:
        status, last = status_of(ledger), last_run_of(ledger)
    assert 0 < status.outcomes["done"] < 40
    assert status.outcomes["done"] + status.left == 40
    assert last
    assert last.state == "running"
    assert is_running(out)
    assert end(process) == 0
    assert not is_running(out)
    events = [json.loads(line) for line in told(out).read_text("utf-8").splitlines() if line.startswith("{")]
    assert [event["event"] for event in events[:2]] == ["began", "finished"]
    assert len(events) == 41
