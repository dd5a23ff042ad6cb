"""其中: which figure another is a part of."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from dafu.forms.quantities import Quantity
from dafu.parse.figures.sites import Site

_OPENS_PARTS = re.compile(
    r"其中|(?:包括|包含|涵盖|含)[^，。；]{0,14}$|[（(](?:含|包括|其中)[^，。；（）()]{0,14}$"
    r"|[一-龥]中，(?:已|有|已有)?[^，。；]{0,4}$"
)
_OPENS_SENTENCE = re.compile(r"\s*其中")
_NEW_FACT = re.compile(
    r"同比|环比|较上年|比上年|另外|此外|同时|目前|截至|累计|新增|全年|合计|共[计有]|总计|密度|平均|[人户亩日月年]均"
)
_PEOPLE = {"人", "名", "位"}
_KIN = {"家", "个", "所", "座", "处", "户", "项", "件", "条", "台", "套", "间", "种", "类"}
"""Measure words that letters exchange for the same noun."""


def parts_of(sites: list[Site], changes: list[bool]) -> list[int | None]:
    """For each figure the index of its whole; `changes` tells which only say how another changed.

    A whole is followed by 其中, 包括 or （含…, or by a sentence of the same item that opens with 其中; its parts go
    on, one after another, while unit and sentence last and nothing new is begun. Figures that a colon or bracket lists and that add up to the one before are parts.
    """
    found: list[int | None] = [None] * len(sites)
    whole: int | None = None
    for at, site in enumerate(sites):
        begins = at == 0 or sites[at - 1].sentence != site.sentence
        if begins:
            whole = None
        if begins and _OPENS_SENTENCE.match(site.lead):
            whole = _whole_for(at, sites, changes, within="item")
        elif not begins and _opener(site, sites[at - 1]):
            whole = _whole_for(at, sites, changes, within="sentence")
        elif whole is not None and not _goes_on(site, sites[whole], sites[at - 1]):
            whole = None
        if whole is not None and _fits(site.quantity, sites[whole].quantity):
            found[at] = whole
    for at in range(len(sites)):
        for part in _summands(at, sites, found):
            found[part] = at
    return found


def _opener(site: Site, previous: Site) -> bool:
    between = site.lead[previous.quantity.end - site.sentence[0] :]
    match = _OPENS_PARTS.search(between)
    return match is not None and "，" not in between[match.end() :][:-1].strip("，")


def _whole_for(
    at: int, sites: list[Site], changes: list[bool], *, within: Literal["sentence", "item"]
) -> int | None:
    """The nearest figure before of the same kind that is no change."""
    fitting: list[int] = []
    for index in range(at - 1, -1, -1):
        if getattr(sites[index], within) != getattr(sites[at], within):
            break
        if not changes[index] and _fits(sites[at].quantity, sites[index].quantity):
            fitting.append(index)
    if within == "item":
        # So far back only the same measure word tells what is divided.
        fitting = [index for index in fitting if sites[index].quantity.unit == sites[at].quantity.unit]
    return fitting[0] if fitting else None


def same_noun(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities may count the same noun: 家 after 家次, 名 after 人, 万元 after 元."""
    if one.unit is None or other.unit is None or one.unit.dimension != other.unit.dimension:
        return False
    if one.unit.dimension == "money":
        return True
    names = {(unit.name or "").removesuffix("次") for unit in (one.unit, other.unit)}
    return one.unit.dimension == "count" and (len(names) == 1 or names <= _PEOPLE)


def _fits(part: Quantity, whole: Quantity) -> bool:
    """Same kind and not larger: 人 and 名 count people, 家 and 个 the same noun."""
    if part.unit is None or whole.unit is None:
        return part.unit is None and whole.unit is None
    if part.unit.dimension != whole.unit.dimension:
        return False
    if part.unit.dimension in ("percentage_point", "share", "multiple"):
        return False
    if part.unit.dimension == "count" and (part.unit.name in _PEOPLE) != (whole.unit.name in _PEOPLE):
        return False
    if (
        part.unit.dimension == "count"
        and part.unit.name != whole.unit.name
        and not {part.unit.name, whole.unit.name} <= _KIN
    ):
        return part.unit.name in _PEOPLE and part.value <= whole.value
    return part.value <= (whole.upper or whole.value) or (
        part.unit.name != whole.unit.name and part.unit.dimension != "count"
    )


def _goes_on(site: Site, whole: Site, previous: Site) -> bool:
    if _NEW_FACT.search(site.before) and "其中" not in site.before:
        return False
    between = site.lead[previous.quantity.end - site.sentence[0] :]
    if "；" in between or ("）" in between and "（" not in between and "（" in whole.after):
        return False
    return between.count("，") <= 1


def _summands(at: int, sites: list[Site], found: list[int | None]) -> list[int]:
    """The figures after a colon or bracket that add up to the one before."""
    whole = sites[at]
    if found[at] is not None or whole.quantity.upper is not None:
        return []
    total, parts = Decimal(0), []
    for index in range(at + 1, min(len(sites), at + 14)):
        part = sites[index]
        same_paragraph = part.item == whole.item and not _after_bracket(whole, part)
        if not same_paragraph or found[index] not in (None, at) or part.quantity.unit is None:
            break
        if part.quantity.unit.dimension in ("share", "percentage_point"):
            continue
        if whole.quantity.unit is None or not _fits(part.quantity, whole.quantity):
            break
        total += part.quantity.value
        parts.append(index)
        if total >= whole.quantity.value:
            break
    exact = total == whole.quantity.value and len(parts) >= 2
    return parts if exact else []


def _after_bracket(whole: Site, site: Site) -> bool:
    """Whether a bracket that follows the whole is closed before the site: 公园6个（含改建2个）、广场4个."""
    between = site.lead[whole.quantity.end - site.sentence[0] :] if site.sentence == whole.sentence else ""
    return between.startswith(("（", "(")) and re.search("[）)]", between) is not None
