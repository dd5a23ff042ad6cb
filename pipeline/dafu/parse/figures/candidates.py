"""Which quantities are figures: measured or counted and stated, not naming, bounding a class or standing idle."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from dafu.forms.number_values import number_value
from dafu.forms.quantities import Quantity
from dafu.forms.units import Unit
from dafu.forms.wording import any_of
from dafu.layout.model import LetterText
from dafu.lexicon import Lexicon
from dafu.lexicon.vocabularies import FigureWords
from dafu.parse.figures.rates import with_denominator
from dafu.parse.figures.terms import is_term
from dafu.parse.numbers.numbers import Numbers
from dafu.records.base import Span

_LISTED = re.compile(r"\s?[、,，和及与或]\s?")
_CLASS_TAIL = re.compile(r"(?:\((?:含|不含)[^()]{0,8}\)|（(?:含|不含)[^（）]{0,8}）)?(?:的)?[一-龥“]")
_SIZES = ("area", "length", "volume", "mass", "money", "power", "duration", "energy", "other")
_PEOPLE_OF_AGE = re.compile(
    r"(?:的|（含）)?(?:约|近|共|有|共有|达)?\d[\d.]*[余多]?万?余?[人名位]|[、和及与]\d[\d—–~～至-]*周?岁"
)
_SPENT = re.compile(
    r"(?:投入|完成|新增|安排|争取|发放|落实|下达|拨付|筹集|建成|实现|达到?|改造|整治|治理|新建|种植|推广|流转|减少|节约|节省)[了约]?[一-龥]{0,6}$"
)
_SPENT_NOUN = re.compile(r"的?(?:资金|补助|补贴|奖励|奖金|经费|贷款|授信|投资|收入|产值|利润|债券|救助|罚款)")
_SPENT_ON = re.compile(r"的[一-龥]{0,6}(?:资金|经费|补助|补贴|奖励)")
_POSTPOSED = re.compile(r"[^这那每同某第任统之的逐唯单专万以从在如，。；、]$")
"""文化广场一处: a noun stands before the count that ends its phrase."""
_SIZED = re.compile(r"的?[一-龥]{0,4}?(?:学校|企业|单位|机构|教学点|场所|公司|班级|班额|工厂|村)")
"""100人以下小规模学校: a class by the number of its people."""
_RATED = re.compile(r"(?:率|比|系数|指数|值|平均|均)(?:平均)?(?:仅|只|约)?(?:为|达|是)$")
_REACH = re.compile(
    r"(?:步行)?(?:[一-龥]{0,6}(?:站点|服务|医疗|健身|养老|物流|应急|就医|生活)[一-龥]{0,2})?(?:覆盖率|覆盖面|覆盖|圈)"
)
"""500米覆盖率, 800米社区服务覆盖率: what is near enough to be covered."""
_YEAR_OF = r"\d{4}年[底末]?的?"
_MOVED_FROM = re.compile(rf"[一-龥%]{{2}}(?:由|从)(?:{_YEAR_OF}|[原过][来去]的|约)?$")
"""收入比由2019年的: the start of a move."""
_STATED = re.compile(r"(?:达到?了?|为|突破|超过|共|共计|总计|合计|实现|完成|约)$")
_YEARS = (
    "年",
    "月",
    "日",
    "个月",
    "天",
    "周",
    "小时",
    "分钟",
    "岁",
    "周岁",
    "星期",
    "个星期",
    "季度",
    "年期",
    "个小时",
    "秒",
    "秒钟",
    "学期",
    "个学期",
    "个季度",
)


class Candidates(NamedTuple):
    """Quantities that are figures, and those that only bound a class."""

    figures: tuple[Quantity, ...]
    bounds: tuple[Span, ...]


def candidates(letter: LetterText, numbers: Numbers, lexicon: Lexicon) -> Candidates:
    """The figures among the quantities of body and attachments, units shared along lists."""
    zones = [p.span for p in letter.paragraphs if p.zone in ("body", "attachment") and not p.in_table]
    found: list[Quantity] = []
    bounds: list[Span] = []
    quantities = numbers.quantities
    for at, quantity in enumerate(quantities):
        if numbers.claim_of(quantity.number) is not None or not _inside(quantity.start, zones):
            continue
        if quantity.form == "number" and not any(True for _ in numbers.runs_in(quantity.number)):
            continue
        shared = _with_shared_unit(quantities, at, numbers)
        text = numbers.text
        if _bounds_class(shared, text):
            bounds.append(shared.span)
        elif _counts(shared, text, lexicon.figures):
            found.append(with_denominator(shared, found[-1] if found else None, text, lexicon))
    return Candidates(tuple(found), tuple(bounds))


def _inside(offset: int, spans: list[Span]) -> bool:
    return any(start <= offset < end for start, end in spans)


def _with_shared_unit(quantities: tuple[Quantity, ...], at: int, numbers: Numbers) -> Quantity:
    """A bare number in a list takes the unit, and the multiplier, of the number that ends it: 3、5、8家."""
    quantity = quantities[at]
    if quantity.unit is not None or quantity.form != "number":
        return quantity
    last = quantity
    for following in quantities[at + 1 :]:
        if not _LISTED.fullmatch(numbers.text, last.end, following.start):
            break
        if following.unit is not None:
            if following.unit.dimension in ("duration",) or numbers.claim_of(following.number):
                break
            return replace(quantity, unit=following.unit)
        last = following
    return quantity


def _bounds_class(quantity: Quantity, text: str) -> bool:
    """65岁以上老年人, 50亩以上的基地, 规模2000万元以上工业企业: what a class is bounded by."""
    if quantity.unit is None:
        return False
    before, after = text[max(0, quantity.start - 12) : quantity.start], text[quantity.end : quantity.end + 14]
    if quantity.unit.name in ("岁", "周岁"):
        return _divides_people(quantity, text) or (
            bool(re.match(r"(?:及)?的?[一-龥（(]", after))
            and not re.search(r"(?:平均|寿命)[一-龥]{0,4}$", before)
        )
    if quantity.unit.dimension == "length" and _REACH.match(after):
        return True
    if quantity.unit.name in ("米", "公里", "分钟") and _REACH.match(after):
        return True
    if quantity.unit.name in ("人", "名", "户") and text[quantity.end - 1] in "上下" and _SIZED.match(after):
        return True
    return quantity.unit.dimension in _SIZES and _sizes_a_class(
        quantity, before, after, text[quantity.end - 1]
    )


def _divides_people(quantity: Quantity, text: str) -> bool:
    """80岁以上1.32万人, 60—69岁、70—79岁老人: an age that stands for those who have it."""
    if quantity.bound not in ("over", "under", "at_least", "at_most", "range"):
        return False
    return _PEOPLE_OF_AGE.match(text, quantity.end) is not None


def _sizes_a_class(quantity: Quantity, before: str, after: str, last: str) -> bool:
    """50亩以上的基地, 收入超20亿元的企业; 投入500万元以上资金 is spent, not bounded."""
    of_class = after.startswith("的") and quantity.bound in ("over", "under", "at_least", "at_most")
    if not (of_class or last in "上下") or not _CLASS_TAIL.match(after) or _SPENT_NOUN.match(after):
        return False
    if after.startswith("的"):
        if _SPENT.search(before) and _SPENT_ON.match(after):
            return False
        return not re.search(r"^的(?:标准|比例|速度|目标|水平|幅度|补贴|补助|奖励|资金|罚款)", after)
    return not _SPENT.search(before)


def _counts(quantity: Quantity, text: str, words: FigureWords) -> bool:
    raw = text[slice(*quantity.number)]
    before = text[max(0, quantity.start - 14) : quantity.start]
    after = text[quantity.end : quantity.end + 10]
    if quantity.form == "ratio":
        return not re.match(r"\s?(?:地形图|比例尺|万)", after) and not re.search(r"1[:：]\d{3,}$", raw)
    if quantity.form != "number":
        return True
    if quantity.unit is None:
        return _counts_bare(quantity, raw, before, after, words)
    if raw == "一":
        return _one_counts(quantity.unit, before, after, words)
    spelled = not raw[0].isdecimal() and len(raw) == 1
    name = quantity.unit.name
    idle = spelled and name in (words.not_after_two if raw == "两" else words.not_after_digit)
    lasts = (
        name in _YEARS
        and not is_term(quantity, after)
        and not _duration_counts(quantity, before, after, words)
    )
    return not (idle or lasts or name in words.rating_units)


def _one_counts(unit: Unit, before: str, after: str, words: FigureWords) -> bool:
    """新建一所学校 and 文化广场一处 count one; 一个重要…, 一名干部 are words."""
    if unit.dimension not in ("count", "duration", "other"):
        return True
    built = _built(words).search(before)
    postposed = _POSTPOSED.search(before) and re.match(r"[，。；、）)]|$", after)
    return unit.raw in words.building_units and bool(built or postposed)


def _counts_bare(quantity: Quantity, raw: str, before: str, after: str, words: FigureWords) -> bool:
    """A number without a unit counts where the words before it measure: 总数达1200, 系数为0.35."""
    if not raw[0].isdecimal() and not re.search("[百千万亿]", raw):
        return False
    if re.match(r"[A-Za-z]", after):
        return False
    if re.search(r"[万亿]$", raw) or quantity.bound not in ("exact", "range"):
        return True
    named = re.search(
        rf"(?:{any_of(words.coefficient_words, words.count_words)})(?:平均)?(?:由|从|在)?(?:仅|只)?(?:达到?|为|约|是|超过|共)?$",
        before,
    ) or (
        "." in raw
        and re.search(r"(?:提高|提升|上升|下降|降低|增加|优化|控制在|保持在)(?:到|至|为|了)?$", before)
    )
    moved = _moved_to(words).search(before) or (_MOVED_FROM.search(before) and _moves(words).match(after))
    return bool(
        named
        or (moved and (re.match(r"[，。；、）)]|$", after) or not _moved_to(words).search(before)))
        or (_RATED.search(before) and re.match(r"[，。；、）)]|$", after))
        or (_STATED.search(before) and re.match(r"[，。；、）)]|$", after) and (number_value(raw) or 0) >= 10)
    )


def _duration_counts(quantity: Quantity, before: str, after: str, words: FigureWords) -> bool:
    """Whether a length of time is measured: 工期180天, 缩短至3个工作日; 三年行动 and 近三年 are none."""
    if quantity.unit is not None and quantity.unit.name in ("岁", "周岁"):
        return True
    if re.search(r"[余多]$", after[:1]):
        return False
    spoken = rf"(?:{any_of(words.duration_before)})[一-龥]{{0,4}}$"
    return bool(re.search(spoken, before)) or (quantity.bound in ("at_least", "at_most") and quantity.end > 0)


@cache
def _moved_to(words: FigureWords) -> re.Pattern[str]:
    """事故起数下降到, 差异系数缩小至2023年的: what was measured and where its move ends."""
    return re.compile(rf"[一-龥%\d]{_moves(words).pattern}(?:了|约|仅|{_YEAR_OF})?$")


@cache
def _moves(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.increase, words.decrease)})了?[到至为]")


@cache
def _built(words: FigureWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words.building_verbs)})了?$")
