"""What the facts of a letter add to its work items: who acts, until when, with what figures, how firmly."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from dafu.lexicon import Lexicon
from dafu.parse.items.actors import find_actors
from dafu.parse.items.aspect import has_perfect, is_conditional
from dafu.parse.items.items import ADVISED
from dafu.parse.items.refusal import find_refusal
from dafu.parse.items.sentences import CLAUSE_END, own_commitments, without_enclosed
from dafu.parse.items.strength import SLOGAN, SOFT, judge_strength
from dafu.records.base import Span
from dafu.records.facts import CitedDocument, Entity, Figure, Period
from dafu.records.letter import Letterhead
from dafu.records.outline import Deadline, Measure, NextStep

_Item = TypeVar("_Item", bound=Measure)
_STOP = re.compile("[。！？\\n]")
_EVERY = ("每年", "逐年", "每", "历年")
"""每年11月至次年3月 comes again and again."""
_SUPPOSED = re.compile("如(?!期)|若|假如|倘")
"""如2024年6月底仍未获批 sets no time to act."""
_TO_COME = ("target", "forecast")


class Facts(NamedTuple):
    """What was found in the letter besides its items."""

    letterhead: Letterhead
    periods: tuple[Period, ...] = ()
    figures: tuple[Figure, ...] = ()
    documents: tuple[CitedDocument, ...] = ()
    entities: tuple[Entity, ...] = ()
    letter_date: str | None = None
    """ISO date of the letter at the precision known; a time before it is no deadline."""


def judge_items(
    measures: tuple[Measure, ...], next_steps: tuple[NextStep, ...], facts: Facts, lexicon: Lexicon
) -> tuple[tuple[Measure, ...], tuple[NextStep, ...]]:
    """The items with actors, figure and document ids; next steps with deadline and strength as well."""
    return (
        tuple(_with_facts(item, facts, lexicon) for item in measures),
        tuple(_judged(_with_facts(item, facts, lexicon), facts, lexicon) for item in next_steps),
    )


def _with_facts(item: _Item, facts: Facts, lexicon: Lexicon) -> _Item:
    actors = find_actors(
        item.raw,
        item.span[0],
        letterhead=facts.letterhead,
        entities=facts.entities,
        words=lexicon.items.actors,
    )
    figure_ids = tuple(figure.id for figure in facts.figures if _inside(figure.span, item.span))
    document_ids = tuple(document.id for document in facts.documents if _inside(document.span, item.span))
    return item.model_copy(update={"actors": actors, "figure_ids": figure_ids, "document_ids": document_ids})


def _judged(item: NextStep, facts: Facts, lexicon: Lexicon) -> NextStep:
    """A refusal commits to nothing: it has no deadline, and its strength is that of a slogan."""
    if item.status == "refused":
        return item.model_copy(update={"strength": SLOGAN})
    if item.rule == ADVISED:
        return item.model_copy(update={"strength": SOFT})
    said = _without_marker(item)
    deadline = _deadline(item, said, facts, lexicon)
    quantity = any(figure.status in _TO_COME and _inside(figure.span, item.span) for figure in facts.figures)
    strength = judge_strength(said, lexicon.items, quantity=quantity, deadline=deadline is not None)
    return item.model_copy(update={"deadline": deadline, "strength": strength})


def _without_marker(item: NextStep) -> str:
    """The item with stops for its marker: as long as it was, and its first clause begins behind the marker."""
    marker = item.marker or ""
    return f"{'。' * len(marker)}{item.raw[len(marker) :]}"


def _deadline(item: NextStep, said: str, facts: Facts, lexicon: Lexicon) -> Deadline | None:
    """The latest time by or in which the writer means to act; none from what is past, done, others' words
    or advice to others: the writer does not commit to that (contract, "deadline")."""
    own = own_commitments(without_enclosed(said), lexicon.items)
    binding = [
        period
        for period in facts.periods
        if _inside(period.span, item.span) and _binds(period, item, own, facts, lexicon)
    ]
    found = [period for period in binding if not _is_frame(period, binding, own, item.span[0])]
    if not found:
        return None
    last = max(found, key=_lateness)
    return Deadline(
        raw=last.raw,
        span=last.span,
        rule="commitments.deadline",
        start=last.start if last.kind != "by" else None,
        end=last.end,
    )


def _lateness(period: Period) -> tuple[str, int, bool]:
    """Sorts times by the day on which the writer must have acted: a beginning counts from its first day."""
    day = period.start if period.kind == "since" else _last_day(period.end)
    return day or "", len(period.end or ""), period.kind == "by"


def _is_frame(period: Period, others: list[Period], own: str, start: int) -> bool:
    """Whether a time only frames a nearer one in its sentence: 2024年, before 6月底前完成."""
    return period.kind == "during" and any(
        period.span[1] <= other.span[0]
        and len(other.end or "") > len(period.end or "")
        and (period.start or "") <= (other.end or "") <= _last_day(period.end)
        and not _STOP.search(own, period.span[1] - start, other.span[0] - start)
        for other in others
    )


def _binds(period: Period, item: NextStep, own: str, facts: Facts, lexicon: Lexicon) -> bool:
    """Whether a time limits the item: 9月31日前 does, though no calendar has it.

    A beginning does where it lies ahead, for the act is due on it (自2025年1月1日起实施), unless it hangs on
    something: 经批准后2025年起执行. Beside something done only one ahead does (已上报为2024年改造项目), beside a
    refusal none: 暂不纳入本年度计划.
    """
    if not _may_bind(period, facts.letter_date, lexicon.periods.seasons):
        return False
    at = period.span[0] - item.span[0]
    ahead = facts.letter_date is not None and (period.start or "") > facts.letter_date
    if own[at] == "_" or own[:at].endswith(_EVERY):
        return False
    start = max(own.rfind(mark, 0, at) for mark in CLAUSE_END) + 1
    end = min((stop for mark in CLAUSE_END if (stop := own.find(mark, at)) >= 0), default=len(own))
    if _SUPPOSED.match(own, start):
        return False
    sentence = max((stop.end() for stop in _STOP.finditer(own, 0, at)), default=0)
    hangs = period.kind == "since" and is_conditional(own[sentence:end], lexicon.items)
    if hangs or find_refusal(own[start:end], lexicon.items.refusal, role="plan") is not None:
        return False
    return ahead or not has_perfect(own[start:end], lexicon.items)


def _may_bind(period: Period, letter_date: str | None, seasons: Mapping[str, int]) -> bool:
    """Whether a time has an end, or a beginning, that is not over when the letter is written."""
    if period.kind == "since":
        return _begins_later(period, letter_date, seasons)
    if period.kind == "as_of" or (period.end is None and period.kind == "during"):
        return False
    return None in (letter_date, period.end) or _last_day(period.end) >= (letter_date or "")


def _begins_later(period: Period, letter_date: str | None, seasons: Mapping[str, int]) -> bool:
    """Whether a beginning lies after the letter; 2024年秋季学期起 begins with the season's month."""
    start = period.start
    if start is None or letter_date is None:
        return False
    month = next((month for season, month in seasons.items() if season in period.raw), None)
    first = f"{start}-{month:02}" if month and len(start) == 4 else start
    known = min(len(first), len(letter_date))
    return first[:known] > letter_date[:known]


def _last_day(date: str | None) -> str:
    """The last day that a date of any precision may mean, as a string that sorts: 2024 is 2024-12-31."""
    parts = (date or "0000").split("-")
    return "-".join((*parts, *("12", "31")[len(parts) - 1 :]))


def _inside(part: Span, whole: Span) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]
