"""`dafu eval`: scores, error lists, gains and losses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dafu.commands.console import results
from dafu.evaluate import (
    ALL_FIELDS,
    FOUND,
    Comparison,
    Difference,
    Evaluation,
    Judged,
    Score,
    Verdict,
    compare,
    evaluate,
    scores_of,
)


def evaluate_records(
    gold: Path, records: Path, *, baseline: Path | None, as_json: bool, errors: bool, per_letter: bool
) -> None:
    """Judge records by gold and print what came of it."""
    result = evaluate(gold, records)
    comparison = compare(evaluate(gold, baseline), result) if baseline else None
    console = results()
    if as_json:
        console.out(json.dumps(_as_json(result, comparison), ensure_ascii=False, indent=1), highlight=False)
        return
    if errors:
        _print_errors(console, result.judged)
    if per_letter:
        console.print(_letters_table(result.judged))
    console.print(_scores_table(scores_of(_all_verdicts(result.judged))))
    _print_counts(console, result)
    if comparison:
        _print_differences(console, "得 Gains", comparison.gains, "green")
        _print_differences(console, "失 Losses", comparison.losses, "bold red")


def _all_verdicts(judged: Iterable[Judged]) -> Iterator[Verdict]:
    for one in judged:
        yield from one.verdicts


def _scores_table(scores: Iterable[Score]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("部分 part", "字段 field"):
        table.add_column(name, no_wrap=True)
    for name in ("P", "R", "F1", "准 acc", "对 right", "空 empty", "错 wrong", "漏 missed", "多 extra"):
        table.add_column(name, justify="right", no_wrap=True)
    part = None
    for score in scores:
        if part not in (None, score.part):
            table.add_section()
        counts = (score.right, score.empty, score.wrong, score.missed, score.extra)
        rates = (score.precision, score.recall, score.f1, score.accuracy)
        table.add_row(
            score.part if score.part != part else "",
            score.field,
            *map(_rate, rates),
            *(str(count) if count else "" for count in counts),
            style="bold" if score.field in (FOUND, ALL_FIELDS) else None,
        )
        part = score.part
    return table


def _letters_table(judged: Iterable[Judged]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("文件 file", no_wrap=True)
    columns = (
        "header",
        "sections",
        "measures",
        "next_steps",
        "figures",
        "periods",
        "numbers",
        "documents",
        "entities",
    )
    for name in ("CER", *columns, "findings"):
        table.add_column(name, justify="right", no_wrap=True)
    for one in judged:
        scores = {(score.part, score.field): score for score in scores_of(one.verdicts)}
        header = scores.get(("header", ALL_FIELDS))
        found = [scores.get((part, FOUND)) for part in (*columns[1:], "findings")]
        table.add_row(
            one.label,
            f"{one.error_rate:.4f}",
            _rate(header.accuracy if header else None),
            *(_rate(score.f1 if score else None) for score in found),
        )
    return table


def _print_errors(console: Console, judged: Iterable[Judged]) -> None:
    wrong = [
        (one.label, verdict)
        for one in judged
        for verdict in one.verdicts
        if not verdict.good and not verdict.strict
    ]
    console.print(Text(f"错 Errors ({len(wrong)})", "bold"))
    _print_grouped(console, wrong)


def _print_grouped(console: Console, verdicts: Iterable[tuple[str, Verdict]]) -> None:
    """What several carriers of a letter share, once, with their number."""
    labels: dict[Verdict, list[str]] = {}
    for label, verdict in verdicts:
        labels.setdefault(verdict, []).append(label)
    for verdict, sharing in labels.items():
        count = f" ×{len(sharing)}" if len(sharing) > 1 else ""
        console.print(Text(f"  {sharing[0]}{count}", "bold").append_text(_line(verdict)))


def _line(verdict: Verdict) -> Text:
    values = f"{_quoted(verdict.gold)} ≠ {_quoted(verdict.found)}" if verdict.outcome == "wrong" else ""
    values = values or _quoted(verdict.gold if verdict.outcome == "missed" else verdict.found)
    return Text.assemble(
        (f"  {verdict.outcome:6} ", {"missed": "red", "extra": "yellow"}.get(verdict.outcome, "bold red")),
        (f"{verdict.part}.{verdict.field} ", "cyan"),
        values,
        (f"  {verdict.where}" if verdict.where else "", "dim"),
    )


def _print_counts(console: Console, result: Evaluation) -> None:
    judged = result.judged
    exact = sum(one.distance == 0 for one in judged)
    characters, distance = sum(one.characters for one in judged), sum(one.distance for one in judged)
    numbers, unexplained = sum(one.numbers for one in judged), sum(one.unexplained for one in judged)
    console.print(Text(f"\n正文 text: CER {_rate(distance / characters if characters else None)}, "
                       f"{exact} / {len(judged)} 一字不差 exact"))  # fmt: skip
    console.print(Text(f"数字 numbers: {unexplained} / {numbers} 未解释 unexplained"))
    run = f", 生成 run {result.run_seconds:.2f} s CPU" if result.run_seconds is not None else ""
    console.print(Text(f"记录 records: {len(judged)}, 评测 evaluation {result.seconds:.2f} s CPU{run}"))
    for failure in result.failures:
        console.print(Text(f"失败 failed: {failure.file}: {failure.why}", "bold red"))
    for label, names in (
        ("无记录的标注 gold without a record", result.unmatched_gold),
        ("无标注的记录 records without gold", result.unmatched_records),
    ):
        if names:
            console.print(Text(f"{label}: {', '.join(names)}", "yellow"))
    for one in judged:
        for lost in one.lost:
            console.print(
                Text(f"标注有误 gold not in its text: {one.gold_id}: {lost.part}: {lost.words}", "magenta")
            )


def _print_differences(console: Console, label: str, differences: tuple[Difference, ...], style: str) -> None:
    console.print(Text(f"\n{label} ({len(differences)})", style))
    _print_grouped(console, [(one.label, one.verdict) for one in differences if one.verdict])


def _as_json(result: Evaluation, comparison: Comparison | None) -> dict[str, Any]:
    def told(judged: Judged) -> dict[str, Any]:
        wrong = [asdict(verdict) for verdict in judged.verdicts if not verdict.good and not verdict.strict]
        return {
            "label": judged.label,
            "gold": judged.gold_id,
            "character_error_rate": judged.error_rate,
            "numbers": judged.numbers,
            "unexplained": judged.unexplained,
            "scores": [_score_json(score) for score in scores_of(judged.verdicts)],
            "errors": wrong,
            "lost": [lost._asdict() for lost in judged.lost],
        }

    def differing(differences: tuple[Difference, ...]) -> list[dict[str, Any]]:
        return [{"label": one.label, **asdict(one.verdict)} for one in differences if one.verdict]

    return {
        "scores": [_score_json(score) for score in scores_of(_all_verdicts(result.judged))],
        "letters": [told(one) for one in result.judged],
        "unmatched_gold": result.unmatched_gold,
        "unmatched_records": result.unmatched_records,
        "failures": [failure._asdict() for failure in result.failures],
        "seconds": result.seconds,
        "run_seconds": result.run_seconds,
        **(
            {"gains": differing(comparison.gains), "losses": differing(comparison.losses)}
            if comparison
            else {}
        ),
    }


def _score_json(score: Score) -> dict[str, Any]:
    rates = {"precision": score.precision, "recall": score.recall, "f1": score.f1, "accuracy": score.accuracy}
    return {**asdict(score), **rates}


def _quoted(value: str | None) -> str:
    return "null" if value is None else f"“{value}”".replace("\n", "⏎")


def _rate(rate: float | None) -> str:
    return "" if rate is None else f"{rate:.3f}"
