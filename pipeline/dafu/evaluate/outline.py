"""Sections, measures and next steps against the gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dafu.evaluate.alignment import locate_items, locate_starts
from dafu.evaluate.comparing import Value, near, same, same_folded
from dafu.evaluate.gold import GoldItem, GoldSection
from dafu.evaluate.matching import Rules, Thing, judge, overlap
from dafu.evaluate.placing import SideBySide, annotated_values
from dafu.evaluate.verdicts import Verdict
from dafu.records import Measure, NextStep

_NEAR_START = 2
_ENOUGH_OVERLAP = 0.8


def _near_start(wanted: Thing, got: Thing) -> float:
    distance = abs(wanted.span[0] - got.span[0])
    return max(0.0, 1 - distance / (_NEAR_START + 1))


def _same_extent(wanted: Thing, got: Thing) -> float:
    shared = overlap(wanted, got)
    return shared if shared >= _ENOUGH_OVERLAP else 0.0


_SECTIONS = Rules("sections", _near_start, same={"marker": same_folded, "heading": same_folded})
_MEASURES = Rules("measures", _same_extent)
_NEXT_STEPS = Rules("next_steps", _same_extent, same={"strength": near}, strict={"strength": same})


def judge_sections(side: SideBySide) -> Iterator[Verdict]:
    """Sections of level 1 and deeper, by their start."""
    if side.gold.sections is None:
        return
    expected = side.expected("sections", side.gold.sections, locate_starts, _section_values)
    found = [
        side.found(
            "sections",
            section.own_span,
            {
                "marker": section.marker,
                "level": section.level,
                "heading": section.heading,
                "role": section.role,
            },
        )
        for section in side.record.sections
        if section.level >= 1
    ]
    marked = [thing for thing in expected if thing.values.get("level") != 0]
    yield from judge(_SECTIONS, _starts(marked), _starts(found))


def _starts(things: Iterable[Thing]) -> list[Thing]:
    """The things as points: a gold file says where a section starts, not where it ends."""
    return [replace(thing, span=(thing.span[0], thing.span[0])) for thing in things]


def judge_items(side: SideBySide) -> Iterator[Verdict]:
    """Measures and next steps, by their extent."""
    yield from _judge_items(side, _MEASURES, side.gold.measures, side.record.measures)
    yield from _judge_items(side, _NEXT_STEPS, side.gold.next_steps, side.record.next_steps)


def _judge_items(
    side: SideBySide, rules: Rules, annotated: tuple[GoldItem, ...] | None, found: Sequence[Measure]
) -> Iterator[Verdict]:
    if annotated is None:
        return
    expected = list(side.expected(rules.part, annotated, locate_items, _item_values))
    yield from judge(rules, expected, [side.found(rules.part, item.span, _values(item)) for item in found])


def _section_values(section: GoldSection) -> dict[str, Value]:
    return annotated_values(
        section, marker=section.marker, level=section.level, heading=section.heading, role=section.role
    )


def _item_values(item: GoldItem) -> dict[str, Value]:
    deadline = (item.deadline.start, item.deadline.end) if item.deadline else None
    return annotated_values(item, deadline=deadline, status=item.status, strength=item.strength)


def _values(item: Measure) -> dict[str, Value]:
    return {
        "deadline": (item.deadline.start, item.deadline.end) if item.deadline else None,
        "status": item.status,
        "strength": item.strength if isinstance(item, NextStep) else None,
    }
