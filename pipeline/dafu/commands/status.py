"""`dafu status` and `dafu failures`: what a run's folder says, while a run works on it or after."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from rich.text import Text

from dafu.batch.status import failures_of, is_running, last_run_of, ledger_of, status_of
from dafu.commands.console import results
from dafu.commands.run import print_counts, print_failure


def print_status(folder: Path, *, as_json: bool) -> None:
    """Inputs by outcome, what is left, and the last run."""
    with ledger_of(folder) as ledger:
        status, last = status_of(ledger), last_run_of(ledger)
    running = is_running(folder)
    console = results()
    if as_json:
        told = {**asdict(status), "running": running, "last_run": asdict(last) if last else None}
        console.out(json.dumps(told, ensure_ascii=False, indent=1), highlight=False)
        return
    print_counts(console, status.outcomes)
    console.print(
        Text(
            f"待处理 left {status.left}  过时 outdated {status.outdated}  重复 duplicates {status.duplicates}"
            f"  记录 records {status.letters}"
        )
    )
    if last:
        state = "killed" if last.state == "running" and not running else last.state
        console.print(
            Text(
                f"上次运行 last run: {last.started} → {last.ended or '…'}  {state}  processed {last.processed}"
            )
        )


def print_failures(folder: Path, *, as_json: bool) -> None:
    """The inputs without a record: why, in which stage, and what to do."""
    console = results()
    none = True
    with ledger_of(folder) as ledger:
        for outcome in failures_of(ledger):
            none = False
            if as_json:
                console.out(json.dumps(asdict(outcome), ensure_ascii=False), highlight=False)
            else:
                print_failure(console, outcome)
    if none and not as_json:
        console.print("没有失败的文件 / no file has failed.")
