"""时间: the periods and dates that the letter's facts and promises hold for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from dafu.forms.book_marks import marked_titles
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import PeriodPhrases
from dafu.parse.periods.calendar import Context, Resolved, resolve
from dafu.parse.periods.frames import Framed, framed_times
from dafu.parse.periods.points import Point, time_points
from dafu.records.base import Span
from dafu.records.facts import Period
from dafu.records.letter import Closing, Letterhead
from dafu.records.outline import Section
from dafu.text import Folded, fold

_PLANNING = ("plan", "request")
_CLAUSE = re.compile(r"[,。;:\n]")
_STOP = re.compile(r"[。!?\n]")
_NAMED_NUMBER = re.compile(r"度?(?:第?\d{1,4}号(?!楼|线|路|院|机)|[^,。;\n届会议到至前]{0,12}第[\d、—-]+号)")
_TABLE_TITLE = re.compile(r"[^,。;:!?\t]{4,40}(?:表|清单|名单|目录|台账|一览)")
_TOLD = re.compile("[了过]|已")
"""What makes a report of a clause, even in a section that is a plan."""
_SHORT_HEADING, _MARKER = 16, 5
_REMARK = re.compile(r"[》”\"][(〔\[][^()\n]{0,12}$")


class _Stretch(NamedTuple):
    """A paragraph range, folded, and where it begins in the letter."""

    folded: Folded
    start: int


def find_periods(
    letter: LetterText,
    *,
    apart: str,
    sections: tuple[Section, ...],
    letter_date: str | None,
    lexicon: Lexicon,
) -> tuple[Period, ...]:
    """The times named in the body and its attachments, in reading order.

    `apart` is the letter's text with its markers kept apart from the numbers behind them (`markers_apart`).
    `letter_date` is the ISO date of signing, the year of the document number for an undated letter, or
    `None`; what is relative to it has no ends then. Left out: the letter's own date, dates inside titles and
    document numbers, the base of a comparison (较上年, 比去年同期), what recurs (每年3月), and durations.
    """
    words = lexicon.periods
    roles = _Roles(sections)
    found: list[Period] = []
    for stretch in _stretches(letter, apart):
        text = stretch.folded.text
        points = [point for point in time_points(text, words) if not _is_name(text, point, words.words)]
        points = _outside(points, text)
        seen: list[tuple[Framed, Resolved]] = []
        for framed in framed_times(text, points, words.words):
            if seen and framed.start < seen[-1][0].end:
                continue  # words around the time before reach over it: 自2023年2023年以来
            role = roles.at(stretch.start + stretch.folded.origin[framed.start])
            context = _context(text, framed, seen, letter_date=letter_date, role=role, phrases=words.words)
            resolved = resolve(framed, context)
            if resolved is None:
                continue
            seen.append((framed, resolved))
            span = _span(stretch, framed)
            raw = letter.text[slice(*span)]
            if _is_own_date(letter, span, resolved, letter_date):
                continue
            found.append(
                Period(
                    id=f"p{len(found) + 1}",
                    raw=raw,
                    span=span,
                    rule=f"periods.{framed.first.form}",
                    kind=resolved.kind,
                    start=resolved.start,
                    end=resolved.end,
                    anchor=resolved.anchor,
                )
            )
    return tuple(found)


def date_of_letter(letterhead: Letterhead, closing: Closing) -> str | None:
    """ISO date of signing; the year of the document number for an undated letter; else `None`."""
    if closing.document_date is not None and closing.document_date.date is not None:
        return closing.document_date.date
    number = letterhead.document_number
    return f"{number.year:04}" if number is not None and number.year is not None else None


def _stretches(letter: LetterText, text: str) -> Iterator[_Stretch]:
    """The paragraphs of body and attachments in `text`; neighbours together, so that 当年 finds its year."""
    paragraphs = letter.in_zone("body", "attachment")
    start = end = None
    for paragraph in paragraphs:
        if end is not None and paragraph.span[0] == end + 1:
            end = paragraph.span[1]
            continue
        if start is not None and end is not None:
            yield _Stretch(fold(text[start:end]), start)
        start, end = paragraph.span
    if start is not None and end is not None:
        yield _Stretch(fold(text[start:end]), start)


def _span(stretch: _Stretch, framed: Framed) -> Span:
    start, end = stretch.folded.span(framed.start, framed.end)
    return stretch.start + start, stretch.start + end


def _outside(points: list[Point], text: str) -> list[Point]:
    """The times that stand in no title and in no remark after one: 《…规划》（2021—2035年）."""
    titles = [(title.start, title.end) for title in marked_titles(text)]
    starts = [start for start, _ in titles]
    kept = []
    for point in points:
        at = bisect_right(starts, point.start) - 1
        if at >= 0 and point.start < titles[at][1]:
            continue
        if _REMARK.search(text, max(0, point.start - 16), point.start):
            continue
        kept.append(point)
    return kept


def _is_name(text: str, point: Point, phrases: PeriodPhrases) -> bool:
    """2021年第40号令, 2035年远景目标, 目前工作进展 in a heading, 2024年项目表 above a table: names, no times."""
    if point.form not in ("year", "now"):
        return False
    start, end = text.rfind("\n", 0, point.start) + 1, text.find("\n", point.end)
    line = text[start : end if end >= 0 else len(text)]
    if point.form == "now":
        heading = len(line.split("。")[0]) <= _SHORT_HEADING and point.start - start <= _MARKER
        return heading and text.startswith(phrases.headed, point.end)
    return bool(
        _NAMED_NUMBER.match(text, point.end)
        or _naming(phrases).match(text, point.end)
        or _TABLE_TITLE.fullmatch(line)
    )


def _is_own_date(letter: LetterText, span: Span, resolved: Resolved, letter_date: str | None) -> bool:
    """The date of signing, printed at the end of the last paragraph or alone in one."""
    if letter_date is None or resolved.start != letter_date or resolved.end != letter_date:
        return False
    for paragraph in letter.in_zone("body", "attachment"):
        start, end = paragraph.span
        if start <= span[0] and span[1] <= end:
            before, after = letter.text[start : span[0]].rstrip(), letter.text[span[1] : end].strip()
            return not after and (not before or before[-1] in "。！!.；;" or len(before) <= 30)
    return False


class _Roles:
    """The role of the section that an offset belongs to."""

    def __init__(self, sections: tuple[Section, ...]) -> None:
        ordered = sorted(sections, key=lambda section: section.own_span)
        self._starts = [section.own_span[0] for section in ordered]
        self._roles = [section.role for section in ordered]

    def at(self, offset: int) -> str:
        place = bisect_right(self._starts, offset) - 1
        return self._roles[place] if place >= 0 else "unknown"


def _context(
    text: str,
    framed: Framed,
    seen: list[tuple[Framed, Resolved]],
    *,
    letter_date: str | None,
    role: str,
    phrases: PeriodPhrases,
) -> Context:
    """What is known around a time: the letter's date, the year named last, whether it is still to come."""
    sentence = max(
        (stop.end() for stop in _STOP.finditer(text, max(0, framed.start - 300), framed.start)), default=0
    )
    paragraph = text.rfind("\n", 0, framed.start) + 1
    antecedent = None
    for other, resolved in reversed(seen):
        if other.start < paragraph:
            break
        if resolved.named is not None:
            antecedent = resolved.named
            same_sentence = other.start >= sentence
            opens = other.end <= framed.start and (
                resolved.named.month is not None or text[other.end : other.end + 1] in ",、"
            )
            return Context(
                letter_date, antecedent, same_sentence and opens, _to_come(text, framed, role, phrases)
            )
    return Context(letter_date, None, False, _to_come(text, framed, role, phrases))


def _to_come(text: str, framed: Framed, role: str, phrases: PeriodPhrases) -> bool:
    """Whether the time lies ahead: a plan's word stands before it, or a deadline without 已 after it."""
    lead = _CLAUSE.split(text[max(0, framed.start - 14) : framed.start])[-1]
    rest = _CLAUSE.split(text[framed.end : framed.end + 16])[0]
    if _done(phrases).search(lead) or rest.startswith(phrases.done):
        return False
    if _planned(phrases).search(lead) or rest.startswith(phrases.planned):
        return True
    told = _CLAUSE.split(text[framed.end : framed.end + 48])[0]
    return framed.kind == "by" or (role in _PLANNING and not _TOLD.search(told))


@cache
def _naming(phrases: PeriodPhrases) -> re.Pattern[str]:
    return re.compile(rf"(?:中央|省委|市委)?(?:{any_of(phrases.not_after_year)})")


@cache
def _planned(phrases: PeriodPhrases) -> re.Pattern[str]:
    return re.compile(any_of(phrases.planned))


@cache
def _done(phrases: PeriodPhrases) -> re.Pattern[str]:
    return re.compile(any_of(phrases.done))
