"""分母: what a rate is per (每人每月80元, 每千瓦300元), and which values share the rate before them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dafu.forms.quantities import Quantity
from dafu.forms.units import Unit, unit_named
from dafu.forms.wording import any_of
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import FigureWords

_REACH = 20
"""Characters before a number in which its denominator may stand."""
_SIBLING = re.compile(r"[、和及与][一-龥]{2,6}")
_PART = re.compile("每([^每]+)")


def with_denominator(quantity: Quantity, previous: Quantity | None, text: str, lexicon: Lexicon) -> Quantity:
    """每人每月补助50元 is 元/人·月; so is the 80元 that it is raised to."""
    unit = quantity.unit
    if unit is None or unit.name is None or "/" in unit.name:
        return quantity
    below = _denominator(quantity, text, lexicon.figures)
    if below:
        return _per(quantity, f"{unit.name}/{_named(below, lexicon)}")
    rate = previous.unit.name if previous is not None and previous.unit is not None else None
    if previous is None or rate is None or rate.partition("/")[::2][0] != unit.name or "/" not in rate:
        return quantity
    shared = _shared(lexicon.figures).fullmatch(text, previous.end, quantity.start)
    if shared is None and _SIBLING.fullmatch(text, previous.end, quantity.start):
        shared = _classed(lexicon.figures).search(text, max(0, previous.start - _REACH), previous.start)
    return _per(quantity, rate) if shared else quantity


def without_denominator(phrase: str, words: FigureWords) -> str:
    """A phrase without the denominator at its end: 运营补贴按每张每月 measures 运营补贴."""
    return _ends(words).sub("", phrase)


def _per(quantity: Quantity, name: str) -> Quantity:
    unit = quantity.unit
    return quantity if unit is None else replace(quantity, unit=Unit(unit.raw, name, unit.dimension))


def _denominator(quantity: Quantity, text: str, words: FigureWords) -> str:
    """The words 每人每月 that belong to a number; empty where there are none."""
    first, start = max(0, quantity.start - _REACH), quantity.start
    if quantity.dimension == "duration":  # but 每周开放42小时 are hours
        match = _near(words).search(text, max(0, quantity.start - 3), start)
    elif quantity.dimension in ("money", "mass", "volume"):
        match = _thing(words).search(text, first, start) or _time(words).search(text, first, start)
    else:
        match = None
    return match["per"] if match else ""


def _named(per: str, lexicon: Lexicon) -> str:
    """人·月 of 每月每人: things go before times."""
    parts = sorted(_PART.findall(per), key=lambda part: part in lexicon.figures.per_times)
    known = ((part, unit_named(part, lexicon.units)) for part in parts)
    return "·".join(str(unit.name if unit else part) for part, unit in known)


@cache
def _thing(words: FigureWords) -> re.Pattern[str]:
    things, times = any_of(words.per_things), any_of(words.per_times)
    return re.compile(
        rf"(?P<per>(?:每(?:{times}))*每(?:{things})(?:每(?:{things}|{times}))*)(?![人])(?:(?:分别)?(?:发放|给予))?[一-龥]{{0,5}}?$"
    )


@cache
def _time(words: FigureWords) -> re.Pattern[str]:
    """每月1500元, 每年最高2万元, 每月补助300元; what is spent each year (每年安排500万元) is no rate."""
    times, given = any_of(words.per_times), rf"(?:给予|发放|{any_of(words.aid_nouns)})"
    return re.compile(
        rf"(?P<per>每(?:{times}))(?:(?:{any_of(words.rate_limits)}){{1,2}}{given}?|(?<=[月天日]){given})?$"
    )


@cache
def _near(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"(?P<per>每(?:{any_of(words.per_times)}))$")


@cache
def _shared(words: FigureWords) -> re.Pattern[str]:
    """提高到, 、 and 和 between a rate and a number that has no denominator of its own."""
    moved = any_of(words.increase, words.decrease, words.reset)
    return re.compile(
        rf"的?(?:标准|水平)?(?:统一|逐步|分别|均)?(?:{moved})了?(?:{any_of(words.reached)})了?(?:(?:现在|目前|\d{{4}}年[底末]?)的)?|[、和及与]"
    )


@cache
def _classed(words: FigureWords) -> re.Pattern[str]:
    """每生每年小学1000元、初中1250元: classes in a row that one denominator holds for."""
    return re.compile(rf"(?:每(?:{any_of(words.per_things, words.per_times)}))+[一-龥]{{1,6}}$")


@cache
def _ends(words: FigureWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?:按照?|由|从)?(?:每(?:{any_of(words.per_things, words.per_times)}))+$|(?<=[一-龥]{{2}})(?:达到?|为|是)每[百千万十\d]+(?:人口|常住人口|老年人|人|户|平方公里|公里)$"
    )
