"""Marks that GB/T 9704 does not know, at the start of paragraphs: bullets (●), letters (a.), decimals (1.1).

Each marks only in a series of two at least; an item's level is its parent's + 1 (contract: levels are fixed for
一、（一）1.（1）① alone). `1.1倍` and `1.1前` that a line begins with are no marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon.vocabularies import OutlineWords
from dafu.parse.outline.marks import Mark

_BEGINS = r"(?=[\u4e00-\u9fff“\"《（(*]|(?:19|20)\d\d\s*年)"
_LETTER = re.compile(rf"\s*(?P<mark>(?P<n>[A-Za-z])[.．、)）]|[(（](?P<in>[A-Za-z])[)）])\s*{_BEGINS}")
_DECIMAL = re.compile(
    rf"\s*(?P<mark>(?P<above>\d{{1,2}}(?:[.．]\d{{1,2}}){{0,2}})[.．](?P<n>\d{{1,2}})[.．、]?)\s*{_BEGINS}"
)
_FIGURE = re.compile(
    r"[万亿千百]?(?:倍|成|%|‰|个百分点|元|吨|亩|公里|平方|立方|公顷|余|多)|[万亿][户人家个件台只株]|至|到|前|以"
)
_ENDS_A_LINE = re.compile(r"[。；;：:！!？?]\s*$")
_SHORT_LINE = 30
"""Characters: a longer line without a stop at its end is no heading; what follows goes on with it."""
_RANK = {"decimal": 4, "letter": 8, "bullet": 9}


class _Found(NamedTuple):
    mark: Mark
    series: str
    """What marks of one series share: the glyph, the shape of a letter's brackets, the number above."""
    sure: bool
    """What follows makes no figure or date of it."""


def find_listed(
    letter: LetterText, body: Sequence[int], counters: Sequence[Mark], words: OutlineWords
) -> tuple[Mark, ...]:
    """The marks of lists, in reading order; a series stays inside the numbered item it begins in."""
    opened = {mark.paragraph: mark for mark in counters if mark.at_start}
    found = [each for number in body if number not in opened for each in _in_paragraph(letter, number, words)]
    marks: list[Mark] = []
    number = 1 + max((mark.series for mark in counters), default=-1)
    for run in _runs(found, counters):
        if len(run) > 1 and (all(each.sure for each in run) or _counted_above(run[0], opened)):
            marks += [each.mark._replace(series=number) for each in run]
            number += 1
    return tuple(sorted(marks))


def _in_paragraph(letter: LetterText, number: int, words: OutlineWords) -> Iterator[_Found]:
    paragraph = letter.paragraphs[number]
    if paragraph.in_table:
        return
    raw = letter.raw(paragraph)
    if match := _bullet(words).match(raw):
        yield _Found(_mark(letter, number, match, "bullet"), match["mark"], True)
    elif match := _LETTER.match(raw):
        ordinal = ord((match["n"] or match["in"]).lower()) - ord("a") + 1
        mark = _mark(letter, number, match, "letter")._replace(ordinal=ordinal)
        yield _Found(mark, re.sub("[A-Z]", "A", re.sub("[a-z]", "a", match["mark"])), True)
    elif (
        (match := _DECIMAL.match(raw))
        and _begins_line(letter, number)
        and not _FIGURE.match(raw, match.end())
    ):
        sure = _measured(words).match(raw, match.end()) is None
        depth = match["mark"].count(".") + match["mark"].count("．")
        mark = _mark(letter, number, match, "decimal")
        mark = mark._replace(level=_RANK["decimal"] + depth - 1, ordinal=int(match["n"]))
        yield _Found(mark, match["above"], sure)


def _mark(letter: LetterText, number: int, match: re.Match[str], family: str) -> Mark:
    offset = letter.paragraphs[number].span[0]
    return Mark(
        start=offset + match.start("mark"),
        end=offset + match.end(),
        raw=match["mark"],
        family=family,
        level=_RANK[family],
        ordinal=None,
        paragraph=number,
        at_start=True,
        series=-1,
        relative=True,
    )


def _begins_line(letter: LetterText, number: int) -> bool:
    """Whether the line before has ended: 增长 ⏎ 1.1倍 is a line broken inside."""
    if number == 0:
        return True
    before = letter.raw(letter.paragraphs[number - 1])
    if _ENDS_A_LINE.search(before):
        return True
    return len(before) <= _SHORT_LINE and not re.search("[，,]", before)


def _runs(found: Sequence[_Found], counters: Sequence[Mark]) -> Iterator[list[_Found]]:
    """Marks that go on with one another; what stands deeper may come between, no counter above may."""
    open_runs: list[list[_Found]] = []
    for each in found:
        run = next((run for run in reversed(open_runs) if _goes_on(run[-1], each)), None)
        if run is not None and not _parted(run[0].mark, each.mark, counters):
            run.append(each)
        elif each.mark.ordinal in (None, 1):
            open_runs.append([each])
    yield from open_runs


def _goes_on(last: _Found, each: _Found) -> bool:
    if (last.mark.family, last.series) != (each.mark.family, each.series):
        return False
    return each.mark.ordinal is None or each.mark.ordinal == (last.mark.ordinal or 0) + 1


def _parted(first: Mark, each: Mark, counters: Sequence[Mark]) -> bool:
    """Whether the numbered item that a list begins in ends before `each`."""
    inside = next((mark.level for mark in reversed(counters) if mark.start < first.start), None)
    return any(
        mark.at_start and (inside is None or (mark.level or 0) <= inside)
        for mark in counters
        if first.start < mark.start < each.start
    )


def _counted_above(first: _Found, opened: dict[int, Mark]) -> bool:
    """Whether a decimal goes on with the number of the item it stands in: 1.1 below 1. or 一、."""
    above = [mark for number, mark in opened.items() if number < first.mark.paragraph]
    return any(str(mark.ordinal) == first.series for mark in above[-2:])


@cache
def _bullet(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<mark>{any_of(words.bullets)})\s*{_BEGINS}")


@cache
def _measured(words: OutlineWords) -> re.Pattern[str]:
    return re.compile(any_of(words.units_after_decimals))
