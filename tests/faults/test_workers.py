"""Letters that spin, eat memory or crash cost themselves and nobody else."""

from __future__ import annotations

import signal
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from tests.faults.running import end, letter, letters, lines, start, told, wait_until, workers_of

from dafu.sinks.run_folder import Outcome, read_outcomes

GOOD = 4
INTERRUPTED = 130
BAD = ("spin", "stuck", "eat", "segfault", "exit", "once")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Outcome], Counter[str]]:
    """What became of good and bad letters, and how often each was read."""
    folder = tmp_path_factory.mktemp("workers")
    source = letters(folder / "in", GOOD)
    for number, name in enumerate(BAD, start=GOOD):
        (source / f"{name}.txt").write_text(letter(number), "utf-8")
    limits = ("--time-limit", "1.5", "--memory-limit", "300", "--workers", "2")
    process = start(source, folder / "out", *limits, "--skip", "*.crashed", log=folder / "log")
    assert end(process) == 3, told(folder / "out").read_text("utf-8")
    outcomes = {outcome.file.removesuffix(".txt"): outcome for outcome in read_outcomes(folder / "out")}
    return outcomes, Counter(line.removesuffix(".txt") for line in lines(folder / "log"))


@pytest.mark.parametrize(
    ("name", "error", "exit_code", "attempts"),
    [
        ("spin", "TimeLimit", 51, 1),
        ("stuck", "TimeLimit", 51, 1),
        ("eat", "MemoryLimit", 52, 1),
        ("segfault", "WorkerCrash", 53, 2),
        ("exit", "WorkerCrash", 53, 2),
    ],
)
def test_a_bad_letter_fails_with_its_own_error(
    ran: tuple[dict[str, Outcome], Counter[str]], name: str, error: str, exit_code: int, attempts: int
) -> None:
    outcomes, read = ran
    outcome = outcomes[name]
    assert (outcome.kind, outcome.error, outcome.exit_code, outcome.stage) == (
        "failed",
        error,
        exit_code,
        "read",
    )
    assert outcome.remedy
    assert read[name] == attempts


def test_a_letter_whose_worker_crashed_once_is_done_in_the_second_try(
    ran: tuple[dict[str, Outcome], Counter[str]],
) -> None:
    outcomes, read = ran
    assert outcomes["once"].kind == "done"
    assert read["once"] == 2


def test_the_neighbours_do_not_notice(ran: tuple[dict[str, Outcome], Counter[str]]) -> None:
    outcomes, read = ran
    neighbours = [name for name in outcomes if name.startswith("letter")]
    assert [outcomes[name].kind for name in neighbours] == ["done"] * GOOD
    assert [read[name] for name in neighbours] == [1] * GOOD


def test_ctrl_c_finishes_what_is_in_work_and_a_second_one_ends_at_once(tmp_path: Path) -> None:
    source = letters(tmp_path / "in", 30, "slow-{:03}.txt")
    log, out = tmp_path / "log", tmp_path / "out"
    process = start(source, out, "--workers", "1", log=log)
    wait_until(lambda: len(lines(log)) >= 3, process)
    process.send_signal(signal.SIGINT)
    assert end(process) == INTERRUPTED
    begun = len(lines(log))
    assert begun < 30
    with sqlite3.connect(out / "ledger.sqlite") as ledger:
        assert ledger.execute("SELECT count(*) FROM letters").fetchone() == (begun,)
        assert ledger.execute("SELECT state FROM runs").fetchone() == ("interrupted",)
    ledger.close()

    (source / "spin.txt").write_text(letter(98), "utf-8")
    process = start(source, out, "--workers", "1", "--skip", "slow*", log=log)
    wait_until(lambda: lines(log)[-1] == "spin.txt", process)
    workers = workers_of(process)
    process.send_signal(signal.SIGINT)
    wait_until(lambda: told(out).read_text("utf-8").count("once more") == 2, process)
    process.send_signal(signal.SIGINT)
    assert end(process) == INTERRUPTED
    wait_until(lambda: not any(worker.is_running() for worker in workers))
    assert "Traceback" not in told(out).read_text("utf-8")
