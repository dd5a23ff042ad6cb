"""`dafu run`: a folder of files into a folder of records, with progress and a summary."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import typer
from rich.console import Console
from rich.text import Text

from dafu.batch import Options, Outcome, Summary, run
from dafu.commands.console import messages, results
from dafu.commands.progress import watching
from dafu.errors import IncompleteRun, UsageError
from dafu.settings import Settings
from dafu.sinks.run_folder import OutcomeKind

INTERRUPTED = 130
"""What a shell gives for Ctrl-C."""
LABELS: dict[OutcomeKind, tuple[str, str]] = {
    "done": ("成功 done", "green"),
    "done with findings": ("存疑 done with findings", "yellow"),
    "skipped": ("跳过 skipped", ""),
    "failed": ("失败 failed", "bold red"),
}
_REMEDY = "请按 dafu failures {0} 的说明处理，再运行一次。 / Mend the files as dafu failures {0} says, then run again."
_NONE_SELECTED = (
    "没有选中任何文件：{0} 个尚未处理，去掉 --only 或 --since 即处理"
    " / nothing was selected: {0} files were never processed; run without --only or --since to do so"
)
_MOST_LISTED = 50
"""Lines about single inputs; `dafu failures` lists all."""


def run_folder(
    source: Path, out: Path, settings: Settings, options: Options, *, quiet: bool, log_json: bool
) -> None:
    """Process what is new or changed; raises `IncompleteRun` after the summary if some inputs failed."""
    try:
        with watching(quiet=quiet, log_json=log_json) as watch:
            summary = run(source, out, settings, options, watch=watch)
    except KeyboardInterrupt:
        stopped = (
            "已中断；已完成的保留，再次运行即继续 / interrupted; what is done is kept, run again to go on"
        )
        messages().print(Text(stopped, "yellow"))
        raise typer.Exit(INTERRUPTED) from None
    if not quiet:
        _print_summary(summary)
    failed = summary.counts["failed"]
    if failed:
        what = f"{failed} / {sum(summary.counts.values())} 个文件失败 / files failed."
        raise IncompleteRun(what, remedy=_REMEDY.format(out))


def seconds_of(moment: str) -> float:
    """Seconds since the epoch of `2024-06-01` or `2024-06-01T08:30`, local time; raises `UsageError`."""
    try:
        return datetime.fromisoformat(moment).timestamp()
    except (ValueError, OverflowError) as error:
        what = f"--since 不是日期或时间 / --since is no date or time: {moment}."
        remedy = "请写成 --since 2024-06-01 或 --since 2024-06-01T08:30。 / Write --since 2024-06-01, or --since 2024-06-01T08:30."
        raise UsageError(what, remedy=remedy) from error


def print_counts(console: Console, counts: dict[OutcomeKind, int]) -> None:
    """A line of inputs by outcome."""
    line = Text()
    for kind, number in counts.items():
        label, style = LABELS[kind]
        line.append(f"{label} {number}", style if number else "dim").append("  ")
    line.rstrip()
    console.print(line)


def print_failure(console: Console, outcome: Outcome) -> None:
    """What is wrong with an input, where, and what to do."""
    told = f"{outcome.why} [{outcome.error}, {outcome.stage}, {outcome.exit_code}]"
    console.print(Text.assemble((f"✗ {outcome.file}: ", "bold red"), told))
    console.print(Text(f"  → {outcome.remedy}"))


def _print_summary(summary: Summary) -> None:
    console = results()
    listed = unselected = 0
    for outcome in summary.outcomes:
        unselected += outcome.why == "not_selected"
        if outcome.kind == "done" and not outcome.same_as:
            continue
        if outcome.kind == "skipped" and outcome.why == "pattern":
            continue  # the user asked for it
        listed += 1
        if listed > _MOST_LISTED:
            continue
        _print_outcome(console, outcome)
    if listed > _MOST_LISTED:
        console.print(
            Text(f"… {listed - _MOST_LISTED} 条未列出 more, see {summary.folder}/outcomes.jsonl", "dim")
        )
    print_counts(console, summary.counts)
    told = f"{summary.letters} 份记录 records → {summary.folder}"
    if summary.duplicates:
        told += f"  重复 duplicates {summary.duplicates}"
    told += f"  本次处理 processed now {summary.processed}  ({summary.seconds:.2f} s CPU)"
    console.print(Text(told))
    if unselected and not summary.processed:
        console.print(Text(_NONE_SELECTED.format(unselected), "yellow"))


def _print_outcome(console: Console, outcome: Outcome) -> None:
    if outcome.kind == "failed":
        print_failure(console, outcome)
    elif outcome.kind == "skipped":
        console.print(Text(f"- {outcome.file}: 跳过 / skipped ({outcome.why})", "dim"))
    elif outcome.same_as:
        console.print(Text(f"= {outcome.file}: 内容同 / the same letter as {outcome.same_as}", "dim"))
    else:
        console.print(
            Text.assemble((f"? {outcome.file}", "yellow"), ": 见记录中的 findings / see its findings")
        )
