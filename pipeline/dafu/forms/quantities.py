"""Numbers as they are written with their unit and bound: 近3万亩, 5—8家, 60余人, 三分之一, 百分之三十, 翻一番.

Rules: GB/T 15835-2011 (计量, 概数), GB 3100 (units); what is met besides is listed in tests/forms/test_quantities.py.
The text is expected narrowed (`number_values.narrowed`); offsets are those of the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Literal

from dafu.forms.number_values import (
    DIGITS,
    adjacent_range,
    multiplier_value,
    number_value,
    trailing_multiplier,
)
from dafu.forms.units import Unit, unit_named, unit_pattern
from dafu.forms.wording import any_of
from dafu.lexicon.vocabularies import NumberWords, UnitWords

Bound = Literal["exact", "about", "over", "under", "at_least", "at_most", "range"]
_M = r"(?:[十拾百佰仟万亿廿卅]|千)(?!(?<=千)(?:瓦|米|克|伏|卡|兆|帕|赫)|(?<=百)分[点之百位])"
_ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_HAN = rf"(?:(?!(?<=万)一[天年月日户亩])[{DIGITS}]|{_M})+(?:点[{DIGITS}]+)?"
_NUM = rf"(?:{_ARABIC}(?:点\d+)?|{_HAN})(?:{_M}(?:[零〇]?{_ARABIC}(?=[十百千万亿]|(?!\d))|(?:[{DIGITS}]|{_M})+)?)*"
_RANGE = r" ?(?:-{1,2}|[—–―－~～至到]|——|〜|－|或) ?"
_MORE = rf"(?:余|多|来|几)(?:{_M})*"
_FRACTION = re.compile(
    rf"(?:(?P<whole>{_NUM})又)?(?P<below>[十百千万仟]+|{_NUM})分之(?P<minus>负)?(?P<above>{_NUM}|百)"
    rf"(?:{_RANGE}(?:(?:百|千|万)分之)?(?P<upper>{_NUM}))?"
    r"|(?P<hundred>百分百)|(?<![\d/.A-Za-z年月])(?:(?P<plus>\d{1,3}) )?(?P<top>\d{1,3}(?:\.\d+)?)/(?P<bottom>\d{1,3}(?:\.\d+)?)(?![\d/A-Za-z年月日号.万])"
)
_DOUBLING = re.compile(r"翻了?(?:(?P<times>[一两二三四1234])番|番)")
_RATIO = re.compile(r"(?<![\d.:：])(?P<a>\d+(?:\.\d+)?)\s?[:：∶]\s?(?P<b>\d+(?:\.\d+)?)(?![\d:：])")
_RATIO_BEFORE = re.compile(r"(?:比例?|比率|配比|按)[为是达约]?到?$")
_HALF = "半"
_FOUR_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with what belongs to it; `value` has the multiplier applied."""

    start: int
    end: int
    number: tuple[int, int]
    """The digits or numerals with their multiplier."""
    value: Decimal
    upper: Decimal | None
    unit: Unit | None
    bound: Bound
    form: Literal["number", "fraction", "ratio", "doubling", "many"]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands, bound words and unit included."""
        return self.start, self.end

    @property
    def dimension(self) -> str:
        """Dimension of the unit; `other` without one."""
        return self.unit.dimension if self.unit is not None else "other"


def find_quantities(text: str, units: UnitWords, words: NumberWords) -> tuple[Quantity, ...]:
    """All quantities of `text` in reading order, none overlapping another; numerals without a value are none."""
    found: list[Quantity] = []
    for match in _anything(units, words).finditer(text):
        quantity = _read(match, text, units, words)
        if quantity is not None:
            found.append(quantity)
    return tuple(found)


def _read(match: re.Match[str], text: str, units: UnitWords, words: NumberWords) -> Quantity | None:
    if match["doubling"]:
        return _doubled(match, text, units)
    if match["fraction"]:
        return _fraction(match, units, words)
    if match["ratio"]:
        return _ratio(match, text)
    if match["many"]:
        return _many(match, units)
    return _number(match, text, units, words)


def _doubled(match: re.Match[str], text: str, units: UnitWords) -> Quantity | None:
    parts = _DOUBLING.fullmatch(match["doubling"])
    times = number_value(parts["times"]) if parts and parts["times"] else Decimal(1)
    if times is None or (match.start() and text[match.start() - 1] in "推"):
        return None
    start, end = match.span("doubling")
    return Quantity(start, end, (start, end), 2**times, None, unit_named("倍", units), "exact", "doubling")


def _fraction(match: re.Match[str], units: UnitWords, words: NumberWords) -> Quantity | None:
    parts = _FRACTION.fullmatch(match["fraction"])
    if parts is None:
        return None
    start = (
        match.start("fpre") if match["fpre"] else match.start("fsign") if match["fsign"] else match.start()
    )
    sign = -1 if match["fsign"] else 1
    if parts["minus"]:
        sign = -sign
    if match["fsign"] in ("-", "\u2212") and start and _joined(match.string[start - 1]):
        start, sign = match.start("fraction"), 1
    if parts["hundred"]:
        percent = unit_named("%", units)
        return Quantity(
            start,
            match.end("fraction"),
            match.span("fraction"),
            Decimal(100 * sign),
            None,
            percent,
            "exact",
            "fraction",
        )
    if parts["top"]:
        return _slashed(match, parts, start, sign, words)
    below = (
        Decimal(multiplier_value(parts["below"]))
        if re.fullmatch("[十百千万仟]+", parts["below"]) and parts["below"] != "十"
        else number_value(parts["below"])
    )
    end = match.end("fpost") if match["fpost"] else match.end("fraction")
    if re.fullmatch(f"[{DIGITS}]{{2}}", parts["above"]) and not parts["upper"]:
        parts_above, end = parts["above"][0], match.start("fraction") + parts.start("above") + 1
    else:
        parts_above = parts["above"]
    above = Decimal(100) if parts_above == "百" else number_value(parts_above)
    if not below or above is None:
        return None
    upper = number_value(parts["upper"]) if parts["upper"] else None
    unit = unit_named({"百": "%", "千": "‰", "仟": "‰"}.get(parts["below"], ""), units)
    if unit is None:
        whole = number_value(parts["whole"]) if parts["whole"] else Decimal(0)
        above = (whole or 0) + above / below
        upper = upper / below if upper is not None else None
        above, upper = _rounded(above), None if upper is None else _rounded(upper)
        unit = Unit("", None, "share")
    bound = _bound(match["fpre"], None, match["fpost"], ranged=upper is not None, words=words)
    return Quantity(
        start,
        end,
        (match.start("fraction"), min(end, match.end("fraction"))),
        sign * above,
        upper,
        unit,
        bound,
        "fraction",
    )


def _slashed(
    match: re.Match[str], parts: re.Match[str], start: int, sign: int, words: NumberWords
) -> Quantity | None:
    """1/3, 2.5/12.5, 1 4/3; a denominator of nought is none."""
    bottom = Decimal(parts["bottom"])
    if not bottom:
        return None
    value = Decimal(parts["plus"] or 0) + Decimal(parts["top"]) / bottom
    bound = _bound(match["fpre"], None, match["fpost"], ranged=False, words=words)
    return Quantity(
        start,
        match.end(),
        match.span("fraction"),
        sign * _rounded(value),
        None,
        Unit("", None, "share"),
        bound,
        "fraction",
    )


def _ratio(match: re.Match[str], text: str) -> Quantity | None:
    parts = _RATIO.match(match["ratio"])
    if parts is None:
        return None
    start, end = match.span("ratio")
    clock = len(parts["b"]) == 2 and int(float(parts["a"])) < 25 and "." not in parts["b"]
    below = Decimal(parts["b"])
    if not below or (clock and not _RATIO_BEFORE.search(text[max(0, start - 6) : start])):
        return None
    return Quantity(
        start,
        end,
        (start, end),
        _rounded(Decimal(parts["a"]) / below),
        None,
        Unit("", None, "ratio"),
        "exact",
        "ratio",
    )


def _many(match: re.Match[str], units: UnitWords) -> Quantity | None:
    """百余家, 上万人, 近百名: a multiplier alone with a bound."""
    if not (match["mpre"] or match["mmore"]) or match["mpre"] == "数":
        return None
    unit = _unit(match["munit"], units)
    bound: Bound = "under" if match["mpre"] == "近" else "over"
    if match["mpre"] == "近" and match["mmore"]:
        bound = "about"
    value = Decimal(multiplier_value(match["mnum"]))
    return Quantity(match.start(), match.end(), match.span("mnum"), value, None, unit, bound, "many")


def _number(match: re.Match[str], text: str, units: UnitWords, words: NumberWords) -> Quantity | None:
    ends = _ends(match, text)
    if ends is None:
        return None
    low, high = ends
    start = match.start()
    if match["sign"] and match["sign"] != "负" and start and _joined(text[match.start("sign") - 1]):
        start = match.start("n1")
    elif match["sign"]:
        low = -low
    unit = _unit(match["u2"] or match["u1"], units)
    if match["half"]:
        low += Decimal("0.5")
    if match["tenth"]:
        low += (number_value(match["tenth"]) or Decimal(0)) / 10
    if unit is not None and unit.name == "折" and low > 10:
        low /= 10
    # 2个多月: the bound word stands inside the measure word.
    more = match["more"] or ("多" if unit is not None and "多" in unit.raw else None)
    bound = _bound(match["pre"], more, match["post"], ranged=high is not None, words=words)
    number_end = match.end("n2") if match["n2"] else match.end("more") if match["more"] else match.end("n1")
    return Quantity(start, match.end(), (match.start("n1"), number_end), low, high, unit, bound, "number")


def _ends(match: re.Match[str], text: str) -> tuple[Decimal, Decimal | None] | None:
    """The value, or both ends of a range, with multipliers; `None` for what has no value: 数十, 10..1."""
    first, second, more = match["n1"], match["n2"], match["more"] or ""
    begin, end = match.span("n1")
    dotted = ".." in (text[max(0, begin - 2) : begin], text[end : end + 2])
    vague = first[0] in "十百千万亿" and begin and text[begin - 1] in "数几"
    if dotted or vague or (more[:1] == "来" and not re.search(r"[十百0]$", first)):
        return None
    side_by_side = adjacent_range(first) if not second and not first[0].isdecimal() else None
    low, high = side_by_side or (number_value(first), number_value(second) if second else None)
    if low is None or (second and high is None):
        return None
    factor = multiplier_value(more[1:]) * (1000 if match["kilo"] or match["kilo2"] else 1)
    low, high = low * factor, None if high is None else high * factor
    if second and high is not None:
        low = _shared(low, first if not match["u1"] else "", second, high)
    return low, high


def _joined(before: str) -> bool:
    """Whether a dash after this character joins rather than negates."""
    return (before.isascii() and before.isalnum()) or before in "%）)年月日号元万亿"


def _shared(low: Decimal, first: str, second: str, high: Decimal) -> Decimal:
    """The left end of a range without a multiplier of its own takes the right one's: 十八至三十万, 两到三千."""
    shared = re.search(r"(?:[万亿]+|[百千佰仟])$", second)
    if (
        not first
        or not shared
        or shared.group() == second
        or trailing_multiplier(first).endswith(shared.group())
    ):
        return low
    scaled = low * multiplier_value(shared.group())
    return scaled if scaled < high else low


def _unit(printed: str | None, units: UnitWords) -> Unit | None:
    return unit_named(printed, units) if printed else None


def _bound(pre: str | None, more: str | None, post: str | None, *, ranged: bool, words: NumberWords) -> Bound:
    """Contract: a range is a range; two bound words of different kinds at once are `about`."""
    if ranged:
        return "range"
    kinds: set[Bound] = set()
    for printed, lists in (
        (pre, _BEFORE),
        (post, _AFTER),
    ):
        for kind, name in lists:
            if printed and printed in getattr(words, name):
                kinds.add(kind)
                break
    if more:
        kinds.add("about" if more[0] == "来" else "over")
    if not kinds:
        return "exact"
    return kinds.pop() if len(kinds) == 1 else "about"


_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("about", "about_before"), ("under", "under_before"), ("over", "over_before"),
    ("at_least", "at_least_before"), ("at_most", "at_most_before"),
)  # fmt: skip
_AFTER: tuple[tuple[Bound, str], ...] = (
    ("about", "about_after"), ("over", "over_after"), ("at_least", "at_least_after"), ("at_most", "at_most_after"),
)  # fmt: skip


def _rounded(value: Decimal) -> Decimal:
    rounded = value.quantize(_FOUR_PLACES, ROUND_HALF_UP)
    return rounded.normalize() if rounded == value else rounded


def bound_before(words: NumberWords) -> str:
    """A pattern for a bound word before a number, with the characters that make another word of it excluded."""
    every = (
        words.about_before, words.under_before, words.over_before, words.at_least_before, words.at_most_before
    )  # fmt: skip
    guarded: list[str] = []
    for word in sorted((word for group in every for word in group), key=len, reverse=True):
        guard = words.not_before_bound.get(word, "")
        guarded.append(rf"(?<![{guard}]){re.escape(word)}" if guard else re.escape(word))
    return "|".join(guarded)


def _strip_names(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


@cache
def _anything(units: UnitWords, words: NumberWords) -> re.Pattern[str]:
    before = bound_before(words)
    after = any_of(words.about_after, words.at_least_after, words.at_most_after, words.over_after)
    unit = unit_pattern(units)
    doubling, fraction, ratio = (_strip_names(p.pattern) for p in (_DOUBLING, _FRACTION, _RATIO))
    blank = " ?"
    lists = (
        words.about_before,
        words.under_before,
        words.over_before,
        words.at_least_before,
        words.at_most_before,
    )
    first = "".join(sorted({word[0] for group in lists for word in group}))
    return re.compile(
        # The first character is tested alone, or every alternative would be tried at every place of the text.
        rf"(?=[{re.escape(first)}\d{DIGITS}十百千万亿廿卅拾佰仟翻负上成近¥￥$\u2212－-])(?:(?P<doubling>{doubling})"
        rf"|(?:(?P<fpre>{before}){blank})?(?P<fsign>负的?|[-\u2212])?(?P<fraction>{fraction})(?P<fpost>{after})?"
        rf"|(?P<ratio>{ratio})"
        rf"|(?P<many>(?P<mpre>上|成|近|数|逾|超过|超)?(?<![一二三四五六七八九十\d两几])(?P<mnum>[百千万亿]+)(?P<mmore>余|多)?(?:(?P<munit>{unit})|(?<=上[百千万])(?![一-龥])))"
        rf"|(?:(?P<pre>{before}){blank}(?!{ratio}))?(?P<sign>负|[-－\u2212])?(?:[¥￥$]\s?)?(?P<n1>{_NUM})(?P<more>{_MORE})?"
        rf"(?P<kilo>k(?=元|左右|以|$))?(?:{blank}(?P<u1>{unit}))?"
        rf"(?:{_RANGE}(?P<n2>{_NUM})(?P<more2>{_MORE})?(?P<kilo2>k(?=元|左右|以|$))?(?:{blank}(?P<u2>{unit}))?)?"
        rf"(?:(?<=成)(?P<tenth>[一二三四五六七八九])(?![{DIGITS}十百千万个]))?(?:(?P<half>{_HALF})(?=[^\u4e00-\u9fff]|$))?(?P<post>{after})?)"
    )
