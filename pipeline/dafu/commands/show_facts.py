"""`dafu show`: next steps with their deadlines, and figures with what they measure and when."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dafu.commands.console import headline, shortened
from dafu.records import Figure, Measure, Period, ReplyRecord

_LONGEST = 50


def next_steps(record: ReplyRecord) -> Iterator[Text]:
    """Measures by number only, next steps one a line."""
    yield headline("举措 Measures", len(record.measures))
    for measure in record.measures:
        yield Text.assemble(("  · ", "dim"), _words(measure), (f"  [{measure.status}]", "dim"))
    yield headline("下一步 Next steps", len(record.next_steps))
    for step in record.next_steps:
        deadline = (
            step.deadline and f"  期限 by {step.deadline.end or step.deadline.start or step.deadline.raw}"
        )
        marks = [
            step.status,
            *step.flags,
            *([] if step.strength is None else [f"强度 strength {step.strength}"]),
        ]
        yield Text.assemble(
            ("  → ", "green"),
            _words(step),
            (deadline or "", "bold magenta"),
            (f"  [{', '.join(marks)}]", "dim"),
        )


def figures(record: ReplyRecord) -> Iterator[Text]:
    """One figure a line: value and unit, indicator, coverage, period, status."""
    if not record.figures:
        return
    yield headline("数据 Figures", len(record.figures))
    periods = {period.id: period for period in record.periods}
    wholes = {figure.id: figure for figure in record.figures}
    for figure in record.figures:
        whole = wholes.get(figure.part_of or "")
        yield Text.assemble(
            (f"  {figure.raw}", "bold"),
            (f" = {_value(figure)}", "green"),
            f"  {figure.indicator or '?'}",
            (f"  {_where_and_when(figure, periods.get(figure.period_id or ''))}", "cyan"),
            (f"  其中 part of {whole.raw}" if whole else "", ""),
            (f"  [{figure.status}]", "dim"),
        )


def _value(figure: Figure) -> str:
    amount = "–".join(value for value in (figure.value, figure.upper) if value) or "?"
    change = figure.change
    sign = {"increase": "↑", "decrease": "↓"}[change.direction] if change else ""
    bound = "" if figure.bound in ("exact", "range") else f" ({figure.bound})"
    return f"{sign}{amount} {figure.unit or ''}".rstrip() + bound


def _where_and_when(figure: Figure, period: Period | None) -> str:
    where = figure.coverage.raw if figure.coverage else None
    when = None
    if period:
        ends = dict.fromkeys(end for end in (period.start, period.end) if end)
        when = "–".join(ends) or period.raw
    return " ".join(part for part in (where, when) if part)


def _words(item: Measure) -> str:
    words = item.heading or item.raw.removeprefix(item.marker or "")
    return (item.marker or "") + shortened(words, _LONGEST)
