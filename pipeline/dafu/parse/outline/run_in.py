"""Run-in marks: 一是…二是…, 第一，, 首先…其次…, 其一, 一方面…另一方面…, 发展规划方面，.

None of them marks alone: 统一是, 首先感谢 or 各方面 stand in no series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dafu.forms.numerals import counter_value
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon.vocabularies import OutlineWords
from dafu.parse.outline.marks import Mark

_NUMERAL = "(?:十[一二三四五]|[一二三四五六七八九十])"
_STOPS = "。；;！!？?：:.．"
_GAP = 2
_LAST = 99
"""Ordinal of 最后 until its place in the series is known."""


class _Found(NamedTuple):
    start: int
    end: int
    raw: str
    family: str
    ordinal: int | None
    paragraph: int
    at_start: bool
    after_stop: bool
    """A stop, or nothing, stands before it."""
    after_comma: bool


def find_run_ins(
    letter: LetterText, body: Sequence[int], counters: Sequence[Mark], words: OutlineWords
) -> tuple[Mark, ...]:
    """The run-in marks, in reading order; a series stays inside the numbered item it begins in."""
    taken = {at for mark in counters for at in (mark.start, mark.end)}
    found = [
        each for number in body for each in _in_paragraph(letter, number, words) if each.start not in taken
    ]
    marks: list[Mark] = []
    series = 1 + max((mark.series for mark in counters), default=-1)
    for family, continues in _FAMILIES.items():
        members = [each for each in found if each.family == family]
        for run in _runs(members, counters, continues):
            if _is_series(run):
                marks += [_mark(each, at, series) for at, each in enumerate(run)]
                series += 1
    return _without_overlaps(marks)


def _mark(found: _Found, at: int, series: int) -> Mark:
    return Mark(
        start=found.start,
        end=found.end,
        raw=found.raw,
        family=found.family,
        level=None,
        ordinal=at + 1 if found.family == "sequence" else found.ordinal,
        paragraph=found.paragraph,
        at_start=found.at_start,
        series=series,
    )


def _in_paragraph(letter: LetterText, number: int, words: OutlineWords) -> Iterator[_Found]:
    paragraph = letter.paragraphs[number]
    if paragraph.in_table:
        return
    raw, offset = letter.raw(paragraph), paragraph.span[0]
    for family, pattern in _patterns(words):
        for match in pattern.finditer(raw):
            before = raw[: match.start()].rstrip(" ”』」")
            after_stop = not before or before[-1] in _STOPS
            after_comma = before[-1:] in ("，", ",", "、")
            if not (after_stop or after_comma) and (
                family != "counted" or before.endswith(words.never_before_counted)
            ):
                continue
            yield _Found(
                start=offset + match.start(),
                end=offset + match.end(),
                raw=match.group(),
                family=family,
                ordinal=_ordinal(match, words),
                paragraph=number,
                at_start=not before,
                after_stop=after_stop,
                after_comma=after_comma,
            )
    yield from _aspects(raw, offset, number, words)


def _aspects(raw: str, offset: int, number: int, words: OutlineWords) -> Iterator[_Found]:
    """The clauses that end in 方面 and a comma: 发展规划方面，; 在资金保障方面，."""
    for match in _aspect(words).finditer(raw):
        clause = match["clause"]
        before = raw[: match.start()].rstrip()
        if clause.endswith(words.never_aspect) or before[-1:] in ("、", "）"):
            continue
        after_stop = not before or before[-1] in _STOPS
        yield _Found(
            start=offset + match.start(),
            end=offset + match.end(),
            raw=match.group(),
            family="aspect",
            ordinal=None,
            paragraph=number,
            at_start=not before,
            after_stop=after_stop,
            after_comma=not after_stop and not before.endswith(_connected(words)),
        )


@cache
def _connected(words: OutlineWords) -> tuple[str, ...]:
    return tuple(f"{word}{comma}" for word in words.connectives for comma in "，,")


def _ordinal(match: re.Match[str], words: OutlineWords) -> int | None:
    groups = match.groupdict()
    if groups.get("n"):
        return counter_value(groups["n"])
    word = groups.get("word")
    if word is None:
        return None
    if word in words.first or word in words.one_side:
        return 1
    if word in words.last:
        return _LAST
    return None if word in words.middle else 2


def _runs(
    found: Sequence[_Found], counters: Sequence[Mark], continues: Callable[[_Found, _Found], bool]
) -> Iterator[list[_Found]]:
    run: list[_Found] = []
    for each in found:
        if run and continues(run[-1], each) and not _parted(run[0], each, counters):
            run.append(each)
            continue
        if run:
            yield run
        run = [each]
    if run:
        yield run


def _parted(first: _Found, each: _Found, counters: Sequence[Mark]) -> bool:
    """Whether the numbered item that `first` stands in ends before `each`."""
    inside = [mark for mark in counters if mark.start < first.start]
    between = [mark for mark in counters if first.start < mark.start < each.start]
    if not between:
        return False
    level = _level(inside[-1]) if inside else None
    if level is None:
        return any(mark.at_start for mark in between)
    return any(_level(mark) <= level for mark in between)


def _level(mark: Mark) -> int:
    return 9 if mark.level is None else mark.level


def _is_series(run: Sequence[_Found]) -> bool:
    if len(run) < 2:
        return False
    first = run[0]
    if first.family == "aspect":
        return sum(each.after_stop for each in run) >= (1 if first.after_comma else 2)
    if first.family == "counted":
        return any(each.after_stop or each.after_comma for each in run)
    if first.family == "sides":
        return all(each.after_stop for each in run)
    if first.family == "sequence":
        return first.ordinal == 1
    return True


def _counts_on(before: _Found, each: _Found) -> bool:
    if before.ordinal is None or each.ordinal is None:
        return False
    return each.ordinal > 1 and 0 <= each.ordinal - before.ordinal <= _GAP


def _goes_on(before: _Found, each: _Found) -> bool:
    return each.ordinal != 1 and before.ordinal != _LAST


def _other_side(before: _Found, each: _Found) -> bool:
    return (each.ordinal == 2 or before.raw == each.raw) and each.paragraph - before.paragraph <= 1


def _another_aspect(before: _Found, each: _Found) -> bool:
    return each.paragraph - before.paragraph <= 1 and not each.after_comma and before.raw != each.raw


_FAMILIES: dict[str, Callable[[_Found, _Found], bool]] = {
    "counted": _counts_on,
    "of_these": _counts_on,
    "ordinal": _counts_on,
    "sequence": _goes_on,
    "sides": _other_side,
    "aspect": _another_aspect,
}


def _without_overlaps(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    kept: list[Mark] = []
    for mark in sorted(marks):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


@cache
def _patterns(words: OutlineWords) -> tuple[tuple[str, re.Pattern[str]], ...]:
    stop = r"[，,：:、]?"
    sequence = any_of(words.first, words.middle, words.last)
    never = any_of(words.never_after_sequence)
    return (
        ("counted", re.compile(rf"(?P<n>{_NUMERAL})(?:{any_of(words.counted_verbs)}){stop}(?!一[、，,]二|否|非)")),
        ("of_these", re.compile(rf"(?:{any_of(words.counting_words)})(?P<n>{_NUMERAL})(?:是)?{stop}(?!中)")),
        ("ordinal", re.compile(rf"(?:{any_of(words.counting_ordinals)})(?P<n>{_NUMERAL})(?:[，,：:、]|是[，,：:]?)(?!第)")),
        ("sequence", re.compile(rf"(?P<word>{sequence})(?:是|要)?+{stop}+(?!{never})")),
        ("sides", re.compile(rf"(?P<word>{any_of(words.other_side)}){stop}")),
    )  # fmt: skip


@cache
def _aspect(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\s，,。；;：:！!？?、）])(?P<clause>[^\s，,。；;：:！!？?]{{1,24}}?(?:{any_of(words.aspects)}))[，,：:]"
    )
