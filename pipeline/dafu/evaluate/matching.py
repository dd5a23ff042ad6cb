"""Match what was annotated with what was found, and judge both: one engine for every kind of thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dafu.evaluate.comparing import Same, Value, outcome_of, printed, same
from dafu.evaluate.verdicts import COMPLETE, EXACT, FOUND, STRICT, Outcome, Verdict
from dafu.records import Span


@dataclass(frozen=True, slots=True)
class Thing:
    """One annotation, or one thing in the record."""

    key: str
    """The same in every run over the same gold."""
    words: str
    """As reports print it."""
    span: Span
    """In the record's text; empty for what has no place."""
    values: Mapping[str, Value]
    """The fields that are compared; of an annotation, those annotated and not lenient."""
    where: str = ""
    """The sentence around."""
    optional: bool = False
    """Of an annotation: neither finding nor missing it counts."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How the things of one part are judged."""

    part: str
    fit: Callable[[Thing, Thing], float]
    """How well an annotation and a thing found fit; 0 is no match."""
    same: Mapping[str, Same] = field(default_factory=dict)
    """Comparisons that are not plain equality."""
    strict: Mapping[str, Same] = field(default_factory=dict)
    """Fields whose strict comparison is reported beside the soft one."""
    shared: bool = False
    """Whether one thing found may answer several annotations."""
    placed: bool = True
    """Whether extents can be compared."""


def overlap(wanted: Thing, got: Thing) -> float:
    """Shared part of the joint extent: 0 apart, 1 the same."""
    (one, two), (start, end) = wanted.span, got.span
    common = min(two, end) - max(one, start)
    return common / (max(two, end) - min(one, start)) if common > 0 else 0.0


def judge(rules: Rules, expected: Sequence[Thing], found: Sequence[Thing]) -> Iterator[Verdict]:
    """Verdicts on all annotations, and on all that was found besides; the best fits are matched first."""
    fits = [(rules.fit(one, other), i, j) for i, one in enumerate(expected) for j, other in enumerate(found)]
    fits = sorted(
        (fit for fit in fits if fit[0] > 0), key=lambda fit: (-fit[0], expected[fit[1]].optional, fit)
    )
    answers: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in fits:
        if i not in answers and (rules.shared or j not in taken):
            answers[i] = j
            taken.add(j)
    if rules.shared:
        taken.update(j for _, _, j in fits)
    ways = [FOUND, *([EXACT] * rules.placed), *([COMPLETE] * any(wanted.values for wanted in expected))]
    for i, wanted in enumerate(expected):
        if wanted.optional:
            continue
        if i in answers:
            yield from _matched(rules, wanted, found[answers[i]], ways)
        else:
            yield from _alone(rules.part, "missed", wanted, ways)
    for j, got in enumerate(found):
        if j not in taken:
            yield from _alone(rules.part, "extra", got, ways)


def _matched(rules: Rules, wanted: Thing, got: Thing, ways: Sequence[str]) -> Iterator[Verdict]:
    fields = [_compared(rules.part, name, wanted, got, rules.same.get(name, same)) for name in wanted.values]
    rights = {FOUND: True, EXACT: wanted.span == got.span, COMPLETE: all(field.good for field in fields)}
    for way in ways:
        outcome: Outcome = "right" if rights[way] else "wrong"
        yield Verdict(rules.part, way, outcome, wanted.key, wanted.words, got.words, wanted.where)
    yield from fields
    for name, strictly in rules.strict.items():
        if name in wanted.values:
            yield _compared(rules.part, name, wanted, got, strictly, label=f"{name}{STRICT}exact")


def _compared(
    part: str, name: str, wanted: Thing, got: Thing, agree: Same, *, label: str | None = None
) -> Verdict:
    gold, found = wanted.values[name], got.values[name]
    return Verdict(
        part=part,
        field=label or name,
        outcome=outcome_of(gold, found, agree),
        key=wanted.key,
        gold=printed(gold),
        found=printed(found),
        where=wanted.where,
    )


def _alone(part: str, outcome: Outcome, thing: Thing, ways: Sequence[str]) -> Iterator[Verdict]:
    gold, found = (thing.words, None) if outcome == "missed" else (None, thing.words)
    for way in ways:
        yield Verdict(part, way, outcome, thing.key, gold, found, thing.where)
