"""时间: the places in a text that name a time, before anybody asks what kind of period they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from dafu.forms.numerals import counter_value
from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import PeriodWords

Form = Literal[
    "year", "relative", "antecedent", "yearless", "month_word", "day_only", "school_year", "plan",
    "congress", "now", "vague", "last", "coming", "within", "spent", "ago", "decade", "quarter_word", "season",
]  # fmt: skip
_HAN = "〇○零一二三四五六七八九"
_YEAR = rf"(?:(?:1[5-9]|20)\d{{2}}|[一二][〇○零五六七八九][{_HAN}]{{2}}|[两二]千零[一二三四五六七八九](?=年)|(?<![两{_HAN}十百千])二[oO0]{{2}}[{_HAN}])"
_SHORT_YEAR = (
    r"(?:[0-4]\d|9\d)年(?=\d{1,2}月|年?底|年?末|年?初|[上下]半年|第?[一二三四]季度)|9\d年(?![\d以内来后前的])|(?<![^,。;\n])[0-3]\d年(?=版|每月|$)"
    rf"|(?<![\d{_HAN}])(?:[零〇0][一二三四五六七八九]|[九一二][零〇]|九[一二三四五六七八九]|[一二三五六七八][一二三四五六七八九])年"
)
_FEW = re.compile(r"一二|二三|两三|三四|三五|四五|五六|五七|六七|七八|八九")
_N = r"(?:\d{1,2}|[廿卅]?[一二三四五六七八九]?十?[一二三四五六七八九]?|[一二三]十)"
_COUNT = r"(?:\d{1,2}|十[一二三四五六七八九]?|[一二两三四五六七八九]十?)"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:\d{1,2}|[廿卅][一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
CONNECTOR = r"(?:—{1,2}|–|―|-{1,2}|~|至|到)"
"""What stands between the ends of a stretch (folded text)."""
_STARTS = f'{_HAN}十廿卅两“"上下前第年月党往之'
"""What a time may begin with besides a digit or a word of the vocabulary; testing this first is much faster."""
_ENDS = r"(?=$|[,。;:、)至到\n]|出生)"
_FINE = re.compile(
    rf"(?P<m1>{_MONTH})(?:月份?)?{CONNECTOR}(?P<m2>{_MONTH})月份?(?!{_DAY}[日号號])"
    rf"|(?P<month>{_MONTH})月(?!龄)份?(?:(?P<d1>{_DAY})[日号號]?{CONNECTOR}(?P<d2>{_DAY})[日号號]"
    rf"|(?P<day>{_DAY})[日号號](?!\d{{4}})|(?P<bare>{_DAY}){_ENDS}|月?[底末初终]|[上中下]旬)?"
    r"|(?P<half>[上下])半年度?"
    rf"|前(?P<first_quarters>{_COUNT})个?季度|(?P<q1>[一二三四1-4]){CONNECTOR}(?P<q2>[一二三四1-4])季度"
    r"|第?(?P<quarter>[一二三四1-4])季度[末底]?"
    rf"|前(?P<first_months>{_COUNT})个?月份?"
)
_BARE_EDGE = re.compile(
    rf"(?<![\d{_HAN}十百千几数多半往历每周学全常当近整末])年(?:底|末(?=前|之前|以前|[,。]|[达完实])|初(?!期)|(?:之|以)?内(?![外部]))"
)
_SCHOOL_YEAR = re.compile("学年度?|(?<=学)年")
_DAY_OF_MONTH = re.compile(rf"的?({_DAY})[日号號]")
_MONTH_EDGE = re.compile("月?[底末初]")
_EDGE = r"年?(?:底|末|初|终|中(?=前|之前|期|[,。;、])|全年)"
_INSIDE = r"(?:年)?(?:之|以)?内(?![外部陆容涝在河湖蒙地设控涵核科])"
_SEPARATED = (
    r"(?<![\d./-])(?:19|20)\d{2}(?:[./-]\d{1,2}[./-]\d{1,2}日?(?![\d.])"
    rf"|\.\d{{1,2}}-\d{{1,2}}(?![\d.])|\.\d{{1,2}}{CONNECTOR}(?:19|20)\d{{2}}\.\d{{1,2}}(?![\d.])|\.(?:0[1-9]|1[0-2])(?=$))"
)


class Moment(NamedTuple):
    """A year, month and day as far as they are printed or implied."""

    year: int | None
    month: int | None = None
    day: int | None = None


class Point(NamedTuple):
    """A time as named: `text[start:end]` is its words, without the words of the frame around it."""

    start: int
    end: int
    form: Form
    first: Moment
    last: Moment
    shift: int = 0
    """Years (months, for a month word) between the anchor and what is named: -1 for 去年."""
    tail: str = ""
    """What the words after the year make of it: 内, 末, 以来."""


def time_points(text: str, words: PeriodWords) -> Iterator[Point]:
    """The times named in folded text, in reading order; none overlaps another."""
    at = 0
    pattern = _heads(words)
    while match := pattern.search(text, at):
        point = _point(text, match, words)
        if point is None:
            at = match.start() + 1
            continue
        yield point
        at = max(point.end, match.start() + 1)


def _point(text: str, match: re.Match[str], words: PeriodWords) -> Point | None:
    return _READERS[match.lastgroup or ""](text, match, words)


def _stretch_of_years(text: str, match: re.Match[str], _: PeriodWords) -> Point | None:
    """2021—2025年, 2022—2023学年."""
    first, last = (_year(part) for part in re.split(CONNECTOR, match.group().split("年度")[0], maxsplit=1))
    if first is None or last is None or last < first:
        return None
    school = _SCHOOL_YEAR.match(text, match.end())
    form: Form = "school_year" if school else "year"
    return Point(match.start(), school.end() if school else match.end(), form, Moment(first), Moment(last))


def _listed_year(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    """2021 of 2021、2022年."""
    year = Moment(_year(match.group()))
    return Point(*match.span(), "year", year, year)


def _single_year(text: str, match: re.Match[str], words: PeriodWords) -> Point | None:
    """2023年 and what follows of it; 23年 too, but not 三五年."""
    year = _year(match.group())
    if match.lastgroup == "short_year" and _FEW.match(match.group()):
        return None
    school = _SCHOOL_YEAR.match(text, match.end() - 1)
    if school and year:
        return Point(match.start(), school.end(), "school_year", Moment(year), Moment(year + 1))
    return _within_year(text, match, "year", words, year=year)


def _relative(text: str, match: re.Match[str], words: PeriodWords) -> Point:
    if match.group() in _PAIRS:
        return Point(*match.span(), "coming", Moment(None), Moment(None), 2, _PAIRS[match.group()])
    return _within_year(text, match, "relative", words, shift=words.relative_years[match.group()])


def _antecedent(text: str, match: re.Match[str], words: PeriodWords) -> Point:
    return _within_year(text, match, "antecedent", words, shift=words.antecedent_years[match.group()])


def _congress(_: str, match: re.Match[str], words: PeriodWords) -> Point:
    """党的二十大以来: from the year the congress met."""
    name = match.group().removeprefix("党的").removesuffix("以来").strip('“”"')
    return Point(*match.span(), "congress", Moment(words.congresses[name]), Moment(None))


def _season(_: str, match: re.Match[str], words: PeriodWords) -> Point:
    name = max((name for name in words.seasons if match.group().startswith(name)), key=len)
    return Point(*match.span(), "season", Moment(None), Moment(None, words.seasons[name]))


def _now(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    return Point(*match.span(), "now", Moment(None), Moment(None))


def _vague(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    return Point(*match.span(), "vague", Moment(None), Moment(None))


def _quarter_word(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    shift = {"上": -1, "本": 0, "下": 1}[match.group()[0]]
    return Point(*match.span(), "quarter_word", Moment(None), Moment(None), shift)


def _day_only(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    day = Moment(None, None, _value(match.group()[:-1]))
    return Point(*match.span(), "day_only", day, day)


def _within_year(
    text: str,
    match: re.Match[str],
    form: Form,
    words: PeriodWords,
    *,
    year: int | None = None,
    shift: int = 0,
) -> Point:
    """A year with the month, quarter, half, season or edge that follows it."""
    start, end = match.span()
    if text.startswith("度", end):
        end += 1
    inner = end + 1 if text.startswith("的", end) else end
    fine = _FINE.match(text, inner)
    if fine and fine.end() > inner:
        first, last = _moments(fine, year)
        return Point(start, fine.end(), form, first, last, shift)
    edge = _edges(words).match(text, end)
    if edge:
        tail = "内" if edge["inside"] else ""
        return Point(start, edge.end(), form, Moment(year), Moment(year), shift, tail)
    return Point(start, end, form, Moment(year), Moment(year), shift)


def _moments(fine: re.Match[str], year: int | None) -> tuple[Moment, Moment]:
    """First and last month and day of the part of a year that is named."""
    parts = {name: _value(raw) for name, raw in fine.groupdict().items() if raw and name != "half"}
    if "m1" in parts:
        return Moment(year, parts["m1"]), Moment(year, parts["m2"])
    if "month" in parts:
        first, last = parts.get("d1"), parts.get("d2")
        one = parts.get("day", parts.get("bare"))
        return Moment(year, parts["month"], first or one), Moment(year, parts["month"], last or one)
    if fine["half"]:
        return (
            (Moment(year, 1), Moment(year, 6))
            if fine["half"] == "上"
            else (Moment(year, 7), Moment(year, 12))
        )
    if "first_months" in parts:
        return Moment(year, 1), Moment(year, parts["first_months"])
    first_quarter = parts.get("q1", parts.get("quarter")) or 1
    last_quarter = parts.get("q2", parts.get("quarter", parts.get("first_quarters"))) or 1
    return Moment(year, 3 * first_quarter - 2), Moment(year, 3 * last_quarter)


def _yearless(text: str, match: re.Match[str], _: PeriodWords) -> Point | None:
    start = match.start()
    edge = _BARE_EDGE.match(text, start)
    if edge:
        tail = "内" if edge.group().endswith("内") else ""
        return Point(start, edge.end(), "yearless", Moment(None), Moment(None), 0, tail)
    fine = _FINE.match(text, start)
    if fine is None:
        return None
    first, last = _moments(fine, None)
    return Point(start, fine.end(), "yearless", first, last)


def _month_word(text: str, match: re.Match[str], words: PeriodWords) -> Point:
    """本月十日, 上月底, 月底."""
    start, end = match.span()
    shift = words.relative_months.get(match.group(), 0)
    day = _DAY_OF_MONTH.match(text, end)
    if day:
        moment = Moment(None, None, _value(day.group(1)))
        return Point(start, day.end(), "month_word", moment, moment, shift)
    edge = _MONTH_EDGE.match(text, end)
    return Point(start, edge.end() if edge else end, "month_word", Moment(None), Moment(None), shift)


def _plan(_: str, match: re.Match[str], words: PeriodWords) -> Point:
    """“十四五”期间 and its parts: 末, 后三年, 前两年, 开局之年."""
    first = words.plans[match["plan_name"]]
    begin, last, tail = first, first + 4, match["plan_tail"] or ""
    later, earlier = re.search(rf"后({_COUNT})年", tail), re.search(rf"前({_COUNT})年", tail)
    if later:
        begin = last - (_value(later.group(1)) or 1) + 1
    elif earlier:
        last = begin + (_value(earlier.group(1)) or 1) - 1
    elif "开局" in tail or "初" in tail:
        last = begin
    elif "末" in tail or "收官" in tail:
        begin = last
    if match["plan_until"]:
        last = words.plans[match["plan_until"]] + 4
    kind = "以来" if tail.endswith("以来") else "末" if "末" in tail else ""
    return Point(*match.span(), "plan", Moment(begin), Moment(last), 0, kind)


def _counted(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    """近三年, 未来两年, 三年内: a count of years, months or days next to the letter's date."""
    raw = match.group()
    number = re.search(rf"({_COUNT})(?:个?半)?(个?月|年|天|日)", raw)
    count = _value(number.group(1)) if number else None
    unit = number.group(2)[-1] if number else "年"
    exact = 0 if re.search("[多余半几到至—-]", raw) else count or 0
    if match.lastgroup == "ago" and raw.endswith("前"):
        exact = -exact
    form = _COUNTED[_COUNTED.index(match.lastgroup)]
    return Point(*match.span(), form, Moment(None), Moment(None), exact, unit)


def _decade(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    """上世纪90年代, 20世纪八十年代, 19世纪: the years of a decade or century."""
    century = 20 if match["century"] == "上" else _value(match["century"]) or 20
    first, last = century * 100 - 100, century * 100 - 1
    if match["tens"]:
        first += _value(match["tens"]) or 0
        last = first + 9
    return Point(*match.span(), "decade", Moment(first), Moment(last))


def _separated(_: str, match: re.Match[str], __: PeriodWords) -> Point:
    numbers = [int(part) for part in re.findall(r"\d+", match.group())]
    if len(numbers) == 4:  # 2021.3—2023.5
        return Point(*match.span(), "year", Moment(*numbers[:2]), Moment(*numbers[2:]))
    moment = Moment(*numbers)
    return Point(*match.span(), "year", moment, moment)


def _year(raw: str) -> int | None:
    digits = re.sub("[oO]", "0", raw.removesuffix("年度").removesuffix("年").strip("学年度"))
    value = counter_value(re.sub("0", "〇", digits) if not digits.isdigit() else digits)
    if value is None:
        return None
    if value >= 100:
        return value
    return value + (2000 if value < 50 and not digits.startswith(("三", "四", "五")) else 1900)


def _value(raw: str | None) -> int | None:
    return counter_value(raw) if raw else None


_COUNTED: tuple[Form, ...] = ("last", "coming", "within", "spent", "ago")
_PAIRS = {"今明两年": "今年", "今冬明春": "今年", "今明两天": "今天", "明后两年": "年"}
"""Pairs of years or days, and what the pair begins with."""
_READERS: dict[str, Callable[[str, re.Match[str], PeriodWords], Point | None]] = {
    "separated": _separated,
    "years": _stretch_of_years,
    "cell": _stretch_of_years,
    "listed": _listed_year,
    "year": _single_year,
    "short_year": _single_year,
    "relative": _relative,
    "antecedent": _antecedent,
    "month_word": _month_word,
    "plan": _plan,
    "congress": _congress,
    "last": _counted,
    "coming": _counted,
    "quarter_word": _quarter_word,
    "decade": _decade,
    "ago": _counted,
    "within": _counted,
    "spent": _counted,
    "vague": _vague,
    "now": _now,
    "season": _season,
    "day_only": _day_only,
    "yearless": _yearless,
}
"""Who reads what a group of the pattern has found."""


@cache
def _edges(words: PeriodWords) -> re.Pattern[str]:
    parts = any_of(words.words.parts_of_year)
    return re.compile(
        rf"(?:{_EDGE})|(?P<inside>{_INSIDE})|(?:{parts})(?:季节|期间|假期)?(?![上下]|蕾|运|苗|播|光)"
    )


@cache
def _heads(words: PeriodWords) -> re.Pattern[str]:
    """One pattern for all beginnings of a time; the longest reading of a place comes first."""
    phrases = words.words
    plans = any_of(tuple(words.plans))
    plan_tail = rf"(?:规划)?(?:期间|时期|期末|末期|末|初期|初|以来|开局之年|收官之年)|[前后]{_COUNT}年|(?:期间)?[后前]半段"
    not_vague = "".join(phrases.not_before_vague)
    few = r"(?:多|余|个?半)?"
    named = (
        ("separated", _SEPARATED),
        ("years", rf"(?<![\d.])(?<!\d-){_YEAR}(?:年度?)?{CONNECTOR}{_YEAR}(?:年度?|(?=学年))(?<!-)"),
        ("cell", rf"(?<=\t){_YEAR}{CONNECTOR}{_YEAR}(?=[\t\n]|$)"),
        ("listed", rf"(?<![\d.]){_YEAR}(?=(?:[、和及]{_YEAR})+[两二三四五]?年)|(?<=[、和及]){_YEAR}(?=[两二三四五]年)"),
        ("year", rf"(?<![\d.]){_YEAR}(?:年|学(?=年))"),
        ("short_year", rf"(?<![\d.,{_HAN}十百千万几数近第用约]){_SHORT_YEAR}"),
        ("relative", rf"今明两[年天]|明后两年|今冬明春|(?<!马)(?:{any_of(tuple(words.relative_years))})(?!半)"),
        ("antecedent", any_of(tuple(words.antecedent_years))),
        ("month_word", rf"{any_of(tuple(words.relative_months))}|(?<![\d{_HAN}十个每])月底(?=前|之前|完)"),
        (
            "plan",
            rf"[“\"]?(?P<plan_name>{plans})[”\"]?(?:[、和及至—-]?[“\"]?(?P<plan_until>{plans})[”\"]?)?(?P<plan_tail>{plan_tail})",
        ),
        ("congress", rf"(?:党的)?[“\"]?(?:{any_of(tuple(words.congresses))})[”\"]?以来"),
        (
            "last",
            rf"(?<![{not_vague}])(?:(?:{any_of(phrases.last)})(?:{_COUNT}{few}年|{_COUNT}{few}个月|{_COUNT}月|半年)"
            rf"(?:以来|来|间|中|里|内)?(?:时间)?|(?<![\d{_HAN}十]){_COUNT}{few}年(?:多)?(?:以来|来)(?!自|源|函|电|访|水)"
            rf"|(?:{any_of(phrases.last)}){_COUNT}(?:天|日)|(?:往前|之前){_COUNT}个月)",
        ),
        ("coming", rf"(?:{any_of(phrases.coming)}){_COUNT}(?:[至到—-]{_COUNT})?(?:年|个月|天)(?:内|间|时间)?"),
        ("quarter_word", r"[上本下](?:一?个)?季度[末底]?"),
        (
            "decade",
            r"(?P<century>上|\d{2}|二?十[一二三四五六七八九]?)(?:个)?世纪(?:(?P<tens>\d0|[一二三四五六七八九]十)年代)?(?:[初末中]期?|[前后]期)?",
        ),
        (
            "ago",
            rf"(?<![\d{_HAN}十.第近几]){_COUNT}(?:个?多|余|个?半)?(?:年|个?月|天)(?:多|半)?(?:(?<=半)以[来内]|(?<=[半多]个月)以来|之前|以前|前(?!{any_of(phrases.not_after_before)})|之后|以后|后(?!{any_of(phrases.not_after_after)}))",
        ),
        (
            "within",
            rf"(?<![\d{_HAN}十.第近期限龄]){_COUNT}(?:年|个月)(?:之|以)?内(?!(?:{any_of(phrases.not_after_within)}))",
        ),
        ("spent", rf"(?:{any_of(phrases.spending)})(?:近|约)?{_COUNT}(?:[至到—-]{_COUNT})?(?:年|个月)(?:左右)?的?(?:时间|努力|奋斗)"),
        ("vague", rf"(?<![{not_vague}\d])(?:{any_of(phrases.vague)})(?!期)"),
        ("now", rf"(?!{any_of(phrases.not_now)}|至今[年日天])(?:{any_of(phrases.now)})"),
        ("season", rf"(?:{any_of(tuple(words.seasons))})(?:节|季|来临|到来|开始|结束)?(?=(?:之|以)?前(?!{any_of(phrases.not_after_before)}))"),
        ("day_only", r"(?:(?<=[、和及])|(?<![^,。;\n]))\d{1,2}日(?![内游龄均常产照用趋元本之])"),
        ("yearless", rf"(?<![\d{_HAN}十.第个每农历正])(?:{_MONTH}(?:月|(?:{CONNECTOR}){_MONTH}月)|[上下]半年|前{_COUNT}个?(?:季度|月)|第?[一二三四1-4](?:{CONNECTOR}[一二三四])?季度)|{_BARE_EDGE.pattern}"),
    )  # fmt: skip
    starts = "".join(sorted({word[0] for word in _leading_words(words)} | set(_STARTS)))
    return re.compile(
        rf"(?=[\d{starts}])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in named) + ")"
    )


def _leading_words(words: PeriodWords) -> Iterator[str]:
    phrases = words.words
    for table in (words.relative_years, words.antecedent_years, words.relative_months, words.plans):
        yield from table
    yield from (*words.congresses, *words.seasons)
    yield from (*phrases.now, *phrases.vague, *phrases.last, *phrases.coming, *phrases.spending)
