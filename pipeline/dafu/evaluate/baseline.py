"""Gains and losses against another run over the same gold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from dafu.evaluate.corpus import Evaluation
from dafu.evaluate.verdicts import FOUND, TEXT, Verdict


class Difference(NamedTuple):
    """A verdict that changed sides; one side is None where that run had nothing to judge."""

    label: str
    before: Verdict | None
    after: Verdict | None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict to show: what is wrong in the run that has it wrong."""
        return self.before if self.after is None or self.after.good else self.after


class Comparison(NamedTuple):
    """What a change brought and what it broke."""

    gains: tuple[Difference, ...]
    losses: tuple[Difference, ...]


def compare(before: Evaluation, after: Evaluation) -> Comparison:
    """Verdicts that turned good and verdicts that turned bad, letter by letter.

    Letters that only one of the runs has are left out: they stand in `unmatched_gold` or `failures`.
    """
    old = {one.label: _by_key(one.verdicts) for one in before.judged}
    gains: list[Difference] = []
    losses: list[Difference] = []
    for one in after.judged:
        if one.label not in old:
            continue
        was, now = old[one.label], _by_key(one.verdicts)
        for key in dict.fromkeys((*now, *was)):
            earlier, later = was.get(key), now.get(key)
            if _bad(earlier) and _good(later, earlier):
                gains.append(Difference(one.label, earlier, later))
            elif _bad(later) and _good(earlier, later):
                losses.append(Difference(one.label, earlier, later))
    return Comparison(tuple(gains), tuple(losses))


def _by_key(verdicts: Iterable[Verdict]) -> dict[tuple[str, str, str], Verdict]:
    return {(verdict.part, verdict.field, verdict.key): verdict for verdict in verdicts if not verdict.strict}


def _bad(verdict: Verdict | None) -> bool:
    return verdict is not None and not verdict.good


def _good(verdict: Verdict | None, other: Verdict | None) -> bool:
    """Whether it is good; having no verdict is so only where the other's tells of something superfluous.

    A field of an item that is not found has no verdict: neither gain nor loss, the item itself counts.
    """
    if verdict is not None:
        return verdict.good
    return other is not None and (other.part == TEXT or (other.field == FOUND and other.outcome == "extra"))
