"""Scores out of verdicts: per field, over one record or many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dafu.evaluate.verdicts import COMPLETE, EXACT, FOUND, TEXT, Outcome, Verdict

ALL_FIELDS = "all fields"
"""The fields of a part that the contract compares, taken together."""
_WAYS = (FOUND, EXACT, COMPLETE)


@dataclass(frozen=True, slots=True)
class Score:
    """How one field of one part did."""

    part: str
    field: str
    right: int
    empty: int
    wrong: int
    missed: int
    extra: int

    @property
    def compared(self) -> int:
        """How many comparisons the score rests on."""
        return self.right + self.empty + self.wrong + self.missed + self.extra

    @property
    def accuracy(self) -> float | None:
        """Share of comparisons that came out right, null on both sides included; None for a way of being found."""
        return None if self.is_way else _share(self.right + self.empty, self.compared)

    @property
    def precision(self) -> float | None:
        """Share of what the record has that is right; None where it has nothing."""
        return _share(self.right, self.right + self.wrong + self.extra)

    @property
    def recall(self) -> float | None:
        """Share of what the gold has that was got right; None where it has nothing."""
        return _share(self.right, self.right + self.wrong + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * (self.right + self.wrong) + self.missed + self.extra)

    @property
    def is_way(self) -> bool:
        """Whether this scores a way of being found, and not a field of what was found."""
        return self.field in _WAYS


def scores_of(verdicts: Iterable[Verdict]) -> tuple[Score, ...]:
    """One score for each part and field, and one for all fields of a part; parts in the order of the record.

    Strict variants of a field (`indicator: exact`) are not in `all fields`.
    """
    counts: dict[tuple[str, str], Counter[Outcome]] = {}
    for verdict in verdicts:
        if verdict.part == TEXT:
            continue
        names = [verdict.field]
        if verdict.field != FOUND and not verdict.strict:
            names.append(ALL_FIELDS)
        for name in names:
            counts.setdefault((verdict.part, name), Counter())[verdict.outcome] += 1
    ordered = sorted(
        counts,
        key=lambda name: (_PARTS.index(name[0]), _rank(name[1]), name[1] if name[0] == "header" else ""),
    )
    return tuple(
        Score(part, field, *(counts[part, field][outcome] for outcome in _OUTCOMES))
        for part, field in ordered
    )


_PARTS = (
    "header", "sections", "measures", "next_steps", "figures", "periods", "numbers", "documents", "entities",
    "findings",
)  # fmt: skip
_OUTCOMES: tuple[Outcome, ...] = ("right", "empty", "wrong", "missed", "extra")


def _rank(field: str) -> int:
    """Ways first, then all fields together, then each."""
    return [*_WAYS, ALL_FIELDS, field].index(field)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
