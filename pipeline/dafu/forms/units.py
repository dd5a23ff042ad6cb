"""Units and measure words as printed, their standard names and dimensions; rates: 元/人·年, 万吨/日."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dafu.lexicon.vocabularies import UnitWords

DIMENSIONS = (
    "money", "area", "length", "volume", "mass", "energy", "power", "duration", "share", "percentage_point",
    "multiple", "count", "other",
)  # fmt: skip
_PER = r"\s?[/／]\s?"
_DENOMINATOR_WORDS = ("人", "年", "户", "亩", "月", "日", "天", "生", "次", "学期", "学年", "辆", "床", "座", "台", "套", "头", "只", "株",
                      "个", "件", "家", "村", "班", "校", "所", "处", "站", "车", "吨", "度", "小时", "分钟", "秒", "季", "万人", "千人",
                      "百人", "千克", "升", "位", "名", "例", "场", "条", "点", "期")  # fmt: skip


class Unit(NamedTuple):
    """A unit as printed; `name` is the standard one, `None` where nothing is printed."""

    raw: str
    name: str | None
    dimension: str


def unit_named(printed: str, units: UnitWords) -> Unit | None:
    """The unit printed so; a rate has the dimension of its numerator and keeps its denominator."""
    if not printed:
        return None
    whole = _simple(printed.replace(" ", ""), units)
    if whole is not None:  # 6.8/10万
        return Unit(printed, *whole)
    head, *denominators = re.split(r"[/／]", printed.replace(" ", ""))
    numerator = _simple(head, units)
    if numerator is None:
        return None
    if not denominators:
        return Unit(printed, *numerator)
    parts = ["·".join(_denominator(word, units) for word in re.split(r"[·.]", part)) for part in denominators]
    return Unit(printed, "/".join((numerator[0], *parts)), numerator[1])


def _denominator(word: str, units: UnitWords) -> str:
    known = _simple(word, units)
    return known[0] if known else word


def _simple(printed: str, units: UnitWords) -> tuple[str, str] | None:
    name = units.aliases.get(printed, printed)
    dimension = _dimensions(units).get(name)
    return (name, dimension) if dimension else None


@cache
def _dimensions(units: UnitWords) -> dict[str, str]:
    return {name: dimension for dimension in DIMENSIONS for name in getattr(units, dimension)}


@cache
def unit_pattern(units: UnitWords) -> str:
    """A pattern for a unit that is not the beginning of another word; no named groups."""
    known = {*_dimensions(units), *units.aliases}
    alternatives: list[str] = []
    for word in sorted(known, key=lambda word: (-len(word), word)):
        followers = units.not_before.get(word, ())
        latin = r"(?![A-Za-z])" if re.search(r"[A-Za-z]$", word) else ""
        guard = rf"(?!{'|'.join(map(re.escape, followers))})" if followers else ""
        alternatives.append(f"{re.escape(word)}{latin}{guard}")
    simple = "|".join(alternatives)
    plain = sorted({*known, *_DENOMINATOR_WORDS}, key=lambda word: (-len(word), word))
    below = "|".join(map(re.escape, plain))
    return rf"(?:(?:{simple})(?:{_PER}(?:{below})(?:[·.](?:{below}))*)*)"
