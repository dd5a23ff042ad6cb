"""时间: the words around a time that make it a deadline, a beginning, an as-of date or a stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import PeriodPhrases
from dafu.parse.periods.points import CONNECTOR, Point
from dafu.records.facts import PeriodKind

_CALENDAR = ("year", "relative", "antecedent", "yearless", "month_word", "day_only")
_BY_THEMSELVES = ("vague", "last", "coming", "spent", "ago", "school_year", "quarter_word")
"""Forms that need no frame and take none."""
_BETWEEN = re.compile("之?间")
_REACH = 12
"""Characters before a time in which its frame word may stand."""


class Framed(NamedTuple):
    """A time with its frame: `text[start:end]` is all of it."""

    start: int
    end: int
    kind: PeriodKind
    first: Point
    last: Point
    """The later end of a stretch; else `first` again."""
    printed_until: bool
    """Whether 到 or 至 leads it; if it is past, facts are counted up to it."""


def framed_times(text: str, points: Sequence[Point], phrases: PeriodPhrases) -> Iterator[Framed]:
    """The times of folded text with their frames; bases of comparison and what recurs are left out."""
    at = 0
    while at < len(points):
        framed, used = _framed(text, points, at, phrases)
        at += used
        if framed is not None:
            yield framed


def _framed(text: str, points: Sequence[Point], at: int, phrases: PeriodPhrases) -> tuple[Framed | None, int]:
    point = points[at]
    after = points[at + 1] if at + 1 < len(points) else None
    before = text[max(0, point.start - _REACH) : point.start]
    lead = _lead(phrases).search(before)
    if after and (stretch := _stretch(text, point, after, lead, phrases)):
        return stretch, 2
    if _is_compared(text, point, before, phrases) or _recurs(point, before, phrases):
        return None, 1
    if point.form == "day_only" and not before.endswith(("、", "和", "及")) and point.start > 0:
        return None, 1
    begin = point.start - len(lead.group()) if lead else point.start
    return _single(text, point, begin, lead.lastgroup if lead else None, phrases), 1


def _single(text: str, point: Point, begin: int, lead: str | None, phrases: PeriodPhrases) -> Framed:
    whole = Framed(begin if lead != "since" else point.start, point.end, "during", point, point, False)
    if point.form in _BY_THEMSELVES:
        return whole._replace(start=point.start)
    if point.form == "now":
        return whole._replace(kind="as_of", end=_up_to(text, point.end))
    if point.form == "congress" or point.tail == "以来":
        return whole._replace(kind="since")
    before = _before(phrases).match(text, point.end)
    if before or point.form in ("season", "within") or point.tail == "内":
        return whole._replace(kind="by", end=before.end() if before else point.end)
    if lead == "as_of":
        return whole._replace(kind="as_of")
    return _led(text, whole, begin, lead, phrases)


def _led(text: str, whole: Framed, begin: int, lead: str | None, phrases: PeriodPhrases) -> Framed:
    """到2025年, 自2019年实施以来, 2016年至今."""
    point = whole.first
    if lead == "until" and not text.startswith("的", point.end):  # 提高到2022年的6%
        return whole._replace(kind="by", printed_until=True, end=_up_to(text, point.end))
    if lead == "since" and point.first.year != point.last.year:  # 从2015年至2020年
        return whole._replace(start=begin)
    now = _to_now(phrases).match(text, point.end)
    if now:
        return whole._replace(start=begin, end=now.end())
    beginning = _beginning(phrases, lead == "since").match(text, point.end)
    if beginning:
        return whole._replace(start=begin, kind="since", end=beginning.end())
    stock = text[point.end - 1] in "底末" and _stock(phrases).match(text, point.end)
    return whole._replace(kind="as_of") if stock else whole


def _up_to(text: str, end: int) -> int:
    """End with 为止 taken in: 到目前为止."""
    return end + 2 if text.startswith("为止", end) else end


def _stretch(
    text: str, first: Point, last: Point, lead: re.Match[str] | None, phrases: PeriodPhrases
) -> Framed | None:
    """从2016年首届…截止目前, 2021年至2023年, 3月至5月, 2007年与2009年之间, 9月1日开学前."""
    if first.form not in (*_CALENDAR, "plan", "congress"):
        return None
    gap = text[first.end : last.start]
    since = lead is not None and lead.lastgroup == "since"
    begin = first.start - (len(lead.group()) if lead and since else 0)
    if last.form == "season" and not gap:
        before = _before(phrases).match(text, last.end)
        return Framed(first.start, before.end() if before else last.end, "by", first, first, False)
    whole = Framed(begin, last.end, "during", first, last, False)
    if last.form == "now":  # but 截至上月末，截至目前 are two dates
        counted = lead is not None and lead.lastgroup == "as_of"
        return whole if not counted and _reaches_now(text, gap, last, since, phrases) else None
    if last.form not in (*_CALENDAR, "plan"):
        return None
    between = re.fullmatch("[和与至到及]", gap) and _BETWEEN.match(text, last.end)
    if between:
        return whole._replace(end=between.end())
    return whole if re.fullmatch(rf"(?:起|开始)?{CONNECTOR}", gap) else None


def _reaches_now(text: str, gap: str, now: Point, since: bool, phrases: PeriodPhrases) -> bool:
    """Whether 目前 or 至今 ends a stretch that began before the gap; after 从 with words between."""
    until_now = text.startswith(("至今", "迄今"), now.start)
    if re.fullmatch(rf"(?:开始|以来|起)?,?(?:{any_of(phrases.as_of)}|{CONNECTOR})?", gap):
        return bool(gap.strip(",")) or until_now
    closes = re.search(rf"(?:{any_of(phrases.as_of)}|到|至)$", gap) or until_now
    return bool(since and closes and re.fullmatch(r"[^,。;:\n]{0,24}", gap))


def _is_compared(text: str, point: Point, before: str, phrases: PeriodPhrases) -> bool:
    """较上年, 比去年同期: the base of a comparison."""
    if point.form not in ("relative", "month_word") or point.shift >= 0:
        return False
    if _compared(phrases).match(text, point.end):
        return True
    return before.endswith(phrases.comparing) and text[point.start : point.end] in phrases.comparable


def _recurs(point: Point, before: str, phrases: PeriodPhrases) -> bool:
    return point.form in ("yearless", "season", "day_only") and before.endswith(phrases.recurring)


@cache
def _lead(phrases: PeriodPhrases) -> re.Pattern[str]:
    blocked = "".join(f"(?<!{re.escape(word)})" for word in phrases.not_before_until)
    return re.compile(
        rf"(?:(?P<as_of>{any_of(phrases.as_of)})|{blocked}(?P<until>{any_of(phrases.until)})|(?P<since>{any_of(phrases.since)}))$"
    )


@cache
def _before(phrases: PeriodPhrases) -> re.Pattern[str]:
    events = rf"(?:[^,。;:\n\d的]{{0,6}}(?:{any_of(phrases.events)})(?=前|之前|以前))?"
    return re.compile(
        rf"{events}[,]?(?:[(][^()]{{1,8}}[)])?(?:或|及|和)?(?:{any_of(phrases.before)})(?!{any_of(phrases.not_after_before)}|\d|[一二三四五六七八九十]个?[季月批名])"
    )


@cache
def _beginning(phrases: PeriodPhrases, led: bool) -> re.Pattern[str]:
    """以来, 起, 之后 right after a time; after 自 also with a few words between."""
    not_after = any_of(phrases.not_after_after)
    near = rf"(?:或|及|和)?(?:以来|起(?![来到步草点初义诉重伏降])|开始(?!前)|(?:{any_of(phrases.after)})(?!{not_after}))"
    if not led:
        return re.compile(near)
    return re.compile(
        rf"{near}|[^,。;:\n的]{{0,20}}?(?:{any_of(phrases.beginning)})(?![来到步草点初义诉重伏降])|(?![的到至底末]|{CONNECTOR})(?=$|[,。;])"
    )


@cache
def _stock(phrases: PeriodPhrases) -> re.Pattern[str]:
    """2022年底，全县共有…: a stock counted at the end of a year."""
    return re.compile(rf",?[\u4e00-\u9fff]{{0,10}}?(?:{any_of(phrases.stock)})")


@cache
def _to_now(phrases: PeriodPhrases) -> re.Pattern[str]:
    return re.compile(rf"(?:起|以来)?,?(?:{any_of(phrases.to_now)})")


@cache
def _compared(phrases: PeriodPhrases) -> re.Pattern[str]:
    return re.compile(rf"(?:的)?(?:{any_of(phrases.compared)})")
