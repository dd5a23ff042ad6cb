"""Calendar dates as printed: `2023年7月1日`, `二〇二三年五月十二日`, `2023.5.12`, `6月20日`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from dafu.forms.numerals import counter_value

_B = r"[^\S\n]{0,6}"
"""Blanks that layout or an unfilled template leaves between the parts of a date."""
_HAN_YEAR = r"[一二][九〇○零Oo0][〇○零Oo0一二三四五六七八九]{2}"
CUT_HAN_YEAR = "[一二][〇○零][〇○零一二三四五六七八九]"
"""二〇二年: a numeral of the year is missing; a number of years would be 二百零二年."""
_PART = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_FULL = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}}|{_HAN_YEAR}){_B}年"
    rf"(?:{_B}(?P<month>{_PART})?{_B}月(?:份|(?:{_B}(?P<day>{_PART})?{_B}[日号])(?!\d))?)?"
)
_SEPARATED = re.compile(
    r"(?<![\d.．/\-－—–])(?P<year>\d{4})[^\S\n]?(?P<separator>[.．/／\-－—–])[^\S\n]?"
    r"(?P<month>\d{1,2})[^\S\n]?(?P=separator)[^\S\n]?(?P<day>\d{1,2})(?:日|(?![\d.．]))"
)
_YEARLESS = re.compile(
    rf"(?<![\d一二三四五六七八九十廿卅])(?P<month>{_PART}){_B}月{_B}(?P<day>{_PART}){_B}[日号](?!\d)"
)
_YEARS = range(1900, 2100)


class PrintedDate(NamedTuple):
    """A date as it stands in a text; a part that is not printed is `None`."""

    raw: str
    span: tuple[int, int]
    year: int | None
    month: int | None
    day: int | None

    @property
    def possible(self) -> bool:
        """Whether the calendar has it; a day without a year may be 29 February."""
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    @property
    def iso(self) -> str | None:
        """ISO date at the precision printed; `None` without a year or if impossible (9月31日)."""
        if self.year is None or not self.possible:
            return None
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)


def date_at(text: str, start: int = 0) -> PrintedDate | None:
    """The date that begins at `text[start]`; `2023年` alone is one, of year precision."""
    for pattern in (_FULL, _SEPARATED, _YEARLESS):
        match = pattern.match(text, start)
        if match and (date := _printed(match)):
            return date
    return None


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """All dates of `text` in reading order; none overlaps another."""
    dated = [date for pattern in (_FULL, _SEPARATED) for date in _all(pattern, text)]
    inside = {at for date in dated for at in range(*date.span)}
    yearless = [date for date in _all(_YEARLESS, text) if date.span[0] not in inside]
    return tuple(sorted((*dated, *yearless), key=lambda date: date.span))


def _all(pattern: re.Pattern[str], text: str) -> Iterator[PrintedDate]:
    return (date for match in pattern.finditer(text) if (date := _printed(match)))


def _printed(match: re.Match[str]) -> PrintedDate | None:
    """The date matched; `None` where four digits are no year of an official letter."""
    parts = match.groupdict()
    year, month, day = (_value(parts.get(name)) for name in ("year", "month", "day"))
    if year is not None and year not in _YEARS:
        return None
    return PrintedDate(match.group(), match.span(), year, month, day)


def _value(raw: str | None) -> int | None:
    if raw is None:
        return None
    # A letter O or a 0 stands for the zero of a Chinese year in many typed letters (二OO八年).
    typed = raw if raw.isdigit() else re.sub("[Oo0]", "〇", raw)
    return counter_value(typed)
