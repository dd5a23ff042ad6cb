"""The facts against each other: one indicator with two values, parts beyond their whole, numbers unexplained."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import ItemWords
from dafu.records.facts import Figure, NumberMention, Period
from dafu.records.finding import Finding

_STOP = re.compile(r"[。！？!?\n]")
_ROUNDED = ("about", "over", "under", "at_least", "at_most")
_TOLERANCE = Decimal("0.1")
"""A rounded value (近5万) agrees with an exact one that differs by less than this share."""


def check_facts(
    text: str,
    figures: tuple[Figure, ...],
    numbers: tuple[NumberMention, ...],
    *,
    periods: tuple[Period, ...],
    words: ItemWords,
) -> tuple[Finding, ...]:
    """The findings about the figures and numbers of a letter's `text`."""
    return (*_conflicts(text, figures, periods, words), *_exceeding(figures), *_unexplained(numbers))


def _conflicts(
    text: str, figures: tuple[Figure, ...], periods: tuple[Period, ...], words: ItemWords
) -> Iterator[Finding]:
    """One indicator, coverage and time with two values in two sentences; levels of fact only, outside tables.

    Within a sentence such figures are a row (分别为1.2亿元、1.4亿元) or what is done and what is left; what
    an act amounts to (投入资金, 新建) may be told of two acts of one year.
    """
    times = {period.id: period.end for period in periods}
    seen: dict[tuple[str | None, ...], Figure] = {}
    for figure in figures:
        if figure.change is not None or figure.status != "actual" or figure.upper is not None:
            continue
        if not figure.indicator or len(figure.indicator) < 3 or figure.rule == "figures.table":
            continue
        time = times.get(figure.period_id or "")
        if time is None or _acts(words).match(figure.indicator):
            continue
        key = (
            figure.indicator,
            figure.coverage.raw if figure.coverage else None,
            time,
            figure.dimension if figure.dimension != "count" else f"count {figure.part_of}",
        )
        before = seen.setdefault(key, figure)
        said_again = _STOP.search(text, before.span[1], figure.span[0]) is not None
        if said_again and before.unit == figure.unit and not _agree(before, figure):
            yield Finding(
                code="fact_conflict",
                severity="warning",
                message=f"{figure.indicator}: {before.raw} and {figure.raw}.",
                span=figure.span,
                related=(before.id, figure.id),
            )


@cache
def _acts(words: ItemWords) -> re.Pattern[str]:
    return re.compile(any_of(words.plan.verbs, words.aspect.completed))


def _agree(first: Figure, second: Figure) -> bool:
    if first.value is None or second.value is None:
        return True
    a, b = Decimal(first.value), Decimal(second.value)
    if a == b:
        return True
    rounded = first.bound in _ROUNDED or second.bound in _ROUNDED
    return rounded and abs(a - b) <= _TOLERANCE * max(abs(a), abs(b))


def _exceeding(figures: tuple[Figure, ...]) -> Iterator[Finding]:
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.part_of is not None:
            parts[figure.part_of].append(figure)
    for whole in figures:
        own = [part for part in parts[whole.id] if part.unit == whole.unit and part.value is not None]
        if not own or whole.value is None or whole.bound in ("over", "at_least"):
            continue
        total = sum((Decimal(part.value or 0) for part in own), Decimal(0))
        if total > Decimal(whole.upper or whole.value):
            yield Finding(
                code="parts_exceed_whole",
                severity="warning",
                message=f"Parts add up to {total:f}, the whole is {whole.value}.",
                span=whole.span,
                related=(whole.id, *(part.id for part in own)),
            )


def _unexplained(numbers: tuple[NumberMention, ...]) -> Iterator[Finding]:
    for number in numbers:
        if number.type == "unexplained":
            yield Finding(
                code="unexplained_number",
                severity="warning",
                message=f"No rule explains {number.raw}.",
                span=number.span,
            )
