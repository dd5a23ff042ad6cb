"""`dafu run`: a folder of files into a folder of records, with progress and a summary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from dafu.batch import Outcome, Summary, plan_run, run_all
from dafu.commands.console import messages, results
from dafu.errors import IncompleteRun
from dafu.settings import Settings

_LABELS = {
    "written": ("成功 written", "green"),
    "flagged": ("存疑 flagged", "yellow"),
    "failed": ("失败 failed", "bold red"),
}


def run_folder(source: Path, out: Path, settings: Settings, *, skip: Sequence[str]) -> None:
    """Process all files; raises `IncompleteRun` after the summary if some failed."""
    plan = plan_run(source, out, skip=skip)
    outcomes: list[Outcome] = []
    with _progress(messages()) as progress:
        task = progress.add_task("", total=len(plan.inputs))
        for outcome in run_all(plan, out, settings):
            outcomes.append(outcome)
            progress.update(task, advance=1, description=outcome.file)
    summary = Summary(tuple(outcomes), plan.skipped)
    _print_summary(summary, out)
    if summary.failed:
        what = f"{len(summary.failed)} / {len(outcomes)} 个文件失败 / files failed."
        raise IncompleteRun(what)


def _progress(console: Console) -> Progress:
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _print_summary(summary: Summary, out: Path) -> None:
    console = results()
    for outcome in summary.failed:
        console.print(
            Text.assemble((f"✗ {outcome.file}: ", "bold red"), outcome.why or "", f" [{outcome.exit_code}]")
        )
        console.print(Text(f"  → {outcome.remedy}"))
    for outcome in summary.outcomes:
        if outcome.kind == "flagged":
            console.print(
                Text.assemble((f"? {outcome.file}", "yellow"), ": 见记录中的 findings / see its findings")
            )
    for one in summary.skipped:
        if one.reason != "pattern":  # those the user asked for
            console.print(Text(f"- {one.name}: 跳过 / skipped ({one.reason})", "dim"))
    counts = Text()
    for kind, number in summary.counts.items():
        label, style = _LABELS[kind]
        counts.append(f"{label} {number}", style if number else "dim").append("  ")
    counts.append(f"跳过 skipped {len(summary.skipped)}", "dim")
    console.print(counts)
    console.print(Text(f"{summary.letters} 份记录 records → {out}  ({summary.seconds:.2f} s CPU)"))
