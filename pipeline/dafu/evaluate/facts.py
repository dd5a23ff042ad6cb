"""Figures, periods and the account of numbers against the gold."""

from __future__ import annotations

from collections.abc import Iterator

from dafu.evaluate.alignment import locate_runs
from dafu.evaluate.comparing import Value, same_folded, similar
from dafu.evaluate.gold import GoldFigure, GoldNumber, GoldPeriod
from dafu.evaluate.matching import Rules, judge, overlap
from dafu.evaluate.placing import SideBySide, annotated_values
from dafu.evaluate.verdicts import Verdict
from dafu.records import Figure

_FIGURES = Rules("figures", overlap, same={"indicator": similar}, strict={"indicator": same_folded})
_PERIODS = Rules("periods", overlap)
_NUMBERS = Rules("numbers", overlap, shared=True, placed=False)


def judge_figures(side: SideBySide) -> Iterator[Verdict]:
    """Figures, by overlap."""
    if side.gold.figures is None:
        return
    expected = list(side.expected("figures", side.gold.figures, locate_runs, _figure_values))
    periods = {period.id: (period.start, period.end) for period in side.record.periods}
    raws = {figure.id: figure.raw for figure in side.record.figures}
    found = [
        side.found("figures", figure.span, _values(figure, periods, raws)) for figure in side.record.figures
    ]
    yield from judge(_FIGURES, expected, found)


def judge_periods(side: SideBySide) -> Iterator[Verdict]:
    """Periods, by overlap."""
    if side.gold.periods is None:
        return
    expected = list(side.expected("periods", side.gold.periods, locate_runs, _period_values))
    found = [
        side.found("periods", period.span, {"start": period.start, "end": period.end, "kind": period.kind})
        for period in side.record.periods
    ]
    yield from judge(_PERIODS, expected, found)


def judge_numbers(side: SideBySide) -> Iterator[Verdict]:
    """Every run, those of figures too; an `unexplained` one is not accounted for.

    The gold gives a figure no type of number, and may count its runs (`5—8家`) as one.
    """
    if side.gold.non_figures is None:
        return
    expected = [
        *side.expected("numbers", side.gold.non_figures, locate_runs, _number_values),
        *side.expected("numbers of figures", side.gold.figures or (), locate_runs, lambda _: {}),
    ]
    found = [
        side.found("numbers", number.span, {"type": number.type})
        for number in side.record.numbers
        if number.type != "unexplained"
    ]
    yield from judge(_NUMBERS, expected, found)


def _figure_values(figure: GoldFigure) -> dict[str, Value]:
    change, period = figure.change, figure.period
    return annotated_values(
        figure,
        raw=figure.raw,
        value=figure.value,
        upper=figure.upper,
        unit=figure.unit,
        dimension=figure.dimension,
        bound=figure.bound,
        change=(change.direction, change.mode, change.basis) if change else None,
        indicator=figure.indicator,
        coverage=figure.coverage,
        period=(period.start, period.end) if period else None,
        status=figure.status,
        part_of=figure.part_of_raw,
    )


def _values(
    figure: Figure, periods: dict[str, tuple[str | None, str | None]], raws: dict[str, str]
) -> dict[str, Value]:
    change = figure.change
    return {
        "raw": figure.raw,
        "value": figure.value,
        "upper": figure.upper,
        "unit": figure.unit,
        "dimension": figure.dimension,
        "bound": figure.bound,
        "change": (change.direction, change.mode, change.basis) if change else None,
        "indicator": figure.indicator,
        "coverage": figure.coverage.raw if figure.coverage else None,
        "period": periods.get(figure.period_id) if figure.period_id else None,
        "status": figure.status,
        "part_of": raws.get(figure.part_of) if figure.part_of else None,
    }


def _period_values(period: GoldPeriod) -> dict[str, Value]:
    return annotated_values(period, start=period.start, end=period.end, kind=period.kind)


def _number_values(number: GoldNumber) -> dict[str, Value]:
    return annotated_values(number, type=number.type)
