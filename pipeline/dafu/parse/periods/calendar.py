"""时间: from a time as named to inclusive ISO dates, by the letter's date and the year named before it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from dafu.parse.periods.frames import Framed
from dafu.parse.periods.points import Moment, Point
from dafu.records.facts import PeriodAnchor, PeriodKind

_RELATIVE = ("vague", "coming", "last", "within", "spent", "ago", "now", "season", "quarter_word")


@dataclass(frozen=True, slots=True)
class Context:
    """What a time without a year of its own is resolved by."""

    letter_date: str | None
    """ISO date of the letter at the precision known: `2023-10-16` or `2023`."""
    antecedent: Moment | None
    """The time named last in the paragraph."""
    inherits: bool
    """Whether that time opens the same sentence, so that a day or month after it is of its year."""
    to_come: bool

    @property
    def letter(self) -> Moment:
        """The letter's date in its parts; all `None` where it is not known."""
        if self.letter_date is None:
            return Moment(None)
        return Moment(*(int(part) for part in self.letter_date.split("-")))


class Resolved(NamedTuple):
    """Kind, inclusive ends and anchor of a period; `named` is what a later 当年 or 5月 goes by."""

    kind: PeriodKind
    start: str | None
    end: str | None
    anchor: PeriodAnchor
    named: Moment | None


def resolve(framed: Framed, context: Context) -> Resolved | None:
    """The period that a framed time means; `None` for 当年 without a year before it.

    Nor has 用三年时间 one where it tells how long something took. An impossible date (9月31日) and a time relative to an unknown letter date have no ends.
    """
    point = framed.first
    if point.form in _RELATIVE:
        took = point.form == "spent" and not context.to_come  # 用三年时间建成了…
        return None if took else _by_letter(framed, context)
    placed = _placed(point, point.first, context)
    if placed is None:
        return None
    first, anchor = placed
    last, anchor = _last(framed, first, anchor, context)
    if not (_possible(first) and _possible(last)):
        return Resolved(framed.kind, None, None, anchor, None)
    start, end = _iso(first), _iso(last)
    named = last if last.year is not None else first
    if framed.kind == "since":
        return Resolved("since", start, None, anchor, first)
    if framed.kind == "during":
        return Resolved("during", start, end, anchor, named if named.year is not None else None)
    past = framed.kind == "by" and framed.printed_until and end is not None and _is_past(end, context)
    return Resolved("as_of" if past else framed.kind, None, end, anchor, named)


def _last(
    framed: Framed, first: Moment, anchor: PeriodAnchor, context: Context
) -> tuple[Moment, PeriodAnchor]:
    """The later end of a time; of 2016年至今 the letter's date."""
    point = framed.last
    if point.form == "now" or (point is framed.first and _runs_to_now(framed)):
        return context.letter, "letter"
    if point is not framed.first:
        later = Context(context.letter_date, first, True, context.to_come)
        placed, other = _placed(point, point.last, later) or (Moment(None), anchor)
        return placed, "letter" if "letter" in (anchor, other) else anchor
    if point.form == "congress":
        return Moment(None), anchor
    return (point.last if point.form == "plan" else _with_year(point.last, first)), anchor


def _runs_to_now(framed: Framed) -> bool:
    """2016年至今, read as one time with its tail."""
    return framed.end - framed.last.end >= 2 and framed.kind == "during"


def _placed(point: Point, moment: Moment, context: Context) -> tuple[Moment, PeriodAnchor] | None:
    """The moment with its year; `None` where 当年 has nothing to go by."""
    letter = context.letter
    if point.form in ("year", "school_year", "congress", "decade", "plan"):
        return moment, "plan" if point.form == "plan" else "explicit"
    if point.form == "relative":
        year = None if letter.year is None else letter.year + point.shift
        return moment._replace(year=year), "letter"
    if point.form == "antecedent":
        known = context.antecedent
        if known is None or known.year is None:
            return None
        return moment._replace(year=known.year + point.shift), "explicit"
    if point.form == "month_word":
        return _shifted(letter, point.shift)._replace(day=moment.day), "letter"
    return _without_year(point, moment, context)


def _without_year(point: Point, moment: Moment, context: Context) -> tuple[Moment, PeriodAnchor]:
    """6月20日, 上半年, and 25日 after 6月20日、: by the time named before it, else by the letter's date."""
    known, letter = context.antecedent, context.letter
    if point.form == "day_only":
        if known is not None and known.month is not None:
            return Moment(known.year, known.month, moment.day), "explicit"
        return _nearest_day(letter, moment, to_come=context.to_come), "letter"
    if context.inherits and known is not None and _may_follow(known, moment):
        return moment._replace(year=known.year), "explicit"
    return moment._replace(year=_nearest_year(point, letter, to_come=context.to_come)), "letter"


def _may_follow(named: Moment, moment: Moment) -> bool:
    return named.month is None or moment.month is None or named.month <= moment.month


def _nearest_year(point: Point, letter: Moment, *, to_come: bool) -> int | None:
    """The year of a month or day without one: the latest not after the letter, or the first not before it."""
    if letter.year is None or letter.month is None or point.first.month is None:
        return letter.year
    if to_come:
        last = point.last
        passed = (last.month or 12, last.day or 31) < (letter.month, letter.day or 1)
        return letter.year + 1 if passed else letter.year
    begun = (point.first.month, point.first.day or 1) <= (letter.month, letter.day or 31)
    return letter.year if begun else letter.year - 1


def _nearest_day(letter: Moment, moment: Moment, *, to_come: bool) -> Moment:
    if letter.year is None or letter.month is None or letter.day is None or moment.day is None:
        return Moment(None)
    step = 1 if to_come else -1
    if (moment.day - letter.day) * step >= 0:
        return Moment(letter.year, letter.month, moment.day)
    return _shifted(letter, step)._replace(day=moment.day)


def _shifted(letter: Moment, months: int) -> Moment:
    if letter.year is None or letter.month is None:
        return Moment(None)
    index = letter.year * 12 + letter.month - 1 + months
    return Moment(index // 12, index % 12 + 1)


def _with_year(last: Moment, first: Moment) -> Moment:
    """The later end of one time, in the year of its first end unless it names its own."""
    if last.year is not None:
        return last
    return last._replace(year=first.year, month=last.month or first.month)


def _by_letter(framed: Framed, context: Context) -> Resolved:
    point, letter = framed.first, context.letter
    whole = context.letter_date
    if point.form == "vague":
        return Resolved("during", None, None, "letter", None)
    if point.form == "now":
        return Resolved("as_of", None, whole, "letter", None)
    if point.form == "season":
        month = point.last.month or 12
        year = letter.year
        if year is not None and letter.month is not None and context.to_come and letter.month > month:
            year += 1
        return Resolved("by", None, _iso(Moment(year)), "letter", None)
    if point.form == "quarter_word":
        return _quarter(point, letter)
    first, last = _counted(point, letter)
    if point.form in ("within", "spent"):
        return Resolved("by", None, _iso(last), "letter", None)
    return Resolved("during", _iso(first), _iso(last), "letter", None)


def _counted(point: Point, letter: Moment) -> tuple[Moment, Moment]:
    """近三年: the calendar years that end with the letter's; 未来三年: those after it. Inexact counts have no ends."""
    if not point.shift or letter.year is None:
        return Moment(None), Moment(None)
    if point.tail in ("天", "日", "今天"):
        return _days(point, letter)
    steps = _steps(point)
    if point.tail == "月":
        return _shifted(letter, steps[0]), _shifted(letter, steps[1])
    return Moment(letter.year + steps[0]), Moment(letter.year + steps[1])


def _steps(point: Point) -> tuple[int, int]:
    """First and last unit counted from the letter's own, which is 0."""
    if point.tail == "今年":  # 今明两年
        return 0, 1
    return {"last": (1 - point.shift, 0), "ago": (point.shift, point.shift)}.get(point.form, (1, point.shift))


def _days(point: Point, letter: Moment) -> tuple[Moment, Moment]:
    if letter.year is None or letter.month is None or letter.day is None:
        return Moment(None), Moment(None)
    today = date(letter.year, letter.month, letter.day)
    offsets = {"last": (-point.shift, 0), "ago": (point.shift, point.shift)}.get(point.form, (1, point.shift))
    if point.tail == "今天":
        offsets = (0, 1)
    first, last = (today + timedelta(days=offset) for offset in offsets)
    return Moment(first.year, first.month, first.day), Moment(last.year, last.month, last.day)


def _quarter(point: Point, letter: Moment) -> Resolved:
    if letter.year is None or letter.month is None:
        return Resolved("during", None, None, "letter", None)
    first = _shifted(letter._replace(month=(letter.month - 1) // 3 * 3 + 1), 3 * point.shift)
    return Resolved("during", _iso(first), _iso(_shifted(first, 2)), "letter", first)


def _is_past(end: str, context: Context) -> bool:
    return (
        context.letter_date is not None and end[: len(context.letter_date)] < context.letter_date[: len(end)]
    )


def _possible(moment: Moment) -> bool:
    if moment.month is None:
        return True
    if not 1 <= moment.month <= 12:
        return False
    return moment.day is None or 1 <= moment.day <= monthrange(moment.year or 2000, moment.month)[1]


def _iso(moment: Moment) -> str | None:
    if moment.year is None:
        return None
    parts = [f"{moment.year:04}"]
    if moment.month is not None:
        parts.append(f"{moment.month:02}")
        if moment.day is not None:
            parts.append(f"{moment.day:02}")
    return "-".join(parts)
