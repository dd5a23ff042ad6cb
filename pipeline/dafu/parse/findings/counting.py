"""The outline against itself: announced counts and the numbers of siblings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dafu.forms.numerals import COUNTER, counter_value
from dafu.layout.model import LetterText
from dafu.records.finding import Finding
from dafu.records.outline import Section, SectionRole

_ANNOUNCED = re.compile(
    rf"(?:以下|如下|下列|从|现?将|做了|做好|抓好|开展了?|采取了?|完成了?|实施了?|推进|围绕|聚焦|突出|落实|主要|重点|分为?|就|有)[^，。；：:,;]{{0,14}}?"
    rf"(?<![第{COUNTER}\d])(?P<count>[{COUNTER}]{{1,2}}|\d{{1,2}})(?:个|大|项|条|点)?"
    r"(?:方面|层面|工作|任务|措施|举措|做法|环节|(?P<asked>问题|意见|建议)|情况|重点|行动|点|条)[^，。；,;]{0,14}[：:。]?$"
)
_LAST_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?\s*$")
_ASKED: tuple[SectionRole, ...] = ("response", "problem")
_OTHER_ROLES: tuple[SectionRole, ...] = ("plan", "problem", "request", "explanation", "consultation", "basic")
_NUMERALS = re.compile(rf"[{COUNTER}\d\s、，,：:]")


def announced_counts(letter: LetterText, sections: tuple[Section, ...]) -> Iterator[Finding]:
    """`以下五个方面` against what follows; a plan or problem section may stand uncounted.

    Questions that are announced (三个问题) count answers, not the parts of a letter.
    """
    for section in sections:
        children = _announced_by(section, sections)
        announcement = _announcement(letter.text[slice(*section.own_span)])
        announced = counter_value(announcement["count"]) if announcement else None
        if not children or announcement is None or announced is None:
            continue
        if announcement["asked"] and any(child.role not in _ASKED for child in children):
            continue
        uncounted = sum(child.role in _OTHER_ROLES for child in children)
        possible = {len(children), len(children) - uncounted, *_before_first_other(children)}
        if announced not in possible:
            yield Finding(
                code="announced_count_mismatch",
                severity="warning",
                message=f"{announced} announced, {len(children)} found.",
                span=section.own_span,
                related=tuple(child.id for child in children),
            )


def numbering_gaps(sections: tuple[Section, ...]) -> Iterator[Finding]:
    """Numbers that skip or repeat among siblings.

    A series that starts again at one is a new series; one that goes on under the next heading has no gap.
    """
    last: dict[tuple[str | None, int, str], Section] = {}
    latest: dict[tuple[int, str], int] = {}
    for section in sections:
        if section.ordinal is None or section.marker is None:
            continue
        counted = section.style == "heading" or section.rule == "outline.counter"
        series = (section.parent, section.level, "" if counted else _NUMERALS.sub("", section.marker))
        before = last.get(series)
        goes_on = before is None and latest.get(series[1:]) == section.ordinal - 1
        last[series] = section
        latest[series[1:]] = section.ordinal
        expected = before.ordinal + 1 if before and before.ordinal is not None else 1
        if section.ordinal in (1, expected) and not _repeats_one(before, section):
            continue
        if goes_on or (before is None and not counted):
            continue
        yield Finding(
            code="numbering_gap",
            severity="warning",
            message=f"{section.marker} follows {before.marker if before and before.marker else 'no number'}.",
            span=(section.span[0], section.span[0] + len(section.marker)),
            related=(before.id, section.id) if before else (section.id,),
        )


def _repeats_one(before: Section | None, section: Section) -> bool:
    return before is not None and before.ordinal == 1 == section.ordinal and before.span[1] == section.span[0]


def _announced_by(section: Section, sections: tuple[Section, ...]) -> list[Section]:
    if section.role != "opening":
        return [child for child in sections if child.parent == section.id and child.ordinal is not None]
    roots = [
        child for child in sections if child.parent is None and child.level >= 1 and child.ordinal is not None
    ]
    top = min((child.level for child in roots), default=0)
    return [child for child in roots if child.level == top]


def _before_first_other(children: list[Section]) -> tuple[int, ...]:
    """How many stand before the first section of another role: 五个方面 and then 六、下一步."""
    return tuple(at for at, child in enumerate(children) if at and child.role != children[0].role)[:1]


def _announcement(own_text: str) -> re.Match[str] | None:
    sentence = _LAST_SENTENCE.search(own_text.rstrip())
    return _ANNOUNCED.search(sentence.group().rstrip()) if sentence else None
